namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags chips, and decides which part is meant where a text names a family with its generation.</summary>
internal sealed class ChipTagger(Vocabulary vocabulary)
{
    private const int MostEvidence = 5;

    /// <summary>The mentions with families turned into parts where a generation stands beside them, and shared names given to one maker.</summary>
    public List<Mention> Resolve(List<Mention> mentions)
    {
        var resolved = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (!mention.IsChip)
            {
                resolved.Add(mention);
                continue;
            }

            var rivals = mentions.FindAll(other => other.IsChip && other.Sentence == mention.Sentence && other.Start == mention.Start && other.Length == mention.Length);
            if (rivals.Count > 1 && !IsNearestMaker(mention, rivals, mentions))
            {
                continue;
            }

            if (LongerName(mention, mentions) is { } longer)
            {
                resolved.Add(mention with { Owner = longer });
                continue;
            }

            resolved.Add(GenerationReader.Beside(mention) is { } generation && vocabulary.Families.IsFamily(mention.Owner)
                && vocabulary.Families.Generation(mention.Owner, generation) is { } part
                    ? mention with { Owner = part }
                    : mention);
        }

        return resolved;
    }

    /// <summary>Tags in the catalogue's order.</summary>
    public List<Tag> Tag(List<Mention> mentions)
    {
        var tags = new List<Tag>();
        foreach (var group in mentions.Where(mention => mention.IsChip).GroupBy(mention => mention.Owner).OrderBy(group => group.Key))
        {
            var named = group.ToList();
            var score = Math.Min(1, 0.5 + (0.1 * named.Count) + (named.Exists(mention => mention.Sentence.IsTitle) ? 0.3 : 0));
            tags.Add(new(
                vocabulary.Catalogue.Chips[group.Key].Id,
                named.Exists(mention => mention.Sentence.IsTitle) ? Salience.Primary : Salience.Mentioned,
                Math.Round(score, 3),
                MentionEvidence.Of(named, MostEvidence))
            {
                Parts = [new($"named {named.Count} times", score)],
                Family = vocabulary.Families.SharedBy(group.Key),
            });
        }

        return tags;
    }

    /// <summary>"Rubin" in an article about "Vera Rubin" is short for that; null where the short name stands for itself.</summary>
    private static int? LongerName(Mention mention, List<Mention> mentions)
    {
        Mention? longer = null;
        foreach (var other in mentions)
        {
            if (other.IsChip && other.Length > mention.Length + 1 && other.Name.EndsWith(mention.Name, StringComparison.Ordinal) && other.Name[^(mention.Length + 1)] == ' ')
            {
                if (other.Owner == mention.Owner)
                {
                    return null;
                }

                longer ??= other;
            }
        }

        return longer?.Owner;
    }

    /// <summary>A name that several makers share (HBM4) belongs to the one named last before it in the sentence, else to none.</summary>
    private bool IsNearestMaker(Mention mention, List<Mention> rivals, List<Mention> mentions)
    {
        var makers = rivals.Select(rival => vocabulary.MakerOf(rival.Owner)).ToHashSet();
        if (makers.Count == 1)
        {
            return true;
        }

        var before = mentions.Where(other => !other.IsChip && other.Sentence == mention.Sentence && makers.Contains(other.Owner)).ToList();
        if (before.Select(other => other.Owner).Distinct().Count() != 1)
        {
            return false;
        }

        return before[0].Owner == vocabulary.MakerOf(mention.Owner);
    }
}
