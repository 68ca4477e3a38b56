using Koers.App.Requests;
using Koers.Web.Site.Forms;
using Xunit;

namespace Koers.Web.Tests.Site.Forms;

public class FormMergeTests
{
    [Theory]
    [InlineData("Pompen", "")]
    [InlineData("Pompen en dijken", "Pompen en dijken")]
    public void A_row_that_the_other_took_away_stays_only_where_this_person_worked_in_it(string typed, string expected)
    {
        var begun = Form(("/partners/0/afdeling", "water"), ("/partners/0/bijdrage", "Pompen"));
        var merged = FormMerge.Of(Overtaken(begun.BegunText, ("/partners/0/afdeling", "water"), ("/partners/0/bijdrage", typed)), Form());
        Assert.Equal(expected, merged["/partners/0/bijdrage"]);
    }

    [Theory]
    [InlineData("Pompen", "")]
    [InlineData("Pompen en dijken", "Pompen en dijken")]
    public void A_row_that_this_person_took_away_comes_back_only_where_the_other_worked_in_it(string theirs, string expected)
    {
        var begun = Form(("/partners/0/afdeling", "water"), ("/partners/0/bijdrage", "Pompen"));
        var merged = FormMerge.Of(Overtaken(begun.BegunText), Form(("/partners/0/afdeling", "water"), ("/partners/0/bijdrage", theirs)));
        Assert.Equal(expected, merged["/partners/0/bijdrage"]);
    }

    [Fact]
    public void A_new_title_of_a_document_is_kept_beside_the_new_address_that_this_person_gave_it()
    {
        var begun = Form(("/documenten/0/titel", "Plan"), ("/documenten/0/adres", "https://intranet.example/plan"));
        var merged = FormMerge.Of(
            Overtaken(begun.BegunText, ("/documenten/0/titel", "Plan"), ("/documenten/0/adres", "https://intranet.example/nieuw")),
            Form(("/documenten/0/titel", "Plan van de ander"), ("/documenten/0/adres", "https://intranet.example/plan")));
        Assert.Equal(["Plan", "Plan van de ander"], new[] { 0, 1 }.Select(row => merged[$"/documenten/{row}/titel"]));
        Assert.Contains(merged.Meanwhile, field => field.Theirs == "Plan van de ander");
    }

    [Fact]
    public void A_variant_that_the_other_took_away_while_somebody_worked_in_it_stays_whole_and_is_said_once()
    {
        (string, string)[] variant =
        [
            ("/varianten/0/code", "basis"), ("/varianten/0/geld/0/budget", "incidenteel"), ("/varianten/0/geld/0/totaal", "100"),
            ("/varianten/0/inzet/0/pool", "ict"), ("/varianten/0/inzet/0/steeds", "1,5"),
        ];
        var typed = variant.Select(field => field.Item1.EndsWith("totaal", StringComparison.Ordinal) ? (field.Item1, "200") : field).ToArray();
        var merged = FormMerge.Of(Overtaken(Form(variant).BegunText, typed), Form(("/varianten/0/code", "royaal")));
        Assert.Equal(("basis", "200", "ict", "1,5", "royaal"), (
            merged["/varianten/0/code"], merged["/varianten/0/geld/0/totaal"], merged["/varianten/0/inzet/0/pool"], merged["/varianten/0/inzet/0/steeds"], merged["/varianten/1/code"]));
        Assert.Empty(merged.Meanwhile);
        Assert.Equal(
            [new MeanwhileRow("varianten", "basis", RowChange.RemovedAndKept), new MeanwhileRow("varianten", "royaal", RowChange.Added)], merged.MeanwhileRows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen base64")]
    [InlineData("e30")]
    [InlineData("bnVsbA==")]
    public void Where_nobody_knows_what_a_form_began_with_it_stays_as_it_was_typed(string begun)
    {
        var merged = FormMerge.Of(Overtaken(begun, ("/naam", "Van mij")), Form(("/naam", "Van de ander")));
        Assert.Equal("Van mij", merged["/naam"]);
        Assert.Empty(merged.Meanwhile);
    }

    private static FormData Form(params (string Name, string Text)[] fields) =>
        FormData.Empty("nl").With(fields.Select(field => KeyValuePair.Create(field.Name, field.Text)));

    private static FormData Overtaken(string begun, params (string Name, string Text)[] fields) =>
        Form([.. fields, (FormData.BegunField, begun)]).After(new ChangedMeanwhileException("initiatief/2026-0042", 2));
}
