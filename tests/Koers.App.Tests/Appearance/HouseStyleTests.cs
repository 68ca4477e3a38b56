using Koers.App.Accounts;
using Koers.App.Appearance;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Appearance;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Appearance;

public class HouseStyleTests(PostgreSqlServer databases)
{
    private static readonly Actor Administrator = new(Guid.NewGuid(), "account/beheerder", [new Grant(Role.Administrator)], null);

    private static readonly HouseStyleInput Good = new() { Name = "Gemeente Waterrijk", Accent = "#0B5C63", OnAccent = "#ffffff", DarkAccent = "#7fd0d6", OnDarkAccent = "#10151c" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // (1 + 0.05) / (0 + 0.05) = 21; red gives 0.2126 of the light: 1.05 / 0.2626 = 3.998
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#ffffff", "#ffffff", 1.0)]
    [InlineData("#ff0000", "#FFFFFF", 3.998)]
    public void Contrast_is_that_of_the_guidelines_whichever_is_in_front(string one, string other, double ratio)
    {
        var (front, behind) = (Colour.Read(one)!.Value, Colour.Read(other)!.Value);

        Assert.Equal(ratio, front.Contrast(behind), 3);
        Assert.Equal(front.Contrast(behind), behind.Contrast(front), 12);
    }

    [Theory]
    [InlineData("0b5c63")]
    [InlineData("#0b5c6")]
    [InlineData("#0b5c6g")]
    [InlineData("#+b5c63")]
    [InlineData("# b5c63")]
    [InlineData("red")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_colour_is_none(string? text) => Assert.Null(Colour.Read(text));

    [Fact]
    public void The_look_that_Koers_comes_with_holds_on_both_screens()
    {
        var lines = HouseStyleContrast.Of(HouseStyleInput.Usual);

        Assert.Equal(10, lines.Count);
        Assert.All(lines, line => Assert.True(line.Holds, line.Fault.English));
    }

    // #777777 on white is 4.48:1, which looks like enough and is not
    [Fact]
    public void A_text_just_below_the_line_is_refused_at_the_field_that_mends_it()
    {
        var low = HouseStyleContrast.Of(Good with { Accent = "#777777" }).Where(line => !line.Holds).ToArray();

        Assert.Contains(low, line => line.Where == "/opAccent");
        Assert.Contains("4,47:1, nodig is 4,5:1.", low.First(line => line.Where == "/opAccent").Fault.Dutch, StringComparison.Ordinal);
        Assert.DoesNotContain(low, line => line.Where.EndsWith("Donker", StringComparison.Ordinal));
    }

    [Fact]
    public void A_button_that_is_pointed_at_or_pressed_is_read_at_least_as_well()
    {
        foreach (var red in Enumerable.Range(0, 6))
            foreach (var green in Enumerable.Range(0, 6))
                foreach (var blue in Enumerable.Range(0, 6))
                {
                    var accent = new Colour((byte)(red * 51), (byte)(green * 51), (byte)(blue * 51));
                    var on = accent.Contrast(Colour.White) > accent.Contrast(Colour.Black) ? "#ffffff" : "#000000";
                    var sheet = HouseStyleSheet.Write(Good with { Accent = accent.ToString(), OnAccent = on });
                    foreach (var token in (string[])["hover", "active"])
                    {
                        var name = $"--utrecht-button-primary-action-{token}-background-color: ";
                        var other = Colour.Read(sheet.Substring(sheet.IndexOf(name, StringComparison.Ordinal) + name.Length, 7))!.Value;
                        Assert.True(other.Contrast(Colour.Read(on)!.Value) >= accent.Contrast(Colour.Read(on)!.Value), $"{accent} {token}");
                    }
                }
    }

    [Fact]
    public void Nothing_that_somebody_typed_stands_in_the_style_sheet() => Assert.Multiple(
        () => Assert.Equal("", HouseStyleSheet.Write(Good with { Accent = "#fff}body{display:none" })),
        () => Assert.DoesNotContain("Waterrijk", HouseStyleSheet.Write(Good), StringComparison.Ordinal),
        () => Assert.Equal("", HouseStyleSheet.Write(null)));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_look_is_kept_with_a_line_in_the_trail_and_taken_away_again(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        await using var context = register.Open();
        var styles = new HouseStyleRegister(context, new AuditTrail(context, TimeProvider.System));
        Assert.Equal(new HouseStyleView(0, null), await styles.InForce(Stop));

        var first = await styles.Change(Administrator, 0, Good, Stop);
        Assert.Equal("#0b5c63", first.Content!.Accent);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => styles.Change(Administrator, 0, Good with { Name = "Te laat" }, Stop));
        var second = await styles.Change(Administrator, first.Version, Good with { Name = "Gemeente Lindewaard" }, Stop);
        await styles.Remove(Administrator, second.Version, Stop);

        Assert.Null((await styles.InForce(Stop)).Content);
        Assert.Equal(
            ["huisstijl.wijzigen", "huisstijl.wijzigen", "huisstijl.verwijderen"],
            await context.AuditEntries.OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop));
    }

    [Fact]
    public async Task Who_is_no_administrator_and_what_cannot_be_read_change_nothing()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await using var context = register.Open();
        var styles = new HouseStyleRegister(context, new AuditTrail(context, TimeProvider.System));

        await Assert.ThrowsAsync<NotAllowedException>(() => styles.Change(TestRegister.Manager, 0, Good, Stop));
        await Assert.ThrowsAsync<NotAllowedException>(() => styles.Remove(TestRegister.Manager, 0, Stop));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => styles.Change(Administrator, 0, Good with { Accent = "#ffff00", OnDarkAccent = "wit" }, Stop));
        Assert.Contains(refused.Faults, fault => fault.Where == "/accent");
        Assert.Contains(refused.Faults, fault => fault.Where == "/opAccentDonker");
        Assert.Empty(await context.HouseStyles.ToListAsync(Stop));
    }
}
