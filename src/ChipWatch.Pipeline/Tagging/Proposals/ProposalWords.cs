using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>A list of words, asked for by a piece of text.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    public WordList(string list)
    {
        words = list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Has(ReadOnlySpan<char> word) => words.Contains(word);
}

/// <summary>Words beside which an unknown name is a company, a chip, a person, a place or an office.</summary>
internal static class ProposalWords
{
    /// <summary>Nouns of companies of this trade.</summary>
    public static WordList TradeNouns { get; } = new(
        "startup start-up start-ups startups chipmaker chipmakers neocloud neoclouds foundry hyperscaler hyperscalers unicorn fab-operator "
        + "Start-up Startup Jungfirma Chiphersteller Chipentwickler Chipfirma Auftragsfertiger Cloudanbieter Chipdesigner jeune-pousse chipontwerper chipfabrikant emergente");

    /// <summary>Nouns of companies of any kind.</summary>
    public static WordList CompanyNouns { get; } = new(
        "company firm vendor supplier designer developer maker manufacturer provider operator rival competitor partner customer subsidiary giant specialist producer integrator builder "
        + "Hersteller Anbieter Entwickler Konzern Unternehmen Firma Betreiber Rivale Konkurrent Partner Zulieferer fabricant fournisseur concepteur entreprise société opérateur fabricante proveedor empresa diseñador fabrikant bedrijf ontwikkelaar aanbieder leverancier");

    /// <summary>Nouns of persons, before or behind their names.</summary>
    public static WordList PersonNouns { get; } = new(
        "CEO CFO CTO COO chief president chairman chairwoman founder co-founder cofounder analyst minister secretary spokesman spokeswoman spokesperson director executive head professor senator commissioner officer "
        + "manager engineer lawyer judge governor mayor Mr Ms Mrs Dr Sir vice Chef Chefin Vorstand Analyst Minister Ministerin Sprecher Sprecherin Gründer Präsident directeur PDG fondateur ministre presidente ministro director analista topman oprichter woordvoerder");

    /// <summary>Words that companies have behind their names.</summary>
    public static WordList Suffixes { get; } = new("Inc Inc. Corp Corp. Ltd Ltd. LLC PLC GmbH AG NV BV SA Technologies Semiconductor Semiconductors Microelectronics Microsystems Semi");

    /// <summary>What companies of this trade have: behind a genitive.</summary>
    public static WordList Possessions { get; } = new(
        "chip chips accelerator accelerators GPU GPUs NPU NPUs CPU CPUs processor processors silicon server servers cloud fab fabs factory plant foundry CEO chief founder founders engineers shares stock revenue revenues sales customers wafer wafers "
        + "software platform products product orders order roadmap architecture hardware board investors valuation funding datacentre datacentres factories technology technologies cards systems customer supplier deal bid parts cluster clusters data");

    /// <summary>What stands behind a company's name without a genitive.</summary>
    public static WordList Behind { get; } = new("CEO CTO CFO shares stock spokesperson spokesman spokeswoman executive executives engineers servers customers investors shareholders fab fabs");

    /// <summary>What companies do.</summary>
    public static WordList Verbs { get; } = new(
        "raised raises announced announces unveiled unveils launched launches acquired acquires buys bought ordered orders signed signs ships shipped sells sold supplies supplied manufactures builds built makes designs designed develops "
        + "operates rents rented reported posted introduced introduces offers offered expects expected plans planned invests invested produces competes wants licenses licensed agreed taped presented showed shows runs uses used added builds build tests packages fabricates licences holds joined joins presents delivers delivered secured filed "
        + "meldet kündigt liefert baut entwickelt verkauft annonce annoncé vend fabrique lève levé anuncia anunció vende fabrica levert bouwt verkoopt kondigt");

    /// <summary>Words that stand between a name and its verb.</summary>
    public static WordList Auxiliaries { get; } = new("has have had will would also is was now then itself hat wird a va ha heeft zal");

    /// <summary>Verbs and nouns of dealing that lead to the other side of a deal, with the word right before the name.</summary>
    public static WordList Dealings { get; } = new(
        "deal talks agreement partnership contract cooperation collaboration venture working work works teamed partnered competes compete competing negotiating Gespräche Vertrag Partnerschaft Zusammenarbeit accord partenariat acuerdo overeenkomst samenwerking");

    /// <summary>Words right before a company that is taken over or paid for.</summary>
    public static WordList Takings { get; } = new("acquire acquires acquired acquiring buy buys bought buying acquisition takeover stake invest invested invests investment backs backed owns");

    /// <summary>Verbs before "by".</summary>
    public static WordList Makings { get; } = new("made built designed developed co-developed operated manufactured produced supplied offered sold rented led delivered packaged assembled");

    /// <summary>Nouns of chips.</summary>
    public static WordList ChipNouns { get; } = new(
        "chip chips accelerator accelerators processor processors GPU GPUs NPU NPUs CPU CPUs TPU TPUs ASIC ASICs XPU XPUs LPU LPUs DPU silicon Chip Chips Beschleuniger Prozessor Prozessoren puce puces processeur processeurs accélérateur accélérateurs "
        + "procesador procesadores acelerador aceleradores versneller versnellers");

    /// <summary>Words that give a name.</summary>
    public static WordList Namings { get; } = new("called named dubbed codenamed code-named nicknamed branded namens genannt baptisée baptisé nommé nommée llamado llamada genaamd");

    /// <summary>Words with capitals that begin sentences or belong to no name.</summary>
    public static WordList NoNames { get; } = new(
        "The A An In On At It Its This That These Those He She They We You I But And Or Nor So Yet If When While As After Before Since For From With Without By To Of Among Both Each Every Some Many Most More Much Few Several All Any No Not Only Even "
        + "Still Also Then There Here Now Today Meanwhile However Instead Two Three Four Five Six Seven Eight Nine Ten One First Second Third Last Next Another Other Others Such What Which Who Whose Why How Where Whether According Because Although Though "
        + "Unlike Like Under Over Between During Through About Against Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December "
        + "American Chinese Japanese Korean Taiwanese European German French Dutch British Indian Israeli Canadian Swiss Spanish Italian Californian Asian Western Russian Saudi Emirati Manhattan Norwegian Swedish Finnish Danish Polish Irish Belgian "
        + "Customers Analysts Investors Shares Talks Chips Servers Samples Production Shipments Sales Revenue Demand Supply Orders Engineers Executives Officials Sources People Nobody Nothing Neither Critics Observers Rivals Competitors Partners Buyers "
        + "AI IT EU US UK UAE USA UN CEO CFO CTO GPU GPUs CPU CPUs TPU NPU ASIC API SDK LLM HBM DRAM RAM SSD PC PCs IP R&D IPO MW GW TB GB Q1 Q2 Q3 Q4 H1 H2 Yes No Later Earlier Once Until Its His Her Their Our My Your Part Parts Inside Outside Both");

    /// <summary>Words of names that are no companies: offices, universities, laws, places.</summary>
    public static WordList Offices { get; } = new(
        "Arabia Emirates Louisiana Georgia Michigan Indiana Pennsylvania Tennessee Ministry Department University Institute Commission Council Agency Fund Act Court Senate Congress Parliament Administration Bureau Committee Authority Association Alliance Consortium Foundation Union Government Treasury Pentagon "
        + "Exchange Bank Conference Summit Forum Congress School College Academy Party House Army Navy Force Valley Bay Island County City Province State States Kingdom River Lake Street Road Park Union Republic Olympic Index "
        + "America Europe Asia Africa China Taiwan Japan Korea India Germany France Netherlands Britain England Israel Canada Switzerland Spain Italy Russia Singapore Malaysia Vietnam Thailand Mexico Brazil Texas Arizona California Ohio Oregon "
        + "Washington Beijing Shanghai Shenzhen Taipei Tokyo Seoul London Paris Berlin Munich Frankfurt Dresden Brussels Madrid Barcelona Amsterdam Eindhoven Dublin Dubai Riyadh Phoenix Austin Houston Hsinchu Kumamoto Hokkaido Virginia Nevada Utah Norway Sweden Finland Denmark Poland Ireland Australia");

    /// <summary>Beginnings of names with digits that are standards, programs, models of language or dates.</summary>
    public static IReadOnlyList<string> Standards { get; } =
        ["PCIe", "PCI", "DDR", "LPDDR", "GDDR", "HBM", "USB", "GPT", "Llama", "Qwen", "Gemini", "Claude", "Wi-Fi", "WiFi", "ISO", "IEC", "RFC", "CUDA", "ROCm", "FY", "FP", "BF", "INT", "NVFP", "MXFP", "RISC", "COVID", "COP", "G7", "G20", "S&P", "CES", "GTC", "SC2", "OFC", "IPv", "HTTP", "SHA", "Gen", "CO2", "Windows", "Android", "iOS", "UCIe", "CXL", "SATA", "NVMe"];
}
