namespace Koers.App.Requests;

/// <summary>Something that was asked and is not done. Nothing was changed.</summary>
/// <param name="text">Why, and what to do.</param>
public abstract class RefusedException(Text text) : Exception(text?.English)
{
    /// <summary>Why, and what to do.</summary>
    public Text Text { get; } = text!;
}

/// <summary>One thing that is wrong in what was entered.</summary>
/// <param name="Where">Where: a JSON pointer into what was sent, for example "/varianten/0/looptijd".</param>
/// <param name="Text">What is wrong, and what was expected.</param>
public sealed record InputFault(string Where, Text Text);

/// <summary>What was entered cannot be: all faults at once.</summary>
/// <param name="faults">At least one.</param>
public sealed class InvalidInputException(IReadOnlyList<InputFault> faults) : RefusedException(new Text(
    "De invoer klopt niet; bij elke fout staat waar en wat er werd verwacht.", "The input is not right; each fault says where and what was expected."))
{
    /// <summary>The faults, in order of place.</summary>
    public IReadOnlyList<InputFault> Faults { get; } = faults;
}

/// <summary>What was asked for is not there, or not for this actor to know of.</summary>
/// <param name="text">What is not there.</param>
public sealed class NotThereException(Text text) : RefusedException(text);

/// <summary>This actor may not do that.</summary>
/// <param name="text">What, and who may.</param>
public sealed class NotAllowedException(Text text) : RefusedException(text);

/// <summary>It cannot be done as things stand: a rule of the process is in the way.</summary>
/// <param name="text">Which rule, and what to do first.</param>
public sealed class AgainstRuleException(Text text) : RefusedException(text);

/// <summary>A step needs more than is there: everything that is missing at once.</summary>
/// <param name="missing">At least one; each says where, as a JSON pointer into the thing that takes the step.</param>
public sealed class IncompleteException(IReadOnlyList<InputFault> missing) : RefusedException(new Text(
    "Voor deze stap ontbreekt nog iets; bij elk punt staat waar.", "Something is still missing for this step; each point says where."))
{
    /// <summary>What is missing.</summary>
    public IReadOnlyList<InputFault> Missing { get; } = missing;
}

/// <summary>The same was changed in the meantime, by somebody else or by the same person elsewhere. Nothing of either is lost: look at what it became and try again.</summary>
/// <param name="target">What was changed, for example "initiatief/2026-0042".</param>
/// <param name="version">The version that it has now.</param>
public sealed class ChangedMeanwhileException(string target, int version) : RefusedException(new Text(
    $"Intussen is {target} gewijzigd, door een ander of door uzelf op een andere plek (nu versie {version}). Haal de nieuwe versie op en breng uw wijziging daarin aan.",
    $"Meanwhile {target} was changed, by somebody else or by yourself elsewhere (now version {version}). Fetch the new version and make your change in that."))
{
    /// <summary>What was changed.</summary>
    public string Target { get; } = target;

    /// <summary>The version that it has now.</summary>
    public int Version { get; } = version;
}
