using Koers.App.Requests;

namespace Koers.Web.Site.Frames;

/// <summary>What a frame would say.</summary>
/// <param name="Sentence">The sentence; null as long as something is missing.</param>
public sealed record SentenceModel(Text? Sentence);
