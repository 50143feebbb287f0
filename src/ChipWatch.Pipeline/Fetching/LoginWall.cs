using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Tells sign-in pages from content: where a redirect ended, and a password field on a page with next to no words.</summary>
internal static partial class LoginWall
{
    private const int MaxVisible = 1200;

    /// <summary>Whether an answer asks for a sign-in in place of what was asked for.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="glance">Its body, where that is a page.</param>
    /// <param name="request">What was asked for.</param>
    public static bool Is(SafeAnswer.Answered answer, PageGlance? glance, FetchRequest request)
    {
        if (answer.Status is not (200 or 203) || glance is null)
        {
            return false;
        }

        var wasSentThere = SignInPath().IsMatch(answer.FinalUrl.AbsolutePath) && !SignInPath().IsMatch(request.Url.AbsolutePath);
        var hasFewWords = glance.IsWhole && glance.VisibleLength < MaxVisible;
        // Pages drawn by scripts have no field yet when they come, and many a page with content has one in its corner
        return PasswordField().IsMatch(glance.Html) ? wasSentThere || hasFewWords : wasSentThere && hasFewWords;
    }

    [GeneratedRegex("<input[^>]*type\\s*=\\s*[\"']?password", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PasswordField();

    [GeneratedRegex(@"(^|[/_.-])(log[-_]?in|log[-_]?on|sign[-_]?in|sso|oauth2?|authori[sz]e|authenticate|anmelden|einloggen|connexion|identification|iniciar-sesion|accedi|inloggen)([/_.-]|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex SignInPath();
}
