namespace Koers.Cli.Texts;

/// <summary>What <c>koers user</c> says.</summary>
internal sealed record UserTexts
{
    public required string User { get; init; }
    public required string Add { get; init; }
    public required string List { get; init; }
    public required string Close { get; init; }
    public required string ResetPassword { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }
    public required string RoleValue { get; init; }
    public required string BadRole { get; init; }
    public required string Department { get; init; }
    public required string DepartmentValue { get; init; }
    public required string DisplayName { get; init; }
    public required string DisplayNameValue { get; init; }
    public required string PasswordStdin { get; init; }
    public required string Json { get; init; }
    public required string Csv { get; init; }
    public required string JsonOrCsv { get; init; }
    public required string Added { get; init; }
    public required string Closed { get; init; }
    public required string PasswordReset { get; init; }
    public required string Password { get; init; }
    public required string NoSuchAccount { get; init; }
    public required string NoAccounts { get; init; }
    public required string NoRole { get; init; }
    public required string ClosedMark { get; init; }
    public required string LastSignIn { get; init; }
    public required string ExampleAdd { get; init; }
    public required string ExampleAddStdin { get; init; }
    public required string ExampleList { get; init; }
}
