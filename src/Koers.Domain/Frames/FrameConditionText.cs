using static Koers.Domain.Frames.FrameFigures;

namespace Koers.Domain.Frames;

/// <summary>The conditions of a frame in words, after "initiatieven": " van afdeling Ruimte en met soort innovatie".</summary>
internal static class FrameConditionText
{
    public static string Dutch(IReadOnlyList<FrameCondition> conditions, FrameNames names) =>
        conditions.Count == 0 ? "" : " " + string.Join(" en ", conditions.Select(condition => Dutch(condition, names)));

    public static string English(IReadOnlyList<FrameCondition> conditions, FrameNames names) =>
        conditions.Count == 0 ? "" : " " + string.Join(" and ", conditions.Select(condition => English(condition, names)));

    private static string Dutch(FrameCondition condition, FrameNames names) => condition.Label switch
    {
        FrameLabels.Department => $"van afdeling {Or(Named(condition, names.Departments), isDutch: true)}",
        FrameLabels.Programme => $"in programma {Or(Named(condition, names.Programmes), isDutch: true)}",
        FrameLabels.Area => $"in gebied {Or(condition.Values, isDutch: true)}",
        FrameLabels.Phase => $"in fase {Or(condition.Values, isDutch: true)}",
        FrameLabels.PolicyField => $"op taakveld {Or(condition.Values, isDutch: true)}",
        FrameLabels.Statutory => Statutory(condition, "die al dan niet wettelijke taak zijn", "die een wettelijke taak zijn", "die geen wettelijke taak zijn"),
        _ => $"met {condition.Label} {Or(condition.Values, isDutch: true)}",
    };

    private static string English(FrameCondition condition, FrameNames names) => condition.Label switch
    {
        FrameLabels.Department => $"of department {Or(Named(condition, names.Departments), isDutch: false)}",
        FrameLabels.Programme => $"in programme {Or(Named(condition, names.Programmes), isDutch: false)}",
        FrameLabels.Area => $"in area {Or(condition.Values, isDutch: false)}",
        FrameLabels.Phase => $"in phase {Or(condition.Values, isDutch: false)}",
        FrameLabels.PolicyField => $"on policy field {Or(condition.Values, isDutch: false)}",
        FrameLabels.Statutory => Statutory(condition, "statutory or not", "by statutory duty", "without statutory duty"),
        _ => $"with {condition.Label} {Or(condition.Values, isDutch: false)}",
    };

    private static string Statutory(FrameCondition condition, string both, string yes, string no) =>
        condition.Values.Count > 1 ? both : condition.Values.Contains(FrameLabels.Yes) ? yes : no;

    private static List<string> Named(FrameCondition condition, IReadOnlyDictionary<string, string> names) =>
        [.. condition.Values.Select(code => names.GetValueOrDefault(code, code))];
}
