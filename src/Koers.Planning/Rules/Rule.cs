using Koers.Planning.Checking;
using Koers.Planning.Formulation;

namespace Koers.Planning.Rules;

/// <summary>
/// One thing that every plan must keep: a budget, a capacity, a statutory task, a relation or a frame. Each rule is written twice, side
/// by side in its own file: as rows for the model, and as a plain reading for the checker, which knows no rows. Tests hold the two
/// against each other.
/// </summary>
internal abstract class Rule(string name)
{
    /// <summary>Relative slack within which a limit counts as kept, as in the contract's reference reading.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>How conflicts name it: <c>budget/investering</c>, <c>frame/risico</c>, <c>dependsOn/r3</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it only says what a column means, so that it never stands in the way of a plan.</summary>
    public virtual bool IsDefinition => false;

    /// <summary>Writes the rows of the reference formulation.</summary>
    public abstract void Write(RowWriter rows);

    /// <summary>Reports where a selection breaks the rule.</summary>
    public abstract void Check(Selection selection, ICollection<Violation> violations);

    /// <summary>Reports <paramref name="found"/> where it exceeds <paramref name="limit"/> by more than the tolerance.</summary>
    /// <param name="row">Name of the row of the reference formulation.</param>
    /// <param name="found">Left-hand side.</param>
    /// <param name="limit">Right-hand side.</param>
    /// <param name="largest">Largest absolute coefficient that any option has in the row: the tolerance is relative to it.</param>
    /// <param name="violations">Where it is reported.</param>
    protected void Limit(string row, double found, double limit, double largest, ICollection<Violation> violations)
    {
        var size = Math.Max(1.0, Math.Max(Math.Abs(limit), largest));
        if (found > limit + (Tolerance * size))
            violations.Add(new Violation(Name, row, found, limit));
    }
}
