using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Means;

/// <summary>Reads tables of means. Where a figure cannot be read, the rest is judged nevertheless: who has mended the figures is not sent back a
/// second time for what was wrong all along.</summary>
internal static class MeansReader
{
    // Keeps to every rule of means, so that nothing is said of it beyond that it cannot be read
    private const string Harmless = "0";

    /// <summary>Reads a table and saves it.</summary>
    /// <typeparam name="T">The rows.</typeparam>
    /// <param name="form">The form, as the use case reads it.</param>
    /// <param name="save">Saves the rows.</param>
    /// <param name="check">Judges the rows, and saves nothing.</param>
    /// <returns>How many rows were added or changed.</returns>
    /// <exception cref="InvalidInputException">Figures cannot be read, or rules are broken: all of it at once, in the order of the form.</exception>
    public static async Task<int> Read<T>(FormData form, Func<T, Task<int>> save, Func<T, Task> check)
    {
        var isRead = false;
        try
        {
            return await FormReader.Read<T, int>(form, input =>
            {
                isRead = true;
                return save(input);
            });
        }
        catch (InvalidInputException unreadable) when (!isRead)
        {
            var places = unreadable.Faults.Select(fault => fault.Where).ToHashSet(StringComparer.Ordinal);
            var others = (await Broken(form.With(places.Select(place => KeyValuePair.Create(place, Harmless))), check))
                .Where(fault => !places.Contains(fault.Where));
            var order = form.Places.Select((place, at) => (place, at)).ToDictionary(one => one.place, one => one.at, StringComparer.Ordinal);
            throw new InvalidInputException(
                [.. unreadable.Faults.Concat(others).OrderBy(fault => order.GetValueOrDefault(fault.Where, int.MaxValue))]);
        }
    }

    private static async Task<IReadOnlyList<InputFault>> Broken<T>(FormData form, Func<T, Task> check)
    {
        try
        {
            return await FormReader.Read<T, IReadOnlyList<InputFault>>(form, async input =>
            {
                await check(input);
                return [];
            });
        }
        catch (InvalidInputException e)
        {
            return e.Faults;
        }
    }
}
