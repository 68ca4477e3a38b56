namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers risk</c>.</summary>
internal static class EnglishRisk
{
    public static RiskTexts Texts { get; } = new()
    {
        Command = "Say how likely a plan stays within its means, by simulation.",
        Example = "how likely does the plan hold?",
        ExampleJson = "the same, for a script",
    };
}
