namespace Koers.Planning.Formats;

/// <summary>placeholder</summary>
public static class ProblemValidator { }
