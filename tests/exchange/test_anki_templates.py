"""Templates are read as Anki reads them, or refused with the reason."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.exchange.anki_templates import (
    Replacement,
    Section,
    TemplateError,
    chosen,
    conditions,
    is_empty,
    parse_template,
    replacements,
    shows_a_field,
)
from tests.growth import grows_evenly


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("only text", ("only text",)),
        ("{{Front}}", (Replacement("Front"),)),
        ("a {{ Front }} b", ("a ", Replacement("Front"), " b")),
        ("{{type:cloze:Text}}", (Replacement("Text", ("cloze", "type")),)),
        ("{{{Front}}}", (Replacement("Front"), "}")),
        ("{{#A}}x{{/A}}", (Section("A", negated=False, parts=("x",)),)),
        ("{{^ A }}{{/A}}", (Section("A", negated=True, parts=()),)),
        ("a }} b", ("a }} b",)),
        ("<!-- {{Gone}} -->x", ("x",)),
        ("a <!-- never closed", ("a <!-- never closed",)),
        ("{{=<% %>=}}<%Front%>", (Replacement("Front"),)),
        ("\n {{=<% %>=}}<%#A%>x<%/A%>", (Section("A", negated=False, parts=("x",)),)),
        ("<style>b {}</style><script>a<b</script>x", ("x",)),
        ("<div class='q'><b>Q:</b></div>", ("\nQ:\n",)),
        ("x<hr id=answer>y<hr>", ("x<hr id=answer>y\n",)),
        ("<li style='x'>a<img src='p.png'>", ("<li>a<img src='p.png'>",)),
        ('<a href="x?{{Q}}">s</a>', ('<a href="x?', Replacement("Q"), '">s')),
    ],
)
def test_a_template_is_read(text: str, parts: tuple[object, ...]) -> None:
    assert parse_template(text) == parts


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [
        ("a {{Front", "anki_faces.braces_open", "{{Front"),
        ("{{#A}}x", "anki_faces.section_open", "A"),
        ("x{{/A}}", "anki_faces.section_not_open", "A"),
        ("{{#A}}{{#B}}{{/A}}{{/B}}", "anki_faces.section_not_open", "A"),
        ("{{#A}}" * 61 + "{{/A}}" * 61, "anki_faces.too_deep", "A"),
    ],
)
def test_a_broken_template_is_refused(text: str, key: str, found: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    assert (caught.value.key, caught.value.found) == (key, found)


@pytest.mark.parametrize(
    ("value", "empty"),
    [
        ("", True),
        (" \n\t", True),
        ("<br>", True),
        ("<br/>", True),
        ("<div><br></div> <br />", True),
        ("a", False),
        ("&nbsp;", False),
        ("<div class=x></div>", False),
        ("<img src=a>", False),
        ("<p></p>", False),
    ],
)
def test_a_field_of_line_breaks_is_empty(value: str, empty: bool) -> None:
    assert is_empty(value) is empty


def test_sections_are_shown_as_their_field_is_filled() -> None:
    parts = parse_template("{{#A}}a{{^B}}b{{/B}}{{/A}}{{C}}")
    assert list(chosen(parts, {"A": "1"})) == ["a", "b", Replacement("C")]
    assert list(chosen(parts, {"A": "1", "B": "1"})) == ["a", Replacement("C")]
    assert list(chosen(parts, {})) == [Replacement("C")]


def test_a_template_names_its_fields_and_what_it_asks_about() -> None:
    parts = parse_template("{{#A}}{{text:B}}{{^C}}{{D}}{{/C}}{{/A}}")
    assert [field.name for field in replacements(parts)] == ["B", "D"]
    assert list(conditions(parts)) == ["A", "C"]


@pytest.mark.parametrize(
    ("text", "filled", "shows"),
    [
        ("{{A}}", "A", True),
        ("{{A}} static", "B", False),
        ("static", "A", False),
        ("{{#A}}static{{/A}}", "A", False),
        ("{{#A}}{{B}}{{/A}}", "AB", True),
        ("{{#A}}{{B}}{{/A}}", "B", False),
        ("{{^A}}{{B}}{{/A}}", "B", True),
        ("{{type:A}}", "A", True),
    ],
)
def test_only_fields_make_a_card(text: str, filled: str, shows: bool) -> None:
    assert shows_a_field(parse_template(text), dict.fromkeys(filled, "1")) is shows


template_texts = st.lists(
    st.sampled_from(
        ["{{A}}", "{{#A}}", "{{/A}}", "{{^B}}", "{{/B}}", "{{", "}}", "<!--", "-->", "<script>",
         "</script>", "<b x='", ">", "<", "text", "{{hint:A}}", "{{=<% %>=}}", "<%A%>"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=150)
@given(template_texts)
def test_any_template_is_read_or_refused(text: str) -> None:
    with suppress(TemplateError):
        assert all(parse_template(text))


@pytest.mark.parametrize(
    "piece", ["{{A}}", "{{A", "<!--", "<!-- -->", "<script>", "<b ", "{{#A}}", "}}", "<div x='"]
)
def test_a_broken_template_is_read_in_no_time(piece: str) -> None:
    def read(times: int) -> None:
        with suppress(TemplateError):
            parse_template(piece * times)

    assert grows_evenly(read, 20_000)
