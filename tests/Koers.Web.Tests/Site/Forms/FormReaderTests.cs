using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Means;
using Koers.Web.Site.Forms;
using Xunit;

namespace Koers.Web.Tests.Site.Forms;

public class FormReaderTests
{
    private static FormData Sent(string language, params (string Name, string Text)[] fields) =>
        FormData.Sent(fields.Select(field => KeyValuePair.Create(field.Name, field.Text)), language);

    [Theory]
    [InlineData("nl", "1.250.000,50")]
    [InlineData("nl", "1250000,5")]
    [InlineData("nl", "€ 1.250.000,50")]
    [InlineData("en", "1,250,000.50")]
    [InlineData("en", "1250000.5")]
    public async Task Numbers_are_read_as_the_language_writes_them(string language, string written)
    {
        var form = Sent(
            language, ("/naam", "Brug"), ("/afdeling", "ruimte"), ("/varianten/0/code", "basis"), ("/varianten/0/uitgaven/0/budget", "b"),
            ("/varianten/0/uitgaven/0/bedrag", written));

        var input = await FormReader.Read<InitiativeInput, InitiativeInput>(form, Task.FromResult);

        Assert.Equal(Euro.Of(1_250_000.50m), input.Variants[0].Spends[0].Amount);
        Assert.Null(input.Variants[0].Spends[0].Quarter);
        Assert.Equal(1, input.Variants[0].Duration);
    }

    [Theory]
    [InlineData("-10%", "-10% kan niet: van 0% tot en met 100%.")]
    [InlineData("101%", "101% kan niet: van 0% tot en met 100%.")]
    [InlineData("abc%", "“abc” is geen getal; schrijf bijvoorbeeld 12,5.")]
    public async Task A_share_that_cannot_be_is_refused_in_the_per_cent_that_somebody_typed(string typed, string said)
    {
        var form = Sent("nl", ("/naam", "Brug"), ("/afdeling", "ruimte"), ("/varianten/0/code", "basis"), ("/varianten/0/kansVanSlagen", typed));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => FormReader.Read<InitiativeInput, InitiativeInput>(form, Task.FromResult));
        Assert.Equal(said, Assert.Single(refused.Faults).Text.Dutch);
    }

    [Fact]
    public async Task Empty_rows_are_left_out_and_a_fault_is_said_at_the_row_that_was_typed_in()
    {
        var form = Sent(
            "nl", ("/naam", "Brug"), ("/afdeling", "ruimte"), ("/partners/0/afdeling", ""), ("/partners/0/bijdrage", " "),
            ("/partners/3/afdeling", "water"), ("/partners/3/bijdrage", "Pompen"));

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => FormReader.Read<InitiativeInput, int>(form, input =>
        {
            Assert.Equal(new PartnerInput("water", "Pompen"), Assert.Single(input.Partners));
            throw new InvalidInputException([new InputFault("/partners/0/afdeling", new Text("Onbekend.", "Unknown."))]);
        }));

        Assert.Equal("/partners/3/afdeling", Assert.Single(refused.Faults).Where);
    }

    [Theory]
    [InlineData("twaalf")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("1.2.3")]
    [InlineData("99999999999999999999999999999999999999")]
    public async Task What_is_no_number_is_said_at_its_field_and_nothing_is_asked_of_the_use_case(string written)
    {
        var form = Sent("nl", ("/naam", "Brug"), ("/afdeling", "ruimte"), ("/varianten/0/code", "basis"), ("/varianten/0/looptijd", written));

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() =>
            FormReader.Read<InitiativeInput, int>(form, _ => throw new InvalidOperationException("Asked all the same.")));

        Assert.Equal("/varianten/0/looptijd", Assert.Single(refused.Faults).Where);
    }

    [Fact]
    public async Task What_is_there_comes_through_a_form_unchanged()
    {
        var input = new InitiativeInput
        {
            Name = "Brug “Noord” & zo",
            Department = "ruimte",
            Summary = "Regel 1\nRegel 2",
            IsStatutory = true,
            Partners = [new PartnerInput("water")],
            Variants =
            [
                new VariantInput
                {
                    Code = "basis",
                    Duration = 4,
                    Success = 0.85,
                    EarliestStart = new DateOnly(2027, 1, 1),
                    Spends = [new SpendInput("b", 0, Euro.Of(1234.56m)), new SpendInput("b", null, Euro.Of(-10m))],
                    Efforts = [new EffortInput("p", 2, 0.25)],
                },
            ],
        };

        foreach (var language in (string[])["nl", "en"])
        {
            var shown = FormData.Of(input, 3, language);
            var sent = FormData.Sent(shown.Places.Select(place => KeyValuePair.Create(place, shown[place])), language);
            var read = await FormReader.Read<InitiativeInput, InitiativeInput>(sent, Task.FromResult);
            Assert.Equal(
                System.Text.Json.JsonSerializer.Serialize(input, RegisterJson.Options), System.Text.Json.JsonSerializer.Serialize(read, RegisterJson.Options));
        }
    }
}
