"""A screen on which what was found out about an article can be corrected."""

from overmorrow.generation.dateline import day_in
from overmorrow.tui.generating import Corrections, Generating
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.screens.choosing_article import ChoosingArticle
from overmorrow.tui.widgets.line_box import LineBox


class CorrectingArticle(ChoosingArticle):
    """Has a box for the title, the day or the author; the cards are made anew with them."""

    def __init__(self, generating: Generating, manner: Manner) -> None:
        """Go by what is found in the article.

        Args:
            generating: Reads.
            manner: Language, keys and looks.
        """
        super().__init__(generating, manner)
        self.line = LineBox("line")
        self.field = "title"
        """What is written in the box."""

    def take_written(self) -> None:
        """Read what is written, if that has not happened yet."""
        raise NotImplementedError

    def action_change_field(self, field: str) -> None:
        """Open the box for the title, the day or the author."""
        self.take_written()
        article = self.article
        if article is None:
            self.tell(self.manner.say("generate_screen.no_field_yet"))
            return
        self.is_eager = False
        self.field = field
        day = article.day.isoformat() if article.day else ""
        known = {"title": article.title, "author": article.author, "day": day}
        self.put_hint(self.line, f"generate_screen.{field}_how")
        self.line.write(known[field])
        self.go_to(Place.GENERATE_FIELD)

    def action_take_field(self) -> None:
        """Read the article with what was written."""
        if not self.allows_enter():
            return
        written = " ".join(self.line.value.split())
        corrections = self.corrections
        if self.field == "day":
            day = day_in(written)
            if written and day is None:
                self.tell(self.manner.say("generate_screen.no_such_day", text=written))
                return
            corrections = corrections._replace(day=day)
        elif self.field == "title":
            corrections = corrections._replace(title=written)
        else:
            corrections = corrections._replace(author=written)
        self._correct(corrections)
        self.go_to(Place.GENERATE_ABOUT)

    def action_leave_field(self) -> None:
        """Leave it as it was."""
        self.go_to(Place.GENERATE_ABOUT)

    def action_change_language(self) -> None:
        """Read the article as the other language, or as it was found."""
        if self.article is None:
            self.tell(self.manner.say("generate_screen.no_field_yet"))
            return
        other = "en" if self.article.lang == "ko" else "ko"
        self._correct(self.corrections._replace(lang="" if self.corrections.lang else other))
        self.go_to(Place.GENERATE_ABOUT)

    def _correct(self, corrections: Corrections) -> None:
        if corrections != self.corrections:
            self.corrections = corrections
            self.read()
