using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Conflicts;

namespace ChipWatch.Pipeline.Claims;

/// <summary>What each article of a story adds to those before it: an echo adds nothing.</summary>
public static class ArticleAdditions
{
    /// <summary>The new facts of each article, in the order of the articles; none for one that only repeats.</summary>
    /// <param name="articles">A story's articles, oldest first.</param>
    public static IReadOnlyList<IReadOnlyList<AddedFact>> Of(IReadOnlyList<ToldArticle> articles)
    {
        var origins = new HashSet<string>(StringComparer.Ordinal);
        var chips = new HashSet<string>(StringComparer.Ordinal);
        var companies = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new List<Quantity>();
        var additions = new List<IReadOnlyList<AddedFact>>();
        foreach (var article in articles)
        {
            var isFirst = additions.Count == 0;
            var added = new List<AddedFact>();
            if (isFirst)
            {
                added.Add(new(AddedKind.Claim, ""));
            }

            if (article.Origin is { } origin && origins.Add(OutletAliases.KeyOf(origin)) && !isFirst)
            {
                added.Add(new(AddedKind.Origin, origin));
            }

            if (article.Moves is { } status && !isFirst)
            {
                added.Add(new(AddedKind.Status, status.ToString()));
            }

            added.AddRange(article.Answers.Select(question => new AddedFact(AddedKind.Answer, question)));
            foreach (var number in article.Quantities.Where(number => !number.Hypothetical && !numbers.Exists(known => known.Unit == number.Unit && QuantityConflicts.Agree(known, number))))
            {
                numbers.Add(number);
                added.Add(new(AddedKind.Number, "", number));
            }

            // All that the first article names belongs to the claim.
            added.AddRange(article.Chips.Where(chips.Add).Where(_ => !isFirst).Select(chip => new AddedFact(AddedKind.Chip, chip)));
            added.AddRange(article.Companies.Where(companies.Add).Where(_ => !isFirst).Select(company => new AddedFact(AddedKind.Company, company)));
            additions.Add(added);
        }

        return additions;
    }
}
