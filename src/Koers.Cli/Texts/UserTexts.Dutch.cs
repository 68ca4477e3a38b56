namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers user</c>.</summary>
internal static class DutchUser
{
    public static UserTexts Texts { get; } = new()
    {
        User = "Beheer de accounts van het register.",
        Add = "Maak een account met een rol; zo ontstaat ook de eerste beheerder.",
        List = "Toon alle rechten van alle accounts en API-clients.",
        Close = "Sluit een account: zijn sessies eindigen meteen, wat het deed blijft.",
        ResetPassword = "Geef een account een nieuw wachtwoord, eenmalig getoond; tweede stap, toegangssleutels, sessies en blokkade vervallen.",
        Name = "De naam waarmee het account zich aanmeldt.",
        Role = "De rol: {0}.",
        RoleValue = "rol",
        BadRole = "{0}: “{1}” is geen rol; kies uit {2}",
        Department = "Code van de afdeling van het account; de rollen portfoliomanager, indiener, beoordelaar, afdelingshoofd en projectleider "
            + "gelden dan voor die afdeling.",
        DepartmentValue = "afdeling",
        DisplayName = "Hoe anderen zien wie het is. Standaard de naam.",
        DisplayNameValue = "tekst",
        PasswordStdin = "Lees het wachtwoord van de standaardinvoer (één regel); anders wordt er een gemaakt en eenmalig getoond.",
        Json = "Schrijf JSON.",
        Csv = "Schrijf een tabel met puntkomma's, zoals Excel die hier leest.",
        JsonOrCsv = "--json en --csv: kies een van beide",
        Added = "Account {0} is gemaakt met de rol {1}.",
        Closed = "Account {0} is gesloten.",
        PasswordReset = "Account {0} heeft een nieuw wachtwoord.",
        Password = "Wachtwoord (wordt niet nog eens getoond): {0}",
        NoSuchAccount = "{0}: er is geen account met deze naam",
        NoAccounts = "Er zijn nog geen accounts; maak de eerste beheerder met koers user add NAAM --role beheerder",
        NoRole = "geen rol",
        ClosedMark = "gesloten",
        LastSignIn = "laatst aangemeld {0}",
        ExampleAdd = "maak de eerste beheerder; het wachtwoord wordt eenmalig getoond",
        ExampleAddStdin = "een afdelingshoofd, met het wachtwoord uit een bestand",
        ExampleList = "alle rechten, voor de jaarlijkse controle",
    };
}
