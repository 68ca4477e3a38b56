using Koers.App.Goals;
using Koers.App.Means;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Means;

namespace Koers.App.Frames;

/// <summary>From content with ids to a document with codes, and back.</summary>
internal static class ContentDocument
{
    /// <summary>The content as a document.</summary>
    public static FrameContentInput Read(FrameContent content, FrameReferences register)
    {
        var codes = register.Within(content);
        var goals = new List<Goal>();
        GoalOrder.Walk(new GoalTree(content.Goals), (goal, _) => goals.Add(goal));
        return new FrameContentInput
        {
            Settings = SettingsInput.Of(content.Settings),
            Goals = [.. goals.Select(goal => GoalInput.Of(goal, codes))],
            Budgets = [.. content.Budgets.Select(BudgetInput.Of)],
            CapacityPools = [.. content.CapacityPools.Select(pool => CapacityPoolInput.Of(pool, codes))],
            Frames = [.. content.Frames.Select(frame => FrameInput.Of(frame, codes))],
        };
    }

    /// <summary>Content from a document. What has a code that was there keeps its id: initiatives and scores refer to it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="before">Content as it was, for ids.</param>
    /// <param name="register">Departments and programmes.</param>
    /// <param name="place">JSON pointer of the document in what was sent.</param>
    /// <exception cref="InvalidInputException">Something is wrong in the document.</exception>
    public static FrameContent Write(FrameContentInput document, FrameContent before, FrameReferences register, string place)
    {
        var check = new InputCheck();
        FrameLimits.Settings(document.Settings, check, place + "/instellingen");
        Count(document, check, place);
        check.Done();
        var codes = References(document, before, register);
        Gather(document, codes, check, place);
        check.Done();
        var content = new FrameContent { Settings = new PlanningSettings { Municipality = document.Settings.Municipality, Version = before.Settings.Version } };
        document.Settings.Write(content.Settings);
        foreach (var input in document.Goals.OrderBy(goal => goal.Code, StringComparer.Ordinal))
        {
            var goal = new Goal { Id = codes.Goals.Id(input.Code)!.Value, Code = input.Code, Name = input.Name };
            input.Write(goal, codes);
            content.Goals.Add(goal);
        }

        foreach (var input in document.Budgets.OrderBy(budget => budget.Code, StringComparer.Ordinal))
        {
            var budget = new Budget { Id = codes.Budgets.Id(input.Code)!.Value, Code = input.Code, Name = input.Name };
            input.Write(budget);
            content.Budgets.Add(budget);
        }

        foreach (var input in document.CapacityPools.OrderBy(pool => pool.Code, StringComparer.Ordinal))
        {
            var pool = new CapacityPool { Id = codes.CapacityPools.Id(input.Code)!.Value, Code = input.Code, Name = input.Name };
            input.Write(pool, codes);
            content.CapacityPools.Add(pool);
        }

        foreach (var input in document.Frames.OrderBy(frame => frame.Code, StringComparer.Ordinal))
        {
            var id = before.Frames.Find(frame => frame.Code == input.Code)?.Id ?? Guid.CreateVersion7();
            var frame = new Frame { Id = id, Code = input.Code, Name = input.Name };
            input.Write(frame, codes);
            content.Frames.Add(frame);
        }

        return content;
    }

    private static void Count(FrameContentInput document, InputCheck check, string place)
    {
        foreach (var (name, codes) in ((string, IReadOnlyList<string>)[])[
            ("doelen", [.. document.Goals.Select(goal => goal.Code)]), ("budgetten", [.. document.Budgets.Select(budget => budget.Code)]),
            ("capaciteitspools", [.. document.CapacityPools.Select(pool => pool.Code)]), ("kaders", [.. document.Frames.Select(frame => frame.Code)])])
            if (FrameLimits.AtMost(check, codes.Count, FrameLimits.MostParts, $"{place}/{name}"))
                FrameLimits.NoDoubles(check, codes, i => $"{place}/{name}/{i}/code");
    }

    /// <summary>The codes of the document itself, with the ids that they had or new ones.</summary>
    private static FrameReferences References(FrameContentInput document, FrameContent before, FrameReferences register)
    {
        static CodeTable Table<T>(IEnumerable<(string Code, string Name)> entered, List<T> had, Func<T, string> code, Func<T, Guid> id) where T : class => new(
            [.. entered.Select(e => new CodeLine(had.Find(h => code(h) == e.Code) is { } there ? id(there) : Guid.CreateVersion7(), e.Code, e.Name))]);
        return register with
        {
            Goals = Table(document.Goals.Select(g => (g.Code, g.Name)), before.Goals, g => g.Code, g => g.Id),
            Budgets = Table(document.Budgets.Select(b => (b.Code, b.Name)), before.Budgets, b => b.Code, b => b.Id),
            CapacityPools = Table(document.CapacityPools.Select(p => (p.Code, p.Name)), before.CapacityPools, p => p.Code, p => p.Id),
            LowestScore = document.Settings.LowestScore,
            HighestScore = document.Settings.HighestScore,
        };
    }

    private static void Gather(FrameContentInput document, FrameReferences codes, InputCheck check, string place)
    {
        for (var i = 0; i < document.Goals.Count; i++)
        {
            document.Goals[i].Gather(codes, check, $"{place}/doelen/{i}");
            check.That(
                document.Goals[i].Weight is not null, $"{place}/doelen/{i}/gewicht", "Geef het gewicht, van 0 tot en met 1.", "Give the weight, from 0 to 1.");
            check.That(
                !IsInCircleOrTooDeep(document.Goals, document.Goals[i]), $"{place}/doelen/{i}/boven",
                $"Dit doel hangt onder zichzelf, of dieper dan {GoalOrder.MostLevels} niveaus.",
                $"This goal is part of itself, or lies deeper than {GoalOrder.MostLevels} levels.");
        }

        for (var i = 0; i < document.Budgets.Count; i++)
            document.Budgets[i].Gather(check, $"{place}/budgetten/{i}");
        for (var i = 0; i < document.CapacityPools.Count; i++)
            document.CapacityPools[i].Gather(codes, check, $"{place}/capaciteitspools/{i}");
        for (var i = 0; i < document.Frames.Count; i++)
            FrameCheck.Gather(document.Frames[i], codes, check, $"{place}/kaders/{i}");
    }

    private static bool IsInCircleOrTooDeep(IReadOnlyList<GoalInput> goals, GoalInput goal)
    {
        var at = goal;
        for (var level = 0; at?.Parent is not null; level++)
        {
            if (level >= GoalOrder.MostLevels)
                return true;
            at = goals.FirstOrDefault(other => other.Code == at.Parent);
        }

        return false;
    }
}
