using Koers.Domain.Frames;
using Xunit;

namespace Koers.Domain.Tests.Frames;

public class FrameSentenceTests
{
    private static readonly Guid Goal = Guid.NewGuid();
    private static readonly Guid Pool = Guid.NewGuid();
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private static readonly FrameNames Names = new(
        new Dictionary<Guid, string> { [Goal] = "Betaalbaar wonen", [Pool] = "Projectleiders", [One] = "Investeringen", [Other] = "Subsidies" },
        new Dictionary<string, string> { ["ruimte"] = "Ruimte en Wonen" },
        new Dictionary<string, string> { ["centrum"] = "Vitaal centrum" });

    [Theory]
    [InlineData(FrameType.GoalFloor, 120.5, null, "Op doel Betaalbaar wonen worden minstens 120,5 punten gehaald.", "At least 120.5 points are reached on goal Betaalbaar wonen.")]
    [InlineData(FrameType.GoalFloor, 1.0, null, "Op doel Betaalbaar wonen wordt minstens 1 punt gehaald.", "At least 1 point is reached on goal Betaalbaar wonen.")]
    [InlineData(FrameType.Spend, 1250000.0, null, "Minstens € 1.250.000 gaat naar alle initiatieven.", "At least € 1,250,000 goes to all initiatives.")]
    [InlineData(FrameType.Spend, null, 1250000.5, "Hoogstens € 1.250.000,50 gaat naar alle initiatieven.", "At most € 1,250,000.50 goes to all initiatives.")]
    [InlineData(FrameType.Spend, 10.0, 20.0, "Minstens € 10 en hoogstens € 20 gaat naar alle initiatieven.", "At least € 10 and at most € 20 goes to all initiatives.")]
    [InlineData(FrameType.Spend, 10.0, 10.0, "Precies € 10 gaat naar alle initiatieven.", "Exactly € 10 goes to all initiatives.")]
    [InlineData(FrameType.SpendShare, 0.04, null, "Minstens 4% van de besteding gaat naar alle initiatieven.", "At least 4% of the spending goes to all initiatives.")]
    [InlineData(FrameType.SpendShare, null, 0.125, "Hoogstens 12,5% van de besteding gaat naar alle initiatieven.", "At most 12.5% of the spending goes to all initiatives.")]
    [InlineData(FrameType.SpendShare, 0.04, 0.1, "Minstens 4% en hoogstens 10% van de besteding gaat naar alle initiatieven.", "At least 4% and at most 10% of the spending goes to all initiatives.")]
    [InlineData(FrameType.Count, 3.0, null, "Er worden minstens 3 initiatieven gekozen.", "At least 3 initiatives are chosen.")]
    [InlineData(FrameType.Count, null, 1.0, "Er wordt hoogstens 1 initiatief gekozen.", "At most 1 initiative is chosen.")]
    [InlineData(FrameType.Count, 3.0, 1200.0, "Er worden minstens 3 en hoogstens 1.200 initiatieven gekozen.", "At least 3 and at most 1,200 initiatives are chosen.")]
    [InlineData(FrameType.Count, null, 0.0, "Er wordt geen initiatief gekozen.", "No initiative is chosen.")]
    [InlineData(FrameType.Concurrent, null, 4.0, "Er lopen hoogstens 4 initiatieven tegelijk.", "At most 4 initiatives run at once.")]
    [InlineData(FrameType.Concurrent, null, 1.0, "Er loopt hoogstens 1 initiatief tegelijk.", "At most 1 initiative runs at once.")]
    [InlineData(FrameType.Concurrent, null, 0.0, "Er loopt geen initiatief.", "No initiative runs.")]
    [InlineData(FrameType.Starts, null, 2.0, "Er starten per kwartaal hoogstens 2 initiatieven.", "At most 2 initiatives start per quarter.")]
    [InlineData(FrameType.Starts, null, 1.0, "Er start per kwartaal hoogstens 1 initiatief.", "At most 1 initiative starts per quarter.")]
    [InlineData(FrameType.Starts, null, 0.0, "Er start geen initiatief.", "No initiative starts.")]
    [InlineData(FrameType.Effort, null, 4.5, "Alle initiatieven vragen samen per kwartaal hoogstens 4,5 fte van Projectleiders.", "All initiatives together ask at most 4.5 fte of Projectleiders per quarter.")]
    [InlineData(FrameType.Risk, null, 500000.0, "Van wat naar alle initiatieven gaat, loopt hoogstens € 500.000 risico: de besteding maal de kans dat het niet lukt.", "Of what goes to all initiatives, at most € 500,000 is at risk: spending times the chance of failing.")]
    public void Every_type_with_its_bounds_is_a_sentence_in_both_languages(FrameType type, double? min, double? max, string dutch, string english)
    {
        var frame = Frame(type, min, max);
        Assert.Equal(dutch, FrameSentence.Dutch(frame, Names));
        Assert.Equal(english, FrameSentence.English(frame, Names));
    }

    [Theory]
    [InlineData(FrameType.Spend, "Minstens € 1 gaat naar initiatieven met soort innovatie.", "At least € 1 goes to initiatives with soort innovatie.")]
    [InlineData(FrameType.SpendShare, "Minstens 100% van de besteding gaat naar initiatieven met soort innovatie.", "At least 100% of the spending goes to initiatives with soort innovatie.")]
    [InlineData(FrameType.Count, "Er wordt minstens 1 initiatief met soort innovatie gekozen.", "At least 1 initiative with soort innovatie is chosen.")]
    public void A_condition_stands_behind_the_initiatives_of_a_lower_bound(FrameType type, string dutch, string english)
    {
        var frame = Frame(type, 1, null);
        frame.Conditions.Add(new FrameCondition { Label = "soort", Values = { "innovatie" } });
        Assert.Equal((dutch, english), (FrameSentence.Dutch(frame, Names), FrameSentence.English(frame, Names)));
    }

    [Theory]
    [InlineData(FrameType.Concurrent, "Er lopen hoogstens 3 initiatieven met soort innovatie tegelijk.", "At most 3 initiatives with soort innovatie run at once.")]
    [InlineData(FrameType.Starts, "Er starten per kwartaal hoogstens 3 initiatieven met soort innovatie.", "At most 3 initiatives with soort innovatie start per quarter.")]
    [InlineData(FrameType.Effort, "Initiatieven met soort innovatie vragen samen per kwartaal hoogstens 3 fte van Projectleiders.", "Initiatives with soort innovatie together ask at most 3 fte of Projectleiders per quarter.")]
    [InlineData(FrameType.Risk, "Van wat naar initiatieven met soort innovatie gaat, loopt hoogstens € 3 risico: de besteding maal de kans dat het niet lukt.", "Of what goes to initiatives with soort innovatie, at most € 3 is at risk: spending times the chance of failing.")]
    public void A_condition_stands_behind_the_initiatives_of_a_limit(FrameType type, string dutch, string english)
    {
        var frame = Frame(type, null, 3);
        frame.Conditions.Add(new FrameCondition { Label = "soort", Values = { "innovatie" } });
        Assert.Equal((dutch, english), (FrameSentence.Dutch(frame, Names), FrameSentence.English(frame, Names)));
    }

    [Theory]
    [InlineData("afdeling", "ruimte", "van afdeling Ruimte en Wonen", "of department Ruimte en Wonen")]
    [InlineData("programma", "centrum", "in programma Vitaal centrum", "in programme Vitaal centrum")]
    [InlineData("gebied", "noord,zuid", "in gebied noord of zuid", "in area noord or zuid")]
    [InlineData("fase", "ontwerp", "in fase ontwerp", "in phase ontwerp")]
    [InlineData("taakveld", "0.1,0.10,8.3", "op taakveld 0.1, 0.10 of 8.3", "on policy field 0.1, 0.10 or 8.3")]
    [InlineData("wettelijk", "ja", "die een wettelijke taak zijn", "by statutory duty")]
    [InlineData("wettelijk", "nee", "die geen wettelijke taak zijn", "without statutory duty")]
    [InlineData("wettelijk", "ja,nee", "die al dan niet wettelijke taak zijn", "statutory or not")]
    public void Labels_that_every_initiative_has_are_said_in_words(string label, string values, string dutch, string english)
    {
        var frame = Frame(FrameType.Count, null, 5);
        frame.Conditions.Add(new FrameCondition { Label = label, Values = [.. values.Split(',')] });
        Assert.Equal($"Er worden hoogstens 5 initiatieven {dutch} gekozen.", FrameSentence.Dutch(frame, Names));
        Assert.Equal($"At most 5 initiatives {english} are chosen.", FrameSentence.English(frame, Names));
    }

    [Theory]
    [InlineData(FrameType.Spend, "Hoogstens € 1", "At most € 1")]
    [InlineData(FrameType.SpendShare, "Hoogstens 100% van de besteding", "At most 100% of the spending")]
    public void Budgets_years_and_several_conditions_all_stand_in_the_sentence(FrameType type, string dutch, string english)
    {
        var frame = Frame(type, null, 1);
        frame.BudgetIds.AddRange([Other, One]);
        frame.Years.AddRange([2028, 2027]);
        frame.Conditions.Add(new FrameCondition { Label = "afdeling", Values = { "ruimte" } });
        frame.Conditions.Add(new FrameCondition { Label = "soort", Values = { "innovatie" } });
        Assert.Equal(
            $"{dutch} uit budget Investeringen en Subsidies in 2027 en 2028 gaat naar initiatieven van afdeling Ruimte en Wonen en met soort innovatie.",
            FrameSentence.Dutch(frame, Names));
        Assert.Equal(
            $"{english} from budget Investeringen and Subsidies in 2027 and 2028 goes to initiatives of department Ruimte en Wonen and with soort innovatie.",
            FrameSentence.English(frame, Names));
    }

    [Theory]
    [InlineData("2027", "2027", "2027")]
    [InlineData("2030,2027,2028,2029", "2027 tot en met 2030", "2027 to 2030")]
    [InlineData("2027,2029,2030", "2027, 2029 en 2030", "2027, 2029 and 2030")]
    public void Years_in_a_row_are_said_as_a_span(string years, string dutch, string english)
    {
        int[] given = [.. years.Split(',').Select(int.Parse)];
        Assert.Equal((dutch, english), (FrameFigures.Years(given, isDutch: true), FrameFigures.Years(given, isDutch: false)));
    }

    private static Frame Frame(FrameType type, double? min, double? max) => new()
    {
        Id = Guid.NewGuid(),
        Code = "kader",
        Name = "Kader",
        Type = type,
        GoalId = type == FrameType.GoalFloor ? Goal : null,
        PoolId = type == FrameType.Effort ? Pool : null,
        Min = (decimal?)min,
        Max = (decimal?)max,
    };
}
