"""What maps are made of: Leaflet from its package, and the land and cities that a map without a network is drawn from.

`resources/map`: coasts of Natural Earth (public domain), without any border; cities of GeoNames (CC BY 4.0, named on
the map).
"""

from __future__ import annotations

import gzip
from importlib.resources import files

LEAFLET = {"map/leaflet.js": "leaflet.js", "map/leaflet.css": "leaflet.css"}
DATA = {"map/land.json": "land.json.gz", "map/cities.json": "cities.json.gz"}


def map_file(path: str) -> bytes | None:
    """A file by its path on the shell's host; None for any other."""
    if path in LEAFLET:
        return files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", LEAFLET[path]).read_bytes()
    if path in DATA:
        return gzip.decompress(files("resources").joinpath("map", DATA[path]).read_bytes())
    return None
