namespace ChipWatch.Components;

/// <summary>The loads of one component: a new one ends the one before, disposing ends them all.</summary>
public sealed class CancellableLoads : IDisposable
{
    private CancellationTokenSource? current;
    private bool isDisposed;

    /// <summary>Ends the load before and gives the token of the next; a cancelled one after <see cref="Dispose"/>.</summary>
    public CancellationToken Next()
    {
        End();
        if (isDisposed)
        {
            return new CancellationToken(canceled: true);
        }

        current = new CancellationTokenSource();
        return current.Token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isDisposed = true;
        End();
    }

    private void End()
    {
        current?.Cancel();
        current?.Dispose();
        current = null;
    }
}
