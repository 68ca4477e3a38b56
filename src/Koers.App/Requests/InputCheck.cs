using System.Globalization;

namespace Koers.App.Requests;

/// <summary>Gathers what is wrong in what was entered, so that all of it is said at once. The same for the API, imports and pages.</summary>
public sealed class InputCheck
{
    private readonly List<InputFault> _faults = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<InputFault> Faults => _faults;

    /// <summary>Notes a fault where something does not hold.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="where">Where it was entered.</param>
    /// <param name="dutch">What is wrong and what was expected, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    /// <returns>Whether it holds.</returns>
    public bool That(bool holds, string where, string dutch, string english)
    {
        if (!holds)
            _faults.Add(new InputFault(where, new Text(dutch, english)));
        return holds;
    }

    /// <summary>A text that must be there, on one line and not too long.</summary>
    public void Line(string? text, string where, int longest, bool isNeeded = true)
    {
        if (string.IsNullOrWhiteSpace(text))
            That(!isNeeded, where, "Vul dit in.", "Fill this in.");
        else
        {
            Length(text, where, longest);
            That(!text.Any(char.IsControl), where, "Dit hoort op één regel, zonder stuurtekens.", "This belongs on one line, without control characters.");
        }
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
        string.Create(CultureInfo.InvariantCulture, $"{number} kan niet: van {lowest} tot en met {highest}."),
        string.Create(CultureInfo.InvariantCulture, $"{number} is not possible: from {lowest} to {highest}."));

    /// <summary>A short name for files and addresses: small letters, digits and hyphens.</summary>
    public void Code(string? code, string where) => That(
        code is { Length: >= 1 and <= 40 } && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && code[0] != '-' && code[^1] != '-',
        where,
        "Een code heeft 1 tot 40 tekens: kleine letters, cijfers en koppeltekens ertussen.",
        "A code has 1 to 40 characters: small letters, digits and hyphens between them.");

    /// <summary>Refuses where anything is wrong.</summary>
    /// <exception cref="InvalidInputException">Something is wrong.</exception>
    public void Done()
    {
        if (_faults.Count > 0)
            throw new InvalidInputException([.. _faults]);
    }
}
