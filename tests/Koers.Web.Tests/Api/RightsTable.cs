using Koers.Domain.Accounts;

namespace Koers.Web.Tests.Api;

/// <summary>Which role may ask what of the API.</summary>
internal static class RightsTable
{
    // portfoliomanager, bestuurder, indiener, beoordelaar, afdelingshoofd, projectleider, concerncontroller, lezer, beheerder: each for the whole
    // organisation, with an initiative of another that was chosen. A reader is let through to a list and finds there what was adopted
    private const string Table = """
        GET    /accounts                                        + + + + + + + - +
        POST   /accounts                                        - - - - - - - - +
        GET    /accounts/{id}                                   - - - - - - + - +
        PUT    /accounts/{id}                                   - - - - - - - - +
        PUT    /accounts/{id}/afsluiting                        - - - - - - - - +
        DELETE /accounts/{id}/afsluiting                        - - - - - - - - +
        POST   /accounts/{id}/anonimisering                     - - - - - - - - +
        POST   /accounts/{id}/wachtwoordherstel                 - - - - - - - - +
        GET    /afdelingen                                      + + + + + + + + +
        POST   /afdelingen                                      + - - - - - - - +
        GET    /afdelingen/{code}                               + + + + + + + + +
        PUT    /afdelingen/{code}                               + - - - - - - - +
        DELETE /afdelingen/{code}                               + - - - - - - - +
        GET    /afweging                                        + + + + + + + - +
        GET    /afweging/te-beoordelen                          - - - + - - - - -
        GET    /api-clients                                     - - - - - - - - +
        POST   /api-clients                                     - - - - - - - - +
        DELETE /api-clients/{id}                                - - - - - - - - +
        GET    /auditregels                                     + - - - - - + - +
        GET    /auditregels/export                              + - - - - - + - +
        GET    /budgetten                                       + + + + + + + - +
        POST   /budgetten                                       + - - - - - + - -
        GET    /budgetten/{code}                                + + + + + + + - +
        PUT    /budgetten/{code}                                + - - - - - + - -
        DELETE /budgetten/{code}                                + - - - - - + - -
        GET    /capaciteitspools                                + + + + + + + - +
        POST   /capaciteitspools                                + - - - - - + - -
        GET    /capaciteitspools/{code}                         + + + + + + + - +
        PUT    /capaciteitspools/{code}                         + - - - - - + - -
        DELETE /capaciteitspools/{code}                         + - - - - - + - -
        GET    /doelen                                          + + + + + + + - +
        POST   /doelen                                          + + - - - - - - -
        GET    /doelen/wegingen                                 + + + + + + + - +
        POST   /doelen/wegingen                                 + + - - - - - - -
        GET    /doelen/{code}                                   + + + + + + + - +
        PUT    /doelen/{code}                                   + + - - - - - - -
        DELETE /doelen/{code}                                   + + - - - - - - -
        GET    /exports/initiatieven                            + + + + + + + + +
        GET    /exports/planning                                + + + + + + + + +
        GET    /huisstijl                                       + + + + + + + + +
        PUT    /huisstijl                                       - - - - - - - - +
        DELETE /huisstijl                                       - - - - - - - - +
        POST   /imports                                         + - - - - - - - -
        POST   /imports/planning                                + + - - - - - - -
        GET    /initiatieven                                    + + + + + + + + +
        POST   /initiatieven                                    + - + - + - - - -
        GET    /initiatieven/dubbelen                           + + + + + + + + +
        GET    /initiatieven/{nummer}                           + + + + + + + + +
        PUT    /initiatieven/{nummer}                           + - - - - - - - -
        GET    /initiatieven/{nummer}/afweging                  + + + + + + + + +
        GET    /initiatieven/{nummer}/dubbelen                  + + + + + + + + +
        GET    /initiatieven/{nummer}/geschiedenis              + + + + + + + - +
        GET    /initiatieven/{nummer}/opmerkingen               + + + + + + + - +
        POST   /initiatieven/{nummer}/opmerkingen               + + + + + + + - +
        DELETE /initiatieven/{nummer}/opmerkingen/{id}          + + + + + + + - +
        GET    /initiatieven/{nummer}/relaties                  + + + + + + + + +
        GET    /initiatieven/{nummer}/scores                    + + + + + + + - +
        PUT    /initiatieven/{nummer}/scores/{doel}             - - - + - - - - -
        DELETE /initiatieven/{nummer}/scores/{doel}             - - - + - - - - -
        GET    /initiatieven/{nummer}/stappen                   + + + + + + + + +
        POST   /initiatieven/{nummer}/stappen                   + - - - + - - - -
        GET    /initiatieven/{nummer}/volledigheid              + + + + + + + + +
        GET    /instellingen                                    + + + + + + + - +
        PUT    /instellingen                                    + + - - - - - - -
        GET    /kaders                                          + + + + + + + - +
        POST   /kaders                                          + + - - - - - - -
        GET    /kaders/concept                                  + + + + + + + - +
        GET    /kaders/concept/probleem                         + + - - - - + - -
        GET    /kaders/vastgesteld/probleem                     + + - - - - + - -
        GET    /kaders/vaststellingen                           + + + + + + + + +
        POST   /kaders/vaststellingen                           - + - - - - - - -
        GET    /kaders/vaststellingen/{nummer}                  + + + + + + + + +
        GET    /kaders/verschillen                              + + + + + + + - +
        GET    /kaders/{code}                                   + + + + + + + - +
        PUT    /kaders/{code}                                   + + - - - - - - -
        DELETE /kaders/{code}                                   + + - - - - - - -
        GET    /mij                                             + + + + + + + + +
        GET    /mij/gegevens                                    + + + + + + + + +
        PUT    /mij/taal                                        + + + + + + + + +
        GET    /mij/toegangssleutels                            + + + + + + + + +
        POST   /mij/toegangssleutels                            + + + + + + + + +
        POST   /mij/toegangssleutels/opties                     + + + + + + + + +
        DELETE /mij/toegangssleutels/{id}                       + + + + + + + + +
        POST   /mij/tweede-stap                                 + + + + + + + + +
        PUT    /mij/tweede-stap                                 + + + + + + + + +
        POST   /mij/tweede-stap/uitzetten                       + + + + + + + + +
        PUT    /mij/wachtwoord                                  + + + + + + + + +
        POST   /plannen                                         + + - - - - - - -
        GET    /planningsruns                                   + + + + + + + + +
        POST   /planningsruns                                   + + - - - - - - -
        GET    /planningsruns/{nummer}                          + + + + + + + + +
        GET    /planningsruns/{nummer}/probleem                 + + + + + + + + +
        GET    /planningsruns/{nummer}/resultaat                + + + + + + + + +
        POST   /planningsruns/{nummer}/stop                     + - - - - - - - -
        GET    /planningsruns/{nummer}/voortgang                + + + + + + + + +
        GET    /portfolioafspraken                              + + + + + + + + +
        POST   /portfolioafspraken                              - + - - - - - - -
        GET    /portfolioafspraken/{nummer}                     + + + + + + + + +
        GET    /programmas                                      + + + + + + + + +
        POST   /programmas                                      + - - - - - - - +
        GET    /programmas/{code}                               + + + + + + + + +
        PUT    /programmas/{code}                               + - - - - - - - +
        DELETE /programmas/{code}                               + - - - - - - - +
        GET    /rechten                                         - - - - - - + - +
        GET    /relaties                                        + + + + + + + + +
        POST   /relaties                                        + - - - - - - - -
        GET    /relaties/{code}                                 + + + + + + + + +
        PUT    /relaties/{code}                                 + - - - - - - - -
        DELETE /relaties/{code}                                 + - - - - - - - -
        GET    /scenarios                                       + + + + + + + - +
        POST   /scenarios                                       + + - - - - + - -
        GET    /scenarios/{id}                                  + + + + + + + - +
        PUT    /scenarios/{id}                                  + + - - - - + - -
        GET    /scenarios/{id}/probleem                         + + - - - - + - -
        POST   /scenarios/{id}/stappen                          + + - - - - + - -
        GET    /scenarios/{id}/verschillen                      + + + + + + + - +
        POST   /sessies                                         + + + + + + + + +
        DELETE /sessies                                         + + + + + + + + +
        POST   /sessies/toegangssleutel                         + + + + + + + + +
        POST   /sessies/toegangssleutel/opties                  + + + + + + + + +
        POST   /sessies/tweede-stap                             + + + + + + + + +
        GET    /taakvelden                                      + + + + + + + + +
        """;

    // What somebody may with a role for one department: with an initiative there, with one of another department, and with one of another department
    // that the same person leads
    private const string Departments = """
        DepartmentHead   change Idea                   + - +
        DepartmentHead   change Submitted              - - -
        DepartmentHead   step Idea > in-voorbereiding  + - +
        DepartmentHead   step Idea > afgewezen         - - -
        DepartmentHead   step Chosen > lopend          + - +
        DepartmentHead   step Chosen > geparkeerd      - - -
        DepartmentHead   score Submitted               - - -
        Assessor         change Idea                   - - +
        Assessor         score Submitted               + - -
        Assessor         step Submitted > gewogen      - - -
        Proposer         change Idea                   - - +
        Proposer         change Submitted              - - -
        Proposer         step Idea > in-voorbereiding  - - +
        Proposer         step Submitted > afgewezen    - - -
        Lead             change Idea                   - - +
        Lead             change Chosen                 - - -
        Lead             step Chosen > lopend          - - +
        Lead             step Chosen > geparkeerd      - - -
        PortfolioManager change Submitted              - - -
        PortfolioManager step Idea > afgewezen         + - -
        PortfolioManager step Submitted > gewogen      + - -
        PortfolioManager step Chosen > lopend          + - +
        """;

    /// <summary>Each operation with a sign for each role, in the order of <see cref="Role"/>.</summary>
    public static IEnumerable<(string Operation, string Signs)> Lines =>
        from words in Rows(Table)
        select ($"{words[0]} {words[1]}", string.Concat(words[2..]));

    /// <summary>Roles for one department, what is asked, and the three signs.</summary>
    public static IEnumerable<(Role Role, string What, string Signs)> InDepartment =>
        from words in Rows(Departments)
        select (Enum.Parse<Role>(words[0]), string.Join(' ', words[1..^3]), string.Concat(words[^3..]));

    private static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
