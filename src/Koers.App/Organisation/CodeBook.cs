using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Organisation;

/// <summary>Codes and ids of everything that people refer to by code; read once for a request.</summary>
public sealed class CodeBook
{
    private readonly HashSet<string> _goalsWithParts;

    private CodeBook(
        CodeTable departments, CodeTable programmes, CodeTable budgets, CodeTable pools, CodeTable goals, HashSet<string> goalsWithParts) =>
        (Departments, Programmes, Budgets, CapacityPools, Goals, _goalsWithParts) =
            (departments, programmes, budgets, pools, goals, goalsWithParts);

    /// <summary>Departments.</summary>
    public CodeTable Departments { get; }

    /// <summary>Programmes.</summary>
    public CodeTable Programmes { get; }

    /// <summary>Budgets.</summary>
    public CodeTable Budgets { get; }

    /// <summary>Capacity pools.</summary>
    public CodeTable CapacityPools { get; }

    /// <summary>Goals.</summary>
    public CodeTable Goals { get; }

    /// <summary>Whether no goal lies below a goal: effects and scores belong to such goals only.</summary>
    /// <param name="goal">Code of a goal that is there.</param>
    public bool IsLeaf(string goal) => !_goalsWithParts.Contains(goal);

    /// <summary>The same with the names of goals and means as they were adopted; what was not, is called by its code.</summary>
    /// <param name="adopted">The frames in force; null where there are none.</param>
    internal CodeBook AsIn(FrameContent? adopted) => new(
        Departments, Programmes,
        Called(Budgets, (adopted?.Budgets ?? []).ToDictionary(budget => budget.Id, budget => budget.Name)),
        Called(CapacityPools, (adopted?.CapacityPools ?? []).ToDictionary(pool => pool.Id, pool => pool.Name)),
        Called(Goals, (adopted?.Goals ?? []).ToDictionary(goal => goal.Id, goal => goal.Name)), _goalsWithParts);

    private static CodeTable Called(CodeTable table, Dictionary<Guid, string> names) =>
        new([.. table.Lines.Select(line => line with { Name = names.GetValueOrDefault(line.Id, line.Code) })]);

    /// <summary>Reads the codes.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<CodeBook> Read(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CodeBook(
            new CodeTable(await context.Departments.Select(d => new CodeLine(d.Id, d.Code, d.Name)).ToListAsync(cancellation)),
            new CodeTable(await context.Programmes.Select(p => new CodeLine(p.Id, p.Code, p.Name)).ToListAsync(cancellation)),
            new CodeTable(await context.Budgets.Select(b => new CodeLine(b.Id, b.Code, b.Name)).ToListAsync(cancellation)),
            new CodeTable(await context.CapacityPools.Select(p => new CodeLine(p.Id, p.Code, p.Name)).ToListAsync(cancellation)),
            new CodeTable(await context.Goals.Select(g => new CodeLine(g.Id, g.Code, g.Name)).ToListAsync(cancellation)),
            await context.Goals.Where(g => context.Goals.Any(below => below.ParentId == g.Id)).Select(g => g.Code).ToHashSetAsync(cancellation));
    }
}

/// <summary>One thing that has a code.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">How people call it.</param>
public sealed record CodeLine(Guid Id, string Code, string Name);

/// <summary>Codes of one kind.</summary>
/// <param name="lines">All of them.</param>
public sealed class CodeTable(IReadOnlyList<CodeLine> lines)
{
    private readonly Dictionary<string, Guid> _ids = lines.ToDictionary(line => line.Code, line => line.Id, StringComparer.Ordinal);
    private readonly Dictionary<Guid, CodeLine> _lines = lines.ToDictionary(line => line.Id);
    private readonly Dictionary<string, string> _names = lines.ToDictionary(line => line.Code, line => line.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyList<CodeLine> Lines { get; } = lines;

    /// <summary>The id behind a code; null where there is none.</summary>
    /// <param name="code">The code.</param>
    public Guid? Id(string? code) => code is not null && _ids.TryGetValue(code, out var id) ? id : null;

    /// <summary>The code of an id.</summary>
    /// <param name="id">An id that is there.</param>
    public string Code(Guid id) => _lines[id].Code;

    /// <summary>How people call what has an id.</summary>
    /// <param name="id">An id that is there.</param>
    public string Name(Guid id) => _lines[id].Name;

    /// <summary>The code of an id, or null for null.</summary>
    /// <param name="id">An id that is there, or null.</param>
    public string? Code(Guid? id) => id is { } known ? Code(known) : null;

    /// <summary>How people call what has a code; the code itself where it is not there (any more), empty for null.</summary>
    /// <param name="code">The code.</param>
    public string Name(string? code) => code is null ? "" : _names.GetValueOrDefault(code, code);
}
