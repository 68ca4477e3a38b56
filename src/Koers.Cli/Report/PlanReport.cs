using Koers.Cli.Terminal;

namespace Koers.Cli.Report;

/// <summary>The result of <c>koers plan</c>, from the headline to the frames.</summary>
internal static class PlanReport
{
    public static void Write(Page page, PlanOutcome outcome)
    {
        var periods = new Periods(outcome.Problem.Horizon, page.Vocabulary.Report);
        Headline.Write(page, periods, outcome);
        if (!outcome.HasPlan)
        {
            ConflictReport.Write(page, periods, outcome);
            return;
        }

        var figures = outcome.Figures!;
        var sizes = ListSizes.For(outcome.Everything);
        ChosenList.Write(page, periods, outcome.Problem, outcome.Plan, sizes);
        LeftOutList.Write(page, outcome.Problem, outcome.Plan, sizes);
        BudgetBars.Write(page, periods, figures, sizes);
        CapacityBars.Write(page, periods, outcome.Problem.Horizon, figures, sizes);
        GoalScores.Write(page, figures, sizes);
        SynergyList.Write(page, outcome.Problem, figures, sizes);
        FrameTable.Write(page, outcome.Problem, figures, sizes);
    }
}
