"""A polite visitor of sites: asks robots.txt, waits between two requests to a host, follows few redirects, checks each."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from tawatur.errors import FetchError
from tawatur.sources.fetch.address import Address, Resolve, public_addresses
from tawatur.sources.fetch.request import Answer, Bounds, request

MOST_REDIRECTS = 5
LONGEST_DELAY = 60.0
"""Seconds that robots.txt may ask for between two requests; who asks for more is left alone."""
_ROBOTS = Bounds(most_bytes=500_000, seconds=20.0)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})


class Visitor:
    """Goes to sites in one run, and remembers when it was where."""

    def __init__(
        self,
        *,
        agent: str,
        seconds_between: float,
        resolve: Resolve = public_addresses,
        bounds: Bounds | None = None,
        context: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._agent = agent
        self._between = seconds_between
        self._resolve = resolve
        self._bounds = bounds or Bounds()
        self._context = context
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}
        self._busy: set[str] = set()

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer behind at most five redirects; raises FetchError where robots.txt or a bound forbids it."""
        return self._followed(url, headers=headers or {}, bounds=self._bounds, asks_robots=True)

    def _followed(self, url: str, *, headers: Mapping[str, str], bounds: Bounds, asks_robots: bool) -> Answer:
        here = url
        for _ in range(MOST_REDIRECTS + 1):
            address = Address.of(here)
            if asks_robots:
                self._ask(address, here)
            answer = self._one(address, here, headers=headers, bounds=bounds)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return answer
            location = answer.headers["location"].encode("latin-1", errors="replace").decode("utf-8", errors="replace")
            here = urljoin(here, location)
        raise FetchError(f"{url}: more than {MOST_REDIRECTS} redirects.")

    def _one(self, address: Address, url: str, *, headers: Mapping[str, str], bounds: Bounds) -> Answer:
        if address.host in self._busy:
            raise FetchError(f"{url}: not asked for, {address.host} is busy or gave no robots.txt.")
        self._wait(address)
        try:
            answer = request(
                url,
                headers={"User-Agent": self._agent, **headers},
                resolve=self._resolve,
                bounds=bounds,
                context=self._context,
            )
        finally:
            self._last[address.host] = self._clock()
        if answer.status in _BUSY:
            self._busy.add(address.host)
        return answer

    def _wait(self, address: Address) -> None:
        robots = self._robots.get(address.site)
        asked = robots.crawl_delay(self._agent) if robots is not None else None
        between = max(self._between, float(asked or 0))
        last = self._last.get(address.host)
        if last is not None and (left := last + between - self._clock()) > 0:
            self._sleep(left)

    def _ask(self, address: Address, url: str) -> None:
        """Raises FetchError where robots.txt forbids the address, or cannot be had."""
        if address.site not in self._robots:
            self._robots[address.site] = self._rules(address)
        robots = self._robots[address.site]
        if not robots.can_fetch(self._agent, url):
            raise FetchError(f"{url}: its robots.txt does not allow it.")
        delay = float(robots.crawl_delay(self._agent) or 0)
        if delay > LONGEST_DELAY:
            raise FetchError(f"{url}: its robots.txt asks for {delay:g} seconds between requests; it is left alone.")

    def _rules(self, address: Address) -> RobotFileParser:
        """Nobody's rules where there is no robots.txt; none may come where it is closed or the server fails."""
        robots = RobotFileParser()
        url = f"{address.site}/robots.txt"
        try:
            answer = self._followed(url, headers={}, bounds=_ROBOTS, asks_robots=False)
        except FetchError as error:
            self._busy.add(address.host)
            raise FetchError(f"{address.site}: its robots.txt cannot be had ({error})") from None
        if answer.status == 200:
            robots.parse(answer.body.decode("utf-8", errors="replace").splitlines())
        elif answer.status in (401, 403) or answer.status >= 500:
            robots.parse(["User-agent: *", "Disallow: /"])
        else:
            robots.parse([])
        return robots
