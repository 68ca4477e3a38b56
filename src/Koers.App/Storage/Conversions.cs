using Koers.Domain.Accounts;
using Koers.Domain.Audit;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Koers.App.Storage;

/// <summary>How values of the domain are kept where a database has no such type.</summary>
internal static class Conversions
{
    private const int LongestWord = 64;

    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<Euro>().HaveConversion<EuroInCents>();
        builder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
        Words<InitiativeState>(builder);
        Words<RelationType>(builder);
        Words<BudgetKind>(builder);
        Words<FrameType>(builder);
        Words<WeighingMethod>(builder);
        Words<ScenarioState>(builder);
        Words<ScenarioChoiceKind>(builder);
        Words<RunKind>(builder);
        Words<RunState>(builder);
        Words<Role>(builder);
        Words<AuditResult>(builder);
    }

    /// <summary>Kinds by name: who looks into the database can read them, and another order in the code changes nothing.</summary>
    private static void Words<T>(ModelConfigurationBuilder builder) where T : struct, Enum =>
        builder.Properties<T>().HaveConversion<string>().HaveMaxLength(LongestWord);
}

/// <summary>Money as whole cents: exact, and the database can add and sort it.</summary>
internal sealed class EuroInCents() : ValueConverter<Euro, long>(euro => euro.Cents, cents => new Euro(cents));

/// <summary>A moment in universal time: both databases sort it, and one of them takes nothing else.</summary>
internal sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime, utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));
