"""The user's layer lies on top: a library made anew, or imported again, has it as it was."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.library.steps import history, undo
from tests.core.importing.test_import import record
from tests.user_work import DEEDS, standing


@pytest.fixture
def filled(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir(exist_ok=True)
    (folder / "some.json").write_text(json.dumps([record(n) for n in range(6)]))
    path = tmp_path / "Kept.dateline"
    if not path.exists():
        with Library.create(path) as library:
            import_paths(library, [folder], Job())
    return path


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(deeds=st.lists(DEEDS, min_size=3, max_size=12))
def test_a_rebuild_gives_what_the_user_did_again(filled, deeds):
    with Library.open(filled) as library:
        start, before = standing(library), len(history(library).undo)
        for deed in deeds:
            deed(library)
        end, done = standing(library), history(library).undo[before:]
    rebuild(filled, Job())
    with Library.open(filled) as library:
        assert standing(library) == end
        for _ in done:
            undo(library)
        assert standing(library) == start
