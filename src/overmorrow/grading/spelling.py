"""Spellings that are both right: British and American, plurals, umlauts, diacritics."""

from functools import lru_cache

from overmorrow.grading.normalise import plain_letters, spelled_umlauts
from overmorrow.grading.patterns import lazy
from overmorrow.grading.vocabulary import words_of

_OUR = (
    "arb arm behavi cand clam clang col demean dol enam endeav fav ferv flav glam harb hon hum lab "
    "misdemean neighb od parl ranc rig rum sav splend succ tum vap val vig"
)
_RE = "cent theat lit fib calib sab spect lust somb mit och meag scept louv saltpet reconnoit"
_DOUBLED = (
    "travel cancel label model level signal fuel jewel counsel marvel dial equal total rival pedal "
    "quarrel tunnel channel panel parcel shovel swivel chisel duel gravel grovel libel medal metal "
    "revel spiral towel unravel yodel enamel funnel kennel initial unequal"
)
_ISE_ALWAYS = words_of(
    """
    advert adv ar chast circumc compr comprom dem desp dev disgu enterpr exc exerc franch improv
    inc merchand prem prom rev superv surm surpr telev otherw likew expert parad conc prec treat
    """
)
"""Words that end in -ise on both sides of the ocean."""


def _any_of(stems: str) -> str:
    return "|".join(stems.split())


_BRITISH = (
    (lazy(f"({_any_of(_OUR)})our"), r"\1or"),
    (lazy(f"({_any_of(_RE)}|(?:^|kilo|centi|milli|micro|nano)met)re(?=s?$|d$)"), r"\1er"),
    (lazy(f"^({_any_of(_DOUBLED)})l(?=ed|ing|er|or|ist|ous|ery)"), r"\1"),
    (
        lazy(r"(?<=[a-z]{2}[nlrtcmdgsvhpb])is(?=(?:e|es|ed|er|ers|ing|ation|ations|able)$)"),
        "iz",
    ),
    (lazy(r"(anal|paral|catal|dial|hydrol|electrol|breathal)ys(?=e|i)"), r"\1yz"),
    (lazy(r"(catal|dial|anal|monol|prol|epil|travel|homol)ogue"), r"\1og"),
    (lazy(r"(?<=[a-z]{2})ae(?=[a-z]{3})|^ae(?=st|th|on)|(?<=^[a-z])ae(?=[a-z]{4})"), "e"),
    (lazy(r"^oe(?=[a-z]{4})|(?<=[a-z])oe(?=[bcdfgklmnptu][a-z]{2})"), "e"),
    (lazy(r"dgement"), "dgment"),
    (lazy(r"^(def|off|lic|pret)ence"), r"\1ense"),
    (lazy(r"sulph"), "sulf"),
    (lazy(r"(fulfil|enrol|instal|distil)(?=ment)"), r"\1l"),
)
_PAIRS = dict(
    pair.split(":")
    for pair in words_of(
        """
        grey:gray greys:grays cheque:check cheques:checks tyre:tire tyres:tires plough:plow
        ploughs:plows aluminium:aluminum moustache:mustache pyjamas:pajamas sceptic:skeptic
        sceptical:skeptical cosy:cozy kerb:curb draught:draft jewellery:jewelry fulfil:fulfill
        enrol:enroll instalment:installment skilful:skillful wilful:willful licence:license
        practise:practice artefact:artifact mould:mold smoulder:smolder storey:story tonne:ton
        ageing:aging likeable:likable whisky:whiskey yoghurt:yogurt judgement:judgment
        traveller:traveler woollen:woolen mum:mom disc:disk
        programme:program programmes:programs gramme:gram kilogramme:kilogram
        catalogue:catalog doughnut:donut axe:ax okay:ok phoney:phony sulphur:sulfur gaol:jail
        manoeuvre:maneuver omelette:omelet
        """
    )
)
_IRREGULAR = dict(
    pair.split(":")
    for pair in words_of(
        """
        men:man women:woman children:child mice:mouse geese:goose feet:foot teeth:tooth
        oxen:ox people:person leaves:leaf wolves:wolf lives:life knives:knife wives:wife
        halves:half loaves:loaf thieves:thief shelves:shelf phenomena:phenomenon
        criteria:criterion cacti:cactus fungi:fungus nuclei:nucleus bacteria:bacterium
        analyses:analysis hypotheses:hypothesis axes:axis indices:index vertices:vertex
        matrices:matrix larvae:larva algae:alga stimuli:stimulus
        """
    )
)


@lru_cache(maxsize=1024)
def american(word: str) -> str:
    """Return the American form of an English word in small letters."""
    if word in _PAIRS:
        return _PAIRS[word]
    if len(word) < 5 or not word.isascii():
        return word
    if word.partition("is")[0] in _ISE_ALWAYS or word.rpartition("is")[0] in _ISE_ALWAYS:
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word


_SOFT_ENDS = ("s", "x", "z", "ch", "sh")


def plurals(word: str) -> tuple[str, ...]:
    """Return the regular plurals of an English noun of at least three letters."""
    if len(word) < 3:
        return ()
    if word.endswith(_SOFT_ENDS):
        return (word + "es",)
    if word[-1] == "y" and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + "s", word + "es") if word[-1] == "o" else (word + "s",)


def same_plural(typed: str, word: str) -> bool:
    """Whether two words are one noun in singular and plural."""
    one, many = sorted((typed, word), key=len)
    return many in plurals(one) or word == _IRREGULAR.get(typed) or typed == _IRREGULAR.get(word)


def same_umlauts(typed: str, word: str) -> bool:
    """Whether the words agree once ä is ae and ß is ss."""
    return spelled_umlauts(typed) == spelled_umlauts(word)


def same_without_marks(typed: str, word: str) -> bool:
    """Whether the words agree but for diacritics."""
    return typed != word and plain_letters(typed) == plain_letters(word)
