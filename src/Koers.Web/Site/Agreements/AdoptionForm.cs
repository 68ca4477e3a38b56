using System.Globalization;
using Koers.App.Agreements;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.Domain.Runs;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Agreements;

/// <summary>The page on which a plan is adopted: what it changes, or what stands in the way of it.</summary>
internal sealed class AdoptionForm(AgreementBook book, RunList runs, PlanPictures pictures, AdoptionObstacles obstacles, PageContext here)
{
    public async Task<IResult> Show(FormData form, CancellationToken cancellation)
    {
        if (!AgreementRights.MayAdopt(here.Actor))
            throw new NotAllowedException(new Text("Een portfolioafspraak vaststellen kan een bestuurder.", "An executive may adopt a portfolio agreement."));
        var number = int.TryParse(form["/run"], NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : 0;
        if (number == 0)
            throw new AgainstRuleException(new Text(
                "Kies eerst een plan: open bij Samenstellen een planningsrun die klaar is, en druk daar op “Vaststellen als portfolioafspraak”.",
                "Choose a plan first: open a planning run that is done at Compose, and press “Adopt as portfolio agreement” there."));
        if (await pictures.Of(here.Actor, number, cancellation) is not { Value: not null } plan)
            throw new AgainstRuleException(new Text(
                $"Run {number} heeft geen plan dat vastgesteld kan worden.", $"Run {number} has no plan that can be adopted."));
        var found = await book.Find(here.Actor, new PageRequest(1, 1), cancellation);
        var before = found.Items.Count > 0 ? await book.Show(here.Actor, found.Items[0].Number, cancellation) : null;
        var view = await runs.Show(here.Actor, number, here.Language, cancellation);
        return Screen.Show<AdoptPage, AdoptModel>(
            new Text("Plan vaststellen", "Adopt a plan"),
            new AdoptModel(
                form, plan, view.State == RunState.Stopped, before, before is null ? null : AgreementDifference.Between(before, Agreed(plan)),
                await obstacles.Of(here.Actor, number, cancellation), view.Scenario));
    }

    // What would be agreed, as if it were an agreement already
    private static AgreementView Agreed(PlanPicture plan) => new(
        0, "", plan.Run, default, null, [.. plan.Chosen.Select(i => new AgreedView(i.Number, i.Name, i.Variant, plan.Calendar.DayOf(i.Start)))]);
}
