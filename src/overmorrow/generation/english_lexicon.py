"""A small lexicon for reading English without a tagger: closed classes and frequent verbs."""

from overmorrow.generation.word_lists import words_of

_CLOSED = {
    (
        "DET",
        "DT",
    ): "the a an this that these those each every some any no another both all either neither half",
    (
        "PRON",
        "PRP",
    ): "i you he she it we they me him us them himself herself itself themselves myself "
    "ourselves yourself mine hers ours theirs",
    ("DET", "PRP$"): "my your his her its our their",
    ("PRON", "WP"): "who whom what which whose whoever whatever",
    (
        "PRON",
        "NN",
    ): "something anything nothing everything someone anyone everyone nobody somebody one none "
    "others",
    (
        "ADP",
        "IN",
    ): "in on at by of to for from with as into onto over between about under through during "
    "after before until till since against among amongst around near within without toward "
    "towards upon across along behind beyond despite except inside outside off per via "
    "throughout below above beneath beside besides amid like unlike",
    (
        "SCONJ",
        "IN",
    ): "because although though while whereas if unless whether when where why how once than",
    ("CCONJ", "CC"): "and or but nor yet &",
    ("AUX", "VBZ"): "is has does",
    ("AUX", "VBP"): "are am have do",
    ("AUX", "VBD"): "was were had did",
    ("AUX", "MD"): "will would can could may might must shall should cannot",
    ("AUX", "VB"): "be",
    ("AUX", "VBN"): "been",
    ("AUX", "VBG"): "being having",
    (
        "ADV",
        "RB",
    ): "not also very too so then now here just only even still already often always never "
    "sometimes again soon later earlier perhaps however therefore thus hence instead rather "
    "quite almost ever once twice well further moreover nevertheless meanwhile together "
    "away back up down out much more most less least ago today yesterday tomorrow far "
    "forward abroad",
    (
        "ADJ",
        "JJ",
    ): "many few several other such same own first second third last next new old good great "
    "large small big long short high low young early late major main several various "
    "certain different important public local social free full open common real strong "
    "whole former current present recent modern ancient single double half early best "
    "better worst larger largest smaller smallest higher highest lower lowest older oldest "
    "earliest latest black white red blue green yellow brown golden wide deep hot cold dry "
    "wet rich poor heavy light fast slow dark key top final total average likely able "
    "northern southern eastern western foreign military human natural royal civil",
    (
        "NUM",
        "CD",
    ): "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion trillion dozen",
    (
        "NOUN",
        "NN",
    ): "family assembly supply reply ally belly butterfly monopoly anomaly jelly bed seed "
    "speed need breed weed feed shed red thing king ring spring string wing morning evening "
    "building ceiling wedding feeling meaning beginning being hundred",
}
_IRREGULAR = """
be was been; have had had; do did done; go went gone; say said said; make made made; take took
taken; come came come; see saw seen; get got got; give gave given; find found found; think
thought thought; tell told told; become became become; leave left left; feel felt felt; bring
brought brought; begin began begun; keep kept kept; hold held held; write wrote written; stand
stood stood; hear heard heard; let let let; mean meant meant; set set set; meet met met; pay
paid paid; sit sat sat; speak spoke spoken; lie lay lain; lead led led; grow grew grown; lose
lost lost; fall fell fallen; send sent sent; build built built; understand understood
understood; draw drew drawn; break broke broken; spend spent spent; cut cut cut; rise rose
risen; drive drove driven; buy bought bought; wear wore worn; choose chose chosen; seek sought
sought; throw threw thrown; catch caught caught; deal dealt dealt; win won won; forget forgot
forgotten; sell sold sold; fight fought fought; teach taught taught; eat ate eaten; sing sang
sung; strike struck struck; hang hung hung; shake shook shaken; ride rode ridden; feed fed
fed; shoot shot shot; drink drank drunk; hit hit hit; arise arose arisen; fly flew flown;
spread spread spread; sleep slept slept; cost cost cost; beat beat beaten; light lit lit; bind
bound bound; shut shut shut; steal stole stolen; swim swam swum; wake woke woken; know knew
known; put put put; run ran run; read read read; show showed shown; freeze froze frozen; hide
hid hidden; sink sank sunk; overthrow overthrew overthrown; undergo underwent undergone;
withdraw withdrew withdrawn; lay laid laid
"""
_REGULAR = """
call ask use work seem try turn start play move like live believe happen include continue
change watch follow stop create open walk offer remember love consider appear wait serve die
expect stay raise pass require report decide pull return explain hope develop carry receive
agree support remove produce cover contain establish name form found invent discover publish
design launch introduce complete replace adopt approve elect appoint announce join mark reach
attack defeat destroy sign record release locate consist operate own acquire merge rename
reveal propose describe define refer cause prevent reduce increase improve allow enable help
protect provide represent reflect derive originate belong depend remain exist occur last
measure weigh study train visit travel arrive settle enter attend marry divide share separate
connect link combine convert transform translate compose perform paint host celebrate award
achieve plan order request reject accept deny claim argue suggest estimate calculate predict
observe note identify recognise recognize organise organize manage control govern rule command
defend occupy capture conquer invade surrender expand extend grant ban limit end close finish
fail succeed inspire influence attract employ hire generate power store collect gather
transport deliver export import trade invest fund finance charge save borrow owe earn want
need look talk listen plant cook bake clean wash count add tend switch ship print post drop
plot pledge pour
"""
_DOUBLES = words_of("stop plan ban drop ship plot admit")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLES else "") + "ed"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


_VERBS = _REGULAR.split()
_ROWS = [row.split() for row in _IRREGULAR.split(";")]
CLOSED: dict[str, tuple[str, str]] = {
    word: classes for classes, words in _CLOSED.items() for word in words.split()
}
"""The part of speech and the finer tag of words that have but one."""
BASES = frozenset([row[0] for row in _ROWS] + _VERBS)
PASTS = {row[1]: row[0] for row in _ROWS} | {_past(verb): verb for verb in _VERBS}
"""Past tenses with the verbs they are of."""
PARTICIPLES = {row[2]: row[0] for row in _ROWS} | {_past(verb): verb for verb in _VERBS}
THIRDS = {_third(verb): verb for verb in BASES}
"""Third persons with the verbs they are of."""
