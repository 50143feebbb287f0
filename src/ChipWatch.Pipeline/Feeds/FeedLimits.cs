namespace ChipWatch.Pipeline.Feeds;

/// <summary>How much of a feed is taken; what goes beyond is passed over, so that no feed can exhaust the program.</summary>
internal static class FeedLimits
{
    /// <summary>Bytes of a feed, decoded from its content coding.</summary>
    public const int Bytes = 15 * 1024 * 1024;

    /// <summary>Entries taken of one fetch.</summary>
    public const int Items = 2_000;

    /// <summary>Elements within each other.</summary>
    public const int XmlDepth = 256;

    /// <summary>Values within each other.</summary>
    public const int JsonDepth = 64;

    /// <summary>Attributes kept of one element.</summary>
    public const int AttributesOfElement = 256;

    /// <summary>Attributes kept of one document.</summary>
    public const int AttributesOfDocument = 500_000;

    /// <summary>Characters of one attribute.</summary>
    public const int AttributeCharacters = 500_000;

    /// <summary>Characters of a headline.</summary>
    public const int TitleCharacters = 500;

    /// <summary>Characters of an address.</summary>
    public const int LinkCharacters = 2_048;

    /// <summary>Categories kept of one entry.</summary>
    public const int Categories = 100;
}
