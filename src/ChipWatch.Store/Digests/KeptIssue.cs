using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Digests;

/// <summary>An issue as it was kept when its week ended: JSON of the model, also of models that an older program wrote.</summary>
internal static class KeptIssue
{
    /// <summary>The model as JSON.</summary>
    public static string Write(DigestIssue issue) => StoredJson.Write(issue);

    /// <summary>Reads a kept model. Older ones held the outlets of a story as one list and no tags: they show the tags of its card and no chain.</summary>
    public static DigestIssue Read(string model)
    {
        var issue = StoredJson.Read<DigestIssue>(model);
        return issue.Top.Any(story => story.Tags is null || story.Chains is null) ? issue with { Top = [.. issue.Top.Select(Completed)] } : issue;
    }

    private static DigestStory Completed(DigestStory story) =>
        story with { Chains = story.Chains ?? [], Tags = story.Tags ?? [.. story.Story.Vendors, .. story.Story.Chips, .. story.Story.Topics] };
}
