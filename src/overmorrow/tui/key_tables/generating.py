"""Keys while a deck is made from an article."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_ARTICLE = (Place.GENERATE_TEXT, Place.GENERATE_ABOUT)

TABLE: tuple[Command, ...] = (
    command("complete", "tab", [Place.GENERATE_PATH]),
    command("move_offer(-1)", "up", [Place.GENERATE_PATH], shown="↑ ↓", message="move_offer"),
    command("move_offer(1)", "down", [Place.GENERATE_PATH], shown="↑ ↓", message="move_offer"),
    command("continue_draft", "enter", [Place.GENERATE_DRAFT]),
    command("new_text", "tab", [Place.GENERATE_DRAFT], "n"),
    command("make_cards", "ctrl+s", [Place.GENERATE_TEXT]),
    command("make_cards", "enter ctrl+s", [Place.GENERATE_ABOUT]),
    command("open_file", "ctrl+o", [Place.GENERATE_DRAFT, *_ARTICLE]),
    command("set_aside", "escape", [Place.GENERATE_TEXT]),
    command("write_text", "tab", [Place.GENERATE_ABOUT]),
    command("change_field('title')", "", _ARTICLE, "t", message="change_title"),
    command("change_field('day')", "", _ARTICLE, "d", message="change_day"),
    command("change_field('author')", "", _ARTICLE, "a", message="change_author"),
    command("change_language", "", _ARTICLE, "l"),
    command("take_field", "enter", [Place.GENERATE_FIELD]),
    command("leave_field", "escape", [Place.GENERATE_FIELD], message="keep"),
    command("read_article", "enter", [Place.GENERATE_PATH], message="read_files"),
    command("leave_path", "escape", [Place.GENERATE_PATH], message="previous"),
    command(
        "leave_generate",
        "escape",
        [Place.GENERATE_DRAFT, Place.GENERATE_ABOUT, Place.GENERATE_DONE],
    ),
    command(
        "take_offer",
        "enter",
        [Place.GENERATE_REVIEW],
        shown="Enter → a ㅁ",
        message="accept_offer",
    ),
    command("accept_offer", "right", [Place.GENERATE_REVIEW], "a"),
    command("drop_offer", "left", [Place.GENERATE_REVIEW], "x"),
    command("edit_offer", "f2", [Place.GENERATE_REVIEW], "e"),
    command("other_form", "", [Place.GENERATE_REVIEW], "s"),
    command("compare", "=", [Place.GENERATE_REVIEW]),
    command("merge", "", [Place.GENERATE_REVIEW, Place.GENERATE_LIKE], "m"),
    command("accept_from", "+", [Place.GENERATE_REVIEW]),
    command("filter", "", [Place.GENERATE_REVIEW], "f"),
    command("undo", "f9", [Place.GENERATE_REVIEW, Place.GENERATE_DONE], "u"),
    command("write_deck", "ctrl+s", [Place.GENERATE_REVIEW], "w"),
    command(
        "move_proposal(-1)", "up", [Place.GENERATE_REVIEW], shown="↑ ↓", message="move_proposal"
    ),
    command(
        "move_proposal(1)", "down", [Place.GENERATE_REVIEW], shown="↑ ↓", message="move_proposal"
    ),
    command(
        "page_proposals(-1)",
        "pageup",
        [Place.GENERATE_REVIEW],
        shown="PgUp PgDn",
        message="page_proposals",
    ),
    command(
        "page_proposals(1)",
        "pagedown",
        [Place.GENERATE_REVIEW],
        shown="PgUp PgDn",
        message="page_proposals",
    ),
    command("previous", "backspace", [Place.GENERATE_REVIEW]),
    command("leave_review", "escape", [Place.GENERATE_REVIEW]),
    command("save_edit", "ctrl+s", [Place.GENERATE_EDIT]),
    command("next_box(1)", "tab down", [Place.GENERATE_EDIT], shown="Tab ↑ ↓", message="next_box"),
    command(
        "next_box(-1)", "shift+tab up", [Place.GENERATE_EDIT], shown="Tab ↑ ↓", message="next_box"
    ),
    command("leave_edit", "escape", [Place.GENERATE_EDIT], message="keep"),
    command("move_score(-1)", "left", [Place.GENERATE_SCORE], shown="← →", message="move_score"),
    command("move_score(1)", "right", [Place.GENERATE_SCORE], shown="← →", message="move_score"),
    command("take_score", "enter", [Place.GENERATE_SCORE]),
    command("leave_score", "escape", [Place.GENERATE_SCORE], message="keep"),
    command("leave_like", "escape enter =", [Place.GENERATE_LIKE], message="close"),
    command("take_name", "enter", [Place.GENERATE_NAME]),
    command("leave_name", "escape", [Place.GENERATE_NAME], message="previous"),
    command("study_generated", "enter", [Place.GENERATE_DONE], message="study_imported"),
)
