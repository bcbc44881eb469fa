"""One request and its bounds, robots.txt, pace, redirects: against a site on this machine."""

import gzip
import time

import pytest

from tawatur.errors import FetchError
from tawatur.sources.fetch.address import public_addresses
from tawatur.sources.fetch.request import Bounds, request
from tawatur.sources.fetch.visitor import Visitor
from tests.sources.fetch.conftest import Clock, Reply, Site

GZIP = (("Content-Encoding", "gzip"),)
CHUNKED = (("Transfer-Encoding", "chunked"),)


def test_an_answer(site: Site, visitor: Visitor) -> None:
    site.replies["/%D8%A3?x=1"] = Reply("نص".encode())
    answer = visitor.get(f"{site.address}/أ?x=1")
    assert (answer.status, answer.kind, answer.body.decode()) == (200, "text/html", "نص")
    assert site.paths == ["/robots.txt", "/%D8%A3?x=1"]
    headers = site.asked[1][1]
    assert headers["user-agent"] == "tawatur/test"
    assert headers["host"] == site.address.removeprefix("http://")


BOUNDED = {
    # said, found on the way, packed small, never ending in chunks, slow, promised
    "long": (Reply(b"x" * 300_000), "300,000 bytes, more than 200,000"),
    "chunks": (Reply(b"%x\r\n%s\r\n0\r\n\r\n" % (300_000, b"x" * 300_000), headers=CHUNKED), "more than 200,000 bytes"),
    "bomb": (Reply(gzip.compress(b"x" * 50_000_000), headers=GZIP), "more than 200,000 bytes"),
    "slow": (Reply(b"x" * 100, drip=0.5), "longer than 1 seconds"),
    "short": (Reply(b"x" * 100, short=50), "cut off after 100 bytes"),
    "cut gzip": (Reply(gzip.compress(bytes(range(256)) * 40)[:-20], headers=GZIP), "cut off"),
    "no gzip": (Reply(b"plain", headers=GZIP), "not fetched"),
    "brotli": (Reply(b"x", headers=(("Content-Encoding", "br"),)), "packed as br"),
}


@pytest.mark.parametrize(("reply", "says"), BOUNDED.values(), ids=BOUNDED.keys())
def test_an_answer_has_bounds(reply: Reply, says: str, site: Site) -> None:
    site.replies["/x"] = reply
    begun = time.monotonic()
    with pytest.raises(FetchError, match=says):
        request(
            f"{site.address}/x",
            headers={},
            resolve=lambda host, port: ("127.0.0.1",),
            bounds=Bounds(most_bytes=200_000, seconds=1.0 if reply.drip else 30.0),
        )
    assert time.monotonic() - begun < 25


def test_gzip_is_unpacked(site: Site, visitor: Visitor) -> None:
    site.replies["/x"] = Reply(gzip.compress(b"plain"), headers=GZIP)
    assert visitor.get(f"{site.address}/x").body == b"plain"


def test_the_guard_is_asked_once_and_what_it_says_is_connected_to(site: Site) -> None:
    asked = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    site.replies["/x"] = Reply(b"x")
    request(f"{site.address}/x", headers={}, resolve=resolve, bounds=Bounds())
    assert asked == ["nawras.example"], "a second look-up could give another address"


def test_this_machine_is_not_fetched_from(site: Site, clock: Clock) -> None:
    visitor = Visitor(agent="t", seconds_between=5, resolve=public_addresses, clock=clock.time, sleep=clock.sleep)
    with pytest.raises(FetchError, match="not of the open internet"):
        visitor.get(site.address.replace("nawras.example", "127.0.0.1") + "/x")
    assert site.asked == []


def test_a_redirect_is_checked_like_an_address(site: Site, clock: Clock) -> None:
    def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",) if host == "nawras.example" else public_addresses(host, port)

    visitor = Visitor(agent="t", seconds_between=5, resolve=resolve, clock=clock.time, sleep=clock.sleep)
    for path, target in (("/a", "http://127.0.0.1:1/secret"), ("/b", "file:///etc/passwd"), ("/c", "http://[::1]/")):
        site.replies[path] = Reply(status=302, headers=(("Location", target),))
        with pytest.raises(FetchError, match=r"open internet|only http"):
            visitor.get(site.address + path)


def test_redirects_are_followed_a_few_times(site: Site, visitor: Visitor) -> None:
    for number in range(9):
        site.replies[f"/{number}"] = Reply(status=301, headers=(("Location", f"/{number + 1}"),))
    site.replies["/9"] = Reply(b"there")
    assert visitor.get(f"{site.address}/4").body == b"there"
    with pytest.raises(FetchError, match="more than 5 redirects"):
        visitor.get(f"{site.address}/0")


def test_requests_to_a_host_keep_apart(site: Site, visitor: Visitor, clock: Clock) -> None:
    for path in ("/1", "/2", "/3"):
        site.replies[path] = Reply(b"x")
        visitor.get(site.address + path)
    assert [round(seconds, 1) for seconds in clock.waited] == [5.0, 5.0, 5.0], "robots.txt counts too"


def robots(text: str) -> Reply:
    return Reply(text.encode(), headers=(("Content-Type", "text/plain"),))


def test_robots_txt_is_kept(site: Site, visitor: Visitor, clock: Clock) -> None:
    site.replies |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /no\nCrawl-delay: 12\n"),
        "/yes": Reply(b"x"),
        "/no": Reply(b"x"),
    }
    visitor.get(f"{site.address}/yes")
    with pytest.raises(FetchError, match=r"robots\.txt does not allow it"):
        visitor.get(f"{site.address}/no")
    assert site.paths == ["/robots.txt", "/yes"]
    assert clock.waited == [12.0]


def test_a_redirect_does_not_lead_around_robots_txt(site: Site, visitor: Visitor) -> None:
    site.replies |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /no"),
        "/yes": Reply(status=302, headers=(("Location", "/no"),)),
        "/no": Reply(b"x"),
    }
    with pytest.raises(FetchError, match=r"robots\.txt does not allow it"):
        visitor.get(f"{site.address}/yes")


@pytest.mark.parametrize("status", [401, 403, 500, 503])
def test_a_closed_robots_txt_closes_the_site(status: int, site: Site, visitor: Visitor) -> None:
    site.replies |= {"/robots.txt": Reply(status=status), "/x": Reply(b"x")}
    with pytest.raises(FetchError):
        visitor.get(f"{site.address}/x")
    assert "/x" not in site.paths


def test_a_site_that_asks_for_too_long_waits_is_left_alone(site: Site, visitor: Visitor) -> None:
    site.replies |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 600"), "/x": Reply(b"x")}
    with pytest.raises(FetchError, match="asks for 600 seconds"):
        visitor.get(f"{site.address}/x")


def test_a_busy_site_is_not_asked_again(site: Site, visitor: Visitor) -> None:
    site.replies |= {"/x": Reply(status=429), "/y": Reply(b"y")}
    assert visitor.get(f"{site.address}/x").status == 429
    with pytest.raises(FetchError, match="is busy"):
        visitor.get(f"{site.address}/y")
