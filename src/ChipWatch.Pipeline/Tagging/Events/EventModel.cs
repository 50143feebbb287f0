using System.Globalization;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// Two multinomial logistic models over <see cref="EventFeatures"/>: the kind of event, and its status given the kind; beside them stands
/// how the wording is judged (<see cref="WordingModel"/>). Read from `event-model.txt`: a line is a feature or a kind that a status is tied
/// to ("Type.Deal"), and its weights.
/// </summary>
internal sealed class EventModel
{
    /// <summary>Number of kinds.</summary>
    public const int Types = (int)EventType.Analysis + 1;

    /// <summary>Number of statuses.</summary>
    public const int Statuses = (int)EventStatus.Hypothetical + 1;

    private const string Resource = "event-model.txt";
    private const double LeastChance = 0.01;

    /// <summary>A chance of zero can still be outweighed.</summary>
    private const double LeastWeighed = 1e-4;

    /// <summary>How much the wording counts beside the cues, for kinds and for statuses; chosen by cross-validation over stories.</summary>
    private const double WordingOfKinds = 1;
    private const double WordingOfStatuses = 0.5;

    /// <summary>Kinds with a capital, statuses without: "Talks" is both.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = [.. Enum.GetNames<EventType>(), .. Enum.GetNames<EventStatus>().Select(name => name.ToLowerInvariant())];

    private static readonly Lazy<EventModel> Once = new(Load);

    /// <summary>By the name of a row: what it adds to each kind, then to each status.</summary>
    private readonly Dictionary<string, double[]> rows;

    /// <summary>The rows of <see cref="EventFeatures.Names"/>, null for those without weight.</summary>
    private readonly double[]?[] features;

    private readonly double[]?[] kinds;
    private readonly double[]? bias;

    /// <summary>A model of these rows: a feature, "Type.…" or "Bias", each with a weight for every kind and then for every status.</summary>
    public EventModel(Dictionary<string, double[]> rows, WordingModel wording)
    {
        (this.rows, Wording) = (rows, wording);
        features = [.. EventFeatures.Names.Select(rows.GetValueOrDefault)];
        kinds = [.. Enum.GetNames<EventType>().Select(name => rows.GetValueOrDefault(RowOf(name)))];
        bias = rows.GetValueOrDefault(Bias);
    }

    /// <summary>The model that travels with the program, read once: each preview of the catalogue makes a tagger of its own.</summary>
    public static EventModel Shipped => Once.Value;

    /// <summary>What judges how an article puts it.</summary>
    public WordingModel Wording { get; }

    /// <summary>Name of the row that holds what counts without any feature.</summary>
    public static string Bias => "Bias";

    /// <summary>Name of the row that ties statuses to a kind.</summary>
    public static string RowOf(string type) => "Type." + type;

    /// <summary>How likely each kind is, and each status over all kinds.</summary>
    public (double[] Types, double[] Statuses) Read(EventFeatures article)
    {
        Span<double> sums = stackalloc double[Types + Statuses];
        sums.Clear();
        Add(sums, bias, 1);
        for (var feature = 0; feature < features.Length; feature++)
        {
            Add(sums, features[feature], article.Values[feature]);
        }

        var said = Wording.Sums(article.Wording);
        var types = sums[..Types].ToArray();
        Softmax(types);
        Weigh(types, said.AsSpan(0, Types), WordingOfKinds);
        var statuses = new double[Statuses];
        Span<double> given = stackalloc double[Statuses];
        for (var type = 0; type < Types; type++)
        {
            if (types[type] < LeastChance)
            {
                continue;
            }

            for (var status = 0; status < Statuses; status++)
            {
                given[status] = sums[Types + status] + (kinds[type]?[Types + status] ?? 0);
            }

            Softmax(given);
            for (var status = 0; status < Statuses; status++)
            {
                statuses[status] += types[type] * given[status];
            }
        }

        Weigh(statuses, said.AsSpan(Types), WordingOfStatuses);
        return (types, statuses);
    }

    /// <summary>What a feature adds to the log-odds of a kind, against the mean of all kinds.</summary>
    public double TypePart(EventType type, string name, double value) => Part((int)type, ..Types, name, value);

    /// <summary>What a feature adds to the log-odds of a status, against the mean of all statuses.</summary>
    public double StatusPart(EventStatus status, string name, double value) => Part(Types + (int)status, Types.., name, value);

    /// <summary>The known terms of an article's wording, and what each adds to a kind and to a status.</summary>
    public IEnumerable<(string Term, double OfType, double OfStatus)> WordingParts(EventFeatures article, EventType type, EventStatus status) => Wording.Weighted(article.Wording).Select(term => (
        term.Term,
        WordingOfKinds * Wording.Part(term.Term, term.Value, (int)type, ..Types),
        WordingOfStatuses * Wording.Part(term.Term, term.Value, Types + (int)status, Types..)));

    private static EventModel Load()
    {
        using var stream = typeof(EventModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var text = new StreamReader(stream);
        return Read(text, WordingModel.Load());
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote. Lines of features that no longer exist are an error: the model must be trained again.</summary>
    /// <exception cref="InvalidDataException">A line names no feature, or a weight cannot be read.</exception>
    public static EventModel Read(TextReader lines, WordingModel wording)
    {
        HashSet<string> known = [.. EventFeatures.Names, .. Enum.GetNames<EventType>().Select(RowOf), Bias];
        var places = ClassNames.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at, StringComparer.Ordinal);
        var rows = new Dictionary<string, double[]>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split(' ');
            if (!known.Contains(parts[0]))
            {
                throw new InvalidDataException($"The event model has no feature {parts[0]}; train it again.");
            }

            var weights = rows[parts[0]] = new double[Types + Statuses];
            foreach (var part in parts.Skip(1))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals < 0 || !places.TryGetValue(part[..equals], out var at) || !int.TryParse(part.AsSpan(equals + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var hundredths))
                {
                    throw new InvalidDataException($"The event model cannot read {part} of {parts[0]}; train it again.");
                }

                weights[at] = hundredths / 100.0;
            }
        }

        return new(rows, wording);
    }

    /// <summary>Writes the weights in hundredths, by name; what is zero is left out.</summary>
    public void WriteTo(TextWriter text)
    {
        text.Write("# Weights of the event model in hundredths, for kinds (Launch) and statuses (rumor). Written by training, never by hand.\n");
        foreach (var (name, weights) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            var said = weights.Select((weight, at) => (Hundredths: (int)Math.Round(weight * 100), at)).Where(one => one.Hundredths != 0)
                .Select(one => $"{ClassNames[one.at]}={one.Hundredths.ToString(CultureInfo.InvariantCulture)}").ToList();
            if (said.Count > 0)
            {
                text.Write($"{name} {string.Join(' ', said)}\n");
            }
        }
    }

    private double Part(int at, Range group, string name, double value) => rows.TryGetValue(name, out var weights) ? value * (weights[at] - weights[group].Average()) : 0;

    /// <summary>Multiplies chances by what other odds say of them.</summary>
    private static void Weigh(Span<double> chances, ReadOnlySpan<double> odds, double counts)
    {
        for (var at = 0; at < chances.Length; at++)
        {
            chances[at] = Math.Log(chances[at] + LeastWeighed) + (counts * odds[at]);
        }

        Softmax(chances);
    }

    private static void Add(Span<double> sums, double[]? weights, double value)
    {
        if (weights is null || value == 0)
        {
            return;
        }

        for (var at = 0; at < sums.Length; at++)
        {
            sums[at] += weights[at] * value;
        }
    }

    private static void Softmax(Span<double> scores)
    {
        var (most, sum) = (double.NegativeInfinity, 0.0);
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        foreach (ref var score in scores)
        {
            sum += score = Math.Exp(score - most);
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
