using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Runs;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.App.Runs.Results;

/// <summary>Pictures and answers that were read before: what a run kept never changes, so that neither do they. One for the server.</summary>
public sealed class PlanPictureCache
{
    private const int Most = 64;

    // A number is given out again where an older copy of the register was put back; the moment is not
    private readonly ConcurrentDictionary<(int Number, DateTimeOffset AskedAt), PlanPicture> _pictures = new();
    private readonly ConcurrentDictionary<(int Number, DateTimeOffset AskedAt), RunAnswer> _answers = new();

    internal RunAnswer? Answer(RunView run) => _answers.GetValueOrDefault((run.Number, run.AskedAt));

    internal PlanPicture? Picture(RunView run) => _pictures.GetValueOrDefault((run.Number, run.AskedAt));

    internal void Keep(RunView run, RunAnswer answer) => Keep(_answers, run, answer);

    internal void Keep(RunView run, PlanPicture picture) => Keep(_pictures, run, picture);

    private static void Keep<T>(ConcurrentDictionary<(int, DateTimeOffset), T> kept, RunView run, T one)
    {
        if (kept.Count >= Most)
            kept.Clear();
        kept[(run.Number, run.AskedAt)] = one;
    }
}

/// <summary>Looks at what runs found.</summary>
/// <param name="list">The runs, as far as somebody may see them.</param>
/// <param name="cache">Pictures that were worked out before.</param>
public sealed class PlanPictures(RunList list, PlanPictureCache cache)
{
    /// <summary>The plan of a run; null where it is not over, has no result, or is no plan.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="number">Which run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<PlanPicture?> Of(Actor actor, int number, CancellationToken cancellation)
    {
        var run = await list.Show(actor, number, "nl", cancellation);
        if (!run.IsOver || !run.HasResult || run.Kind is not (RunKind.Plan or RunKind.Replan))
            return null;
        if (cache.Picture(run) is { } known)
            return known;
        var problem = await Problem(actor, number, cancellation);
        var result = await list.Result(actor, number, cancellation);
        var plan = RunPlans.PlanOf(run.Kind, result) ?? NoPlan(run.Kind, result);
        var picture = new PlanPictureMaking(problem).Of(number, plan, run.Kind == RunKind.Plan ? plan.Bound : null);
        cache.Keep(run, picture);
        return picture;
    }

    /// <summary>What an analysis answered.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="run">The run, which is over, as this actor was shown it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor sees what was adopted only.</exception>
    /// <exception cref="NotThereException">It is not there, or has no result.</exception>
    public async Task<RunAnswer> Answer(Actor actor, RunView run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (RunRights.SeesAll(actor) && cache.Answer(run) is { } known)
            return known;
        var words = new RuleWords(await Problem(actor, run.Number, cancellation));
        var answer = new RunAnswer(Read(run.Kind, await list.Result(actor, run.Number, cancellation)), words);
        if (run.IsOver)
            cache.Keep(run, answer);
        return answer;
    }

    private async Task<Problem> Problem(Actor actor, int number, CancellationToken cancellation) =>
        RunPlans.ProblemOf(await list.Problem(actor, number, cancellation));

    private static object Read(RunKind kind, string result) => kind switch
    {
        RunKind.Explain => Read<ExplainAnswer>(result),
        RunKind.Prices => Read<PricesAnswer>(result),
        RunKind.Silos => Read<SilosAnswer>(result),
        RunKind.Frontier => Read<FrontierAnswer>(result),
        RunKind.Robust => Read<RobustAnswer>(result),
        RunKind.Risk => Read<RiskAnswer>(result),
        RunKind.Replan => Read<ReplanAnswer>(result),
        RunKind.Compare => Read<ComparisonAnswer>(result),
        _ => Read<RepairAnswer>(result),
    };

    private static T Read<T>(string result) where T : class =>
        JsonSerializer.Deserialize<T>(result, AnswerJson.Options) ?? throw new InvalidDataException("A result is never empty.");

    private static Plan NoPlan(RunKind kind, string result)
    {
        if (kind == RunKind.Plan)
            return PlanReader.Read(Encoding.UTF8.GetBytes(result)).Required();
        var plan = JsonSerializer.Deserialize<ReplanAnswer>(result, AnswerJson.Options)!.Plan;
        return new Plan(plan.Status == "infeasible" ? PlanStatus.Infeasible : PlanStatus.Unknown, [], null, null, null, plan.Conflict, 0, "");
    }
}

/// <summary>What an analysis answered, with the words to say it.</summary>
/// <param name="Answer">The record of its kind.</param>
/// <param name="Words">Says rules and names.</param>
public sealed record RunAnswer(object Answer, RuleWords Words);
