"""Compares quantities: only an equal value counts, after exact conversion."""

from typing import NamedTuple

from overmorrow.grading.finding import Finding, correct, near, omission
from overmorrow.grading.numbers import Value
from overmorrow.grading.quantities import Quantity
from overmorrow.grading.unit_table import COUNT, Unit
from overmorrow.grading.units import Units, units_in_any_case


class Asked(NamedTuple):
    """The units in which a prompt asks."""

    units: Units = ()


def compare_quantities(expected: Quantity, typed: Quantity, asked: Asked) -> Finding:
    """Return what the typed quantity is worth."""
    shown = typed.shown()
    if expected.bound != typed.bound:
        return near("bound_differs", shown)
    if typed.is_ordinal and expected.units and not expected.is_ordinal and not typed.units:
        return near("number_differs", shown)
    if not typed.units:
        if typed.unit_text:
            return _uncertain_case(expected, typed, shown)
        return _without_unit(expected, typed, asked, shown)
    if not expected.units:
        return _unit_added(expected, typed, asked, shown)
    return _with_units(expected, typed, expected.units, shown)


def _equal(same: bool, shown: str) -> Finding:
    return correct("same_number", shown) if same else near("number_differs", shown)


def _uncertain_case(expected: Quantity, typed: Quantity, shown: str) -> Finding:
    """Judge a symbol typed small whose case decides: mb for MB."""
    meant = units_in_any_case(typed.unit_text)
    for above in expected.units:
        for below in meant:
            if above.dimension == below.dimension and _same(expected, above, typed, below):
                return omission("unit_case", shown, unit=expected.unit_text)
    return near("unit_differs", shown, unit=expected.unit_text)


def _without_unit(expected: Quantity, typed: Quantity, asked: Asked, shown: str) -> Finding:
    if expected.value != typed.value:
        in_ones = any(
            expected.value * unit.factor == typed.value
            for unit in expected.units
            if unit.dimension == COUNT or unit.dimension[4] == "%"
        )
        return _equal(in_ones, shown)
    if not expected.units:
        return correct("same_number", shown)
    if any(unit.is_counter for unit in expected.units):
        return correct("counter_free", shown, unit=expected.unit_text)
    if any(unit in asked.units for unit in expected.units):
        return correct("unit_in_prompt", shown, unit=expected.unit_text)
    return omission("unit_missing", shown, unit=expected.unit_text)


def _unit_added(expected: Quantity, typed: Quantity, asked: Asked, shown: str) -> Finding:
    """Judge a unit behind a number that has none: the prompt's unit, groups, percent."""
    if any(unit in asked.units for unit in typed.units):
        return _equal(expected.value == typed.value, shown)
    measured = tuple(unit for unit in asked.units if not unit.is_counter)
    if measured and not all(unit.is_counter for unit in typed.units):
        return _with_units(expected, typed, measured, shown)
    grouped = [
        unit
        for unit in typed.units
        if unit.factor != 1 and unit.dimension in (COUNT, (0, 0, 0, 0, "%"))
    ]
    if grouped:
        same = any(typed.value * unit.factor == expected.value for unit in grouped)
        return _equal(same or (grouped[0].name == "%" and typed.value == expected.value), shown)
    return _equal(expected.value == typed.value, shown)


def _with_units(expected: Quantity, typed: Quantity, wanted: Units, shown: str) -> Finding:
    shared = [unit for unit in wanted if unit in typed.units]
    if shared:
        return _equal(expected.value == typed.value, shown)
    comparable = [
        (above, below)
        for above in wanted
        for below in typed.units
        if above.dimension == below.dimension
    ]
    for above, below in comparable:
        if _same(expected, above, typed, below):
            return correct("same_value", shown)
    if any(above.factor == below.factor for above, below in comparable):
        return near("number_differs", shown)
    return near("unit_differs", shown, unit=expected.unit_text or wanted[0].name)


def _same(expected: Quantity, above: Unit, typed: Quantity, below: Unit) -> bool:
    return _in_base(expected.value, above) == _in_base(typed.value, below)


def _in_base(value: Value, unit: Unit) -> Value:
    return value * unit.factor + unit.offset
