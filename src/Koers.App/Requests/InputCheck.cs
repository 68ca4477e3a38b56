using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Koers.Domain.PolicyFields;

namespace Koers.App.Requests;

/// <summary>Gathers what is wrong in what was entered, so that all of it is said at once. The same for the API, imports and pages.</summary>
/// <param name="most">Most faults that are said; who has more is told so.</param>
public sealed class InputCheck(int most = InputCheck.MostFaults)
{
    /// <summary>Most faults that are said, unless asked otherwise: nobody reads more at once.</summary>
    public const int MostFaults = 100;

    // With these a text reads otherwise than it is written
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private readonly List<InputFault> _faults = [];

    /// <summary>What is wrong so far, as far as it is said.</summary>
    public IReadOnlyList<InputFault> Faults => _faults;

    /// <summary>How many things are wrong so far, said or not.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a fault where something does not hold.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="where">Where it was entered.</param>
    /// <param name="dutch">What is wrong and what was expected, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    /// <returns>Whether it holds.</returns>
    public bool That(
        bool holds,
        [InterpolatedStringHandlerArgument(nameof(holds))] FaultWords where,
        [InterpolatedStringHandlerArgument(nameof(holds))] FaultWords dutch,
        [InterpolatedStringHandlerArgument(nameof(holds))] FaultWords english)
    {
        if (holds)
            return true;
        if (Count < most)
            _faults.Add(new InputFault(where.Take(), new Text(dutch.Take(), english.Take())));
        else if (Count == most)
            _faults.Add(new InputFault("", new Text(
                $"Er is meer mis; dit zijn de eerste {most} fouten.", $"More is wrong; these are the first {most} faults.")));
        Count++;
        return false;
    }

    /// <summary>A text that must be there, on one line and not too long.</summary>
    public void Line(string? text, string where, int longest, bool isNeeded = true)
    {
        if (text is null || text.All(IsInvisible))
            That(!isNeeded && string.IsNullOrWhiteSpace(text), where, "Vul dit in.", "Fill this in.");
        else
        {
            Length(text, where, longest);
            That(
                !text.Any(c => char.IsControl(c) || Turning.Contains(c) || c is '\u2028' or '\u2029'), where, "Dit hoort op één regel, zonder stuurtekens.",
                "This belongs on one line, without control characters.");
        }
    }

    /// <summary>A text of several lines that must be there and is not too long.</summary>
    public void Lines(string text, string where, int longest)
    {
        if (That(!text.All(IsInvisible), where, "Vul dit in.", "Fill this in."))
            Length(text, where, longest);
    }

    /// <summary>A text of several lines that is not too long.</summary>
    public void Length(string? text, string where, int longest) => That(
        (text?.Length ?? 0) <= longest,
        where,
        $"Dit telt {text?.Length} tekens; ten hoogste {longest} kan.",
        $"This has {text?.Length} characters; at most {longest} is possible.");

    /// <summary>A number within limits; not a number is refused too.</summary>
    public void Range(double number, string where, double lowest, double highest) => That(
        number >= lowest && number <= highest,
        where,
        $"{Dutch(number)} kan niet: van {Dutch(lowest)} tot en met {Dutch(highest)}.",
        $"{English(number)} is not possible: from {English(lowest)} to {English(highest)}.");

    // Without an exponent: nobody types one, and 1E-09 says little
    private static string English(double number) => Math.Abs(number) < 1e25
        ? number.ToString("#,0.##########", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);

    private static string Dutch(double number) => English(number).Replace(',', ' ').Replace('.', ',').Replace(' ', '.');

    /// <summary>A short name for files and addresses: small letters, digits and hyphens.</summary>
    public void Code(string? code, string where) => That(
        code is { Length: >= 1 and <= 40 } && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && code[0] != '-' && code[^1] != '-',
        where,
        "Een code heeft 1 tot 40 tekens: kleine letters, cijfers en koppeltekens ertussen.",
        "A code has 1 to 40 characters: small letters, digits and hyphens between them.");

    /// <summary>A code of a policy field in the list of any year.</summary>
    public void PolicyField(string code, string where) => That(
        PolicyFieldList.Knows(code), where,
        $"Er is geen taakveld “{code}”; /taakvelden noemt ze.", $"There is no policy field “{code}”; /taakvelden names them.");

    // Nobody sees that it is there: spaces of any width, and signs that only steer what is around them
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>Refuses where anything is wrong.</summary>
    /// <exception cref="InvalidInputException">Something is wrong.</exception>
    public void Done()
    {
        if (_faults.Count > 0)
            throw new InvalidInputException([.. _faults]);
    }
}
