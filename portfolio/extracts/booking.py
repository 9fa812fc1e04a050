"""An extract becomes readings of actual spending, one for each budget line, through the budgets' own rules.

The rules in words:
- A reading is preliminary, booked up to and including the last day of the month, and says the day of the extract.
- Amounts of the month alone are added to the line's last reading, which must be of the month before; where the rows
  are of several months, of the month before the first of them.
- Nothing is written unless all rows are read and mapped, the total agrees, and all readings can be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from budgets.account_rules import Rule
from budgets.entering import Amount, AmountsRefusedError, RoundTerms, Wanted, read, reading_standing, set_readings
from budgets.models import AccountRule, BudgetLine, Direction, Statement, StatementKind
from organisation import writing
from organisation.models import ImportBatch, Municipality, Provenance, User
from organisation.units import Unit
from portfolio.extracts.content import Terms
from portfolio.extracts.models import ExtractState, FinanceExtract
from portfolio.extracts.summing import Group, Sums, add_up
from portfolio.sheets.reading.workbook import address

MOST_CITED = 40


@dataclass
class LineReading:
    """`extract_ore` is what the extract has, `ore` the reading that follows; None when it cannot be made."""

    line: BudgetLine
    group: Group
    extract_ore: int
    ore: int | None
    now: Amount | None
    problem: str = ""

    @property
    def is_new(self) -> bool:
        return self.ore is not None and (self.now is None or self.now.ore != self.ore)


@dataclass
class Booked:
    """What booking the extract does. `blockers` are sentences that say why it cannot be booked yet."""

    sums: Sums
    lines: list[LineReading] = field(default_factory=list)
    blockers: list[str] = field(default_factory=list)

    @property
    def changed(self) -> list[LineReading]:
        return [one for one in self.lines if one.is_new]

    @property
    def is_nothing(self) -> bool:
        return not self.blockers and not self.changed


class NotBookedError(Exception):
    """Nothing was written; `sentences` say why."""

    def __init__(self, sentences: Iterable[str]) -> None:
        super().__init__()
        self.sentences = list(sentences)


def rules_of(municipality: Municipality) -> list[Rule]:
    rows = AccountRule.objects.filter(municipality=municipality).order_by("pk")
    return [Rule(one.field, one.pattern, one.line_id) for one in rows]


def round_terms(terms: Terms) -> RoundTerms:
    up_to = date.fromisoformat(terms.up_to)
    return RoundTerms(
        name=_("Extract %(month)s %(year)d") % {"month": MONTHS[up_to.month], "year": up_to.year},
        year=terms.year or up_to.year,
        as_of=date.fromisoformat(terms.as_of),
        unit=Unit.KR,
        price_level=terms.price_level,
        up_to=up_to,
    )


def look_at(extract: FinanceExtract, *, by: User) -> Booked:
    """What booking would do, and what stands in the way. Writes nothing."""
    terms = extract.said
    sums = add_up(extract.content, terms, rules_of(extract.municipality))
    booked = Booked(sums)
    if not terms.up_to:
        booked.blockers = [
            _("Say below up to and including which day the spending is booked."),
            *_blockers(booked, terms, extract.content.headings),
        ]
        return booked
    found = BudgetLine.objects.editable_by(by).filter(municipality=extract.municipality, pk__in=sums.lines)
    lines = {line.pk: line for line in found.order_by("position", "sort_key", "pk")}
    round_ = round_terms(terms)
    standing = reading_standing(lines, round_)
    before = _before(lines, terms) if terms.basis == "month" else {}
    sign = -1 if terms.sign == "reversed" else 1
    for pk, line in lines.items():
        group = sums.lines[pk]
        now = read(standing[pk, StatementKind.ACTUAL])
        reading = LineReading(line, group, group.ore, sign * group.ore, now)
        _add_before(reading, before.get(pk), terms)
        booked.lines.append(reading)
    booked.blockers = list(_blockers(booked, terms, extract.content.headings))
    return booked


def _before(lines: Iterable[int], terms: Terms) -> dict[int, Statement]:
    """{line: the posted reading up to the end of the month before}."""
    first = date.fromisoformat(terms.up_to).replace(month=_first_month(terms), day=1)
    rows = Statement.objects.posted().filter(
        line__in=list(lines), year=first.year, kind=StatementKind.ACTUAL, up_to=first - timedelta(1)
    )
    return {row.line_id: row for row in rows.order_by("as_of", "posted_at", "pk")}


def _first_month(terms: Terms) -> int:
    up_to = date.fromisoformat(terms.up_to).month
    return min(terms.first_month or up_to, up_to)


def _add_before(reading: LineReading, before: Statement | None, terms: Terms) -> None:
    if terms.basis != "month" or _first_month(terms) == 1:
        return
    if before is None or before.amount_ore is None:
        reading.ore = None
        reading.problem = _("There is no posted reading up to the month before, to which the month can be added.")
    else:
        reading.ore = before.amount_ore + (reading.ore or 0)


def _blockers(booked: Booked, terms: Terms, headings: list[str]) -> Iterable[str]:
    sums = booked.sums
    if sums.problems:
        yield _("Some cells cannot be read. Correct them in the file and choose it again.")
    if sums.unmapped or sums.torn:
        yield _("Some rows have no budget line. Say below where they belong.")
    if sums.stated is None:
        yield _("The extract states no total. Write the total of the finance system, so that the two can be compared.")
    elif sums.difference:
        yield _(
            "The rows do not add up to the stated total. Draw the extract again, or correct the total that was written."
        )
    if not terms.basis:
        yield _("Say whether the amounts are the year's up to the month, or the month's alone.")
    if terms.rivals:
        columns = ", ".join(f"“{headings[column]}”" for column in terms.rivals)
        yield _("Several columns may be the amounts: %(columns)s. Say below which it is.") % {"columns": columns}
    if not terms.sign and _expenditure(booked) < 0:
        yield _("Expenditure is negative in the extract. Say whether the signs are to be reversed.")
    yield from (f"{one.line}: {one.problem}" for one in booked.lines if one.problem)
    if not sums.lines and not sums.unmapped:
        yield _("No row belongs to a budget line, so there is nothing to book.")


def _expenditure(booked: Booked) -> int:
    return sum(one.extract_ore for one in booked.lines if one.line.direction == Direction.EXPENDITURE)


def book(extract: FinanceExtract, *, by: User, seen: str, reason: str = "", is_posted: bool = False) -> Booked:
    """Books what was shown, whose `token` is `seen`. Raises NotBookedError; then nothing is written."""
    with transaction.atomic():
        held = FinanceExtract.objects.select_for_update().get(pk=extract.pk)
        if not held.is_open:
            raise NotBookedError([_("The extract has been booked already.")])
        booked = look_at(held, by=by)
        if booked.blockers:
            raise NotBookedError(booked.blockers)
        if token(booked) != seen:
            raise NotBookedError([_("What booking would do has changed. Look it through again.")])
        batch = _batch(held, by)
        _write(held, booked, batch, by=by, reason=reason, is_posted=is_posted)
        held.state, held.batch = ExtractState.CONFIRMED, batch
        writing.save(held, by=by, batch=batch, validate=False)
    return booked


def _batch(extract: FinanceExtract, by: User) -> ImportBatch:
    batch = ImportBatch(
        municipality=extract.municipality,
        filename=extract.filename,
        file=str(extract.file),
        sha256=extract.sha256,
        created_by=by,
    )
    return writing.save(batch, by=by)


def _write(
    extract: FinanceExtract, booked: Booked, batch: ImportBatch, *, by: User, reason: str, is_posted: bool
) -> None:
    terms = round_terms(extract.said)
    wanted = {(one.line.pk, StatementKind.ACTUAL.value): Wanted(one.now, Amount(one.ore)) for one in booked.changed}
    try:
        set_readings(wanted=wanted, terms=terms, by=by, reason=reason, is_posted=is_posted, batch=batch)
    except AmountsRefusedError as refused:
        names = {one.line.pk: str(one.line) for one in booked.lines}
        raise NotBookedError(
            f"{names[int(place[0])]}: {' '.join(sentences)}" for place, sentences in refused.problems.items()
        ) from refused
    standing = reading_standing([one.line.pk for one in booked.changed], terms)
    facts = [
        fact
        for one in booked.changed
        for rows in [standing[one.line.pk, StatementKind.ACTUAL]]
        for fact in _facts(extract, batch, one, [*rows.posted, *rows.drafts][-1])
    ]
    writing.save_many(facts, by=by, batch=batch, validate=False)


def _facts(extract: FinanceExtract, batch: ImportBatch, one: LineReading, row: Statement) -> Iterable[Provenance]:
    """The cells that the reading is the sum of; runs of rows are one."""
    terms = extract.said
    columns = sorted(terms.months) if terms.are_months_added else terms.amounts[:1]
    places = [
        _area(address(top - 1, left), address(bottom - 1, right))
        for left, right in _runs(columns)
        for top, bottom in _runs(sorted(one.group.rows))
    ]
    for cell in places[:MOST_CITED]:
        yield Provenance(
            municipality=extract.municipality,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            field="amount_ore",
            batch=batch,
            sheet=extract.content.sheet[:100],
            cell=cell[:20],
            note=_("%(count)d cells in all") % {"count": len(one.group.rows) * len(columns)}
            if len(places) > MOST_CITED
            else "",
        )


def _area(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"


def _runs(numbers: list[int]) -> Iterable[tuple[int, int]]:
    for _gap, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        rows = [number for _place, number in run]
        yield rows[0], rows[-1]


def token(booked: Booked) -> str:
    """The same as long as booking would do the same."""
    said = repr([(one.line.pk, one.ore, one.now) for one in booked.lines])
    return sha256(said.encode()).hexdigest()[:32]
