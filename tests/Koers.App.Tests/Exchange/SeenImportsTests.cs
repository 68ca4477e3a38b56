using Koers.App.Exchange.Initiatives;
using Koers.App.Memory;
using Xunit;

namespace Koers.App.Tests.Exchange;

public sealed class SeenImportsTests
{
    private static readonly TrailMark Mark = new(7, "a");

    private readonly CalledClock _clock = new();

    [Fact]
    public void What_was_seen_is_given_once()
    {
        using var seen = new SeenImports(_clock);
        var import = Import("een");
        seen.Keep(import);
        Assert.Same(import, seen.Take("een", "bestand", Mark));
        Assert.Null(seen.Take("een", "bestand", Mark));
    }

    [Theory]
    [InlineData("ander", "bestand", "a")]
    [InlineData("een", "ander", "a")]
    [InlineData("een", "bestand", "b")]
    [InlineData("een", "bestand", null)]
    public void What_was_seen_of_another_file_or_before_something_changed_is_not_given(string token, string file, string? hash)
    {
        using var seen = new SeenImports(_clock);
        seen.Keep(Import("een"));
        Assert.Null(seen.Take(token, file, hash is null ? null : new TrailMark(7, hash)));
    }

    [Fact]
    public void Only_the_last_that_was_seen_is_kept_and_not_after_ten_minutes()
    {
        using var seen = new SeenImports(_clock);
        seen.Keep(Import("een"));
        seen.Keep(Import("twee"));
        Assert.Null(seen.Take("een", "bestand", Mark));
        Assert.Equal(TimeSpan.FromMinutes(10), _clock.Due);
        _clock.Ring();
        Assert.Null(seen.Take("twee", "bestand", Mark));
    }

    private static SeenImport Import(string token) => new("bestand", Mark, new ImportPreview { Token = token }, []);

    /// <summary>A clock on which nothing is due until it is told so.</summary>
    private sealed class CalledClock : TimeProvider
    {
        private Action? _called;

        public TimeSpan Due { get; private set; }

        public void Ring() => _called!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _called = () => callback(state);
            return new Called(this);
        }

        private sealed class Called(CalledClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                clock.Due = dueTime;
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
