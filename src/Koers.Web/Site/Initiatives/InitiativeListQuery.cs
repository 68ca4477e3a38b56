using System.Globalization;
using System.Text;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Initiatives;

/// <summary>What is asked of the list of initiatives, as it stands in the address of the page: so that it can be kept, sent on, and gone back to.</summary>
public sealed record InitiativeListQuery
{
    /// <summary>Most initiatives on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Words that must all be in name, summary or number.</summary>
    public string Search { get; init; } = "";

    /// <summary>States, any of them; empty = all.</summary>
    public IReadOnlyList<InitiativeState> States { get; init; } = [];

    /// <summary>Code of the department; empty = all.</summary>
    public string Department { get; init; } = "";

    /// <summary>Code of the programme; empty = all.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Only those of which who looks is proposer or lead.</summary>
    public bool IsMine { get; init; }

    /// <summary>By what is sorted, with a hyphen before it from high to low.</summary>
    public string Order { get; init; } = "nummer";

    /// <summary>Which page, 1 ….</summary>
    public int Number { get; init; } = 1;

    /// <summary>Codes of the columns that are shown beside number and name, in their order.</summary>
    public IReadOnlyList<string> Columns { get; init; } = ListColumn.Usual;

    /// <summary>Whether something is left out.</summary>
    public bool IsFiltered => Search.Length > 0 || States.Count > 0 || Department.Length > 0 || Programme.Length > 0 || IsMine;

    internal static InitiativeListQuery Of(IQueryCollection query)
    {
        string Asked(string name) => query[name].ToString().Trim();
        var order = Asked("sorteer");
        return new InitiativeListQuery
        {
            Search = Asked("zoek"),
            // What somebody changed in the address by hand and is no state, is left out
            States = [.. query["toestand"].Select(word => Words.Parse<InitiativeState>(word)).OfType<InitiativeState>().Distinct()],
            Department = Asked("afdeling"),
            Programme = Asked("programma"),
            IsMine = Asked("mijn") is "true" or "on",
            Columns = query.ContainsKey("kolom")
                ? [.. ListColumn.All.Select(column => column.Code).Where(code => query["kolom"].Contains(code))]
                : ListColumn.Usual,
            Order = InitiativeList.Orders.Contains(order.TrimStart('-')) ? order : "nummer",
            Number = int.TryParse(Asked("pagina"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1,
        };
    }

    /// <summary>As the use case takes it in.</summary>
    public InitiativeQuery ToQuery() => new()
    {
        Search = Search,
        States = States,
        Department = Department.Length > 0 ? Department : null,
        Programme = Programme.Length > 0 ? Programme : null,
        IsMine = IsMine,
        Order = Order,
    };

    /// <summary>The address of the list with what is asked.</summary>
    /// <param name="path">The page.</param>
    public string Address(string path = "/initiatieven")
    {
        var address = new StringBuilder(path);
        void Add(string name, string value) =>
            address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        if (Search.Length > 0)
            Add("zoek", Search);
        foreach (var state in States)
            Add("toestand", Words.Json(state));
        if (Department.Length > 0)
            Add("afdeling", Department);
        if (Programme.Length > 0)
            Add("programma", Programme);
        if (IsMine)
            Add("mijn", "true");
        if (!Columns.SequenceEqual(ListColumn.Usual))
            // None at all is a choice too
            foreach (var column in Columns.DefaultIfEmpty("geen"))
                Add("kolom", column);
        if (Order != "nummer")
            Add("sorteer", Order);
        if (Number > 1)
            Add("pagina", Number.ToString(CultureInfo.InvariantCulture));
        return address.ToString();
    }

    /// <summary>The same sorted by a column: from low to high, and where it is so already from high to low.</summary>
    /// <param name="column">Name of the column.</param>
    public InitiativeListQuery SortedBy(string column) => this with { Order = Order == column ? "-" + column : column, Number = 1 };
}
