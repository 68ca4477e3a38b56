using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Writes <c>koers-problem/1</c>. The same problem gives the same bytes, and they read back as the same problem. Fields that have
/// their default are left out.</summary>
public static class ProblemWriter
{
    /// <summary>Writes a file, whole or not at all.</summary>
    /// <inheritdoc cref="AtomicFile.Write" path="/exception"/>
    public static void WriteFile(string path, Problem problem) => AtomicFile.Write(path, file => Write(file, problem));

    /// <summary>Writes to a stream, which stays open.</summary>
    public static void Write(Stream stream, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ToBytes(problem));
    }

    /// <summary>The document as UTF-8 without a byte order mark.</summary>
    /// <exception cref="ArgumentException">A number is not finite; <see cref="ProblemValidator"/> says where.</exception>
    public static byte[] ToBytes(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var layout = new JsonLayout();
        layout.Object(null, () => Fields(layout, problem));
        return layout.Text.ToArray();
    }

    private static void Fields(JsonLayout layout, Problem problem)
    {
        layout.Field("format", w => w.WriteStringValue(ProblemReader.Format));
        layout.Field("name", w => w.WriteStringValue(problem.Name));
        layout.Field("horizon", w => Entries.Horizon(w, problem.Horizon));
        layout.Field("value", w => Entries.Value(w, problem.Value));
        layout.List("goals", problem.Goals, Entries.Goal);
        layout.List("budgets", problem.Budgets, Entries.Budget);
        layout.List("capacities", problem.Capacities, Entries.Capacity);
        var order = new EntryOrder(problem);
        layout.List("initiatives", problem.Initiatives, (w, i) => Entries.Initiative(w, i, order));
        layout.List("relations", problem.Relations, Entries.Relation);
        layout.List("frames", problem.Frames, Entries.Frame);
        if (problem.Reference is { } reference) Reference(layout, reference);
        AnalysisWriter.Write(layout, problem.Analysis, order);
    }

    private static void Reference(JsonLayout layout, ReferencePlan reference)
    {
        layout.Object("reference", () =>
        {
            layout.List("plan", reference.Plan, Entries.Choice);
            Penalty("dropPenalty", reference.DropPenalty);
            Penalty("addPenalty", reference.AddPenalty);
            Penalty("shiftPenalty", reference.ShiftPenalty);
            Penalty("variantPenalty", reference.VariantPenalty);
        });

        void Penalty(string name, double points)
        {
            if (points != 0) layout.Field(name, w => w.WriteNumberValue(points));
        }
    }
}
