using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging.Events;

/// <summary>What the verb alone says.</summary>
public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("en", "The company has now opened its plant.", "Perfect")]
    [InlineData("en", "It will open a plant.", "Coming")]
    [InlineData("en", "It plans to open a plant.", "Meant")]
    [InlineData("en", "It might open a plant.", "Possible")]
    [InlineData("en", "It shipped the first units.", "Past")]
    [InlineData("de", "Der Konzern hat das Werk am Montag eröffnet.", "Perfect")]
    [InlineData("de", "Das Werk könnte öffnen.", "Possible")]
    [InlineData("de", "Sie haben den Vertrag abgeschlossen.", "Perfect")]
    [InlineData("fr", "Le groupe a livré ses puces.", "Perfect")]
    [InlineData("fr", "Le groupe livrera ses puces.", "Coming")]
    [InlineData("fr", "Le groupe livrerait ses puces.", "Possible")]
    [InlineData("es", "La empresa ha entregado sus chips.", "Perfect")]
    [InlineData("es", "La empresa entregará sus chips.", "Coming")]
    [InlineData("nl", "Het bedrijf heeft de hal geopend.", "Perfect")]
    [InlineData("nl", "Het bedrijf gaat de hal openen.", "Coming")]
    [InlineData("zh", "公司已投产。", "Perfect")]
    [InlineData("zh", "公司可能建厂。", "Possible")]
    [InlineData("ja", "同社は出荷を始めた。", "Perfect")]
    [InlineData("ja", "同社は建設する方針だ。", "Meant")]
    [InlineData("ko", "회사는 출하를 시작했다.", "Perfect")]
    [InlineData("ko", "회사는 공장을 지을 계획이다.", "Meant")]
    public void Find_VerbOfThatForm_MarksIt(string language, string text, string form) => Assert.Contains(form, Forms(language, text));

    [Theory]
    [InlineData("en", "It has a plant in Texas.", "Perfect")]
    [InlineData("en", "They need advanced parts.", "Past")]
    [InlineData("de", "Das Werk hat 400 Mitarbeiter.", "Perfect")]
    [InlineData("fr", "Elle a trois usines.", "Perfect")]
    [InlineData("it", "La società ha aperto.", "Perfect")]
    public void Find_OtherForm_LeavesItUnmarked(string language, string text, string form) => Assert.DoesNotContain(form, Forms(language, text));

    private static List<string> Forms(string language, string text)
    {
        Span<bool> found = stackalloc bool[VerbForms.Count];
        VerbForms.Find(new(TextField.Text, text, 0, text.Length, 1, BlockRole.Fact, 1), language, found);
        var forms = new List<string>();
        for (var form = 0; form < found.Length; form++)
        {
            if (found[form])
            {
                forms.Add(((VerbForm)form).ToString());
            }
        }

        return forms;
    }
}
