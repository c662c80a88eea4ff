"""What is played to a program, kept per project: the values that simulated APIs answer with (the test user, the place,
what a scan finds), and what becomes of single calls."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

# A grey head and shoulders, so that a test user has a picture without any network.
DEFAULT_AVATAR = (
    "data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'%3E"
    "%3Crect width='64' height='64' fill='%23d8dce2'/%3E%3Ccircle cx='32' cy='25' r='12' fill='%23fff'/%3E"
    "%3Cpath d='M8 64c2-17 12-23 24-23s22 6 24 23z' fill='%23fff'/%3E%3C/svg%3E"
)


class TestUser(Struct, frozen=True, rename="camel"):
    """Who is using the phone."""

    __test__ = False  # not a test class

    nick_name: str = "微信用户"
    avatar_url: str = DEFAULT_AVATAR
    gender: int = 0
    language: str = "zh_CN"
    city: str = ""
    province: str = ""
    country: str = ""
    open_id: str = "o-handset-test-user"
    phone_number: str = "13800000000"


class Place(Struct, frozen=True, rename="camel"):
    """Where the phone is. Degrees, metres, metres per second."""

    latitude: float = 39.9087
    longitude: float = 116.3975
    name: str = "天安门"
    address: str = "北京市东城区东长安街"
    speed: float = 0.0
    accuracy: float = 30.0
    altitude: float = 44.0

    @property
    def point(self) -> dict[str, float]:
        """Latitude and longitude alone."""
        return {"latitude": self.latitude, "longitude": self.longitude}


class Address(Struct, frozen=True, rename="camel"):
    """What chooseAddress answers."""

    user_name: str = "张三"
    postal_code: str = "510000"
    province_name: str = "广东省"
    city_name: str = "广州市"
    county_name: str = "海珠区"
    street_name: str = ""
    detail_info: str = "新港中路397号"
    national_code: str = "510105"
    tel_number: str = "13800000000"


class Scan(Struct, frozen=True, rename="camel"):
    """What scanCode finds unless the user types something else."""

    result: str = "https://example.com/"
    scan_type: str = "QR_CODE"
    char_set: str = "utf-8"


class Outcome(Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of a call: it fails for a reason (`errMsg` ends with it), or gives a result.

    `result`: of a call with callbacks the members of its object, of one that returns at once the value.
    """

    fail: str | None = None
    errno: int | None = None
    result: Any = None


SESSION_EXPIRED = Outcome(fail="session expired")


class Scenario(Struct, frozen=True, rename="camel"):
    """All that is played. `grants` are decided permission scopes; an undecided one is `default_grant`.

    `dialogs` says who answers simulated dialogs (payment, scan, phone call): the person at the phone, or at once.
    `outcomes` are of any API and any method of an object, by name (`login`, `FileSystemManager.readFile`).
    """

    user: TestUser = TestUser()
    place: Place = Place()
    address: Address = Address()
    scan: Scan = Scan()
    grants: dict[str, bool] = {}
    default_grant: bool = True
    dialogs: Literal["ask", "accept", "decline"] = "ask"
    is_session_valid: bool = True
    outcomes: dict[str, Outcome] = {}

    @property
    def played(self) -> dict[str, Outcome]:
        """The outcome of each call that no handler decides, by name."""
        expired = {} if self.is_session_valid else {"checkSession": SESSION_EXPIRED}
        return {**expired, **self.outcomes}

    def has_grant(self, scope: str) -> bool:
        """Whether the user allows a permission scope."""
        return self.grants.get(scope, self.default_grant)
