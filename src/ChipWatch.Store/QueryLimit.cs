using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ChipWatch.Store;

/// <summary>
/// Ends a question that takes longer than its context's command time-out. SQLite takes that for the time to wait for a lock, and works on as long as it has to;
/// a page must not. Nothing is limited within a transaction, nor where nobody set a time.
/// </summary>
internal sealed class QueryLimit : DbCommandInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbCommand, Watch> watches = [];

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Begin(command, eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Begin(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        End(command);
        return result;
    }

    /// <inheritdoc/>
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => End(command);

    /// <inheritdoc/>
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => End(command);

    /// <inheritdoc/>
    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command);
        return Task.CompletedTask;
    }

    private void Begin(DbCommand command, DbContext? context)
    {
        if (context?.Database.GetCommandTimeout() is { } seconds && command.Connection is SqliteConnection { Handle: { } handle } && command.Transaction is null)
        {
            watches.AddOrUpdate(command, new Watch(handle, TimeSpan.FromSeconds(seconds)));
        }
    }

    private void End(DbCommand command)
    {
        if (watches.TryGetValue(command, out var watch))
        {
            watches.Remove(command);
            watch.Dispose();
        }
    }

    /// <summary>Interrupts the connection when the time is over.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly CancellationTokenSource over;
        private readonly CancellationTokenRegistration interrupting;

        public Watch(sqlite3 connection, TimeSpan time)
        {
            over = new CancellationTokenSource(time);
            interrupting = over.Token.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), connection);
        }

        public void Dispose()
        {
            // Waits for an interrupt that is under way: the connection may be another's afterwards
            interrupting.Dispose();
            over.Dispose();
        }
    }
}

/// <summary>Opens the store for the questions of pages, each within its time.</summary>
internal sealed class QuestionFactory(IDbContextFactory<ChipWatchDb> databases, StoreOptions options) : IDbContextFactory<ChipWatchDb>
{
    /// <inheritdoc/>
    public ChipWatchDb CreateDbContext() => Limited(databases.CreateDbContext());

    /// <inheritdoc/>
    public async Task<ChipWatchDb> CreateDbContextAsync(CancellationToken cancellationToken) => Limited(await databases.CreateDbContextAsync(cancellationToken));

    private ChipWatchDb Limited(ChipWatchDb db)
    {
        db.Database.SetCommandTimeout(options.QueryTime);
        return db;
    }
}
