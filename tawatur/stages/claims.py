"""Turn propositions into claims: entities, places, time, chain, evidence, a score and an id that hashes the content."""

from __future__ import annotations

import hashlib

import msgspec

from tawatur.draft import PLACE_ROLES, Draft, Filler, Proposition, Said
from tawatur.kit import Kit
from tawatur.records import Claim, Codes, Entity, Evidence, Link, Role, Span, Where

CODED = 0.5
"""A coder is likelier than not to code the event. Human coders leave most mentions of violence uncoded: retold, vague, or in passing."""
_RELATION = {"where": "at", "near": "near", "from": "from", "to": "to", "toward": "toward"}
_DOUBT = {"pronoun": 0.08, "control": 0.1, "shared": 0.03, "clause": 0.1, "nearby": 0.05, "relative": 0.03}
"""Taken from the score for each role found in this way: less sure than words beside the trigger. Set by judgement, not fitted."""


def make_claims(draft: Draft, kit: Kit) -> Draft:
    """Adds the claims."""
    claims = tuple(_claim(draft, kit, proposition) for proposition in draft.propositions)
    return draft.having(claims=tuple({claim.id: claim for claim in claims}.values()))


def _claim(draft: Draft, kit: Kit, proposition: Proposition) -> Claim:
    kind = kit.lexicon.kinds[proposition.kind]
    roles = tuple(
        _role(draft, kit, proposition, filler) for filler in proposition.fillers if filler.role not in PLACE_ROLES
    )
    where = tuple(_where(draft, filler) for filler in proposition.fillers if filler.role in PLACE_ROLES)
    tellers = _tellers(draft, proposition)
    links = {(link.span, link.text): link for said in tellers for link in (said.link, *said.sources)}
    chain = tuple(links.values()) or _credit(draft)
    evidence = tuple(_evidence(draft, proposition, tellers))
    reality = proposition.reality or "happened"
    body = {
        "kind": kind.id,
        "codes": Codes(plover=_plover(draft, proposition, kind.plover), acled=kind.acled),
        "reality": reality,
        "roles": roles,
        "where": where,
        "when": proposition.when,
        "quantities": proposition.quantities,
        "chain": chain,
        "evidence": evidence,
        "sentence": draft.sentences[proposition.sentence],
        "rule": proposition.entry.id,
        "score": _score(proposition),
    }
    return Claim(id=_hash(draft, kind.id, reality, roles, where, evidence), **body)  # type: ignore[arg-type]


def _plover(draft: Draft, proposition: Proposition, code: str | None) -> str | None:
    """The kind's PLOVER code; of the two events whose human coding the analyser has learnt, only where a coder would give it."""
    if code is None:
        return None
    judged = {event.kind: event.score for event in draft.analyses[proposition.sentence].events}
    return code if judged.get(code.split("/")[0], 1.0) >= CODED else None  # type: ignore[call-overload]


def _role(draft: Draft, kit: Kit, proposition: Proposition, filler: Filler) -> Role:
    expression = draft.expressions[filler.expression] if filler.expression is not None else None
    entity = expression.entity if expression else None
    word = draft.trees[proposition.sentence].word(filler.head)
    if expression and word.person == 1 and word.number == "p":
        entity = expression.body or entity
    if filler.via == "adjective" and entity is None:
        entity = kit.actors.state_of_adjective(draft.trees[proposition.sentence].folded[filler.head])
    return Role(
        role=filler.role,
        text=filler.text,
        span=filler.span,
        entity=entity,
        members=expression.members if expression else (),
        candidates=expression.candidates if expression and entity is None else (),
    )


def _where(draft: Draft, filler: Filler) -> Where:
    expression = draft.expressions[filler.expression] if filler.expression is not None else None
    return Where(
        text=filler.text,
        span=filler.span,
        relation=_RELATION.get(filler.role, "at"),
        place=expression.place if expression else None,
        others=expression.others if expression else (),
    )


def _tellers(draft: Draft, proposition: Proposition) -> tuple[Said, ...]:
    """The acts of saying around the trigger, from the nearest to the outlet inwards."""
    position = draft.trees[proposition.sentence].word(proposition.trigger).span[0]
    around = [
        (max(end - start for start, end in said.content), said)
        for _, said in draft.said_around(proposition.sentence, position)
    ]
    return tuple(said for _, said in sorted(around, key=lambda pair: -pair[0]))


def _credit(draft: Draft) -> tuple[Link, ...]:
    """The agency credited in the dateline tells what nobody else in the report is said to tell."""
    if draft.dateline is None or draft.dateline.agency_span is None:
        return ()
    span = draft.dateline.agency_span
    return (Link(text=draft.text(span), span=span, entity=draft.dateline.agency),)


def _evidence(draft: Draft, proposition: Proposition, tellers: tuple[Said, ...]) -> list[Evidence]:
    tree = draft.trees[proposition.sentence]
    found = [_quote(draft, "trigger", span) for span in _runs(tree_spans(draft, proposition))]
    found += [_quote(draft, "reality", span) for span in proposition.reality_cues]
    for filler in proposition.fillers:
        role = "where" if filler.role in PLACE_ROLES else filler.role
        found.append(_quote(draft, role, filler.span))
        word = tree.word(filler.head).span
        if not _inside(word, filler.span):
            found.append(_quote(draft, role, word))
    if proposition.when is not None:
        found.append(_quote(draft, "when", proposition.when.span))
    for said in tellers:
        found.append(_quote(draft, "cue", said.cue))
        if said.speaker is not None:
            found.append(_quote(draft, "speaker", said.speaker))
    return list(dict.fromkeys(found))


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def tree_spans(draft: Draft, proposition: Proposition) -> list[Span]:
    """The spans of the trigger's words in text order."""
    tree = draft.trees[proposition.sentence]
    return [tree.word(word).span for word in sorted(proposition.words)]


def _runs(spans: list[Span]) -> list[Span]:
    """Spans side by side or a blank apart become one."""
    runs: list[Span] = []
    for span in spans:
        if runs and span[0] - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], span[1])
        else:
            runs.append(span)
    return runs


def _quote(draft: Draft, role: str, span: Span) -> Evidence:
    return Evidence(role=role, span=span, quote=draft.text(span))


def _score(proposition: Proposition) -> float:
    doubt = sum(_DOUBT.get(filler.via, 0.0) for filler in proposition.fillers)
    bare = 0.25 if not proposition.fillers else 0.0
    noun = 0.1 if proposition.part not in ("verb",) and proposition.light is None else 0.0
    return round(max(0.1, proposition.score - doubt - bare - noun), 3)


def _hash(
    draft: Draft,
    kind: str,
    reality: str,
    roles: tuple[Role, ...],
    where: tuple[Where, ...],
    evidence: tuple[Evidence, ...],
) -> str:
    """Same report text, same words, same reading: same id, whatever the run."""
    content = msgspec.json.encode(
        [
            hashlib.sha256(draft.report.text.encode("utf-8", errors="surrogatepass")).hexdigest(),
            kind,
            reality,
            [(role.role, role.span, _id(role.entity)) for role in roles],
            [(place.relation, place.span) for place in where],
            [(piece.role, piece.span) for piece in evidence],
        ]
    )
    return hashlib.sha256(content).hexdigest()[:20]


def _id(entity: Entity | None) -> str | None:
    return entity.id if entity else None
