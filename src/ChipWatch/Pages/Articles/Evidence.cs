using ChipWatch.Components;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;

namespace ChipWatch.Pages.Articles;

/// <summary>One statement of ChipWatch about an article, with the places that prove it.</summary>
/// <param name="Key">How the address names it: "company:amazon", "event", "credit:0", "number:2".</param>
/// <param name="Title">"Amazon".</param>
/// <param name="Spans">What proves it; the first proves best.</param>
/// <param name="Parts">How its score came about; empty where it has none.</param>
/// <param name="Score">0 to 1; null where it has none.</param>
public sealed record Statement(string Key, string Title, IReadOnlyList<TextSpan> Spans, IReadOnlyList<ScorePart> Parts, double? Score)
{
    /// <summary>Whether the address asks for its proof.</summary>
    public bool IsAsked(string? why) => string.Equals(Key, why, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Everything that ChipWatch says about an article, and where the text shows it.</summary>
public sealed class Evidence
{
    private Evidence(ArticleView article)
    {
        Companies = Of("company", article.Companies);
        Chips = Of("chip", article.Chips);
        Topics = Of("topic", article.Topics);
        Event = article.Event is { Evidence.Count: > 0 } happened ? new Statement("event", NameOf(happened), happened.Evidence, [], null) : null;
        Credits = [.. (article.Event?.ReportedBy ?? []).Select((name, at) => new Statement(
            $"credit:{at}", name, article.Event!.CreditEvidence.Count > at ? [article.Event.CreditEvidence[at]] : [], [], null))];
        Numbers = [.. article.Quantities.Select((quantity, at) => (quantity, at)).Where(pair => !pair.quantity.Hypothetical)
            .Select(pair => new Statement($"number:{pair.at}", QuantityWords.Of(pair.quantity), pair.quantity.Evidence, [], null))];
        Left = [.. article.Quantities.Where(quantity => quantity.Hypothetical)];
    }

    /// <summary>Companies, primary ones first.</summary>
    public IReadOnlyList<Statement> Companies { get; }

    /// <summary>Chips.</summary>
    public IReadOnlyList<Statement> Chips { get; }

    /// <summary>Topics.</summary>
    public IReadOnlyList<Statement> Topics { get; }

    /// <summary>What happened; null where nothing proves an event.</summary>
    public Statement? Event { get; }

    /// <summary>Whom the text credits.</summary>
    public IReadOnlyList<Statement> Credits { get; }

    /// <summary>Numbers that count.</summary>
    public IReadOnlyList<Statement> Numbers { get; }

    /// <summary>Numbers that stand in examples and analogies.</summary>
    public IReadOnlyList<Quantity> Left { get; }

    /// <summary>All statements.</summary>
    public IEnumerable<Statement> All =>
        [.. Companies, .. Chips, .. Topics, .. Event is null ? [] : new[] { Event }, .. Credits, .. Numbers];

    /// <summary>Reads what stands behind an article.</summary>
    public static Evidence Of(ArticleView article) => new(article);

    /// <summary>The statement whose proof the address asks for, or null.</summary>
    public Statement? Asked(string? why) => why is null ? null : All.FirstOrDefault(statement => statement.IsAsked(why));

    /// <summary>The best proof of every statement: what is underlined while nothing is asked for.</summary>
    public IReadOnlyList<TextSpan> Underlined => [.. All.Where(statement => statement.Spans.Count > 0).Select(statement => statement.Spans[0])];

    /// <summary>"deal, announced"; one word where kind and status are the same.</summary>
    private static string NameOf(ArticleEvent happened) => string.Join(
        ", ", new[] { happened.Type?.Word().ToLowerInvariant(), happened.Status?.Word().ToLowerInvariant() }.Where(word => word is not null).Distinct());

    private static List<Statement> Of(string facet, IReadOnlyList<ArticleTagView> tags) =>
        [.. tags.Select(tag => new Statement($"{facet}:{tag.Name.Id}", tag.Name.Name, tag.Evidence, tag.Parts, tag.Score))];
}
