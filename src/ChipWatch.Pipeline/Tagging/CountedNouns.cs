using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// What the trade counts, in five languages. Small numbers count only such nouns ("eleven affiliates", but not "two pressures"); larger
/// ones count whatever stands behind them in the plural.
/// </summary>
internal static class CountedNouns
{
    /// <summary>A dozen: up to here prose counts anything.</summary>
    public const double Small = 12;

    private static readonly FrozenSet<string> Nouns = Table("""
        times time mal fach fache facher faches fachen veces fois keer association associations camera cameras caméra caméras cámara cámaras kamera kameras message messages page pages pump pumps feature features supercomputer hundredfold
        chip chips gpu gpus cpu cpus tpu tpus npu npus lpu lpus xpu xpus asic asics dpu dpus accelerator accelerators processor processors wafer wafers rack racks server servers card cards board boards module modules
        package packages stack stacks die dies chiplet chiplets core cores layer layers node nodes tile tiles system systems pod pods cabinet cabinets switch switches laser lasers transistor transistors unit units device devices
        machine machines tool tools line lines fab fabs plant plants factory factories site sites campus campuses center centers centre centres hall halls building buildings turbine turbines reactor reactors cluster clusters supercomputer supercomputers
        customer customers client clients company companies firm firms affiliate affiliates subsidiary subsidiaries bank banks supplier suppliers partner partners employee employees worker workers engineer engineers job jobs organisation organisations organization organizations
        country countries state states user users developer developers researcher researchers contract contracts order orders patent patents claim claims count counts charge charges licence licences license licenses vote votes
        second seconds minute minutes hour hours day days week weeks month months quarter quarters year years generation generations point points submission submissions result results model models token tokens parameter parameters
        millimetre millimetres millimeter millimeters kilometre kilometres kilometer kilometers metre metres square acre acres hectare hectares tonne tonnes ton tons degree degrees volt volts petaflop petaflops exaflop exaflops teraflop teraflops zettaflop zettaflops
        nanosecond nanoseconds microsecond microseconds millisecond milliseconds terabit terabits gigabit gigabits petabyte petabytes exabyte exabytes hour request requests query queries run runs cycle cycles flaw flaws vulnerability vulnerabilities version versions shareholder shareholders
        prozessor prozessoren beschleuniger beschleunigern platine platinen karte karten knoten kern kerne kernen lage lagen stapel gerät geräte geräten anlage anlagen werk werke werken fabrik fabriken standort standorte standorten halle hallen rechenzentrum rechenzentren schrank schränke schränken
        kunde kunden firma firmen unternehmen tochterfirmen zulieferer lieferanten mitarbeiter mitarbeitern beschäftigte beschäftigten stelle stellen arbeitsplatz arbeitsplätze arbeitsplätzen ingenieure ingenieuren bank banken land länder ländern nutzer forscher aufträge patente stimmen schwachstelle schwachstellen
        sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten quartal quartale quartalen jahr jahre jahren generation generationen punkt punkte punkten modell modelle modellen organisationen einreichungen parametern teilnehmer teilnehmern wafern servern racks chips laser systeme systemen turbinen gebäude kilometer meter hektar tonnen grad volt nanosekunden
        puce puces processeur processeurs accélérateur accélérateurs carte cartes galette galettes plaquette plaquettes serveur serveurs baie baies armoire armoires cœur cœurs couche couches nœud nœuds système systèmes appareil appareils usine usines ligne lignes site salle salles centre bâtiment bâtiments
        entreprise entreprises société sociétés filiale filiales banque banques fournisseur fournisseurs salarié salariés employé employés emploi emplois poste postes ingénieur ingénieurs pays utilisateur utilisateurs chercheur chercheurs contrat contrats commande commandes brevet brevets voix faille failles
        seconde secondes heure heures jour jours semaine semaines mois trimestre trimestres an ans année années génération générations modèle modèles paramètre paramètres jeton jetons kilomètres mètres hectares tonnes degrés turbine fois envoi envois
        procesador procesadores acelerador aceleradores tarjeta tarjetas oblea obleas servidor servidores bastidor bastidores armario armarios núcleo núcleos capa capas nodo nodos sistema sistemas dispositivo dispositivos fábrica fábricas planta plantas línea líneas sede sedes sala salas centro centros edificio edificios superchip superchips
        cliente clientes empresa empresas compañía compañías filial filiales banco bancos proveedor proveedores empleado empleados trabajador trabajadores empleo empleos puesto puestos ingeniero ingenieros país países usuario usuarios investigador investigadores contrato contratos pedido pedidos patente patentes votos fallo fallos vulnerabilidades
        segundo segundos minuto minutos hora horas día días semana semanas mes meses trimestre trimestres año años generación generaciones modelo modelos parámetro parámetros kilómetros metros hectáreas toneladas grados turbinas veces vez personas
        processor processoren versneller versnellers kaart kaarten wafels servers kast kasten kern kernen laag lagen knooppunt knooppunten systeem systemen apparaat apparaten machine machines fabriek fabrieken lijn lijnen locatie locaties hal hallen datacenter datacenters gebouw gebouwen
        klant klanten bedrijf bedrijven dochterbedrijven bank banken leverancier leveranciers medewerker medewerkers werknemer werknemers baan banen arbeidsplaatsen ingenieurs landen gebruiker gebruikers onderzoekers contracten bestellingen octrooien stemmen lekken kwetsbaarheden
        seconde seconden minuut minuten uur dag dagen week weken maand maanden kwartaal kwartalen jaar generatie generaties model modellen kilometers meter hectare ton graden turbines keer personen
        """);

    private static readonly string[] CompoundEnds =
    [
        "chips", "chip", "prozessoren", "prozessor", "beschleuniger", "beschleunigern", "karten", "server", "servern", "racks", "zentren", "fabriken", "werke", "werken", "systeme", "systemen", "wochen", "monate", "tage", "stunden", "jahre", "plätze", "plätzen", "stellen", "kunden", "firmen", "module", "modulen",
        "kernen", "kerne", "lagen", "sekunden", "versnellers", "kaarten", "processoren", "centra", "datacenters", "fabrieken", "superchips",
    ];

    /// <summary>Whether the trade counts it.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        var last = word[(word.LastIndexOf('-') + 1)..];
        if (Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last) || IsAcronym(last))
        {
            return true;
        }

        foreach (var end in CompoundEnds)
        {
            if (last.Length > end.Length + 2 && last.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has the form of something counted: a plural, or a German noun.</summary>
    public static bool MayBeCounted(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsLetter(word[0]) && (word[^1] == 's' || (word.Length > 3 && char.IsUpper(word[0])) || (word.Length > 4 && (word.EndsWith("en", StringComparison.Ordinal) || word is "people")));

    /// <summary>"LPUs", "DPUs": capitals and a plural.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 6 && word[^1] == 's' && word[..^1].IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static FrozenSet<string> Table(string words) => words.Split([' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
