using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class FeedEncodingTests
{
    private const string Euro = "<rss>10 € für 年</rss>";

    static FeedEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Decode_ByteOrderMark_DecidesAndGoes(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(Euro, FeedEncoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Euro)], "text/xml; charset=iso-8859-1"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Decode_WideCharactersWithoutMark_ReadsTheirWidth(string name)
    {
        var text = $"<?xml version='1.0' encoding='{name}'?>{Euro}";

        Assert.Equal(text, FeedEncoding.Decode(Encoding.GetEncoding(name).GetBytes(text), null));
    }

    [Theory]
    [InlineData("shift_jis", "東京 半導体")]
    [InlineData("euc-jp", "東京 半導体")]
    [InlineData("gb2312", "芯片")]
    [InlineData("big5", "晶片")]
    [InlineData("euc-kr", "반도체")]
    [InlineData("koi8-r", "чипы")]
    [InlineData("windows-1251", "чипы")]
    [InlineData("iso-8859-2", "půlvodič")]
    [InlineData("cp437", "Ça")]
    public void Decode_DeclaredEncoding_IsUsed(string name, string content)
    {
        var encoding = Encoding.GetEncoding(name == "cp437" ? "ibm437" : name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><rss>{content}</rss>";

        Assert.Equal(text, FeedEncoding.Decode(encoding.GetBytes(text), "application/xml"));
    }

    [Theory]
    [InlineData("ibm037", 37)]
    [InlineData("cp500", 500)]
    [InlineData("IBM1047", 1047)]
    public void Decode_EbcdicDeclaration_IsUsed(string name, int page)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><rss>[x]</rss>";

        Assert.Equal(text, FeedEncoding.Decode(Encoding.GetEncoding(page).GetBytes(text), null));
    }

    [Fact]
    public void Decode_HeaderAndDeclarationDisagree_HeaderDecides() => Assert.Equal(
        "<?xml version='1.0' encoding='iso-8859-2'?>чипы",
        FeedEncoding.Decode(Encoding.GetEncoding(1251).GetBytes("<?xml version='1.0' encoding='iso-8859-2'?>чипы"), "text/xml; charset=\"windows-1251\""));

    [Fact]
    public void Decode_LatinHeaderButDeclaredAndValidUtf8_IsUtf8() =>
        Assert.Equal("<?xml version='1.0' encoding='utf-8'?>für", FeedEncoding.Decode("<?xml version='1.0' encoding='utf-8'?>für"u8, "text/xml; charset=ISO-8859-1"));

    [Fact]
    public void Decode_NothingStatedAndNoUtf8_IsWindows1252() => Assert.Equal("<rss>10 € für</rss>", FeedEncoding.Decode(Encoding.GetEncoding(1252).GetBytes("<rss>10 € für</rss>"), null));

    [Fact]
    public void Decode_Utf8WithOneDamagedByte_StaysUtf8() =>
        Assert.Equal("für \uFFFD über", FeedEncoding.Decode([.. "für "u8, 0xFF, .. " über"u8], "text/xml; charset=utf-8"));

    [Theory]
    [InlineData("utf-7")]
    [InlineData("UTF-16")]
    [InlineData("no-such-thing")]
    public void Decode_LabelThatCannotBe_IsPassedOver(string label) =>
        Assert.Equal("+ADw-script+AD4- für", FeedEncoding.Decode("+ADw-script+AD4- für"u8, $"text/xml; charset={label}"));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("us-ascii")]
    public void Decode_HeaderThatTheBytesRefute_GivesWayToTheDeclaration(string header)
    {
        var text = "<?xml version='1.0' encoding='gb2312'?><rss>芯片新闻 上海 芯片新闻</rss>";

        Assert.Equal(text, FeedEncoding.Decode(Encoding.GetEncoding("gb18030").GetBytes(text), $"text/xml; charset={header}"));
    }

    [Theory]
    [InlineData("iso-8859-1", "für über größer")]
    [InlineData("windows-1251", "чипы и заводы")]
    [InlineData("koi8-r", "чипы и заводы")]
    public void Decode_DeclarationOfYearsAgoOverValidUtf8_IsUtf8(string declared, string words)
    {
        var text = $"<?xml version='1.0' encoding='{declared}'?>{words}";

        Assert.Equal(text, FeedEncoding.Decode(Encoding.UTF8.GetBytes(text), null));
    }

    [Theory]
    [InlineData("iso-8859-1", "für über größer")]
    [InlineData("windows-1251", "чипы и заводы")]
    public void Decode_TrueDeclarationOfSingleBytes_IsUsed(string declared, string words)
    {
        var text = $"<?xml version='1.0' encoding='{declared}'?>{words}";

        Assert.Equal(text, FeedEncoding.Decode(Encoding.GetEncoding(declared).GetBytes(text), null));
    }
}
