using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChipWatch.BrowserTests.ProgramFixture))]

namespace ChipWatch.BrowserTests;

/// <summary>The real program on a port and a data folder of its own, with the samples and no sources, and one Chromium for all tests.</summary>
public sealed class ProgramFixture : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("chipwatch-browser-").FullName;
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? program;
    private IPlaywright? playwright;

    /// <summary>Where the program answers, without a closing slash.</summary>
    public string Address => address.Task.Result;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using (var ingest = Start("ingest"))
        {
            await ingest.WaitForExitAsync();
        }

        program = Start("serve", "--urls", "http://127.0.0.1:0");
        await address.Task.WaitAsync(TimeSpan.FromSeconds(60));
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
        options.BaseURL = Address;
        var page = await (await Browser.NewContextAsync(options)).NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        program?.Kill(entireProcessTree: true);
        program?.WaitForExit();
        Directory.Delete(data, recursive: true);
    }

    private Process Start(params string[] verb)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ChipWatch.dll"), .. verb, $"--ChipWatch:DataDirectory={data}", "--ChipWatch:Seeds:Sources=false"];
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        started.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } said && said.Contains("http://", StringComparison.Ordinal))
            {
                address.TrySetResult(said[said.IndexOf("http://", StringComparison.Ordinal)..].Trim());
            }
        };
        started.BeginOutputReadLine();
        return started;
    }
}
