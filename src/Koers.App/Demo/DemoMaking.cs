using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Organisation;
using Koers.App.Planning;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Agreements;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Koers.Domain.Organisation;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Domain.Weighing;
using Koers.Planning;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Initiative = Koers.Domain.Initiatives.Initiative;
using Relation = Koers.Domain.Initiatives.Relation;

namespace Koers.App.Demo;

/// <summary>Makes the demo, in the order in which a municipality would: organisation, people, frames, initiatives, scores, plan, agreement.</summary>
internal sealed class DemoMaking(RegisterContext context, DemoContent data, DemoTime time)
{
    private const int BeginsDaysAgo = 745;
    private const int AskedDaysAgo = 26;
    private const int AdoptedDaysAgo = 12;
    private const int Seed = 1;
    private const double Gap = 0.005;
    private static readonly TimeSpan PlanningTime = TimeSpan.FromSeconds(3);

    private readonly DemoTrail _trail = new();
    private readonly Dictionary<string, Account> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _departments = new(StringComparer.Ordinal);

    public async Task<Plan> Make(CancellationToken cancellation)
    {
        _trail.Add(time.DaysAgo(BeginsDaysAgo + 1, "begin"), null, DemoTrail.FirstAction, "gemeente");
        Organise();
        var frames = new DemoFrames(data, time, _departments);
        var content = frames.Content();
        SetFrames(frames, content);
        await context.SaveChangesAsync(cancellation);

        var initiatives = new DemoInitiatives(data, time, await CodeBook.Read(context, cancellation), _people, _trail);
        var lived = initiatives.Live();
        context.AddRange(lived.Values);
        var scores = Score(content, lived);
        var relations = Relate(lived);
        Discuss(lived);
        var (plan, run) = Plan(content, lived, scores, relations, cancellation);
        Agree(initiatives, lived, plan, run);
        Try(frames, lived);
        context.AddRange(_trail.Chained());
        await context.SaveChangesAsync(cancellation);
        return plan;
    }

    private Account Manager => _people["portfoliomanager"];

    private Account Executive => _people["wethouder"];

    private Account Controller => _people["concerncontroller"];

    private void Organise()
    {
        var at = time.DaysAgo(BeginsDaysAgo, "inrichting");
        foreach (var (said, i) in data.Town.Departments.Select((d, i) => (d, i)))
        {
            _departments[said.Code] = DemoTime.Id("afdeling/" + said.Code, at, i);
            context.Departments.Add(new Department { Id = _departments[said.Code], Code = said.Code, Name = said.Name });
        }

        foreach (var (said, i) in data.Town.Programmes.Select((p, i) => (p, i)))
            context.Programmes.Add(new Programme { Id = DemoTime.Id("programma/" + said.Code, at, i), Code = said.Code, Name = said.Name });
        foreach (var (said, i) in data.Town.Accounts.Select((a, i) => (a, i)))
            _people.Add(said.UserName, DemoAccounts.Make(context, said, said.Department is { } code ? _departments[code] : null, at, i));
        var administrator = _people["beheerder"];
        foreach (var person in _people.Values)
            _trail.Add(at, administrator, "account.maken", $"account/{person.Id}");
        foreach (var code in _departments.Keys)
            _trail.Add(at, administrator, "afdeling.maken", $"afdeling/{code}");
    }

    private void SetFrames(DemoFrames frames, FrameContent content)
    {
        context.Add(content.Settings);
        // A goal may only come after the one that it is part of; the order of the file is that order
        context.AddRange(content.Goals);
        context.AddRange(content.Budgets);
        context.AddRange(content.CapacityPools);
        context.AddRange(content.Frames);
        foreach (var weighing in frames.Weighings(content.Goals, Executive.Id))
        {
            context.Add(weighing);
            _trail.Add(weighing.SetAt, Executive, "doel.wegen", "doelen", null, JsonNode.Parse(weighing.Answers)!.AsObject());
        }

        Adopt(1, data.Frames.EarlierDecision, frames.EarlierContent());
        Adopt(2, data.Frames.Decision, content);
    }

    private void Adopt(int number, DecisionData decision, FrameContent content)
    {
        var drawn = time.DaysAgo(decision.DaysAgo + 30, decision.Name + "/ontwerp");
        foreach (var budget in content.Budgets)
            _trail.Add(drawn, Controller, "budget.wijzigen", $"budget/{budget.Code}", null, Changes.Picture(budget));
        foreach (var frame in content.Frames)
            _trail.Add(drawn.AddHours(1), Executive, "kader.wijzigen", $"kader/{frame.Code}", null, Changes.Picture(frame));
        var at = time.DaysAgo(decision.DaysAgo, decision.Name);
        context.AdoptedFrames.Add(new AdoptedFrames
        {
            Id = DemoTime.Id($"kaders/{number}", at),
            Number = number,
            Decision = decision.Name,
            Content = FrameContents.Serialise(content),
            AdoptedAt = at,
            AdoptedById = Executive.Id,
        });
        _trail.Add(at, Executive, "kaders.vaststellen", $"kaders/{number}", null, new JsonObject { ["besluit"] = decision.Name });
    }

    private List<Score> Score(FrameContent content, Dictionary<string, Initiative> lived)
    {
        var goals = content.Goals.ToDictionary(goal => goal.Code, StringComparer.Ordinal);
        Account[] assessors = [.. data.Town.Accounts.Where(a => a.Role == Role.Assessor).Select(a => _people[a.UserName])];
        var scores = data.Initiatives.SelectMany(said => DemoScores.Of(said, lived[said.Key], goals, assessors, time)).ToList();
        context.AddRange(scores);
        foreach (var given in scores.GroupBy(score => (score.InitiativeId, score.AssessorId)))
            _trail.Add(
                given.Max(score => score.At), assessors.First(a => a.Id == given.Key.AssessorId), "initiatief.beoordelen",
                $"initiatief/{lived.Values.First(i => i.Id == given.Key.InitiativeId).Number}");
        return scores;
    }

    private List<Relation> Relate(Dictionary<string, Initiative> lived)
    {
        var made = new List<Relation>();
        foreach (var (said, i) in data.Relations.Select((r, i) => (r, i)))
        {
            var members = said.Initiatives.Select(key => lived[key]).ToArray();
            var at = members.Max(member => member.CreatedAt).AddDays(1);
            var relation = new Relation
            {
                Id = DemoTime.Id("relatie/" + said.Code, at, i),
                Code = said.Code,
                Type = said.Type,
                Reason = said.Reason,
                Lag = said.Lag,
                Min = said.Min,
                Max = said.Max,
                Value = said.Value,
                Version = 1,
            };
            relation.Members.AddRange(members.Select((member, place) => new RelationMember { Place = place, InitiativeId = member.Id }));
            made.Add(relation);
            _trail.Add(at, Manager, "relatie.maken", $"relatie/{said.Code}", null, Changes.Picture(relation));
        }

        context.AddRange(made);
        return made;
    }

    private void Discuss(Dictionary<string, Initiative> lived)
    {
        foreach (var thread in data.Threads)
        {
            Guid? first = null;
            var earliest = lived[thread.Initiative].CreatedAt.AddHours(1);
            foreach (var (said, i) in thread.Remarks.Select((r, i) => (r, i)))
            {
                var at = time.DaysAgo(said.DaysAgo, $"{thread.Initiative}/opmerking/{i}");
                at = at > earliest ? at : earliest;
                earliest = at.AddMinutes(10);
                var remark = new Remark
                {
                    Id = DemoTime.Id($"opmerking/{thread.Initiative}/{i}", at),
                    InitiativeId = lived[thread.Initiative].Id,
                    AnswersId = first,
                    AuthorId = _people[said.By].Id,
                    At = at,
                    Text = said.Text,
                };
                first ??= remark.Id;
                context.Add(remark);
            }
        }
    }

    private (Plan Plan, Run Run) Plan(
        FrameContent content, Dictionary<string, Initiative> lived, List<Score> scores, List<Relation> relations, CancellationToken cancellation)
    {
        var problem = ProblemBuilder.Build(new PlanningSource
        {
            Frames = content,
            Initiatives = [.. lived.Values],
            Relations = relations,
            Scores = scores,
            Departments = _departments.ToDictionary(d => d.Value, d => d.Key),
            Programmes = context.Programmes.Local.ToDictionary(p => p.Id, p => p.Code),
        });
        // Repeatable: the time counts as a number of steps
        var options = new PlannerOptions { TimeLimit = PlanningTime, Gap = Gap, Seed = Seed, Deterministic = true };
        var plan = Planner.Plan(problem, options, progress: null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (plan.Status is not (PlanStatus.Optimal or PlanStatus.Feasible))
            throw new InvalidOperationException($"The demo cannot be planned: {plan.Status}, {string.Join(", ", plan.Conflict)}.");
        using var written = new MemoryStream();
        ProblemWriter.Write(written, problem);
        var asked = time.DaysAgo(AskedDaysAgo, "planning");
        var run = new Run
        {
            Id = DemoTime.Id("run/1", asked),
            Number = 1,
            Kind = RunKind.Plan,
            State = RunState.Done,
            Options = new JsonObject { ["tijdslimiet"] = PlanningTime.TotalSeconds, ["marge"] = Gap, ["zaad"] = Seed, ["herhaalbaar"] = true }.ToJsonString(),
            Problem = Encoding.UTF8.GetString(written.ToArray()),
            Result = Encoding.UTF8.GetString(PlanWriter.ToBytes(plan)),
            Value = plan.Value,
            Bound = plan.Bound,
            Gap = plan.Gap,
            Attempts = 1,
            AskedById = Manager.Id,
            AskedAt = asked,
            StartedAt = asked.AddSeconds(2),
            EndedAt = asked.AddSeconds(2 + Math.Ceiling(plan.Seconds)),
        };
        context.Add(run);
        _trail.Add(asked, Manager, "run.vragen", "run/1");
        return (plan, run);
    }

    /// <summary>The plan is adopted: what is in it is chosen; what is not waits, or ends with a reason.</summary>
    private void Agree(DemoInitiatives initiatives, Dictionary<string, Initiative> lived, Plan plan, Run run)
    {
        var at = time.DaysAgo(AdoptedDaysAgo, "afspraak");
        var agreement = new PortfolioAgreement
        {
            Id = DemoTime.Id("afspraak/1", at),
            Number = 1,
            Name = $"Portfolioafspraak {time.Start.Year}",
            RunId = run.Id,
            AdoptedAt = at,
            AdoptedById = Executive.Id,
        };
        var chosen = plan.Selected.ToDictionary(choice => choice.Initiative.Value, StringComparer.Ordinal);
        _trail.Add(at, Executive, "afspraak.vaststellen", "afspraak/1", null, new JsonObject { ["naam"] = agreement.Name, ["run"] = run.Number });
        foreach (var said in data.Initiatives)
        {
            var initiative = lived[said.Key];
            if (chosen.TryGetValue(initiative.Number, out var choice))
            {
                var start = time.Quarter(choice.Start);
                agreement.Initiatives.Add(new AgreedInitiative { InitiativeId = initiative.Id, Variant = choice.Variant.Value, Start = start });
                if (initiative.State != InitiativeState.Weighed)
                    continue;
                (initiative.AgreedVariant, initiative.AgreedStart) = (choice.Variant.Value, start);
                initiatives.Take(initiative, InitiativeState.Chosen, null, Executive, at);
            }
            else if (initiative.State == InitiativeState.Weighed && said.WhenLeftOut is { } outcome)
                initiatives.Take(initiative, outcome.To, outcome.Reason, Executive, at.AddMinutes(1));
        }

        context.Add(agreement);
    }

    private void Try(DemoFrames frames, Dictionary<string, Initiative> lived)
    {
        foreach (var said in data.Frames.Scenarios)
        {
            var content = frames.Content();
            foreach (var year in content.Budgets.Where(budget => budget.Code == said.Budget).SelectMany(budget => budget.Years))
                year.Amount = Domain.Means.Euro.Of(decimal.Round(year.Amount.Amount * said.Factor));
            var at = time.DaysAgo(said.DaysAgo, said.Name);
            var scenario = new Scenario
            {
                Id = DemoTime.Id("scenario/" + said.Name, at),
                Name = said.Name,
                Description = said.Description,
                BasedOnNumber = 2,
                Content = FrameContents.Serialise(content),
                MadeById = Manager.Id,
                MadeAt = at,
                ChangedAt = at,
                Version = 1,
            };
            scenario.Choices.AddRange(said.ForcedIn.Select(key => new ScenarioChoice { InitiativeId = lived[key].Id, Kind = ScenarioChoiceKind.ForceIn }));
            scenario.Choices.AddRange(said.ForcedOut.Select(key => new ScenarioChoice { InitiativeId = lived[key].Id, Kind = ScenarioChoiceKind.ForceOut }));
            context.Add(scenario);
            _trail.Add(at, Manager, "scenario.maken", $"scenario/{scenario.Id}", null, new JsonObject { ["naam"] = said.Name });
        }
    }
}
