using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>Finds what a page shows besides its article and changes at every visit: date lines, counters, advertisements, related links.</summary>
/// <remarks>Dates inside sentences stay: "ships on 20 June" is news. All texts come with the spelling of <see cref="EssentialText.Even"/>.</remarks>
internal static class PageFurniture
{
    private const int LongestLine = 200;
    private const int LongestByline = 8;
    private const int LongestLabel = 60;
    private const int FewestWordsOfProse = 12;
    private const int LongestLink = 30;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Month =
        "(?:jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|f[ée]v(?:rier)?|m[aä]r(?:ch|z)?|mars|maart|mrt|apr(?:il)?|avr(?:il)?|may|mai|mei|jun(?:e|i|io|ho)?|juin|jul(?:y|i|io|ho)?|juillet"
        + "|aug(?:ust|ustus)?|ao[uû]t|sep(?:t|tember|tembre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]c(?:embre)?"
        + "|enero|febrero|marzo|abril|mayo|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\\b\\.?";

    private const string Weekday =
        "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\\b|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
        + "|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag";

    private const string Time =
        "\\d{1,2}\\s?(?:[:.h]\\s?\\d{2}(?::\\d{2})?)?\\s?(?:a\\.?m\\b\\.?|p\\.?m\\b\\.?|uhr|uur)|\\d{1,2}[:h]\\d{2}(?::\\d{2})?";

    private const string Date =
        "(?:(?:" + Weekday + "),?\\s+(?:the\\s+|den\\s+|le\\s+)?)?(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?" + Month + ",?(?:\\s+(?:de\\s+|del\\s+)?\\d{4})?"
        + "|" + Month + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}(?:t[\\d:.]+(?:z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{2,4}"
        + "|\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日|\\d{4}년\\s?\\d{1,2}월\\s?\\d{1,2}일)";

    private const string Ago =
        "(?:\\d+|an?|one|few)\\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\\s+ago|vor\\s+\\w+\\s+(?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)"
        + "|il y a\\s+\\w+\\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois)|hace\\s+\\w+\\s+(?:segundos?|minutos?|horas?|d[íi]as?|semanas?|mes(?:es)?)"
        + "|\\w+\\s+(?:seconden|minuten|uur|uren|dag|dagen|weken|week|maanden)\\s+geleden|\\d+\\s?(?:分前|分钟前|小时前|時間前|日前|天前|분 전|시간 전|일 전)|just now";

    private const string Label =
        "(?:(?:last|first|originally|zuletzt|erstmals|laatst|derni[èe]re|[úu]ltima)\\s+)?(?:updated?|published|posted|modified|edited|revised|stand|aktualisiert|aktualisierung|ver[öo]ffentlicht|ge[äa]ndert|publi[ée]e?|mise? [àa] jour|modifi[ée]e?"
        + "|publicado|actualizado|actualizaci[óo]n|modificado|gepubliceerd|bijgewerkt|gewijzigd|ge[üu]pdatet|pubblicato|aggiornato|更新|发布|公開|수정|입력)";

    private const string Count =
        "(?:\\d[\\d.,' ]*\\s?(?:k|m|mn|tsd\\.?|mio\\.?|mil)?|no|one|keine?|aucun|sin|geen)\\s+(?:page\\s?)?(?:views?|reads?|readers?|comments?|shares?|likes?|reactions?|repl(?:y|ies)|followers?|votes?|claps?|points?|downloads?|people (?:are )?reading(?: now)?|"
        + "aufrufe?|kommentare?|klicks?|leser|likes|reaktionen|commentaires?|vues?|partages?|r[ée]actions?|lectures?|comentarios?|vistas?|visitas?|lecturas?|compartidos?|reacties?|weergaven|keer (?:bekeken|gelezen|gedeeld)|commenti|visualizzazioni)";

    private const string CountAfter =
        "(?:views?|comments?|shares?|likes?|kommentare|aufrufe|commentaires|comentarios|vues|vistas|reacties|weergaven|viewed|read)\\s?[:(]?\\s?\\d[\\d.,' ]*(?:k|m)?\\)?(?:\\s+times)?";

    private const string ReadingTime =
        "\\d+\\s?-?\\s?min(?:ute)?(?:s|n|en|uten)?\\.?\\s?(?:read(?:ing time)?|lesezeit|de lecture|de lectura|leestijd|lezen|di lettura)|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|leestijd)\\s?:?\\s?(?:ca\\.?\\s?)?\\d+\\s?min\\w*\\.?";

    /// <summary>What changes at every visit, the longest first. Apart: one automaton for all of them would be over the limit of the engine.</summary>
    private static readonly Regex[] Changing = [new(ReadingTime, Options), new(Count, Options), new(CountAfter, Options), new(Ago, Options), new(Date, Options), new(Time, Options), new(Weekday, Options), new(Label, Options)];

    private static readonly Regex Dates = Changing[4];
    private static readonly Regex Filler = new("\\b(?:on|at|am|um|le|à|el|a las|op|om|the|alle|utc|gmt|[a-z]{1,3}[ds]?t|cest?|mesz?|ist|h|today|yesterday|heute|gestern|hier|aujourd'hui|hoy|ayer|vandaag|gisteren)\\b", Options);
    private static readonly Regex EndsWithLabel = new($"\\(?\\b{Label}\\s?[:,]?\\s?(?:on|at|am|um|le|el|op|om)?\\s*$", Options);
    private static readonly Regex TimeOfLabel = new($"^[, ]*(?:at|um|à|a las|om|-)?\\s?(?:{Time})(?:\\s?(?:utc|gmt|[a-z]{{1,3}}[ds]?t|cest?|mesz?)\\b)?\\)?", Options);
    private static readonly Regex PlaceOfDateline = new("^[\\p{L} .,'/-]{2,50},\\s+$", Options);
    private static readonly Regex EndOfDateline = new("^\\s*(?:\\([^)]{2,40}\\)\\s*)?(?:-|:)", Options);
    private static readonly Regex Byline = new("^(?:by|von|par|por|door|di|words by|text|autor|author)\\b", Options);
    private static readonly Regex Advertisement = new(
        "^(?:\\W*)(?:advertisement|advert|ad|sponsored|sponsored content|promoted|anzeige|werbung|publicit[ée]|publicidad|anuncio|advertentie|pubblicit[àa]|story continues below(?: (?:the )?ad(?:vertisement)?)?|continue reading|広告|广告|광고)(?:\\W*$|\\s?:)", Options);
    private static readonly Regex LinkLine = new(
        "^\\W*(?:read more|read next|read also|also read|see also|watch|listen|recommended|related|related (?:story|stories|article|articles|news|coverage|reading|links)|more on this|lesen sie auch|lesen sie mehr|auch interessant|siehe auch|mehr dazu|zum thema"
        + "|[àa] lire aussi|lire aussi|[àa] d[ée]couvrir|voir aussi|lee tambi[ée]n|le[ae] m[áa]s|te puede interesar|ver tambi[ée]n|lees ook|lees meer|zie ook|leggi anche|関連記事|相关阅读|관련 기사)\\b?\\s?:", Options);
    private static readonly Regex LinkHeading = new(
        "^\\W*(?:related|related (?:story|stories|articles?|news|coverage|reading|links|posts|topics)|more (?:from|on|about|in) .{1,60}|more (?:stories|news)|most (?:read|popular|viewed)|popular(?: now)?|trending(?: now)?|recommended(?: for you)?|you (?:may|might) also like|read (?:more|next|also)"
        + "|latest (?:news|stories)|up next|editor's picks|mehr zum thema|auch interessant|meistgelesen|das k[öo]nnte sie auch interessieren|verwandte (?:artikel|themen)|lesen sie auch|weitere artikel|empfohlen"
        + "|[àa] lire aussi|sur le m[êe]me (?:sujet|th[èe]me)|articles (?:li[ée]s|similaires)|les plus lus|lee tambi[ée]n|noticias relacionadas|art[íi]culos relacionados|lo m[áa]s le[íi]do|te puede interesar|lees ook|gerelateerd(?:e artikelen)?|meest gelezen|leggi anche"
        + "|関連記事|相关阅读|相关新闻|관련 기사)\\W*$", Options);
    private static readonly Regex UpdateMark = new("\\s*[\\[(](?:updated?|aktualisiert|mis [àa] jour|mise [àa] jour|actualizado|actualizada|bijgewerkt|aggiornato)[\\])]\\s*|^(?:updated?|aktualisiert|mis [àa] jour|actualizado|bijgewerkt)\\s?:\\s*", Options);

    /// <summary>What of a paragraph counts; empty where it is furniture as a whole.</summary>
    public static string Without(string paragraph)
    {
        if (paragraph.Length <= LongestLine && (IsChanging(paragraph) || Advertisement.IsMatch(paragraph) || LinkLine.IsMatch(paragraph)))
        {
            return "";
        }

        return WithoutDatesOfThePage(paragraph);
    }

    /// <summary>A headline without the mark that it was updated.</summary>
    public static string WithoutMarks(string title) => UpdateMark.Replace(title, " ").Trim();

    /// <summary>Whether a paragraph is the heading of a list of links to other articles.</summary>
    public static bool OpensLinks(string paragraph) => paragraph.Length <= LongestLine && LinkHeading.IsMatch(paragraph);

    /// <summary>Whether a paragraph below such a heading is one of its links rather than the article going on.</summary>
    public static bool MayBeLink(string paragraph)
    {
        var words = 1 + paragraph.AsSpan().Count(' ');
        return words <= LongestLink && !(words >= FewestWordsOfProse && paragraph[^1] is '.' or '。');
    }

    /// <summary>Takes out dates that a label marks as the page's own ("Updated on 20 June at 14:40"), and that of an agency's dateline.</summary>
    private static string WithoutDatesOfThePage(string paragraph)
    {
        var kept = paragraph;
        foreach (var date in Dates.Matches(paragraph).Reverse())
        {
            var before = kept[Math.Max(0, date.Index - LongestLabel)..date.Index];
            var end = date.Index + date.Length;
            if (EndsWithLabel.Match(before) is { Success: true } label)
            {
                var time = TimeOfLabel.Match(kept[end..]);
                var from = date.Index - label.Length;
                kept = kept.Remove(from, end + (time.Success ? time.Length : kept[end..].StartsWith(')') ? 1 : 0) - from);
            }
            else if (date.Index < LongestLabel && PlaceOfDateline.IsMatch(before) && EndOfDateline.IsMatch(kept[end..]))
            {
                kept = kept.Remove(date.Index, date.Length);
            }
        }

        return kept.Trim();
    }

    /// <summary>Nothing is left of the line, or a name, once dates, counters and their labels are taken away.</summary>
    private static bool IsChanging(string line)
    {
        var rest = Changing.Aggregate(line, (text, pattern) => pattern.Replace(text, " "));
        if (rest == line)
        {
            return false;
        }

        rest = Filler.Replace(rest, " ");
        return !rest.Any(char.IsLetterOrDigit)
            || (Byline.IsMatch(line) && rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)) <= LongestByline);
    }
}
