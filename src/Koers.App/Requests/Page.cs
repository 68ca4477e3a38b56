using System.Text.Json.Serialization;

namespace Koers.App.Requests;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Number">Which page, 1 ….</param>
/// <param name="Size">How many on a page, 1 to <see cref="MostOnPage"/>.</param>
public sealed record PageRequest(int Number = 1, int Size = 50)
{
    /// <summary>Most that a page can hold.</summary>
    public const int MostOnPage = 200;

    /// <summary>How many come before it.</summary>
    public int Skip => (Number - 1) * Size;

    /// <summary>Notes what is wrong with it.</summary>
    /// <param name="check">Where faults are noted.</param>
    public void Gather(InputCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Range(Number, "/pagina", 1, 1_000_000);
        check.Range(Size, "/paginaGrootte", 1, MostOnPage);
    }

    /// <summary>That part of a list that is there as a whole.</summary>
    /// <param name="all">The whole list, in order.</param>
    /// <exception cref="InvalidInputException">There can be no such page.</exception>
    public Page<T> Of<T>(IReadOnlyList<T> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var check = new InputCheck();
        Gather(check);
        check.Done();
        return new Page<T>([.. all.Skip(Skip).Take(Size)], Number, Size, all.Count);
    }
}

/// <summary>A part of a list.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="Number">Which page.</param>
/// <param name="Size">How many fit on one.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record Page<T>(
    [property: JsonPropertyName("items")] IReadOnlyList<T> Items,
    [property: JsonPropertyName("pagina")] int Number,
    [property: JsonPropertyName("paginaGrootte")] int Size,
    [property: JsonPropertyName("totaal")] int Total);
