"""A note type goes by what it says."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.note_type import NoteType, Template

texts = st.text(max_size=12)
note_types = st.builds(
    NoteType,
    name=texts,
    is_cloze=st.booleans(),
    fields=st.lists(texts, max_size=3).map(tuple),
    templates=st.lists(st.builds(Template, texts, texts, texts), max_size=2).map(tuple),
    css=texts,
    kept=texts,
)


@given(note_types)
def test_equal_note_types_have_one_id_on_every_machine(made: NoteType) -> None:
    assert made.uid == replace(made).uid
    assert len(made.uid) == 32


@given(note_types, texts)
def test_any_other_content_is_another_note_type(made: NoteType, text: str) -> None:
    others = [replace(made, name=made.name + "x"), replace(made, is_cloze=not made.is_cloze),
              replace(made, css=made.css + "x"), replace(made, kept=made.kept + "x"),
              replace(made, fields=(*made.fields, text)),
              replace(made, templates=(*made.templates, Template(text, text, "x")))]  # fmt: skip

    assert made.uid not in {other.uid for other in others}


def test_the_id_never_changes() -> None:
    made = NoteType(
        name="Basic",
        is_cloze=False,
        fields=("Front", "Back"),
        templates=(Template("Card 1", "{{Front}}", "{{Back}}"),),
    )

    assert made.uid == "252f08da320a25b3be3fc82d857bbab2"
