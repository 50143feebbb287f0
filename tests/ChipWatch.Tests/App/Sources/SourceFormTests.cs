using ChipWatch.Pipeline.Listings;
using ChipWatch.Sources;
using ChipWatch.Store.Sources;

namespace ChipWatch.Tests.App.Sources;

public sealed class SourceFormTests
{
    private static readonly SourceSettings Settings = new("Wire", "html-listing", "https://wire.example/news")
    {
        SiteUrl = "https://wire.example/", Language = "de-AT", Folder = "Press", CheckEvery = TimeSpan.FromDays(1), Rules = new(new ListingRules("li", "h2", "a", "time"), null),
    };

    [Fact]
    public void Read_OfSettings_GivesThemBack()
    {
        Assert.Null(SourceForm.Of(Settings).Read(out var read));
        Assert.Equal(Settings, read);
    }

    [Fact]
    public void Read_MappingOfAnApi_GoesThereAndBack()
    {
        var api = Settings with { Kind = "api", Rules = new(null, new JsonMapping("hits", "objectID", "url", "title", "created_at", "author", null, "https://x.example/{id}")) };

        Assert.Null(SourceForm.Of(api).Read(out var read));
        Assert.Equal(api, read);
    }

    [Theory]
    [InlineData("Name", "", SourceField.Name)]
    [InlineData("Address", "not an address", SourceField.Address)]
    [InlineData("Address", "javascript:alert(1)", SourceField.Address)]
    [InlineData("Kind", "telnet", SourceField.Kind)]
    [InlineData("Site", "javascript:alert(1)", SourceField.Site)]
    [InlineData("Language", "german please", SourceField.Language)]
    [InlineData("CheckEvery", "soon", SourceField.CheckEvery)]
    [InlineData("CheckEvery", "00:00:01", SourceField.CheckEvery)]
    [InlineData("CheckEvery", "365.00:00:00", SourceField.CheckEvery)]
    public void Read_BadText_IsRefusedAtItsField(string property, string text, SourceField expected)
    {
        var form = SourceForm.Of(Settings);
        typeof(SourceForm).GetProperty(property)!.SetValue(form, text);

        Assert.Equal(expected, form.Read(out _)?.Field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"items\":\"a\"")]
    [InlineData("{\"items\":\"a\"}")]
    public void Read_ApiWithoutAMapping_IsRefused(string mapping)
    {
        var form = SourceForm.Of(Settings with { Kind = "api" });
        form.Mapping = mapping;

        Assert.Equal(SourceField.Rules, form.Read(out _)?.Field);
    }

    [Fact]
    public void Read_EveryTextOverTheLimit_IsRefused() => Assert.All(
        typeof(SourceForm).GetProperties().Where(property => property.PropertyType == typeof(string)),
        property =>
        {
            var form = SourceForm.Of(Settings);
            property.SetValue(form, new string('x', 4001));
            Assert.NotNull(form.Read(out _));
        });
}
