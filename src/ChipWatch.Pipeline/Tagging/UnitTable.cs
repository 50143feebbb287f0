using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Units as texts write them, with the name that quantities bear.</summary>
internal static class UnitTable
{
    private static readonly string[] Lines =
    [
        "USD: us dollars, us dollar, u.s. dollars, us-dollar, american dollars, dollars américains, dólares estadounidenses, amerikaanse dollar, dollars, dollar, dólares, dólar, usd, us$, $, 美元, 美金, 米ドル, ドル, 달러, 미국달러, 미 달러",
        "HKD: hong kong dollars, hong kong dollar, hongkong-dollar, hong-kong-dollar, dollars de hong kong, dólares de hong kong, hkd, hk$, 港元, 港币, 港幣, 香港ドル, 홍콩달러, 홍콩 달러",
        "TWD: new taiwan dollars, taiwan dollars, taiwan dollar, taiwan-dollar, nt dollars, dólares taiwaneses, twd, nt$, 新台币, 新台幣, 台币, 台幣, 台湾ドル, 대만달러, 대만 달러",
        "CAD: canadian dollars, canadian dollar, kanadische dollar, dollars canadiens, dólares canadienses, cad, c$, 加元, カナダドル",
        "EUR: euros, euro, eur, €, 欧元, 歐元, ユーロ, 유로",
        "GBP: pounds sterling, pounds, pound, pfund, livres, libras, britse pond, pond, gbp, £, 英镑, 英鎊, ポンド, 파운드",
        "JPY: yen, yens, yenes, jpy, ¥, 日元, 日圓, 円, 엔",
        "KRW: won, wons, wones, krw, ₩, 韩元, 韓元, 韓圜, ウォン, 원",
        "CNY: yuan, yuans, yuanes, renminbi, rmb, cny, 人民币, 人民幣, 元人民币, 元, 人民元, 위안",
        "INR: rupees, rupee, rupien, roupies, rupias, ₹, 卢比, 루피",
        "%: percent, per cent, percentage, prozent, pour cent, por ciento, procent, %, ％, パーセント, 퍼센트, %p",
        "percentage points: percentage points, prozentpunkte, points de pourcentage, puntos porcentuales, procentpunten, 个百分点, 個百分點, ポイント, %포인트, 퍼센트포인트",
        "TB/s: terabytes per second, terabytes a second, terabyte a second, tb a second, terabytes each second, terabytes every second, terabyte je sekunde, terabyte in der sekunde, tb pro sekunde, tb par seconde, tb por segundo, tb per seconde, to/s, terabyte per second, tb per second, terabyte pro sekunde, téraoctets par seconde, terabytes por segundo, terabyte per seconde, tb/s",
        "GB/s: gigabytes per second, gigabytes a second, gb a second, gigabyte je sekunde, gb pro sekunde, gb par seconde, gb por segundo, gb per seconde, gigabyte per seconde, go/s, gigabyte per second, gb per second, gigabyte pro sekunde, gigaoctets par seconde, gigabytes por segundo, gb/s",
        "GB: gigabytes, gigabyte, gbyte, gb, gigaoctets, gigaoctet, ギガバイト, 기가바이트",
        "TB: terabytes, terabyte, tbyte, tb, téraoctets, テラバイト, 테라바이트",
        "Tbit/s: terabits per second, terabits a second, terabit per second, terabit pro sekunde, térabits par seconde, terabits por segundo, terabit per seconde, tbit/s, tbps",
        "Gbps: gigabits per second, gigabits a second, gigabit per second, gigabit pro sekunde, gigabits par seconde, gigabits por segundo, gbit/s, gbps, 기가비트, ギガビット",
        "GWh: gwh, gigawatt hours, gigawattstunden",
        "GW: gigawatts, gigawatt, gw, gigavatios, gigavatio, 吉瓦, ギガワット, 기가와트",
        "MW: megawatts, megawatt, mw, mégawatts, mégawatt, megavatios, megavatio, 兆瓦, メガワット, 메가와트",
        "kW: kilowatts, kilowatt, kw, kilovatios, kilovatio, 千瓦, キロワット, 킬로와트",
        "W: watts, watt, w, vatios, 瓦, ワット, 와트",
        "kV: kilovolts, kilovolt, kv, kilovoltios, 千伏",
        "nm: nanometres, nanometre, nanometers, nanometer, nanometern, nanomètres, nanomètre, nanómetros, nanómetro, nanometer, nm, 纳米, 奈米, 納米, ナノメートル, ナノ, 나노미터, 나노",
    ];

    private static readonly (string Text, string Unit)[] Listed = [.. Lines.SelectMany(line =>
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(text => (Folding.Fold(text), line[..colon]));
    }).OrderByDescending(entry => entry.Item1.Length)];

    private static readonly FrozenDictionary<char, (string Text, string Unit)[]> ByFirst =
        Listed.GroupBy(entry => entry.Text[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Signs that stand before the number.</summary>
    private static readonly (string Text, string Unit)[] Prefixes =
        [("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("C$", "CAD"), ("CA$", "CAD"), ("S$", "SGD"), ("A$", "AUD"), ("RMB", "CNY"), ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"), ("KRW", "KRW"), ("JPY", "JPY"), ("CNY", "CNY"), ("TWD", "TWD"), ("HKD", "HKD"),
            ("新台幣", "TWD"), ("新台币", "TWD"), ("人民币", "CNY"), ("人民幣", "CNY"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₩", "KRW"), ("¥", "JPY"), ("￥", "CNY"), ("₹", "INR")];

    /// <summary>The unit that stands at a place, longest first, and where it ends.</summary>
    public static (string Unit, int End)? At(string text, int at, int end)
    {
        if (at >= end || !ByFirst.TryGetValue(Folding.Fold(text[at]), out var entries))
        {
            return null;
        }

        foreach (var (spelling, unit) in entries)
        {
            if (at + spelling.Length <= end && Same(text, at, spelling)
                && (at + spelling.Length == end || !Folding.IsWord(text[at + spelling.Length]) || !Folding.IsWord(spelling[^1])))
            {
                return (unit, at + spelling.Length);
            }
        }

        return null;
    }

    /// <summary>The sign right before a number, with its start.</summary>
    public static (string Unit, int Start)? Before(string text, int at, int start)
    {
        foreach (var (sign, unit) in Prefixes)
        {
            var from = at - sign.Length;
            var spaced = from - 1;
            if (from >= start && string.CompareOrdinal(text, from, sign, 0, sign.Length) == 0)
            {
                return (unit, from);
            }

            if (spaced >= start && text[at - 1] is ' ' or '\u00A0' && spaced >= start && string.CompareOrdinal(text, spaced, sign, 0, sign.Length) == 0)
            {
                return (unit, spaced);
            }
        }

        return null;
    }

    /// <summary>Whether the unit is money.</summary>
    public static bool IsMoney(string unit) => unit is "USD" or "EUR" or "KRW" or "CNY" or "HKD" or "JPY" or "TWD" or "GBP" or "CAD" or "INR" or "SGD" or "AUD";

    private static bool Same(string text, int at, string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (Folding.Fold(text[at + i]) != folded[i])
            {
                return false;
            }
        }

        return true;
    }
}
