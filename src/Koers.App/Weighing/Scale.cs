using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>The scale on which is scored.</summary>
/// <param name="Lowest">Lowest score there is.</param>
/// <param name="Highest">Highest score there is.</param>
public sealed record Scale(double Lowest, double Highest)
{
    /// <summary>Reads it; that of a municipality that set none.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<Scale> Read(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = await context.Settings.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? new PlanningSettings { Municipality = "" };
        return new Scale(settings.LowestScore, settings.HighestScore);
    }
}

/// <summary>How the audit trail names scores.</summary>
internal static class ScoreTargets
{
    /// <summary>What the targets of all scores have in them.</summary>
    public const string Part = "/score/";

    /// <summary>The score on a goal.</summary>
    public static string Of(string number, string goal) => $"initiatief/{number}{Part}{goal}";

    /// <summary>Number of the initiative that a line of the trail is a score of; null where it is something else.</summary>
    public static string? InitiativeOf(string target)
    {
        var at = target.IndexOf(Part, StringComparison.Ordinal);
        return at > 0 && target.StartsWith("initiatief/", StringComparison.Ordinal) ? target["initiatief/".Length..at] : null;
    }
}
