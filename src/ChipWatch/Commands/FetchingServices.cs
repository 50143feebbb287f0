using ChipWatch.Pipeline.Fetching;
using Microsoft.Extensions.Options;

namespace ChipWatch.Commands;

/// <summary>The fetching part of the container, for verbs that need nothing else.</summary>
internal static class FetchingServices
{
    /// <summary>Builds it from appsettings.json beside the program, the environment and `--ChipWatch:…` arguments.</summary>
    public static ServiceProvider Build(IReadOnlyList<string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. settings])
            .Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddFetching().BuildServiceProvider();
    }

    /// <summary>The faults of a configuration as one line.</summary>
    public static string Describe(this OptionsValidationException faults) => string.Join(" ", faults.Failures);
}
