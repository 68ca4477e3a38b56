using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>The questions about who asks, which come with every request. Each is translated once for each database, not at every request; the
/// answer is read every time, because rights may just have been taken away.</summary>
internal static class CallerQuestions
{
    /// <summary>The client whose token hashes to this; null where there is none.</summary>
    public static Task<ApiClient?> Client(RegisterContext context, string hash, CancellationToken cancellation) => context switch
    {
        SqliteRegister sqlite => Asked<SqliteRegister>.Client(sqlite, hash, cancellation),
        PostgreSqlRegister postgres => Asked<PostgreSqlRegister>.Client(postgres, hash, cancellation),
        _ => throw new NotSupportedException(context.GetType().Name),
    };

    /// <summary>A row for each role of the account of a session, and one without a role for who has none; nothing where it ended or the account
    /// was closed.</summary>
    public static async Task<IReadOnlyList<SessionRow>> Session(RegisterContext context, Guid account, string name, CancellationToken cancellation)
    {
        var rows = context switch
        {
            SqliteRegister sqlite => Asked<SqliteRegister>.Session(sqlite, account, name),
            PostgreSqlRegister postgres => Asked<PostgreSqlRegister>.Session(postgres, account, name),
            _ => throw new NotSupportedException(context.GetType().Name),
        };
        var found = new List<SessionRow>();
        await foreach (var row in rows.WithCancellation(cancellation))
            found.Add(row);
        return found;
    }

    private static class Asked<T> where T : RegisterContext
    {
        public static readonly Func<T, string, CancellationToken, Task<ApiClient?>> Client = EF.CompileAsyncQuery(
            (T context, string hash, CancellationToken _) => context.ApiClients.AsNoTracking().FirstOrDefault(c => c.TokenHash == hash));

        public static readonly Func<T, Guid, string, IAsyncEnumerable<SessionRow>> Session = EF.CompileAsyncQuery((T context, Guid id, string name) =>
            from session in context.UserTokens
            where session.UserId == id && session.LoginProvider == Sessions.Kind && session.Name == name
            join account in context.Users on session.UserId equals account.Id
            where !account.IsClosed
            join grant in context.RoleGrants on account.Id equals grant.AccountId into grants
            from grant in grants.DefaultIfEmpty()
            select new SessionRow(session.Value, account.DisplayName, account.Language, (Role?)grant.Role, grant.DepartmentId));
    }
}

/// <summary>A session with one of the roles of its account.</summary>
/// <param name="Began">When it began, as it is kept.</param>
/// <param name="DisplayName">How others see who it is.</param>
/// <param name="Language">"nl" or "en".</param>
/// <param name="Role">The role; null where the account has none.</param>
/// <param name="DepartmentId">The department for which the role holds; null = the whole organisation.</param>
internal sealed record SessionRow(string? Began, string DisplayName, string Language, Role? Role, Guid? DepartmentId);
