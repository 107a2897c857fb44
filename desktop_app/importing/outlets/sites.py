"""The table of sites: how an address tells the site, the outlet, the day, and an article."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from desktop_app.importing.outlets import kcna_watch


def _no_day(_url: str) -> date | None:
    return None


@dataclass(frozen=True, slots=True)
class Site:
    """One site. ``article`` matches addresses that are one dispatch's own, on that site.

    ``outlet`` is who writes there, "" where that differs from page to page; ``languages``
    is the language that a part of the address stands for, a hint only.
    """

    name: str
    hosts: re.Pattern[str]
    outlet: str
    article: re.Pattern[str] | None = None
    index: re.Pattern[str] | None = None
    day_in: Callable[[str], date | None] = _no_day


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _tokyo_day(url: str) -> date | None:
    whole = re.search(r"/(\d{4})-(\d{2})-(\d{2})(?:ee|ss)?\.htm", url) or re.search(
        r"/((?:19|20)\d{2})(\d{2})(\d{2})(?:\.htm|-)", url
    )
    if whole:
        return _day(*whole.groups())
    on_day_page = re.search(
        r"/item/(\d{4})/\d{2}(?:\d{2})?(\d{2})/n\w+?(\d{1,2})/(\d{1,2})\.htm", url
    )
    if on_day_page:
        return _day(on_day_page[1], on_day_page[2], on_day_page[4])
    short = re.search(r"/item/(\d{4})/\d{4}/\d{2}(\d{2})(\d{2})\.htm", url)
    return _day(*short.groups()) if short else None


def rodong_token(url: str) -> str:
    """Return the decoded token of a Rodong address ("12@2023-03-13-N001@…"), or ""."""
    query = unquote(urlsplit(url).query).strip()
    if not re.fullmatch(r"[A-Za-z0-9+/_-]{8,}={0,2}", query):
        return ""
    plain = query.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _rodong_day(url: str) -> date | None:
    found = re.search(r"newsID=(\d{4})-(\d{2})-(\d{2})", url) or re.search(
        r"(?:^|@)(\d{4})-(\d{2})-(\d{2})-", rodong_token(url)
    )
    return _day(*found.groups()) if found else None


def _voice_day(url: str) -> date | None:
    found = re.search(r"/[a-z]{2}(\d{2})(\d{2})(\d{2})\d{3}(?:/|$)", url)
    return _day("20" + found[1], found[2], found[3]) if found else None


def _minju_day(url: str) -> date | None:
    found = re.search(r"(\d{4})-(\d{2})-(\d{2})", url)
    return _day(*found.groups()) if found else None


def _site(
    name: str,
    hosts: str,
    outlet: str,
    article: str = "",
    index: str = "",
    day_in: Callable[[str], date | None] = _no_day,
) -> Site:
    return Site(
        name,
        re.compile(rf"(?:^|\.)(?:{hosts})$"),
        outlet,
        re.compile(article) if article else None,
        re.compile(index) if index else None,
        day_in,
    )


SITES = (
    _site(kcna_watch.SITE, r"kcnawatch\.(?:org|xyz|co|com)", "", r"/newstream/\d{9,10}-\d+"),
    _site(
        "kcna.co.jp",
        r"kcna\.co\.jp",
        "KCNA",
        # Before October 2008 an address is that of a whole day: "…/news01/20.htm#1".
        r"/item/\d{4}/\d{6}/n\w+/(?:\d{8}|\d{6,8})-[\w.-]+\.html",
        r"/item/\d{4}/\d{4,6}/(?:\d{6,8}\.htm|\d{4}-\d\d-\d\d(?:ee|ss)?\.html)|/calendar",
        _tokyo_day,
    ),
    _site(
        "kcna.kp",
        r"kcna\.kp|175\.45\.17[6-9]\.\d+",
        "KCNA",
        r"/(?:article|media/\w+|gallery|video)/(?:q|detail)/[0-9a-f]{32,}|[?&#]AR\d{5,}",
        r"/category/|/article/list/|/kcna\.user\.home",
    ),
    _site(
        "rodong.rep.kp",
        r"rodong\.rep\.kp",
        "Rodong Sinmun",
        r"newsID=\d{4}-\d{2}-\d{2}|index\.php\?(?:MTJA|MTVA|OEAy)",
        "",
        _rodong_day,
    ),
    _site(
        "uriminzokkiri.com", r"uriminzokkiri\.com", "Uriminzokkiri", r"[?&]no=\d+", r"mtype=list"
    ),
    _site("tongilvoice.com", r"tongilvoice\.com", "Tongil Voice", r"[?&]no=\d+"),
    _site("naenara.com.kp", r"naenara\.com\.kp", "Naenara", r"[?&](?:no|id)=\d+|/detail"),
    _site("vok.rep.kp", r"vok\.rep\.kp", "Voice of Korea", r"/\w*[dD]etail\w*/\w+", "", _voice_day),
    _site("minju.rep.kp", r"minju\.rep\.kp", "Minju Joson", r"/detail|[?&]no=\d+", "", _minju_day),
    _site(
        "pyongyangtimes.com.kp", r"pyongyangtimes\.com\.kp", "Pyongyang Times", r"[?&]\w+=|/news/"
    ),
    _site("dprktoday.com", r"dprktoday\.com", "DPRK Today", r"[?&]no=\d+|/news/\d+"),
    _site("arirangmeari.com", r"arirangmeari\.com", "Arirang Meari", r"[?&]no=\d+"),
    _site("ryomyong.com", r"ryomyong\.com", "Ryomyong", r"[?&]no=\d+"),
    _site("sogwang.com", r"sogwang\.com", "Sogwang", r"[?&]no=\d+"),
    _site(
        "mfa.gov.kp",
        r"mfa\.gov\.kp",
        "Foreign Ministry",
        r"/view/article/\d+|/[a-z]{2}/[\w-]{12,}/?$",
        r"/category/",
    ),
    _site("web-uridongpo.com", r"(?:web-)?uridongpo\.com", "", r"/\d+|[?&]p=\d+"),
    _site("chosonsinbo.com", r"chosonsinbo\.com", "Choson Sinbo", r"/\d{4}/\d{2}/\S+"),
)
_NO_SITE = Site("", re.compile(r"(?!)"), "")


@lru_cache(maxsize=256)  # each address is asked about three times
def host_of(url: str) -> str:
    """Return the host of ``url`` without www., "" where it has none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").casefold()


def site_of(url: str) -> Site:
    """Return the site of ``url``; an unknown host is a site without rules."""
    return _site_at(host_of(url))


@lru_cache(maxsize=1024)
def _site_at(host: str) -> Site:
    if not host:
        return _NO_SITE
    for site in SITES:
        if site.hosts.search(host):
            return site
    return Site(host, _NO_SITE.hosts, "")


def is_own_address(url: str) -> bool:
    """Say whether ``url`` is known to be one dispatch's own address."""
    site = site_of(url)
    return site.article is not None and site.article.search(url) is not None


def day_in(url: str) -> date | None:
    """Return the day that an address names, None where it names none or nonsense."""
    day = site_of(url).day_in(url)
    return day if day and date(1945, 8, 15) <= day < date.today() + timedelta(days=2) else None
