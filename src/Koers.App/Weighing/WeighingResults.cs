using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>What came out of the weighing: of one initiative, of all, and what an assessor has still to do.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What is remembered of it; null asks for everything anew.</param>
public sealed class WeighingResults(RegisterContext context, RegisterMemory? memory = null)
{
    // One opinion is no weighing: said as a warning, because a small organisation may have but one assessor
    private const int FewestOpinions = 2;

    /// <summary>Names by which the overview can be sorted; with a hyphen before it from high to low.</summary>
    public static IReadOnlyList<string> Orders { get; } = ["nummer", "naam", "totaal", "spreiding", "kosten", "beoordelaars"];

    /// <summary>Shows what assessors made of one initiative.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="AgainstRuleException">Its weighing is not over, and this is not the portfolio manager.</exception>
    public async Task<WeighingView> Show(Actor actor, string number, CancellationToken cancellation)
    {
        return await Of(actor, await VisibleInitiative.Find(context, actor, number, cancellation), await Goals(actor, cancellation), cancellation)
            ?? throw new AgainstRuleException(new Text(
                "De weging van dit initiatief is niet voorbij; tot dan ziet iedereen alleen de eigen scores.",
                "The weighing of this initiative is not over; until then everybody sees the own scores only."));
    }

    /// <summary>The same of an initiative that this actor sees; null where its weighing is not over, and this is not the portfolio manager.</summary>
    internal async Task<WeighingView?> Of(Actor actor, Initiative initiative, ScoredGoals goals, CancellationToken cancellation)
    {
        var table = await ScoreTable.Read(context, context.Initiatives.Where(i => i.Id == initiative.Id), cancellation, goals);
        var isOpen = WeighingRights.IsOver(initiative.State, table.IsFullyScored(initiative.Id));
        if (!isOpen && !WeighingRights.MaySeeCounts(actor))
            return null;
        var names = isOpen && WeighingRights.MaySeeWho(actor) ? await NamesOfAssessors(initiative, cancellation) : null;
        return new WeighingView(
            initiative.Number, initiative.State, isOpen, table.AssessorsOf(initiative.Id), isOpen ? table.TotalOf(initiative.Id) : null,
            [.. table.Leaves.Select(goal => Shown(table, initiative, goal, isOpen, names))],
            [.. table.ScoredByFewerThan(FewestOpinions, initiative.Id).Select(goal => goal.Code)]);
    }

    private async Task<ScoredGoals> Goals(Actor actor, CancellationToken cancellation) =>
        (memory is null
            ? await ScoredGoals.For(actor, context, cancellation)
            : await ScoredGoals.For(actor, context, await memory.Now(context, cancellation), cancellation))
        ?? throw new AgainstRuleException(new Text(
            "Er zijn nog geen kaders vastgesteld; daarna ziet u hier de weging.", "No frames were adopted yet; after that you see the weighing here."));

    /// <summary>Shows all initiatives that are or were weighed; those whose weighing is not over only to the portfolio manager, as a count.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="order">One of <see cref="Orders"/>, with a hyphen before it from high to low.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor is a reader only.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<WeighingLine>> Overview(Actor actor, string order, PageRequest page, CancellationToken cancellation)
    {
        WeighingRights.DemandOverview(actor);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(page);
        var check = new InputCheck();
        page.Gather(check);
        check.That(
            Orders.Contains(order.TrimStart('-')), "/sorteer",
            $"Sorteren kan op {string.Join(", ", Orders)}, met een koppelteken ervoor van hoog naar laag.",
            $"Sorting can be by {string.Join(", ", Orders)}, with a hyphen before it from high to low.");
        check.Done();
        InitiativeState[] before = [InitiativeState.Idea, InitiativeState.InPreparation];
        var seen = context.Initiatives.Where(i => !before.Contains(i.State));
        var table = await ScoreTable.Read(context, seen, cancellation, await Goals(actor, cancellation));
        var initiatives = await seen.AsNoTracking().Include(i => i.Variants).AsSplitQuery().ToListAsync(cancellation);
        var lines = initiatives.Select(initiative => Line(table, initiative)).Where(line => line.IsOpen || WeighingRights.MaySeeCounts(actor));
        var sorted = Sorted(lines, order);
        return new Page<WeighingLine>([.. sorted.Skip(page.Skip).Take(page.Size)], page.Number, page.Size, sorted.Count);
    }

    /// <summary>What an assessor has still to score, in order of number.</summary>
    /// <param name="actor">An assessor with an account.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor is no assessor, or no account.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<WorkLine>> ToScore(Actor actor, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(page);
        if (actor.Id is not { } assessor || !actor.HasSomewhere(Role.Assessor))
            throw new NotAllowedException(new Text("Deze werklijst is voor beoordelaars.", "This list of work is for assessors."));
        var check = new InputCheck();
        page.Gather(check);
        check.Done();
        var leaves = context.Goals.Where(goal => !context.Goals.Any(below => below.ParentId == goal.Id));
        var count = await leaves.CountAsync(cancellation);
        var isForAll = actor.Has(Role.Assessor);
        var departments = actor.Grants.Where(g => g.Role == Role.Assessor).Select(g => g.DepartmentId ?? Guid.Empty).ToArray();
        var open =
            from initiative in context.Initiatives.AsNoTracking()
            where initiative.State == InitiativeState.Submitted && initiative.ProposerId != assessor && initiative.LeadId != assessor
            where isForAll || departments.Contains(initiative.DepartmentId)
            join department in context.Departments on initiative.DepartmentId equals department.Id
            let scored = context.Scores.Count(s => s.InitiativeId == initiative.Id && s.AssessorId == assessor && leaves.Any(g => g.Id == s.GoalId))
            where scored < count
            orderby initiative.Number
            select new WorkLine(initiative.Number, initiative.Name, department.Code, scored, count);
        return new Page<WorkLine>(
            await open.Skip(page.Skip).Take(page.Size).ToListAsync(cancellation), page.Number, page.Size, await open.CountAsync(cancellation));
    }

    private async Task<Dictionary<Guid, string>> NamesOfAssessors(Initiative initiative, CancellationToken cancellation) =>
        await context.Users.AsNoTracking().Where(account => context.Scores.Any(s => s.InitiativeId == initiative.Id && s.AssessorId == account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);

    private static WeighedGoal Shown(ScoreTable table, Initiative initiative, Goal goal, bool isOpen, Dictionary<Guid, string>? names)
    {
        var consensus = table.ConsensusOn(initiative.Id, goal.Id);
        var share = table.Tree.ShareOfWhole(goal);
        if (!isOpen)
            return new WeighedGoal(goal.Code, goal.Name, share, consensus.Assessors, null, null, null, []);
        IEnumerable<GivenScore> scores = names is null ? [] : table.Of(initiative.Id, goal.Id)
            .Select(s => new GivenScore(s.AssessorId, names.GetValueOrDefault(s.AssessorId, ""), s.Points, s.Reason, s.At))
            .OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Assessor);
        return new WeighedGoal(goal.Code, goal.Name, share, consensus.Assessors, consensus.Mean, consensus.Spread, consensus.Agreement, [.. scores]);
    }

    private static WeighingLine Line(ScoreTable table, Initiative initiative)
    {
        var isOpen = WeighingRights.IsOver(initiative.State, table.IsFullyScored(initiative.Id));
        var basis = initiative.Variants.Find(v => v.Code == "basis") ?? initiative.Variants.MinBy(v => v.Id);
        var spends = basis?.Spends ?? [];
        var scored = isOpen
            ? table.Leaves.Select(goal => (goal.Code, Consensus: table.ConsensusOn(initiative.Id, goal.Id))).Where(g => g.Consensus.Mean is not null).ToArray()
            : [];
        var disputed = scored.OrderByDescending(g => g.Consensus.Spread).FirstOrDefault();
        return new WeighingLine(
            initiative.Number, initiative.Name, initiative.State, isOpen, table.AssessorsOf(initiative.Id),
            isOpen ? table.TotalOf(initiative.Id) : null, scored.ToDictionary(g => g.Code, g => g.Consensus.Mean!.Value),
            disputed.Consensus?.Spread, disputed.Consensus?.Spread > 0 ? disputed.Code : null,
            Sum(spends.Where(s => s.Quarter is not null)), Sum(spends.Where(s => s.Quarter is null)));
    }

    private static Euro Sum(IEnumerable<VariantSpend> spends) => spends.Aggregate(Euro.Zero, (sum, spend) => sum + spend.Amount);

    private static List<WeighingLine> Sorted(IEnumerable<WeighingLine> lines, string order)
    {
        Func<WeighingLine, IComparable?> key = order.TrimStart('-') switch
        {
            "naam" => line => line.Name,
            "totaal" => line => line.Total,
            "spreiding" => line => line.Spread,
            "kosten" => line => line.Cost.Cents,
            "beoordelaars" => line => line.Assessors,
            _ => line => line.Number,
        };
        var sorted = order.StartsWith('-') ? lines.OrderByDescending(key) : lines.OrderBy(key);
        return [.. sorted.ThenBy(line => line.Number, StringComparer.Ordinal)];
    }
}
