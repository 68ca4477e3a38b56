namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers replan</c>.</summary>
internal static class DutchReplan
{
    public static ReplanTexts Texts { get; } = new()
    {
        Command = "Plan opnieuw nadat er iets is veranderd, met zo min mogelijk verstoring.",
        Example = "er is iets veranderd: wat nu?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
