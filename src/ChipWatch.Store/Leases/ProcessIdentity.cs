using System.Diagnostics;
using System.Globalization;

namespace ChipWatch.Store.Leases;

/// <summary>Names a process so that another on the same machine can tell whether it still runs.</summary>
/// <param name="Machine">Host, and on Linux the space that process numbers belong to: two containers are two machines.</param>
/// <param name="Process">Its number.</param>
/// <param name="Started">Its start in ticks: numbers are used again.</param>
internal sealed record ProcessIdentity(string Machine, int Process, long Started)
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>This process.</summary>
    public static ProcessIdentity Current()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new(MachineName(), process.Id, process.StartTime.ToUniversalTime().Ticks);
    }

    /// <summary>"host/1234/638…", and a tail that tells two instances inside one process apart.</summary>
    public string Write(string tail) => string.Create(CultureInfo.InvariantCulture, $"{Machine}/{Process}/{Started}/{tail}");

    /// <summary>Whether an owner is known to be dead: a process of this machine that runs no more. Of other machines nothing is known.</summary>
    public static bool IsDead(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length < 3 || parts[0] != MachineName()
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id) || !long.TryParse(parts[2], CultureInfo.InvariantCulture, out var started))
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return (process.StartTime.ToUniversalTime() - new DateTime(started, DateTimeKind.Utc)).Duration() > Slack;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // it runs, and is another user's
        }
    }

    /// <summary>For people: "process 1234 on host".</summary>
    public static string Describe(string owner) => owner.Split('/') is [var machine, var process, ..]
        ? $"process {process} on {machine.Split('@')[0]}" : "another process";

    private static string MachineName()
    {
        var space = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        return $"{Environment.MachineName}@{space}".Replace('/', '-');
    }
}
