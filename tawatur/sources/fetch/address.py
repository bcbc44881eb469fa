"""Where a request goes: an address of the web, and the public machines behind its name.

>>> Address.of("https://nawras.example/أخبار?page=2").target
'/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?page=2'
>>> is_public("93.184.215.14"), is_public("::ffff:127.0.0.1")
(True, False)
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from typing import NamedTuple, Self
from urllib.parse import quote, urlsplit

from tawatur.errors import FetchError

PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000
"""Characters of an address; servers refuse longer ones."""
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_KEPT = "/%:@!$&'()*+,;=~-._?"
_IPV6_WEB = ipaddress.ip_network("2000::/3")
_IPV6_CLOSED = tuple(map(ipaddress.ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""Tunnels, which may lead to private addresses of IPv4, and addresses of documentation."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_IPV4_CLOSED = ipaddress.ip_network("192.88.99.0/24")

Resolve = Callable[[str, int], tuple[str, ...]]
"""From a host and a port to the numeric addresses to connect to; raises FetchError where there are none that may be."""


class Address(NamedTuple):
    """The parts of an http or https address, ready to be sent."""

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, url: str) -> Self:
        """The parts of `url`; raises FetchError where it is no address that is fetched."""
        if len(url) > _LONGEST or _UNSAFE.search(url):
            raise FetchError(f"{url[:200]!r}: no address; it is too long, or holds spaces or signs that none may hold.")
        try:
            parts = urlsplit(url)
            port = parts.port
            host = (parts.hostname or "").rstrip(".")
            host = host if ":" in host else host.encode("idna").decode("ascii")
        except (ValueError, UnicodeError):
            raise FetchError(f"{url}: no address; its host or port is wrong.") from None
        if parts.scheme not in PORTS or not host:
            raise FetchError(f"{url}: no address of the web; only http:// and https:// are fetched.")
        if parts.username is not None or parts.password is not None:
            raise FetchError(f"{url}: holds a name or password; give an address without.")
        target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
        return cls(parts.scheme, host, PORTS[parts.scheme] if port is None else port, target)

    @property
    def host_header(self) -> str:
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.host_header}"


def is_public(numeric: str) -> bool:
    """Whether a numeric address is one of the open internet: not private, loopback, link-local, shared or reserved."""
    try:
        address = ipaddress.ip_address(numeric)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)))
        return address.scope_id is None and address in _IPV6_WEB and not any(address in net for net in _IPV6_CLOSED)
    return address.is_global and not address.is_multicast and address not in _IPV4_CLOSED


def public_addresses(host: str, port: int) -> tuple[str, ...]:
    """The numeric addresses of a host, asked for once, so that what is checked is what is connected to."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: no such host ({error}).") from None
    numeric = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
    closed = [one for one in numeric if not is_public(one)]
    if closed or not numeric:
        raise FetchError(f"{host}: leads to {', '.join(closed) or 'no address'}, which is not of the open internet.")
    return numeric
