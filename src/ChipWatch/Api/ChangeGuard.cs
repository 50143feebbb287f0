using Microsoft.AspNetCore.Antiforgery;

namespace ChipWatch.Api;

/// <summary>What every posted change must hold to: a person at this very machine, and the token of one of our own pages.</summary>
internal static class ChangeGuard
{
    /// <summary>Lets a request through, with the right to change settled for it, or answers it.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (!ChangeRights.Of(context))
        {
            return TypedResults.Problem(ChangeRights.Refusal, statusCode: StatusCodes.Status403Forbidden, title: "Not from here");
        }

        try
        {
            if (!context.Request.HasFormContentType || !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                return TypedResults.Problem("The page was too old. Load it again and repeat.", statusCode: StatusCodes.Status400BadRequest, title: "Not sent");
            }
        }
        catch (Exception tooLarge) when ((tooLarge as BadHttpRequestException ?? tooLarge.InnerException) is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return TypedResults.Problem("What was sent is larger than is taken here. Nothing was changed.", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");
        }
        catch (InvalidDataException)
        {
            return TypedResults.Problem("The form cannot be read.", statusCode: StatusCodes.Status400BadRequest, title: "Not sent");
        }

        context.RequestServices.GetRequiredService<ChangeRights>().Settle(isGranted: true);
        return await next(invocation);
    }
}
