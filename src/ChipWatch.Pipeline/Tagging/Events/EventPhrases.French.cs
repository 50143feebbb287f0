namespace ChipWatch.Pipeline.Tagging.Events;

internal static partial class EventPhrases
{
    private const string French = """
        Launch 3: dévoile*|lance|lancement|présente|a présenté|disponible|commercialis*
        Deal 3: contrat|accord|commande*|signe|a signé|fournir|fourniture|livrer|livraison*
        Talks 4: discussions|négoci*|pourparlers|envisage|étudie|explore|en discussion
        Partnership 4: partenariat|s'associe*|alliance|ensemble|collabor*|projet commun|avec Nvidia|coentreprise|prépare
        Capacity 3: centre de données|centres de données|data center*|usine|construi*|implant*|capacité|gigawatt*|mégawatt*|investi*|supercalculateur
        Funding 4: lève|levée de fonds|série A|série B|série C|tour de table|investisseur*|valorisation|introduction en bourse|entrée en bourse|a levé|boucle|complété|financement
        Acquisition 4: rachète|rachat|acquisition|acquiert|reprise|OPA|racheter|prend le contrôle
        Earnings 4: chiffre d'affaires|résultats|bénéfice|trimestre|marge|action|prévisions|part de marché
        Roadmap 3: feuille de route|prochaine génération|successeur|prévu pour|abandonne
        Benchmark 4: MLPerf|Top500|benchmark*|plus rapide|performances mesurées
        Regulation 4: loi|règlement|Commission|gouvernement|ministère|exportation*|licence*|sanction*|subvention*|tarif*|douane|interdi*|parlement|autorise
        Legal 4: plainte|tribunal|justice|procès|juge|poursuit|brevet*|accusé*|inculp*|contrebande
        Delay 5: retard*|reporte|reporté*|repousse*|panne
        Security 4: faille*|vulnérabilité*|porte dérobée|portes dérobées|attaque*|piratage|vol
        Analysis 4: analyse|tribune|opinion|décryptage|éditorial|pourquoi|chronique
        Unnamed 5: selon des sources|sources proches|source proche|serait|seraient|aurait|auraient|rumeur*|proches du dossier|proche du dossier|voudrait
        InTalks 4: en discussion|discussions|négocie|négociations|envisage|étudie|consultation
        Announced 3: annonce*|a annoncé|prévoit|prévue|prévu|va construire|compte|promet|doit|devrait|sera|prépare|projet
        Done 3: a complété|boucle|a signé|disponible|livré|lancé|entré en vigueur|publié|inauguré|a levé|est entré
        Denied 6: dément|démenti|nie|conteste|réfute|rejette
        Cancelled 5: annulé|abandonné|renonce|échec|échoué|refuse|a refusé|suspendu
        Opinion 4: analyse|tribune|opinion|scénario|pourrait signifier
        PartySays 3: a confirmé|confirme|a déclaré|a indiqué
        """;
}
