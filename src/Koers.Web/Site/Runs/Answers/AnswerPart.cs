using Koers.App.Runs.Results;
using Microsoft.AspNetCore.Components;

namespace Koers.Web.Site.Runs.Answers;

/// <summary>Shows the answer of one kind of analysis.</summary>
/// <typeparam name="T">The record of its kind.</typeparam>
public abstract class AnswerPart<T> : PageBase
{
    private const int LongestName = 48;
    private const int EndOfName = 21;

    /// <summary>What is needed to say it.</summary>
    [Parameter]
    [EditorRequired]
    public required AnswerModel Model { get; set; }

    /// <summary>The answer.</summary>
    [Parameter]
    [EditorRequired]
    public required T Answer { get; set; }

    /// <summary>The name of an initiative.</summary>
    protected string Name(string number) => Model.Words.Initiative(number);

    /// <summary>A rule in words.</summary>
    protected string Rule(string rule, double? index = null) => Say(Model.Words.Of(rule, index is { } place ? (int)place : null));

    /// <summary>Points of value.</summary>
    protected string Points(double points) => Figures.Points(points);

    /// <summary>Points of value; "–" where not known.</summary>
    protected string Fine(double? points) => points is { } known ? Figures.Points(known) : "–";

    /// <summary>Whether points are so few that they read as none.</summary>
    protected static bool IsNothing(double points) => Math.Abs(points) < 0.005;

    /// <summary>The quarter of a period.</summary>
    protected string Quarter(int period) => Figures.Quarter(Model.Calendar.DayOf(period));

    /// <summary>An amount of what a rule limits: euros of a budget, fte of a pool, else as its frame counts.</summary>
    protected string Amount(string rule, double amount) => Model.Words.UnitOf(rule) switch
    {
        FrameUnit.Money => Figures.ShortMoney(amount),
        FrameUnit.Share => Figures.Percent(amount, 1),
        _ => rule.StartsWith("capacity/", StringComparison.Ordinal) ? $"{Figures.Compact(amount)} fte" : Figures.Compact(amount),
    };

    /// <summary>How a plan holds an initiative, in words.</summary>
    protected string Held(HeldAnswer? held) => held is null ? Say("niet", "not in") : $"{Quarter(held.Start)}, {held.Variant}";

    /// <summary>The name of a part of the organisation.</summary>
    protected string Part(string label, string? value) => value is null ? Say("(zonder)", "(without)") : label switch
    {
        "afdeling" => Model.Codes.Departments.Name(value),
        "programma" => Model.Codes.Programmes.Name(value),
        _ => value,
    };

    /// <summary>Options of a chart with horizontal bars, the first on top.</summary>
    protected static string Bars(IReadOnlyList<(string Name, double Value)> bars) => Charts.Json(new
    {
        grid = new { left = 8, right = 24, top = 8, bottom = 8, containLabel = true },
        xAxis = new { type = "value" },
        yAxis = new { type = "category", inverse = true, data = bars.Select(bar => Short(bar.Name)), axisLabel = new { width = 320, overflow = "truncate" } },
        series = new[] { new { type = "bar", data = bars.Select(bar => Charts.Rounded(bar.Value)), barMaxWidth = 22 } },
    });

    // The year or quarter at the end tells one from the other
    private static string Short(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - EndOfName - 1)].TrimEnd()}…{name[^EndOfName..].TrimStart()}";
}
