using System.Globalization;
using System.Text;
using Koers.App.Audit;
using Koers.App.Exchange.Sheets;
using Koers.App.Requests;
using Koers.Domain.Audit;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Administration;

/// <summary>The audit trail.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Found">Lines, newest first.</param>
/// <param name="Names">How people know who and what lines name by id.</param>
/// <param name="Actions">Everything that was ever done, to choose from.</param>
public sealed record AuditModel(
    AuditAsked Asked, Page<AuditLine> Found, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Actions);

/// <summary>What is asked of the audit trail, as it stands in the address of the page.</summary>
public sealed record AuditAsked
{
    /// <summary>Most lines on a page.</summary>
    public const int PageSize = 50;

    private const int Longest = 200;

    // Further away nothing happened, and days cannot be counted with
    private const int FirstYear = 1900;
    private const int LastYear = 8999;

    /// <summary>What is wrong in what is asked; nothing is shown then.</summary>
    public IReadOnlyList<InputFault> Faults { get; private init; } = [];

    /// <summary>What was done something to, with all below it; empty = everything.</summary>
    public string Target { get; init; } = "";

    /// <summary>Who: a name, or as the trail writes it; empty = everybody.</summary>
    public string Actor { get; init; } = "";

    /// <summary>What was done; empty = everything.</summary>
    public string Action { get; init; } = "";

    /// <summary>The first day; null = from the begin.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null = to the end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How it ended; null = no matter.</summary>
    public AuditResult? Result { get; init; }

    /// <summary>Which page, 1 ….</summary>
    public int Number { get; init; } = 1;

    /// <summary>Whether something is left out.</summary>
    public bool IsFiltered => Target.Length + Actor.Length + Action.Length > 0 || From is not null || Until is not null || Result is not null;

    internal static AuditAsked Of(HttpRequest request)
    {
        string Asked(string name)
        {
            var text = request.Query[name].ToString().Trim();
            return text[..Math.Min(text.Length, Longest)];
        }

        // A filter that is not understood shows nothing: what is shown in its place would look like an answer
        var check = new InputCheck();
        DateOnly? Day(string name)
        {
            var (text, day) = (Asked(name), DutchNumber.Day(Asked(name)));
            return check.That(
                text.Length == 0 || day is not null, "/" + name, $"“{text}” is geen dag; schrijf een dag als 1-1-2027.",
                $"“{text}” is no day; write a day as 1-1-2027.") && day is { } known
                ? new DateOnly(Math.Clamp(known.Year, FirstYear, LastYear), known.Month, Math.Min(known.Day, DateTime.DaysInMonth(Math.Clamp(known.Year, FirstYear, LastYear), known.Month)))
                : null;
        }

        var result = Words.Parse<AuditResult>(Asked("resultaat"));
        check.That(
            result is not null || Asked("resultaat").Length == 0, "/resultaat", $"“{Asked("resultaat")}” is geen afloop; kies er een uit de lijst.",
            $"“{Asked("resultaat")}” is no result; choose one of the list.");
        var asked = new AuditAsked
        {
            Target = TargetOf(Asked("object").Trim('/')),
            Actor = Asked("wie"),
            Action = Asked("actie"),
            From = Day("van"),
            Until = Day("tot"),
            Result = result,
            Number = int.TryParse(Asked("pagina"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1,
        };
        return asked with { Faults = check.Faults };
    }

    // Who knows an initiative knows its number
    private static string TargetOf(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) ? "initiatief/" + text : text;

    /// <summary>As the use case takes it in.</summary>
    /// <param name="actor">Who was asked for, as the trail writes it.</param>
    public AuditQuery ToQuery(string? actor) => new()
    {
        Target = Target,
        Action = Action,
        Actor = actor,
        From = From is { } from ? DutchTime.BeginOf(from) : null,
        // The last day is in it
        Until = Until is { } until ? DutchTime.BeginOf(until.AddDays(1)) : null,
        Result = Result,
    };

    /// <summary>An address with what is asked.</summary>
    /// <param name="path">The page or file.</param>
    public string Address(string path)
    {
        var address = new StringBuilder(path);
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                address.Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        Add("object", Target);
        Add("wie", Actor);
        Add("actie", Action);
        Add("van", Written(From));
        Add("tot", Written(Until));
        Add("resultaat", Result is { } result ? Words.Json(result) : null);
        Add("pagina", Number > 1 ? Number.ToString(CultureInfo.InvariantCulture) : null);
        return address.ToString();
    }

    /// <summary>A day as it stands in a field and in an address.</summary>
    /// <param name="day">The day.</param>
    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
