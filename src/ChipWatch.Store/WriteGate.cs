using System.Diagnostics.CodeAnalysis;

namespace ChipWatch.Store;

/// <summary>Lets one writer at a time into the store: SQLite has one, and a queue here is kinder than its busy time-out.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The gate holds nothing of the system's; once disposed, whoever still waits before it when the program ends would wait for ever.")]
internal sealed class WriteGate
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for the turn; disposing the answer passes it on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
