"""What reads for a window lets the window go first."""

import os
import subprocess
import sys

import pytest

from desktop_app.importing.limits import LIMITS
from desktop_app.importing.run import terms_of
from desktop_app.library.library import Library


def test_children_give_way_where_a_window_looks_on_and_only_there(library: Library):
    assert not any(terms.gives_way for terms in terms_of(library, LIMITS))
    forget = library.on_change(lambda: None)
    assert all(terms.gives_way for terms in terms_of(library, LIMITS))
    forget()
    assert not any(terms.gives_way for terms in terms_of(library, LIMITS))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts it otherwise")
def test_giving_way_puts_a_process_behind_those_of_the_window():
    told = "from os import nice; before = nice(0); give_way(); print(nice(0) - before)"
    program = f"from desktop_app.bounds import give_way; {told}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == min(10, 19 - os.nice(0))
