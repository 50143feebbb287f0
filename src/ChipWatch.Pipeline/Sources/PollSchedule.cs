using System.Security.Cryptography;
using System.Text;

namespace ChipWatch.Pipeline.Sources;

/// <summary>What decides how often a source is polled.</summary>
/// <param name="Id">Its id; spreads sources that would all be due at once.</param>
/// <param name="SetByPerson">The rhythm that a person set; goes before the learned one.</param>
/// <param name="Learned">The rhythm learned from when its items came.</param>
/// <param name="Wishes">What its feed asks for.</param>
public sealed record PollSubject(string Id, TimeSpan? SetByPerson, TimeSpan? Learned, PollWishes Wishes);

/// <summary>From what came of a poll to when to look again. Pure: the same source, day and outcome give the same instant.</summary>
/// <param name="usual">The rhythm of a source of which nothing is known yet.</param>
public sealed class PollSchedule(TimeSpan usual)
{
    private const int FewestDates = 5;
    private const int MostDates = 30;
    private const double SilenceStretch = 1.02;
    private const double MostJitter = 0.1;

    /// <summary>No source is polled more often by what was learned.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromMinutes(10);

    /// <summary>No source is polled less often by what was learned.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(6);

    /// <summary>No pause is longer, whoever asks for it.</summary>
    public static TimeSpan LongestPause { get; } = TimeSpan.FromHours(24);

    /// <summary>Half the mean time between the latest items up to now, so that silence counts too; null where too few have dates of their own.</summary>
    /// <param name="published">When the items of an answer were published, in any order.</param>
    /// <param name="now">The present.</param>
    public static TimeSpan? Learn(IEnumerable<DateTimeOffset> published, DateTimeOffset now)
    {
        var latest = published.Where(date => date <= now).Distinct().OrderDescending().Take(MostDates).ToList();
        return latest.Count < FewestDates ? null : Within((now - latest[^1]) / latest.Count / 2);
    }

    /// <summary>What a learned rhythm becomes by an answer without news: a little longer, so that a source that fell silent is asked less and less.</summary>
    public static TimeSpan? Unchanged(TimeSpan? learned) => learned is { } rhythm ? Within(rhythm * SilenceStretch) : null;

    /// <summary>The rhythm of a source that is well.</summary>
    public TimeSpan RhythmOf(PollSubject source) => source.SetByPerson ?? source.Learned ?? usual;

    /// <summary>After an answer that could be read, or 304: its rhythm, or the longer pause that server or feed ask for, outside the feed's quiet hours.</summary>
    /// <param name="source">The source.</param>
    /// <param name="maxAge">For how long the server says its answer stays fresh.</param>
    /// <param name="now">The present.</param>
    public DateTimeOffset AfterSuccess(PollSubject source, TimeSpan? maxAge, DateTimeOffset now)
    {
        var pause = Longer(Longer(RhythmOf(source), maxAge), source.Wishes.Pause);
        var next = now + Spread(source.Id, pause, now);
        for (var tries = 0; tries < 24 && source.Wishes.IsQuiet(next) && next < now + LongestPause; tries++)
        {
            next = new DateTimeOffset(next.UtcDateTime.Date.AddHours(next.UtcDateTime.Hour + 1), TimeSpan.Zero);
        }

        return Earlier(next, now + LongestPause);
    }

    /// <summary>After a failure: twice the pause for each failure in a row, from its rhythm up to a day, or what the server asks for where that is longer.</summary>
    /// <param name="source">The source.</param>
    /// <param name="failuresBefore">Failures in a row before this one.</param>
    /// <param name="retryAfter">The pause that the server asks for.</param>
    /// <param name="now">The present.</param>
    public DateTimeOffset AfterFailure(PollSubject source, int failuresBefore, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var backOff = RhythmOf(source) * Math.Pow(2, Math.Clamp(failuresBefore, 0, 16));
        return Earlier(now + Longer(Spread(source.Id, backOff, now), retryAfter), now + LongestPause);
    }

    /// <summary>Adds up to a tenth, by source and day: what began together drifts apart, and a test can still foretell it.</summary>
    private static TimeSpan Spread(string sourceId, TimeSpan pause, DateTimeOffset now)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{sourceId} {now.UtcDateTime:yyyyMMdd}"));
        return pause * (1 + (MostJitter * BitConverter.ToUInt16(hash) / ushort.MaxValue));
    }

    private static TimeSpan Within(TimeSpan rhythm) => rhythm < Shortest ? Shortest : rhythm > Longest ? Longest : rhythm;

    private static TimeSpan Longer(TimeSpan one, TimeSpan? other) => other > one ? other.Value : one;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
