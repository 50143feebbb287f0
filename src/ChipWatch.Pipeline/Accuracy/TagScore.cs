using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Accuracy;

/// <summary>What a tagger says of one labelled article, by facet.</summary>
/// <param name="Companies">Ids.</param>
/// <param name="Chips">Ids, racks and pods apart: they are not scored.</param>
/// <param name="Topics">Ids.</param>
public sealed record SaidTags(IReadOnlySet<string> Companies, IReadOnlySet<string> Chips, IReadOnlySet<string> Topics);

/// <summary>How well a tagger does on the labelled set.</summary>
/// <param name="Companies">Summed over articles.</param>
/// <param name="Chips">Likewise.</param>
/// <param name="Topics">Likewise.</param>
/// <param name="Said">What it says of each article, in the order of the set.</param>
public sealed record TagScore(FacetCount Companies, FacetCount Chips, FacetCount Topics, IReadOnlyList<SaidTags> Said)
{
    /// <summary>Tags the articles and counts. Takes a moment; ends early when asked to.</summary>
    /// <param name="articles">The set.</param>
    /// <param name="tagger">The tagger.</param>
    /// <param name="catalogue">What it knows: labels of what no list holds count for nobody.</param>
    /// <param name="cancellationToken">Ends it between two articles.</param>
    public static TagScore Of(IReadOnlyList<LabelledArticle> articles, Tagger tagger, NewsCatalogue catalogue, CancellationToken cancellationToken)
    {
        var known = Known.Of(catalogue);
        var score = new TagScore(new(), new(), new(), [.. articles.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(article => Say(article, tagger, known))]);
        for (var i = 0; i < articles.Count; i++)
        {
            var wanted = known.Of(articles[i].Labels);
            score.Companies.Add(wanted.Companies, score.Said[i].Companies);
            score.Chips.Add(wanted.Chips, score.Said[i].Chips);
            score.Topics.Add(wanted.Topics, score.Said[i].Topics);
        }

        return score;
    }

    /// <summary>The labels of an article that a catalogue knows.</summary>
    public static SaidTags Wanted(LabelledArticle article, NewsCatalogue catalogue) => Known.Of(catalogue).Of(article.Labels);

    private static SaidTags Say(LabelledArticle article, Tagger tagger, Known known)
    {
        var tags = tagger.Tag(article.ToArticle());
        return new(
            tags.Companies.Select(tag => tag.Id).ToHashSet(),
            tags.Chips.Select(tag => tag.Id).Where(known.Chips.Contains).ToHashSet(),
            tags.Topics.Select(tag => tag.Id).ToHashSet());
    }

    private sealed record Known(HashSet<string> Companies, HashSet<string> Chips, HashSet<string> Topics)
    {
        public static Known Of(NewsCatalogue catalogue) => new(
            [.. catalogue.Companies.Select(company => company.Id)],
            [.. catalogue.Chips.Where(chip => chip.Kind != "system").Select(chip => chip.Id)],
            [.. catalogue.Topics.Select(topic => topic.Id)]);

        public SaidTags Of(ArticleLabels labels) => new(
            labels.Companies.Where(Companies.Contains).ToHashSet(), labels.Chips.Where(Chips.Contains).ToHashSet(), labels.Topics.Where(Topics.Contains).ToHashSet());
    }
}
