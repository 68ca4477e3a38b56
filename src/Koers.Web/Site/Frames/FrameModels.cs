using Koers.App.Frames;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.PolicyFields;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Frames;

/// <summary>The frames of the draft.</summary>
/// <param name="Frames">The frames.</param>
/// <param name="MayChange">Whether who looks may change them.</param>
public sealed record FrameListModel(IReadOnlyList<FrameView> Frames, bool MayChange);

/// <summary>Which type of frame is to be added.</summary>
public sealed record FrameTypesModel
{
    /// <summary>The types, in order.</summary>
    public IReadOnlyList<FrameType> Types { get; } = Enum.GetValues<FrameType>();
}

/// <summary>A frame that is being added or changed.</summary>
public sealed record FrameFormModel
{
    /// <summary>What stands in the form.</summary>
    public required FormData Form { get; init; }

    /// <summary>Code of the frame; null for a new one.</summary>
    public required string? Code { get; init; }

    /// <summary>What it limits.</summary>
    public required FrameType Type { get; init; }

    /// <summary>What can be referred to.</summary>
    public required CodeBook Codes { get; init; }

    /// <summary>Areas and phases of initiatives.</summary>
    public required KnownLabels Known { get; init; }

    /// <summary>Policy fields of this year.</summary>
    public required IReadOnlyList<PolicyField> PolicyFields { get; init; }

    /// <summary>Years to choose from.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>What it says; null where that was not asked.</summary>
    public Text? Sentence { get; init; }
}
