using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Entries of lists, each on one line.</summary>
internal static partial class Entries
{
    public static void Choice(Utf8JsonWriter w, Choice choice)
    {
        w.WriteStartObject();
        w.WriteString("initiative", choice.Initiative.Value);
        w.WriteString("variant", choice.Variant.Value);
        w.WriteNumber("start", choice.Start);
        w.WriteEndObject();
    }
}
