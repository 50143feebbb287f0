using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Text;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// Signatures as few bytes, each text once. Grouping reads dozens for an article, and of JSON nearly all of that time went into making texts that are only
/// compared: of keys and terms this reads numbers, and their texts when somebody asks for them. Ids come from those read before, which is why it is an
/// object. Not for several threads.
/// </summary>
/// <remarks>
/// A version; instant in ticks; kind and status, each one more than its number, 0 for none; the texts, each behind its length in UTF-8; then language,
/// main companies, companies, chips, topics, numbers, mentions, concepts, keys, and terms by <see cref="TextHash"/>, their texts as places in the list.
/// Whole numbers in groups of seven bits, lowest first.
/// </remarks>
public sealed class StorySignaturePack
{
    private const byte Version = 1;
    private const string Broken = "A stored signature is broken.";

    private readonly KnownTexts known = new();

    /// <summary>A signature as bytes; equal ones are equal bytes.</summary>
    public static byte[] Write(StorySignature signature)
    {
        var texts = new TextList();
        var body = new ArrayBufferWriter<byte>(512);
        Put(body, texts.Place(signature.Language));
        foreach (var list in new[] { signature.Primary, signature.Companies, signature.Chips, signature.Topics })
        {
            Put(body, list.Count);
            foreach (var id in list)
            {
                Put(body, texts.Place(id));
            }
        }

        Put(body, signature.Numbers.Count);
        foreach (var number in signature.Numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(body.GetSpan(sizeof(double)), number.Value);
            body.Advance(sizeof(double));
            Put(body, number.Weight);
        }

        foreach (var mentions in new[] { signature.Mentions, signature.Concepts })
        {
            Put(body, mentions.Count);
            foreach (var mention in mentions)
            {
                Put(body, texts.Place(mention.Id));
                Put(body, (mention.Count << 1) | (mention.InTitle ? 1 : 0));
            }
        }

        Put(body, signature.Keys.Count);
        foreach (var key in signature.Keys)
        {
            var kind = StoryKeys.KindOf(key);
            Put(body, kind);
            Put(body, texts.Place(key[StoryKeys.Beginnings[kind].Length..]));
        }

        Put(body, signature.Terms.Count);
        foreach (var (_, term) in TermPrint.InOrder(signature.Terms))
        {
            Put(body, texts.Place(term.Text));
            Put(body, TermPrint.FactsOf(term));
            Put(body, term.Count);
        }

        var head = new ArrayBufferWriter<byte>(512);
        head.GetSpan(1)[0] = Version;
        head.Advance(1);
        BinaryPrimitives.WriteInt64LittleEndian(head.GetSpan(sizeof(long)), signature.Published.UtcTicks);
        head.Advance(sizeof(long));
        Put(head, signature.Type is { } type ? (int)type + 1 : 0);
        Put(head, signature.Status is { } status ? (int)status + 1 : 0);
        texts.Write(head);
        return [.. head.WrittenSpan, .. body.WrittenSpan];
    }

    /// <summary>The signature of bytes, which it keeps.</summary>
    /// <exception cref="InvalidDataException">They are no signature: the store is damaged.</exception>
    public StorySignature Read(byte[] packed)
    {
        try
        {
            return ReadWhole(packed);
        }
        catch (Exception cause) when (cause is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(Broken, cause);
        }
    }

    private StorySignature ReadWhole(byte[] packed)
    {
        if (packed[0] != Version)
        {
            throw new InvalidDataException($"A stored signature has the unknown form {packed[0]}.");
        }

        var from = new Cursor(packed) { At = 1 + sizeof(long) };
        var (type, status) = (from.Next(), from.Next());
        from.ReadTexts();
        var signature = new StorySignature(new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(packed.AsSpan(1)), TimeSpan.Zero), [])
        {
            Type = type == 0 ? null : (EventType)(type - 1),
            Status = status == 0 ? null : (EventStatus)(status - 1),
            Language = known.Text(from.NextText()),
            Primary = Ids(ref from),
            Companies = Ids(ref from),
            Chips = Ids(ref from),
            Topics = Ids(ref from),
            Numbers = Numbers(ref from),
            Mentions = Mentions(ref from),
            Concepts = Mentions(ref from),
        };
        var keysAt = from.At;
        var keys = new ulong[from.NextCount()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = TextHash.Of(from.Next(), TextHash.Of(from.NextText()));
        }

        var termsAt = from.At;
        var count = from.NextCount();
        var (texts, facts, counts) = (new ulong[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            (texts[i], facts[i], counts[i]) = (TextHash.Of(from.NextText()), from.Next(), from.Next());
        }

        Array.Sort(keys);
        return signature.WithPrints(new Later<string>(keys.Length, () => KeysAt(packed, keysAt)), keys, new Later<StoryTerm>(count, () => TermsAt(packed, termsAt)), new TermPrint(texts, facts, counts));
    }

    private string[] Ids(ref Cursor from)
    {
        var ids = from.NextCount() is > 0 and var length ? new string[length] : [];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = known.Text(from.NextText());
        }

        return ids;
    }

    private StoryMention[] Mentions(ref Cursor from)
    {
        var mentions = from.NextCount() is > 0 and var length ? new StoryMention[length] : [];
        for (var i = 0; i < mentions.Length; i++)
        {
            var id = known.Text(from.NextText());
            var facts = from.Next();
            mentions[i] = known.Mention(id, facts >> 1, (facts & 1) != 0);
        }

        return mentions;
    }

    private static StoryNumber[] Numbers(ref Cursor from)
    {
        var numbers = from.NextCount() is > 0 and var length ? new StoryNumber[length] : [];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = new(from.NextDouble(), from.Next());
        }

        return numbers;
    }

    private static string[] KeysAt(byte[] packed, int at)
    {
        var from = Cursor.Behind(packed, at);
        var keys = new string[from.NextCount()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = StoryKeys.Beginnings[from.Next()] + Encoding.UTF8.GetString(from.NextText());
        }

        return keys;
    }

    private static StoryTerm[] TermsAt(byte[] packed, int at)
    {
        var from = Cursor.Behind(packed, at);
        var terms = new StoryTerm[from.NextCount()];
        for (var i = 0; i < terms.Length; i++)
        {
            var text = Encoding.UTF8.GetString(from.NextText());
            var facts = from.Next();
            terms[i] = TermPrint.TermOf(text, facts, from.Next());
        }

        Array.Sort(terms, (one, other) => string.CompareOrdinal(one.Text, other.Text));
        return terms;
    }

    private static void Put(ArrayBufferWriter<byte> to, int value)
    {
        var rest = (uint)value;
        var span = to.GetSpan(5);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[length++] = (byte)(rest | 0x80);
        }

        span[length++] = (byte)rest;
        to.Advance(length);
    }

    /// <summary>The texts of a signature, each once.</summary>
    private sealed class TextList
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly List<string> inOrder = [];

        public int Place(string text)
        {
            if (!places.TryGetValue(text, out var place))
            {
                places[text] = place = inOrder.Count;
                inOrder.Add(text);
            }

            return place;
        }

        public void Write(ArrayBufferWriter<byte> to)
        {
            Put(to, inOrder.Count);
            foreach (var text in inOrder)
            {
                Put(to, Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, to);
            }
        }
    }

    /// <summary>Reads from a place on.</summary>
    private ref struct Cursor(ReadOnlySpan<byte> packed)
    {
        private readonly ReadOnlySpan<byte> packed = packed;
        private (int Start, int Length)[] texts = [];

        public int At { get; set; }

        /// <summary>At a list of a signature whose texts are read.</summary>
        public static Cursor Behind(byte[] packed, int at)
        {
            var from = new Cursor(packed) { At = 1 + sizeof(long) };
            from.Next();
            from.Next();
            from.ReadTexts();
            from.At = at;
            return from;
        }

        public void ReadTexts()
        {
            texts = new (int, int)[NextCount()];
            for (var i = 0; i < texts.Length; i++)
            {
                var length = NextCount();
                texts[i] = (At, length);
                At += length;
            }
        }

        public int Next()
        {
            var (value, shift) = (0, 0);
            byte group;
            do
            {
                group = packed[At++];
                value |= (group & 0x7F) << shift;
                shift += 7;
            }
            while (group >= 0x80 && shift < 32);

            return value;
        }

        /// <summary>A length; whatever has it takes a byte of each at least, so a broken one asks for no more memory than there are bytes.</summary>
        public int NextCount() => Next() is >= 0 and var count && count <= packed.Length ? count : throw new InvalidDataException(Broken);

        public ReadOnlySpan<byte> NextText()
        {
            var (start, length) = texts[Next()];
            return packed.Slice(start, length);
        }

        public double NextDouble()
        {
            var value = BinaryPrimitives.ReadDoubleLittleEndian(packed[At..]);
            At += sizeof(double);
            return value;
        }
    }

    /// <summary>A list that is made when it is looked into.</summary>
    private sealed class Later<T>(int count, Func<T[]> make) : IReadOnlyList<T>
    {
        private T[]? made;

        public int Count => count;

        public T this[int index] => (made ??= make())[index];

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(made ??= make())).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
