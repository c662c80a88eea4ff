"""wx.createMapContext and its object: orders to the element, in `runtime/js/logic/api/element_contexts.js`. There are
no layers of a map service; the phone's own map page stands for other map apps."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

METHODS = (
    "getCenterLocation", "getRegion", "getScale", "getRotate", "getSkew", "toScreenLocation", "fromScreenLocation",
    "moveToLocation", "includePoints", "setBoundary", "setCenterOffset", "setLocMarkerIcon", "addMarkers",
    "removeMarkers", "initMarkerCluster", "translateMarker", "moveAlong", "addArc", "removeArc", "addGroundOverlay",
    "updateGroundOverlay", "removeGroundOverlay", "eraseLines", "on",
)  # fmt: skip

HANDLERS: tuple[Handler, ...] = (
    *in_js("createMapContext", *(f"MapContext.{method}" for method in METHODS)),
    *in_js("MapContext.openMapApp", state="simulated"),
)
