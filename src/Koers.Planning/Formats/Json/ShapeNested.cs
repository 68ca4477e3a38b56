using System.Text.Json;

namespace Koers.Planning.Formats;

internal delegate T ReadEntry<out T>(ref JsonCursor json);

// Fields that hold objects, lists of objects, and values by key.
internal sealed partial class Shape<TDraft>
{
    /// <summary>A field that the format knows and this version does not use: anything may stand there.</summary>
    public Shape<TDraft> Ignored(string field) =>
        Add(field, Presence.OrNull, new("anything", "iets"), (ref json, _) => json.Skip());

    public Shape<TDraft> Object<TChild>(string field, Presence presence, IReadInto<TChild> shape, Func<TDraft, TChild> child) =>
        Add(field, presence, Phrase.Object, (ref json, draft) => shape.Read(ref json, child(draft)));

    /// <summary>A list of objects. One that cannot be read stands in it as an empty draft, so that the others keep their place.</summary>
    public Shape<TDraft> List<TChild>(string field, Presence presence, IReadInto<TChild> shape, Func<TDraft, List<TChild>> list)
        where TChild : new() =>
        Add(field, presence, Phrase.List, (ref json, draft) =>
        {
            if (!json.Enter(JsonTokenType.StartArray, Phrase.List)) return;
            var children = list(draft);
            children.Clear();
            children.AddRange(Entries(ref json, (ref entry) =>
            {
                var child = new TChild();
                shape.Read(ref entry, child);
                return child;
            }));
        });

    /// <summary>A number by id.</summary>
    public Shape<TDraft> NumberBy(string field, Func<TDraft, string, double, bool> add, Presence presence = Presence.Optional) =>
        ByKey(field, (ref json) => json.Number() ?? 0, add, presence);

    /// <summary>A list of numbers by id.</summary>
    public Shape<TDraft> NumbersBy(string field, Func<TDraft, string, double[], bool> add) =>
        ByKey(field, (ref json) => json.Numbers() ?? [], add);

    /// <summary>Exactly so many numbers.</summary>
    public Shape<TDraft> Counted(string field, (int Count, Phrase Phrase) wanted, Action<TDraft, double[]> set) =>
        Add(field, Presence.Optional, Phrase.List, (ref json, draft) =>
        {
            if (Numbers(ref json, wanted) is { } numbers) set(draft, numbers);
        });

    /// <summary>Exactly so many numbers by id.</summary>
    public Shape<TDraft> Counted(string field, (int Count, Phrase Phrase) wanted, Func<TDraft, string, double[], bool> add) =>
        ByKey(field, (ref json) => Numbers(ref json, wanted) ?? [], add);

    /// <summary>An object by id. One that cannot be read stands there as an empty draft.</summary>
    public Shape<TDraft> ObjectsBy<TChild>(string field, IReadInto<TChild> shape, Func<TDraft, string, TChild, bool> add)
        where TChild : new() =>
        ByKey(field, (ref json) =>
        {
            var child = new TChild();
            shape.Read(ref json, child);
            return child;
        }, add);

    /// <summary>A text by key.</summary>
    public Shape<TDraft> TextBy(string field, Func<TDraft, string, string, bool> add) =>
        ByKey(field, (ref json) => json.Text() ?? "", add);

    /// <summary>A text or a list of texts by key; one text stands for a list of one.</summary>
    public Shape<TDraft> TextsBy(string field, Func<TDraft, string, string[], bool> add) =>
        ByKey(field, (ref json) => json.Token switch
        {
            JsonTokenType.String => [json.Text() ?? ""],
            JsonTokenType.StartArray => [.. Entries(ref json, (ref entry) => entry.Text() ?? "")],
            _ => json.Refuse<string[]>(Phrase.TextOrTexts) ?? [],
        }, add);

    /// <summary>An object whose keys are ids or labels; <paramref name="add"/> says false where it has the key already.</summary>
    private Shape<TDraft> ByKey<T>(
        string field, ReadEntry<T> read, Func<TDraft, string, T, bool> add, Presence presence = Presence.Optional) =>
        Add(field, presence, Phrase.Object, (ref json, draft) =>
        {
            if (!json.Enter(JsonTokenType.StartObject, Phrase.Object)) return;
            var path = json.At;
            for (var count = 0; json.Next() && json.Token != JsonTokenType.EndObject; count++)
            {
                if (!json.HasRoom(count, FormatLimits.Entries, path)) break;
                var key = json.Name();
                json.At = path[key ?? ""];
                if (key is null) json.Report(FaultKind.BrokenText);
                json.Next();
                var value = read(ref json);
                json.At = path[key ?? ""];
                if (key is not null && !add(draft, key, value)) json.Report(FaultKind.DuplicateKey, Phrase.Quote(key));
            }
            json.At = path;
        });

    private static double[]? Numbers(ref JsonCursor json, (int Count, Phrase Phrase) wanted)
    {
        var numbers = json.Numbers();
        return numbers is null || numbers.Length == wanted.Count
            ? numbers
            : json.Unusable<double[]>(FaultKind.WrongCount, numbers.Length, wanted.Phrase);
    }

    private static List<T> Entries<T>(ref JsonCursor json, ReadEntry<T> read)
    {
        var path = json.At;
        var entries = new List<T>();
        while (json.Next() && json.Token != JsonTokenType.EndArray)
        {
            if (!json.HasRoom(entries.Count, FormatLimits.Entries, path)) break;
            json.At = path[entries.Count];
            entries.Add(read(ref json));
        }
        json.At = path;
        return entries;
    }
}
