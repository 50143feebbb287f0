namespace ChipWatch.Commands;

/// <summary>How far a verb is, on standard error, where that is a terminal; else nothing. Answers on standard output stay whole lines either way.</summary>
/// <param name="total">Steps in all.</param>
internal sealed class ProgressBar(int total) : IDisposable
{
    private const int Width = 24;
    private readonly bool isShown = total > 0 && !Console.IsErrorRedirected;
    private int done;
    private int drawn = -1;

    /// <summary>One step more.</summary>
    public void Step()
    {
        done++;
        var filled = Math.Min(Width, Width * done / Math.Max(1, total));
        if (isShown && filled != drawn)
        {
            drawn = filled;
            Console.Error.Write($"\r[{new string('#', filled)}{new string('·', Width - filled)}] {done} of {total}");
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (isShown)
        {
            Console.Error.Write($"\r{new string(' ', Width + 24)}\r");
        }
    }
}
