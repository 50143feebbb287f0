using System.Runtime.InteropServices;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// Chooses among the stories that share keys with an article those that are worth opening: by how seldom the shared keys are, and some by how many they
/// are. Few are better than many: among three thousand labelled articles as one stream, twelve candidates give purer stories than twenty or all of them,
/// because what is opened without need is joined by chance.
/// </summary>
/// <typeparam name="TId">What stories are called.</typeparam>
public sealed class StoryCandidates<TId>
    where TId : notnull, IComparable<TId>
{
    /// <summary>Chosen by the rarity of the keys in common.</summary>
    private const int ByRarity = 8;

    /// <summary>Chosen by the number of keys in common: many common ones tell as much as a rare one, which may be chance.</summary>
    private const int ByNumber = 4;

    private readonly Dictionary<TId, Found> found = [];

    /// <summary>How many are chosen at most.</summary>
    internal const int Most = ByRarity + ByNumber;

    /// <summary>Notes the stories that one key finds.</summary>
    /// <param name="key">The key; one that does not tell alone (<see cref="StoryKeys.TellsAlone"/>) finds only what another key finds too.</param>
    /// <param name="stories">The stories, each once, and when the latest article of each came that holds the key, as a number that grows with time.</param>
    public void Add(string key, IReadOnlyList<(TId Story, long LatestAt)> stories)
    {
        var tells = StoryKeys.TellsAlone(key);
        var weight = 1 / Math.Sqrt(stories.Count);
        for (var i = 0; i < stories.Count; i++)
        {
            var (story, latest) = stories[i];
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(found, story, out _);
            known = new(story, known.Keys + 1, known.Weight + weight, Math.Max(known.LatestAt, latest), known.IsTold || tells);
        }
    }

    /// <summary>The stories worth opening, the likeliest first. Of equals the latest.</summary>
    public IReadOnlyList<TId> Choose()
    {
        var all = found.Values.Where(story => story.IsTold || story.Keys > 1).ToArray();
        BringForward(all, 0, Math.Min(ByRarity, all.Length), (one, other) => Descending(one.Weight, other.Weight, one, other));
        if (all.Length > Most)
        {
            BringForward(all, ByRarity, ByNumber, (one, other) => Descending(one.Keys, other.Keys, one, other));
        }

        return [.. all.Take(Most).Select(story => story.Story)];
    }

    private static int Descending<T>(T one, T other, Found first, Found second)
        where T : IComparable<T>
    {
        var order = other.CompareTo(one);
        order = order != 0 ? order : second.LatestAt.CompareTo(first.LatestAt);
        return order != 0 ? order : first.Story.CompareTo(second.Story);
    }

    /// <summary>Puts the first so many, from a place on, to that place: to sort all of some hundred would take longer.</summary>
    private static void BringForward(Found[] all, int from, int count, Comparison<Found> compare)
    {
        all.AsSpan(from, count).Sort(compare);
        var last = from + count - 1;
        for (var at = last + 1; at < all.Length; at++)
        {
            if (compare(all[at], all[last]) >= 0)
            {
                continue;
            }

            var better = all[at];
            all[at] = all[last];
            var place = last;
            for (; place > from && compare(better, all[place - 1]) < 0; place--)
            {
                all[place] = all[place - 1];
            }

            all[place] = better;
        }
    }

    private readonly record struct Found(TId Story, int Keys, double Weight, long LatestAt, bool IsTold);
}
