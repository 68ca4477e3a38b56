using Koers.App.Agreements;
using Koers.App.Frames;
using Koers.App.Goals;

namespace Koers.Web.Site.Course;

/// <summary>What the municipality wants, within which limits, and how full those are.</summary>
public sealed record OverviewModel
{
    /// <summary>The frames in force; null where nothing was adopted yet.</summary>
    public AdoptedView? Adopted { get; init; }

    /// <summary>Who adopted them; null where that account is gone.</summary>
    public string? AdoptedBy { get; init; }

    /// <summary>The goals in force with their shares.</summary>
    public IReadOnlyList<GoalShare> Goals { get; init; } = [];

    /// <summary>Each frame in force with what it measures.</summary>
    public IReadOnlyList<OverviewFrame> Frames { get; init; } = [];

    /// <summary>What the agreement in force measures and uses; null where there is none.</summary>
    public AgreedUse? Use { get; init; }

    /// <summary>In how many points the draft differs; null where who looks may not see it, or nothing was adopted.</summary>
    public int? DraftChanges { get; init; }

    /// <summary>Whether who looks sees the draft.</summary>
    public required bool SeesDraft { get; init; }

    /// <summary>Whether who looks may write in the draft.</summary>
    public bool WritesDraft { get; init; }
}

/// <summary>A frame in force.</summary>
/// <param name="Line">Its sentence.</param>
/// <param name="Use">What it measures; null where there is no agreement, or the frame is younger.</param>
/// <param name="IsChanged">Whether its bounds were others when the agreement was planned.</param>
public sealed record OverviewFrame(FrameLine Line, FrameUse? Use, bool IsChanged);
