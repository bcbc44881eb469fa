"""From files to reports, each with where its day and its outlet come from: `sources_in` reads text, web pages, JSON
Lines, feeds and web archives, and folders of them, one report at a time.
"""

from tawatur.sources.records import Found, Position, Provenance
from tawatur.sources.reports import report_of
from tawatur.sources.walk import files_in, sources_from, sources_in

__all__ = ["Found", "Position", "Provenance", "files_in", "report_of", "sources_from", "sources_in"]
