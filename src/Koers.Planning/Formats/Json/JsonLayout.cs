using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Koers.Planning.Formats;

/// <summary>
/// Writes a document that people can read too: fields of the outer objects on lines of their own, every entry of a list on one line.
/// The bytes depend on the values alone: numbers in the shortest form that reads back the same, line ends always <c>\n</c>.
/// </summary>
internal sealed class JsonLayout : IDisposable
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _line;
    private int _indent;
    private bool _first = true;

    public JsonLayout() => _line = new(_text, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public ReadOnlySpan<byte> Text => _text.WrittenSpan;

    /// <summary>One field on one line.</summary>
    public void Field(string name, Action<Utf8JsonWriter> value) => Line(name, value);

    /// <summary>An object with a line for each field.</summary>
    public void Object(string? name, Action fields)
    {
        Open(name, (byte)'{');
        fields();
        Close((byte)'}');
    }

    /// <summary>A list with a line for each entry.</summary>
    public void List<T>(string name, IReadOnlyCollection<T> entries, Action<Utf8JsonWriter, T> value)
    {
        if (entries.Count == 0)
        {
            Line(name, w => w.WriteRawValue("[]"u8));
            return;
        }
        Open(name, (byte)'[');
        foreach (var entry in entries) Line(null, w => value(w, entry));
        Close((byte)']');
    }

    public void Dispose() => _line.Dispose();

    private void Open(string? name, byte bracket)
    {
        NewLine(name);
        Put(bracket);
        _indent++;
        _first = true;
    }

    private void Close(byte bracket)
    {
        _indent--;
        if (!_first) Break();
        Put(bracket);
        _first = false;
        if (_indent == 0) Put((byte)'\n');
    }

    private void Line(string? name, Action<Utf8JsonWriter> value)
    {
        NewLine(name);
        Inline(value);
    }

    private void NewLine(string? name)
    {
        if (!_first) Put((byte)',');
        if (_indent > 0) Break();
        _first = false;
        if (name is null) return;
        Inline(w => w.WriteStringValue(name));
        _text.Write(": "u8);
    }

    private void Inline(Action<Utf8JsonWriter> value)
    {
        value(_line);
        _line.Flush();
        _line.Reset();
    }

    private void Break()
    {
        Put((byte)'\n');
        for (var i = 0; i < _indent; i++) _text.Write("  "u8);
    }

    private void Put(byte sign) => _text.Write([sign]);
}
