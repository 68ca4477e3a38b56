using Koers.App.Planning;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Xunit;

namespace Koers.App.Tests.Planning;

/// <summary>A municipality small enough to reckon by hand: two goals, one budget, one pool, four quarters of 2027.</summary>
public sealed class SmallTown
{
    public static DateOnly Start { get; } = new(2027, 1, 1);

    public Department Department { get; } = new() { Id = Guid.CreateVersion7(), Code = "ruimte", Name = "Ruimte en Wonen" };

    public Goal Wonen { get; } = new() { Id = Guid.CreateVersion7(), Code = "wonen", Name = "Wonen", Weight = 0.75 };

    public Goal Groen { get; } = new() { Id = Guid.CreateVersion7(), Code = "groen", Name = "Groen", Weight = 0.25 };

    public Budget Budget { get; } = new()
    {
        Id = Guid.CreateVersion7(),
        Code = "investering",
        Name = "Investeringen",
        Years = { new BudgetYear { Year = 2027, Amount = Euro.Of(100_000.10m) } },
    };

    public CapacityPool Pool { get; } = new()
    {
        Id = Guid.CreateVersion7(),
        Code = "projectleiders",
        Name = "Projectleiders",
        Quarters = { new CapacityQuarter { Year = 2027, Quarter = 1, Fte = 2 }, new CapacityQuarter { Year = 2027, Quarter = 3, Fte = 1.5 } },
    };

    public PlanningSettings Settings { get; } = new() { Municipality = "Westerkoog", Start = Start, Quarters = 4 };

    public List<Initiative> Initiatives { get; } = [];

    public List<Relation> Relations { get; } = [];

    public FrameContent Content => new() { Settings = Settings, Goals = [Wonen, Groen], Budgets = [Budget], CapacityPools = [Pool] };

    public PlanningSource Source => new()
    {
        Frames = Content,
        Initiatives = Initiatives,
        Relations = Relations,
        Departments = new Dictionary<Guid, string> { [Department.Id] = Department.Code },
    };

    /// <summary>An initiative with one variant of one quarter that costs so much and brings so many points for living.</summary>
    public Initiative With(string number, InitiativeState state, decimal cost = 60_000m, double points = 4)
    {
        var initiative = new Initiative
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Name = $"Initiatief {number}",
            DepartmentId = Department.Id,
            CreatedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
        var basis = new Variant { Id = Guid.CreateVersion7(), Code = "basis", Duration = 1 };
        basis.Spends.Add(new VariantSpend { BudgetId = Budget.Id, Quarter = 0, Amount = Euro.Of(cost) });
        basis.Effects.Add(new VariantEffect { GoalId = Wonen.Id, Points = points });
        initiative.Variants.Add(basis);
        foreach (var step in PathTo(state))
            initiative.Take(step, "zo besloten");
        if (state is InitiativeState.Chosen or InitiativeState.Running)
            (initiative.AgreedVariant, initiative.AgreedStart) = ("basis", Start);
        Initiatives.Add(initiative);
        return initiative;
    }

    public Relation Relate(string code, RelationType type, params Initiative[] members)
    {
        var relation = new Relation { Id = Guid.CreateVersion7(), Code = code, Type = type };
        relation.Members.AddRange(members.Select((member, place) => new RelationMember { Place = place, InitiativeId = member.Id }));
        Relations.Add(relation);
        return relation;
    }

    public async Task Save(RegisterContext context)
    {
        context.AddRange(Department, Wonen, Groen, Budget, Pool, Settings);
        context.AddRange(Initiatives);
        context.AddRange(Relations);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The shortest way through the table of steps.</summary>
    private static InitiativeStep[] PathTo(InitiativeState state)
    {
        var paths = new Queue<InitiativeStep[]>([[]]);
        while (paths.TryDequeue(out var path))
        {
            var at = path.Length == 0 ? InitiativeState.Idea : path[^1].To;
            if (at == state)
                return path;
            foreach (var step in InitiativeSteps.All.Where(step => step.From == at && path.Length < 8))
                paths.Enqueue([.. path, step]);
        }

        throw new ArgumentException($"No way leads to {state}.", nameof(state));
    }
}
