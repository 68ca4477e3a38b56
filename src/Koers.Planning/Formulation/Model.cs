using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Formulation;

/// <summary>
/// The reference formulation of a problem: maximise constant + Σ objective × column, at most one option per initiative, and the rows of
/// every rule. Solvers, search and certificate all read this one object.
/// </summary>
internal sealed class Model
{
    public Model(Problem problem)
        : this(new OptionSet(problem))
    {
    }

    public Model(OptionSet options)
        : this(options, RuleBook.For(options))
    {
    }

    /// <param name="options">All options.</param>
    /// <param name="rules">The rules that count, which may be some of the problem's.</param>
    public Model(OptionSet options, RuleBook rules)
    {
        Problem = options.Problem;
        Options = options;
        Columns = new Columns(options);
        RuleBook = rules;
        var writer = new RowWriter(options, Columns);
        for (var r = 0; r < RuleBook.Rules.Count; r++)
        {
            writer.Rule = r;
            RuleBook.Rules[r].Write(writer);
        }
        Rows = writer.Build();
        ByColumn = Rows.Entries.Transpose(Columns.Count);
        (Objective, Constant) = Formulation.Objective.Of(options, Columns);
    }

    public Problem Problem { get; }
    public OptionSet Options { get; }
    public Columns Columns { get; }
    public RuleBook RuleBook { get; }

    public Rows Rows { get; }

    /// <summary>The entries of <see cref="Rows"/> by column: key = row.</summary>
    public SparseRows ByColumn { get; }

    /// <summary>Value per column.</summary>
    public double[] Objective { get; }

    /// <summary>What every plan is worth beforehand: minus the penalty of dropping the whole reference plan.</summary>
    public double Constant { get; }
}
