using Koers.App.Accounts;
using Koers.App.Storage;

namespace Koers.Web;

/// <summary>What a server needs to know before it starts.</summary>
public sealed record ServerSettings
{
    /// <summary>Where the register is kept.</summary>
    public required DatabaseAddress Database { get; init; }

    /// <summary>Addresses at which it listens, with a semicolon between them; port 0 = any that is free.</summary>
    public string Addresses { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Addresses of proxies before the server, such as 10.0.0.5 or 10.0.0.0/8: from them, and from nobody else, it believes from which
    /// address and by which scheme a request came.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Threads with which planning runs are done inside the server; null = all processors but one, 0 = none: other machines do them.</summary>
    public int? PlanningThreads { get; init; }

    /// <summary>Whether the log has a line for every request. It costs about as much as a quick answer itself.</summary>
    public bool LogsRequests { get; init; }

    /// <summary>Whether lines of the log are JSON objects, for programs that gather them, and not text for people.</summary>
    public bool LogsJson { get; init; }

    /// <summary>The clock; a real one unless said.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How people and other systems sign in, and how often they may call.</summary>
    public SignInSettings SignIn { get; init; } = new();
}
