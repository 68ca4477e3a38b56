using System.CommandLine;
using System.CommandLine.Parsing;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Koers.Cli.Commands;

/// <summary><c>koers audit verify</c>: whether the audit trail is whole; <c>koers audit export</c>: the trail to take away.</summary>
internal static class AuditCommand
{
    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Register;
        var access = new RegisterAccess(screen);
        var after = new Option<AuditAnchor[]>("--after")
        {
            Description = texts.After,
            HelpName = texts.AfterValue,
            DefaultValueFactory = _ => [],
            CustomParser = result => Anchors(result, texts),
        };
        var verify = new Command("verify", texts.Verify) { access.Option, after };
        verify.SetAction((parsed, cancellation) => access.With(
            parsed, isMade: true, (context, _) => Verify(screen, texts, context, parsed.GetValue(after)!, cancellation), cancellation));
        return new Command("audit", texts.Audit) { verify, Export(access, texts) };
    }

    private static AuditAnchor[] Anchors(ArgumentResult result, RegisterTexts texts)
    {
        foreach (var token in result.Tokens.Where(token => AuditAnchor.Parse(token.Value) is null))
            result.AddError(texts.BadAfter.With("--after", Display.Clean(token.Value)));
        return [.. result.Tokens.Select(token => AuditAnchor.Parse(token.Value)).OfType<AuditAnchor>()];
    }

    private static Command Export(RegisterAccess access, RegisterTexts texts)
    {
        var format = new Option<string>("--format") { Description = texts.ExportFormat, HelpName = "csv|jsonl", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var export = new Command("export", texts.Export) { access.Option, format };
        export.SetAction((parsed, cancellation) => access.With(
            parsed,
            isMade: true,
            async (context, _) =>
            {
                // Who runs this holds the database; scores that are blind as yet stay so here too
                var program = new Actor(null, "koers", [new Grant(Role.Administrator)], "opdrachtregel");
                await using var output = Console.OpenStandardOutput();
                await AuditExport.Write(
                    new AuditReading(context).All(program, new AuditQuery(), cancellation),
                    parsed.GetValue(format) == "jsonl" ? AuditFormat.JsonLines : AuditFormat.Csv, output, cancellation);
                return ExitStatus.Done;
            },
            cancellation));
        return export;
    }

    private static async Task<int> Verify(Screen screen, RegisterTexts texts, RegisterContext context, AuditAnchor[] anchors, CancellationToken cancellation)
    {
        var isWhole = true;
        await foreach (var fault in new AuditTrail(context, TimeProvider.System).Verify(anchors, cancellation))
        {
            isWhole = false;
            screen.Results.Line((fault.Kind switch
            {
                AuditFaultKind.Missing => texts.LineMissing,
                AuditFaultKind.Unchained => texts.LineUnchained,
                AuditFaultKind.Unanchored => texts.LineUnanchored,
                _ => texts.LineChanged,
            }).With(fault.Number));
        }

        if (!isWhole)
            return ExitStatus.DoesNotHold;
        // The last one is shown, to be noted where nobody who can write into the database can write
        var last = await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellation);
        screen.Results.Line(last is null ? texts.TrailIsEmpty : texts.TrailIsWhole.Count(last.Number, $"{last.Number}", last.Hash));
        return ExitStatus.Done;
    }
}
