using System.Text.Json.Nodes;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class UserTests
{
    private static readonly Dictionary<string, string> English = new() { ["LC_ALL"] = "en_US.UTF-8" };

    [Fact]
    public void The_first_administrator_gets_a_password_that_is_shown_once_and_kept_nowhere()
    {
        using var folder = new TemporaryFolder();
        var file = Made(folder);
        var added = KoersProcess.Run("user", "add", "beheer", "--role", "beheerder", "--database", file);
        Assert.Equal((0, "Account beheer was made with the role beheerder."), (added.Status, added.Lines[0]));
        var password = added.Lines[1].Split(": ")[1];
        Assert.Matches("^([a-z2-9]{5}-){3}[a-z2-9]{5}$", password);
        foreach (var part in Directory.GetFiles(folder.Name))
            Assert.DoesNotContain(password, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(part)), StringComparison.Ordinal);
        Assert.StartsWith("The audit trail is whole: 1 line.", KoersProcess.Run("audit", "verify", "--database", file).Flat, StringComparison.Ordinal);
        var rights = JsonNode.Parse(KoersProcess.Run("user", "list", "--json", "--database", file).Out)!.AsArray();
        var only = Assert.Single(rights)!;
        Assert.Equal(("beheer", "beheerder", "lokaal"), ((string?)only["naam"], (string?)only["rol"], (string?)only["herkomst"]));
        var csv = KoersProcess.Run("user", "list", "--csv", "--database", file).Out;
        Assert.Contains(";beheer;beheer;beheerder;;lokaal;nee;nee;;\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_comes_by_standard_input_and_must_be_a_good_one()
    {
        using var folder = new TemporaryFolder();
        var file = Made(folder);
        string[] command = ["user", "add", "beheer", "--role", "beheerder", "--password-stdin", "--database", file];
        var poor = KoersProcess.Run(English, "kort\n", command);
        Assert.Equal((2, "--password-stdin: A password has 12 to 200 characters."), (poor.Status, Assert.Single(poor.ErrorLines)));
        Assert.Equal(2, KoersProcess.Run(English, "", command).Status);
        var good = KoersProcess.Run(English, "paarse-fiets-tegen-wind\n", command);
        Assert.Equal((0, "Account beheer was made with the role beheerder."), (good.Status, good.Flat));
        var twice = KoersProcess.Run(English, "paarse-fiets-tegen-wind\n", [.. command, "--language", "nl"]);
        Assert.Equal((2, "NAME: Er is al een account met deze naam."), (twice.Status, Assert.Single(twice.ErrorLines)));
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words_and_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var file = Made(folder);
        Assert.Contains(
            "“koning” is no role", KoersProcess.Run("user", "add", "x", "--role", "koning", "--database", file).ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(2, KoersProcess.Run("user", "add", "x", "--database", file).Status);
        Assert.Contains(
            "Er is geen afdeling “nergens”.",
            KoersProcess.Run("user", "add", "x", "--role", "indiener", "--department", "nergens", "--language", "nl", "--database", file).Error,
            StringComparison.Ordinal);
        Assert.Equal(2, KoersProcess.Run("user", "close", "niemand", "--database", file).Status);
        Assert.Equal(2, KoersProcess.Run("user", "list", "--json", "--csv", "--database", file).Status);
        Assert.StartsWith("There are no accounts yet", KoersProcess.Run("user", "list", "--database", file).Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_closed_but_not_the_last_administrator_who_gets_a_new_password()
    {
        using var folder = new TemporaryFolder();
        var file = Made(folder);
        KoersProcess.Run("user", "add", "beheer", "--role", "beheerder", "--database", file);
        KoersProcess.Run("user", "add", "indiener", "--role", "indiener", "--database", file);
        Assert.Equal(0, KoersProcess.Run("user", "close", "indiener", "--database", file).Status);
        var last = KoersProcess.Run("user", "close", "beheer", "--database", file);
        Assert.Equal(2, last.Status);
        Assert.StartsWith("This is the last administrator", Assert.Single(last.ErrorLines), StringComparison.Ordinal);
        var reset = KoersProcess.Run("user", "reset-password", "beheer", "--database", file);
        Assert.Equal((0, "Account beheer has a new password."), (reset.Status, reset.Lines[0]));
        var list = KoersProcess.Run("user", "list", "--database", file).Lines;
        Assert.Equal(["beheer beheerder lokaal", "indiener indiener lokaal closed"], list.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    private static string Made(TemporaryFolder folder)
    {
        var file = folder["koers.db"];
        Assert.Equal(0, KoersProcess.Run("db", "migrate", "--database", file).Status);
        return file;
    }
}
