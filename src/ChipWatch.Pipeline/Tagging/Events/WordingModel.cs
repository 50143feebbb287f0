using System.Globalization;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// Two multinomial logistic models over <see cref="EventWording"/>, one of kinds and one of statuses, trained apart from the cues so that
/// they err apart from them. Terms count by the logarithm of how often they stand there and by how seldom they are, at length one in all.
/// Read from `event-wording.txt`: a line is a term, its rarity and its weights.
/// </summary>
internal sealed class WordingModel
{
    private const string Resource = "event-wording.txt";

    private readonly Dictionary<string, Term> terms;
    private readonly double[] bias;

    /// <summary>A model of these terms.</summary>
    /// <param name="terms">By their text.</param>
    /// <param name="bias">What counts without any term: a weight for every kind, then for every status.</param>
    public WordingModel(Dictionary<string, Term> terms, double[] bias) => (this.terms, this.bias) = (terms, bias);

    /// <summary>The text of a term that the model knows; null for another.</summary>
    public string? TextOf(ReadOnlySpan<char> term) => terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var text, out _) ? text : null;

    /// <summary>A term: how seldom it is, and what it adds to every kind, then to every status.</summary>
    internal sealed record Term(double Rarity, double[] Weights);

    /// <summary>The known terms of a wording, weighted to length one.</summary>
    public IEnumerable<(string Term, double Value)> Weighted(IReadOnlyDictionary<string, int> wording)
    {
        var known = new List<(string Term, double Value)>();
        foreach (var (text, count) in wording)
        {
            if (terms.TryGetValue(text, out var term))
            {
                known.Add((text, (1 + Math.Log(count)) * term.Rarity));
            }
        }

        var length = Math.Sqrt(known.Sum(term => term.Value * term.Value));
        return known.Select(term => (term.Term, term.Value / length));
    }

    /// <summary>The log-odds of every kind, then of every status; the bias alone where no term is known.</summary>
    public double[] Sums(IReadOnlyDictionary<string, int> wording)
    {
        var sums = bias.ToArray();
        foreach (var (text, value) in Weighted(wording))
        {
            var weights = terms[text].Weights;
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += weights[at] * value;
            }
        }

        return sums;
    }

    /// <summary>What a term adds to one of the kinds or statuses, against the mean of its group.</summary>
    public double Part(string text, double value, int at, Range group) => value * (terms[text].Weights[at] - terms[text].Weights[group].Average());

    /// <summary>The model that travels with the program.</summary>
    public static WordingModel Load()
    {
        using var stream = typeof(WordingModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var text = new StreamReader(stream);
        return Read(text);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static WordingModel Read(TextReader lines)
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        var bias = new double[EventModel.ClassNames.Count];
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            var fields = line.AsSpan().Split(' ');
            fields.MoveNext();
            var text = line[fields.Current];
            fields.MoveNext();
            var rarity = Hundredths(line.AsSpan(fields.Current), line);
            var weights = text == EventModel.Bias ? bias : new double[bias.Length];
            while (fields.MoveNext())
            {
                var part = line.AsSpan(fields.Current);
                var at = part[0] - 'a';
                if (at < 0 || at >= weights.Length)
                {
                    throw Unreadable(line);
                }

                weights[at] = Hundredths(part[1..], line);
            }

            if (text != EventModel.Bias)
            {
                terms[text] = new(rarity, weights);
            }
        }

        return new(terms, bias);
    }

    /// <summary>Writes rarities and weights in hundredths, by term; what is zero is left out.</summary>
    public void WriteTo(TextWriter text)
    {
        text.Write("# How events are put: a term, its rarity and weights in hundredths. Written by training, never by hand. Letters name kinds and statuses:\n");
        text.Write($"# {string.Join(' ', EventModel.ClassNames.Select((name, at) => $"{Letter(at)}={name}"))}\n");
        Write(EventModel.Bias, 0, bias);
        foreach (var (name, term) in terms.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Write(name, term.Rarity, term.Weights);
        }

        void Write(string name, double rarity, double[] weights)
        {
            var said = weights.Select((weight, at) => (Hundredths: Rounded(weight), at)).Where(one => one.Hundredths != 0).Select(one => string.Create(CultureInfo.InvariantCulture, $" {Letter(one.at)}{one.Hundredths}"));
            text.Write($"{name} {Rounded(rarity).ToString(CultureInfo.InvariantCulture)}{string.Concat(said)}\n");
        }
    }

    private static char Letter(int at) => (char)('a' + at);

    private static int Rounded(double value) => (int)Math.Round(value * 100);

    private static double Hundredths(ReadOnlySpan<char> text, string line) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var hundredths) ? hundredths / 100.0 : throw Unreadable(line);

    private static InvalidDataException Unreadable(string line) => new($"The wording of events cannot be read from “{line}”; train it again.");
}
