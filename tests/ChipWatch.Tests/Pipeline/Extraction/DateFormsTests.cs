using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.Pipeline.Extraction;

public class DateFormsTests
{
    [Theory]
    [InlineData("Posted 2024-03-05T10:00:00Z by us", "2024-03-05T10:00:00")]
    [InlineData("4th March 2024", "2024-03-04T00:00:00")]
    [InlineData("4. März 2024", "2024-03-04T00:00:00")]
    [InlineData("4 de mayo de 2024", "2024-05-04T00:00:00")]
    [InlineData("4 december 2024", "2024-12-04T00:00:00")]
    [InlineData("Updated Mar. 4th, 2024", "2024-03-04T00:00:00")]
    [InlineData("2024年 3月4日", "2024-03-04T00:00:00")]
    [InlineData("04.03.2024", "2024-03-04T00:00:00")]
    public void Find_DateOfAnyUsualForm_GivesIt(string text, string date) =>
        Assert.Equal(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), DateForms.Find(text)?.UtcDateTime);

    [Theory]
    [InlineData("31 February 2024")]
    [InlineData("12 people in 2024")]
    [InlineData("٤.٣.20٢٤")]
    [InlineData("v1.2.20245")]
    public void Find_NoDate_GivesNull(string text) => Assert.Null(DateForms.Find(text));

    [Fact]
    public void Find_LongTextOfBeginnings_EndsSoon() =>
        Assert.Null(DateForms.Find(string.Concat(Enumerable.Repeat("4 de mayo de 20 2024-01-T", 20_000))));
}
