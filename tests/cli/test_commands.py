"""`tawatur explain`, `schema`, `lexicon`, `gazetteer`, `--version`."""

import json
from pathlib import Path

import pytest

import tawatur as package
from tawatur.schema import written
from tests.cli.conftest import Run


def test_version(tawatur: Run) -> None:
    assert tawatur("--version") == (0, f"tawatur {package.__version__}\n", "")


@pytest.mark.parametrize(
    "command", [(), ("read",), ("explain",), ("schema",), ("lexicon", "check"), ("gazetteer", "find")]
)
def test_every_command_has_help(command: tuple[str, ...], tawatur: Run) -> None:
    for option in ("-h", "--help"):
        code, out, _ = tawatur(*command, option)
        assert code == 0
        assert "Usage" in out


def test_schema_is_what_is_committed(tawatur: Run) -> None:
    assert tawatur("schema") == (0, written(), "")


def test_explain_quotes_the_evidence_of_a_claim(report: Path, tawatur: Run) -> None:
    reading = json.loads(tawatur("read", report, "--format", "jsonl").out)
    claim = next(claim for claim in reading["claims"] if claim["kind"] == "withdraw")
    code, out, err = tawatur("explain", report, claim["id"][:8])
    assert (code, err) == (0, "")
    assert claim["rule"] in out
    for piece in claim["evidence"]:
        assert piece["quote"] in out
    assert out.count("\nclaim ") == 0, "one claim only"


def test_explain_without_an_id_explains_every_claim_in_both_languages(report: Path, tawatur: Run) -> None:
    claims = json.loads(tawatur("read", report, "--format", "jsonl").out)["claims"]
    for lang, word in (("en", "claim "), ("ar", "ادعاء ")):
        out = tawatur("explain", report, "--published", "2020-06-05", "--lang", lang).out
        assert sum(line.startswith(word) for line in out.splitlines()) == len(claims)


@pytest.mark.parametrize("name", ["الموصل", "Mosul", "MOSUL"])
def test_a_place_is_found_by_either_name(name: str, tawatur: Run) -> None:
    code, out, err = tawatur("gazetteer", "find", name, "--format", "jsonl")
    assert (code, err) == (0, "")
    first = json.loads(out.splitlines()[0])
    assert first["country"] == "IQ"
    assert (round(first["lat"]), round(first["lon"])) == (36, 43)


def test_places_are_shown_as_a_table(tawatur: Run) -> None:
    code, out, _ = tawatur("gazetteer", "find", "القائم", columns=120)
    assert code == 0
    assert "IQ" in out


def test_an_unknown_place_is_said(tawatur: Run) -> None:
    code, out, err = tawatur("gazetteer", "find", "لامكان")
    assert (code, out) == (1, "")
    assert "no place named" in err


def test_the_lexicon_is_checked_without_its_examples(tawatur: Run) -> None:
    code, out, err = tawatur("lexicon", "check", "--no-examples")
    assert (code, out) == (0, ""), out
    assert "no faults" in err
