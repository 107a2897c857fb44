"""People without names beside the named: who they are, without where and how they were there."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.reading.dispatch import read_dispatch


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        # Met are the members of a delegation; who leads it is named.
        (
            "Ri Un, minister of Mines, met with leading members of the Lao expert delegation headed"
            " by Ivan Petrov here on Monday.",
            [("leading members of the Lao expert delegation", "principal")],
        ),
        (
            "Ri Un, minister of Mines, met the Lao delegation led by Ivan Petrov here on Monday.",
            [],
        ),
        # Where somebody was greeted belongs to no group.
        (
            "Ri Un arrived here on Monday. He was greeted by Om Chol, vice-minister of Mines, and"
            " officials concerned in the lobby of the guest house.",
            [("officials concerned", "greeted")],
        ),
        # Others who speak beside the named are a group, bare others none.
        (
            "A meeting was held here on Monday. Ri Un, chairman of the Ferry Union, and other"
            " personages spoke at the meeting.",
            [("other personages", "speaker")],
        ),
        (
            "A meeting was held here on Monday. Ri Un, chairman of the Ferry Union, and others in"
            " their speeches at the meeting thanked the guests.",
            [],
        ),
        (
            "A ceremony was held here on Monday. Present at the ceremony were adviser Ri Un and"
            " other officials of the committee and Chondoists in Pyongyang.",
            [
                ("other officials of the committee", "present"),
                ("Chondoists in Pyongyang", "present"),
            ],
        ),
    ],
)
def test_groups_beside_the_named(said, groups):
    read = read_dispatch(f"Pyongyang, May 3 (KCNA) -- {said}", "", date(2011, 5, 3)).events
    assert [(g.label, str(g.role)) for event in read for g in event.groups] == groups
