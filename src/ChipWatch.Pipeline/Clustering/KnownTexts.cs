using System.Text;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// Ids and mentions that were read of late: the same few hundred stand in all signatures, so most are at hand, and comparing two that are one takes no look
/// at their letters. Bounded: a newcomer takes the place of one with its hash.
/// </summary>
internal sealed class KnownTexts
{
    private const int Places = 1 << 12;

    private readonly (byte[]? Bytes, string Text)[] texts = new (byte[]?, string)[Places];
    private readonly StoryMention?[] mentions = new StoryMention?[Places];

    /// <summary>The text of UTF-8 bytes.</summary>
    public string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return "";
        }

        ref var place = ref texts[TextHash.Of(bytes) % Places];
        if (place.Bytes is null || !bytes.SequenceEqual(place.Bytes))
        {
            place = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return place.Text;
    }

    /// <summary>A mention.</summary>
    public StoryMention Mention(string id, int count, bool inTitle)
    {
        ref var place = ref mentions[PlaceOf(id, (count << 1) | (inTitle ? 1 : 0))];
        return place is { } known && ReferenceEquals(known.Id, id) && known.Count == count && known.InTitle == inTitle ? known : place = new StoryMention(id, count, inTitle);
    }

    // Of the text itself its ends and its middle: all of it would take as long as making the object.
    private static int PlaceOf(string text, int facts) =>
        text.Length == 0 ? 0 : (int)((uint)HashCode.Combine(text.Length, text[0], text[text.Length / 2], text[^1], facts) % Places);
}
