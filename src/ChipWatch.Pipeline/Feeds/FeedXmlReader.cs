using System.Xml;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads well-formed XML into a <see cref="FeedTreeBuilder"/>. No DTD is read, nothing is resolved, nothing is expanded.</summary>
internal static class FeedXmlReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = FeedLimits.Bytes,
        MaxCharactersFromEntities = 1_024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    /// <summary>Reads from the root element on.</summary>
    /// <param name="text">The document.</param>
    /// <param name="root">Where the root element starts in it.</param>
    /// <param name="builder">Gets all that is read.</param>
    /// <returns>False where the text is not well-formed; the builder is then of no use.</returns>
    public static bool TryRead(string text, int root, FeedTreeBuilder builder)
    {
        using var characters = new StringReader(text);
        Skip(characters, root);
        using var reader = XmlReader.Create(characters, Settings);
        try
        {
            while (!builder.IsComplete && reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        Start(reader, builder);
                        break;
                    case XmlNodeType.EndElement:
                        builder.End();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                        builder.Text(reader.Value);
                        break;
                    default:
                        break;
                }
            }

            return builder.IsComplete;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void Start(XmlReader reader, FeedTreeBuilder builder)
    {
        var isEmpty = reader.IsEmptyElement;
        builder.Start(reader.NamespaceURI, reader.Prefix, reader.LocalName);
        for (var i = 0; i < Math.Min(reader.AttributeCount, FeedLimits.AttributesOfElement); i++)
        {
            reader.MoveToAttribute(i);
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                builder.Attribute(reader.NamespaceURI, reader.Prefix, reader.LocalName, reader.Value);
            }
        }

        if (isEmpty)
        {
            builder.End();
        }
    }

    private static void Skip(StringReader characters, int count)
    {
        Span<char> passed = stackalloc char[512];
        while (count > 0)
        {
            count -= characters.Read(passed[..Math.Min(count, passed.Length)]);
        }
    }
}
