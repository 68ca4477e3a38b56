using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

// What has been read so far, with the defaults of the format. What was missing or unreadable keeps a harmless value; its fault is
// reported, and no problem comes out.

internal sealed class HorizonDraft
{
    public DateOnly Start { get; set; }
    public int Periods { get; set; } = 1;
    public int PeriodsPerYear { get; set; } = 1;

    public Horizon Build() => new(Start, Periods, PeriodsPerYear);
}

internal sealed class ValueDraft
{
    public double DiscountPerYear { get; set; }
    public int TailPeriods { get; set; }
    public bool Normalise { get; set; } = true;

    public ValueSettings Build() => new(DiscountPerYear, TailPeriods, Normalise);
}

internal sealed class GoalDraft
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public double Weight { get; set; }
    public double? Cap { get; set; }

    public Goal Build() => new(new(Id), Name ?? Id, Weight, Cap);
}

internal sealed class BudgetDraft
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public double[] PerYear { get; set; } = [];
    public bool CarryOver { get; set; }

    public Budget Build() => new(new(Id), Name ?? Id, PerYear, CarryOver);
}

internal sealed class CapacityDraft
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public double[] PerPeriod { get; set; } = [];
    public double Reserve { get; set; }
    public HireDraft? Hire { get; set; }

    public Capacity Build() => new(new(Id), Name ?? Id, PerPeriod, Reserve, Hire?.Build());
}

internal sealed class HireDraft
{
    public double MaxPerPeriod { get; set; }
    public double Price { get; set; }
    public string Budget { get; set; } = "";

    public Hire Build() => new(MaxPerPeriod, Price, new(Budget));
}

internal sealed class ChoiceDraft
{
    public string Initiative { get; set; } = "";
    public string Variant { get; set; } = "";
    public int Start { get; set; }

    public Choice Build() => new(new(Initiative), new(Variant), Start);
}

internal sealed class ReferenceDraft
{
    public List<ChoiceDraft> Plan { get; } = [];
    public double DropPenalty { get; set; }
    public double AddPenalty { get; set; }
    public double ShiftPenalty { get; set; }
    public double VariantPenalty { get; set; }

    public ReferencePlan Build() =>
        new([.. Plan.Select(c => c.Build())], DropPenalty, AddPenalty, ShiftPenalty, VariantPenalty);
}

internal sealed class ProblemDraft
{
    public string Format { get; set; } = "";
    public string Name { get; set; } = "";
    public HorizonDraft Horizon { get; } = new();
    public ValueDraft Value { get; } = new();
    public List<GoalDraft> Goals { get; } = [];
    public List<BudgetDraft> Budgets { get; } = [];
    public List<CapacityDraft> Capacities { get; } = [];
    public List<InitiativeDraft> Initiatives { get; } = [];
    public List<RelationDraft> Relations { get; } = [];
    public List<FrameDraft> Frames { get; } = [];
    public ReferenceDraft? Reference { get; set; }
    public AnalysisDraft Analysis { get; } = new();

    public Problem Build() => new(
        Name,
        Horizon.Build(),
        Value.Build(),
        [.. Goals.Select(g => g.Build())],
        [.. Budgets.Select(b => b.Build())],
        [.. Capacities.Select(c => c.Build())],
        [.. Initiatives.Select(i => i.Build(Horizon.Periods))],
        [.. Relations.Select(r => r.Build())],
        [.. Frames.Select(f => f.Build())],
        Reference?.Build())
    {
        Analysis = Analysis.Build(),
    };
}
