"""wx.cloud fails and says why."""

from __future__ import annotations

from runtime.protocol.logic import Log
from tests.support.wx_program import WxProgram


def test_the_cloud_fails_and_says_why(program: WxProgram) -> None:
    program.run(
        """wx.cloud.init({ env: 'x' });
           wx.cloud.callFunction({ name: 'f', fail: (e) => log.push(e.errMsg) });
           const _ = wx.cloud.database().command;
           const items = wx.cloud.database().collection('a').where({ n: _.gt(3).and(_.lt(5)) });
           items.get().catch((e) => log.push(e.message));"""
    )
    assert sorted(program.log()) == [
        "cloud.callFunction:fail no cloud environment: Handset has none",
        "cloud.database.get:fail no cloud environment: Handset has none",
    ]
    texts = [bytes(message.args).decode() for message in program.sent if isinstance(message, Log)]
    assert ["wx.cloud.callFunction needs" in texts[0], "wx.cloud.database needs" in texts[1]] == [True, True]
