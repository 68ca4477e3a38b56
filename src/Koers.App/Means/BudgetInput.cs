using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.App.Means;

/// <summary>A budget as people enter it.</summary>
public sealed record BudgetInput
{
    /// <summary>A short name, unique; never changes, because files and initiatives refer to it.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>How people call it.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>What kind of money it is.</summary>
    [JsonPropertyName("soort")]
    public BudgetKind Kind { get; init; }

    /// <summary>Whether what is left at the end of a year goes to the next.</summary>
    [JsonPropertyName("overhevelen")]
    public bool CarriesOver { get; init; }

    /// <summary>What there is, a line per year; nothing in years without a line.</summary>
    [JsonPropertyName("jaren")]
    public IReadOnlyList<BudgetYearInput> Years { get; init; } = [];

    internal static BudgetInput Of(Budget budget) => new()
    {
        Code = budget.Code,
        Name = budget.Name,
        Kind = budget.Kind,
        CarriesOver = budget.CarriesOver,
        Years = [.. budget.Years.OrderBy(y => y.Year).Select(y => new BudgetYearInput(y.Year, y.Amount))],
    };

    internal void Gather(InputCheck check, string place = "")
    {
        check.Code(Code, place + "/code");
        check.Line(Name, place + "/naam", FrameLimits.LongestName);
        if (!FrameLimits.AtMost(check, Years.Count, FrameLimits.MostLines, place + "/jaren"))
            return;
        for (var i = 0; i < Years.Count; i++)
        {
            FrameLimits.Year(check, Years[i].Year, $"{place}/jaren/{i}/jaar");
            FrameLimits.Money(check, Years[i].Amount, $"{place}/jaren/{i}/bedrag");
        }

        FrameLimits.NoDoubles(check, [.. Years.Select(y => y.Year)], i => $"{place}/jaren/{i}/jaar");
    }

    /// <summary>Writes what was entered, once it was checked. Lines that stay are changed, not replaced.</summary>
    internal void Write(Budget budget)
    {
        (budget.Name, budget.Kind, budget.CarriesOver) = (Name.Trim(), Kind, CarriesOver);
        budget.Years.RemoveAll(line => Years.All(y => y.Year != line.Year));
        foreach (var entered in Years)
            if (budget.Years.Find(line => line.Year == entered.Year) is { } line)
                line.Amount = entered.Amount;
            else
                budget.Years.Add(new BudgetYear { Year = entered.Year, Amount = entered.Amount });
    }
}

/// <summary>What a budget holds in one year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Amount">The money, in euros.</param>
public sealed record BudgetYearInput([property: JsonPropertyName("jaar")] int Year, [property: JsonPropertyName("bedrag")] Euro Amount);
