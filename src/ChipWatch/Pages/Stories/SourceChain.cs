using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Stories;

namespace ChipWatch.Pages.Stories;

/// <summary>An outlet in the chain of a story.</summary>
/// <param name="Name">The outlet.</param>
/// <param name="Article">Its first article in the story; null for an outlet that is credited but not read.</param>
/// <param name="Articles">How many articles it has here.</param>
/// <param name="IsOrigin">Whether the report began here: it credits nobody.</param>
/// <param name="Column">0 for where reports begin, one more for each hand on the way.</param>
/// <param name="Row">Vertical place, 0 at the top; halves occur.</param>
public sealed record ChainOutlet(string Name, StoryArticle? Article, int Articles, bool IsOrigin, int Column, double Row);

/// <summary>A report that went from one outlet to another; both by index into the outlets.</summary>
public sealed record ChainLink(int From, int To);

/// <summary>Who has the story from whom, laid out from the articles' credits. Credits that run in a circle are followed once.</summary>
/// <param name="Outlets">Every outlet, each after the one it stands below.</param>
/// <param name="Links">Every credit.</param>
/// <param name="Depths">For an indented list: the outlet's depth, in the order of the outlets.</param>
public sealed record SourceChain(IReadOnlyList<ChainOutlet> Outlets, IReadOnlyList<ChainLink> Links, IReadOnlyList<int> Depths)
{
    /// <summary>Columns in use.</summary>
    public int Columns => Outlets.Count == 0 ? 0 : Outlets.Max(outlet => outlet.Column) + 1;

    /// <summary>Rows in use.</summary>
    public double Rows => Outlets.Count == 0 ? 0 : Outlets.Max(outlet => outlet.Row) + 1;

    /// <summary>Lays a story's articles out.</summary>
    public static SourceChain Of(IReadOnlyList<StoryArticle> articles)
    {
        var names = new List<string>();
        var keys = new List<string>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var givers = new List<List<int>>();
        // Who was read and credits nobody has it first-hand, whatever a relay lists behind the name: "according to Bloomberg and Reuters".
        var firstHand = articles.GroupBy(article => OutletAliases.KeyOf(article.Teller))
            .Where(own => own.All(article => article.ReportedBy.All(string.IsNullOrWhiteSpace))).Select(own => own.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            var teller = Index(article.Teller);
            var taker = teller;
            foreach (var credited in article.ReportedBy.Where(name => !string.IsNullOrWhiteSpace(name)))
            {
                var giver = Index(credited);
                if (giver != taker && !givers[taker].Contains(giver) && !Reaches(taker, giver))
                {
                    givers[taker].Add(giver);
                }

                taker = firstHand.Contains(keys[giver]) ? teller : giver;
            }
        }

        var columns = new int[names.Count];
        for (var at = 0; at < names.Count; at++)
        {
            columns[at] = Column(at);
        }

        // each outlet stands below its nearest giver, so that sub-trees never cross
        var parents = Enumerable.Range(0, names.Count)
            .Select(at => givers[at].Count == 0 ? -1 : givers[at].OrderByDescending(giver => columns[giver]).First()).ToArray();
        var order = new List<(int Outlet, int Depth)>();
        var rows = new double[names.Count];
        var nextRow = 0;
        foreach (var root in Enumerable.Range(0, names.Count).Where(at => parents[at] < 0).OrderByDescending(at => parents.Count(parent => parent == at)).ThenBy(at => at))
        {
            Place(root, 0);
        }

        var position = order.Select((place, at) => (place.Outlet, at)).ToDictionary(pair => pair.Outlet, pair => pair.at);
        return new SourceChain(
            [.. order.Select(place => Outlet(place.Outlet))],
            [.. Enumerable.Range(0, names.Count).SelectMany(taker => givers[taker].Select(giver => new ChainLink(position[giver], position[taker])))],
            [.. order.Select(place => place.Depth)]);

        int Index(string name)
        {
            var key = OutletAliases.KeyOf(name);
            if (!index.TryGetValue(key, out var at))
            {
                index[key] = at = names.Count;
                names.Add(name.Trim());
                keys.Add(key);
                givers.Add([]);
            }

            return at;
        }

        // whether `from` is among those from whom `to` has its report: the new credit would close a circle
        bool Reaches(int from, int to)
        {
            var seen = new HashSet<int> { to };
            var open = new Stack<int>([to]);
            while (open.TryPop(out var at))
            {
                if (at == from)
                {
                    return true;
                }

                foreach (var giver in givers[at].Where(seen.Add))
                {
                    open.Push(giver);
                }
            }

            return false;
        }

        int Column(int at) => givers[at].Count == 0 ? 0 : 1 + givers[at].Max(Column);

        void Place(int outlet, int depth)
        {
            order.Add((outlet, depth));
            var children = Enumerable.Range(0, names.Count).Where(at => parents[at] == outlet).ToList();
            foreach (var child in children)
            {
                Place(child, depth + 1);
            }

            rows[outlet] = children.Count == 0 ? nextRow++ : children.Average(child => rows[child]);
        }

        ChainOutlet Outlet(int at)
        {
            var own = articles.Where(article => OutletAliases.KeyOf(article.Teller) == keys[at]).ToList();
            return new ChainOutlet(names[at], own.FirstOrDefault(), own.Count, givers[at].Count == 0, columns[at], rows[at]);
        }
    }
}
