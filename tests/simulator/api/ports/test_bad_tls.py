"""Servers whose certificate nobody can trust, or who speak no TLS at all: the exchange fails in form."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pytestqt.qtbot import QtBot

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import HttpRequest
from simulator.api.ports.network import Network
from tests.simulator.api.ports.test_rude_servers import Heard


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what is wanted."""


@contextmanager
def served(context: ssl.SSLContext | None) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), _Answers)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def certificate(folder: Path, *, name: str = "", days: int = 1) -> ssl.SSLContext:
    """Signed by itself, for this computer or for `name`; `days` from now it ends."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name or "127.0.0.1")])
    end = datetime.now(UTC) + timedelta(days=days)
    names: list[x509.GeneralName] = [x509.DNSName(name)] if name else [x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(end - timedelta(days=9)).not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName(names), critical=False).sign(key, hashes.SHA256())
    )  # fmt: skip
    place = folder / "server.pem"
    form = serialization.Encoding.PEM
    written = key.private_bytes(form, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    place.write_bytes(written + made.public_bytes(form))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place)
    return context


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (certificate, "CERT_INVALID"),
        (lambda folder: certificate(folder, name="example.com"), "CERT_INVALID"),
        (lambda folder: certificate(folder, days=-1), "CERT_INVALID"),
        (lambda _folder: None, "CERT_INVALID"),
    ],
    ids=["signed by itself", "of another name", "over", "no TLS"],
)
def test_a_server_that_cannot_be_trusted_is_not_asked(
    qtbot: QtBot, tmp_path: Path, made: Callable[[Path], ssl.SSLContext | None], error: str
) -> None:
    network, heard = Network(), Heard()
    with served(made(tmp_path)) as url:
        network.send(1, HttpRequest(url), heard)
        qtbot.waitUntil(lambda: heard.outcome is not None, timeout=60_000)
    network.deleteLater()
    assert isinstance(heard.outcome, ApiFailure)
    assert heard.outcome.environment
    assert f"net::ERR_{error}" in heard.outcome.reason
