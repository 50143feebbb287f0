using ChipWatch.Components;
using ChipWatch.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>A page on which a person changes sources.</summary>
/// <typeparam name="TView">All that the page shows.</typeparam>
public abstract class ActingPage<TView> : ChangingPage<TView>
    where TView : class
{
    /// <summary>Does it.</summary>
    [Inject]
    protected SourceDesk Desk { get; set; } = null!;
}
