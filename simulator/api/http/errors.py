"""Why an exchange failed, in the platform's words: libcurl's codes as the errors of the network that phones tell of."""

from __future__ import annotations

import errno

from runtime.api.call import SYSTEM_ERRNO, ApiFailure

TIMEOUT_ERRNO = 5
NETWORK_ERRNO = 600001
COULD_NOT_CONNECT = 7

# libcurl's numbers are part of its interface; taken from it they would load it at every start.
_CODES = {
    1: (-320, "INVALID_RESPONSE"),
    3: (-300, "INVALID_URL"),
    5: (-130, "PROXY_CONNECTION_FAILED"),
    6: (-105, "NAME_NOT_RESOLVED"),
    COULD_NOT_CONNECT: (-102, "CONNECTION_REFUSED"),
    8: (-320, "INVALID_RESPONSE"),
    16: (-337, "HTTP2_PROTOCOL_ERROR"),
    18: (-354, "CONTENT_LENGTH_MISMATCH"),
    35: (-200, "CERT_INVALID"),
    52: (-100, "CONNECTION_CLOSED"),
    55: (-101, "CONNECTION_RESET"),
    56: (-101, "CONNECTION_RESET"),
    60: (-200, "CERT_INVALID"),
    92: (-337, "HTTP2_PROTOCOL_ERROR"),
}
_UNREACHABLE = frozenset((errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN))


def failure(code: int, text: str, errno_of_system: int) -> ApiFailure:
    """What the program is told for libcurl's code and words, and the system's error under it."""
    if "chunk" in text:
        return of_network(-321, "INVALID_CHUNKED_ENCODING")
    if code == COULD_NOT_CONNECT and errno_of_system in _UNREACHABLE:
        return of_network(-109, "ADDRESS_UNREACHABLE")
    known = _CODES.get(code)
    return of_network(*known) if known else ApiFailure(text, NETWORK_ERRNO, environment=True)


def of_network(number: int, name: str) -> ApiFailure:
    """A failure that the network is to blame for, with Chromium's number and name."""
    reason = f"errcode:{number} cronet_error_code:{number} error_msg:net::ERR_{name}"
    return ApiFailure(reason, NETWORK_ERRNO, environment=True)


def too_large(limit_bytes: int) -> ApiFailure:
    """The answer is more than an exchange may bring."""
    reason = f"exceed max response size {limit_bytes // 2**20}MB"
    return ApiFailure(reason, NETWORK_ERRNO, environment=True)


def no_room(error: OSError) -> ApiFailure:
    """The disk does not take what comes."""
    return ApiFailure(f"system error {error.strerror or error}", SYSTEM_ERRNO, environment=True)


def decoding_failed() -> ApiFailure:
    """The body is not in the encoding that its head names."""
    return of_network(-330, "CONTENT_DECODING_FAILED")


def closed_early() -> ApiFailure:
    """The server went away before the head of its answer was whole."""
    return of_network(-100, "CONNECTION_CLOSED")


def too_many_redirects() -> ApiFailure:
    """The answer leads on and on."""
    return of_network(-310, "TOO_MANY_REDIRECTS")


def unsafe_redirect() -> ApiFailure:
    """The answer leads out of the web, or from HTTPS to HTTP."""
    return of_network(-311, "UNSAFE_REDIRECT")


def timeout() -> ApiFailure:
    """The time of the exchange is over."""
    return ApiFailure("timeout", TIMEOUT_ERRNO)
