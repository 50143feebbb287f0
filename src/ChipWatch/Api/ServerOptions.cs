using System.ComponentModel.DataAnnotations;

namespace ChipWatch.Api;

/// <summary>What the server takes from anybody at most. Each limit has a hard maximum that no setting passes.</summary>
public sealed class ServerOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Server";

    /// <summary>Bytes of the body of a request; the import of OPML has a limit of its own.</summary>
    [Range(64 * 1024, 8 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Bytes of all headers of a request.</summary>
    [Range(8 * 1024, 64 * 1024)]
    public int MaxHeaderBytes { get; set; } = 32 * 1024;

    /// <summary>Time until the headers of a request are there.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan HeaderTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Connections at once, of all kinds.</summary>
    [Range(10, 10_000)]
    public int MaxConnections { get; set; } = 1000;

    /// <summary>Live pages at once; whoever comes after reads without.</summary>
    [Range(1, 5000)]
    public int MaxCircuits { get; set; } = 500;

    /// <summary>Live pages at once of one address; loopback has no such limit.</summary>
    [Range(1, 1000)]
    public int MaxCircuitsPerAddress { get; set; } = 20;

    /// <summary>Live pages that one address may begin in a minute; loopback has no such limit.</summary>
    [Range(1, 1000)]
    public int NewCircuitsPerMinute { get; set; } = 10;

    /// <summary>Live pages that lost their connection and are kept for its return.</summary>
    [Range(0, 1000)]
    public int KeptCircuits { get; set; } = 100;

    /// <summary>For how long they are kept.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan KeepCircuitsFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Bytes of one message of a live page.</summary>
    [Range(8 * 1024, 256 * 1024)]
    public int MaxMessageBytes { get; set; } = 32 * 1024;

    /// <summary>Changes of a live page that may be under way to a browser that does not confirm them.</summary>
    [Range(2, 100)]
    public int MaxUnconfirmed { get; set; } = 10;

    /// <summary>Time for an answer of a browser's script.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan ScriptTime { get; set; } = TimeSpan.FromSeconds(30);
}
