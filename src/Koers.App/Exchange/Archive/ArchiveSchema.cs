using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Koers.App.Exchange.Archive;

/// <summary>
/// What the register has that an archive of an older schema has not: what was added by the migrations after it. Its tables are empty in what comes
/// in, and its columns hold what the migration itself gives to rows that are there.
/// </summary>
internal sealed class ArchiveSchema
{
    private readonly HashSet<string> _tables = [];
    private readonly Dictionary<(string Table, string Column), AddColumnOperation> _columns = [];

    private ArchiveSchema()
    {
    }

    /// <summary>The schema of the register: the name of its last migration, without the time in front of it the same for both databases.</summary>
    public static string Current(RegisterContext context) => NameOf(context.Database.GetMigrations().Last());

    /// <summary>What was added since a schema; null where that is not known here, or where a later migration did more than add.</summary>
    public static ArchiveSchema? Since(RegisterContext context, string schema)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        var known = assembly.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        var at = known.FindIndex(m => NameOf(m.Key) == schema);
        if (at < 0)
            return null;
        var added = new ArchiveSchema();
        foreach (var (_, type) in known.Skip(at + 1))
            foreach (var operation in assembly.CreateMigration(type, context.Database.ProviderName!).UpOperations)
                if (!added.Takes(operation))
                    return null;
        return added;
    }

    /// <summary>Whether the archive has nothing of a table.</summary>
    public bool IsNew(ArchiveTable table) => _tables.Contains(table.Name);

    /// <summary>Columns of a table that the archive does not have, each with its value in SQL.</summary>
    public IReadOnlyDictionary<string, string> Added(ArchiveTable table) => table.Columns.Where(c => _columns.ContainsKey((table.Name, c.Name)))
        .ToDictionary(c => c.Name, c => Value(c, _columns[(table.Name, c.Name)]));

    private static string Value(ArchiveColumn column, AddColumnOperation added) =>
        added.DefaultValueSql ?? (added.DefaultValue is { } value ? column.Literal(value) : "NULL");

    private bool Takes(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation table:
                _tables.Add(table.Name);
                return true;
            case AddColumnOperation column:
                _columns[(column.Table, column.Name)] = column;
                return column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null;
            // How a column is compared is nothing that an archive holds
            case AlterColumnOperation altered:
                return altered.Collation != altered.OldColumn.Collation && altered.ColumnType == altered.OldColumn.ColumnType
                    && altered.IsNullable == altered.OldColumn.IsNullable && altered.MaxLength == altered.OldColumn.MaxLength;
            default:
                return operation is CreateIndexOperation or DropIndexOperation or AddForeignKeyOperation or DropForeignKeyOperation
                    or AddUniqueConstraintOperation or DropUniqueConstraintOperation;
        }
    }

    private static string NameOf(string migration) => migration.Split('_', 2)[1];
}
