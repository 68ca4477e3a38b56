using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Runs;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Agreements;

/// <summary>The answer to an initiative: which agreement chose it or did not, and where it was explained.</summary>
/// <param name="context">The register.</param>
public sealed class InitiativeAnswers(RegisterContext context)
{
    private static readonly InitiativeAnswer Nowhere = new(Agreement: null, IsInIt: false, ExplainRun: null);

    /// <summary>Finds it. The agreement is the last that holds the initiative, else the last there is; the explanation the last that was asked
    /// for and is there.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Of which initiative.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="Requests.NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<InitiativeAnswer> Of(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await VisibleInitiative.Find(context, actor, number, cancellation);
        var found = AgreementRights.MaySee(actor) ? await Agreed(initiative, cancellation) : Nowhere;
        return found with { ExplainRun = await Explained(actor, number, cancellation) };
    }

    /// <summary>The same of an initiative that this actor sees.</summary>
    internal async Task<InitiativeAnswer> Of(Actor actor, Initiative initiative, RememberedRegister now, CancellationToken cancellation)
    {
        var found = AgreementRights.MaySee(actor)
            ? await now.MadeNow($"vastgesteld/{initiative.Number}", () => Agreed(initiative, cancellation))
            : Nowhere;
        // Runs end without a line in the trail
        return found with { ExplainRun = await Explained(actor, initiative.Number, cancellation) };
    }

    private async Task<InitiativeAnswer> Agreed(Initiative initiative, CancellationToken cancellation)
    {
        var agreements = await context.Agreements.Join(context.Runs, a => a.RunId, r => r.Id, (a, r) => new
        {
            Name = new AgreementName(a.Number, a.Name, a.AdoptedAt, r.Number),
            IsInIt = a.Initiatives.Any(line => line.InitiativeId == initiative.Id),
        }).ToListAsync(cancellation);
        var last = agreements.OrderByDescending(a => a.IsInIt).ThenByDescending(a => a.Name.Number).FirstOrDefault();
        return new InitiativeAnswer(last?.Name, last?.IsInIt ?? false, ExplainRun: null);
    }

    private async Task<int?> Explained(Actor actor, string number, CancellationToken cancellation)
    {
        if (!RunRights.SeesAll(actor))
            return null;
        // As the options of a run are written
        var asked = $"\"initiatief\":\"{number}\"";
        return await context.Runs.AsNoTracking().Where(run => run.Kind == RunKind.Explain && run.State == RunState.Done && run.Options.Contains(asked))
            .OrderByDescending(run => run.Number).Select(run => (int?)run.Number).FirstOrDefaultAsync(cancellation);
    }
}

/// <summary>The answer to an initiative.</summary>
/// <param name="Agreement">The agreement that says so; null where there is none yet, or not for this actor.</param>
/// <param name="IsInIt">Whether the initiative is in it.</param>
/// <param name="ExplainRun">Number of the run that explains it; null where nobody asked, or not for this actor.</param>
public sealed record InitiativeAnswer(AgreementName? Agreement, bool IsInIt, int? ExplainRun);

/// <summary>An agreement by name.</summary>
/// <param name="Number">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="AdoptedAt">When it was adopted.</param>
/// <param name="Run">Number of the run whose plan was adopted.</param>
public sealed record AgreementName(int Number, string Name, DateTimeOffset AdoptedAt, int Run);
