"""How sure a Korean row is stands in a table that the kept first shots give, and nothing else."""

from datetime import date

from desktop_app.model.participant import Role
from desktop_app.reading.dispatch import read_dispatch
from tests.calibrate_korean_certainty import TABLE, bands, judged, written


def test_the_table_is_what_the_kept_rows_give():
    assert TABLE.read_text("utf-8") == written(judged())


def test_the_bands_part_rows_of_dispatches_that_their_table_had_not_seen():
    sure, likely, doubtful = bands(judged()).values()
    assert min(count for _, _, count in (sure, likely, doubtful)) > 40
    share = [right / count for _, right, count in (sure, likely, doubtful)]
    assert share[0] > share[1] > share[2] + 0.1
    assert all(abs(said - right / count) < 0.06 for said, right, count in (sure, likely, doubtful))


def test_of_whom_two_things_are_said_is_less_sure():
    text = "회의에 부상 김남철동지, 국장 리강실동지가 참가하였다.\n부상 김남철동지가 연설하였다."
    rows = read_dispatch(text, "회의 진행", date(2016, 5, 4)).participants
    sure = {(row.name, row.role): row.certainty for row in rows}
    assert sure["리강실", Role.PRESENT] > sure["김남철", Role.PRESENT]
    assert all(0.5 < certainty < 1 for certainty in sure.values())
