using Koers.App.Runs;

namespace Koers.App.Exchange.Plans;

/// <summary>Which problem is meant: that of a run, as it is kept; or that of a scenario or of frames, as the register is now.</summary>
public sealed record ProblemChosen
{
    /// <summary>Number of the run; null = not that of a run.</summary>
    public int? Run { get; init; }

    /// <summary>Id of the scenario; null = not that of a scenario.</summary>
    public Guid? Scenario { get; init; }

    /// <summary>Which frames, where there is no run and no scenario; null = those in force, or the draft where none were adopted.</summary>
    public FramesAsked? Frames { get; init; }
}
