"""Merging: what is new in a ledger since the last time, taken into the views in small transactions.

Views are a function of the facts. Whatever the order in which reports came, however they were divided into batches, and whatever was read
anew or judged in between: the views are those that `merge(…, rebuild=True)` makes.
"""

from tawatur.ledger.merging.records import Merged, Step
from tawatur.ledger.merging.steps import merge

__all__ = ["Merged", "Step", "merge"]
