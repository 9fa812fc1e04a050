"""What is asked on the way in: which file, what its columns mean, and what holds for all its rows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.models import DecisionState
from organisation.fields import DanishDateField
from organisation.periods import PeriodError, parse_period
from organisation.units import Unit
from portfolio.forms import HouseForm
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import (
    Column,
    ColumnCorrection,
    Correction,
    Layout,
    Meaning,
    Question,
    RowRole,
    TableKind,
)
from portfolio.sheets.understanding.layout import DERIVED

_UNIT_CHOICES = [("", _("as the sheet says")), *Unit.choices]
MOST_ROLES = 60


class FileForm(HouseForm):
    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.tsv,.txt,.htm,.html"}),
        error_messages={"required": _("Choose the file to be read.")},
        help_text=_("Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv). Nothing is imported before you confirm."),
    )


class PasteForm(HouseForm):
    asks_about_people = False
    text = forms.CharField(
        label=_("Cells copied in Excel"),
        widget=forms.Textarea(attrs={"rows": 6, "class": "pm-paste"}),
        strip=False,
        error_messages={"required": _("Paste the cells to be read.")},
        help_text=_("With the row of headings. Select the cells, copy them, and paste them here."),
    )


class QuestionsForm(HouseForm):
    """One choice for each question; its key is that of the answer."""

    def __init__(self, data: Any, questions: Iterable[Question], *, is_required: bool = False) -> None:
        super().__init__(data)
        self.questions = list(questions)
        for question in self.questions:
            help_text = ", ".join(question.addresses[:12])
            self.fields[f"q-{question.key}"] = forms.ChoiceField(
                label=question.text,
                choices=question.choices,
                widget=forms.RadioSelect,
                initial=question.suggestion or None,
                required=is_required,
                help_text=" – ".join(filter(None, [question.why, help_text])),
            )

    @property
    def answers(self) -> dict[str, str]:
        said = {question.key: self.cleaned_data.get(f"q-{question.key}") for question in self.questions}
        return {key: answer for key, answer in said.items() if answer}


class LayoutForm(HouseForm):
    """`reads_again`: the heading or the kind was changed, so that the columns are guessed anew."""

    kind = forms.ChoiceField(label=_("The table is of"), choices=TableKind.choices)
    header = forms.CharField(
        label=_("Rows with headings"),
        max_length=40,
        required=False,
        help_text=_("The numbers of the rows, for example 3 or 3-4."),
    )
    unit = forms.ChoiceField(label=_("Amounts in"), choices=_UNIT_CHOICES, required=False)
    with_hidden_rows = forms.BooleanField(label=_("Read hidden rows too"), required=False)
    with_hidden_columns = forms.BooleanField(label=_("Read hidden columns too"), required=False)

    def __init__(self, data: Any, layout: Layout, sheet: Sheet) -> None:
        super().__init__(data, initial=_initial(layout))
        self.layout, self.sheet = layout, sheet
        if layout.unit.why:
            self.fields["unit"].help_text = layout.unit.why
        self.fields["kind"].help_text = layout.why
        if not sheet.facts.hidden_rows:
            del self.fields["with_hidden_rows"]
        if not sheet.facts.hidden_columns:
            del self.fields["with_hidden_columns"]

    def clean_header(self) -> tuple[int, ...]:
        """Rows from 0."""
        text = self.cleaned_data["header"].replace("–", "-").replace(" ", "")
        if not text:
            return ()
        found = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?", text)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= self.sheet.height or last - first > 5:
            raise ValidationError(_now("Write the number of one row, or of up to six rows that follow, such as 3-4."))
        return tuple(range(first - 1, last))

    @property
    def base(self) -> Correction:
        """What is said of the whole table, before its columns. What stands as it was guessed is not said."""
        said, before = self.cleaned_data, self.layout.correction
        kind, header = TableKind(said["kind"]), said["header"]
        is_same_kind = kind == self.layout.kind and before.kind is None
        is_same_header = header == self.layout.header_rows and before.header_rows is None
        return Correction(
            kind=None if is_same_kind else kind,
            header_rows=None if is_same_header else header,
            unit=Unit(said["unit"]) if said["unit"] else None,
            with_hidden_rows=said.get("with_hidden_rows", False),
            with_hidden_columns=said.get("with_hidden_columns", False),
        )

    @property
    def reads_again(self) -> bool:
        base, before = self.base, self.layout.correction
        return (base.kind, base.header_rows) != (before.kind, before.header_rows)


def _initial(layout: Layout) -> dict[str, Any]:
    rows = [row + 1 for row in layout.header_rows]
    header = "" if not rows else str(rows[0]) if len(rows) == 1 else f"{rows[0]}-{rows[-1]}"
    correction = layout.correction
    return {
        "kind": layout.kind,
        "header": header,
        "unit": correction.unit or "",
        "with_hidden_rows": correction.with_hidden_rows,
        "with_hidden_columns": correction.with_hidden_columns,
    }


class ColumnsForm(HouseForm):
    """Meaning, year and unit of each column that holds something."""

    def __init__(self, data: Any, layout: Layout, shown: Iterable[int]) -> None:
        super().__init__(data)
        self.shown = list(shown)
        for column in layout.columns:
            if column.index not in self.shown:
                continue
            words = {"letters": column.letters}
            self.fields[f"m{column.index}"] = forms.ChoiceField(
                label=_now("Meaning of column %(letters)s") % words, choices=Meaning.choices, initial=column.meaning
            )
            self.fields[f"y{column.index}"] = forms.IntegerField(
                label=_now("Year of column %(letters)s") % words,
                min_value=1970,
                max_value=2100,
                required=False,
                initial=column.year,
                widget=forms.NumberInput(attrs={"class": "pm-year"}),
            )
            self.fields[f"u{column.index}"] = forms.ChoiceField(
                label=_now("Unit of column %(letters)s") % words,
                choices=_UNIT_CHOICES,
                required=False,
                initial=column.unit.unit or "",
            )

    def corrections(self, guess: Layout) -> dict[int, ColumnCorrection]:
        """All columns when one is another than the guess; none when it was right."""
        said = {index: self._said(index) for index in self.shown}
        guessed = {
            column.index: ColumnCorrection(column.meaning, column.year, column.unit.unit) for column in guess.columns
        }
        if all(guessed[index] == one for index, one in said.items()):
            return {}
        return guessed | said

    def left_out(self, layout: Layout) -> list[Column]:
        """Columns that were read and no longer are to be."""
        return [
            column
            for column in layout.columns
            if column.index in self.shown and column.meaning is not Meaning.IGNORED
            if self.cleaned_data[f"m{column.index}"] == Meaning.IGNORED
        ]

    def _said(self, index: int) -> ColumnCorrection:
        unit = self.cleaned_data[f"u{index}"]
        return ColumnCorrection(
            Meaning(self.cleaned_data[f"m{index}"]), self.cleaned_data[f"y{index}"], Unit(unit) if unit else None
        )


class RolesForm(HouseForm):
    """The role of each row that is not data, and of one more row."""

    more_row = forms.IntegerField(label=_("Another row"), min_value=1, required=False)
    more_role = forms.ChoiceField(label=_("is"), choices=[("", "–"), *RowRole.choices], required=False)

    def __init__(self, data: Any, layout: Layout) -> None:
        super().__init__(data)
        self.special = special_rows(layout)
        for row in self.special:
            self.fields[f"r{row.index}"] = forms.ChoiceField(
                label=_now("Row %(number)d: %(text)s") % {"number": row.number, "text": row.label[:80]},
                choices=RowRole.choices,
                initial=row.role,
                help_text=row.why,
            )
        self.order_fields([name for name in self.fields if not name.startswith("more")])

    def roles(self, before: Correction) -> dict[int, RowRole]:
        changed = {
            row.index: RowRole(self.cleaned_data[f"r{row.index}"])
            for row in self.special
            if self.cleaned_data[f"r{row.index}"] != row.role
        }
        more, role = self.cleaned_data.get("more_row"), self.cleaned_data.get("more_role")
        extra = {more - 1: RowRole(role)} if more and role else {}
        return {**before.rows, **changed, **extra}


def special_rows(layout: Layout) -> list[Any]:
    return [row for row in layout.rows if row.role not in {RowRole.DATA, RowRole.BLANK, RowRole.HEADER}][:MOST_ROLES]


class TermsForm(HouseForm):
    """What a sheet of this kind does not say of itself."""

    decision = forms.ChoiceField(
        label=_("Decision"), choices=[one for one in DecisionState.choices if one[0] != DecisionState.REJECTED]
    )
    price_level = forms.CharField(
        label=_("Price level"), required=False, max_length=30, help_text=_("For example 2018-pl; empty when unknown.")
    )
    effective_text = forms.CharField(
        label=_("Date of the decision"), required=False, max_length=100, help_text=_("In words: 12. oktober 2017.")
    )
    year = forms.IntegerField(label=_("Budget year"), min_value=1970, max_value=2100, required=False)
    round = forms.CharField(label=_("Budget follow-up"), max_length=30, required=False)
    as_of = DanishDateField(label=_("Stated as of"), required=False)
    up_to = DanishDateField(label=_("Spending booked up to and including"), required=False)

    def __init__(self, data: Any, layout: Layout, initial: Terms) -> None:
        super().__init__(data, initial={name: getattr(initial, name) for name in self.base_fields})
        for name in set(self.fields) - _ASKED.get(layout.kind, set()):
            del self.fields[name]
        if "round" in self.fields:
            for name in ("year", "round", "as_of", "up_to"):
                self.fields[name].required = not is_stated(layout, name)
            if not self.fields["up_to"].required:
                self.fields["up_to"].help_text = _now("Empty: up to and including the day of each row.")
        if layout.kind == TableKind.MEASUREMENTS:
            self.fields["effective_text"].label = _now("Date of values that state none")

    def clean_effective_text(self) -> str:
        words: str = self.cleaned_data["effective_text"]
        try:
            parse_period(words)
        except PeriodError as error:
            raise ValidationError(str(error)) from error
        return words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        as_of, up_to = cleaned.get("as_of"), cleaned.get("up_to")
        if isinstance(as_of, datetime.date) and isinstance(up_to, datetime.date) and up_to > as_of:
            self.add_error("up_to", ValidationError(_now("Spending cannot be booked up to a day after the reading.")))
        return cleaned

    @property
    def terms(self) -> Terms:
        usual = Terms()
        return Terms(**{name: self.cleaned_data[name] or getattr(usual, name) for name in self.fields})


def is_stated(layout: Layout, term: str) -> bool:
    """Whether columns state the term of a follow-up for each row; a row whose cell is blank has its own error."""
    meanings = {column.meaning for column in layout.used}
    if term == "year":
        amounts = [column for column in layout.used if column.is_money and column.meaning not in DERIVED]
        return Meaning.YEAR in meanings or all(column.year for column in amounts)
    if term == "up_to":
        # Only spending is booked up to a day: where nothing else is said, that of its reading.
        return Meaning.MEASURED_AT in meanings or Meaning.ACTUAL not in meanings
    return {"as_of": Meaning.MEASURED_AT, "round": Meaning.ROUND}[term] in meanings


_ASKED: dict[TableKind, set[str]] = {
    TableKind.BUDGET_WIDE: {"decision", "price_level", "effective_text", "year"},
    TableKind.BUDGET_LONG: {"decision", "price_level", "effective_text", "year"},
    TableKind.FOLLOW_UP: {"decision", "price_level", "year", "round", "as_of", "up_to"},
    TableKind.MEASUREMENTS: {"effective_text"},
}


class ConfirmForm(HouseForm):
    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)
    reason = forms.CharField(
        label=_("Why posted or approved figures change"),
        max_length=500,
        required=False,
        help_text=_("Kept in the history with each correction."),
    )

    def __init__(self, data: Any, *, needs_reason: bool = False, fingerprint: str = "", reason: str = "") -> None:
        super().__init__(data, initial={"fingerprint": fingerprint, "reason": reason})
        self.fields["reason"].required = needs_reason
        if not needs_reason:
            del self.fields["reason"]
