using System.Globalization;
using System.Text.Json.Serialization;
using Koers.App.Goals;
using Koers.App.Means;
using Koers.App.Requests;
using Koers.Domain.Frames;
using static Koers.Domain.Frames.FrameFigures;

namespace Koers.App.Frames;

/// <summary>One difference between two versions of frames.</summary>
/// <param name="Kind">What kind of part: instellingen, doel, budget, capaciteitspool or kader.</param>
/// <param name="Code">Its code; null for the settings.</param>
/// <param name="What">What differs.</param>
/// <param name="Was">How it was; null where it was not there.</param>
/// <param name="Becomes">How it becomes; null where it goes away.</param>
public sealed record FrameChange(
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("wat")] Text What,
    [property: JsonPropertyName("was")] Text? Was,
    [property: JsonPropertyName("wordt")] Text? Becomes);

/// <summary>What differs between two versions of frames, in words: part by part, in order of code.</summary>
internal static class FrameDifference
{
    /// <summary>The list.</summary>
    /// <param name="was">One version.</param>
    /// <param name="becomes">Another.</param>
    /// <param name="register">Departments and programmes.</param>
    public static IReadOnlyList<FrameChange> Between(FrameContent was, FrameContent becomes, FrameReferences register)
    {
        var (one, other) = (ContentDocument.Read(was, register), ContentDocument.Read(becomes, register));
        var changes = new List<FrameChange>();
        Settings(one.Settings, other.Settings, changes);
        Parts("doel", "goal", one.Goals, other.Goals, goal => goal.Code, goal => Same(goal.Name), Goal, changes);
        Parts("budget", "budget", one.Budgets, other.Budgets, budget => budget.Code, Total, Budget, changes);
        Parts("capaciteitspool", "capacity pool", one.CapacityPools, other.CapacityPools, pool => pool.Code, pool => Same(pool.Name), Pool, changes);
        var sentences = (Sentences(was, register), Sentences(becomes, register));
        Parts(
            "kader", "frame", one.Frames, other.Frames, frame => frame.Code,
            frame => (sentences.Item2.GetValueOrDefault(frame.Code) ?? sentences.Item1.GetValueOrDefault(frame.Code))!,
            (frame, changed, add) =>
            {
                add(new("Naam", "Name"), Same(frame.Name), Same(changed.Name));
                add(new("Regel", "Rule"), sentences.Item1[frame.Code], sentences.Item2[frame.Code]);
            },
            changes);
        return changes;
    }

    private delegate void Add(Text what, Text? was, Text? becomes);

    private static void Parts<T>(
        string dutch, string english, IReadOnlyList<T> was, IReadOnlyList<T> becomes, Func<T, string> code, Func<T, Text> shown, Action<T, T, Add> compare,
        List<FrameChange> changes)
    {
        var (old, young) = (was.ToDictionary(code), becomes.ToDictionary(code));
        foreach (var key in old.Keys.Union(young.Keys).Order(StringComparer.Ordinal))
        {
            var title = new Text($"{char.ToUpperInvariant(dutch[0])}{dutch[1..]} {key}", $"{char.ToUpperInvariant(english[0])}{english[1..]} {key}");
            if (!old.TryGetValue(key, out var before))
                changes.Add(new FrameChange(dutch, key, title, null, shown(young[key])));
            else if (!young.TryGetValue(key, out var after))
                changes.Add(new FrameChange(dutch, key, title, shown(before), null));
            else
                compare(before, after, (what, from, to) =>
                {
                    if (from != to)
                        changes.Add(new FrameChange(
                            dutch, key,
                            new Text($"{what.Dutch} van {dutch} {key}", $"{what.English} of {english} {key}"), from, to));
                });
        }
    }

    private static void Settings(SettingsInput was, SettingsInput becomes, List<FrameChange> changes)
    {
        void Compare<T>(string dutch, string english, Func<SettingsInput, T> value, Func<T, Text> shown)
        {
            if (!EqualityComparer<T>.Default.Equals(value(was), value(becomes)))
                changes.Add(new FrameChange("instellingen", null, new Text(dutch, english), shown(value(was)), shown(value(becomes))));
        }

        Compare("Naam van de gemeente", "Name of the municipality", s => s.Municipality, Same);
        Compare("Eerste dag van de planning", "First day of the planning", s => s.Start, Day);
        Compare("Aantal kwartalen", "Number of quarters", s => s.Quarters, n => Figure(n));
        Compare("Later telt per jaar zoveel minder", "Later counts so much less per year", s => s.DiscountPerYear, Percentage);
        Compare("Naloop in kwartalen", "Tail in quarters", s => s.TailQuarters, n => Figure(n));
        Compare("Laagste score", "Lowest score", s => s.LowestScore, Figure);
        Compare("Hoogste score", "Highest score", s => s.HighestScore, Figure);
    }

    private static void Goal(GoalInput was, GoalInput becomes, Add add)
    {
        add(new("Naam", "Name"), Same(was.Name), Same(becomes.Name));
        add(new("Omschrijving", "Description"), Same(was.Description), Same(becomes.Description));
        add(new("Plaats", "Place"), Under(was), Under(becomes));
        add(new("Volgorde", "Order"), Figure(was.Order), Figure(becomes.Order));
        add(new("Gewicht", "Weight"), Share(was.Weight), Share(becomes.Weight));
        add(new("Plafond", "Cap"), Exactly(was.Cap), Exactly(becomes.Cap));
        add(new("Indicator", "Indicator"), SameOrNull(was.Indicator), SameOrNull(becomes.Indicator));
        add(new("Streefwaarde", "Target"), Exactly(was.Target), Exactly(becomes.Target));
        add(new("Opgave", "Challenge"), SameOrNull(was.SocietalChallenge), SameOrNull(becomes.SocietalChallenge));
        add(new("Begrotingsprogramma", "Budget programme"), SameOrNull(was.BudgetProgramme), SameOrNull(becomes.BudgetProgramme));
        add(new("Taakveld", "Policy field"), SameOrNull(was.PolicyField), SameOrNull(becomes.PolicyField));
        add(new("SDG", "SDG"), Exactly(was.SustainableDevelopmentGoal), Exactly(becomes.SustainableDevelopmentGoal));
        add(new("Ankers", "Anchors"), Anchors(was), Anchors(becomes));
    }

    private static void Budget(BudgetInput was, BudgetInput becomes, Add add)
    {
        add(new("Naam", "Name"), Same(was.Name), Same(becomes.Name));
        add(new("Soort", "Kind"), Word(was.Kind), Word(becomes.Kind));
        add(new("Schuift door", "Carries over"), YesNo(was.CarriesOver), YesNo(becomes.CarriesOver));
        var (old, young) = (was.Years.ToDictionary(y => y.Year, y => y.Amount), becomes.Years.ToDictionary(y => y.Year, y => y.Amount));
        foreach (var year in old.Keys.Union(young.Keys).Order())
            add(
                new($"{year}", $"{year}"), old.TryGetValue(year, out var before) ? Amount(before.Amount) : null,
                young.TryGetValue(year, out var after) ? Amount(after.Amount) : null);
    }

    private static void Pool(CapacityPoolInput was, CapacityPoolInput becomes, Add add)
    {
        add(new("Naam", "Name"), Same(was.Name), Same(becomes.Name));
        add(new("Afdeling", "Department"), SameOrNull(was.Department), SameOrNull(becomes.Department));
        add(new("Reserve", "Reserve"), Percentage(was.Reserve), Percentage(becomes.Reserve));
        add(new("Inhuur", "Hire"), Hired(was.Hire), Hired(becomes.Hire));
        var (old, young) = (was.Quarters.ToDictionary(q => (q.Year, q.Quarter), q => q.Fte), becomes.Quarters.ToDictionary(q => (q.Year, q.Quarter), q => q.Fte));
        foreach (var at in old.Keys.Union(young.Keys).Order())
            add(
                new($"{at.Year} kwartaal {at.Quarter}", $"{at.Year} quarter {at.Quarter}"),
                old.TryGetValue(at, out var before) ? Fte(before) : null, young.TryGetValue(at, out var after) ? Fte(after) : null);
    }

    private static Dictionary<string, Text> Sentences(FrameContent content, FrameReferences register)
    {
        var names = register.Within(content).Names();
        return content.Frames.ToDictionary(
            frame => frame.Code, frame => new Text(FrameSentence.Dutch(frame, names), FrameSentence.English(frame, names)));
    }

    private static Text Total(BudgetInput budget)
    {
        var sum = budget.Years.Sum(y => y.Amount.Amount);
        return new($"{budget.Name}, samen {Money(sum, isDutch: true)}", $"{budget.Name}, together {Money(sum, isDutch: false)}");
    }

    private static Text Under(GoalInput goal) => goal.Parent is null ? new("bovenaan", "at the top") : new($"onder {goal.Parent}", $"below {goal.Parent}");

    private static Text? Anchors(GoalInput goal)
    {
        string In(bool isDutch) => string.Join("; ", goal.Anchors.Select(anchor => $"{Number(anchor.Points, isDutch)}: {anchor.Meaning}"));
        return goal.Anchors.Count == 0 ? null : new(In(isDutch: true), In(isDutch: false));
    }

    private static Text? Hired(HireInput? hire) => hire is null ? null : new(
        $"hoogstens {Number(hire.Most, isDutch: true)} fte voor {Money(hire.Price.Amount, isDutch: true)} per kwartaal uit budget {hire.Budget}",
        $"at most {Number(hire.Most, isDutch: false)} fte for {Money(hire.Price.Amount, isDutch: false)} per quarter from budget {hire.Budget}");

    private static Text Same(string text) => new(text, text);

    private static Text? SameOrNull(string? text) => text is null ? null : Same(text);

    private static Text Word<T>(T value) where T : struct, Enum => new(Words.Dutch(value), Words.English(value));

    private static Text YesNo(bool value) => value ? new("ja", "yes") : new("nee", "no");

    private static Text Amount(decimal amount) => new(Money(amount, isDutch: true), Money(amount, isDutch: false));

    private static Text Fte(double fte) => new($"{Number(fte, isDutch: true)} fte", $"{Number(fte, isDutch: false)} fte");

    private static Text Percentage(double share) => new($"{Number(share * 100, isDutch: true)}%", $"{Number(share * 100, isDutch: false)}%");

    private static Text? Share(double? share) => share is { } given ? Percentage(given) : null;

    // Years begin on the first of January, and the planning with one
    private static Text Day(DateOnly day) => day is { Day: 1, Month: 1 }
        ? new(string.Create(CultureInfo.InvariantCulture, $"1 januari {day.Year}"), string.Create(CultureInfo.InvariantCulture, $"1 January {day.Year}"))
        : Same(day.ToString("O", CultureInfo.InvariantCulture));

    private static Text Figure(double number) => new(Number(number, isDutch: true), Number(number, isDutch: false));

    private static Text? Exactly(double? number) => number is { } given ? Figure(given) : null;
}
