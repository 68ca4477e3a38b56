using System.CommandLine;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Microsoft.EntityFrameworkCore;

namespace Koers.Cli.Commands;

/// <summary><c>koers audit verify</c>: whether the audit trail is whole.</summary>
internal static class AuditCommand
{
    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Register;
        var access = new RegisterAccess(screen);
        var verify = new Command("verify", texts.Verify) { access.Option };
        verify.SetAction((parsed, cancellation) =>
            access.With(parsed, isMade: true, (context, _) => Verify(screen, texts, context, cancellation), cancellation));
        return new Command("audit", texts.Audit) { verify };
    }

    private static async Task<int> Verify(Screen screen, RegisterTexts texts, RegisterContext context, CancellationToken cancellation)
    {
        var isWhole = true;
        await foreach (var fault in new AuditTrail(context, TimeProvider.System).Verify(cancellation))
        {
            isWhole = false;
            screen.Results.Line((fault.Kind switch
            {
                AuditFaultKind.Missing => texts.LineMissing,
                AuditFaultKind.Unchained => texts.LineUnchained,
                _ => texts.LineChanged,
            }).With(fault.Number));
        }

        if (!isWhole)
            return ExitStatus.DoesNotHold;
        // Lines taken off the end leave a whole trail: the last one is shown, to be laid beside what was noted before
        var last = await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellation);
        screen.Results.Line(last is null ? texts.TrailIsEmpty : texts.TrailIsWhole.Count(last.Number, $"{last.Number}", last.Hash));
        return ExitStatus.Done;
    }
}
