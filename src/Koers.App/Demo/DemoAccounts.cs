using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Koers.App.Demo;

/// <summary>Accounts of the demo. Every employee is a proposer; the executive, the reader and the administrator are not.</summary>
internal static class DemoAccounts
{
    private static readonly Role[] NoProposers = [Role.Executive, Role.Reader, Role.Administrator, Role.Proposer];

    public static Account Make(RegisterContext context, AccountData said, Guid? department, DateTimeOffset at, int place)
    {
        var address = said.UserName + "@lindewaard.example";
        var account = new Account
        {
            Id = DemoTime.Id("account/" + said.UserName, at, place),
            UserName = said.UserName,
            NormalizedUserName = said.UserName.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            EmailConfirmed = true,
            DisplayName = said.Name,
            DepartmentId = department,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            ConcurrencyStamp = DemoTime.Id("stempel/" + said.UserName, at).ToString(),
            MadeAt = at,
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, DemoMunicipality.Password);
        context.Users.Add(account);
        Grant(context, account, said.Role, said.Role == Role.DepartmentHead ? department : null, at);
        if (!NoProposers.Contains(said.Role))
            Grant(context, account, Role.Proposer, null, at);
        return account;
    }

    private static void Grant(RegisterContext context, Account account, Role role, Guid? department, DateTimeOffset at) =>
        context.RoleGrants.Add(new RoleGrant
        {
            Id = DemoTime.Id($"rol/{account.UserName}/{role}", at),
            AccountId = account.Id,
            Role = role,
            DepartmentId = department,
        });
}
