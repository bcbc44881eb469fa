"""What can go wrong, as one tree. Every message is one sentence: where, what is wrong, what to do.

TawaturError
├── ReportError        a report cannot be read
│   ├── MissingReport      no such file
│   ├── EmptyReport        nothing in it
│   ├── NotText            bytes that are no text in a known encoding
│   ├── NotArabic          text, but hardly any Arabic in it
│   ├── TooLarge           more than one report can hold
│   └── MalformedLine      a line of JSON Lines that is no report
├── LexiconError       an entry in data/ breaks a rule
├── GazetteerError     the gazetteer is missing or damaged
└── ModelError         the analyser's files are missing or damaged
"""


class TawaturError(Exception):
    """Anything that Tawatur itself says is wrong."""


class ReportError(TawaturError):
    """A report cannot be read."""


class MissingReport(ReportError):
    """There is no such file or folder."""


class EmptyReport(ReportError):
    """The report holds no words."""


class NotText(ReportError):
    """The bytes are no text in UTF-8, UTF-16 or Windows-1256."""


class NotArabic(ReportError):
    """Hardly any of the letters are Arabic."""


class TooLarge(ReportError):
    """The report is longer than any report."""


class MalformedLine(ReportError):
    """A line of JSON Lines is not a report."""


class LexiconError(TawaturError):
    """A lexicon entry breaks a rule; the message names file, entry and key."""


class GazetteerError(TawaturError):
    """The gazetteer is missing or damaged."""


class ModelError(TawaturError):
    """The analyser's files are missing or damaged."""
