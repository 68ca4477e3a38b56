using static Koers.Domain.Frames.FrameFigures;

namespace Koers.Domain.Frames;

/// <summary>A frame as the sentence that the executive recognises: "Minstens 4% van de besteding gaat naar initiatieven met soort innovatie."</summary>
public static class FrameSentence
{
    /// <summary>The sentence in Dutch.</summary>
    /// <param name="frame">A frame that is in order.</param>
    /// <param name="names">Names of what it refers to.</param>
    public static string Dutch(Frame frame, FrameNames names)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(names);
        return FirstUpper(DutchOf(frame, names));
    }

    /// <summary>The sentence in English.</summary>
    /// <param name="frame">A frame that is in order.</param>
    /// <param name="names">Names of what it refers to.</param>
    public static string English(Frame frame, FrameNames names)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(names);
        return FirstUpper(EnglishOf(frame, names));
    }

    private static string DutchOf(Frame frame, FrameNames names)
    {
        var which = FrameConditionText.Dutch(frame.Conditions, names);
        return frame.Type switch
        {
            FrameType.GoalFloor => $"op doel {names.Of(frame.GoalId)} {(frame.Min == 1 ? "wordt" : "worden")} {Bounds(frame, n => Points(n, true), true)} gehaald.",
            FrameType.Spend => $"{Bounds(frame, n => Money(n, true), true)}{Scope(frame, names, true)} gaat naar {All(frame, true)}initiatieven{which}.",
            FrameType.SpendShare =>
                $"{Bounds(frame, n => Share(n, true), true)} van de besteding{Scope(frame, names, true)} gaat naar {All(frame, true)}initiatieven{which}.",
            FrameType.Count => frame.Max == 0
                ? $"er wordt geen initiatief{which} gekozen."
                : $"er {(IsOne(frame) ? "wordt" : "worden")} {Bounds(frame, n => Number(n, true), true)} {Initiatives(frame, true)}{which} gekozen.",
            FrameType.Concurrent => frame.Max == 0
                ? $"er loopt geen initiatief{which}."
                : $"er {(IsOne(frame) ? "loopt" : "lopen")} {Bounds(frame, n => Number(n, true), true)} {Initiatives(frame, true)}{which} tegelijk.",
            FrameType.Starts => frame.Max == 0
                ? $"er start geen initiatief{which}."
                : $"er {(IsOne(frame) ? "start" : "starten")} per kwartaal {Bounds(frame, n => Number(n, true), true)} {Initiatives(frame, true)}{which}.",
            FrameType.Effort => $"{All(frame, true)}initiatieven{which} vragen samen per kwartaal {Bounds(frame, n => Number(n, true), true)} fte van {names.Of(frame.PoolId)}.",
            FrameType.Risk => $"van wat naar {All(frame, true)}initiatieven{which} gaat, loopt {Bounds(frame, n => Money(n, true), true)} risico: de besteding maal de kans dat het niet lukt.",
            _ => throw new ArgumentException($"{frame.Type} is no type of frame.", nameof(frame)),
        };
    }

    private static string EnglishOf(Frame frame, FrameNames names)
    {
        var which = FrameConditionText.English(frame.Conditions, names);
        return frame.Type switch
        {
            FrameType.GoalFloor => $"{Bounds(frame, n => Points(n, false), false)} {(frame.Min == 1 ? "is" : "are")} reached on goal {names.Of(frame.GoalId)}.",
            FrameType.Spend => $"{Bounds(frame, n => Money(n, false), false)}{Scope(frame, names, false)} goes to {All(frame, false)}initiatives{which}.",
            FrameType.SpendShare =>
                $"{Bounds(frame, n => Share(n, false), false)} of the spending{Scope(frame, names, false)} goes to {All(frame, false)}initiatives{which}.",
            FrameType.Count => frame.Max == 0
                ? $"no initiative{which} is chosen."
                : $"{Bounds(frame, n => Number(n, false), false)} {Initiatives(frame, false)}{which} {(IsOne(frame) ? "is" : "are")} chosen.",
            FrameType.Concurrent => frame.Max == 0
                ? $"no initiative{which} runs."
                : $"{Bounds(frame, n => Number(n, false), false)} {Initiatives(frame, false)}{which} {(IsOne(frame) ? "runs" : "run")} at once.",
            FrameType.Starts => frame.Max == 0
                ? $"no initiative{which} starts."
                : $"{Bounds(frame, n => Number(n, false), false)} {Initiatives(frame, false)}{which} {(IsOne(frame) ? "starts" : "start")} per quarter.",
            FrameType.Effort => $"{All(frame, false)}initiatives{which} together ask {Bounds(frame, n => Number(n, false), false)} fte of {names.Of(frame.PoolId)} per quarter.",
            FrameType.Risk => $"of what goes to {All(frame, false)}initiatives{which}, {Bounds(frame, n => Money(n, false), false)} is at risk: spending times the chance of failing.",
            _ => throw new ArgumentException($"{frame.Type} is no type of frame.", nameof(frame)),
        };
    }

    /// <summary>"minstens a", "hoogstens b", "minstens a en hoogstens b", "precies a".</summary>
    private static string Bounds(Frame frame, Func<decimal, string> written, bool isDutch) => (frame.Min, frame.Max) switch
    {
        ({ } min, { } max) when min == max => $"{(isDutch ? "precies" : "exactly")} {written(min)}",
        ({ } min, { } max) => $"{(isDutch ? "minstens" : "at least")} {written(min)} {(isDutch ? "en hoogstens" : "and at most")} {written(max)}",
        ({ } min, null) => $"{(isDutch ? "minstens" : "at least")} {written(min)}",
        (null, { } max) => $"{(isDutch ? "hoogstens" : "at most")} {written(max)}",
        _ => isDutch ? "onbeperkt veel" : "any amount",
    };

    private static string Scope(Frame frame, FrameNames names, bool isDutch)
    {
        var budgets = frame.BudgetIds.Count == 0 ? "" : (isDutch ? " uit budget " : " from budget ")
            + And([.. frame.BudgetIds.Select(id => names.Of(id)).Order(StringComparer.Ordinal)], isDutch);
        return budgets + (frame.Years.Count == 0 ? "" : $" in {Years(frame.Years, isDutch)}");
    }

    private static string Points(decimal points, bool isDutch) =>
        $"{Number(points, isDutch)} {(points == 1 ? (isDutch ? "punt" : "point") : (isDutch ? "punten" : "points"))}";

    private static string All(Frame frame, bool isDutch) => frame.Conditions.Count > 0 ? "" : isDutch ? "alle " : "all ";

    private static string Initiatives(Frame frame, bool isDutch) => (isDutch, IsOne(frame)) switch
    {
        (true, true) => "initiatief",
        (true, false) => "initiatieven",
        (false, true) => "initiative",
        (false, false) => "initiatives",
    };

    // The number that stands before the noun
    private static bool IsOne(Frame frame) => (frame.Max ?? frame.Min) == 1;

    private static string FirstUpper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
