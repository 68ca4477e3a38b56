namespace Koers.Cli.Texts;

/// <summary>What is said on the way: progress, faults of input, verdicts, failures.</summary>
internal sealed record MessageTexts
{
    // Progress
    public required string Planning { get; init; }
    public required string TimeOf { get; init; }
    public required string Preparing { get; init; }
    public required string Bounding { get; init; }
    public required string FirstPlan { get; init; }
    public required string Improving { get; init; }
    public required string Explaining { get; init; }
    public required string Done { get; init; }
    public required string Value { get; init; }
    public required string Bound { get; init; }
    public required string Gap { get; init; }
    public required string CtrlC { get; init; }
    public required string Stopping { get; init; }
    public required string CtrlCAnalysis { get; init; }
    public required string StoppingAnalysis { get; init; }
    public required string StepsOf { get; init; }

    // Input and output
    public required string Warning { get; init; }
    public required string MoreWarnings { get; init; }
    public required string Expected { get; init; }
    public required string FileMissing { get; init; }
    public required string StandardInputTwice { get; init; }
    public required string HoldsNoPlan { get; init; }
    public required string PlanOfAnother { get; init; }
    public required string PlanBreaksRule { get; init; }
    public required string OutIsDirectory { get; init; }
    public required string OutIsDash { get; init; }
    public required string OutFolderMissing { get; init; }
    public required string OutFolderClosed { get; init; }
    public required string OutUnwritable { get; init; }
    public required string OutIsInput { get; init; }
    public required string OutFailed { get; init; }
    public required string NotWritten { get; init; }

    // Validate
    public required string Usable { get; init; }
    public required string Unusable { get; init; }
    public required string Faults { get; init; }
    public required string Warnings { get; init; }
    public required string Initiatives { get; init; }
    public required string Relations { get; init; }
    public required string Frames { get; init; }

    // Check
    public required string Holds { get; init; }
    public required string DoesNotHold { get; init; }
    public required string HoldsBoundUnproven { get; init; }
    public required string HoldsNoCertificate { get; init; }
    public required string NoValueKnown { get; init; }
    public required string NothingToVerify { get; init; }
    public required string TooMuch { get; init; }
    public required string TooLittle { get; init; }
    public required string ChosenCount { get; init; }
    public required string WorthValue { get; init; }
    public required string ClaimedValue { get; init; }
    public required string ClaimedBound { get; init; }
    public required string CertifiedBound { get; init; }
    public required string CertifiedGap { get; init; }
    public required string ProvesNothingOfBroken { get; init; }
    public required string None { get; init; }

    // Export
    public required string Exported { get; init; }

    // Failure
    public required string Failed { get; init; }
    public required string OutOfMemory { get; init; }
    public required string HowToReport { get; init; }

    // Rules by name
    public required string RuleMandatory { get; init; }
    public required string RuleBudget { get; init; }
    public required string RuleCapacity { get; init; }
    public required string RuleGoal { get; init; }
    public required string RuleFrame { get; init; }
    public required string RuleDependsOn { get; init; }
    public required string RuleDependsOnLag { get; init; }
    public required string RuleDependsOnOverlap { get; init; }
    public required string RuleBefore { get; init; }
    public required string RuleBeforeLag { get; init; }
    public required string RuleBeforeOverlap { get; init; }
    public required string RuleRequires { get; init; }
    public required string RuleExcludes { get; init; }
    public required string RuleTogether { get; init; }
    public required string RuleGroupMin { get; init; }
    public required string RuleGroupMax { get; init; }
    public required string RuleGroupMinMax { get; init; }
    public required string RuleSynergy { get; init; }
    public required string RuleHire { get; init; }
    public required string RuleIn { get; init; }
    public required string LimitMin { get; init; }
    public required string LimitMax { get; init; }
    public required string LimitMinMax { get; init; }
    public required string AndOthers { get; init; }
}
