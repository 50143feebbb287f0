using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.Pipeline.Extraction;

public sealed class BlockLanguageTests
{
    [Theory]
    [InlineData("The chip is the first of its kind and it will be made in the new hall.", "en")]
    [InlineData("Der Chip ist der erste seiner Art und wird in der neuen Halle gebaut.", "de")]
    [InlineData("La puce est la première de son genre et elle sera faite dans le nouveau hall.", "fr")]
    [InlineData("El chip es el primero de su clase y se hará en la nueva nave por la empresa.", "es")]
    [InlineData("De chip is de eerste van zijn soort en wordt in het nieuwe gebouw gemaakt.", "nl")]
    [InlineData("この半導体は新しい工場で作られる。", "ja")]
    [InlineData("이 반도체는 새 공장에서 만들어진다.", "ko")]
    [InlineData("这种芯片将在新的工厂里生产。", "zh")]
    [InlineData("Чип будут делать на новом заводе.", "ru")]
    [InlineData("Nvidia Blackwell Ultra GB300 NVL72 rack", null)]
    [InlineData("In short", null)]
    [InlineData("", null)]
    public void Guess_Text_GivesItsLanguage(string text, string? expected) => Assert.Equal(expected, BlockLanguage.Guess(text));

    [Fact]
    public void Differs_SameLanguage_IsNull() => Assert.Null(BlockLanguage.Differs(null, "Der Chip ist der erste seiner Art und wird in der neuen Halle gebaut.", "de-AT"));

    [Fact]
    public void Differs_ArticleLanguageUnknown_IsNull() => Assert.Null(BlockLanguage.Differs(null, "Der Chip ist der erste seiner Art und wird in der neuen Halle gebaut.", null));
}
