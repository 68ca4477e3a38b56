namespace Koers.Cli;

/// <summary>Exit statuses of the command line; 0, 2, 3 and 4 are part of the planning contract.</summary>
internal static class ExitStatus
{
    /// <summary>Done: a plan was found, the plan holds, the input can be used.</summary>
    public const int Done = 0;

    /// <summary>The plan that was checked does not hold.</summary>
    public const int DoesNotHold = 1;

    /// <summary>Unusable input, or a command line that cannot be understood.</summary>
    public const int Unusable = 2;

    /// <summary>Proven: no plan keeps all rules.</summary>
    public const int Infeasible = 3;

    /// <summary>Stopped without a plan.</summary>
    public const int NoPlan = 4;

    /// <summary>The program itself failed (EX_SOFTWARE of sysexits.h).</summary>
    public const int Failure = 70;

    /// <summary>A second Ctrl-C: 128 + SIGINT, as shells write it.</summary>
    public const int Interrupted = 130;

    /// <summary>A second SIGTERM: 128 + SIGTERM. SIGINT, SIGTERM and SIGHUP (129) count together: which one comes second decides.</summary>
    public const int Terminated = 143;
}
