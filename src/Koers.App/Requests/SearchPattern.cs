namespace Koers.App.Requests;

/// <summary>What people type in a search box, as a pattern for the database.</summary>
internal static class SearchPattern
{
    /// <summary>What makes a sign in the pattern an ordinary one.</summary>
    public const string Escape = @"\";

    /// <summary>The pattern that finds a text anywhere, in small letters; signs that mean something in a pattern mean themselves.</summary>
    public static string Anywhere(string text) =>
        $"%{text.ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
