using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Server;
using Koers.App.Storage;

namespace Koers.App.Runs;

/// <summary>
/// Runs of a register in PostgreSQL, handed to workers on any machine by Hangfire, in a schema of its own in the same database. Hangfire wakes a worker;
/// which worker does a run is decided by its row (<see cref="RunClaim"/>), so a job that comes twice does no harm.
/// </summary>
/// <param name="address">The register, in PostgreSQL.</param>
public sealed class HangfireBell(DatabaseAddress address) : IRunBell
{
    private const string Schema = "hangfire";

    private readonly Lazy<PostgreSqlStorage> _storage = new(() => Open(address));

    /// <summary>Makes the schema of the queue, or brings it up to date.</summary>
    public void Prepare() => _ = _storage.Value;

    /// <inheritdoc/>
    public void Ring(Guid run) => new BackgroundJobClient(_storage.Value).Enqueue<RunJob>(job => job.Work(run, CancellationToken.None));

    /// <summary>Lets a worker take runs from the queue, one at a time, until the answer is disposed of; a run that is being worked on then goes back
    /// to the queue.</summary>
    /// <param name="worker">The worker.</param>
    public IDisposable Serve(RunWorker worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                ServerName = worker.Settings.Name,
                WorkerCount = 1,
                Activator = new Jobs(worker),
                ShutdownTimeout = TimeSpan.FromSeconds(30),
                StopTimeout = TimeSpan.FromSeconds(0.1),
                FilterProvider = new JobFilterProviderCollection(new JobFilterAttributeFilterProvider()),
            },
            _storage.Value, [new Sweep(this, worker)]);
    }

    private static PostgreSqlStorage Open(DatabaseAddress address)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = true,
            // A run may take an hour: the job is kept as long as its worker lives
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
            QueuePollInterval = TimeSpan.FromSeconds(1),
            EnableLongPolling = true,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(address.ConnectionString, options), options);
    }

    private sealed class Jobs(RunWorker worker) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new RunJob(worker);
    }

    /// <summary>Finds runs that no job is there for: their worker went away, or the job was lost. Tells of each attempt once in a while only.</summary>
    private sealed class Sweep(HangfireBell bell, RunWorker worker) : IBackgroundProcess
    {
        private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

        private readonly Dictionary<(Guid, int), long> _told = [];

        public void Execute(BackgroundProcessContext context)
        {
            ArgumentNullException.ThrowIfNull(context);
            foreach (var waiting in worker.Waiting(context.StoppingToken).GetAwaiter().GetResult())
                if (!_told.TryGetValue(waiting, out var at) || TimeProvider.System.GetElapsedTime(at) > Again)
                {
                    bell.Ring(waiting.Run);
                    _told[waiting] = TimeProvider.System.GetTimestamp();
                }

            context.Wait(worker.Settings.Poll);
        }
    }
}

/// <summary>A job of the queue: do one run.</summary>
/// <param name="worker">Who does it.</param>
public sealed class RunJob(RunWorker worker)
{
    /// <summary>Does the run, unless another did or does.</summary>
    /// <param name="run">Its id.</param>
    /// <param name="cancellation">Stops; the job is then handed to another worker.</param>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task Work(Guid run, CancellationToken cancellation)
    {
        await worker.Work(run, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }
}
