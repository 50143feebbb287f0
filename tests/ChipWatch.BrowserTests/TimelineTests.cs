using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
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
        if (!await sovereign.IsVisibleAsync())
        {
            await rail.GetByText("more topics").ClickAsync();
        }

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

    [Theory]
    [InlineData("/")]
    [InlineData("/timeline")]
    [InlineData("/vendors")]
    [InlineData("/vendors/amazon")]
    [InlineData("/sources")]
    [InlineData("/digests")]
    [InlineData("/digests/2026-W25")]
    [InlineData("/about")]
    public async Task EveryPage_WideAndOnAPhone_IsAccessibleAndQuiet(string path)
    {
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await program.OpenAsync("about:blank", new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
            var complaints = new List<string>();
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                {
                    complaints.Add(message.Text);
                }
            };
            await page.GotoAsync(path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            var report = await page.RunAxe();
            Assert.True(report.Violations.Length == 0, string.Join('\n', report.Violations.Select(v => $"{width} {v.Id}: {v.Help} {v.Nodes[0].Html}")));
            Assert.Empty(complaints);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} scrolls sideways at {width} px.");
            await page.Context.CloseAsync();
        }
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

    [Fact]
    public async Task UnknownAddress_AnswersNotFound()
    {
        var page = await program.OpenAsync("/timeline");

        var answer = await page.GotoAsync("/stories/1/none");

        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<string>> HeadlinesAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return await page.Locator(".sr .hl").AllInnerTextsAsync();
    }
}
