using System.Globalization;
using Koers.Web.Site;
using Xunit;

namespace Koers.Web.Tests.Site;

public class FiguresTests
{
    [Theory]
    [InlineData("2026-01-15T23:30:00Z", "16 januari 2026, 00.30 uur", "16 January 2026, 00:30")]
    [InlineData("2026-07-15T22:30:00Z", "16 juli 2026, 00.30 uur", "16 July 2026, 00:30")]
    // The hour that is not there: after 01.59 comes 03.00
    [InlineData("2026-03-29T00:59:00Z", "29 maart 2026, 01.59 uur", "29 March 2026, 01:59")]
    [InlineData("2026-03-29T01:00:00Z", "29 maart 2026, 03.00 uur", "29 March 2026, 03:00")]
    // The hour that is there twice: an hour apart, and not the same words
    [InlineData("2026-10-25T00:30:00Z", "25 oktober 2026, 02.30 uur zomertijd", "25 October 2026, 02:30 summer time")]
    [InlineData("2026-10-25T01:30:00Z", "25 oktober 2026, 02.30 uur wintertijd", "25 October 2026, 02:30 winter time")]
    [InlineData("2026-10-25T02:00:00Z", "25 oktober 2026, 03.00 uur", "25 October 2026, 03:00")]
    public void A_moment_is_in_Dutch_time_in_winter_and_in_summer(string moment, string dutch, string english)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        Assert.Equal(dutch, new Figures("nl").Moment(at));
        Assert.Equal(english, new Figures("en").Moment(at));
    }
}
