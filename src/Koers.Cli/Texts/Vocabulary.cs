using System.Globalization;

namespace Koers.Cli.Texts;

/// <summary>Everything the command line can say, in one language.</summary>
internal sealed record Vocabulary(
    Language Language, CommandTexts Commands, ReportTexts Report, MessageTexts Messages, AnalysisTexts Analysis,
    ExplainTexts Explain, PricesTexts Prices, SilosTexts Silos, FrontierTexts Frontier,
    RobustTexts Robust, RiskTexts Risk, ReplanTexts Replan, RepairTexts Repair,
    RegisterTexts Register, UserTexts User, ServeTexts Serve, ExchangeTexts Exchange, ElsewhereTexts Elsewhere)
{
    public static Vocabulary English { get; } = new(
        Language.English, EnglishCommands.Texts, EnglishReport.Texts, EnglishMessages.Texts, EnglishAnalysis.Texts, EnglishExplain.Texts, EnglishPrices.Texts, EnglishSilos.Texts, EnglishFrontier.Texts,
        EnglishRobust.Texts, EnglishRisk.Texts, EnglishReplan.Texts, EnglishRepair.Texts, EnglishRegister.Texts,
        EnglishUser.Texts, EnglishServe.Texts, EnglishExchange.Texts, EnglishElsewhere.Texts);

    public static Vocabulary Dutch { get; } = new(
        Language.Dutch, DutchCommands.Texts, DutchReport.Texts, DutchMessages.Texts, DutchAnalysis.Texts, DutchExplain.Texts, DutchPrices.Texts, DutchSilos.Texts, DutchFrontier.Texts,
        DutchRobust.Texts, DutchRisk.Texts, DutchReplan.Texts, DutchRepair.Texts, DutchRegister.Texts,
        DutchUser.Texts, DutchServe.Texts, DutchExchange.Texts, DutchElsewhere.Texts);

    /// <summary>By which the engine chooses the language of its faults.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Language == Language.Dutch ? "nl" : "en");

    public static Vocabulary In(Language language) => language == Language.Dutch ? Dutch : English;
}

/// <summary>Fills texts in.</summary>
internal static class TextFilling
{
    /// <summary>Puts values, already written as text, in the places {0}, {1}, … of a text.</summary>
    public static string With(this string text, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>Takes the form for one or for more from a text <c>one|more</c>, and puts the count in {0} and other values after it.</summary>
    public static string Count(this string text, long count, string written, params object[] others)
    {
        var forms = text.Split('|');
        return (count == 1 ? forms[0] : forms[^1]).With([written, .. others]);
    }
}
