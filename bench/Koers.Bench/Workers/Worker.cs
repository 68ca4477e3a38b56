using System.Globalization;
using System.Runtime.InteropServices;

namespace Koers.Bench.Workers;

/// <summary>What the benchmark starts for every solver and instance, as a process of its own: its memory is then the solver's, and one
/// crash does not end the run. Arguments: solver, file, seconds.</summary>
internal static class Worker
{
    public static int Run(string[] arguments)
    {
        // Ctrl-C reaches the whole group: the benchmark ends its workers itself, with what they started
        using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var (solver, file) = (arguments[0], arguments[1]);
        var limit = TimeSpan.FromSeconds(double.Parse(arguments[2], CultureInfo.InvariantCulture));
        var verdict = solver switch
        {
            "koers" => KoersWorker.Run(file, limit),
            "cbc" => CbcWorker.Run(file, limit),
            "cp-sat" => StockWorker.Run("sat", file, limit),
            _ => StockWorker.Run(solver, file, limit),
        };
        verdict.Tell();
        return 0;
    }
}
