"""Addresses as they tell whether two captures show one page."""

from __future__ import annotations

from desktop_app.library.folding import number_of, sha256_of
from desktop_app.model.capture import Capture


def url_key(url: str | None) -> str:
    """Return an address without what does not matter: scheme, ``www.``, closing slash."""
    if not url:
        return ""
    rest = url.split("://", 1)[-1]
    rest = rest[4:] if rest.lower().startswith("www.") else rest
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/")


def address_of(capture: Capture) -> int | None:
    """Return by which number a capture is known whose address is a dispatch's own."""
    if not (capture.address_is_its_own and capture.url):
        return None
    return number_of(sha256_of(url_key(capture.url)))
