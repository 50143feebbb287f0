using ChipWatch.Pipeline.Fetching;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChipWatch.Tests.Pipeline.Fetching;

/// <summary>What stands before the content is named, and never taken for it.</summary>
public sealed class WallsTests : IAsyncLifetime
{
    private const string LoginForm = "<!doctype html><html><title>Sign in</title><form><input name=u><input type=\"password\" name=p></form></html>";
    private static readonly string LongText = string.Concat(Enumerable.Repeat("<p>The company said on Thursday that the chip will be sold to others.</p>", 60));
    private FaultServer server = null!;

    public async ValueTask InitializeAsync() => server = await FaultServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(200, "<!doctype html><title>Just a moment...</title><script src=\"/cdn-cgi/challenge-platform/x.js\"></script>")]
    [InlineData(403, "<html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry</body></html>")]
    [InlineData(503, "<html><body>Checking your browser before accessing the site.<script>x()</script></body></html>")]
    [InlineData(429, "<html><body><div class=\"g-recaptcha\"></div></body></html>")]
    [InlineData(200, "<!doctype html><title>Please enable JavaScript</title><p>Checking your browser…</p>")]
    public async Task FetchAsync_Challenge_IsNamed(int status, string page)
    {
        server.On("/feed", context =>
        {
            context.Response.StatusCode = status;
            return FaultServer.Write(context, System.Text.Encoding.UTF8.GetBytes(page), "text/html");
        });

        Assert.Equal(FetchFailure.Challenge, await FailureAsync("/feed", FetchPurpose.Feed));
        Assert.Equal(FetchFailure.Challenge, await FailureAsync("/feed", FetchPurpose.Page));
    }

    [Fact]
    public async Task FetchAsync_ArticleAboutCaptchas_IsContent()
    {
        server.On("/a", $"<html><title>Why every captcha fails</title><article>{LongText}verify you are human</article><script src=https://hcaptcha.com/1.js></script></html>");

        Assert.Null(await FailureAsync("/a", FetchPurpose.Page));
    }

    [Theory]
    [InlineData(FetchPurpose.Feed)]
    [InlineData(FetchPurpose.Page)]
    public async Task FetchAsync_SignInInPlaceOfContent_IsNamed(FetchPurpose purpose)
    {
        server.On("/a", LoginForm);

        Assert.Equal(FetchFailure.LoginWall, await FailureAsync("/a", purpose));
    }

    [Theory]
    [InlineData("/login?next=/a")]
    [InlineData("/account/sign-in")]
    [InlineData("/users/sign_in")]
    [InlineData("/fr/connexion")]
    public async Task FetchAsync_RedirectToSignIn_IsNamedEvenWhereAScriptDrawsTheForm(string to)
    {
        server.On("/a", FaultServer.Redirect(to)).On(to.Split('?')[0], "<html><body><div id=app></div><script src=/app.js></script></body></html>");

        Assert.Equal(FetchFailure.LoginWall, await FailureAsync("/a", FetchPurpose.Page));
    }

    [Fact]
    public async Task FetchAsync_ArticleWithASignInFormInItsCorner_IsContent()
    {
        server.On("/a", $"<html><body>{LoginForm}<article>{LongText}</article></body></html>");
        server.On("/blog/login-systems-compared", $"<html><body><article>{LongText}</article></body></html>");

        Assert.Null(await FailureAsync("/a", FetchPurpose.Page));
        Assert.Null(await FailureAsync("/blog/login-systems-compared", FetchPurpose.Page));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public async Task FetchAsync_NothingButBlanks_IsEmpty(string body)
    {
        server.On("/feed", body, "application/rss+xml");

        Assert.Equal(FetchFailure.Empty, await FailureAsync("/feed", FetchPurpose.Feed));
    }

    private async Task<FetchFailure?> FailureAsync(string path, FetchPurpose purpose)
    {
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, Allow = ["127.0.0.1/32"] };
        using var fetcher = new PageFetcher(options, TimeProvider.System);
        var outcome = await fetcher.FetchAsync(new FetchRequest(server.At(path), purpose, Validators.None), CancellationToken.None);
        return (outcome as FetchOutcome.Failed)?.Failure;
    }
}
