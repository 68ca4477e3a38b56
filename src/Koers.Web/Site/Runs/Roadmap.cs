using System.Globalization;
using Koers.App.Runs.Results;

namespace Koers.Web.Site.Runs;

/// <summary>One line of a roadmap: an initiative, or the name of a group.</summary>
/// <param name="Group">Name of the group; null for an initiative.</param>
/// <param name="Initiative">The initiative; null for the name of a group.</param>
public sealed record RoadmapRow(string? Group, PlannedInitiative? Initiative);

/// <summary>Where everything is in a roadmap: quarters are columns, initiatives are rows.</summary>
public sealed class Roadmap
{
    private const int Wide = 56;
    private const int Narrow = 44;
    private const int FewQuarters = 16;

    /// <summary>Height of a row; the same in the styles.</summary>
    public const int RowHeight = 28;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly PlanPicture _plan;

    /// <summary>Lays out a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="group">The name of the group of an initiative.</param>
    public Roadmap(PlanPicture plan, Func<PlannedInitiative, string> group)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        var rows = new List<RoadmapRow>();
        foreach (var same in plan.Chosen.GroupBy(group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            rows.Add(new RoadmapRow(same.Key, null));
            foreach (var initiative in same.OrderBy(i => i.Start).ThenBy(i => i.Finish).ThenBy(i => i.Name, StringComparer.Ordinal))
            {
                _places[initiative.Number] = rows.Count;
                rows.Add(new RoadmapRow(null, initiative));
            }
        }

        Rows = rows;
    }

    /// <summary>All rows, in order.</summary>
    public IReadOnlyList<RoadmapRow> Rows { get; }

    /// <summary>Width of a quarter: four years fit beside the names.</summary>
    public int Cell => Quarters <= FewQuarters ? Wide : Narrow;

    /// <summary>Number of quarters.</summary>
    public int Quarters => _plan.Calendar.Quarters;

    /// <summary>Width of all quarters.</summary>
    public int Width => Quarters * Cell;

    /// <summary>Height of all rows.</summary>
    public int Height => Rows.Count * RowHeight;

    /// <summary>Where the bar of an initiative begins.</summary>
    /// <param name="initiative">The initiative.</param>
    public int Left(PlannedInitiative initiative) => (Math.Max(0, initiative?.Start ?? 0) * Cell) + 2;

    /// <summary>How long the bar of an initiative is.</summary>
    /// <param name="initiative">The initiative.</param>
    public int Length(PlannedInitiative initiative)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return Math.Max(6, ((Math.Min(Quarters, initiative.Finish) - Math.Max(0, initiative.Start)) * Cell) - 4);
    }

    /// <summary>Lines from what comes first to what waits for it.</summary>
    public IEnumerable<string> Lines()
    {
        var chosen = _plan.Chosen.ToDictionary(i => i.Number, StringComparer.Ordinal);
        foreach (var link in _plan.Links)
        {
            var (before, after) = (chosen[link.Before], chosen[link.After]);
            var (x1, y1) = (Left(before) + Length(before), (_places[link.Before] * RowHeight) + (RowHeight / 2));
            var (x2, y2) = (Left(after), (_places[link.After] * RowHeight) + (RowHeight / 2));
            // Down beside the one, then into the other; where they overlap the line goes back below the row
            yield return x2 - x1 >= 8
                ? string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}H{x1 + 4}V{y2}H{x2 - 1}")
                : string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}H{x1 + 4}V{y2 + (y2 > y1 ? -RowHeight / 2 : RowHeight / 2)}H{x2 - 6}V{y2}H{x2 - 1}");
        }
    }
}
