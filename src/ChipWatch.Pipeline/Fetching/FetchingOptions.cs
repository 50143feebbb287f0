using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>How the outside world is reached. Each limit has a hard maximum that no setting passes.</summary>
public sealed class FetchingOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Fetching";

    /// <summary>What may be reached although it is not public: `ip:port`, a CIDR range (any port), a host name (`name` on the usual ports, `name:port`).</summary>
    public IReadOnlyList<string> Allow { get; set; } = [];

    /// <summary>An address (web or mail) under which the owners of a site find us; part of the user agent. Printable ASCII without parentheses and backslash.</summary>
    [RegularExpression(@"[ -'*-\[\]-~]{0,200}", ErrorMessage = "ChipWatch:Fetching:UserAgentContact takes up to 200 printable ASCII characters without parentheses and backslash.")]
    public string UserAgentContact { get; set; } = "";

    /// <summary>Time between the end of a request and the next one to the same host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HostGap { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Requests at once to one host.</summary>
    [Range(1, 4)]
    public int MaxPerHost { get; set; } = 1;

    /// <summary>Requests at once to all hosts together; also how many bodies are held while they arrive.</summary>
    [Range(1, 32)]
    public int MaxAtOnce { get; set; } = 8;

    /// <summary>Time for one fetch with all its redirects and the body. Waiting for a host's turn does not count.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time until the headers of an answer are there.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Time until a connection is there.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Redirects followed by one fetch.</summary>
    [Range(0, 10)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Kilobytes of all headers of an answer.</summary>
    [Range(4, 64)]
    public int MaxHeaderKilobytes { get; set; } = 32;

    /// <summary>How many times its size a body may grow when it is unpacked; counted from one mebibyte on.</summary>
    [Range(10, 1000)]
    public int MaxRatio { get; set; } = 200;

    /// <summary>Largest feed in bytes, content coding removed.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxFeedBytes { get; set; } = 15 * 1024 * 1024;

    /// <summary>Largest page in bytes, content coding removed.</summary>
    [Range(1024, 32 * 1024 * 1024)]
    public int MaxPageBytes { get; set; } = 5 * 1024 * 1024;
}

/// <summary>Checks the ranges of <see cref="FetchingOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class FetchingOptionsValidator : IValidateOptions<FetchingOptions>;

/// <summary>Checks that every entry of the allow-list can be read, so that a slip stops the program instead of opening too much.</summary>
internal sealed class AllowListValidator : IValidateOptions<FetchingOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        var faults = options.Allow.Select(AllowList.FaultOf).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
