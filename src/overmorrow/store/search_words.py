"""Conditions on what is written: the index tells which notes may fit, their words decide."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from overmorrow.cards.text import clean
from overmorrow.search.folding import bare, folded, without_marks
from overmorrow.search.grams import PROMPT_TOKENS, prompt_token, tokens_in
from overmorrow.search.pattern import Pattern
from overmorrow.search.query import (
    Field,
    NoAlias,
    Paragraph,
    Regex,
    SamePrompt,
    Words,
)
from overmorrow.search.regexes import safe_regex
from overmorrow.store.database import Row
from overmorrow.store.note_words import NoteWords, words_of
from overmorrow.store.search_index import TOKENS, VOCABULARY
from overmorrow.store.search_scope import Scope

_EASY, _LISTED, _READ, _WORKED_OUT = range(4)
_COLUMNS = "note.prompt, note.answer, note.details"
_LATIN = re.compile("[a-z]")
_MOST_BEHIND = 20_000
"""Where more notes than this have to be read as they are, the index is no help."""
_HITS = "SELECT rowid FROM note_index WHERE note_index MATCH ?"
_CHECKED_HITS = """
    SELECT note.id FROM note_index CROSS JOIN note ON note.id = note_index.rowid
    WHERE note_index MATCH ? AND ({sql})"""
_NOT_STALE = "AND note_index.rowid NOT IN (SELECT note_id FROM stale_note)"
_LATER = """
    UNION ALL SELECT note.id FROM note WHERE note.id > {reach} AND ({sql})
    UNION ALL SELECT note.id FROM stale_note CROSS JOIN note ON note.id = stale_note.note_id
              WHERE note.id <= {reach} AND ({sql})"""
_LITERAL = {
    Field.ANY: "instr({prompt}, ?) OR instr({answer}, ?)",
    Field.PROMPT: "instr({prompt}, ?)",
    Field.ANSWER: "instr({answer}, ?)",
}
"""Where a text stands as it is looked for, nothing has to be worked out."""
_PARAGRAPH = """
    card.note_id IN (SELECT note.id FROM note_source JOIN note ON note.uid = note_source.note_uid
                     WHERE note_source.paragraph = ?)"""
_TYPED = """
    SELECT DISTINCT typed FROM event WHERE typed IS NOT NULL AND typed <> ''
      AND {verdicts}"""
_WHO_TYPED = """
    card.uid IN (SELECT card_uid FROM event
                 WHERE {verdicts} AND typed IN (SELECT value FROM json_each(?))
                   AND id NOT IN (SELECT target FROM event WHERE target IS NOT NULL))"""
_ANY_VERDICT, _WRONG = "verdict IS NOT NULL", "verdict = 'WRONG' AND verdict <> 'CORRECT'"
_SHARED = f"SELECT term FROM {TOKENS} WHERE term >= ? AND term < ? AND doc > 1"
_ASKING = """
    SELECT note.id, note.uid, note.prompt
    FROM note_index CROSS JOIN note ON note.id = note_index.rowid
    WHERE note_index MATCH ? AND note.vanished = 0"""
_TOKENS_AT_ONCE = 100
_PROMPTS = "SELECT id, uid, prompt FROM note WHERE vanished = 0"
_ANSWERS = "SELECT answer, details FROM note WHERE vanished = 0"

Fits = Callable[[NoteWords], bool]
Found = tuple[str, tuple[object, ...], int, bool]
"""SQL, its values, what it costs, and whether it needs the note."""


class WordConditions:
    """Makes the conditions on words of one search; each has an SQL function of its own."""

    def __init__(self, scope: Scope) -> None:
        """Begin with no function.

        Args:
            scope: The collection on the day.
        """
        self._scope = scope
        self._functions = 0

    def of(  # noqa: PLR0911 - one case a kind
        self, term: Words | Regex | NoAlias | Paragraph | SamePrompt
    ) -> Found:
        """Return the condition of a term about words."""
        match term:
            case Words(field=Field.TYPED):
                return self._typed(_ANY_VERDICT, term.pattern)
            case Words(field=Field.CONFUSED):
                return self._confused(term.pattern)
            case Words(field=Field.SOURCE):
                return self._source(term.pattern)
            case Words(field=Field.ALIAS):
                return self._alias(term.pattern)
            case Words():
                return self._words(term)
            case Regex(source):
                return self._regex(source)
            case NoAlias():
                sql, values, cost, needs_note = self._alias(Pattern(()))
                return f"NOT ({sql})", values, cost, needs_note
            case Paragraph(number):
                return self._paragraph(number)
            case SamePrompt(text):
                return self._same_prompt(text)

    def _words(self, term: Words) -> Found:
        parts = _parts_of(term.field)
        is_in = term.pattern.is_in

        def fits(words: NoteWords) -> bool:
            return any(is_in(folded(text)) for text in parts(words))

        def fits_bare(words: NoteWords) -> bool:
            return any(is_in(without_marks(folded(text))) for text in parts(words))

        worked_out = f"{self._function(fits_bare if term.without_marks else fits)}({_COLUMNS})"
        if term.without_marks:
            return worked_out, (), _WORKED_OUT, True
        values: tuple[object, ...] = ()
        literal = term.pattern.literal
        if literal:
            form = "lower(note.{})" if _LATIN.search(literal) else "note.{}"
            sides = {side: form.format(side) for side in ("prompt", "answer")}
            shortcut = _LITERAL[term.field].format(**sides)
            values = (literal,) * shortcut.count("?")
            worked_out = f"{shortcut} OR {worked_out}"
        return self._shortened(term, worked_out, values)

    def _shortened(self, term: Words, sql: str, values: tuple[object, ...]) -> Found:
        """Let the index name the notes that fit, or may fit.

        Args:
            term: What is looked for.
            sql: What decides about a note.
            values: Its values.
        """
        at = self._scope.index
        runs = [tokens_in(run) for run in term.pattern.runs()]
        if not runs or at.behind > _MOST_BEHIND or not at.note_id:
            return sql, values, _WORKED_OUT, True
        is_sure = term.field is Field.ANY and len(term.pattern.parts) == 1 and runs[0][1]
        match = _match(set[str]().union(*(tokens for tokens, _ in runs)))
        found, told = (_HITS, (match,)) if is_sure else (_CHECKED_HITS, (match, *values))
        if not at.is_whole:
            found += f" {_NOT_STALE} {_LATER.replace('{reach}', str(at.note_id))}"
            told += values * 2
        return f"card.note_id IN ({found.replace('{sql}', sql)})", told, _LISTED, False

    def _function(self, fits: Fits) -> str:
        """Give the connection a function that says whether a note fits; return its name."""

        def called(prompt: str, answer: str, details: str) -> bool:
            return fits(words_of(prompt, answer, details))

        return self._named(called, 3)

    def _named(self, called: Callable[..., bool], arguments: int) -> str:
        name = f"search_{self._functions}"
        self._functions += 1
        connection = self._scope.database.connection
        connection.create_function(name, arguments, called, deterministic=True)
        return name

    def _alias(self, pattern: Pattern) -> Found:
        import json

        def fits(details: str, learned: str | None) -> bool:
            names = words_of("", "", details).aliases
            if learned:
                names += tuple(json.loads(learned))
            return any(pattern.is_in(folded(name)) for name in names)

        named = self._named(fits, 2)
        sql = (
            "(note.details <> '{}' OR card.learned_answers IS NOT NULL)"
            f" AND {named}(note.details, card.learned_answers)"
        )
        return sql, (), _WORKED_OUT, True

    def _source(self, pattern: Pattern) -> Found:
        rows = self._scope.database.rows("SELECT id, source FROM deck WHERE source <> ''")
        decks = ", ".join(str(deck_id) for deck_id, source in rows if pattern.is_in(folded(source)))

        def fits(words: NoteWords) -> bool:
            return bool(words.source) and pattern.is_in(folded(words.source))

        noted = f"instr(note.details, '\"source\"') AND {self._function(fits)}({_COLUMNS})"
        return f"note.deck_id IN ({decks}) OR {noted}", (), _WORKED_OUT, True

    def _paragraph(self, number: int) -> Found:
        named = re.compile(rf"\bp{number}\b")

        def fits(words: NoteWords) -> bool:
            return bool(named.search(words.source))

        noted = f"instr(note.details, '\"source\"') AND {self._function(fits)}({_COLUMNS})"
        return f"{_PARAGRAPH} OR {noted}", (number,), _WORKED_OUT, True

    def _regex(self, source: str) -> Found:
        expression = safe_regex(source)

        def fits(words: NoteWords) -> bool:
            texts = (unicodedata.normalize("NFC", text) for text in words.all())
            return any(expression.is_in(text) for text in texts)

        return f"{self._function(fits)}({_COLUMNS})", (), _WORKED_OUT, True

    def _typed(self, verdicts: str, pattern: Pattern) -> Found:
        import json

        rows = self._scope.database.each(_TYPED.format(verdicts=verdicts))
        texts = [typed for (typed,) in rows if pattern.is_in(folded(clean(typed)))]
        sql = _WHO_TYPED.format(verdicts=verdicts)
        return sql, (json.dumps(texts, ensure_ascii=False),), _LISTED, False

    def _confused(self, pattern: Pattern) -> Found:
        """Return the condition on wrong answers that are the answer of another note."""
        import json

        database = self._scope.database
        typed = {text: bare(text) for (text,) in database.rows(_TYPED.format(verdicts=_WRONG))}
        wrong = {key for key in typed.values() if key}
        answers: set[str] = set()
        for answer, details in database.each(_ANSWERS) if wrong else ():
            names = (answer, *words_of("", "", details).aliases) if details != "{}" else (answer,)
            answers.update(key for key in map(bare, names) if key in wrong)
        texts = [
            text for text, key in typed.items() if key in answers and pattern.is_in(folded(text))
        ]
        sql = _WHO_TYPED.format(verdicts=_WRONG)
        return sql, (json.dumps(texts, ensure_ascii=False),), _LISTED, False

    def _same_prompt(self, text: str) -> Found:
        wanted = bare(text)

        def fits(words: NoteWords) -> bool:
            return bare(words.prompts[0]) == wanted

        sql = f"{self._function(fits)}({_COLUMNS})"
        at = self._scope.index
        if at.behind > _MOST_BEHIND or not at.note_id:
            return sql, (), _WORKED_OUT, True
        found = _CHECKED_HITS
        if not at.is_whole:
            found += f" {_NOT_STALE} {_LATER.replace('{reach}', str(at.note_id))}"
        match = _match({prompt_token(text)})
        return f"card.note_id IN ({found.replace('{sql}', sql)})", (match,), _LISTED, False

    def dupes(self) -> Found:
        """Return the condition on notes whose prompt another has too, and which were not kept."""
        import json

        sql = "card.note_id IN (SELECT value FROM json_each(?))"
        return sql, (json.dumps(dupes(self._scope)),), _LISTED, False


def dupes(scope: Scope) -> list[int]:
    """Return the notes whose prompt another has too, unless all of them were kept apart."""
    database = scope.database
    kept = {uid for (uid,) in database.rows("SELECT note_uid FROM kept_apart")}
    groups: dict[str, list[int]] = {}
    for note_id, uid, prompt in (
        database.each(_PROMPTS) if not scope.index.is_whole else _likely(scope)
    ):
        groups.setdefault(bare(prompt), []).append(note_id if uid not in kept else -note_id)
    return [
        abs(note_id)
        for note_ids in groups.values()
        if len(note_ids) > 1 and max(note_ids) > 0
        for note_id in note_ids
    ]


def _likely(scope: Scope) -> Iterator[Row]:
    """Yield the notes of which the index says that another asks the same."""
    database = scope.database
    database.connection.execute(VOCABULARY)
    tokens = [token for (token,) in database.rows(_SHARED, PROMPT_TOKENS)]
    for at in range(0, len(tokens), _TOKENS_AT_ONCE):
        match = " OR ".join(f'"{token}"' for token in tokens[at : at + _TOKENS_AT_ONCE])
        yield from database.rows(_ASKING, (match,))


def _match(tokens: set[str]) -> str:
    return " AND ".join(f'"{token}"' for token in sorted(tokens))


def _parts_of(field: Field) -> Callable[[NoteWords], tuple[str, ...]]:
    match field:
        case Field.PROMPT:
            return lambda words: words.prompts
        case Field.ANSWER:
            return lambda words: words.answers
    return NoteWords.all
