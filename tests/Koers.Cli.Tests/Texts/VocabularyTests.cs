using System.Reflection;
using System.Text.RegularExpressions;
using Koers.Cli.Texts;
using Xunit;

namespace Koers.Cli.Tests.Texts;

public partial class VocabularyTests
{
    public static TheoryData<string> Tables => ["Commands", "Report", "Messages"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Both_languages_have_every_text_with_the_same_places_and_forms(string table)
    {
        foreach (var (name, english, dutch) in Texts(table))
        {
            Assert.False(string.IsNullOrWhiteSpace(english), $"{table}.{name} has no English");
            Assert.False(string.IsNullOrWhiteSpace(dutch), $"{table}.{name} has no Dutch");
            foreach (var (first, second) in Forms(english).Zip(Forms(dutch)))
                Assert.True(Places(first).SetEquals(Places(second)), $"{table}.{name}: '{english}' and '{dutch}'");
            Assert.True(Forms(english).Length == Forms(dutch).Length, $"{table}.{name} has other forms");
        }
    }

    [Fact]
    public void Dutch_is_not_English_left_untranslated()
    {
        // Words that are the same in both languages
        string[] same =
        [
            "Seed", "Variant", "Start", "Score", "Measured", "Half", "Initiative", "Period", "ShortPeriods", "RuleBudget", "RuleIn",
            "TimeOf", "OutOf", "LimitMin", "Budgets",
        ];
        foreach (var (name, english, dutch) in Tables.SelectMany(table => Texts(table.Data)))
            Assert.True(english != dutch || same.Contains(name), $"{name}: {english}");
    }

    [Fact]
    public void Months_are_twelve_in_both_languages()
    {
        Assert.Equal(12, Vocabulary.English.Report.MonthNames.Split(' ').Length);
        Assert.Equal(12, Vocabulary.Dutch.Report.MonthNames.Split(' ').Length);
    }

    private static IEnumerable<(string Name, string English, string Dutch)> Texts(string table)
    {
        var property = typeof(Vocabulary).GetProperty(table)!;
        var english = property.GetValue(Vocabulary.English);
        var dutch = property.GetValue(Vocabulary.Dutch);
        foreach (var text in property.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(text => text.PropertyType == typeof(string)))
            yield return (text.Name, (string)text.GetValue(english)!, (string)text.GetValue(dutch)!);
    }

    private static string[] Forms(string text) => text.Split('|');

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
