using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.App.Tests.Initiatives;

/// <summary>Each of the nine roles × each action × each state × own or of another × own department or another.</summary>
public class InitiativeRightsTests
{
    private static readonly Guid Me = Guid.NewGuid();
    private static readonly Guid Here = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();

    // role: sees all; may propose; may change being written, and after that; scores; reads the trail — for the whole organisation, not own
    private const string Table = """
        PortfolioManager : see propose write change       trail counts
        Executive        : see
        Proposer         : see propose
        Assessor         : see                      score
        DepartmentHead   : see propose write
        Lead             : see
        Controller       : see                            trail
        Reader           :
        Administrator    : see                            trail
        """;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_role_may_what_the_table_says_in_every_state(Role role)
    {
        var may = Table.Split('\n').Select(line => line.Split(':')).Single(parts => parts[0].Trim() == role.ToString())[1]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var whole = new Actor(Me, "account/1", [new Grant(role)], null);
        var (own, other) = (whole with { Grants = [new Grant(role, Here)] }, whole with { Grants = [new Grant(role, Elsewhere)] });
        Assert.Equal(may.Contains("propose"), InitiativeRights.MayPropose(whole));
        Assert.Equal(may.Contains("trail"), AuditRights.MayRead(whole));
        Assert.False(AuditRights.MayRead(own));
        Assert.Equal(may.Contains("counts"), WeighingRights.MaySeeCounts(whole));
        foreach (var state in Enum.GetValues<InitiativeState>())
        {
            var (theirs, mine) = (In(state, Guid.NewGuid()), In(state, Me));
            Assert.Equal(may.Contains("see") || (role == Role.Reader && InitiativeRights.SeenByReaders.Contains(state)), InitiativeRights.MaySee(whole, theirs));
            var isWritten = state is InitiativeState.Idea or InitiativeState.InPreparation;
            var changes = may.Contains("change") || (isWritten && may.Contains("write"));
            Assert.Equal(changes, InitiativeRights.MayChange(whole, theirs));
            Assert.Equal(changes || isWritten, InitiativeRights.MayChange(whole, mine));
            // A role for one department: the head changes in that one only; the portfolio manager is one for all or for none
            Assert.Equal(isWritten && role is Role.DepartmentHead, InitiativeRights.MayChange(own, theirs));
            Assert.False(InitiativeRights.MayChange(other, theirs));
            Assert.Equal(may.Contains("score"), WeighingRights.MayScore(whole, theirs));
            Assert.Equal(may.Contains("score"), WeighingRights.MayScore(own, theirs));
            Assert.False(WeighingRights.MayScore(other, theirs));
            Assert.False(WeighingRights.MayScore(whole with { Id = null }, theirs));
            foreach (var step in InitiativeSteps.All.Where(step => step.From == state))
            {
                Assert.Equal(step.By.Contains(role), InitiativeRights.MayTake(whole, theirs, step));
                Assert.Equal(step.By.Contains(role), InitiativeRights.MayTake(own, theirs, step));
                Assert.Equal(step.By.Contains(role) || step.ByOwner, InitiativeRights.MayTake(whole, mine, step));
                Assert.False(InitiativeRights.MayTake(other, theirs, step));
                Assert.Equal(step.ByOwner, InitiativeRights.MayTake(other, mine, step));
            }
        }
    }

    /// <summary>A mandate is begun and finished by who has it, and by who looks after the department or the whole.</summary>
    [Theory]
    // role, for which department, leads it; may let it begin and finish
    [InlineData(Role.Lead, null, true, true)]
    [InlineData(Role.Lead, null, false, false)]
    [InlineData(Role.Lead, "here", true, true)]
    [InlineData(Role.Lead, "here", false, false)]
    [InlineData(Role.Lead, "elsewhere", true, true)]
    [InlineData(Role.Proposer, null, true, true)]
    [InlineData(Role.Proposer, null, false, false)]
    [InlineData(Role.DepartmentHead, "here", false, true)]
    [InlineData(Role.DepartmentHead, "elsewhere", false, false)]
    [InlineData(Role.PortfolioManager, null, false, true)]
    [InlineData(Role.Executive, null, false, false)]
    [InlineData(Role.Administrator, null, false, false)]
    public void Who_leads_an_initiative_lets_it_begin_and_finish_and_no_initiative_of_another(Role role, string? department, bool leads, bool expected)
    {
        var actor = new Actor(Me, "account/1", [new Grant(role, department switch { "here" => Here, "elsewhere" => Elsewhere, _ => null })], null);
        foreach (var (from, to) in new[] { (InitiativeState.Chosen, InitiativeState.Running), (InitiativeState.Running, InitiativeState.Completed) })
        {
            var initiative = In(from, Guid.NewGuid());
            initiative.LeadId = leads ? Me : Guid.NewGuid();
            Assert.Equal(expected, InitiativeRights.MayTake(actor, initiative, InitiativeSteps.Find(from, to)!));
        }
    }

    private static Initiative In(InitiativeState state, Guid proposer)
    {
        var initiative = new Initiative
        {
            Id = Guid.NewGuid(),
            Number = "2026-0001",
            Name = "Fietsbrug",
            DepartmentId = Here,
            ProposerId = proposer,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        foreach (var to in Path(state))
            initiative.Take(InitiativeSteps.Find(initiative.State, to)!, "reden");
        return initiative;
    }

    /// <summary>The shortest way from an idea.</summary>
    private static InitiativeState[] Path(InitiativeState to)
    {
        var paths = new Dictionary<InitiativeState, InitiativeState[]> { [InitiativeState.Idea] = [] };
        while (!paths.ContainsKey(to))
            foreach (var step in InitiativeSteps.All.Where(step => paths.ContainsKey(step.From)).ToArray())
                paths.TryAdd(step.To, [.. paths[step.From], step.To]);
        return paths[to];
    }
}
