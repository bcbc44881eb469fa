"""One GET to one address, within bounds of bytes and seconds; the machine connected to is the one that was checked."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache

import certifi

from tawatur.errors import FetchError
from tawatur.records import Record
from tawatur.sources.fetch.address import Address, Resolve

_CHUNK = 65_536
_IDLE = 10.0
"""Seconds without a byte after which a server is given up."""


class Bounds(Record, kw_only=True):
    """How much one answer may cost."""

    most_bytes: int = 10_000_000
    """Of the body, unpacked."""
    seconds: float = 60.0
    """From connecting to the last byte."""


class Answer(Record, kw_only=True):
    """What a server said: the body unpacked, header names in small letters."""

    url: str
    status: int
    reason: str
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """The certificates of the machine and those of Mozilla."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class _Pinned(http.client.HTTPConnection):
    """A connection to numeric addresses under the name of a host, shut when its time is over."""

    def __init__(self, address: Address, *, numeric: tuple[str, ...], context: ssl.SSLContext | None, seconds: float):
        super().__init__(address.host, address.port, timeout=min(_IDLE, seconds))
        self._numeric = numeric
        self._context = context
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._held: socket.socket | None = None
        self.over = False

    def connect(self) -> None:
        self._timer.start()
        self.sock = self._held = self._reached()
        if self._context is not None:
            self.sock = self._held = self._context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def _reached(self) -> socket.socket:
        problem = OSError("no address")
        for numeric in self._numeric:
            try:
                return socket.create_connection((numeric, self.port), timeout=self.timeout)
            except OSError as error:
                problem = error
        raise problem

    def _shut(self) -> None:
        """Ends the wait of whoever reads; `sock` is gone by then, since a response that closes takes it over."""
        self.over = True
        if self._held is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._held, socket.SHUT_RDWR)

    def finish(self) -> None:
        """Close it, and stop the clock."""
        self._timer.cancel()
        self.close()


def request(
    url: str, *, headers: Mapping[str, str], resolve: Resolve, bounds: Bounds, context: ssl.SSLContext | None = None
) -> Answer:
    """The answer to a GET, redirects not followed; raises FetchError. No proxy is used, and no cookie is kept."""
    address = Address.of(url)
    numeric = resolve(address.host, address.port)
    tls = (context or trusted()) if address.scheme == "https" else None
    connection = _Pinned(address, numeric=numeric, context=tls, seconds=bounds.seconds)
    try:
        connection.request(
            "GET",
            address.target,
            headers={"Host": address.host_header, "Accept-Encoding": "gzip", "Connection": "close", **headers},
        )
        response = connection.getresponse()
        named = {name.lower(): value for name, value in response.getheaders()}
        body = _body(response, headers=named, url=url, most=bounds.most_bytes)
        if not connection.over:
            return Answer(url=url, status=response.status, reason=response.reason, headers=named, body=body)
    except FetchError:
        if not connection.over:
            raise
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        if not connection.over:
            raise FetchError(f"{url}: not fetched ({str(error) or type(error).__name__}).") from None
    finally:
        connection.finish()
    raise FetchError(f"{url}: not fetched (longer than {bounds.seconds:g} seconds).")


def _body(response: http.client.HTTPResponse, *, headers: Mapping[str, str], url: str, most: int) -> bytes:
    said = headers.get("content-length", "")
    if said.isdigit() and int(said) > most:
        raise FetchError(f"{url}: {int(said):,} bytes, more than {most:,}.")
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip"):
        raise FetchError(f"{url}: packed as {packing}, which was not asked for.")
    unpacking = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    body, wire = bytearray(), 0
    while chunk := response.read1(_CHUNK):
        wire += len(chunk)
        body += chunk if unpacking is None else unpacking.decompress(chunk, most + 1 - len(body))
        if len(body) > most or wire > most:
            raise FetchError(f"{url}: more than {most:,} bytes.")
    whole = (not said.isdigit() or wire >= int(said)) and (unpacking is None or unpacking.eof or not wire)
    if not whole and response.status == 200:
        raise FetchError(f"{url}: cut off after {wire:,} bytes.")
    return bytes(body)
