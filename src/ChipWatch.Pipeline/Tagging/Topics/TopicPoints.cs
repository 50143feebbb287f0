using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>Where in an article a topic's terms stand and how much they weigh; what the model sees of the topic itself.</summary>
internal static class TopicPoints
{
    private const double MostInSentence = 9;
    private const double Scale = 5;

    /// <summary>Names of the figures, in order.</summary>
    public static readonly string[] Names = ["always", "headline", "lead", "best sentence", "second sentence", "sentences", "terms", "share", "strongest term", "repeated"];

    /// <summary>Fills in the figures of one topic.</summary>
    /// <param name="hits">Its hits, in order.</param>
    /// <param name="lead">Index of the first sentence of fact.</param>
    /// <param name="proving">How many sentences may prove something.</param>
    /// <param name="into">Room for one figure a name.</param>
    public static void Fill(List<TermHit>? hits, int lead, int proving, Span<double> into)
    {
        into.Clear();
        into[0] = 1;
        if (hits is null)
        {
            return;
        }

        double title = 0, first = 0, best = 0, second = 0, strongest = 0, total = 0;
        int sentences = 0, distinct = 0;
        for (var i = 0; i < hits.Count;)
        {
            var sentence = hits[i].Sentence;
            double points = 0;
            for (; i < hits.Count && hits[i].Sentence == sentence; i++)
            {
                if (!IsRepeated(hits, i, sentence))
                {
                    points += hits[i].Term.Weight;
                }

                strongest = Math.Max(strongest, hits[i].Term.Weight);
                distinct += IsRepeated(hits, i, null) ? 0 : 1;
            }

            points = Math.Min(points, MostInSentence);
            total += points;
            if (sentence.IsTitle)
            {
                title = points;
                continue;
            }

            sentences += points >= 2 ? 1 : 0;
            if (sentence.Index == lead)
            {
                first = points;
            }

            if (sentence.Role is BlockRole.Heading or BlockRole.Caption)
            {
                points /= 2;
            }

            (best, second) = points > best ? (points, best) : (best, Math.Max(second, points));
        }

        into[1] = title / Scale;
        into[2] = first / Scale;
        into[3] = best / Scale;
        into[4] = second / Scale;
        into[5] = Math.Min(sentences, 4) / 2.0;
        into[6] = Math.Min(distinct, 6) / 3.0;
        into[7] = 2.0 * sentences / Math.Max(2, proving);
        into[8] = strongest / Scale;
        into[9] = Math.Log(1 + Math.Max(0, total)) / 2;
    }

    private static bool IsRepeated(List<TermHit> hits, int at, Sentence? within)
    {
        for (var i = at - 1; i >= 0 && (within is null || hits[i].Sentence == within); i--)
        {
            if (hits[i].Term.Spelling == hits[at].Term.Spelling)
            {
                return true;
            }
        }

        return false;
    }
}
