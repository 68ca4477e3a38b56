using System.Globalization;
using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;

namespace Koers.App.Frames;

/// <summary>Frames as <see cref="FrameAdoption"/> shows them, remembered as long as the register says the same: pages ask for the same all day, and
/// making it takes a processor tens of milliseconds.</summary>
/// <param name="adoption">Makes it.</param>
/// <param name="memory">What is remembered.</param>
/// <param name="context">The register.</param>
public sealed class RememberedFrames(FrameAdoption adoption, RegisterMemory memory, RegisterContext context)
{
    /// <inheritdoc cref="FrameAdoption.Show"/>
    public async Task<AdoptedView> Show(Actor actor, int number, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeAdopted);
        return await Made(Name(number), () => adoption.Show(actor, number, cancellation), cancellation);
    }

    /// <inheritdoc cref="FrameAdoption.Difference"/>
    public async Task<IReadOnlyList<FrameChange>> Difference(Actor actor, int? from, int? to, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, from is null || to is null ? FrameAction.SeeDraft : FrameAction.SeeAdopted);
        return await Made($"{Name(from)}-{Name(to)}", () => adoption.Difference(actor, from, to, cancellation), cancellation);
    }

    /// <summary>The version of the draft, and what stands in the way of adopting it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="AgainstRuleException">The municipality was not set up.</exception>
    public async Task<DraftState> Draft(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return await Made(
            "concept",
            async () => new DraftState((await adoption.ShowDraft(actor, cancellation)).Version, await adoption.Obstacles(actor, cancellation)),
            cancellation);
    }

    private async Task<T> Made<T>(string what, Func<Task<T>> make, CancellationToken cancellation) where T : class =>
        await (await memory.Now(context, cancellation)).Made("kaders/" + what, make);

    private static string Name(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "concept";
}

/// <summary>How the draft is.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Obstacles">What stands in the way of adopting it; empty where nothing does.</param>
public sealed record DraftState(int Version, IReadOnlyList<Text> Obstacles);
