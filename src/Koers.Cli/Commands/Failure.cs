using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>What is said when the program itself fails: one clear line, and how to report it.</summary>
internal static class Failure
{
    public static int Tell(Language language, Exception? exception)
    {
        var texts = Vocabulary.In(language).Messages;
        var cause = exception is AggregateException { InnerException: { } inner } ? inner : exception;
        Screen.Message(cause is OutOfMemoryException ? texts.OutOfMemory : texts.Failed.With(cause?.Message ?? "?"));
        if (Environment.GetEnvironmentVariable("KOERS_DEBUG") == "1")
            Console.Error.WriteLine(exception);
        else if (cause is not (OutOfMemoryException or IOException or UnauthorizedAccessException))
            Screen.Message(texts.HowToReport);
        return ExitStatus.Failure;
    }
}
