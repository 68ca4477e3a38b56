using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.App.Means;

/// <summary>A capacity pool as people enter it.</summary>
public sealed record CapacityPoolInput
{
    /// <summary>A short name, unique; never changes, because files and initiatives refer to it.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>How people call it.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>Code of the department that they belong to; null where it is shared.</summary>
    [JsonPropertyName("afdeling")]
    public string? Department { get; init; }

    /// <summary>Share that is kept free, 0 to 1.</summary>
    [JsonPropertyName("reserve")]
    public double Reserve { get; init; }

    /// <summary>On which terms more can be hired; null where they cannot.</summary>
    [JsonPropertyName("inhuur")]
    public HireInput? Hire { get; init; }

    /// <summary>How many there are, a line per quarter; none in quarters without a line.</summary>
    [JsonPropertyName("kwartalen")]
    public IReadOnlyList<CapacityQuarterInput> Quarters { get; init; } = [];

    internal static CapacityPoolInput Of(CapacityPool pool, FrameReferences codes) => new()
    {
        Code = pool.Code,
        Name = pool.Name,
        Department = codes.Departments.Code(pool.DepartmentId),
        Reserve = pool.Reserve,
        Hire = pool.HireBudgetId is { } budget ? new HireInput(pool.MostHired, pool.HirePrice, codes.Budgets.Code(budget)) : null,
        Quarters = [.. pool.Quarters.OrderBy(q => (q.Year, q.Quarter)).Select(q => new CapacityQuarterInput(q.Year, q.Quarter, q.Fte))],
    };

    internal void Gather(FrameReferences codes, InputCheck check, string place = "")
    {
        check.Code(Code, place + "/code");
        check.Line(Name, place + "/naam", FrameLimits.LongestName);
        if (Department is not null)
            check.Known(codes.Departments, Department, place + "/afdeling", "afdeling", "department");
        check.Range(Reserve, place + "/reserve", 0, 1);
        if (Hire is { } hire)
        {
            check.Range(hire.Most, place + "/inhuur/meestTegelijk", 0, FrameLimits.MostFte);
            FrameLimits.Money(check, hire.Price, place + "/inhuur/prijsPerKwartaal");
            check.Known(codes.Budgets, hire.Budget, place + "/inhuur/budget", "budget", "budget");
        }

        if (!FrameLimits.AtMost(check, Quarters.Count, FrameLimits.MostLines, place + "/kwartalen"))
            return;
        for (var i = 0; i < Quarters.Count; i++)
        {
            FrameLimits.Year(check, Quarters[i].Year, $"{place}/kwartalen/{i}/jaar");
            check.Range(Quarters[i].Quarter, $"{place}/kwartalen/{i}/kwartaal", 1, 4);
            check.Range(Quarters[i].Fte, $"{place}/kwartalen/{i}/fte", 0, FrameLimits.MostFte);
        }

        FrameLimits.NoDoubles(check, [.. Quarters.Select(q => $"{q.Year}-{q.Quarter}")], i => $"{place}/kwartalen/{i}/kwartaal");
    }

    /// <summary>Writes what was entered, once it was checked. Lines that stay are changed, not replaced.</summary>
    internal void Write(CapacityPool pool, FrameReferences codes)
    {
        (pool.Name, pool.DepartmentId, pool.Reserve) = (Name.Trim(), codes.Departments.Id(Department), Reserve);
        (pool.MostHired, pool.HirePrice, pool.HireBudgetId) = (Hire?.Most ?? 0, Hire?.Price ?? Euro.Zero, codes.Budgets.Id(Hire?.Budget));
        pool.Quarters.RemoveAll(line => Quarters.All(q => q.Year != line.Year || q.Quarter != line.Quarter));
        foreach (var entered in Quarters)
            if (pool.Quarters.Find(line => line.Year == entered.Year && line.Quarter == entered.Quarter) is { } line)
                line.Fte = entered.Fte;
            else
                pool.Quarters.Add(new CapacityQuarter { Year = entered.Year, Quarter = entered.Quarter, Fte = entered.Fte });
    }
}

/// <summary>On which terms people can be hired.</summary>
/// <param name="Most">Most fte at once.</param>
/// <param name="Price">What one fte costs per quarter, in euros.</param>
/// <param name="Budget">Code of the budget that pays.</param>
public sealed record HireInput(
    [property: JsonPropertyName("meestTegelijk")] double Most,
    [property: JsonPropertyName("prijsPerKwartaal")] Euro Price,
    [property: JsonPropertyName("budget")] string Budget);

/// <summary>How many people there are in one quarter.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Quarter">The quarter, 1 to 4.</param>
/// <param name="Fte">Full-time equivalents.</param>
public sealed record CapacityQuarterInput(
    [property: JsonPropertyName("jaar")] int Year, [property: JsonPropertyName("kwartaal")] int Quarter, [property: JsonPropertyName("fte")] double Fte);
