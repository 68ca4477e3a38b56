using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Koers.App.Exchange.Archive;

/// <summary>One table of the register, as an archive knows it.</summary>
internal sealed class ArchiveTable
{
    private readonly ISqlGenerationHelper _sql;
    private readonly ITable _table;
    private readonly bool _isPostgreSql;

    private ArchiveTable(ITable table, ISqlGenerationHelper sql, bool isPostgreSql)
    {
        (_table, _sql, _isPostgreSql) = (table, sql, isPostgreSql);
        Columns = [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new ArchiveColumn(c))];
        // A row that refers to another of the same table is written first and pointed to the other afterwards
        LateColumns = table.ForeignKeyConstraints.Where(key => key.PrincipalTable == table).SelectMany(key => key.Columns).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        Key = [.. table.PrimaryKey!.Columns.Select(c => Columns.Single(own => own.Name == c.Name))];
    }

    public string Name => _table.Name;

    /// <summary>Its file in an archive.</summary>
    public string FileName => Name + ".json";

    public IReadOnlyList<ArchiveColumn> Columns { get; }

    public IReadOnlyList<ArchiveColumn> Key { get; }

    public IReadOnlySet<string> LateColumns { get; }

    public string Quoted => _sql.DelimitIdentifier(_table.Name, _table.Schema);

    /// <summary>All rows, in an order that is the same in every database: bytes, not the rules of a language.</summary>
    public string SelectAll() =>
        $"SELECT {List(Columns)} FROM {Quoted} ORDER BY {string.Join(", ", Key.Select(c => Delimited(c) + (_isPostgreSql && c.Property?.ClrType == typeof(string) ? " COLLATE \"C\"" : "")))}";

    /// <summary>Puts a row in: a parameter for each column that is there, and what was given for the others.</summary>
    public string Insert(IReadOnlyList<ArchiveColumn> there, IReadOnlyDictionary<string, string> others) =>
        $"INSERT INTO {Quoted} ({List([.. there, .. Columns.Except(there)])}) VALUES "
        + $"({string.Join(", ", there.Select((_, i) => $"@p{i}").Concat(Columns.Except(there).Select(c => others[c.Name])))})";

    /// <summary>Points a row to others of its table; the key comes after the columns.</summary>
    public string UpdateLate() =>
        $"UPDATE {Quoted} SET {string.Join(", ", Late.Select((c, i) => $"{Delimited(c)} = @p{i}"))} WHERE "
        + string.Join(" AND ", Key.Select((c, i) => $"{Delimited(c)} = @p{Late.Count + i}"));

    /// <summary>The next number that the database gives out comes after all that are there; null where it finds that itself.</summary>
    public string? Renumber() => _isPostgreSql && Columns.FirstOrDefault(c => c.IsNumbered) is { } column
        ? $"SELECT setval(pg_get_serial_sequence('{Quoted.Replace("'", "''", StringComparison.Ordinal)}', '{column.Name}'), COALESCE((SELECT MAX({Delimited(column)}) FROM {Quoted}), 0) + 1, false)"
        : null;

    public IReadOnlyList<ArchiveColumn> Late => [.. Columns.Where(c => LateColumns.Contains(c.Name))];

    /// <summary>The tables, each after those that it refers to.</summary>
    public static IReadOnlyList<ArchiveTable> Of(RegisterContext context)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var waiting = context.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var placed = new List<ITable>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || placed.Contains(key.PrincipalTable)));
            placed.Add(next);
            waiting.Remove(next);
        }

        return [.. placed.Where(table => !ArchiveSecrets.IsPassing(table.Name)).Select(table => new ArchiveTable(table, sql, context is PostgreSqlRegister))];
    }

    private string List(IEnumerable<ArchiveColumn> columns) => string.Join(", ", columns.Select(Delimited));

    private string Delimited(ArchiveColumn column) => _sql.DelimitIdentifier(column.Name);
}
