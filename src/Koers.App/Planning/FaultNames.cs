using System.Globalization;
using Koers.Planning.Formats;
using Koers.Planning.Problems;

namespace Koers.App.Planning;

/// <summary>Says faults of a problem in words of the register: the initiative by its number instead of its place in a file.</summary>
internal static class FaultNames
{
    public static string Line(Problem problem, Fault fault, string language)
    {
        var culture = language == "nl" ? CultureInfo.GetCultureInfo("nl") : CultureInfo.InvariantCulture;
        var (message, expected) = FaultText.In(culture, fault);
        return $"{Where(problem, fault.JsonPointer)}: {message}; {(language == "nl" ? "verwacht" : "expected")}: {expected}.";
    }

    private static string Where(Problem problem, string pointer)
    {
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return pointer;
        var name = parts[0] switch
        {
            "initiatives" => problem.Initiatives[place].Id.Value,
            "relations" => problem.Relations[place].Id.Value,
            "frames" => problem.Frames[place].Id.Value,
            "budgets" => problem.Budgets[place].Id.Value,
            "capacities" => problem.Capacities[place].Id.Value,
            "goals" => problem.Goals[place].Id.Value,
            _ => parts[1],
        };
        return string.Join('/', (string[])[name, .. parts.Skip(2)]);
    }
}
