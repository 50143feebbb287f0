using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChipWatch.BrowserTests;

/// <summary>
/// An outlet's site on loopback: a front page that names its feed, the feed, three articles; a feed whose one article, given whole, may be revised; and a feed of two
/// articles that use names of no list.
/// </summary>
internal sealed class SmallSite : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;

    public SmallSite()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        listener.Start();
        _ = AnswerAsync();
    }

    public int Port { get; }

    /// <summary>Whether the article of /whole.xml now says less than it did.</summary>
    public bool IsRevised { get; set; }

    public string Address => $"http://127.0.0.1:{Port}/";

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (body, type) = BodyOf(context.Request.Url!.AbsolutePath);
            context.Response.StatusCode = body is null ? 404 : 200;
            context.Response.ContentType = type;
            context.Response.Close(Encoding.UTF8.GetBytes(body ?? "not here"), willBlock: false);
        }
    }

    private (string? Body, string Type) BodyOf(string path) => path switch
    {
        "/" => ($"<html lang=\"en\"><head><title>Small Wire</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\"></head><body><h1>Small Wire</h1><p>News of chips.</p></body></html>", "text/html; charset=utf-8"),
        "/feed.xml" => ($"<rss version=\"2.0\"><channel><title>Small Wire</title><link>{Address}</link><language>en</language>{string.Concat(Enumerable.Range(1, 3).Select(Item))}</channel></rss>", "application/rss+xml"),
        "/whole.xml" => ($"<rss version=\"2.0\"><channel><title>Whole Wire</title><link>{Address}</link><language>en</language>{WholeItem()}</channel></rss>", "application/rss+xml"),
        "/names.xml" => ($"<rss version=\"2.0\"><channel><title>Names Wire</title><link>{Address}</link><language>en</language>{NamesItems()}</channel></rss>", "application/rss+xml"),
        _ when path.StartsWith("/news/", StringComparison.Ordinal) => (Article(path[^1]), "text/html; charset=utf-8"),
        _ => (null, "text/plain"),
    };

    private string Item(int number) =>
        $"<item><title>{Title(number)}</title><link>{Address}news/{number}</link><guid>{number}</guid><pubDate>{began.AddMinutes(-number):r}</pubDate><description>NVIDIA and its suppliers, note {number}.</description></item>";

    private string NamesItems() =>
        WholeItem("names-1", "A young designer raises 200 million dollars for low-power accelerators",
            "The start-up Fenwick has raised 200 million dollars for accelerators that run language models at low power. Fenwick's chips are made by TSMC, and the first customers get them in March.",
            "The chipmaker Tensura sells cards of the same class. Tensura's accelerators went to operators in Japan in May, and Nvidia, AMD and Tensura bid for the same orders.",
            "Racks are cooled by the supplier Quillmark. Quillmark's products are used in halls of 20 megawatts, and each hall takes about ninety of them before the doors are closed.")
        + WholeItem("names-2", "Two newcomers share a hall in Osaka",
            "An operator in Osaka has ordered 4,000 accelerators from the chipmaker Tensura and 1,000 from the start-up Fenwick. Tensura's cards are to be in place in June.",
            "Fenwick's chips follow in the autumn, because TSMC has no earlier slot. Both companies said that the hall is the largest order of their history so far.",
            "The cooling comes from the supplier Quillmark. Quillmark's engineers move in next week, and the hall opens to its first customers before the end of the year.");

    private string WholeItem()
    {
        var will = IsRevised ? "may" : "will";
        string[] paragraphs =
        [
            $"Amazon {will} sell its Trainium accelerators to operators of outside data centers, the company said on Wednesday, after years in which the chips were to be had in its own cloud alone.",
            $"The first contracts cover {(IsRevised ? "250,000" : "400,000")} chips, according to two people who were briefed on the terms. Trainium is made by TSMC, and memory comes from two suppliers in Korea.",
            .. Enumerable.Range(1, 9).Select(n => $"Customer number {n} will get its chips in racks of 64 together with the software that belongs to them, and it has room and power for them in its own buildings already."),
            .. IsRevised ? Array.Empty<string>() : ["A vice president of the chip unit in Austin promised that volumes will be large enough for everybody who asks before the end of the year."],
        ];
        return WholeItem("whole-1", $"Amazon {will} sell Trainium chips to outside data centers", paragraphs);
    }

    private string WholeItem(string id, string title, params IEnumerable<string> paragraphs) =>
        $"<item><title>{title}</title><link>{Address}whole/{id}</link><guid>{id}</guid><pubDate>{began:r}</pubDate>"
        + $"<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA[{string.Concat(paragraphs.Select(text => $"<p>{text}</p>"))}]]></content:encoded></item>";

    private static string Title(int number) => $"NVIDIA orders more HBM for plant number {number}";

    private static string Article(char number) =>
        $"""
        <html lang="en"><head><title>{Title(number - '0')}</title></head><body><article><h1>{Title(number - '0')}</h1>
        <p>NVIDIA has ordered more high-bandwidth memory for plant number {number}, the company said in a statement on Wednesday, and the suppliers confirmed the size of the order.</p>
        <p>Deliveries to plant number {number} begin next year. Neither side named a price, and both said that further orders depend on how fast new lines for HBM can be built.</p>
        </article></body></html>
        """;
}
