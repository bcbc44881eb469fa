"""A site on this machine, under a name of its own: the guard against private addresses is replaced for it alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest

from tawatur.sources.fetch.request import Bounds
from tawatur.sources.fetch.visitor import Visitor


class Reply(NamedTuple):
    """What the site says at one path."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    drip: float = 0.0
    """Seconds between two bytes."""
    short: int = 0
    """Bytes promised and not sent."""


class Site:
    """Replies by path, and the requests that came."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    @property
    def paths(self) -> list[str]:
        """Of the requests that came, in order."""
        return [path for path, _ in self.asked]


class _Handler(BaseHTTPRequestHandler):
    site: Site
    closing: threading.Event

    def do_GET(self) -> None:
        site, headers = self.site, {name.lower(): value for name, value in self.headers.items()}
        site.asked.append((self.path, headers))
        reply = site.replies.get(self.path, Reply(b"none", 404))
        tag = dict(reply.headers).get("ETag")
        if tag and headers.get("if-none-match") == tag:
            reply = Reply(b"", 304)
        try:
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            if "Transfer-Encoding" not in dict(reply.headers):
                self.send_header("Content-Length", str(len(reply.body) + reply.short))
            self.end_headers()
            step = 1 if reply.drip else 1 << 20
            for start in range(0, len(reply.body), step):
                self.wfile.write(reply.body[start : start + step])
                if reply.drip and self.closing.wait(reply.drip):
                    return
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A fresh site at http://nawras.example:PORT."""
    made, closing = Site(), threading.Event()
    handler = type("Handler", (_Handler,), {"site": made, "closing": closing})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    made.address = f"http://nawras.example:{server.server_port}"
    yield made
    closing.set()
    server.shutdown()
    thread.join()
    server.server_close()


class Clock:
    """Time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waited: list[float] = []

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """A clock of the test's own."""
    return Clock()


@pytest.fixture
def visitor(clock: Clock) -> Visitor:
    """One that finds every host on this machine."""
    return Visitor(
        agent="tawatur/test",
        seconds_between=5.0,
        resolve=lambda host, port: ("127.0.0.1",),
        bounds=Bounds(most_bytes=200_000, seconds=30.0),
        clock=clock.time,
        sleep=clock.sleep,
    )
