"""Who is using the phone."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice, Flag, Number, Text

# A grey head and shoulders, so that a test user has a picture without any network.
DEFAULT_AVATAR = (
    "data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'%3E"
    "%3Crect width='64' height='64' fill='%23d8dce2'/%3E%3Ccircle cx='32' cy='25' r='12' fill='%23fff'/%3E"
    "%3Cpath d='M8 64c2-17 12-23 24-23s22 6 24 23z' fill='%23fff'/%3E%3C/svg%3E"
)
# Sixteen bytes, as the platform's. A test server decrypts with it what the program sends.
SESSION_KEY = "aGFuZHNldC1zZXNzaW9uLQ=="

GROUP = Group(
    "user",
    40,
    (
        WorldValue("user.nickName", Text(), "微信用户"),
        WorldValue("user.avatarUrl", Text(), DEFAULT_AVATAR),
        WorldValue("user.gender", Number(0, 2, is_whole=True), 0),
        WorldValue("user.language", Choice(("zh_CN", "zh_TW", "en")), "zh_CN"),
        WorldValue("user.country", Text(), ""),
        WorldValue("user.province", Text(), ""),
        WorldValue("user.city", Text(), ""),
        WorldValue("user.phoneNumber", Text(), "13800000000"),
        WorldValue("user.openId", Text(), "o-handset-test-user"),
        WorldValue("user.unionId", Text(), ""),
        WorldValue("session.isValid", Flag(), True),
        WorldValue("session.key", Text(r"[A-Za-z0-9+/]{22}==", "sixteen bytes in base64"), SESSION_KEY),
        # What UserCryptoManager gives, and a server under test asks the platform for.
        WorldValue("userKey.encryptKey", Text(r"[A-Za-z0-9+/]{22}==", "sixteen bytes in base64"), SESSION_KEY),
        WorldValue("userKey.iv", Text(r"[0-9a-f]{32}", "sixteen bytes in hexadecimal digits"), "0" * 32),
        WorldValue("userKey.version", Number(1, 1_000_000, is_whole=True), 1),
        WorldValue("user.steps", Number(0, 200_000, "", 100, is_whole=True), 6000),
    ),
)
