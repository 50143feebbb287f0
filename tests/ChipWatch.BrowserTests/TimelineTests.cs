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
    public async Task Keys_JAndK_WalkThroughTheListAndPreview()
    {
        var page = await program.OpenAsync("/timeline", new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var headlines = page.Locator(".sr .hl");
        var preview = page.GetByRole(AriaRole.Complementary, new() { Name = "The story in brief" }).GetByRole(AriaRole.Heading, new() { Level = 2 });
        await Expect(preview).ToHaveTextAsync(await headlines.Nth(0).InnerTextAsync());

        await headlines.Nth(0).Locator("a").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");

        await Expect(headlines.Nth(1).Locator("a")).ToBeFocusedAsync();
        await Expect(preview).ToHaveTextAsync(await headlines.Nth(1).InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/stories/"));
    }

    [Theory]
    [InlineData("/timeline?order=weight")]
    [InlineData("/timeline?order=weight&topic=sovereign-ai")]
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
        var page = await program.OpenAsync("/timeline?topic=sovereign-ai&vendor=amazon", new() { ViewportSize = new() { Width = 1440, Height = 900 } });

        await page.Locator(".sr .hl a", new() { HasText = "Amazon in talks to sell" }).FocusAsync();
        await Expect(page.Locator(".pv .st")).ToHaveTextAsync("Talks");
        await Expect(page.Locator(".pv h2")).ToContainTextAsync("Amazon in talks to sell");
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
