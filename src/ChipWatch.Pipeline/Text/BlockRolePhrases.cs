using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Text;

/// <summary>The words by which articles announce an example, a comparison, questions, a summary, search words or page furniture.</summary>
internal static class BlockRolePhrases
{
    /// <summary>Words of headings. A heading that contains one gives its role to what follows, up to the next heading.</summary>
    public static (BlockRole Role, string[] Words)[] Headings { get; } =
    [
        (BlockRole.Keywords, ["keywords", "key words", "tags", "related tags", "schlagwörter", "schlagworte", "stichwörter", "stichworte", "mots-clés", "mots clés", "palabras clave",
            "etiquetas", "trefwoorden", "sleutelwoorden", "parole chiave", "关键词", "關鍵詞", "關鍵字", "标签", "標籤", "キーワード", "タグ", "키워드", "태그", "핵심어"]),
        (BlockRole.Faq, ["faq", "faqs", "frequently asked", "questions and answers", "q&a", "q & a", "your questions", "häufige fragen", "häufig gestellte fragen", "fragen und antworten", "questions fréquentes",
            "foire aux questions", "questions-réponses", "questions et réponses", "preguntas frecuentes", "preguntas y respuestas", "veelgestelde vragen", "vragen en antwoorden",
            "常见问题", "常見問題", "问答", "問答", "よくある質問", "質問と回答", "자주 묻는 질문", "질문과 답변", "묻고 답하기"]),
        (BlockRole.Takeaway, ["key takeaways", "takeaways", "key takeaway", "in short", "in brief", "at a glance", "key points", "summary", "tl;dr", "tldr", "bottom line", "the short version", "to sum up", "in summary",
            "das wichtigste", "auf einen blick", "kurz gefasst", "kurz gesagt", "kurz und knapp", "zusammengefasst", "zusammenfassung", "kernpunkte", "en bref", "à retenir", "ce qu'il faut retenir", "points clés", "l'essentiel", "en résumé",
            "en resumen", "puntos clave", "lo esencial", "en síntesis", "kort samengevat", "in het kort", "samenvatting", "kernpunten", "de kern",
            "要点", "要點", "摘要", "小结", "小結", "总结", "總結", "まとめ", "ポイント", "要約", "핵심 요약", "요약", "한눈에", "정리하면", "핵심 정리"]),
        (BlockRole.Analogy, ["in plain language", "in plain english", "in plain words", "plainly put", "in simple terms", "in simple words", "simply put", "eli5", "analogy", "think of it", "explained simply", "a comparison", "picture it",
            "in everyday terms", "for everyone", "as a picture", "an image", "in other words", "layman", "einfach erklärt", "in einfachen worten", "einfach gesagt", "verständlich erklärt", "in klaren worten", "zum vergleich", "ein vergleich", "bildlich gesprochen", "ein bild",
            "en clair", "pour faire simple", "en termes simples", "en langage simple", "en mots simples", "simplement", "une comparaison", "une image", "analogie", "l'analogie",
            "en palabras sencillas", "en lenguaje sencillo", "en términos sencillos", "dicho de forma sencilla", "explicado de forma sencilla", "una comparación", "analogía",
            "in gewone taal", "in gewone woorden", "simpel gezegd", "eenvoudig gezegd", "in eenvoudige woorden", "in begrijpelijke taal", "een vergelijking", "in mensentaal",
            "通俗", "打个比方", "打個比方", "简单来说", "簡單來說", "简单地说", "簡單地說", "换句话说", "大白话", "白話", "类比", "類比", "比喻", "わかりやすく", "分かりやすく", "たとえると", "例えると", "やさしく", "かみ砕", "쉽게 말해", "쉽게 말하면", "쉬운 말로", "쉽게 풀", "비유", "알기 쉽게"]),
        (BlockRole.Example, ["practical example", "an example", "example", "worked example", "a scenario", "thought experiment", "a case", "for instance", "in practice: an", "a calculation", "by way of example", "hypothetical",
            "beispiel", "rechenbeispiel", "praxisbeispiel", "gedankenspiel", "gedankenexperiment", "fallbeispiel", "exemple", "cas pratique", "mise en situation", "un cas concret", "ejemplo", "caso práctico", "un supuesto", "voorbeeld", "praktijkvoorbeeld", "rekenvoorbeeld", "een scenario",
            "举例", "舉例", "例子", "示例", "案例", "实例", "實例", "具体例", "事例", "たとえば", "例えば", "ケーススタディ", "예시", "예를 들", "사례", "가상 사례"]),
    ];

    /// <summary>Words with which a paragraph begins that is an invented case.</summary>
    public static string[] ExampleOpeners { get; } =
    [
        "imagine", "suppose", "let us say", "let's say", "let us assume", "let's assume", "assume that", "assume a", "picture a", "say a ", "say an ", "a made-up", "a made up", "a fictional", "an invented", "a hypothetical", "an imaginary", "a fictitious",
        "take a made-up", "take an invented", "take a fictional", "take a hypothetical", "consider a hypothetical", "consider a made-up", "consider a fictional", "for example, a ", "for example, an ", "for instance, a ", "for instance, an ",
        "stellen sie sich", "stell dir vor", "man stelle sich", "angenommen", "nehmen wir an", "gesetzt den fall", "ein erfundener", "eine erfundene", "ein erfundenes", "ein fiktiver", "eine fiktive", "ein fiktives", "ein gedachter", "ein gedachtes", "eine gedachte", "ein ausgedachter", "ein ausgedachtes", "eine ausgedachte", "ein hypothetisch",
        "imaginons", "imaginez", "supposons", "prenons", "admettons", "un fournisseur fictif", "une entreprise fictive", "une société fictive", "un hôpital fictif", "une banque fictive",
        "imaginemos", "imagine", "imagínese", "supongamos", "pongamos", "una empresa ficticia", "una empresa inventada", "un proveedor ficticio", "un proveedor inventado", "un hospital ficticio",
        "stel ", "stel:", "stel je", "stelt u zich", "neem een", "een verzonnen", "een fictief", "een fictieve", "een bedachte", "een denkbeeldig",
        "假设", "假設", "假如", "设想", "設想", "想象一", "想像一", "试想", "試想", "一家虚构", "一家虛構", "某虚构", "虚构的", "虛構的", "仮に", "架空の", "想像して", "例えば、ある", "たとえば、ある", "たとえば架空", "例えば架空", "가령", "가상의", "상상해", "예를 들어 한", "예를 들어, 한", "예컨대 한", "어느 가상",
    ];

    /// <summary>Words inside a paragraph's first sentence that mark an invented case.</summary>
    public static string[] InventedWords { get; } =
    [
        "made-up", "made up company", "made up provider", "fictional ", "fictitious", "invented company", "invented provider", "invented bank", "invented hospital", "imaginary ", "erfunden", "fiktiv", "ausgedacht", "fictif", "fictive", "imaginaire", "inventé", "ficticio", "ficticia", "inventado", "inventada", "imaginari",
        "verzonnen", "fictief", "fictieve", "denkbeeldig", "虚构", "虛構", "假想", "架空の", "가상의 ", "가공의",
    ];

    /// <summary>Words with which a paragraph begins that compares the matter with something else.</summary>
    public static string[] AnalogyOpeners { get; } =
    [
        "think of ", "it is like ", "it's like ", "it is as if", "it is a bit like", "this is like ", "that is like ", "compare it ", "picture it", "much like a ", "much as a ", "just as a ", "like a ", "as if a ", "it is rather like",
        "man kann es sich", "man kann sich das", "das ist wie", "es ist wie", "es ist, als", "das ist, als", "vergleichbar ist das", "wie ein ", "wie eine ", "so wie ein", "denken sie an", "denk an",
        "c'est comme", "c’est comme", "c'est un peu comme", "c’est un peu comme", "pensez à", "comme un ", "comme une ", "es como ", "piense en", "piensa en", "pensemos en", "como un ", "como una ", "het is alsof", "het is als", "het is net", "dat is alsof", "zie het als", "denk aan een", "vergelijk het", "zoals een ",
        "这就像", "這就像", "就像", "好比", "就好比", "打个比方", "打個比方", "これは、", "いわば", "まるで", "たとえるなら", "例えるなら", "たとえば、パン", "비유하자면", "비유하면", "마치 ", "이는 마치",
    ];

    /// <summary>Words with which a line under a picture begins.</summary>
    public static string[] CaptionOpeners { get; } =
    [
        "photo:", "photo by", "photograph:", "picture:", "image:", "image credit", "image source", "image via", "photo credit", "credit:", "figure:", "illustration:", "source:", "©", "(photo", "(image", "caption:", "getty images", "pictured:", "file photo",
        "bild:", "foto:", "bildquelle", "symbolbild", "abbildung", "quelle:", "crédit", "crédits", "légende", "image d'illustration", "imagen:", "fotografía:", "créditos", "fuente:", "afbeelding:", "beeld:", "bron:", "图：", "图片", "圖：", "圖片", "图为", "圖為", "資料照", "写真：", "写真=", "画像", "출처", "사진", "▲",
    ];

    /// <summary>Words with which page furniture begins.</summary>
    public static string[] BoilerplateOpeners { get; } =
    [
        "subscribe", "sign up", "share this", "read more", "read also", "also read", "advertisement", "related articles", "related stories", "related:", "recommended", "all rights reserved", "follow us", "newsletter", "this site uses cookies", "we use cookies", "join our", "join the", "get our", "click here", "see also", "more on this", "disclaimer", "about the author", "copyright",
        "abonnieren", "jetzt abonnieren", "newsletter", "lesen sie auch", "mehr zum thema", "anzeige", "abonnez-vous", "inscrivez-vous", "à lire aussi", "lire aussi", "publicité", "suscríbase", "suscríbete", "lea también", "lee también", "publicidad", "abonneer", "schrijf je in", "lees ook", "lees meer", "advertentie",
        "订阅", "訂閱", "关注我们", "關注我們", "延伸阅读", "延伸閱讀", "相关阅读", "相關閱讀", "广告", "廣告", "責任編輯", "责任编辑", "関連記事", "あわせて読みたい", "広告", "会員登録", "관련 기사", "관련기사", "구독", "무단전재", "무단 전재", "광고",
    ];
}
