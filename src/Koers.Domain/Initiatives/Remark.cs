namespace Koers.Domain.Initiatives;

/// <summary>What somebody says about an initiative (discussie). Remarks stay; their author can take back the words, not the place.</summary>
public sealed class Remark
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The initiative.</summary>
    public required Guid InitiativeId { get; init; }

    /// <summary>The remark that it answers; null where it begins a thread.</summary>
    public Guid? AnswersId { get; init; }

    /// <summary>Who says it; null where that account is gone.</summary>
    public Guid? AuthorId { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is said; empty where it was taken back.</summary>
    public required string Text { get; set; }
}
