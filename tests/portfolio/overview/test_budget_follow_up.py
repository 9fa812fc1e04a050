"""The made-up follow-up of Hvidovre in 2017: every figure recomputed by hand, in øre, and no øre may move."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management import call_command
from django.db.models import Model
from django.test import TestCase
from django.utils import translation
from django.utils.text import capfirst

from budgets.models import Entry, FundingSource, Statement, Transfer
from initiatives.models import Initiative, Strategy
from organisation import triggers
from organisation.models import DeviationSign, Municipality
from portfolio import overview
from portfolio.charts import draw
from portfolio.charts.definitions import StackedBars
from portfolio.charts.frozen import thawed_budget
from portfolio.overview import shapes
from portfolio.overview.budget_doors import Question, budget_overview, funding_overview
from portfolio.overview.groupings import GroupBy
from portfolio.overview.status_reports import report_content
from portfolio.overview.viewpoint import reader_of
from portfolio.reports.printed.budget_pictures import budget_charts
from portfolio.reports.snapshot import canonical, plain

CPH = ZoneInfo("Europe/Copenhagen")
T_KR = 100_000
NOVEMBER = Question(as_of=date(2017, 11, 30), year=2017)
NBSP = "\N{NO-BREAK SPACE}"

# original | revised | actual | forecast | deviation | % spent; in t.kr., None where there is none.
Figures = tuple[float | None, ...]
BY_HAND: dict[str, Figures] = {
    # 24.600 typed and corrected by -100, - 7.000 supplementary - 2.000 transferred - 500 unspecified
    "F1": (24_500, 15_000, 11_650, 15_900, 900, 77.7),
    # 16.200 + 1.500 carried over + 800 supplementary + 2.000 transferred
    "F2": (16_200, 20_500, 14_820.5, 20_250, -250, 72.3),
    # 9.000 - 3.000 supplementary - 3.500 to the outside; nobody has stated a forecast
    "F3": (9_000, 2_500, 1_875, None, None, 75.0),
    # -2.000 - 300 supplementary; less income is expected than budgeted
    "F4": (-2_000, -2_300, -1_500, -2_150, 150, 65.2),
    # The deviation is over F1, F2 and F4, whose revised budget is 33.200
    "": (47_700, 35_700, 26_845.5, 34_000, 800, 75.2),
}


class FollowUp(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_portfolios", verbosity=0)
        cls.town = Municipality.objects.get(code="0167")

    town: Municipality

    def setUp(self) -> None:
        self.enterContext(translation.override("da"))

    def ask(self, question: Question = NOVEMBER, **changed: Any) -> shapes.FollowUpOverview:
        question = dataclasses.replace(question, **changed)
        return budget_overview(reader_of(self.town), self.town, Initiative.objects.all(), question)

    def table(self, by: str, question: Question = NOVEMBER, **changed: Any) -> shapes.GroupTable:
        return self.ask(question, by=(by,), **changed).tables[0]

    def by_line(self) -> dict[str, Figures]:
        """Through the same door as the pages: the rows of the lines and the total."""
        found = self.strategy(NOVEMBER.as_of)
        return {row.code: figures(row) for row in (*found.rows, found.total) if row is not None}

    def strategy(self, day: date) -> shapes.FollowUpTable:
        strategy = Strategy.objects.get(municipality=self.town, reference="ramme-og-retning")
        shown = overview.strategy_overview(reader_of(self.town), strategy, day)
        return next(table for table in shown.follow_up if table.year == 2017)

    def test_every_figure_is_the_one_computed_by_hand(self) -> None:
        assert self.by_line() == BY_HAND

    def test_the_words_follow_the_line(self) -> None:
        found = self.strategy(NOVEMBER.as_of)
        texts = {row.code: row.deviation.text.replace(NBSP, " ") for row in found.rows}
        assert texts == {
            "F1": "merforbrug 900,0 t.kr.",
            "F2": "mindreforbrug 250,0 t.kr.",
            "F3": "kan ikke beregnes",
            "F4": "mindreindtægt 150,0 t.kr.",
        }
        assert (found.forecast_coverage_text, found.actual_coverage_text) == ("3 af 4 linjer", "4 af 4 linjer")
        changed = {row.code: row.changes for row in found.rows}
        assert any("uden for oversigten: Børn og Velfærd (fiktiv)" in text for text in changed["F3"])
        assert "Tillægsbevillinger på 800,0 t.kr. har endnu ikke fået anvist dækning." in [
            note.replace(NBSP, " ") for note in found.notes
        ]

    def test_a_turned_sign_turns_no_word(self) -> None:
        before = self.strategy(NOVEMBER.as_of)
        Municipality.objects.filter(pk=self.town.pk).update(deviation_sign=DeviationSign.REVISED_MINUS_FORECAST)
        after = self.strategy(NOVEMBER.as_of)
        for old, new in zip(before.rows, after.rows, strict=True):
            assert (old.deviation.word, old.deviation.text) == (new.deviation.word, new.deviation.text)
            assert old.deviation.money.ore is None or old.deviation.money.ore == -(new.deviation.money.ore or 0)

    def test_no_ore_moves_unseen(self) -> None:
        own = {"municipality": self.town}
        rows: list[Model] = [
            *Entry.objects.filter(year=2017, **own),
            *Transfer.objects.filter(**own),
            *Statement.objects.filter(follow_up_round="BO3", **own),
        ]
        assert len(rows) == 11 + 2 + 7
        with triggers.lifted():
            for row in rows:
                before = row.amount_ore  # type: ignore[attr-defined]
                type(row)._base_manager.filter(pk=row.pk).update(amount_ore=before + 1)
                assert self.by_line() != BY_HAND, row
                type(row)._base_manager.filter(pk=row.pk).update(amount_ore=before)
        assert self.by_line() == BY_HAND

    def test_a_closed_year_compares_the_accounts(self) -> None:
        found = self.strategy(date(2018, 12, 31))
        # 15.950 + 20.310 + 2.480 - 2.120 against 35.700
        assert found.total is not None
        assert figures(found.total) == (47_700, 35_700, 36_620, 36_620, 920, 102.6)

    def test_the_bridge_leads_from_47_7_to_35_7(self) -> None:
        bridge = self.ask().bridge
        assert bridge is not None
        assert (bridge.start.ore, bridge.end.ore) == (47_700 * T_KR, 35_700 * T_KR)
        assert [(step.words, step.money.ore) for step in bridge.steps] == [
            ("Tillægsbevilling", 800 * T_KR),
            ("Tillægsbevilling", -10_000 * T_KR),
            ("Tillægsbevilling", -300 * T_KR),
            ("Overført mellem år", 1_500 * T_KR),
            ("Omplacering ud, uden for oversigten: Børn og Velfærd (fiktiv)", -3_500 * T_KR),
            ("Ændring, ikke specificeret", -500 * T_KR),
        ]
        second = bridge.steps[1]
        assert second.decision is not None
        assert second.decision.title == "Tillægsbevillinger efter budgetopfølgning 1 (fiktiv)"
        assert {posting.line.title for posting in second.made_of.postings} == {
            "Støtteteam i egen bolig (fiktiv)",
            "Tilskud til klub- og gruppetilbud (fiktiv)",
        }
        text = bridge.text.replace(NBSP, " ")
        assert text.startswith(
            "Korrigeret budget pr. 1. januar 2017: 47.700 t.kr.; Tillægsbevilling +800 t.kr. (15. marts"
        )
        assert text.endswith("; Korrigeret budget pr. 30. november 2017: 35.700 t.kr.")

    def test_what_was_decided_in_march_and_recorded_in_july_is_a_step_of_its_own(self) -> None:
        may = datetime(2017, 5, 1, 12, tzinfo=CPH)
        bridge = self.ask(since=date(2017, 4, 30), since_known_on=may).bridge
        assert bridge is not None
        assert bridge.start.ore == 49_200 * T_KR
        assert (bridge.steps[-1].words, bridge.steps[-1].money.ore) == ("Registreret senere", 800 * T_KR)
        (late,) = bridge.steps[-1].made_of.postings
        assert (late.date_text, late.recorded_text) == ("15. marts 2017", "bogført 5. juli 2017")
        assert sum(step.money.ore or 0 for step in bridge.steps) == (35_700 - 49_200) * T_KR

    def test_a_mistyped_amount_that_was_corrected_is_netted_in_a_step_of_its_own(self) -> None:
        new_year = datetime(2017, 1, 10, 12, tzinfo=CPH)
        bridge = self.ask(since=date(2017, 1, 1), since_known_on=new_year).bridge
        assert bridge is not None
        assert (bridge.start.ore, bridge.end.ore) == (47_800 * T_KR, 35_700 * T_KR)
        (step,) = [step for step in bridge.steps if step.kind == "corrections"]
        assert (step.words, step.money.ore) == ("Rettelser", -100 * T_KR)
        (posting,) = step.made_of.postings
        assert (posting.kind, posting.note) == ("correction", "Tastefejl rettet (fiktiv).")
        assert sum(one.money.ore or 0 for one in bridge.steps) == (35_700 - 47_800) * T_KR

    def test_as_known_on_a_day_before_it_was_recorded_it_is_not_there(self) -> None:
        known = datetime(2017, 6, 30, 12, tzinfo=CPH)
        total = self.table(GroupBy.INITIATIVE, as_of=date(2017, 6, 30), known_on=known).total.row
        # 47.700 + 1.500 - 10.000
        assert total.revised.ore == 39_200 * T_KR
        assert self.table(GroupBy.INITIATIVE, as_of=date(2017, 6, 30)).total.row.revised.ore == 40_000 * T_KR

    def test_initiatives_share_a_line_and_the_total_counts_it_once(self) -> None:
        found = self.table(GroupBy.INITIATIVE)
        sums = {row.name.title: (row.row.revised.ore or 0) // T_KR for row in found.rows}
        assert sums == {"Housing First": 15_000 + 20_500 - 2_300, "Kys Livet": 20_500 + 2_500}
        assert found.total.row.revised.ore == 35_700 * T_KR
        assert sum(sums.values()) == 35_700 + 20_500
        assert [overlap.groups for overlap in found.overlaps] == [("Housing First", "Kys Livet")]
        assert found.overlap_text.startswith(
            "Summer kan ikke lægges sammen: 1 linje med et korrigeret budget på 20.500"
        )
        gross = {row.name.title: row.row.revised.ore for row in found.gross}
        assert gross == {"Udgifter, brutto": 38_000 * T_KR, "Indtægter, brutto": -2_300 * T_KR}

    def test_every_group_adds_up_to_the_same_total(self) -> None:
        for by in GroupBy.values:
            found = self.table(by)
            assert found.total.row.revised.ore == 35_700 * T_KR, by
            assert figures(found.total.row)[2:] == BY_HAND[""][2:], by
            if not found.overlaps and by != GroupBy.OBJECTIVE:
                assert sum(row.row.revised.ore or 0 for row in found.rows) == 35_700 * T_KR, by

    def test_groups_by_the_lines_own_choices(self) -> None:
        costs = {row.name.title: (row.row.revised.ore or 0) // T_KR for row in self.table(GroupBy.COST_KIND).rows}
        assert costs == {"Lønudgifter": 15_000, "Øvrig drift": 20_500, "Tilskud": 2_500, "Ikke angivet": -2_300}
        sources = {
            row.name.title: (row.row.revised.ore or 0) // T_KR for row in self.table(GroupBy.FUNDING_SOURCE).rows
        }
        assert sources == {"Udviklingspuljen (fiktiv)": 2_500, "ikke angivet": 33_200}

    def test_a_figure_opens_to_what_it_is_made_of(self) -> None:
        total = self.table(GroupBy.STRATEGY).total
        opened = total.made_of
        assert len(opened.lines) == 4
        assert sum(one.money.ore or 0 for one in opened.postings) == total.row.revised.ore
        assert {link.title for link in opened.decisions} == {
            "Budget 2017 vedtaget (fiktiv)",
            "Overførsler fra 2016 til 2017 (fiktiv)",
            "Tillægsbevillinger efter budgetopfølgning 1 (fiktiv)",
        }
        assert len([one for one in opened.readings if one.kind == "forecast"]) == 3
        assert opened.text == "4 linjer, 14 posteringer og 7 opgørelser"
        assert opened.is_fictional

    def test_the_whole_period_counts_a_line_once_a_year(self) -> None:
        period = self.ask(by=(GroupBy.INITIATIVE,)).tables[1]
        # 2018: 40.200, 2019: 40.200, 2020: 39.700
        assert (period.year, period.total.row.revised.ore) == (None, (35_700 + 40_200 + 40_200 + 39_700) * T_KR)
        assert period.forecast_coverage_text == "3 af 10 linjeår"
        assert any("dækker 3 af 10 linjeår" in note for note in period.notes)

    def test_a_year_of_which_nothing_is_expected_yet_says_so_once(self) -> None:
        table = self.table("initiative", year=2020)
        assert (table.total.row.deviation.text, table.forecast_coverage_text[:5]) == ("kan ikke beregnes", "0 af ")
        assert not any("samlede afvigelse" in note for note in table.notes)

    def test_an_initiative_is_followed_by_those_below_it_and_shares_nothing_with_them(self) -> None:
        ballerup = Municipality.objects.get(code="0151")
        question = Question(as_of=date(2018, 12, 31), by=(GroupBy.INITIATIVE, GroupBy.OBJECTIVE))
        by_initiative, by_objective = budget_overview(
            reader_of(ballerup), ballerup, Initiative.objects.all(), question
        ).tables
        shown = {row.name.title: row.depth for row in by_initiative.rows}
        assert shown == {"Fællesskabsindsatsen": 0, "Aktivitetsmedarbejderne": 1, "Boblberg": 1}
        assert next(iter(shown)) == "Fællesskabsindsatsen"
        assert (by_initiative.overlaps, by_initiative.total.row.revised.ore) == ((), 282_514_600)
        named = {name for overlap in by_objective.overlaps for name in overlap.groups}
        assert "mål: Borger hjælper borger." in named
        assert not any(name.startswith("mål: Mål for fællesskabsindsats") for name in named)

    def test_budgeting_is_apart_from_following_up(self) -> None:
        found = self.ask()
        assert found.planning_heading == "Budget 2017 med overslagsårene 2018-2020"
        (table,) = found.planning
        assert table.years == ("2017", "2018", "2019", "2020")
        assert [total.ore for total in table.totals] == [47_700 * T_KR, 40_200 * T_KR, 40_200 * T_KR, 39_700 * T_KR]

    def test_where_no_year_is_asked_for_it_is_the_latest_that_has_readings(self) -> None:
        found = self.ask(year=None, as_of=date(2026, 11, 22))
        assert (found.year, found.tables[0].year, found.years) == (2017, 2017, (2020, 2019, 2018, 2017))
        assert self.ask(year=None, as_of=date(2018, 2, 1)).year == 2018
        assert self.ask(year=None, as_of=date(2016, 12, 1)).year == 2017
        assert self.ask(year=2019, as_of=date(2026, 11, 22)).tables[0].year == 2019

    def test_a_year_without_a_budget_says_so(self) -> None:
        found = self.ask(year=2031)
        assert (found.bridge, [table.year for table in found.tables]) == (None, [None])
        assert found.empty_text == "For 2031 er intet budget vedtaget og intet oplyst på denne dag."

    def test_each_line_opens_to_its_entries_readings_and_decisions(self) -> None:
        rows = {row.code: row.made_of for row in self.strategy(NOVEMBER.as_of).rows}
        opened = rows["F2"]
        assert opened is not None
        assert sum(one.money.ore or 0 for one in opened.postings) == 20_500 * T_KR
        assert [(one.kind, one.money.ore) for one in opened.readings] == [
            ("actual", 14_820_5 * T_KR // 10), ("forecast", 20_250 * T_KR),
        ]  # fmt: skip
        assert {link.title for link in opened.decisions} == {
            "Budget 2017 vedtaget (fiktiv)", "Overførsler fra 2016 til 2017 (fiktiv)",
        }  # fmt: skip

    def test_initiatives_that_share_a_line_are_pictured_by_cost_and_the_chosen_year_is_told(self) -> None:
        followed, budgeted = self.ask().pictures
        assert followed.sentence.startswith("I 2017 er det korrigerede budget 35.700")
        assert isinstance(budgeted.definition, StackedBars)
        shown = {one.name: [value.text for value in one.values] for one in budgeted.definition.series}
        assert shown["Øvrig drift"] == ["20.500", "16.200", "16.200", "16.200"]
        assert [total.text for total in budgeted.definition.totals] == ["35.700", "40.200", "40.200", "39.700"]

    def test_a_report_draws_the_pictures_of_the_page_from_what_its_snapshot_keeps(self) -> None:
        found = self.ask()
        kept = json.loads(canonical(plain(found)))
        definitions = [*(one.definition for one in found.pictures), found.bridge_picture]
        assert [type(one).__name__ for one in definitions] == ["Bars", "StackedBars", "Waterfall"]
        frozen = [*(one["definition"] for one in kept["pictures"]), kept["bridge_picture"]]
        assert [thawed_budget(one) for one in frozen] == definitions
        drawn = [one["chart"].svg for one in budget_charts(kept)]
        assert drawn == [draw(one).svg for one in definitions if one is not None]

    def test_rounds_say_who_has_not_answered(self) -> None:
        newest, older = self.ask().rounds
        assert (newest.name, newest.as_of_text, newest.answered_text) == ("BO3", "31. oktober 2017", "3 af 4 linjer")
        assert [link.title for link in newest.unanswered] == ["Tilskud til klub- og gruppetilbud (fiktiv)"]
        assert (older.name, older.as_of) == ("BO2", date(2017, 7, 31))
        assert figures(self.table(GroupBy.STRATEGY, as_of=older.as_of).total.row)[3] == 15_500 + 20_000 - 2_300

    def test_of_the_municipalitys_own_pool_500_is_left(self) -> None:
        source = FundingSource.objects.get(reference="fiktiv-udviklingspulje")
        found = funding_overview(reader_of(self.town), source, self.town, NOVEMBER.as_of)
        assert (found.drawn.ore, found.left.ore if found.left else None) == (2_500 * T_KR, 500 * T_KR)
        assert found.left_text.replace(NBSP, " ") == "Der er 500 t.kr. tilbage."
        (draw,) = found.draws
        assert (draw.money.ore, [link.title for link in draw.initiatives]) == (2_500 * T_KR, ["Kys Livet"])

    def test_of_a_state_pool_nothing_is_ever_left(self) -> None:
        town = Municipality.objects.get(code="0151")
        pool = FundingSource.objects.get(reference="vaerdighedsmilliarden")
        found = funding_overview(reader_of(town), pool, town, date(2018, 12, 31))
        assert (found.left, found.is_context) == (None, True)
        assert found.left_text.startswith("Beløbet er for alle kommuner")
        assert len(found.draws) == 2

    def test_nothing_is_added_across_decision_states_and_levels(self) -> None:
        with triggers.lifted():
            Entry.objects.filter(line__code="F2", municipality=self.town).update(price_level="2018-pl")
        total = self.table(GroupBy.STRATEGY).total.row
        assert (total.revised.ore, total.revised.state) == (None, "refused")
        assert "prisniveauerne" in total.revised.note
        bridge = self.ask().bridge
        assert bridge is not None
        assert (bridge.steps, bridge.start.ore) == ((), None)
        assert "2017-pl og 2018-pl" in bridge.refusal
        resume = report_content(self.town, None, NOVEMBER.as_of).resume
        assert resume.money == (
            "Det korrigerede budget for 2017 har ingen sum. "
            "Ikke lagt sammen: prisniveauerne er forskellige (2017-pl og 2018-pl).",
        )

    def test_a_revised_budget_says_what_it_lacks_and_why_it_is_0(self) -> None:
        unknown = {"amount_ore": None, "value_state": "not_stated"}
        elsewhere = {"amount_ore": 0, "value_state": "financed_elsewhere"}
        own = Entry.objects.filter(municipality=self.town, year=2017)
        with triggers.lifted():
            own.filter(line__code="F2", kind="supplementary").update(**unknown)
            own.filter(line__code="F4").update(**elsewhere)
        found = self.strategy(NOVEMBER.as_of)
        rows = {row.code: row for row in found.rows}
        said = "beløb, der ikke er angivet og derfor ikke er med i summen: 1"
        assert (rows["F2"].revised.ore, rows["F2"].revised.note) == (19_700 * T_KR, said)
        assert (rows["F2"].original.ore, rows["F2"].original.note) == (16_200 * T_KR, "")
        assert {rows["F4"].original.text, rows["F4"].revised.text} == {"0,0 (finansieres andetsteds)"}
        assert found.total is not None
        assert found.total.revised.note == said
        assert any(
            note.endswith("hverken er med i det korrigerede budget eller i afvigelsen: 1.") for note in found.notes
        )
        resume = report_content(self.town, None, NOVEMBER.as_of).resume
        assert resume.money[0].endswith(f" {capfirst(said)}.")


def figures(row: shapes.FollowUpRow) -> Figures:
    money = (row.original, row.revised, row.actual, row.forecast, row.deviation.money)
    percent = None if row.spent_percent is None else round(float(row.spent_percent), 1)
    return (*(None if one.ore is None else one.ore / T_KR for one in money), percent)
