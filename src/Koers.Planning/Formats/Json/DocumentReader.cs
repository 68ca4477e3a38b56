using System.Text.Json;

namespace Koers.Planning.Formats;

/// <summary>Reads the outermost object of a document into a draft.</summary>
internal static class DocumentReader
{
    /// <summary>Reads as much as is JSON.</summary>
    /// <returns>Whether the draft can be judged: the file is JSON to its end, is of this format, and has not more errors than are
    /// listed.</returns>
    public static bool Read<TDraft>(ReadOnlySpan<byte> bytes, string format, Shape<TDraft> shape, TDraft draft, FaultList faults)
    {
        var text = InputBytes.Document(bytes, format, faults);
        if (faults.HasErrors) return false;
        var json = new JsonCursor(text, faults);
        try
        {
            json.Next();
            if (IsOtherFormat(json, format)) return false;
            shape.Read(ref json, draft);
            json.At = JsonPath.Root;
            json.Next(); // reports what stands after the document
        }
        catch (JsonException e)
        {
            faults.Add(Describe(e, text));
            return false;
        }
        return !faults.IsFull;
    }

    /// <summary>A file of the other format gets one fault; all its fields would be unknown.</summary>
    private static bool IsOtherFormat(in JsonCursor json, string format)
    {
        if (json.Token != JsonTokenType.StartObject) return false;
        var found = json.Peek("format"u8, out _);
        if (found == format || found is not (ProblemReader.Format or PlanReader.Format)) return false;
        json.Faults.Add(Fault.Of(Severity.Error, "/format", FaultKind.WrongFormat, Phrase.Quote(found), format));
        return true;
    }

    private static Fault Describe(JsonException e, ReadOnlySpan<byte> text)
    {
        var position = new TextPosition((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        if (IsBeginningOfJson(text, FormatLimits.Depth)) return TextPosition.At(text, text.Length).Fault(FaultKind.Truncated, "");
        var offset = position.OffsetIn(text);
        if (IsBeginningOfJson(text[..Math.Min(offset + 1, text.Length)], FormatLimits.Depth + 1)) // only the depth was wrong
            return position.Fault(FaultKind.TooDeep, FormatLimits.Depth);
        return position.Fault(FaultKind.NotJson, TextPosition.Describe(text, offset));
    }

    /// <summary>Whether more text could still make it JSON: then the file was cut off.</summary>
    private static bool IsBeginningOfJson(ReadOnlySpan<byte> text, int depth)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new(new JsonReaderOptions { MaxDepth = depth }));
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
