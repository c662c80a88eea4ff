"""The address that the user has chosen when a program asks for one."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Text

GROUP = Group(
    "address",
    100,
    tuple(
        WorldValue(f"address.{member}", Text(), default)
        for member, default in (
            ("userName", "张三"),
            ("telNumber", "13800000000"),
            ("postalCode", "510000"),
            ("provinceName", "广东省"),
            ("cityName", "广州市"),
            ("countyName", "海珠区"),
            ("streetName", ""),
            ("detailInfo", "新港中路397号"),
            ("nationalCode", "510105"),
        )
    ),
)
