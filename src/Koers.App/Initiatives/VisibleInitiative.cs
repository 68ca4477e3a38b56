using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>Finds an initiative for somebody: what an actor may not see is not there for that actor.</summary>
internal static class VisibleInitiative
{
    /// <summary>Finds it, without its variants and not to be changed.</summary>
    public static Task<Initiative> Find(RegisterContext context, Actor actor, string number, CancellationToken cancellation) =>
        Find(context.Initiatives.AsNoTracking(), actor, number, cancellation);

    /// <summary>Finds it with its variants.</summary>
    public static Task<Initiative> FindWhole(
        RegisterContext context, Actor actor, string number, bool isReadOnly, CancellationToken cancellation) =>
        Find((isReadOnly ? context.Initiatives.AsNoTracking() : context.Initiatives).Include(i => i.Variants).AsSplitQuery(), actor, number, cancellation);

    /// <summary>Finds it with its variants, not to be changed; whether the asker may see it is not looked at.</summary>
    public static Task<Initiative?> WholeOf(RegisterContext context, string number, CancellationToken cancellation) =>
        context.Initiatives.AsNoTracking().Include(i => i.Variants).AsSplitQuery().FirstOrDefaultAsync(i => i.Number == number, cancellation);

    /// <summary>What is said of one that is not there for somebody.</summary>
    public static NotThereException NotThere(string number) => new(new Text($"Er is geen initiatief {number}.", $"There is no initiative {number}."));

    private static async Task<Initiative> Find(IQueryable<Initiative> all, Actor actor, string number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await all.FirstOrDefaultAsync(i => i.Number == number, cancellation);
        return found is not null && InitiativeRights.MaySee(actor, found)
            ? found
            : throw NotThere(number);
    }
}
