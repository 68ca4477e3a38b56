using Koers.App.Initiatives;
using Koers.Domain.Initiatives;

namespace Koers.App.Memory;

/// <summary>An initiative that is remembered. For reading by many at once.</summary>
/// <param name="Stored">As it is stored, with its variants; never to be changed.</param>
/// <param name="View">As it is shown.</param>
public sealed record RememberedInitiative(Initiative Stored, InitiativeView View);
