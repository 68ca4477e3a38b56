namespace Koers.Domain.Frames;

/// <summary>How people call what frames refer to.</summary>
/// <param name="Things">Names of goals, budgets and pools, by id.</param>
/// <param name="Departments">Names of departments, by code.</param>
/// <param name="Programmes">Names of programmes, by code.</param>
public sealed record FrameNames(
    IReadOnlyDictionary<Guid, string> Things, IReadOnlyDictionary<string, string> Departments, IReadOnlyDictionary<string, string> Programmes)
{
    /// <summary>The name of a goal, budget or pool; "?" where it is not there.</summary>
    /// <param name="id">Its id.</param>
    public string Of(Guid? id) => id is { } known && Things.TryGetValue(known, out var name) ? name : "?";
}
