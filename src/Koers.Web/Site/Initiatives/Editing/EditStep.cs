using Koers.App.Requests;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>One step of writing down an initiative, in the order of a business case. Each is saved by itself, so that two people can work on two
/// of them.</summary>
/// <param name="Path">How addresses name it.</param>
/// <param name="Title">What it is called.</param>
public sealed record EditStep(string Path, Text Title)
{
    /// <summary>What it is and for what.</summary>
    public static EditStep Story { get; } = new("verhaal", new Text("Het verhaal", "The story"));

    /// <summary>Who wants it, who does it, who helps.</summary>
    public static EditStep People { get; } = new("mensen", new Text("Opdrachtgevers en partners", "Sponsors and partners"));

    /// <summary>The ways to do it: money, people, effects.</summary>
    public static EditStep Variants { get; } = new("varianten", new Text("Varianten", "Variants"));

    /// <summary>What lies elsewhere, and labels.</summary>
    public static EditStep Papers { get; } = new("stukken", new Text("Documenten en labels", "Documents and labels"));

    /// <summary>All, in order.</summary>
    public static IReadOnlyList<EditStep> All { get; } = [Story, People, Variants, Papers];

    /// <summary>The step after this one; null after the last.</summary>
    public EditStep? Next => All.SkipWhile(step => step != this).Skip(1).FirstOrDefault();

    /// <summary>The step of an address; the first where there is no such step.</summary>
    /// <param name="path">As the address has it.</param>
    public static EditStep Of(string? path) => All.FirstOrDefault(step => step.Path == path) ?? Story;
}
