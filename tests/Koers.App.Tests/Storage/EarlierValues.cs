using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Koers.App.Tests.Storage;

/// <summary>What stands in rows of an earlier version: by the type of the column, with references that hold. Where text has a meaning (a word of a list,
/// JSON, a line of the trail) it is as that version wrote it.</summary>
/// <param name="now">The model of now, which knows in which columns words stand.</param>
internal sealed class EarlierValues(IModel now)
{
    private const int Rows = 3;

    /// <summary>The row in which everything is empty that may be.</summary>
    private const int Empty = 1;

    private static readonly AuditEntry[] Trail = Chained();

    // What is kept as JSON or as a list; in one of the databases a list is JSON too
    private static readonly Dictionary<string, object[]> Lists = new()
    {
        ["api_clients.roles"] = ["Reader", "Assessor"],
        ["api_clients.scopes"] = ["Read", "Plan"],
        ["frames.budget_ids"] = [IdOf("budgets.id", 0), IdOf("budgets.id", 2)],
        ["frames.years"] = [2027, 2028],
    };

    private static readonly Dictionary<string, string> Json = new()
    {
        // Bytes that can be read as both databases write them, as hexadecimals and in base 64
        ["account_passkeys.data"] = """
            {"AttestationObject": "0A1B", "ClientDataJson": "2C3D", "CreatedAt": "2026-05-01T12:00:00+00:00", "IsBackedUp": false, "IsBackupEligible": true,
             "IsUserVerified": true, "Name": "sleutel", "PublicKey": "4E5F", "SignCount": 7, "Transports": ["usb"]}
            """,
        ["frames.conditions"] = """[{"Label": "soort", "Values": ["innovatie", "proef"]}]""",
        ["goals.anchors"] = """[{"Meaning": "honderd woningen; é", "Points": 7.5}]""",
        ["initiatives.documents"] = """[{"Address": "https://waterstede.example/1", "Title": "Besluit"}]""",
    };

    public static int RowsIn(ITable table) => table.Name is "settings" or "house_styles" ? 1 : Rows;

    /// <summary>What stands in a column of a row.</summary>
    public object? Of(ITable table, IColumn column, int row)
    {
        var place = $"{table.Name}.{column.Name}";
        if (table.Name == "audit_entries")
            return OfTrail(column.Name, Trail[row]);
        if (column.IsNullable && row == Empty)
            return null;
        foreach (var key in table.ForeignKeyConstraints)
            if (key.Columns.ToList().IndexOf(column) is >= 0 and var at)
                // The first has nothing above it, and the others have the first
                return key.PrincipalTable != table ? Of(key.PrincipalTable, key.PrincipalColumns[at], row)
                    : row == 0 ? null : Of(table, key.PrincipalColumns[at], 0);
        var type = column.PropertyMappings.Select(mapping => mapping.Property.ClrType).FirstOrDefault() ?? typeof(string);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Lists.TryGetValue(place, out var list))
            return ListOf(type, list);
        if (Json.TryGetValue(place, out var json))
            return json;
        return WordOf(table, column, row) ?? ByType(place, type, row);
    }

    private string? WordOf(ITable table, IColumn column, int row)
    {
        var mapping = now.GetRelationalModel().FindTable(table.Name, null)?.FindColumn(column.Name)?.PropertyMappings is [var first, ..] ? first : null;
        var type = mapping is null ? null : Nullable.GetUnderlyingType(mapping.Property.ClrType) ?? mapping.Property.ClrType;
        return type is { IsEnum: true } ? Enum.GetNames(type)[row % Enum.GetNames(type).Length] : null;
    }

    private static object ByType(string place, Type type, int row) => type switch
    {
        _ when type == typeof(Guid) => IdOf(place, row),
        _ when type == typeof(string) => $"{place} {row}: é, 'zo' en \"zo\"",
        _ when type == typeof(int) => row + 1,
        _ when type == typeof(long) => 1_250_000_05L + row,
        _ when type == typeof(bool) => row == 0,
        _ when type == typeof(double) => (row + 1) / 3.0,
        _ when type == typeof(decimal) => 1.50m + row,
        _ when type == typeof(DateOnly) => new DateOnly(2027, 1 + (3 * row), 1),
        _ when type == typeof(DateTime) => new DateTime(2026, 10, 25, 0, 30, row, DateTimeKind.Utc).AddTicks(1_234_560),
        _ when type == typeof(byte[]) => Encoding.UTF8.GetBytes($"{place} {row}"),
        _ => throw new InvalidOperationException($"Nothing is known to put into {place}, of type {type}."),
    };

    private static object ListOf(Type type, object[] items)
    {
        if (type == typeof(string))
            return JsonSerializer.Serialize(items);
        var element = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items)
            list.Add(item);
        if (!type.IsArray)
            return list;
        var array = Array.CreateInstance(element, items.Length);
        list.CopyTo(array, 0);
        return array;
    }

    // The same in every run, and never the same twice
    private static Guid IdOf(string place, int row) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place} {row}"))).AsSpan(0, 16));

    private static object? OfTrail(string column, AuditEntry line) => column switch
    {
        "number" => line.Number,
        "at" => line.At.UtcDateTime,
        "actor" => line.Actor,
        "action" => line.Action,
        "target" => line.Target,
        "before" => line.Before,
        "after" => line.After,
        "origin" => line.Origin,
        "result" => line.Result.ToString(),
        "previous" => line.Previous,
        "hash" => line.Hash,
        _ => throw new InvalidOperationException($"A line of the trail says nothing of {column}."),
    };

    private static AuditEntry[] Chained()
    {
        var (lines, last) = (new AuditEntry[Rows], "");
        for (var row = 0; row < Rows; row++)
        {
            lines[row] = new AuditEntry(
                row + 1, new DateTimeOffset(2026, 10, 25, 0, 30, row, TimeSpan.Zero).AddTicks(1_234_560), "account/é", "initiatief.wijzigen", "initiatief/2026-0001",
                row == Empty ? null : """{"naam":"Oud"}""", """{"naam":"Nieuw é"}""", row == Empty ? null : "127.0.0.1",
                row == 2 ? AuditResult.Refused : AuditResult.Done, last, "").Sealed();
            last = lines[row].Hash;
        }

        return lines;
    }
}
