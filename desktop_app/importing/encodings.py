"""Bytes to text: the encodings that saved dispatches come in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{3,20})", re.I)
_LOOKED_AT = 64 * 1024
# Pairs that only come about when UTF-8 was read as something else.
_MOJIBAKE = re.compile("[ÂÃâêëìíã][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")
# What pages call these, and what they mean: supersets that browsers read, too.
_MEANT = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was read with, and whether that is in doubt."""

    text: str
    encoding: str
    doubtful: bool = False


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Read ``raw`` as text; never fails: what cannot be read shows as U+FFFD and doubtful."""
    encoding = encoding_of(raw[:_LOOKED_AT], declared)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as stop:
        text = raw.decode(encoding, "replace")
        # A capture cut at a byte count ends in half a letter: that alone is no doubt.
        doubtful = len(raw) - stop.start > 3
    else:
        doubtful = False
    return Decoded(text, encoding, doubtful or looks_broken(text))


def looks_broken(text: str) -> bool:
    """Say whether ``text`` shows the marks of having been decoded wrongly."""
    head = text[:200_000]
    broken = len(_MOJIBAKE.findall(head)) + head.count("\ufffd")
    return broken > 3 and broken * 200 > len(head)


def encoding_of(head: bytes, declared: str = "") -> str:
    """Return the encoding of a text that begins with ``head``.

    Valid UTF-8 wins over what a page declares: the other way round nothing would tell.
    Half a letter at the end of ``head`` is no fault: the text may go on.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    if _is_utf8(head) and head.count(0) * 20 < len(head):
        return "utf-8"
    zeros = _without_mark(head)
    if zeros:
        return zeros
    said = _known(declared) or _known(_declared_in(head))
    if said and said != "utf-8" and _letters_read(head, said) > 0.9:
        return said
    return _by_letters(head)


def _without_mark(head: bytes) -> str:
    """Tell UTF-16 without a mark by its zero bytes."""
    sample = head[: min(2000, len(head) & ~1)]
    if len(sample) < 16:
        return ""
    if b"\0" not in sample:
        return _eastern_without_mark(sample)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _eastern_without_mark(sample: bytes) -> str:
    """Tell UTF-16 of a text without any Latin letter: kana or Hangul where they should be."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if sum(1 for c in text if _kana(c) or "\u3000" <= c <= "\u303f") * 3 > len(text):
            return encoding
    return ""


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=False)
    except UnicodeDecodeError as stop:
        # One stray byte in a long text is damage, not another encoding.
        good = head.decode("utf-8", "ignore")
        lost = len(head) - len(good.encode("utf-8"))
        return stop.start > 0 and lost * 500 < len(head) and not good.isascii()
    return True


def _declared_in(head: bytes) -> str:
    found = _DECLARED.search(head[:4096])
    return found[1].decode("ascii", "replace") if found else ""


def _known(name: str) -> str:
    name = _MEANT.get(name.casefold(), name.casefold())
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _letters_read(head: bytes, encoding: str) -> float:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    return 1 - text.count("\ufffd") / max(1, len(text))


def _by_letters(head: bytes) -> str:
    """Choose by what the letters look like: Hangul, kana, common Han, or accents."""
    best, most = "cp1252", _western(head)
    for encoding, wanted in _EASTERN.items():
        text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
        other = [letter for letter in text if ord(letter) > 127]
        if not other:
            continue
        share = sum(1 for letter in other if wanted(letter)) / len(other)
        share -= 4 * text.count("\ufffd") / len(other)
        if share > most:
            best, most = encoding, share
    return best if most > 0.5 else _guessed(head, best)


def _guessed(head: bytes, otherwise: str) -> str:
    """Ask charset-normalizer, slow and for what is rare here (Russian code pages)."""
    from charset_normalizer import from_bytes

    guess = from_bytes(head[:8192]).best()
    return guess.encoding if guess else otherwise


def _western(head: bytes) -> float:
    """Say how much the bytes over 127 look like single accents and quotation marks."""
    high = [i for i, byte in enumerate(head) if byte > 127]
    if not high:
        return 1.0
    together = sum(1 for a, b in pairwise(high) if b == a + 1)
    return 0.85 * (1 - together / len(high))


def _hangul(letter: str) -> bool:
    # Japanese bytes read as Korean give syllables, too, but not those of everyday words.
    return letter in "《》〈〉·" or ("가" <= letter <= "힣" and _is_everyday(letter))


@cache
def _is_everyday(syllable: str) -> bool:
    try:
        return len(syllable.encode("euc_kr")) == 2  # others are spelt out in eight bytes
    except UnicodeEncodeError:
        return False


def _kana(letter: str) -> bool:
    # Half-width kana are what Korean and Chinese bytes turn into, so they do not count.
    if "\u3041" <= letter <= "\u30ff":
        return True
    return letter in "、。「」" or ("一" <= letter <= "鿿" and _FREQUENT.get(letter, 0) > 0)


def _han(letter: str) -> bool:
    return letter in "，。、；：“”《》（）" or letter in _FREQUENT_CHINESE


_FREQUENT_CHINESE = frozenset(
    "的一是了在人有我他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年"
    "过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些"
    "主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点"
    "正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月"
    "话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入"
    "几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计"
    "管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强"
    "即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师"
    "朝鲜党劳委议会席主员央书记志首脑"
)
_FREQUENT = dict.fromkeys("日月年平壌朝鮮中央通信金正恩総書記同志人民国大会議国家的会", 1)

_EASTERN: dict[str, Callable[[str], bool]] = {"cp949": _hangul, "cp932": _kana, "gb18030": _han}
