"""TCP and UDP over Qt: the real `SocketsPort`.

What comes in is handed on in pieces of at most `MAX_PIECE_BYTES`; what goes out waits in at most `MAX_WAITING_BYTES`,
so that neither a flood nor a peer that does not read fills the memory.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QHostInfo, QTcpSocket, QUdpSocket

from runtime.api.call import ApiFailure
from runtime.api.ports.sockets import SOCKETS, Peer, RawListener, SocketsPort
from runtime.project.model import Project
from simulator.api.surroundings import Real, Surroundings

MAX_SOCKETS = 20
"""Source: reference, TCP, which counts those that are made in five minutes. Assumed: those that are open."""
MAX_PIECE_BYTES = 64 * 1024
MAX_WAITING_BYTES = 16 * 1024 * 1024
MAX_PACKET_BYTES = 65_507
PACKETS_A_TURN = 64
"""Others wait for the next turn of the event loop."""
CLOSED = "socket is closed"


@dataclass(eq=False)
class _Socket:
    """One socket. `peer`: where UDP writes to."""

    listener: RawListener
    qt: QAbstractSocket
    peer: Peer | None = None
    is_connected: bool = False


class RawSockets:
    """The sockets of one running program, by the call that created each. `owner` is their parent."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._open: dict[int, _Socket] = {}
        # Qt closes sockets while it deletes them.
        owner.destroyed.connect(self._open.clear)

    def create(self, socket_id: int, listener: RawListener, *, is_stream: bool) -> None:
        """A socket that does nothing yet. Raises ApiFailure if twenty are open."""
        if len(self._open) >= MAX_SOCKETS:
            raise ApiFailure(f"exceed max socket count {MAX_SOCKETS}")
        qt: QAbstractSocket = QTcpSocket(self._owner) if is_stream else QUdpSocket(self._owner)
        made = _Socket(listener, qt)
        self._open[socket_id] = made
        if is_stream:
            qt.setReadBufferSize(MAX_PIECE_BYTES)
            qt.connected.connect(lambda: self._connected(made))
            qt.readyRead.connect(lambda: self._stream_came(made))
            qt.errorOccurred.connect(lambda error: self._failed(socket_id, made, error))
            qt.disconnected.connect(lambda: self._ended(socket_id))
        else:
            qt.readyRead.connect(lambda: self._packets_came(socket_id, made))

    def connect(self, socket_id: int, peer: Peer, timeout_ms: int) -> None:
        """TCP: begins to connect. UDP: remembers where `write` sends."""
        found = self._find(socket_id)
        if isinstance(found.qt, QUdpSocket):
            found.peer = peer
            return
        if found.qt.state() != QAbstractSocket.SocketState.UnconnectedState:
            raise ApiFailure("socket is connected already")
        QTimer.singleShot(timeout_ms, found.qt, lambda: self._expired(socket_id, found))
        found.qt.connectToHost(peer.address, peer.port)

    def write(self, socket_id: int, data: bytes) -> None:
        """Sends to where it is connected."""
        found = self._find(socket_id)
        if isinstance(found.qt, QUdpSocket):
            if found.peer is None:
                raise ApiFailure("socket is not connected")
            self.send(socket_id, data, found.peer)
        elif not found.is_connected:
            raise ApiFailure("socket is not connected")
        elif found.qt.bytesToWrite() + len(data) > MAX_WAITING_BYTES:
            raise ApiFailure(f"more than {MAX_WAITING_BYTES} bytes wait for the other side")
        else:
            found.qt.write(data)

    def send(self, socket_id: int, data: bytes, peer: Peer) -> None:
        """Sends one packet, as soon as the address of the name is known."""
        found = self._find(socket_id)
        if not isinstance(found.qt, QUdpSocket):
            raise ApiFailure("a stream sends no packets")
        if len(data) > MAX_PACKET_BYTES:
            raise ApiFailure(f"a packet has at most {MAX_PACKET_BYTES} bytes")
        address = QHostAddress(peer.address)
        if not address.isNull():
            self._send_now(found, found.qt, data, address, peer.port)
            return

        def known(info: QHostInfo) -> None:
            if self._open.get(socket_id) is not found or not isinstance(found.qt, QUdpSocket):
                return
            addresses = info.addresses()
            if addresses:
                self._send_now(found, found.qt, data, addresses[0], peer.port)
            else:
                found.listener.failed(f"send:fail {info.errorString()}")

        QHostInfo.lookupHost(peer.address, known)  # type: ignore[call-overload]

    def bind(self, socket_id: int, port: int) -> int:
        """Takes a port of this computer, 0: any. Raises ApiFailure if it is taken."""
        found = self._find(socket_id)
        if not isinstance(found.qt, QUdpSocket):
            raise ApiFailure("a stream is not bound")
        if found.qt.state() == QAbstractSocket.SocketState.BoundState:
            return found.qt.localPort()
        if not found.qt.bind(QHostAddress(QHostAddress.SpecialAddress.AnyIPv4), port):
            raise ApiFailure(found.qt.errorString())
        QTimer.singleShot(0, found.qt, found.listener.opened)
        return found.qt.localPort()

    def set_ttl(self, socket_id: int, ttl: int) -> None:
        """How many hops packets live."""
        found = self._find(socket_id)
        self.bind(socket_id, 0)
        # Qt has this for packets to many alone.
        with socket.fromfd(found.qt.socketDescriptor(), socket.AF_INET, socket.SOCK_DGRAM) as plain:
            plain.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, ttl)

    def close(self, socket_id: int) -> None:
        """Ends a socket; what it has written still goes out."""
        found = self._find(socket_id)
        if found.is_connected:
            found.qt.disconnectFromHost()
        else:
            QTimer.singleShot(0, found.qt, lambda: self._ended(socket_id))

    def drop_all(self) -> None:
        """Ends every socket without a word."""
        for one in self._open.values():
            one.qt.blockSignals(True)
            one.qt.abort()
            _delete(one.qt)
        self._open.clear()

    def _find(self, socket_id: int) -> _Socket:
        found = self._open.get(socket_id)
        if found is None:
            raise ApiFailure(CLOSED)
        return found

    def _connected(self, raw: _Socket) -> None:
        raw.is_connected = True
        raw.listener.opened()

    def _expired(self, socket_id: int, raw: _Socket) -> None:
        if self._open.get(socket_id) is raw and not raw.is_connected:
            raw.qt.blockSignals(True)
            raw.qt.abort()
            raw.listener.failed("connect:fail timeout")
            self._ended(socket_id)

    def _failed(self, socket_id: int, raw: _Socket, error: QAbstractSocket.SocketError) -> None:
        if error != QAbstractSocket.SocketError.RemoteHostClosedError:
            raw.listener.failed(raw.qt.errorString())
        if not raw.is_connected:
            self._ended(socket_id)

    def _stream_came(self, raw: _Socket) -> None:
        data = raw.qt.read(MAX_PIECE_BYTES).data()
        if data:
            remote = _peer(raw.qt.peerAddress(), raw.qt.peerPort())
            raw.listener.message(bytes(data), remote, _peer(raw.qt.localAddress(), raw.qt.localPort()))
        if raw.qt.bytesAvailable():
            QTimer.singleShot(0, raw.qt, lambda: self._stream_came(raw))

    def _packets_came(self, socket_id: int, raw: _Socket) -> None:
        if not isinstance(raw.qt, QUdpSocket):
            return
        for _ in range(PACKETS_A_TURN):
            if self._open.get(socket_id) is not raw or not raw.qt.hasPendingDatagrams():
                return
            packet = raw.qt.receiveDatagram()
            remote = _peer(packet.senderAddress(), packet.senderPort())
            local = _peer(raw.qt.localAddress(), raw.qt.localPort())
            raw.listener.message(bytes(packet.data().data()), remote, local)
        QTimer.singleShot(0, raw.qt, lambda: self._packets_came(socket_id, raw))

    def _send_now(self, raw: _Socket, qt: QUdpSocket, data: bytes, address: QHostAddress, port: int) -> None:
        if qt.writeDatagram(data, address, port) < 0:
            raw.listener.failed(f"send:fail {qt.errorString()}")

    def _ended(self, socket_id: int) -> None:
        raw = self._open.pop(socket_id, None)
        if raw is not None:
            raw.listener.closed()
            _delete(raw.qt)


def _delete(qt: QAbstractSocket) -> None:
    """Its functions go first: garbage that still holds them takes the process along."""
    qt.readyRead.disconnect()
    if isinstance(qt, QTcpSocket):
        for signal in (qt.connected, qt.errorOccurred, qt.disconnected):
            signal.disconnect()
    qt.deleteLater()


def _peer(address: QHostAddress, port: int) -> Peer:
    is_v4, text = address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol, address.toString()
    return Peer(text.removeprefix("::ffff:"), port, "IPv4" if is_v4 or text.startswith("::ffff:") else "IPv6")


def _make(around: Surroundings, _project: Project) -> SocketsPort:
    return RawSockets(around.owner)


REAL: Real[SocketsPort] = Real(SOCKETS, _make)
