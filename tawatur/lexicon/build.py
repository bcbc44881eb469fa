"""Writes `data/verb_forms.tsv`: every form of every verb of the lexicon, conjugated from root and pattern.

    python -m tawatur.lexicon.build

Needs the package mazini (CC BY 4.0, by Wael Tellat, after Wiktionary's Module:ar-verb); the reader itself does not.
"""

from __future__ import annotations

from pathlib import Path

import mazini

from tawatur.errors import LexiconError
from tawatur.lexicon.forms import Code, VerbForms, VerbKey, merged, render
from tawatur.lexicon.inflect import Rules
from tawatur.lexicon.load import FORMS_FILE, data_folder, read_files, read_rules, verb_keys
from tawatur.text.fold import fold_word

_PATTERNS = {
    **dict(enumerate(["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], start=2)),
    11: "Iq",
    12: "IIq",
    14: "IVq",
}
_TENSES = {"past": "pa", "past_pass": "pp", "ind": "ia", "sub": "ia", "juss": "ia"}
_TENSES |= {"ind_pass": "ip", "sub_pass": "ip", "juss_pass": "ip"}
_PARTICIPLES = {"ap": "xa", "pp": "xp"}
_UNKNOWN = "?"


def conjugated(key: VerbKey) -> mazini.Conjugation:
    """The paradigm of a verb whose dictionary form is the given one, with the assimilated affix if that makes it so."""
    pattern = f"I/{key.vowels.replace('-', '~')}" if key.form == 1 and key.vowels else _PATTERNS.get(key.form)
    if pattern is None:
        raise LexiconError(f"{key}: form 1 needs vowels such as 'a-u', other forms are 2 to 10, 11, 12 or 14")
    met: list[str] = []
    for reduced in (False, True):
        try:
            paradigm = mazini.conjugate(key.root, pattern, reduced=reduced)
        except mazini.MaziniError as error:
            met.append(str(error))
            continue
        lemmas = [fold_word(form.form) for form in paradigm.lemma]
        if fold_word(key.lemma) in lemmas:
            return paradigm
        met.extend(lemmas)
    raise LexiconError(f"{key}: root and pattern give {', '.join(met)}, not the lemma")


def forms_of(key: VerbKey, rules: Rules) -> tuple[tuple[str, Code], ...]:
    """All folded forms of a verb, each with what it tells."""
    verb: dict[str, list[Code]] = {}
    participles: dict[str, list[Code]] = {}
    for slot, values in conjugated(key).slots.items():
        tense, _, person = slot.rpartition("_")
        for value in values:
            if value.form == _UNKNOWN:
                continue
            if tense in _TENSES:
                code = _TENSES[tense] + (person if len(person) == 3 else person[0] + "." + person[1])
                for spelling in rules.verb_spellings(value.form):
                    verb.setdefault(spelling, []).append(code)
            elif slot in _PARTICIPLES:
                for form, tells in rules.adjective_forms(value.form, part="participle"):
                    participles.setdefault(form, []).append(
                        _PARTICIPLES[slot] + (tells.gender or ".") + (tells.number or ".")
                    )
    return (
        *((form, merged(codes)) for form, codes in sorted(verb.items())),
        *((form, merged(codes)) for form, codes in sorted(participles.items())),
    )


def verb_forms(folder: Path) -> str:
    """The text of the generated file for the lexicon in a folder."""
    files, rules = read_files(folder), read_rules(folder)
    keys = verb_keys(files)
    forms: VerbForms = {}
    problems: list[str] = []
    for key in keys:
        try:
            forms[str(key)] = forms_of(key, rules)
        except LexiconError as error:
            problems.append(str(error))
    if problems:
        raise LexiconError("\n".join(problems))
    provenance = {
        "what": "folded forms of the verbs of the lexicon, generated; do not edit",
        "by": "python -m tawatur.lexicon.build",
        "with": f"mazini {mazini.__version__}, CC BY 4.0, Wael Tellat, after Wiktionary's Module:ar-verb",
    }
    return render(provenance, forms)


def main() -> None:
    """Writes the file beside the lexicon."""
    folder = data_folder()
    (folder / FORMS_FILE).write_text(verb_forms(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
