using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Store.Stories;

/// <summary>
/// Where the reports of a story began. An outlet that an article credits may itself have the story first-hand here, or be known from another article to
/// have it from a third: "TechCrunch, citing Bloomberg" tells where all have it from who credit TechCrunch alone.
/// </summary>
/// <remarks>What the articles say of one another is laid out once, so that a story of hundreds costs hundreds and not their square.</remarks>
internal sealed class StoryOrigins
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> firstHand = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> behind = new(StringComparer.Ordinal);

    /// <summary>Lays out a story.</summary>
    /// <param name="members">Its articles, oldest first.</param>
    public StoryOrigins(IReadOnlyList<StoryMember> members)
    {
        foreach (var member in members)
        {
            if (!member.IsRelay)
            {
                firstHand.Add(KeyOf(member.Teller));
            }

            NoteChain(member);
        }
    }

    /// <summary>The outlet where a member's report began, as it is written where it is named.</summary>
    public string Of(StoryMember member)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { KeyOf(member.Teller) };
        foreach (var credited in member.ReportedBy)
        {
            seen.Add(KeyOf(credited));
            if (firstHand.Contains(KeyOf(credited)))
            {
                return credited;
            }
        }

        var origin = member.Origin;
        while (!firstHand.Contains(KeyOf(origin)) && behind.TryGetValue(KeyOf(origin), out var named) && named.Find(outlet => !seen.Contains(KeyOf(outlet))) is { } next)
        {
            seen.Add(KeyOf(next));
            origin = next;
        }

        return origin;
    }

    /// <summary>Whom each outlet of an article has its report from, by the words of that article: of its own, or of one that credits it.</summary>
    private void NoteChain(StoryMember member)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var outlet = member.Teller;
        foreach (var credited in member.ReportedBy)
        {
            // An outlet that a chain names twice counts where it stands first.
            if (told.Add(KeyOf(outlet)))
            {
                if (!behind.TryGetValue(KeyOf(outlet), out var named))
                {
                    behind[KeyOf(outlet)] = named = [];
                }

                if (!named.Contains(credited))
                {
                    named.Add(credited);
                }
            }

            outlet = credited;
        }
    }

    private string KeyOf(string outlet)
    {
        if (!keys.TryGetValue(outlet, out var key))
        {
            keys[outlet] = key = OutletAliases.KeyOf(outlet);
        }

        return key;
    }
}
