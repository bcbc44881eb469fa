"""What goes wrong on the articles to look at, by cause; the articles kept for measuring are never shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from evaluation.compared import right_fields, same_kind
from evaluation.gold import Compared
from evaluation.matching import Row, Span
from tawatur.kit import Kit
from tawatur.text.fold import fold

_AROUND = 50
_BEFORE, _AFTER = 4, 4
"""How many letters less one are tried off the beginning and the end of a word when it is looked up."""
_SHORTEST = 3
_RARE = 5
"""Causes with fewer faults are counted together."""


def faults(articles: Iterable[Compared], *, kit: Kit) -> Iterator[tuple[str, str]]:
    """Cause and excerpt of each fault, such as ("missed: word not in lexicon", "… [[نزح]] …")."""
    for article in articles:
        name = article.gold["id"]
        for claim in article.missed:
            known = any(_in_lexicon(word, kit=kit) for word in _folded(article.text, claim["trigger"]))
            cause = "word in lexicon, not fired" if known else "word not in lexicon"
            yield f"missed: {cause}", f"{claim['kind']:14} {_shown(article, claim['trigger'])}  ({name})"
        for claim in article.spurious:
            yield f"spurious: {claim['rule']}", f"{_shown(article, claim['trigger'])}  ({name})"
        for gold, claim in article.pairs:
            if not same_kind(gold, claim):
                label = f"{gold['kind']} read as {claim['kind']} by {claim['rule']}"
                yield "kind", f"{label}: {_shown(article, gold['trigger'])}  ({name})"
                continue
            fields = right_fields(article.text, gold, claim)
            for key in ("actor", "target", "where", "when", "reality", "chain" if fields["origin"] else "origin"):
                if not fields[key]:
                    excerpt = f"{_told(article, key, gold, claim)}: {_shown(article, gold['trigger'])}  ({name})"
                    yield f"{key}: {_wrong(key, gold, claim)}", excerpt


def written(found: Iterable[tuple[str, str]]) -> str:
    """The faults as text, the most frequent cause first."""
    by_cause: dict[str, list[str]] = {}
    for cause, excerpt in found:
        by_cause.setdefault(cause, []).append(excerpt)
    ordered = sorted(by_cause.items(), key=lambda item: (item[0].startswith("spurious"), -len(item[1])))
    return "\n".join(f"== {cause}: {len(rows)}\n" + "\n".join(f"  {row}" for row in rows) for cause, rows in ordered)


def counted(found: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How many faults there are of each cause, most first; rare causes of a field and all spurious claims stand together."""
    exact = Counter("spurious" if cause.startswith("spurious") else cause for cause, _ in found)
    counts: Counter[str] = Counter()
    for cause, number in exact.items():
        counts[cause if number >= _RARE else f"{cause.partition(':')[0]}: other"] += number
    return dict(counts.most_common())


def _wrong(key: str, gold: Row, claim: Row) -> str:
    """In which way a field is wrong: "none read", "read where the gold has none", "another", or the two labels."""
    if key == "reality":
        return f"{gold[key]} read as {claim[key]}"
    source = "chain" if key == "origin" else key
    if not claim[source]:
        return "none read"
    return "another" if gold[source] else "read where the gold has none"


def _shown(article: Compared, span: Span) -> str:
    before = article.text[max(0, span[0] - _AROUND) : span[0]]
    after = article.text[span[1] : span[1] + _AROUND]
    return f"{before}[[{article.text[span[0] : span[1]]}]]{after}".replace("\n", " ¶ ")


def _told(article: Compared, key: str, gold: Row, claim: Row) -> str:
    source = "chain" if key == "origin" else key

    def words(row: Row) -> str:
        value = row[source]
        if key in ("reality", "when"):
            return str(value)
        spans = [part["span"] if isinstance(part, dict) else part for part in value]
        return " + ".join(article.text[start:end] for start, end in spans) or "–"

    return f"gold {words(gold)} | read {words(claim)}"


def _folded(text: str, span: Span) -> list[str]:
    start, end = span
    while end < len(text) and text[end].isalpha():
        end += 1
    return fold(text[start:end]).text.split()


def _in_lexicon(word: str, *, kit: Kit) -> bool:
    parts = (word[start : len(word) - end] for start in range(_BEFORE) for end in range(_AFTER))
    return any(kit.lexicon.by_form(part) for part in parts if part == word or len(part) >= _SHORTEST)
