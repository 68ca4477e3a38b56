namespace Koers.Domain.PolicyFields;

/// <summary>A policy field (taakveld) of Iv3: how every municipality divides its money, by law.</summary>
/// <param name="Order">Place in the list.</param>
/// <param name="Code">The code, text: "0.1" is not "0.10".</param>
/// <param name="Name">Its name.</param>
/// <param name="MainCode">Code of the main field that it is part of.</param>
/// <param name="MainName">Name of that main field.</param>
/// <param name="FromYear">First year of the list that it is in.</param>
public sealed record PolicyField(int Order, string Code, string Name, string MainCode, string MainName, int FromYear);
