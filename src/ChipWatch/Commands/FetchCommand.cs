using System.CommandLine;
using ChipWatch.Pipeline.Fetching;
using Microsoft.Extensions.Options;

namespace ChipWatch.Commands;

/// <summary>`fetch`: one polite request, the body to standard output.</summary>
internal static class FetchCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var url = new Argument<string>("url") { Description = "The address." };
        var feed = new Option<bool>("--feed") { Description = "Ask as for a feed: larger bodies, robots.txt not asked." };
        var command = new Command("fetch", "Fetch one address politely and write its body to standard output.") { url, feed };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(url) ?? "", parsed.GetValue(feed) ? FetchPurpose.Feed : FetchPurpose.Page, settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string url, FetchPurpose purpose, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = FetchingServices.Build(settings);
            if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address))
            {
                return await FailAsync("This is no web address.");
            }

            var outcome = await services.GetRequiredService<IPageFetcher>().FetchAsync(new FetchRequest(address, purpose, Validators.None), cancellationToken);
            if (outcome is FetchOutcome.Fetched fetched)
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(fetched.Body, cancellationToken);
                return 0;
            }

            return await FailAsync(outcome is FetchOutcome.Failed failed ? $"{failed.Failure}: {failed.Reason}" : "The server gives no body.");
        }
        catch (OptionsValidationException wrong)
        {
            return await FailAsync(wrong.Describe());
        }
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync($"chipwatch: {sentence}");
        return 1;
    }
}
