"""What can go wrong, as one tree. Every message is one sentence: where, what is wrong, what to do.

TawaturError
├── ReportError        a report cannot be read
│   ├── MissingReport      no such file
│   ├── EmptyReport        nothing in it
│   ├── NotText            bytes that are no text in a known encoding
│   ├── NotArabic          text, but hardly any Arabic in it
│   ├── TooLarge           more than one report can hold
│   ├── MalformedLine      a line of JSON Lines that is no report
│   ├── MalformedFeed      XML that is no RSS or Atom, or is cut off
│   ├── SummaryOnly        an entry of a feed whose text is on its page alone
│   └── BadRecord          a record of a web archive that is damaged or no page
├── FeedListError      FEEDS.toml breaks a rule
├── FetchError         something could not be fetched
├── LexiconError       an entry in data/ breaks a rule
├── GazetteerError     the gazetteer is missing or damaged
├── ModelError         the analyser's files are missing or damaged
└── LedgerError        a ledger cannot be opened, read or written
    ├── NoLedger           nothing there, or no server that answers
    ├── NotALedger         a file or database that holds something else
    ├── OtherRevision      made by a newer Tawatur
    ├── ReadOnlyLedger     may be read and not written
    ├── FullLedger         no room left on the disk
    ├── BusyLedger         another writer did not finish in time
    ├── NoLedgerFile       a line that is no line of an exported ledger
    ├── UnknownName        a question names a kind, an actor, a side or a place that nobody knows
    └── UnknownId          nothing in the ledger has this id, or several things have its beginning
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.sources.records import Position


class TawaturError(Exception):
    """Anything that Tawatur itself says is wrong."""


class ReportError(TawaturError):
    """A report cannot be read; where it comes from a source, with the place in it, and its bytes where they are few."""

    source: str | None = None
    position: Position | None = None
    data: bytes | None = None


class MissingReport(ReportError):
    """There is no such file or folder."""


class EmptyReport(ReportError):
    """The report holds no words."""


class NotText(ReportError):
    """The bytes are no text in a known encoding."""


class NotArabic(ReportError):
    """Hardly any of the letters are Arabic."""


class TooLarge(ReportError):
    """The report is longer than any report."""


class MalformedLine(ReportError):
    """A line of JSON Lines is not a report."""


class MalformedFeed(ReportError):
    """A feed is no RSS or Atom, or is cut off."""


class SummaryOnly(ReportError):
    """An entry of a feed has no text of its own that is a report."""


class BadRecord(ReportError):
    """A record of a web archive is damaged."""


class FeedListError(TawaturError):
    """FEEDS.toml breaks a rule; the message names file, entry and key."""


class FetchError(TawaturError):
    """Something could not be fetched, or not written down."""


class LexiconError(TawaturError):
    """A lexicon entry breaks a rule; the message names file, entry and key."""


class GazetteerError(TawaturError):
    """The gazetteer is missing or damaged."""


class ModelError(TawaturError):
    """The analyser's files are missing or damaged."""


class LedgerError(TawaturError):
    """A ledger cannot be opened, read or written."""


class NoLedger(LedgerError):
    """There is no such file, or no server answers there."""


class NotALedger(LedgerError):
    """The file or database holds something else."""


class OtherRevision(LedgerError):
    """The ledger was made by a newer Tawatur than this one."""


class ReadOnlyLedger(LedgerError):
    """The ledger may be read and not written."""


class FullLedger(LedgerError):
    """There is no room left where the ledger lies."""


class BusyLedger(LedgerError):
    """Another writer did not finish in time."""


class NoLedgerFile(LedgerError):
    """A line is no line of an exported ledger."""


class UnknownName(LedgerError):
    """A question names a kind, an actor, a side or a place that is not known."""


class UnknownId(LedgerError):
    """Nothing in the ledger has this id, or several things have its beginning."""
