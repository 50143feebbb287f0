using System.Globalization;
using ChipWatch.Live;

namespace ChipWatch.Commands;

/// <summary>The running round as one line on a terminal, drawn over itself. Writes nothing where standard error is no terminal.</summary>
internal sealed class RoundProgressLine : IDisposable
{
    private const int BarWidth = 24;
    private readonly RoundMonitor monitor;
    private readonly TextWriter terminal;
    private readonly bool isTerminal;
    private int drawn;

    public RoundProgressLine(RoundMonitor monitor, TextWriter terminal, bool isTerminal)
    {
        (this.monitor, this.terminal, this.isTerminal) = (monitor, terminal, isTerminal);
        if (isTerminal)
        {
            monitor.Changed += Draw;
        }
    }

    /// <summary>"[######··················]  31 of 120 · 84 articles · 2 failed".</summary>
    public static string TextOf(RoundSnapshot round)
    {
        var filled = round.Total == 0 ? 0 : BarWidth * round.Done / round.Total;
        var bar = new string('#', filled) + new string('·', BarWidth - filled);
        var failed = round.Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $" · {round.Failed} failed") : "";
        return string.Create(CultureInfo.InvariantCulture, $"[{bar}] {round.Done} of {round.Total} · {round.Articles} articles{failed}");
    }

    /// <summary>Takes the line away, so that other output has the place.</summary>
    public void Clear()
    {
        if (isTerminal && drawn > 0)
        {
            terminal.Write($"\r{new string(' ', drawn)}\r");
            drawn = 0;
        }
    }

    public void Dispose()
    {
        monitor.Changed -= Draw;
        lock (terminal)
        {
            Clear();
        }
    }

    private void Draw()
    {
        if (monitor.Current is not { } round)
        {
            return;
        }

        lock (terminal)
        {
            var text = TextOf(round);
            terminal.Write($"\r{text.PadRight(drawn)}");
            drawn = text.Length;
        }
    }
}
