"""Reads the example sentences of entries: each `yes` must be read by that very entry, each `no` must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tawatur.errors import LexiconError
from tawatur.lexicon.lexicon import Lexicon
from tawatur.lexicon.marks import Marked, marked
from tawatur.lexicon.problems import Problem
from tawatur.lexicon.records import LightVerb, RealityCue, SayCue, Trigger
from tawatur.records import Claim, Reading, Report, Span

_PLACE_ROLES = {
    "where": ("at", "near", "between", "toward"),
    "from": ("from",),
    "to": ("to", "toward", "at"),
    "toward": ("toward", "to"),
    "near": ("near", "at"),
}
_MARKS_OF_CUES = frozenset({"trigger", "light", "cue", "speaker", "said", "audience"})
Read = Callable[[Report], Reading]


def example_problems(lexicon: Lexicon, read: Read) -> Iterator[Problem]:
    """Examples that are not read as they should be, with the cause."""
    origin = lexicon.files.origin
    for trigger in lexicon.files.triggers:
        yield from _of_entry(trigger, where=origin[trigger.id], yes=_trigger_yes, no=_trigger_no, read=read)
    for light in lexicon.files.lights:
        yield from _of_entry(light, where="ar/light.toml", yes=_light_yes, no=None, read=read)
    for cue in lexicon.files.realities:
        yield from _of_entry(cue, where="ar/reality.toml", yes=_reality_yes, no=_reality_no, read=read)
    for say in lexicon.files.says:
        yield from _of_entry(say, where="ar/say.toml", yes=_say_yes, no=_say_no, read=read)


Entry = Trigger | LightVerb | RealityCue | SayCue
Verdict = tuple[str, str] | None
"""Cause and words of a failure; None when the example is read as it should be."""


def _of_entry(
    entry: Entry,
    *,
    where: str,
    yes: Callable[..., Verdict],
    no: Callable[..., Verdict] | None,
    read: Read,
) -> Iterator[Problem]:
    for name, judge, examples in (("yes", yes, entry.yes), ("no", no, entry.no)):
        for example in examples if judge else ():
            try:
                sentence = marked(example)
            except LexiconError:
                continue
            verdict = judge(entry, sentence, read(Report(id=entry.id, text=sentence.text))) if judge else None
            if verdict is not None:
                cause, detail = verdict
                yield Problem(check=name, where=where, entry=entry.id, cause=cause, says=f"{detail}: {example}")


def _trigger_yes(entry: Trigger, sentence: Marked, reading: Reading) -> Verdict:
    at_trigger = _claims_at(reading, sentence)
    if not at_trigger:
        return "no claim", "nothing is read at the trigger"
    own = [claim for claim in at_trigger if claim.rule == entry.id]
    if own:
        return _first_missing(own, sentence)
    other = ", ".join(sorted({claim.rule for claim in at_trigger}))
    return ("other entry" if entry.kind in {c.kind for c in at_trigger} else "other kind"), f"read by {other}"


def _trigger_no(entry: Trigger, sentence: Marked, reading: Reading) -> Verdict:
    return ("fires", "read by the entry") if any(claim.rule == entry.id for claim in reading.claims) else None


def _light_yes(entry: LightVerb, sentence: Marked, reading: Reading) -> Verdict:
    at_trigger = _claims_at(reading, sentence)
    if not at_trigger:
        return "no claim", "nothing is read at the event noun"
    if entry.reality is not None and all(claim.reality != entry.reality for claim in at_trigger):
        return "reality", f"{at_trigger[0].reality}, not {entry.reality}"
    return _first_missing(at_trigger, sentence)


def _reality_yes(entry: RealityCue, sentence: Marked, reading: Reading) -> Verdict:
    at_trigger = _claims_at(reading, sentence)
    if not at_trigger:
        return "no claim", "nothing is read at the event"
    if all(claim.reality != entry.effect for claim in at_trigger):
        return "reality", f"{at_trigger[0].reality}, not {entry.effect}"
    return None


def _reality_no(entry: RealityCue, sentence: Marked, reading: Reading) -> Verdict:
    at_trigger = _claims_at(reading, sentence)
    if at_trigger and all(claim.reality == entry.effect for claim in at_trigger):
        return "reality", f"is {entry.effect}"
    return None


def _say_yes(entry: SayCue, sentence: Marked, reading: Reading) -> Verdict:
    cues = sentence.of("cue")
    found = [said for said in reading.attributions if any(_overlap(said.cue, cue) for cue in cues)]
    if not found:
        return "no attribution", "nothing is said at the cue"
    for speaker in sentence.of("speaker"):
        if not any(said.speaker is not None and _overlap(said.speaker, speaker) for said in found):
            return "speaker", "the speaker is missed"
    for words in sentence.of("said"):
        if not any(_overlap(span, words) for said in found for span in said.content):
            return "content", "the words said are missed"
    return None


def _say_no(entry: SayCue, sentence: Marked, reading: Reading) -> Verdict:
    return ("attributes", "something is said") if reading.attributions else None


def _claims_at(reading: Reading, sentence: Marked) -> list[Claim]:
    triggers = sentence.of("trigger")
    return [
        claim
        for claim in reading.claims
        if any(
            evidence.role == "trigger" and any(_overlap(evidence.span, span) for span in triggers)
            for evidence in claim.evidence
        )
    ]


def _first_missing(claims: list[Claim], sentence: Marked) -> Verdict:
    """The first marked role that no claim has at the marked words."""
    for role, span in sentence.spans:
        if role in _MARKS_OF_CUES:
            continue
        if not any(_has_role(claim, role, span) for claim in claims):
            return f"role {role}", f"no {role} at {sentence.text[span[0] : span[1]]!r}"
    return None


def _has_role(claim: Claim, role: str, span: Span) -> bool:
    if any(filled.role == role and _overlap(filled.span, span) for filled in claim.roles):
        return True
    relations = _PLACE_ROLES.get(role, ())
    return any(where.relation in relations and _overlap(where.span, span) for where in claim.where)


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
