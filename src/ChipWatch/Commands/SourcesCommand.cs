using System.CommandLine;
using System.Text.Json;
using ChipWatch.Api;
using ChipWatch.Components;
using ChipWatch.Ingestion;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Pipeline.Text;
using ChipWatch.Sources;
using ChipWatch.Store.Sources;

namespace ChipWatch.Commands;

/// <summary>`sources`: the list of sources by hand, a line of JSON for each.</summary>
internal static class SourcesCommand
{
    /// <summary>The verb with its four parts.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var url = new Argument<string>("url") { Description = "Address of a feed or of a page to watch." };
        var name = new Option<string?>("--name") { Description = "Name of the outlet; default: the host." };
        var kind = new Option<string>("--kind") { Description = "feed, html-listing or sitemap.", DefaultValueFactory = _ => "feed" };
        var find = new Option<bool>("--find") { Description = "Look at the address first and take the best that it offers." };
        var folder = new Option<string?>("--folder") { Description = "Group to sort it into." };
        var id = new Argument<string>("id") { Description = "Id of a source, as `sources list` gives it." };
        var list = new Command("list", "Every source, the worst first.");
        list.SetAction((_, stop) => WithDeskAsync(settings, ListAsync, stop));
        var add = new Command("add", "Add a source. Nothing is asked until the next round, unless --find is given.") { url, name, kind, folder, find };
        add.SetAction((parsed, stop) => WithDeskAsync(
            settings, (services, token) => AddAsync(services, parsed.GetValue(url) ?? "", parsed.GetValue(name), parsed.GetValue(kind) ?? "feed", parsed.GetValue(folder), parsed.GetValue(find), token), stop));
        var remove = new Command("remove", "Remove a source; its articles stay.") { id };
        remove.SetAction((parsed, stop) => WithDeskAsync(settings, (services, token) => RemoveAsync(services, parsed.GetValue(id) ?? "", token), stop));
        var check = new Command("check", "Read one source now, due or not.") { id };
        check.SetAction((parsed, stop) => WithDeskAsync(settings, (services, token) => CheckAsync(services, parsed.GetValue(id) ?? "", token), stop));
        return new Command("sources", "List, add, remove and check sources.") { list, add, remove, check };
    }

    /// <summary>Runs on the store with the rights of the one at the terminal.</summary>
    internal static async Task<int> WithDeskAsync(
        IReadOnlyList<string> settings, Func<IServiceProvider, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        await ChipWatchHost.PrepareStoreAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ChangeRights>().Settle(isGranted: true);
        return await act(scope.ServiceProvider, cancellationToken);
    }

    /// <summary>One line of JSON.</summary>
    internal static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line, PipelineJson.Options));

    /// <summary>Says on standard error what is wrong.</summary>
    internal static async Task<int> FailAsync(string sentence, int code = 1)
    {
        await Console.Error.WriteLineAsync($"chipwatch: {sentence}");
        return code;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var source in await services.GetRequiredService<ISourceQueries>().ListAsync(cancellationToken))
        {
            Print(new
            {
                source.Id, source.Name, source.Kind, source.Url, source.SiteUrl, source.Language, source.Folder,
                health = SourceWords.Key(source.Health), source.Failure, source.Cause, verified = source.IsVerified, sample = source.IsSample,
                source.LastCheckAt, source.LastSuccessAt, nextCheckAt = source.Health is SourceHealth.Paused or SourceHealth.PausedByHand || source.IsSample ? null : (DateTimeOffset?)source.NextCheckAt,
                source.Articles, source.Pending,
            });
        }

        return 0;
    }

    private static async Task<int> AddAsync(
        IServiceProvider services, string url, string? name, string kind, string? folder, bool find, CancellationToken cancellationToken)
    {
        if (PastedAddress.Read(url) is not { } address)
        {
            return await FailAsync($"\"{url}\" is no web address.", 2);
        }

        var settings = new SourceSettings(name ?? address.Host, kind, address.AbsoluteUri) { Folder = folder };
        if (find)
        {
            var look = await services.GetRequiredService<SourceFinder>().LookAsync(url, cancellationToken);
            if (look.Found.Count == 0)
            {
                return await FailAsync(look.Reason ?? "Nothing to read was found there.");
            }

            var best = look.Found[0].Settings;
            settings = best with { Name = name ?? best.Name, Folder = folder };
        }

        if (services.GetRequiredService<AddressPolicy>().Refuse(settings.Url) is { } reason)
        {
            return await FailAsync(reason);
        }

        switch ((await services.GetRequiredService<ISourceCatalogue>().AddAsync([settings], dryRun: false, cancellationToken))[0])
        {
            case SourceChange.Done(var id):
                Print(new { id, result = "added", settings.Name, settings.Kind, settings.Url });
                return 0;
            case SourceChange.AlreadyThere(var id, var there):
                Print(new { id, result = "already there", name = there, settings.Kind, settings.Url });
                return 0;
            case SourceChange.Refused(var field, var why):
                return await FailAsync($"{field}: {why}", 2);
            default:
                return await FailAsync("It was not added.");
        }
    }

    private static async Task<int> RemoveAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ISourceCatalogue>().RemoveAsync(id, cancellationToken) is not SourceChange.Done)
        {
            return await FailAsync($"there is no source \"{id}\". See chipwatch sources list.", 2);
        }

        Print(new { id, result = "removed" });
        return 0;
    }

    private static async Task<int> CheckAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ISourceQueries>().FindAsync(id, cancellationToken) is null)
        {
            return await FailAsync($"there is no source \"{id}\". See chipwatch sources list.", 2);
        }

        var results = await services.GetRequiredService<IngestionRound>().RunAsync(new RoundRequest(All: false, Only: id, IsLive: false), Print, cancellationToken);
        return results.Any(result => result.Failure is not null) ? 1 : 0;
    }
}
