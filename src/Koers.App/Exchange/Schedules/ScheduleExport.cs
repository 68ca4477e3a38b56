using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Requests;
using Koers.App.Storage;

namespace Koers.App.Exchange.Schedules;

/// <summary>Writes the agreement in force as a schedule for planning programs.</summary>
/// <param name="context">The register.</param>
public sealed class ScheduleExport(RegisterContext context)
{
    /// <summary>The schedule as MSPDI, the XML of Microsoft Project.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="grouping">What the initiatives stand under.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor sees no agreements.</exception>
    /// <exception cref="NotThereException">There is no agreement yet.</exception>
    public async Task<byte[]> Mspdi(Actor actor, ScheduleGrouping grouping, CancellationToken cancellation) =>
        AgreementRights.MaySee(actor)
            ? MspdiWriter.Write(await new AgreedSchedule(context).Read(grouping, cancellation))
            : throw new NotAllowedException(new Text("Wie een rol heeft, ziet de portfolioafspraak.", "Who has a role sees the portfolio agreement."));
}
