namespace Koers.App.Requests;

/// <summary>How many things can be in a list that comes in. Looked at before anything else is, so that what is refused costs nothing; the
/// description of the API says it too.</summary>
/// <param name="count">Most things, 1 ….</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AtMostAttribute(int count) : Attribute
{
    /// <summary>Most things.</summary>
    public int Count { get; } = count;
}
