using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01 19:48:21")]
    [InlineData("Thu,01 Jan 04 19:48:21 EST", "2004-01-02 00:48:21")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +01", "2004-01-01 18:48:21")]
    [InlineData("Thu, 5 Apr 2012 10:00:00 -0700 (PDT)", "2012-04-05 17:00:00")]
    [InlineData("Thu, 15 Jan 2026 10:00:00 GMT+2", "2026-01-15 08:00:00")]
    [InlineData("8 July 2017 5:10:22 PM", "2017-07-08 17:10:22")]
    [InlineData("Mon, 3 Mar 2014 9:0:0 +0100", "2014-03-03 08:00:00")]
    [InlineData("Wed, 04 Feb 2015 08:00:00 UT+1", "2015-02-04 07:00:00")]
    [InlineData("03-12-31", "2003-12-31 00:00:00")]
    [InlineData("2026-٠٦-١٨", "2026-06-18 00:00:00")]
    [InlineData("١٨/٠٦/٢٠٢٦ ٨:٣٠", "2026-06-18 08:30:00")]
    [InlineData("2026-W01-1", "2025-12-29 00:00:00")]
    [InlineData("Thu, 18 Jun 2026 (Seoul", "2026-06-18 00:00:00")]
    [InlineData("31-12-03", "2003-12-31 00:00:00")]
    [InlineData("2003335", "2003-12-01 00:00:00")]
    [InlineData("Fri, 31 Dec 1999 23:59:60 GMT", "1999-12-31 23:59:59")]
    [InlineData("Sun, 01 Mar 2026 24:00:00 GMT", "2026-03-02 00:00:00")]
    [InlineData("Thu Jan  1 19:48:21 PST 2004", "2004-01-02 03:48:21")]
    [InlineData("Wed Aug 27 13:08:45 +0000 2008", "2008-08-27 13:08:45")]
    [InlineData("15-Jan-26", "2026-01-15 00:00:00")]
    [InlineData("2003-12-31T10:14:55.123456789+01:00", "2003-12-31 09:14:55")]
    [InlineData("20031231T101455Z", "2003-12-31 10:14:55")]
    [InlineData("2003-12-31 10:14:55 -0800", "2003-12-31 18:14:55")]
    [InlineData("2003-335", "2003-12-01 00:00:00")]
    [InlineData("2003-W01-3", "2003-01-01 00:00:00")]
    [InlineData("2003-12", "2003-12-01 00:00:00")]
    [InlineData("1764000000", "2025-11-24 16:00:00")]
    [InlineData("January 15, 2026 9:30 AM EST", "2026-01-15 14:30:00")]
    [InlineData("12:05 a.m., Jan. 15th, 2026", "2026-01-15 00:05:00")]
    [InlineData("15. Januar 2026, 14:30 Uhr", "2026-01-15 14:30:00")]
    [InlineData("15 janvier 2026 à 14h30", "2026-01-15 14:30:00")]
    [InlineData("mar, 05 ene 2010 12:00:00 +0100", "2010-01-05 11:00:00")]
    [InlineData("Seg, 24 Set 2018 19:42:40 -0300", "2018-09-24 22:42:40")]
    [InlineData("Чт, 15 янв 2026 10:00:00 +0300", "2026-01-15 07:00:00")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11 17:00:00")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13 14:15:00")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-28 01:31:15")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25 23:23:17")]
    [InlineData("2026年1月15日 10時30分", "2026-01-15 10:30:00")]
    [InlineData("01/15/2026 10:30", "2026-01-15 10:30:00")]
    [InlineData("15/01/2026", "2026-01-15 00:00:00")]
    [InlineData("15.01.2026 10:30", "2026-01-15 10:30:00")]
    public void Parse_AnyUsualForm_GivesTheInstant(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Parse(text)?.ToString("yyyy-MM-dd HH:mm:ss", null));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday-ish")]
    [InlineData("Mon 32 Foo")]
    [InlineData("31/02/26 25:61")]
    [InlineData("Thu, 31 Feb 2004 10:00:00 GMT")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("99999999999999")]
    [InlineData("\uD800 2004")]
    public void Parse_NoDate_GivesNull(string text) => Assert.Null(FeedDate.Parse(text));

    [Fact]
    public void Clamp_OutsideWhatCanBeTrue_GivesTheNearestThatCan()
    {
        var now = new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(now.AddDays(1), FeedDate.Clamp(now.AddYears(70), now));
        Assert.Equal(FeedDate.Earliest, FeedDate.Clamp(new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero), now));
        Assert.Equal(now, FeedDate.Clamp(now, now));
        Assert.Null(FeedDate.Clamp(null, now));
    }
}
