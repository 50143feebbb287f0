using System.Net;
using System.Text.RegularExpressions;
using ChipWatch.Commands;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Api;

/// <summary>The catalogue changed by ordinary forms, over the real host on a port of its own.</summary>
public sealed class CatalogueApiTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-catalogue-").FullName;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = ServeCommand.Build(
            [$"--ChipWatch:DataDirectory={folder}", "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", "--ChipWatch:Ingestion:Enabled=false", "--Serilog:MinimumLevel:Default=Fatal"],
            "http://127.0.0.1:0");
        await ChipWatchHost.PrepareStoreAsync(app.Services, CancellationToken.None);
        var version = app.Services.GetRequiredService<LiveCatalogue>().Current.Version;
        foreach (var article in OneDay.All)
        {
            await app.Services.GetRequiredService<ChipWatch.Store.Articles.IArticleStore>().StoreAsync(0, article.Read("by-hand") with { CatalogueVersion = version }, CancellationToken.None);
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
    public async Task Names_PreviewedSavedAndUndone_TheTimelineFollows()
    {
        var looked = await PostAsync("/admin/catalogue/preview", ("purpose", "AddNames"), ("list", "Company"), ("id", "coreweave"), ("texts", "Frankfurt\nPhoenix"));
        var preview = WebUtility.HtmlDecode(await client.GetStringAsync(looked));

        // Three articles tell of Frankfurt, two of Phoenix.
        Assert.Matches(@"<b>\+5</b> / <b>−0</b> tags", preview);
        Assert.Contains("Amazon in talks to sell Trainium to Frankfurt data centres", preview, StringComparison.Ordinal);
        Assert.Contains("+ CoreWeave", preview, StringComparison.Ordinal);
        Assert.Contains("Talks with operators in Frankfurt are under way.", preview, StringComparison.Ordinal);
        Assert.Contains("F1 on 160 labelled articles", preview, StringComparison.Ordinal);
        Assert.Equal(0, await StoriesAsync("coreweave"));

        var saved = await PostAsync("/admin/catalogue/save", ("draft", Ticket(looked)));
        Assert.StartsWith("/catalogue/companies/coreweave?saved=", saved, StringComparison.Ordinal);
        var entry = await client.GetStringAsync(saved);
        Assert.Contains("added here", entry, StringComparison.Ordinal);
        Assert.Equal(2, await StoriesAsync("coreweave"));

        Assert.Equal("/catalogue/companies/coreweave", await PostAsync(Regex.Match(entry, "/admin/catalogue/changes/[0-9]+/undo").Value));
        Assert.Equal(0, await StoriesAsync("coreweave"));
    }

    [Fact]
    public async Task NewEntry_Faulty_KeepsWhatWasTypedAndSavesNothing()
    {
        var looked = await PostAsync("/admin/catalogue/preview", ("purpose", "NewEntry"), ("list", "Chip"), ("name", "Fenwick One"), ("texts", "Fenwick 1"), ("fact-company", ""), ("fact-kind", "gpu"));
        var form = await client.GetStringAsync(looked);

        Assert.Contains("A chip needs a maker", form, StringComparison.Ordinal);
        Assert.Contains("value=\"Fenwick One\"", form, StringComparison.Ordinal);
        Assert.Contains("Fenwick 1</textarea>", form, StringComparison.Ordinal);
        Assert.StartsWith("/catalogue?forgotten=1", await PostAsync("/admin/catalogue/save", ("draft", Ticket(looked))), StringComparison.Ordinal);
        Assert.Empty(await app.Services.GetRequiredService<ICatalogueStore>().ChangesAsync(default));
    }

    [Fact]
    public async Task Topic_TermRemoved_IsLookedForNoMore()
    {
        var term = NewsCatalogue.LoadSeeds().Topics.Single(topic => topic.Id == "cloud").Terms[0].Text;
        var looked = await PostAsync("/admin/catalogue/preview", ("purpose", "RemoveName"), ("list", "Topic"), ("id", "cloud"), ("original", term), ("weight", "3"));

        await PostAsync("/admin/catalogue/save", ("draft", Ticket(looked)));

        Assert.DoesNotContain(app.Services.GetRequiredService<LiveCatalogue>().Current.News.Topics.Single(topic => topic.Id == "cloud").Terms, other => other.Text == term);
        Assert.Contains("Removed here", await client.GetStringAsync("/catalogue/topics/cloud"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/catalogue/changes/99/undo")]
    [InlineData("/admin/catalogue/proposals/99/reject")]
    [InlineData("/admin/catalogue/proposals/99/merge")]
    public async Task Post_WhatIsNotThere_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(address, await ContentAsync([]))).StatusCode);

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    public async Task Change_NotMeantForThisMachine_IsRefusedAndThePagesOnlyShow(string header, string value)
    {
        foreach (var address in new[] { "/admin/catalogue/preview", "/admin/catalogue/save", "/admin/catalogue/changes/1/undo" })
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, address) { Content = await ContentAsync([("list", "Company"), ("id", "amazon"), ("texts", "Fenwick")]) };
            post.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(post)).StatusCode);
        }

        foreach (var address in new[] { "/catalogue", "/catalogue/companies", "/catalogue/companies/amazon", "/catalogue/proposals", "/admin/catalogue/companies/edit/amazon" })
        {
            using var get = new HttpRequestMessage(HttpMethod.Get, address);
            get.Headers.TryAddWithoutValidation(header, value);
            var page = await (await client.SendAsync(get)).Content.ReadAsStringAsync();
            Assert.Contains("Read only.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("action=\"/admin/catalogue", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"btn\" href=\"/admin/catalogue", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"u\" href=\"/admin/catalogue", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Change_WithoutThePagesToken_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/admin/catalogue/preview", new FormUrlEncodedContent([new("list", "Company")]))).StatusCode);

    private async Task<int> StoriesAsync(string vendor) =>
        (await app.Services.GetRequiredService<ITimelineQueries>().PageAsync(new([new(Facet.Vendor, vendor)], []), null, 50, default)).Items.Count;

    private async Task<string> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostAsync(address, await ContentAsync(fields));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<FormUrlEncodedContent> ContentAsync((string Name, string Value)[] fields)
    {
        var token = Regex.Match(await client.GetStringAsync("/admin/catalogue/companies/edit/amazon"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return new([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    private static string Ticket(string address) => Regex.Match(address, "draft=([0-9a-f]+)").Groups[1].Value;
}
