using System.Text.RegularExpressions;

namespace Koers.Web.Tests.Site.Course;

/// <summary>What a browser would send of a form that nobody typed in.</summary>
internal static class PageFields
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    /// <summary>The fields of the form that goes to an address, with other texts in some.</summary>
    public static (string Name, string Text)[] Filled(this SeenPage page, string action, params (string Name, string Text)[] typed)
    {
        var form = Regex.Match(page.Html, $"<form[^>]*action=\"{Regex.Escape(action)}\".*?</form>", RegexOptions.Singleline, Long).Value;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Regex.Matches(form, "<input[^>]*>", RegexOptions.None, Long))
            if (Attribute(input.Value, "name") is { } name && name != "_formulier"
                && (Attribute(input.Value, "type") != "checkbox" || input.Value.Contains(" checked", StringComparison.Ordinal)))
                fields[name] = Attribute(input.Value, "value") ?? "";
        foreach (Match select in Regex.Matches(form, "<select[^>]*>.*?</select>", RegexOptions.Singleline, Long))
            fields[Attribute(select.Value, "name")!] = Attribute(Regex.Match(select.Value, "<option[^>]* selected[^>]*>", RegexOptions.None, Long).Value, "value") ?? "";
        foreach (Match area in Regex.Matches(form, "<textarea[^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Long))
            fields[Attribute(area.Value, "name")!] = System.Net.WebUtility.HtmlDecode(area.Groups["text"].Value);
        foreach (var (name, text) in typed)
            fields[name] = text;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, Long) is { Success: true } found
            ? System.Net.WebUtility.HtmlDecode(found.Groups[1].Value) : null;
}
