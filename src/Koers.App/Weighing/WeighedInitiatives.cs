using Koers.App.Organisation;
using Koers.App.Storage;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>Initiatives whose weighing is over, with what assessors made of them. By then no score can change without the initiative going back a
/// step first.</summary>
/// <param name="Goals">The goals that are scored, with their own shares, in the order of the tree.</param>
/// <param name="Initiatives">The initiatives with a score on every goal; without values and places.</param>
public sealed record WeighedInitiatives(IReadOnlyList<ComparedGoal> Goals, IReadOnlyList<ComparedInitiative> Initiatives)
{
    private static readonly InitiativeState[] Before = [InitiativeState.Idea, InitiativeState.InPreparation, InitiativeState.Submitted];

    /// <summary>Whether the weighing of an initiative may be over.</summary>
    /// <param name="state">Where it stands.</param>
    internal static bool MayBeOver(InitiativeState state) => !Before.Contains(state);

    /// <summary>Reads them.</summary>
    /// <param name="context">The register.</param>
    /// <param name="numbers">Which; null = all.</param>
    /// <param name="codes">Codes at the same moment.</param>
    /// <param name="cancellation">Stops.</param>
    internal static async Task<WeighedInitiatives> Read(
        RegisterContext context, IReadOnlyCollection<string>? numbers, CodeBook codes, CancellationToken cancellation)
    {
        var asked = context.Initiatives.Where(i => !Before.Contains(i.State));
        if (numbers is not null)
            asked = asked.Where(i => numbers.Contains(i.Number));
        var table = await ScoreTable.Read(context, asked, cancellation);
        var initiatives = await asked.AsNoTracking().Include(i => i.Variants).AsSplitQuery().ToListAsync(cancellation);
        // Only what has a score on every goal has a place in the order
        return new WeighedInitiatives(
            [.. table.Leaves.Select(goal => (goal, Share: table.Tree.ShareOfWhole(goal))).Select(g => new ComparedGoal(g.goal.Code, g.goal.Name, g.Share, g.Share))],
            [.. initiatives.Where(i => table.IsFullyScored(i.Id) && WeighingRights.IsOver(i.State, isFullyScored: true)).Select(i => Line(table, codes, i))]);
    }

    private static ComparedInitiative Line(ScoreTable table, CodeBook codes, Initiative initiative)
    {
        var basis = initiative.Variants.Find(v => v.Code == "basis") ?? initiative.Variants.MinBy(v => v.Id);
        return new ComparedInitiative
        {
            Number = initiative.Number,
            Name = initiative.Name,
            State = initiative.State,
            Department = codes.Departments.Code(initiative.DepartmentId),
            Programme = initiative.ProgrammeId is { } programme ? codes.Programmes.Code(programme) : null,
            Cost = (basis?.Spends ?? []).Where(s => s.Quarter is not null).Aggregate(Euro.Zero, (sum, s) => sum + s.Amount),
            // A year is four quarters
            FteYears = (basis?.Efforts ?? []).Sum(effort => effort.Fte) / 4,
            Opinions = [.. table.Leaves.Select(goal => OpinionOn(goal, table.ConsensusOn(initiative.Id, goal.Id)))],
        };
    }

    private static Opinion OpinionOn(Goal goal, Consensus consensus) =>
        new(goal.Code, consensus.Assessors, consensus.Mean!.Value, consensus.Spread!.Value, consensus.Agreement);
}
