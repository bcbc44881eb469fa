"""Many values in one question: as many as there are, where a list in SQL may hold a thousand."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import JSON, Integer, Select, Text, cast, func, literal, select
from sqlalchemy.engine import Dialect


def among(values: Collection[int] | Collection[str], *, of: Dialect) -> Select[tuple[int | str]]:
    """The values as a query, for `column.in_(…)`; they go to the database as one text of JSON."""
    given = literal(msgspec.json.encode(list(values)).decode(), Text)
    if of.name == "sqlite":
        return select(func.json_each(given).table_valued("value").c.value)
    value = func.json_array_elements_text(cast(given, JSON)).table_valued("value").c.value
    return select(cast(value, Integer if all(isinstance(one, int) for one in values) else Text))
