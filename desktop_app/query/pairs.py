"""How text enters the two full-text tables, and how a word is looked for in them.

Korean, Chinese and Japanese are searched by overlapping pairs of characters, because their
words stand without spaces and with particles: 김정은 is found inside 김정은동지께서, 지도
inside 현지지도. Everything else is searched by words. Both sides of a search, the importer
and the query, come through here, so that they cannot disagree.
"""

from __future__ import annotations

import re
from unicodedata import normalize

SCRIPT = (
    "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"  # jamo that stand alone
    "\u3131-\u318e"
    "\uac00-\ud7a3"  # Hangul
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # ideographs
)
# White space inside a run is dropped, since writers space Korean as they like; a blank line
# ends a run, so that a headline does not run into the text below it.
BETWEEN = r"[^\S\n]*\n?[^\S\n]*"
_RUN = re.compile(rf"[{SCRIPT}](?:{BETWEEN}[{SCRIPT}])*")
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W_]")


def pairs_of(text: str) -> str:
    """Return the pairs of ``text`` for the table ``pairs``: 김정은 gives "김정 정은 은".

    The last character closes its run alone, so that pairs of two runs never look
    adjacent and every character begins a token.
    """
    return " ".join(map(_pairs_of_run, _RUN.findall(normalize("NFC", text))))


def words_of(text: str) -> str:
    """Return what of ``text`` the table ``words`` holds: all that is not in ``pairs``."""
    return _RUN.sub(" ", normalize("NFKC", normalize("NFC", text)))


def _pairs_of_run(run: str) -> str:
    run = _SPACE.sub("", run)
    return " ".join([*map(str.__add__, run, run[1:]), run[-1]])


def runs_of(text: str) -> list[str]:
    """Return the Hangul and CJK runs of ``text``, without their white space."""
    return [_SPACE.sub("", run) for run in _RUN.findall(normalize("NFC", text))]


def pairs_match(run: str) -> str:
    """Return the FTS5 expression that finds ``run`` in the table ``pairs``."""
    if len(run) == 1:
        return f'"{run}" *'
    return '"' + " ".join(map(str.__add__, run, run[1:])) + '"'


def words_match(text: str, *, prefix: bool = False) -> str | None:
    """Return the FTS5 expression that finds ``text`` as a phrase in ``words``; None if empty."""
    rest = words_of(text).replace('"', " ").replace("\0", " ")
    if not _LETTERS.search(rest):
        return None
    return f'"{" ".join(rest.split())}"' + (" *" if prefix else "")
