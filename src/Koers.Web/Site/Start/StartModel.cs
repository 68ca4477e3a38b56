using Koers.App.Start;

namespace Koers.Web.Site.Start;

/// <summary>The first page after signing in.</summary>
/// <param name="Waiting">What waits for who looks.</param>
/// <param name="Result">What the agreed portfolio brings; null where nothing is agreed.</param>
/// <param name="MayPropose">Whether who looks may propose an initiative.</param>
public sealed record StartModel(IReadOnlyList<WorkItem> Waiting, CollectiveResult? Result, bool MayPropose);
