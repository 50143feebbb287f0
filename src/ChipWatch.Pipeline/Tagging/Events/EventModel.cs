using System.Globalization;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// Two multinomial logistic models over <see cref="EventFeatures"/>: the kind of event, and its status given the kind. Read from
/// `event-model.txt`: a line is a feature and its weight for each kind and each status; "Type.…" lines tie a status to a kind.
/// </summary>
internal sealed class EventModel
{
    /// <summary>Number of kinds.</summary>
    public const int Types = (int)EventType.Analysis + 1;

    /// <summary>Number of statuses.</summary>
    public const int Statuses = (int)EventStatus.Hypothetical + 1;

    private const string Resource = "event-model.txt";

    /// <summary>Weights of a kind: [kind][feature], the bias last.</summary>
    private readonly double[][] typeWeights;

    /// <summary>Weights of a status: [status][feature], then one for each kind, the bias last.</summary>
    private readonly double[][] statusWeights;

    private readonly double[][] typeParts;
    private readonly double[][] statusParts;

    /// <summary>A model of these weights.</summary>
    public EventModel(double[][] typeWeights, double[][] statusWeights)
    {
        this.typeWeights = typeWeights;
        this.statusWeights = statusWeights;
        (typeParts, statusParts) = (Parts(typeWeights), Parts(statusWeights));
    }

    /// <summary>How likely each kind is, and each status over all kinds.</summary>
    public (double[] Types, double[] Statuses) Read(EventFeatures features)
    {
        var types = Softmax(typeWeights, features.Values, type: -1);
        var statuses = new double[Statuses];
        for (var type = 0; type < Types; type++)
        {
            if (types[type] < 0.01)
            {
                continue;
            }

            var given = Softmax(statusWeights, features.Values, type);
            for (var status = 0; status < Statuses; status++)
            {
                statuses[status] += types[type] * given[status];
            }
        }

        return (types, statuses);
    }

    /// <summary>What a feature adds to the log-odds of a kind, against the mean of all kinds.</summary>
    public double TypePart(int type, int feature, double value) => typeParts[type][feature] * value;

    /// <summary>What a feature adds to the log-odds of a status, against the mean of all statuses.</summary>
    public double StatusPart(int status, int feature, double value) => statusParts[status][feature] * value;

    /// <summary>Probabilities over classes; <paramref name="type"/> is the kind that is given, -1 for none.</summary>
    internal static double[] Softmax(double[][] weights, IReadOnlyList<double> features, int type)
    {
        var scores = new double[weights.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var row = weights[i];
            scores[i] = row[^1] + (type >= 0 ? row[features.Count + type] : 0);
        }

        for (var feature = 0; feature < features.Count; feature++)
        {
            var value = features[feature];
            if (value == 0)
            {
                continue;
            }

            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += weights[i][feature] * value;
            }
        }

        var (most, sum) = (scores.Max(), 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            sum += scores[i] = Math.Exp(scores[i] - most);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }

        return scores;
    }

    /// <summary>The model that travels with the program.</summary>
    public static EventModel Load()
    {
        using var stream = typeof(EventModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var text = new StreamReader(stream);
        return Read(text);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote. Lines of features that no longer exist are an error: the model must be trained again.</summary>
    /// <exception cref="InvalidDataException">A line names no feature, or a number is missing.</exception>
    public static EventModel Read(TextReader lines)
    {
        var rows = RowNames();
        var places = rows.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var (types, statuses) = Empty();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split(' ');
            if (!places.TryGetValue(parts[0], out var row) || parts.Length != 1 + Types + Statuses)
            {
                throw new InvalidDataException($"The event model has no feature {parts[0]}; train it again.");
            }

            for (var i = 0; i < Types + Statuses; i++)
            {
                var weight = int.Parse(parts[i + 1], CultureInfo.InvariantCulture) / 100.0;
                if (i >= Types)
                {
                    statuses[i - Types][row] = weight;
                }
                else if (TypeRow(row) is { } at)
                {
                    types[i][at] = weight;
                }
            }
        }

        return new(types, statuses);
    }

    /// <summary>Writes the weights in hundredths; features without any weight are left out.</summary>
    public void WriteTo(TextWriter text)
    {
        text.Write("# Weights of the event model in hundredths: feature, then ");
        text.Write(string.Join(' ', Enum.GetNames<EventType>().Concat(Enum.GetNames<EventStatus>())));
        text.Write(". Written by training, never by hand.\n");
        var rows = RowNames();
        for (var row = 0; row < rows.Count; row++)
        {
            var weights = Enumerable.Range(0, Types).Select(type => TypeRow(row) is { } at ? typeWeights[type][at] : 0)
                .Concat(Enumerable.Range(0, Statuses).Select(status => statusWeights[status][row]))
                .Select(weight => (int)Math.Round(weight * 100)).ToArray();
            if (weights.Any(weight => weight != 0))
            {
                text.Write($"{rows[row]} {string.Join(' ', weights)}\n");
            }
        }
    }

    /// <summary>Each weight against the mean of its feature over all classes.</summary>
    private static double[][] Parts(double[][] weights)
    {
        var means = Enumerable.Range(0, weights[0].Length).Select(feature => weights.Average(row => row[feature])).ToArray();
        return [.. weights.Select(row => row.Select((weight, feature) => weight - means[feature]).ToArray())];
    }

    /// <summary>All rows of the file: features, kinds, bias; the order in which status weights lie.</summary>
    private static List<string> RowNames() => [.. EventFeatures.Names, .. Enum.GetNames<EventType>().Select(name => "Type." + name), "Bias"];

    /// <summary>Where a row of the file lies among the weights of a kind; null for the rows that only statuses have.</summary>
    private static int? TypeRow(int row) =>
        row < EventFeatures.Names.Count ? row : row == EventFeatures.Names.Count + Types ? EventFeatures.Names.Count : null;

    private static (double[][] Types, double[][] Statuses) Empty() =>
        ([.. Enumerable.Range(0, Types).Select(_ => new double[EventFeatures.Names.Count + 1])],
        [.. Enumerable.Range(0, Statuses).Select(_ => new double[EventFeatures.Names.Count + Types + 1])]);
}
