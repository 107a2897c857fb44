"""Finds the people in a sentence: name, title, and the particle that says what they do."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.reading.korean.foreign import foreign_end, foreign_start, may_be_inside
from desktop_app.reading.korean.mention import Mention, Words, person
from desktop_app.reading.korean.names import is_body, may_be_korean
from desktop_app.reading.korean.shapes import Cut, shape_of
from desktop_app.reading.korean.sharing import with_shared_titles
from desktop_app.reading.korean.titles import office_behind
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_DIVISIONS = frozenset("군시도구리동읍면")


def mentions(text: str, told: list[Word], known: Mapping[str, str] | None = None) -> list[Mention]:
    """Return the people of one sentence, in its order.

    ``known`` gives the names met before by their last words: they need no title.
    """
    return _Sentence(text, told, known or {}).read()


class _Sentence:
    """Reads one sentence from left to right, each person by the first rule that fits."""

    def __init__(self, text: str, told: list[Word], known: Mapping[str, str]) -> None:
        self.text, self.told, self.known = text, told, known
        self.shapes = [shape_of(word.text) for word in told]
        self.words = Words(text, told, self.shapes)
        self.found: list[Mention] = []

    def read(self) -> list[Mention]:
        if not self._may_name():
            return []
        place = 0
        while place < len(self.told):
            one = self._at(place)
            if one is None:
                place += 1
                continue
            self.found.append(one)
            place = one.last + 1
        return with_shared_titles(self.words, self.found)

    def _may_name(self) -> bool:
        """Tell whether the sentence has an office, a mark of respect, a list or a known name."""
        return any(
            shape.office or shape.marked or word.comma or shape.bare in self.known
            for shape, word in zip(self.shapes, self.told, strict=True)
        )

    @property
    def floor(self) -> int:
        return self.found[-1].last + 1 if self.found else 0

    def _at(self, place: int) -> Mention | None:
        shape = self.shapes[place]
        return (
            (self._marked(place) if shape.marked else None)
            or (self._glued(place) if self._is_glued(place) else None)
            or (self._korean(place) if shape.korean or shape.bare in self.known else None)
            or (self._foreign(place) if shape.foreign else None)
            or (self._led(place) if shape.particle in ("을", "를") else None)
        )

    def _marked(self, place: int) -> Mention | None:
        """Read 외무상 배은실동지가 and 글레브 오스따뻰꼬동지."""
        cut = self.shapes[place].marked
        assert cut is not None
        first = place
        if not may_be_korean(cut.name) or len(cut.name) == 2:
            first = foreign_start(self.shapes, self.told, place, self.floor)
        if first == place and len(cut.name) < 3 and not self._trusted(place, cut.name):
            return None
        return self._person(first, place, cut, "marked")

    def _trusted(self, place: int, name: str) -> bool:
        return may_be_korean(name) or self.shapes[place].strange or self._after_title(place)

    def _is_glued(self, place: int) -> bool:
        """Tell whether name and office are one word: 뜨까츄크대사, or 록원장 after 보 반 록."""
        shape = self.shapes[place]
        return shape.glued is not None or (bool(shape.stem) and shape.stem in self.known)

    def _glued(self, place: int) -> Mention | None:
        """Read 외무성 김영일부상과, 리선권외무상은 and 와씰리 뜨까츄크대사."""
        shape = self.shapes[place]
        cut = shape.glued or Cut(shape.stem, shape.office, shape.particle)
        if not cut.particle and self._names(place + 1):
            return None  # 정무원총리 강성산: all of it is a title
        if may_be_korean(cut.name):
            return self._person(place, place, cut, "with an office", cut_office=True)
        first = foreign_start(self.shapes, self.told, place, self.floor)
        return self._person(first, place, cut, "with an office", cut_office=True)

    def _korean(self, place: int) -> Mention | None:
        """Read a Korean or Chinese name without any mark, by what stands on either side."""
        shape, word = self.shapes[place], self.told[place]
        spaced = self._spaced_mark(place)
        if spaced:
            return spaced
        behind = self._office_behind(place)
        if behind is not None:
            return behind
        name, particle = shape.bare, shape.particle
        if word.comma and may_be_korean(word.text):
            name, particle = word.text, ""
        if name in self.known and (word.comma or particle in korean_words().ending):
            first = self._full_name(place, name)
            return self._person(first, place, Cut(name, "", particle), "named before")
        if not may_be_korean(name) or not self._ends(place, particle):
            return None
        if self._leads(place):
            return self._person(place, place, Cut(name, "", particle), "leading")
        if self._after_title(place) and (len(name) > 2 or word.comma or particle):
            return self._person(place, place, Cut(name, "", particle), "after a title")
        if len(name) > 2 and self._in_list(place):
            return self._person(place, place, Cut(name, "", particle), "in a list")
        return None

    def _full_name(self, place: int, name: str) -> int:
        """Return where the full name begins of which ``name``, met before, is the last word."""
        told = [word.text for word in self.told[:place]]
        length = len(self.known[name].split()) - 1
        whole = length and " ".join(told[-length:]) == self.known[name].rpartition(" ")[0]
        return place - length if whole else place

    def _ends(self, place: int, particle: str) -> bool:
        word = self.told[place]
        following = self.told[place + 1].text if place + 1 < len(self.told) else "등"
        return (
            word.comma
            or particle in korean_words().ending
            or (not particle and following.startswith("등") and len(following) < 4)
        )

    def _after_title(self, place: int) -> bool:
        if place == 0 or self.told[place - 1].comma:
            return False
        return self.shapes[place - 1].titled

    def _after_country(self, place: int) -> bool:
        """Read 짐바브웨의 브라이톤 취페레와."""
        before = self.shapes[place - 1] if place else None
        if before is None or before.particle != "의" or not self.shapes[place].strange:
            return False
        return before.bare in korean_words().countries

    def _in_list(self, place: int) -> bool:
        """Tell whether a bare name stands among names: 곽춘웅, 림복순, 오덕춘을 비롯한."""
        if self.found and self.found[-1].last == place - 1 and self.told[place - 1].comma:
            return True
        if not (self.told[place].comma and self._bare(place) and self._bare(place + 1)):
            return False
        ends = {self.told[place].text[-1], self.shapes[place + 1].bare[-1]}
        return not (len(ends) == 1 and ends <= _DIVISIONS)  # 안악군, 신천군

    def _bare(self, place: int) -> bool:
        if place >= len(self.told):
            return False
        shape, word = self.shapes[place], self.told[place]
        name = word.text if word.comma else shape.bare
        cut = shape.marked or shape.glued
        if cut:
            return may_be_korean(cut.name) and len(cut.name) == 3
        return len(name) == 3 and may_be_korean(name) and not is_body(name)

    def _spaced_mark(self, place: int) -> Mention | None:
        """Read 김정은 동지께서, as the South spaces it."""
        if self.told[place].comma or place + 1 >= len(self.told):
            return None
        shape, after = self.shapes[place], self.told[place + 1].text
        for mark in korean_words().marks:
            particle = after[len(mark) :]
            if after.startswith(mark) and (not particle or particle in korean_words().particles):
                cut = Cut(shape.text, "", particle)
                return self._person(place, place, cut, "marked", last=place + 1)
        return None

    def _office_behind(self, place: int, first: int | None = None) -> Mention | None:
        """Read 김영대 최고인민회의 상임위원회 부위원장과."""
        shape, word = self.shapes[place], self.told[place]
        if word.comma or place + 1 >= len(self.told):
            return None
        if first is None and (shape.text != shape.bare and not may_be_korean(shape.text)):
            return None
        short = len(shape.text) < 3 and first is None and shape.text not in self.known
        if short and not self._listed(place):
            return None
        if self._is_glued(place + 1) or self._is_verb(place):
            return None
        last = office_behind(self.told, self.shapes, place + 1)
        if last is None or (self._names(last + 1) and not self.shapes[last].particle):
            return None
        start, end = self.told[place + 1].start, self.told[last].start + len(self.shapes[last].bare)
        cut = Cut(shape.text, self.text[start:end], self.shapes[last].particle)
        begins = place if first is None else first
        alone = last == place + 1  # 현대그룹 현정옥 회장
        return self._person(begins, place, cut, "before an office", last=last, cut_office=alone)

    def _listed(self, place: int) -> bool:
        """Tell whether a person and a comma stand right before ``place``."""
        last = self.found[-1].last if self.found else -1
        return last == place - 1 and place > 0 and self.told[last].comma

    def _is_verb(self, place: int) -> bool:
        """Tell whether what looks like a name is a verb with its object: 투쟁을 계속한."""
        before = self.told[place - 1].text if place else ""
        verb = self.told[place].text.endswith(("한", "된", "고", "여", "며", "신"))
        return verb and before.endswith(("을", "를", "에서"))

    def _names(self, place: int) -> bool:
        """Tell whether the word at ``place`` is a name that takes the office before it."""
        if place >= len(self.told) or self.told[place - 1].comma:
            return False
        shape = self.shapes[place]
        if shape.marked or (shape.foreign and shape.strange):
            return True
        return shape.korean and self._ends(place, shape.particle)

    def _foreign(self, place: int) -> Mention | None:
        """Read a name of other lands: right after a title, or before an office."""
        if self._after_title(place) or self._after_country(place):
            run = foreign_end(self.shapes, self.told, place, self.known)
            if run is not None:
                last, cut, rule = run
                return self._person(place, last, cut, rule)
        if place and not self._opens(place):
            return None
        last = place
        while last + 1 < len(self.told) and last - place < 4:
            if self.told[last].comma:
                return None
            if self.shapes[last].closes or not may_be_inside(self.shapes[last]):
                break
            following = self.shapes[last + 1]
            if not following.foreign or is_body(following.text):
                break
            last += 1
        strange = any(self.shapes[at].strange for at in range(place, last + 1))
        words = korean_words()
        plain = self._listed(place) and not self.told[last].text.endswith(words.bodies)
        if self.told[place].text in words.no_names:
            return None
        if not strange and not plain:
            return None
        if self._leads(last):
            shape = self.shapes[last]
            return self._person(place, last, Cut(shape.bare, "", shape.particle), "leading")
        if self.shapes[last].particle in ("에", "은", "는", "을", "를", "의", "도"):
            return None
        return self._office_behind(last, first=place)

    def _opens(self, place: int) -> bool:
        before = self.shapes[place - 1]
        return (
            self.told[place - 1].comma or before.closes or bool(before.tie) or bool(before.particle)
        )

    def _leads(self, place: int) -> bool:
        """Tell whether 단장으로 하는 follows: that alone makes a name of a word."""
        following = self.told[place + 1].text if place + 1 < len(self.told) else ""
        return self.shapes[place].particle in ("을", "를") and following in (
            "단장으로",
            "책임자로",
            "대표로",
            "수석대표로",
        )

    def _led(self, place: int) -> Mention | None:
        """Read any word between an office and 단장으로 하는 as a name."""
        shape = self.shapes[place]
        if not (self._leads(place) and self._after_title(place)):
            return None
        return self._person(place, place, Cut(shape.bare, "", shape.particle), "leading")

    def _person(
        self,
        first: int,
        place: int,
        cut: Cut,
        rule: str,
        *,
        last: int | None = None,
        cut_office: bool = False,
    ) -> Mention:
        return person(
            self.words,
            (first, place),
            cut,
            rule,
            floor=self.floor,
            last=last,
            cut_office=cut_office,
        )
