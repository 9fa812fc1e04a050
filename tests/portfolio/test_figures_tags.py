"""The tags print what the overview says: a word beside each symbol, words where a number is missing, all escaped."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from django.template import Context, Template

from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.judgements import percent_of_way
from portfolio.overview.shapes import LightShown, Source


def shown(tag: str, **context: object) -> str:
    return Template("{% load figures %}{% " + tag + " %}").render(Context(context))


def test_a_light_has_a_symbol_that_is_not_read_aloud_and_a_word() -> None:
    red = LightShown("economy", "økonomi", "red", "afviger", "■")
    assert shown("light x", x=red) == (
        '<span class="pm-light pm-light-red"><span aria-hidden="true">■</span> afviger</span>'
    )


def test_every_light_and_verdict_has_a_symbol_of_its_own_among_those_that_may_alarm() -> None:
    lights = [words.symbol(code) for code in ("green", "yellow", "red", "grey", "blue")]
    assert len(set(lights)) == 5


def test_an_amount_is_printed_and_a_missing_one_is_said() -> None:
    unit = Unit.TKR
    assert shown("amount x", x=amounts.money(200_000_000, unit)) == "2.000"
    assert shown("amount x", x=amounts.money(0, unit)) == "0"
    assert shown("full_amount x", x=amounts.money(200_000_000, unit)) == "2.000\N{NO-BREAK SPACE}t.kr."
    assert shown("amount x", x=amounts.money(None, unit)) == '<em class="pm-words">ikke angivet</em>'


def test_a_raw_dash_stands_only_as_a_quotation() -> None:
    dash = dataclasses.replace(amounts.money(None, Unit.TKR), raw="-", raw_note="dokumentet skriver “-”")
    assert shown("amount x", x=dash) == (
        '<em class="pm-words">ikke angivet</em> <span class="pm-note">(dokumentet skriver “-”)</span>'
    )


def test_what_a_person_wrote_is_escaped() -> None:
    source = Source("Et <b>notat</b>, linje 5", "Et <b>notat</b>", "linje 5", "<script>", "stated", "angivet i kilden")
    assert shown("footnote x", x=source) == ("Et &lt;b&gt;notat&lt;/b&gt;, linje 5 <q>&lt;script&gt;</q>")


def test_progress_is_never_100_before_the_target_is_reached() -> None:
    assert percent_of_way(Decimal("0.4")) == "40\N{NO-BREAK SPACE}%"
    assert percent_of_way(Decimal("0.996")) == "99,6\N{NO-BREAK SPACE}%"
    assert percent_of_way(Decimal("0.99996")) == "99,996\N{NO-BREAK SPACE}%"
    assert percent_of_way(Decimal(1)) == "100\N{NO-BREAK SPACE}%"


def test_shapes_have_only_fields_so_that_a_frozen_report_reads_the_same_names() -> None:
    for name in shapes.__all__:
        shape = getattr(shapes, name)
        assert not [key for key, value in vars(shape).items() if isinstance(value, property)], name
