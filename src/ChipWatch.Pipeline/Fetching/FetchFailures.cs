using System.Net.Sockets;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Names what an exception of the network or a status of HTTP means for people.</summary>
internal static class FetchFailures
{
    /// <summary>The failure behind an exception; null for what is no trouble of the network but a bug.</summary>
    public static FetchOutcome.Failed? Of(Exception cause, Uri url)
    {
        for (var inner = cause; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressRefusedException:
                    return new(FetchFailure.AddressRefused, inner.Message);
                case NameUnknownException:
                    return new(FetchFailure.Dns, inner.Message);
                case BodyRefusedException refused:
                    return new(refused.Failure, refused.Message);
                case TimeoutException:
                    return new(FetchFailure.Timeout, $"{url.Authority} took too long to connect.");
                default:
                    break;
            }
        }

        return cause switch
        {
            HttpRequestException http => Of(http.HttpRequestError, http, url),
            HttpIOException io => Of(io.HttpRequestError, io, url),
            IOException or SocketException => Cut(url),
            _ => null,
        };
    }

    /// <summary>The failure of asking a host that asked for a rest, without asking it; null where it did not.</summary>
    public static FetchOutcome.Failed? OfRest(HostGate gate, Uri url) => gate.RestOf(url) is { } rest
        ? new(FetchFailure.RateLimited, $"{url.Authority} asked us to wait; we ask again when the time is over.", null, rest) { WasAsked = false }
        : null;

    /// <summary>The failure that a status stands for.</summary>
    public static FetchOutcome.Failed Of(int status, TimeSpan? retryAfter) => status switch
    {
        401 or 402 or 403 => new(FetchFailure.AccessDenied, $"The server asks for a sign-in or payment, or refuses us ({status}).", status, retryAfter),
        404 => new(FetchFailure.NotFound, "The server knows nothing at this address (404).", status, retryAfter),
        410 => new(FetchFailure.Gone, "The server says that this is gone for good (410).", status, retryAfter),
        429 => new(FetchFailure.RateLimited, "The server asks us to come less often (429).", status, retryAfter),
        >= 400 and < 500 => new(FetchFailure.ClientError, $"The server does not accept the request ({status}).", status, retryAfter),
        >= 500 and < 600 => new(FetchFailure.ServerError, $"The server has trouble of its own ({status}).", status, retryAfter),
        _ => new(FetchFailure.Protocol, $"The server gives an answer that makes no sense here ({status}).", status, retryAfter),
    };

    private static FetchOutcome.Failed Of(HttpRequestError error, Exception cause, Uri url) => error switch
    {
        HttpRequestError.NameResolutionError => new(FetchFailure.Dns, $"The name {url.IdnHost} has no address."),
        HttpRequestError.ConnectionError => new(FetchFailure.Connection, $"Nobody answers at {url.Authority}."),
        HttpRequestError.SecureConnectionError => new(FetchFailure.Tls, $"The certificate or handshake of {url.Authority} is not in order."),
        HttpRequestError.ConfigurationLimitExceeded => new(FetchFailure.TooLarge, "The headers of the answer are larger than 32 KB."),
        HttpRequestError.ResponseEnded => Cut(url),
        HttpRequestError.Unknown when HasSocketTrouble(cause) => Cut(url),
        _ => new(FetchFailure.Protocol, $"{url.Authority} does not speak proper HTTP."),
    };

    private static FetchOutcome.Failed Cut(Uri url) => new(FetchFailure.Connection, $"The line to {url.Authority} was cut before the answer was complete.");

    private static bool HasSocketTrouble(Exception? cause)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException or IOException)
            {
                return true;
            }
        }

        return false;
    }
}
