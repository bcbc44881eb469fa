"""The words of reports and the boxes of places, kept so that they are found quickly: FTS5 and R*Tree in SQLite,
tsvector and GiST in PostgreSQL.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, text

from tawatur.ledger.filling import fill
from tawatur.ledger.rows import Row, box_around
from tawatur.text.fold import fold

MOST_INDEXED = 250_000
"""Code points of a report that are indexed: PostgreSQL takes 1 MB of words at most, and a letter has up to four bytes."""
_PHRASE = 6
"""Words by which the doctor looks for a report."""
_ROUNDING = 1e-4
"""Degrees that a side of a box may differ by: R*Tree keeps four bytes of it."""
_WORD = re.compile(r"[^\W_]+")


def folded_words(words: str) -> str:
    """Words as they are indexed and looked for: folded, only letters and digits, one space between.

    >>> folded_words("«القوّات» انسحبت، من: ترهونة.")
    'القوات انسحبت من ترهونه'
    """
    return " ".join(_WORD.findall(fold(words[:MOST_INDEXED]).text))


def index_reports(connection: Connection, *, rows: Sequence[Row]) -> None:
    """Make reports findable by the words of title and text."""
    if not rows:
        return
    words = [{"n": row["number"], "w": folded_words(f"{row['title'] or ''} {row['text']}")} for row in rows]
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO report_words (rowid, words) VALUES (:n, :w)"), words)
    else:
        connection.execute(
            text(
                "INSERT INTO report_words (report, words) SELECT n, to_tsvector('simple', w)"
                " FROM json_to_recordset(CAST(:words AS json)) AS given (n integer, w text)"
            ),
            {"words": msgspec.json.encode(words).decode()},
        )


def index_spots(connection: Connection, *, rows: Sequence[Row]) -> None:
    """Make places findable by where they are; PostgreSQL indexes the rows themselves."""
    if connection.dialect.name == "sqlite":
        sides = ("number", "south", "north", "west", "east")
        boxes = [{side: row[side] for side in sides} for row in rows if row["south"] is not None]
        fill(connection, "spot_boxes", rows=boxes)


def phrases_in(words: str) -> list[str]:
    """What is looked for, folded: each word, and words in quotation marks side by side.

    >>> phrases_in('انسحبت "مدينة ترهونة"')
    ['مدينه ترهونه', 'انسحبت']
    """
    phrases = [folded_words(part) for part in re.findall(r'"([^"]*)"', words)]
    phrases += folded_words(re.sub(r'"[^"]*"', " ", words)).split()
    return [phrase for phrase in phrases if phrase]


def reports_with(connection: Connection, *, words: str) -> list[str]:
    """Keys of the reports with all these words, in the order in which they came in; "…" quotes words side by side."""
    phrases = phrases_in(words)
    if not phrases:
        return []
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(f'"{phrase}"' for phrase in phrases)
        query = "number IN (SELECT rowid FROM report_words WHERE report_words MATCH :asked)"
    else:
        asked = " & ".join("(" + " <-> ".join(phrase.split()) + ")" for phrase in phrases)
        query = "number IN (SELECT report FROM report_words WHERE words @@ to_tsquery('simple', :asked))"
    found = connection.execute(text(f"SELECT key FROM reports WHERE {query} ORDER BY number"), {"asked": asked})
    return [str(key) for key in found.scalars()]


def spots_near(connection: Connection, *, lat: float, lon: float, radius_m: float) -> list[int]:
    """Numbers of the spots whose box meets the box around a circle: all that are near enough, and a few that are not."""
    return spots_in_box(connection, box=box_around(lat, lon, radius_m=radius_m))


def spots_in_box(connection: Connection, *, box: Mapping[str, float]) -> list[int]:
    """Numbers of the spots whose box meets this one; its sides are "south", "north", "west", "east"."""
    if connection.dialect.name == "sqlite":
        query = "SELECT number FROM spot_boxes WHERE south <= :north AND north >= :south AND west <= :east AND east >= :west"
    else:
        query = (
            "SELECT number FROM spots WHERE box(point(west, south), point(east, north))"
            " && box(point(CAST(:west AS float8), CAST(:south AS float8)), point(CAST(:east AS float8), CAST(:north AS float8)))"
        )
    return sorted(connection.execute(text(query), dict(box)).scalars())


def out_of_step(connection: Connection, *, words: Mapping[int, str]) -> list[int]:
    """Numbers of the reports that the index of words does not find as it should, of those whose words are given."""
    if connection.dialect.name == "postgresql":
        query = (
            "SELECT n FROM json_to_recordset(CAST(:words AS json)) AS given (n integer, w text)"
            " LEFT JOIN report_words ON report = n WHERE words IS DISTINCT FROM to_tsvector('simple', w)"
        )
        given = msgspec.json.encode([{"n": number, "w": text} for number, text in words.items()]).decode()
        return sorted(connection.execute(text(query), {"words": given}).scalars())
    # FTS5 keeps no text: the report must be found by its first words side by side and by its last
    query = "SELECT 1 FROM report_words WHERE report_words MATCH :asked AND rowid = :number"
    wrong = []
    for number, folded in words.items():
        every = folded.split()
        ends = [f'"{" ".join(part)}"' for part in (every[:_PHRASE], every[-_PHRASE:]) if part]
        asked = {"asked": " AND ".join(ends), "number": number}
        if ends and connection.execute(text(query), asked).first() is None:
            wrong.append(number)
    return wrong


def boxes_out_of_step(connection: Connection) -> list[int]:
    """Numbers of spots whose box is missing, too much, or of another place."""
    if connection.dialect.name == "postgresql":
        return []  # its index is over the rows themselves
    sides = ("south", "north", "west", "east")
    far = " OR ".join(f"abs(b.{side} - s.{side}) > {_ROUNDING}" for side in sides)
    missing = "SELECT s.number FROM spots s LEFT JOIN spot_boxes b ON b.number = s.number WHERE s.south IS NOT NULL"
    too_much = "SELECT number FROM spot_boxes WHERE number NOT IN (SELECT number FROM spots WHERE south IS NOT NULL)"
    query = f"{missing} AND (b.number IS NULL OR {far}) UNION {too_much} ORDER BY 1"
    return list(connection.execute(text(query)).scalars())
