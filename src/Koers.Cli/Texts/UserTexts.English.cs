namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers user</c>.</summary>
internal static class EnglishUser
{
    public static UserTexts Texts { get; } = new()
    {
        User = "Look after the accounts of the register.",
        Add = "Make an account with a role; the first administrator too is made this way.",
        List = "Show all rights of all accounts and API clients.",
        Close = "Close an account: its sessions end at once, what it did stays.",
        ResetPassword = "Give an account a new password, shown once; second step, passkeys, sessions and lock are taken off.",
        Name = "The name with which the account signs in.",
        Role = "The role: {0}.",
        RoleValue = "role",
        BadRole = "{0}: “{1}” is no role; choose from {2}",
        Department = "Code of the department of the account; the roles portfoliomanager, indiener, beoordelaar, afdelingshoofd and projectleider "
            + "then hold for that department.",
        DepartmentValue = "code",
        DisplayName = "How others see who it is. Default the name.",
        DisplayNameValue = "text",
        PasswordStdin = "Read the password from standard input (one line); else one is made and shown once.",
        Json = "Write JSON.",
        Csv = "Write a table with semicolons, as Excel reads it in Dutch.",
        JsonOrCsv = "--json and --csv: choose one of them",
        Added = "Account {0} was made with the role {1}.",
        Closed = "Account {0} was closed.",
        PasswordReset = "Account {0} has a new password.",
        Password = "Password (not shown again): {0}",
        NoSuchAccount = "{0}: there is no account with this name",
        NoAccounts = "There are no accounts yet; make the first administrator with koers user add NAME --role beheerder",
        NoRole = "no role",
        ClosedMark = "closed",
        LastSignIn = "last signed in {0}",
        ExampleAdd = "make the first administrator; the password is shown once",
        ExampleAddStdin = "a head of department, with the password from a file",
        ExampleList = "all rights, for the yearly review",
    };
}
