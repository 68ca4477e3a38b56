using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;

namespace Koers.App.Means;

/// <summary>Budgets and capacity pools of the draft as their registers show them, remembered as long as the register says the same: reading the
/// quarters of a dozen pools takes a processor some ten milliseconds.</summary>
/// <param name="budgets">Reads budgets.</param>
/// <param name="pools">Reads capacity pools.</param>
/// <param name="memory">What is remembered.</param>
/// <param name="context">The register.</param>
public sealed class RememberedMeans(BudgetRegister budgets, CapacityPoolRegister pools, RegisterMemory memory, RegisterContext context)
{
    /// <summary>All budgets, in order.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    public async Task<IReadOnlyList<BudgetView>> Budgets(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return await (await memory.Now(context, cancellation)).Made("middelen/budgetten", () => budgets.ListAll(actor, cancellation));
    }

    /// <summary>All capacity pools, in order.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    public async Task<IReadOnlyList<CapacityPoolView>> Pools(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return await (await memory.Now(context, cancellation)).Made("middelen/capaciteit", () => pools.ListAll(actor, cancellation));
    }
}
