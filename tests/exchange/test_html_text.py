"""Fields in HTML are shown as a learner would see them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.text import clean
from overmorrow.exchange.html_text import html_text, text_and_media
from tests.growth import grows_evenly


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("plain ", "plain"),
        ("a&nbsp;&lt;b&gt; &#33267;", "a <b> 至"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("a<br>b<br/><br>c", "a\nb\nc"),
        ("<b>x</b><i>y</i>", "xy"),
        ("<style>p {}</style><script>alert(1)</script>x", "x"),
        ("word [sound:a.mp3]", "word"),
        ("[sound:a.mp3]", "[a.mp3]"),
        ('<img src="a.png">', "[a.png]"),
        ('see <img src="a.png">', "see"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a | b"),
        ("a&#8238;b&#27;[31m&#155;", "ab[31m›"),
        ('<img src="&#8238;x.png">', "[x.png]"),
        ('<a title="1 > 0">x</a>', "x"),
        ("a<!-- <b>no</b> -->b <3 <", "ab <3 <"),
        ("<script>never closed", ""),
        ("<b never closed", "<b never closed"),
        ("1 < 2 & 3", "1 < 2 & 3"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("<div>" * 10_000 + "deep", "deep"),
        ("a\n\n  b\tc  d", "a\nb c d"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>d", "- a\n  - b\n- c\nd"),
        ("<ol><li>first<li>second</ol>", "- first\n- second"),
        ("</ul></ul><li>a", "- a"),
        ("<table>\n <tr>\n  <th>a</th>\n  <th><p>b</p></th>\n </tr>\n</table>x", "a | b\nx"),
        ("<tr><td></td><td>b</td><td></td><td>d</td><td></td></tr>", "b | | d"),
        ("<tr><td><br></td><td></td></tr>a", "a"),
        ("<tr><td>a<td>b<tr><td>c<td>d", "a | b\nc | d"),
        ("<td>a</td><td><ul><li>b</li></ul></td>", "a\n- b"),
        ("a | b", "a | b"),
        ("<pre><code>def f():\n\treturn  1</code></pre>x", "def f():\n    return  1\nx"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>", "漢(かん)字(じ)"),
        ("<ruby>漢<rt>かん</ruby>字", "漢(かん)字"),
        ("H<sub>2</sub>O, x<sup>2</sup>, e<sup>x+1</sup>, a<sub>i</sub>, b<sub>ij</sub>",
         "H₂O, x², e^(x+1), a_i, b_(ij)"),
        ("21<sup>st</sup> M<sup>me</sup> <sup>[1]</sup>", "21st Mme [1]"),
        ("<sup><b>2</b><sup>3</sup>", "²³"),
        ("x<sup>2", "x2"),
        (r"\(a^2\) and \[b\] and \(open", r"a^2 and b and \(open"),
        ("[$]x[/$] [$$]y[/$$] [latex]z[/latex] [LATEX]w[/LATEX]", "x y z w"),
        ('<anki-mathjax block="true">x^2</anki-mathjax>', "x^2"),
        ("[anki:tts lang=en_US]spoken[/anki:tts]seen", "seen"),
        ("[anki:tts lang=en_US]open", "[anki:tts lang=en_US]open"),
        ("[anki:play:q:0]x", "x"),
        ('<audio controls src="a b.mp3"></audio>', "[a b.mp3]"),
        ("<a href='https://example.org'>here</a><o:p></o:p>", "here"),
        ("<b title='a>b'>x</b><font color=\"<\">y</font>", "b'>xy"),
        ("<BR>A<Br/>B<DIV CLASS=x>C", "A\nB\nC"),
        ("if x:<br>&nbsp; &nbsp; y()<div> z</div>", "if x:\n    y()\nz"),
        ("&nbsp;&nbsp;a\n\xa0\xa0b\n\xa0", "a\n  b"),
        ("a<br>e&#769;", "a\né"),
        ("&#1;a&#2;b<br>&#3;", "ab"),
    ],
)  # fmt: skip
def test_a_field_becomes_its_text(field: str, text: str) -> None:
    assert html_text(field) == text


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from('<>&;#/ab[]!-"= \n'), max_size=60))
def test_any_field_becomes_safe_text(field: str) -> None:
    text = html_text(field)
    assert text == clean(text)


tags = st.lists(
    st.sampled_from(
        ["<tr>", "<td>", "</td>", "<li>", "<ul>", "</ul>", "<pre>", "</pre>", "<sup>", "</sup>",
         "<rt>", "<rp>", "</ruby>", "<script>", "</script>", "<!--", "-->", "<img src=a>", "a",
         " ", "\n", "\x02"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=150)
@given(tags)
def test_tags_in_any_order_leave_tidy_lines(field: str) -> None:
    text = html_text(field)
    assert text == clean(text).strip()
    assert "" not in text.split("\n")[1:]


@settings(max_examples=100)
@given(st.lists(st.text("abc가나 1", min_size=1, max_size=8), min_size=1, max_size=8), tags)
def test_no_letter_of_a_field_is_lost(words: list[str], field: str) -> None:
    shown = field.replace("<script>", "").replace("<!--", "").replace("<rp>", "")
    text = text_and_media(shown + "<br>".join(words))[0]
    for word in words:
        assert "".join(word.split()) in "".join(text.split())


@pytest.mark.parametrize("piece", [
    "<td>", "<sup>", "<rt>", "<rp>", "<li>", "<ul>", "\\(", "[anki:tts", "<b x='", "<img src='a'>",
    "&lt;", "<pre> ", "\n ", "<a ", "<a b='", '<a b="', "<!--", "<", "[sound:", "&#", "<b>",
])  # fmt: skip
def test_a_broken_field_is_read_in_no_time(piece: str) -> None:
    assert grows_evenly(lambda times: html_text(piece * times), 20_000)
