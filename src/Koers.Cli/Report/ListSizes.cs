using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Report;

/// <summary>How much of a long list is shown before "… and 240 more".</summary>
internal sealed record ListSizes(int Chosen, int LeftOut, int Lines, int Years)
{
    private static ListSizes Sensible { get; } = new(Chosen: 30, LeftOut: 12, Lines: 12, Years: 8);

    private static ListSizes Unlimited { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    public static ListSizes For(bool everything) => everything ? Unlimited : Sensible;

    /// <summary>How many of a list are shown: all, where leaving a few out would hardly make it shorter.</summary>
    public static int Shown(int count, int size) => size == int.MaxValue || count - size <= Math.Max(2, size / 4) ? count : size;

    /// <summary>Says how many are not shown.</summary>
    public static void WriteRest(Page page, int rest)
    {
        if (rest > 0)
            page.Paragraph(page.Vocabulary.Report.AndMore.With(page.Numbers.Whole(rest)), 2, Styles.Faint);
    }
}
