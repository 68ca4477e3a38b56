using System.Diagnostics;
using System.Text;
using Koers.Planning.Formats;
using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>Files that are not documents at all.</summary>
public class BrokenFileTests
{
    [Theory]
    [InlineData("", FaultKind.FileEmpty, "there is nothing in it")]
    [InlineData(" \n\t ", FaultKind.FileEmpty, "there is nothing in it")]
    [InlineData("geen json", FaultKind.NotJson, "not JSON: 'geen' at line 1, position 1")]
    [InlineData("{\n  \"format\": 'koers'}", FaultKind.NotJson, "not JSON: ''' at line 2, position 13")]
    [InlineData("{\"a\": NaN}", FaultKind.NotJson, "not JSON: 'NaN' at line 1, position 7")]
    [InlineData("{\"a\": -Infinity}", FaultKind.NotJson, "not JSON: 'Infinity' at line 1, position 8")]
    [InlineData("{\"a\": 1,}", FaultKind.NotJson, "not JSON: '}' at line 1, position 9")]
    public void Refuses_what_is_not_JSON_and_says_where(string text, FaultKind kind, string message)
    {
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8(text)).Faults);
        Assert.Equal((kind, "", message), (fault.Kind, fault.JsonPointer, fault.Message));
        Assert.NotEmpty(fault.Expected);
    }

    [Theory]
    [InlineData("{\"format\": \"koers-problem/1\"", 29)]
    [InlineData("{\"format\": \"koers-pro", 22)]
    [InlineData("{\"normalise\": tru", 18)]
    public void Refuses_a_file_that_was_cut_off_and_says_where(string text, int position)
    {
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8(text)).Faults);
        Assert.Equal(FaultKind.Truncated, fault.Kind);
        Assert.Equal($"the file stops at line 1, position {position}, before the document is complete", fault.Message);
    }

    [Fact]
    public void Says_every_fault_that_stands_before_the_place_where_JSON_ends()
    {
        var text = Sample.Problem.Replace("\"weight\": 0.6", "\"weight\": \"zwaar\"", StringComparison.Ordinal)[..^20];
        Assert.Equal(["/goals/0/weight", ""], ProblemReader.Read(Sample.Utf8(text)).Faults.Select(f => f.JsonPointer));
    }

    [Fact]
    public void Refuses_text_after_the_document()
    {
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8($"{Sample.Problem} // klaar")).Faults);
        Assert.Equal($"not JSON: '/' at line {Sample.Problem.Split('\n').Length}, position 3", fault.Message);
    }

    [Fact]
    public void Refuses_another_encoding()
    {
        byte[] latin = [.. "{\n \"name\": \""u8, 0xE9, .. "\"}"u8];
        var fault = Assert.Single(ProblemReader.Read(latin).Faults);
        Assert.Equal("line 2, position 11 is not UTF-8", fault.Message);
        Assert.Equal(FaultKind.NotUtf8, Assert.Single(ProblemReader.Read(Encoding.Unicode.GetPreamble()).Faults).Kind);
    }

    [Fact]
    public void Refuses_half_a_character()
    {
        var half = Sample.Problem.Replace("Voorbeeld", "\\ud83d", StringComparison.Ordinal);
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8(half)).Faults);
        Assert.Equal((FaultKind.BrokenText, "/name"), (fault.Kind, fault.JsonPointer));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"x\":", "}")]
    public void Refuses_deep_nesting(string open, string close)
    {
        var deep = $$"""{"name": {{Repeat(open, 100)}}1{{Repeat(close, 100)}}}""";
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8(deep)).Faults, f => f.JsonPointer.Length == 0);
        Assert.Equal(FaultKind.TooDeep, fault.Kind);
        Assert.StartsWith("nested deeper than 64 at line 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_million_open_brackets_at_once()
    {
        var faults = ProblemReader.Read(Sample.Utf8(new string('[', 1_000_000))).Faults;
        Assert.Equal([FaultKind.WrongType, FaultKind.TooDeep], faults.Select(f => f.Kind));
    }

    [Theory]
    [InlineData("[1, 2]", "found a list; an object")]
    [InlineData("\"koers\"", "found the text 'koers'; an object")]
    [InlineData("null", "found null; an object, or leave the field out")]
    public void Refuses_a_document_that_is_no_object(string text, string line)
    {
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8(text)).Faults);
        Assert.Equal(("", line), (fault.JsonPointer, $"{fault.Message}; {fault.Expected}"));
    }

    [Fact]
    public void Refuses_a_plan_where_a_problem_belongs_with_one_fault()
    {
        var fault = Assert.Single(ProblemReader.Read(Sample.Utf8(Sample.Plan)).Faults);
        Assert.Equal("/format: the format is 'koers-plan/1'; expected: 'koers-problem/1'", fault.ToString());
        Assert.Equal("/format", Assert.Single(PlanReader.Read(Sample.Utf8(Sample.Problem)).Faults).JsonPointer);
    }

    [Theory]
    [InlineData("1,")]
    [InlineData("{\"x\":[0]},")]
    [InlineData("\"initiatief\",")]
    public void Refuses_100_MB_of_nonsense_fast_and_within_bounded_memory(string entry)
    {
        var nonsense = Nonsense("{\"format\":\"koers-problem/1\",\"initiatives\":[", entry, "1]}", 100 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var faults = ProblemReader.Read(nonsense).Faults;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}"); // 0.1 s on an idle machine
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
        Assert.InRange(faults.Count, 200, 203);
        Assert.Equal(FaultKind.MoreErrors, faults[^1].Kind);
    }

    [Fact]
    public void Refuses_100_MB_of_unknown_fields()
    {
        var faults = ProblemReader.Read(Nonsense("{", "\"onzin\":1,", "\"onzin\":1}", 100 << 20)).Faults;
        Assert.Equal(201, faults.Count);
        Assert.Matches("^at least 99[89][0-9]{2} more errors are not listed$", faults[^1].Message);
    }

    [Fact]
    public void Reads_no_more_than_the_limit_of_a_stream_that_goes_on()
    {
        using var endless = new EndlessStream();
        var fault = Assert.Single(ProblemReader.Read(endless).Faults);
        Assert.Equal("larger than 256 MB", fault.Message);
    }

    [Fact]
    public void Says_of_files_that_cannot_be_read_what_they_are()
    {
        var folder = AppContext.BaseDirectory;
        Assert.Equal(FaultKind.FileIsFolder, Assert.Single(ProblemReader.ReadFile(folder).Faults).Kind);
        var missing = Assert.Single(ProblemReader.ReadFile(Path.Combine(folder, "nergens", "p.json")).Faults);
        Assert.Equal(FaultKind.FileMissing, missing.Kind);
        Assert.EndsWith("p.json", missing.Message, StringComparison.Ordinal);
        Assert.Equal(FaultKind.FileMissing, Assert.Single(PlanReader.ReadFile(Path.Combine(folder, "nergens.json")).Faults).Kind);
        Assert.Equal(FaultKind.FileUnreadable, Assert.Single(ProblemReader.ReadFile("").Faults).Kind);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Nonsense(string start, string entry, string end, int size)
    {
        var text = new byte[start.Length + (size / entry.Length * entry.Length) + end.Length];
        Encoding.ASCII.GetBytes(start, text);
        Encoding.ASCII.GetBytes(end, text.AsSpan(text.Length - end.Length));
        var middle = text.AsSpan(start.Length, text.Length - start.Length - end.Length);
        Encoding.ASCII.GetBytes(entry, middle);
        for (var filled = entry.Length; filled < middle.Length; filled *= 2)
            middle[..Math.Min(filled, middle.Length - filled)].CopyTo(middle[filled..]);
        return text;
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get; set; }
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
