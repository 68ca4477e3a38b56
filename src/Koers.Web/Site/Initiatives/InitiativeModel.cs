using Koers.App.Initiatives;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives;

/// <summary>One initiative with all that who looks may know of it.</summary>
public sealed record InitiativeModel
{
    /// <summary>What is known.</summary>
    public required InitiativeParts Parts { get; init; }

    /// <summary>The step that was tried and refused, with why.</summary>
    public required FormData StepForm { get; init; }

    /// <summary>A remark that is being written.</summary>
    public required FormData RemarkForm { get; init; }
}
