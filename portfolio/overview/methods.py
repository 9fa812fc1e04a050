"""Who works with a method: the initiatives that their owners share nationally, side by side, never merged or ranked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.models import Indicator
from initiatives.models import Initiative, Method, MethodUse
from organisation.models import Municipality
from portfolio.overview import shapes, words
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.list_rows import Family, load_page
from portfolio.overview.money_rows import grouped
from portfolio.overview.rows import Rows
from portfolio.overview.tables import money_summary
from portfolio.overview.viewpoint import Viewpoint, reader_of


@dataclass(frozen=True, slots=True)
class Effect:
    """An indicator that its owner shares: from where to where and when, by which source, and what that says."""

    name: str
    text: str
    source_text: str
    code: str
    words: str
    symbol: str
    is_fictional: bool


@dataclass(frozen=True, slots=True)
class UseShown:
    """One initiative of another municipality, as a reader of that municipality sees it."""

    title: str
    state_words: str
    use_words: str
    period_text: str
    money: shapes.MoneySummary
    effects: tuple[Effect, ...]
    is_fictional: bool


@dataclass(frozen=True, slots=True)
class MunicipalityUses:
    municipality: str
    uses: tuple[UseShown, ...]


def method_uses(
    method: Method, but: Municipality, as_of: datetime.date, known_on: datetime.datetime | None = None
) -> list[MunicipalityUses]:
    """In the Danish order of the municipalities' names; approved and posted rows only, whoever looks."""
    uses = MethodUse.objects.filter(
        method=method, initiative__in=Initiative.objects.approved().known_by(known_on)
    ).exclude(municipality=but)
    in_earnest = uses.filter(municipality__practice_of__isnull=True)
    shared = in_earnest.filter(initiative__shared_nationally=True).select_related("municipality", "initiative")
    of_home = grouped(shared.order_by("initiative__sort_key", "pk"), lambda use: use.municipality)
    homes = sorted(of_home, key=lambda home: home.sort_key)
    return [MunicipalityUses(home.name, tuple(_uses(home, of_home[home], as_of, known_on))) for home in homes]


def _uses(
    home: Municipality, uses: Iterable[MethodUse], as_of: datetime.date, known_on: datetime.datetime | None
) -> Iterable[UseShown]:
    viewpoint = Viewpoint(reader_of(home), home, as_of, has_links=False, known_on=known_on)
    pks = {use.initiative_id for use in uses}
    seen = Initiative.objects.visible_to(viewpoint.user).filter(municipality=home)
    family = Family(dict(seen.values_list("pk", "parent")))
    rows = load_page(viewpoint, family, pks)
    for use in uses:
        if use.initiative_id in rows.initiatives:
            yield _use(rows, family, use)


def _use(rows: Rows, family: Family, use: MethodUse) -> UseShown:
    row = rows.initiatives[use.initiative_id]
    titles = rows.tree.titles
    shared = {pk for pk in family.with_everything_below([row.pk]) if pk in titles and titles[pk].shared_nationally}
    money = money_summary(rows, rows.money.lines_of(shared))
    own = [one for pk, one in rows.figures.indicators.items() if row.pk in rows.figures.initiatives.get(pk, ())]
    effects = tuple(_effect(rows, one) for one in own if one.shared_nationally)
    return UseShown(
        title=str(row),
        state_words=capfirst(row.get_state_display()),
        use_words=str(use.get_state_display()),
        period_text=words.period(row.period),
        money=money,
        effects=effects,
        is_fictional=row.is_fictional or money.is_fictional or any(one.is_fictional for one in effects),
    )


def _effect(rows: Rows, indicator: Indicator) -> Effect:
    shown = Figure(rows, indicator).shape()
    newest = shown.latest if shown.latest and not shown.latest.is_baseline else None
    parts = [
        _("baseline %(value)s") % {"value": _dated(shown.baseline_text, shown.baseline)},
        _("latest %(value)s") % {"value": _dated(shown.latest_text, newest)},
        _("target %(value)s") % {"value": shown.target_text},
    ]
    return Effect(
        name=shown.name,
        text=" → ".join(parts),
        source_text=shown.source_text,
        code=shown.verdict,
        words=shown.verdict_words,
        symbol=shown.verdict_symbol,
        is_fictional=shown.is_fictional,
    )


def _dated(text: str, reading: shapes.Reading | None) -> str:
    return f"{text} ({reading.date_text})" if reading else text
