using ChipWatch.Ingestion;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ChipWatch.Tests.Fakes.SampleStore))]

namespace ChipWatch.Tests.Fakes;

/// <summary>The program's own container over a store that took the sample corpus in, once for all tests. Tests only read from it.</summary>
public sealed class SampleStore : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-samples-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication? app;

    /// <summary>What the one round brought.</summary>
    public IReadOnlyList<SourceResult> Results { get; private set; } = [];

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        app = ChipWatchHost.CreateBuilder([$"--ChipWatch:DataDirectory={folder}", "--ChipWatch:Seeds:Sources=false", "--Serilog:MinimumLevel:Default=Warning"]).Build();
        await ChipWatchHost.PrepareStoreAsync(app.Services, CancellationToken.None);
        Results = await Get<IngestionRound>().RunAsync(new RoundRequest(All: false, Only: null, IsLive: false), done: null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
