using System.Reflection;
using System.Text.RegularExpressions;
using Koers.Cli.Texts;
using Xunit;

namespace Koers.Cli.Tests.Texts;

public partial class VocabularyTests
{
    public static TheoryData<string> Tables => [.. typeof(Vocabulary).GetProperties()
        .Where(property => property.PropertyType.Name.EndsWith("Texts", StringComparison.Ordinal)).Select(property => property.Name)];

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
            "PlanLine", "Later", "TimeOf", "OutOf", "LimitMin", "Budgets", "InitiativeValue", "GoalsValue",
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

    [Fact]
    public void Dutch_marks_the_word_that_means_earlier()
    {
        // Without accents it also means "for": who reads it quickly could take the order the other way round
        var texts = Vocabulary.Dutch.Messages;
        Assert.All([texts.RuleBefore, texts.RuleDependsOn, texts.RuleDependsOnLag], text =>
        {
            Assert.Contains("vóór \"{1}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("voor ", text, StringComparison.Ordinal);
        });
    }

    /// <summary>The word that the glossary has for a concept, and the words that would say the same.</summary>
    public static TheoryData<string, string[]> Words => new()
    {
        { "bovengrens", ["grens"] },
        { "marge", ["afstand", "kloof"] },
        { "conflict", ["tegenspraak", "tegenstrijdig", "tegenstrijdige", "botsen"] },
        { "relatie", ["samenhang"] },
        { "certificaat", ["bewijs"] },
        { "probleem", ["vraagstuk", "vraagstukken"] },
        { "oplosser", ["rekenmotor"] },
        { "wettelijke taak", ["verplicht", "verplichte"] },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void One_concept_has_one_Dutch_word(string word, string[] others)
    {
        Assert.Contains($"\n| {word} |", File.ReadAllText(Repository("docs/glossary.md")), StringComparison.Ordinal);
        var dutch = Tables.SelectMany(table => Texts(table.Data)).Select(text => text.Dutch).Concat(DutchFiles.Select(File.ReadAllText));
        Assert.All(dutch, text => Assert.Empty(Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Intersect(others)));
    }

    /// <summary>Where else people read Dutch: the glossary, the catalogue, and what the engine says is wrong with a file or plan.</summary>
    private static IEnumerable<string> DutchFiles =>
    [
        Repository("docs/glossary.md"), Repository("publiccode.yml"), Repository("src/Koers.Planning/Formats/Faults/FaultTable.cs"),
        Repository("src/Koers.Planning/Formats/Faults/Phrase.cs"), Repository("src/Koers.Planning/Checking/CheckFault.cs"),
    ];

    private static string Repository(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, file)))
                return Path.Combine(folder.FullName, file);
        throw new FileNotFoundException("No such file above the tests.", file);
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

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
