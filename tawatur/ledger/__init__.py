"""The ledger: reports and what was read in them, kept for good, in one SQLite file or a PostgreSQL database.

from tawatur import Ledger
with Ledger("tawatur.ledger") as ledger:
    ledger.add(reports)
"""

from tawatur.ledger.ledger import Ledger
from tawatur.ledger.records import Added, Arrival

__all__ = ["Added", "Arrival", "Ledger"]
