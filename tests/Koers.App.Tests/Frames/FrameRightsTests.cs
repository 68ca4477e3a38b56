using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.App.Tests.Frames;

public class FrameRightsTests
{
    // M portfoliomanager, E bestuurder, P indiener, A beoordelaar, D afdelingshoofd, L projectleider, C controller, R lezer, B beheerder
    private const string Order = "MEPADLCRB";

    [Theory]
    [InlineData(FrameAction.SeeAdopted, "MEPADLCRB")]
    [InlineData(FrameAction.SeeDraft, "MEPADLCB")]
    [InlineData(FrameAction.ChangeOrganisation, "MB")]
    [InlineData(FrameAction.ChangeSettings, "ME")]
    [InlineData(FrameAction.ChangeMeans, "MC")]
    [InlineData(FrameAction.ChangeFrames, "ME")]
    [InlineData(FrameAction.Adopt, "E")]
    [InlineData(FrameAction.ChangeScenarios, "MEC")]
    [InlineData(FrameAction.Promote, "M")]
    public void Each_role_may_do_what_the_table_says_and_nothing_else(FrameAction action, string may)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor(Guid.NewGuid(), "account/x", [new Grant(role)], null);
            var isAllowed = may.Contains(Order[(int)role]);
            Assert.True(isAllowed == FrameRights.May(actor, action), $"{role} {action}");
            if (!isAllowed)
                Assert.Throws<NotAllowedException>(() => FrameRights.Demand(actor, action));
        }
    }

    [Fact]
    public void Every_action_is_in_the_table() => Assert.Equal(Enum.GetValues<FrameAction>().Order(), FrameRights.Table.Keys.Order());

    [Fact]
    public void A_role_for_one_department_does_not_change_what_holds_for_all()
    {
        var actor = new Actor(Guid.NewGuid(), "account/x", [new Grant(Role.PortfolioManager, Guid.NewGuid())], null);
        Assert.True(FrameRights.May(actor, FrameAction.SeeDraft));
        Assert.False(FrameRights.May(actor, FrameAction.ChangeFrames));
    }
}
