using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging.Attribution;
using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>The names of the catalogue, prepared for one pass over a text. Built once, then frozen.</summary>
public sealed class Vocabulary
{
    private readonly IReadOnlyList<Meaning>[] meanings;
    private readonly TermMeaning[][] terms;
    private readonly int[] makers;
    private readonly int[] trade;
    private readonly bool[] firms;
    private readonly IReadOnlyList<string> spellings;

    private Vocabulary(NewsCatalogue catalogue, VocabularyBuilder builder)
    {
        Catalogue = catalogue;
        meanings = builder.Meanings();
        terms = [.. meanings.Select(list => list.OfType<TermMeaning>().ToArray())];
        trade = [.. meanings.Select(list => list.OfType<TradeMeaning>().Select(word => word.Weight).DefaultIfEmpty().Max())];
        firms = [.. meanings.Select(list => list.Any(meaning => meaning is FirmMeaning))];
        spellings = builder.SpellingsByNumber();
        Phrases = builder.Phrases();
        CompanyIndex = Enumerable.Range(0, catalogue.Companies.Count).ToDictionary(i => catalogue.Companies[i].Id, StringComparer.Ordinal);
        Families = new ChipFamilies(catalogue.Chips);
        Sites = new OutletSites(catalogue.Outlets);
        makers = [.. catalogue.Chips.Select(chip => CompanyIndex.GetValueOrDefault(chip.Company, -1))];
    }

    internal NewsCatalogue Catalogue { get; }

    internal PhraseTrie Phrases { get; }

    /// <summary>Id of a company → its place in the catalogue.</summary>
    internal IReadOnlyDictionary<string, int> CompanyIndex { get; }

    internal ChipFamilies Families { get; }

    /// <summary>Which outlet an address belongs to.</summary>
    internal OutletSites Sites { get; }

    /// <summary>Prepares a catalogue.</summary>
    public static Vocabulary Of(NewsCatalogue catalogue)
    {
        var builder = new VocabularyBuilder();
        for (var i = 0; i < catalogue.Companies.Count; i++)
        {
            builder.AddNames(isChip: false, i, catalogue.Companies[i].Aliases);
        }

        for (var i = 0; i < catalogue.Chips.Count; i++)
        {
            builder.AddNames(isChip: true, i, catalogue.Chips[i].Aliases);
        }

        for (var i = 0; i < catalogue.Topics.Count; i++)
        {
            builder.AddTerms(i, catalogue.Topics[i].Terms);
        }

        EventCues.AddTo(builder);
        OutletNames.AddTo(builder, catalogue);
        CreditPhrases.AddTo(builder);
        TradeWords.AddTo(builder);
        FirmWords.AddTo(builder);
        return new(catalogue, builder);
    }

    /// <summary>A phrase as the list writes it that named it first.</summary>
    internal string SpellingOf(int phrase) => spellings[phrase];

    /// <summary>What a phrase may stand for.</summary>
    internal IReadOnlyList<Meaning> MeaningsOf(int phrase) => meanings[phrase];

    /// <summary>The topics for which a phrase speaks.</summary>
    internal TermMeaning[] TermsOf(int phrase) => terms[phrase];

    /// <summary>How surely a phrase tells of the trade; 0 for one that does not.</summary>
    internal int TradeWeightOf(int phrase) => trade[phrase];

    /// <summary>Whether a phrase tells that a firm is spoken of.</summary>
    internal bool IsOfFirms(int phrase) => firms[phrase];

    /// <summary>The maker of a chip as a place in the list of companies; -1 where the catalogue lacks it.</summary>
    internal int MakerOf(int chip) => makers[chip];
}
