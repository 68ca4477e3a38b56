using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Frames;

namespace Koers.App.Frames;

/// <summary>What must hold of a frame, by what it limits.</summary>
internal static class FrameCheck
{
    /// <summary>Paths of the API below /kaders, which cannot be codes.</summary>
    public static readonly string[] Reserved = ["vaststellingen", "concept", "verschillen"];

    private const int MostConditions = 20;
    private const int MostValues = 200;
    private const decimal MostCount = 1_000_000;

    /// <summary>What each type needs and takes.</summary>
    private sealed record Shape(
        bool HasConditions = true, bool HasScope = false, bool HasGoal = false, bool HasPool = false, bool TakesMin = false, bool TakesMax = true,
        Unit Unit = Unit.Count);

    private enum Unit
    {
        Points,
        Money,
        Share,
        Count,
        Fte,
    }

    private static readonly Dictionary<FrameType, Shape> Shapes = new()
    {
        [FrameType.GoalFloor] = new(HasConditions: false, HasGoal: true, TakesMin: true, TakesMax: false, Unit: Unit.Points),
        [FrameType.Spend] = new(HasScope: true, TakesMin: true, Unit: Unit.Money),
        [FrameType.SpendShare] = new(HasScope: true, TakesMin: true, Unit: Unit.Share),
        [FrameType.Count] = new(TakesMin: true),
        [FrameType.Concurrent] = new(),
        [FrameType.Starts] = new(),
        [FrameType.Effort] = new(HasPool: true, Unit: Unit.Fte),
        [FrameType.Risk] = new(Unit: Unit.Money),
    };

    /// <summary>Gathers all faults.</summary>
    public static void Gather(FrameInput input, FrameReferences codes, InputCheck check, string place = "")
    {
        check.Code(input.Code, place + "/code");
        check.That(
            !Reserved.Contains(input.Code), place + "/code",
            $"“{input.Code}” is een woord van de API en kan geen code zijn.", $"“{input.Code}” is a word of the API and cannot be a code.");
        check.Line(input.Name, place + "/naam", FrameLimits.LongestName);
        var shape = Shapes[input.Type];
        var (dutch, english) = (Words.Dutch(input.Type), Words.English(input.Type));
        void NotFor(bool isSaid, string name) => check.That(
            !isSaid, $"{place}/{name}", $"Dit hoort niet bij een kader van soort {dutch}.", $"This does not go with a frame of type {english}.");

        if (shape.HasGoal)
            check.Known(codes.Goals, input.Goal, place + "/doel", "doel", "goal");
        else
            NotFor(input.Goal is not null, "doel");
        if (shape.HasPool)
            check.Known(codes.CapacityPools, input.Pool, place + "/pool", "capaciteitspool", "capacity pool");
        else
            NotFor(input.Pool is not null, "pool");
        if (shape.HasScope)
            Scope(input, codes, check, place);
        else
        {
            NotFor(input.Budgets.Count > 0, "budgetten");
            NotFor(input.Years.Count > 0, "jaren");
        }

        if (shape.HasConditions)
            Conditions(input.Conditions, codes, check, place + "/voorwaarden");
        else
            NotFor(input.Conditions.Count > 0, "voorwaarden");
        if (!shape.TakesMin)
            NotFor(input.Min is not null, "minimum");
        if (!shape.TakesMax)
            NotFor(input.Max is not null, "maximum");
        Bounds(input, shape, check, place);
    }

    private static void Bounds(FrameInput input, Shape shape, InputCheck check, string place)
    {
        var (isSaid, where) = (shape.TakesMin && input.Min is not null, shape.TakesMax ? "maximum" : "minimum");
        check.That(
            isSaid || (shape.TakesMax && input.Max is not null), $"{place}/{where}",
            shape is { TakesMin: true, TakesMax: true } ? "Geef een minimum, een maximum of beide." : $"Geef een {where}.",
            shape is { TakesMin: true, TakesMax: true } ? "Give a minimum, a maximum or both." : $"Give a {where}.");
        if (shape.TakesMin)
            Bound(input.Min, shape.Unit, check, place + "/minimum");
        if (shape.TakesMax)
            Bound(input.Max, shape.Unit, check, place + "/maximum");
        check.That(
            !(input.Min > input.Max), place + "/maximum", "Het maximum ligt onder het minimum.", "The maximum lies below the minimum.");
    }

    private static void Bound(decimal? bound, Unit unit, InputCheck check, string where)
    {
        if (bound is not { } given)
            return;
        var most = unit switch
        {
            Unit.Points => (decimal)FrameLimits.MostPoints,
            Unit.Money => FrameLimits.MostMoney.Amount,
            Unit.Share => 1,
            Unit.Fte => (decimal)FrameLimits.MostFte,
            _ => MostCount,
        };
        check.That(
            given >= 0 && given <= most, where,
            $"{FrameFigures.Number(given, isDutch: true)} kan niet: van 0 tot en met {FrameFigures.Number(most, isDutch: true)}.",
            $"{FrameFigures.Number(given, isDutch: false)} is not possible: from 0 to {FrameFigures.Number(most, isDutch: false)}.");
        if (unit == Unit.Count)
            check.That(given == decimal.Truncate(given), where, "Dit is een geheel getal.", "This is a whole number.");
        if (unit == Unit.Money)
            check.That(given * 100 == decimal.Truncate(given * 100), where, "Een bedrag is in hele centen.", "An amount is in whole cents.");
    }

    private static void Scope(FrameInput input, FrameReferences codes, InputCheck check, string place)
    {
        if (FrameLimits.AtMost(check, input.Budgets.Count, FrameLimits.MostParts, place + "/budgetten"))
            for (var i = 0; i < input.Budgets.Count; i++)
                check.Known(codes.Budgets, input.Budgets[i], $"{place}/budgetten/{i}", "budget", "budget");
        if (FrameLimits.AtMost(check, input.Years.Count, FrameLimits.MostLines, place + "/jaren"))
            for (var i = 0; i < input.Years.Count; i++)
                FrameLimits.Year(check, input.Years[i], $"{place}/jaren/{i}");
        FrameLimits.NoDoubles(check, input.Budgets, i => $"{place}/budgetten/{i}");
        FrameLimits.NoDoubles(check, input.Years, i => $"{place}/jaren/{i}");
    }

    private static void Conditions(IReadOnlyList<ConditionInput> conditions, FrameReferences codes, InputCheck check, string place)
    {
        if (!FrameLimits.AtMost(check, conditions.Count, MostConditions, place))
            return;
        FrameLimits.NoDoubles(check, [.. conditions.Select(c => c.Label)], i => $"{place}/{i}/kenmerk");
        for (var i = 0; i < conditions.Count; i++)
        {
            check.Code(conditions[i].Label, $"{place}/{i}/kenmerk");
            var (values, at) = (conditions[i].Values, $"{place}/{i}/waarden");
            check.That(values.Count > 0, at, "Noem ten minste één waarde.", "Name at least one value.");
            if (!FrameLimits.AtMost(check, values.Count, MostValues, at))
                continue;
            FrameLimits.NoDoubles(check, values, j => $"{at}/{j}");
            for (var j = 0; j < values.Count; j++)
                Value(conditions[i].Label, values[j], codes, check, $"{at}/{j}");
        }
    }

    private static void Value(string label, string value, FrameReferences codes, InputCheck check, string where)
    {
        switch (label)
        {
            case FrameLabels.Department: check.Known(codes.Departments, value, where, "afdeling", "department"); break;
            case FrameLabels.Programme: check.Known(codes.Programmes, value, where, "programma", "programme"); break;
            case FrameLabels.Statutory:
                check.That(value is FrameLabels.Yes or FrameLabels.No, where, "Dit is ja of nee.", "This is ja or nee.");
                break;
            case FrameLabels.PolicyField:
                check.PolicyField(value ?? "", where);
                break;
            default: check.Line(value, where, FrameLimits.LongestName); break;
        }
    }
}
