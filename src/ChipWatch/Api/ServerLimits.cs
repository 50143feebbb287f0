using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace ChipWatch.Api;

/// <summary>Puts <see cref="ServerOptions"/> into force. What Kestrel expects of slow senders (its minimum data rates) stays on.</summary>
internal static class ServerLimits
{
    /// <summary>Adds the limits, checked at start.</summary>
    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ServerOptions>().BindConfiguration(ServerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var limits = Of(builder.Configuration);
        builder.WebHost.ConfigureKestrel(server => Apply(server, limits));
        builder.Services.Configure<CircuitOptions>(circuits => Apply(circuits, limits));
        builder.Services.AddSingleton<CircuitLimits>();
    }

    /// <summary>The limits as they are configured.</summary>
    public static ServerOptions Of(IConfiguration configuration) => configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new();

    /// <summary>Sets the limits on the hub that live pages speak with.</summary>
    public static void Apply(HubOptions hub, ServerOptions limits) => hub.MaximumReceiveMessageSize = limits.MaxMessageBytes;

    private static void Apply(KestrelServerOptions server, ServerOptions limits)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = limits.MaxBodyBytes;
        server.Limits.MaxRequestHeadersTotalSize = limits.MaxHeaderBytes;
        server.Limits.RequestHeadersTimeout = limits.HeaderTime;
        server.Limits.MaxConcurrentConnections = limits.MaxConnections;
        server.Limits.MaxConcurrentUpgradedConnections = limits.MaxConnections;
    }

    private static void Apply(CircuitOptions circuits, ServerOptions limits)
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitMaxRetained = limits.KeptCircuits;
        circuits.DisconnectedCircuitRetentionPeriod = limits.KeepCircuitsFor;
        circuits.MaxBufferedUnacknowledgedRenderBatches = limits.MaxUnconfirmed;
        circuits.JSInteropDefaultCallTimeout = limits.ScriptTime;
    }
}
