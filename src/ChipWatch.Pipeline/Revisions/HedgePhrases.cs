using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>How sure a phrase makes what it speaks of.</summary>
internal enum Firmness
{
    /// <summary>Tells nothing: a word that only looks like one of the others.</summary>
    None = -2,

    /// <summary>Says that it is not so.</summary>
    Negated = -1,

    /// <summary>Somebody is said to have said so.</summary>
    Hearsay,

    /// <summary>It may be, it is looked into, it is talked about.</summary>
    Possible,

    /// <summary>Somebody wants, plans or expects it.</summary>
    Intended,

    /// <summary>It will be; it was announced.</summary>
    Promised,

    /// <summary>It is: a headline without any of these words.</summary>
    Plain,

    /// <summary>It is, and somebody who must know says so.</summary>
    Confirmed,
}

/// <summary>The scale of a language's modal and hedging words, as headlines use them. A star stands for the beginning of a word.</summary>
internal static class HedgePhrases
{
    private static readonly FrozenDictionary<string, HedgeScale> Scales = new Dictionary<string, HedgeScale>
    {
        ["en"] = HedgeScale.Of("""
            Negated: not|won't|will not|can't|cannot|isn't|aren't|doesn't|didn't|no longer|never|denies|denied|deny|rules out|ruled out|cancels|canceled|cancelled|scraps|scrapped|abandons|shelves|halts|refuses|rejects
            Hearsay: reportedly|allegedly|alleged|rumored|rumoured|rumor|rumour|rumors|rumours|said to|is said to|are said to|sources say|sources|report|report says|report claims|reports suggest|reports claim|leak|leak suggests|leaks suggest|unconfirmed|purportedly|purported|supposedly
            Possible: may|might|could|would|may be|considers|considering|is considering|mulls|mulling|weighs|weighing|explores|exploring|eyes|eyeing|in talks|in talks to|in talks over|talks|discusses|discussing|looks at|looking at|looks into|looking into|ponders|possibly|possible|perhaps|maybe|potential|potentially|hopes to|open to|seeks to|wants to
            Intended: plans to|plans|planning to|plan to|planned|aims to|aiming to|intends to|expects to|expects|expected to|is expected to|expected|likely to|likely|should|proposes|proposed|prepares to|preparing to|poised to|tentatively|tentative|scheduled to|slated to|due to|targets
            Promised: will|will be|'ll|is to|are to|set to|is set to|going to|commits to|agrees to|announces|announced|vows to|pledges to
            Confirmed: confirms|confirmed|confirm|official|officially|definitely|certain
            """),
        ["de"] = HedgeScale.Of("""
            Negated: nicht|kein|keine|keinen|keiner|doch nicht|dementiert|bestreitet|weist zurück|stoppt|gestoppt|abgesagt|niemals|schließt aus
            Hearsay: angeblich|angebliche|angeblicher|gerücht|gerüchte|insider|insidern zufolge|bericht|laut bericht|medienbericht|berichten zufolge|mutmaßlich|offenbar|wohl|unbestätigt|leak
            Possible: könnte|könnten|dürfte|dürften|kann|können|möglicherweise|vielleicht|womöglich|eventuell|erwägt|erwägen|prüft|prüfen|überlegt|in gesprächen|gespräche|spricht über|verhandelt|verhandeln|lotet aus|denkt über|möglich|mögliche
            Intended: plant|planen|will|wollen|möchte|beabsichtigt|soll|sollen|sollte|voraussichtlich|erwartet|rechnet mit|strebt|geplant|vorgesehen|hofft|bereitet vor
            Promised: wird|werden|kündigt an|kündigt|angekündigt|sagt zu|verspricht|beschließt
            Confirmed: bestätigt|bestätigen|offiziell|amtlich|definitiv|endgültig
            """),
        ["fr"] = HedgeScale.Of("""
            None: portrait|extrait|retrait|trait|attrait|abstrait|distrait|contrat|opéra|caméra|front|affront|etcetera
            Negated: pas|ne|n'est pas|dément|démentent|nie|exclut|annule|annulé|renonce|renonce à|jamais|refuse
            Hearsay: serait|seraient|aurait|auraient|rumeur|rumeurs|selon des sources|selon un rapport|prétendument|supposément|présumé|non confirmé
            Possible: pourrait|pourraient|peut|peuvent|envisage|envisage de|envisagent|étudie|étudient|réfléchit à|discute|en discussion|en discussions|en pourparlers|négocie|peut être|éventuel|éventuelle|possible|possiblement|*rait|*raient
            Intended: prévoit|prévoit de|prévoient|compte|entend|veut|veulent|souhaite|devrait|devraient|projette|vise|espère|probable|probablement|s'apprête à|doit|ambitionne
            Promised: va|vont|sera|seront|annonce|annoncent|s'engage à|promet|*era|*ira|*dra|*rra|*eront|*iront|*dront
            Confirmed: confirme|confirment|confirmé|officiel|officielle|officiellement
            """),
        ["es"] = HedgeScale.Of("""
            None: para|ahora|contra|sierra|maría|secretaría|refinería|batería
            Negated: no|niega|niegan|desmiente|descarta|cancela|cancelado|nunca|renuncia|rechaza|tampoco
            Hearsay: supuestamente|presuntamente|según fuentes|rumor|rumores|al parecer|presunto|sin confirmar|filtración
            Possible: podría|podrían|puede|pueden|quizás|quizá|tal vez|estudia|estudian|baraja|considera|sopesa|negocia|en conversaciones|en negociaciones|explora|valora|posible|posiblemente|*aría|*arían|*dría|*drían|*erían|*iría|*irían
            Intended: planea|planean|prevé|prevén|quiere|quieren|pretende|espera|busca|aspira a|proyecta|debería|deberían|probable|probablemente|tiene previsto
            Promised: va a|van a|será|serán|anuncia|anuncian|se compromete|*ará|*arán|*erá|*erán|*irá|*irán|*drá|*drán
            Confirmed: confirma|confirman|confirmado|oficial|oficialmente
            """),
        ["nl"] = HedgeScale.Of("""
            Negated: niet|geen|nooit|ontkent|weerspreekt|schrapt|annuleert|ziet af|sluit uit|weigert
            Hearsay: naar verluidt|vermeend|vermeende|gerucht|geruchten|zou|zouden|bronnen|onbevestigd|volgens bronnen
            Possible: kan|kunnen|mogelijk|mogelijke|misschien|wellicht|overweegt|overwegen|onderzoekt|in gesprek|in gesprekken|praat over|praat met|onderhandelt|bekijkt|denkt na
            Intended: wil|willen|plant|plannen|van plan|verwacht|verwachten|hoopt|moet|moeten|streeft|waarschijnlijk|beoogt|mikt op|bereidt voor
            Promised: gaat|gaan|zal|zullen|kondigt aan|kondigt|aangekondigd|belooft|wordt|worden
            Confirmed: bevestigt|bevestigen|bevestigd|officieel|definitief
            """),
        ["it"] = HedgeScale.Of("""
            None: era|sera|camera|opera|vera|lira
            Negated: non|nega|smentisce|esclude|annulla|rinuncia|mai
            Hearsay: presunto|presunta|indiscrezioni|indiscrezione|secondo fonti|voci|avrebbe|sarebbe|a quanto pare
            Possible: potrebbe|potrebbero|può|valuta|considera|esplora|in trattative|forse|possibile|discute|*rebbe|*rebbero
            Intended: prevede|vuole|vogliono|punta a|intende|dovrebbe|dovrebbero|pianifica|spera|probabile|probabilmente
            Promised: annuncia|annunciano|sta per|sarà|saranno|*erà|*irà|*eranno|*iranno
            Confirmed: conferma|confermano|confermato|ufficiale|ufficialmente
            """),
        ["pt"] = HedgeScale.Of("""
            Negated: não|nega|descarta|cancela|cancelado|nunca|desiste
            Hearsay: supostamente|rumores|rumor|alegadamente|segundo fontes|teria
            Possible: pode|podem|poderia|poderá|considera|estuda|avalia|em negociações|em conversas|talvez|possível|discute|explora
            Intended: planeja|planeia|pretende|quer|espera|deve|deveria|prevê|provável|provavelmente
            Promised: vai|vão|será|anuncia|anunciam|*ará|*erá|*irá|*arão|*erão|*irão
            Confirmed: confirma|confirmam|confirmado|oficial|oficialmente
            """),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The scale of a language; null where it has none.</summary>
    public static HedgeScale? For(string language) => Scales.GetValueOrDefault(language);
}
