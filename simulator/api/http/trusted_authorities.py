"""The certificate authorities that the system trusts, as a file for libcurl: the one of the wheel knows none.

Python finds them fast on Linux (also those of SSL_CERT_FILE) and Windows. On macOS it may know none; there Qt does.
libcurl reads a file once and keeps what it read, which it does not with certificates from memory.
"""

from __future__ import annotations

import atexit
import os
import ssl
import tempfile
from functools import cache

from PySide6.QtNetwork import QSslConfiguration


@cache
def trusted_authorities() -> str:
    """The path of the file, which goes with the process."""
    descriptor, path = tempfile.mkstemp(prefix="handset-authorities-", suffix=".pem")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.writelines(ssl.DER_cert_to_PEM_cert(certificate) for certificate in _certificates())
    atexit.register(os.unlink, path)
    return path


def _certificates() -> list[bytes]:
    known = ssl.create_default_context().get_ca_certs(binary_form=True)
    return known or [bytes(each.toDer().data()) for each in QSslConfiguration.systemCaCertificates()]
