using Koers.App.Accounts;
using Koers.Domain.Accounts;
using Koers.Domain.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Storage.Mapping;

/// <summary>Accounts, roles and clients.</summary>
internal static class AccountMapping
{
    public static void Map(ModelBuilder model)
    {
        // The names of the field, not those of the library
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasOne<Department>().WithMany().HasForeignKey(a => a.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.OwnsOne(p => p.Data).ToJson();
        });
        model.Entity<RoleGrant>(grant =>
        {
            grant.HasIndex(g => new { g.AccountId, g.Role, g.DepartmentId }).IsUnique();
            grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
            grant.HasOne<Department>().WithMany().HasForeignKey(g => g.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ListView>(view =>
        {
            view.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
            view.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ApiClient>(client =>
        {
            client.HasIndex(c => c.TokenHash).IsUnique();
            client.PrimitiveCollection(c => c.Scopes).ElementType().HasConversion<string>();
            client.PrimitiveCollection(c => c.Roles).ElementType().HasConversion<string>();
        });
    }
}
