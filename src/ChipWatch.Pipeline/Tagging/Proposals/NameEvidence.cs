namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>What the words around a name say of it.</summary>
internal static class NameEvidence
{
    private const int Strong = 3;
    private const int Fair = 2;
    private const int Weak = 1;
    private const int ReachOfApposition = 7;
    private const int ReachOfPossession = 3;

    /// <summary>Whether it is a person's: a title before it, an office behind it.</summary>
    public static bool IsPerson(NameWords words, NameRun run)
    {
        if (ProposalWords.PersonNouns.Has(words.At(run.First - 1)) && words.Before(run.First).Trim().Length == 0)
        {
            return true;
        }

        if (words.Before(run.First) is ". " or "." or " " && IsInitials(words.At(run.First - 1)))
        {
            return true;
        }

        return words.Before(run.Last + 1) is ", " && (ProposalWords.PersonNouns.Has(words.At(run.Last + 1)) || words.At(run.Last + 1) is "who"
            || (words.At(run.Last + 1) is "the" or "its" or "an" or "a" && ProposalWords.PersonNouns.Has(words.At(run.Last + 2))));
    }

    /// <summary>Points for a company, by the kind of hint.</summary>
    public static void Company(NameWords words, NameRun run, Span<int> points)
    {
        var (before, behind) = (run.First - 1, run.Last + 1);
        var joined = words.Before(run.First) is " " or "\u00A0";
        var isGenitive = words.IsGenitive(run.Last);
        if (words.At(before) is "in" or "from" or "near" or "at" or "of" or "aus" or "bei" or "à" or "en" or "uit" or "dans" && Dealing(words, before) == 0)
        {
            // A place, most likely: "the start-up from Reno", "CoolIT of Calgary, which makes cold plates".
            return;
        }

        Add(points, 0, joined && ProposalWords.TradeNouns.Has(words.At(before)) ? Strong : joined && ProposalWords.CompanyNouns.Has(words.At(before)) ? Fair : 0);
        Add(points, 1, Apposition(words, behind));
        Add(points, 2, words.Before(behind) is " " && ProposalWords.Suffixes.Has(words.At(behind)) ? Strong : 0);
        if (isGenitive)
        {
            for (var i = behind; i < behind + ReachOfPossession; i++)
            {
                Add(points, 3, ProposalWords.Possessions.Has(words.At(i)) ? Fair : 0);
            }
        }
        else if (words.Before(behind) is " " or "\u00A0")
        {
            Add(points, 3, ProposalWords.Behind.Has(words.At(behind)) ? Fair : 0);
            var verb = ProposalWords.Auxiliaries.Has(words.At(behind)) ? behind + 1 : behind;
            Add(points, 4, ProposalWords.Verbs.Has(words.At(verb)) ? Fair : words.At(verb) is "said" or "says" ? Weak : 0);
        }

        Add(points, 5, IsListedWith(words, run, Listed.Company) ? Fair : 0);
        Add(points, 6, Dealing(words, before));
    }

    /// <summary>Points for a chip, by the kind of hint.</summary>
    public static void Chip(NameWords words, NameRun run, Span<int> points)
    {
        var (before, behind) = (run.First - 1, run.Last + 1);
        var hasDigit = words.At(run.Last).IndexOfAnyInRange('0', '9') >= 0;
        var isGenitive = words.IsGenitive(run.Last);
        if (!isGenitive && words.Before(behind) is " " or "-" && ProposalWords.ChipNouns.Has(words.At(behind)))
        {
            Add(points, 0, hasDigit ? Strong : words.ListedAt(before) == Listed.Company || words.At(before) is "its" or "own" or "new" || (before >= 0 && words.IsGenitive(before)) ? Fair : 0);
        }

        if (words.Before(run.First) is " " or " “" or " \"" && ProposalWords.ChipNouns.Has(words.At(before)))
        {
            Add(points, 1, hasDigit ? Strong : 0);
        }

        if (ProposalWords.Namings.Has(words.At(before)) && (ProposalWords.ChipNouns.Has(words.At(before - 1)) || ProposalWords.ChipNouns.Has(words.At(behind))))
        {
            Add(points, 2, Strong);
        }

        Add(points, 3, words.ListedAt(before) == Listed.Company && (words.IsGenitive(before) || words.Before(run.First).Trim().Length == 0) ? hasDigit ? Fair : Weak : 0);
        Add(points, 4, hasDigit && IsListedWith(words, run, Listed.Chip) ? Fair : 0);
    }

    /// <summary>"C.C", "J": what stands before a family name.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word) =>
        word.Length is 1 or 3 && char.IsUpper(word[0]) && (word.Length == 1 || (word[1] == '.' && char.IsUpper(word[2])));

    private static void Add(Span<int> points, int hint, int found) => points[hint] = Math.Max(points[hint], found);

    /// <summary>"Fenwick, a Dutch maker of AI chips"; "Fenwick, which designs accelerators".</summary>
    private static int Apposition(NameWords words, int behind)
    {
        if (words.Before(behind) is not ", ")
        {
            return 0;
        }

        if (words.At(behind) is "which" && ProposalWords.Verbs.Has(words.At(behind + 1)))
        {
            return Strong;
        }

        if (words.At(behind) is not ("a" or "an" or "the" or "ein" or "eine" or "der" or "un" or "une" or "una" or "el" or "een"))
        {
            return 0;
        }

        for (var i = behind + 1; i < behind + ReachOfApposition && words.Before(i).IndexOfAny(',', '.', ';') < 0; i++)
        {
            if (ProposalWords.PersonNouns.Has(words.At(i)))
            {
                return 0;
            }

            if (words.At(behind) is "the" && words.At(i) is "company" or "firm" or "group" or "giant")
            {
                // "in Louisiana, the company announced"
                return 0;
            }

            if (ProposalWords.TradeNouns.Has(words.At(i)) || ProposalWords.CompanyNouns.Has(words.At(i)))
            {
                return Strong;
            }
        }

        return 0;
    }

    /// <summary>"Nvidia, AMD and Fenwick": what stands in one list with companies is one.</summary>
    private static bool IsListedWith(NameWords words, NameRun run, Listed kind)
    {
        var (before, behind) = (run.First - 1, run.Last + 1);
        return (words.At(before) is "and" or "or" or "und" or "oder" or "et" or "y" or "en" && words.ListedAt(before - 1) == kind && !words.IsGenitiveOrFar(before))
            || (words.Before(run.First) is ", " && words.ListedAt(before) == kind && (words.Before(behind) is ", " || words.At(behind) is "and" or "or" or "und" or "et" or "y" or "en"))
            || (words.Before(behind) is ", " && words.ListedAt(behind) == kind && words.Before(run.First) is not " ")
            || (words.At(behind) is "and" or "or" or "und" or "oder" or "et" or "y" or "en" && words.Before(behind) is " " && words.ListedAt(behind + 1) == kind);
    }

    private static int Dealing(NameWords words, int before) => true switch
    {
        _ when words.At(before) is "with" or "mit" or "avec" or "con" or "met" => ProposalWords.Dealings.Has(words.At(before - 1)) || ProposalWords.Dealings.Has(words.At(before - 2)) || ProposalWords.Makings.Has(words.At(before - 1)) ? Fair : 0,
        _ when words.At(before) is "by" => ProposalWords.Makings.Has(words.At(before - 1)) ? Fair : 0,
        _ when words.At(before) is "in" or "of" => ProposalWords.Takings.Has(words.At(before - 1)) ? Fair : 0,
        _ when ProposalWords.Takings.Has(words.At(before)) => Strong,
        _ => 0,
    };
}
