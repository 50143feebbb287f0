namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// Words that are said of firms and seldom of a river, a fruit or an oracle: beside one of them "Amazon" is the company, whatever the
/// article is about. '*' stands for any ending.
/// </summary>
internal static class FirmWords
{
    private const string Lines = """
        company|companies|customer*|shopper*|subscriber*|user|users|warehouse*|parcel*|refund*|employee*|staff|shareholder*|investor*|share price|spokesperson|spokeswoman|spokesman|chief executive|CEO|lawsuit|sued|fined|app|apps|smartphone*|phone|phones|laptop*|software|online|retailer|headquarters|subsidiary|sponsor*|maker|website|account|accounts|streaming|car|cars|vehicle*|dealer*
        Konzern*|Unternehmen*|Kunde*|Kunden|Nutzer*|Lager*|Versand*|Paket*|Beschäftigte*|Mitarbeiter*|Betriebsrat*|Aktionär*|Aktie*|Sprecher*|Geschäftsführ*|Firmenchef*|App|Onlinehandel*|Händler*|Hersteller*|Tochter|Tarif*|Preiskampf|Modellpflege|Rückruf*|Limousine*|Wagen|Autobauer*
        entreprise|société|groupe|client*|abonné*|utilisat*|entrepôt*|colis|salarié*|actionnaire*|porte parole|PDG|application|appli|filiale|fabricant|site web|compte|en ligne|enseigne|voiture*|sponsor*
        empresa|compañía|cliente*|clienta|usuari*|almacén|almacenes|paquete*|emplead*|trabajador*|accionista*|portavoz|consejero delegado|aplicación|filial|fabricante|demanda|multa*|condenad*|en línea|tienda|coche*|patrocin*
        bedrijf|concern|klant*|gebruiker*|magazijn*|pakket*|werknemer*|medewerker*|aandeelhouder*|woordvoerder|topman|topvrouw|rechtszaak|dochter|fabrikant|webwinkel|uurloon|vakbond|sponsor*
        公司|用户|用戶|客户|客戶|会员|會員|员工|員工|仓库|倉庫|快递|股东|股東|发言人|發言人|门店|門店|手机|手機|电商|電商|应用|新款|售价|售價
        社|企業|会社|顧客|利用者|倉庫|社員|従業員|株主|広報|店舗|スマートフォン|スマホ|アプリ|通販|新型|価格|発売
        회사|기업|고객|이용자|물류|창고|직원|주주|대변인|매장|스마트폰|휴대폰|앱|신제품|가격|출시|무상수리|리콜
        """;

    public static void AddTo(VocabularyBuilder builder)
    {
        var meaning = new FirmMeaning();
        foreach (var phrase in Lines.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            builder.Add(phrase, meaning);
        }
    }
}
