namespace ChipWatch.Pipeline.Text;

/// <summary>Reads a short form, as of a date, from left to right and part by part. Text from outside is read so, and not by a pattern that could be led astray.</summary>
internal ref struct FormReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Where the next part begins; set it back to try another one.</summary>
    public int At { get; set; }

    /// <summary>Whether all is read.</summary>
    public readonly bool IsAtEnd => At >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Next => At < text.Length ? text[At] : '\0';

    /// <summary>Whether the character before is part of a word, so that no word begins here.</summary>
    public readonly bool IsWithinWord => At > 0 && IsOfWord(text[At - 1]);

    /// <summary>Whether the next character is part of a word, so that no word ends here.</summary>
    public readonly bool GoesOn => IsOfWord(Next);

    /// <summary>Whether a character is part of a word.</summary>
    public static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>Takes that character, in small or capital letters, where it is next.</summary>
    public bool Take(char sign)
    {
        var isNext = At < text.Length && char.ToLowerInvariant(text[At]) == sign;
        At += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes one of those characters where one is next.</summary>
    public bool TakeAny(ReadOnlySpan<char> signs)
    {
        var isNext = At < text.Length && signs.Contains(text[At]);
        At += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes those very characters where they are next.</summary>
    public bool Take(ReadOnlySpan<char> words)
    {
        var isNext = text[Math.Min(At, text.Length)..].StartsWith(words, StringComparison.Ordinal);
        At += isNext ? words.Length : 0;
        return isNext;
    }

    /// <summary>Takes white space.</summary>
    /// <returns>How much.</returns>
    public int TakeBlanks()
    {
        var start = At;
        while (At < text.Length && char.IsWhiteSpace(text[At]))
        {
            At++;
        }

        return At - start;
    }

    /// <summary>Takes the digits 0 to 9 that are next.</summary>
    /// <param name="most">So many at most.</param>
    public ReadOnlySpan<char> TakeDigits(int most = int.MaxValue)
    {
        var start = At;
        while (At < text.Length && At - start < most && char.IsAsciiDigit(text[At]))
        {
            At++;
        }

        return text[start..At];
    }

    /// <summary>Takes the letters A to Z that are next, small and capital.</summary>
    public ReadOnlySpan<char> TakeLatin()
    {
        var start = At;
        while (At < text.Length && char.IsAsciiLetter(text[At]))
        {
            At++;
        }

        return text[start..At];
    }

    /// <summary>Takes the letters of any script that are next.</summary>
    public ReadOnlySpan<char> TakeLetters()
    {
        var start = At;
        while (At < text.Length && char.IsLetter(text[At]))
        {
            At++;
        }

        return text[start..At];
    }

    /// <summary>Takes a number that has so many digits and no more; nothing where it has other ones.</summary>
    public bool TakeNumber(int least, int most, out int number)
    {
        var start = At;
        // One more than wanted shows that there are too many; all of them need not be looked at.
        var digits = TakeDigits(most + 1);
        number = 0;
        if (digits.Length < least || digits.Length > most)
        {
            At = start;
            return false;
        }

        number = Value(digits);
        return true;
    }

    /// <summary>What those digits count; nine at most.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits[..Math.Min(digits.Length, 9)])
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }

    /// <summary>What was read from there on.</summary>
    public readonly ReadOnlySpan<char> Since(int start) => text[start..At];
}
