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
_TAG = re.compile(rb"<[^<>]*>")
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
    one_byte = _one_byte_encoding(data)
    if one_byte is not None:
        return data.decode(one_byte)
    raise NotText(f"{name}: not text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6; convert it to UTF-8.")


def decode_page(data: bytes, *, name: str, declared: str | None = None) -> str:
    """Text of a web page: in the encoding that its server or it itself declares, where that fits, else as `decode` finds it."""
    found = _DECLARED.search(data[:4096])
    for said in (declared, found.group(1).decode("ascii") if found else None):
        try:
            if said:
                return data.decode(said)
        except (LookupError, ValueError):
            pass
    try:
        return decode(data, name=name)
    except NotText:
        undeclared = _one_byte_encoding(_TAG.sub(b" ", data))
        if undeclared is None:
            raise
        return data.decode(undeclared)


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    binary = "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample)
    return None if binary else text


def _one_byte_encoding(data: bytes) -> str | None:
    """Windows-1256, unless only ISO-8859-6 makes all letters Arabic; None where neither makes them so.

    Read as Windows-1256, the commonest letters of ISO-8859-6 are «ç», «è» and «ê»; read as ISO-8859-6, nearly every
    word or two of Windows-1256 holds a byte that it does not know.
    """
    texts = {encoding: _text(data, encoding) for encoding in ("cp1256", "iso8859_6")}
    arabic = {encoding: arabic_share(text[:_SAMPLE]) for encoding, text in texts.items() if text and _is_arabic(text)}
    return max(arabic, key=lambda encoding: arabic[encoding], default=None)


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
