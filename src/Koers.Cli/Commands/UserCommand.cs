using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Domain.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Cli.Commands;

/// <summary><c>koers user</c>: accounts, from the machine itself. Whoever can open the database may do this: it is the way in when nobody else
/// can give a role.</summary>
internal static class UserCommand
{
    private static readonly Actor Program = new(null, "koers", [new Grant(Role.Administrator)], "opdrachtregel");

    public static Command Create(Screen screen) => new("user", screen.Vocabulary.User.User)
    {
        Add(screen), List(screen), Close(screen), ResetPassword(screen),
    };

    private static Command Add(Screen screen)
    {
        var texts = screen.Vocabulary.User;
        var access = new RegisterAccess(screen);
        var name = NameOf(texts);
        var words = string.Join(", ", Enum.GetValues<Role>().Select(Words.Json));
        var role = SharedSymbols.Value<Role>(
            "--role", texts.Role.With(words), texts.RoleValue, default, Words.Parse<Role>, texts.BadRole, words);
        (role.Required, role.DefaultValueFactory) = (true, null);
        var department = new Option<string?>("--department") { Description = texts.Department, HelpName = texts.DepartmentValue };
        var shown = new Option<string?>("--display-name") { Description = texts.DisplayName, HelpName = texts.DisplayNameValue };
        var stdin = SharedSymbols.Flag("--password-stdin", texts.PasswordStdin);
        var command = new Command("add", texts.Add) { name, role, department, shown, stdin, access.Option };
        command.SetAction((parsed, cancellation) => With(access, parsed, screen, async services =>
        {
            var (given, code) = (parsed.GetValue(role), parsed.GetValue(department));
            var made = await services.GetRequiredService<AccountRegister>().Make(
                Program,
                new AccountInput
                {
                    Name = parsed.GetValue(name)!,
                    DisplayName = parsed.GetValue(shown) ?? parsed.GetValue(name)!,
                    Department = code,
                    Language = screen.Vocabulary.Language == Language.Dutch ? "nl" : "en",
                    Roles = [new GivenRole(given, AccountRights.PerDepartment.Contains(given) ? code : null)],
                    Password = parsed.GetValue(stdin) ? await Console.In.ReadLineAsync(cancellation) ?? "" : null,
                },
                cancellation);
            screen.Results.Paragraph(texts.Added.With(made.Account.Name, Words.Json(given)));
            ShowPassword(screen, made);
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command List(Screen screen)
    {
        var texts = screen.Vocabulary.User;
        var access = new RegisterAccess(screen);
        var json = SharedSymbols.Flag("--json", texts.Json);
        var csv = SharedSymbols.Flag("--csv", texts.Csv);
        var command = new Command("list", texts.List) { json, csv, access.Option };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
                result.AddError(texts.JsonOrCsv);
        });
        command.SetAction((parsed, cancellation) => With(access, parsed, screen, async services =>
        {
            var lines = await services.GetRequiredService<RightsExport>().Read(Program, cancellation);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(lines, RegisterJson.Options));
            else if (parsed.GetValue(csv))
                Console.Out.Write(RightsExport.Csv(lines));
            else if (lines.Count == 0)
                screen.Results.Paragraph(texts.NoAccounts);
            foreach (var line in parsed.GetValue(json) || parsed.GetValue(csv) ? [] : lines)
                screen.Results.Paragraph(string.Join("  ", Parts(line, texts)));
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command Close(Screen screen)
    {
        var texts = screen.Vocabulary.User;
        return OnOne(screen, "close", texts.Close, async (services, id, cancellation) =>
        {
            var view = await services.GetRequiredService<AccountRegister>().Close(Program, id, cancellation);
            screen.Results.Paragraph(texts.Closed.With(view.Name));
        });
    }

    private static Command ResetPassword(Screen screen)
    {
        var texts = screen.Vocabulary.User;
        return OnOne(screen, "reset-password", texts.ResetPassword, async (services, id, cancellation) =>
        {
            var reset = await services.GetRequiredService<AccountRegister>().ResetPassword(Program, id, cancellation);
            screen.Results.Paragraph(texts.PasswordReset.With(reset.Account.Name));
            ShowPassword(screen, reset);
        });
    }

    private static Command OnOne(Screen screen, string word, string description, Func<IServiceProvider, Guid, CancellationToken, Task> work)
    {
        var access = new RegisterAccess(screen);
        var name = NameOf(screen.Vocabulary.User);
        var command = new Command(word, description) { name, access.Option };
        command.SetAction((parsed, cancellation) => With(access, parsed, screen, async services =>
        {
            if (await services.GetRequiredService<AccountRegister>().IdOf(parsed.GetValue(name)!, cancellation) is not { } id)
            {
                Screen.Message(screen.Vocabulary.User.NoSuchAccount.With(parsed.GetValue(name)!));
                return ExitStatus.Unusable;
            }

            await work(services, id, cancellation);
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    // What was refused is said in the words of the use case, a line per fault
    private static Task<int> With(
        RegisterAccess access, ParseResult parsed, Screen screen, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation) =>
        access.With(parsed, isMade: true, async (context, _) =>
        {
            await using var services = AccountServices.On(context, TimeProvider.System);
            var language = screen.Vocabulary.Language == Language.Dutch ? "nl" : "en";
            try
            {
                return await work(services);
            }
            catch (InvalidInputException e)
            {
                foreach (var line in e.Faults.Select(fault => $"{OptionOf(fault.Where)}: {fault.Text.In(language)}").Distinct(StringComparer.Ordinal))
                    Screen.Message(line);
            }
            catch (RefusedException e)
            {
                Screen.Message(e.Text.In(language));
            }

            return ExitStatus.Unusable;
        }, cancellation);

    // Where it was given on the command line
    private static string OptionOf(string where) => where switch
    {
        "/naam" => "NAME",
        "/weergavenaam" => "--display-name",
        "/wachtwoord" => "--password-stdin",
        _ when where.EndsWith("/afdeling", StringComparison.Ordinal) => "--department",
        _ when where.StartsWith("/rollen", StringComparison.Ordinal) => "--role",
        _ => where.TrimStart('/'),
    };

    private static Argument<string> NameOf(UserTexts texts) => new("NAME") { Description = texts.Name };

    private static void ShowPassword(Screen screen, AccountWithPassword made)
    {
        if (made.Password is { } password)
            screen.Results.Line(screen.Vocabulary.User.Password.With(password));
    }

    private static IEnumerable<string> Parts(RightLine line, UserTexts texts)
    {
        yield return Display.Clean(line.Name, Display.LongestMessage);
        yield return line.Role is { } role ? Words.Json(role) : texts.NoRole;
        if (line.Department is { } department)
            yield return department;
        yield return line.Origin;
        if (line.IsClosed)
            yield return texts.ClosedMark;
        if (line.LastSignIn is { } at)
            yield return texts.LastSignIn.With(at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
