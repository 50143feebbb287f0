"""Seven page layouts, from a plain semantic article to nested divs, each with what surrounds an article on real sites."""
import json
from html import escape

from article_body import body
from feeds import instant_of, rfc3339

STYLES = (
    {"heading": "h2", "list": "ul", "faq": "heading", "analogy": "p", "keywords": "line"},
    {"heading": "h3", "list": "ul", "faq": "bold", "analogy": "p", "keywords": "links"},
    {"heading": "h2", "list": "ul", "faq": "heading", "analogy": "blockquote", "keywords": "line"},
    {"heading": "h2", "list": "ol", "faq": "definition", "analogy": "p", "keywords": "line"},
    {"heading": "h4", "list": "ul", "faq": "bold", "analogy": "p", "keywords": "links"},
    {"heading": "h2", "list": "ul", "faq": "heading", "analogy": "p", "keywords": "line"},
    {"heading": "h2", "list": "ul", "faq": "bold", "analogy": "p", "keywords": "line"},
)
ATTRIBUTE = {"quote": True}


def render(layout, brief, outlet, related, words, tags):
    """The page's HTML.

    related: (title, url) pairs of other articles. tags: words shown under the headline, set side by side; may be empty.
    """
    blocks = body(brief, STYLES[layout], words)
    page = {
        "brief": brief, "outlet": outlet, "words": words, "blocks": blocks, "title": escape(brief["title"], quote=False),
        "name": escape(outlet["name"], quote=False), "day": brief["published"][:10], "stamp": rfc3339(instant_of(brief["published"])),
        "related": "\n".join('<li><a href="%s">%s</a></li>' % (escape(url, **ATTRIBUTE), escape(title, quote=False)) for title, url in related),
        "tags": "" if not tags else '<div class="tag-row">%s</div>' % "".join('<a class="tag">%s</a>' % escape(tag, quote=False) for tag in tags),
    }
    head, inside = LAYOUTS[layout](page)
    lines = ["<!doctype html>", '<html lang="%s">' % brief["language"], "<head>", '<meta charset="utf-8">',
             '<meta name="viewport" content="width=device-width, initial-scale=1">', *head, "</head>", *inside, "</html>", ""]
    return "\n".join(line for line in lines if line) + "\n"


LAYOUT_COUNT = len(STYLES)


def link(page):
    return escape(page["brief"]["url"].split("#")[0], **ATTRIBUTE)


def json_ld(page, author):
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": page["brief"]["title"], "datePublished": page["stamp"],
            "inLanguage": page["brief"]["language"], "mainEntityOfPage": page["brief"]["url"].split("#")[0],
            "publisher": {"@type": "Organization", "name": page["outlet"]["name"]}}
    if author:
        data["author"] = {"@type": "Organization", "name": page["words"]["staff"]}
    return '<script type="application/ld+json">%s</script>' % json.dumps(data, ensure_ascii=False).replace("</", "<\\/")


def open_graph(page):
    return ['<meta property="og:type" content="article">', '<meta property="og:title" content="%s">' % escape(page["brief"]["title"], **ATTRIBUTE),
            '<meta property="og:site_name" content="%s">' % escape(page["outlet"]["name"], **ATTRIBUTE), '<meta property="og:url" content="%s">' % link(page)]


def share(page, tag="div"):
    w = page["words"]
    return ('<%s class="share-bar" aria-label="%s"><button type="button">%s</button> <a href="mailto:?subject=">%s</a> <button type="button">%s</button></%s>'
            % (tag, w["share"], w["copy"], w["mail"], w["print"], tag))


def newsletter(page, tag="section"):
    w = page["words"]
    return ('<%s class="newsletter-signup">\n<h3>%s</h3>\n<p>%s</p>\n<form action="/newsletter" method="post"><input type="email" name="email" aria-label="%s"><button>%s</button></form>\n</%s>'
            % (tag, w["letter"], w["letter_text"], w["mail"], w["sign_up"], tag))


def cookies(page):
    w = page["words"]
    return ('<div id="cookie-notice" role="dialog"><p>%s</p><button>%s</button><button>%s</button></div>' % (w["cookies"], w["accept"], w["refuse"]))


def menu(page, names=("home", "news", "markets", "opinion")):
    return "<ul>%s</ul>" % "".join('<li><a href="/%s">%s</a></li>' % ("" if name == "home" else name, page["words"][name]) for name in names)


def footer(page):
    w = page["words"]
    return ('<footer class="site-footer">\n<nav><a href="/imprint">%s</a> <a href="/privacy">%s</a> <a href="/terms">%s</a></nav>\n<p>© %s %s. %s</p>\n</footer>'
            % (w["imprint"], w["privacy"], w["terms"], page["day"][:4], page["name"], w["rights"]))


def semantic(page):
    w = page["words"]
    head = ["<title>%s | %s</title>" % (page["title"], page["name"]), '<link rel="canonical" href="%s">' % link(page), *open_graph(page), json_ld(page, True)]
    return head, ["<body>", '<a class="skip" href="#main">%s</a>' % w["skip"], "<header>", '<a href="/" class="logo">%s</a>' % page["name"],
                  '<nav aria-label="%s">%s</nav>' % (w["menu"], menu(page)), "</header>", '<main id="main">', "<article>", "<header>", "<h1>%s</h1>" % page["title"],
                  page["tags"], '<p class="meta">%s <span class="author" rel="author">%s</span> · <time datetime="%s">%s</time></p>' % (w["by"], w["staff"], page["stamp"], page["day"]),
                  share(page), "</header>", *page["blocks"], "</article>", '<aside aria-label="%s">\n<h2>%s</h2>\n<ul>\n%s\n</ul>\n</aside>' % (w["related"], w["related"], page["related"]),
                  "</main>", newsletter(page), footer(page), cookies(page), "</body>"]


def nested_divs(page):
    w = page["words"]
    head = ["<title>%s - %s</title>" % (page["title"], page["name"]), '<meta property="article:published_time" content="%s">' % page["stamp"], *open_graph(page)]
    return head, ["<body>", cookies(page), '<div class="wrap">', '<div class="top"><div class="top-in"><div class="brand"><a href="/">%s</a></div><div class="links">%s</div></div></div>' % (page["name"], menu(page)),
                  '<div class="row"><div class="col col-8"><div class="box"><div class="box-in">', '<div class="hl"><h1>%s</h1></div>' % page["title"], page["tags"],
                  '<div class="sub"><span>%s</span> <span>%s</span></div>' % (page["day"], w["staff"]), share(page), '<div class="txt">', *page["blocks"], "</div>",
                  '<div class="rel"><div class="rel-h">%s</div><ul>\n%s\n</ul></div>' % (w["related"], page["related"]), "</div></div></div>",
                  '<div class="col col-4"><div class="side"><div class="ad">%s</div><div class="side-h">%s</div>%s</div></div></div>' % (w["advert"], w["popular"], menu(page, ("markets", "opinion"))),
                  newsletter(page, "div"), '<div class="foot"><a href="/imprint">%s</a> <a href="/privacy">%s</a> © %s</div>' % (w["imprint"], w["privacy"], page["name"]), "</div>", "</body>"]


def blog(page):
    w = page["words"]
    head = ["<title>%s – %s</title>" % (page["title"], page["name"]), '<link rel="canonical" href="%s">' % link(page), *open_graph(page),
            '<meta property="article:published_time" content="%s">' % page["stamp"]]
    return head, ['<body class="single single-post">', '<div id="page" class="site">', '<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">%s</a></p>' % page["name"],
                  '<nav id="site-navigation" class="main-navigation">%s</nav></header>' % menu(page), '<div id="content" class="site-content">', '<main id="primary">',
                  '<article class="post type-post status-publish hentry">', '<header class="entry-header"><h1 class="entry-title">%s</h1>' % page["title"], page["tags"],
                  '<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="%s">%s</time></span></div></header>' % (page["stamp"], page["day"]),
                  '<div class="entry-content">', *page["blocks"], '<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">%s</h3>%s</div>' % (w["share"], share(page)),
                  '<div class="related-posts"><h3>%s</h3><ul>\n%s\n</ul></div>' % (w["related"], page["related"]), "</div>", "</article>",
                  '<div id="comments" class="comments-area"><h2>%s</h2><p>%s</p></div>' % (w["comments"], w["log_in"]), "</main>",
                  '<aside id="secondary" class="widget-area"><section class="widget"><h2>%s</h2>%s</section></aside>' % (w["latest"], menu(page)), "</div>", footer(page), "</div>", cookies(page), "</body>"]


def letter(page):
    w = page["words"]
    half = (len(page["blocks"]) + 1) // 2 if len(page["blocks"]) > 1 and not any(block.startswith(("<dl", "<dt", "<ul", "<ol", "<li")) for block in page["blocks"]) else len(page["blocks"])
    head = ["<title>%s</title>" % page["title"], '<meta name="author" content="%s">' % escape(page["outlet"]["name"], **ATTRIBUTE), *open_graph(page), json_ld(page, False)]
    return head, ["<body>", '<div class="main-menu"><a href="/">%s</a> <button>%s</button></div>' % (page["name"], w["sign_up"]), '<div class="single-post-container"><div class="container"><div class="single-post">',
                  '<article class="newsletter-post post">', '<div class="post-header"><h1 class="post-title">%s</h1>%s<div class="post-date">%s</div>%s</div>' % (page["title"], page["tags"], page["day"], share(page)),
                  '<div class="available-content"><div class="body markup">', *page["blocks"][:half], '<div class="subscription-widget-wrap"><p>%s</p><form action="/subscribe"><input type="email" aria-label="%s"><button>%s</button></form></div>' % (w["letter_text"], w["mail"], w["sign_up"]),
                  *page["blocks"][half:], "</div></div>", "</article>", '<div class="more"><h4>%s</h4><ul>\n%s\n</ul></div>' % (w["more"], page["related"]), "</div></div></div>", footer(page), "</body>"]


def portal(page):
    w = page["words"]
    head = ["<title>%s :: %s</title>" % (page["name"], page["title"]), '<meta name="date" content="%s">' % page["stamp"],
            '<meta name="description" content="%s">' % escape(page["brief"]["title"], **ATTRIBUTE)]
    return head, ["<body>", '<div id="header"><h2><a href="/">%s</a></h2></div>' % page["name"], '<table class="grid" role="presentation"><tr>', '<td class="left" valign="top">%s</td>' % menu(page),
                  '<td class="main" valign="top">', '<h1 class="headline">%s</h1>' % page["title"], page["tags"], '<p class="date">%s: %s</p>' % (w["published"], page["day"]), '<div id="artText">',
                  *page["blocks"], "</div>", share(page), '<div class="seealso"><b>%s</b><ul>\n%s\n</ul></div>' % (w["related"], page["related"]), "</td>",
                  '<td class="right" valign="top"><div class="banner">%s</div></td>' % w["advert"], "</tr></table>", footer(page), "</body>"]


def wire(page):
    w = page["words"]
    head = ["<title>%s | %s</title>" % (page["title"], page["name"]), '<link rel="canonical" href="%s">' % link(page), json_ld(page, True), *open_graph(page)]
    related = '<aside class="inline-related"><p>%s</p><ul>\n%s\n</ul></aside>' % (w["related"], page["related"])
    return head, ["<body>", cookies(page), '<header class="bar"><a href="/">%s</a><form role="search"><input aria-label="%s"></form></header>' % (page["name"], w["search"]),
                  '<nav class="crumbs"><a href="/">%s</a> › <a href="/news">%s</a></nav>' % (w["home"], w["news"]), '<main role="main">', '<section class="story" itemscope itemtype="https://schema.org/NewsArticle">',
                  '<h1 itemprop="headline">%s</h1>' % page["title"], page["tags"], '<div class="byline"><span itemprop="author">%s</span> <time itemprop="datePublished" datetime="%s">%s</time> <span>2 %s</span></div>' % (w["staff"], page["stamp"], page["day"], w["read"]),
                  '<div itemprop="articleBody">', *page["blocks"], "</div>", related, share(page), "</section>", "</main>", newsletter(page), footer(page), "</body>"]


def magazine(page):
    w = page["words"]
    head = ["<title>%s</title>" % page["title"], *open_graph(page), '<meta property="article:published_time" content="%s">' % page["stamp"], '<meta name="robots" content="max-image-preview:large">']
    return head, ["<body>", '<div class="app">', '<header><div class="logo">%s</div>%s</header>' % (page["name"], menu(page)), '<div class="article-page">', '<h1 class="article-title">%s</h1>' % page["title"], page["tags"],
                  '<div class="article-info"><time datetime="%s">%s</time></div>' % (page["stamp"], page["day"]), share(page, "nav"), '<div class="article-content">', *page["blocks"], "</div>", newsletter(page, "div"),
                  '<div class="recommended"><h2>%s</h2><ul>\n%s\n</ul></div>' % (w["related"], page["related"]), "</div>", footer(page), "</div>", cookies(page), "</body>"]


LAYOUTS = (semantic, nested_divs, blog, letter, portal, wire, magazine)
