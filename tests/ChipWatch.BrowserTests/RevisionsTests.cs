using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

/// <summary>An article that takes back what it said, as a reader sees it: what it means in words, then the two texts.</summary>
public sealed class RevisionsTests(ProgramFixture shared) : IAsyncLifetime
{
    private readonly SmallSite site = new();
    private RunningProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        program = new(
            "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", "--ChipWatch:Ingestion:Enabled=false",
            $"--ChipWatch:Fetching:Allow:0=127.0.0.1:{site.Port}", "--ChipWatch:Fetching:HostGap=00:00:00");
        await program.RunAsync("sources", "add", $"{site.Address}whole.xml", "--name", "Whole Wire");
        await program.RunAsync("ingest");
        site.IsRevised = true;
        await program.RunAsync("ingest", "--all");
        await program.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        site.Dispose();
    }

    [Fact]
    public async Task Comparison_OfASoftenedArticle_ShowsBothTextsWordByWord()
    {
        await ShowsBothTextsAsync(1440, ColorScheme.Light, isSideBySide: true);
        await ShowsBothTextsAsync(1440, ColorScheme.Dark, isSideBySide: true);
        await ShowsBothTextsAsync(390, ColorScheme.Light, isSideBySide: false);
        await ShowsBothTextsAsync(390, ColorScheme.Dark, isSideBySide: false);
    }

    private async Task ShowsBothTextsAsync(int width, ColorScheme scheme, bool isSideBySide)
    {
        var page = await shared.OpenAsync("/timeline", new() { BaseURL = program.Address, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        foreach (var link in new[] { ".sr .hl a", "main a[href^='/articles/']" })
        {
            await page.GotoAsync((await page.Locator(link).First.GetAttributeAsync("href"))!);
        }

        await Expect(page.Locator(".strip .means")).ToContainTextAsync("Headline softened");

        await page.GetByRole(AriaRole.Link, new() { Name = "Compare the two texts" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Whole Wire: revision 1 and 2 compared");
        await Expect(page.Locator(".strip .means")).ToContainTextAsync("Passage removed");
        await Expect(page.Locator(".diff .head .was del")).ToHaveTextAsync("will");
        await Expect(page.Locator(".diff .head .is ins")).ToHaveTextAsync("may");
        await Expect(page.Locator(".diff .two:not(.head) .was del").Nth(1)).ToHaveTextAsync("400,000");
        await Expect(page.Locator(".diff .same")).ToHaveTextAsync("9 paragraphs unchanged");
        var (was, @is) = (await page.Locator(".diff .head .was").BoundingBoxAsync(), await page.Locator(".diff .head .is").BoundingBoxAsync());
        Assert.Equal(isSideBySide, @is!.X > was!.X + was.Width && @is.Y == was.Y);
        Assert.Equal(!isSideBySide, @is.X == was.X && @is.Y >= was.Y + was.Height);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var report = await page.RunAxe();
        Assert.True(report.Violations.Length == 0, string.Join('\n', report.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}")));
    }
}
