using Bunit;
using ChipWatch.Catalogue;
using ChipWatch.Pages.Catalogue;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Sources;
using ChipWatch.Store.Catalogue;
using ChipWatch.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Pages.Catalogue;

public sealed class CataloguePagesTests : PageContext
{
    private readonly FixedCatalogueStore store;

    public CataloguePagesTests()
    {
        var live = new LiveCatalogue(TestStore.Catalogue with
        {
            Companies = [TestStore.Company("amazon", "Amazon") with { Aliases = [new("Amazon", true, ["cloud", "chips"], ["river"], true), new("アマゾン", false, [], [], false)] }, TestStore.Company("nvidia", "NVIDIA")],
        });
        store = new(live);
        Services.AddSingleton(live);
        Services.AddSingleton<ICatalogueStore>(store);
        Services.AddSingleton<IProposals>(store);
        Services.AddSingleton<ICatalogueQueries>(store);
    }

    [Fact]
    public void Catalogue_ShowsListsProposalsAndChanges()
    {
        store.Proposals = [new(4, "Fenwick", false, 3, 2, FixedCatalogueStore.Change.At, FixedCatalogueStore.Change.At, [new(1, "a", "Bloomberg", FixedCatalogueStore.Change.At, Span("The start-up Fenwick grew."))])];
        GoTo("/catalogue");
        var page = Render<CataloguePage>();

        Assert.Equal(["Companies", "Chips", "Topics", "Outlets"], page.FindAll(".catlists b").Select(list => list.TextContent));
        Assert.Equal("Fenwick", page.Find(".props mark").TextContent);
        Assert.Contains("3 articles, 2 outlets", page.Find(".props").TextContent, StringComparison.Ordinal);
        Assert.Equal("/admin/catalogue/companies/add?name=Fenwick", page.Find(".props a.btn").GetAttribute("href"));
        Assert.Contains("added “Amazonia Cloud”", page.Find(".catlog").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("form[action='/admin/catalogue/changes/7/undo']"));
    }

    [Fact]
    public void Catalogue_ReadFromElsewhere_OffersNothingToChange()
    {
        MayChange = false;
        store.Proposals = [new(4, "Fenwick", true, 3, 2, FixedCatalogueStore.Change.At, FixedCatalogueStore.Change.At, [])];
        GoTo("/catalogue");
        var page = Render<CataloguePage>();

        Assert.Empty(page.FindAll("form[method=post]"));
        Assert.Empty(page.FindAll("a[href^='/admin']"));
        Assert.Contains("Read only.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalogue_ArticlesThatDoNotFollowYet_SaysSo()
    {
        store.Standing = new(3, null, 1204, 1, false);
        GoTo("/catalogue");
        var page = Render<CataloguePage>();

        Assert.Contains("1,204 articles were tagged by the names of earlier seeds", page.Markup.Replace("</span>", "", StringComparison.Ordinal).Replace("<span class=\"num\">", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("are being tagged again", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_PartOfAnAlias_FindsItsEntry()
    {
        GoTo("/catalogue?q=アマ");
        var page = Render<CataloguePage>();

        Assert.Equal("Amazon", page.Find(".cat .nm a").TextContent);
        Assert.Equal("アマゾン", page.Find(".cat .also").TextContent.Trim());
    }

    [Fact]
    public void List_UnknownKind_IsNotFound()
    {
        GoTo("/catalogue/fruit");
        Render<ListPage>(parameters => parameters.Add(page => page.List, "fruit"));

        Assert.True(IsMissing);
    }

    [Fact]
    public void Entry_ShowsNamesByScriptWithTheirRules()
    {
        GoTo("/catalogue/companies/amazon");
        var page = Render<EntryPage>(parameters => parameters.Add(page => page.List, "companies").Add(page => page.Id, "amazon"));

        Assert.Equal(["Latin script", "Japanese"], page.FindAll(".catone section h2").Select(title => title.TextContent));
        Assert.Equal("beside “cloud”, “chips”, not with “river”, as written", string.Join(' ', page.Find(".names2 .ru").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal));
        Assert.Equal("/admin/catalogue/companies/edit/amazon?do=change&name=Amazon", page.Find(".names2 .do a").GetAttribute("href"));
        Assert.Equal("/timeline?vendor=amazon", page.Find(".meta a").GetAttribute("href"));
    }

    [Fact]
    public void Edit_NameInTheLink_IsFilledInWithItsRules()
    {
        GoTo("/admin/catalogue/companies/edit/amazon?do=change&name=Amazon");
        var page = Render<EditEntryPage>(parameters => parameters.Add(page => page.List, "companies").Add(page => page.Id, "amazon"));

        Assert.Equal("Amazon", page.Find("#c-texts").GetAttribute("value"));
        Assert.Equal("cloud\nchips", page.Find("[name=context]").TextContent);
        Assert.True(page.Find("[name=needs-context]").HasAttribute("checked"));
        Assert.Empty(page.FindAll(".prev"));
    }

    [Fact]
    public void Edit_Preview_CountsHonestlyAndShowsEachTagWithItsSentence()
    {
        var preview = new CataloguePreview(
            14, 3, 9, 1, 400, 20000, false,
            [new(1, "a", "Fenwick grows", "Bloomberg", "en", FixedCatalogueStore.Change.At, [new(MoveFacet.Company, "amazon", "Amazon", true, Span("Fenwick is Amazon's.")), new(MoveFacet.Topic, "cloud", "Cloud", false, Span("In the cloud."))])],
            [new(MoveFacet.Company, 0.99, 0.98), new(MoveFacet.Chip, 0.97, 0.97), new(MoveFacet.Topic, 0.86, 0.87)],
            [new("A brief", new(MoveFacet.Company, "amazon", "Amazon", true, null), false)], 160, [new("Fenwick", "Fenwick Labs")], TimeSpan.FromSeconds(4.2));
        var form = CatalogueForm.Of(FormPurpose.AddNames, EntryKind.Company, TestStore.Catalogue.Find(EntryKind.Company, "amazon"), "Fenwick");
        var ticket = Services.GetRequiredService<SourceDrafts>().Keep(new CatalogueDraft(form, new(EntryKind.Company, "amazon") { Added = [new("Fenwick")] }, null, preview));
        GoTo("/admin/catalogue/companies/edit/amazon?draft=" + ticket);
        var page = Render<EditEntryPage>(parameters => parameters.Add(page => page.List, "companies").Add(page => page.Id, "amazon"));

        Assert.Equal("+14 / −3 tags", page.Find(".prev .big").TextContent);
        Assert.Contains("A part only: the newest 400 of more than 20,000 articles", page.Find(".prev").TextContent, StringComparison.Ordinal);
        Assert.Equal(["+ Amazon", "− Cloud"], page.FindAll(".moves .sign").Select(sign => sign.TextContent));
        Assert.Equal("Fenwick is Amazon's.", page.Find(".moves mark").TextContent);
        Assert.Equal(["worse by 0.0100", "same", "better by 0.0100"], page.FindAll(".score td:last-child").Select(move => move.TextContent));
        Assert.Contains("wrong: + Amazon", page.Find(".labelled").TextContent, StringComparison.Ordinal);
        Assert.Contains("is a name of Fenwick Labs as well", page.Find(".prev .note3").TextContent, StringComparison.Ordinal);
        Assert.Equal(ticket, page.Find(".savebar input[name=draft]").GetAttribute("value"));
    }

    private static TextSpan Span(string sentence) => TextSpan.Of(TextField.Text, sentence, 0, sentence.Length);
}
