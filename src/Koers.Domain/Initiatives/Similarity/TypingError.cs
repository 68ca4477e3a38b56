namespace Koers.Domain.Initiatives.Similarity;

/// <summary>Whether two words are one slip of the hand apart: a letter too many, too few or wrong, or two that changed places.</summary>
internal static class TypingError
{
    public static bool IsOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var same = one.CommonPrefixLength(other);
        var a = one[same..];
        var b = other[same..];
        if (a.Length != b.Length)
            return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
        if (a.Length == 0)
            return false;
        return a[1..].SequenceEqual(b[1..])
            || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
    }
}
