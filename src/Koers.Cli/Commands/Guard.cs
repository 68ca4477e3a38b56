using Koers.App.Requests;
using Koers.Cli.Files;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>What the register refuses, and files that cannot be read or written: one line for each thing that is in the way.</summary>
internal static class Guard
{
    public static async Task<int> Run(Screen screen, Func<Task<int>> work)
    {
        var language = screen.Vocabulary.Language == Language.Dutch ? "nl" : "en";
        try
        {
            return await work();
        }
        catch (InvalidInputException e)
        {
            foreach (var fault in e.Faults)
                Screen.Message(fault.Where is ['/', _, ..] ? $"{fault.Where}: {fault.Text.In(language)}" : fault.Text.In(language));
            return ExitStatus.Unusable;
        }
        catch (RefusedException e)
        {
            return Refuse(e.Text.In(language));
        }
        catch (Exception e) when (OutFile.IsExpected(e))
        {
            return Refuse(e.Message);
        }
    }

    public static int Refuse(string message)
    {
        Screen.Message(message);
        return ExitStatus.Unusable;
    }
}
