"""Names inside archives: shown and stored as text, never used as paths."""

from __future__ import annotations

import re
import unicodedata

from desktop_app.messages import Message, message

OUTSIDE = message("The member's name points outside its archive; it was read as data only.")
ALIKE = message("Another member has the same name but for its case or letter forms.")
CONTROL = message("The member's name holds control characters.")
_DRIVE = re.compile(r"^(?:[A-Za-z]:|[\\/])")


def told_apart(name: str, seen: set[str]) -> tuple[Message, ...]:
    """Return what is odd about a member's name; ``seen`` gathers those before it."""
    found = []
    parts = re.split(r"[\\/]", name)
    if _DRIVE.match(name) or ".." in parts:
        found.append(OUTSIDE)
    if any(unicodedata.category(letter) in ("Cc", "Cf") for letter in name):
        found.append(CONTROL)
    key = unicodedata.normalize("NFC", name).casefold()
    if key in seen:
        found.append(ALIKE)
    seen.add(key)
    return tuple(found)


def repaired(name: str, *, is_unicode: bool) -> str:
    """Return a zip member's name as its maker meant it: old Windows wrote its own code page."""
    if is_unicode or name.isascii():
        return name
    raw = name.encode("cp437", "replace")
    for encoding in ("utf-8", "cp949", "cp932"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name
