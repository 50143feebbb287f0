namespace ChipWatch.Pipeline.Tagging.Companies;

/// <summary>Tags companies; a chip that is named names its maker.</summary>
internal sealed class CompanyTagger(Vocabulary vocabulary, CompanySalience salience)
{
    private const int MostEvidence = 5;

    /// <summary>Tags in the catalogue's order.</summary>
    public List<Tag> Tag(List<Mention> mentions, ArticleReading reading)
    {
        var named = Named(mentions);
        var saliences = salience.Of(named, reading);
        var tags = new List<Tag>(named.Count);
        foreach (var (company, list) in named)
        {
            var (primary, score, parts) = saliences[company];
            list.Sort((a, b) => a.IsChip.CompareTo(b.IsChip) is var kind and not 0 ? kind : a.Sentence.Index.CompareTo(b.Sentence.Index));
            tags.Add(new(vocabulary.Catalogue.Companies[company].Id, primary ? Salience.Primary : Salience.Mentioned, score, MentionEvidence.Of(list, MostEvidence))
            {
                Parts = parts,
            });
        }

        return tags;
    }

    /// <summary>The mentions of each company, those of its chips included, in the order of the text.</summary>
    public SortedDictionary<int, List<Mention>> Named(List<Mention> mentions)
    {
        var named = new SortedDictionary<int, List<Mention>>();
        foreach (var mention in mentions)
        {
            var company = mention.IsChip ? vocabulary.MakerOf(mention.Owner) : mention.Owner;
            if (company < 0)
            {
                continue;
            }

            if (!named.TryGetValue(company, out var list))
            {
                named.Add(company, list = []);
            }

            list.Add(mention);
        }

        return named;
    }
}
