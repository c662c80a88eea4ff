"""Pictures and files of the user."""

from __future__ import annotations

from runtime.api.ports.http_values import HttpResponse
from runtime.api.ports.media import PickedFile
from tests.support.api_ports import FakeHost

PICTURE = PickedFile("Cat.PNG", b"IMG-cat")


def bytes_at(host: FakeHost, path: str) -> bytes:
    place = host.areas.resolve(path)
    assert place is not None
    assert place.real is not None
    return place.real.read_bytes()


def test_chosen_pictures_become_temporary_files(host: FakeHost) -> None:
    host.media.files = [PICTURE, PICTURE]
    result = host.call("chooseImage", count=1).result
    assert result is not None
    (path,) = result["tempFilePaths"]
    assert result["tempFiles"] == [{"path": path, "size": 7}]
    assert path.startswith("http://tmp/")
    assert path.endswith(".png")
    assert bytes_at(host, path) == b"IMG-cat"


def test_choosing_nothing_is_cancelling(host: FakeHost) -> None:
    assert host.call("chooseImage").result == {"errMsg": "chooseImage:fail cancel"}


def test_media_have_type_and_size(host: FakeHost) -> None:
    host.media.files = [PICTURE]
    result = host.call("chooseMedia", mediaType=["image"]).result
    assert result is not None
    assert host.media.asked[0].kind == "image"
    one = result["tempFiles"][0]
    assert (result["type"], one["fileType"], one["width"], one["height"]) == ("image", "image", 4, 3)
    host.media.files = [PICTURE, PickedFile("a.mp4", b"video")]
    result = host.call("chooseMedia").result
    assert result is not None
    assert (host.media.asked[1].kind, result["type"]) == ("media", "mix")


def test_films_have_their_length_and_a_cover(host: FakeHost) -> None:
    host.media.files = [PICTURE, PickedFile("a.mp4", b"FILM..")]
    result = host.call("chooseMedia").result
    assert result is not None
    film = result["tempFiles"][1]
    assert bytes_at(host, film.pop("thumbTempFilePath")) == b"JPG"
    del film["tempFilePath"]
    assert film == {"size": 6, "fileType": "video", "duration": 3.5, "width": 160, "height": 90}
    host.media.files = [PickedFile("a.mp4", b"FILM..")]
    chosen = host.call("chooseVideo").result
    assert chosen is not None
    assert (chosen["duration"], chosen["width"], chosen["height"], chosen["size"]) == (3.5, 160, 90, 6)
    assert bytes_at(host, chosen["thumbTempFilePath"]) == b"JPG"
    host.media.files = [PickedFile("a.mp4", b"something")]
    assert (host.call("chooseVideo").result or {})["duration"] == 0


def test_facts_of_a_film(host: FakeHost) -> None:
    (host.areas.package / "a.mp4").write_bytes(b"FILM" + bytes(3496))
    assert host.call("getVideoInfo", src="/a.mp4").result == {
        "orientation": "up", "type": "mp4", "duration": 3.5, "size": 3.42, "width": 160, "height": 90, "fps": 30,
        "bitrate": 8, "errMsg": "getVideoInfo:ok",
    }  # fmt: skip
    (host.areas.package / "b.mp4").write_bytes(b"none")
    assert host.call("getVideoInfo", src="/b.mp4").result == {"errMsg": 'getVideoInfo:fail no video "/b.mp4"'}
    assert host.call("getVideoInfo", src="c.mp4").result == {"errMsg": 'getVideoInfo:fail file not found "c.mp4"'}


def test_what_every_phone_here_says_of_media(host: FakeHost) -> None:
    assert (host.call("checkDeviceSupportHevc").result or {})["supportHevc"] is True
    assert host.call("setInnerAudioOption", obeyMuteSwitch=False).ok


def test_message_files_keep_their_names(host: FakeHost) -> None:
    host.media.files = [PickedFile("a.pdf", b"%PDF")]
    result = host.call("chooseMessageFile", count=5, type="all").result
    assert result is not None
    assert {key: result["tempFiles"][0][key] for key in ("name", "size", "type")} == {
        "name": "a.pdf", "size": 4, "type": "file",
    }  # fmt: skip


def test_previews(host: FakeHost) -> None:
    host.call("previewImage", urls=["a", "b"], current="b")
    host.call("previewImage", urls=["a", "b"], current=1)
    host.call("previewImage", urls=["a", "b"])
    assert [params["current"] for _, params in host.ui.shown] == ["b", "b", "a"]
    assert host.call("previewImage", urls=[]).ok is False
    host.call("previewMedia", sources=[{"url": "v", "type": "video", "poster": "p"}, {"url": "i"}])
    assert host.ui.shown[-1] == ("preview", {"urls": ["p", "i"], "current": "p"})


def test_facts_of_a_local_picture(host: FakeHost) -> None:
    (host.areas.package / "a.png").write_bytes(b"IMG")
    assert host.call("getImageInfo", src="/a.png").result == {
        "path": "/a.png", "width": 4, "height": 3, "type": "png", "orientation": "up", "errMsg": "getImageInfo:ok",
    }  # fmt: skip
    assert host.call("getImageInfo", src="b.png").result == {"errMsg": 'getImageInfo:fail file not found "b.png"'}


def test_facts_of_a_picture_on_the_network(host: FakeHost) -> None:
    ended = host.call("getImageInfo", src="http://example.com/a.png")
    host.network.sent[1][1].done(HttpResponse(200, (), b"IMG", {}))
    assert ended.result is not None
    assert bytes_at(host, ended.result["path"]) == b"IMG"
    ended = host.call("getImageInfo", src="http://example.com/b.png")
    host.network.sent[2][1].done(HttpResponse(404, (), b"<html>", {}))
    assert ended.result == {"errMsg": 'getImageInfo:fail no image "http://example.com/b.png"'}


def test_compressing(host: FakeHost) -> None:
    (host.areas.package / "a.png").write_bytes(b"IMG")
    result = host.call("compressImage", src="a.png", quality=300).result
    assert result is not None
    assert bytes_at(host, result["tempFilePath"]) == b"JPG"


def test_saving_to_the_album_asks_for_its_scope(host: FakeHost) -> None:
    (host.areas.package / "a.png").write_bytes(b"IMG")
    host.play({"permission.writePhotosAlbum": "granted"})
    assert host.call("saveImageToPhotosAlbum", filePath="a.png").ok
    assert host.media.album == [(b"IMG", ".png")]
    host.play({"permission.writePhotosAlbum": "denied"})
    result = host.call("saveImageToPhotosAlbum", filePath="a.png").result
    assert result == {"errMsg": "saveImageToPhotosAlbum:fail auth deny"}
