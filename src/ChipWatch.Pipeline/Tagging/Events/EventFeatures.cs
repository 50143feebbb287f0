using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// An article as the event model sees it: which cues stand where, which stand together in a leading sentence, how many companies and
/// credits there are. Numbers of about 0 to 2, alike for every language.
/// </summary>
internal sealed class EventFeatures
{
    private const int Cues = (int)Cue.Percent + 1;
    private const int Places = 4;
    private const int NearSentences = 3;

    /// <summary>How much a cue counts at each place for its cue alone; the places add up.</summary>
    private static readonly double[] Share = [1, 0.8, 0.3, 0.1];

    /// <summary>Cues that mean more together in one sentence of the headline or the lead than apart.</summary>
    private static readonly (Cue, Cue)[] Pairs =
    [
        (Cue.Rule, Cue.State), (Cue.Court, Cue.State), (Cue.Build, Cue.Site), (Cue.Order, Cue.Product), (Cue.Order, Cue.Site), (Cue.Order, Cue.Power),
        (Cue.Order, Cue.Money), (Cue.Partner, Cue.Product), (Cue.Partner, Cue.Site), (Cue.Raise, Cue.Money), (Cue.Takeover, Cue.Money), (Cue.Takeover, Cue.Agree),
        (Cue.Takeover, Cue.Negotiate), (Cue.Raise, Cue.Plan), (Cue.Results, Cue.Money), (Cue.Market, Cue.Percent), (Cue.Unveil, Cue.Product), (Cue.Release, Cue.Product),
        (Cue.Build, Cue.Money), (Cue.Site, Cue.Power), (Cue.Roadmap, Cue.Product), (Cue.Plan, Cue.Future), (Cue.Negotiate, Cue.Unnamed), (Cue.Negotiate, Cue.Hearsay),
        (Cue.Negotiate, Cue.Officer), (Cue.Negotiate, Cue.Confirm), (Cue.Say, Cue.Officer), (Cue.Say, Cue.Unnamed), (Cue.Third, Cue.Say), (Cue.Deny, Cue.Say), (Cue.State, Cue.Propose),
        (Cue.State, Cue.InForce), (Cue.State, Cue.Plan), (Cue.State, Cue.Build), (Cue.State, Cue.Money), (Cue.Cancel, Cue.Product), (Cue.Cancel, Cue.Negotiate), (Cue.Cancel, Cue.Takeover), (Cue.Cancel, Cue.Order),
        (Cue.Signed, Cue.Order), (Cue.Agree, Cue.Order), (Cue.Agree, Cue.Partner), (Cue.Announce, Cue.Plan), (Cue.Announce, Cue.Done), (Cue.Slip, Cue.Future), (Cue.Done, Cue.Plan),
        (Cue.Done, Cue.Future), (Cue.InUse, Cue.Future), (Cue.Modal, Cue.Negotiate),
    ];

    private static readonly string[] Extras =
    [
        "QuestionInTitle", "OneCredit", "SeveralCredits", "CreditAndHearsay", "CreditWithoutHearsay", "NoCompanyInTitle", "SeveralCompaniesInTitle", "SeveralCompaniesInLead",
        "HearsayFront", "HearsayFrontNobodyNamed", "NegotiateFrontNamed", "NegotiateFrontHearsay", "NegotiateFrontPlain", "PlanWithoutDone", "DoneWithoutPlan", "SeveralSubjects",
    ];

    /// <summary>Topics whose terms tell kinds of events apart.</summary>
    private static readonly string[] Topics =
    [
        "sovereign-ai", "data-centers", "cloud", "custom-silicon", "manufacturing", "advanced-packaging", "memory-hbm", "networking", "power-cooling", "export-controls", "supply-chain",
        "software-stack", "benchmarks", "earnings-market", "funding-ma", "policy", "edge-ai", "security", "photonics", "open-hardware",
    ];

    private const int FirstFront = Cues + (Cues * Places);
    private const int FirstForm = FirstFront + Cues;
    private const int FormPlaces = Places - 1;
    private static readonly int FirstPair = FirstForm + (VerbForms.Count * (FormPlaces + 1));

    private readonly double[] values = new double[Names.Count];

    /// <summary>What each feature is called: a cue ("Takeover"), a cue at a place ("Takeover.Title", "Takeover.Front" for any of the leading ones), a form of the verb ("Form.Perfect"), two cues in one leading sentence ("Rule+State"), or a word of its own.</summary>
    public static IReadOnlyList<string> Names { get; } = AllNames();

    /// <summary>The values, in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>How headline and beginning put it, for what cues do not name: see <see cref="EventWording"/>.</summary>
    public IReadOnlyDictionary<string, int> Wording { get; private init; } = new Dictionary<string, int>();

    /// <summary>Reads an article.</summary>
    /// <param name="reading">The article after the one pass.</param>
    /// <param name="vocabulary">What its phrases mean.</param>
    /// <param name="credits">How many outlets it credits.</param>
    /// <param name="known">Whose terms alone are read of its wording; null for all.</param>
    public static EventFeatures Of(ArticleReading reading, Vocabulary vocabulary, int credits, WordingModel? known = null)
    {
        var features = new EventFeatures { Wording = EventWording.Of(reading, vocabulary, known) };
        var lead = reading.Proving.Find(sentence => !sentence.IsTitle && sentence.Role == BlockRole.Fact)?.Index ?? int.MaxValue;
        var front = new double[Cues];
        var titleOrLead = new double[Cues];
        var found = new double[Cues];
        Span<bool> forms = stackalloc bool[VerbForms.Count];
        foreach (var sentence in reading.Proving)
        {
            if (sentence.Role is BlockRole.Faq or BlockRole.Caption)
            {
                continue;
            }

            var place = sentence.IsTitle ? 0 : sentence.Index <= lead ? 1 : sentence.Index <= lead + NearSentences ? 2 : 3;
            Array.Clear(found);
            SentenceCues.Find(sentence, reading.Language, vocabulary, found);
            if (place <= 1 && HearsayForms.Stand(sentence, reading.Language))
            {
                found[(int)Cue.Hearsay] = 1;
            }

            if (place < FormPlaces)
            {
                forms.Clear();
                VerbForms.Find(sentence, reading.Language, forms);
                features.AddForms(forms, place);
            }

            for (var cue = 0; cue < Cues; cue++)
            {
                if (found[cue] > 0)
                {
                    features.Raise(Cues + (cue * Places) + place, found[cue]);
                    front[cue] = Math.Max(front[cue], place <= 2 ? found[cue] : 0);
                    titleOrLead[cue] = Math.Max(titleOrLead[cue], place <= 1 ? found[cue] : 0);
                }
            }

            if (place <= 1)
            {
                for (var pair = 0; pair < Pairs.Length; pair++)
                {
                    features.Raise(FirstPair + pair, Math.Min(found[(int)Pairs[pair].Item1], found[(int)Pairs[pair].Item2]));
                }
            }
        }

        for (var cue = 0; cue < Cues; cue++)
        {
            for (var place = 0; place < Places; place++)
            {
                features.values[cue] += Share[place] * features.values[Cues + (cue * Places) + place];
            }

            features.values[FirstFront + cue] = front[cue];
        }

        features.AddExtras(reading, vocabulary, lead, credits, front, titleOrLead);
        features.AddTopics(reading, vocabulary, lead);
        return features;
    }

    private void AddExtras(ArticleReading reading, Vocabulary vocabulary, int lead, int credits, double[] front, double[] titleOrLead)
    {
        var next = FirstPair + Pairs.Length;
        void Add(bool holds) => values[next++] = holds ? 1 : 0;
        var title = reading.Article.Title.AsSpan();
        var inTitle = Companies(reading.Sentences.Find(sentence => sentence.IsTitle), vocabulary);
        var inLead = Companies(reading.Sentences.Find(sentence => sentence.Index == lead), vocabulary);
        var hearsay = front[(int)Cue.Unnamed] > 0.5 || front[(int)Cue.Hearsay] > 0.5;
        var named = front[(int)Cue.Officer] > 0.5 || front[(int)Cue.Announce] > 0.5 || front[(int)Cue.Confirm] > 0.5;
        var talks = titleOrLead[(int)Cue.Negotiate] > 0.5;
        var plan = titleOrLead[(int)Cue.Plan] > 0.5 || titleOrLead[(int)Cue.Future] > 0.5;
        var done = titleOrLead[(int)Cue.Done] > 0.5 || titleOrLead[(int)Cue.InUse] > 0.5 || titleOrLead[(int)Cue.Signed] > 0.5;
        Add(title.IndexOfAny('?', '？') >= 0);
        Add(credits == 1);
        Add(credits > 1);
        Add(credits > 0 && hearsay);
        Add(credits > 0 && !hearsay);
        Add(inTitle == 0);
        Add(inTitle > 1);
        Add(inLead > 1);
        Add(hearsay);
        Add(hearsay && !named);
        Add(talks && named);
        Add(talks && hearsay);
        Add(talks && !named && !hearsay);
        Add(plan && !done);
        Add(done && !plan);
        Add(title.IndexOfAny(';', '；') >= 0 || title.Count(',') > 1);
    }

    /// <summary>The forms of one sentence: at their place, and together as cues are.</summary>
    private void AddForms(Span<bool> forms, int place)
    {
        for (var form = 0; form < VerbForms.Count; form++)
        {
            var at = FirstForm + (form * (FormPlaces + 1));
            if (forms[form] && values[at + 1 + place] == 0)
            {
                values[at + 1 + place] = 1;
                values[at] += Share[place];
            }
        }
    }

    /// <summary>What the terms of each topic say in headline and lead, and a little of what follows.</summary>
    private void AddTopics(ArticleReading reading, Vocabulary vocabulary, int lead)
    {
        var first = values.Length - Topics.Length;
        foreach (var sentence in reading.Proving)
        {
            if (sentence.Index > lead + NearSentences)
            {
                break;
            }

            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is TermMeaning term && Array.IndexOf(Topics, vocabulary.Catalogue.Topics[term.Topic].Id) is var topic and >= 0
                        && term.Is(hit, sentence, reading.Language))
                    {
                        values[first + topic] += term.Weight * (sentence.IsTitle ? 0.12 : sentence.Index <= lead ? 0.1 : 0.05);
                    }
                }
            }
        }

        for (var i = first; i < values.Length; i++)
        {
            values[i] = Math.Clamp(values[i], 0, 1);
        }
    }

    /// <summary>How many different companies or makers of chips a sentence seems to name.</summary>
    private static int Companies(Sentence? sentence, Vocabulary vocabulary)
    {
        if (sentence is null)
        {
            return 0;
        }

        var companies = new HashSet<int>();
        foreach (var hit in sentence.Hits)
        {
            foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
            {
                if (meaning is NameMeaning { IsChip: false } name)
                {
                    companies.Add(name.Owner);
                }
            }
        }

        return companies.Count;
    }

    private void Raise(int feature, double value) => values[feature] = Math.Max(values[feature], value);

    private static List<string> AllNames()
    {
        var names = new List<string>();
        var cues = Enum.GetNames<Cue>();
        names.AddRange(cues);
        foreach (var cue in cues)
        {
            names.AddRange([$"{cue}.Title", $"{cue}.Lead", $"{cue}.Near", $"{cue}.Rest"]);
        }

        names.AddRange(cues.Select(cue => cue + ".Front"));
        foreach (var form in Enum.GetNames<VerbForm>())
        {
            names.AddRange([$"Form.{form}", $"Form.{form}.Title", $"Form.{form}.Lead", $"Form.{form}.Near"]);
        }

        names.AddRange(Pairs.Select(pair => $"{pair.Item1}+{pair.Item2}"));
        names.AddRange(Extras);
        names.AddRange(Topics.Select(topic => "topic:" + topic));
        return names;
    }
}
