"""Rules on import: a question with a name, and what to do with the new dispatches it finds.

Rules are kept in the user's log. After an import each acts, in the order in which they were
made, on what that import brought or changed: one step, undone like any other. A later rule
sees what an earlier one did.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import marking, steps
from desktop_app.library.library import Library
from desktop_app.library.marks import READ, STAR
from desktop_app.library.steps import Done
from desktop_app.library.work import Change
from desktop_app.messages import Message, message
from desktop_app.model.shelf import Shelf
from desktop_app.query.grammar import parse

ACTION = "rule"


@dataclass(frozen=True, slots=True)
class Acts:
    """What a rule does with what it finds."""

    star: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.star or self.read or bool(self.tags) or bool(self.collections)

    def words(self, what: Message) -> tuple[Message, ...]:
        """Say each act in the imperative; ``what`` says on which dispatches."""
        said = (
            (self.star, message("star {what}", what=what)),
            (self.tags, message("tag {what}: {more}", what=what, more=self.tags)),
            (self.collections, message("put {what} into {more}", what=what, more=self.collections)),
            (self.read, message("mark {what} as read", what=what)),
        )
        return tuple(words for wanted, words in said if wanted)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it was written down."""

    id: str
    name: str
    text: str
    acts: Acts

    def words(self) -> tuple[Message, ...]:
        return self.acts.words(message("what it finds"))


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule would act on: in the whole library, and of the last import that brought any."""

    all: tuple[int, ...]
    last: tuple[int, ...]


class Rules:
    """The rules of one library; each change of one is a step."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def all(self) -> tuple[Rule, ...]:
        """Return the rules in the order in which they act: the oldest first."""
        kept: dict[str, Rule] = {}
        for entry in self._library.work_log(ACTION):
            if isinstance(entry.after, dict):
                kept[entry.target] = _read(entry.target, entry.after)
            else:
                kept.pop(entry.target, None)
        return tuple(kept.values())

    def named(self, name: str) -> Rule:
        """Return the rule of that name; `UserError` where there is none."""
        found = self._named(name)
        if found is None:
            raise UserError(message("There is no rule called “{name}”.", name=name))
        return found

    def checked(self, name: str, text: str, acts: Acts, rule: Rule | None = None) -> Rule:
        """Return a rule that can be kept, or what ``rule`` becomes; `UserError` says what it lacks.

        Nothing is kept by that.
        """
        name, text = " ".join(name.split()), text.strip()
        if not name:
            raise UserError(message("A rule wants a name."))
        _refuse_no_question(text)
        if not acts:
            raise UserError(message("Say what the rule does: star, tag, collect, or mark as read."))
        wanted = Rule(rule.id if rule else uuid.uuid4().hex, name, text, acts)
        other = self._named(name)
        if other is not None and other.id != wanted.id:
            raise UserError(message("There is a rule called “{name}” already.", name=name))
        return wanted

    def keep(self, rule: Rule) -> Done:
        """Let the rule of that id be ``rule`` from now on."""
        after = {"name": rule.name, "query": rule.text, "acts": asdict(rule.acts)}
        says = message("keep the rule “{name}”", name=rule.name)
        return steps.do(self._library, says, [Change(ACTION, rule.id, after)])

    def remove(self, rule: Rule) -> Done:
        """Remove ``rule``; what it did stays."""
        says = message("remove the rule “{name}”", name=rule.name)
        return steps.do(self._library, says, [Change(ACTION, rule.id, None)])

    def try_out(self, rule: Rule, job: Job | None = None) -> Trial:
        """Say what ``rule`` would act on now; nothing is changed."""
        found = _found(self._library, rule, job)
        last = self._library.read(lambda connection: _first_captured(connection, None))
        return Trial(tuple(found), tuple(one for one in found if one in last))

    def act(self, run: int) -> tuple[Message, ...]:
        """Let every rule act on what the import ``run`` brought or changed; say what was done."""
        rules = self.all()
        if not rules:
            return ()
        among = self._library.read(lambda connection: _first_captured(connection, run))
        said = []
        for rule in rules if among else ():
            found = [one for one in _found(self._library, rule) if one in among]
            done = _act(self._library, rule, found)
            if done.step is not None:
                said.append(done.step.says)
        return tuple(said)

    def _named(self, name: str) -> Rule | None:
        wanted = " ".join(name.split()).casefold()
        return next((one for one in self.all() if one.name.casefold() == wanted), None)


def _refuse_no_question(text: str) -> None:
    if not text:
        raise UserError(
            message("A rule wants a question."), message("Write is:any to act on everything.")
        )
    for hint in parse(text).hints:
        if hint.stops:
            raise UserError(hint.message)


def _act(library: Library, rule: Rule, articles: Sequence[int]) -> Done:
    if not articles:
        return Done(None)
    acts = rule.acts
    changes: list[Change] = []
    for wanted, action in ((acts.star, STAR), (acts.read, READ)):
        changes += marking.each(library, action, articles, on=True) if wanted else []
    for shelf, names in ((Shelf.TAG, acts.tags), (Shelf.COLLECTION, acts.collections)):
        changes += marking.labelled(library, shelf, articles, names)
    what = acts.words(steps.named(library, articles))
    return steps.do(library, message("rule “{name}”: {what}", name=rule.name, what=what), changes)


def _found(library: Library, rule: Rule, job: Job | None = None) -> list[int]:
    """Answer the rule's question; one that this grammar cannot read any more finds nothing."""
    parsed = parse(rule.text)
    return list(library.find(parsed.query, job).ids.tolist()) if parsed.sound else []


def _first_captured(connection: sqlite3.Connection, run: int | None) -> frozenset[int]:
    """Return the articles that came, or got a new version, by the import ``run``.

    Without one it is the last import that brought anything.
    """
    return frozenset(
        int(row[0])
        for row in connection.execute(
            "SELECT DISTINCT c.article FROM capture c"
            " WHERE c.run = coalesce(?, (SELECT max(run) FROM capture)) AND NOT EXISTS"
            " (SELECT 1 FROM capture o WHERE o.article = c.article AND o.id < c.id"
            " AND (c.version IS NULL OR o.version = c.version))",
            (run,),
        )
    )


def _read(target: str, said: dict[str, Any]) -> Rule:
    acts = said.get("acts", {})
    tags, collections = (tuple(acts.get(key, ())) for key in ("tags", "collections"))
    does = Acts(bool(acts.get("star")), bool(acts.get("read")), tags, collections)
    return Rule(target, str(said["name"]), str(said["query"]), does)
