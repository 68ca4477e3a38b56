using Koers.App.Requests;

namespace Koers.App.Exchange;

/// <summary>Says of a file that it cannot be used, and where in it.</summary>
internal static class FileFault
{
    /// <summary>A refusal with one fault.</summary>
    /// <param name="where">The part of the file, for example "manifest.json"; empty for the whole.</param>
    /// <param name="dutch">What is wrong and what was expected, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    public static InvalidInputException Of(string where, string dutch, string english) =>
        new([new InputFault("/" + where, new Text(dutch, english))]);
}
