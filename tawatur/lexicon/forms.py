"""The generated verb forms, `data/verb_forms.tsv`: reading, writing, and what its short codes mean.

A line is a verb and its folded forms with codes: "lemma|root|form" TAB "form=p.3mp form=i.3ms …". A code is aspect
(p, i), voice (a, p), person, gender, number; or x, voice, gender, number for a participle; a dot means "does not tell".
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, cast

from tawatur.lexicon.records import Inflection

Code = str
VerbForms = dict[str, tuple[tuple[str, Code], ...]]
"""Verb key → its folded forms with their codes."""

_ASPECT: dict[str, Literal["perf", "imp"]] = {"p": "perf", "i": "imp"}
_VOICE: dict[str, Literal["act", "pass"]] = {"a": "act", "p": "pass"}
_PERSON: dict[str, Literal[1, 2, 3]] = {"1": 1, "2": 2, "3": 3}


class VerbKey(NamedTuple):
    """What a verb's forms follow from."""

    lemma: str
    root: str
    form: int
    vowels: str | None

    def __str__(self) -> str:
        return "|".join([self.lemma, self.root, str(self.form), *([self.vowels] if self.vowels else [])])


def parse(text: str) -> tuple[dict[str, str], VerbForms]:
    """Provenance and forms of a generated file."""
    provenance: dict[str, str] = {}
    forms: VerbForms = {}
    for line in text.splitlines():
        if line.startswith("#"):
            name, _, value = line[1:].partition(":")
            provenance[name.strip()] = value.strip()
            continue
        verb, _, listed = line.partition("\t")
        pairs = (pair.partition("=") for pair in listed.split(" "))
        forms[verb] = tuple((form, code) for form, _, code in pairs)
    return provenance, forms


def render(provenance: dict[str, str], forms: VerbForms) -> str:
    """The text of a generated file: provenance lines, then one verb a line, sorted."""
    head = [f"# {name}: {value}" for name, value in provenance.items()]
    body = [f"{verb}\t{' '.join(f'{form}={code}' for form, code in listed)}" for verb, listed in sorted(forms.items())]
    return "\n".join([*head, *body]) + "\n"


@lru_cache(maxsize=1000)
def inflection(code: Code) -> Inflection:
    """What a code says: `inflection("p.3mp")` is a perfect of unknown voice, third person masculine plural."""
    if code[0] == "x":
        return Inflection(
            part="participle", voice=_VOICE.get(code[1]), gender=_gender(code[2]), number=_number(code[3])
        )
    return Inflection(
        part="verb",
        aspect=_ASPECT.get(code[0]),
        voice=_VOICE.get(code[1]),
        person=_PERSON.get(code[2]),
        gender=_gender(code[3]),
        number=_number(code[4]),
    )


def merged(codes: list[Code]) -> Code:
    """What the readings of one form agree on; in news a form that can be third person is, then first, then second."""
    for person in "312":
        if kept := [code for code in codes if code[2] == person]:
            break
    else:
        kept = codes
    return "".join(letters[0] if len(set(letters)) == 1 else "." for letters in zip(*kept, strict=True))


def _gender(letter: str) -> Literal["m", "f"] | None:
    return cast(Literal["m", "f"], letter) if letter in "mf" else None


def _number(letter: str) -> Literal["s", "d", "p"] | None:
    return cast(Literal["s", "d", "p"], letter) if letter in "sdp" else None
