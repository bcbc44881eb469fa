"""HTTPS: the certificate must be for the name, though the connection goes to a number."""

import http.server
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.errors import FetchError
from tawatur.sources.fetch.request import Bounds, request


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"sealed")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """The port of a server with a certificate for nawras.example, and the certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed here, so no certificate can be made")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=nawras.example",
         "-addext", "subjectAltName=DNS:nawras.example", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.server_port, certificate
    server.shutdown()
    thread.join()
    server.server_close()


def body(url: str, context: ssl.SSLContext | None) -> bytes:
    return request(url, headers={}, resolve=lambda *_: ("127.0.0.1",), bounds=Bounds(seconds=30), context=context).body


def test_the_certificate_is_held_against_the_name(sealed: tuple[int, Path]) -> None:
    port, certificate = sealed
    trusting = ssl.create_default_context(cafile=str(certificate))
    assert body(f"https://nawras.example:{port}/", trusting) == b"sealed"
    with pytest.raises(FetchError, match=r"CERTIFICATE_VERIFY_FAILED.*miqat\.example"):
        body(f"https://miqat.example:{port}/", trusting)
    with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
        body(f"https://nawras.example:{port}/", None)
