"""Many rows into a table at once, in the way that is quick in each database."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from sqlalchemy import Connection, Table, text


def storable(name: str) -> str:
    """The name of a file or what is said of it, with what no database holds written out.

    >>> storable("أخبار\\udce9.txt")
    'أخبار\\\\udce9.txt'
    """
    return name.replace("\x00", "\\x00").encode("utf-8", errors="backslashreplace").decode("utf-8")


def fill(connection: Connection, table: Table | str, *, rows: Collection[Mapping[str, object]]) -> None:
    """Insert rows of equal columns."""
    if not rows:
        return
    columns = ", ".join(next(iter(rows)))
    name = table if isinstance(table, str) else table.name
    if connection.dialect.name == "sqlite":
        places = ", ".join(f":{column}" for column in next(iter(rows)))
        connection.execute(text(f"INSERT INTO {name} ({columns}) VALUES ({places})"), list(rows))
    else:  # one message for all rows, where one for each would wait for an answer each
        connection.execute(
            text(
                f"INSERT INTO {name} ({columns}) "
                f"SELECT {columns} FROM json_populate_recordset(NULL::{name}, CAST(:rows AS json))"
            ),
            {"rows": msgspec.json.encode(list(rows)).decode()},
        )
