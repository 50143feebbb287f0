"""An article's blocks as the HTML that a site would write for them: roles show in structure and headings alone."""
import re
from html import escape

GERMAN_WORDS = {"ein", "eine", "eines", "der", "die", "das", "dahinter", "daneben", "und", "auf", "unter"}
QUESTION_END = re.compile(r"[?？]\s*")


def language_of_caption(text, language):
    """German where at least three words are German function words; otherwise the article's language."""
    words = re.findall(r"\w+", text.lower())
    return "de" if language != "de" and sum(word in GERMAN_WORDS for word in words) >= 3 else language


def body(brief, style, words):
    """The article's HTML. `style` has: heading (tag), list (tag), faq ("heading", "bold" or "definition"), analogy ("p" or "blockquote"), keywords ("line" or "links")."""
    language, out = brief["language"], []
    blocks = brief["blocks"]
    for at, block in enumerate(blocks):
        role, text = block["role"], escape(block["text"], quote=False)
        before = blocks[at - 1]["role"] if at else None
        after = blocks[at + 1]["role"] if at + 1 < len(blocks) else None
        if role == "heading":
            out.append("<%s>%s</%s>" % (style["heading"], text, style["heading"]))
        elif role == "caption":
            out.append(figure(brief["id"], block["text"], language))
        elif role == "faq":
            out.append(question(block["text"], style["faq"], before != "faq", after != "faq"))
        elif role == "takeaway":
            if before != "takeaway":
                if before != "heading":
                    out.append("<%s>%s</%s>" % (style["heading"], words["takeaways"], style["heading"]))
                out.append("<%s>" % style["list"])
            out.append("<li>%s</li>" % text)
            if after != "takeaway":
                out.append("</%s>" % style["list"])
        elif role == "keywords":
            out.append(keywords(block["text"], style["keywords"], words))
        elif role == "analogy" and style["analogy"] == "blockquote":
            out.append("<blockquote>\n<p>%s</p>\n</blockquote>" % text)
        else:
            out.append("<p>%s</p>" % text)
    return out


def figure(name, text, language):
    own = language_of_caption(text, language)
    mark = "" if own == language else ' lang="%s"' % own
    return ('<figure>\n<img src="/images/%s.jpg" alt="" width="1200" height="675" loading="lazy">\n<figcaption%s>%s</figcaption>\n</figure>'
            % (name, mark, escape(text, quote=False)))


def question(text, style, first, last):
    end = QUESTION_END.search(text)
    if end is None:
        return "<p>%s</p>" % escape(text, quote=False)
    asked, answer = escape(text[:end.end()].strip(), quote=False), escape(text[end.end():], quote=False)
    if style == "bold":
        return "<p><strong>%s</strong> %s</p>" % (asked, answer)
    if style == "definition":
        return ("<dl>\n" if first else "") + "<dt>%s</dt>\n<dd>%s</dd>" % (asked, answer) + ("\n</dl>" if last else "")
    return "<h3>%s</h3>\n<p>%s</p>" % (asked, answer)


def keywords(text, style, words):
    if style == "line":
        return '<p class="keywords">%s: %s</p>' % (words["keywords"], escape(text, quote=False))
    links = ", ".join('<a href="/tag/%d" rel="tag">%s</a>' % (at + 1, escape(word.strip(), quote=False)) for at, word in enumerate(text.split(",")))
    return '<p class="tag-links"><span>%s:</span> %s</p>' % (words["tags"], links)
