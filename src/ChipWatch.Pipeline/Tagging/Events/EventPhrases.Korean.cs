namespace ChipWatch.Pipeline.Tagging.Events;

internal static partial class EventPhrases
{
    private const string Korean = """
        Launch 3: 공개|출시|선보|발표|양산 출하|신제품
        Deal 3: 계약|수주|공급|주문|납품|체결|구매
        Talks 4: 협상|논의|협의|검토|타진|저울질
        Partnership 4: 협력|제휴|손잡|파트너십|공동 개발|합작|맞손|업무협약|MOU
        Capacity 3: 공장|증설|착공|데이터센터|양산|투자|생산능력|건설|가동|파업
        Funding 4: 투자 유치|상장|IPO|조달|유상증자|기업가치|지분|ADR|주식예탁증서|펀드|시리즈
        Acquisition 4: 인수|합병|M&A|매입
        Earnings 4: 실적|매출|영업이익|분기|순이익|주가|전망치|점유율|가격 인상
        Roadmap 3: 로드맵|차세대|후속|계획을 공개|개발 중단
        Benchmark 4: 벤치마크|MLPerf|톱500|성능 평가
        Regulation 4: 수출통제|수출 통제|규제|법안|정부|허가|관세|보조금|제재|금지|승인|상무부|산업부|특별법
        Legal 4: 소송|기소|재판|특허|법원|밀수|수사|고소|구속
        Delay 5: 지연|연기|늦춰|미뤄|차질|장애
        Security 4: 취약점|백도어|해킹|유출|공격|탈취
        Analysis 4: 분석|칼럼|사설|기고|왜|해설
        Unnamed 5: 관계자|알려졌다|알려진|전해졌다|업계에 따르면|소식통|것으로 보인다|관측|소문|설이
        InTalks 4: 협상 중|협상|논의 중|논의|협의 중|협의|검토 중|검토하|검토
        Announced 3: 계획|예정|밝혔다|방침|추진|발표|목표|나선다|한다
        Done 3: 완료|체결했다|시작했다|공시했다|돌입|출하|기록했다|상장했다|준공|가동|발효|따냈다
        Denied 6: 부인|사실무근|사실이 아니|정해진 것 없
        Cancelled 5: 취소|철회|무산|중단|포기|결렬|거절
        Opinion 4: 분석|칼럼|사설|기고|전망
        PartySays 3: 확인|밝혔다|말했다|공시
        """;
}
