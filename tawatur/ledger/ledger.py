"""A ledger, open: what goes in and what can be asked of it. Each method is a thin door to the file of its subject."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from sqlalchemy import Connection

from tawatur.errors import ReportError
from tawatur.ledger.adding import Incoming, add_path, add_reports
from tawatur.ledger.asking import changes_since, claims_by, reading_by, reports_by
from tawatur.ledger.doctor import Finding, examine
from tawatur.ledger.exchange import BATCH as LINES
from tawatur.ledger.exchange import Taken, exported, numbered_lines
from tawatur.ledger.faults import faults_of
from tawatur.ledger.judging import judge, judgements_in, standing
from tawatur.ledger.merging import Merged, Step, merge
from tawatur.ledger.merging.records import Heard
from tawatur.ledger.opening import looking, opened, shown, writing
from tawatur.ledger.quarantine import ALL, quarantined
from tawatur.ledger.query import PAGE, Answer, answer, unmerged
from tawatur.ledger.query_asked import a_day, question
from tawatur.ledger.query_holdings import holdings_in
from tawatur.ledger.query_names import place_called
from tawatur.ledger.readers import OwnReader, Reader
from tawatur.ledger.records import (
    Added,
    Arrival,
    Changes,
    Difference,
    Judgement,
    Kept,
    KeptClaim,
    Quarantined,
    Standing,
    State,
    Verdict,
)
from tawatur.ledger.rereading import reread
from tawatur.ledger.retrying import retry
from tawatur.ledger.searching import reports_with
from tawatur.ledger.show import sheet
from tawatur.ledger.show_find import claim_called, judgement_called, thing_called
from tawatur.ledger.show_records import Held, Sheet
from tawatur.ledger.storing import store
from tawatur.ledger.viewing import View, viewed
from tawatur.records import Reading, Report

DEFAULT = "tawatur.ledger"
"""The file in the current folder that commands use where none is named."""
BATCH = 200
"""Readings that are stored in one transaction when they are ready made."""


def _unheard(_: Added) -> None:
    """Nobody wants to know."""


def _passed_over(_: Step) -> None:
    """Nobody wants to know how far it is."""


class Ledger:
    """A store of reports, readings and judgements, in a file or in a PostgreSQL database, and what merging makes of them.

    >>> from tawatur import Ledger, Report
    >>> left = "أعلن الجيش الليبي أن قواته انسحبت من مدينة ترهونة يوم الخميس."
    >>> ledger = Ledger(":memory:")
    >>> ledger.add([Report(id="a", text=left, outlet="وكالة المرفأ", published="2020-06-05")]).added
    1
    >>> ledger.merge().happenings
    1
    >>> (found,) = ledger.query("withdraw", place="ترهونة").found
    >>> found.happening.earliest, found.names.place.en, found.happening.grade
    ('2020-06-04', 'Tarhuna', 'fair')
    >>> sheet = ledger.show(found.happening.id)
    >>> [told.outlet for told in sheet.claims]
    ['وكالة المرفأ']
    >>> said = ledger.judge("right", author="مدققة", a=sheet.claims[0].key, note="قرأت الخبر")
    >>> ledger.merge().happenings
    1
    >>> [one.author for one in ledger.show(found.happening.id).judgements]
    ['مدققة']
    >>> [(held.holding.place, held.holding.holder, held.holding.before) for held in ledger.holdings(place="ليبيا")]
    [('ترهونة', None, 'الجيش الليبي')]
    >>> len(list(ledger.export())), "a header, a report, a run, a reading, a judgement"
    (5, 'a header, a report, a run, a reading, a judgement')
    >>> ledger.close()
    """

    def __init__(self, where: str | Path = DEFAULT, *, create: bool = True) -> None:
        self.where = str(where)
        self._engine = opened(self.where, create=create)
        self.name = shown(self.where)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger and changes nothing."""
        with faults_of(self.name), looking(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it or, when it ends with an error, nothing."""
        with faults_of(self.name), writing(self._engine).begin() as connection:
            yield connection

    def add(
        self,
        reports: Iterable[Incoming],
        *,
        reader: Reader | None = None,
        jobs: int = 1,
        told: Callable[[Added], None] = _unheard,
    ) -> Added:
        """Read reports and keep them, in `jobs` processes; an error among them is put aside."""
        return add_reports(self, incoming=reports, reader=reader or OwnReader(), jobs=jobs, told=told)

    def add_path(
        self,
        path: str | Path,
        *,
        published: str | None = None,
        outlet: str | None = None,
        reader: Reader | None = None,
        jobs: int = 1,
        told: Callable[[Added], None] = _unheard,
    ) -> Added:
        """Read a file or folder and keep its reports; what was added before is passed over, what was begun goes on.

        `published` and `outlet` are for reports that do not say theirs; `told` hears what became of each batch.
        """
        return add_path(
            self,
            path=Path(path),
            published=published,
            outlet=outlet,
            reader=reader or OwnReader(),
            jobs=jobs,
            told=told,
        )

    def reread(self, *, reader: Reader | None = None, jobs: int = 1) -> Iterator[Difference | ReportError]:
        """Read again what an older run has read, and say what is read differently; judgements stay."""
        return reread(self, reader=reader or OwnReader(), jobs=jobs)

    def add_readings(self, pairs: Iterable[tuple[Report | Arrival, Reading]]) -> Added:
        """Keep reports whose readings were made elsewhere."""
        rest, total = iter(pairs), Added()
        while batch := [(arrival(report), reading) for report, reading in islice(rest, BATCH)]:
            with self.writing() as connection:
                total += store(connection, pairs=batch)
        return total

    def reports(self, keys: Iterable[str] | None = None) -> Iterator[Kept]:
        """Reports of these keys, or all, in the order in which they came in."""
        with self.asking() as connection:
            yield from reports_by(connection, keys=keys)

    def claims(
        self, keys: Collection[str] | None = None, *, reports: Collection[str] | None = None
    ) -> Iterator[KeptClaim]:
        """Current claims of these keys, or of the reports of these keys, or all."""
        with self.asking() as connection:
            yield from claims_by(connection, keys=keys, reports=reports)

    def reading(self, report: str) -> Reading | None:
        """The current reading of the report of this key."""
        with self.asking() as connection:
            return reading_by(connection, report=report)

    def export(self) -> Iterator[bytes]:
        """All facts as lines of JSON, of one moment, in a stable order."""
        with self.asking() as connection:
            yield from exported(connection)

    def take(self, stream: BinaryIO, *, name: str = "-") -> None:
        """Take in what another ledger exported; what is here already is passed over."""
        with self.asking() as connection:
            taken = Taken(connection, name=name)
        lines = numbered_lines(stream, name=name)
        while batch := list(islice(lines, LINES)):
            with self.writing() as connection:
                taken.take(connection, lines=batch)

    def import_(self, path: str | Path) -> None:
        """Take in a file that another ledger exported; what is here already is passed over."""
        with open(path, "rb") as stream:
            self.take(stream, name=str(path))

    def changes(self, *, since: int) -> Changes:
        """What came in after a change number; 0 for all."""
        with self.asking() as connection:
            return changes_since(connection, change=since)

    def judge(
        self,
        verdict: Verdict,
        *,
        author: str,
        a: str | None = None,
        b: str | None = None,
        note: str | None = None,
        undoes: str | None = None,
    ) -> Judgement:
        """Say something of the claim of key `a`, or of two, or take back a judgement; beginnings of keys will do."""
        with self.writing() as connection:
            return judge(
                connection,
                verdict=verdict,
                author=author,
                a=a and claim_called(connection, a),
                b=b and claim_called(connection, b),
                note=note,
                undoes=undoes and judgement_called(connection, undoes),
            )

    def query(
        self,
        *kinds: str,
        actor: str | None = None,
        target: str | None = None,
        side: str | None = None,
        place: str | None = None,
        near: tuple[float, float] | None = None,
        radius_km: float | None = None,
        first: str | None = None,
        last: str | None = None,
        reality: str | None = None,
        grade: str | None = None,
        min_origins: int = 0,
        words: str | None = None,
        limit: int = PAGE,
        cursor: str | None = None,
    ) -> Answer:
        """Happenings of these kinds that have all that is asked for, by day; names may be ids or what people write.

        A kind may be a group of kinds; `place` is an area that it lies in; `near` is latitude and longitude; `first` and
        `last` are days; `words` stand in one sentence of a report. `cursor` is `next` of the answer before.
        """
        with self.asking() as connection:
            asked = question(
                connection,
                kinds=kinds,
                actor=actor,
                target=target,
                side=side,
                place=place,
                near=near,
                radius_km=radius_km,
                first=first,
                last=last,
                reality=reality,
                grade=grade,
                min_origins=min_origins,
                words=words,
            )
            return answer(connection, question=asked, limit=limit, cursor=cursor)

    def unmerged(self) -> bool:
        """Whether something came in that questions do not know of until `merge` brings it in."""
        with self.asking() as connection:
            return unmerged(connection)

    def show(self, beginning: str) -> Sheet:
        """All about the happening, claim, report or origin whose id begins so."""
        with self.asking() as connection:
            return sheet(connection, thing_called(connection, beginning))

    def holdings(self, *, at: str | None = None, place: str | None = None) -> tuple[Held, ...]:
        """Who is said to hold which place: by all reports, or as of a day by those up to it; everywhere, or inside a place."""
        with self.asking() as connection:
            area = None if place is None else place_called(place).place
            return holdings_in(connection, at=a_day("at", at), place=area)

    def merge(self, *, rebuild: bool = False, heard: Heard = _passed_over) -> Merged:
        """Merge what is new into happenings, origins and holdings; `rebuild` makes all of them anew. `heard` hears of each batch."""
        return merge(self, rebuild=rebuild, heard=heard)

    def view(self, view: View) -> Iterator[bytes]:
        """Copies, origins, happenings or holdings as lines of JSON, of one moment, in a stable order."""
        with self.asking() as connection:
            yield from viewed(connection, view)

    def judgements(self) -> list[Judgement]:
        """All that was ever said, in the order in which it was."""
        with self.asking() as connection:
            return list(judgements_in(connection))

    def standing(self) -> list[Standing]:
        """What nobody took back, with the current claims that it holds for."""
        with self.asking() as connection:
            return list(standing(connection))

    def quarantine(self, *states: State) -> list[Quarantined]:
        """What could not be read; all of it unless states are named."""
        with self.asking() as connection:
            return list(quarantined(connection, states=states or ALL))

    def retry(
        self, *, published: str | None = None, outlet: str | None = None, reader: Reader | None = None
    ) -> Iterator[tuple[Quarantined, str | None]]:
        """Try again what could not be read; each with what is wrong still."""
        return retry(self, published=published, outlet=outlet, reader=reader or OwnReader())

    def examine(self) -> Iterator[Finding]:
        """What is wrong with the ledger, and what is worth knowing of it."""
        with self.asking() as connection:
            yield from examine(connection)

    def search(self, words: str) -> list[str]:
        """Keys of the reports with all these words in title or text, however they are written; "…" is a phrase."""
        with self.asking() as connection:
            return reports_with(connection, words=words)


def arrival(report: Report | Arrival) -> Arrival:
    """A report with what is known of its coming."""
    return report if isinstance(report, Arrival) else Arrival(report=report)
