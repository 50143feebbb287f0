using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

/// <summary>Every page by light on a wide screen.</summary>
public sealed class WidePagesTests(ProgramFixture program) : PagesTests(program, 1440, ColorScheme.Light);

/// <summary>Every page in the dark on a phone. A class of its own, so that both run at the same time.</summary>
public sealed class PhonePagesTests(ProgramFixture program) : PagesTests(program, 390, ColorScheme.Dark);

/// <summary>What holds of every page.</summary>
public abstract class PagesTests(ProgramFixture program, int width, ColorScheme scheme)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/timeline")]
    [InlineData("/timeline?order=weight&from=2026-06-01")]
    [InlineData("/timeline?vendor=amazon&q=zzzz")]
    [InlineData("/vendors")]
    [InlineData("/vendors/amazon")]
    [InlineData("/sources")]
    [InlineData("/sources/add")]
    [InlineData("/sources/import")]
    [InlineData("/sources/starter")]
    [InlineData("/sources/sample-bloomberg")]
    [InlineData("/catalogue")]
    [InlineData("/catalogue/topics")]
    [InlineData("/catalogue/companies/amazon")]
    [InlineData("/digests")]
    [InlineData("/digests/2026-W25")]
    [InlineData("/about")]
    public Task EveryPage_IsAccessibleAndQuiet(string path) => IsAccessibleAndQuietAsync(path);

    [Fact]
    public async Task StoryAndItsArticle_AreAccessibleAndQuiet()
    {
        var page = await program.OpenAsync("/timeline?vendor=amazon", new() { ViewportSize = new() { Width = width, Height = 900 } });
        var story = await page.Locator(".sr .hl a", new() { HasText = "Amazon in talks to sell" }).First.GetAttributeAsync("href");
        await page.GotoAsync(story!);
        var article = await page.Locator(".hls .hd a").First.GetAttributeAsync("href");
        await page.Locator(".asof > summary").ClickAsync();
        await Expect(page.Locator(".asof input[type=date]")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"The day of a story scrolls sideways at {width} px.");
        await page.Context.CloseAsync();

        await IsAccessibleAndQuietAsync(story!);
        await IsAccessibleAndQuietAsync(story + "?asof=2026-06-19");
        await IsAccessibleAndQuietAsync(article!);
    }

    private async Task IsAccessibleAndQuietAsync(string path)
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

    [Fact]
    public async Task UnknownAddress_AnswersNotFound()
    {
        var page = await program.OpenAsync("/timeline");

        var answer = await page.GotoAsync("/stories/1/none");

        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }
}
