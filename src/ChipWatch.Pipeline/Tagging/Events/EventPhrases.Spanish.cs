namespace ChipWatch.Pipeline.Tagging.Events;

internal static partial class EventPhrases
{
    private const string Spanish = """
        Launch 3: presenta|presentó|lanza|lanzó|lanzamiento|desvela|desveló|estrena|disponible
        Deal 3: contrato|acuerdo|pedido*|firma|firmó|suministr*|encargo
        Talks 4: conversaciones|negocia*|negociaciones|estudia|explora|sopesa|baraja
        Partnership 4: alianza|se alía|colabora*|asociación|se asocia|junto con|conjunt*|empresa conjunta
        Capacity 3: centro de datos|centros de datos|fábrica|planta|construi*|construye|capacidad|gigavatio*|megavatio*|inversión|invertirá|superordenador|huelga
        Funding 4: ronda|financiación|capta|levanta|inversores|salida a bolsa|valoración|recauda|serie A|serie B|serie C
        Acquisition 4: compra|adquiere|adquisición|adquirir|opa|fusión|absorbe
        Earnings 4: ingresos|resultados|beneficio*|trimestre|margen|acciones|previsiones|cuota de mercado|factur*
        Roadmap 3: hoja de ruta|próxima generación|sucesor|previsto para|abandona
        Benchmark 4: MLPerf|Top500|benchmark*|más rápido
        Regulation 4: ley|reglamento|Comisión|gobierno|ministerio|exportación|exportaciones|licencia*|sanciones|subvenci*|arancel*|prohíb*|prohibición|parlamento|autoriza
        Legal 4: demanda|tribunal|juez|juicio|denuncia|patente*|acusa*|contrabando|fiscal*
        Delay 5: retras*|aplaz*|pospone|demora*|avería
        Security 4: vulnerabilidad*|fallo de seguridad|puerta trasera|puertas traseras|ataque*|robo
        Analysis 4: análisis|opinión|editorial|por qué|claves|tribuna
        Unnamed 5: según fuentes|fuentes cercanas|personas familiarizadas|fuentes conocedoras|al parecer|supuestamente|presuntamente|rumor*|habría|estaría
        InTalks 4: en conversaciones|conversaciones|negocia|negociaciones|estudia|explora|consulta
        Announced 3: anuncia*|anunció|ha anunciado|prevé|planea|construirá|invertirá|será|quiere|pretende|proyecto
        Done 3: ha comenzado|comenzó|firmó|ha firmado|disponible|entregado|entró en vigor|publicó|inauguró|cerró|registró|ya
        Denied 6: desmiente|desmintió|niega|negó|rechaza las acusaciones|rechaza
        Cancelled 5: cancela*|cancel*|suspende|suspendido|renuncia|rechazó la oferta|fracas*|abandona
        Opinion 4: análisis|opinión|podría significar|escenario
        PartySays 3: confirmó|confirma|declaró|aseguró
        """;
}
