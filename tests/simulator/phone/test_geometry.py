"""Sizes on the desktop."""

from PySide6.QtCore import QSize

from simulator.phone.geometry import MIN_ZOOM, fit_zoom, seen_size, zoomed_size

PHONE = QSize(390, 844)


def test_fit_is_at_most_one() -> None:
    assert fit_zoom(PHONE, QSize(2000, 2000)) == 1.0


def test_fit_follows_the_narrower_side() -> None:
    assert fit_zoom(PHONE, QSize(195, 2000)) == 0.5
    assert fit_zoom(PHONE, QSize(2000, 422)) == 0.5
    assert fit_zoom(PHONE, QSize(1, 1)) == MIN_ZOOM


def test_a_fitting_phone_is_whole_pixels_wide_and_shows_no_broken_ones() -> None:
    zoom = fit_zoom(PHONE, QSize(800, 701))
    assert PHONE.width() * zoom == 323
    assert seen_size(PHONE, zoom) == QSize(323, 699)


def test_zoomed_sizes_are_rounded_up() -> None:
    assert zoomed_size(PHONE, 0.75) == QSize(293, 633)
    assert zoomed_size(PHONE, 1.0) == PHONE
    assert zoomed_size(PHONE, 3.0) == QSize(1170, 2532)
