using ChipWatch.Store.Rows;
using ChipWatch.Store.Search;
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
    public override async Task IndexAsync(long articleId, string title, string text, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"DELETE FROM ArticleWords WHERE rowid = {articleId}", cancellationToken);
        await Database.ExecuteSqlAsync(
            $"INSERT INTO ArticleWords(rowid, Title, Text) VALUES ({articleId}, {SearchWords.ForIndex(title)}, {SearchWords.ForIndex(text)})",
            cancellationToken);
    }

    /// <inheritdoc/>
    public override Task UnindexSamplesAsync(CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"DELETE FROM ArticleWords WHERE rowid IN (SELECT Id FROM Articles WHERE IsSample)", cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
