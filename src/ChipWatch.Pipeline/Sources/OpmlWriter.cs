using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Sources;

/// <summary>Writes OPML 2.0.</summary>
internal static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        // Characters that XML forbids are taken out before.
        CheckCharacters = true,
    };

    public static byte[] Write(string title, IReadOnlyList<OpmlEntry> entries, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "cw", null, Opml.Namespace);
            xml.WriteStartElement("head");
            xml.WriteElementString("title", PlainText.Clean(title));
            xml.WriteElementString("dateCreated", at.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            Body(xml, entries);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Body(XmlWriter xml, IReadOnlyList<OpmlEntry> entries)
    {
        // Folders stand where their first entry stands, and hold all of theirs.
        var open = new List<string>();
        foreach (var entry in entries.GroupBy(entry => entry.Folder ?? "").OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => group))
        {
            var folders = OpmlFolder.Names(entry.Folder);
            var common = 0;
            while (common < Math.Min(open.Count, folders.Count) && open[common] == folders[common])
            {
                common++;
            }

            for (; open.Count > common; open.RemoveAt(open.Count - 1))
            {
                xml.WriteEndElement();
            }

            foreach (var name in folders.Skip(common))
            {
                xml.WriteStartElement("outline");
                Attribute(xml, "text", name);
                Attribute(xml, "title", name);
                open.Add(name);
            }

            Entry(xml, entry);
        }

        foreach (var _ in open)
        {
            xml.WriteEndElement();
        }
    }

    private static void Entry(XmlWriter xml, OpmlEntry entry)
    {
        xml.WriteStartElement("outline");
        Attribute(xml, "text", entry.Title);
        Attribute(xml, "title", entry.Title);
        // Other readers know nothing but `rss`, which means any feed; the page of a listing is no feed to them.
        if (entry.Kind is "rss" or "atom" or "rdf" or "jsonfeed" or "feed")
        {
            Attribute(xml, "type", "rss");
        }

        Attribute(xml, "xmlUrl", entry.Url);
        Attribute(xml, "htmlUrl", entry.SiteUrl);
        Attribute(xml, "language", entry.Language);
        Setting(xml, "kind", entry.Kind);
        Setting(xml, "rules", entry.Rules is null ? null : JsonSerializer.Serialize(entry.Rules, PipelineJson.Options));
        Setting(xml, "checkEvery", entry.CheckEvery is { } every ? XmlConvert.ToString(every) : null);
        Setting(xml, "paused", entry.IsPaused ? "true" : null);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString(name, PlainText.Clean(value));
        }
    }

    private static void Setting(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString("cw", name, Opml.Namespace, PlainText.Clean(value));
        }
    }
}
