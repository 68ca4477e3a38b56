using System.Buffers.Binary;
using System.Text;

namespace Koers.Cli.Tests.Operation;

/// <summary>A message as Protocol Buffers writes it: numbered fields, each perhaps more than once.</summary>
internal sealed class WireMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public WireMessage(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Variable(bytes.Span, ref at);
            var type = tag & 7;
            var number = type switch
            {
                0 or 2 => Variable(bytes.Span, ref at),
                1 => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]),
                5 => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]),
                _ => throw new InvalidDataException($"Nobody writes wire type {type} any more."),
            };
            var length = type switch { 1 => 8, 5 => 4, 2 => (int)number, _ => 0 };
            _fields.Add(((int)(tag >> 3), number, bytes.Slice(at, length)));
            at += length;
        }
    }

    public bool Has(int field) => _fields.Exists(f => f.Field == field);

    public IEnumerable<WireMessage> All(int field) => _fields.Where(f => f.Field == field).Select(f => new WireMessage(f.Bytes));

    public string Text(int field) => _fields.Where(f => f.Field == field).Select(f => Encoding.UTF8.GetString(f.Bytes.Span)).LastOrDefault("");

    public ulong Number(int field) => _fields.LastOrDefault(f => f.Field == field).Number;

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    private static ulong Variable(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (number, shift) = (0ul, 0);
        while (true)
        {
            var part = bytes[at++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
                return number;
            shift += 7;
        }
    }
}
