"""Which addresses may be connected to, by table."""

import socket

import pytest

from tawatur.errors import FetchError
from tawatur.sources.fetch.address import Address, is_public, public_addresses

OPEN = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8", "64:ff9b::808:808"]
CLOSED = [
    # this machine, this network, the link, every address, everybody
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0", "255.255.255.255",
    # shared by carriers, for tests and documents, many at once, kept back, tunnels' ends
    "100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "192.88.99.1", "192.0.0.1",
    # the same in IPv6
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "fec0::1", "100::1",
    # IPv4 in IPv6: mapped, compatible, translated, in tunnels
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:0a00:0001::1", "2001:0:7f00:1::",
    # no address
    "nawras.example", "", "127.1",
]  # fmt: skip


@pytest.mark.parametrize("numeric", OPEN)
def test_open_addresses(numeric: str) -> None:
    assert is_public(numeric)


@pytest.mark.parametrize("numeric", CLOSED)
def test_closed_addresses(numeric: str) -> None:
    assert not is_public(numeric)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "::1", "::ffff:10.0.0.1", "0"]
)
def test_hosts_of_this_machine_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(FetchError, match=r"not of the open internet|no such host"):
        public_addresses(host, 80)


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(*numeric: str) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in numeric]

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers("8.8.8.8", "8.8.4.4"))
    assert public_addresses("nawras.example", 80) == ("8.8.8.8", "8.8.4.4")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers("8.8.8.8", "10.0.0.1"))
    with pytest.raises(FetchError, match=r"leads to 10\.0\.0\.1"):
        public_addresses("nawras.example", 80)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://nawras.example/x", "only http"),
        ("file:///etc/passwd", "only http"),
        ("nawras.example/x", "only http"),
        ("http:///x", "only http"),
        ("http://user:secret@nawras.example/", "name or password"),
        ("http://nawras.example:99999/", "host or port"),
        ("http://[::1/", "host or port"),
        ("http://nawras.example/a\r\nHost: x", "too long, or holds spaces"),
        ("http://nawras.example\\@10.0.0.1/", "too long, or holds spaces"),
        ("http://nawras.example/" + "a" * 5000, "too long"),
    ],
)
def test_what_is_no_address(url: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        Address.of(url)


def test_an_address_is_sent_as_it_must_be() -> None:
    address = Address.of("https://أخبار.example:8443/قافلة?x=%20ب#part")
    assert address.site == f"https://{'أخبار'.encode('idna').decode()}.example:8443"
    assert address.target == "/%D9%82%D8%A7%D9%81%D9%84%D8%A9?x=%20%D8%A8"
    assert Address.of("http://[2606:2800::1]/").host_header == "[2606:2800::1]"
