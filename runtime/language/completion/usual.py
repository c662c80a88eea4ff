"""What programs use most, the most used first: it comes first among what may stand at a place.

Counted over public mini programs, each program once. What is not here follows by its name.
"""

from __future__ import annotations

from collections.abc import Mapping

TAGS = (
    "view", "text", "image", "button", "block", "input", "scroll-view", "navigator", "swiper", "swiper-item", "slot",
    "textarea", "template", "wxs", "import", "label", "picker", "canvas", "form", "video", "rich-text", "icon",
    "switch", "radio", "checkbox",
)  # fmt: skip

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "image": ("src", "mode", "lazy-load"),
    "text": ("user-select", "decode"),
    "button": ("type", "open-type", "form-type", "disabled", "size"),
    "input": ("value", "placeholder", "type", "maxlength", "confirm-type", "focus"),
    "scroll-view": ("scroll-y", "scroll-x", "scroll-into-view", "scroll-top", "scroll-with-animation"),
    "navigator": ("url", "open-type"),
    "swiper": ("autoplay", "circular", "interval", "indicator-dots", "duration", "current"),
    "slot": ("name",),
    "textarea": ("value", "placeholder", "maxlength", "auto-height"),
    "template": ("is", "data", "name"),
    "wxs": ("module", "src"),
    "import": ("src",),
    "include": ("src",),
    "label": ("for",),
    "picker": ("mode", "range", "value", "range-key", "start", "end"),
    "canvas": ("type", "canvas-id"),
    "video": ("src", "controls", "autoplay", "poster"),
    "rich-text": ("nodes",),
    "icon": ("type", "size", "color"),
    "switch": ("checked", "color"),
    "radio": ("value", "checked"),
    "checkbox": ("value", "checked"),
    "progress": ("percent", "stroke-width", "active"),
    "slider": ("value", "min", "max", "step"),
    "web-view": ("src",),
    "map": ("latitude", "longitude", "markers", "scale"),
}

ATTRIBUTE_VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("image", "mode"): ("aspectFill", "aspectFit", "widthFix", "scaleToFill"),
    ("button", "open-type"): ("share", "getPhoneNumber", "chooseAvatar", "contact", "feedback", "openSetting"),
    ("picker", "mode"): ("selector", "date", "time", "region", "multiSelector"),
    ("input", "confirm-type"): ("search", "done", "send", "next", "go"),
    ("canvas", "type"): ("2d", "webgl"),
}

EVENTS = ("tap", "input", "change", "confirm", "submit", "scrolltolower", "load", "longpress", "blur", "focus")

PROPERTIES = (
    "color", "display", "width", "height", "font-size", "position", "padding", "margin", "background-color",
    "background", "border-radius", "align-items", "justify-content", "line-height", "flex-direction", "font-weight",
    "text-align", "flex", "border", "top", "left", "right", "bottom", "margin-top", "margin-bottom", "margin-left",
    "margin-right", "overflow", "opacity", "z-index", "transform", "box-sizing", "box-shadow", "min-height",
    "min-width", "max-width", "max-height", "padding-top", "padding-bottom", "padding-left", "padding-right",
    "border-bottom", "border-top", "transition", "white-space", "text-overflow", "flex-shrink", "flex-wrap", "gap",
    "content", "vertical-align", "animation", "letter-spacing", "background-size", "background-image",
    "word-break", "pointer-events", "font-family", "visibility", "text-decoration", "align-self", "overflow-y",
)  # fmt: skip

VALUES: Mapping[str, tuple[str, ...]] = {
    "display": ("flex", "none", "block", "inline-block", "grid"),
    "position": ("relative", "absolute", "fixed", "sticky"),
    "text-align": ("center", "left", "right"),
    "justify-content": ("center", "space-between", "flex-end", "space-around"),
    "align-items": ("center", "flex-start", "flex-end", "stretch"),
    "align-self": ("center", "flex-start", "flex-end"),
    "flex-direction": ("column", "row"),
    "flex-wrap": ("wrap", "nowrap"),
    "overflow": ("hidden", "auto", "scroll"),
    "font-weight": ("bold", "normal"),
    "white-space": ("nowrap", "pre-wrap"),
    "text-overflow": ("ellipsis",),
    "box-sizing": ("border-box",),
    "vertical-align": ("middle", "top"),
    "word-break": ("break-all", "break-word"),
    "background": ("transparent", "none"),
    "background-size": ("cover", "contain", "100%"),
    "border": ("none", "solid"),
    "pointer-events": ("none", "auto"),
    "width": ("100%", "auto", "100vw"),
    "height": ("100%", "auto", "100vh"),
    "margin": ("0", "auto", "0 auto"),
    "padding": ("0",),
    "transition": ("all", "opacity", "transform", "ease", "linear", "ease-in-out"),
    "animation": ("infinite", "linear", "ease", "ease-in-out", "forwards", "both", "alternate"),
}

PSEUDO = (
    "active", "before", "after", "first-child", "last-child", "nth-child()", "not()", "empty", "focus", "hover",
    "nth-of-type()", "first-of-type", "last-of-type", "disabled", "checked", "only-child", "nth-last-child()",
)  # fmt: skip
"""Classes and elements of selectors; the last two colons of an element are the same as one."""

CONFIG_KEYS = (
    "usingComponents", "navigationBarTitleText", "navigationStyle", "component", "enablePullDownRefresh",
    "navigationBarBackgroundColor", "navigationBarTextStyle", "backgroundColor", "backgroundTextStyle", "disableScroll",
    "pages", "window", "tabBar", "subPackages", "style", "sitemapLocation", "lazyCodeLoading", "pagePath", "text",
    "iconPath", "selectedIconPath", "color", "selectedColor", "list", "root", "name", "appid", "setting",
    "miniprogramRoot", "compileType", "libVersion",
)  # fmt: skip

COLOUR_NAMES = ("white", "black", "red", "green", "blue", "gray", "orange", "yellow", "pink", "purple")
UNITS = ("rpx", "px", "%", "vw", "vh", "em", "rem", "s", "ms", "deg")


def order(name: str, names: tuple[str, ...], first: int) -> int:
    """The rank of a name: `first` for the first one, and behind all for one that is not among them."""
    return first + (names.index(name) if name in names else len(names))
