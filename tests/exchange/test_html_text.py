"""Fields in HTML are shown as a learner would see them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.exchange.html_text import html_text


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
    ],
)
def test_a_field_becomes_its_text(field: str, text: str) -> None:
    assert html_text(field) == text


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from('<>&;#/ab[]!-"= \n'), max_size=60))
def test_any_field_becomes_text(field: str) -> None:
    assert isinstance(html_text(field), str)


@pytest.mark.parametrize("piece", ["<a ", "<a b='", '<a b="', "<!--", "<", "[sound:", "&#", "<b>"])
def test_a_broken_field_is_read_in_no_time(piece: str) -> None:
    started = time.monotonic()
    html_text(piece * 100_000)
    assert time.monotonic() - started < 5
