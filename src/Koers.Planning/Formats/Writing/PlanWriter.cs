using System.Text.Json;
using Koers.Planning.Plans;

namespace Koers.Planning.Formats;

/// <summary>Writes <c>koers-plan/1</c>. The same plan gives the same bytes; what does not exist is null.</summary>
public static class PlanWriter
{
    /// <summary>Writes a file, whole or not at all.</summary>
    /// <inheritdoc cref="AtomicFile.Write" path="/exception"/>
    public static void WriteFile(string path, Plan plan) => AtomicFile.Write(path, file => Write(file, plan));

    /// <summary>Writes to a stream, which stays open.</summary>
    public static void Write(Stream stream, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ToBytes(plan));
    }

    /// <summary>The document as UTF-8 without a byte order mark.</summary>
    public static byte[] ToBytes(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var layout = new JsonLayout();
        layout.Object(null, () => Fields(layout, plan));
        return layout.Text.ToArray();
    }

    private static void Fields(JsonLayout layout, Plan plan)
    {
        layout.Field("format", w => w.WriteStringValue(PlanReader.Format));
        layout.Field("status", w => w.WriteStringValue(PlanShapes.Statuses.First(s => s.Value == plan.Status).Key));
        layout.List("selected", plan.Selected, Entries.Choice);
        layout.Field("value", w => NumberOrNull(w, plan.Value));
        layout.Field("bound", w => NumberOrNull(w, plan.Bound));
        layout.Field("gap", w => NumberOrNull(w, plan.Gap));
        if (plan.Certificate is { } certificate) layout.Object("certificate", () => CertificateFields(layout, certificate));
        else layout.Field("certificate", w => w.WriteNullValue());
        layout.List("conflict", plan.Conflict, (w, name) => w.WriteStringValue(name));
        layout.Field("seconds", w => w.WriteNumberValue(plan.Seconds));
        layout.Field("engine", w => w.WriteStringValue(plan.Engine));
    }

    /// <summary>Rows in the order of their names, whatever order the dictionary has; rows without a price are left out.</summary>
    private static void CertificateFields(JsonLayout layout, Certificate certificate)
    {
        layout.Field("bound", w => w.WriteNumberValue(certificate.Bound));
        layout.Object("prices", () =>
        {
            foreach (var (row, price) in certificate.Prices.Where(p => p.Value != 0).OrderBy(p => p.Key, StringComparer.Ordinal))
                layout.Field(row, w => w.WriteNumberValue(price));
        });
    }

    /// <summary>An infinite bound is no bound: null, as the format has it.</summary>
    private static void NumberOrNull(Utf8JsonWriter w, double? number)
    {
        if (number is { } finite && double.IsFinite(finite)) w.WriteNumberValue(finite);
        else w.WriteNullValue();
    }
}
