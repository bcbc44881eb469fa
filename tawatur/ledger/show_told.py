"""Claims with the reports that they were read in, and what merging made of them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from tawatur.ledger import views
from tawatur.ledger.asking import claims_by, reports_by
from tawatur.ledger.merging.rows import listed
from tawatur.ledger.show_records import Told
from tawatur.records import Span


def told(connection: Connection, *, keys: Collection[str]) -> tuple[Told, ...]:
    """Current claims with their reports, in the order of publication, of reports and of their texts."""
    claims = list(claims_by(connection, keys=keys, reports=None))
    reports = {kept.key: kept.report for kept in reports_by(connection, keys={claim.report for claim in claims})}
    members = views.members.c
    query = select(members.claim, members.happening, members.origin)
    places = {
        claim: (happening, origin)
        for claim, happening, origin in connection.execute(query.where(members.claim.in_(listed(connection, keys))))
    }
    found = [
        Told(
            key=kept.key,
            report=kept.report,
            given=reports[kept.report].id,
            outlet=reports[kept.report].outlet,
            published=reports[kept.report].published,
            sentence=reports[kept.report].text[slice(*kept.claim.sentence)],
            claim=kept.claim,
            happening=places.get(kept.key, (None, None))[0],
            origin=places.get(kept.key, (None, None))[1],
        )
        for kept in claims
    ]
    return tuple(sorted(found, key=by_publication))


def texts(connection: Connection, *, reports: Collection[str]) -> dict[str, str]:
    """The texts of some reports by key."""
    return {kept.key: kept.report.text for kept in reports_by(connection, keys=reports)}


def by_publication(one: Told) -> tuple[str, str, Span]:
    """What claims are sorted by: day, report, place in its text; those of unknown days last."""
    return one.published or "9999", one.report, one.claim.sentence
