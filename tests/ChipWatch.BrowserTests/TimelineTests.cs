using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

public sealed class TimelineTests(ProgramFixture program)
{
    [Fact]
    public async Task Timeline_FilterBySovereignAi_OpenTheTrainiumArticle_SeeEvidence_DownloadTheDigest()
    {
        var page = await program.OpenAsync("/timeline");
        var rail = page.GetByRole(AriaRole.Complementary, new() { Name = "Filters" });
        var sovereign = rail.GetByRole(AriaRole.Link, new() { Name = "Sovereign AI", Exact = true });
        await rail.GetByText("more topics").ClickAsync();
        await sovereign.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("topic=sovereign-ai"));

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Amazon in talks to sell", RegexOptions.IgnoreCase) }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Trainium may leave the AWS fold" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trainium may leave the AWS fold");

        await page.GotoAsync(Regex.Replace(page.Url, @"\?.*", "") + "?why=topic:sovereign-ai");
        await Expect(page.Locator("mark").Filter(new() { HasText = "sovereign AI" }).First).ToBeVisibleAsync();

        await page.GotoAsync("/digests/2026-W25");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='/digests/2026-W25.md']").First.ClickAsync());
        Assert.StartsWith("# ChipWatch digest 2026-W25", await File.ReadAllTextAsync(await download.PathAsync()));
    }

    [Fact]
    public async Task Fold_OpenedBeforeTheCircuitIsUp_StaysOpenWhenItTakesOver()
    {
        var page = await program.OpenAsync("about:blank");
        var circuit = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await circuit.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/timeline");
        var sovereign = page.GetByRole(AriaRole.Complementary, new() { Name = "Filters" }).GetByRole(AriaRole.Link, new() { Name = "Sovereign AI", Exact = true });
        await page.GetByText("more topics").ClickAsync();
        await Expect(sovereign).ToBeVisibleAsync();
        var prerendered = await sovereign.ElementHandleAsync();

        circuit.SetResult();

        await page.WaitForFunctionAsync("link => !link.isConnected", prerendered);
        await Expect(sovereign).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/timeline?topic=sovereign-ai")]
    [InlineData("/timeline?vendor=amazon")]
    [InlineData("/timeline?vendor=amazon&topic=sovereign-ai")]
    [InlineData("/timeline?status=-rumor")]
    public async Task Timeline_AnyFilter_IsTheSameByReloadByBackAndWithoutScripts(string path)
    {
        var page = await program.OpenAsync(path);
        var shown = await HeadlinesAsync(page);
        Assert.NotEmpty(shown);

        await page.ReloadAsync();
        Assert.Equal(shown, await HeadlinesAsync(page));

        await page.GotoAsync("/vendors");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Timeline");
        Assert.Equal(shown, await HeadlinesAsync(page));

        var plain = await program.OpenAsync(path, new() { JavaScriptEnabled = false });
        Assert.Equal(shown, await HeadlinesAsync(plain));
    }

    /// <summary>Makes the README's picture where CHIPWATCH_PICTURES names a folder, and looks at the same page either way.</summary>
    [Fact]
    public async Task Timeline_OfSovereignAi_ShowsTheTrainiumStoryAsTalks()
    {
        var page = await program.OpenAsync("/timeline?topic=sovereign-ai&vendor=amazon", new() { ViewportSize = new() { Width = 1280, Height = 860 } });

        await Expect(page.Locator(".sr").Filter(new() { HasText = "Trainium" }).First).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("CHIPWATCH_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "timeline.png") });
        }
    }

    private static async Task<IReadOnlyList<string>> HeadlinesAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return await page.Locator(".sr .hl").AllInnerTextsAsync();
    }
}
