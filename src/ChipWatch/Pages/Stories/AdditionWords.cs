using ChipWatch.Components;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Store.Stories;

namespace ChipWatch.Pages.Stories;

/// <summary>What an article adds to its story, in words.</summary>
internal static class AdditionWords
{
    private const int MostOfAKind = 3;

    /// <summary>What an article without a new fact is.</summary>
    public static string Nothing(StoryArticle article) =>
        article.IsComment ? "Nothing new: comment"
        : article.ReportedBy.Count > 0 ? "Nothing new: relays " + string.Join(", ", article.ReportedBy)
        : "Nothing new";

    /// <summary>The new facts by kind: a word, and the values that it stands before.</summary>
    public static IReadOnlyList<(string Lead, string Values)> Of(StoryArticle article)
    {
        var lines = new List<(string, string)>();
        foreach (var kind in article.Adds.GroupBy(fact => fact.Kind))
        {
            var values = kind.Select(fact => fact.Number is { } number ? QuantityWords.Of(number) : fact.Value).Distinct(StringComparer.Ordinal).ToList();
            var shown = string.Join(kind.Key is AddedKind.Answer ? " " : ", ", values.Take(MostOfAKind)) + (values.Count > MostOfAKind ? $" and {values.Count - MostOfAKind} more" : "");
            lines.Add((Lead(kind.Key), kind.Key is AddedKind.Status ? shown.ToLowerInvariant() : shown));
        }

        return lines;
    }

    private static string Lead(AddedKind kind) => kind switch
    {
        AddedKind.Claim => "The claim",
        AddedKind.Origin => "New origin",
        AddedKind.Status => "New status",
        AddedKind.Answer => "Answers",
        AddedKind.Number => "New number",
        AddedKind.Chip => "New chip",
        _ => "New name",
    };
}
