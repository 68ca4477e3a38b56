using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Koers.App.Storage;

/// <summary>
/// Writes new lines that belong to something, such as the money of a variant: many with one statement (SQLite) or as one stream (PostgreSQL), in the
/// transaction of the context. The context itself follows every line and writes each with a statement of its own, which takes tens of seconds where an
/// import has tens of thousands of lines.
/// </summary>
/// <typeparam name="T">The lines: a collection that the model has with one owner, with numbers that the database gives out.</typeparam>
internal sealed class LineWriting<T> where T : class
{
    // Databases take some thousands of values in a statement, and find each by its name in a list
    private const int LinesAtOnce = 40;

    private readonly RegisterContext _context;
    private readonly ISqlGenerationHelper _sql;
    private readonly IEntityType _type;
    private readonly IProperty _owner;
    private readonly (IProperty Property, string Column, RelationalTypeMapping Mapping)[] _columns;

    public LineWriting(RegisterContext context)
    {
        (_context, _sql) = (context, context.GetService<ISqlGenerationHelper>());
        _type = context.Model.FindEntityTypes(typeof(T)).Single();
        _owner = _type.FindOwnership()!.Properties.Single();
        _columns = [.. _type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never)
            .Select(property => (property, property.GetColumnName(), property.GetRelationalTypeMapping()))];
    }

    /// <summary>Writes lines.</summary>
    /// <param name="lines">Each line with the id of what it belongs to, which is in the database by now.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task Write(IReadOnlyList<(Guid Owner, T Line)> lines, CancellationToken cancellation)
    {
        if (_context.Database.GetDbConnection() is NpgsqlConnection connection)
        {
            await Stream(connection, lines, cancellation);
            return;
        }

        await using var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var part in lines.Chunk(LinesAtOnce))
        {
            // The same statement is prepared once
            if (command.Parameters.Count != part.Length * _columns.Length)
                command.CommandText = Insert(part.Length);
            command.Parameters.Clear();
            Fill(command, part);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task Stream(NpgsqlConnection connection, IReadOnlyList<(Guid Owner, T Line)> lines, CancellationToken cancellation)
    {
        await using var stream = await connection.BeginBinaryImportAsync($"COPY {Table} ({Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var (owner, line) in lines)
        {
            await stream.StartRowAsync(cancellation);
            foreach (var (property, _, mapping) in _columns)
            {
                var value = ValueOf(property, owner, line);
                if ((mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) is { } kept)
                    await stream.WriteAsync(kept, mapping.StoreTypeNameBase, cancellation);
                else
                    await stream.WriteNullAsync(cancellation);
            }
        }

        await stream.CompleteAsync(cancellation);
    }

    private void Fill(DbCommand command, (Guid Owner, T Line)[] lines)
    {
        foreach (var (owner, line) in lines)
            foreach (var (property, _, mapping) in _columns)
                command.Parameters.Add(mapping.CreateParameter(
                    command, Name(command.Parameters.Count), ValueOf(property, owner, line), property.IsNullable));
    }

    private string Insert(int lines)
    {
        var rows = Enumerable.Range(0, lines).Select(row => $"({string.Join(", ", _columns.Select((_, k) => Name((row * _columns.Length) + k)))})");
        return $"INSERT INTO {Table} ({Columns}) VALUES {string.Join(", ", rows)}";
    }

    private string Table => _sql.DelimitIdentifier(_type.GetTableName()!, _type.GetSchema());

    private string Columns => string.Join(", ", _columns.Select(column => _sql.DelimitIdentifier(column.Column)));

    private object? ValueOf(IProperty property, Guid owner, T line) => property == _owner ? owner : property.PropertyInfo!.GetValue(line);

    private static string Name(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");
}
