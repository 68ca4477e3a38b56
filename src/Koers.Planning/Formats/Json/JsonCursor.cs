using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Koers.Planning.Formats;

/// <summary>
/// Walks through a document once, value by value, and reports what is not as the caller asks. Every reading method stands on the first
/// token of a value and leaves on its last; where it reports a fault it returns null, and the walk goes on.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, FaultList faults)
{
    private Utf8JsonReader _reader = new(json, new JsonReaderOptions { MaxDepth = FormatLimits.Depth });

    /// <summary>Most of a document is lists of numbers: they are gathered here, whatever their length.</summary>
    private double[] _numbers = new double[64];

    public FaultList Faults { get; } = faults;

    /// <summary>The value at which the cursor stands.</summary>
    public JsonPath At { get; set; } = JsonPath.Root;

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Goes to the next token; stops before the end of the document where there are faults without end.</summary>
    public bool Next() => !Faults.IsExhausted && _reader.Read();

    /// <summary>Steps over the value at which the cursor stands.</summary>
    public void Skip() => _reader.Skip();

    public readonly bool NameIs(ReadOnlySpan<byte> name) => !_reader.ValueIsEscaped && _reader.ValueSpan.SequenceEqual(name);

    /// <summary>The name of a field or key; null where it has half a character.</summary>
    public readonly string? Name() => Unescaped();

    public string? Text()
    {
        if (Token != JsonTokenType.String) return Refuse<string>(Phrase.Text);
        var text = Unescaped();
        if (text is null) return Unusable<string>(FaultKind.BrokenText);
        if (text.Length > FormatLimits.TextLength)
            return Unusable<string>(FaultKind.TextTooLong, text.Length, FormatLimits.TextLength);
        return text;
    }

    public bool? Flag() => Token switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => RefuseValue<bool>(Phrase.Flag),
    };

    public double? Number()
    {
        if (Token != JsonTokenType.Number) return RefuseValue<double>(Phrase.Number);
        if (_reader.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        Unusable<string>(FaultKind.TooLarge, Phrase.Plain(Raw(), 60), FormatLimits.Magnitude);
        return null;
    }

    /// <summary>A whole number; 3.0 and 3e0 are whole too, as JSON Schema has it.</summary>
    public int? Whole()
    {
        if (Token != JsonTokenType.Number) return RefuseValue<int>(Phrase.Whole);
        if (_reader.TryGetInt32(out var whole)) return whole;
        if (!_reader.TryGetDouble(out var number) || Math.Abs(number) > int.MaxValue)
            Unusable<string>(FaultKind.TooLarge, Phrase.Plain(Raw(), 60), int.MaxValue);
        else if (number == Math.Floor(number))
            return (int)number;
        else
            Unusable<string>(FaultKind.NotWhole, Phrase.Plain(Raw(), 60));
        return null;
    }

    /// <summary>Numbers in a list. One that cannot be read stands in it as 0, with its fault.</summary>
    public double[]? Numbers()
    {
        if (!Enter(JsonTokenType.StartArray, Phrase.List)) return null;
        var list = At;
        var count = 0;
        for (; Next() && Token != JsonTokenType.EndArray; count++)
        {
            if (!HasRoom(count, FormatLimits.Values, list)) break;
            if (count == _numbers.Length) Array.Resize(ref _numbers, 2 * count);
            if (Token == JsonTokenType.Number && _reader.TryGetDouble(out _numbers[count]) && double.IsFinite(_numbers[count])) continue;
            At = list[count];
            _numbers[count] = Number() ?? 0;
        }
        At = list;
        return _numbers[..count];
    }

    /// <summary>Goes into a list or object; reports and steps over anything else.</summary>
    public bool Enter(JsonTokenType opening, Phrase wanted)
    {
        if (Token == opening) return true;
        Refuse<string>(wanted);
        return false;
    }

    /// <summary>Whether a list may have one more entry; if not, that is reported and the rest is stepped over.</summary>
    public bool HasRoom(int count, int limit, JsonPath list)
    {
        if (count < limit) return true;
        At = list;
        Report(FaultKind.TooMany, limit);
        do Skip();
        while (Next() && Token is not (JsonTokenType.EndArray or JsonTokenType.EndObject));
        return false;
    }

    /// <summary>The text of one field of the object at which the cursor stands, without moving; null where it has none.</summary>
    public readonly string? Peek(ReadOnlySpan<byte> field, out bool present)
    {
        var ahead = this;
        for (present = false; ahead.Next() && ahead.Token != JsonTokenType.EndObject; ahead.Skip())
        {
            present = ahead.NameIs(field);
            ahead.Next();
            if (present) return ahead.Token == JsonTokenType.String ? ahead.Unescaped() : null;
        }
        return null;
    }

    /// <summary>Reports a value of the wrong type and steps over it.</summary>
    public T? Refuse<T>(Phrase wanted) where T : class
    {
        var found = Token switch
        {
            JsonTokenType.String => Quoted("the text", "de tekst"),
            JsonTokenType.Number => new Phrase($"the number {Phrase.Plain(Raw(), 60)}", $"het getal {Phrase.Plain(Raw(), 60)}"),
            JsonTokenType.True => new Phrase("true", "true"),
            JsonTokenType.False => new Phrase("false", "false"),
            JsonTokenType.StartArray => Phrase.List,
            _ => Phrase.Object,
        };
        if (Token == JsonTokenType.Null) Unusable<T>(FaultKind.NullValue, wanted);
        else Unusable<T>(FaultKind.WrongType, found, wanted);
        Skip();
        return null;
    }

    /// <summary>Reports a fault at the value where the cursor stands.</summary>
    public readonly void Report(FaultKind kind, params IReadOnlyList<object> arguments)
    {
        if (Faults.Lists(Severity.Error)) Faults.Add(Fault.Of(Severity.Error, At.ToString(), kind, arguments));
        else Faults.Count(Severity.Error);
    }

    /// <summary>Reports a fault that leaves nothing to judge at this place.</summary>
    public readonly T? Unusable<T>(FaultKind kind, params IReadOnlyList<object> arguments) where T : class
    {
        Report(kind, arguments);
        Faults.MarkUnusable(At.ToString());
        return null;
    }

    private T? RefuseValue<T>(Phrase wanted) where T : struct
    {
        Refuse<string>(wanted);
        return null;
    }

    private readonly Phrase Quoted(string english, string dutch)
    {
        var text = Phrase.Quote(Unescaped() ?? Raw());
        return new($"{english} {text}", $"{dutch} {text}");
    }

    private readonly string Raw() => Encoding.UTF8.GetString(_reader.ValueSpan[..Math.Min(_reader.ValueSpan.Length, 100)]);

    private readonly string? Unescaped()
    {
        if (!_reader.ValueIsEscaped) return Encoding.UTF8.GetString(_reader.ValueSpan);
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // an escaped surrogate without its other half; the bytes themselves were checked before
        }
    }
}
