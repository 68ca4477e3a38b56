using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>Views of the list of initiatives that somebody keeps for the own account. They say how one looks, not what there is: so they leave no
/// line in the audit trail, and nobody else sees them.</summary>
/// <param name="context">The register.</param>
public sealed class KeptViews(RegisterContext context)
{
    /// <summary>Most views of one account.</summary>
    public const int Most = 30;

    private const int LongestName = 80;
    private const int LongestQuery = 2_000;

    /// <summary>The own views, by name; none for who has no account.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<KeptView>> Own(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await context.ListViews.AsNoTracking().Where(view => view.AccountId == actor.Id).OrderBy(view => view.Name)
            .Select(view => new KeptView(view.Id, view.Name, view.Query)).ToListAsync(cancellation);
    }

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="name">How it is called, at most 80 characters.</param>
    /// <param name="query">What is asked of the list, as an address has it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor has no account.</exception>
    /// <exception cref="InvalidInputException">The name is missing or too long, or there are too many.</exception>
    public async Task Keep(Actor actor, string name, string query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(name);
        if (actor.Id is not { } account)
            throw new NotAllowedException(new Text("Weergaven bewaart wie een account heeft.", "Views are kept by who has an account."));
        var check = new InputCheck();
        check.Line(name, "/naam", LongestName);
        check.Length(query, "/vraag", LongestQuery);
        var there = await context.ListViews.FirstOrDefaultAsync(view => view.AccountId == account && view.Name == name.Trim(), cancellation);
        check.That(
            there is not null || await context.ListViews.CountAsync(view => view.AccountId == account, cancellation) < Most, "/naam",
            $"U hebt al {Most} weergaven; verwijder er eerst een.", $"You have {Most} views already; remove one first.");
        check.Done();
        if (there is null)
            context.ListViews.Add(new ListView { Id = Guid.CreateVersion7(), AccountId = account, Name = name.Trim(), Query = query });
        else
            there.Query = query;
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes an own view away. Another's is not there.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">There is no such view of this account.</exception>
    public async Task Remove(Actor actor, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await context.ListViews.Where(view => view.Id == id && view.AccountId == actor.Id).ExecuteDeleteAsync(cancellation) == 0)
            throw new NotThereException(new Text("Deze weergave is er niet (meer).", "This view is not there (any more)."));
    }
}

/// <summary>A view that somebody kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Query">What is asked of the list, as an address has it.</param>
public sealed record KeptView(Guid Id, string Name, string Query);
