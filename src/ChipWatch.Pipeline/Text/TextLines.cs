namespace ChipWatch.Pipeline.Text;

/// <summary>The lines of a plain text that hold something.</summary>
internal static class TextLines
{
    /// <summary>Start and end of each line without outer white space, and whether a blank line stands before it.</summary>
    public static List<(int Start, int End, bool AfterBlank)> Of(string text)
    {
        var lines = new List<(int, int, bool)>();
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
            {
                end = text.Length;
            }

            var (from, to) = (at, end);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                lines.Add((from, to, blank));
            }

            blank = to == from;
            at = end + 1;
        }

        return lines;
    }
}
