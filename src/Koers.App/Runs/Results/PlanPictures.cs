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

/// <summary>Pictures that were worked out before: what a run kept never changes, so that neither does its picture. One for the server.</summary>
public sealed class PlanPictureCache
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<int, PlanPicture> _pictures = new();

    internal PlanPicture? Find(int run) => _pictures.GetValueOrDefault(run);

    internal void Keep(PlanPicture picture)
    {
        if (_pictures.Count >= Most)
            _pictures.Clear();
        _pictures[picture.Run] = picture;
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
        if (cache.Find(number) is { } known)
            return known;
        var problem = await Problem(actor, number, cancellation);
        var result = await list.Result(actor, number, cancellation);
        var plan = RunPlans.PlanOf(run.Kind, result) ?? NoPlan(run.Kind, result);
        var picture = new PlanPictureMaking(problem).Of(number, plan, run.Kind == RunKind.Plan ? plan.Bound : null);
        cache.Keep(picture);
        return picture;
    }

    /// <summary>The problem of a run, as the engine reads it.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="number">Which run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<Problem> Problem(Actor actor, int number, CancellationToken cancellation) =>
        RunPlans.ProblemOf(await list.Problem(actor, number, cancellation));

    /// <summary>The answer of an analysis.</summary>
    /// <typeparam name="T">The record of its kind.</typeparam>
    /// <param name="actor">Who looks.</param>
    /// <param name="number">Which run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, not for this actor to see, or has no result.</exception>
    public async Task<T> Answer<T>(Actor actor, int number, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<T>(await list.Result(actor, number, cancellation), AnswerJson.Options)
        ?? throw new InvalidDataException("A result is never empty.");

    private static Plan NoPlan(RunKind kind, string result)
    {
        if (kind == RunKind.Plan)
            return PlanReader.Read(Encoding.UTF8.GetBytes(result)).Required();
        var plan = JsonSerializer.Deserialize<ReplanAnswer>(result, AnswerJson.Options)!.Plan;
        return new Plan(plan.Status == "infeasible" ? PlanStatus.Infeasible : PlanStatus.Unknown, [], null, null, null, plan.Conflict, 0, "");
    }
}
