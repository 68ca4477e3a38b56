using System.Data.Common;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Koers.App.Exchange.Archive;

/// <summary>One column of a table: from the database to JSON and back, the same JSON whichever database it is.</summary>
internal sealed class ArchiveColumn
{
    private readonly Func<DbDataReader, int, object>? _read;
    private readonly RelationalTypeMapping? _mapping;
    private readonly IEntityType? _document;
    private readonly Type _type = typeof(string);

    public ArchiveColumn(IColumn column)
    {
        (Name, IsNullable) = (column.Name, column.IsNullable);
        if (column.PropertyMappings.Count == 0)
        {
            _document = DocumentOf(column);
            return;
        }

        Property = column.PropertyMappings[0].Property;
        _mapping = Property.GetRelationalTypeMapping();
        _type = Nullable.GetUnderlyingType(Property.ClrType) ?? Property.ClrType;
        _read = Reader(_mapping);
    }

    public string Name { get; }

    public bool IsNullable { get; }

    /// <summary>What is kept in it; null for a document of several things.</summary>
    public IProperty? Property { get; }

    /// <summary>Whether the database gives out its numbers.</summary>
    public bool IsNumbered => Property is { ValueGenerated: ValueGenerated.OnAdd } && (_type == typeof(long) || _type == typeof(int));

    /// <summary>What the database holds, as JSON.</summary>
    public JsonNode? Read(DbDataReader reader, int index)
    {
        if (reader.IsDBNull(index))
            return null;
        return _document is null
            ? Plain(_read!(reader, index), _type)
            : Converted(JsonNode.Parse(reader.GetString(index)), _document, isRead: true);
    }

    /// <summary>A parameter that puts JSON into the database.</summary>
    /// <exception cref="JsonException">It does not fit.</exception>
    public DbParameter Parameter(DbCommand command, string name, JsonNode? value)
    {
        if (_document is null)
            return _mapping!.CreateParameter(command, name, value?.Deserialize(_type, RegisterJson.Options), nullable: true);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) =
            (name, value is null ? DBNull.Value : Converted(value, _document, isRead: false)!.ToJsonString(RegisterJson.Options));
        if (parameter is NpgsqlParameter postgres)
            postgres.NpgsqlDbType = NpgsqlDbType.Jsonb;
        return parameter;
    }

    /// <summary>A value of the database, in SQL.</summary>
    public string Literal(object value) =>
        _mapping?.GenerateProviderValueSqlLiteral(value) ?? $"'{((string)value).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A value as files write it. The scale of a decimal is no part of what it is worth.</summary>
    private static JsonNode? Plain(object value, Type type) =>
        JsonSerializer.SerializeToNode(value is decimal number ? number / 1.0000000000000000000000000000m : value, type, RegisterJson.Options);

    /// <summary>A document, with each value in it as files write it (read) or as this database does. Names in a fixed order.</summary>
    private static JsonNode? Converted(JsonNode? node, IEntityType type, bool isRead)
    {
        if (node is JsonArray array)
            return new JsonArray([.. array.Select(item => Converted(item, type, isRead))]);
        if (node is not JsonObject thing)
            return null;
        var known = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties().Where(p => p.GetJsonPropertyName() is { Length: > 0 } name && thing.ContainsKey(name)))
        {
            var name = property.GetJsonPropertyName()!;
            known[name] = thing[name] is { } value ? Converted(value, property, isRead) : null;
        }

        foreach (var inner in type.GetNavigations().Where(n => n.TargetEntityType.IsMappedToJson() && !n.IsOnDependent))
            if (inner.TargetEntityType.GetJsonPropertyName() is { } name && thing.ContainsKey(name))
                known[name] = Converted(thing[name], inner.TargetEntityType, isRead);
        return new JsonObject(known);
    }

    private static JsonNode? Converted(JsonNode value, IProperty property, bool isRead)
    {
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var own = property.GetJsonValueReaderWriter() ?? property.GetRelationalTypeMapping().JsonValueReaderWriter
            ?? throw new InvalidOperationException($"{property.Name} has no form in JSON.");
        return isRead
            ? Plain(own.FromJsonString(value.ToJsonString()), clr)
            : JsonNode.Parse(own.ToJsonString(value.Deserialize(clr, RegisterJson.Options)!));
    }

    private static IEntityType DocumentOf(IColumn column) =>
        column.Table.EntityTypeMappings.SelectMany(mapping => ((IEntityType)mapping.TypeBase).GetNavigations())
            .Select(navigation => navigation.TargetEntityType)
            .First(type => type.IsMappedToJson() && type.GetContainerColumnName() == column.Name);

    /// <summary>Reads a value as the database's own provider does.</summary>
    private static Func<DbDataReader, int, object> Reader(RelationalTypeMapping mapping)
    {
        var (reader, index) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(int)));
        var method = mapping.GetDataReaderMethod();
        Expression value = Expression.Call(
            method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!), method, index);
        value = Expression.Convert(mapping.CustomizeDataReaderExpression(value), typeof(object));
        var read = Expression.Lambda<Func<DbDataReader, int, object>>(value, reader, index).Compile();
        return mapping.Converter is { } converter ? (from, at) => converter.ConvertFromProvider(read(from, at))! : read;
    }
}
