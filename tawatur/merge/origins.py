"""Which sayings are one act of saying, and the origins of a happening that follow.

An origin is one act of saying: who, to whom or on what occasion, when. Two sayings about one happening are one origin

* "copy": their claims stand in passages that one report has of the other,
* "same quotation": they quote the same words,
* "same document": one body's statement or bulletin of one day,
* "same speaker and day": one speaker on one day, where no two audiences or occasions are named,
* "same words": two named tellers who may be one say it on one day in the same words («القيادة في بيان», «الجيش»),
* "agency credit": the own voice of one agency, or one teller of its, wherever it is printed,
* "same outlet": the own voice of one outlet, on whatever day,
* "told again": an outlet repeats a teller or a sentence of its own, or tells later in its own voice what it had from one teller,
* "lead": what a report says in its own voice before it names its one teller.

Nothing else joins: two unnamed sources of two outlets stay two origins of unknown independence. What is in nobody's mouth leads to one
teller at most: a voice never makes one origin of two tellers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from tawatur.merge.copies import near
from tawatur.merge.credits import UNNAMED, is_agency, same_voice
from tawatur.merge.records import Copy, Join, Origin, Saying, Telling
from tawatur.merge.sayings import described_apart, name_words, one_office, speaks_for
from tawatur.merge.words import meaningful, stem
from tawatur.records import Span

QUOTED = 5
"""Meaningful words in a row that two quotations share: fewer are a slogan or a set phrase."""
_DAYS = 1
"""Days between the publications of one saying: what is said in the evening is printed on the morrow."""
_AGAIN = 0.8
"""Share of the meaningful words by which a sentence is the same sentence again."""
WORDED_ALIKE = 0.5
"""Share of the shorter sentence's words from which two named tellers of a day say the same thing: of the labelled pairs of claims
to tune on, no two named tellers of different origins share more than .40."""
_LEAST_ALIKE = 5
"""Words that two such sentences share at least."""
_NAME = 3
"""Words that a name with its title has: as many in common outweigh two ids, one fewer says enough where an id is missing."""
_DOCUMENTS = frozenset({"statement", "document"})
_SURE = (
    "copy",
    "same quotation",
    "same document",
    "same speaker and day",
    "told again",
    "agency credit",
    "same words",
    "same outlet",
    "lead",
)
"""Reasons, the surest first: the order in which sayings are put together."""


def about(saying: Saying, claims: frozenset[str]) -> Saying | None:
    """What a saying says of one happening, whose claims are given; None where it says nothing of it."""
    tellings = tuple(telling for telling in saying.tellings if telling.claim in claims)
    return msgspec.structs.replace(saying, tellings=tellings) if tellings else None


def join(a: Saying, b: Saying, *, copy: Copy | None, same_happening: bool) -> str | None:
    """The reason for which two sayings of two reports are one origin; None where there is none."""
    if a.report == b.report:
        return None
    if copy is not None and _copied(a, b, copy):
        return "copy"
    if _apart(a, b):
        return None
    if not _quoted(a).isdisjoint(_quoted(b)):
        return "same quotation"
    if not same_happening:
        return None
    if a.voice is not None and b.voice is not None:
        return _one_voice(a, b)
    if a.voice is not None or b.voice is not None:
        return None
    return _one_teller(a, b)


def _one_teller(a: Saying, b: Saying) -> str | None:
    """The reason for which two tellers who are not outlets say one thing on one occasion."""
    day = near(a.published, b.published, days=_DAYS)
    alike = name_words(a.who) == name_words(b.who)
    if _one_outlet(a, b) and (_worded_alike(a, b) >= _AGAIN or (day and alike)):
        return "told again"
    if day and alike and set(a.through) & set(b.through):
        return "agency credit"
    if a.anonymous or b.anonymous or not day or _other_occasion(a, b):
        return None
    if _one_speaker(a, b):
        return "same document" if _in_writing(a) and _in_writing(b) else "same speaker and day"
    if _may_be_one_body(a, b) and _worded_alike(a, b) >= WORDED_ALIKE:
        return "same words"
    return None


def _in_writing(saying: Saying) -> bool:
    return not _DOCUMENTS.isdisjoint(saying.mediums)


def _may_be_one_body(a: Saying, b: Saying) -> bool:
    """Whether nothing says that two named tellers are two: one is not known, or both are of one side."""
    if not one_office(a.who, b.who):
        return False
    return a.entity is None or b.entity is None or (a.side is not None and a.side == b.side)


def _apart(a: Saying, b: Saying) -> bool:
    """Whether both are on known sides, and these differ: enemies do not speak with one mouth, though they may quote each other."""
    return a.side is not None and b.side is not None and a.side != b.side


def _one_outlet(a: Saying, b: Saying) -> bool:
    return a.outlet is not None and a.outlet == b.outlet


def _one_voice(a: Saying, b: Saying) -> str | None:
    if a.voice is None or b.voice is None or UNNAMED in (a.voice, b.voice) or not same_voice(a.voice, b.voice):
        return None
    if a.own_voice and b.own_voice and not is_agency(a.voice):
        return "same outlet"
    return "agency credit"


def _one_speaker(a: Saying, b: Saying) -> bool:
    """Whether two named tellers are one: by their entity and office, else by the words of the name."""
    if not one_office(a.who, b.who):
        return False
    if speaks_for(a.entity) & speaks_for(b.entity):
        return a.entity != b.entity or not described_apart(a.who, b.who)
    words_a, words_b = name_words(a.who), name_words(b.who)
    if a.entity is not None and b.entity is not None:
        return len(words_a & words_b) >= _NAME and len(words_a & words_b) * 2 > len(words_a | words_b)
    return len(words_a & words_b) >= _NAME - 1 and (words_a <= words_b or words_b <= words_a)


def _other_occasion(a: Saying, b: Saying) -> bool:
    """Whether both name whom he spoke to, or how, and these differ."""
    if a.audience and b.audience and not same_voice(a.audience, b.audience):
        return True
    return bool(a.mediums and b.mediums) and not set(a.mediums) & set(b.mediums)


def _worded_alike(a: Saying, b: Saying) -> float:
    """How alike the most alike sentences of two sayings are: shared words of the shorter one's."""
    return max((_alike(x, y) for x in a.tellings for y in b.tellings), default=0.0)


def _alike(a: Telling, b: Telling) -> float:
    words_a, words_b = set(map(stem, a.words)), set(map(stem, b.words))
    shared = len(words_a & words_b)
    return shared / min(len(words_a), len(words_b)) if shared >= _LEAST_ALIKE else 0.0


def _quoted(saying: Saying) -> frozenset[tuple[str, ...]]:
    """Every so many meaningful words in a row of its quotations."""
    found: set[tuple[str, ...]] = set()
    for telling in saying.tellings:
        words = meaningful(telling.quotation) if telling.quotation else ()
        found.update(words[at : at + QUOTED] for at in range(len(words) - QUOTED + 1))
    return frozenset(found)


def _copied(a: Saying, b: Saying, copy: Copy) -> bool:
    """Whether a claim of one stands where the copied text has a claim of the other: the same trigger, or the same sentence and nobody else's."""
    turned = copy.a != a.report
    for passage in copy.passages:
        here, there = passage[::-1] if turned else passage
        for x in a.tellings:
            for y in b.tellings:
                if not _inside(x.sentence, here) or not _inside(y.sentence, there):
                    continue
                if copy.extent != "headline" and _same_trigger(x, y, here, there):
                    return True
                if _may_be_one(a, b) and _same_sentence_place(x, y, here, there):
                    return True
    return False


def _inside(sentence: Span, passage: Span) -> bool:
    return sentence[0] < passage[1] and passage[0] < sentence[1]


def _same_trigger(a: Telling, b: Telling, here: Span, there: Span) -> bool:
    """Whether triggers of two claims stand at one place of a passage."""
    scale = (there[1] - there[0]) / max(here[1] - here[0], 1)
    for start, end in a.trigger:
        if not (here[0] <= start and end <= here[1]):
            continue
        at = there[0] + (start - here[0]) * scale
        until = there[0] + (end - here[0]) * scale
        if any(first < until + 2 and at - 2 < last for first, last in b.trigger):
            return True
    return False


def _same_sentence_place(a: Telling, b: Telling, here: Span, there: Span) -> bool:
    """Whether most of both sentences is in one passage."""
    return _part(a.sentence, here) >= 0.5 and _part(b.sentence, there) >= 0.5


def _part(sentence: Span, passage: Span) -> float:
    shared = min(sentence[1], passage[1]) - max(sentence[0], passage[0])
    return shared / max(sentence[1] - sentence[0], 1)


def _may_be_one(a: Saying, b: Saying) -> bool:
    """Whether the tellers of two claims of one copied sentence may be one: the reader missed one, or they are named alike."""
    if a.voice is not None or b.voice is not None:
        return True
    return (a.entity is not None and a.entity == b.entity) or bool(name_words(a.who) & name_words(b.who))


def joins_of(
    tellings: Iterable[Telling], sayings: Iterable[Saying], copies: Mapping[tuple[str, str], Copy]
) -> tuple[Join, ...]:
    """The joins among the sayings of one happening, whose claims are the tellings.

    The sayings are all of the reports of these claims; copies go by the keys of their reports, the smaller first.
    """
    whole = {saying.id: saying for saying in sayings}
    known = _of_happening(tellings, whole.values())
    sole = _sole_tellers(whole.values())
    found = []
    for a, b in combinations(sorted(known.values(), key=lambda saying: saying.id), 2):
        copy = copies.get((min(a.report, b.report), max(a.report, b.report)))
        reason = join(a, b, copy=copy, same_happening=True) or _retold(a, b, sole=sole)
        if reason is not None:
            found.append(Join(a=a.id, b=b.id, reason=reason))
    return tuple(found)


def _of_happening(tellings: Iterable[Telling], sayings: Iterable[Saying]) -> dict[str, Saying]:
    """The sayings with what they say of the happening; a report's only teller also where that is nothing."""
    claims = frozenset(telling.claim for telling in tellings)
    known = {saying.id: found for saying in sayings if (found := about(saying, claims)) is not None}
    reports = {saying.report for saying in known.values() if saying.voice is not None}
    for report, teller in _sole_tellers(sayings).items():
        if report in reports:
            known.setdefault(teller.id, msgspec.structs.replace(teller, tellings=()))
    return known


def _sole_tellers(sayings: Iterable[Saying]) -> dict[str, Saying]:
    """Of each report that has just one teller beside its own voice, that teller."""
    found: dict[str, list[Saying]] = {}
    for saying in sayings:
        if saying.voice is None:
            found.setdefault(saying.report, []).append(saying)
    return {report: tellers[0] for report, tellers in found.items() if len(tellers) == 1}


def _retold(a: Saying, b: Saying, *, sole: Mapping[str, Saying]) -> str | None:
    """Whether one is an outlet's own voice that tells what its one teller says: before he is named, or in a later report."""
    if (a.voice is None) == (b.voice is None):
        return None
    own, teller = (a, b) if b.voice is None else (b, a)
    whole = sole.get(teller.report)
    if whole is None or whole.id != teller.id:
        return None
    if own.report == teller.report:
        return "lead" if min(t.sentence for t in own.tellings) <= min(t.sentence for t in whole.tellings) else None
    later = own.published is not None and teller.published is not None and teller.published < own.published
    return "told again" if later and _one_outlet(own, teller) and teller.tellings else None


def origins_of(tellings: Iterable[Telling], sayings: Iterable[Saying], joins: Iterable[Join]) -> tuple[Origin, ...]:
    """The origins of one happening, whose claims are the tellings: sayings that joins lead together, by their ids in order."""
    known = _of_happening(tellings, {saying.id: saying for saying in sayings}.values())
    groups = {id_: frozenset((id_,)) for id_ in known}
    why: dict[str, set[str]] = {id_: set() for id_ in known}
    usable = [found for found in joins if found.a in known and found.b in known]
    for found in sorted(usable, key=lambda found: (_rank(found, known), _SURE.index(found.reason), found.a, found.b)):
        one, other = groups[found.a], groups[found.b]
        if one != other and _rank(found, known) and _has_teller(one, known) and _has_teller(other, known):
            continue
        why[found.a].add(found.reason)
        for id_ in one | other:
            groups[id_] = one | other
    said = [group for group in set(groups.values()) if any(known[id_].tellings for id_ in group)]
    return tuple(
        _origin([known[id_] for id_ in sorted(group)], sorted(set().union(*(why[id_] for id_ in group))))
        for group in sorted(said, key=min)
    )


def _rank(found: Join, known: Mapping[str, Saying]) -> int:
    """Joins of two tellers come before those of two voices, and these before those of a voice and a teller."""
    voices = (known[found.a].voice is not None) + (known[found.b].voice is not None)
    return {0: 0, 2: 1, 1: 2}[voices]


def _has_teller(group: frozenset[str], known: Mapping[str, Saying]) -> bool:
    return any(known[id_].voice is None for id_ in group)


def _origin(sayings: list[Saying], reasons: list[str]) -> Origin:
    """One origin; who it is: a named teller before an unnamed one, an agency before the outlets that print it, then the first to tell."""
    first = min(sayings, key=_prominence)
    keys = "\n".join(saying.id for saying in sayings)
    return Origin(
        id=hashlib.sha256(keys.encode()).hexdigest()[:20],
        who=first.called,
        entity=first.entity,
        side=first.side,
        own_voice=first.own_voice,
        anonymous=first.anonymous,
        claims=tuple(sorted({telling.claim for saying in sayings for telling in saying.tellings})),
        reports=tuple(sorted({saying.report for saying in sayings})),
        outlets=tuple(sorted({saying.outlet for saying in sayings if saying.outlet is not None})),
        reasons=tuple(reasons),
    )


def _prominence(saying: Saying) -> tuple[int, str, str]:
    if saying.voice is None:
        sort = 1 if saying.anonymous else 0
    else:
        sort = 2 if is_agency(saying.voice) and saying.voice != UNNAMED else (3 if saying.own_voice else 4)
    return sort, saying.published or "9", saying.id
