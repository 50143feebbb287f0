using System.Globalization;
using System.Net.Http.Headers;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Reads the times that a server gives: when to come again, how long what it gave stays fresh.</summary>
internal static class AnswerTimes
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>The Retry-After header (RFC 9110, 10.2.3), seconds or date, between one minute and a day; null where it cannot be read.</summary>
    public static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        if (double.TryParse(header, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
        {
            return Clamp(TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds)));
        }

        return RetryConditionHeaderValue.TryParse(header, out var read) && read.Date is { } date ? Clamp(date - now) : null;
    }

    /// <summary>For how long a body stays fresh (Cache-Control: max-age less Age); null where the server does not say or forbids to rely on it.</summary>
    public static TimeSpan? MaxAge(SafeAnswer.Answered answer)
    {
        if (!CacheControlHeaderValue.TryParse(answer.Header("Cache-Control"), out var cache) || cache.NoCache || cache.NoStore || cache.MaxAge is not { } maxAge)
        {
            return null;
        }

        var age = int.TryParse(answer.Header("Age"), NumberStyles.None, CultureInfo.InvariantCulture, out var passed) ? TimeSpan.FromSeconds(passed) : TimeSpan.Zero;
        return maxAge > age ? maxAge - age : TimeSpan.Zero;
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;
}
