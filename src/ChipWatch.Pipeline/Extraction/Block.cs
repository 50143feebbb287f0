using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>What a block does in its article. Example, analogy and keywords prove nothing; boilerplate is not part of the article.</summary>
public enum BlockRole
{
    /// <summary>Reports something.</summary>
    Fact,

    /// <summary>Titles what follows.</summary>
    Heading,

    /// <summary>An invented or hypothetical case.</summary>
    Example,

    /// <summary>A comparison with something else.</summary>
    Analogy,

    /// <summary>A question with its answer.</summary>
    Faq,

    /// <summary>A point of a closing or opening summary.</summary>
    Takeaway,

    /// <summary>A list of search words.</summary>
    Keywords,

    /// <summary>The line under a picture.</summary>
    Caption,

    /// <summary>Somebody's words, set apart.</summary>
    Quote,

    /// <summary>Share bars, sign-up boxes, notices.</summary>
    Boilerplate,
}

/// <summary>What a block is in the page's structure.</summary>
public enum BlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>A caption of a figure or table.</summary>
    Caption,

    /// <summary>A quotation set apart.</summary>
    Quote,

    /// <summary>One row of a table, cells parted by a tab.</summary>
    Row,

    /// <summary>Preformatted text.</summary>
    Code,
}

/// <summary>A paragraph, heading, list item, caption, quotation or table row of an article's text.</summary>
/// <param name="Role">What it does in the article.</param>
/// <param name="Kind">What it is in the page.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Language">BCP 47 language of this block, or null where it is the article's own.</param>
public sealed record Block(BlockRole Role, BlockKind Kind, int Start, int Length, string? Language = null)
{
    /// <summary>First code unit behind the block.</summary>
    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>Whether a statement in this block may serve as proof.</summary>
    [JsonIgnore]
    public bool Proves => Role is not (BlockRole.Example or BlockRole.Analogy or BlockRole.Keywords or BlockRole.Boilerplate);
}
