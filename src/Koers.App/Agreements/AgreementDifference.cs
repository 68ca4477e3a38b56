using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Agreements;

/// <summary>What is agreed otherwise than in the agreement before.</summary>
/// <param name="Before">Number of the agreement before.</param>
/// <param name="In">What is new.</param>
/// <param name="Out">What is not in it any more, as it was agreed before.</param>
/// <param name="Moved">What starts at another time or in another variant.</param>
public sealed record AgreementDifference(
    int Before, IReadOnlyList<AgreedView> In, IReadOnlyList<AgreedView> Out, IReadOnlyList<AgreementMove> Moved)
{
    /// <summary>Between an agreement and the one before it.</summary>
    /// <param name="before">The agreement before.</param>
    /// <param name="now">The agreement.</param>
    public static AgreementDifference Between(AgreementView before, AgreementView now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var old = before.Initiatives.ToDictionary(line => line.Initiative, StringComparer.Ordinal);
        var kept = now.Initiatives.Select(line => line.Initiative).ToHashSet(StringComparer.Ordinal);
        return new AgreementDifference(
            before.Number, [.. now.Initiatives.Where(line => !old.ContainsKey(line.Initiative))], [.. before.Initiatives.Where(line => !kept.Contains(line.Initiative))],
            [.. now.Initiatives.Where(line => old.TryGetValue(line.Initiative, out var was) && (was.Start != line.Start || was.Variant != line.Variant))
                .Select(line => new AgreementMove(old[line.Initiative], line))]);
    }
}

/// <summary>An initiative that is agreed otherwise.</summary>
/// <param name="Was">As before.</param>
/// <param name="Is">As now.</param>
public sealed record AgreementMove(AgreedView Was, AgreedView Is);

/// <summary>Compares agreements.</summary>
/// <param name="book">The agreements.</param>
/// <param name="context">The register.</param>
public sealed class AgreementHistory(AgreementBook book, RegisterContext context)
{
    /// <summary>How others see who adopted something.</summary>
    /// <param name="accounts">Ids of accounts.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Names by id; accounts that are gone are not in it.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(IEnumerable<Guid?> accounts, CancellationToken cancellation)
    {
        var ids = accounts.OfType<Guid>().Distinct().ToArray();
        return await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
    }

    /// <summary>What is different from the agreement before; null for the first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<AgreementDifference?> Of(Actor actor, AgreementView agreement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.Number > 1
            ? AgreementDifference.Between(await book.Show(actor, agreement.Number - 1, cancellation), agreement)
            : null;
    }
}
