using Koers.Web.Site.Forms;

namespace Koers.Web.Site.SignIn;

/// <summary>The page on which people sign in.</summary>
/// <param name="Form">Name and password, or the code.</param>
/// <param name="Return">Where to go afterwards.</param>
/// <param name="SingleSignOn">The address of single sign-on; null where there is none.</param>
/// <param name="DemoAccounts">Names with which to look around, and whose they are; empty where this is no demo.</param>
/// <param name="DemoPassword">The password of all of them.</param>
public sealed record SignInModel(
    FormData Form, string Return, string? SingleSignOn, IReadOnlyList<(string Name, string Whose)> DemoAccounts, string? DemoPassword);
