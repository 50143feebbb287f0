using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Catalogue;

/// <summary>Changes laid over the seeds, and over later seeds.</summary>
public sealed class CatalogueLayersTests
{
    private static readonly NewsCatalogue Seeds = NewsCatalogue.LoadSeeds();

    [Fact]
    public void Entries_EveryListGoesThereAndBack_LosesNothing()
    {
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            // A change of an entry is laid over its own shape: what the shape forgets would be lost by the smallest change.
            var edits = Seeds.Entries(kind).Select(entry => new CatalogueEdit(kind, entry.Id) { Added = [Rule(kind, "Fenwick")] }).ToList();
            var back = edits.Select(edit => edit with { Added = [], Removed = ["Fenwick"] });

            Assert.Equal(Json(Seeds), Json(WithoutIds(Seeds.With(edits.Concat(back)))));
        }
    }

    [Fact]
    public void With_ChangedName_KeepsWhatLaterSeedsBring()
    {
        var titan = Seeds.Find(EntryKind.Chip, "openai-titan")!;
        var rule = titan.Names.First(name => name.Context.Count > 0);
        var edit = CatalogueEdit.Between(titan, titan with
        {
            Names = [.. titan.Names.Select(name => name == rule ? name with { Context = [.. name.Context.Skip(1), "Broadcom deal"], NotWhen = [.. name.NotWhen, "Titan Security"] } : name)],
        });
        var later = Seeds.With([new(EntryKind.Chip, "openai-titan") { Changed = [new(rule.Text) { ContextAdded = ["tape-out"] }], Added = [new("Titan 2")] }]);

        var name = later.With([edit]).Find(EntryKind.Chip, "openai-titan")!.Names.Single(name => name.Text == rule.Text);

        Assert.Equal(["Broadcom deal"], edit.Changed.Single().ContextAdded);
        Assert.Contains("tape-out", name.Context);
        Assert.Contains("Broadcom deal", name.Context);
        Assert.DoesNotContain(rule.Context[0], name.Context);
        Assert.Contains("Titan Security", name.NotWhen);
        Assert.Contains(later.With([edit]).Find(EntryKind.Chip, "openai-titan")!.Names, other => other.Text == "Titan 2");
    }

    [Fact]
    public void With_EntryThatTheSeedsBringLater_KeepsTheirFactsAndOurNames()
    {
        var own = new CatalogueEdit(EntryKind.Company, "fenwick")
        {
            IsNew = true, Name = "Fenwick Chips", Facts = new Dictionary<string, string> { ["roles"] = "lab", ["country"] = "NL" }, Added = [new("Fenwick"), new("Fenwick Labs")],
        };
        var later = Seeds with
        {
            Companies = [.. Seeds.Companies, new("fenwick", "Fenwick", [new("Fenwick", true, ["chips"], [], false)], ["designer"], null, null, null, null, null, null, null)],
        };

        var company = later.With([own]).Companies.Single(company => company.Id == "fenwick");

        Assert.Equal(("Fenwick", "designer", "NL"), (company.Name, company.Roles.Single(), company.Country));
        Assert.Equal(["Fenwick", "Fenwick Labs"], company.Aliases.Select(alias => alias.Text));
        Assert.True(company.Aliases[0].NeedsContext);
    }

    [Fact]
    public void With_CompanyMadeBroad_IsBroadUntilThatIsTakenBack()
    {
        var broad = Seeds.With([new(EntryKind.Company, "asml") { Facts = new Dictionary<string, string> { ["broad"] = "yes" } }]);
        var back = broad.With([new(EntryKind.Company, "asml") { Facts = new Dictionary<string, string> { ["broad"] = "" } }]);

        Assert.True(broad.Companies.Single(company => company.Id == "asml").Broad);
        Assert.False(back.Companies.Single(company => company.Id == "asml").Broad);
    }

    [Fact]
    public void With_EntryThatIsGone_PassesTheChangeOver() =>
        Assert.Equal(Json(Seeds), Json(Seeds.With([new(EntryKind.Company, "gone") { Added = [new("Gone")] }])));

    [Fact]
    public void With_OutletRenamed_KeepsItsAddress()
    {
        var changed = Seeds.With([new(EntryKind.Outlet, "techzine") { Name = "Techzine Europe" }]);

        Assert.Equal("Techzine Europe", changed.Find(EntryKind.Outlet, "techzine")!.Name);
        Assert.Equal(Seeds.Outlets.Count, changed.Outlets.Count);
    }

    [Fact]
    public void Hash_SameLists_IsTheSame_AndAnyNameChangesIt()
    {
        Assert.Equal(CatalogueHash.Of(Seeds), CatalogueHash.Of(NewsCatalogue.LoadSeeds()));
        Assert.NotEqual(CatalogueHash.Of(Seeds), CatalogueHash.Of(Seeds.With([new(EntryKind.Company, "amazon") { Added = [new("Amazonia Cloud")] }])));
    }

    [Fact]
    public void Touched_NewGeneration_AlsoLooksForItsFamily()
    {
        var edit = new CatalogueEdit(EntryKind.Chip, "amazon-trainium9")
        {
            IsNew = true, Name = "Trainium9", Added = [new("Trainium9")], Facts = new Dictionary<string, string> { ["company"] = "amazon", ["kind"] = "asic", ["family"] = "Trainium", ["generation"] = "9" },
        };

        var touched = TouchedNames.Of(edit, null, edit.Apply(null), Seeds);

        Assert.Contains("Trainium9", touched);
        Assert.Contains("Trainium 9", touched);
        Assert.Contains("Trainium", touched);
    }

    private static NewsCatalogue WithoutIds(NewsCatalogue catalogue) => catalogue with { Outlets = [.. catalogue.Outlets.Select(outlet => outlet with { Id = null })] };

    private static NameRule Rule(EntryKind kind, string text) => new(text) { Weight = kind == EntryKind.Topic ? 2 : null };

    private static string Json(NewsCatalogue catalogue) => JsonSerializer.Serialize(new { catalogue.Companies, catalogue.Chips, catalogue.Topics, catalogue.Outlets }, PipelineJson.Options);
}
