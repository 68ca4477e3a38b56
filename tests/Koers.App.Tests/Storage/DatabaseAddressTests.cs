using Koers.App.Storage;
using Xunit;

namespace Koers.App.Tests.Storage;

public class DatabaseAddressTests
{
    [Theory]
    [InlineData("koers.db", DatabaseKind.Sqlite, "Data Source=koers.db;")]
    [InlineData("Data Source=/var/lib/koers/koers.db", DatabaseKind.Sqlite, "Data Source=/var/lib/koers/koers.db;")]
    [InlineData("Host=db;Database=koers", DatabaseKind.PostgreSql, "Host=db;Database=koers")]
    [InlineData("postgres://koers:ge%40heim@db:5433/register", DatabaseKind.PostgreSql, "Host=db;Port=5433;Database=register;Username=koers;Password=ge@heim")]
    [InlineData("postgresql://db/register", DatabaseKind.PostgreSql, "Host=db;Port=5432;Database=register")]
    public void An_address_says_which_database(string text, DatabaseKind kind, string begin)
    {
        var address = DatabaseAddress.Parse(text);
        Assert.Equal(kind, address.Kind);
        Assert.StartsWith(begin, address.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_of_an_address_holds_no_password()
    {
        Assert.Equal("db/register", DatabaseAddress.Parse("postgres://koers:geheim@db/register").Shown);
        Assert.Equal("koers.db", DatabaseAddress.Parse("koers.db").Shown);
    }

    [Fact]
    public void A_file_name_cannot_add_settings() =>
        Assert.DoesNotContain("Mode=Memory;", DatabaseAddress.Parse("a.db;Mode=Memory;").ConnectionString.Replace("\"a.db;Mode=Memory;\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("postgres://")]
    [InlineData("postgres://machine")]
    [InlineData("Host=db;Nonsense=1")]
    [InlineData("mysql://koers:geheim@db/register")]
    [InlineData("Server=db;Uid=koers;Pwd=geheim")]
    [InlineData("Data Source=koers.db;Password=geheim")]
    public void What_cannot_be_an_address_is_refused(string text) => Assert.ThrowsAny<ArgumentException>(() => DatabaseAddress.Parse(text));
}
