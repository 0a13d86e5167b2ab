import pytest

from overmorrow.grading.units import read_unit, units_in_any_case


def one(text: str) -> tuple[float, tuple[int, int, int, int, str]]:
    units, end = read_unit(text, 0)
    assert end == len(text)
    return float(units[0].factor), units[0].dimension


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("km", 1000),
        ("킬로미터", 1000),
        ("kilometres", 1000),
        ("mW", 0.001),
        ("MW", 1e6),
        ("Mb", 1e6),
        ("MB", 8e6),
        ("KiB", 8192),
        ("ml", 1e-6),
        ("세제곱센티미터", 1e-6),
        ("square meters", 1),
        ("km^2", 1e6),
        ("kWh", 3.6e6),
        ("시간", 3600),
        ("mmHg", 133.322387415),
    ],
)
def test_a_unit_has_its_size(text: str, factor: float) -> None:
    assert one(text)[0] == pytest.approx(factor)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("km/h", "kilometers per hour"),
        ("MB/s", "megabytes per second"),
        ("Mbps", "Mb/s"),
        ("m/s^2", "m/s²".replace("²", "^2")),
        ("달러", "US dollars"),
        ("위안", "RMB"),
        ("°C", "degrees Celsius"),
    ],
)
def test_names_and_symbols_mean_the_same(text: str, same: str) -> None:
    assert one(text) == one(same)


def test_bits_and_bytes_and_currencies_stay_apart() -> None:
    assert one("Mb") != one("MB")
    assert one("원") != one("위안")


def test_one_name_may_mean_two_units() -> None:
    names = {unit.name for unit in read_unit("pounds", 0)[0]}
    assert names == {"lb", "GBP"}


def test_a_symbol_typed_small_may_be_left_open() -> None:
    assert read_unit("mb", 0)[0] == read_unit("mbar", 0)[0] or not read_unit("tb", 0)[0]
    assert {unit.name for unit in units_in_any_case("tb")} >= {"TB", "Tb"}


@pytest.mark.parametrize("text", ["", "7", "xyzzy", "하늘"])
def test_what_is_no_unit_is_not_read(text: str) -> None:
    assert read_unit(text, 0)[0] == ()
