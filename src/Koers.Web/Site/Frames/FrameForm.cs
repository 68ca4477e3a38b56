using Koers.App.Frames;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Frames;

/// <summary>A frame in a form. Every label that initiatives have of themselves has its own row of conditions; free labels come after them.</summary>
internal static class FrameForm
{
    /// <summary>Labels with a row of their own, in order.</summary>
    public static IReadOnlyList<string> Labels { get; } =
        [FrameLabels.Department, FrameLabels.Programme, FrameLabels.Area, FrameLabels.Phase, FrameLabels.Statutory, FrameLabels.PolicyField];

    private static readonly string[] Bounds = ["/minimum", "/maximum"];

    /// <summary>The type that stands in the form; null where none does.</summary>
    public static FrameType? TypeOf(FormData form) => Words.Parse<FrameType>(form["/soort"]);

    /// <summary>Name of the values of a row of conditions.</summary>
    public static string Values(int row) => $"/voorwaarden/{PercentFields.Place(row)}/waarden";

    /// <summary>Name of the label of a row of conditions.</summary>
    public static string Label(int row) => $"/voorwaarden/{PercentFields.Place(row)}/kenmerk";

    /// <summary>A form with a frame.</summary>
    public static FormData Of(FrameInput input, int? version, string language)
    {
        var form = FormData.Of(input with { Conditions = [] }, version, language);
        var fields = new List<KeyValuePair<string, string>>();
        var free = Labels.Count;
        foreach (var condition in input.Conditions)
        {
            var known = Labels.IndexOf(condition.Label);
            var row = known >= 0 ? known : free++;
            fields.Add(new(Label(row), condition.Label));
            fields.AddRange(condition.Values.Select((value, i) => KeyValuePair.Create($"{Values(row)}/{PercentFields.Place(i)}", value)));
        }

        form = form.With(fields);
        return input.Type == FrameType.SpendShare ? PercentFields.Shown(form, Bounds) : form;
    }

    /// <summary>The form as it is read: rows of conditions in which nothing was chosen are none.</summary>
    public static FormData Typed(FormData form)
    {
        var empty = Enumerable.Range(0, Labels.Count).Where(row => form.Places.All(place =>
                !place.StartsWith(Values(row) + "/", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(form[place])))
            .Select(row => $"/voorwaarden/{PercentFields.Place(row)}/").ToList();
        var read = form.Without(place => empty.Exists(row => place.StartsWith(row, StringComparison.Ordinal)));
        return TypeOf(form) == FrameType.SpendShare ? PercentFields.Typed(read, Bounds) : read;
    }

    private static int IndexOf(this IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i] == item)
                return i;
        return -1;
    }
}
