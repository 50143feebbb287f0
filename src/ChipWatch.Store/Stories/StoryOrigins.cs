using ChipWatch.Pipeline.Text;

namespace ChipWatch.Store.Stories;

/// <summary>
/// Where the reports of a story began. An outlet that an article credits may itself have the story first-hand here, or be known from another article to
/// have it from a third: "TechCrunch, citing Bloomberg" tells where all have it from who credit TechCrunch alone.
/// </summary>
/// <remarks>What the articles say of one another is laid out once, so that a story of hundreds costs hundreds and not their square.</remarks>
internal sealed class StoryOrigins
{
    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);
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
                firstHand.Add(SlugOf(member.Outlet));
            }

            NoteChain(member);
        }
    }

    /// <summary>The outlet where a member's report began, as it is written where it is named.</summary>
    public string Of(StoryMember member)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { SlugOf(member.Outlet) };
        foreach (var credited in member.ReportedBy)
        {
            seen.Add(SlugOf(credited));
            if (firstHand.Contains(SlugOf(credited)))
            {
                return credited;
            }
        }

        var origin = member.Origin;
        while (!firstHand.Contains(SlugOf(origin)) && behind.TryGetValue(SlugOf(origin), out var named) && named.Find(outlet => !seen.Contains(SlugOf(outlet))) is { } next)
        {
            seen.Add(SlugOf(next));
            origin = next;
        }

        return origin;
    }

    /// <summary>Whom each outlet of an article has its report from, by the words of that article: of its own, or of one that credits it.</summary>
    private void NoteChain(StoryMember member)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var outlet = member.Outlet;
        foreach (var credited in member.ReportedBy)
        {
            // An outlet that a chain names twice counts where it stands first.
            if (told.Add(SlugOf(outlet)))
            {
                if (!behind.TryGetValue(SlugOf(outlet), out var named))
                {
                    behind[SlugOf(outlet)] = named = [];
                }

                if (!named.Contains(credited))
                {
                    named.Add(credited);
                }
            }

            outlet = credited;
        }
    }

    private string SlugOf(string outlet)
    {
        if (!slugs.TryGetValue(outlet, out var slug))
        {
            slugs[outlet] = slug = Slug.Of(outlet);
        }

        return slug;
    }
}
