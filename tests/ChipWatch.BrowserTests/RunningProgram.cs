using System.Diagnostics;

namespace ChipWatch.BrowserTests;

/// <summary>The real program, on a port and a data folder of its own.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("chipwatch-browser-").FullName;
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string[] settings;
    private Process? program;

    /// <param name="settings">Settings of every verb, "--ChipWatch:Key=value".</param>
    public RunningProgram(params string[] settings) => this.settings = settings;

    /// <summary>Where it answers, without a closing slash.</summary>
    public string Address => address.Task.Result;

    /// <summary>Runs a verb to its end.</summary>
    public async Task RunAsync(params string[] verb)
    {
        using var started = Start(verb);
        await started.WaitForExitAsync();
    }

    /// <summary>Serves, and waits until it answers.</summary>
    public async Task ServeAsync()
    {
        program = Start("serve", "--urls", "http://127.0.0.1:0");
        await address.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            program.Dispose();
        }

        Directory.Delete(data, recursive: true);
    }

    private Process Start(params string[] verb)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ChipWatch.dll"), .. verb, $"--ChipWatch:DataDirectory={data}", .. settings];
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        started.OutputDataReceived += (_, line) =>
        {
            if (verb is ["serve", ..] && line.Data is { } said && said.Contains("http://", StringComparison.Ordinal))
            {
                address.TrySetResult(said[said.IndexOf("http://", StringComparison.Ordinal)..].Trim());
            }
        };
        started.BeginOutputReadLine();
        return started;
    }
}
