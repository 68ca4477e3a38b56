using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Means;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>From rows with a column for each quarter to the lines that the use case takes in, remembering where each line was typed.</summary>
/// <param name="duration">Quarters that the variant takes.</param>
/// <param name="api">Place of the variant in what the use case takes in.</param>
/// <param name="form">Place of the variant in the form.</param>
/// <param name="places">Where faults belong.</param>
/// <param name="check">What is wrong that the use case cannot see.</param>
internal sealed class VariantLines(int duration, string api, string form, EditPlaces places, InputCheck check)
{
    // What lies outside is said by the use case, at the duration
    private readonly int _duration = Math.Clamp(duration, 1, PlanningSettings.MostQuarters);

    public IReadOnlyList<SpendInput> Spends(IReadOnlyList<MoneyRow> rows)
    {
        var lines = new List<SpendInput>();
        foreach (var (i, row) in rows.Index())
        {
            var at = $"{form}/geld/{i}";
            var budget = Chosen(row.Budget, at + "/budget", "Kies uit welk potje dit komt.", "Choose the budget this comes from.");
            void Add(int? quarter, Euro? amount, string where)
            {
                if (amount is not { } money || money == Euro.Zero)
                    return;
                Note("uitgaven", lines.Count, "bedrag", at, where);
                lines.Add(new SpendInput(budget, quarter, money, row.FundingSource));
            }

            if (One(row.Total, row.Quarters, at + "/totaal") is { } total)
                foreach (var (quarter, part) in EvenSpread.Of(total, _duration).Index())
                    Add(quarter, part, "/totaal");
            else
                foreach (var (quarter, amount) in row.Quarters.Index())
                    Add(quarter, amount, $"/kwartalen/{quarter}");
            Add(null, row.After, "/daarna");
        }

        return lines;
    }

    public IReadOnlyList<EffortInput> Efforts(IReadOnlyList<EffortRow> rows)
    {
        var lines = new List<EffortInput>();
        foreach (var (i, row) in rows.Index())
        {
            var at = $"{form}/inzet/{i}";
            var pool = Chosen(row.Pool, at + "/pool", "Kies welke mensen dit zijn.", "Choose which people these are.");
            void Add(int quarter, double? fte, string where)
            {
                if (fte is not { } people || people == 0)
                    return;
                Note("inzet", lines.Count, "fte", at, where);
                lines.Add(new EffortInput(pool, quarter, people));
            }

            if (One(row.Always, row.Quarters, at + "/steeds") is { } always)
                for (var quarter = 0; quarter < _duration; quarter++)
                    Add(quarter, always, "/steeds");
            else
                foreach (var (quarter, fte) in row.Quarters.Index())
                    Add(quarter, fte, $"/kwartalen/{quarter}");
        }

        return lines;
    }

    public IReadOnlyList<EffectInput> Effects(IReadOnlyList<EffectRow> rows)
    {
        var lines = new List<EffectInput>();
        foreach (var (i, row) in rows.Index())
            if (row.Points is { } points)
            {
                foreach (var part in (string[])["", "/doel", "/punten"])
                    places.Note($"{api}/effecten/{lines.Count}{part}", $"{form}/effecten/{i}/punten");
                lines.Add(new EffectInput(row.Goal, points));
            }

        return lines;
    }

    private string Chosen(string? code, string where, string dutch, string english)
    {
        check.That(code is not null, where, dutch, english);
        return code ?? "";
    }

    // One figure for all, or one for each: both would be a guess which counts
    private T? One<T>(T? forAll, IReadOnlyList<T?> each, string where) where T : struct
    {
        check.That(
            forAll is null || each.All(value => value is null), where,
            "Vul het totaal in of de kwartalen, niet allebei.", "Fill in the total or the quarters, not both.");
        return forAll;
    }

    private void Note(string list, int line, string value, string row, string where)
    {
        places.Note($"{api}/{list}/{line}", row + where);
        places.Note($"{api}/{list}/{line}/{value}", row + where);
        places.Note($"{api}/{list}/{line}/kwartaal", row + where);
    }
}
