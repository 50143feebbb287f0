using System.Text;
using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Tells pages that ask "are you human?" from content, by what such pages have in common: headers, titles, scripts, little text.</summary>
internal static partial class ChallengePage
{
    private const int MaxLooked = 64 * 1024;
    private const int MaxVisible = 1200;

    private static readonly string[] Titles =
    [
        "just a moment", "attention required", "checking your browser", "verify you are human", "verifying you are human", "are you a robot",
        "robot or human", "human verification", "security check", "security checkpoint", "pardon our interruption", "access to this page has been denied",
        "ddos protection", "ddos-guard", "one more step", "please wait...", "please wait |", "bot verification", "bot check", "captcha",
        "please enable javascript", "enable javascript and cookies", "making sure you're not a bot", "client challenge", "you have been blocked",
        "please verify", "are you human",
    ];

    private static readonly string[] Scripts =
    [
        "/cdn-cgi/challenge-platform/", "challenges.cloudflare.com", "cf-turnstile", "cf-chl", "_cf_chl_opt", "captcha-delivery.com", "px-captcha",
        "_pxappid", "_incapsula_resource", "sucuri_cloudproxy_js", "awswafintegration", "aws-waf-token", "hcaptcha.com", "recaptcha/api", "g-recaptcha",
        "geo.captcha", "kpsdk", "distil_r_captcha", "arkoselabs.com", "ddos-guard",
    ];

    private static readonly string[] Sentences =
    [
        "checking your browser", "verify you are human", "verifying you are human", "you are a human", "you're not a robot", "you are not a robot",
        "enable javascript and cookies to continue", "complete the security check", "unusual traffic", "solve the captcha", "unusual activity from your",
        "needs to review the security of your connection",
    ];

    /// <summary>Whether an answer is a challenge and not what was asked for.</summary>
    public static bool Is(SafeAnswer.Answered answer)
    {
        if (answer.Header("cf-mitigated") is not null
            || answer.Header("x-vercel-mitigated") is "challenge"
            || answer.Header("x-amzn-waf-action") is "challenge" or "captcha")
        {
            return true;
        }

        if (answer.Body.IsEmpty || answer.Body.Length > 4 * MaxLooked)
        {
            return false;
        }

        var html = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, MaxLooked)]);
        if (!html.Contains("<html", StringComparison.OrdinalIgnoreCase)
            && !html.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            && !html.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var signs = (HasAny(TitleOf(html), Titles) ? 1 : 0) + (HasAny(html, Scripts) ? 1 : 0) + (HasAny(html, Sentences) ? 1 : 0);
        return answer.Status is 401 or 403 or 405 or 429 or 503
            ? signs > 0
            // A page that is given out may have a captcha under its comments: only a page with next to no words is a challenge
            : signs > 1 && VisibleLength(html) < MaxVisible && answer.Body.Length <= MaxLooked;
    }

    private static bool HasAny(string text, string[] signs)
    {
        foreach (var sign in signs)
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string TitleOf(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : html.IndexOf('>', start);
        var end = open < 0 ? -1 : html.IndexOf("</title", open, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : html[(open + 1)..end].Replace("&#39;", "'", StringComparison.Ordinal);
    }

    private static int VisibleLength(string html) => Unseen().Replace(html, "").Count(c => !char.IsWhiteSpace(c));

    [GeneratedRegex("<script.*?</script|<style.*?</style|<[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();
}
