using System.Text.Unicode;

namespace Koers.Planning.Formats;

/// <summary>Gets the bytes of a file or stream, no more of them than the format allows.</summary>
internal static class InputBytes
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes of a file; null, with the reason among the faults, where they cannot be had.</summary>
    public static byte[]? OfFile(string path, FaultList faults)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return OfStream(file, faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add(Fault.Of(Severity.Error, "", KindOf(e, path), Phrase.Plain(path, 300), Phrase.Plain(e.Message, 300)));
            return null;
        }
    }

    /// <summary>What is left of a stream; null, with a fault, where that is more than the limit.</summary>
    public static byte[]? OfStream(Stream stream, FaultList faults)
    {
        if (stream.CanSeek && stream.Length - stream.Position > FormatLimits.FileBytes) return TooLarge(faults);
        using var bytes = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 0);
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > FormatLimits.FileBytes) return TooLarge(faults);
            bytes.Write(buffer, 0, read);
        }
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    /// <summary>The document without its byte order mark; empty, with a fault, where it is empty or not UTF-8.</summary>
    public static ReadOnlySpan<byte> Document(ReadOnlySpan<byte> bytes, string format, FaultList faults)
    {
        var text = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (bytes.Length > FormatLimits.FileBytes)
            TooLarge(faults);
        else if (text.TrimStart(" \t\r\n"u8).IsEmpty)
            faults.Add(Fault.Of(Severity.Error, "", FaultKind.FileEmpty, format));
        else if (!Utf8.IsValid(text))
            faults.Add(TextPosition.FirstInvalid(text).Fault(FaultKind.NotUtf8, ""));
        else
            return text;
        return [];
    }

    private static byte[]? TooLarge(FaultList faults)
    {
        faults.Add(Fault.Of(Severity.Error, "", FaultKind.FileTooLarge, FormatLimits.FileBytes >> 20));
        return null;
    }

    private static FaultKind KindOf(Exception e, string path) => e switch
    {
        _ when Directory.Exists(path) => FaultKind.FileIsFolder,
        FileNotFoundException or DirectoryNotFoundException => FaultKind.FileMissing,
        UnauthorizedAccessException => FaultKind.FileForbidden,
        _ => FaultKind.FileUnreadable,
    };
}
