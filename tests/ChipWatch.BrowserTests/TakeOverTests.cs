using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChipWatch.BrowserTests;

/// <summary>What a person does on a page while its circuit is not up yet is kept when it comes.</summary>
public sealed class TakeOverTests(ProgramFixture program)
{
    [Fact]
    public async Task Fold_OpenedBeforeTheCircuitIsUp_StaysOpenWhenItTakesOver()
    {
        var (page, takeOver) = await program.OpenBeforeTheCircuitAsync("/timeline");
        var sovereign = page.GetByRole(AriaRole.Complementary, new() { Name = "Filters" }).GetByRole(AriaRole.Link, new() { Name = "Sovereign AI", Exact = true });
        await page.GetByText("more topics").ClickAsync();
        await Expect(sovereign).ToBeVisibleAsync();

        await takeOver();

        await Expect(sovereign).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Link_PressedWhileTheCircuitTakesOver_OpensAllTheSame()
    {
        var (page, takeOver) = await program.OpenBeforeTheCircuitAsync("/timeline");
        var link = page.Locator(".sr .hl a").Nth(1);
        var (box, address) = (await link.BoundingBoxAsync(), await link.GetAttributeAsync("href"));
        await page.Mouse.MoveAsync(box!.X + 20, box.Y + 8);
        await page.Mouse.DownAsync();

        await takeOver();
        await page.Mouse.UpAsync();

        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(Uri.UnescapeDataString(address!)) + "$"));
        await Expect(page.Locator(".shd h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Words_HalfTypedWhileTheCircuitTakesOver_StayWithTheFocus()
    {
        var (page, takeOver) = await program.OpenBeforeTheCircuitAsync("/timeline");
        var words = page.GetByRole(AriaRole.Complementary, new() { Name = "Filters" }).GetByLabel("Words in the story");
        await words.PressSequentiallyAsync("Trai");

        await takeOver();
        await page.Keyboard.TypeAsync("nium");

        await Expect(words).ToHaveValueAsync("Trainium");
        await Expect(words).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Choice_MadeBeforeTheCircuitIsUp_StaysWhenItTakesOver()
    {
        var (page, takeOver) = await program.OpenBeforeTheCircuitAsync("/admin/catalogue/chips/edit/google-tpu-v1?do=entry");
        var kind = page.Locator("#c-kind");
        await Expect(kind).ToHaveValueAsync("tpu");
        await kind.SelectOptionAsync("asic");

        await takeOver();

        await Expect(kind).ToHaveValueAsync("asic");
    }
}
