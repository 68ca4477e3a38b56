using Koers.App.Initiatives;
using Koers.Domain.Initiatives;

namespace Koers.Web.Site.Initiatives.Relations;

/// <summary>The relations of one initiative as a small drawing: what goes before it on the left, what comes after it on the right, the others
/// below. On a narrow screen all of it stands under each other, as a tree.</summary>
public sealed class RelationPicture
{
    /// <summary>Most others that are drawn; the list beside it has them all.</summary>
    public const int Most = 12;

    /// <summary>Width of a box, in units of the drawing.</summary>
    public const int BoxWidth = 190;

    /// <summary>Height of a box.</summary>
    public const int BoxHeight = 44;

    // Between boxes a line can say two kinds
    private const int Column = 340;
    private const int Row = 60;
    private const int Gap = 56;

    // Under each other: how far the others stand in, and where the line beside them goes down
    private const int Indent = 126;
    private const int Stem = 24;

    private RelationPicture(IReadOnlyList<PictureBox> boxes, IReadOnlyList<PictureLine> lines, int left) =>
        (Boxes, Lines, Left, Height) = (boxes, lines, left, boxes.Max(box => box.Y) + BoxHeight);

    /// <summary>The initiatives; the first is the one that it is about.</summary>
    public IReadOnlyList<PictureBox> Boxes { get; }

    /// <summary>How they hang together.</summary>
    public IReadOnlyList<PictureLine> Lines { get; }

    /// <summary>How many are not drawn.</summary>
    public int Left { get; }

    /// <summary>Where the drawing begins: an empty column on the left is not shown.</summary>
    public int X => Boxes.Min(box => box.X);

    /// <summary>Width of the drawing.</summary>
    public int Width => Boxes.Max(box => box.X) + BoxWidth - X;

    /// <summary>Height of the drawing.</summary>
    public int Height { get; }

    /// <summary>Draws.</summary>
    /// <param name="number">The initiative that it is about.</param>
    /// <param name="relations">Its relations.</param>
    public static RelationPicture Of(string number, IReadOnlyList<RelationView> relations)
    {
        var (drawn, kinds, left) = Gather(number, relations);
        var (before, after, below) = (On(drawn, Side.Before), On(drawn, Side.After), On(drawn, Side.Below));
        var rows = Math.Max(1, Math.Max(before.Length, after.Length));
        var centre = new PictureBox(number, Column, (rows - 1) * Row / 2);
        var boxes = new List<PictureBox> { centre };
        boxes.AddRange(before.Select((other, i) => new PictureBox(other, 0, Stacked(i, before.Length, rows))));
        boxes.AddRange(after.Select((other, i) => new PictureBox(other, 2 * Column, Stacked(i, after.Length, rows))));
        var top = ((rows - 1) * Row) + BoxHeight + Gap;
        boxes.AddRange(below.Select((other, i) => new PictureBox(other, Place(i, below.Length) * Column, top + (i / 3 * (BoxHeight + Gap)))));
        return new RelationPicture(boxes, [.. boxes.Skip(1).Select(box => Line(centre, box, drawn[box.Number], kinds[box.Number]))], left);
    }

    /// <summary>Draws for a narrow screen: above what goes before it, under it what comes after it and then the others.</summary>
    /// <param name="number">The initiative that it is about.</param>
    /// <param name="relations">Its relations.</param>
    public static RelationPicture Narrow(string number, IReadOnlyList<RelationView> relations)
    {
        var (drawn, kinds, left) = Gather(number, relations);
        var before = On(drawn, Side.Before);
        string[] others = [.. before, .. On(drawn, Side.After), .. On(drawn, Side.Below)];
        var centre = new PictureBox(number, 0, before.Length * Row);
        PictureBox[] boxes = [centre, .. others.Select((other, i) => new PictureBox(other, Indent, (i < before.Length ? i : i + 1) * Row))];
        return new RelationPicture(boxes, [.. boxes.Skip(1).Select(box => Branch(centre, box, drawn[box.Number], kinds[box.Number]))], left);
    }

    private static (Dictionary<string, Side> Drawn, Dictionary<string, List<RelationType>> Kinds, int Left) Gather(
        string number, IReadOnlyList<RelationView> relations)
    {
        ArgumentNullException.ThrowIfNull(relations);
        var (sides, kinds) = (new Dictionary<string, Side>(StringComparer.Ordinal), new Dictionary<string, List<RelationType>>(StringComparer.Ordinal));
        foreach (var relation in relations.Select(relation => relation.Content))
            foreach (var other in relation.Members.Where(member => member != number))
            {
                // What says an order places it better than what says none
                if (!sides.TryGetValue(other, out var side) || side == Side.Below)
                    sides[other] = SideOf(relation, number);
                if (!kinds.TryGetValue(other, out var known))
                    kinds[other] = known = [];
                if (!known.Contains(relation.Type))
                    known.Add(relation.Type);
            }

        return (sides.Take(Most).ToDictionary(StringComparer.Ordinal), kinds, Math.Max(0, sides.Count - Most));
    }

    // One alone goes under the middle
    private static int Place(int i, int count) => count == 1 ? 1 : i % 3;

    private static int Stacked(int i, int count, int rows) => (i * Row) + ((rows - count) * Row / 2);

    private static PictureLine Line(PictureBox centre, PictureBox box, Side side, IReadOnlyList<RelationType> kinds) => side switch
    {
        Side.Before => new(BoxWidth, box.Y + (BoxHeight / 2), centre.X, centre.Y + (BoxHeight / 2), true, kinds),
        Side.After => new(centre.X + BoxWidth, centre.Y + (BoxHeight / 2), box.X, box.Y + (BoxHeight / 2), true, kinds),
        _ => new(centre.X + (BoxWidth / 2), centre.Y + BoxHeight, box.X + (BoxWidth / 2), box.Y, false, kinds),
    };

    private static PictureLine Branch(PictureBox centre, PictureBox box, Side side, IReadOnlyList<RelationType> kinds)
    {
        var middle = box.Y + (BoxHeight / 2);
        return side == Side.Before
            ? new(Indent, middle, Stem, centre.Y, true, kinds) { Bend = (Stem, middle) }
            : new(Stem, centre.Y + BoxHeight, Indent, middle, side == Side.After, kinds) { Bend = (Stem, middle) };
    }

    private static string[] On(Dictionary<string, Side> drawn, Side side) => [.. drawn.Where(other => other.Value == side).Select(other => other.Key)];

    private static Side SideOf(RelationInput relation, string number) => relation.Type switch
    {
        RelationType.DependsOn or RelationType.Before => relation.Members[0] == number ? Side.After : Side.Before,
        RelationType.Requires => relation.Members[0] == number ? Side.Before : Side.After,
        _ => Side.Below,
    };

    private enum Side
    {
        Before,
        After,
        Below,
    }
}

/// <summary>An initiative in the drawing.</summary>
/// <param name="Number">Which.</param>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its top.</param>
public sealed record PictureBox(string Number, int X, int Y);

/// <summary>A line of the drawing.</summary>
/// <param name="FromX">Where it begins.</param>
/// <param name="FromY">Where it begins.</param>
/// <param name="ToX">Where it ends.</param>
/// <param name="ToY">Where it ends.</param>
/// <param name="HasArrow">Whether it says an order.</param>
/// <param name="Kinds">The relations that it stands for.</param>
public sealed record PictureLine(int FromX, int FromY, int ToX, int ToY, bool HasArrow, IReadOnlyList<RelationType> Kinds)
{
    /// <summary>Where it turns; null where it is straight.</summary>
    public (int X, int Y)? Bend { get; init; }
}
