using System.Globalization;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Sources;

/// <summary>An address as a person types or pastes it: without scheme, in angle brackets, under the scheme `feed:`.</summary>
public static class PastedAddress
{
    private const int Longest = 2_048;

    /// <summary>The address that is meant; null where it is none of the web. Whether it may be fetched is the fetcher's to say.</summary>
    public static Uri? Read(string? pasted)
    {
        var text = (pasted ?? "").Trim().Trim('<', '>', '"', '\'').Trim();
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[5..].TrimStart('/');
        }

        if (text.Length is 0 or > Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return null;
        }

        if (!text.Contains("://", StringComparison.Ordinal))
        {
            // `nvidia.com/news` is meant as an address, `news` or `mailto:x` is not.
            var host = text.TrimStart('/').Split('/', '?', '#')[0];
            if (host.Contains('@', StringComparison.Ordinal) || (!host.Contains('.', StringComparison.Ordinal) && !IsWithPort(host)))
            {
                return null;
            }

            // Public sites have certificates; what runs at home, named by number or as `localhost`, seldom has.
            text = (IsAtHome(host) ? "http://" : "https://") + text.TrimStart('/');
        }

        return CanonicalUrl.Resolve(null, text) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }

    private static bool IsAtHome(string host)
    {
        var name = host.Split(':')[0];
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || System.Net.IPAddress.TryParse(name, out _);
    }

    private static bool IsWithPort(string host) =>
        host.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
