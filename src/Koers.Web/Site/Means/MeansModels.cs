using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Means;
using Koers.App.Organisation;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Means;

/// <summary>Money and people of the draft.</summary>
/// <param name="Budgets">The budgets.</param>
/// <param name="Pools">The capacity pools.</param>
/// <param name="MayChange">Whether who looks may change them.</param>
public sealed record MeansModel(IReadOnlyList<BudgetInput> Budgets, IReadOnlyList<CapacityPoolInput> Pools, bool MayChange);

/// <summary>A table of means that is being typed in.</summary>
/// <param name="Form">What stands in it; in its hidden fields the columns.</param>
/// <param name="Codes">Departments and budgets.</param>
public sealed record MeansFormModel(FormData Form, CodeBook Codes);

/// <summary>The rows of the table of budgets.</summary>
public sealed record BudgetRows
{
    /// <summary>The rows.</summary>
    [JsonPropertyName("budgetten")]
    public IReadOnlyList<DraftRow<BudgetInput>> Rows { get; init; } = [];
}

/// <summary>The rows of the table of capacity pools.</summary>
public sealed record PoolRows
{
    /// <summary>The rows.</summary>
    [JsonPropertyName("capaciteitspools")]
    public IReadOnlyList<DraftRow<CapacityPoolInput>> Rows { get; init; } = [];
}
