using System.Globalization;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;

namespace ChipWatch.Components;

/// <summary>How sources are, and what can be done about it, in words.</summary>
public static class SourceWords
{
    /// <summary>What is said where no source can be reached.</summary>
    public static string NoLine(SourceSummary sources) =>
        $"No line to the outside{(sources.Line.LastSuccessAt is { } at ? $" since {at.UtcDateTime.ToString("d MMMM, HH:mm", CultureInfo.InvariantCulture)} UTC" : "")}: none of {Counts.Of(sources.Failing, "source", "sources")} could be reached.";

    /// <summary>"113 well, 2 silent, 6 failing, 1 not yet read. 4 sample sources beside them."</summary>
    public static string Summary(SourceSummary sources)
    {
        var parts = new List<string>();
        Add(sources.Well, "well");
        Add(sources.Silent, "silent");
        Add(sources.Failing, "failing");
        Add(sources.Waiting, "not yet read");
        Add(sources.PausedByHand, "paused");
        var words = parts.Count == 0 ? "No source is switched on." : string.Join(", ", parts) + ".";
        return sources.Samples == 0 ? words : $"{words} {Counts.Of(sources.Samples, "sample source", "sample sources")} beside them.";

        void Add(int count, string word)
        {
            if (count > 0)
            {
                parts.Add($"{Counts.Number(count)} {word}");
            }
        }
    }

    /// <summary>"Failing".</summary>
    public static string Word(SourceHealth health) => health switch
    {
        SourceHealth.Waiting => "Not yet read",
        SourceHealth.Paused => "Stopped",
        SourceHealth.PausedByHand => "Paused",
        _ => health.ToString(),
    };

    /// <summary>"failing": the word of an address.</summary>
    public static string Key(SourceHealth health) => health switch
    {
        SourceHealth.Paused => "stopped",
        SourceHealth.PausedByHand => "paused",
        _ => health.ToString().ToLowerInvariant(),
    };

    /// <summary>"feed", "watched page".</summary>
    public static string Kind(string kind) => kind switch
    {
        "html-listing" => "watched page",
        "api" => "JSON answer",
        "jsonfeed" => "JSON feed",
        "sitemap" => "sitemap",
        _ => "feed",
    };

    /// <summary>"40 min", "6 h", "3 days": one unit, rounded.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(span.TotalMinutes)} min"),
        { TotalHours: < 36 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(span.TotalHours)} h"),
        { TotalDays: < 21 } => Counts.Of((int)Math.Round(span.TotalDays), "day", "days"),
        { TotalDays: < 75 } => Counts.Of((int)Math.Round(span.TotalDays / 7), "week", "weeks"),
        _ => Counts.Of((int)Math.Round(span.TotalDays / 30.4), "month", "months"),
    };

    /// <summary>"usually every 6 h"; null where no habit is known.</summary>
    public static string? Tempo(SourceTempo tempo) => tempo.UsualGap is { } gap ? $"usually every {Span(gap)}" : null;

    /// <summary>"every 30 min, set by hand"; null where nothing was learned yet.</summary>
    public static string? Rhythm(SourceLine source) => (source.CheckEvery, source.Rhythm) switch
    {
        ({ } set, _) => $"every {Span(set)}, set by hand",
        (null, { } learned) => $"every {Span(learned)}, learned",
        _ => null,
    };

    /// <summary>The kind of a failure, where no sentence was kept.</summary>
    public static string Cause(FetchFailure failure) => failure switch
    {
        FetchFailure.AddressRefused => "The address is refused by our own rules.",
        FetchFailure.Dns => "The name was not found (DNS).",
        FetchFailure.Connection => "Nobody answered, or the line was cut.",
        FetchFailure.Tls => "The certificate or the handshake failed.",
        FetchFailure.Timeout => "It took too long.",
        FetchFailure.Protocol => "The answer breaks HTTP.",
        FetchFailure.Redirects => "It redirects in a loop, or too often.",
        FetchFailure.TooLarge => "The answer is larger than we take.",
        FetchFailure.Robots => "robots.txt asks us not to read it.",
        FetchFailure.Challenge => "A challenge page stands before the content.",
        FetchFailure.AccessDenied => "Sign-in or payment is asked for.",
        FetchFailure.NotFound => "The address is not there (404).",
        FetchFailure.Gone => "The address is gone for good (410).",
        FetchFailure.RateLimited => "We were asked to wait (429).",
        FetchFailure.ClientError => "The request was refused.",
        FetchFailure.ServerError => "The server fails.",
        FetchFailure.NotAFeed => "What came is not a feed.",
        FetchFailure.LoginWall => "A sign-in page stands before the content.",
        FetchFailure.Moved => "The address leads for good to another one that is no feed.",
        _ => "The answer was empty.",
    };

    /// <summary>What happens next, or what a person can do, seen beside the other sources: trouble that they do not have is not our line.</summary>
    public static string Remedy(FetchFailure failure, bool othersAreWell) => failure switch
    {
        FetchFailure.Connection or FetchFailure.Timeout when othersAreWell => "Others are fine, so it is not our line. We try again by ourselves.",
        FetchFailure.Dns when othersAreWell => "Others are fine, so it is not our line. The outlet may have moved: look for its new address.",
        _ => Remedy(failure),
    };

    /// <summary>What happens next, or what a person can do.</summary>
    public static string Remedy(FetchFailure failure) => failure switch
    {
        FetchFailure.AddressRefused => "Allow the address in the settings if it is your own network, or remove the source.",
        FetchFailure.Dns => "If others fail too, check this machine's network. Else the outlet may have moved: look for its new address.",
        FetchFailure.Connection or FetchFailure.Timeout => "If others fail too, check this machine's network. We try again by ourselves.",
        FetchFailure.Tls => "The outlet must renew its certificate, or this machine's clock is wrong. We do not read around it.",
        FetchFailure.Protocol or FetchFailure.ServerError or FetchFailure.Empty => "The outlet must mend it. We try again by ourselves.",
        FetchFailure.Redirects => "Open the address in a browser and use the one where it ends.",
        FetchFailure.TooLarge => "Look for a shorter feed of the outlet.",
        FetchFailure.Robots => "We keep to it. Ask the outlet, or use its feed if it has one.",
        FetchFailure.Challenge => "We do not work around it. Ask the outlet for a feed that programs may read.",
        FetchFailure.AccessDenied => "We bypass nothing. Use the outlet's free feed, or remove the source.",
        FetchFailure.NotFound => "Look for the outlet's new address.",
        FetchFailure.Gone => "We stopped asking. Look for the outlet's new address, or remove the source.",
        FetchFailure.ClientError => "Open the address in a browser: it may have changed, or be closed to programs.",
        FetchFailure.RateLimited => "We wait as long as we were asked to.",
        FetchFailure.NotAFeed => "The outlet may have moved its feed. Look for the new one on its site.",
        FetchFailure.LoginWall => "We sign in nowhere. Use the outlet's free feed, or remove the source.",
        FetchFailure.Moved => "Open the address in a browser: where it ends, look for the outlet's new feed.",
        _ => "Check the address.",
    };
}
