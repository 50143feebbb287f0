using Bunit;
using ChipWatch.Live;
using ChipWatch.Pages.Sources;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Pages.Sources;

public sealed class SourcePageTests : PageContext
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-06-25T12:00Z");

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Source_Unknown_IsNotFound()
    {
        GoTo("/sources/none");
        Render<SourcePage>(parameters => parameters.Add(page => page.Id, "none"));

        Assert.True(IsMissing);
    }

    [Fact]
    public void Source_ItemsAndChecks_SayHowFarAndWhy()
    {
        Sources.Items =
        [
            new(3, "Stored one", "https://a.example/1", Noon, ItemProgress.Stored, null, null, 42, "stored-one"),
            new(2, "Waiting one", "https://a.example/2", Noon, ItemProgress.Pending, "The server has trouble of its own (503).", Noon.AddHours(1), null, null),
            new(1, "Lost one", "javascript:alert(1)", Noon, ItemProgress.Failed, "The page holds no article.", null, null, null),
        ];
        Sources.Checks =
        [
            new(2, Noon, FetchFailure.ServerError, "The server has trouble of its own (503).", false, 0, 0, TimeSpan.FromMilliseconds(80)),
            new(1, Noon, null, null, false, 10, 3, TimeSpan.FromSeconds(2)),
        ];
        var page = Open("nikkei");

        Assert.Equal(["Stored", "To be read", "Not read"], page.FindAll(".items .h").Select(state => state.TextContent.Trim()));
        Assert.Equal("/articles/42/stored-one", page.Find(".items a").GetAttribute("href"));
        Assert.Empty(page.FindAll("a[href^='javascript:']"));
        Assert.Contains("The outlet must mend it.", page.FindAll(".checks td")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("3 new of 10 items.", page.FindAll(".checks td")[4].TextContent, StringComparison.Ordinal);
        Assert.Equal("/sources/nikkei?items=older", page.Find(".pager a").GetAttribute("href"));
        Assert.Contains("https://former.example/feed", page.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "check nikkei")]
    [InlineData("pause", "pause nikkei")]
    public void Source_Act_IsDone(string act, string expected)
    {
        Open("nikkei").Find($"button[formaction='/sources/nikkei/{act}']").Click();

        Assert.Equal([expected], Catalogue.Done);
    }

    [Fact]
    public void Source_Clone_GoesOnToItsForm()
    {
        Open("nikkei").Find("button[formaction='/sources/nikkei/clone']").Click();

        Assert.Equal("http://localhost/sources/nikkei-copy/edit", Navigation.Uri);
    }

    [Fact]
    public void Source_Remove_SaysThatArticlesStay()
    {
        var page = Open("nikkei");

        Assert.Contains("Its 2 articles stay", page.Find(".remove").TextContent, StringComparison.Ordinal);
        page.Find(".remove form").Submit();
        Assert.Equal(["remove nikkei"], Catalogue.Done);
        Assert.Equal("http://localhost/sources", Navigation.Uri);
    }

    [Fact]
    public void Source_ARoundBringsItems_ShowsThemAsTheyCome()
    {
        var page = Open("nikkei");
        Assert.Empty(page.FindAll(".items"));

        using var round = Monitor.Begin([new("nikkei", "Nikkei Asia", "rss", new Uri("https://nikkei.example"), "ja", false, Validators.None, 0)], CancellationToken.None);
        Sources.Items = [new(3, "Fresh one", "https://a.example/1", Noon, ItemProgress.Pending, null, Noon, null, null)];
        round.Put(new SourceProgress("nikkei", "Nikkei Asia", SourceStage.ReadingPages) { NewItems = 1, Pages = 1 });
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Fresh one", page.Find(".items").TextContent, StringComparison.Ordinal));
        Assert.Contains("Reading", page.Find(".srcone .h").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_Refused_KeepsWhatWasTypedAndSaysWhyAtTheField()
    {
        GoTo("/sources/nikkei/edit");
        var page = Render<EditSourcePage>(parameters => parameters.Add(edit => edit.Id, "nikkei"));

        page.Find("#f-address").Change("ftp://nikkei.example/x");
        page.Find("form").Submit();

        Assert.Equal("ftp://nikkei.example/x", page.Find("#f-address").GetAttribute("value"));
        Assert.Equal("true", page.Find("#f-address").GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.Find("#fault-address").TextContent);
        Assert.Empty(Catalogue.Done);
    }

    [Fact]
    public void Edit_Saved_GoesBackToTheSource()
    {
        GoTo("/sources/nikkei/edit");
        var page = Render<EditSourcePage>(parameters => parameters.Add(edit => edit.Id, "nikkei"));

        page.Find("#f-name").Change("Nikkei");
        page.Find("form").Submit();

        Assert.Equal(["edit nikkei"], Catalogue.Done);
        Assert.Equal("http://localhost/sources/nikkei", Navigation.Uri);
    }

    private IRenderedComponent<SourcePage> Open(string id)
    {
        GoTo($"/sources/{id}");
        return Render<SourcePage>(parameters => parameters.Add(page => page.Id, id));
    }
}
