using Koers.App.Requests;

namespace Koers.App.Start;

/// <summary>Something that waits for somebody.</summary>
/// <param name="Text">What, as a sentence.</param>
/// <param name="Path">The page on which it is done.</param>
public sealed record WorkItem(Text Text, string Path);
