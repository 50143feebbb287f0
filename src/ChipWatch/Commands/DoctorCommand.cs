using System.CommandLine;
using System.Net.NetworkInformation;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Upkeep;
using Microsoft.Extensions.Options;

namespace ChipWatch.Commands;

/// <summary>`doctor`: looks configuration, store, disk, clock and network over, and says what to do. Changes nothing, asks nobody.</summary>
internal static class DoctorCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("doctor", "Look configuration, store, disk, clock and network over.");
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        var wrong = 0;
        try
        {
            await using var app = ChipWatchHost.CreateBuilder(settings).Build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            Print(Contact(app.Services.GetRequiredService<IOptions<FetchingOptions>>().Value));
            Print(Network());
            await foreach (var finding in app.Services.GetRequiredService<StoreDoctor>().ExamineAsync(cancellationToken))
            {
                Print(finding);
            }
        }
        catch (OptionsValidationException faults)
        {
            foreach (var fault in faults.Failures)
            {
                Print(Finding.Wrong("configuration", fault, "See docs/configuration.md."));
            }
        }

        Console.WriteLine(wrong == 0 ? "All is well." : $"{wrong} {(wrong == 1 ? "thing is" : "things are")} wrong.");
        return wrong == 0 ? 0 : 1;

        void Print(Finding finding)
        {
            wrong += finding.IsWell ? 0 : 1;
            Console.WriteLine($"{(finding.IsWell ? "ok   " : "WRONG")}  {finding.What,-13}  {finding.Sentence}");
            if (finding.Remedy is { } remedy)
            {
                Console.WriteLine($"       {"",-13}  -> {remedy}");
            }
        }
    }

    private static Finding Contact(FetchingOptions options) => Finding.Well(
        "configuration",
        options.UserAgentContact.Length > 0
            ? "every setting can be read"
            : "every setting can be read; ChipWatch:Fetching:UserAgentContact is empty, so that owners of sites do not know whom to ask");

    /// <summary>Only whether there is a way out at all: this verb opens no connection.</summary>
    private static Finding Network() => NetworkInterface.GetIsNetworkAvailable()
        ? Finding.Well("network", "an interface is up; `chipwatch fetch URL` tries it")
        : Finding.Well("network", "no interface is up; what is stored stays readable");
}
