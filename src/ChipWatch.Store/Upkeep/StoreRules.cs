namespace ChipWatch.Store.Upkeep;

/// <summary>Something that must hold of all rows.</summary>
/// <param name="What">Name of the check.</param>
/// <param name="Count">Query for the number of rows that break it, as Value.</param>
/// <param name="Well">What is said where none does.</param>
/// <param name="Wrong">What is said behind the number.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record StoreRule(string What, string Count, string Well, string Wrong, string Remedy);

/// <summary>What must hold of the rows of a store beyond what its constraints enforce.</summary>
internal static class StoreRules
{
    private const string Retag = "Run `chipwatch retag`: it writes what follows from the texts again.";
    private const string Report = "A restore of the newest backup brings whole rows back; please report how it came to this.";

    /// <summary>All rules.</summary>
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new("foreign keys", "SELECT count(*) AS Value FROM pragma_foreign_key_check", "every row has its parent", "rows point at rows that are not there.", Report),
        new(
            "revisions",
            "SELECT count(*) AS Value FROM Articles a WHERE NOT EXISTS (SELECT 1 FROM Revisions r JOIN RevisionBodies b ON b.RevisionId = r.Id WHERE r.Id = a.RevisionId AND r.ArticleId = a.Id)",
            "every article has its newest state and text", "articles lack their newest state or text.", Report),
        new(
            "items",
            "SELECT count(*) AS Value FROM Items i WHERE i.ArticleId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Articles a WHERE a.Id = i.ArticleId)",
            "every stored item has its article", "items lead to articles that are not there.", Report),
        new(
            "addresses", "SELECT count(*) AS Value FROM FormerAddresses f JOIN Articles a ON a.Url = f.Url",
            "no former address is another article's", "former addresses are another article's own.", Report),
        new(
            "facts",
            "SELECT (SELECT count(*) FROM Articles a WHERE NOT EXISTS (SELECT 1 FROM Signatures s WHERE s.ArticleId = a.Id)) + (SELECT count(*) FROM Tags t JOIN Articles a ON a.Id = t.ArticleId WHERE t.PublishedAt <> a.PublishedAt) AS Value",
            "tags and signatures fit their articles", "tags or signatures do not fit their articles.", Retag),
        new(
            "evidence",
            """
            SELECT count(*) AS Value FROM Tags t JOIN Articles a ON a.Id = t.ArticleId JOIN Revisions r ON r.Id = a.RevisionId JOIN RevisionBodies b ON b.RevisionId = r.Id, json_each(t.Evidence) e
            WHERE b.Text = CAST(b.Text AS TEXT) AND instr(CASE json_extract(e.value, '$.field') WHEN 'title' THEN r.Title ELSE b.Text END, json_extract(e.value, '$.quote')) = 0
            """,
            "every quotation stands in its text", "quotations do not stand in their text.", Retag),
        new(
            "words rows",
            "SELECT (SELECT count(*) FROM Articles WHERE Id NOT IN (SELECT id FROM ArticleWords_docsize)) + (SELECT count(*) FROM ArticleWords_docsize WHERE id NOT IN (SELECT Id FROM Articles)) AS Value",
            "every article is in the full-text index", "articles are missing in the full-text index, or left over in it.", Retag),
        new(
            "stories",
            "SELECT (SELECT count(*) FROM Articles a WHERE a.StoryId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Stories s WHERE s.Id = a.StoryId)) + (SELECT count(*) FROM Stories s WHERE s.ArticleCount <> (SELECT count(*) FROM Articles a WHERE a.StoryId = s.Id)) AS Value",
            "every story counts its articles rightly", "stories are missing, or count their articles wrongly.", Retag),
        new(
            "counters",
            """
            SELECT (SELECT count(*) FROM FacetCounts c WHERE c.Stories <> (SELECT count(*) FROM StoryFacets f WHERE f.Facet = c.Facet AND f.Value = c.Value))
                + (SELECT count(*) FROM (SELECT DISTINCT Facet, Value FROM StoryFacets EXCEPT SELECT Facet, Value FROM FacetCounts)) AS Value
            """,
            "the counters of the facets are right", "counters of facets are wrong.", "Run `chipwatch retag`: it counts again."),
    ];
}
