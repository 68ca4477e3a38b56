using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Frames;

/// <summary>The draft beside what was adopted, and the decisions up to now.</summary>
public sealed record AdoptionModel
{
    /// <summary>Decisions to adopt, the last first.</summary>
    public required Page<AdoptedLine> Adopted { get; init; }

    /// <summary>Names of who adopted.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Settings of planning; null where who looks may not see the draft.</summary>
    public SettingsView? Settings { get; init; }

    /// <summary>What the draft changes; null where it is not for who looks, or there is nothing to compare it with.</summary>
    public IReadOnlyList<FrameChange>? Changes { get; init; }

    /// <summary>What stands in the way of adopting the draft.</summary>
    public IReadOnlyList<Text> Obstacles { get; init; } = [];

    /// <summary>The decision that is being written.</summary>
    public required FormData Form { get; init; }

    /// <summary>Whether who looks may adopt.</summary>
    public bool MayAdopt { get; init; }

    /// <summary>Whether who looks may change the settings.</summary>
    public bool MayChangeSettings { get; init; }

    /// <summary>What is in force; null where nothing was adopted.</summary>
    public AdoptedLine? InForce => Adopted.Items.Count > 0 ? Adopted.Items[0] : null;
}

/// <summary>Adopted frames as a whole.</summary>
public sealed record AdoptedModel
{
    /// <summary>The frames.</summary>
    public required AdoptedView Adopted { get; init; }

    /// <summary>Who adopted them; null where that account is gone.</summary>
    public required string? AdoptedBy { get; init; }

    /// <summary>Whether they are in force.</summary>
    public required bool IsInForce { get; init; }

    /// <summary>Its goals with their shares.</summary>
    public required IReadOnlyList<GoalShare> Goals { get; init; }

    /// <summary>What differs from the frames before them; null for the first.</summary>
    public required IReadOnlyList<FrameChange>? Changes { get; init; }
}

/// <summary>Settings that are being changed.</summary>
/// <param name="Form">What stands in the form.</param>
/// <param name="IsFirst">Whether the municipality is set up with them.</param>
public sealed record SettingsModel(FormData Form, bool IsFirst);
