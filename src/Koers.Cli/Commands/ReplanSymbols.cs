using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;

namespace Koers.Cli.Commands;

/// <summary>What <c>koers replan</c> was asked.</summary>
/// <param name="File">The problem.</param>
/// <param name="Reference">The plan held until now.</param>
/// <param name="Settings">What stays and what changes cost.</param>
/// <param name="Out">The plan file to write; null = none.</param>
/// <param name="OutProblem">The problem file to write; null = none.</param>
/// <param name="Shared">What all analyses are asked.</param>
internal sealed record ReplanRequest(
    string File, string Reference, ReplanSettings Settings, string? Out, string? OutProblem, AnalysisRequest Shared);

/// <summary>The arguments and options of <c>koers replan</c>.</summary>
internal sealed class ReplanSymbols
{
    private readonly Argument<string> _file;
    private readonly Option<string> _reference;
    private readonly Option<int> _freeze;
    private readonly Option<double?> _drop;
    private readonly Option<double?> _add;
    private readonly Option<double?> _shift;
    private readonly Option<double?> _variant;
    private readonly Option<string?> _out;
    private readonly Option<string?> _outProblem;
    private readonly AnalysisSymbols _shared;

    public ReplanSymbols(CommandTexts commands, ReplanTexts texts)
    {
        _file = SharedSymbols.ProblemFile(commands);
        _reference = new Option<string>("--reference", "-r")
        {
            Description = texts.ReferenceOption,
            HelpName = commands.FileValue,
            Required = true,
        };
        _freeze = SharedSymbols.Value(
            "--freeze", texts.FreezeOption, texts.PeriodsValue, 0, text => OptionValues.Whole(text, 0, FormatLimits.Periods), texts.NoFreeze,
            $"{FormatLimits.Periods}");
        _drop = Points("--drop-penalty", texts.DropOption, texts);
        _add = Points("--add-penalty", texts.AddOption, texts);
        _shift = Points("--shift-penalty", texts.ShiftOption, texts);
        _variant = Points("--variant-penalty", texts.VariantOption, texts);
        _out = new Option<string?>("--out", "-o") { Description = texts.OutOption, HelpName = commands.FileValue };
        _outProblem = new Option<string?>("--out-problem") { Description = texts.OutProblemOption, HelpName = commands.FileValue };
        _shared = new AnalysisSymbols(commands, TimeSpan.FromSeconds(10));
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_reference, _freeze, _drop, _add, _shift, _variant, _out, _outProblem])
            command.Options.Add(option);
        _shared.AddTo(command);
    }

    public ReplanRequest Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_reference),
        new ReplanSettings
        {
            Freeze = parsed.GetValue(_freeze),
            DropPenalty = parsed.GetValue(_drop),
            AddPenalty = parsed.GetValue(_add),
            ShiftPenalty = parsed.GetValue(_shift),
            VariantPenalty = parsed.GetValue(_variant),
        },
        parsed.GetValue(_out), parsed.GetValue(_outProblem), _shared.Read(parsed));

    private static Option<double?> Points(string name, string description, ReplanTexts texts) => new(name)
    {
        Description = description,
        HelpName = texts.PointsValue,
        CustomParser = result => Read(result, name, texts),
    };

    private static double? Read(ArgumentResult result, string name, ReplanTexts texts)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var points)
            && points <= FormatLimits.Magnitude)
            return points;
        result.AddError(texts.BadPenalty.With(name, text));
        return null;
    }
}
