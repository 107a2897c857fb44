"""Addresses of made-up dispatches: shaped as the outlets shape theirs, at paths that never were."""

from __future__ import annotations

from base64 import b64encode
from datetime import date

_TOPIC = "facade00" * 4  # the first 32 digits of a kcna.kp address are its topic
_LANGUAGE = {"en": "en", "ko": "kp"}


def address(outlet: str, language: str, day: date, item: int, number: int) -> str:
    """Return the address that a dispatch of that day would have had at its outlet."""
    if outlet == "KCNA":
        return _kcna(language, day, item, number)
    if outlet == "Rodong Sinmun":
        return _rodong(language, day, item)
    return f"http://www.minju.rep.kp/kp/detail/{day:%Y-%m-%d}-{item + 1:03}"


def _kcna(language: str, day: date, item: int, number: int) -> str:
    if day < date(2008, 10, 1):
        folder = (
            f"{day:%Y}/{day:%y%m}/news{day.month}"
            if day.year < 2000
            else f"{day:%Y/%Y%m}/news{day:%m}"
        )
        return f"http://www.kcna.co.jp/item/{folder}/{day:%d}.htm#{item + 1}"
    if day < date(2019, 1, 1):
        suffix = "ee" if language == "en" else "kk"
        folder = f"{day:%Y/%Y%m}/news{day:%d}"
        return f"http://www.kcna.co.jp/item/{folder}/{day:%Y%m%d}-{item + 1:02}{suffix}.html"
    site = f"http://www.kcna.kp/{_LANGUAGE[language]}/article"
    if day < date(2026, 6, 1):
        return f"{site}/q/{_TOPIC}{number:032x}.kcmsf"
    return f"{site}/detail/facade{number:026x}"


def _rodong(language: str, day: date, item: int) -> str:
    if day < date(2023, 1, 1):
        return (
            f"http://www.rodong.rep.kp/{language}/index.php"
            f"?strPageID=SF01_02_01&newsID={day:%Y-%m-%d}-{item + 1:04}"
        )
    token = b64encode(f"12@{day:%Y-%m-%d}-N{item + 1:03}@0@1@@0@".encode()).decode()
    return f"http://www.rodong.rep.kp/{language}/index.php?{token}"
