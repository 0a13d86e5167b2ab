import pytest

from overmorrow.generation.english_clauses import main_clause
from overmorrow.generation.english_edits import Edit, closed, edited
from overmorrow.generation.english_figures import figures
from overmorrow.generation.english_lists import colon_listing
from overmorrow.generation.english_pointers import pointers
from overmorrow.generation.english_spans import Reading, read
from overmorrow.generation.english_tagger import StandardTagger

TAGGER = StandardTagger()


def reading(sentence: str) -> Reading:
    return read(sentence, next(iter(TAGGER.read([sentence]))))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He came on 3 May 1921.", [("3 May 1921", "date")]),
        ("It fell on July 4, 1976 at noon.", [("July 4, 1976", "date")]),
        ("It began in the late 18th century.", [("18th century", "century")]),
        ("In the 1990s prices rose by 3.5%.", [("1990s", "decade"), ("3.5%", "percent")]),
        ("He reigned 1871–1944 in peace.", [("1871–1944", "range")]),
        ("It cost $6.2 million in 2012.", [("$6.2 million", "money"), ("2012", "year")]),
        ("Forty people and 1,200 sheep live there.", [("Forty", "number"), ("1,200", "number")]),
        ("The AS-206 flew.", []),
    ],
)
def test_dates_and_numbers_are_found(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(sentence[each.start : each.end], each.form) for each in figures(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("They grow wheat, barley and oats.", ["wheat", "barley", "oats"]),
        ("The town of Orm, the village of Lund, and the port of Ask were flooded.",
         ["The town of Orm", "the village of Lund", "the port of Ask"]),
        ("In spring, Tom and Ann were ill.", ["Tom", "Ann"]),
    ],
)  # fmt: skip
def test_items_that_stand_in_a_row_are_a_list(sentence: str, items: list[str]) -> None:
    found = reading(sentence)
    (row,) = found.listings
    assert [found.words(first, last) for first, last in row.items] == items


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("It fell for three reasons: wood was dear, roads were bad, and Orm was far.",
         ["wood was dear", "roads were bad", "Orm was far"]),
        ("They took two things: a map and a rope.", []),
        ("They took three things: a map, a rope (old), and a lamp.", []),
        ("They left, they came back, and they slept.", []),
    ],
)  # fmt: skip
def test_a_colon_opens_a_list_even_of_clauses(sentence: str, items: list[str]) -> None:
    found = reading(sentence)
    row = colon_listing(found.tokens)
    assert [found.words(first, last) for first, last in (row.items if row else ())] == items


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("He sold the mill.", ["He"]),
        ("Anna Lind sold her mill in 1902.", []),
        ("After his return, Paul Ekman sold the mill.", []),
        ("The mill was sold that year.", ["that"]),
        ("The mill, built in 1880, burned the same year.", []),
        ("It is known that Anna Lind sold the mill.", []),
        ("There are four mills in Orm.", []),
        ("Such mills are rare in Orm.", ["Such"]),
        ("Mills such as Orm are rare.", []),
        ("The company sold the mill in 1902.", ["The"]),
        ("The company of Anna Lind sold the mill.", []),
        ("I sold the mill.", ["I"]),
        ('"I sold the mill," said Anna Lind.', []),
        ("The mill was built two years later.", ["later"]),
        ("In 1902 Anna Lind noticed a wheel inside it.", ["it"]),
        ("The mill burned in 1902 with all goods inside it.", []),
    ],
)
def test_words_that_point_out_of_a_sentence_are_found(sentence: str, words: list[str]) -> None:
    found = reading(sentence)
    assert [found.tokens[each.place].text for each in pointers(found)] == words


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("The old mill was sold in 1902.", "The old mill", "was"),
        ("In 1902, the old mill was sold.", "the old mill", "was"),
        ("The miller of Orm founded a bank.", "The miller of Orm", "founded"),
    ],
)
def test_a_plain_clause_is_seen(sentence: str, subject: str, verb: str) -> None:
    found = reading(sentence)
    clause = main_clause(found)
    assert clause is not None
    assert found.words(clause.first, clause.verb) == subject
    assert found.tokens[clause.verb].text == verb


def test_edits_leave_no_stray_marks() -> None:
    sentence = "however, the mill (see below) , which burned, was sold"
    edits = [Edit(0, 9), Edit(18, 29), Edit(30, 46)]
    assert closed(edited(sentence, edits)) == "The mill was sold."
