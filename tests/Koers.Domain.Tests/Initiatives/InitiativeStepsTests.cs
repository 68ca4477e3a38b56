using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.Domain.Tests.Initiatives;

public class InitiativeStepsTests
{
    // P portfoliomanager, E bestuurder, D afdelingshoofd, o own proposer or lead; ! with a reason
    private const string Table = """
        Idea          > InPreparation : P D o
        Idea          > Parked        : P o !
        Idea          > Rejected      : P !
        InPreparation > Idea          : P o
        InPreparation > Submitted     : P D o
        InPreparation > Parked        : P o !
        InPreparation > Rejected      : P !
        Submitted     > InPreparation : P o !
        Submitted     > Weighed       : P
        Submitted     > Parked        : P !
        Submitted     > Rejected      : P E !
        Weighed       > Submitted     : P !
        Weighed       > Chosen        : P E
        Weighed       > Parked        : P E !
        Weighed       > Rejected      : P E !
        Parked        > InPreparation : P o
        Parked        > Weighed       : P
        Parked        > Rejected      : P E !
        Rejected      > Idea          : P !
        Chosen        > Running       : P D o
        Chosen        > Weighed       : P E !
        Chosen        > Parked        : P E !
        Running       > Completed     : P D o
        Running       > Stopped       : P E !
        Stopped       > InPreparation : P !
        """;

    private static readonly Dictionary<string, Role> Letters = new()
    {
        ["P"] = Role.PortfolioManager,
        ["E"] = Role.Executive,
        ["D"] = Role.DepartmentHead,
    };

    [Fact]
    public void Every_state_to_every_state_by_every_role_is_as_the_table_says()
    {
        var expected = Table.Split('\n', StringSplitOptions.TrimEntries).ToDictionary(
            line => line.Split(':')[0].Replace(" ", "", StringComparison.Ordinal),
            line => line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var from in Enum.GetValues<InitiativeState>())
            foreach (var to in Enum.GetValues<InitiativeState>())
            {
                var step = InitiativeSteps.Find(from, to);
                var marks = expected.GetValueOrDefault($"{from}>{to}");
                Assert.Equal(marks is not null, step is not null);
                if (step is null || marks is null)
                    continue;
                foreach (var role in Enum.GetValues<Role>())
                    Assert.True(
                        step.IsFor([role], isOwner: false) == marks.Any(m => Letters.TryGetValue(m, out var may) && may == role),
                        $"{from} > {to} by {role}");
                Assert.Equal(marks.Contains("o"), step.IsFor([Role.Proposer], isOwner: true));
                Assert.Equal(marks.Contains("!"), step.NeedsReason);
            }
    }

    [Fact]
    public void No_step_is_in_the_table_twice() =>
        Assert.Equal(InitiativeSteps.All.Count, InitiativeSteps.All.Select(step => (step.From, step.To)).Distinct().Count());

    [Fact]
    public void From_an_idea_every_state_can_be_reached()
    {
        HashSet<InitiativeState> reached = [InitiativeState.Idea];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var step in InitiativeSteps.All)
                if (reached.Contains(step.From))
                    reached.Add(step.To);
        }

        Assert.Equal(Enum.GetValues<InitiativeState>().Order(), reached.Order());
    }

    [Fact]
    public void A_step_that_takes_something_away_keeps_the_reason_and_one_without_reason_is_refused()
    {
        var initiative = new Initiative
        {
            Id = Guid.NewGuid(),
            Number = "2026-0001",
            Name = "Stationsplein vergroenen",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var reject = InitiativeSteps.Find(InitiativeState.Idea, InitiativeState.Rejected)!;
        Assert.Throws<InvalidOperationException>(() => initiative.Take(reject, "  "));
        Assert.Equal(InitiativeState.Idea, initiative.State);
        initiative.Take(reject, " past niet bij de koers ");
        Assert.Equal((InitiativeState.Rejected, "past niet bij de koers"), (initiative.State, initiative.Reason));
        Assert.Throws<InvalidOperationException>(() => initiative.Take(reject, "nog eens"));
    }
}
