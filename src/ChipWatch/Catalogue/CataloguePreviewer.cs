using ChipWatch.Ingestion;
using ChipWatch.Pipeline.Accuracy;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>
/// Looks at what a change of the catalogue would do, and stores nothing. Only articles that hold a touched name are tagged, by the names before and
/// after; the newest first, until the time is up.
/// </summary>
internal sealed class CataloguePreviewer(LiveCatalogue live, ICatalogueStore catalogue, IRetagStore articles, TimeProvider clock)
{
    private const int MostCounted = 20_000;
    private const int MostShown = 60;
    private const int MostLabelled = 12;
    private const int AtOnce = 48;

    /// <summary>After so long the look ends with what it has seen.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lazy<IReadOnlyList<LabelledArticle>> labelled = new(LabelledArticle.ReadSeeds);

    /// <summary>The score of a state, kept while it is the present one.</summary>
    private volatile Tuple<CatalogueState, TagScore>? scored;

    /// <summary>Looks, away from the caller's thread.</summary>
    public Task<CataloguePreview> LookAsync(CatalogueEdit edit, CancellationToken cancellationToken) => Task.Run(() => LookBusilyAsync(edit, cancellationToken), cancellationToken);

    private async Task<CataloguePreview> LookBusilyAsync(CatalogueEdit edit, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var before = live.Current;
        var after = new CatalogueState(before.News.With([edit]), 0);
        var (was, willBe) = (before.News.Find(edit.Kind, edit.EntryId), after.News.Find(edit.Kind, edit.EntryId));
        var touched = TouchedNames.Of(edit, was, willBe, after.News);
        var holding = await catalogue.NamingAsync(touched, long.MaxValue, MostCounted + 1, cancellationToken);
        var sum = new Sum(new TagNames(before.News), new TagNames(after.News));
        foreach (var some in holding.Take(MostCounted).Chunk(AtOnce))
        {
            // However busy the machine is, the newest few are looked at.
            if (sum.Looked > 0 && clock.GetElapsedTime(began) > Patience)
            {
                break;
            }

            var batch = await articles.LoadAsync(some, cancellationToken);
            var read = batch.AsParallel().WithCancellation(cancellationToken)
                .Select(article => (article, text: PageReading.TextOf(article, article.Revisions[^1])))
                .Select(pair => (pair.article, before: before.Tagger.Tag(pair.text), after: after.Tagger.Tag(pair.text))).ToList();
            foreach (var (article, old, now) in read.OrderByDescending(entry => entry.article.Id))
            {
                sum.Add(article, old, now);
            }
        }

        var (scores, moves) = Score(before, after, sum, cancellationToken);
        return new(
            sum.Added, sum.Removed, sum.Articles, sum.Events, sum.Looked, Math.Min(holding.Count, MostCounted), holding.Count <= MostCounted,
            sum.Shown, scores, moves, labelled.Value.Count, Clashes(edit, before.News), clock.GetElapsedTime(began));
    }

    private (IReadOnlyList<ScoreMove> Scores, IReadOnlyList<LabelledMove> Moves) Score(CatalogueState before, CatalogueState after, Sum sum, CancellationToken cancellationToken)
    {
        var set = labelled.Value;
        if (scored is not { } known || known.Item1 != before)
        {
            scored = known = new(before, TagScore.Of(set, before.Tagger, before.News, cancellationToken));
        }

        var (old, now) = (known.Item2, TagScore.Of(set, after.Tagger, after.News, cancellationToken));
        var moves = new List<LabelledMove>();
        for (var i = 0; i < set.Count; i++)
        {
            var wanted = TagScore.Wanted(set[i], after.News);
            AddMoves(MoveFacet.Company, wanted.Companies, old.Said[i].Companies, now.Said[i].Companies, set[i].Title);
            AddMoves(MoveFacet.Chip, wanted.Chips, old.Said[i].Chips, now.Said[i].Chips, set[i].Title);
            AddMoves(MoveFacet.Topic, wanted.Topics, old.Said[i].Topics, now.Said[i].Topics, set[i].Title);
        }

        // What gets worse is what a person must see first.
        return (
            [
                new(MoveFacet.Company, old.Companies.F1, now.Companies.F1),
                new(MoveFacet.Chip, old.Chips.F1, now.Chips.F1),
                new(MoveFacet.Topic, old.Topics.F1, now.Topics.F1),
            ],
            [.. moves.OrderBy(move => move.IsRight).Take(MostLabelled)]);

        void AddMoves(MoveFacet facet, IReadOnlySet<string> wanted, IReadOnlySet<string> was, IReadOnlySet<string> isNow, string title)
        {
            moves.AddRange(isNow.Except(was).Select(id => new LabelledMove(title, new(facet, id, sum.Name(facet, id, isAdded: true), true, null), wanted.Contains(id))));
            moves.AddRange(was.Except(isNow).Select(id => new LabelledMove(title, new(facet, id, sum.Name(facet, id, isAdded: false), false, null), !wanted.Contains(id))));
        }
    }

    private static IReadOnlyList<NameClash> Clashes(CatalogueEdit edit, NewsCatalogue catalogue)
    {
        if (edit.Added.Count == 0 || edit.Kind is EntryKind.Topic or EntryKind.Outlet)
        {
            return [];
        }

        var added = edit.Added.Select(name => name.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. new[] { EntryKind.Company, EntryKind.Chip }.SelectMany(catalogue.Entries).Where(entry => entry.Kind != edit.Kind || entry.Id != edit.EntryId)
            .SelectMany(entry => entry.Names.Where(name => added.Contains(name.Text)).Select(name => new NameClash(name.Text, entry.Name)))];
    }

    private sealed class Sum(TagNames before, TagNames after)
    {
        public int Added { get; private set; }

        public int Removed { get; private set; }

        public int Articles { get; private set; }

        public int Events { get; private set; }

        public int Looked { get; private set; }

        public List<PreviewArticle> Shown { get; } = [];

        public void Add(StoredArticle article, ArticleTags old, ArticleTags now)
        {
            Looked++;
            Events += (old.Event?.Type, old.Event?.Status) == (now.Event?.Type, now.Event?.Status) ? 0 : 1;
            List<TagMove> moves =
            [
                .. Moves(MoveFacet.Company, old.Companies, now.Companies), .. Moves(MoveFacet.Chip, old.Chips, now.Chips), .. Moves(MoveFacet.Topic, old.Topics, now.Topics),
                .. Credits(now.Event, old.Event, isAdded: true), .. Credits(old.Event, now.Event, isAdded: false),
            ];
            if (moves.Count == 0)
            {
                return;
            }

            Articles++;
            Added += moves.Count(move => move.IsAdded);
            Removed += moves.Count(move => !move.IsAdded);
            if (Shown.Count < MostShown)
            {
                var title = article.Revisions[^1].Title;
                Shown.Add(new(article.Id, Slug.Of(title), title, article.Outlet, article.Language, article.PublishedAt, moves));
            }
        }

        public string Name(MoveFacet facet, string id, bool isAdded)
        {
            var names = isAdded ? after : before;
            return facet switch
            {
                MoveFacet.Company => names.Company(id).Name,
                MoveFacet.Chip => names.Chip(id).Name,
                MoveFacet.Topic => names.Topic(id).Name,
                _ => id,
            };
        }

        private IEnumerable<TagMove> Moves(MoveFacet facet, IReadOnlyList<Tag> old, IReadOnlyList<Tag> now) =>
            now.ExceptBy(old.Select(tag => tag.Id), tag => tag.Id).Select(tag => new TagMove(facet, tag.Id, Name(facet, tag.Id, isAdded: true), true, tag.Evidence[0]))
                .Concat(old.ExceptBy(now.Select(tag => tag.Id), tag => tag.Id).Select(tag => new TagMove(facet, tag.Id, Name(facet, tag.Id, isAdded: false), false, tag.Evidence[0])));

        private static IEnumerable<TagMove> Credits(ArticleEvent? of, ArticleEvent? without, bool isAdded) => of is null
            ? []
            : of.ReportedBy.Select((name, at) => new TagMove(MoveFacet.Credit, name, name, isAdded, of.CreditEvidence.ElementAtOrDefault(at)))
                .Where(move => without?.ReportedBy.Contains(move.Id) != true);
    }
}
