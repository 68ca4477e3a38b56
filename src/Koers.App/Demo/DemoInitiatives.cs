using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;

namespace Koers.App.Demo;

/// <summary>Lives the past of the initiatives: proposed, worked out, and step by step to where they stand, by the same rules as everywhere.</summary>
/// <param name="data">What the data files say.</param>
/// <param name="time">The times.</param>
/// <param name="codes">Codes and ids.</param>
/// <param name="people">Accounts by user name.</param>
/// <param name="trail">Where it is noted.</param>
internal sealed class DemoInitiatives(
    DemoContent data, DemoTime time, CodeBook codes, IReadOnlyDictionary<string, Account> people, DemoTrail trail)
{
    private const int Thousand = 1000;
    private const int QuartersInYear = 4;

    /// <summary>All initiatives by key, as they stood before the agreement.</summary>
    public Dictionary<string, Initiative> Live()
    {
        var lived = new Dictionary<string, Initiative>(StringComparer.Ordinal);
        var given = new Dictionary<int, int>();
        foreach (var (said, at) in data.Initiatives.Select(i => (i, time.DaysAgo(i.DaysAgo, i.Key))).OrderBy(pair => pair.Item2).ThenBy(pair => pair.i.Key, StringComparer.Ordinal))
        {
            given[at.Year] = given.GetValueOrDefault(at.Year) + 1;
            lived.Add(said.Key, Live(said, $"{at.Year:0000}-{given[at.Year]:0000}", at));
        }

        return lived;
    }

    /// <summary>Lets an initiative take a step, and notes it.</summary>
    public void Take(Initiative initiative, InitiativeState to, string? reason, Account by, DateTimeOffset at)
    {
        var step = InitiativeSteps.Find(initiative.State, to)
            ?? throw new InvalidOperationException($"{initiative.Name} cannot go from {initiative.State} to {to}.");
        Change(initiative, "initiatief.stap", by, at, () => initiative.Take(step, reason));
    }

    /// <summary>Changes an initiative, and notes what changed.</summary>
    public void Change(Initiative initiative, string action, Account by, DateTimeOffset at, Action change)
    {
        var before = Changes.Picture(InitiativeView.Of(initiative, codes));
        change();
        (initiative.ChangedAt, initiative.Version) = (at, initiative.Version + 1);
        trail.Add(at, by, action, $"initiatief/{initiative.Number}", before, Changes.Picture(InitiativeView.Of(initiative, codes)));
    }

    /// <summary>What the data files say of an initiative, as people would enter it.</summary>
    public InitiativeInput Input(InitiativeData said) => new()
    {
        Name = said.Name,
        Summary = said.Summary,
        Department = said.Department,
        Programme = said.Programme,
        Area = said.Area,
        Phase = said.Phase,
        PolicyField = said.PolicyField,
        IsStatutory = said.IsStatutory,
        PoliticalSponsor = said.PoliticalSponsor,
        ExecutiveSponsor = said.ExecutiveSponsor,
        Lead = said.Lead is null ? null : people[said.Lead].Id,
        Labels = said.Labels,
        Partners = said.Partners,
        Documents = said.Documents,
        Variants = [.. said.Variants.Select(variant => Input(said, variant))],
    };

    private Initiative Live(InitiativeData said, string number, DateTimeOffset at)
    {
        var initiative = new Initiative
        {
            Id = DemoTime.Id("initiatief/" + said.Key, at),
            Number = number,
            Name = said.Name,
            ProposerId = people[said.Proposer].Id,
            CreatedAt = at,
            ChangedAt = at,
            Version = 1,
        };
        var input = Checked(said);
        // First an idea: the name and a few lines
        InitiativeContent.Write(initiative, new InitiativeInput { Name = input.Name, Summary = input.Summary, Department = input.Department }, codes);
        trail.Add(at, people[said.Proposer], "initiatief.indienen", $"initiatief/{number}", null, Changes.Picture(InitiativeView.Of(initiative, codes)));
        foreach (var (variant, place) in said.Variants.Select((variant, place) => (variant, place)))
            initiative.Variants.Add(new Variant { Id = DemoTime.Id($"variant/{said.Key}/{variant.Code}", at, place), Code = variant.Code });
        var worked = said.Steps.Count > 0 ? time.DaysAgo(said.Steps[0].DaysAgo, said.Key + "/uitgewerkt") : at;
        Change(initiative, "initiatief.wijzigen", people[said.Proposer], worked > at ? worked : at, () => InitiativeContent.Write(initiative, input, codes));
        foreach (var step in said.Steps)
        {
            var moment = time.DaysAgo(step.DaysAgo, $"{said.Key}/{step.To}");
            if (step.To == InitiativeState.Running && said.Started is { } started)
            {
                // What still runs is counted from the plan: in whatever month the demo is made, as much of the means is taken
                var goesOn = step == said.Steps[^1];
                (initiative.AgreedVariant, initiative.AgreedStart) = (started.Variant, goesOn
                    ? time.Quarter(-started.QuartersAgo - 1)
                    : time.QuartersAgo(started.QuartersAgo));
                if (goesOn)
                    moment = new DateTimeOffset(initiative.AgreedStart.Value, new TimeOnly(9, 0), TimeSpan.Zero);
            }

            Take(initiative, step.To, step.Reason, people[step.By], moment > initiative.ChangedAt ? moment : initiative.ChangedAt.AddMinutes(1));
        }

        return initiative;
    }

    /// <exception cref="InvalidInputException">The data files break a rule that holds for everybody.</exception>
    private InitiativeInput Checked(InitiativeData said)
    {
        var input = Input(said);
        var check = new InputCheck();
        InitiativeCheck.Gather(input, codes, check, said.Key);
        check.Done();
        return input;
    }

    private VariantInput Input(InitiativeData said, VariantData variant) => new()
    {
        Code = variant.Code,
        Description = variant.Description,
        Duration = variant.Duration,
        EarliestStart = variant.Earliest is { } earliest ? time.Quarter(earliest) : null,
        LatestStart = variant.Latest is { } latest ? time.Quarter(latest) : null,
        Success = variant.Success,
        EffectShare = variant.Share,
        Spends =
        [
            .. variant.Money.SelectMany(money => Spread(money.Value * Thousand, variant.Duration)
                .Select((amount, quarter) => new SpendInput(money.Key, quarter, amount))),
            .. variant.MoneyAfter.Select(money => new SpendInput(money.Key, null, Euro.Of(decimal.Round(money.Value * Thousand / QuartersInYear)))),
        ],
        Efforts = [.. variant.People.SelectMany(people => Enumerable.Range(0, variant.Duration).Select(q => new EffortInput(people.Key, q, people.Value)))],
        Effects = [.. said.Scores.Select(score => new EffectInput(score.Key, score.Value))],
    };

    /// <summary>Money over the quarters: a third of the time is preparing, which costs a third of what carrying out does. In whole hundreds of
    /// euros; the last quarter takes what is left.</summary>
    private static Euro[] Spread(decimal amount, int quarters)
    {
        var weights = Enumerable.Range(0, quarters).Select(q => q < quarters / 3 ? 1 : 3).ToArray();
        var parts = weights.Select(weight => decimal.Round(amount * weight / weights.Sum() / 100) * 100).ToArray();
        parts[^1] += amount - parts.Sum();
        return [.. parts.Select(Euro.Of)];
    }
}
