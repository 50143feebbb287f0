using ChipWatch.Components;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Articles;

/// <summary>The reader view: the text with what it proves, beside everything that ChipWatch says about it.</summary>
public partial class ArticlePage
{
    private const int WordsAMinute = 230;

    private ArticleView? prepared;
    private Evidence? evidence;
    private IReadOnlyList<ReadingPart> parts = [];
    private IReadOnlyList<TextSpan> underlined = [];
    private IReadOnlyList<TextSpan> lit = [];
    private ReadingPart? firstLit;

    /// <summary>The article.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>Readable tail; decides nothing.</summary>
    [Parameter]
    public string? Slug { get; set; }

    [SupplyParameterFromQuery(Name = "revision")] private int? Revision { get; set; }

    [SupplyParameterFromQuery(Name = "diff")] private string? Diff { get; set; }

    [SupplyParameterFromQuery(Name = "why")] private string? Why { get; set; }

    [Inject] private IArticleQueries Articles { get; set; } = null!;

    /// <summary>Which proof is lit does not change what is asked of the store.</summary>
    protected override string Address => $"/articles/{Id}?revision={Revision}&diff={Compares}";

    private bool Compares => Diff is "1";

    /// <inheritdoc/>
    protected override async Task<ArticleView?> LoadAsync(CancellationToken cancellationToken) =>
        await Articles.FindAsync(Id, Revision, cancellationToken) is not { } article ? null
        : Compares ? article with { Comparison = await Articles.CompareAsync(Id, Revision, cancellationToken) }
        : article;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (View is not { } article)
        {
            return;
        }

        if (!ReferenceEquals(prepared, article))
        {
            prepared = article;
            evidence = Evidence.Of(article);
            parts = Reading.Of(article.Text, article.Blocks);
            // tags are those of the newest state: in an older text their places would be wrong
            underlined = IsNewest(article) ? evidence.Underlined : [];
        }

        lit = IsNewest(article) ? evidence!.Asked(Why)?.Spans ?? [] : [];
        firstLit = lit.Where(span => span.Field is TextField.Text)
            .Select(span => parts.FirstOrDefault(part => part.Blocks.Any(block => span.Start < block.End && span.Start + span.Length > block.Start)))
            .FirstOrDefault(part => part is not null);
    }

    private string HrefOf(string? why) => ChipWatchUrls.Article(View!.Id, View.Slug, Revision, why);

    private static bool IsNewest(ArticleView article) => article.Revisions.Count == 0 || article.Revision == article.Revisions[^1].Number;

    private static string ReadingTime(ArticleView article)
    {
        var words = article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var language = article.Language is { } code ? Languages.Name(code) + ", " : "";
        return words == 0 ? language.TrimEnd(',', ' ') : $"{language}{Counts.Of(words, "word", "words")}, {Math.Max(1, words / WordsAMinute)} min";
    }
}
