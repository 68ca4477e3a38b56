using Koers.App.Requests;

namespace Koers.Web.Api;

/// <summary>Pages in addresses: pagina and paginaGrootte.</summary>
internal static class Pages
{
    private const int UsualSize = 50;

    public static PageRequest Asked(int? number, int? size) => new(number ?? 1, size ?? UsualSize);
}
