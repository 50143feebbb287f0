using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChipWatch.Api;

/// <summary>What the server takes from anybody at most.</summary>
internal static class ServerLimits
{
    private const long MostBodyBytes = 1024 * 1024;
    private const int MostHeaderBytes = 32 * 1024;
    private const long MostConnections = 1000;

    /// <summary>Sets the limits on Kestrel.</summary>
    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MostBodyBytes;
        server.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.MaxConcurrentConnections = MostConnections;
        server.Limits.MaxConcurrentUpgradedConnections = MostConnections;
    }
}
