namespace ChipWatch.Pipeline.Tagging.Events;

internal static partial class EventPhrases
{
    private const string German = """
        Launch 3: stellt vor|vorgestellt|stellte|präsentiert*|enthüll*|bringt|Markteinführung|ab sofort verfügbar|freigegeben|verfügbar
        Deal 3: Vertrag|Liefervertrag|Großauftrag|Auftrag|Bestellung|bestellt|Abkommen|Vereinbarung|kauft Chips|liefert|Rahmenvertrag|unterzeichn*|mietet
        Talks 4: verhandel*|in Gesprächen|Gespräche|spricht mit|erwägt|prüft|Verhandlungen|lotet aus|Sondierung*
        Partnership 4: Partnerschaft|Kooperation|kooperier*|Zusammenarbeit|zusammen mit|gemeinsam|Allianz|arbeiten zusammen|arbeitet mit|Joint Venture
        Capacity 3: baut|Rechenzentr*|Großrechenzentrum|neues Werk|Fabrik|Werk|Ausbau|ausbauen|Gigawatt|Megawatt|Spatenstich|Baubeginn|investier*|Gigafactor*|in Betrieb|Streik|Massenfertigung|Serienfertigung
        Funding 4: Finanzierungsrunde|Kapitalrunde|Börsengang|an die Börse|Milliardenbewertung|bewertet|Investoren|Geldgeber|sammelt|frisches Kapital|Kapitalerhöhung|Anleihe|Kredit|Beteiligung|beteiligt sich|steigt ein
        Acquisition 4: übernimmt|Übernahme*|übernehmen|kauft|Kaufangebot|Zukauf|Fusion|erwirbt|Kauf von
        Earnings 4: Quartalszahlen|Quartal|Umsatz|Gewinn|Marge|Ergebnis|Geschäftsjahr|Prognose|Aktie*|Kurs|Rekordquartal|Preiserhöhung*|Marktanteil
        Roadmap 3: Roadmap|Fahrplan|nächste Generation|Nachfolger|soll folgen|geplant für|Risikoproduktion|eingestellt|stellt ein
        Benchmark 4: Benchmark*|MLPerf|Top500|Messung*|schneller als|Leistungstest|schnellster Supercomputer
        Regulation 4: Gesetz*|Verordnung|Kommission|Regierung|Bundesregierung|Ministerium|Exportkontrolle*|Ausfuhr*|Lizenz*|Genehmigung|Zölle|Zoll|Subvention*|Förder*|Verbot|verbietet|Parlament|Konsultation|Sanktion*|Behörde*
        Legal 4: Klage|verklagt|Gericht*|Anklage|angeklagt|Urteil|Patent*|Staatsanwalt*|Schmuggel|Ermittlung*|Kartell*|Vorwurf|Vorwürfe
        Delay 5: verzöger*|verschieb*|verschoben|Verspätung|später als geplant|Rückschlag|Ausfall
        Security 4: Sicherheitslücke*|Schwachstelle*|Hintertür*|Angriff*|Spionage|Diebstahl|gestohlen
        Analysis 4: Analyse|Kommentar|Meinung|Einordnung|Hintergrund|warum|was bedeutet|Gastbeitrag
        Unnamed 5: angeblich|Insider*|Kreisen|mit der Sache vertraut|vertraute Personen|soll angeblich|Gerücht*|Bericht zufolge|Medienbericht*|unbestätigt|Bestätigt ist|nicht bestätigt|wollte sich nicht äußern|sollen planen|sollen gemeinsames
        InTalks 4: in Gesprächen|Gespräche laufen|verhandelt|verhandeln|erwägt|prüft|Konsultation|spricht mit|sammelt Rückmeldungen|bestätigte Gespräche|Sondierungen
        Announced 3: kündigt*|angekündigt|will|wollen|plant|planen|soll|sollen|geplant|stellt Pläne|bis Ende|künftig|ab 2026|ab 2027|vereinbart*|vorgesehen
        Done 3: hat eröffnet|eröffnet|in Betrieb|nimmt|freigegeben|ab sofort|bereitsteht|unterzeichnet|abgeschlossen|ausgeliefert|liefert aus|meldet|verbucht|veröffentlicht|beschlossen|in Kraft|gestartet|hat begonnen|geliefert
        Denied 6: dementiert|bestreitet|weist zurück|zurückgewiesen|wies zurück|weist den Bericht|falsch
        Cancelled 5: abgesagt|gestoppt|abgebrochen|ausgeschlagen|sagt Nein|lehnt ab|abgelehnt|gescheitert|aufgegeben|eingestellt|zieht zurück|platzt|geplatzt
        Opinion 4: Analyse|Kommentar|Meinung|könnte bedeuten|Szenario|Prognose
        PartySays 3: bestätigt*|sagte|teilte mit|erklärte|laut Unternehmen|nach eigenen Angaben
        """;
}
