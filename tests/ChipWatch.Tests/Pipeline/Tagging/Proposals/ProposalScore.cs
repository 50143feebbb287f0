using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging.Proposals;

/// <summary>
/// How well unknown names are found: a fifth of the companies with their chips is taken out of the catalogue, then a fifth of the chips alone, and what is proposed over the labelled
/// articles is held against what was taken out. Each fifth once.
/// </summary>
public sealed class ProposalScore
{
    private const int Folds = 5;

    /// <summary>Names of companies or chips taken out that are proposed by so many articles.</summary>
    public SortedDictionary<string, int> Right { get; } = new(StringComparer.Ordinal);

    /// <summary>Other names that are proposed, with the sentence of one.</summary>
    public SortedDictionary<string, (int Articles, string Sentence)> Wrong { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries taken out that so many labelled articles name.</summary>
    public SortedDictionary<string, int> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of them that are proposed by any name.</summary>
    public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Share of proposals that are names of companies or chips, among those of so many articles or more.</summary>
    public double Precision(int from) =>
        Share(Right.Values.Count(articles => articles >= from), Right.Values.Count(articles => articles >= from) + Wrong.Values.Count(wrong => wrong.Articles >= from));

    /// <summary>Share of the entries that so many articles name, or more, that are proposed.</summary>
    public double Recall(int from, bool chips)
    {
        var asked = Named.Where(named => named.Value >= from && named.Key.StartsWith(chips ? "chip:" : "company:", StringComparison.Ordinal)).Select(named => named.Key).ToList();
        return Share(asked.Count(Found.Contains), asked.Count);
    }

    /// <summary>Tags the articles five times.</summary>
    public static ProposalScore Of(IReadOnlyList<LabelledArticle> articles, NewsCatalogue catalogue)
    {
        var score = new ProposalScore();
        for (var fold = 0; fold < Folds; fold++)
        {
            var companies = catalogue.Companies.Where(company => LabelledSets.FoldOf(company.Id) == fold).Select(company => company.Id).ToHashSet();
            score.Add(articles, catalogue, companies, catalogue.Chips.Where(chip => companies.Contains(chip.Company)).Select(chip => chip.Id).ToHashSet());
            score.Add(articles, catalogue, [], catalogue.Chips.Where(chip => LabelledSets.FoldOf(chip.Id) == fold).Select(chip => chip.Id).ToHashSet());
        }

        return score;
    }

    private void Add(IReadOnlyList<LabelledArticle> articles, NewsCatalogue catalogue, HashSet<string> left, HashSet<string> chips)
    {
        var tagger = new Tagger(Vocabulary.Of(catalogue with
        {
            Companies = [.. catalogue.Companies.Where(company => !left.Contains(company.Id))],
            Chips = [.. catalogue.Chips.Where(chip => !chips.Contains(chip.Id))],
        }));
        var owners = catalogue.Companies.Where(company => left.Contains(company.Id)).SelectMany(company => company.Aliases.Select(alias => (alias.Text, "company:" + company.Id)))
            .Concat(catalogue.Chips.Where(chip => chips.Contains(chip.Id)).SelectMany(chip => chip.Aliases.Select(alias => (alias.Text, "chip:" + chip.Id))))
            .GroupBy(pair => Key(pair.Text)).ToDictionary(group => group.Key, group => group.First().Item2);
        foreach (var article in articles)
        {
            foreach (var id in article.Labels.Companies.Where(left.Contains).Select(id => "company:" + id).Concat(left.Count > 0 ? [] : article.Labels.Chips.Where(chips.Contains).Select(id => "chip:" + id)))
            {
                Named[id] = Named.GetValueOrDefault(id) + 1;
            }

            foreach (var proposal in tagger.Tag(article.ToArticle()).Names)
            {
                if (owners.TryGetValue(Key(proposal.Name), out var owner))
                {
                    Right[proposal.Name] = Right.GetValueOrDefault(proposal.Name) + 1;
                    Found.Add(owner);
                }
                else
                {
                    Wrong[$"{(proposal.IsChip ? "chip" : "company")} {proposal.Name}"] =
                        (Wrong.GetValueOrDefault($"{(proposal.IsChip ? "chip" : "company")} {proposal.Name}").Articles + 1, proposal.Evidence.Quote);
                }
            }
        }
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
