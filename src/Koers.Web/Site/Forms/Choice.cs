namespace Koers.Web.Site.Forms;

/// <summary>One possibility of a field in which people choose.</summary>
/// <param name="Value">As the API has it.</param>
/// <param name="Label">As people read it.</param>
public sealed record Choice(string Value, string Label);
