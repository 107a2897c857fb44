"""Made-up dispatches by the thousand, for tests and measurements; every name in them is invented.

`dispatches(count)` makes them, `files` and `captures` write them down, `words` names what
measurements search for.
"""

from tests.made_up.dispatches import Dispatch, dispatches

__all__ = ["Dispatch", "dispatches"]
