"""A fault of the lexicon, as `tawatur lexicon check` prints it."""

from __future__ import annotations

from tawatur.records import Record


class Problem(Record, frozen=True, kw_only=True):
    """One fault: which check found it, where it is, and what is wrong."""

    check: str
    """"ids", "spelling", "equal", "references", "forms", "examples", or for a read example "yes" and "no"."""
    where: str
    """File below the data folder."""
    entry: str
    says: str
    cause: str | None = None
    """Of a read example, why it fails: "no claim", "other entry", "role", "reality", "fires" …"""

    def __str__(self) -> str:
        cause = f" ({self.cause})" if self.cause else ""
        return f"{self.check}{cause}: {self.where}: {self.entry}: {self.says}"


def by_cause(problems: tuple[Problem, ...]) -> dict[str, tuple[Problem, ...]]:
    """Problems of examples grouped by check and cause, the commonest first."""
    groups: dict[str, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(f"{problem.check}: {problem.cause or problem.says.split(':')[0]}", []).append(problem)
    return {cause: tuple(found) for cause, found in sorted(groups.items(), key=lambda group: -len(group[1]))}
