using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Numbers, scales and shares as words, in the languages that have rules.</summary>
internal static class NumberWords
{
    public static FrozenDictionary<string, double> Numbers { get; } = Table("""
        1: one, eins, eine, einer, einem, einen, uno, una, een, un, une
        2: two, zwei, deux, dos, twee
        3: three, drei, trois, tres, drie
        4: four, vier, quatre, cuatro
        5: five, fünf, cinq, cinco, vijf
        6: six, sechs, seis, zes
        7: seven, sieben, sept, siete, zeven
        8: eight, acht, huit, ocho
        9: nine, neun, neuf, nueve, negen
        10: ten, zehn, dix, diez, tien
        11: eleven, elf, onze, once
        12: twelve, zwölf, douze, doce, twaalf, dozen, dutzend, dozijn, docena
        13: thirteen, dreizehn, treize, trece, dertien
        14: fourteen, vierzehn, quatorze, catorce, veertien
        15: fifteen, fünfzehn, quinze, quince, vijftien
        16: sixteen, sechzehn, seize, dieciséis, zestien
        17: seventeen, siebzehn, diecisiete, zeventien
        18: eighteen, achtzehn, dieciocho, achttien
        19: nineteen, neunzehn, diecinueve, negentien
        20: twenty, zwanzig, vingt, veinte, twintig
        30: thirty, dreißig, trente, treinta, dertig
        40: forty, vierzig, quarante, cuarenta, veertig
        50: fifty, fünfzig, cinquante, cincuenta, vijftig
        60: sixty, sechzig, soixante, sesenta, zestig
        70: seventy, siebzig, setenta, zeventig
        80: eighty, achtzig, ochenta, tachtig
        90: ninety, neunzig, noventa, negentig
        21: veintiuno, veintiún, veintiuna
        22: veintidós
        23: veintitrés
        24: veinticuatro
        25: veinticinco
        26: veintiséis
        27: veintisiete
        28: veintiocho
        29: veintinueve
        10: dizaine, decena, tiental
        12: douzaine
        15: quinzaine
        20: vingtaine, veintena, twintigtal
        30: trentaine, treintena
        40: quarantaine
        50: cinquantaine, vijftigtal
        60: soixantaine
        100: centaine, centenar, honderdtal
        200: doscientos, doscientas
        300: trescientos, trescientas
        400: cuatrocientos, cuatrocientas
        500: quinientos, quinientas
        600: seiscientos, seiscientas
        800: ochocientos, ochocientas
        100: hundred, hundert, cent, cien, honderd
        """);

    public static FrozenDictionary<string, double> Scales { get; } = Table("""
        1e3: thousand, k, tausend, mille, mil, duizend
        1e6: million, millions, mn, mln, mio, m, millionen, millón, millones, miljoen
        1e9: billion, billions, bn, bln, b, milliarde, milliarden, mrd, milliard, milliards, md, miljard, mld
        1e12: trillion, trillions, tn, trn, billionen, billón, billones, biljoen, trillón
        """);

    /// <summary>Numbers of other languages that are English words.</summary>
    public static FrozenSet<string> NoEnglish { get; } = new[] { "once", "seize", "elf", "cent", "sept", "dix", "zes", "vier", "dies", "acht" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a number of digits is counted in: "double-digit", "à deux chiffres".</summary>
    public static FrozenSet<string> Digits { get; } = new[] { "digit", "digits", "chiffres", "cifras", "dígitos", "cijfers" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Factors that also say how often something happens.</summary>
    public static FrozenSet<string> HowOften { get; } = new[] { "twice", "thrice", "zweimal", "dreimal", "viermal", "fünfmal", "zehnmal" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words behind such a factor that compare.</summary>
    public static FrozenSet<string> Comparing { get; } = new[]
    {
        "as", "the", "its", "that", "what", "his", "their", "this", "last", "so", "mehr", "schneller", "höher", "größer", "teurer", "die", "das", "den", "soviel",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>In German "Billion" is what English calls a trillion.</summary>
    public static FrozenDictionary<string, double> GermanScales { get; } = Table("1e12: billion, billionen, bio");

    /// <summary>Scales of Chinese, Japanese and Korean, that follow the digits at once.</summary>
    public static (string Text, double Value)[] CjkScales { get; } =
    [
        ("천억", 1e11), ("백억", 1e10), ("십억", 1e9), ("천만", 1e7), ("백만", 1e6), ("십만", 1e5), ("千億", 1e11), ("百億", 1e10), ("十億", 1e9), ("十亿", 1e9), ("十万", 1e5), ("十萬", 1e5),
        ("万亿", 1e12), ("萬億", 1e12), ("千亿", 1e11), ("百亿", 1e10), ("千万", 1e7), ("千萬", 1e7), ("百万", 1e6), ("百萬", 1e6),
        ("万", 1e4), ("萬", 1e4), ("만", 1e4), ("亿", 1e8), ("億", 1e8), ("억", 1e8), ("兆", 1e12), ("조", 1e12), ("千", 1e3), ("천", 1e3),
    ];

    /// <summary>Shares, in percent.</summary>
    public static FrozenDictionary<string, double> Shares { get; } = Table("""
        50: half, hälfte, moitié, mitad, helft
        33.333333333333336: third, drittel, tiers, tercio, derde
        25: quarter, viertel, quart, cuarto, kwart
        20: fifth, fünftel, cinquième, quinto, quinta, vijfde
        16.666666666666668: sixth, sechstel, sexto
        10: tenth, zehntel, dixième, décimo, décima, tiende
        12.5: eighth, achtel
        """);

    /// <summary>Shares in Chinese, Japanese and Korean.</summary>
    public static (string Text, double Value)[] CjkShares { get; } =
        [("一半", 50), ("过半", 50), ("半数", 50), ("半分", 50), ("절반", 50), ("三分之一", 100.0 / 3), ("四分之一", 25), ("五分之一", 20), ("3分の1", 100.0 / 3), ("4分の1", 25), ("5分の1", 20), ("3분의 1", 100.0 / 3), ("4분의 1", 25), ("5분의 1", 20)];

    /// <summary>Verbs and adverbs that multiply.</summary>
    public static FrozenDictionary<string, double> Factors { get; } = Table("""
        2: double, doubled, doubles, doubling, twice, twofold, verdoppeln, verdoppelt, verdoppelte, doppelt, zweimal, doubler, doublé, double, duplicar, duplica, duplicó, duplicado, verdubbelen, verdubbelt, verdubbelde, verdubbeld, doppelte
        3: triple, tripled, triples, tripling, threefold, thrice, verdreifachen, verdreifacht, dreimal, tripler, triplé, triplicar, triplica, verdrievoudigen, verdrievoudigd, verdreifachte, dreifache
        4: quadruple, quadrupled, quadruples, quadrupling, fourfold, vervierfacht, vervierfachen, viermal, quadrupler, quadruplé, cuadruplicar, verviervoudigd, vierfache
        5: fivefold, verfünffacht, quintupler, fünfmal, fünffache
        6: sixfold, sechsfach, sechsfache
        7: sevenfold, siebenfach, siebenfache
        8: eightfold, achtfach, achtfache
        9: ninefold, neunfach, neunfache
        10: tenfold, verzehnfachen, verzehnfacht, zehnmal, zehnfache, zehnfaches, décupler, tienvoud, tienvoudige
        """);

    /// <summary>Words of a hedge that stand right before a number; the longest that fits counts.</summary>
    public static string[] Hedges { get; } =
    [
        "up to", "as much as", "as many as", "at most", "no more than", "not more than", "more than half", "more than", "over", "above", "in excess of", "greater than", "upwards of", "at least", "no less than", "less than", "under", "below", "fewer than", "as little as", "as few as",
        "about", "around", "roughly", "approximately", "approx.", "some", "nearly", "almost", "close to", "just under", "just over", "an estimated", "estimated", "estimated at", "reportedly", "within", "only", "another", "well over", "well above",
        "bis zu", "rund", "etwa", "circa", "ca.", "ungefähr", "knapp", "fast", "nahezu", "mehr als", "über", "mindestens", "höchstens", "maximal", "weniger als", "unter", "gut", "geschätzt", "an die",
        "jusqu'à", "jusqu’à", "environ", "près de", "plus de", "au moins", "moins de", "quelque", "presque", "autour de", "au plus", "à peine",
        "hasta", "unos", "unas", "alrededor de", "cerca de", "casi", "más de", "al menos", "menos de", "aproximadamente", "en torno a", "como máximo",
        "tot", "ongeveer", "zo'n", "zo’n", "circa", "rond de", "bijna", "meer dan", "ruim", "minstens", "minder dan", "maximaal", "ten minste", "krap",
        "约", "約", "大约", "大約", "近", "超过", "超過", "最多", "至少", "逾", "高达", "高達", "不到", "将近", "將近", "最大", "最大で", "およそ", "少なくとも", "ほぼ", "약", "최대", "최소", "적어도", "거의",
    ];

    private static FrozenDictionary<string, double> Table(string lines)
    {
        var table = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = double.Parse(line[..colon], System.Globalization.CultureInfo.InvariantCulture);
            foreach (var word in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                table[word] = value;
            }
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
