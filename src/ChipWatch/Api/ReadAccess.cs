using Microsoft.Extensions.Options;

namespace ChipWatch.Api;

/// <summary>Who may read.</summary>
public sealed class AccessOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Access";

    /// <summary>Reading without sign-in also over other addresses than loopback.</summary>
    public bool PublicRead { get; set; }
}

/// <summary>Refuses readers from the network unless reading is public: a server that listens wider by mistake shows nothing.</summary>
internal sealed class ReadAccess(RequestDelegate next, IOptions<AccessOptions> options)
{
    /// <summary>Lets the request through, or answers 403 with the way out.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (options.Value.PublicRead || LoopbackOnly.Allows(context) || context.Request.Path.StartsWithSegments("/health"))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(
            "This ChipWatch answers over loopback alone. Set ChipWatch:Access:PublicRead to true to let everybody on this network read.", context.RequestAborted);
    }
}
