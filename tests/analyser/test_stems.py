"""A stem's frequency decides between a clitic and a letter."""

from tawatur.analyser.clitics import Clitics, Cut
from tawatur.analyser.stems import Spelling, Stems

COUNTS = {"قالوا": 60, "وقالوا": 20, "وزارة": 900, "القوات": 500, "قوة": 300, "قوات": 200}
STEMS = Stems(COUNTS, article="ال", before=(Spelling("ل", "ل", "ال"),), after=(Spelling("", "ت", "ة"),))
CLITICS = Clitics(conjunctions=("", "و"), particles=("", "ل"), pronouns=("", "ه", "هم"), stems=STEMS)
UNDECIDED = ([0.0, 0.0], [0.0, 0.0], [0.0, 0.0, 0.0])


def test_a_common_stem_draws_the_cut() -> None:
    assert CLITICS.best("وقالوا", UNDECIDED) == Cut(1, 0, 0)
    assert CLITICS.best("وزارة", UNDECIDED) == Cut(0, 0, 0)


def test_stems_are_looked_up_as_they_stand_alone() -> None:
    assert STEMS.worth("لقوات", particle="ل", pronoun="") == STEMS.worth("القوات", particle="", pronoun="")
    assert STEMS.worth("قوت", particle="", pronoun="هم") == STEMS.worth("قوة", particle="", pronoun="")
    assert STEMS.worth("قوت", particle="", pronoun="") < STEMS.worth("قوة", particle="", pronoun="")


def test_the_model_may_still_know_better() -> None:
    sure = ([9.0, 0.0], [0.0, 0.0], [0.0, 0.0, 0.0])
    assert CLITICS.best("وقالوا", sure) == Cut(0, 0, 0)
