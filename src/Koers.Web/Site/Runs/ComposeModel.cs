using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Scenarios;

namespace Koers.Web.Site.Runs;

/// <summary>Scenarios and runs at a glance.</summary>
/// <param name="Columns">Scenarios side by side.</param>
/// <param name="Runs">Runs, the last first.</param>
/// <param name="Names">Names of scenarios by id.</param>
/// <param name="MayAsk">Whether who looks may ask for runs.</param>
/// <param name="MayMake">Whether who looks may make scenarios.</param>
public sealed record ComposeModel(
    IReadOnlyList<ScenarioColumn> Columns, Page<RunView> Runs, IReadOnlyDictionary<Guid, string> Names, bool MayAsk, bool MayMake)
{
    /// <summary>Codes and names of all goals that a plan has, in order.</summary>
    public IReadOnlyList<(string Code, string Name)> Goals =>
        [.. Columns.Where(c => c.Plan is not null).SelectMany(c => c.Plan!.Goals).Select(g => (g.Code, g.Name)).DistinctBy(g => g.Code)];
}
