using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Text;

public sealed class BlockRolesTests
{
    [Fact]
    public void Find_PointsBehindAnswersInOneParagraphEach_AreTakeaways()
    {
        var roles = Roles("The plant opens in May.\n\nFAQ\n\nIs it large? No, it has two halls.\n\nWho owns it? The city does.\n\nTwo halls and one owner.\n\nOpen from May.", "en");

        Assert.Equal([BlockRole.Fact, BlockRole.Heading, BlockRole.Faq, BlockRole.Faq, BlockRole.Takeaway, BlockRole.Takeaway], roles);
    }

    [Fact]
    public void Find_AnswerInAParagraphOfItsOwn_IsFaq()
    {
        var roles = Roles("The plant opens in May.\n\nFAQ\n\nIs it large?\n\nNo, it has two halls.", "en");

        Assert.Equal(BlockRole.Faq, roles[^1]);
    }

    [Fact]
    public void Find_ShortLineInAnotherLanguage_IsACaptionOfThatLanguage()
    {
        const string Text = "The plant opens in May and has two halls for the machines.\n\nDie Halle mit den Maschinen, im Vordergrund der Wagen des Werks.\n\nIt belongs to the city and to nobody else.";

        var caption = BlockRoles.Find(Text, "en")[1];

        Assert.Equal((BlockRole.Caption, "de"), (caption.Role, caption.Language));
    }

    private static BlockRole[] Roles(string text, string language) => [.. BlockRoles.Find(text, language).Select(block => block.Role)];
}
