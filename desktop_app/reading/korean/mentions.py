"""Finds the people in a sentence: name, title, and the particle that says what they do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.reading.korean.cuts import Cut
from desktop_app.reading.korean.foreign import foreign_end, foreign_start, may_be_inside
from desktop_app.reading.korean.lists import Lists
from desktop_app.reading.korean.mention import Mention, person
from desktop_app.reading.korean.names import is_body, may_be_korean
from desktop_app.reading.korean.sharing import with_shared_titles
from desktop_app.reading.korean.titles import office_behind
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_LONGEST_NAME = 6  # words


def mentions(text: str, told: list[Word], known: Mapping[str, str] | None = None) -> list[Mention]:
    """Return the people of one sentence, in its order.

    ``known`` gives the names met before by their last words: they need no title.
    """
    return _Sentence(text, told, known or {}).read()


class _Sentence(Lists):
    """Reads one sentence from left to right, each person by the first rule that fits."""

    def read(self) -> list[Mention]:
        if not self.may_name():
            return []
        place, known = 0, bool(self.known)
        while place < len(self.told):
            one = None if self.shapes[place].idle and not known else self._at(place)
            if one is None:
                place += 1
                continue
            self.found.append(one)
            place = one.last + 1
        return with_shared_titles(self.words, self.found)

    @property
    def floor(self) -> int:
        return self.found[-1].last + 1 if self.found else 0

    def _at(self, place: int) -> Mention | None:
        shape = self.shapes[place]
        known = shape.bare in self.known or shape.text in self.known
        return (
            (self._marked(place) if shape.marked else None)
            or (self._glued(place) if self.is_glued(place) else None)
            or (self._korean(place) if known or shape.korean else None)
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
        if first == place and len(cut.name) < 3 and not self.trusted(place, cut.name):
            return None
        return self._person(first, place, cut, "marked")

    def _glued(self, place: int) -> Mention | None:
        """Read 외무성 김영일부상과, 리선권외무상은 and 와씰리 뜨까츄크대사."""
        shape = self.shapes[place]
        cut = shape.glued or Cut(shape.stem, shape.office, shape.particle)
        if not cut.particle and self.names(place + 1):
            return None  # 정무원총리 강성산: all of it is a title
        if may_be_korean(cut.name):
            found = self._person(place, place, cut, "with an office", cut_office=True)
            return self._at_once(found)
        first = foreign_start(self.shapes, self.told, place, self.floor)
        return self._person(first, place, cut, "with an office", cut_office=True)

    def _at_once(self, found: Mention) -> Mention:
        """Add the office held at the same time: 배진구부의장 겸 사무총국장."""
        place = found.last + 1
        if self.words.word(place) != "겸":
            return found
        last = office_behind(self.told, self.shapes, place)
        if last is None or found.particle:
            return found
        start, end = self.told[place].start, self.told[last].start + len(self.shapes[last].bare)
        title = f"{found.title} {self.text[start:end]}"
        return replace(found, title=title, last=last, particle=self.shapes[last].particle)

    def _korean(self, place: int) -> Mention | None:
        """Read a Korean or Chinese name without any mark, by what stands on either side."""
        shape, word = self.shapes[place], self.told[place]
        spaced = self._spaced_mark(place)
        if spaced:
            return spaced
        if self.foreign_goes_on(place):
            return None
        if self.is_calling(place + 1) and may_be_korean(shape.text):
            calling = self.shapes[place + 1]
            cut = Cut(shape.text, calling.office, calling.particle.removeprefix("들"))
            return self._person(
                place, place, cut, "with an office", last=place + 1, cut_office=True
            )
        behind = self._in_a_row(place) or self._office_behind(place)
        if behind is not None:
            return behind
        name, particle = shape.bare, shape.particle
        if word.comma and may_be_korean(word.text):
            name, particle = word.text, ""
        if name in self.known and (word.comma or particle in korean_words().ending):
            first = self._full_name(place, name)
            return self._person(first, place, Cut(name, "", particle), "named before")
        if not may_be_korean(name) or not self.ends(place, particle):
            return None
        if self.leads(place):
            return self._person(place, place, Cut(name, "", particle), "leading")
        if self.before_shared_office(place):
            return self._person(place, place, Cut(name, "", particle), "in a list")
        if self.after_title(place) and (len(name) > 2 or word.comma or particle):
            return self._person(place, place, Cut(name, "", particle), "after a title")
        if self.is_listed(place, name):
            return self._person(place, place, Cut(name, "", particle), "in a list")
        return None

    def _in_a_row(self, place: int) -> Mention | None:
        """Read 현철해 and 김명국 of 현철해 김명국 리명수 대장."""
        if not self.before_names_in_a_row(place):
            return None
        return self._person(place, place, Cut(self.told[place].text, "", ""), "in a list")

    def _full_name(self, place: int, name: str) -> int:
        """Return where the full name begins of which ``name``, met before, is the last word."""
        told = [word.text for word in self.told[:place]]
        length = len(self.known[name].split()) - 1
        whole = length and " ".join(told[-length:]) == self.known[name].rpartition(" ")[0]
        return place - length if whole else place

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
        if word.comma or self.words.word(place + 1) in ("", "등", "등의"):
            return None
        lists = korean_words()
        if shape.particle and (shape.bare in lists.no_names or shape.bare in lists.things):
            return None  # 연회에 김 위원장이
        inflected = shape.text != shape.bare and shape.text not in self.known
        if first is None and inflected and not may_be_korean(shape.text):
            return None
        short = len(shape.text) < 3 and first is None and shape.text not in self.known
        if short and not self.listed(place):
            return None
        if self.is_glued(place + 1) or self.is_verb(place):
            return None
        many = self.joined_to_name(place)
        last = office_behind(self.told, self.shapes, place + 1, many=many)
        if last is None or (self.names(last + 1) and not self.shapes[last].particle):
            return None
        if self.shapes[last].particle == "에는":
            return None  # 재판소 소장에는 who was named to it follows
        start, end = self.told[place + 1].start, self.told[last].start + len(self.shapes[last].bare)
        particle = self.shapes[last].particle.removeprefix("들")
        cut = Cut(shape.text, self.text[start:end], particle)
        begins = place if first is None else first
        alone = last == place + 1  # 현대그룹 현정옥 회장
        return self._person(begins, place, cut, "before an office", last=last, cut_office=alone)

    def _foreign(self, place: int) -> Mention | None:
        """Read a name of other lands: right after a title, or before an office."""
        if self.after_title(place) or self.after_country(place):
            run = foreign_end(self.shapes, self.told, place, self.known)
            if run is not None:
                last, cut, rule = run
                return self._person(place, last, cut, rule)
        if place and not self.opens(place):
            return None
        last = place
        while last + 1 < len(self.told) and last - place < _LONGEST_NAME - 1:
            if self.told[last].comma:
                return None
            if self.shapes[last].closes or not may_be_inside(self.shapes[last]):
                break
            following = self.shapes[last + 1]
            if not following.foreign or is_body(following.text):
                break
            last += 1
        strange = self.strange(place, last) or self.before_country(place, last)
        words = korean_words()
        plain = self.listed(place) and not self.told[last].text.endswith(words.bodies)
        if self.told[place].text in words.no_names or (last == place and self.shapes[place].body):
            return None
        if not strange and not plain:
            return None
        if self.leads(last):
            shape = self.shapes[last]
            return self._person(place, last, Cut(shape.bare, "", shape.particle), "leading")
        if self.shapes[last].particle in ("에", "은", "는", "을", "를", "의", "도"):
            return None
        return self._office_behind(last, first=place)

    def _led(self, place: int) -> Mention | None:
        """Read any word between an office and 단장으로 하는 as a name."""
        shape = self.shapes[place]
        if not (self.leads(place) and self.after_title(place)):
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
