using ChipWatch.Store.Search;

namespace ChipWatch.Tests.Store.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("trainium3 price", "\"trainium3\" \"price\"")]
    [InlineData("\"outside AWS\" talks", "\"outside AWS\" \"talks\"")]
    [InlineData("a\" OR b*", "\"a\" \"OR\" \"b*\"")]
    [InlineData("台積電", "\"台  積  電\"")]
    [InlineData("-- ** ( )", "")]
    public void MatchExpression_Anything_IsQuotedWords(string query, string expected) => Assert.Equal(expected, SearchWords.MatchExpression(query));

    [Fact]
    public void ForIndex_Ideographs_StandAlone() => Assert.Equal(" 台  積  電 TSMC", SearchWords.ForIndex("台積電TSMC"));
}
