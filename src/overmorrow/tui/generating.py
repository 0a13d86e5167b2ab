"""The jobs that make a deck from an article, each on a connection of its own, off the screen."""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.clock import local_time
from overmorrow.errors import OvermorrowError
from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.generation.article import Article
    from overmorrow.generation.maker import Maker
    from overmorrow.jobs.drafts import Draft
    from overmorrow.jobs.generate_deck import Written
    from overmorrow.jobs.language_tools import Tool
    from overmorrow.jobs.making_apart import MakingApart
    from overmorrow.jobs.offers import Offers
    from overmorrow.jobs.reading_article import ArticleText


class Corrections(NamedTuple):
    """What the learner says about an article; None goes by what is found in it."""

    title: str | None = None
    day: date | None = None
    author: str | None = None
    lang: str = ""


class LeftDraft(NamedTuple):
    """Work on an article that was left."""

    draft: "Draft"
    when: str
    """When it was left, by the wall clock."""


class Generating:
    """Reads, proposes and writes; every call opens the collection for itself, in any thread."""

    def __init__(self, options: TuiOptions) -> None:
        """Remember which collection.

        Args:
            options: Where it is, and how it is opened.
        """
        self._options = options
        self._apart: MakingApart | None = None

    def get_ready(self) -> None:
        """Load what the first article needs, while the learner still looks for it."""
        import_module("overmorrow.jobs.generate_deck")
        import_module("overmorrow.tui.screens.generate_review")
        from overmorrow.jobs.language_tools import standard_makers

        standard_makers()

    def open(self, path: str) -> "ArticleText":
        """Read an article's file.

        Raises:
            FileError: No cards can be made of it.
        """
        from overmorrow.jobs.reading_article import article_file

        return article_file(path)

    def read(self, text: str, name: str, corrections: Corrections) -> "Article":
        """Find an article's sentences, and what is known of it.

        Raises:
            FileError: No cards can be made of it.
        """
        from overmorrow.generation.article import read_article
        from overmorrow.jobs.reading_article import checked_text

        return read_article(
            checked_text(text, name).text,
            lang=corrections.lang,
            title=corrections.title,
            author=corrections.author,
            day=corrections.day,
        )

    def offers(self, article: "Article") -> "Offers":
        """Return what the makers that are always there propose.

        Raises:
            DatabaseError: The collection cannot be read.
        """
        from overmorrow.jobs.language_tools import standard_makers

        return self._offers(article, standard_makers())

    def has_better_tools(self, article: "Article") -> bool:
        """Return whether better makers are installed for a language of the article."""
        from overmorrow.jobs.language_tools import TOOLS, is_installed

        langs = {sentence.lang for sentence in article.sentences()}
        return any(is_installed(tool) for tool in TOOLS if tool.lang in langs)

    def better_offers(self, article: "Article") -> "Offers | None":
        """Return what the best makers of this machine propose; loading them takes seconds.

        They work in a process of their own, so that no key waits for them; None when
        `stop` ended it.

        Raises:
            OvermorrowError: They cannot be used, or the collection cannot be read.
            OSError: They cannot be used, in the words of the tool.
        """
        from overmorrow.jobs.making_apart import MakingApart

        self._apart = MakingApart(article)
        makers = self._apart.makers()
        return self._offers(article, makers) if makers else None

    def stop(self) -> None:
        """Wait for the best makers no longer."""
        if self._apart is not None:
            self._apart.stop()

    def missing_tool(self, lang: str) -> "Tool | None":
        """Return the tool that would make better cards of a language, if it is not there."""
        from overmorrow.jobs.language_tools import missing_tool

        return missing_tool(lang)

    def _offers(self, article: "Article", makers: "list[Maker]") -> "Offers":
        from overmorrow.jobs.generate_deck import make_offers

        with connection(self._options) as database:
            return make_offers(database, article, makers)

    def latest_draft(self) -> "LeftDraft | None":
        """Return the work that was left last; None if there is none, or it cannot be read."""
        from overmorrow.jobs.drafts import latest_draft

        try:
            with connection(self._options) as database:
                draft = latest_draft(database)
        except OvermorrowError:
            return None
        if draft is None:
            return None
        moment = self._options.clock()._replace(wall_ms=draft.wall_ms)
        return LeftDraft(draft, local_time(moment)[:16].replace("T", " "))

    def keep(self, offers: "Offers") -> None:
        """Keep what was decided so far.

        Raises:
            DatabaseError: It could not be written.
        """
        from overmorrow.jobs.drafts import keep_draft

        with connection(self._options) as database:
            keep_draft(database, offers, self._options.clock())

    def usual_name(self, article: "Article", file_name: str) -> str:
        """Return what an article's deck is called unless the learner says otherwise.

        Args:
            article: The article.
            file_name: What the deck could be called by the article's file.
        """
        from overmorrow.jobs.generated_file import usual_deck_name

        try:
            with connection(self._options) as database:
                return usual_deck_name(database, article, file_name)
        except OvermorrowError:
            return file_name

    def write(self, offers: "Offers", deck: str) -> "Written":
        """Write the accepted proposals to a deck and its file, as one step.

        Raises:
            OvermorrowError: It could not be written; nothing was.
        """
        from overmorrow.jobs.generate_deck import write_deck

        with connection(self._options) as database:
            return write_deck(database, offers, deck, self._options.clock())

    def take_back(self, batch_id: int) -> None:
        """Take a written deck back, its file too.

        Raises:
            OvermorrowError: It could not be taken back; nothing was.
        """
        from overmorrow.jobs.maintain import imports, take_import_back

        with connection(self._options) as database:
            batch = next((each for each in imports(database) if each.batch_id == batch_id), None)
            if batch:
                take_import_back(database, batch, self._options.clock)
