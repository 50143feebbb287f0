using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

/// <summary>Three names that no list has, from two articles: a person adds the first, says that the second is another name of a known company, and never wants to see the third again.</summary>
public sealed class ProposalsTests(ProgramFixture shared) : IAsyncLifetime
{
    private readonly SmallSite site = new();
    private RunningProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        program = new(
            "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", "--ChipWatch:Ingestion:Enabled=false",
            $"--ChipWatch:Fetching:Allow:0=127.0.0.1:{site.Port}", "--ChipWatch:Fetching:HostGap=00:00:00");
        await program.RunAsync("sources", "add", $"{site.Address}names.xml", "--name", "Names Wire");
        await program.RunAsync("ingest");
        await program.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        site.Dispose();
    }

    [Fact]
    public async Task Proposals_AddedMergedAndRejected_TheTimelineFollows()
    {
        var page = await shared.OpenAsync("/catalogue/proposals", new() { BaseURL = program.Address });
        await Expect(page.Locator(".props .l1 b")).ToHaveTextAsync(["Fenwick", "Tensura", "Quillmark"]);
        await Expect(page.Locator(".props mark").First).ToHaveTextAsync("Fenwick");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var report = await page.RunAxe();
        Assert.True(report.Violations.Length == 0, string.Join('\n', report.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}")));

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Add to the catalogue.*Fenwick") }).ClickAsync();
        await Expect(page.GetByLabel("Shown name")).ToHaveValueAsync("Fenwick");
        await page.GetByLabel("Roles").FillAsync("designer");
        await page.GetByLabel("Country").FillAsync("GB");
        await LookAndSaveAsync(page, "+ Fenwick");
        await page.GotoAsync("/timeline?vendor=fenwick");
        await Expect(page.Locator(".cnt")).ToContainTextAsync("2 articles");

        await page.GotoAsync("/catalogue/proposals");
        await Expect(page.Locator(".props .l1 b")).ToHaveTextAsync(["Tensura", "Quillmark"]);
        await page.GetByLabel("Tensura is another name of").SelectOptionAsync(new SelectOptionValue { Label = "Tenstorrent" });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Look at that.*Tensura") }).ClickAsync();
        await SaveAsync(page, "+ Tenstorrent");
        await page.GotoAsync("/timeline?vendor=tenstorrent");
        await Expect(page.Locator(".cnt")).ToContainTextAsync("2 articles");

        await page.GotoAsync("/catalogue/proposals");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Never propose it.*Quillmark") }).ClickAsync();
        await Expect(page.GetByText("Nothing to decide")).ToBeVisibleAsync();
        await page.GetByText(new Regex("1 rejected name")).ClickAsync();
        await Expect(page.Locator(".catlog li")).ToContainTextAsync("Quillmark");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Allow again.*Quillmark") }).ClickAsync();
        await Expect(page.GetByText(new Regex("rejected name"))).ToHaveCountAsync(0);
    }

    private static async Task LookAndSaveAsync(IPage page, string sign)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at what would change" }).ClickAsync();
        await SaveAsync(page, sign);
    }

    private static async Task SaveAsync(IPage page, string sign)
    {
        await Expect(page.Locator(".moves .sign", new() { HasText = sign })).Not.ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
    }
}
