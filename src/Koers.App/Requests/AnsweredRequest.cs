namespace Koers.App.Requests;

/// <summary>A request that was answered, kept for a day: who sends the same again with the same key gets the same answer, and nothing is done
/// twice.</summary>
public sealed class AnsweredRequest
{
    /// <summary>Whose key it is: an account or client.</summary>
    public required string Actor { get; init; }

    /// <summary>The key that came with it.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body, in hexadecimals: the same key with something else is a mistake.</summary>
    public required string Request { get; init; }

    /// <summary>Status of the answer; 0 as long as it is being worked on.</summary>
    public int Status { get; set; }

    /// <summary>Headers of the answer that matter (Location, ETag), in JSON.</summary>
    public string Headers { get; set; } = "{}";

    /// <summary>The answer itself.</summary>
    public string Body { get; set; } = "";

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }
}
