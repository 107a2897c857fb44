"""Every action, once: a table. Menus, toolbar, context menus, palette and F1 come from it."""

# ruff: noqa: E501 (a table reads better with one line a row)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.model.shelf import Shelf

if TYPE_CHECKING:
    from ui.main_window import MainWindow

MENUS = ("Library", "Edit", "View", "Go", "Article", "Help")
LIST, TEXT, PERSON, SEARCH, FACET = "list", "text", "person", "search", "facet"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: where it stands, its keys, what it needs, and what it does.

    ``needs`` is "" (always), "library", "writable", "sample", "article", "selection", "person",
    "saved_search", "back", "forward", "undo", "redo", "change" (something chosen, in a library to
    write in), "binned" (the same of the bin), "row" and "rows" (of participants) or "marked"
    (words of the text). ``keys`` with ``reading`` are heard in the list and the text only,
    because single letters are also typed. ``named`` says what it would do now. ``inside`` names
    the context menus that offer it.
    """

    name: str
    menu: str
    text: str
    does: Callable[[MainWindow], object]
    keys: tuple[str, ...] = ()
    needs: str = ""
    inside: tuple[str, ...] = ()
    reading: bool = False
    checkable: bool = False
    checked: Callable[[MainWindow], bool] | None = None
    begins_group: bool = False
    named: Callable[[MainWindow], str] | None = None
    words: str = ""


ROWS = (
    ActionRow("new_library", "Library", "New library…", lambda w: w.libraries.ask_new(), ("Ctrl+Shift+N",)),
    ActionRow("new_window", "Library", "New window", lambda w: w.another_wanted(None), ("Ctrl+N",)),
    ActionRow("open_library", "Library", "Open library…", lambda w: w.libraries.ask_open(), ("Ctrl+O",)),
    ActionRow("open_beside", "Library", "Open library in a new window…", lambda w: w.commands.open_beside(), ("Ctrl+Shift+O",)),
    ActionRow("sample_library", "Library", "Open the sample library", lambda w: w.libraries.open_sample()),
    ActionRow("remove_sample", "Library", "Remove the sample library", lambda w: w.libraries.remove_sample(), (), "sample"),
    ActionRow("import_files", "Library", "Import files…", lambda w: w.importer.ask_files(), ("Ctrl+I",), "importable", begins_group=True),
    ActionRow("import_folder", "Library", "Import a folder…", lambda w: w.importer.ask_folder(), ("Ctrl+Shift+I",), "importable"),
    ActionRow("watched_folders", "Library", "Watched folders…", lambda w: w.watcher.show_folders(), (), "writable", words="import automatic"),
    ActionRow("import_rules", "Library", "Import rules…", lambda w: w.commands.show_rules(), (), "writable", words="automatic tag star new"),
    ActionRow("import_reports", "Library", "Import reports", lambda w: w.importer.show_reports(), (), "library"),
    ActionRow("reread", "Library", "Read the texts again…", lambda w: w.rereading.ask(), (), "writable", words="reader newer update"),
    ActionRow("undo_import", "Library", "Undo the last import", lambda w: w.marks.undo_import(), (), "writable", words="bin"),
    ActionRow("export", "Library", "Export…", lambda w: w.exporter.ask(), ("Ctrl+E",), "library", (LIST,), begins_group=True, words="csv spreadsheet save"),
    ActionRow("save_decisions", "Library", "Save decisions about people…", lambda w: w.people.deciding.ask_export(), (), "library", words="export merges share colleagues"),
    ActionRow("take_decisions", "Library", "Take over decisions about people…", lambda w: w.people.deciding.ask_import(), (), "writable", words="import merges share colleagues"),
    ActionRow("print", "Library", "Print or save a picture…", lambda w: w.printing.ask(), ("Ctrl+P",), "library", (LIST, TEXT), words="pdf svg png image chart"),
    ActionRow("close_library", "Library", "Close library", lambda w: w.libraries.close(), ("Ctrl+W",), "library", begins_group=True),
    ActionRow("close_window", "Library", "Close window", lambda w: w.close(), ("Ctrl+Shift+W",)),
    ActionRow("quit", "Library", "Quit", lambda w: w.quit_wanted(), ("Ctrl+Q",)),
    ActionRow("undo", "Edit", "Undo", lambda w: w.steps.undo(), ("Ctrl+Z",), "undo", named=lambda w: w.steps.undo_says, begins_group=True),
    ActionRow("redo", "Edit", "Redo", lambda w: w.steps.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", named=lambda w: w.steps.redo_says),
    ActionRow("find", "Edit", "Search", lambda w: w.filter_bar.focus(), ("Ctrl+F", "/"), "library"),
    ActionRow("clear", "Edit", "Clear the search", lambda w: w.state.clear(), ("Ctrl+Shift+F",), "library"),
    ActionRow("save_search", "Edit", "Save this search", lambda w: w.commands.save_search(), ("Ctrl+S",), "writable", words="keep query"),
    ActionRow("rename_search", "Edit", "Rename the saved search", lambda w: w.search_pane.list.rename(), (), "saved_search", (SEARCH,)),
    ActionRow("delete_search", "Edit", "Delete the saved search", lambda w: w.search_pane.list.delete(), (), "saved_search", (SEARCH,)),
    ActionRow("copy_search", "Edit", "Copy the search as text", lambda w: w.commands.copy_search(), ("Ctrl+Shift+C",), "library", words="query"),
    ActionRow("copy_link", "Edit", "Copy the search as a line to send", lambda w: w.commands.copy_link(), (), "library", words="link url dateline"),
    ActionRow("step_out", "Edit", "Back out one step", lambda w: w.commands.step_out(), ("Esc",)),
    ActionRow("copy", "Edit", "Copy rows", lambda w: w.list.copy(), ("Ctrl+C",), "selection", (LIST,), reading=True, begins_group=True),
    ActionRow("select_all", "Edit", "Select all rows", lambda w: w.list.selectAll(), ("Ctrl+A",), "library", (LIST,), reading=True),
    ActionRow("palette", "Edit", "Command palette…", lambda w: w.palette_box.open(), ("Ctrl+K",), begins_group=True),
    ActionRow("settings", "Edit", "Settings…", lambda w: w.commands.show_settings(), ("Ctrl+,",), words="preferences options keys shortcuts theme"),
    ActionRow("calendar", "View", "Calendar and facets", lambda w: w.toggle_pane("left"), ("Ctrl+1",), checkable=True, checked=lambda w: w.pane_shown("left")),
    ActionRow("article_pane", "View", "Article", lambda w: w.toggle_pane("article"), ("Ctrl+2",), checkable=True, checked=lambda w: w.pane_shown("article")),
    ActionRow("timeline", "View", "Timeline", lambda w: w.toggle_pane("timeline"), ("Ctrl+3",), checkable=True, checked=lambda w: w.pane_shown("timeline")),
    ActionRow("ledger", "View", "Changes…", lambda w: w.commands.show_ledger(), ("Ctrl+4",), "library", words="ledger edited deleted variant versions"),
    ActionRow("columns", "View", "Columns…", lambda w: w.list.choose_columns(), ("Ctrl+Shift+L",), begins_group=True),
    ActionRow("compact", "View", "Compact rows", lambda w: w.commands.toggle_density(), (), checkable=True, checked=lambda w: not w.appearance.comfortable),
    ActionRow("juche", "View", "Juche years", lambda w: w.commands.toggle_juche(), ("Ctrl+J",), checkable=True, checked=lambda w: w.calendar.show_juche),
    ActionRow("larger", "View", "Larger text", lambda w: w.appearance.resize_text(w.appearance.text_size + 1), ("Ctrl++", "Ctrl+="), begins_group=True),
    ActionRow("smaller", "View", "Smaller text", lambda w: w.appearance.resize_text(w.appearance.text_size - 1), ("Ctrl+-",)),
    ActionRow("usual_size", "View", "Usual text size", lambda w: w.appearance.resize_text(15), ("Ctrl+0",)),
    ActionRow("sans", "View", "Read in sans serif", lambda w: w.appearance.set_serif(serif=not w.appearance.serif), (), checkable=True, checked=lambda w: not w.appearance.serif),
    ActionRow("theme_system", "View", "Colours: as the system", lambda w: w.commands.choose_theme("system"), (), checkable=True, checked=lambda w: w.appearance.wish == "system", begins_group=True),
    ActionRow("theme_light", "View", "Colours: light", lambda w: w.commands.choose_theme("light"), (), checkable=True, checked=lambda w: w.appearance.wish == "light"),
    ActionRow("theme_dark", "View", "Colours: dark", lambda w: w.commands.choose_theme("dark"), (), checkable=True, checked=lambda w: w.appearance.wish == "dark"),
    ActionRow("theme_contrast", "View", "Colours: high contrast", lambda w: w.commands.choose_theme("contrast-light"), (), checkable=True, checked=lambda w: w.appearance.wish == "contrast-light"),
    ActionRow("theme_contrast_dark", "View", "Colours: high contrast, dark", lambda w: w.commands.choose_theme("contrast-dark"), (), checkable=True, checked=lambda w: w.appearance.wish == "contrast-dark"),
    ActionRow("english", "View", "Language: English", lambda w: w.choose_language("en"), (), checkable=True, checked=lambda w: w.speaks("en"), begins_group=True),
    ActionRow("korean", "View", "Language: 한국어", lambda w: w.choose_language("ko"), (), checkable=True, checked=lambda w: w.speaks("ko"), words="korean"),
    ActionRow("refresh", "View", "Refresh", lambda w: w.state.refresh(), ("F5",), "library", begins_group=True),
    ActionRow("back", "Go", "Back", lambda w: w.state.back(), ("Alt+Left",), "back"),
    ActionRow("forward", "Go", "Forward", lambda w: w.state.forward(), ("Alt+Right",), "forward"),
    ActionRow("earlier", "Go", "Earlier searches…", lambda w: w.palette_box.open("earlier"), ("Ctrl+H",), "library", words="history"),
    ActionRow("saved", "Go", "Saved searches…", lambda w: w.palette_box.open("saved"), ("Ctrl+Shift+S",), "library"),
    ActionRow("to_person", "Go", "A person…", lambda w: w.palette_box.open("person"), ("Ctrl+Shift+P",), "library", words="people who page"),
    ActionRow("next", "Go", "Next dispatch", lambda w: w.list.step(1), ("J",), "library", reading=True, begins_group=True),
    ActionRow("previous", "Go", "Previous dispatch", lambda w: w.list.step(-1), ("K",), "library", reading=True),
    ActionRow("next_change", "Go", "Next change", lambda w: w.article.step_change(1), ("F7",), "article"),
    ActionRow("previous_change", "Go", "Previous change", lambda w: w.article.step_change(-1), ("Shift+F7",), "article"),
    ActionRow("read_on", "Go", "Read on", lambda w: w.commands.read_on(1), ("Space",), "library", reading=True),
    ActionRow("read_back", "Go", "Read back", lambda w: w.commands.read_on(-1), ("Shift+Space",), "library", reading=True),
    ActionRow("next_pane", "Go", "Next pane", lambda w: w.commands.next_pane(1), ("F6",), begins_group=True),
    ActionRow("previous_pane", "Go", "Previous pane", lambda w: w.commands.next_pane(-1), ("Shift+F6",)),
    ActionRow("to_list", "Go", "To the list", lambda w: w.list.setFocus(), ("Ctrl+L",), "library"),
    ActionRow("to_calendar", "Go", "To the calendar", lambda w: w.calendar.grid.setFocus(), ("Ctrl+D",), "library"),
    ActionRow("show_bin", "Go", "The bin", lambda w: w.marks.show_bin(), (), "library", checkable=True, checked=lambda w: w.marks.shows_bin, words="deleted trash"),
    ActionRow("whole_time", "Go", "All dates", lambda w: w.state.widen_dates(), ("Ctrl+Shift+D",), "library"),
    ActionRow("star", "Article", "Star", lambda w: w.marks.toggle_star(), ("S",), "change", (LIST, TEXT), reading=True, words="favourite"),
    ActionRow("tag", "Article", "Tag…", lambda w: w.marks.tag(), ("T",), "change", (LIST, TEXT), reading=True, words="label colour"),
    ActionRow("collect", "Article", "Collect…", lambda w: w.marks.tag(Shelf.COLLECTION), ("C",), "change", (LIST, TEXT), reading=True, words="collection folder set"),
    ActionRow("mark_read", "Article", "Mark as read or unread", lambda w: w.marks.toggle_read(), ("M",), "change", (LIST,), reading=True),
    ActionRow("bin", "Article", "To the bin, or out of it", lambda w: w.marks.delete(), ("Del",), "change", (LIST,), reading=True, words="delete remove restore trash"),
    ActionRow("purge", "Article", "Purge for ever…", lambda w: w.marks.purge(), (), "binned", (LIST,), words="delete remove"),
    ActionRow("read_on_opening", "Article", "Opening a dispatch marks it as read", lambda w: w.marks.toggle_reading(), (), checkable=True, checked=lambda w: w.habits.reads_on_opening),
    ActionRow("this_day", "Article", "Only this day", lambda w: w.commands.only_this_day(), (), "article", (LIST,)),
    ActionRow("this_outlet", "Article", "Only this outlet", lambda w: w.commands.only_this_outlet(), (), "article", (LIST,)),
    ActionRow("this_person", "Article", "Dispatches with this person", lambda w: w.commands.only_this_person(), ("Ctrl+Return",), "person", (PERSON,), begins_group=True),
    ActionRow("not_this_person", "Article", "Dispatches without this person", lambda w: w.commands.without_this_person(), (), "person", (PERSON,)),
    ActionRow("person_page", "Article", "Page of the person", lambda w: w.people.open_chosen(), ("F4",), "library", (PERSON, TEXT, FACET), words="who biography career homonym"),
    ActionRow("same_person", "Article", "The same person as…", lambda w: w.people.then(w.people.deciding.choose_same), (), "writable", (PERSON, FACET), words="merge join people identity not the same"),
    ActionRow("part_person", "Article", "Two people in one…", lambda w: w.people.then(w.people.deciding.ask_part), (), "writable", (PERSON, FACET), words="split part homonym people"),
    ActionRow("edit_row", "Article", "Correct this row", lambda w: w.rows.edit(), ("F2",), "row", (PERSON,), begins_group=True, words="name title role edit"),
    ActionRow("row_side", "Article", "Side of this row…", lambda w: w.rows.set_side(), (), "row", (PERSON,)),
    ActionRow("confirm_row", "Article", "Confirm this row", lambda w: w.rows.confirm(), ("V",), "row", (PERSON,), reading=True, words="verify checked"),
    ActionRow("confirm_all", "Article", "Confirm all rows", lambda w: w.rows.confirm_all(), ("Shift+V",), "rows", (PERSON,), reading=True, words="verify"),
    ActionRow("remove_row", "Article", "Remove this row", lambda w: w.rows.remove(), (), "row", (PERSON,), words="delete participant"),
    ActionRow("row_up", "Article", "Move this row up", lambda w: w.rows.move(-1), ("Alt+Up",), "row", (PERSON,)),
    ActionRow("row_down", "Article", "Move this row down", lambda w: w.rows.move(1), ("Alt+Down",), "row", (PERSON,)),
    ActionRow("note", "Article", "Write a note", lambda w: w.rows.note(), ("N",), "rows", (LIST, TEXT), reading=True, words="passage comment annotate"),
    ActionRow("make_row", "Article", "Make the marked words a participant…", lambda w: w.rows.make(), ("P",), "marked", (TEXT,), reading=True, words="add person roster"),
    ActionRow("event", "Article", "Correct the event…", lambda w: w.rows.correct_event(), ("E",), "rows", (TEXT, PERSON), reading=True, words="kind days date place"),
    ActionRow("why", "Article", "Why is this row here?", lambda w: w.rows.why(), (), "person", (PERSON,), words="rule certainty sentence"),
    ActionRow("astray", "Article", "Corrections to look at…", lambda w: w.rows.show_astray(), (), "library", words="astray lost place"),
    ActionRow("original", "Article", "Show the original", lambda w: w.article.show_tab("original"), ("Ctrl+U",), "article", (LIST, TEXT), begins_group=True),
    ActionRow("text", "Article", "Show the text", lambda w: w.article.show_tab("text"), ("Ctrl+T",), "article"),
    ActionRow("copy_citation", "Article", "Copy a citation", lambda w: w.commands.copy_citation(), ("Ctrl+Shift+K",), "article", (LIST, TEXT), begins_group=True),
    ActionRow("copy_text", "Article", "Copy the whole text", lambda w: w.commands.copy_text(), (), "article", (TEXT,)),
    ActionRow("manual", "Help", "Manual", lambda w: w.commands.show_manual(), ("Ctrl+F1",), words="help guide"),
    ActionRow("shortcuts", "Help", "Keyboard shortcuts", lambda w: w.commands.show_shortcuts(), ("F1",)),
    ActionRow("report", "Help", "Copy versions for a bug report", lambda w: w.commands.copy_versions()),
    ActionRow("about", "Help", "About Dateline", lambda w: w.commands.about(), ()),
)  # fmt: skip
