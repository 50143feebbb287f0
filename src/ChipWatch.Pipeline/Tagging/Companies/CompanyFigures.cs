namespace ChipWatch.Pipeline.Tagging.Companies;

/// <summary>How an article speaks of each company: where, how often, beside how many others, and in which part.</summary>
internal static class CompanyFigures
{
    /// <summary>Names of the figures, in order; they are what "why this tag?" shows.</summary>
    public static readonly string[] Names =
    [
        "always", "in the headline", "first name of the headline", "in the headline by a product alone", "in the headline as a rival or supplier",
        "in the first sentence", "first name of the first sentence", "second name of the first sentence", "in the first sentence as a rival or supplier",
        "the headline names no company", "first of all where the headline names none", "times named", "share of all names", "named in a third of the sentences",
        "the only company", "among more than three companies", "named by products alone", "only below the first sentences", "a rival or supplier throughout",
        "in the second sentence", "joined to a company of the headline", "mostly in the headline and first sentence",
        "one of several in the headline", "first sentence beside a headline without it", "most often named", "begins a sentence", "begins the second sentence", "twice below the first sentence",
        "partner in the headline or first sentence", "one of many in the first sentence", "one of many in the headline", "named beside a number of its things in the first sentence",
    ];

    private const int Many = 3;

    /// <summary>The figures of each company.</summary>
    public static Dictionary<int, double[]> Of(SortedDictionary<int, List<Mention>> named, ArticleReading reading)
    {
        var (inTitle, inLead) = (Order(named, sentence => sentence.IsTitle), Order(named, sentence => sentence.Index == reading.Lead));
        var second = reading.Proving.Find(sentence => sentence.Index > reading.Lead && !sentence.IsTitle)?.Index ?? -1;
        int all = 0, most = 0;
        foreach (var mentions in named.Values)
        {
            all += mentions.Count;
            most = Math.Max(most, mentions.Count);
        }

        var figures = new Dictionary<int, double[]>(named.Count);
        foreach (var (company, mentions) in named)
        {
            figures.Add(company, Figures(company, mentions, reading, inTitle, inLead, second, named.Count, all, most));
        }

        return figures;
    }

    private static double[] Figures(
        int company, List<Mention> mentions, ArticleReading reading, List<int> inTitle, List<int> inLead, int second, int companies, int all, int most)
    {
        int title = 0, titleByName = 0, titleAside = 0, lead = 0, leadAside = 0, byName = 0, aside = 0, later = 0, inSecond = 0, begins = 0, beginsSecond = 0, joined = 0, partner = 0, counted = 0;
        var sentences = 0;
        var last = -1;
        foreach (var mention in mentions)
        {
            var besides = RoleWords.IsAside(mention, reading.Language);
            aside += besides ? 1 : 0;
            byName += mention.IsChip ? 0 : 1;
            var begun = !mention.IsChip && mention.Start - mention.Sentence.Start <= 1 && !mention.Sentence.IsTitle ? 1 : 0;
            begins += begun;
            if (mention.Sentence.Index != last)
            {
                sentences++;
                last = mention.Sentence.Index;
            }

            if (mention.Sentence.IsTitle || mention.Sentence.Index == reading.Lead)
            {
                partner += !besides && RoleWords.IsPartner(mention, reading.Language) ? 1 : 0;
                counted += RoleWords.IsCounted(mention) ? 1 : 0;
            }

            if (mention.Sentence.IsTitle)
            {
                title++;
                titleByName += mention.IsChip ? 0 : 1;
                titleAside += besides ? 1 : 0;
            }
            else if (mention.Sentence.Index == reading.Lead)
            {
                lead++;
                leadAside += besides ? 1 : 0;
                joined += besides ? 0 : 1;
            }
            else
            {
                later++;
                inSecond += mention.Sentence.Index == second ? 1 : 0;
                beginsSecond += mention.Sentence.Index == second ? begun : 0;
            }
        }

        var headless = inTitle.Count == 0;
        return
        [
            1, Is(title > 0), Is(inTitle.Count > 0 && inTitle[0] == company), Is(title > 0 && titleByName == 0), Is(title > 0 && titleAside == title),
            Is(lead > 0), Is(inLead.Count > 0 && inLead[0] == company), Is(inLead.Count > 1 && inLead[1] == company), Is(lead > 0 && leadAside == lead),
            Is(headless), Is(headless && (inLead.Count > 0 ? inLead[0] == company : mentions.Count == most)), Math.Min(mentions.Count, 6) / 3.0, (double)mentions.Count / all,
            Is(sentences * 3 >= reading.Proving.Count), Is(companies == 1), Is(companies > 3), Is(byName == 0), Is(title + lead == 0), Is(aside == mentions.Count),
            Is(inSecond > 0), Is(title == 0 && joined > 0 && !headless), Is((title + lead) * 2 > mentions.Count),
            Is(title > 0 && inTitle.Count > 1), Is(title == 0 && lead > 0 && !headless), Is(mentions.Count == most && most > 1), Is(begins > 0), Is(beginsSecond > 0), Is(later > 1),
            Is(partner > 0), Is(lead > 0 && inLead.Count > Many), Is(title > 0 && inTitle.Count > Many), Is(counted > 0),
        ];
    }

    /// <summary>Companies in the order in which the sentence names them.</summary>
    private static List<int> Order(SortedDictionary<int, List<Mention>> named, Func<Sentence, bool> isThere)
    {
        var places = new List<(int Start, int Company)>();
        foreach (var (company, mentions) in named)
        {
            var first = int.MaxValue;
            foreach (var mention in mentions)
            {
                if (isThere(mention.Sentence))
                {
                    first = Math.Min(first, mention.Start);
                }
            }

            if (first < int.MaxValue)
            {
                places.Add((first, company));
            }
        }

        places.Sort();
        return places.ConvertAll(place => place.Company);
    }

    private static double Is(bool claim) => claim ? 1 : 0;
}
