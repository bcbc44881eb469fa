"""Sayings by hand: one report's claims, each with its teller."""

from __future__ import annotations

from itertools import count

import msgspec

from tawatur.merge.records import Body, Saying, Teller, Telling
from tawatur.merge.sayings import sayings_of
from tests.merge.told import told

_number = count(1)


def teller(words: str, *, id_: str | None = None, side: str | None = None, anonymous: bool = False, audience: str | None = None,
           medium: str | None = None) -> Teller:  # fmt: skip
    """A last teller, folded words as given."""
    return Teller(words=words, id=id_, side=side, anonymous=anonymous, audience=audience, medium=medium)


ARMY = teller("الجيش السوري", id_="syria.army", side="syr-gov")
SDF = teller("قوات سوريا الديمقراطيه", id_="sdf", side="sdf")
SOURCE = teller("مصدر عسكري", anonymous=True)
MAYOR = teller("رييس المجلس المحلي في مركده")


def claim(*chain: Teller, report: str, outlet: str, published: str | None = "2019-03-08", quotation: str | None = None,
          words: str = "", at: int = 0) -> Telling:  # fmt: skip
    """A claim of a report with its chain; `at` is where its sentence of ten letters begins."""
    made = told("seize", report=report, outlet=outlet, published=published)
    return msgspec.structs.replace(
        made,
        claim=f"{report}#{next(_number)}",
        chain=chain,
        quotation=quotation,
        words=tuple(sorted(words.split())),
        sentence=(at, at + 10),
        trigger=((at, at + 4),),
    )


def said(*claims: Telling, text: str = "") -> tuple[Saying, ...]:
    """The sayings of the report of some claims."""
    first = claims[0]
    body = Body(key=first.report, title=None, text=text, outlet=first.outlet, published=first.published)
    return sayings_of(claims, body)
