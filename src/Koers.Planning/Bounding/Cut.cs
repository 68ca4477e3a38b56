namespace Koers.Planning.Bounding;

/// <summary>A row Σ coefficient × option ≤ limit that every plan keeps although the rules' own rows, read with fractions, do not say so.</summary>
internal sealed record Cut(int[] Options, double[] Coefficients, double Limit);
