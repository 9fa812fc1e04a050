"""How a committee's initiatives stand on a day, live or as they were frozen, and what two such standings differ in."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.models import Light
from organisation.printing import format_amount
from organisation.units import Unit
from portfolio.overview import words
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import (
    MOST_FIGURES,
    AgendaItem,
    Behind,
    DecidedSince,
    FrontFigure,
    FrontPage,
    OffTrack,
)
from portfolio.overview.statuses import NO_STATUS, WORSE_IS_MORE
from portfolio.overview.viewpoint import any_fictional

MOST_NAMES, MOST_OFF_TRACK, MOST_CHANGES, MOST_DECISIONS = 2, 3, 5, 3
MOST_BEHIND = 12
LONGEST_REASON = 160
_WORST_FIRST = (Light.RED, Light.YELLOW, NO_STATUS, Light.GREY, Light.BLUE, Light.GREEN)
# Neither on track nor off it: nobody has judged.
COLOURLESS = (Light.GREY.value, NO_STATUS)
GOOD_VERDICTS = ("reached", "on_course")


@dataclass(frozen=True)
class Mark:
    """An initiative: the worst light of its latest status, and the owner's words on it. `is_old`: no new status."""

    title: str
    url: str
    light: str
    reason: str = ""
    action: str = ""
    status_text: str = ""
    is_old: bool = False
    is_fictional: bool = False


@dataclass(frozen=True)
class Measured:
    """An indicator with its verdict."""

    title: str
    url: str
    verdict: str
    text: str
    is_fictional: bool = False


@dataclass(frozen=True)
class Money:
    """`ore` is the revised budget of `year`, None when nothing is adopted or stated, with `value` to say which where it
    is not the former; `year` is None where it is of several.
    `text` is the sentence, `parts` what it is made of, and `parts_left` how much of that is not named.
    """

    ore: int | None = None
    year: int | None = None
    value: str = ""
    detail: str = ""
    text: str = ""
    parts: tuple[Behind, ...] = ()
    more: Link | None = None
    is_fictional: bool = False
    parts_left: int = 0


@dataclass(frozen=True)
class Standing:
    as_of: datetime.date
    initiatives: Mapping[str, Mark]
    indicators: Mapping[str, Measured]
    money: Money
    agenda: tuple[AgendaItem, ...] = field(default=())

    @property
    def to_decide(self) -> dict[str, str]:
        """{reference: title} of what the committee is asked about."""
        return {one.reference: one.title for one in self.agenda if one.is_asked}


def front_page(
    now: Standing,
    before: Standing | None,
    all_of_it: Link | None = None,
    decided: DecidedSince | None = None,
) -> FrontPage:
    """`all_of_it` is where the whole list stands, None where there is none."""
    figures = [
        *_lights(now, before, all_of_it),
        _not_updated(now, before, all_of_it),
        *_money(now, before),
        *_indicators(now, before),
        _to_decide(now, before),
    ]
    changes = _changes(now, before) if before else []
    made = decided.made if decided else ()
    worst = _worst_first(now)
    return FrontPage(
        as_of_text=words.day(now.as_of),
        since_text=words.day(before.as_of) if before else "",
        count_text=words.initiatives(len(now.initiatives)),
        figures=tuple(_short(one, now) for one in figures[:MOST_FIGURES]),
        changes=tuple(changes[:MOST_CHANGES]),
        changes_more=max(0, len(changes) - MOST_CHANGES),
        off_track=tuple(_off_track(reference, now, before) for reference in worst[:MOST_OFF_TRACK]),
        off_track_more=max(0, len(worst) - MOST_OFF_TRACK),
        money_text=now.money.text,
        asked=tuple(one for one in now.agenda if one.is_asked),
        told=tuple(one for one in now.agenda if not one.is_asked),
        decided=None if decided is None else made[:MOST_DECISIONS],
        decided_more=max(0, len(made) - MOST_DECISIONS),
        decided_unclear=decided.unclear if decided else None,
        is_fictional=any_fictional([now.money], now.initiatives.values(), now.indicators.values(), now.agenda, made),
    )


def _short(figure: FrontFigure, now: Standing) -> FrontFigure:
    """As much of what is behind it as one reads; the rest is counted."""
    left = len(figure.behind) - MOST_BEHIND
    left = max(0, left) + (now.money.parts_left if figure.key == "money" else 0)
    if not left:
        return figure
    text = ngettext("and %(number)d more", "and %(number)d more", left) % {"number": left}
    return dataclasses.replace(figure, behind=figure.behind[:MOST_BEHIND], left_text=text)


def names(titles: Sequence[str]) -> str:
    """At most two by name, and how many more: a figure is a card of few words."""
    if len(titles) <= MOST_NAMES:
        return words.listed(list(titles))
    more = ngettext("%(number)d more", "%(number)d more", len(titles) - MOST_NAMES)
    return words.listed([*titles[:MOST_NAMES], more % {"number": len(titles) - MOST_NAMES}])


def _lights(now: Standing, before: Standing | None, all_of_it: Link | None) -> Iterable[FrontFigure]:
    for light, key in ((Light.RED, "off-track"), (Light.YELLOW, "attention"), (Light.GREEN, "on-track")):
        found = {ref: one for ref, one in now.initiatives.items() if one.light in _shown_as(light)}
        yield FrontFigure(
            key=key,
            value=str(len(found)),
            label=words.status(light),
            detail=_("of %(number)d") % {"number": len(now.initiatives)},
            why=_why(found.keys(), light, now, before),
            code=light.value,
            symbol=words.symbol(light.value),
            behind=tuple(Behind(one.title, one.url, one.status_text, one.is_fictional) for one in found.values()),
            behind_text=_("none"),
            more=_narrowed(all_of_it, f"light={light.value}") if light != Light.GREEN else all_of_it,
            is_fictional=any(one.is_fictional for one in found.values()),
        )


def _shown_as(light: Light) -> tuple[str, ...]:
    """Completed goes as planned."""
    return (Light.GREEN.value, Light.BLUE.value) if light == Light.GREEN else (light.value,)


def _narrowed(link: Link | None, query: str) -> Link | None:
    if link is None:
        return None
    return Link(link.title, f"{link.url}{'&' if '?' in link.url else '?'}{query}")


def _why(found: Iterable[str], light: Light, now: Standing, before: Standing | None) -> str:
    if before is None:
        return _nothing_before()
    there = {ref: one.title for ref, one in before.initiatives.items() if one.light in _shown_as(light)}
    return _came_and_went({ref: now.initiatives[ref].title for ref in found}, there)


def _nothing_before() -> str:
    return _("There is nothing earlier to compare with.")


def _came_and_went(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Who came and who went since last time, in one sentence, of {reference: title} now and then."""
    came = names([title for ref, title in here.items() if ref not in there])
    went = names([title for ref, title in there.items() if ref not in here])
    if came and went:
        return _("New since last time: %(came)s; no longer: %(went)s.") % {"came": came, "went": went}
    if came:
        return _("New since last time: %(came)s.") % {"came": came}
    return _("No longer: %(went)s.") % {"went": went} if went else _("The same as last time.")


def _not_updated(now: Standing, before: Standing | None, all_of_it: Link | None) -> FrontFigure:
    """With those of no colour, so that every initiative is in a figure of the front page."""
    found = _without_news(now)
    titles = {ref: one.title for ref, one in found.items()}
    earlier = {} if before is None else {ref: one.title for ref, one in _without_news(before).items()}
    return FrontFigure(
        key="not-updated",
        value=str(len(found)),
        label=_("without a present judgement"),
        detail=_parts_of(found.values(), len(now.initiatives)),
        why=_nothing_before() if before is None else _came_and_went(titles, earlier),
        code="",
        symbol="",
        behind=tuple(Behind(one.title, one.url, one.status_text, one.is_fictional) for one in found.values()),
        behind_text=_("All are judged in a status from the last half year."),
        more=all_of_it,
        is_fictional=any(one.is_fictional for one in found.values()),
    )


def _without_news(standing: Standing) -> dict[str, Mark]:
    return {ref: one for ref, one in standing.initiatives.items() if one.is_old or one.light in COLOURLESS}


def _parts_of(found: Collection[Mark], number: int) -> str:
    """Of how many, and why: each initiative under one reason, so that the parts add up."""
    lights = Counter(one.light for one in found)
    never, grey = lights[NO_STATUS], lights[Light.GREY.value]
    old = len(found) - never - grey
    parts = [
        ngettext("%(number)d not started or not assessed", "%(number)d not started or not assessed", grey),
        ngettext("%(number)d without a status at all", "%(number)d without a status at all", never),
        ngettext("%(number)d from more than half a year ago", "%(number)d from more than half a year ago", old),
    ]
    said = [text % {"number": many} for text, many in zip(parts, (grey, never, old), strict=True) if many]
    of_all = _("of %(number)d") % {"number": number}
    return f"{of_all}: {words.listed(said)}" if said else of_all


def _money(now: Standing, before: Standing | None) -> Iterable[FrontFigure]:
    money = now.money
    yield FrontFigure(
        key="money",
        value=money.value or _("not adopted"),
        label=_("revised budget"),
        detail=money.detail,
        why=_why_money(now, before),
        code="",
        symbol="",
        behind=money.parts,
        behind_text=money.text,
        more=money.more,
        is_fictional=money.is_fictional,
    )


def _why_money(now: Standing, before: Standing | None) -> str:
    if before is None:
        return _nothing_before()
    new, old = now.money, before.money
    if new.ore is None or old.ore is None:
        if new.ore is not None:
            return _("It is adopted since last time.")
        return _("Nothing is adopted that could be compared.") if old.ore is None else _("Last time a sum was stated.")
    if new.year != old.year:
        return _("Last time the figure was that of another budget year, so the two are not compared.")
    change = new.ore - old.ore
    if not change:
        return _("The revised budget is the same as last time.")
    size = format_amount(abs(change), Unit.KR)
    return (_("%(size)s more than last time.") if change > 0 else _("%(size)s less than last time.")) % {"size": size}


def _indicators(now: Standing, before: Standing | None) -> Iterable[FrontFigure]:
    if not now.indicators:
        return
    good = [one for one in now.indicators.values() if one.verdict in GOOD_VERDICTS]
    moved = [
        _("%(name)s: %(text)s") % {"name": one.title, "text": one.text}
        for ref, one in now.indicators.items()
        if before and ref in before.indicators and before.indicators[ref].verdict != one.verdict
    ]
    why = _nothing_before() if before is None else _("The verdicts are the same as last time.")
    if moved:
        why = _("Changed since last time: %(names)s.") % {"names": names(moved)}
    yield FrontFigure(
        key="indicators",
        value=_("%(good)d of %(number)d") % {"good": len(good), "number": len(now.indicators)},
        label=_("indicators reached or on course"),
        detail="",
        why=why,
        code="",
        symbol="",
        behind=tuple(Behind(one.title, one.url, one.text, one.is_fictional) for one in now.indicators.values()),
        behind_text=_("none"),
        is_fictional=any(one.is_fictional for one in now.indicators.values()),
    )


def _to_decide(now: Standing, before: Standing | None) -> FrontFigure:
    return FrontFigure(
        key="to-decide",
        value=str(len(now.to_decide)),
        label=_("for decision"),
        detail="",
        why=_nothing_before() if before is None else _came_and_went(now.to_decide, before.to_decide),
        code="",
        symbol="",
        behind=tuple(Behind(one.title, one.url, one.text, one.is_fictional) for one in now.agenda if one.is_asked),
        behind_text=_("Nothing is put to the committee for decision."),
        is_fictional=any(one.is_fictional for one in now.agenda if one.is_asked),
    )


def _worst_first(now: Standing) -> list[str]:
    bad = [ref for ref, one in now.initiatives.items() if one.light in (Light.RED, Light.YELLOW)]
    return sorted(bad, key=lambda ref: -WORSE_IS_MORE.index(Light(now.initiatives[ref].light)))


def _off_track(reference: str, now: Standing, before: Standing | None) -> OffTrack:
    one = now.initiatives[reference]
    earlier = before.initiatives.get(reference) if before else None
    return OffTrack(
        title=one.title,
        url=one.url,
        code=one.light,
        word=words.status(one.light),
        symbol=words.symbol(one.light),
        reason=Truncator(" ".join(one.reason.split())).chars(LONGEST_REASON),
        action=Truncator(" ".join(one.action.split())).chars(LONGEST_REASON),
        is_new=before is not None and (earlier is None or earlier.light != one.light),
        is_fictional=one.is_fictional,
    )


def _changes(now: Standing, before: Standing) -> list[Behind]:
    """What reads differently from last time, the worst first."""
    moved = [
        (before.initiatives.get(ref), one)
        for ref, one in now.initiatives.items()
        if ref not in before.initiatives or before.initiatives[ref].light != one.light
    ]
    moved.sort(key=lambda pair: _WORST_FIRST.index(pair[1].light))
    found = [Behind(one.title, one.url, _moved(earlier, one), one.is_fictional) for earlier, one in moved]
    gone = [one for ref, one in before.initiatives.items() if ref not in now.initiatives]
    return [*found, *(Behind(one.title, one.url, _("no longer in the overview"), one.is_fictional) for one in gone)]


def _moved(before: Mark | None, now: Mark) -> str:
    word = words.status(now.light)
    if before is None:
        return _("new in the overview: %(status)s") % {"status": word}
    return _("from %(before)s to %(status)s") % {"before": words.status(before.light), "status": word}
