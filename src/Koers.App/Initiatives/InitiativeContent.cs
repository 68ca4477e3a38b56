using Koers.App.Organisation;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>Carries what people enter into an initiative, and back.</summary>
internal static class InitiativeContent
{
    public static InitiativeInput Read(Initiative initiative, CodeBook codes) => new()
    {
        Name = initiative.Name,
        Summary = initiative.Summary,
        Department = codes.Departments.Code(initiative.DepartmentId),
        Programme = codes.Programmes.Code(initiative.ProgrammeId),
        Area = initiative.Area,
        Phase = initiative.Phase,
        PolicyField = initiative.PolicyField,
        IsStatutory = initiative.IsStatutory,
        PoliticalSponsor = initiative.PoliticalSponsor,
        ExecutiveSponsor = initiative.ExecutiveSponsor,
        Lead = initiative.LeadId,
        Labels = initiative.Labels.OrderBy(l => l.Key, StringComparer.Ordinal).ToDictionary(l => l.Key, l => l.Value),
        Partners = [.. initiative.Partners.Select(p => new PartnerInput(codes.Departments.Code(p.DepartmentId), p.Contribution))
            .OrderBy(p => p.Department, StringComparer.Ordinal)],
        Documents = [.. initiative.Documents.Select(d => new DocumentInput(d.Title, d.Address))],
        Variants = [.. initiative.Variants.OrderBy(v => v.Id).Select(variant => Read(variant, codes))],
    };

    /// <summary>Writes what was entered, once it was checked. Variants keep their ids by code: scores and agreements refer to them.</summary>
    public static void Write(Initiative initiative, InitiativeInput input, CodeBook codes)
    {
        (initiative.Name, initiative.Summary) = (input.Name.Trim(), input.Summary.Trim());
        initiative.DepartmentId = codes.Departments.Id(input.Department)!.Value;
        initiative.ProgrammeId = codes.Programmes.Id(input.Programme);
        (initiative.Area, initiative.Phase, initiative.PolicyField) = (OrNull(input.Area), OrNull(input.Phase), OrNull(input.PolicyField));
        initiative.IsStatutory = input.IsStatutory;
        (initiative.PoliticalSponsor, initiative.ExecutiveSponsor) = (OrNull(input.PoliticalSponsor), OrNull(input.ExecutiveSponsor));
        initiative.LeadId = input.Lead;
        WriteLabels(initiative, input);
        initiative.Partners.Clear();
        initiative.Partners.AddRange(input.Partners.Select(p => new InitiativePartner
        {
            DepartmentId = codes.Departments.Id(p.Department)!.Value,
            Contribution = p.Contribution,
        }));
        initiative.Documents.Clear();
        initiative.Documents.AddRange(input.Documents.Select(d => new DocumentLink { Title = d.Title, Address = d.Address }));
        initiative.Variants.RemoveAll(variant => input.Variants.All(v => v.Code != variant.Code));
        foreach (var entered in input.Variants)
            Write(VariantOf(initiative, entered.Code), entered, codes);
    }

    private static void WriteLabels(Initiative initiative, InitiativeInput input)
    {
        initiative.Labels.RemoveAll(label => !input.Labels.ContainsKey(label.Key));
        foreach (var (key, value) in input.Labels)
            if (initiative.Labels.Find(label => label.Key == key) is { } label)
                label.Value = value;
            else
                initiative.Labels.Add(new InitiativeLabel { Key = key, Value = value });
    }

    private static Variant VariantOf(Initiative initiative, string code)
    {
        if (initiative.Variants.Find(variant => variant.Code == code) is { } there)
            return there;
        var added = new Variant { Id = Guid.CreateVersion7(), Code = code };
        initiative.Variants.Add(added);
        return added;
    }

    private static VariantInput Read(Variant variant, CodeBook codes) => new()
    {
        Code = variant.Code,
        Description = variant.Description,
        Duration = variant.Duration,
        EarliestStart = variant.EarliestStart,
        LatestStart = variant.LatestStart,
        Success = variant.Success,
        EffectShare = variant.EffectShare,
        Spends = [.. variant.Spends.Select(s => new SpendInput(codes.Budgets.Code(s.BudgetId), s.Quarter, s.Amount, s.FundingSource))
            .OrderBy(s => s.Budget, StringComparer.Ordinal).ThenBy(s => s.Quarter ?? int.MaxValue)],
        Efforts = [.. variant.Efforts.Select(e => new EffortInput(codes.CapacityPools.Code(e.PoolId), e.Quarter, e.Fte))
            .OrderBy(e => e.Pool, StringComparer.Ordinal).ThenBy(e => e.Quarter)],
        Effects = [.. variant.Effects.Select(e => new EffectInput(codes.Goals.Code(e.GoalId), e.Points)).OrderBy(e => e.Goal, StringComparer.Ordinal)],
    };

    private static void Write(Variant variant, VariantInput input, CodeBook codes)
    {
        (variant.Description, variant.Duration) = (input.Description.Trim(), input.Duration);
        (variant.EarliestStart, variant.LatestStart) = (input.EarliestStart, input.LatestStart);
        (variant.Success, variant.EffectShare) = (input.Success, input.EffectShare);
        variant.Spends.Clear();
        variant.Spends.AddRange(input.Spends.Select(s => new VariantSpend
        {
            BudgetId = codes.Budgets.Id(s.Budget)!.Value,
            Quarter = s.Quarter,
            Amount = s.Amount,
            FundingSource = OrNull(s.FundingSource),
        }));
        variant.Efforts.Clear();
        variant.Efforts.AddRange(input.Efforts.Select(e => new VariantEffort
        {
            PoolId = codes.CapacityPools.Id(e.Pool)!.Value,
            Quarter = e.Quarter,
            Fte = e.Fte,
        }));
        variant.Effects.Clear();
        variant.Effects.AddRange(input.Effects.Select(e => new VariantEffect { GoalId = codes.Goals.Id(e.Goal)!.Value, Points = e.Points + 0.0 }));
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
