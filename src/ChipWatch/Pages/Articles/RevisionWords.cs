using ChipWatch.Components;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Articles;

namespace ChipWatch.Pages.Articles;

/// <summary>What a revision means, in words.</summary>
public static class RevisionWords
{
    /// <summary>"Headline softened".</summary>
    public static string Name(RevisionMeaning meaning) => meaning switch
    {
        RevisionMeaning.Softened => "Headline softened",
        RevisionMeaning.Hardened => "Headline hardened",
        RevisionMeaning.Reversed => "Headline reversed",
        RevisionMeaning.StatusMoved => "Status moved",
        RevisionMeaning.NumberChanged => "Number changed",
        RevisionMeaning.CorrectionAdded => "Correction note added",
        RevisionMeaning.PassageRemoved => "Passage removed",
        RevisionMeaning.PassageAdded => "Passage added",
        RevisionMeaning.HeadlineChanged => "Headline reworded",
        _ => "Wording changed",
    };

    /// <summary>Whether the headline itself shows what the change is about.</summary>
    public static bool IsOfHeadline(RevisionMeaning meaning) =>
        meaning is RevisionMeaning.Softened or RevisionMeaning.Hardened or RevisionMeaning.Reversed or RevisionMeaning.HeadlineChanged;

    /// <summary>Whether from and to are words that stood and stand there, rather than names of a status.</summary>
    public static bool Quotes(RevisionMeaning meaning) => meaning is not RevisionMeaning.StatusMoved;

    /// <summary>"+6 and −2 words".</summary>
    public static string Amount(RevisionLine revision) => (revision.WordsAdded, revision.WordsRemoved) switch
    {
        (0, 0) => "signs alone",
        (var added, 0) => $"+{Counts.Of(added, "word", "words")}",
        (0, var removed) => $"−{Counts.Of(removed, "word", "words")}",
        var (added, removed) => $"+{added} and −{Counts.Of(removed, "word", "words")}",
    };

    /// <summary>The status that a change names.</summary>
    public static EventStatus? Status(string? id) => Enum.TryParse<EventStatus>(id, ignoreCase: true, out var status) ? status : null;
}
