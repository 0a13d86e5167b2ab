from overmorrow.generation.article import read_article
from overmorrow.generation.korean_plain import PlainTagger
from overmorrow.generation.korean_seen import look


def test_what_goes_before_a_sentence_does_not_grow_with_the_article() -> None:
    article = read_article("마윈은 1999년 항저우에서 알리바바를 창업했다. " + "늘었다. " * 600)
    seen, _ = look(article, PlainTagger())
    assert max(len(each.previous) for each in seen) < 1000
