"""How long each phase of a transfer took, by libcurl's clock; and the profile that programs are given of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pycurl

from simulator.traffic.exchange import Timing
from simulator.traffic.log import Wire

_PROTOCOLS = {1: "http/1.0", 2: "http/1.1", 3: "h2", 30: "h3"}


@dataclass(frozen=True, slots=True)
class Measured:
    """What libcurl counts of one transfer: ends of phases in ms since its start, 0 for one that it had not; bytes."""

    queued_ms: float
    dns_ms: float
    connect_ms: float
    tls_ms: float
    ready_ms: float
    first_byte_ms: float
    total_ms: float
    received_bytes: int
    sent_bytes: int
    has_connected: bool
    protocol: str
    address: str
    port: int

    @classmethod
    def of(cls, handle: pycurl.Curl) -> Measured:
        """Of a handle, in the middle of its transfer or at its end."""

        def milliseconds(what: int) -> float:
            return float(handle.getinfo(what)) * 1000

        return cls(
            float(handle.getinfo(pycurl.QUEUE_TIME_T)) / 1000,
            milliseconds(pycurl.NAMELOOKUP_TIME),
            milliseconds(pycurl.CONNECT_TIME),
            milliseconds(pycurl.APPCONNECT_TIME),
            milliseconds(pycurl.PRETRANSFER_TIME),
            milliseconds(pycurl.STARTTRANSFER_TIME),
            milliseconds(pycurl.TOTAL_TIME),
            int(handle.getinfo(pycurl.SIZE_DOWNLOAD_T) + handle.getinfo(pycurl.HEADER_SIZE)),
            int(handle.getinfo(pycurl.SIZE_UPLOAD_T) + handle.getinfo(pycurl.REQUEST_SIZE)),
            handle.getinfo(pycurl.NUM_CONNECTS) > 0,
            _PROTOCOLS.get(handle.getinfo(pycurl.INFO_HTTP_VERSION), ""),
            str(handle.getinfo(pycurl.PRIMARY_IP) or ""),
            int(handle.getinfo(pycurl.PRIMARY_PORT)),
        )

    def wire(self) -> Wire:
        """For the traffic log. On a connection that was open already the first three phases are none."""
        before = max(self.dns_ms, self.connect_ms, self.tls_ms)
        first = self.first_byte_ms or self.total_ms
        phases = (
            (self.dns_ms, max(0.0, self.connect_ms - self.dns_ms), max(0.0, self.tls_ms - self.connect_ms))
            if self.has_connected
            else (0.0, 0.0, 0.0)
        )
        wait_ms = max(0.0, first - (before if self.has_connected else 0.0))
        timing = Timing(self.queued_ms, *phases, wait_ms, max(0.0, self.total_ms - first))
        remote = f"{self.address}:{self.port}" if self.address else ""
        return Wire(timing, self.protocol, remote, self.received_bytes)

    def profile(self, began_ms: float) -> Mapping[str, float | str | bool]:
        """The members of a `RequestProfile` that can be told; `began_ms` is when the exchange began (Unix time).

        Source: reference, RequestTask, profile.
        """
        dns, connect = began_ms + self.dns_ms, began_ms + self.connect_ms
        tls = began_ms + max(self.tls_ms, self.connect_ms)
        return {
            "domainLookUpStart": began_ms, "domainLookUpEnd": dns, "connectStart": dns, "connectEnd": tls,
            "SSLconnectionStart": connect if self.tls_ms else 0, "SSLconnectionEnd": tls if self.tls_ms else 0,
            "requestStart": began_ms + self.ready_ms, "requestEnd": began_ms + self.ready_ms,
            "rtt": round(max(0.0, self.connect_ms - self.dns_ms)), "peerIP": self.address, "port": self.port,
            "protocol": self.protocol, "socketReused": not self.has_connected,
            "sendBytesCount": self.sent_bytes, "receivedBytedCount": self.received_bytes,
        }  # fmt: skip
