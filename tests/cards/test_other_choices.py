from overmorrow.cards.other_choices import by_likeness


def test_numbers_of_the_same_unit_come_first_and_words_last() -> None:
    others = ["마윈", "17명", "2008년", "1999년", "2,014년"]
    assert by_likeness("1999년", others) == ["2008년", "2,014년", "17명", "마윈"]


def test_numbers_of_as_many_digits_come_before_others() -> None:
    assert by_likeness("1999", ["15", "2008", "217"]) == ["2008", "217", "15"]


def test_names_come_before_other_words() -> None:
    others = ["careful thought", "tomorrow night", "Hangzhou", "The Paper"]
    assert by_likeness("Jack Ma", others)[:2] == ["Hangzhou", "The Paper"]


def test_words_of_about_the_same_length_come_first() -> None:
    others = ["세상에서 가장 넓은 바다", "항저우", "17명", "서울"]
    assert by_likeness("베이징", others) == ["항저우", "서울", "세상에서 가장 넓은 바다", "17명"]


def test_an_answer_stands_there_once_and_never_beside_itself() -> None:
    assert by_likeness("a", ["b", "a", "b"]) == ["b"]
