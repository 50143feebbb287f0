using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChipWatch.Store.Leases;

/// <summary>
/// Compares the lease's number at the beginning of every write transaction of a process that believes to hold it. The transaction
/// has SQLite's write lock by then, so the number cannot change before it commits.
/// </summary>
internal sealed class FenceCheck(IngestFence fence) : DbTransactionInterceptor
{
    /// <inheritdoc/>
    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (fence.Held is > 0 and var held)
        {
            await using var command = Question(connection, result);
            if (!Equals(await command.ExecuteScalarAsync(cancellationToken), held))
            {
                await result.RollbackAsync(CancellationToken.None);
                throw new LeaseLostException();
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (fence.Held is > 0 and var held)
        {
            using var command = Question(connection, result);
            if (!Equals(command.ExecuteScalar(), held))
            {
                result.Rollback();
                throw new LeaseLostException();
            }
        }

        return result;
    }

    private static DbCommand Question(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT Fence FROM Leases WHERE Name = '{IngestLease.Name}'";
        return command;
    }
}
