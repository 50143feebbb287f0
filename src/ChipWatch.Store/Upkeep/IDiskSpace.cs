namespace ChipWatch.Store.Upkeep;

/// <summary>How much room the disk has.</summary>
public interface IDiskSpace
{
    /// <summary>Free bytes on the disk that holds a folder; null where the system does not say.</summary>
    long? FreeBytes(string folder);
}

/// <summary>Asks the system.</summary>
internal sealed class SystemDiskSpace : IDiskSpace
{
    /// <inheritdoc/>
    public long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
