using Microsoft.Data.Sqlite;
using Npgsql;

namespace Koers.App.Storage;

/// <summary>Which database keeps the register.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite: one file, one machine.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later: more machines.</summary>
    PostgreSql,
}

/// <summary>Where the register is kept.</summary>
/// <param name="Kind">Which database.</param>
/// <param name="ConnectionString">How to reach it. It may hold a password: never written to a log.</param>
public sealed record DatabaseAddress(DatabaseKind Kind, string ConnectionString)
{
    private const string FileKey = "Data Source=";

    private static readonly string[] Secrets = ["password=", "pwd=", "passwd="];

    /// <summary>Reads an address: the path of a file, or a connection string of PostgreSQL (with "Host=" in it, or beginning with
    /// "postgres://").</summary>
    /// <param name="text">The address.</param>
    /// <exception cref="ArgumentException">It is empty, cannot be read, or belongs to another kind of database.</exception>
    public static DatabaseAddress Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
            return new DatabaseAddress(DatabaseKind.PostgreSql, FromUri(text));
        if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new DatabaseAddress(DatabaseKind.PostgreSql, new NpgsqlConnectionStringBuilder(text).ConnectionString);
        // Meant for another database, and perhaps with a password in it: no name of a file, and never shown as one
        if (text.Contains("://", StringComparison.Ordinal) || Secrets.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException("The address of a database is a file, or of PostgreSQL.", nameof(text));
        return new DatabaseAddress(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder
        {
            DataSource = text.StartsWith(FileKey, StringComparison.OrdinalIgnoreCase) ? text[FileKey.Length..] : text,
            ForeignKeys = true,
            // Seconds that writers wait for each other
            DefaultTimeout = 30,
        }.ConnectionString);
    }

    /// <summary>The address without anything secret: the file, or the machine and the database.</summary>
    public string Shown
    {
        get
        {
            if (Kind == DatabaseKind.Sqlite)
                return new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            var server = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"{server.Host}/{server.Database}";
        }
    }

    private static string FromUri(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.AbsolutePath.Length < 2 || uri.Query.Length > 0)
            throw new ArgumentException("The address of a PostgreSQL database looks like postgres://name:password@machine:5432/database.", nameof(text));
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
        };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        return builder.ConnectionString;
    }
}
