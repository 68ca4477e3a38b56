using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.Domain.Audit;

namespace Koers.App.Demo;

/// <summary>What happened in the past of the demo, gathered in any order and chained in the order of time.</summary>
internal sealed class DemoTrail
{
    /// <summary>The first line of a register that is a demo.</summary>
    public const string FirstAction = "demo.maken";

    private const string Origin = "koers demo";

    private readonly List<(DateTimeOffset At, string Actor, Happening What)> _lines = [];

    public void Add(DateTimeOffset at, Account? by, string action, string target, JsonObject? before = null, JsonObject? after = null)
    {
        var changes = Changes.Between(before, after);
        _lines.Add((at, by is null ? "koers" : $"account/{by.Id}", new Happening(action, target, changes.Before, changes.After)));
    }

    /// <summary>The lines, each with the hash of the one before.</summary>
    public IReadOnlyList<AuditEntry> Chained()
    {
        var chain = new List<AuditEntry>(_lines.Count);
        // Ordering is stable: what happened at one moment stays in the order in which it was said
        foreach (var (at, actor, what) in _lines.OrderBy(line => line.At))
            chain.Add(new AuditEntry(
                chain.Count + 1, at, actor, what.Action, what.Target, what.Before, what.After, Origin, what.Result,
                chain.Count > 0 ? chain[^1].Hash : "", "").Sealed());
        return chain;
    }
}
