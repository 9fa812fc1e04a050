"""The forms of an extract: choosing it, what its columns mean, where its accounts belong, and booking it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import islice
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.account_rules import Rule, plain_key
from budgets.models import AccountField, AccountRule, BudgetLine
from organisation.fields import DanishDateField
from organisation.models import Municipality
from organisation.units import Unit
from portfolio.extracts.content import ExtractContent, Terms
from portfolio.extracts.dating import first_month_of
from portfolio.extracts.groups import GroupShown, group_shown
from portfolio.extracts.months import month_in
from portfolio.extracts.recognising import columns_of, months_to
from portfolio.extracts.summing import Group
from portfolio.forms import HouseForm
from portfolio.sheets.limits import limits
from portfolio.sheets.persons import refuse_persons
from portfolio.sheets.reading import Refused, Workbook, read_apart, read_pasted

OUTSIDE = "-"
GROUPS_ON_A_PAGE = 25
_COLUMNS = ("account", "cost_centre", "project", "text", "month", "amount", "side", "debit", "credit")


class ChoosingForm(HouseForm):
    asks_about_people = False
    file = forms.FileField(
        label=_("An extract"),
        required=False,
        help_text=_("Excel (.xlsx, .xls), OpenDocument (.ods) or text with separators (.csv)."),
    )
    text = forms.CharField(
        label=_("Or paste the rows, with their headings"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    workbook: Workbook
    raw: bytes

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        file, text = said.get("file"), said.get("text") or ""
        if self.errors:
            return said
        if bool(file) == bool(text.strip()):
            raise ValidationError(_("Choose a file or paste the rows, one of the two."))
        self.raw = file.read() if file else text.encode()
        try:
            read = read_apart(BytesIO(self.raw), file.name, limits()) if file else read_pasted(text, "", limits())
            refuse_persons(read)
        except Refused as refused:
            self.add_error("file" if file else "text", str(refused))
            return said
        self.workbook = read
        return said


class TermsForm(HouseForm):
    """What the columns mean and what is said of all rows, guessed beforehand."""

    up_to = DanishDateField(label=_("Spending booked up to and including"))
    as_of = DanishDateField(label=_("Day of the extract"))
    basis = forms.ChoiceField(
        label=_("The amounts are"),
        choices=[("", _("choose")), ("year", _("the year's up to the month")), ("month", _("the month's alone"))],
        required=False,
    )
    sign = forms.ChoiceField(
        label=_("Signs"),
        choices=[
            ("", _("as they are")),
            ("usual", _("expenditure is positive, income negative")),
            ("reversed", _("expenditure is negative: reverse them")),
        ],
        required=False,
    )
    unit = forms.ChoiceField(label=_("Amounts in"), choices=Unit.choices)
    price_level = forms.CharField(label=_("Price level"), required=False, max_length=30)
    stated = forms.CharField(
        label=_("Total of the finance system"),
        required=False,
        max_length=60,
        help_text=_("Only when the extract has no total row of its own."),
    )

    def __init__(self, content: ExtractContent, terms: Terms, data: Any = None) -> None:
        self._content, self._first_month = content, terms.first_month
        self._among = terms.among or [content.headings[column] for column in terms.rivals]
        initial = terms.as_json() | {"up_to": _day(terms.up_to), "as_of": _day(terms.as_of)}
        super().__init__(data, initial=initial)
        choices = [("", _("none")), *columns_of(content)]
        for name in _COLUMNS:
            self.fields[name] = forms.ChoiceField(label=_LABELS[name], choices=choices, required=False)
        self.order_fields([*_COLUMNS, "up_to", "as_of", "basis", "sign", "unit", "price_level", "stated"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not any(said.get(name) for name in ("account", "cost_centre", "project")):
            raise ValidationError(_("Choose at least one column of accounts, cost centres or projects."))
        if not any(said.get(name) for name in ("amount", "debit", "credit")):
            raise ValidationError(_("Choose a column of amounts, or those of debit and credit."))
        up_to, as_of = said.get("up_to"), said.get("as_of")
        if isinstance(up_to, date) and isinstance(as_of, date) and up_to > as_of:
            self.add_error("up_to", ValidationError(_("Spending cannot be booked up to a day after the reading.")))
        if isinstance(up_to, date) and said.get("amount"):
            self._check_month(int(said["amount"]), up_to)
        return said

    def _check_month(self, amount: int, up_to: date) -> None:
        """Where each month has a column, the chosen one is the last that counts."""
        headings = self._content.headings
        month = month_in(headings[amount])
        if month is not None and month[1] != up_to.month and months_to(headings, Terms(amount=amount)):
            words = {"column": headings[amount], "month": MONTHS[month[1]]}
            text = _("The column “%(column)s” is of %(month)s. Say that month, or choose the column of another.")
            self.add_error("up_to", ValidationError(text % words))

    def terms(self) -> Terms:
        said = self.cleaned_data
        columns: dict[str, Any] = {name: int(said[name]) if said[name] else None for name in _COLUMNS}
        if columns["amount"] is not None:
            columns["debit"] = columns["credit"] = None
        else:
            columns["side"] = None
        found = Terms(
            **columns,
            unit=said["unit"],
            basis=said["basis"],
            sign=said["sign"],
            year=said["up_to"].year,
            up_to=said["up_to"].isoformat(),
            as_of=said["as_of"].isoformat(),
            price_level=said["price_level"],
            stated=said["stated"],
        )
        if self._among and found.amount is not None:
            found.among, found.chosen = self._among, self._content.headings[found.amount]
        found.months = months_to(self._content.headings, found)
        found.first_month = (
            self._first_month if found.month is None else first_month_of(self._content, found, said["up_to"])
        )
        return found


_LABELS = {
    "account": _("Column of accounts"), "cost_centre": _("Column of cost centres"), "project": _("Column of projects"),
    "text": _("Column of texts"), "month": _("Column of months"), "amount": _("Column of amounts"),
    "side": _("Column of D or K"), "debit": _("Column of debit"), "credit": _("Column of credit"),
}  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def mark_of(group: Group) -> str:
    """The accounts in the names of their fields: what is left to map gets shorter while a page is open."""
    return sha256(repr(sorted(group.keys.items())).encode()).hexdigest()[:12]


class MappingForm(HouseForm):
    """Where the accounts of rows without a line belong; what is left empty stays without."""

    def __init__(self, groups: Iterable[Group], lines: Iterable[BudgetLine], data: Any = None) -> None:
        super().__init__(data)
        self.groups = {mark_of(group): group for group in islice(groups, GROUPS_ON_A_PAGE)}
        self.lines = {line.reference: line for line in lines}
        choices = [
            ("", _now("not said yet")),
            (OUTSIDE, _now("outside the overview")),
            *((reference, f"{line.code} {line.name}".strip()) for reference, line in self.lines.items()),
        ]
        labels = dict(AccountField.choices)
        for mark, group in self.groups.items():
            keys = [(name, f"{labels[name]} {key}") for name, key in group.keys.items() if key]
            self.fields[f"field-{mark}"] = forms.ChoiceField(label=_("Remember it by"), choices=keys, required=False)
            self.fields[f"pattern-{mark}"] = forms.CharField(
                label=_("Other pattern, with * and ?"), required=False, max_length=60
            )
            self.fields[f"line-{mark}"] = forms.ChoiceField(label=_("Budget line"), choices=choices, required=False)

    @property
    def shown(self) -> list[tuple[GroupShown, list[Any]]]:
        return [
            (group_shown(group), [self[f"line-{mark}"], self[f"field-{mark}"], self[f"pattern-{mark}"]])
            for mark, group in self.groups.items()
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for mark, group in self.groups.items():
            name, pattern = said.get(f"field-{mark}", ""), plain_key(said.get(f"pattern-{mark}", ""))
            if said.get(f"line-{mark}") and pattern and not Rule(name, pattern, None).fits(group.keys):
                self.add_error(f"pattern-{mark}", ValidationError(_("The pattern does not fit this account.")))
        return said

    def rules(self, municipality: Municipality) -> list[AccountRule]:
        said = self.cleaned_data
        found: dict[tuple[str, str], AccountRule] = {}
        for mark, group in self.groups.items():
            chosen, name = said[f"line-{mark}"], said[f"field-{mark}"]
            if not chosen or not name:
                continue
            pattern = plain_key(said[f"pattern-{mark}"]) or group.keys[name]
            line = None if chosen == OUTSIDE else self.lines[chosen]
            found[name, pattern] = AccountRule(municipality=municipality, field=name, pattern=pattern, line=line)
        return list(found.values())


class BookingForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why posted figures change"),
        required=False,
        max_length=500,
        help_text=_("Only when a figure that is already posted changes. It is kept with the correction."),
    )
    is_posted = forms.BooleanField(
        label=_("Post the readings at once"),
        required=False,
        help_text=_("Otherwise they are drafts, which can be taken back. What is posted can only be corrected."),
    )
