using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Audit;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Bench.Serving;

/// <summary>Makes a demo as large as a large municipality: its initiatives again and again, each with five years of changes in the audit trail.</summary>
internal static class LargeRegister
{
    private const int Years = 5;
    private const int ChangesAYear = 2;
    private const int Batch = 200;

    /// <summary>How many people have an account for the measurement.</summary>
    public const int People = 300;

    /// <summary>How many other systems have a token: a server answers each of them so often in a minute and no more.</summary>
    public const int Clients = 50;

    /// <summary>A token for the benchmark; the register that it opens is thrown away afterwards.</summary>
    /// <param name="number">Of which client, from 0 to <see cref="Clients"/>.</param>
    public static string Token(int number) => string.Create(CultureInfo.InvariantCulture, $"koers_benchmark_{number}");

    public static async Task Fill(string database, int initiatives, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = RegisterContext.Open(DatabaseAddress.Parse(database));
        var models = await context.Initiatives.AsNoTracking().Include(i => i.Variants).AsSplitQuery().OrderBy(i => i.Number).ToListAsync(cancellation);
        var have = models.Count;
        var scores = (await context.Scores.AsNoTracking().ToListAsync(cancellation)).GroupBy(score => score.InitiativeId).Select(group => group.ToArray()).ToArray();
        for (var made = have; made < initiatives; made++)
        {
            var copy = Copy(models[made % have], made, now);
            context.Add(copy);
            if (copy.State == InitiativeState.Weighed)
                context.AddRange(scores[made % scores.Length].Select(score => Copy(score, copy)));
            if (made % Batch == 0)
                await Save(context, cancellation);
        }

        context.AddRange(Enumerable.Range(0, Clients).Select(number => Client(number, now)));
        var manager = await context.Users.AsNoTracking().FirstAsync(a => a.UserName == "portfoliomanager", cancellation);
        for (var i = 0; i < People; i++)
        {
            var account = Twin(manager, i, now);
            context.Add(account);
            context.AddRange(((Role[])[Role.PortfolioManager, Role.Administrator]).Select(role => new RoleGrant { Id = Guid.CreateVersion7(now), AccountId = account.Id, Role = role }));
        }

        await Save(context, cancellation);
        await AddHistory(context, now, cancellation);
    }

    /// <summary>Name of one of the people who look at pages: each has an account, with the password of the demo.</summary>
    /// <param name="number">Which, from 0 to <see cref="People"/>.</param>
    public static string Person(int number) => string.Create(CultureInfo.InvariantCulture, $"meting{number}");

    private static Account Twin(Account model, int number, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = Person(number),
        NormalizedUserName = Person(number).ToUpperInvariant(),
        DisplayName = Person(number),
        PasswordHash = model.PasswordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        MadeAt = now,
    };

    private static Initiative Copy(Initiative model, int number, DateTimeOffset now)
    {
        var day = now.AddDays(-(number * 37 % (365 * Years)));
        var copy = new Initiative
        {
            Id = Guid.CreateVersion7(day),
            Number = string.Create(CultureInfo.InvariantCulture, $"{day.Year}-{number:0000}"),
            Name = string.Create(CultureInfo.InvariantCulture, $"{model.Name} {number}"),
            Summary = model.Summary,
            DepartmentId = model.DepartmentId,
            ProgrammeId = model.ProgrammeId,
            Area = model.Area,
            Phase = model.Phase,
            ProposerId = model.ProposerId,
            LeadId = model.LeadId,
            CreatedAt = day,
            ChangedAt = day.AddDays(number % 30),
            Version = 1,
        };
        InitiativeState[] steps = [InitiativeState.InPreparation, InitiativeState.Submitted, InitiativeState.Weighed];
        Walk(copy, steps[..((number % 3) + 1)]);
        copy.Labels.AddRange(model.Labels.Select(l => new InitiativeLabel { Key = l.Key, Value = l.Value }));
        foreach (var variant in model.Variants)
        {
            var kept = new Variant { Id = Guid.CreateVersion7(day), Code = variant.Code, Duration = variant.Duration, Description = variant.Description };
            kept.Spends.AddRange(variant.Spends.Select(s => new VariantSpend { BudgetId = s.BudgetId, Quarter = s.Quarter, Amount = s.Amount }));
            kept.Efforts.AddRange(variant.Efforts.Select(e => new VariantEffort { PoolId = e.PoolId, Quarter = e.Quarter, Fte = e.Fte }));
            kept.Effects.AddRange(variant.Effects.Select(e => new VariantEffect { GoalId = e.GoalId, Points = e.Points }));
            copy.Variants.Add(kept);
        }

        return copy;
    }

    private static Score Copy(Score model, Initiative of) => new()
    {
        Id = Guid.CreateVersion7(of.CreatedAt),
        InitiativeId = of.Id,
        GoalId = model.GoalId,
        AssessorId = model.AssessorId,
        Points = model.Points,
        Reason = model.Reason,
        At = model.At,
        Version = 1,
    };

    private static void Walk(Initiative initiative, InitiativeState[] steps)
    {
        foreach (var to in steps)
            initiative.Take(InitiativeSteps.Find(initiative.State, to)!, "nodig voor de meting");
    }

    private static ApiClient Client(int number, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = string.Create(CultureInfo.InvariantCulture, $"meting {number}"),
        TokenHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token(number)))),
        Scopes = [ApiScope.Read, ApiScope.Write, ApiScope.Plan],
        Roles = [Role.PortfolioManager],
        ExpiresAt = now.AddYears(1),
        MadeAt = now,
    };

    private static async Task AddHistory(RegisterContext context, DateTimeOffset now, CancellationToken cancellation)
    {
        var numbers = await context.Initiatives.Select(i => i.Number).ToListAsync(cancellation);
        var last = await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstAsync(cancellation);
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        for (var change = 0; change < Years * ChangesAYear; change++)
        {
            foreach (var number in numbers)
            {
                last = new AuditEntry(
                    last.Number + 1, at, "account/meting", "initiatief.wijzigen", "initiatief/" + number, """{"samenvatting":"eerder"}""",
                    """{"samenvatting":"later"}""", "127.0.0.1", AuditResult.Done, last.Hash, "").Sealed();
                context.Add(last);
            }

            await Save(context, cancellation);
        }
    }

    private static async Task Save(RegisterContext context, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }
}
