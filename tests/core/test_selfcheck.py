"""The selfcheck that packages are proven with passes here, and cannot pass vacuously."""

import pytest

from desktop_app import selfcheck
from desktop_app.errors import UserError


def test_every_step_of_the_core_passes_a_line_each(capsys):
    assert selfcheck.run(selfcheck.CORE_STEPS) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[1:-1]] == [
        f"ok  {words}" for words, _ in selfcheck.CORE_STEPS
    ]


def test_a_step_that_fails_ends_it_and_says_why(capsys):
    def broken(place: selfcheck.Workplace) -> str:
        selfcheck.expect(place.folder.name == "", "the folder has a name")
        return "nothing"

    def after(place: selfcheck.Workplace) -> str:
        return "was reached"

    steps = (("is broken", broken), ("comes after", after))
    assert selfcheck.run(steps) == 1
    said = capsys.readouterr().out
    assert "FAILED  is broken" in said
    assert "was reached" not in said


def test_what_does_not_hold_is_for_people():
    selfcheck.expect(True, "nothing")
    with pytest.raises(UserError):
        selfcheck.expect(False, "something")
