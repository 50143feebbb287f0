using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>Names in Chinese, Japanese and Korean texts that no list holds and that are written as those of outlets are.</summary>
internal static class UnknownCjkOutlets
{
    private const int Longest = 14;
    private const int LongestLatin = 30;
    private const int Reach = 26;

    private static readonly string[] Endings =
    [
        "新聞", "新闻", "ニュース", "通信", "通信社", "タイムズ", "ポスト", "ジャーナル", "日報", "日报", "時報", "时报", "晚报", "晩報", "晚報", "早报", "早報", "晨报", "商报", "商報", "导报", "導報", "导刊", "周刊", "週刊", "周报", "週報", "月刊", "新報", "新报", "民報", "时讯", "都市报",
        "电视台", "電視台", "电台", "電台", "テレビ", "ラジオ", "放送", "経済", "通讯社", "通訊社", "邮报", "郵報", "先驱报", "先驅報", "论坛报", "論壇報", "观察报", "評論", "科技评论", "雜誌", "杂志", "雑誌", "オンライン", "レビュー", "マガジン", "ヘラルド", "ウォッチ", "財經網", "财经网", "新聞網", "新闻网", "科技網",
        "신문", "일보", "뉴스", "통신", "타임스", "타임즈", "저널", "데일리", "방송", "경제", "투데이", "헤럴드", "매거진", "라디오", "포스트", "인사이트", "리뷰", "위클리", "비즈", "미디어",
    ];

    /// <summary>Right before a name: what kind of medium it is.</summary>
    private static readonly string[] KindsBefore =
    [
        "媒体", "媒體", "美媒", "英媒", "外媒", "日媒", "韩媒", "韓媒", "台媒", "德媒", "法媒", "网站", "網站", "博客", "部落格", "メディアの", "メディア", "サイトの", "サイト", "紙の", "誌の", "米紙", "英紙", "独紙", "仏紙", "米誌", "英誌", "独誌", "ブログの", "ニュースレターの",
        "매체", "외신", "일간지", "주간지", "전문지", "블로그", "뉴스레터", "경제지", "방송사", "통신사",
    ];

    /// <summary>Right behind a Latin name: the same.</summary>
    private static readonly string[] KindsBehind = ["ラジオ", "テレビ", "紙", "誌", "网站", "網站", "電視台", "电视台", "电台", "電台", "报道", "報導", "報道", "방송", "신문", "통신", "지는", "지가", "紙は", "誌は"];

    private static readonly string[] Particles = ["が", "は", "も", "の", "に", "紙", "誌", "によ", "은", "는", "이", "가", "에", "의", "와", "과", "를", "을", "측"];

    private static readonly FrozenSet<string> NoNames = new[] { "官方新闻", "网络媒体", "当地新闻", "本报", "社交媒体", "多家媒体", "報道", "현지 방송", "업계 뉴스", "관련 뉴스", "당일 경제", "세계 경제", "한국 경제", "世界経済", "日本経済", "同新聞", "同紙" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where such names stand beside a phrase of credit.</summary>
    public static IEnumerable<(int Start, int End)> Places(Sentence sentence, string language, List<(PhraseHit Hit, CreditMeaning Credit)> phrases, Vocabulary vocabulary)
    {
        var bounds = Bounds(sentence, vocabulary);
        return InBookMarks(sentence, phrases)
            .Concat(ByEnding(sentence, language, phrases, bounds))
            .Concat(InLatin(sentence, phrases))
            .Concat(InQuotes(sentence, phrases));
    }

    /// <summary>《…》 is how Chinese writes the name of a paper.</summary>
    private static IEnumerable<(int Start, int End)> InBookMarks(Sentence sentence, List<(PhraseHit Hit, CreditMeaning Credit)> phrases)
    {
        for (var open = sentence.Source.IndexOf('《', sentence.Start, sentence.Length); open >= 0 && open < sentence.End;)
        {
            var close = sentence.Source.IndexOf('》', open, sentence.End - open);
            if (close < 0)
            {
                yield break;
            }

            var near = phrases.Exists(phrase => phrase.Credit.Place == CreditPlace.InFront
                ? phrase.Hit.Start > close && phrase.Hit.Start <= close + 12
                : phrase.Hit.End <= open && phrase.Hit.End >= open - 6);
            if (near && close - open - 1 is >= 2 and <= Longest)
            {
                yield return (open + 1, close);
            }

            open = sentence.Source.IndexOf('《', close, sentence.End - close);
        }
    }

    /// <summary>A name that ends as those of papers do, with a phrase of credit behind it.</summary>
    private static IEnumerable<(int Start, int End)> ByEnding(Sentence sentence, string language, List<(PhraseHit Hit, CreditMeaning Credit)> phrases, HashSet<int> bounds)
    {
        var text = sentence.Source;
        foreach (var ending in Endings)
        {
            for (var at = text.IndexOf(ending, sentence.Start, sentence.Length, StringComparison.Ordinal); at >= 0;)
            {
                var end = at + ending.Length;
                var start = at;
                while (start > sentence.Start && end - start < Longest && BelongsToName(text[start - 1]) && !bounds.Contains(start))
                {
                    start--;
                }

                if (start < at && text[start] is '据' or '據' or '米' or '英' or '独' or '仏' or '美' or '韩' or '韓' or '该' && at - start > 1)
                {
                    start++;
                }

                // "WXQTラジオ" is known as WXQT.
                if (at - start >= 3 && ending is "ラジオ" or "テレビ" or "라디오" or "电视台" or "電視台" or "电台" or "電台" && text.AsSpan(start, at - start).IndexOfAnyExceptInRange('A', 'Z') < 0)
                {
                    end = at;
                }

                if (at - start >= (language == "ko" ? 1 : 2) && EndsName(text, at + ending.Length, sentence.End, language, phrases) && IsCredited(sentence, start, end, phrases) && !NoNames.Contains(text[start..end]))
                {
                    yield return (start, end);
                }

                var next = at + ending.Length;
                at = next < sentence.End ? text.IndexOf(ending, next, sentence.End - next, StringComparison.Ordinal) : -1;
            }
        }
    }

    /// <summary>韓国の業界紙「…」, 매체 '…'.</summary>
    private static IEnumerable<(int Start, int End)> InQuotes(Sentence sentence, List<(PhraseHit Hit, CreditMeaning Credit)> phrases)
    {
        var text = sentence.Source;
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            var closing = text[at] switch { '「' => '」', '『' => '』', '‘' => '’', '“' => '”', '\'' => '\'', _ => '\0' };
            if (closing == '\0' || text.IndexOf(closing, at + 1, sentence.End - at - 1) is not (var end and > 0) || end - at - 1 is < 2 or > Longest)
            {
                continue;
            }

            var before = text.AsSpan(sentence.Start, at - sentence.Start).TrimEnd();
            if ((Array.Exists(KindsBefore, kind => text.AsSpan(sentence.Start, at - sentence.Start).TrimEnd().EndsWith(kind, StringComparison.Ordinal)) || (before.Length > 0 && before[^1] is '紙' or '誌' or '지'))
                && IsCredited(sentence, at + 1, end, phrases))
            {
                yield return (at + 1, end);
            }

            at = end;
        }
    }

    /// <summary>A Latin name behind "the American medium" or before "radio": "米WLKYラジオが…伝えた".</summary>
    private static IEnumerable<(int Start, int End)> InLatin(Sentence sentence, List<(PhraseHit Hit, CreditMeaning Credit)> phrases)
    {
        var text = sentence.Source;
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            if (!char.IsAsciiLetterUpper(text[at]) || (at > sentence.Start && char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                continue;
            }

            var end = at;
            while (end < sentence.End && end - at < LongestLatin && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is ' ' or '.' or '&' or '-' or '\'' && end + 1 < sentence.End && char.IsAsciiLetterOrDigit(text[end + 1]))))
            {
                end++;
            }

            var before = text.AsSpan(sentence.Start, at - sentence.Start).TrimEnd(" 「『“\"《");
            var behind = text.AsSpan(end, sentence.End - end).TrimStart(" 」』”\"》");
            var (isKnownKind, isMedium) = (false, false);
            foreach (var kind in KindsBefore)
            {
                isKnownKind |= before.EndsWith(kind, StringComparison.Ordinal);
            }

            foreach (var kind in KindsBehind)
            {
                isMedium |= behind.StartsWith(kind, StringComparison.Ordinal);
            }

            if (end - at >= 3 && (isKnownKind || isMedium) && IsCredited(sentence, at, end, phrases))
            {
                yield return (at, end);
            }

            at = end;
        }
    }

    /// <summary>In Chinese the phrase itself may follow at once; Japanese and Korean put a particle between.</summary>
    private static bool EndsName(string text, int end, int stop, string language, List<(PhraseHit Hit, CreditMeaning Credit)> phrases)
    {
        // "最新报告", "当地新闻稿" are longer words.
        if (end < stop && text[end] is '告' or '导' or '導' or '道' or '价' or '價' or '表' or '稿' or '社' or '公' or '机' or '機' or '設' or '设')
        {
            return false;
        }

        if (end >= stop || language == "zh" || phrases.Exists(phrase => phrase.Hit.Start == end) || text[end] is ' ' or '(' or '（' or '」' or '、')
        {
            return true;
        }

        return Array.Exists(Particles, particle => end + particle.Length <= stop && string.CompareOrdinal(text, end, particle, 0, particle.Length) == 0);
    }

    private static bool IsCredited(Sentence sentence, int start, int end, List<(PhraseHit Hit, CreditMeaning Credit)> phrases)
    {
        foreach (var (hit, credit) in phrases)
        {
            var isInFront = credit.Place == CreditPlace.InFront;
            var between = isInFront ? hit.Start - end : start - hit.End;
            // One sign says little: it must touch the name.
            if (between >= 0 && between <= (hit.Length >= 2 && isInFront ? Reach : 1)
                && sentence.Source.AsSpan(isInFront ? end : hit.End, between).IndexOfAny("。；：:;") < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Places where a name or phrase known to the vocabulary ends: another name may begin there.</summary>
    private static HashSet<int> Bounds(Sentence sentence, Vocabulary vocabulary)
    {
        var bounds = new HashSet<int>();
        foreach (var hit in sentence.Hits)
        {
            foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
            {
                if (meaning is OutletMeaning or NameMeaning or CreditMeaning { Place: not CreditPlace.InFront } || (meaning is CreditMeaning && hit.Length >= 2))
                {
                    bounds.Add(hit.End);
                }
            }
        }

        return bounds;
    }

    /// <summary>Kanji, katakana, hangul, Latin: no hiragana, no space, no sign.</summary>
    private static bool BelongsToName(char c) => char.IsLetterOrDigit(c) && c is not (>= '\u3040' and <= '\u309F');
}
