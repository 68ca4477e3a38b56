using Koers.App.Requests;

namespace Koers.App.Accounts;

/// <summary>Guessing is counted with the account, wherever it is tried: at the door, and behind a session that was left open.</summary>
internal static class FailureCount
{
    /// <summary>Counts a wrong answer; the caller saves.</summary>
    /// <returns>Whether the account is locked by it.</returns>
    public static bool Count(Account account, SignInSettings settings, DateTimeOffset now)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount < settings.MostFailures)
            return false;
        (account.AccessFailedCount, account.LockoutEnd) = (0, now + settings.LockTime);
        return true;
    }

    /// <exception cref="AgainstRuleException">The account is locked.</exception>
    public static void RefuseLocked(Account account, DateTimeOffset now)
    {
        if (account.LockoutEnd > now)
            throw new AgainstRuleException(new Text("Te vaak mis; probeer het later weer.", "Failed too often; try again later."));
    }
}
