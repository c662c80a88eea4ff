"""Films that are made anew: compressed, cut by the person at the phone, put together of tracks."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.ports.films import FILMS, FakeFilms, FilmPlan, SoundOf
from tests.support.api_ports import FakeHost

OWN_SOUND = (SoundOf("/a.mp4", 1, may_be_silent=True),)


@pytest.fixture(autouse=True)
def files(host: FakeHost) -> None:
    for name, content in {"a.mp4": b"FILM", "b.mp3": b"SOUND", "c.txt": b"none"}.items():
        (host.areas.package / name).write_bytes(content)


@pytest.fixture
def films(host: FakeHost) -> FakeFilms:
    return host.fake(FakeFilms)


def test_a_compressed_film_is_smaller(host: FakeHost, films: FakeFilms) -> None:
    result = host.call("compressVideo", src="/a.mp4", bitrate=500, fps=15, resolution=0.5).result or {}
    assert (result["size"], result["errMsg"]) == (0, "compressVideo:ok")
    place = host.areas.resolve(result["tempFilePath"])
    assert place is not None
    assert place.real is not None
    assert place.real.read_bytes() == b"FILM"
    # The film is 160 by 90.
    assert films.plans == [FilmPlan("/a.mp4", OWN_SOUND, 80, 45, 15, 500)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"quality": "low", "bitrate": 9, "fps": 9, "resolution": 1}, (64, 36, 30, 400)),
        ({"bitrate": 0, "fps": 1e9, "resolution": 1e9}, (160, 90, 60, 50)),
        ({"bitrate": 1e9, "fps": -1, "resolution": -1}, (8, 4, 1, 20_000)),
    ],
)
def test_numbers_are_held_to_what_can_be_made(
    host: FakeHost, films: FakeFilms, arguments: dict[str, Any], expected: tuple[float, ...]
) -> None:
    assert host.call("compressVideo", src="/a.mp4", **arguments).ok
    (plan,) = films.plans
    assert (plan.width, plan.height, plan.rate, plan.kilobits) == expected


def test_what_is_no_film_or_cannot_be_made_fails(host: FakeHost, films: FakeFilms) -> None:
    numbers = {"bitrate": 1, "fps": 1, "resolution": 1}
    for source, reason in (("c.txt", 'no video "c.txt"'), ("none.mp4", 'file not found "none.mp4"')):
        result = host.call("compressVideo", src=source, **numbers).result
        assert result == {"errMsg": f"compressVideo:fail {reason}"}
    films.refusal = "the source does not go on"
    result = host.call("compressVideo", src="a.mp4", **numbers).result
    assert result == {"errMsg": "compressVideo:fail the source does not go on"}


def test_the_person_at_the_phone_keeps_a_part(host: FakeHost, films: FakeFilms) -> None:
    ended = host.call("openVideoEditor", filePath="/a.mp4", minDuration="2", maxDuration=3)
    ((method, params, _),) = host.ui.asked
    assert (method, params) == ("editVideo", {"src": "/a.mp4", "duration": 3.5, "least": 2, "most": 3})
    host.ui.answer({"confirm": True, "start": 0.5, "end": 3})
    assert films.plans == [FilmPlan("/a.mp4", OWN_SOUND, 160, 90, 30, 2000, 0.5, 3)]
    result = ended.result or {}
    assert (result["duration"], result["size"]) == (500, 4)
    assert result["tempThumbPath"].endswith(".jpg")


def test_without_anybody_the_longest_part_is_kept_and_leaving_is_cancelling(host: FakeHost, films: FakeFilms) -> None:
    ended = host.call("openVideoEditor", filePath="/a.mp4", minDuration="x", maxDuration="-1")
    assert host.ui.asked[0][1]["most"] == 1
    host.ui.answer({"confirm": False, "start": 0, "end": 1})
    assert ended.result == {"errMsg": "openVideoEditor:fail cancel"}
    host.world.set("answers.dialogs", "accept", "panel")
    assert host.call("openVideoEditor", filePath="/a.mp4").ok
    assert (films.plans[0].start_s, films.plans[0].end_s) == (0, 3.5)


def test_tracks_of_files(host: FakeHost) -> None:
    tracks = lambda name: host.call("MediaContainer.extractDataSource", source=name).result or {}  # noqa: E731
    assert tracks("/a.mp4")["tracks"] == [{"kind": "video", "duration": 3500}, {"kind": "audio", "duration": 3000}]
    assert tracks("/b.mp3")["tracks"] == [{"kind": "audio", "duration": 3000}]
    assert tracks("/c.txt") == {"errMsg": 'extractDataSource:fail no media "/c.txt"'}
    assert tracks("/d") == {"errMsg": 'extractDataSource:fail file not found "/d"'}


def test_tracks_become_a_film(host: FakeHost, films: FakeFilms) -> None:
    picture = {"kind": "video", "source": "/a.mp4", "volume": 1}
    sound = {"kind": "audio", "source": "/b.mp3", "volume": 7}
    assert host.call("MediaContainer.export", tracks=[picture, sound]).ok
    assert host.call("MediaContainer.export", tracks=[{**sound, "volume": "x"}]).ok
    with_picture, without = films.plans
    assert (with_picture.picture, with_picture.width, with_picture.sounds) == ("/a.mp4", 160, (SoundOf("/b.mp3"),))
    assert (without.picture, without.sounds) == ("", (SoundOf("/b.mp3"),))
    for tracks, reason in (([], "there is no track"), ([picture, picture], "more than one video track")):
        result = host.call("MediaContainer.export", tracks=tracks).result
        assert result == {"errMsg": f"export:fail {reason}"}


def test_the_port_has_a_key() -> None:
    assert FILMS.name == "films"
