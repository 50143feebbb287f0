namespace ChipWatch.Pipeline.Tagging.Events;

internal static partial class EventPhrases
{
    private const string Dutch = """
        Launch 3: onthult|onthulde|presenteert|presenteerde|lanceert|lanceerde|introduceert|introduceerde|beschikbaar
        Deal 3: contract|overeenkomst|order|bestelling|bestelt|deal|levert|leveren|akkoord
        Talks 4: gesprekken|onderhandel*|praat met|overweegt|verkent|in gesprek
        Partnership 4: samenwerking|werken samen|werkt samen|partnerschap|alliantie|samen met|gezamenlijk|bundelen
        Capacity 3: datacenter*|fabriek|bouwt|bouwen|uitbreiding|capaciteit|gigawatt|megawatt|investeert|supercomputer|staking
        Funding 4: haalt op|opgehaald|investeringsronde|financieringsronde|beursgang|investeerders|waardering|kapitaal|haalt
        Acquisition 4: neemt over|overname|overnemen|koopt|overgenomen|bod op|fusie
        Earnings 4: omzet|winst|kwartaal|marge|resultaten|aandeel|aandelen|verwachting*|marktaandeel|kwartaalcijfers
        Roadmap 3: roadmap|volgende generatie|opvolger|gepland voor|schrapt
        Benchmark 4: MLPerf|Top500|benchmark*|sneller dan
        Regulation 4: wet|wetsvoorstel|regels|Commissie|regering|kabinet|ministerie|exportbeperking*|exportvergunning*|exportregels|vergunning*|sancties|subsidie*|heffing*|verbod|verbiedt|Kamer|exportcontrole*
        Legal 4: rechtszaak|rechter|rechtbank|aanklacht|aangeklaagd|klaagt aan|patent*|smokkel*|beschuldig*
        Delay 5: vertrag*|uitgesteld|uitstel|loopt vertraging|storing
        Security 4: kwetsbaarheid|kwetsbaarheden|beveiligingslek|achterdeur*|aanval*|spionage|diefstal
        Analysis 4: analyse|opinie|commentaar|waarom|column|achtergrond
        Unnamed 5: naar verluidt|volgens bronnen|ingewijden|bronnen|anonieme|zou|zouden|gerucht*
        InTalks 4: in gesprek|gesprekken|onderhandelt|onderhandelingen|overweegt|verkent|consultatie
        Announced 3: kondigt|aangekondigd|kondigde|wil|willen|gaat|gaan|plant|van plan|zal|moet|plannen|voorstel
        Done 3: heeft geopend|geopend|in gebruik|getekend|ondertekend|afgerond|geleverd|beschikbaar|gepubliceerd|van kracht|boekte|begonnen
        Denied 6: ontkent|ontkende|weerspreekt|tegengesproken|spreekt tegen
        Cancelled 5: geannuleerd|geschrapt|afgeblazen|stopt|afgewezen|wijst af|ketst af|ingetrokken
        Opinion 4: analyse|opinie|zou betekenen|scenario
        PartySays 3: bevestigt|bevestigde|zei|meldt het bedrijf
        """;
}
