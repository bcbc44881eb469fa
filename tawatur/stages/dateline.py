"""Read the opening of a wire report: «بغداد ١٥ - ٧ (اف ب) -», «دمشق/ سانا», «القاهرة (رويترز) -».

The agency credited there tells whatever nobody else in the report is said to tell.
"""

from __future__ import annotations

import re

from tawatur.draft import Dateline, Draft
from tawatur.kit import Kit

LONGEST = 14
"""Words before the dash or colon that ends a dateline."""
_END = re.compile(r"[-–—:ـ]\s|\)\s*[-–—:]?|/\s*\S+\s")
_AGENCY_TYPES = frozenset({"agency", "outlet"})


def find_dateline(draft: Draft, kit: Kit) -> Draft:
    """Adds the dateline, if the report opens with one that names a place or an agency before a dash, bracket or slash."""
    if not draft.sentences:
        return draft
    start = draft.sentences[0][0]
    opening = draft.report.text[start : start + 120].split("\n")[0]
    end = max(
        (found.end() for found in _END.finditer(opening) if len(opening[: found.start()].split()) <= LONGEST), default=0
    )
    if end == 0:
        return draft
    inside = [found for found in draft.expressions if start <= found.span[0] and found.span[1] <= start + end]
    agency = next((found for found in inside if found.entity and found.entity.type in _AGENCY_TYPES), None)
    place_first = any(found.sort == "place" and found.span[0] - start <= 12 for found in inside)
    if agency is None or not place_first:
        return draft
    return draft.having(dateline=Dateline(span=(start, start + end), agency=agency.entity, agency_span=agency.span))
