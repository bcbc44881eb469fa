"""Many keys in one question, and many rows out at once, in both databases."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from sqlalchemy import JSON, BigInteger, Connection, Select, Table, Text, cast, func, literal, select, text


def listed(connection: Connection, values: Collection[str]) -> Select[tuple[Any]]:
    """Texts as a question, for `column.in_(…)`: any number of them, where a list of parameters has an end."""
    return _listed(connection, list(values))


def numbered(connection: Connection, values: Collection[int]) -> Select[tuple[Any]]:
    """The like of numbers."""
    found = _listed(connection, list(values))
    return found if connection.dialect.name == "sqlite" else select(cast(found.subquery().c[0], BigInteger))


def _listed(connection: Connection, values: list[Any]) -> Select[tuple[Any]]:
    given = literal(msgspec.json.encode(values).decode(), Text)
    if connection.dialect.name == "sqlite":
        return select(func.json_each(given).table_valued("value").c.value)
    return select(func.json_array_elements_text(cast(given, JSON)).table_valued("value").c.value)


def take_out(connection: Connection, table: Table, *, rows: Collection[Mapping[str, object]]) -> None:
    """Delete the rows that have these values in these columns."""
    if not rows:
        return
    columns = list(next(iter(rows)))
    if connection.dialect.name == "sqlite":
        wanted = " AND ".join(f"{column} = :{column}" for column in columns)
        connection.execute(text(f"DELETE FROM {table.name} WHERE {wanted}"), list(rows))
    else:
        wanted = " AND ".join(f"{table.name}.{column} = gone.{column}" for column in columns)
        connection.execute(
            text(
                f"DELETE FROM {table.name} USING "
                f"json_populate_recordset(NULL::{table.name}, CAST(:rows AS json)) AS gone WHERE {wanted}"
            ),
            {"rows": msgspec.json.encode(list(rows)).decode()},
        )
