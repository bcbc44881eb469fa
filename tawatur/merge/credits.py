"""Whose text a report says it is: «القاهرة (رويترز) -», «(أ ف ب)», «سبق- وكالات:», and whether two names mean one outlet.

    >>> voice("وكالة رويترز"), voice("رويترز"), voice("موقع بوابة أعزاز")
    ('reuters', 'reuters', 'اعزاز')
    >>> credit_of("باريس (أ ف ب) - قالت الوزارة إن الاجتماع أرجئ.", outlet="صحيفة المرفأ")
    'afp'

Names are those of the agencies and outlets among the actors, and any name where a dateline has one.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

UNNAMED = "agencies"
"""The voice of «وكالات»: some agency, nobody says which."""
_OPENING = 110
"""Characters in which a dateline ends."""
_JOINED = "\u0644\u0648"
"""Letters that may stand joined before a name: «لرويترز», «ورويترز»."""
_ARTICLE = "\u0627\u0644"
_DATELINE = re.compile(r"[^\n.«»\"“]{2,70}(?:\)\s*[-–—:ـ]+|\s[-–—]\s(?![0-9])|:|/[^/\n]{2,25}/|-\s|$)")
_SIGNS = re.compile(r"[-–—/،,:()\[\]]")
_NAMED = re.compile(r"\(\s*([^()\n]{2,25}?)\s*\)\s*[-–—]")
_CREDITED = re.compile(
    r"(?:^|[.!؟»\"”])\s*[(\[]\s*([^()\[\]\n]{2,30})\s*[)\]]\s*\.?\s*$|^\s*([^\n.]{2,30}?)\s*$", re.MULTILINE
)


class _Names(NamedTuple):
    ids: dict[tuple[str, ...], str]
    called: dict[str, str]
    agencies: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    own: frozenset[str]


def _forms(phrase: str) -> tuple[str, ...]:
    return tuple(fold_word(token.text) for token in tokens(phrase.replace("_", " ")) if token.text[0].isalnum())


@lru_cache(maxsize=1)
def _names() -> _Names:
    data = files("tawatur") / "data"
    listed = tomllib.loads((data / "actors" / "media.toml").read_text(encoding="utf-8"))["actor"]
    words = tomllib.loads((data / "ar" / "merge.toml").read_text(encoding="utf-8"))["credits"]
    ids = {_forms(phrase): UNNAMED for phrase in words["unnamed"]}
    for id_, phrases in words["spelled"].items():
        ids.update({_forms(phrase): id_ for phrase in phrases})
    outlets = [actor for actor in listed if actor["type"] in {"agency", "outlet", "media_arm"}]
    for actor in outlets:
        for phrase in (actor["ar"], *actor.get("names", ()), *actor.get("weak", ()), actor.get("en", "")):
            if forms := _forms(phrase):
                ids.setdefault(forms, actor["id"])
    return _Names(
        ids,
        {UNNAMED: words["unnamed"][0], **{actor["id"]: actor["ar"] for actor in outlets}},
        frozenset(actor["id"] for actor in outlets if actor["type"] == "agency") | {UNNAMED},
        frozenset(word for phrase in words["heads"] for word in _forms(phrase)),
        frozenset(word for phrase in words["tails"] for word in _forms(phrase)),
        frozenset(word for phrase in words["own"] for word in _forms(phrase)),
    )


@lru_cache(maxsize=10_000)
def voice(name: str | None) -> str | None:
    """One name for an agency or outlet however it is written: the id where it is known, else its own words, folded.

    >>> voice("وكالة القرن للأنباء") == voice("القرن")
    True
    """
    forms = _forms(name or "")
    if not forms:
        return None
    known = known_voice(forms)
    if known is not None:
        return known
    names = _names()
    kept = [form for form in forms if form not in names.heads and form not in names.tails]
    return " ".join(kept or forms)


def known_voice(forms: tuple[str, ...]) -> str | None:
    """The id of an agency or outlet from its folded words, with or without «وكالة», «مراسل» and the like."""
    names = _names()
    while forms:
        joined = (forms[0][1:], *forms[1:]) if forms[0][0] in _JOINED else forms
        found = names.ids.get(forms) or names.ids.get(joined)
        if found is not None:
            return found
        if forms[0] not in names.heads:
            return None
        forms = forms[1:]
    return None


def told_by(words: str, *, entity: str | None) -> str | None:
    """The voice of a teller who is an agency or outlet itself; None for anybody else.

    >>> told_by("مراسل وكاله رويترز", entity=None), told_by("وزير الدفاع", entity=None)
    ('reuters', None)
    """
    names = _names()
    if entity in names.ids.values():
        return entity
    return known_voice(tuple(words.split()))


def conveys(words: str, *, entity: str | None) -> bool:
    """Whether a teller is an agency or outlet, known or by its noun: «الوكالة», «قناة المرفأ».

    >>> conveys("الوكاله", entity=None), conveys("قناه المرفا", entity=None), conveys("هيئه تحرير الشام", entity="hts")
    (True, True, False)
    """
    if told_by(words, entity=entity) is not None:
        return True
    first = words.split()[:1]
    heads = _names().heads
    return entity is None and any(word in heads or word.removeprefix(_ARTICLE) in heads for word in first)


def name_of(name: str) -> str:
    """What a voice is called: the Arabic name where it is known.

    >>> name_of("reuters"), name_of("نورس")
    ('وكالة رويترز', 'نورس')
    """
    return _names().called.get(name, name)


def entity_of(name: str | None) -> str | None:
    """The id of a voice that is a known agency or outlet."""
    return name if name != UNNAMED and name in _names().called else None


def is_agency(name: str | None) -> bool:
    """Whether a voice is that of a news agency."""
    return name in _names().agencies


def is_own(words: str) -> bool:
    """Whether a teller is the outlet's own: «مراسلنا»."""
    return not _names().own.isdisjoint(words.split())


@lru_cache(maxsize=4096)
def credit_of(text: str, *, outlet: str | None) -> str | None:
    """The voice that a report credits with its text where it opens or ends; None where it credits nobody, or its own outlet."""
    own = voice(outlet)
    found = {name for name in (*_opening(text), *_ending(text)) if not same_voice(name, own)}
    return UNNAMED if len(found) > 1 else next(iter(found), None)


def _opening(text: str) -> list[str]:
    """Voices in the dateline: known ones between its signs first, then a single word in brackets before a dash: more words are an aside."""
    head = text.lstrip()[:_OPENING].split("\n")[0]
    dateline = _DATELINE.match(head)
    if dateline is None:
        return []
    parts = [_forms(part) for part in _SIGNS.split(dateline.group())]
    known = [name for part in parts if (name := known_voice(part) or known_voice(part[:2]) or known_voice(part[:1]))]
    named = _NAMED.search(dateline.group())
    if known or named is None:
        return known
    forms = _forms(named[1])
    return [voice(named[1]) or ""] if len(forms) == 1 and len(forms[0]) > 1 and not forms[0].isdigit() else []


def _ending(text: str) -> list[str]:
    """Known voices that stand alone in brackets or on a line after a finished sentence."""
    found = (match[1] or match[2] for match in _CREDITED.finditer(text))
    return [name for words in found for part in _SIGNS.split(words) if (name := known_voice(_forms(part)))]


def same_voice(a: str | None, b: str | None) -> bool:
    """Whether two voices are one outlet: equal, or the words of one are in the other's («سنابل» in «سنابل الساحل»)."""
    if a is None or b is None:
        return False
    if a == b:
        return True
    if UNNAMED in (a, b):
        return False
    words_a, words_b = frozenset(a.split()), frozenset(b.split())
    return words_a < words_b or words_b < words_a
