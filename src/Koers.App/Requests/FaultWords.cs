using System.Runtime.CompilerServices;

namespace Koers.App.Requests;

/// <summary>Words of a fault, which are put together only where there is one: nearly always there is none, and an import looks at a million things.</summary>
[InterpolatedStringHandler]
public ref struct FaultWords
{
    private readonly string? _plain;
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Words with figures in them; the compiler calls this.</summary>
    /// <param name="literalLength">Characters that stand there as they are.</param>
    /// <param name="formattedCount">How many figures.</param>
    /// <param name="holds">What must hold: then there is nothing to say.</param>
    /// <param name="isNeeded">Whether the words are put together.</param>
    public FaultWords(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        if (isNeeded)
            _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    private FaultWords(string plain) => _plain = plain;

    /// <summary>Words as they are.</summary>
    /// <param name="plain">The words.</param>
    public static implicit operator FaultWords(string plain) => new(plain);

    /// <summary>Words as they stand there; the compiler calls this.</summary>
    /// <param name="value">The words.</param>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>A figure; the compiler calls this.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="value">The figure.</param>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>A figure in a form; the compiler calls this.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="value">The figure.</param>
    /// <param name="format">The form.</param>
    public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

    /// <summary>The words, once.</summary>
    internal string Take() => _plain ?? _text.ToStringAndClear();
}
