using System.Text.Json;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>Frames as one whole: read from the draft, and kept as JSON in adopted frames and scenarios.</summary>
public static class FrameContents
{
    /// <summary>Reads the draft: what the tables hold now, each kind in order of code. What is read is not tracked.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="AgainstRuleException">The municipality was not set up: there are no settings.</exception>
    public static async Task<FrameContent> ReadDraft(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = await context.Settings.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? throw new AgainstRuleException(NotSetUp);
        var content = new FrameContent
        {
            Settings = settings,
            Goals = await context.Goals.AsNoTracking().ToListAsync(cancellation),
            Budgets = await context.Budgets.AsNoTracking().ToListAsync(cancellation),
            CapacityPools = await context.CapacityPools.AsNoTracking().ToListAsync(cancellation),
            Frames = await context.Frames.AsNoTracking().ToListAsync(cancellation),
        };
        Order(content);
        return content;
    }

    /// <summary>Reads the frames in force; null where none were adopted.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<FrameContent?> ReadInForce(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var json = await context.AdoptedFrames.OrderByDescending(a => a.Number).Select(a => a.Content).FirstOrDefaultAsync(cancellation);
        return json is null ? null : Deserialise(json);
    }

    /// <summary>The content as JSON, always the same text for the same content.</summary>
    /// <param name="content">The content.</param>
    public static string Serialise(FrameContent content) => JsonSerializer.Serialize(content, RegisterJson.Options);

    /// <summary>The content back from JSON, exactly as it was.</summary>
    /// <param name="json">What <see cref="Serialise"/> wrote.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static FrameContent Deserialise(string json) =>
        JsonSerializer.Deserialize<FrameContent>(json, RegisterJson.Options) ?? throw new JsonException("Frames are an object, not null.");

    internal static Text NotSetUp { get; } = new(
        "De gemeente is nog niet ingericht: leg eerst de instellingen vast (Koers, Instellingen; in de API PUT /instellingen).",
        "The municipality is not set up yet: write the settings first (Course, Settings; in the API PUT /instellingen).");

    // Databases give rows in any order, and sort text in their own way
    private static void Order(FrameContent content)
    {
        content.Goals.Sort((one, other) => string.CompareOrdinal(one.Code, other.Code));
        content.Budgets.Sort((one, other) => string.CompareOrdinal(one.Code, other.Code));
        content.CapacityPools.Sort((one, other) => string.CompareOrdinal(one.Code, other.Code));
        content.Frames.Sort((one, other) => string.CompareOrdinal(one.Code, other.Code));
        foreach (var goal in content.Goals)
            goal.Anchors.Sort((one, other) => one.Points.CompareTo(other.Points));
        foreach (var budget in content.Budgets)
            budget.Years.Sort((one, other) => one.Year.CompareTo(other.Year));
        foreach (var pool in content.CapacityPools)
            pool.Quarters.Sort((one, other) => (one.Year, one.Quarter).CompareTo((other.Year, other.Quarter)));
    }
}
