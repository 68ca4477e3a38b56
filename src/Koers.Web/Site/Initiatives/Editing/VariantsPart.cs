using System.Text.Json.Serialization;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>The ways to do it as people fill them in: a row for each source of money and each pool, a column for each quarter.</summary>
internal sealed record VariantsPart : IEditPart
{
    [JsonPropertyName("varianten")]
    public IReadOnlyList<VariantRow> Variants { get; init; } = [];

    public static VariantsPart Of(InitiativeInput whole, IReadOnlyList<string> goals) =>
        new() { Variants = [.. whole.Variants.Select(variant => VariantRow.Of(variant, goals))] };

    public InitiativeInput Onto(InitiativeInput whole, EditPlaces places, InputCheck check)
    {
        var variants = new List<VariantInput>();
        foreach (var (i, variant) in Variants.Index())
            if (!variant.IsGone && !variant.IsEmpty)
            {
                places.Note($"/varianten/{variants.Count}", $"/varianten/{i}");
                variants.Add(variant.Read($"/varianten/{variants.Count}", $"/varianten/{i}", places, check));
            }

        return whole with { Variants = variants };
    }
}

internal sealed record VariantRow
{
    private const double Whole = 100;

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("omschrijving")]
    public string? Description { get; init; }

    [JsonPropertyName("looptijd")]
    public int? Duration { get; init; }

    [JsonPropertyName("vroegsteStart")]
    public DateOnly? EarliestStart { get; init; }

    [JsonPropertyName("laatsteStart")]
    public DateOnly? LatestStart { get; init; }

    [JsonPropertyName("kansVanSlagen")]
    public double? SuccessPercent { get; init; }

    [JsonPropertyName("aandeelEffect")]
    public double? EffectPercent { get; init; }

    [JsonPropertyName("geld")]
    public IReadOnlyList<MoneyRow> Money { get; init; } = [];

    [JsonPropertyName("inzet")]
    public IReadOnlyList<EffortRow> Efforts { get; init; } = [];

    [JsonPropertyName("effecten")]
    public IReadOnlyList<EffectRow> Effects { get; init; } = [];

    [JsonPropertyName("weg")]
    public bool IsGone { get; init; }

    /// <summary>Whether nobody filled in anything: the effects always say their goal.</summary>
    [JsonIgnore]
    public bool IsEmpty => Code is null && Description is null && Duration is null && EarliestStart is null && LatestStart is null
        && SuccessPercent is null && EffectPercent is null && Money.Count == 0 && Efforts.Count == 0 && Effects.All(effect => effect.Points is null);

    public static VariantRow Of(VariantInput variant, IReadOnlyList<string> goals) => new()
    {
        Code = variant.Code,
        Description = variant.Description,
        Duration = variant.Duration,
        EarliestStart = variant.EarliestStart,
        LatestStart = variant.LatestStart,
        SuccessPercent = Math.Round(variant.Success * Whole, 6),
        EffectPercent = Math.Round(variant.EffectShare * Whole, 6),
        Money = [.. variant.Spends.GroupBy(s => (s.Budget, s.FundingSource)).Select(row => new MoneyRow
        {
            Budget = row.Key.Budget,
            FundingSource = row.Key.FundingSource,
            Quarters = ByQuarter(variant.Duration, q => row.FirstOrDefault(s => s.Quarter == q)?.Amount),
            After = row.FirstOrDefault(s => s.Quarter is null)?.Amount,
        })],
        Efforts = [.. variant.Efforts.GroupBy(e => e.Pool).Select(row => new EffortRow
        {
            Pool = row.Key,
            Quarters = ByQuarter(variant.Duration, q => row.FirstOrDefault(e => e.Quarter == q)?.Fte),
        })],
        // What was entered for a goal that is no leaf any more stays in sight too
        Effects = [.. goals.Union(variant.Effects.Select(e => e.Goal))
            .Select(goal => new EffectRow(goal, variant.Effects.FirstOrDefault(e => e.Goal == goal)?.Points))],
    };

    public VariantInput Read(string api, string form, EditPlaces places, InputCheck check)
    {
        check.That(Duration is not null, form + "/looptijd", "Vul in hoeveel kwartalen het duurt.", "Fill in how many quarters it takes.");
        check.Range(SuccessPercent ?? Whole, form + "/kansVanSlagen", 0, Whole);
        check.Range(EffectPercent ?? Whole, form + "/aandeelEffect", 0, 5 * Whole);
        var lines = new VariantLines(Duration ?? 1, api, form, places, check);
        return new VariantInput
        {
            Code = Code ?? "",
            Description = Description ?? "",
            Duration = Duration ?? 1,
            EarliestStart = EarliestStart,
            LatestStart = LatestStart,
            Success = (SuccessPercent ?? Whole) / Whole,
            EffectShare = (EffectPercent ?? Whole) / Whole,
            Spends = lines.Spends(Money),
            Efforts = lines.Efforts(Efforts),
            Effects = lines.Effects(Effects),
        };
    }

    private static IReadOnlyList<T?> ByQuarter<T>(int duration, Func<int, T?> value) where T : struct => [.. Enumerable.Range(0, duration).Select(value)];
}

internal sealed record MoneyRow
{
    [JsonPropertyName("budget")]
    public string? Budget { get; init; }

    [JsonPropertyName("dekking")]
    public string? FundingSource { get; init; }

    [JsonPropertyName("totaal")]
    public Euro? Total { get; init; }

    [JsonPropertyName("kwartalen")]
    public IReadOnlyList<Euro?> Quarters { get; init; } = [];

    [JsonPropertyName("daarna")]
    public Euro? After { get; init; }
}

internal sealed record EffortRow
{
    [JsonPropertyName("pool")]
    public string? Pool { get; init; }

    [JsonPropertyName("steeds")]
    public double? Always { get; init; }

    [JsonPropertyName("kwartalen")]
    public IReadOnlyList<double?> Quarters { get; init; } = [];
}

internal sealed record EffectRow([property: JsonPropertyName("doel")] string Goal, [property: JsonPropertyName("punten")] double? Points = null);
