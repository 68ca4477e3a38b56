using Koers.App.Accounts;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Administration;

/// <summary>The list of accounts.</summary>
/// <param name="Found">Those found.</param>
/// <param name="Search">What was searched for.</param>
/// <param name="Codes">Names of departments.</param>
/// <param name="MayManage">Whether who looks may change accounts.</param>
public sealed record AccountListModel(Page<AccountLine> Found, string Search, CodeBook Codes, bool MayManage);

/// <summary>One account, or one that is being made.</summary>
/// <param name="Account">The account; null for a new one.</param>
/// <param name="Form">What it should be.</param>
/// <param name="Codes">Departments.</param>
/// <param name="Password">A password, shown this once; null where there is none to show.</param>
/// <param name="MayManage">Whether who looks may change it.</param>
public sealed record AccountModel(AccountView? Account, FormData Form, CodeBook Codes, string? Password, bool MayManage);
