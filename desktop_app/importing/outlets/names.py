"""Names of outlets, however a page or a record writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher: the name that we use, and how pages call it."""

    name: str
    called: re.Pattern[str]


def _outlet(name: str, called: str) -> Outlet:
    return Outlet(name, re.compile(rf"^(?:{called})$", re.I))


OUTLETS = (
    _outlet(
        "KCNA",
        r"(?:www\.)?kcna(?:\.kp|\.co\.jp)?|korean central news agency|조선중앙통신"
        r"|朝鮮中央通信(?:社)?|朝中社|朝鲜中央通讯社|ЦТАК|ACNC|ATCC",
    ),
    _outlet(
        "Rodong Sinmun", r"rodong ?(?:sinmun|shinmun)?|r?nodong sinmun|로동신문|노동신문|労働新聞"
    ),
    _outlet("Minju Joson", r"min(?:ju|joo) ?(?:cho|jo)son|민주조선"),
    _outlet("Uriminzokkiri", r"uriminzokkiri|우리 ?민족끼리"),
    _outlet("Voice of Korea", r"voice of korea|vok|조선의 ?소리"),
    _outlet("Naenara", r"naenara|내나라"),
    _outlet("Pyongyang Times", r"(?:the )?pyongyang times|평양타임스"),
    _outlet("Tongil Sinbo", r"tongil ?sinbo|통일신보"),
    _outlet("Tongil Voice", r"tongil voice|voice of national reconciliation|통일의 ?메아리"),
    _outlet("DPRK Today", r"(?:dprk|chosun|choson) today|조선의 ?오늘"),
    _outlet("Arirang Meari", r"(?:arirang[ -])?meari|메아리|아리랑-?메아리"),
    _outlet("Ryukyong", r"ryugyong|ryukyong|류경"),
    _outlet("Ryomyong", r"ryomyong|려명"),
    _outlet("Choson Sinbo", r"cho(?:s|so)n ?sinbo|조선신보|朝鮮新報"),
    _outlet(
        "Foreign Ministry", r"(?:dprk )?(?:ministry of foreign affairs|foreign ministry)|mfa|외무성"
    ),
    _outlet("KCTV", r"kctv|korean central tv|조선중앙텔레비죤|조선중앙TV"),
    _outlet("Kumsugangsan", r"kumsugangsan|금수강산"),
    _outlet("Sogwang", r"sogwang|서광"),
)
_TAIL = re.compile(
    r"\s*[(\[]\s*(?:en|eng|english|kr|kp|kor|korean|cn|chn|chinese|jp|jpn|japanese|es|spn|spanish"
    r"|ru|rus|russian|fr|french|de|german)\s*[)\]]\s*$",
    re.I,
)
_MARKS = "《》〈〉<>「」『』\"'“” \t"


def outlet_named(written: str) -> str:
    """Return our name for an outlet called ``written`` ("KCNA.kp (En)" is KCNA).

    An outlet that is not in the table keeps the name that its page gives it.
    """
    plain = _TAIL.sub("", written.strip(_MARKS)).strip(_MARKS)
    known = known_outlet(plain)
    return known or plain


@lru_cache(maxsize=1024)
def known_outlet(written: str) -> str:
    """Return our name for ``written``, or "" where no outlet of ours is called so."""
    plain = _TAIL.sub("", written.strip(_MARKS)).strip(_MARKS)
    for outlet in OUTLETS:
        if outlet.called.match(plain):
            return outlet.name
    return ""
