using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Runs;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Runs;

public class RunRightsTests
{
    [Theory]
    // Who:                               ask    stop   sees all  sees adopted  adopts  sees agreements
    [InlineData(Role.PortfolioManager, true, true, true, true, false, true)]
    [InlineData(Role.Executive, true, false, true, true, true, true)]
    [InlineData(Role.Proposer, false, false, true, true, false, true)]
    [InlineData(Role.Assessor, false, false, true, true, false, true)]
    [InlineData(Role.DepartmentHead, false, false, true, true, false, true)]
    [InlineData(Role.Lead, false, false, true, true, false, true)]
    [InlineData(Role.Controller, false, false, true, true, false, true)]
    [InlineData(Role.Reader, false, false, false, true, false, true)]
    [InlineData(Role.Administrator, false, false, true, true, false, true)]
    public void Who_may_do_what(Role role, bool ask, bool stop, bool seesAll, bool seesAdopted, bool adopts, bool seesAgreements)
    {
        var actor = new Actor(Guid.NewGuid(), "account/1", [new Grant(role)], null);
        Assert.Equal(
            (ask, stop, seesAll, seesAdopted, adopts, seesAgreements),
            (RunRights.MayAsk(actor), RunRights.MayStop(actor), RunRights.SeesAll(actor), RunRights.SeesAdopted(actor), AgreementRights.MayAdopt(actor),
                AgreementRights.MaySee(actor)));
    }

    [Fact]
    public void A_role_for_one_department_neither_plans_nor_adopts_for_all()
    {
        var actor = new Actor(Guid.NewGuid(), "account/1", [new Grant(Role.PortfolioManager, Guid.NewGuid()), new Grant(Role.Executive, Guid.NewGuid())], null);
        Assert.False(RunRights.MayAsk(actor) || RunRights.MayStop(actor) || AgreementRights.MayAdopt(actor));
    }
}
