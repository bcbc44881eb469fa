"""Numbers in terms: «26», «ثلاثة», «الحادي والعشرين», «ألفين وأربعة عشر».

>>> from tawatur.times.terms import terms
>>> number(terms("قبل خمسة وعشرين يوما"), 1)
(25, 3)
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.times.terms import Term, at, sense
from tawatur.times.vocabulary import Sense

_LONGEST = 8
"""Words of the longest number read, so that reading stays linear."""


def _spelled(line: Sequence[Term], index: int) -> tuple[int, int] | None:
    """A number in words and where it ends: units and tens add up over «و», hundreds and thousands multiply."""
    total = last = 0
    position = index
    while position < index + _LONGEST:
        word = sense(line, position, "cardinal", "scale")
        first = position == index
        if word is None or not (first or at(line, position).joined or _follows(last, word)):
            break
        if first or at(line, position).joined:
            if not first and not _descends(last, word.number):
                break
            total, last = total + last, word.number
        else:
            last = last + word.number if word.kind == "cardinal" else last * word.number
        position += 1
    return (total + last, position) if position > index else None


def _follows(last: int, word: Sense) -> bool:
    """Whether a word without «و» goes on with the number: «خمسة عشر», «ثلاثة آلاف»."""
    return (word.number == 10 and last < 10) if word.kind == "cardinal" else last < word.number


def _descends(last: int, new: int) -> bool:
    """Whether a word after «و» can be added: «مئة وثلاثة», «خمسة وعشرين», but not «ثلاثة وأربعة»."""
    return (new < last and not (last < 20)) or (last < 10 and new in range(20, 100, 10))


def number(line: Sequence[Term], index: int) -> tuple[int, int] | None:
    """A count in digits or words and the index after it; a «الـ» written apart is passed over."""
    here = index + 1 if sense(line, index, "article") is not None and at(line, index + 1).number is not None else index
    digits = at(line, here).number
    return (digits, here + 1) if digits is not None else _spelled(line, here)


def day_number(line: Sequence[Term], index: int) -> tuple[int, int] | None:
    """A day of the month, 1 to 31, in digits, as an ordinal or as a count, and the index after it."""
    first = sense(line, index, "ordinal", "hour")
    found: tuple[int, int] | None
    if first is not None:
        more = sense(line, index + 1, "cardinal")
        if more is not None and ((more.number in (20, 30) and at(line, index + 1).joined) or more.number == 10):
            found = first.number + more.number, index + 2
        else:
            found = first.number, index + 1
    else:
        found = number(line, index)
    return found if found and 1 <= found[0] <= 31 else None
