namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags companies; a chip that is named names its maker.</summary>
internal sealed class CompanyTagger(Vocabulary vocabulary)
{
    private const int MostEvidence = 5;

    /// <summary>Tags in the catalogue's order.</summary>
    public List<Tag> Tag(List<Mention> mentions, ArticleReading reading)
    {
        var named = new SortedDictionary<int, List<Mention>>();
        foreach (var mention in mentions)
        {
            var company = mention.IsChip ? Maker(mention) : mention.Owner;
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

        var saliences = CompanySalience.Of(named, reading);
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

    private int Maker(Mention mention) =>
        vocabulary.CompanyIndex.TryGetValue(vocabulary.Catalogue.Chips[mention.Owner].Company, out var company) ? company : -1;
}
