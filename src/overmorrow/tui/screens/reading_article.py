"""A screen that has an article read and its cards counted in a thread."""

from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.tui.generating import Corrections, Generating
from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.reading import Reading

if TYPE_CHECKING:
    from overmorrow.generation.article import Article
    from overmorrow.jobs.offers import Offers
    from overmorrow.jobs.reading_article import ArticleText


class ReadingArticle(Reading):
    """Reads an article anew whenever its text, or what is said of it, changes."""

    class HasOpened(Message):
        """Posted by the thread that opens a file."""

        def __init__(self, turn: int, opened: "ArticleText") -> None:
            """Say what stands in it."""
            super().__init__()
            self.turn = turn
            self.opened = opened

    class HasRead(Message):
        """Posted by the thread that reads, when the sentences are found."""

        def __init__(self, turn: int, article: "Article") -> None:
            """Say what was found out."""
            super().__init__()
            self.turn = turn
            self.article = article

    class HasOffers(Message):
        """Posted by the thread that reads, when the cards are made."""

        def __init__(self, turn: int, offers: "Offers") -> None:
            """Say what the article offers."""
            super().__init__()
            self.turn = turn
            self.offers = offers

    class HasFailed(Message):
        """Posted by the thread that opens or reads."""

        def __init__(self, turn: int, error: OvermorrowError) -> None:
            """Say why there are no cards."""
            super().__init__()
            self.turn = turn
            self.error = error

    def __init__(self, generating: Generating, manner: Manner) -> None:
        """Read nothing yet.

        Args:
            generating: Reads.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self.generating = generating
        self.text = ""
        self.file_name = ""
        """What the deck could be called by its file."""
        self.corrections = Corrections()
        self.article: Article | None = None
        self.offers: Offers | None = None
        """The cards of the article; None while they are made."""

    def has_opened(self) -> None:
        """Show the article that was read from a file."""
        raise NotImplementedError

    def go_on(self, offers: "Offers") -> None:
        """Leave for the cards."""
        raise NotImplementedError

    # in threads

    def open(self, path: str) -> None:
        """Read a file, then the article in it."""
        self._begin()
        self.run_worker(partial(self._open_now, self._turn, path), thread=True)

    def _open_now(self, turn: int, path: str) -> None:
        try:
            opened = self.generating.open(path)
        except OvermorrowError as error:
            self.post_message(self.HasFailed(turn, error))
        else:
            self.post_message(self.HasOpened(turn, opened))

    def read(self) -> None:
        """Read the text as it is now; what an earlier reading says is not heard any more."""
        self._begin()
        self.offers = None
        words = (self._turn, self.text, self.file_name, self.corrections)
        self.run_worker(partial(self._read_now, *words), thread=True)

    def _read_now(self, turn: int, text: str, name: str, corrections: Corrections) -> None:
        with self._one_at_a_time:
            if turn != self._turn:
                return
            try:
                article = self.generating.read(text, name, corrections)
                self.post_message(self.HasRead(turn, article))
                offers = self.generating.offers(article)
            except OvermorrowError as error:
                self.post_message(self.HasFailed(turn, error))
            else:
                self.post_message(self.HasOffers(turn, offers))

    def say_seconds(self, seconds: int) -> None:
        """Say that cards are made, where the learner waits for them."""
        if self.is_eager:
            key = "generate_screen.making_for" if seconds else "generate_screen.making"
            self.tell(self.manner.say(key, seconds=seconds))

    def stop_reading(self) -> None:
        """Wait no longer; the thread ends by itself, unheard."""
        super().stop_reading()
        self.is_eager = False

    # heard from threads

    def on_reading_article_has_opened(self, event: HasOpened) -> None:
        """Read the article of a file."""
        if event.turn == self._turn:
            self.text, self.file_name = event.opened.text, event.opened.name
            self.corrections = Corrections()
            self.article = None
            self.has_opened()
            self.read()

    def on_reading_article_has_read(self, event: HasRead) -> None:
        """Show what was found out."""
        if event.turn == self._turn:
            self.article = event.article
            self.draw()

    def on_reading_article_has_offers(self, event: HasOffers) -> None:
        """Show how many cards there are, or go on to them."""
        if event.turn != self._turn:
            return
        self._rest()
        self.offers = event.offers
        self.draw()
        if self.is_eager:
            self.is_eager = False
            self.go_on(event.offers)

    def on_reading_article_has_failed(self, event: HasFailed) -> None:
        """Say why no cards can be made."""
        if event.turn != self._turn:
            return
        was_wanted = self.is_eager or self.article is None
        self.stop_reading()
        self.article = None
        self.draw()
        if was_wanted:
            self.tell(self.manner.say(event.error.key, **event.error.values))
