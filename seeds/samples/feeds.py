"""Feeds of an outlet in four formats: title, link, guid, date and a first sentence, never the whole text."""
import json
from datetime import datetime, timedelta
from xml.sax.saxutils import escape, quoteattr

FORMATS = ("rss", "atom", "jsonfeed", "rdf")
FILE_NAMES = {"rss": "feed.xml", "atom": "feed.xml", "jsonfeed": "feed.json", "rdf": "feed.xml"}
CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
    "jsonfeed": "application/feed+json; charset=utf-8", "rdf": "application/rdf+xml; charset=utf-8",
}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def render(kind, outlet, items):
    """The feed's text. Items come newest first, each with url, title, instant (an aware datetime) and summary."""
    return {"rss": rss, "atom": atom, "jsonfeed": json_feed, "rdf": rdf}[kind](outlet, items)


def rfc3339(instant):
    return instant.strftime("%Y-%m-%dT%H:%M:%S") + offset(instant, ":", "Z")


def rfc822(instant):
    return "%s, %02d %s %d %s %s" % (DAYS[instant.weekday()], instant.day, MONTHS[instant.month - 1], instant.year,
                                     instant.strftime("%H:%M:%S"), offset(instant, "", "GMT"))


def offset(instant, colon, zero):
    minutes = int((instant.utcoffset() or timedelta()).total_seconds() // 60)
    return zero if minutes == 0 else "%s%02d%s%02d" % ("-" if minutes < 0 else "+", abs(minutes) // 60, colon, abs(minutes) % 60)


def rss(outlet, items):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">', "<channel>",
             "<title>%s</title>" % escape(outlet["name"]), "<link>%s</link>" % escape(outlet["siteUrl"]),
             "<description>%s</description>" % escape(outlet["name"]), "<language>%s</language>" % outlet["language"],
             '<atom:link href=%s rel="self" type="application/rss+xml"/>' % quoteattr(outlet["feedUrl"])]
    for item in items:
        lines += ["<item>", "<title>%s</title>" % escape(item["title"]), "<link>%s</link>" % escape(item["url"]),
                  '<guid isPermaLink="true">%s</guid>' % escape(item["url"]), "<pubDate>%s</pubDate>" % rfc822(item["instant"]),
                  "<description><![CDATA[<p>%s</p>]]></description>" % escape(item["summary"]), "</item>"]
    return "\n".join(lines + ["</channel>", "</rss>", ""])


def atom(outlet, items):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">' % outlet["language"],
             "<title>%s</title>" % escape(outlet["name"]), "<id>%s</id>" % escape(outlet["feedUrl"]),
             '<link rel="self" href=%s/>' % quoteattr(outlet["feedUrl"]), '<link rel="alternate" href=%s/>' % quoteattr(outlet["siteUrl"]),
             "<updated>%s</updated>" % rfc3339(max(item["instant"] for item in items)), "<author><name>%s</name></author>" % escape(outlet["name"])]
    for item in items:
        lines += ["<entry>", '<title type="text">%s</title>' % escape(item["title"]), '<link rel="alternate" href=%s/>' % quoteattr(item["url"]),
                  "<id>%s</id>" % escape(item["url"]), "<published>%s</published>" % rfc3339(item["instant"]),
                  "<updated>%s</updated>" % rfc3339(item["instant"]), '<summary type="text">%s</summary>' % escape(item["summary"]), "</entry>"]
    return "\n".join(lines + ["</feed>", ""])


def json_feed(outlet, items):
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet["name"], "home_page_url": outlet["siteUrl"],
            "feed_url": outlet["feedUrl"], "language": outlet["language"],
            "items": [{"id": item["url"], "url": item["url"], "title": item["title"], "summary": item["summary"],
                       "content_text": item["summary"], "date_published": rfc3339(item["instant"])} for item in items]}
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"


def rdf(outlet, items):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">',
             "<channel rdf:about=%s>" % quoteattr(outlet["feedUrl"]), "<title>%s</title>" % escape(outlet["name"]),
             "<link>%s</link>" % escape(outlet["siteUrl"]), "<description>%s</description>" % escape(outlet["name"]),
             "<dc:language>%s</dc:language>" % outlet["language"], "<items><rdf:Seq>"]
    lines += ["<rdf:li rdf:resource=%s/>" % quoteattr(item["url"]) for item in items] + ["</rdf:Seq></items>", "</channel>"]
    for item in items:
        lines += ["<item rdf:about=%s>" % quoteattr(item["url"]), "<title>%s</title>" % escape(item["title"]), "<link>%s</link>" % escape(item["url"]),
                  "<description>%s</description>" % escape(item["summary"]), "<dc:date>%s</dc:date>" % rfc3339(item["instant"]), "</item>"]
    return "\n".join(lines + ["</rdf:RDF>", ""])


def instant_of(published):
    """The instant of a brief's date: a day alone is midnight UTC, a time without a zone is UTC."""
    instant = datetime.fromisoformat(published.replace("Z", "+00:00"))
    return instant if instant.tzinfo else instant.replace(tzinfo=datetime.fromisoformat("2000-01-01T00:00:00+00:00").tzinfo)
