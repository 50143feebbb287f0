using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChipWatch.BrowserTests.ProgramFixture))]

namespace ChipWatch.BrowserTests;

/// <summary>The real program with the samples and no sources, and one Chromium for all tests.</summary>
public sealed class ProgramFixture : IAsyncLifetime
{
    private readonly RunningProgram program = new("--ChipWatch:Seeds:Sources=false");
    private IPlaywright? playwright;

    /// <summary>Where the program answers, without a closing slash.</summary>
    public string Address => program.Address;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await program.RunAsync("ingest");
        await program.ServeAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHIPWATCH_CHROMIUM") is { Length: > 0 } chromium ? chromium : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of its own context: no cookies, no cache of other tests.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL ??= Address;
        var page = await (await Browser.NewContextAsync(options)).NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A page as the server made it; the second part lets the circuit take it over, and waits until it has.</summary>
    public async Task<(IPage Page, Func<Task> TakeOver)> OpenBeforeTheCircuitAsync(string path)
    {
        var page = await OpenAsync("about:blank");
        var circuit = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await circuit.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(path);
        var prerendered = await page.Locator("#content").ElementHandleAsync();
        return (page, async () =>
        {
            circuit.SetResult();
            await page.WaitForFunctionAsync("content => !content.isConnected", prerendered);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await program.DisposeAsync();
    }
}
