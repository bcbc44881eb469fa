"""Checks: each fault is found, and examples are judged by what the reader says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur.lexicon import Lexicon
from tawatur.lexicon.check import check
from tawatur.lexicon.problems import by_cause
from tawatur.records import Claim, Codes, Evidence, Reading, Report, ReportHead, Role, Span
from tests.lexicon.conftest import TRIGGER

Folder = Callable[..., Path]


def _reader(rule: str | None, *, actor: str = "الجيش", trigger: str = "انتزع") -> Callable[[Report], Reading]:
    """A reader that finds one claim by the given rule in every sentence, or none."""

    def span_of(text: str, words: str) -> Span:
        start = max(text.find(words), 0)
        return start, start + len(words)

    def read(report: Report) -> Reading:
        span = span_of(report.text, trigger)
        claim = Claim(
            id="c",
            kind="seize",
            codes=Codes(),
            reality="happened",
            roles=(Role(role="actor", text=actor, span=span_of(report.text, actor)),),
            where=(),
            when=None,
            quantities=(),
            chain=(),
            evidence=(Evidence(role="trigger", span=span, quote=report.text[span[0] : span[1]]),),
            sentence=(0, len(report.text)),
            rule=rule or "",
            score=1.0,
        )
        head = ReportHead(
            id="r", title=None, outlet=None, url=None, published=None, text_hash="", length=len(report.text)
        )
        return Reading(report=head, mentions=(), attributions=(), claims=(claim,) if rule else (), notes=(), run="test")

    return read


@pytest.mark.parametrize(
    ("trigger", "found"),
    [
        (TRIGGER + TRIGGER, {"ids", "equal"}),
        (TRIGGER.replace("seize.intaza3", "take.intaza3"), {"ids"}),  # the id begins with the kind
        (TRIGGER.replace('["انتزاع"]', '["انتـزاع"]'), {"spelling"}),  # tatweel
        (TRIGGER.replace('["انتزاع"]', '["انتزاع "]'), {"spelling"}),  # blank at the edge
        (TRIGGER.replace('["انتزاع"]', '["ﺍﻧﺘﺰﺍﻉ"]'), {"spelling"}),  # presentation forms
        (TRIGGER.replace('["انتزاع"]', '["اِنتزاع"]'), {"spelling"}),  # diacritics
        (TRIGGER + 'plurals = ["اعمال", "أعمال"]\n', {"equal"}),
        (TRIGGER.replace('root = "نزع"\n', ""), {"forms"}),  # a verb without its root
        (TRIGGER.replace("[trigger:انتزع]", "انتزع"), {"examples"}),
        (TRIGGER.replace('no = ["انتزع الطبيب الشظية."]', ""), {"examples"}),
        (TRIGGER.replace("[actor:الجيش]", "[actor:الجيش"), {"examples"}),
    ],
)
def test_faults_are_found(folder: Folder, trigger: str, found: set[str]) -> None:
    problems = check(Lexicon(folder(trigger=trigger)))
    assert {problem.check for problem in problems} - {"forms"} | ({"forms"} & found) == found


@pytest.mark.parametrize(
    ("rule", "actor", "causes"),
    [
        ("seize.intaza3", "الجيش", {("yes", "role where"), ("no", "fires")}),  # the place is missed; the no fires
        ("seize.other", "الجيش", {("yes", "other entry")}),
        ("seize.intaza3", "البلدة", {("yes", "role actor"), ("no", "fires")}),
        (None, "الجيش", {("yes", "no claim")}),
    ],
)
def test_examples_are_read(folder: Folder, rule: str | None, actor: str, causes: set[tuple[str, str]]) -> None:
    problems = check(Lexicon(folder()), _reader(rule, actor=actor))
    assert {(problem.check, problem.cause) for problem in problems if problem.cause} == causes
    assert sum(map(len, by_cause(problems).values())) == len(problems)


def test_a_problem_is_one_line(folder: Folder) -> None:
    problem = check(Lexicon(folder(trigger=TRIGGER.replace("انتزاع", "انتـزاع"))))[0]
    assert str(problem).startswith("spelling: ar/triggers/one.toml: seize.intaza3: masdar: tatweel")
