"""Words that point at something outside a prompt, in either language."""

import re

_QUOTATION = re.compile(r"[“\"‘「『《][^”\"’'」』》]*[”\"’'」』》]")
_KOREAN = re.compile(
    r"(?:^|(?<=[\s(\[,]))(?:"
    r"(?:그|이|저|그런|이런|저런|이러한|그러한|이처럼|이렇듯|이렇게|그렇게|그중|해당|이 "
    r"같은|그 같은|이번)(?=\s)"
    r"|(?:동|본|위|당) (?:글|회사|법|조약|사건|표|그림|기관|제도|연구|책|논문|협정)(?=[가-힣\s])"
    r"|같은 (?:해|날|달|시기|기간|장소|곳|때|시간|이유|자리)(?=[\s에의,])"
    r"|(?:그|그녀|그들|이들|그것|이것|저것|이곳|그곳|저곳|여기|거기|이때|그때|전자|후자|"
    r"양자|이날|그날|이쪽|그쪽|우리|저희"
    r"|당신|자네|본인)"
    r"(?:은|는|이|가|을|를|의|에|서|에게|로|으로|와|과|도|만|에서|에는|에서는|들은|들이|들의|"
    r"들을|들에게|까지|부터|에도|란)?"
    r"(?=[\s,.?!]|$)"
    r"|(?:나는|나의|나를|나에게|나도|내가|내게|저는|저의|저를|저도|저에게|제가|제게)(?=[\s,.?!])"
    r"|(?:이는|이를|이에|이로|이게|그게|그건|이건|이와|그와|이에게|이후|이후에|이후로|이후에는)(?=[\s,])"
    r"|(?:그제|어제|오늘|내일|글피|올해|작년|재작년|지난해|내년|이듬해|다음해|전년|그해|"
    r"이달|지난달|지난주|다음달|다음주|금년)"
    r"(?:은|는|이|가|을|를|의|에|에는|에도|까지|부터|도|보다)?(?=[\s,.?!]|$)"
    r"|(?:^|(?<=[(\],.] )|(?<=[은는이가을를에도서] ))당시(?:의|에|에는)?(?=[\s,])"
    r"|(?:^|(?<=[\].] ))(?:두|세|네) (?:사람|나라|회사|도시|곳)(?=[은는이가의])"
    r"|(?:^|(?<=\] ))그(?:동안|사이)에?(?=[\s,])"
    r"|(?:^|(?<=\] ))같은 (?=[가-힣])|[이그]보다(?=\s)"
    r"|[가-힣]씨(?=[은는이가와의를도] )"
    r"|누군가|(?<=\] )(?:\d+|몇) ?(?:년|개월|달|일|주) ?(?:뒤|후|만)에?(?=\s)|(?:지난|이번|"
    r"다음) ?(?:주말?|달|번|"
    r"여름|겨울|봄|가을)|(?:며칠|얼마) (?:전|뒤)|요즘|얼마 전|(?:지난|오는) \d{1,2}일)"
)
_POINTS_BACK = re.compile(
    r"(?<=,)([^,]*?)(?<![가-힣])(?:이는|이를|이에|이로|이때|이로써|이로 인해|이 때문에|"
    r"이와|이에게|이들(?:은|이|을|의|에게)|이후|"
    r"그 결과|그 뒤|그 후)(?=[\s,])"
)
"""Pointers at the clause before them in the same prompt."""
_AFTER_SENTENCE = re.compile(
    r"(?<=[가-힣][.] )(?:이처럼|이렇듯|이렇게|그렇게|여기서|여기에|그중|그 중|이 중|이 "
    r"가운데|그 가운데|이런|그런|이는|이를|이것을|이것이|이것은|이들을|이들은|이때|이|그)"
    r"(?:에서)?(?=\s)"
)
"""Words that the sentence before, which stands in the prompt too, explains."""
_THIS = re.compile(
    r"(?<![가-힣])(?:이|그|해당) (?P<what>[가-힣]{1,5}?)(?:에서는?|에게|에는|에도|으로|로|"
    r"은|는|이|가|을|를|의|에|와|과|"
    r"도)(?=[\s,])"
)
"""This thing, which the prompt names before."""
_SAME_TIME = re.compile(r"(?:\d년|몇 년|언제|____).*?\s(?:(?:같은|그) (?:해|달|날)|그해)(?=[\s,])")
"""The same year as one that the prompt names or asks for."""
_ENGLISH = re.compile(
    r"^(?:\[[^\]]*\]\s*)?(?:he|she|it|they|this|that|these|those|his|her|its|their|however|"
    r"but|also|there|then|such|and|or)\b"
    r"|^(?!.*[a-z)\]]\. [a-z]).*\bthe (?:two|three|four) (?:men|women|brothers|sisters|friends|"
    r"scientists|engineers|chemists|countries|nations|companies|sides|boys|girls|people)\b"
    r"|^(?:\[[^\]]*\]\s*)?(?:until|before|after|since) [^,.]* (?:it|he|she|they) "
    r"(?:was|were|had|is|are)\b"
    r"|\b(?:(?:these|those|yesterday|today|tomorrow|tonight|aforementioned)\b"
    r"|ago\b(?<!million years ago)(?<!billion years ago)(?<!millions of years ago)"
    r"(?<!thousands of years ago)"
    r"|the (?:former|latter)(?=[,.;?]|\s(?:is|was|are|were|has|had|of which)\b)"
    r"|(?:last|next|this) (?:year|month|week|night|day|decade|century|summer|winter|"
    r"spring|fall|autumn)\b(?! of\b)"
    r"|(?:the same|that|this) (?:year|month|week|day|time|period|decade|century)\b)"
)
"""Of a text in small letters."""
_SAME_TIME_ENGLISH = re.compile(
    r"(?:\b\d{4}\b|what year|____)(?P<between>.*?)\bthe same (?:year|month|day)\b"
)
_HANGUL = re.compile("[가-힣]")


def _is_named(text: str, found: re.Match[str]) -> bool:
    """Return whether a text names what it points at, and not only a letter of another word."""
    what = found["what"]
    label, closes, rest = text[: found.start()].rpartition("] ")
    said = f"{label} {rest}" if label.endswith(what) or not closes else rest
    if len(what) > 1:
        return what in said
    return re.search(rf"(?<![가-힣]){what}(?=[은는이가을를의에와과도로,\s])", said) is not None


def points_away(prompt: str) -> bool:
    """Return whether a prompt speaks of something that is not in it: 그, 이때, 어제; it, that year.

    What stands in quotation marks is somebody's words, and may.
    """
    text = _QUOTATION.sub("“”", prompt)
    if not _HANGUL.search(text):
        text = text.lower()
        if "the same" in text:
            text = _SAME_TIME_ENGLISH.sub(r"\g<between>", text)
        return _ENGLISH.search(text) is not None
    text = _POINTS_BACK.sub(r"\1", text)
    text = _AFTER_SENTENCE.sub("", text)
    text = _THIS.sub(lambda found: "" if _is_named(text, found) else found[0], text)
    known = _SAME_TIME.search(text)
    if known:
        text = text.replace("같은 해", "", 1).replace("같은 달", "", 1).replace("같은 날", "", 1)
        text = text.replace("그 해", "", 1).replace("그해", "", 1)
    return _KOREAN.search(text) is not None
