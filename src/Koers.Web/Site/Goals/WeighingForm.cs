using System.Globalization;
using Koers.App.Goals;
using Koers.Domain.Weighing;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Goals;

/// <summary>Answers of a weighing in a form: percentages for weights, one choice per pair.</summary>
internal static class WeighingForm
{
    /// <summary>Possible answers of a pair, the one more important first.</summary>
    public static IReadOnlyList<double> Times { get; } = [.. Enumerable.Range(1, 9).Reverse().Select(n => (double)n), .. Enumerable.Range(2, 8).Select(n => 1.0 / n)];

    /// <summary>Name of the field for one goal.</summary>
    public static string Field(string code) => $"/antwoorden/{code}";

    /// <summary>Name of the field for a pair.</summary>
    public static string Field(string first, string second) => $"/antwoorden/{first}~1{second}";

    /// <summary>A form with the answers as they were given the last time, or else the weights as they are.</summary>
    public static FormData Of(IReadOnlyList<GoalView> level, WeighingMethod method, GoalWeighingView? last, int version, string language)
    {
        var figures = new Figures(language);
        var values = new List<KeyValuePair<string, string>>
        {
            new(FormData.VersionField, version.ToString(CultureInfo.InvariantCulture)),
        };
        var answers = last is not null && last.Method == method ? last.Answers : new Dictionary<string, double>();
        if (method == WeighingMethod.Pairwise)
            foreach (var (first, second) in Pairs(level))
                values.Add(new(Field(first, second), Given(answers, first, second) is { } times ? figures.Field(Written(Nearest(times))) : ""));
        else if (method == WeighingMethod.Swing)
            values.AddRange(level.Select(goal => KeyValuePair.Create(
                Field(goal.Code), answers.TryGetValue(goal.Code, out var points) ? figures.Field((decimal)points) : "")));
        else
            values.AddRange(level.Select(goal => KeyValuePair.Create(
                Field(goal.Code), figures.Field(Math.Round((decimal)(goal.Content.Weight ?? 0) * 100, 6)) + "%")));
        return FormData.Empty(language).With(values);
    }

    /// <summary>The same with weights as percentages: who types 30 means 30%.</summary>
    public static FormData InPercent(FormData form, WeighingMethod method) => method != WeighingMethod.Direct ? form : form.With(
        form.Places.Where(place => place.StartsWith("/antwoorden/", StringComparison.Ordinal) && form[place].Trim() is { Length: > 0 } text && !text.EndsWith('%'))
            .Select(place => KeyValuePair.Create(place, form[place].Trim() + "%")).ToArray());

    /// <summary>Every two goals of a level once.</summary>
    public static IEnumerable<(string First, string Second)> Pairs(IReadOnlyList<GoalView> level) =>
        level.SelectMany((goal, i) => level.Skip(i + 1).Select(other => (goal.Code, other.Code)));

    /// <summary>A number of times as it stands in a form.</summary>
    public static decimal Written(double times) => Math.Round((decimal)times, 12);

    private static double? Given(IReadOnlyDictionary<string, double> answers, string first, string second) =>
        answers.TryGetValue($"{first}/{second}", out var times) ? times : answers.TryGetValue($"{second}/{first}", out var other) ? 1 / other : null;

    private static double Nearest(double times) => Times.MinBy(possible => Math.Abs(Math.Log(possible / times)));
}
