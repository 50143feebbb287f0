using ChipWatch.Api;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Components;

/// <summary>A page on which a person changes something: one thing at a time, whatever events the browser sends meanwhile.</summary>
/// <typeparam name="TView">All that the page shows.</typeparam>
public abstract class ChangingPage<TView> : QueryPage<TView>
    where TView : class
{
    private readonly CancellableLoads acts = new();

    /// <summary>Whether changes are taken from here.</summary>
    [Inject]
    protected ChangeRights Rights { get; set; } = null!;

    /// <summary>Whether something is being done: its button is out of use meanwhile.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Does one thing; what is asked for meanwhile is passed over.</summary>
    protected async Task OnceAsync(Func<CancellationToken, Task> act)
    {
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        var stop = acts.Next();
        try
        {
            await act(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return; // the page is gone
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            acts.Dispose();
        }

        base.Dispose(disposing);
    }
}
