"""Encodings of FileSystemManager: names as the reference lists them."""

from __future__ import annotations

import base64
import binascii

from runtime.api.call import ApiFailure

INVALID_ARGUMENT = 1300022
BASE64_ERROR = 1300203

_CODECS = {
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "ascii": "latin-1",
    "latin1": "latin-1",
    "binary": "latin-1",
    "ucs2": "utf-16-le",
    "ucs-2": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf-16le": "utf-16-le",
}


def text_of_bytes(data: bytes, encoding: str) -> str:
    """Bytes as text. Raises ApiFailure on an unknown encoding."""
    match encoding.lower():
        case "base64":
            return base64.b64encode(data).decode("ascii")
        case "hex":
            return data.hex()
        case name:
            return data.decode(_codec(name), "replace")


def bytes_of_text(text: str, encoding: str) -> bytes:
    """Text as bytes. Raises ApiFailure on an unknown encoding, or text that is not in it."""
    match encoding.lower():
        case "base64":
            try:
                return base64.b64decode(text)
            except (binascii.Error, ValueError) as error:
                raise ApiFailure("base64 encode error", BASE64_ERROR) from error
        case "hex":
            try:
                return bytes.fromhex(text)
            except ValueError as error:
                raise ApiFailure("Invalid argument data", INVALID_ARGUMENT) from error
        case name:
            return text.encode(_codec(name), "surrogatepass" if name.startswith("u") else "replace")


def _codec(name: str) -> str:
    codec = _CODECS.get(name)
    if codec is None:
        raise ApiFailure(f'Invalid argument encoding "{name}"', INVALID_ARGUMENT)
    return codec
