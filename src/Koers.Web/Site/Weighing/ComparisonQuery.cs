using System.Globalization;
using System.Text;
using Koers.App.Exchange.Sheets;
using Koers.App.Requests;
using Koers.App.Weighing;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Weighing;

/// <summary>What is asked of the overview of the weighing, as it stands in the address of the page.</summary>
public sealed record ComparisonQuery
{
    /// <summary>Most initiatives on a page.</summary>
    public const int PageSize = 25;

    /// <summary>What stands before the code of a goal in the name of its field.</summary>
    public const string WeightField = "/gewichten/";

    private static readonly string[] Orders = ["plaats", "verschuiving", "waarde", "kosten", "spreiding"];

    /// <summary>Weights as typed, by code of the goal.</summary>
    public IReadOnlyDictionary<string, string> Weights { get; init; } = new Dictionary<string, string>();

    /// <summary>By what is sorted: plaats, verschuiving, waarde, kosten or spreiding.</summary>
    public string Order { get; init; } = Orders[0];

    /// <summary>Which page, 1 ….</summary>
    public int Number { get; init; } = 1;

    internal static ComparisonQuery Of(HttpRequest request) => new()
    {
        Weights = request.Query.Where(field => field.Key.StartsWith(WeightField, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[WeightField.Length..], field => field.Value.ToString(), StringComparer.Ordinal),
        Order = Orders.Contains(request.Query["sorteer"].ToString()) ? request.Query["sorteer"].ToString() : Orders[0],
        Number = int.TryParse(request.Query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1,
    };

    /// <summary>The weights as numbers; what is no number is a fault at its field, and an empty field keeps the share that the goal has.</summary>
    /// <param name="language">"nl" or "en": how numbers are written.</param>
    /// <exception cref="InvalidInputException">Something is no number.</exception>
    public IReadOnlyDictionary<string, double>? Read(string language)
    {
        if (Weights.Count == 0)
            return null;
        var (read, check) = (new Dictionary<string, double>(StringComparer.Ordinal), new InputCheck());
        foreach (var (goal, text) in Weights.Where(weight => weight.Value.Trim().Length > 0))
            if (DutchNumber.Read(text, hasPoint: language == "en") is { } number)
                read[goal] = (double)number / 100;
            else
                check.That(false, WeightField + goal, $"“{text}” is geen getal.", $"“{text}” is no number.");
        check.Done();
        return read;
    }

    /// <summary>The weights as a form has them: what was typed, else the shares that there are, in percents.</summary>
    /// <param name="goals">The goals.</param>
    /// <param name="language">"nl" or "en".</param>
    internal FormData Form(IReadOnlyList<ComparedGoal> goals, string language)
    {
        var figures = new Figures(language);
        return FormData.Empty(language).With(goals.Select(goal => KeyValuePair.Create(
            WeightField + goal.Code,
            Weights.TryGetValue(goal.Code, out var typed) && typed.Trim().Length > 0 ? typed : figures.Field(Math.Round((decimal)goal.Share * 100, 1)))));
    }

    /// <summary>The lines in the order that is asked for.</summary>
    /// <param name="lines">In order of their place.</param>
    public IReadOnlyList<ComparedInitiative> Sorted(IReadOnlyList<ComparedInitiative> lines) => Order switch
    {
        "verschuiving" => [.. lines.OrderByDescending(line => Math.Abs(line.RankThen - line.Rank))],
        "waarde" => [.. lines.OrderBy(line => line.Rank)],
        "kosten" => [.. lines.OrderByDescending(line => line.Cost)],
        "spreiding" => [.. lines.OrderByDescending(line => line.Opinions.Select(opinion => opinion.Spread).DefaultIfEmpty().Max())],
        _ => lines,
    };

    /// <summary>The address of the page with what is asked.</summary>
    public string Address()
    {
        var address = new StringBuilder("/afweging/overzicht");
        void Add(string name, string value) => address.Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?')
            .Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        foreach (var (goal, text) in Weights)
            Add(WeightField + goal, text);
        if (Order != Orders[0])
            Add("sorteer", Order);
        if (Number > 1)
            Add("pagina", Number.ToString(CultureInfo.InvariantCulture));
        return address.ToString();
    }
}
