using System.Globalization;
using System.Text.Json;

namespace Koers.Planning.Formats;

// The sorts of fields that the formats have; each returns the shape, so that a table reads as a list.
internal sealed partial class Shape<TDraft>
{
    public Shape<TDraft> Text(string field, Presence presence, Action<TDraft, string> set) =>
        Add(field, presence, Phrase.Text, (ref json, draft) =>
        {
            if (json.Text() is { } text) set(draft, text);
        });

    public Shape<TDraft> Number(string field, Presence presence, Action<TDraft, double> set) =>
        Add(field, presence, Phrase.Number, (ref json, draft) =>
        {
            if (json.Number() is { } number) set(draft, number);
        });

    public Shape<TDraft> Whole(string field, Presence presence, Action<TDraft, int> set) =>
        Add(field, presence, Phrase.Whole, (ref json, draft) =>
        {
            if (json.Whole() is { } whole) set(draft, whole);
        });

    public Shape<TDraft> Flag(string field, Presence presence, Action<TDraft, bool> set) =>
        Add(field, presence, Phrase.Flag, (ref json, draft) =>
        {
            if (json.Flag() is { } flag) set(draft, flag);
        });

    public Shape<TDraft> Date(string field, Presence presence, Action<TDraft, DateOnly> set) =>
        Add(field, presence, Phrase.Date, (ref json, draft) =>
        {
            if (json.Text() is not { } text) return;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                set(draft, date);
            else
                json.Unusable<string>(FaultKind.NotADate, Phrase.Quote(text));
        });

    /// <summary>One of a few names.</summary>
    public Shape<TDraft> OneOf(string field, IReadOnlyList<string> names, Action<TDraft, string> set) =>
        Add(field, Presence.Optional, Phrase.Text, (ref json, draft) =>
        {
            if (json.Text() is not { } text) return;
            if (names.Contains(text)) set(draft, text);
            else json.Unusable<string>(FaultKind.UnknownName, Phrase.Quote(text), NearestName.Among(text, names));
        });

    public Shape<TDraft> Numbers(string field, Presence presence, Action<TDraft, double[]> set) =>
        Add(field, presence, Phrase.List, (ref json, draft) =>
        {
            if (json.Numbers() is { } numbers) set(draft, numbers);
        });

    public Shape<TDraft> Texts(string field, Presence presence, Action<TDraft, string[]> set) =>
        Scalars(field, presence, (ref json) => json.Text() ?? "", set);

    public Shape<TDraft> Wholes(string field, Presence presence, Action<TDraft, int[]> set) =>
        Scalars(field, presence, (ref json) => json.Whole() ?? 0, set);

    private Shape<TDraft> Scalars<T>(string field, Presence presence, ReadEntry<T> read, Action<TDraft, T[]> set) =>
        Add(field, presence, Phrase.List, (ref json, draft) =>
        {
            if (json.Enter(JsonTokenType.StartArray, Phrase.List)) set(draft, [.. Entries(ref json, read)]);
        });
}
