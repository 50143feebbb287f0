namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>
/// Finds names that behave like companies ("the start-up Fenwick", "Fenwick's accelerators", "Nvidia, AMD and Fenwick") or chips ("the FW200
/// accelerator", "a chip called Fen") and stand in no list. Hints of different kinds are summed over the article; rather too few than too many, for a
/// person looks at each.
/// </summary>
internal static class NameProposals
{
    private const int Most = 20;
    private const int Hints = 7;
    private const int Enough = 2;
    private const int FurtherSentences = 2;

    /// <summary>Proposals in the order of the text, each name once; empty where nothing behaves so.</summary>
    public static IReadOnlyList<NameProposal> Find(ArticleReading reading, Vocabulary vocabulary)
    {
        if (EastAsianWords.Of(reading.Language) is { } eastAsian)
        {
            return InEastAsian(reading, eastAsian, vocabulary);
        }

        var found = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        var persons = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<Candidate>();
        foreach (var sentence in reading.Proving)
        {
            if (sentence.IsTitle)
            {
                // Headlines capitalise what they like.
                continue;
            }

            var words = NameWords.Of(sentence, vocabulary);
            foreach (var run in words.Runs)
            {
                Judge(words, run, sentence, reading.Language, found, order, persons);
            }
        }

        return [.. order.Where(candidate => !IsPersons(candidate.Name, persons)).Select(candidate => candidate.Proposal()).OfType<NameProposal>().Take(Most)];
    }

    private static List<NameProposal> InEastAsian(ArticleReading reading, EastAsianWords words, Vocabulary vocabulary)
    {
        var proposals = new List<NameProposal>();
        foreach (var sentence in reading.Proving)
        {
            foreach (var (name, isChip) in sentence.IsTitle ? [] : EastAsianNames.Of(sentence, words, vocabulary))
            {
                if (proposals.Count < Most && !proposals.Exists(known => known.Name == name))
                {
                    proposals.Add(new(name, isChip, sentence.Span));
                }
            }
        }

        return proposals;
    }

    private static void Judge(
        NameWords words, NameRun run, Sentence sentence, string language, Dictionary<string, Candidate> found, List<Candidate> order, HashSet<string> persons)
    {
        var name = words.Name(run);
        if (NameEvidence.IsPerson(words, run))
        {
            persons.Add(name);
            return;
        }

        if (IsOffice(words, run) || name.Length < 3 || ProposalWords.Standards.Any(standard => name.StartsWith(standard, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (!found.TryGetValue(name, out var candidate))
        {
            order.Add(candidate = found[name] = new(name));
        }

        Span<int> company = stackalloc int[Hints];
        Span<int> chip = stackalloc int[Hints];
        NameEvidence.Company(words, run, company);
        if (language == "de")
        {
            // Every noun has a capital there: only what is said to be a company or stands in a list with some counts.
            company[3] = company[4] = company[6] = 0;
        }

        NameEvidence.Chip(words, run, chip);
        candidate.Add(company, chip, sentence, run.First > 0);
    }

    private static bool IsOffice(NameWords words, NameRun run)
    {
        for (var i = run.First; i <= run.Last; i++)
        {
            if (ProposalWords.Offices.Has(words.At(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Named with an office somewhere, or by the last name of one who is.</summary>
    private static bool IsPersons(string name, HashSet<string> persons) =>
        persons.Contains(name) || persons.Any(person => person.EndsWith(" " + name, StringComparison.Ordinal) || name.EndsWith(" " + person, StringComparison.Ordinal));

    /// <summary>A name with what the article says of it.</summary>
    private sealed class Candidate(string name)
    {
        private readonly int[] company = new int[Hints];
        private readonly int[] chip = new int[Hints];
        private int companySentences, chipSentences;
        private bool isInside;
        private Sentence? best;
        private int bestPoints;

        public string Name => name;

        public void Add(ReadOnlySpan<int> companyPoints, ReadOnlySpan<int> chipPoints, Sentence sentence, bool inside)
        {
            isInside |= inside;
            var points = Take(companyPoints, company, ref companySentences) + Take(chipPoints, chip, ref chipSentences);
            if (points > bestPoints)
            {
                (best, bestPoints) = (sentence, points);
            }
        }

        public NameProposal? Proposal()
        {
            var (asCompany, asChip) = (Sum(company, companySentences), Sum(chip, chipSentences));
            var hasDigit = name.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
            var isChip = asChip > asCompany || (asChip == asCompany && hasDigit);
            // A word that only ever begins sentences may be any word.
            // Two plain words that only do something may be a person.
            var enough = name.Contains(' ', StringComparison.Ordinal) && !hasDigit && company[^3] > 0 && company.Sum() == company[^3] ? Enough + 1 : Enough;
            return best is not null && Math.Max(asCompany, asChip) >= enough && (isInside || hasDigit || HasInnerCapital(name)) ? new(name, isChip, best.Span) : null;
        }

        private static int Take(ReadOnlySpan<int> points, int[] kept, ref int sentences)
        {
            var sum = 0;
            for (var i = 0; i < kept.Length; i++)
            {
                kept[i] = Math.Max(kept[i], points[i]);
                sum += points[i];
            }

            sentences += sum > 0 ? 1 : 0;
            return sum;
        }

        /// <summary>Different hints add up; the same one in further sentences adds a little.</summary>
        private static int Sum(int[] kept, int sentences)
        {
            var sum = kept.Sum();
            return sum < 2 ? sum : sum + Math.Min(FurtherSentences, Math.Max(0, sentences - kept.Count(points => points > 0)));
        }

        private static bool HasInnerCapital(string name) => name.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0 && !name.Contains(' ', StringComparison.Ordinal);
    }
}
