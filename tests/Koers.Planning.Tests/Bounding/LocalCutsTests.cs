using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Xunit;

namespace Koers.Planning.Tests.Bounding;

public class LocalCutsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_plan_that_keeps_the_rules_keeps_every_cut_and_the_fractions_break_it(int size)
    {
        var (cuts, uneven) = (0, 0);
        CutTrial.Try(
            Enumerable.Range(6000, 300),
            (model, leftOut, share, random) => Separate(model, leftOut, share, random, size),
            cut =>
            {
                cuts++;
                uneven += cut.Coefficients.Min() < 0.99 * cut.Coefficients.Max() ? 1 : 0;
            });
        Assert.True(cuts > 300 && uneven > 20, $"{cuts} cuts, {uneven} of them uneven: too few to say anything");
    }

    [Fact]
    public void Where_everything_fits_all_of_it_is_chosen()
    {
        // Three initiatives of 1 each into 3.
        var items = Enumerable.Range(0, 3).Select(i => new PackingItem(i, [1.0]) { Worth = 1.0 }).ToList();
        Assert.Equal(3.0, new Packing([3.0], [1.0 / 3], 1000).Most(items));
    }

    [Fact]
    public void The_best_choice_that_fits_is_found_with_one_item_per_initiative()
    {
        // Into 10: initiative 0 as 6 (worth 6) or 5 (worth 5.5), initiative 1 as 5 (worth 4.2), initiative 2 as 4 (worth 3.5).
        // 6 + 4 = 10 is worth 6 + 3.5 = 9.5; 5 + 5 = 10 is worth 5.5 + 4.2 = 9.7.
        List<PackingItem> items =
        [
            new(0, [6.0]) { Worth = 6.0 }, new(0, [5.0]) { Worth = 5.5 }, new(1, [5.0]) { Worth = 4.2 }, new(2, [4.0]) { Worth = 3.5 },
        ];
        Assert.Equal(9.7, new Packing([10.0], [0.1], 1000).Most(items)!.Value, 9);
        // Beside initiative 1, which takes 5, only 5 are left: initiative 0 in its smaller form.
        Assert.Equal(5.5, new Packing([10.0], [0.1], 1000).Most(items, besides: items[2])!.Value, 9);
    }

    [Fact]
    public void A_question_that_takes_too_long_is_given_up_and_proves_nothing()
    {
        var items = Enumerable.Range(0, 30).Select(i => new PackingItem(i, [1.0 + (0.01 * i)]) { Worth = 1.0 }).ToList();
        var packing = new Packing([15.0], [1.0 / 15], patience: 10);
        Assert.Null(packing.Most(items));
        Assert.True(packing.GaveUp);
    }

    private static IEnumerable<Cut> Separate(Model model, bool[] leftOut, double[] share, Random random, int size)
    {
        var cuts = new LocalCuts(model, leftOut);
        var rows = Enumerable.Range(0, model.Rows.Count).Where(cuts.IsPacking).ToArray();
        random.Shuffle(rows);
        var prices = Array.ConvertAll(new double[model.Rows.Count], _ => random.NextDouble());
        var solved = new Relaxation(RelaxationStatus.Solved, 0.0, share, prices, []);
        for (var from = 0; from + size <= rows.Length; from += size)
            if (cuts.Separate(rows[from..(from + size)], solved) is { } cut)
                yield return cut;
    }
}
