using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ChipWatch.Components;

/// <summary>A word in a drawing. Built by hand, because Razor keeps the tag "text" for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Left, middle or right end, as the anchor says.</summary>
    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>Base line.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    /// <summary>What is written.</summary>
    [Parameter, EditorRequired] public string Words { get; set; } = "";

    /// <summary>Colour.</summary>
    [Parameter] public string Fill { get; set; } = "var(--ink)";

    /// <summary>start, middle or end.</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    /// <summary>Size in pixels.</summary>
    [Parameter] public int Size { get; set; } = 13;

    /// <summary>Weight.</summary>
    [Parameter] public int Weight { get; set; } = 400;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Y.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "fill", Fill);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddAttribute(5, "font-size", Size);
        builder.AddAttribute(6, "font-weight", Weight);
        builder.AddContent(7, Words);
        builder.CloseElement();
    }
}
