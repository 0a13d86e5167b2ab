"""How likely a reader is to ask for a span, by what is seen of it."""

import math
from collections.abc import Iterable, Iterator

_TABLE = """
after naming: yes +1.3
all: yes -1.0
at: 3 -0.2 | 0 -0.2 | 1 -0.2 | 2 -0.4
dep: dobj +0.4 | appos +0.3 | npadvmod +0.2 | nsubjpass -0.3 | attr -0.3 | poss -0.4 | conj
    -0.4 | nmod -0.4
det: the -0.2 | a -0.2 | none -0.3 | PRP$ -0.3 | POS -0.4
entity: CARDINAL +0.3 | LOC -0.3 | ORG -0.3 | FAC -0.3 | ORDINAL -0.4 | GPE -0.5
figure after: in +0.7 | of +0.6 | VERB +0.5 | ( -0.3 | , -0.6
figure before: , +0.4 | and -0.1 | NOUN -0.4
first: PROPN +0.2 | NUM -0.4 | VERB -0.5 | NOUN -0.8 | ADJ -0.9
form: counted_prep +0.8 | percent +0.8 | entity +0.7 | quote +0.6 | list +0.6 | name +0.3 |
    date +0.3 | of -0.2 | unit -0.3 | tail -0.5 | purpose -0.6 | prep -1.1 | head -1.2
kind: figure +0.4 | noun -0.4 | name -0.5 | mixed -0.5
long: 0 +0.3 | 2 -0.2 | 3 -0.4 | 4 -0.5
mixed after: VERB +0.3 | in -0.2 | CCONJ -0.2 | start -0.4 | , -0.5 | to -0.6
mixed before: , +0.6 | . +0.3 | VERB -0.2 | of -0.3 | in -0.3 | ADP -0.4 | AUX -0.5 | and -0.5
mixed count: 4 +0.4 | 3 -0.7 | 2 -1.0
mixed words: 3 +0.4 | 6+ -0.2 | 2 -0.9
name after: at +1.0 | PUNCT +0.7 | by +0.7 | NOUN +0.7 | for +0.5 | from +0.5 | as +0.5 | PART
    +0.3 | , -0.3 | ADP -0.3 | with -0.4 | on -0.4 | into -0.4 | PROPN -0.5 | be -0.7 | CCONJ
    -0.8 | of -0.8
name before: ( +1.4 | " +1.1 | AUX +0.7 | VERB +0.5 | . +0.5 | , +0.5 | to +0.4 | in +0.3 |
    and -0.1 | ) -0.3 | 's -0.4 | CCONJ -0.4 | ADP -0.4 | of -0.5 | PRON -0.6 | NOUN -0.8
name words: 2 +0.4 | 6+ -0.6 | 1 -0.8
noun after: start +0.5 | from +0.5 | by +0.4 | in +0.4 | be +0.4 | on +0.3 | SCONJ +0.2 | with
    +0.2 | as +0.2 | PUNCT +0.1 | during -0.2 | AUX -0.2 | ADP -0.3 | after -0.3 | at -0.4 |
    for -0.4 | PART -0.5
noun before: " +1.1 | ADV +0.4 | . +0.4 | AUX +0.4 | ADJ +0.3 | PRON +0.3 | ) +0.2 | VERB +0.2
    | SCONJ +0.2 | DET -0.2 | CCONJ -0.3 | in -0.5 | and -0.8 | of -0.9
noun count: 1 -0.2
noun words: 2 +0.5 | 3 +0.5 | 1 -0.4 | 6+ -0.5
plural: yes -0.6
sentence: 2 -0.9
"""
"""What each sight adds, in log-odds. Found by logistic regression, with an L2 penalty, on
twenty-four English encyclopedia articles and the questions people asked about them; what was seen
fewer than thirty times or weighed next to nothing was left out.
"""


def _rows(table: str) -> Iterator[tuple[str, float]]:
    family = ""
    for line in table.strip().replace("\n    ", " ").splitlines():
        family, _, cells = line.partition(": ")
        for cell in cells.split(" | "):
            value, _, weight = cell.rpartition(" ")
            yield f"{family}={'' if value == 'yes' else value}", float(weight)


_WEIGHTS = dict(_rows(_TABLE))


def share(seen: Iterable[str]) -> float:
    """Return how likely a reader is to ask for a span, 0-1.

    Args:
        seen: What is seen of it, as `features` says it.
    """
    odds = 0.0
    weight = _WEIGHTS.get
    for each in seen:
        odds += weight(each, 0.0)
    return 1 / (1 + math.exp(-odds))
