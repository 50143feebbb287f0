using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

/// <summary>A person adds a name, looks at what it would do, saves it, finds the articles, and takes it back.</summary>
public sealed class CatalogueTests(ProgramFixture shared) : IAsyncLifetime
{
    private readonly RunningProgram program = new("--ChipWatch:Seeds:Sources=false");

    public async ValueTask InitializeAsync()
    {
        await program.RunAsync("ingest");
        await program.ServeAsync();
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Name_AddedPreviewedSavedAndUndone_TheTimelineFollows(bool scripts)
    {
        var page = await OpenAsync("/catalogue?q=nebius", scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nebius" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nebius");
        await IsAccessibleAsync(page, "the entry", scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "Add names" }).ClickAsync();
        await page.GetByLabel("Names as texts write them").FillAsync("MEXT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at what would change" }).ClickAsync();

        await Expect(page.Locator(".prev .big")).ToContainTextAsync("+", new() { Timeout = 30_000 });
        await Expect(page.Locator(".moves .sign").First).ToContainTextAsync("+ Nebius");
        await Expect(page.Locator(".moves mark").First).ToContainTextAsync("MEXT", new() { IgnoreCase = true });
        await Expect(page.Locator(".score tbody tr")).ToHaveCountAsync(3);
        await IsAccessibleAsync(page, "the preview", scripts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved", new() { Timeout = 30_000 });

        await page.GotoAsync(program.Address + "/timeline?vendor=nebius&q=MEXT");
        await Expect(page.Locator(".sr .hl", new() { HasText = "MEXT" })).Not.ToHaveCountAsync(0);

        await page.GotoAsync(program.Address + "/catalogue");
        await IsAccessibleAsync(page, "the catalogue", scripts);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Undo.*“MEXT”") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nebius", new() { Timeout = 30_000 });
        await page.GotoAsync(program.Address + "/timeline?vendor=nebius&q=MEXT");
        await Expect(page.Locator(".sr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Proposals_SamplesThatTheCatalogueKnows_LeaveNothingToDecide()
    {
        var page = await OpenAsync("/catalogue/proposals", scripts: true);

        await Expect(page.GetByText("Nothing to decide")).ToBeVisibleAsync();
        await IsAccessibleAsync(page, "the proposals", scripts: true);
    }

    private Task<IPage> OpenAsync(string path, bool scripts) => shared.OpenAsync(path, new() { BaseURL = program.Address, JavaScriptEnabled = scripts });

    private static async Task IsAccessibleAsync(IPage page, string what, bool scripts)
    {
        if (!scripts)
        {
            return; // the checker is a script itself
        }

        // While the circuit takes the page over, its title is put anew.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var report = await page.RunAxe();
        Assert.True(report.Violations.Length == 0, string.Join('\n', report.Violations.Select(v => $"{what}: {v.Id}: {v.Help} {v.Nodes[0].Html}")));
    }
}
