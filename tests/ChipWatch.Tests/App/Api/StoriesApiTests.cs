using System.Net;
using System.Text.RegularExpressions;
using ChipWatch.Commands;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Today;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Api;

/// <summary>Corrections of stories without a circuit, over the real host on a port of its own.</summary>
public sealed class StoriesApiTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-api-").FullName;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private WebApplication app = null!;
    private HttpClient client = null!;

    private IStoryQueries Stories => app.Services.GetRequiredService<IStoryQueries>();

    private static long Talks => IdOf(OneDay.TalksFirst);

    private static long Last => IdOf(OneDay.TalksLast);

    private static long Plant => IdOf(OneDay.PlantFirst);

    public async ValueTask InitializeAsync()
    {
        app = ServeCommand.Build(
            [$"--ChipWatch:DataDirectory={folder}", "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", "--ChipWatch:Ingestion:Enabled=false", "--Serilog:MinimumLevel:Default=Fatal"],
            "http://127.0.0.1:0");
        await ChipWatchHost.PrepareStoreAsync(app.Services, CancellationToken.None);
        foreach (var article in OneDay.All)
        {
            await app.Services.GetRequiredService<IArticleStore>().StoreAsync(0, article.Read("by-hand"), CancellationToken.None);
        }

        await app.Services.GetRequiredService<IStoryGrouper>().GroupAsync(CancellationToken.None);
        await app.StartAsync();
        client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        handler.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Split_PostedFromThePage_IsShownAndCanBeUndone()
    {
        Assert.StartsWith($"/stories/{Last}/", await PostAsync(Talks, $"/stories/{Talks}/split", ("article", $"{Last}")), StringComparison.Ordinal);
        Assert.Equal(2, (await Stories.FindAsync(Talks, default))!.Articles.Count);
        var page = await client.GetStringAsync($"/stories/{Talks}");
        Assert.Contains("Decided by hand", page, StringComparison.Ordinal);

        var undo = Regex.Match(page, "/stories/decisions/[0-9]+/undo").Value;
        Assert.StartsWith($"/stories/{Talks}/", await PostAsync(Talks, undo), StringComparison.Ordinal);
        Assert.Equal(3, (await Stories.FindAsync(Talks, default))!.Articles.Count);
    }

    [Fact]
    public async Task Merge_IntoAStoryFoundByWords_LeadsTheOldAddressThere()
    {
        var near = await client.GetStringAsync($"/stories/{Talks}?near=Phoenix");
        Assert.Contains($"value=\"{Plant}\"", near, StringComparison.Ordinal);

        Assert.StartsWith($"/stories/{Plant}/", await PostAsync(Talks, $"/stories/{Talks}/merge", ("into", $"{Plant}")), StringComparison.Ordinal);

        var old = await client.GetAsync($"/stories/{Talks}/any-words");
        Assert.Equal(HttpStatusCode.Redirect, old.StatusCode);
        Assert.Contains($"/stories/{Plant}/", old.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/stories/12345")).StatusCode);
    }

    [Fact]
    public async Task Pin_PostedFromThePage_StaysWhereItIs()
    {
        Assert.StartsWith($"/stories/{Talks}/", await PostAsync(Talks, $"/stories/{Talks}/pin", ("article", $"{Last}")), StringComparison.Ordinal);
        Assert.Equal(StoryDecisionKind.Pin, Assert.Single((await Stories.FindAsync(Talks, default))!.Decisions).Kind);
    }

    [Fact]
    public async Task Split_NothingChosen_SaysSo()
    {
        var back = await PostAsync(Talks, $"/stories/{Talks}/split");

        Assert.Contains("choose the articles first", await client.GetStringAsync(back), StringComparison.Ordinal);
        Assert.Equal(3, (await Stories.FindAsync(Talks, default))!.Articles.Count);
    }

    [Fact]
    public async Task Change_WithoutThePagesToken_IsRefused()
    {
        await client.GetAsync($"/stories/{Talks}");
        var answer = await client.PostAsync($"/stories/{Talks}/split", new FormUrlEncodedContent([new("article", $"{Last}")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(3, (await Stories.FindAsync(Talks, default))!.Articles.Count);
    }

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    public async Task Change_NotMeantForThisMachine_IsRefusedAndThePageOffersNothing(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/stories/{Talks}/split")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(Talks)), new("article", $"{Last}")]),
        };
        request.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);

        using var page = new HttpRequestMessage(HttpMethod.Get, $"/stories/{Talks}");
        page.Headers.TryAddWithoutValidation(header, value);
        var html = await (await client.SendAsync(page)).Content.ReadAsStringAsync();
        Assert.Contains("Every headline", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"checkbox\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("h-merge", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_Posted_EntersThePrintedSumsUntilTakenBack()
    {
        Assert.Equal("/vendors/tsmc", await PostAsync(Talks, "/follow/vendor/tsmc", ("follow", "yes")));
        Assert.StartsWith("/timeline", await PostAsync(Talks, "/follow/topic/sovereign-ai", ("follow", "yes")), StringComparison.Ordinal);

        Assert.Equal(["followed vendor: TSMC"], await FollowedAsync(Plant));
        Assert.Equal(["followed topic: Sovereign AI"], await FollowedAsync(Talks));
        Assert.Contains("Following", await client.GetStringAsync("/vendors/tsmc"), StringComparison.Ordinal);

        await PostAsync(Talks, "/follow/vendor/tsmc", ("follow", "no"));
        Assert.Empty(await FollowedAsync(Plant));
    }

    [Fact]
    public async Task Follow_ChangesTheManifestOfAnIssueMadeAnew()
    {
        var digests = app.Services.GetRequiredService<IDigestQueries>();
        var before = await digests.IssueAsync("2026-W25", default);
        await PostAsync(Talks, "/follow/vendor/tsmc", ("follow", "yes"));
        var with = await digests.IssueAsync("2026-W25", default);
        await PostAsync(Talks, "/follow/vendor/tsmc", ("follow", "no"));

        Assert.NotEqual(before.Manifest, with.Manifest);
        Assert.Equal(before.Manifest, (await digests.IssueAsync("2026-W25", default)).Manifest);
    }

    [Theory]
    [InlineData("/follow/vendor/nobody")]
    [InlineData("/follow/outlet/bloomberg")]
    [InlineData("/follow/nothing/tsmc")]
    public async Task Follow_WhatTheCatalogueLacks_IsNotFound(string address)
    {
        var answer = await client.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(Talks)), new("follow", "yes")]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<IEnumerable<string>> FollowedAsync(long story) =>
        (await app.Services.GetRequiredService<ITodayQueries>().ReadAsync(new DateTimeOffset(2026, 6, 19, 0, 0, 0, TimeSpan.Zero), default))
            .Leads.Single(lead => lead.Story.Id == story).Parts.Select(part => part.What).Where(what => what.StartsWith("followed ", StringComparison.Ordinal));

    private async Task<string> PostAsync(long story, string address, params (string Name, string Value)[] fields)
    {
        var content = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(story)), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        var answer = await client.PostAsync(address, content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> TokenAsync(long story) =>
        Regex.Match(await client.GetStringAsync($"/stories/{story}"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    private static long IdOf(TestArticle article) => ArticleIds.Of(article.Published, article.Url, 0);
}
