namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers replan</c>.</summary>
internal static class EnglishReplan
{
    public static ReplanTexts Texts { get; } = new()
    {
        Command = "Plan again after something changed, with the least disturbance.",
        Example = "something changed: what now?",
        ExampleJson = "the same, for a script",
    };
}
