"""Compiles the translations: `python packaging/catalogue.py` after a .po has changed.

Standard library only. The .mo lies beside its .po and is committed, so that nobody needs gettext.
"""

from __future__ import annotations

import ast
import struct
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"
_MAGIC = 0x950412DE


def read_po(file: Path) -> dict[str, str]:
    """Return what the catalogue says for each English sentence; without plurals or contexts."""
    said: dict[str, str] = {}
    pair = {"msgid": "", "msgstr": ""}
    at = "msgstr"
    for line in [*file.read_text(encoding="utf-8").splitlines(), 'msgid ""']:
        word, _, rest = line.partition(" ")
        if word in pair:
            if word == "msgid" and at == "msgstr" and (pair["msgid"] or pair["msgstr"]):
                said[pair["msgid"]] = pair["msgstr"]
                pair = {"msgid": "", "msgstr": ""}
            at = word
            pair[word] = ast.literal_eval(rest)
        elif line.startswith('"'):
            pair[at] += ast.literal_eval(line)
    return said


def compiled(said: dict[str, str]) -> bytes:
    """Return ``said`` as gettext reads it."""
    pairs = [(one.encode(), said[one].encode()) for one in sorted(said, key=str.encode)]
    start = 28
    where = start + 16 * len(pairs)
    tables: list[bytes] = []
    texts = b""
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[side]), where + len(texts)))
            texts += pair[side] + b"\0"
    head = struct.pack("<IIIIIII", _MAGIC, 0, len(pairs), start, start + 8 * len(pairs), 0, where)
    return head + b"".join(tables) + texts


def main() -> None:
    """Compile every catalogue."""
    for po in sorted(TRANSLATIONS.rglob("*.po")):
        po.with_suffix(".mo").write_bytes(compiled(read_po(po)))


if __name__ == "__main__":
    main()
