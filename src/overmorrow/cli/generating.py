"""`generate`: cards from an article, as a deck or as lines for another program."""

from collections import Counter
from collections.abc import Container, Mapping

from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.request import Request
from overmorrow.errors import OvermorrowError
from overmorrow.generation.article import Article, read_article
from overmorrow.generation.proposal import Kind, Proposal
from overmorrow.generation.propose import BUDGET, propose
from overmorrow.generation.verify import Refusal
from overmorrow.jobs.generate_deck import make_offers, write_deck
from overmorrow.jobs.generated_file import deck_of_file, usual_deck_name
from overmorrow.jobs.language_tools import makers_for, missing_tool
from overmorrow.jobs.offers import LEAST_SCORE, Offer, Offers, Standing
from overmorrow.jobs.original_places import OriginalPlaces
from overmorrow.jobs.reading_article import ArticleText, article_file
from overmorrow.messages import Messages
from overmorrow.plain.making import Wanted

LONG_TEXT = 200_000
"""Characters; from here on it takes so long that it is said."""


def generate_command(request: Request) -> int:
    """Make cards from an article."""
    options = request.options
    if options.article is None:
        raise UsageError("generating.what")
    if options.jsonl and (options.out or options.deck or options.dry_run):
        raise UsageError("generating.jsonl_alone")
    text = article_file(options.article)
    article = read_article(
        text.text, lang=options.text_lang or "", title=options.title, day=options.date
    )
    _tell_missing(request.say, article)
    if len(text.text) > LONG_TEXT:
        output.remark(request.say("generating.takes_time"))
    if options.jsonl:
        _print_proposals(request, text, article)
    else:
        _make_deck(request, text, article)
    return 0


def wanted_of(options: Options) -> Wanted:
    """Return what a `generate` command says about an article."""
    return Wanted(
        path=options.article,
        deck=options.deck,
        out=options.out,
        lang=options.text_lang or "",
        title=options.title,
        day=options.date,
        budget=options.budget or BUDGET,
    )


def _tell_missing(say: Messages, article: Article) -> None:
    """Say what is not installed that would make better cards of the article."""
    for lang in sorted({sentence.lang for sentence in article.sentences()}):
        tool = missing_tool(lang)
        if tool:
            output.remark(say(f"generating.missing_{lang}", extra=tool.extra))


def _budget(request: Request) -> int:
    return int(request.options.budget or BUDGET)


def _good_enough(request: Request, offers: Offers) -> set[str]:
    """Return the keys of the proposals whose score is what the learner asked for, or good."""
    asked = request.options.min_score
    least = LEAST_SCORE if asked is None else asked
    return {offer.key for offer in offers.offers if offer.proposal.score >= least}


def _print_proposals(request: Request, text: ArticleText, article: Article) -> None:
    """Print what the article came to, a line each; no collection is opened."""
    found = propose(article, makers_for(article), _budget(request))
    least = request.options.min_score or 0.0
    places = OriginalPlaces(text.original, text.text)
    lines = [_figures(each, text, places) for each in found.proposals if each.score >= least]
    for line in lines:
        output.write_json(line)
    if not lines:
        raise _nothing(request.say, found.refused, len(found.proposals))


def _figures(proposal: Proposal, text: ArticleText, places: OriginalPlaces) -> dict[str, object]:
    start, end = places.of(proposal.start), places.of(proposal.end)
    figures: dict[str, object] = {
        "prompt": proposal.prompt,
        "answer": proposal.answer,
        "aliases": list(proposal.aliases),
        "answer_type": proposal.answer_type.value,
        "kind": proposal.kind.value,
        "sentence": text.original[start:end],
        "start": start,
        "end": end,
        "answer_start": places.of(proposal.answer_start),
        "answer_end": places.of(proposal.answer_end),
        "score": round(proposal.score, 4),
        "maker": proposal.maker,
    }
    if proposal.items:
        figures["items"] = list(proposal.items)
    if proposal.doubts:
        figures["doubts"] = [doubt.value for doubt in proposal.doubts]
    return figures


def _nothing(say: Messages, refused: Mapping[Refusal, int], low: int) -> OvermorrowError:
    """Return what to say of an article that no card came of."""
    rules = [_rule(say, rule, count) for rule, count in Counter(refused).most_common()]
    if low:
        rules.append(say("generating.low", n=low))
    if not rules:
        return OvermorrowError("generating.nothing_found")
    return OvermorrowError("generating.nothing", rules=", ".join(rules))


def _rule(say: Messages, rule: Refusal, count: int) -> str:
    return f"{say(f'generating.refused_{rule}')} {count}"


def _make_deck(request: Request, text: ArticleText, article: Article) -> None:
    """Write what is good enough to a deck, or say what would be."""
    options, say = request.options, request.say
    database = request.collection()
    offers = make_offers(database, article, makers_for(article), _budget(request))
    good = _good_enough(request, offers)
    if not good:
        raise _nothing(say, offers.refused, len(offers.offers))
    offers = offers._replace(offers=tuple(_chosen(offer, good) for offer in offers.offers))
    deck = options.deck or deck_of_file(database, options.out) or offers.deck
    name = text.name or article.title or say("generating.untitled")
    deck = deck or usual_deck_name(database, article, name)
    if options.dry_run:
        key = "generating.would_make"
        output.write(say(key, deck=deck, n=len(offers.to_write)))
    else:
        done = write_deck(database, offers, deck, request.clock(), path=options.out)
        key = "generating.made" if done.batch_id else "generating.nothing_new"
        output.write(say(key, deck=done.deck, n=done.cards, path=done.path))
        if done.left_out:
            output.remark(say("generating.left_out", n=done.left_out))
    _tell_offers(say, offers, good)


def _chosen(offer: Offer, good: Container[str]) -> Offer:
    """Return a proposal as accepted if it is good enough and nothing speaks against it."""
    is_open = offer.standing is Standing.OPEN and offer.like is None
    if is_open and offer.key in good:
        return offer._replace(standing=Standing.ACCEPTED)
    return offer


def _tell_offers(say: Messages, offers: Offers, good: Container[str]) -> None:
    """Say of what kinds the new cards are, and why others are none."""
    kinds = Counter(offer.proposal.kind for offer in offers.to_write)
    if kinds:
        told = (f"{say(f'generating.kind_{kind}')} {kinds[kind]}" for kind in Kind if kinds[kind])
        output.write(", ".join(told))
    rest = [offer for offer in offers.offers if offer.standing is not Standing.ACCEPTED]
    left = {
        "generating.dropped_before": sum(each.standing is Standing.DROPPED for each in rest),
        "generating.alike": sum(each.like is not None for each in rest),
        "generating.low": sum(each.like is None and each.key not in good for each in rest),
        "generating.known": sum(offer.is_card for offer in offers.offers),
    }
    reasons = [say(key, n=count) for key, count in left.items() if count]
    reasons += [_rule(say, rule, count) for rule, count in offers.refused.items()]
    if reasons:
        output.remark(say("generating.not_taken", reasons=", ".join(reasons)))
