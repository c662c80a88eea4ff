"""What leads out of the program: other places of the app, payments, chats, channels, an employer."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.runtime.api.families.test_open_api import decrypted
from tests.support.api_ports import FakeHost

NO = {"confirm": False}
YES = {"confirm": True}
PLACES: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("openChannelsActivity", {"finderUserName": "sph1", "feedId": "f1"}, "视频号视频", "sph1\nf1"),
    ("openOfficialAccountProfile", {"username": "gh_1"}, "公众号主页", "gh_1"),
    ("openSingleStickerView", {"url": "https://a/"}, "表情", "https://a/"),
    ("updateWeChatApp", {}, "更新微信", ""),
    ("requestMerchantTransfer", {"mchId": "1", "package": "p"}, "模拟收款", "1\np"),
)


@pytest.mark.parametrize(("name", "args", "title", "content"), PLACES, ids=[one[0] for one in PLACES])
def test_a_dialog_stands_for_the_place(
    host: FakeHost, name: str, args: dict[str, Any], title: str, content: str
) -> None:
    ended = host.call(name, **args)
    _, dialog, _ = host.ui.asked[0]
    assert (dialog["title"], dialog["content"], ended.ok) == (title, content, None)
    host.ui.answer(YES)
    assert ended.result == {"errMsg": f"{name}:ok"}
    refused = host.call(name, **args)
    host.ui.answer(NO)
    assert refused.result == {"errMsg": f"{name}:fail cancel"}
    assert host.report.notices == [("api/simulated", f"wx.{name}")]


def test_what_must_be_said_must_be_said(host: FakeHost) -> None:
    result = host.call("openOfficialAccountProfile").result
    assert result is not None
    assert result["errMsg"].startswith("openOfficialAccountProfile:fail parameter error: parameter.username")
    assert host.ui.asked == []


def test_a_cancelled_virtual_payment_has_its_number(host: FakeHost) -> None:
    ended = host.call(
        "requestVirtualPayment", mode="short_series_goods", paySig="s", signature="s", signData={"offerId": "1"}
    )
    host.ui.answer(NO)
    assert ended.result == {"errCode": -2, "errMsg": "requestVirtualPayment:fail cancel"}


def test_both_answers_to_an_article_are_success(host: FakeHost) -> None:
    ended = [host.call("openOfficialAccountArticle", url="https://mp/") for _ in range(2)]
    host.ui.answer(YES)
    host.ui.answer(NO)
    said = [{key: one.result[key] for key in ("confirm", "cancel")} for one in ended if one.result]
    assert said == [{"confirm": True, "cancel": False}, {"confirm": False, "cancel": True}]


def test_the_group_of_a_share_can_be_decrypted(host: FakeHost) -> None:
    host.play({"chat.groupId": "tG1"})
    result = host.call("getShareInfo", shareTicket="t").result
    assert result is not None
    assert decrypted(host, result)["openGId"] == "tG1"
    assert host.call("getShareInfo", shareTicket="").result == {"errMsg": "getShareInfo:fail invalid shareTicket"}


def test_the_group_that_opened_the_program(host: FakeHost) -> None:
    host.play({"chat.groupId": "tG1", "chat.type": 3, "chat.memberId": "g1"})
    result = host.call("getGroupEnterInfo", needGroupOpenID=True).result
    assert result is not None
    secret = decrypted(host, result)
    assert (secret["opengid"], secret["chatType"], secret["groupOpenID"]) == ("tG1", 3, "g1")
    refusal = {"errMsg": "getGroupEnterInfo:fail not entered from a group chat"}
    host.play({"chat.type": 1})
    assert host.call("getGroupEnterInfo").result == refusal
    assert host.call("getGroupEnterInfo", allowSingleChat=True).ok
    host.play({"chat.groupId": ""})
    assert host.call("getGroupEnterInfo", allowSingleChat=True).result == refusal
    assert host.call("getChatToolInfo").ok is False


def test_a_private_message_is_the_users_or_not(host: FakeHost) -> None:
    result = host.call("authPrivateMessage", shareTicket="t").result
    assert result is not None
    assert (result["valid"], decrypted(host, result)["activityId"]) == (True, "handset-activity-t")
    host.play({"chat.isPrivateMessageValid": False})
    result = host.call("authPrivateMessage", shareTicket="t").result
    assert result is not None
    assert (result["valid"], result["encryptedData"]) == (False, "")


def test_members_of_the_chat(host: FakeHost) -> None:
    host.play({"chat.members": ["a", "b"]})
    ended = host.call("selectGroupMembers", maxSelectCount=1)
    host.ui.answer(YES)
    assert ended.result == {"members": ["a"], "errMsg": "selectGroupMembers:ok"}
    assert host.call("notifyGroupMembers", title="x", members=["a", "c"], entrancePath="p").result == {
        "errMsg": "notifyGroupMembers:fail not a member of the chat: c"
    }
    ended = host.call("notifyGroupMembers", title="x", members=["a"], entrancePath="p")
    host.ui.answer(YES)
    assert ended.ok


@pytest.mark.parametrize(
    ("name", "argument"),
    [("shareFileMessage", "filePath"), ("addVideoToFavorites", "videoPath"), ("shareEmojiToGroup", "imagePath")],
)
def test_a_file_that_is_handed_over_must_be_there(host: FakeHost, name: str, argument: str) -> None:
    for path in ("http://usr/none.pdf", "../../etc/passwd", ""):
        assert host.call(name, **{argument: path}).ok is False
    assert host.ui.asked == []
    host.areas.usr.mkdir(parents=True)
    (host.areas.usr / "a.pdf").write_bytes(b"%PDF")
    ended = host.call(name, **{argument: "http://usr/a.pdf"})
    assert host.ui.asked[0][1]["content"] == "a.pdf"
    host.ui.answer(YES)
    assert ended.ok


def test_a_picture_is_saved_from_its_share_menu_if_the_user_says_so(host: FakeHost) -> None:
    host.areas.usr.mkdir(parents=True)
    (host.areas.usr / "a.png").write_bytes(b"IMG")
    ended = [host.call("showShareImageMenu", path="http://usr/a.png") for _ in range(3)]
    host.ui.answer({"tapIndex": 0})
    assert host.media.album == []
    host.ui.answer({"tapIndex": 1})
    assert host.media.album == [(b"IMG", ".png")]
    host.ui.answer({"tapIndex": -1})
    assert [one.ok for one in ended] == [True, True, False]


def test_cards_and_invoices(host: FakeHost) -> None:
    ended = host.call("addCard", cardList=[{"cardId": "c1", "cardExt": "{}"}])
    host.ui.answer(YES)
    card = {"cardId": "c1", "cardExt": "{}", "code": "handset-code-1", "isSuccess": True}
    assert ended.result == {"cardList": [card], "errMsg": "addCard:ok"}
    host.play({"permission.invoice": "granted"})
    ended = host.call("chooseInvoice")
    host.ui.answer(YES)
    assert ended.result is not None
    assert msgspec.json.decode(ended.result["invoiceInfo"])[0]["card_id"] == "p-handset-invoice"


def test_an_employer_is_bound_and_may_send_messages(host: FakeHost) -> None:
    assert host.call("requestSubscribeEmployeeMessage", tmplIds=["t"]).ok is False
    assert host.call("checkEmployeeRelation").result == {"bindingStatus": "", "errMsg": "checkEmployeeRelation:ok"}
    host.call("bindEmployeeRelation", tmplIds=["t"])
    host.ui.answer(YES)
    assert host.world["employee.relation"] == "accept"
    ended = host.call("requestSubscribeEmployeeMessage", tmplIds=["t"])
    host.ui.answer(YES)
    assert ended.result == {"bindingStatus": "accept", "errMsg": "requestSubscribeEmployeeMessage:ok"}


def test_a_channels_live_is_that_of_the_world(host: FakeHost) -> None:
    host.play({"channelsLive.status": 3})
    result = host.call("getChannelsLiveInfo", finderUserName="sph1").result
    assert result is not None
    assert (result["feedId"], result["status"], result["otherInfos"]) == ("handset-feed", 3, [])
    host.play({"channelsLive.feedId": "", "channelsNotice.noticeId": ""})
    assert host.call("getChannelsLiveInfo", finderUserName="sph1").ok is False
    assert host.call("getChannelsLiveNoticeInfo", finderUserName="sph1").ok is False
    assert host.call("getChannelsShareKey").ok is False
    host.play({"channels.sharerOpenId": "o1"})
    result = host.call("getChannelsShareKey").result
    assert result is not None
    assert result["sharerOpenId"] == "o1"
