using System.Globalization;
using System.Text;

namespace Koers.Planning.Formats;

/// <summary>A place in a document; becomes a JSON pointer (RFC 6901) only when somebody asks.</summary>
internal sealed class JsonPath
{
    private const int KeyLength = 200;
    private readonly string? _key;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? key, int index) => (Parent, _key, _index) = (parent, key, index);

    public static JsonPath Root { get; } = new(null, null, 0);

    public JsonPath? Parent { get; }

    public JsonPath this[string key] => new(this, key, 0);

    public JsonPath this[int index] => new(this, null, index);

    public override string ToString()
    {
        if (Parent is null) return "";
        var pointer = new StringBuilder();
        Write(pointer);
        return pointer.ToString();
    }

    private void Write(StringBuilder pointer)
    {
        if (Parent is null) return;
        Parent.Write(pointer);
        pointer.Append('/');
        if (_key is null) pointer.Append(CultureInfo.InvariantCulture, $"{_index}");
        else pointer.Append(Escape(_key));
    }

    private static string Escape(string key)
    {
        var shown = key.Length <= KeyLength ? key : string.Concat(key.AsSpan(0, KeyLength), "…");
        return shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
