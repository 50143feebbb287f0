using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ChipWatch.Commands;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Api;

/// <summary>The sources pages without a circuit, over the real host on a port of its own.</summary>
public sealed class SourcesApiTests : IAsyncLifetime
{
    private const string List =
        """
        <opml version="2.0"><head><title>My feeds</title></head><body>
        <outline text="Press"><outline text="Chip Wire" type="rss" xmlUrl="https://wire.example/feed" htmlUrl="https://wire.example/"/></outline>
        <outline text="Inner" type="rss" xmlUrl="http://192.168.1.1/feed"/>
        </body></opml>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-api-").FullName;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private WebApplication app = null!;
    private HttpClient client = null!;

    private ISourceQueries Sources => app.Services.GetRequiredService<ISourceQueries>();

    public async ValueTask InitializeAsync()
    {
        app = ServeCommand.Build(
            [$"--ChipWatch:DataDirectory={folder}", "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", "--ChipWatch:Ingestion:Enabled=false", "--Serilog:MinimumLevel:Default=Fatal"],
            "http://127.0.0.1:0");
        await ChipWatchHost.PrepareStoreAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
        await app.Services.GetRequiredService<ISourceCatalogue>().AddAsync([new("Old Wire", "rss", "https://old.example/feed")], dryRun: false, CancellationToken.None);
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
    public async Task Act_PostedFromThePage_IsDoneAndLeadsBack()
    {
        Assert.Equal("/sources/old-wire", await PostAsync("/sources", "/sources/old-wire/pause"));
        Assert.Equal(SourceHealth.PausedByHand, (await Sources.ListAsync(default))[0].Health);

        Assert.Equal("/sources/old-wire-copy/edit", await PostAsync("/sources/old-wire", "/sources/old-wire/clone"));
        Assert.Equal("/sources", await PostAsync("/sources/old-wire", "/sources/old-wire/remove"));
        Assert.Equal(["old-wire-copy"], (await Sources.ListAsync(default)).Select(source => source.Id));
    }

    [Fact]
    public async Task Act_WithoutThePagesToken_IsRefused()
    {
        await client.GetAsync("/sources");
        var answer = await client.PostAsync("/sources/old-wire/remove", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Single(await Sources.ListAsync(default));
    }

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Act_NotMeantForThisMachine_IsRefusedAndThePageOffersNothing(string header, string value)
    {
        var token = await TokenAsync("/sources");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sources/old-wire/remove") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        request.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
        Assert.Single(await Sources.ListAsync(default));

        using var page = new HttpRequestMessage(HttpMethod.Get, "/sources");
        page.Headers.TryAddWithoutValidation(header, value);
        var html = await (await client.SendAsync(page)).Content.ReadAsStringAsync();
        Assert.Contains("Read only.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("formaction", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_Unknown_IsNotFound()
    {
        var token = await TokenAsync("/sources");

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("/sources/none/pause", token, [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("/sources/old-wire/explode", token, [])).StatusCode);
    }

    [Fact]
    public async Task Edit_Refused_LeadsBackToTheFormAsTyped()
    {
        var form = await PostAsync("/sources/old-wire/edit", "/sources/old-wire/save", ("name", ""), ("address", "https://new.example/<feed>"), ("kind", "rss"));

        var html = WebUtility.HtmlDecode(await client.GetStringAsync(form));
        Assert.Contains("Give it a name", html, StringComparison.Ordinal);
        Assert.Contains("https://new.example/<feed>", html, StringComparison.Ordinal);

        Assert.Equal("/sources/old-wire", await PostAsync("/sources/old-wire/edit", "/sources/old-wire/save", ("name", "New Wire"), ("address", "https://new.example/feed"), ("kind", "atom")));
        Assert.Equal(("New Wire", "https://new.example/feed"), (await Sources.ListAsync(default))[0] is var line ? (line.Name, line.Url) : default);
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://intranet.local/feed")]
    public async Task Edit_ForbiddenAddress_IsRefused(string address)
    {
        Assert.Contains("draft=", await PostAsync("/sources/old-wire/edit", "/sources/old-wire/save", ("name", "Old Wire"), ("address", address), ("kind", "rss")), StringComparison.Ordinal);
        Assert.Equal("https://old.example/feed", (await Sources.ListAsync(default))[0].Url);
    }

    [Fact]
    public async Task Look_ForbiddenAddress_SaysWhyAtTheFieldAndKeepsIt()
    {
        var page = await client.GetStringAsync(await PostAsync("/sources", "/sources/look", ("url", "http://127.0.0.1:1/feed")));

        Assert.Contains("id=\"address-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"http://127.0.0.1:1/feed\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_File_IsShownThenKept_AndComesOutAgain()
    {
        var preview = await UploadAsync(Encoding.UTF8.GetBytes(List));
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(preview));
        Assert.Contains("“My feeds”: 1 source to add, 1 refused.", html, StringComparison.Ordinal);
        Assert.Single(await Sources.ListAsync(default));

        var result = await PostAsync(preview, "/sources/import/keep", ("draft", preview.Split('=')[1]));
        Assert.Contains("1 source added, 1 refused.", await client.GetStringAsync(result), StringComparison.Ordinal);
        Assert.Equal("Press", (await Sources.ListAsync(default)).Single(source => source.Id == "chip-wire").Folder);

        var list = await client.GetAsync("/sources/export.opml");
        Assert.Equal("text/x-opml", list.Content.Headers.ContentType!.MediaType);
        Assert.Contains("xmlUrl=\"https://wire.example/feed\"", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NoList_ChangesNothingAndSaysWhy()
    {
        var html = await client.GetStringAsync(await UploadAsync("no list at all"u8.ToArray()));

        Assert.Contains("id=\"file-fault\"", html, StringComparison.Ordinal);
        Assert.Single(await Sources.ListAsync(default));
    }

    [Fact]
    public async Task Import_TooLarge_IsRefused()
    {
        using var answer = await SendFileAsync(new byte[(5 * 1024 * 1024) + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private async Task<string> UploadAsync(byte[] bytes)
    {
        using var answer = await SendFileAsync(bytes);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> SendFileAsync(byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/x-opml");
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync("/sources/import")), "__RequestVerificationToken" }, { file, "file", "list.opml" } };
        return await client.PostAsync("/sources/import/read", form);
    }

    private async Task<string> PostAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(address, await TokenAsync(page), fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> SendAsync(string address, string token, (string Name, string Value)[] fields) => client.PostAsync(
        address, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));

    private async Task<string> TokenAsync(string page) =>
        Regex.Match(await client.GetStringAsync(page), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
}
