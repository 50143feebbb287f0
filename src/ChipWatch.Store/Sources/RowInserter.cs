using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChipWatch.Store.Sources;

/// <summary>Inserts many rows of one table by one prepared command, passing over those that a unique index knows already.</summary>
/// <remarks>Ten thousand items cost a third of what they cost through the change tracker. The command is made from the model, so both databases understand it.</remarks>
internal sealed class RowInserter<TRow> : IAsyncDisposable
    where TRow : class
{
    private readonly DbCommand command;
    private readonly IReadOnlyList<(IProperty Property, RelationalTypeMapping Mapping, DbParameter Parameter)> columns;

    /// <param name="db">A context whose transaction is open.</param>
    public RowInserter(ChipWatchDb db)
    {
        var type = db.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is no table.", nameof(db));
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        columns =
        [
            .. type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).Select((property, i) =>
            {
                var mapping = property.GetRelationalTypeMapping();
                var parameter = mapping.CreateParameter(command, $"@p{i}", null, property.IsNullable);
                command.Parameters.Add(parameter);
                return (property, mapping, parameter);
            }),
        ];
        var names = string.Join(", ", columns.Select(column => $"\"{column.Property.GetColumnName(table)}\""));
#pragma warning disable CA2100 // names of tables and columns come from the model alone
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({string.Join(", ", columns.Select(column => column.Parameter.ParameterName))}) ON CONFLICT DO NOTHING";
#pragma warning restore CA2100
    }

    /// <summary>Inserts a row.</summary>
    /// <returns>Whether it was new.</returns>
    public async Task<bool> InsertAsync(TRow row, CancellationToken cancellationToken)
    {
        foreach (var (property, mapping, parameter) in columns)
        {
            var value = property.GetGetter().GetClrValue(row);
            parameter.Value = (value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }

        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
