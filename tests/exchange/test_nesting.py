import pytest

from overmorrow.errors import FileError
from overmorrow.exchange.nesting import read_toml


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("a = " + "[" * 50_000 + "]" * 50_000, "exchange.too_deep", id="lists"),
        pytest.param(".".join(["a"] * 50_000) + " = 1", "exchange.too_deep", id="a-long-key"),
        pytest.param("a = " + "9" * 50_000, "exchange.bad_toml", id="a-number-beyond-all-bounds"),
        pytest.param("a = ", "exchange.bad_toml", id="no-toml"),
    ],
)
def test_toml_that_was_made_to_do_harm_is_refused(text: str, key: str) -> None:
    with pytest.raises(FileError) as refused:
        read_toml(text, "x.toml")
    assert refused.value.key == key


def test_toml_is_read() -> None:
    assert read_toml('name = "강"\nlevels.of.it = 3\n', "x.toml") == {
        "name": "강",
        "levels": {"of": {"it": 3}},
    }
