using System.Reflection;
using System.Text.RegularExpressions;
using ChipWatch.Layout;
using MudBlazor;
using MudBlazor.Utilities;

namespace ChipWatch.Tests.App.Layout;

public sealed partial class ChipWatchThemeTests
{
    /// <summary>The theme repeats hex pairs of the design tokens; this keeps the two from drifting apart.</summary>
    [Theory]
    [InlineData(nameof(Palette.Primary), "ink")]
    [InlineData(nameof(Palette.PrimaryContrastText), "on-ink")]
    [InlineData(nameof(Palette.Secondary), "ink-2")]
    [InlineData(nameof(Palette.Background), "page")]
    [InlineData(nameof(Palette.Surface), "surface")]
    [InlineData(nameof(Palette.TextPrimary), "ink")]
    [InlineData(nameof(Palette.TextSecondary), "ink-2")]
    [InlineData(nameof(Palette.TextDisabled), "ink-off")]
    [InlineData(nameof(Palette.LinesDefault), "line")]
    [InlineData(nameof(Palette.LinesInputs), "field")]
    [InlineData(nameof(Palette.Divider), "line")]
    public void Theme_Colour_IsTheTokens(string colour, string token)
    {
        var pair = TokenPattern().Matches(Tokens()).Single(match => match.Groups["name"].Value == token);

        Assert.Equal(pair.Groups["light"].Value, Colour(ChipWatchTheme.Theme.PaletteLight, colour));
        Assert.Equal(pair.Groups["dark"].Value, Colour(ChipWatchTheme.Theme.PaletteDark, colour));
    }

    [GeneratedRegex(@"^\s*--(?<name>[a-z0-9-]+):\s*light-dark\((?<light>#[0-9A-F]{6}), (?<dark>#[0-9A-F]{6})\)", RegexOptions.Multiline)]
    private static partial Regex TokenPattern();

    private static string Colour(Palette palette, string name) =>
        ((MudColor)typeof(Palette).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(palette)!).ToString(MudColorOutputFormats.Hex).ToUpperInvariant();

    private static string Tokens()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ChipWatch.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return File.ReadAllText(Path.Combine(folder, "src", "ChipWatch", "wwwroot", "look", "tokens.css"));
    }
}
