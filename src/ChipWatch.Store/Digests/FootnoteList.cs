using ChipWatch.Store.Stories;

namespace ChipWatch.Store.Digests;

/// <summary>Numbers an issue's proofs in the order of their first use; the same proof keeps its number.</summary>
internal sealed class FootnoteList
{
    private readonly List<DigestFootnote> notes = [];

    /// <summary>All footnotes so far, by number.</summary>
    public IReadOnlyList<DigestFootnote> Notes => notes;

    /// <summary>The number of a quotation from an article; the headline proves where no sentence does.</summary>
    public int NumberOf(StoryMember member, string? quote)
    {
        var proof = quote ?? member.Article.Title;
        var known = notes.FirstOrDefault(note => note.ArticleId == member.Article.Id && note.Quote == proof);
        if (known is not null)
        {
            return known.Number;
        }

        notes.Add(new(
            notes.Count + 1, member.Article.Id, member.Article.Slug, member.Article.Title, member.Outlet, member.Article.Url, member.Article.PublishedAt, proof));
        return notes.Count;
    }
}
