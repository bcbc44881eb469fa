"""Cutting raw tokens into clitics and stem."""

import pytest

from tawatur.analyser.clitics import STEM, Clitics, Cut

CLITICS = Clitics(
    conjunctions=("", "و", "ف"),
    particles=("", "ب", "ل", "ك", "س"),
    pronouns=("", "ه", "ها", "هم", "هما"),
)


def parts(token: str, cut: Cut) -> list[str]:
    return [token[s.start : s.end] for s in CLITICS.segments(token, cut)]


@pytest.mark.parametrize(
    ("token", "cut", "expected"),
    [
        ("ولقواتهم", Cut(1, 2, 3), ["و", "ل", "قوات", "هم"]),
        ("سيزحف", Cut(0, 4, 0), ["س", "يزحف"]),
        ("له", Cut(0, 0, 1), ["ل", "ه"]),  # no stem but the particle itself
        ("وَلِلجَيشِ", Cut(1, 2, 0), ["وَ", "لِ", "لجَيشِ"]),  # signs stay with the letter before them
        ("بغداد", Cut(0, 0, 0), ["بغداد"]),
    ],
)
def test_segments_cover_the_token(token: str, cut: Cut, expected: list[str]) -> None:
    assert parts(token, cut) == expected
    assert "".join(parts(token, cut)) == token


def test_only_cuts_that_the_letters_allow() -> None:
    assert CLITICS.cuts("بغداد") == (Cut(0, 0, 0), Cut(0, 1, 0))
    assert Cut(0, 0, 4) in CLITICS.cuts("قواتهما")
    assert all(cut.conjunction == 0 for cut in CLITICS.cuts("قوات"))


def test_a_token_is_never_clitics_alone() -> None:
    assert CLITICS.cuts("و") == (Cut(0, 0, 0),)
    for token in ("وب", "لها", "فلهم"):
        for cut in CLITICS.cuts(token):
            assert sum(s.form == STEM for s in CLITICS.segments(token, cut)) == 1


def test_a_ligature_is_not_cut_in_two() -> None:
    ligature = "\ufefb\u062d\u0642"  # lam and alef in one sign
    assert CLITICS.cuts(ligature) == (Cut(0, 0, 0),)


def test_the_best_cut_is_the_sum_of_its_slots() -> None:
    scores = ([0.0, 2.0, 0.0], [0.0, 0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, -1.0, 0.0])
    assert CLITICS.best("ولقواتهم", scores) == Cut(1, 2, 0)
