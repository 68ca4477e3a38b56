using Koers.App.Organisation;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>What goals, means and frames may refer to by code: of the draft, or within the content of a scenario.</summary>
/// <param name="Departments">Departments.</param>
/// <param name="Programmes">Programmes.</param>
/// <param name="Budgets">Budgets.</param>
/// <param name="CapacityPools">Capacity pools.</param>
/// <param name="Goals">Goals.</param>
/// <param name="LowestScore">Lower end of the scale of scores.</param>
/// <param name="HighestScore">Upper end of the scale of scores.</param>
public sealed record FrameReferences(
    CodeTable Departments,
    CodeTable Programmes,
    CodeTable Budgets,
    CodeTable CapacityPools,
    CodeTable Goals,
    double LowestScore,
    double HighestScore)
{
    /// <summary>Reads those of the draft.</summary>
    internal static async Task<FrameReferences> OfDraft(RegisterContext context, CancellationToken cancellation)
    {
        var codes = await CodeBook.Read(context, cancellation);
        var settings = await context.Settings.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? new PlanningSettings { Municipality = "" };
        return new FrameReferences(
            codes.Departments, codes.Programmes, codes.Budgets, codes.CapacityPools, codes.Goals, settings.LowestScore, settings.HighestScore);
    }

    /// <summary>Those within a content, beside the departments and programmes of the register.</summary>
    internal FrameReferences Within(FrameContent content) => this with
    {
        Budgets = new CodeTable([.. content.Budgets.Select(b => new CodeLine(b.Id, b.Code, b.Name))]),
        CapacityPools = new CodeTable([.. content.CapacityPools.Select(p => new CodeLine(p.Id, p.Code, p.Name))]),
        Goals = new CodeTable([.. content.Goals.Select(g => new CodeLine(g.Id, g.Code, g.Name))]),
        LowestScore = content.Settings.LowestScore,
        HighestScore = content.Settings.HighestScore,
    };

    /// <summary>How people call them.</summary>
    internal FrameNames Names() => new(
        Budgets.Lines.Concat(CapacityPools.Lines).Concat(Goals.Lines).ToDictionary(line => line.Id, line => line.Name),
        Departments.Lines.ToDictionary(line => line.Code, line => line.Name),
        Programmes.Lines.ToDictionary(line => line.Code, line => line.Name));
}
