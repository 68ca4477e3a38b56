using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Koers.App.Storage;

/// <summary>Money as whole cents: exact, and the database can add and sort it.</summary>
internal sealed class EuroInCents() : ValueConverter<Euro, long>(euro => euro.Cents, cents => new Euro(cents));

/// <summary>A moment in universal time: both databases sort it, and one of them takes nothing else.</summary>
internal sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime, utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));
