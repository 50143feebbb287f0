using ChipWatch.Store.Rows;
using ChipWatch.Store.Search;
using ChipWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChipWatch.Store.Sqlite;

/// <summary>The model on SQLite: instants as Unix milliseconds, full text in an FTS5 table whose rowid is the article's id.</summary>
/// <remarks>The FTS5 table is contentless: it holds no copy of the text, so the writer names rows to delete and insert itself.</remarks>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ChipWatchDb(options)
{
    /// <inheritdoc/>
    public override IQueryable<ArticleRow> ArticlesMatching(string words)
    {
        var match = SearchWords.MatchExpression(words);
        return match.Length == 0
            ? Articles.Where(a => false)
            : Articles.FromSql($"SELECT a.* FROM ArticleWords w JOIN Articles a ON a.Id = w.rowid WHERE ArticleWords MATCH {match}");
    }

    /// <inheritdoc/>
    /// <remarks>CROSS JOIN keeps SQLite from walking all stories and asking the index for each.</remarks>
    public override IQueryable<StoryRow> StoriesHolding(string words, long below, int most)
    {
        var match = SearchWords.MatchExpression(words);
        return match.Length == 0
            ? Stories.Where(s => false)
            : Stories.FromSql($"""
                SELECT s.* FROM (
                    SELECT DISTINCT a.StoryId AS StoryId FROM (SELECT rowid AS Id FROM ArticleWords WHERE ArticleWords MATCH {match} AND rowid < {below} ORDER BY rowid DESC LIMIT {most}) w
                    CROSS JOIN Articles a ON a.Id = w.Id WHERE a.StoryId IS NOT NULL) h
                CROSS JOIN Stories s ON s.Id = h.StoryId
                """);
    }

    /// <inheritdoc/>
    public override IQueryable<long> IdsNaming(IReadOnlyList<string> spellings, long below, int most)
    {
        var match = SearchWords.AnyOf(spellings);
        return match.Length == 0
            ? Articles.Where(a => false).Select(a => a.Id)
            : Database.SqlQuery<long>($"SELECT rowid AS Value FROM ArticleWords WHERE ArticleWords MATCH {match} AND rowid < {below} ORDER BY rowid DESC LIMIT {most}");
    }

    /// <inheritdoc/>
    public override Task<bool> HasOlderNamingAsync(IReadOnlyList<string> spellings, long version, CancellationToken cancellationToken)
    {
        var match = SearchWords.AnyOf(spellings);
        return match.Length == 0
            ? Task.FromResult(false)
            : Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM ArticleWords w JOIN Articles a ON a.Id = w.rowid WHERE ArticleWords MATCH {match} AND a.CatalogueVersion < {version}) AS Value")
                .SingleAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task IndexAsync(long articleId, string title, string text, CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"DELETE FROM ArticleWords WHERE rowid = {articleId}; INSERT INTO ArticleWords(rowid, Title, Text) VALUES ({articleId}, {SearchWords.ForIndex(title)}, {SearchWords.ForIndex(text)})",
        cancellationToken);

    /// <inheritdoc/>
    public override Task UnindexSamplesAsync(CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"DELETE FROM ArticleWords WHERE rowid IN (SELECT Id FROM Articles WHERE IsSample)", cancellationToken);

    /// <inheritdoc/>
    public override IQueryable<SourceDayCount> ItemsByDay(DateTimeOffset from)
    {
        var start = from.ToUnixTimeMilliseconds();
        return Database.SqlQuery<SourceDayCount>(
            $"SELECT SourceId, PublishedAt / 86400000 AS Day, COUNT(*) AS Items, 0 AS Well, 0 AS Failed FROM Items WHERE PublishedAt >= {start} GROUP BY SourceId, PublishedAt / 86400000");
    }

    /// <inheritdoc/>
    public override IQueryable<SourceDayCount> ChecksByDay(DateTimeOffset from)
    {
        var start = from.ToUnixTimeMilliseconds();
        return Database.SqlQuery<SourceDayCount>(
            $"SELECT SourceId, At / 86400000 AS Day, 0 AS Items, SUM(Times * (Failure IS NULL)) AS Well, SUM(Times * (Failure IS NOT NULL)) AS Failed FROM Fetches WHERE At >= {start} GROUP BY SourceId, At / 86400000");
    }

    /// <inheritdoc/>
    public override Task CheckIndexAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"INSERT INTO ArticleWords(ArticleWords) VALUES ('integrity-check')", cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
