#!/usr/bin/env python3
"""Writes the sample corpus: a feed for every outlet, a page for every brief, and web.json that says which address is which file.

    python3 make.py path/to/briefs.jsonl

Python 3 standard library only. The same briefs give the same bytes. Labels of the briefs are not read.
"""
import hashlib
import html.parser
import json
import pathlib
import re
import shutil
import sys
import unicodedata

import feeds
import page_layouts
from words import WORDS

HERE = pathlib.Path(__file__).resolve().parent
# Not behind a single letter or an ordinal of one or two digits ("am 28. November")
SENTENCE_END = re.compile(r"(?<!\W\w)(?<!\W\d\d)[.!?](?=\s+[\"„“«(]?[^\W_a-z])|[。！？]")
RELATED = 3
# The report that shows words of the site side by side under its headline
TAG_ROWS = {"b008": ("Amazon", "AWS Trainium", "AI Chips")}


def main():
    briefs = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8") if line.strip()]
    outlets = outlets_of(briefs)
    files = []
    for outlet in outlets.values():
        folder = HERE / "web" / outlet["id"]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        own = sorted((brief for brief in briefs if brief["outlet"] == outlet["name"]), key=lambda brief: (feeds.instant_of(brief["published"]), brief["id"]))
        kind = outlet.pop("format")
        items = [{"url": brief["url"], "title": brief["title"], "instant": feeds.instant_of(brief["published"]), "summary": first_sentence(brief)} for brief in reversed(own)]
        files.append(write(folder / feeds.FILE_NAMES[kind], feeds.render(kind, outlet, items), outlet["feedUrl"], feeds.CONTENT_TYPES[kind]))
        for brief in own:
            page = page_layouts.render(stable(outlet["id"], page_layouts.LAYOUT_COUNT), brief, outlet, related_to(brief, briefs), WORDS[brief["language"]], TAG_ROWS.get(brief["id"], ()))
            check(brief, page)
            files.append(write(folder / (brief["id"] + ".html"), page, brief["url"].split("#")[0], "text/html; charset=utf-8"))
    web = {"outlets": list(outlets.values()), "files": files}
    (HERE / "web.json").write_text(json.dumps(web, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print("%d outlets, %d files" % (len(outlets), len(files)))


def outlets_of(briefs):
    """The outlets by slug, sorted; the language is that of most of their briefs."""
    found = {}
    for name in sorted({brief["outlet"] for brief in briefs}):
        languages = [brief["language"] for brief in briefs if brief["outlet"] == name]
        slug = slug_of(name)
        kind = feeds.FORMATS[stable(slug + "/feed", len(feeds.FORMATS))]
        assert slug not in found, slug
        found[slug] = {"id": slug, "name": name, "language": max(sorted(set(languages)), key=languages.count), "format": kind,
                       "feedUrl": "https://samples.invalid/%s/%s" % (slug, feeds.FILE_NAMES[kind]), "siteUrl": "https://samples.invalid/%s/" % slug}
    return dict(sorted(found.items()))


def slug_of(name):
    """Lower-case ASCII letters and digits parted by hyphens; a name without any becomes "outlet-" and a stable number."""
    plain = unicodedata.normalize("NFD", name.replace("ı", "i")).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "outlet-%d" % stable(name, 10000)


def stable(text, count):
    """A number below `count` that depends on the text alone."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:4], "big") % count


def first_sentence(brief):
    text = next(block["text"] for block in brief["blocks"] if block["role"] == "fact")
    end = SENTENCE_END.search(text)
    return text[:end.end()] if end else text


def related_to(brief, briefs):
    """Other articles in the same language where there are any: (title, url), chosen by a stable order."""
    others = [other for other in briefs if other["id"] != brief["id"] and other["language"] == brief["language"]]
    others.sort(key=lambda other: hashlib.sha256((brief["id"] + other["id"]).encode()).digest())
    return [(other["title"], other["url"]) for other in others[:RELATED]]


def write(path, text, url, content_type):
    path.write_bytes(text.encode("utf-8"))
    return {"url": url, "file": path.relative_to(HERE).as_posix(), "contentType": content_type}


class VisibleText(html.parser.HTMLParser):
    """The text that a reader sees, without scripts and head."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style", "head")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "head")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def check(brief, page):
    """Stops where a page does not hold every block's text in order, white space aside."""
    reader = VisibleText()
    reader.feed(page)
    text, at = "".join("".join(reader.parts).split()), 0
    for block in [{"text": brief["title"]}, *brief["blocks"]]:
        wanted = "".join(block["text"].split())
        at = text.find(wanted, at)
        if at < 0:
            sys.exit("%s: a page lacks “%s”" % (brief["id"], block["text"]))
        at += len(wanted)


if __name__ == "__main__":
    main()
