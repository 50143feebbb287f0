using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

/// <summary>A new user pastes a site's address, until its first item is on the timeline.</summary>
public sealed class SourcesTests(ProgramFixture shared) : IAsyncLifetime
{
    private readonly SmallSite site = new();
    private RunningProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        program = new(
            "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", $"--ChipWatch:Fetching:Allow:0=127.0.0.1:{site.Port}", "--ChipWatch:Fetching:HostGap=00:00:00");
        await program.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        site.Dispose();
    }

    [Fact]
    public async Task Paste_ASitesAddress_ItsFirstItemsShowOnTheOpenTimeline()
    {
        var timeline = await OpenAsync("/timeline");
        var page = await OpenAsync("/sources");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("window.stayed = true");

        await page.GetByLabel("Address of a site").FillAsync(site.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look" }).ClickAsync();
        await Expect(page.Locator(".preview li")).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        await Expect(page.Locator(".preview li").First).ToContainTextAsync("NVIDIA");
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("Small Wire");
        await IsAccessibleAsync(page, "the preview");
        await PictureAsync(page, "sources-add");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save and read now" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Small Wire");
        await Expect(page.Locator(".items .h.well")).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"), "The page was loaded again on the way.");
        await IsAccessibleAsync(page, "the source");
        await PictureAsync(page, "sources-one");

        // Nothing stood on the timeline that could be moved, so its first stories show by themselves
        await Expect(timeline.Locator(".sr .hl").First).ToContainTextAsync("NVIDIA orders more HBM", new() { Timeout = 20_000 });

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Edit Small Wire");
        await IsAccessibleAsync(page, "the form");
    }

    [Fact]
    public async Task Paste_WithoutScripts_IsTheSameByOrdinaryForms()
    {
        var page = await OpenAsync("/sources", new() { JavaScriptEnabled = false });

        await page.GetByLabel("Address of a site").FillAsync("http://127.0.0.1:1/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look" }).ClickAsync();
        await Expect(page.Locator("#address-fault")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Address of a site")).ToHaveValueAsync("http://127.0.0.1:1/");

        await page.GetByLabel("Address of a site").FillAsync(site.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and read now" }).ClickAsync();
        await Expect(page.GetByLabel("Name")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Name").FillAsync("My wire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and read now" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My wire");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on" })).ToBeVisibleAsync();
    }

    private Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = program.Address;
        return shared.OpenAsync(path, options);
    }

    private static async Task IsAccessibleAsync(IPage page, string what)
    {
        var report = await page.RunAxe();
        Assert.True(report.Violations.Length == 0, string.Join('\n', report.Violations.Select(v => $"{what}: {v.Id}: {v.Help} {v.Nodes[0].Html}")));
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CHIPWATCH_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
