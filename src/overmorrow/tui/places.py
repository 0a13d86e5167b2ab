"""Where on the screens the learner is; it decides which commands are live."""

from enum import Enum


class Place(Enum):
    """One place, with its own live commands."""

    ASK = "ask"
    """The answer box has the keyboard."""
    LONG = "long"
    """A box of several lines has it."""
    CHOICE = "choice"
    THINK = "think"
    """The answer is thought of, and then looked at."""
    COMMANDS = "commands"
    """The box is set aside for one command."""
    JUDGED = "judged"
    POINTS = "points"
    """A long answer's points are confirmed one by one."""
    SELF = "self"
    """Judged by the learner alone."""
    DRILL = "drill"
    """Judged in a drill."""
    OVERRULE = "overrule"
    SAID_WRONG = "said_wrong"
    """Judged, and the learner says it was wrong: it may be wrong for ever."""
    RETYPE = "retype"
    """The answer is typed once more, for practice."""
    LEECH = "leech"
    """What to do with a card that is forgotten again and again is asked."""
    FLAG = "flag"
    """A digit is awaited."""
    HOME = "home"
    FIRST = "first"
    DONE = "done"
    BACKLOG = "backlog"
    DECK_OPTIONS = "deck_options"
    DECK_NAME = "deck_name"
    """The box for the name of a deck has the keyboard."""
    EXPORT = "export"
    """The box for the file that a deck is written to has the keyboard."""
    REMOVED = "removed"
    """The decks that were removed are listed."""
    CARD_MENU = "card_menu"
    """What is done with the card that is studied is chosen."""
    CARD_FIELD = "card_field"
    """A box asks for its tags, or for its deck."""
    MERGE = "merge"
    """The box for another machine's file has the keyboard."""
    SUMMARY = "summary"
    PAIR = "pair"
    """Two cards that were mixed up stand side by side."""
    STATISTICS = "statistics"
    STATISTICS_DAYS = "statistics_days"
    """The arrows move from day to day."""
    STATISTICS_DECK = "statistics_deck"
    """The box for a deck's name has the keyboard."""
    INFO = "info"
    HELP = "help"
    HELP_FIND = "help_find"
    """The box that finds a key has the keyboard."""
    IMPORT_PATH = "import_path"
    """The box for a file's name has the keyboard."""
    IMPORT_READ = "import_read"
    """How the file was understood can be changed."""
    IMPORT_COLUMNS = "import_columns"
    """The roles of a table's columns are being changed."""
    IMPORT_DECK = "import_deck"
    """The box for a deck's name has the keyboard."""
    IMPORT_PLAN = "import_plan"
    IMPORT_CARDS = "import_cards"
    """One line of the plan is opened."""
    IMPORT_DOUBT = "import_doubt"
    """Whether a card was edited or is new is asked."""
    IMPORT_RUN = "import_run"
    IMPORT_DONE = "import_done"
    GENERATE_DRAFT = "generate_draft"
    """Work on an article that was left is offered."""
    GENERATE_TEXT = "generate_text"
    """The box for an article has the keyboard."""
    GENERATE_ABOUT = "generate_about"
    """What was found out about the article can be changed."""
    GENERATE_FIELD = "generate_field"
    """One such thing is being written."""
    GENERATE_PATH = "generate_path"
    """The box for an article's file has the keyboard."""
    GENERATE_REVIEW = "generate_review"
    GENERATE_EDIT = "generate_edit"
    """A proposal's words are being changed."""
    GENERATE_SCORE = "generate_score"
    """From which score on all are accepted is asked."""
    GENERATE_LIKE = "generate_like"
    """A proposal stands beside a card that is like it."""
    GENERATE_NAME = "generate_name"
    """The box for the deck's name has the keyboard."""
    GENERATE_BUSY = "generate_busy"
    """The deck is being written, or taken back."""
    GENERATE_DONE = "generate_done"
    SOURCE = "source"
    PALETTE = "palette"
    """The list of all commands lies over the screen."""
    SETTINGS = "settings"
    SETTINGS_FIND = "settings_find"
    """The box that finds a setting has the keyboard."""
    SETTINGS_VALUE = "settings_value"
    """A setting's value is being written."""
    EDIT = "edit"
    """A box of a note has the keyboard."""
    EDIT_KIND = "edit_kind"
    """The kind of its answer is being chosen."""
    EDIT_EARLIER = "edit_earlier"
    """Its earlier texts are looked at."""
    EDIT_CHANGED = "edit_changed"
    """Its deck's file was changed by somebody else."""
    ADD = "add"
    """A box of a new note has the keyboard."""
    ADD_KIND = "add_kind"
    BROWSE_SEARCH = "browse_search"
    """The box for what is searched has the keyboard."""
    BROWSE_ROWS = "browse_rows"
    BROWSE_MENU = "browse_menu"
    """What is done to the picked cards is chosen."""
    BROWSE_STUDY = "browse_study"
    """How the found cards are studied is chosen."""
    BROWSE_SAVED = "browse_saved"
    """The box for a search's name has the keyboard, above the saved ones."""
    BROWSE_FIELD = "browse_field"
    """A box asks for tags, a deck or a day."""
    BROWSE_REPLACE = "browse_replace"
    """The boxes for what is replaced have the keyboard."""
    BROWSE_CHANGES = "browse_changes"
    """Each change is shown before it is made."""


WRITING = frozenset(
    {
        Place.ASK,
        Place.LONG,
        Place.RETYPE,
        Place.DECK_NAME,
        Place.EXPORT,
        Place.MERGE,
        Place.STATISTICS_DECK,
        Place.HELP_FIND,
        Place.IMPORT_PATH,
        Place.IMPORT_DECK,
        Place.GENERATE_TEXT,
        Place.GENERATE_FIELD,
        Place.GENERATE_PATH,
        Place.GENERATE_EDIT,
        Place.GENERATE_NAME,
        Place.PALETTE,
        Place.SETTINGS_FIND,
        Place.SETTINGS_VALUE,
        Place.EDIT,
        Place.ADD,
        Place.CARD_FIELD,
        Place.BROWSE_SEARCH,
        Place.BROWSE_SAVED,
        Place.BROWSE_FIELD,
        Place.BROWSE_REPLACE,
    }
)
"""Where a box has the keyboard: letters and signs are text, and commands want Alt or Esc before."""
