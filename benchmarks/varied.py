"""Readings told again with everything changed that could make them copies: words, actors, places, days.

Words are exchanged for others of the same length and about as frequent, so that every span still holds and rare words stay rare; actors for
others of their type, places for others of their kind, and all days move by the same number of weeks. Function words and names of
agencies and outlets stay as they are.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files

import msgspec

from tawatur.actors import load_actors
from tawatur.ledger.keys import text_hash
from tawatur.ledger.records import Arrival
from tawatur.places import load_gazetteer
from tawatur.records import Reading, Record
from tawatur.text.fold import fold_word

WEEKS = 17
"""Between one telling and the next: at a time some three of them are told of, as many as make forty articles a day."""
_WORD = re.compile("[\u0621-\u064a]{3,}")
_DAY = re.compile(r"\b(20[0-4]\d-[01]\d-[0-3]\d)(?=[\"T])")
_ENTITY = re.compile(
    r'\{"id":"([^"]+)","ar":"[^"]*","en":(?:null|"[^"]*"),"type":(?:null|"[^"]*"),"side":(?:null|"[^"]*")\}'
)
_PLACE = re.compile(
    r'\{"id":"([^"]+)","ar":"((?:[^"\\]|\\.)*)","en":(?:null|"(?:[^"\\]|\\.)*"),"lat":([-0-9.e]+),"lon":([-0-9.e]+)'
)
_BASE = re.compile(r"\(([^()]+)\)")


class Pair(Record, kw_only=True):
    """A report with its reading; one line of the file that the benchmark reads."""

    arrival: Arrival
    reading: Reading | None


class Varied:
    """One telling of all, the number of which decides what is exchanged for what."""

    def __init__(self, number: int, *, words: Counter[str]) -> None:
        self._number = number
        self._random = random.Random(number)
        self._words = self._exchanged_words(words)
        self._entities = self._exchanged_entities()
        self._places = self._exchanged_places()
        self._days: dict[str, str] = {}

    def __call__(self, line: bytes) -> Pair:
        """A line told again."""
        text = _WORD.sub(lambda found: self._words.get(found.group(), found.group()), line.decode())
        text = _DAY.sub(lambda found: self._day(found.group()), text)
        text = _ENTITY.sub(lambda found: self._entities.get(found[1], found.group()), text)
        pair = msgspec.json.decode(_PLACE.sub(self._place, text), type=Pair)
        report = pair.arrival.report
        report = msgspec.structs.replace(report, id=f"{report.id}#{self._number}", url=f"{report.url}#{self._number}")
        assert pair.reading is not None
        head = msgspec.structs.replace(
            pair.reading.report, id=report.id, url=report.url, text_hash=text_hash(report.text)
        )
        return Pair(
            arrival=msgspec.structs.replace(pair.arrival, report=report),
            reading=msgspec.structs.replace(pair.reading, report=head),
        )

    def _day(self, day: str) -> str:
        if day not in self._days:
            moved = dt.date.fromisoformat(day) + dt.timedelta(weeks=WEEKS * self._number)
            self._days[day] = moved.isoformat()
        return self._days[day]

    def _exchanged_words(self, words: Counter[str]) -> dict[str, str]:
        kept = _kept_words()
        like: dict[tuple[int, int], list[str]] = defaultdict(list)
        for word, count in sorted(words.items()):
            if fold_word(word) not in kept:
                like[len(word), count.bit_length()].append(word)
        found: dict[str, str] = {}
        for some in like.values():
            found |= zip(some, self._random.sample(some, len(some)), strict=True)
        return found

    def _exchanged_entities(self) -> dict[str, str]:
        like: dict[str, list[str]] = defaultdict(list)
        actors = load_actors().actors
        for id_, actor in sorted(actors.items()):
            like[actor.type].append(id_)
        found: dict[str, str] = {}
        for some in like.values():
            for id_, other in zip(some, self._random.sample(some, len(some)), strict=True):
                one = actors[other]
                entity = {"id": other, "ar": one.ar, "en": one.en, "type": one.type, "side": one.side}
                found[id_] = msgspec.json.encode(entity).decode()
        return found

    def _exchanged_places(self) -> dict[str, str]:
        like: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for entry in load_gazetteer().entries:
            like[entry.kind, entry.adm1 is not None].append(entry.id)
        found: dict[str, str] = {}
        for some in like.values():
            found |= zip(some, self._random.sample(some, len(some)), strict=True)
        return found

    def _place(self, found: re.Match[str]) -> str:
        """A place moved; a derived one with the place that it is derived from."""
        id_, name, lat, lon = found[1], found[2], float(found[3]), float(found[4])
        base = _BASE.search(id_)
        key = base[1] if base else id_
        old = load_gazetteer().entry(key)
        new = load_gazetteer().entry(self._places.get(key, ""))
        if old is None or new is None:
            return found.group()
        lat, lon = max(-89.0, min(89.0, lat - old.lat + new.lat)), max(-179.0, min(179.0, lon - old.lon + new.lon))
        moved = id_.replace(key, new.id)
        return f'{{"id":"{moved}","ar":"{name}","en":null,"lat":{round(lat, 4)},"lon":{round(lon, 4)}'


def words_of(lines: Iterable[bytes]) -> Counter[str]:
    """Words of the reports with how often they stand there."""
    found: Counter[str] = Counter()
    for line in lines:
        found.update(_WORD.findall(msgspec.json.decode(line, type=Pair).arrival.report.text))
    return found


def _kept_words() -> frozenset[str]:
    """Function words, and the words of names of agencies and outlets."""
    data = files("tawatur") / "data"
    bare = tomllib.loads((data / "ar" / "merge.toml").read_text(encoding="utf-8"))["bare"]
    media = tomllib.loads((data / "actors" / "media.toml").read_text(encoding="utf-8"))["actor"]
    names = [name for actor in media for name in (actor["ar"], *actor.get("names", ()))]
    return frozenset(map(fold_word, [*bare, *(word for name in names for word in name.split())]))
