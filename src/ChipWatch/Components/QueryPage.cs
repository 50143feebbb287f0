using Microsoft.AspNetCore.Components;

namespace ChipWatch.Components;

/// <summary>A page that shows the answer to the one question that its address asks: asked again when the address changes, handed over from the prerendered page.</summary>
/// <typeparam name="TView">All that the page shows.</typeparam>
public abstract class QueryPage<TView> : ComponentBase, IDisposable
    where TView : class
{
    private readonly CancellableLoads loads = new();
    private string? shown;

    /// <summary>The ticket of the prerendered view; travels with the page.</summary>
    [PersistentState]
    public string? Ticket { get; set; }

    /// <summary>Where prerendered views wait.</summary>
    [Inject]
    protected PrerenderHandover Handover { get; set; } = null!;

    /// <summary>The page's address.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What is shown; null before the first answer and where there is nothing of that address.</summary>
    protected TView? View { get; private set; }

    /// <summary>What of the address decides the view; parts that only light something up are left out.</summary>
    protected virtual string Address => new Uri(Navigation.Uri).PathAndQuery;

    /// <summary>Asks. Null: there is nothing at this address, and the page answers "not found".</summary>
    protected abstract Task<TView?> LoadAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var address = Address;
        if (shown == address)
        {
            return;
        }

        if (Ticket is { } ticket)
        {
            Ticket = null;
            if (Handover.Take(ticket, address) is TView prerendered)
            {
                (View, shown) = (prerendered, address);
                return;
            }
        }

        await AskAsync(address);
        if (View is not null && !RendererInfo.IsInteractive)
        {
            Ticket = Handover.Keep(address, View);
        }
    }

    /// <summary>Asks the same question again, in place.</summary>
    protected Task ReloadAsync() => AskAsync(Address);

    private async Task AskAsync(string address)
    {
        var load = loads.Next();
        try
        {
            var view = await LoadAsync(load);
            load.ThrowIfCancellationRequested();
            (View, shown) = (view, address);
        }
        catch (OperationCanceledException) when (load.IsCancellationRequested)
        {
            return; // a newer question is on its way, or the page is gone
        }

        if (View is not null)
        {
            return;
        }

        if (await ElsewhereAsync(load) is { } elsewhere)
        {
            Navigation.NavigateTo(elsewhere, replace: true);
        }
        else
        {
            Navigation.NotFound();
        }
    }

    /// <summary>Where that which was at this address is now; null where it never was.</summary>
    protected virtual Task<string?> ElsewhereAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            loads.Dispose();
        }
    }
}
