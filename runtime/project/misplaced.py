"""Keys that mean nothing where they stand and something in another place of the configuration."""

from __future__ import annotations

from collections.abc import Mapping

_APP_WIDE = frozenset(
    {"pages", "window", "tabBar", "subpackages", "subPackages", "networkTimeout", "entryPagePath", "preloadRule"}
    | {"permission", "plugins", "workers", "sitemapLocation", "themeLocation", "darkmode", "lazyCodeLoading"}
    | {"requiredPrivateInfos", "requiredBackgroundModes", "resolveAlias", "useExtendedLib", "entranceDeclare"}
)
_OF_A_WINDOW = frozenset(
    {"navigationBarBackgroundColor", "navigationBarTextStyle", "navigationBarTitleText", "navigationStyle"}
    | {"backgroundColor", "backgroundTextStyle", "backgroundColorTop", "backgroundColorBottom"}
    | {"enablePullDownRefresh", "onReachBottomDistance", "pageOrientation", "initialRenderingCache"}
)
_OF_A_PAGE = frozenset({"disableScroll", "styleIsolation", "componentGenerics", "pureDataPattern", "usingComponents"})
_OF_SETTING = frozenset(
    {"es6", "enhance", "postcss", "minified", "urlCheck", "babelSetting", "useCompilerPlugins", "packNpmManually"}
    | {"packNpmRelationList", "minifyWXSS", "minifyWXML", "uploadWithSourceMap", "coverView", "compileHotReLoad"}
)
_OF_THE_PROJECT = frozenset(
    {"appid", "projectname", "compileType", "libVersion", "miniprogramRoot", "cloudfunctionRoot", "pluginRoot"}
    | {"packOptions", "watchOptions"}
)
_PLACES: Mapping[str, tuple[tuple[frozenset[str], str], ...]] = {
    "app.json": ((_OF_A_WINDOW, "window"), (_OF_SETTING, "setting of project.config.json"),
                 (_OF_THE_PROJECT, "project.config.json"), (_OF_A_PAGE, "the JSON file of a page")),
    "window": ((_APP_WIDE, "app.json, beside window"), (_OF_A_PAGE, "the JSON file of a page")),
    "page.json": ((_APP_WIDE, "app.json"),),
    "project.config.json": ((_OF_SETTING, "setting"), (_APP_WIDE | _OF_A_WINDOW, "app.json")),
    "setting": ((_OF_THE_PROJECT, "project.config.json, beside setting"), (_APP_WIDE, "app.json")),
}  # fmt: skip


def belongs_in(key: str, sections: tuple[str, ...]) -> str:
    """Where a key of these sections would count, or `""`."""
    for section in sections:
        for keys, place in _PLACES.get(section, ()):
            if key in keys:
                return place
    return ""
