"""Floors only rise; lowering is named and explained."""

from __future__ import annotations

from evaluation.floors import AT_LEAST, SLACK, at, broken, lowered, raised, read_floors

FIGURES = {"attribution": {"right": 0.84, "false_alarms": 0.02}, "detect assault": {"f1": 0.7}}


def test_a_figure_is_found_by_its_path() -> None:
    assert at(FIGURES, "detect assault.f1") == 0.7
    assert at(FIGURES, "spans assault.actor") is None


def test_floors_rise_and_ceilings_sink() -> None:
    before = {
        "at_least": {"attribution.right": 0.8, "detect assault.f1": 0.9},
        "at_most": {"attribution.false_alarms": 0.05},
    }
    after = raised(before, FIGURES)
    assert after["at_least"]["attribution.right"] == round(0.84 - SLACK, 3)
    assert after["at_least"]["detect assault.f1"] == 0.9, "never down"
    assert after["at_most"] == {"attribution.false_alarms": round(0.02 + SLACK, 3)}


def test_what_is_broken_is_told_and_what_was_not_measured_is_not() -> None:
    floors = {
        "at_least": {"detect assault.f1": 0.72, "report.right": 22},
        "at_most": {"attribution.false_alarms": 0.01},
    }
    assert broken(FIGURES, floors) == [
        "detect assault.f1: 0.7 is below 0.72",
        "attribution.false_alarms: 0.02 is above 0.01",
    ]


def test_lowering_keeps_the_reason() -> None:
    floors = {"all": {"at_least": {"report.right": 22}, "at_most": {}}, "quick": {}, "lowered": []}
    after = lowered(floors, run="all", path="report.right", to=21, why="A row of the report was corrected.")
    assert after["all"]["at_least"] == {"report.right": 21}
    assert after["lowered"][0]["why"].startswith("A row")


def test_floors_in_the_repository_are_of_known_figures() -> None:
    floors = read_floors()
    assert {"quick", "all", "lowered"} <= set(floors)
    for run in ("quick", "all"):
        assert set(floors[run].get("at_least", {})) <= set(AT_LEAST)
    assert all(row["why"] for row in floors["lowered"])
