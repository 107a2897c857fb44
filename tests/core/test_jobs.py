"""A job tells how far it is and stops when asked."""

import pytest

from desktop_app.jobs import Cancelled, Job, Progress


def test_a_job_tells_every_step_and_the_end():
    told: list[Progress] = []
    assert list(Job(told.append).each(["a", "b"], "Reading")) == ["a", "b"]
    assert [(p.what, p.done, p.total) for p in told] == [
        ("Reading", 0, 2),
        ("Reading", 1, 2),
        ("Reading", 2, 2),
    ]


def test_a_cancelled_job_stops_before_the_next_item():
    job, seen = Job(), []
    with pytest.raises(Cancelled):
        for item in job.each(range(100), "Reading"):
            seen.append(item)
            if item == 3:
                job.cancel()
    assert seen == [0, 1, 2, 3]


def test_whoever_asks_to_be_told_of_a_stop_is_told_even_if_late():
    job, stops = Job(), []
    forget = job.on_cancel(lambda: stops.append("early"))
    forget()
    job.cancel()
    job.on_cancel(lambda: stops.append("late"))
    assert stops == ["late"]


def test_each_part_of_the_work_has_a_pace_of_its_own():
    told: list[Progress] = []
    job = Job(told.append)
    job.report("Importing", 5, 10)
    job._started -= 60  # the part before took a minute
    job.report("Importing", 6, 10)
    job.report("Linking", 1, 10)
    assert told[1].seconds >= 60
    assert told[2].seconds < 30
