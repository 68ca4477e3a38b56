using Koers.App.Requests;
using Microsoft.AspNetCore.Components;

namespace Koers.Web.Site.Forms;

/// <summary>One field of a form, with its label, its help and what is wrong in it.</summary>
public abstract partial class FieldBase
{
    /// <summary>The form.</summary>
    [Parameter]
    [EditorRequired]
    public required FormData Form { get; set; }

    /// <summary>Which field: a JSON pointer, for example "/naam".</summary>
    [Parameter]
    [EditorRequired]
    public required string Where { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>What to fill in; null where that speaks for itself.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>Whether it must be filled in. Said to people; the use case judges.</summary>
    [Parameter]
    public bool IsNeeded { get; set; }

    /// <summary>Whether the label is for screen readers only, because a table's header says it.</summary>
    [Parameter]
    public bool IsLabelHidden { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Form.Name(Where, Label);
        Id = "veld" + Where.Replace('/', '-');
        Faults = Form.Faults.Count == 0 ? [] : [.. Form.FaultsAt(Where)];
    }

    /// <summary>What stands in it.</summary>
    protected string Value => Form[Where];

    /// <summary>What is wrong in it.</summary>
    protected IReadOnlyList<InputFault> Faults { get; private set; } = [];

    /// <summary>Its id in the page.</summary>
    protected string Id { get; private set; } = "";

    /// <summary>The parts of the page that say more about it; null where there are none.</summary>
    protected string? DescribedBy
    {
        get
        {
            var parts = (Help is null ? "" : Id + "-hulp ") + (Faults.Count == 0 ? "" : Id + "-fout");
            return parts.Length == 0 ? null : parts.Trim();
        }
    }

    /// <summary>"true" where something is wrong in it, for screen readers.</summary>
    protected string? Invalid => Faults.Count > 0 ? "true" : null;
}
