namespace Koers.Planning.Formats;

/// <summary>The questions that are asked of single values, wherever they stand.</summary>
internal sealed class Checks(FaultList faults)
{
    public FaultList Faults { get; } = faults;

    /// <summary>Reports an error, except about what could not be read in the first place.</summary>
    public void Error(JsonPath path, FaultKind kind, params IReadOnlyList<object> arguments) =>
        Report(Severity.Error, path, kind, arguments);

    public void Warning(JsonPath path, FaultKind kind, params IReadOnlyList<object> arguments) =>
        Report(Severity.Warning, path, kind, arguments);

    public void Format(string found, string format)
    {
        if (found != format) Error(JsonPath.Root["format"], FaultKind.WrongFormat, Phrase.Quote(found), format);
    }

    /// <summary>A finite number that the engine can calculate with.</summary>
    public bool Magnitude(double value, double limit, JsonPath path)
    {
        if (Math.Abs(value) <= limit) return true;
        Error(path, FaultKind.TooLarge, value, limit);
        return false;
    }

    /// <summary>A number of any sign.</summary>
    public bool Number(double value, JsonPath path) => Magnitude(value, FormatLimits.Magnitude, path);

    /// <summary>Money, people, weights: 0 or more.</summary>
    public bool NotNegative(double value, JsonPath path)
    {
        if (!Number(value, path)) return false;
        if (value >= 0) return true;
        Error(path, FaultKind.Negative, value);
        return false;
    }

    /// <summary>0 or more, each of them.</summary>
    public void NoneNegative(IReadOnlyList<double> values, JsonPath path)
    {
        for (var i = 0; i < values.Count; i++)
            if (!(values[i] >= 0 && values[i] <= FormatLimits.Magnitude))
                NotNegative(values[i], path[i]);
    }

    /// <summary>A share or probability.</summary>
    public bool Share(double value, JsonPath path) => Range(value, 0, 1, path);

    public bool Range(double value, double least, double most, JsonPath path)
    {
        if (value >= least && value <= most) return true;
        Error(path, FaultKind.OutOfRange, value, least, most);
        return false;
    }

    /// <summary>Each bound passes its own check, and the lower does not lie above the upper.</summary>
    public void Limits(double? min, double? max, Func<double, JsonPath, bool> check, JsonPath path)
    {
        if (min is { } least) check(least, path["min"]);
        if (max is { } most) check(most, path["max"]);
        if (min > max) Error(path, FaultKind.MinAboveMax, min, max);
        var isRead = !Faults.IsUnusable(path["min"]) && !Faults.IsUnusable(path["max"]);
        if (min is null && max is null && isRead) Warning(path, FaultKind.NoLimits);
    }

    private void Report(Severity severity, JsonPath path, FaultKind kind, IReadOnlyList<object> arguments)
    {
        if (Faults.IsUnusable(path)) return;
        if (Faults.Lists(severity)) Faults.Add(Fault.Of(severity, path.ToString(), kind, arguments));
        else Faults.Count(severity);
    }
}
