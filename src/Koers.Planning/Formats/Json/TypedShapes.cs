using System.Text.Json;

namespace Koers.Planning.Formats;

/// <summary>Objects whose <c>type</c> says which fields they have: relations and frames.</summary>
internal sealed class TypedShapes<TDraft>(params IReadOnlyList<Shape<TDraft>> shapes) : IReadInto<TDraft>
{
    /// <summary>The types; the name of a shape is its type.</summary>
    public IReadOnlyList<Shape<TDraft>> Shapes { get; } = shapes;

    public void Read(ref JsonCursor json, TDraft draft)
    {
        if (!json.Enter(JsonTokenType.StartObject, Phrase.Object)) return;
        var type = json.Peek("type"u8, out var present);
        if (Shapes.FirstOrDefault(s => s.Name == type) is { } shape)
        {
            shape.Read(ref json, draft);
            return;
        }
        ReportType(ref json, type, present);
        json.Skip();
    }

    /// <summary>Without a type that is known nothing in the object can be judged.</summary>
    private void ReportType(ref JsonCursor json, string? type, bool present)
    {
        json.Faults.MarkUnusable(json.At.ToString());
        var known = NearestName.Among(type ?? "", Shapes.Select(s => s.Name));
        if (!present)
        {
            json.Report(FaultKind.MissingField, "type", known);
            return;
        }
        json.At = json.At["type"];
        if (type is null) json.Report(FaultKind.WrongType, new Phrase("something that is not text", "iets dat geen tekst is"), known);
        else json.Report(FaultKind.UnknownName, Phrase.Quote(type), known);
    }
}
