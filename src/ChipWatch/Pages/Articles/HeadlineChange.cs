namespace ChipWatch.Pages.Articles;

/// <summary>What changed between two states of a headline, by words: what both begin and end with, and what stands between.</summary>
/// <param name="Before">Common beginning.</param>
/// <param name="Removed">Words that went.</param>
/// <param name="Added">Words that came.</param>
/// <param name="After">Common end.</param>
public sealed record HeadlineChange(string Before, string Removed, string Added, string After)
{
    /// <summary>Compares two headlines.</summary>
    public static HeadlineChange Between(string old, string now)
    {
        var (left, right) = (old.Split(' '), now.Split(' '));
        var shorter = Math.Min(left.Length, right.Length);
        var head = 0;
        while (head < shorter && left[head] == right[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && left[^(tail + 1)] == right[^(tail + 1)])
        {
            tail++;
        }

        return new HeadlineChange(
            string.Join(' ', left[..head]),
            string.Join(' ', left[head..^tail]),
            string.Join(' ', right[head..^tail]),
            string.Join(' ', right[(right.Length - tail)..]));
    }
}
