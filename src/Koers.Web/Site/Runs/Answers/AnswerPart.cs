using Koers.App.Runs.Results;
using Microsoft.AspNetCore.Components;

namespace Koers.Web.Site.Runs.Answers;

/// <summary>Shows the answer of one kind of analysis.</summary>
/// <typeparam name="T">The record of its kind.</typeparam>
public abstract class AnswerPart<T> : PageBase
{
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

    /// <summary>Points with one decimal.</summary>
    protected string Points(double points) => Figures.Number(points, 1);

    /// <summary>Points with two decimals, where small differences matter; "–" where not known.</summary>
    protected string Fine(double? points) => points is { } known ? Figures.Number(known, 2) : "–";

    /// <summary>The quarter of a period.</summary>
    protected string Quarter(int period) => Figures.Quarter(Model.Calendar.DayOf(period));

    /// <summary>An amount of what a rule limits: euros of a budget, fte of a pool, else a number.</summary>
    protected string Amount(string rule, double amount) =>
        rule?.StartsWith("budget/", StringComparison.Ordinal) ?? false ? Figures.ShortMoney(amount)
        : rule?.StartsWith("capacity/", StringComparison.Ordinal) ?? false ? $"{Figures.Compact(amount)} fte"
        : Figures.Compact(amount, 3);

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
        yAxis = new { type = "category", inverse = true, data = bars.Select(bar => Short(bar.Name)), axisLabel = new { width = 220, overflow = "truncate" } },
        series = new[] { new { type = "bar", data = bars.Select(bar => Charts.Rounded(bar.Value)), barMaxWidth = 22 } },
    });

    private static string Short(string name) => name.Length <= 40 ? name : name[..39] + "…";
}
