using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>What a piece of text is cut into.</summary>
internal enum StoryWordKind
{
    /// <summary>An ordinary word.</summary>
    Word,

    /// <summary>A word written as a name, in Latin letters.</summary>
    Name,

    /// <summary>A number; <see cref="StoryWord.Text"/> is as written.</summary>
    Number,

    /// <summary>Two neighbouring characters of a script without spaces, or a run of Katakana.</summary>
    Characters,
}

/// <summary>One piece of a text.</summary>
/// <param name="Text">Normalised as <see cref="StoryTerm.Text"/>; numbers as written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="End">Code unit behind it.</param>
internal readonly record struct StoryWord(string Text, StoryWordKind Kind, int End);

/// <summary>Cuts text of any language into words, names, numbers and pairs of characters, in one pass.</summary>
internal static class StoryWords
{
    private static readonly string[] KoreanEndings =
        ["에서는", "으로는", "까지", "부터", "에서", "에게", "으로", "이라고", "라고", "이다", "했다", "한다", "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만"];

    /// <summary>The pieces of a text in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Two letters, or empty. In German every noun has a capital, so there a capital makes no name.</param>
    public static IEnumerable<StoryWord> Of(string text, string language)
    {
        var sentenceStart = true;
        for (var at = 0; at < text.Length;)
        {
            var start = text[at];
            var end = at + 1;
            if (char.IsAsciiDigit(start) && (at == 0 || !char.IsAsciiLetter(text[at - 1])))
            {
                end = NumberEnd(text, at);
                if (end < text.Length && char.IsAsciiLetter(text[end]) && LettersEnd(text, end) is var tail && tail - end <= 3 && IsPartNumber(text, at, tail))
                {
                    yield return new(Plain(text[at..tail]), StoryWordKind.Name, tail);
                    end = tail;
                }
                else
                {
                    yield return new(text[at..end], StoryWordKind.Number, end);
                }

                sentenceStart = false;
            }
            else if (IsHan(start) || IsKatakana(start))
            {
                var kana = IsKatakana(start);
                while (end < text.Length && (kana ? IsKatakana(text[end]) : IsHan(text[end])))
                {
                    end++;
                }

                if (kana)
                {
                    if (end - at > 2)
                    {
                        yield return new(text[at..end], StoryWordKind.Characters, end);
                    }
                }
                else
                {
                    for (var pair = at; pair + 1 < end; pair++)
                    {
                        yield return new(text.Substring(pair, 2), StoryWordKind.Characters, pair + 2);
                    }
                }

                sentenceStart = false;
            }
            else if (IsHangul(start))
            {
                while (end < text.Length && IsHangul(text[end]))
                {
                    end++;
                }

                var stem = WithoutKoreanEnding(text[at..end]);
                if (stem.Length >= 2)
                {
                    yield return new(stem, StoryWordKind.Word, end);
                }

                sentenceStart = false;
            }
            else if (char.IsLetter(start) && !IsKana(start))
            {
                end = WordEnd(text, at);
                var written = text[at..end];
                yield return new(Stem(Plain(written), language), IsName(written, language, sentenceStart) ? StoryWordKind.Name : StoryWordKind.Word, end);
                sentenceStart = false;
            }
            else if (start is '.' or '!' or '?' or '\n' or ':' or '“' or '„' or '"' or '»' or '«')
            {
                sentenceStart = true;
            }

            at = end;
        }
    }

    /// <summary>The text in lower case without accents.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A plain word without the commonest endings, so that "chips" and "chip's" are "chip".</summary>
    public static string Stem(string word, string language)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        if (language == "de" && word.Length >= 7)
        {
            return word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) ? word[..^2]
                : word[^1] is 'e' or 'n' or 's' ? word[..^1] : word;
        }

        return word.Length >= 5 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static bool IsName(string written, string language, bool sentenceStart)
    {
        var capitals = 0;
        foreach (var letter in written)
        {
            if (letter > '\u024f' && char.IsLetter(letter))
            {
                return false;
            }

            capitals += char.IsUpper(letter) || char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return capitals >= 2 || (capitals == 1 && char.IsUpper(written[0]) && !sentenceStart && language != "de");
    }

    // "18A", "3nm" and "14A" are parts and processes; "2nd" and "30th" are not.
    private static bool IsPartNumber(string text, int at, int end) => end - at <= 6 && char.IsUpper(text[end - 1]);

    private static int WordEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            var next = text[end];
            var inside = (char.IsLetterOrDigit(next) && !IsHan(next) && !IsHangul(next) && !IsKana(next) && !IsKatakana(next))
                || (next is '\'' or '’' or '-' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]) && (next != '.' || char.IsAsciiDigit(text[end + 1])));
            if (!inside)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static int LettersEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NumberEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                end++;
            }
            else if (end + 1 < text.Length && text[end] is '.' or ',' or '’' && char.IsAsciiDigit(text[end + 1]))
            {
                end += 2;
            }
            else if (text[end] is ' ' or '\u00a0' or '\u202f' && IsThousandsGroup(text, at, end))
            {
                end += 4;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsThousandsGroup(string text, int start, int gap) =>
        gap - start is >= 1 and <= 15 && gap + 3 < text.Length + 0 && char.IsAsciiDigit(text[gap + 1]) && char.IsAsciiDigit(text[gap + 2]) && char.IsAsciiDigit(text[gap + 3])
        && (gap + 4 >= text.Length || !char.IsAsciiDigit(text[gap + 4])) && GroupBefore(text, start, gap);

    private static bool GroupBefore(string text, int start, int gap)
    {
        var digits = 0;
        for (var at = gap - 1; at >= start && char.IsAsciiDigit(text[at]); at--)
        {
            digits++;
        }

        return digits is >= 1 and <= 3;
    }

    private static string WithoutKoreanEnding(string word)
    {
        foreach (var ending in KoreanEndings)
        {
            if (word.Length >= ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    private static bool IsKatakana(char c) => c is >= '\u30a1' and <= '\u30ff';

    private static bool IsKana(char c) => c is >= '\u3040' and <= '\u30ff';

    private static bool IsHangul(char c) => c is >= '\uac00' and <= '\ud7a3';
}
