using System.Text;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Planning.Formats;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Runs;

/// <summary>Shows runs, and what they keep.</summary>
/// <param name="context">The register.</param>
public sealed class RunList(RegisterContext context)
{
    /// <summary>A page of runs, the last asked first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="kind">Of this kind only; null = all.</param>
    /// <param name="state">In this state only; null = all.</param>
    /// <param name="page">Which part.</param>
    /// <param name="language">"nl" or "en".</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<RunView>> Find(
        Actor actor, RunKind? kind, RunState? state, PageRequest page, string language, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var check = new InputCheck();
        page.Gather(check);
        check.Done();
        var found = SeenBy(actor).Where(r => (kind == null || r.Kind == kind) && (state == null || r.State == state));
        var total = await found.CountAsync(cancellation);
        var lines = await Lines(found.OrderByDescending(r => r.Number).Skip(page.Skip).Take(page.Size)).ToListAsync(cancellation);
        return new Page<RunView>(await Shown(lines, language, cancellation), page.Number, page.Size, total);
    }

    /// <summary>Shows one run.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Its number.</param>
    /// <param name="language">"nl" or "en".</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<RunView> Show(Actor actor, int number, string language, CancellationToken cancellation) =>
        await Shown(await Lines(SeenBy(actor).Where(r => r.Number == number)).ToListAsync(cancellation), language, cancellation) is [var only]
            ? only : throw NotThere(number);

    /// <summary>The problem, exactly as it is kept: a koers-problem/1.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor sees what was adopted only, and the problem holds everything that was proposed.</exception>
    public async Task<string> Problem(Actor actor, int number, CancellationToken cancellation)
    {
        var problem = await SeenBy(actor).Where(r => r.Number == number).Select(r => r.Problem).FirstOrDefaultAsync(cancellation) ?? throw NotThere(number);
        return RunRights.SeesAll(actor) ? problem : throw new NotAllowedException(new Text(
            $"In het probleem van een planningsrun staan ook voorstellen die niet gekozen zijn. Wie meeleest, ziet wat is vastgesteld: het plan, /planningsruns/{number}/resultaat.",
            $"The problem of a planning run holds proposals that were not chosen too. Readers see what was adopted: the plan, /planningsruns/{number}/resultaat."));
    }

    /// <summary>The result, exactly as it is kept: a koers-plan/1 with its proof, or the answer of the analysis. Of a plan that is being made the best
    /// so far, as yet without proof. Who sees what was adopted only, gets of the proof its figures, as a koers-plan/1 too: prices are of rows, and
    /// rows are named after what was not chosen too.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see, or it has no result.</exception>
    public async Task<string> Result(Actor actor, int number, CancellationToken cancellation)
    {
        var run = await SeenBy(actor).Where(r => r.Number == number).Select(r => new { r.Kind, r.Result }).FirstOrDefaultAsync(cancellation);
        var shown = RunRights.SeesAll(actor) ? run?.Result
            : run is not null && RunPlans.PlanOf(run.Kind, run.Result) is { } plan
                ? Encoding.UTF8.GetString(PlanWriter.ToBytes(plan with { Certificate = null, Conflict = [] }))
            : null;
        return shown ?? throw new NotThereException(new Text(
            $"Er is geen planningsrun {number}, of hij heeft (nog) geen resultaat.", $"There is no planning run {number}, or it has no result (yet)."));
    }

    internal static NotThereException NotThere(int number) => new(new Text($"Er is geen planningsrun {number}.", $"There is no planning run {number}."));

    /// <summary>The runs that somebody may see.</summary>
    internal IQueryable<Run> SeenBy(Actor actor)
    {
        var runs = context.Runs.AsNoTracking();
        return RunRights.SeesAll(actor) ? runs
            : RunRights.SeesAdopted(actor) ? runs.Where(r => context.Agreements.Any(a => a.RunId == r.Id))
            : runs.Where(_ => false);
    }

    private async Task<IReadOnlyList<RunView>> Shown(IReadOnlyList<Line> lines, string language, CancellationToken cancellation)
    {
        // Few are worth nothing, so few problems are read
        var worthless = lines.Where(line => line.Value == 0).Select(line => line.Number).ToArray();
        var problems = worthless.Length == 0 ? []
            : await context.Runs.AsNoTracking().Where(r => worthless.Contains(r.Number)).Select(r => new { r.Number, r.Problem }).ToListAsync(cancellation);
        var empty = problems.Where(r => RunPlans.ProblemOf(r.Problem).Initiatives.Count == 0).Select(r => r.Number).ToHashSet();
        return [.. lines.Select(line => line.In(language, hasChoice: !empty.Contains(line.Number)))];
    }

    /// <summary>Without problem and result, which may be large.</summary>
    private IQueryable<Line> Lines(IQueryable<Run> runs) => runs.Select(r => new Line
    {
        Number = r.Number,
        Kind = r.Kind,
        State = r.State,
        Scenario = r.ScenarioId,
        PlanRun = context.Runs.Where(p => p.Id == r.PlanRunId).Select(p => (int?)p.Number).FirstOrDefault(),
        Options = r.Options,
        Value = r.Value,
        Bound = r.Bound,
        Gap = r.Gap,
        Message = r.Message,
        IsStopAsked = r.IsStopAsked,
        Attempts = r.Attempts,
        HasResult = r.Result != null,
        AskedBy = r.AskedById,
        AskedAt = r.AskedAt,
        StartedAt = r.StartedAt,
        EndedAt = r.EndedAt,
    });

    private sealed record Line
    {
        public int Number { get; init; }
        public RunKind Kind { get; init; }
        public RunState State { get; init; }
        public Guid? Scenario { get; init; }
        public int? PlanRun { get; init; }
        public string Options { get; init; } = "";
        public double? Value { get; init; }
        public double? Bound { get; init; }
        public double? Gap { get; init; }
        public string Message { get; init; } = "";
        public bool IsStopAsked { get; init; }
        public int Attempts { get; init; }
        public bool HasResult { get; init; }
        public Guid? AskedBy { get; init; }
        public DateTimeOffset AskedAt { get; init; }
        public DateTimeOffset? StartedAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }

        public RunView In(string language, bool hasChoice) => new()
        {
            Number = Number,
            Kind = Kind,
            State = State,
            Scenario = Scenario,
            PlanRun = PlanRun,
            Options = JsonSerializer.Deserialize<JsonElement>(Options),
            Value = Value,
            Bound = Bound,
            Gap = Gap,
            Proof = (hasChoice ? RunView.ProofOf(Value, Bound) : RunView.NothingToChoose)?.In(language),
            Message = RunMessages.Tell(Message)?.In(language),
            IsStopAsked = IsStopAsked,
            Attempts = Attempts,
            HasResult = HasResult,
            AskedBy = AskedBy,
            AskedAt = AskedAt,
            StartedAt = StartedAt,
            EndedAt = EndedAt,
        };
    }
}
