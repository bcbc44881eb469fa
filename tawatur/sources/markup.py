"""The words of a piece of HTML, as feeds carry it: a line for every block, no scripts.

>>> words_of("<p>وصلت <b>القافلة</b>.</p><script>x</script><p>وعادت &amp; بقيت.</p>")
'وصلت القافلة.\\nوعادت & بقيت.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(["script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title"])
_TAG_OR_ENTITY = re.compile(r"<[/!a-zA-Z]|&[#a-zA-Z]")


def words_of(markup: str) -> str:
    """What a reader sees; text without any markup is left as it is."""
    if not _TAG_OR_ENTITY.search(markup):
        return markup.strip()
    try:
        tree = html.document_fromstring(
            markup.replace("\x00", "").encode("utf-8", errors="replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return ""
    lines = "".join(_pieces(tree)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _pieces(tree: html.HtmlElement) -> Iterator[str]:
    unseen: etree._Element | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if unseen is None and (tag in _UNSEEN or not tag):
                unseen = node
            elif unseen is None:
                yield "\n" if tag in _BLOCKS else ""
                yield (node.text or "").replace("\n", " ")
        else:
            if unseen is node:
                unseen = None
            elif unseen is None and event == "end":
                yield "\n" if tag in _BLOCKS else ""
            if unseen is None:
                yield (node.tail or "").replace("\n", " ")
