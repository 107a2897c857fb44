"""What actions ask of the window that no single view can do alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.library import persons
from desktop_app.query.conditions.days import on_day
from desktop_app.query.link import link_of
from desktop_app.query.query import Condition
from ui.facets.facet_conditions import facet_condition
from ui.language import say
from ui.notices import versions
from ui.shortcuts import ShortcutSheet

if TYPE_CHECKING:
    from ui.importing.rules_dialog import RulesDialog
    from ui.ledger.ledger_window import LedgerWindow
    from ui.main_window import MainWindow


class Commands:
    """The window's own commands; the table of actions names them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.ledger: LedgerWindow | None = None
        self.rules: RulesDialog | None = None

    def next_pane(self, step: int) -> None:
        """Move the keyboard to the next pane, or the previous one."""
        window = self._window
        stops: list[QWidget] = [window.filter_bar.edit, window.calendar.grid]
        stops += [window.search_pane.list, window.facets]
        stops += [window.list, window.article.text, window.article.participants]
        if window.timeline.chart is not None:
            stops.append(window.timeline.chart)
        stops = [stop for stop in stops if stop.isVisible()]
        if not stops:
            return
        here = QApplication.focusWidget()
        place = next((at for at, stop in enumerate(stops) if stop is here), -1 if step > 0 else 0)
        stops[(place + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_out(self) -> None:
        """Take back the last small thing: a notice of typing, a person's page, the way back."""
        if self._window.filter_bar.clear_typed():
            return
        if self._window.filter_bar.edit.hasFocus():
            self._window.list.setFocus()
        elif self._window.people.shown is not None:
            self._window.people.close()
        elif self._window.state.can_go_back:
            self._window.state.back()

    def read_on(self, pages: int) -> None:
        """Scroll the text by a page; at its end go to the next dispatch."""
        bar = self._window.article.text.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() if pages > 0 else bar.value() <= bar.minimum()
        if at_end or not self._window.article.text.isVisible():
            self._window.list.step(pages)
        else:
            bar.setValue(bar.value() + pages * round(bar.pageStep() * 0.9))

    def toggle_density(self) -> None:
        self._window.appearance.set_density(comfortable=not self._window.appearance.comfortable)

    def toggle_juche(self) -> None:
        self._window.calendar.toggle_juche()
        self._window.actions_made.refresh()

    def choose_theme(self, wish: str) -> None:
        self._window.appearance.choose(wish)
        self._window.actions_made.refresh()

    def only_this_day(self) -> None:
        shown = self._window.article.article
        if shown is not None and shown.row.published is not None:
            self._window.state.narrow(on_day(shown.row.published))

    def only_this_outlet(self) -> None:
        shown = self._window.article.article
        if shown is not None and shown.row.outlet:
            self._window.state.narrow(facet_condition("outlet", shown.row.outlet))

    def only_this_person(self) -> None:
        """Ask for the dispatches with whom the chosen row means, but no homonym."""
        self._with_chosen(self._window.state.add)

    def without_this_person(self) -> None:
        self._with_chosen(self._window.state.exclude)

    def _with_chosen(self, ask: Callable[[Condition], None]) -> None:
        window = self._window
        library, shown = window.state.library, window.article.article
        row = window.article.chosen_person()
        if library is None or shown is None or shown.version is None or row is None:
            return
        version = shown.version.id
        window.jobs.ask(
            "who is meant",
            lambda _: library.read(lambda c: persons.asked_of_row(c, version, row)),
            lambda value: ask(facet_condition("person", value)),
        )

    def copy_citation(self) -> None:
        """Put title, outlet, day and address of the article on the clipboard."""
        shown = self._window.article.article
        if shown is not None:
            row = shown.row
            day = row.published.isoformat() if row.published else say("no date")
            parts = [f"“{row.title}”", row.outlet, day, row.url]
            QGuiApplication.clipboard().setText(", ".join(part for part in parts if part))

    def save_search(self) -> None:
        """Keep what is asked, and show where it stands now."""
        self._window.left_pane.show()
        self._window.searches.save()

    def copy_search(self) -> None:
        """Put what is asked on the clipboard, as it would be typed."""
        QGuiApplication.clipboard().setText(self._window.filter_bar.text())

    def copy_link(self) -> None:
        """Put a line on the clipboard that asks the same in any library."""
        QGuiApplication.clipboard().setText(link_of(self._window.state.query))
        self._window.notices.say(
            say("A line that opens this search is on the clipboard."),
            say("Whoever has Dateline pastes it into the search bar."),
        )

    def copy_text(self) -> None:
        shown = self._window.article.article
        if shown is not None and shown.version is not None:
            QGuiApplication.clipboard().setText(shown.version.text)

    def open_beside(self) -> None:
        """Ask for a library and show it in a window of its own."""
        path = self._window.libraries.ask_another()
        if path is not None:
            self._window.another_wanted(path)

    def show_settings(self) -> None:
        """Open the settings, on their first page."""
        # Its pages are many small widgets, seldom wanted.
        from ui.settings.settings_dialog import SettingsDialog

        self.settings = SettingsDialog(self._window)
        self.settings.show()

    def show_ledger(self) -> None:
        """Show what was edited or is gone of what the search finds."""
        from ui.ledger.ledger_window import LedgerWindow

        self.ledger = self.ledger or LedgerWindow(self._window)
        self.ledger.show()
        self.ledger.raise_()

    def show_rules(self) -> None:
        """Show the rules on import, to make, try and remove some."""
        from ui.importing.rules_dialog import RulesDialog

        self.rules = self.rules or RulesDialog(self._window)
        self.rules.show()
        self.rules.raise_()

    def show_manual(self) -> None:
        """Open the manual beside the window."""
        # A long text with pictures, seldom wanted.
        from ui.manual import Manual

        Manual(self._window.appearance, self._window).show()

    def show_shortcuts(self) -> None:
        ShortcutSheet(self._window).show()

    def copy_versions(self) -> None:
        QGuiApplication.clipboard().setText(versions())
        self._window.notices.say(say("The versions are on the clipboard."))

    def about(self) -> None:
        from ui.about import AboutBox

        AboutBox(self._window).show()
