"""A claim in few words: the lines of each column of a table, in the language asked for where there are names in it."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.cli.bidi import clipped
from tawatur.cli.labels import label
from tawatur.lexicon import load_lexicon
from tawatur.records import Claim, Link, Role, When, Where

COLUMNS = ("what", "reality", "who", "whom", "where", "when", "chain")
_LONGEST = 60
"""Characters of a role, place or teller that are shown; a clause as a role can be a whole sentence."""
_UNNAMED_ROLES = ("target", "theme")


def worded(claim: Claim, *, lang: str) -> dict[str, tuple[str, ...]]:
    """The lines of each column; () where the claim says nothing."""
    kind = load_lexicon().kinds[claim.kind]
    return {
        "what": (kind.ar if lang == "ar" else kind.en,),
        "reality": (label("reality", claim.reality, lang=lang),),
        "who": _unique(_name(role, lang=lang) for role in claim.roles if role.role == "actor"),
        "whom": _unique(_role(role, lang=lang) for role in claim.roles if role.role != "actor"),
        "where": _unique(_place(place, lang=lang) for place in claim.where),
        "when": (_time(claim.when),) if claim.when else (),
        "chain": _unique(_teller(link, lang=lang) for link in claim.chain),
    }


def _unique(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _name(role: Role, *, lang: str) -> str:
    known = role.entity and (role.entity.ar if lang == "ar" else role.entity.en)
    return known or clipped(role.text, _LONGEST)


def _role(role: Role, *, lang: str) -> str:
    name = _name(role, lang=lang)
    return name if role.role in _UNNAMED_ROLES else f"{label('role', role.role, lang=lang)} {name}"


def _place(where: Where, *, lang: str) -> str:
    known = where.place and where.place.kind != "derived" and lang == "en" and where.place.en
    name = known or clipped(where.text, _LONGEST)
    return name if where.relation == "at" else f"{label('relation', where.relation, lang=lang)} {name}"


def _time(when: When) -> str:
    """Days, or the words where no day is known."""
    if when.earliest is None and when.latest is None:
        return when.text
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest or '…'} – {when.latest or '…'}"


def _teller(link: Link, *, lang: str) -> str:
    """Whose words they are; the office a person speaks for where the words do not say it."""
    name = clipped(link.text, _LONGEST)
    capacity = link.capacity and clipped(link.capacity, _LONGEST)
    if capacity and capacity not in name:
        return f"{name} ({capacity})"
    known = link.entity and (link.entity.ar if lang == "ar" else link.entity.en)
    return f"{name} = {known}" if known and known != name and len(name.split()) == 1 else name
