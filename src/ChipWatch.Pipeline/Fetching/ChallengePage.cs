namespace ChipWatch.Pipeline.Fetching;

/// <summary>Tells pages that ask "are you human?" from content, by what such pages have in common: headers, titles, scripts, little text.</summary>
internal static class ChallengePage
{
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
    /// <param name="answer">The answer.</param>
    /// <param name="glance">Its body, where that is a page.</param>
    public static bool Is(SafeAnswer.Answered answer, PageGlance? glance)
    {
        if (answer.Header("cf-mitigated") is not null
            || answer.Header("x-vercel-mitigated") is "challenge"
            || answer.Header("x-amzn-waf-action") is "challenge" or "captcha")
        {
            return true;
        }

        if (glance is null)
        {
            return false;
        }

        var signs = (HasAny(glance.Title, Titles) ? 1 : 0) + (HasAny(glance.Html, Scripts) ? 1 : 0) + (HasAny(glance.Html, Sentences) ? 1 : 0);
        return answer.Status is 401 or 403 or 405 or 429 or 503
            ? signs > 0
            // A page that is given out may have a captcha under its comments: only a page with next to no words is a challenge
            : signs > 1 && glance.IsWhole && glance.VisibleLength < MaxVisible;
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
}
