using System.Buffers;
using System.Text;

namespace Koers.Planning.Formats;

/// <summary>A place in a text as editors count it: lines and bytes within the line, both from 1.</summary>
internal sealed record TextPosition(long Line, long Column)
{
    public Fault Fault(FaultKind kind, object detail) => Formats.Fault.Of(Severity.Error, "", kind, Line, Column, detail);

    public static TextPosition At(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..offset];
        return new(before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }

    public static TextPosition FirstInvalid(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var length) == OperationStatus.Done) offset += length;
        return At(text, offset);
    }

    /// <summary>The offset of this place.</summary>
    public int OffsetIn(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        for (var line = 1L; line < Line; line++) offset += text[offset..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(offset + Column - 1, text.Length);
    }

    /// <summary>What stands at an offset: one sign, or the word that starts there.</summary>
    public static Phrase Describe(ReadOnlySpan<byte> text, int offset)
    {
        var rest = text[offset..];
        if (rest.IsEmpty) return new("the end", "het einde");
        var word = 0;
        while (word < Math.Min(rest.Length, 20) && char.IsAsciiLetter((char)rest[word])) word++;
        if (word == 0) Rune.DecodeFromUtf8(rest, out _, out word);
        var shown = Phrase.Quote(Encoding.UTF8.GetString(rest[..word]));
        return new(shown, shown);
    }
}
