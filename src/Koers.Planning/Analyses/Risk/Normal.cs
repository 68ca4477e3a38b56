namespace Koers.Planning.Analyses;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>Φ(z), to about 15 figures: J. Hart's rational approximation (algorithm 5666, <i>Computer Approximations</i>, 1968) in the
    /// form of G. West (2005), Better approximations to cumulative normal functions, <i>Wilmott Magazine</i>.</summary>
    public static double Cumulative(double z)
    {
        var a = Math.Abs(z);
        if (a > 37)
            return z > 0 ? 1 : 0;
        var e = Math.Exp(-0.5 * a * a);
        double tail;
        if (a < 7.07106781186547)
        {
            var above = (((((((0.0352624965998911 * a) + 0.700383064443688) * a) + 6.37396220353165) * a + 33.912866078383) * a
                + 112.079291497871) * a + 221.213596169931) * a + 220.206867912376;
            var below = ((((((((0.0883883476483184 * a) + 1.75566716318264) * a) + 16.064177579207) * a + 86.7807322029461) * a
                + 296.564248779674) * a + 637.333633378831) * a + 793.826512519948) * a + 440.413735824752;
            tail = e * above / below;
        }
        else
        {
            tail = e / (a + (1 / (a + (2 / (a + (3 / (a + (4 / (a + 0.65))))))))) / 2.506628274631;
        }

        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>Φ⁻¹(u) for 0 &lt; u &lt; 1, to about 16 figures: M. Wichura (1988), Algorithm AS 241, <i>Applied Statistics</i>
    /// 37(3).</summary>
    public static double Quantile(double u)
    {
        var q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * Ratio(r, Central, CentralBelow);
        }

        var s = Math.Sqrt(-Math.Log(q < 0 ? u : 1 - u));
        var z = s <= 5 ? Ratio(s - 1.6, Middle, MiddleBelow) : Ratio(s - 5, Far, FarBelow);
        return q < 0 ? -z : z;
    }

    private static ReadOnlySpan<double> Central =>
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static ReadOnlySpan<double> CentralBelow =>
    [
        1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ];

    private static ReadOnlySpan<double> Middle =>
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 0.000774545014278341407640,
    ];

    private static ReadOnlySpan<double> MiddleBelow =>
    [
        1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 0.000547593808499534494600, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> Far =>
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 0.00124266094738807843860, 0.0000271155556874348757815, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarBelow =>
    [
        1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        0.000786869131145613259100, 0.0000184631831751005468180, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    private static double Ratio(double r, ReadOnlySpan<double> above, ReadOnlySpan<double> below)
    {
        var (n, d) = (above[7], below[7]);
        for (var k = 6; k >= 0; k--)
        {
            n = (n * r) + above[k];
            d = (d * r) + below[k];
        }

        return n / d;
    }
}
