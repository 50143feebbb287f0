using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Tests.Pipeline.Catalogue;

public sealed class EditRulesTests
{
    private static readonly NewsCatalogue Seeds = NewsCatalogue.LoadSeeds();

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("  Trainium")]
    [InlineData("*")]
    [InlineData("(Trainium")]
    [InlineData("Train\nium")]
    [InlineData("Train*")]
    [InlineData("AWS")]
    public void Check_NameThatCannotBeOne_IsRefusedAtTheName(string text) =>
        Assert.Equal(EditField.Text, Check(new(EntryKind.Company, "amazon") { Added = [new(text)] })?.Field);

    [Fact]
    public void Check_OpenTerm_IsForTopicsAlone()
    {
        Assert.Null(Check(new(EntryKind.Topic, "cloud") { Added = [new("hyperscal*") { Weight = 2 }] }));
        Assert.Equal(EditField.Text, Check(new(EntryKind.Topic, "cloud") { Added = [new("hy*") { Weight = 2 }] })?.Field);
        Assert.Equal(EditField.Weight, Check(new(EntryKind.Topic, "cloud") { Added = [new("hyperscal*") { Weight = 0 }] })?.Field);
        Assert.Equal(EditField.Weight, Check(new(EntryKind.Topic, "cloud") { Added = [new("hyperscal*") { Weight = 6 }] })?.Field);
    }

    [Fact]
    public void Check_ContextAskedForAndNotGiven_IsRefused() =>
        Assert.Equal(EditField.Context, Check(new(EntryKind.Company, "amazon") { Added = [new("Rio") { NeedsContext = true }] })?.Field);

    [Fact]
    public void Check_ChipWithoutAMakerThatIsKnown_IsRefusedAtTheMaker()
    {
        var fault = Check(new(EntryKind.Chip, "fenwick-one")
        {
            IsNew = true, Name = "Fenwick One", Added = [new("Fenwick One")], Facts = new Dictionary<string, string> { ["company"] = "fenwick", ["kind"] = "gpu" },
        });

        Assert.Equal((EditField.Fact, EntryFacts.Company), (fault?.Field, fault?.Fact));
    }

    [Fact]
    public void Check_NewEntryThatIsThere_OrNothingChanged_IsRefused()
    {
        Assert.Equal(EditField.Name, Check(new(EntryKind.Company, "amazon") { IsNew = true, Name = "Amazon", Added = [new("Amazon Web")] })?.Field);
        Assert.NotNull(Check(new(EntryKind.Company, "amazon")));
        Assert.NotNull(Check(new(EntryKind.Company, "nobody") { Added = [new("Nobody")] }));
        Assert.NotNull(Check(new(EntryKind.Company, "amazon") { Changed = [new("never an alias") { CaseSensitive = true }] }));
    }

    [Fact]
    public void IdOf_Chip_BeginsWithItsMaker()
    {
        Assert.Equal("amazon-trainium9", EditRules.IdOf(EntryKind.Chip, "Trainium9", "amazon"));
        Assert.Equal("amazon-trainium9", EditRules.IdOf(EntryKind.Chip, "Amazon Trainium9", "amazon"));
        Assert.Equal("fenwick-labs", EditRules.IdOf(EntryKind.Company, "Fenwick Labs", null));
    }

    private static EditFault? Check(CatalogueEdit edit) => EditRules.Check(edit, Seeds.Find(edit.Kind, edit.EntryId), Seeds);
}
