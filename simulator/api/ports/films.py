"""Films that the phone's view makes anew, and sounds as a decoder hears them."""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from runtime.api.call import ApiFailure
from runtime.api.ports.films import FILMS, Film, FilmPlan, FilmsPort, Heard, Made
from runtime.protocol import films, view
from simulator.api.surroundings import Real
from simulator.bridge.requests import Requests
from simulator.media.containers import HEAD_BYTES, player_for
from simulator.media.decoder_process import DecoderProcess
from simulator.media.source import BytesSource
from simulator.media.unpacking import Unpacking

_RATE_AT, _BYTES_PER_SECOND = 28, struct.Struct("<I")
_HEAD = 44


class ViewFilms:
    """Asks the view by `CallShell`; `owner` is the parent of the decoders."""

    def __init__(self, send: Callable[[view.HostToView], None], replies: Requests[view.Reply], owner: QObject) -> None:
        self._send, self._replies, self._owner = send, replies, owner

    def make(self, plan: FilmPlan, reply: Made) -> None:
        """The view plays it, and keeps it."""
        sounds = [films.FilmSound(one.src, one.volume, one.may_be_silent) for one in plan.sounds]
        order = films.MakeFilm(
            plan.picture, sounds, plan.width, plan.height, plan.rate, plan.kilobits, plan.start_s, plan.end_s
        )
        request_id = self._replies.add(lambda answer: reply(_film(answer)))
        self._send(view.CallShell(order, request_id=request_id))

    def sound_length(self, data: bytes, reply: Heard) -> None:
        """Unpacks it."""
        if player_for(data[:HEAD_BYTES]) is None:
            return reply(0)
        Unpacking(DecoderProcess(self._owner), BytesSource(data), lambda file: reply(_seconds(file)), self._owner)
        return None


def _film(answer: view.Reply) -> Film | ApiFailure:
    if answer.error:
        return ApiFailure(answer.error)
    try:
        made = msgspec.json.decode(answer.result, type=films.MadeFilm)
        return Film(base64.b64decode(made.data, validate=True), made.duration)
    except (msgspec.MsgspecError, binascii.Error) as error:
        return ApiFailure(f"the view has made no film: {error}")


def _seconds(file: bytes | None) -> float:
    if file is None:
        return 0
    (rate,) = _BYTES_PER_SECOND.unpack_from(file, _RATE_AT)
    return (len(file) - _HEAD) / rate if rate else 0


REAL: Real[FilmsPort] = Real(FILMS, lambda around, _project: ViewFilms(around.send, around.replies, around.owner))
