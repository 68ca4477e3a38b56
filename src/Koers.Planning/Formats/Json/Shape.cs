using System.Text;
using System.Text.Json;

namespace Koers.Planning.Formats;

/// <summary>Whether a field must be there, and whether null may stand for its absence.</summary>
internal enum Presence
{
    /// <summary>Must be there.</summary>
    Required,

    /// <summary>May be left out.</summary>
    Optional,

    /// <summary>May be left out or null.</summary>
    OrNull,
}

internal delegate void ReadField<in TDraft>(ref JsonCursor json, TDraft draft);

/// <summary>One field of an object: what the JSON Schema says of it too.</summary>
internal sealed record FieldInfo(string Name, Presence Presence, Phrase Type);

/// <summary>The fields of one object of a format, as a table.</summary>
internal interface IShape
{
    /// <summary>Its name, which is also its name among the <c>$defs</c> of the JSON Schema.</summary>
    string Name { get; }

    IReadOnlyList<FieldInfo> Fields { get; }
}

/// <summary>Something that can be read into a draft.</summary>
internal interface IReadInto<in TDraft>
{
    void Read(ref JsonCursor json, TDraft draft);
}

/// <summary>
/// The fields of one object, each with how it is read into a draft. A field that a later version adds is one line; one that is known but
/// not used yet is <see cref="Ignored"/>.
/// </summary>
internal sealed partial class Shape<TDraft>(string name) : IShape, IReadInto<TDraft>
{
    private readonly List<(FieldInfo Info, byte[] Utf8, ReadField<TDraft> Read)> _fields = [];

    public string Name => name;

    public IReadOnlyList<FieldInfo> Fields => [.. _fields.Select(f => f.Info)];

    /// <summary>Reads the object at which the cursor stands. Unknown, double and missing fields are reported.</summary>
    public void Read(ref JsonCursor json, TDraft draft)
    {
        if (!json.Enter(JsonTokenType.StartObject, Phrase.Object)) return;
        var path = json.At;
        var seen = 0UL;
        for (var next = 0; json.Next() && json.Token == JsonTokenType.PropertyName; next++)
        {
            next = Find(json, next);
            if (next < 0) ReportUnknown(ref json, path);
            else ReadKnown(ref json, draft, path, next, ref seen);
        }
        json.At = path;
        for (var i = 0; i < _fields.Count; i++)
            if ((seen & (1UL << i)) == 0 && _fields[i].Info.Presence == Presence.Required)
                ReportMissing(json, _fields[i].Info);
    }

    private void ReadKnown(ref JsonCursor json, TDraft draft, JsonPath path, int index, ref ulong seen)
    {
        var (info, _, read) = _fields[index];
        json.At = path[info.Name];
        if ((seen & (1UL << index)) != 0) json.Report(FaultKind.DuplicateKey, Phrase.Quote(info.Name));
        seen |= 1UL << index;
        json.Next();
        if (json.Token != JsonTokenType.Null || info.Presence != Presence.OrNull) read(ref json, draft);
    }

    /// <summary>Index of the field; most files have the fields in the order of the table, so the guess is mostly right.</summary>
    private int Find(in JsonCursor json, int guess)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            var candidate = (guess + i) % _fields.Count;
            if (json.NameIs(_fields[candidate].Utf8)) return candidate;
        }
        // An escaped name (we\u0069ght) is rare and compared as text
        var escaped = json.Name();
        return _fields.FindIndex(f => f.Info.Name == escaped);
    }

    private void ReportUnknown(ref JsonCursor json, JsonPath path)
    {
        if (json.Faults.Lists(Severity.Error))
        {
            var unknown = json.Name() ?? "";
            json.At = path[unknown];
            json.Report(FaultKind.UnknownField, Phrase.Quote(unknown), NearestName.Among(unknown, _fields.Select(f => f.Info.Name)));
        }
        else
        {
            json.Faults.Count(Severity.Error);
        }
        json.Next();
        json.Skip();
    }

    private static void ReportMissing(in JsonCursor json, FieldInfo field)
    {
        json.Report(FaultKind.MissingField, field.Name, field.Type);
        json.Faults.MarkUnusable(json.At[field.Name].ToString());
    }

    private Shape<TDraft> Add(string field, Presence presence, Phrase type, ReadField<TDraft> read)
    {
        _fields.Add((new(field, presence, type), Encoding.UTF8.GetBytes(field), read));
        return this;
    }
}
