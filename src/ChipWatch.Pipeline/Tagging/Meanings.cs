using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging.Attribution;
using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>What a phrase of the vocabulary may stand for. One spelling can have several meanings.</summary>
internal abstract record Meaning;

/// <summary>A name of a company or chip.</summary>
/// <param name="IsChip">A chip; otherwise a company.</param>
/// <param name="Owner">Place in the catalogue's list of chips or companies.</param>
/// <param name="Spelling">The spelling that was put into the trie.</param>
/// <param name="Alias">The rules of the name.</param>
/// <param name="Context">Numbers of the phrases that make it sure.</param>
/// <param name="Around">Numbers of the phrases that block it where they overlap it.</param>
/// <param name="Beside">Numbers of the phrases that block it in the same sentence.</param>
internal sealed record NameMeaning(
    bool IsChip,
    int Owner,
    string Spelling,
    Alias Alias,
    IReadOnlySet<int> Context,
    IReadOnlySet<int> Around,
    IReadOnlySet<int> Beside) : Meaning
{
    /// <summary>The name has a part of one letter ("T-Head"), so that its hyphen must be one.</summary>
    public bool ExactHyphens { get; } = Spelling.Contains('-', StringComparison.Ordinal)
        && Spelling.Split('-', ' ').Any(part => part.Length == 1 && char.IsLetter(part[0]));

    /// <summary>The rules know other meanings, and it is spelled like an ordinary word ("Amazon", not "xAI").</summary>
    public bool MayBeAnother { get; } = (Alias.NeedsContext || Alias.NotWhen.Count > 0)
        && (Folding.IsCjk(Spelling[0]) || (Spelling.Length > 3 && Spelling.Skip(1).All(letter => char.IsLower(letter) || letter == ' ')));
}

/// <summary>A term that speaks for a topic, or against it where the weight is below zero.</summary>
/// <param name="Topic">Place in the catalogue's list of topics.</param>
/// <param name="Spelling">The term as the catalogue writes it.</param>
/// <param name="Weight">Points.</param>
/// <param name="Context">Numbers of the phrases of which one must stand in the same paragraph or the headline; empty: none needed.</param>
/// <param name="Language">Two-letter language in which it counts; null for every one.</param>
internal sealed record TermMeaning(int Topic, string Spelling, double Weight, IReadOnlySet<int> Context, string? Language) : Meaning
{
    /// <summary>Spelling with capitals inside a word ("InFO") or short and all capitals ("SUE") is matched as written.</summary>
    public bool CaseSensitive { get; } = Spelling.Split(' ', '-').Any(word => word.Length is > 1 and <= 5 && word.Skip(1).Any(char.IsAsciiLetterUpper));

    /// <summary>Whether a hit is this term: in its language, and in its letter case where that matters.</summary>
    public bool Is(PhraseHit hit, Sentence sentence, string language) =>
        (Language is null || language is "" || Language == language)
        && (!CaseSensitive || Folding.SameCase(sentence.Source.AsSpan(hit.Start, hit.Length), Spelling));
}

/// <summary>A phrase of the event rules.</summary>
/// <param name="Cue">What it hints at.</param>
/// <param name="Weight">1; less for a phrase that is often something else.</param>
/// <param name="Language">Two-letter language in which it counts.</param>
internal sealed record CueMeaning(Cue Cue, double Weight, string Language) : Meaning;

/// <summary>The name of an outlet or agency.</summary>
/// <param name="Name">Its name, which credits show.</param>
/// <param name="Spelling">This spelling of it; letter case counts.</param>
/// <param name="Kind">"analyst" or "bank" for houses that research.</param>
/// <param name="NeedsCredit">Also another word or name.</param>
internal sealed record OutletMeaning(string Name, string Spelling, string? Kind, bool NeedsCredit) : Meaning;

/// <summary>A phrase that credits an outlet beside it.</summary>
/// <param name="Place">Where the outlet stands.</param>
/// <param name="Unknown">Whether it also makes an outlet of a name that no list holds.</param>
/// <param name="Language">Two-letter language in which it counts.</param>
internal sealed record CreditMeaning(CreditPlace Place, bool Unknown, string Language) : Meaning;

/// <summary>A word of firms, whatever they make.</summary>
internal sealed record FirmMeaning : Meaning;

/// <summary>A word of the trade.</summary>
/// <param name="Word">As the list writes it; one word counts once.</param>
/// <param name="Weight">How sure it tells of the trade.</param>
internal sealed record TradeMeaning(string Word, int Weight) : Meaning;
