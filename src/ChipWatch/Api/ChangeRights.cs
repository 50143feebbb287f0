using System.Net;

namespace ChipWatch.Api;

/// <summary>
/// Whether the one who asks may change something. Until sign-in exists that is a person at this very machine. One for each request and each circuit;
/// what nobody settled is refused.
/// </summary>
/// <remarks>
/// A circuit does not see the connection that it runs over. The page that starts it does, and hands its judgement over as a parameter of the root
/// component, which travels sealed through the browser: it can be neither forged nor asked for from elsewhere.
/// </remarks>
public sealed class ChangeRights
{
    /// <summary>What is said where changes are refused.</summary>
    public const string Refusal = "Changes are taken at this machine alone, over its loopback address, until sign-in exists.";

    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Whether changes are taken.</summary>
    public bool IsGranted { get; private set; }

    /// <summary>Settles it for this request or circuit.</summary>
    public void Settle(bool isGranted) => IsGranted = isGranted;

    /// <summary>Stops what must not happen: a page that shows no button was asked all the same.</summary>
    /// <exception cref="UnauthorizedAccessException">Changes are not taken from here.</exception>
    public void Demand()
    {
        if (!IsGranted)
        {
            throw new UnauthorizedAccessException(Refusal);
        }
    }

    /// <summary>
    /// What a request may do: both ends are loopback, no proxy stands in between, and the browser means this machine by the name it uses.
    /// The last keeps out a page of the web whose name was made to lead here.
    /// </summary>
    public static bool Of(HttpContext? context) =>
        context is not null && LoopbackOnly.Allows(context)
        && !Array.Exists(ForwardingHeaders, context.Request.Headers.ContainsKey)
        && IsThisMachine(context.Request.Host.Host);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
