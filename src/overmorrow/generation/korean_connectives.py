"""Words that only join a Korean sentence to the one before."""

import re

_CONNECTIVE = re.compile(
    r"(?:대신|그러던 것이|"
    r"이렇게 (?:함으로써|하여|해서|하면)|그렇게 (?:함으로써|하여|해서|하면)|그리고|"
    r"그러나|하지만|그런데|그래서|또한|또|이밖에도?|이 "
    r"밖에도?|그 밖에도?|따라서|한편|특히|즉|다만|결국|물론|반면에?|"
    r"그러므로|그렇지만|그러면서|그러면|그럼에도|그만큼|그 바람에|그 뒤로|"
    r"게다가|더구나|더욱이|아울러|이어서?|이에 따라|이에|이로써|이로 인해|"
    r"그다음에?|그 다음에?|"
    r"예컨대|예를 들어|예를 들면|실제로|사실|당연히|"
    r"어쨌든|아무튼|요컨대|"
    r"이후|그 후|그 뒤|"
    r"(?:이때|그때)(?!\s(?:얻|받|만들|만든|세운|지은|찾은|쓴|나온|모은|배운|본)\S*\s)|나중에|또는|혹은|그러다가?|그러자|"
    r"마침내|드디어|이와 함께|이와 더불어|"
    r"이와 달리|이와 같이|먼저|우선|다음으로|끝으로|마지막으로|더불어|바로|오히려|이제|"
    r"왜냐하면|그 결과|이 때문에|그 때문에|"
    r"이를 위해|이를 통해|이런 점에서|그런 점에서|그런가 하면|뿐만 아니라|이뿐만 "
    r"아니라)(?:는|은|도)?,?\s+"
)
"""At the beginning of a sentence these only join it to the one before."""


def without_connective(sentence: str, at: int = 0) -> int:
    """Return where a clause begins once words that only join it to others are left out.

    Args:
        sentence: The sentence.
        at: Where the clause begins in it.
    """
    while found := _CONNECTIVE.match(sentence, at):
        at = found.end()
    return at


_BACK = re.compile(
    r"(?:이처럼|이렇듯|이렇게|그렇게|여기서|여기에|그중|그 중|이 중|이 가운데|그 가운데|"
    r"이런|그런)(?:에서)?(?=\s)"
    r"|(?:그 )?덕분에 |(?:첫째|둘째|셋째|넷째|다섯째),? "
    r"|(?:(?:또 |다른 )?하나는|둘은|\d위는) |그보다 "
    r"|(?:(?:\d+|한|두|세|네|다섯|여섯|열) ?(?:년|개월|달|일|주|시간)|"
    r"이틀|사흘|나흘|닷새|열흘|보름) "
    r"(?:뒤|후)(?:에는?)?,? "
    r"|(?:종전에는|이전에는|나머지는|나머지를|이는|이를|"
    r"이것을|이것이|이들을|이들은|이|그) "
)


def refers_back(sentence: str, at: int) -> bool:
    """Return whether a clause begins with words that only the sentence before explains."""
    return _BACK.match(sentence, at) is not None
