using Koers.App.Accounts;
using Koers.App.Requests;

namespace Koers.Web.Site.Administration;

/// <summary>Something that ends a part of an account, and is asked about first.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Question">What goes, and what stays.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Done">What is said afterwards.</param>
/// <param name="Take">Does it; gives a password where one was made.</param>
internal sealed record AccountStep(
    string Name, Text Title, Text Question, Text Button, Text Done, Func<AccountRegister, Actor, Guid, CancellationToken, Task<string?>> Take)
{
    public static IReadOnlyList<AccountStep> All { get; } =
    [
        new(
            "sluiten",
            new("account sluiten", "close the account"),
            new("Wie dit account heeft wordt meteen afgemeld en komt er niet meer in. Wat die deed blijft staan, en het account kan weer open.",
                "Whose account this is is signed out at once and cannot come in. What they did stays, and the account can be opened again."),
            new("Sluiten", "Close"),
            new("Het account is gesloten.", "The account is closed."),
            async (register, actor, id, cancellation) =>
            {
                await register.Close(actor, id, cancellation);
                return null;
            }),
        new(
            "wachtwoord",
            new("nieuw wachtwoord", "new password"),
            new("Het oude wachtwoord, de tweede stap, de toegangssleutels en alle sessies vervallen. Koers maakt een nieuw wachtwoord en toont het eenmalig.",
                "The old password, the second step, the passkeys and all sessions go. Koers makes a new password and shows it once."),
            new("Nieuw wachtwoord maken", "Make a new password"),
            new("Er is een nieuw wachtwoord.", "There is a new password."),
            async (register, actor, id, cancellation) => (await register.ResetPassword(actor, id, cancellation)).Password),
        new(
            "anonimiseren",
            new("anonimiseren", "anonymise"),
            new("Naam, afdeling, rollen en alles om mee aan te melden gaan weg, voorgoed. Wat dit account deed blijft in het auditspoor, zonder dat te zien is van wie het was.",
                "Name, department, roles and all to sign in with go, for ever. What this account did stays in the audit trail, without showing whose it was."),
            new("Anonimiseren", "Anonymise"),
            new("Het account is geanonimiseerd.", "The account was anonymised."),
            async (register, actor, id, cancellation) =>
            {
                await register.Anonymise(actor, id, cancellation);
                return null;
            }),
    ];
}
