using Koers.App.Accounts;
using Koers.App.Organisation;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.OwnAccount;

/// <summary>The own account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Codes">Names of departments.</param>
/// <param name="Passkeys">Passkeys.</param>
/// <param name="Sessions">When the sessions began that still hold.</param>
/// <param name="PasswordForm">A new password.</param>
public sealed record OwnAccountModel(
    AccountView Account, CodeBook Codes, IReadOnlyList<KnownPasskey> Passkeys, IReadOnlyList<DateTimeOffset> Sessions, FormData PasswordForm);

/// <summary>The second step of the own account.</summary>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="Proposal">The secret that is to be confirmed; null where none was asked for.</param>
/// <param name="RecoveryCodes">Codes, shown this once; null where there are none to show.</param>
/// <param name="Form">A code.</param>
public sealed record SecondStepModel(bool IsOn, SecondStepProposal? Proposal, string? RecoveryCodes, FormData Form);
