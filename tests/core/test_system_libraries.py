"""Before Qt can end the process, people hear what is missing and how to get it."""

import sys

import pytest

from desktop_app import system_libraries
from desktop_app.errors import UserError
from desktop_app.system_libraries import SystemLibrary

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere Qt brings all that it needs"
)
UNHEARD_OF = SystemLibrary("libdispatch-of-nowhere.so.9", ("libdispatch9t64", "libdispatch9"))


@linux_only
def test_a_library_is_missing_exactly_when_it_cannot_be_loaded():
    there = SystemLibrary("libc.so.6", ("libc6",))
    assert system_libraries.missing((there, UNHEARD_OF)) == (UNHEARD_OF,)


@linux_only
def test_without_a_display_it_says_so_and_what_else_there_is():
    with pytest.raises(UserError) as told:
        system_libraries.require({})
    assert "no display" in str(told.value)
    assert "dateline --help" in str(told.value.hint)


@linux_only
def test_a_missing_library_is_named_with_its_package(monkeypatch):
    monkeypatch.setattr(system_libraries, "ALWAYS", (UNHEARD_OF,))
    with pytest.raises(UserError) as told:
        system_libraries.require({"QT_QPA_PLATFORM": "offscreen"})
    assert UNHEARD_OF.file in str(told.value)
    assert "libdispatch9" in str(told.value.hint)


@linux_only
def test_one_complete_way_to_the_screen_is_enough(monkeypatch):
    monkeypatch.setattr(system_libraries, "X11", (UNHEARD_OF,))
    monkeypatch.setattr(system_libraries, "WAYLAND", ())
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    system_libraries.require(both)
    with pytest.raises(UserError):
        system_libraries.require({"DISPLAY": ":0"})


def test_nothing_is_missing_where_somebody_has_chosen_the_platform():
    system_libraries.require({"QT_QPA_PLATFORM": "offscreen"})
