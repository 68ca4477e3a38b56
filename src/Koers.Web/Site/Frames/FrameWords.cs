using Koers.Domain.Frames;

namespace Koers.Web.Site.Frames;

/// <summary>What types of frames are called, with an example.</summary>
internal static class FrameWords
{
    public static string Name(FrameType type, PageContext here) => type switch
    {
        FrameType.GoalFloor => here.Say("Minimum voor een doel", "Minimum for a goal"),
        FrameType.Spend => here.Say("Besteding", "Spending"),
        FrameType.SpendShare => here.Say("Aandeel van de besteding", "Share of the spending"),
        FrameType.Count => here.Say("Aantal initiatieven", "Number of initiatives"),
        FrameType.Concurrent => here.Say("Tegelijk lopend werk", "Work running at once"),
        FrameType.Starts => here.Say("Starts per kwartaal", "Starts per quarter"),
        FrameType.Effort => here.Say("Inzet van mensen", "Effort of people"),
        _ => here.Say("Risico", "Risk"),
    };

    public static string Example(FrameType type, PageContext here) => type switch
    {
        FrameType.GoalFloor => here.Say("Op doel Genoeg betaalbare woningen worden minstens 40 punten gehaald.", "At least 40 points are reached on goal Enough affordable homes."),
        FrameType.Spend => here.Say("Minstens € 2.000.000 in 2027 gaat naar initiatieven in gebied Noord.", "At least € 2,000,000 in 2027 goes to initiatives in area North."),
        FrameType.SpendShare => here.Say("Minstens 4% van de besteding gaat naar initiatieven met soort innovatie.", "At least 4% of the spending goes to initiatives with kind innovation."),
        FrameType.Count => here.Say("Er worden minstens 3 initiatieven van afdeling Sociaal gekozen.", "At least 3 initiatives of department Social are chosen."),
        FrameType.Concurrent => here.Say("Er lopen hoogstens 12 initiatieven van afdeling Ruimte tegelijk.", "At most 12 initiatives of department Space run at once."),
        FrameType.Starts => here.Say("Er starten per kwartaal hoogstens 6 initiatieven.", "At most 6 initiatives start per quarter."),
        FrameType.Effort => here.Say("Initiatieven in programma Wonen vragen samen per kwartaal hoogstens 8 fte van Projectleiders.", "Initiatives in programme Housing together ask at most 8 fte of Project leaders per quarter."),
        _ => here.Say("Van wat naar alle initiatieven gaat, loopt hoogstens € 3.000.000 risico.", "Of what goes to all initiatives, at most € 3,000,000 is at risk."),
    };
}
