"""Text from bytes, in whatever encoding Arabic news comes in.

>>> decode("وصلت القافلة".encode("cp1256"), name="x.txt")
'وصلت القافلة'
"""

from __future__ import annotations

import codecs
import re

from tawatur.errors import NotText

ARABIC_SHARE = 0.3
"""Of the letters, at least so many are Arabic in a report: names and quotations in Latin script stay well below the rest."""
_SAMPLE = 20_000
"""Characters that are looked at to tell an encoding: two long reports."""
_MOST_CONTROLS = 0.01
"""Share of control characters beyond which bytes are no text; news has none."""
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


def arabic_share(text: str) -> float:
    """The part of the letters of a text that is Arabic, from 0 to 1; 0 where there are no letters."""
    letters = len(_LETTER.findall(text))
    return len(_ARABIC.findall(text)) / letters if letters else 0.0


def decode(data: bytes, *, name: str) -> str:
    """Text from bytes in UTF-8, UTF-16 (with or without a mark), Windows-1256 or ISO-8859-6; raises NotText with the name."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16", name=name)
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data.removeprefix(codecs.BOM_UTF8), "utf-8", name=name)
    text = _text(data, "utf-8")
    if text is not None:
        return text
    for encoding in ("utf-16-le", "utf-16-be"):
        if len(data) % 2 == 0 and _is_arabic(data.decode(encoding, errors="replace")):
            return _strict(data, encoding, name=name)
    if _is_damaged_utf8(data):
        return _strict(data, "utf-8", name=name)
    text = _of_one_byte(data)
    if text is not None and _is_arabic(text):
        return text
    raise NotText(f"{name}: not text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6; convert it to UTF-8.")


def decode_page(data: bytes, *, name: str, declared: str | None = None) -> str:
    """Text of a web page: in the encoding that its server or it itself declares, where that fits, else as `decode` finds it."""
    found = _DECLARED.search(data[:4096])
    for encoding in (declared, found.group(1).decode("ascii") if found else None):
        try:
            if encoding:
                return data.decode(encoding)
        except (LookupError, ValueError):
            pass
    return decode(data, name=name)


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    binary = "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample)
    return None if binary else text


def _of_one_byte(data: bytes) -> str | None:
    """Windows-1256, unless only ISO-8859-6 makes all letters Arabic.

    Read as Windows-1256, the commonest letters of ISO-8859-6 are «ç», «è» and «ê»; read as ISO-8859-6, nearly every
    word or two of Windows-1256 holds a byte that it does not know.
    """
    windows, iso = _text(data, "cp1256"), _text(data, "iso8859_6")
    if windows is None or iso is None:
        return windows or iso
    return iso if arabic_share(iso[:_SAMPLE]) > arabic_share(windows[:_SAMPLE]) else windows


def _strict(data: bytes, encoding: str, *, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"{name}: broken {encoding.upper()} at byte {error.start}; save it as UTF-8 again.") from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most is UTF-8: read as Windows-1256 it would be Arabic letters too, two for each, and no words."""
    text = data.decode("utf-8", errors="replace")[:_SAMPLE]
    return 0 < text.count("\ufffd") <= len(_ARABIC.findall(text))


def _is_arabic(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample)
    return not controls and arabic_share(sample) >= ARABIC_SHARE
