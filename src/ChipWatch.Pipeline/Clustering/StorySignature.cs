using System.Globalization;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>What of an article decides which story it belongs to. Small, and kept in the store packed (<see cref="StorySignaturePack"/>).</summary>
/// <param name="Published">First publication, UTC.</param>
/// <param name="Keys">Index keys ("company:amazon", "chip:…", rare terms): only stories that share one are candidates. At most 40.</param>
public sealed record StorySignature(DateTimeOffset Published, IReadOnlyList<string> Keys)
{
    private const int MostTerms = 64;
    private const int MostNumbers = 24;

    /// <summary>Each is a search and an entry of an index for every article; more than six find no better stories for the labelled articles.</summary>
    internal const int TermsAsKeys = 6;

    private const int FamiliesAsKeys = 3;
    private const int LongestName = 32;

    private StoryFocus? focus;
    private StoryFront? front;
    private (IReadOnlyList<string> Of, ulong[] Keys)? keyPrint;
    private (IReadOnlyList<StoryTerm> Of, TermPrint Terms)? termPrint;

    /// <summary>Language of the article, two letters; empty where unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>Companies that the article is about or that its headline names, sorted by id.</summary>
    public IReadOnlyList<string> Primary { get; init; } = [];

    /// <summary>All companies named, primary ones included, sorted by id.</summary>
    public IReadOnlyList<string> Companies { get; init; } = [];

    /// <summary>Chips named, sorted by id.</summary>
    public IReadOnlyList<string> Chips { get; init; } = [];

    /// <summary>Topics treated, sorted by id.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Kind of the reported event; null where unknown.</summary>
    public EventType? Type { get; init; }

    /// <summary>How firm the article makes it; null where unknown.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>The words and names that tell most, sorted by text (ordinal).</summary>
    public IReadOnlyList<StoryTerm> Terms { get; init; } = [];

    /// <summary>Telling numbers of what the article reports, in rising order.</summary>
    public IReadOnlyList<StoryNumber> Numbers { get; init; } = [];

    /// <summary>How often, and where, each of its companies and chips is named, sorted by id; none in signatures of before.</summary>
    public IReadOnlyList<StoryMention> Mentions { get; init; } = [];

    /// <summary>What it speaks of in any language, sorted by id; none in signatures of before.</summary>
    public IReadOnlyList<StoryMention> Concepts { get; init; } = [];

    /// <summary>What it puts in front; worked out once.</summary>
    internal StoryFront Front => front ??= new StoryFront(this);

    /// <summary>What it dwells on; worked out once, for a story's members are compared with every article that may join.</summary>
    internal StoryFocus Focus => focus ??= new StoryFocus(this);

    /// <summary>Its terms as they are compared; worked out once.</summary>
    internal TermPrint TermPrint
    {
        get
        {
            // A copy with other terms brings what was worked out of these.
            if (termPrint is not { } known || !ReferenceEquals(known.Of, Terms))
            {
                termPrint = known = (Terms, TermPrint.Of(Terms));
            }

            return known.Terms;
        }
    }

    private ulong[] KeyPrint
    {
        get
        {
            if (keyPrint is not { } known || !ReferenceEquals(known.Of, Keys))
            {
                keyPrint = known = (Keys, [.. Keys.Select(StoryKeys.HashOf).Order()]);
            }

            return known.Keys;
        }
    }

    /// <summary>Whether another one has a key of this one.</summary>
    internal bool SharesKeyWith(StorySignature other)
    {
        var (own, others) = (KeyPrint, other.KeyPrint);
        for (int i = 0, j = 0; i < own.Length && j < others.Length;)
        {
            if (own[i] == others[j])
            {
                return true;
            }

            (i, j) = own[i] < others[j] ? (i + 1, j) : (i, j + 1);
        }

        return false;
    }

    /// <summary>The same with keys and terms that are worked out already.</summary>
    internal StorySignature WithPrints(IReadOnlyList<string> keys, ulong[] keyNumbers, IReadOnlyList<StoryTerm> terms, TermPrint termNumbers) =>
        this with { Keys = keys, keyPrint = (keys, keyNumbers), Terms = terms, termPrint = (terms, termNumbers) };

    /// <summary>The signature of a tagged article. Examples, analogies and keyword lists do not count.</summary>
    public static StorySignature Of(ArticleText article, ArticleTags tags)
    {
        var language = article.Language is { Length: >= 2 } given ? given[..2].ToLowerInvariant() : "";
        var primary = Sorted(tags.Companies.Where(tag => tag.Salience == Salience.Primary || tag.Evidence.Any(span => span.Field == TextField.Title)));
        var companies = Sorted(tags.Companies);
        var chips = Sorted(tags.Chips);
        var (terms, numbers, concepts) = Read(article, language, NamesOf(tags));
        var signature = new StorySignature(article.Published ?? DateTimeOffset.UnixEpoch, [])
        {
            Language = language,
            Primary = primary,
            Companies = companies,
            Chips = chips,
            Topics = Sorted(tags.Topics),
            Type = tags.Event?.Type,
            Status = tags.Event?.Status,
            Terms = terms,
            Numbers = numbers,
            Mentions = [.. tags.Companies.Concat(tags.Chips).DistinctBy(tag => tag.Id)
                .Select(tag => new StoryMention(tag.Id, Math.Max(1, tag.Evidence.Count), tag.Evidence.Any(span => span.Field == TextField.Title))).OrderBy(mention => mention.Id, StringComparer.Ordinal)],
            Concepts = concepts,
        };
        return signature with { Keys = KeysOf(signature, tags.Chips) };
    }

    private static List<string> KeysOf(StorySignature signature, IReadOnlyList<Tag> chips)
    {
        var companies = signature.Primary.Count > 0 ? signature.Primary : [.. signature.Companies.OrderByDescending(WordWeights.OfCompany).ThenBy(id => id, StringComparer.Ordinal).Take(3)];
        var terms = signature.Terms.Where(term => term.Weight >= 6)
            .OrderByDescending(term => (term.InTitle ? 2 : 1) * (term.IsName ? 2 : 1) * term.Weight).ThenBy(term => term.Text, StringComparer.Ordinal)
            .Take(TermsAsKeys);
        return
        [
            .. companies.Take(5).Select(id => "company:" + id),
            .. signature.Chips.Take(8).Select(id => "chip:" + id),
            .. FamiliesOf(chips).Select(StoryKeys.OfFamily),
            .. terms.Select(term => "term:" + term.Text),
            .. signature.Numbers.Where(number => number.Weight == 3).Take(6).Select(number => "number:" + number.Value.ToString("G3", CultureInfo.InvariantCulture)),
            .. ConceptKeys(signature),
        ];
    }

    // A generation and its family share no key of their own. Of an article that names many the most prominent say what it is about.
    private static IEnumerable<string> FamiliesOf(IReadOnlyList<Tag> chips) =>
        chips.Where(chip => chip.Family is not null).OrderByDescending(chip => chip.Score).ThenBy(chip => chip.Id, StringComparer.Ordinal).Select(chip => chip.Family!).Distinct().Take(FamiliesAsKeys);

    // What a state does has often no company and, in another language, no word in common.
    private static IEnumerable<string> ConceptKeys(StorySignature signature) =>
        signature.Primary.Count > 0 && signature.Type is not (EventType.Regulation or EventType.Legal)
            ? []
            : signature.Focus.Foremost.Select(StoryKeys.About)
                .Concat(signature.Concepts.Where(concept => StoryConcepts.IsNamed(concept.Id)).Select(concept => StoryKeys.Named(concept.Id)));

    private static (List<StoryTerm> Terms, List<StoryNumber> Numbers, List<StoryMention> Concepts) Read(ArticleText article, string language, HashSet<string> tagged)
    {
        var found = new Dictionary<string, StoryTerm>();
        var numbers = new List<StoryNumber>();
        var concepts = new Dictionary<string, StoryMention>();
        Collect(article.Title, true);
        foreach (var block in article.Blocks)
        {
            if (block.Proves && block.Role != BlockRole.Caption)
            {
                Collect(article.Text.Substring(block.Start, block.Length), false);
            }
        }

        var terms = found.Values
            .OrderByDescending(term => term.Weight * ((term.InTitle ? 2 : 0) + Math.Min(term.Count, 3)))
            .ThenBy(term => term.Text, StringComparer.Ordinal)
            .Take(MostTerms).OrderBy(term => term.Text, StringComparer.Ordinal).ToList();
        return (terms, [.. numbers.DistinctBy(number => number.Value).Take(MostNumbers).OrderBy(number => number.Value)], [.. concepts.Values.OrderBy(concept => concept.Id, StringComparer.Ordinal)]);

        void Collect(string text, bool title)
        {
            var last = "";
            foreach (var word in StoryWords.Of(text, language))
            {
                if (StoryConcepts.Of(word, last, language) is { } concept)
                {
                    concepts[concept] = concepts.TryGetValue(concept, out var known) ? known with { Count = known.Count + 1 } : new(concept, 1, title);
                }

                last = word.Text;
                if (word.Kind == StoryWordKind.Number)
                {
                    if (StoryNumbers.Read(text, word.Text, word.End, language) is { } number)
                    {
                        numbers.Add(number);
                    }

                    continue;
                }

                if (word.Text.Length < 2 || (word.Kind == StoryWordKind.Word && word.Text.Length < 4 && word.Text[0] < '\u3040') || tagged.Contains(word.Text))
                {
                    continue;
                }

                var weight = WordWeights.Of(word, language);
                if (weight == 0)
                {
                    continue;
                }

                var name = word.Kind == StoryWordKind.Name;
                found[word.Text] = found.TryGetValue(word.Text, out var before)
                    ? before with { Weight = Math.Max(before.Weight, weight), IsName = before.IsName || name, Count = before.Count + 1 }
                    : new StoryTerm(word.Text, weight, name, title);
            }
        }
    }

    // Names that the tags already stand for would count twice. A quotation that is a whole sentence names more than its tag.
    private static HashSet<string> NamesOf(ArticleTags tags) =>
        [.. tags.Companies.Concat(tags.Chips)
            .SelectMany(tag => tag.Evidence.Select(span => span.Quote).Where(quote => quote.Length <= LongestName).Append(tag.Id.Replace('-', ' ')))
            .SelectMany(name => StoryWords.Of(name, "")).Where(word => word.Kind != StoryWordKind.Number).Select(word => word.Text)];

    private static List<string> Sorted(IEnumerable<Tag> tags) => [.. tags.Select(tag => tag.Id).Distinct().Order(StringComparer.Ordinal)];
}
