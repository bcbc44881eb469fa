"""Keys by which new members meet those that are there; a key behind which there are too many is used by nobody.

Which members share a key that is not crowded follows from the members there are, not from the order in which they came: when a key becomes
crowded those who met by it alone part, and when it is relieved they meet again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Table, delete, select

from tawatur.ledger import views
from tawatur.ledger.filling import fill
from tawatur.ledger.merging.rows import numbered, take_out
from tawatur.merge.keys import CROWD

REPORTS_CROWD = 200
"""Reports behind one key from which on it is a standing sentence: no text of news is printed by more outlets within reach of a team."""


class Keys(NamedTuple):
    """Where keys of one sort are kept, and from how many members on one is crowded."""

    table: Table
    crowded: Table
    member: str
    crowd: int


TELLINGS = Keys(views.telling_keys, views.crowded_telling_keys, "telling", CROWD)
REPORTS = Keys(views.report_keys, views.crowded_report_keys, "report", REPORTS_CROWD)


class Meeting(NamedTuple):
    """Behind one key: who is new, and who was there. The new meet one another and those who were there."""

    new: tuple[int, ...]
    there: tuple[int, ...]


class Met(NamedTuple):
    """What a change of keys makes of who meets whom."""

    meetings: tuple[Meeting, ...]
    parted: tuple[tuple[int, ...], ...]
    """Those who met by a key that has become crowded."""


def hashed(key: str) -> int:
    """A key as a number of 64 bits, as databases have them: one in billions is another's, which costs a comparison.

    Keys of one stretch of days («…|245310») are neighbours, so that the claims of a week touch few pages of a table of years.
    """
    subject, _, stretch = key.rpartition("|")
    if not subject:
        return int.from_bytes(_digest(stretch)[:8], signed=True)
    return int.from_bytes(_digest(stretch)[:3] + _digest(subject)[:5], signed=True)


def _digest(words: str) -> bytes:
    return hashlib.blake2b(words.encode(), digest_size=8).digest()


def meet(
    connection: Connection,
    sort: Keys,
    *,
    new: Mapping[int, Iterable[str]],
    gone: Mapping[int, Iterable[str]],
) -> Met:
    """Put in the keys of new members and take out those of gone ones; who meets and who parts by it."""
    coming, going = _by_key(new), _by_key(gone)
    _take_out(connection, sort, going)
    touched = coming.keys() | going.keys()
    crowds = _crowds(connection, sort, keys=touched)
    there = _members(connection, sort, keys=touched - crowds.keys())
    meetings, parted, became = [], [], {}
    for key in touched - crowds.keys():
        old, added = there.get(key, ()), coming.get(key, ())
        if len(old) + len(added) > sort.crowd:
            became[key] = len(old) + len(added)
            parted.append(old)
        elif added:
            meetings.append(Meeting(new=tuple(added), there=old))
    changed = {key: count + len(coming.get(key, ())) - len(going.get(key, ())) for key, count in crowds.items()}
    relieved = [key for key, count in changed.items() if count <= sort.crowd]
    again = _members(connection, sort, keys=relieved)
    meetings += [Meeting(new=(*again.get(key, ()), *coming.get(key, ())), there=()) for key in relieved]
    _note(connection, sort, crowds=became | {key: n for key, n in changed.items() if key not in relieved}, over=crowds)
    rows = [{"key": key, sort.member: member} for key in sorted(coming) for member in coming[key]]
    fill(connection, sort.table, rows=rows)
    return Met(meetings=tuple(meetings), parted=tuple(parted))


def crowded_of(connection: Connection, sort: Keys, *, keys: Collection[int]) -> frozenset[int]:
    """Those of some keys that are crowded."""
    return frozenset(_crowds(connection, sort, keys=keys))


def _by_key(members: Mapping[int, Iterable[str]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for member, keys in members.items():
        for key in {hashed(key) for key in keys}:
            found[key].append(member)
    return dict(found)


def _take_out(connection: Connection, sort: Keys, going: Mapping[int, list[int]]) -> None:
    rows = [{"key": key, sort.member: member} for key, members in going.items() for member in members]
    take_out(connection, sort.table, rows=rows)


def _crowds(connection: Connection, sort: Keys, *, keys: Collection[int]) -> dict[int, int]:
    crowded = sort.crowded
    query = select(crowded.c.key, crowded.c.members).where(crowded.c.key.in_(numbered(connection, keys)))
    return dict(connection.execute(query).all()) if keys else {}


def _members(connection: Connection, sort: Keys, *, keys: Collection[int]) -> dict[int, tuple[int, ...]]:
    table = sort.table
    query = select(table.c.key, table.c[sort.member]).where(table.c.key.in_(numbered(connection, keys)))
    found: dict[int, list[int]] = defaultdict(list)
    for key, member in connection.execute(query) if keys else ():
        found[key].append(member)
    return {key: tuple(members) for key, members in found.items()}


def _note(connection: Connection, sort: Keys, *, crowds: Mapping[int, int], over: Collection[int]) -> None:
    """Write down how many are behind crowded keys; `over` are those that were written down before."""
    if over:
        connection.execute(delete(sort.crowded).where(sort.crowded.c.key.in_(numbered(connection, list(over)))))
    fill(connection, sort.crowded, rows=[{"key": key, "members": count} for key, count in sorted(crowds.items())])
