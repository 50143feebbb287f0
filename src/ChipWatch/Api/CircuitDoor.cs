using System.Net;

namespace ChipWatch.Api;

/// <summary>Lets as many live pages in as <see cref="CircuitLimits"/> allows. Whoever is turned away keeps the page that is there already: it reads and posts without.</summary>
internal sealed class CircuitDoor(RequestDelegate next, CircuitLimits limits)
{
    private const string Hub = "/_blazor";

    /// <summary>Lets the request through, or answers 429.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Hub, out var rest))
        {
            await next(context);
            return;
        }

        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        // A live page begins with its negotiation, or at once where a client leaves that out.
        var isNew = rest.StartsWithSegments("/negotiate") || (!rest.HasValue && !context.Request.Query.ContainsKey("id"));
        if (isNew && !limits.MayBegin(address))
        {
            await RefuseAsync(context);
            return;
        }

        if (rest.HasValue || HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        using var place = limits.Enter(address);
        await (place is null ? RefuseAsync(context) : next(context));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "60";
        return context.Response.WriteAsync("There are as many live pages as this server takes. The page stays as it is; load it again in a minute.", context.RequestAborted);
    }
}
