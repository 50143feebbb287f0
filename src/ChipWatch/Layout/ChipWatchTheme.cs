using MudBlazor;

namespace ChipWatch.Layout;

/// <summary>
/// What MudBlazor is told of the look. The hex pairs are those of wwwroot/look/tokens.css (a test compares them);
/// what a theme cannot hold stands in `.mud-theme-chipwatch` of components.css.
/// </summary>
public static class ChipWatchTheme
{
    private static readonly string[] SansFonts = ["Inter Variable", "Inter", "Noto Sans", "system-ui", "sans-serif"];

    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1A1916",
            PrimaryContrastText = "#FFFFFF",
            Secondary = "#47443D",
            Background = "#FBFAF7",
            Surface = "#FFFFFF",
            TextPrimary = "#1A1916",
            TextSecondary = "#47443D",
            TextDisabled = "#A9A497",
            LinesDefault = "#E5E1D8",
            LinesInputs = "#8A8578",
            Divider = "#E5E1D8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#ECEAE4",
            PrimaryContrastText = "#121316",
            Secondary = "#BBB8B0",
            Background = "#121316",
            Surface = "#191B1F",
            TextPrimary = "#ECEAE4",
            TextSecondary = "#BBB8B0",
            TextDisabled = "#5C5F66",
            LinesDefault = "#2A2D33",
            LinesInputs = "#767C87",
            Divider = "#2A2D33",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SansFonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = SansFonts, FontSize = ".8125rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "0" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
    };
}
