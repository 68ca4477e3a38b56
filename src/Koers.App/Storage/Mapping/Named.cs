using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Storage.Mapping;

/// <summary>What has a short name of its own.</summary>
internal static class Named
{
    private const int LongestName = 200;

    public static void Map<T>(ModelBuilder model, Expression<Func<T, object?>> code, Expression<Func<T, string>> name) where T : class
    {
        model.Entity<T>().HasIndex(code).IsUnique();
        model.Entity<T>().Property(name).HasMaxLength(LongestName);
    }
}
