"""libcurl's codes in the platform's words: all are the environment's fault."""

from __future__ import annotations

import errno

import pycurl
import pytest

from simulator.api.http import errors as http_errors


@pytest.mark.parametrize(
    ("code", "text", "system", "name"),
    [
        (pycurl.E_COULDNT_RESOLVE_HOST, "", 0, "NAME_NOT_RESOLVED"),
        (pycurl.E_COULDNT_RESOLVE_PROXY, "", 0, "PROXY_CONNECTION_FAILED"),
        (pycurl.E_COULDNT_CONNECT, "", errno.ECONNREFUSED, "CONNECTION_REFUSED"),
        (pycurl.E_COULDNT_CONNECT, "", errno.ENETUNREACH, "ADDRESS_UNREACHABLE"),
        (pycurl.E_URL_MALFORMAT, "", 0, "INVALID_URL"),
        (pycurl.E_GOT_NOTHING, "", 0, "CONNECTION_CLOSED"),
        (pycurl.E_PARTIAL_FILE, "", 0, "CONTENT_LENGTH_MISMATCH"),
        (pycurl.E_RECV_ERROR, "Recv failure", errno.ECONNRESET, "CONNECTION_RESET"),
        (pycurl.E_RECV_ERROR, "invalid chunk size", 0, "INVALID_CHUNKED_ENCODING"),
        (pycurl.E_SSL_CONNECT_ERROR, "", 0, "CERT_INVALID"),
        (pycurl.E_PEER_FAILED_VERIFICATION, "", 0, "CERT_INVALID"),
        (pycurl.E_UNSUPPORTED_PROTOCOL, "", 0, "INVALID_RESPONSE"),
    ],
)
def test_a_code_has_chromiums_name(code: int, text: str, system: int, name: str) -> None:
    failure = http_errors.failure(code, text, system)
    assert failure.reason.endswith(f" error_msg:net::ERR_{name}")
    assert failure.environment
    assert failure.errno == http_errors.NETWORK_ERRNO


def test_an_unknown_code_keeps_libcurls_words() -> None:
    assert http_errors.failure(9999, "something new", 0).reason == "something new"
