"""What is said by whom in one report: its claims, grouped by their last teller.

The last teller of a chain is the one who says it: in «نقلت الصحيفة عن الوكالة عن المحافظ» the governor. Where nobody is named the outlet
speaks for itself, or the agency that it credits. An agency or outlet named as the teller speaks in its own voice too.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.merge.credits import UNNAMED, conveys, credit_of, entity_of, is_own, name_of, same_voice, told_by, voice
from tawatur.merge.records import Body, Saying, Teller, Telling
from tawatur.merge.words import bare
from tawatur.text.fold import fold_word

NOBODY = "unknown"
"""Who speaks in a report whose outlet nobody knows."""
_DEFINITE = ("\u0627\u0644", "\u0644\u0644")
"""How a name begins that takes up one named before: with the article."""
_ARTICLES = ("\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0627\u0644", "\u0644\u0644", "\u0644")
"""What is cut off before names are compared: the article with what may be joined to it, and «ل»."""
_LEAST = 3
"""Letters that remain at least."""
_SHORT = 2
"""Words of such a name at most."""
_DESCRIBED = 4
"""Words from which a teller is described and not just called by a name: a body's name has three at most, mostly."""
_SPEAKS_FOR = frozenset({"spokesman", "director"})
"""Offices whose word is the body's: a minister's may be his own."""
_MEDIA = frozenset({"agency"})
"""Mediums that name the outlet spoken to, not the occasion."""


class _Tellers(NamedTuple):
    of_many: frozenset[str]
    offices: dict[str, str]
    bodies: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _tellers() -> _Tellers:
    data = files("tawatur") / "data"
    words = tomllib.loads((data / "ar" / "merge.toml").read_text(encoding="utf-8"))["tellers"]
    offices = {fold_word(word): office for office, written in words["offices"].items() for word in written}
    bodies: dict[str, frozenset[str]] = {}
    for path in sorted((data / "actors").iterdir(), key=lambda path: path.name):
        for actor in tomllib.loads(path.read_text(encoding="utf-8")).get("actor", ()):
            spoken_for = {
                held["of"]
                for held in actor.get("office", ())
                if _SPEAKS_FOR & {offices.get(fold_word(word)) for word in held["title"].split()}
            }
            if spoken_for:
                bodies[actor["id"]] = frozenset(spoken_for)
    return _Tellers(frozenset(map(fold_word, words["of_many"])), offices, bodies)


def sayings_of(tellings: Iterable[Telling], report: Body) -> tuple[Saying, ...]:
    """The sayings of one report, in the order of their first claims."""
    credit = credit_of(report.text, outlet=report.outlet)
    grouped: list[tuple[Teller | None, list[Telling]]] = []
    for telling in tellings:
        teller = _last(telling, report, credit=credit)
        group = next((claims for known, claims in reversed(grouped) if _one_teller(known, teller)), None)
        if group is None:
            grouped.append((teller, [telling]))
        else:
            group.append(telling)
    return tuple(_saying(teller, tuple(claims), report, credit=credit) for teller, claims in grouped)


def _last(telling: Telling, report: Body, *, credit: str | None) -> Teller | None:
    """The origin of the chain; None where it is the outlet, its correspondent, or the agency that the whole report credits."""
    if not telling.chain:
        return None
    last = _speaker(telling.chain)
    spoken = told_by(last.words, entity=last.id)
    if is_own(last.words) or same_voice(spoken, voice(report.outlet)) or same_voice(spoken, credit):
        return None
    return last


def _speaker(chain: Sequence[Teller]) -> Teller:
    """The last of a chain who is no agency or outlet: «بحسب الوكالة» beside the spokesman says through whom; the last of all where they all are."""
    return next((link for link in reversed(chain) if not conveys(link.words, entity=link.id)), chain[-1])


def _one_teller(a: Teller | None, b: Teller | None) -> bool:
    """Whether a teller named before and one named now are one who speaks on one occasion: «الوزارة» after «وزارة الصحة في بيان»."""
    if a is None or b is None:
        return a is b
    if a.audience != b.audience and a.audience is not None and b.audience is not None:
        return False
    if a.words == b.words:
        return True
    if a.id is not None and b.id is not None:
        one = bool(speaks_for(a.id) & speaks_for(b.id)) and not a.anonymous and not b.anonymous
        return one and one_office(a.words, b.words) and not (a.id == b.id and described_apart(a.words, b.words))
    before, now = name_words(a.words), name_words(b.words)
    taken_up = (b.words.startswith(_DEFINITE) or not b.anonymous) and len(now) <= _SHORT and now < before
    return bool(now) and (now == before or taken_up)


def _saying(teller: Teller | None, tellings: tuple[Telling, ...], report: Body, *, credit: str | None) -> Saying:
    own = voice(report.outlet)
    spoken = told_by(teller.words, entity=teller.id) if teller else (credit or own)
    speakers = (_speaker(telling.chain) for telling in tellings if telling.chain)
    mediums = {speaker.medium for speaker in speakers if speaker.medium}
    who = teller.words if teller else (name_of(credit) if credit else report.outlet or NOBODY)
    return Saying(
        id=_id(report.key, who, teller.audience if teller else None),
        report=report.key,
        outlet=report.outlet,
        published=report.published,
        who=who,
        called=(teller.text if teller else None) or who,
        entity=entity_of(spoken) or (teller.id if teller else None),
        side=teller.side if teller else None,
        voice=spoken,
        own_voice=teller is None and credit is None,
        anonymous=spoken == UNNAMED or (teller is not None and spoken is None and is_anonymous(teller)),
        audience=_audience(teller, own),
        through=_through(tellings, own, credit, _audience(teller, own)),
        mediums=tuple(sorted(mediums - _MEDIA)),
        tellings=tellings,
    )


def _id(report: str, who: str, audience: str | None) -> str:
    return hashlib.sha256("\n".join((report, who, audience or "")).encode()).hexdigest()[:20]


def _audience(teller: Teller | None, own: str | None) -> str | None:
    """To whom he spoke: «للصحيفة» is the outlet that says so."""
    if teller is None or teller.audience is None:
        return None
    named = told_by(teller.audience, entity=None)
    return named or voice(teller.audience) or own


def _through(tellings: tuple[Telling, ...], *known: str | None) -> tuple[str, ...]:
    """The agencies and outlets that what is said came through; not «وكالات», which may be any."""
    links = (link for telling in tellings for link in telling.chain if link is not _speaker(telling.chain))
    found = {*known, *(told_by(link.words, entity=link.id) for link in links)} - {None, UNNAMED}
    return tuple(sorted(name for name in found if name))


def is_anonymous(teller: Teller) -> bool:
    """Whether nobody can tell who it is: said to be unnamed, or one of many («ضابط», «سكان في البلدة») without a name."""
    first = teller.words.split()[:1]
    return teller.anonymous or (teller.id is None and bool(first) and first[0] in _tellers().of_many)


def speaks_for(entity: str | None) -> frozenset[str]:
    """An entity with the bodies whose spokesman or director it is.

    >>> sorted(speaks_for("rami-abdel-rahman"))
    ['rami-abdel-rahman', 'sohr']
    """
    return frozenset((entity,)) | _tellers().bodies.get(entity, frozenset()) if entity else frozenset()


def one_office(a: str, b: str) -> bool:
    """Whether two tellers of one body may be one: not if one is its minister and the other its spokesman.

    >>> one_office("وزير الدفاع", "المتحدث باسم الوزاره"), one_office("وزاره الدفاع", "المتحدث باسم الوزاره")
    (False, True)
    """
    held_a, held_b = _offices(a), _offices(b)
    return not held_a or not held_b or bool(held_a & held_b)


def described_apart(a: str, b: str) -> bool:
    """Whether two tellers taken for one body are described in other words throughout: an analyst is not the body's spokesman.

    >>> described_apart("العميد المتقاعد نبيل الصالح وهو محلل", "متحدث باسم الجيش"), described_apart("الجيش", "متحدث باسم القوات")
    (True, False)
    """
    words_a, words_b = name_words(a), name_words(b)
    long = max(len(words_a), len(words_b)) >= _DESCRIBED
    return long and not words_a & words_b and not _offices(a) & _offices(b)


def _offices(words: str) -> frozenset[str]:
    known = _tellers().offices
    return frozenset(known[word] for word in words.split() if word in known)


def name_words(words: str) -> frozenset[str]:
    """The words by which a teller is told apart, without article and «ل».

    >>> name_words("لبيان الجيش") == name_words("بيان للجيش")
    True
    """
    return frozenset(_plain(word) for word in words.split() if bare(word) is not None)


def _plain(word: str) -> str:
    rest = next((word[len(cut) :] for cut in _ARTICLES if word.startswith(cut)), word)
    return rest if len(rest) >= _LEAST else word
