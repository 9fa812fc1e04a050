"""The five real portfolios through the doors: the documents' own figures, to the letter."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterator
from typing import Any

from django.core.management import call_command
from django.core.serializers.json import DjangoJSONEncoder
from django.test import TestCase
from django.utils import translation

from budgets.models import StatedTotal
from initiatives.models import Initiative, Strategy
from organisation.models import Municipality
from portfolio import overview
from portfolio.overview import shapes
from portfolio.overview.budget_doors import Question
from portfolio.overview.budget_page import budget_page
from portfolio.overview.viewpoint import reader_of

DAY = datetime.date(2026, 11, 21)


class Portfolios(TestCase):
    """What the documents state, without anything fictional."""

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_portfolios", "--without-fictional", verbosity=0)

    def setUp(self) -> None:
        self.enterContext(translation.override("da"))

    def strategy(self, code: str, title: str) -> shapes.StrategyShown:
        found = next(s for s in Strategy.objects.filter(municipality__code=code) if title in str(s))
        return overview.strategy_overview(reader_of(found.municipality), found, DAY)

    def sheet(self, code: str, title: str) -> shapes.InitiativeSheet:
        found = next(i for i in Initiative.objects.filter(municipality__code=code) if title in i.title)
        return overview.initiative_sheet(reader_of(found.municipality), found, DAY)

    def test_copenhagens_table_with_dash_and_0_apart(self) -> None:
        (table,) = self.strategy("0101", "Socialstrategi").budget_tables
        assert (table.heading, table.unit_text, table.unit_is_inferred) == ("Foreslået", "t.kr.", True)
        assert table.years == ("2017", "2018", "2019", "2020")
        assert {row.code: [cell.text for cell in row.cells] for row in table.rows} == {
            "SO8": ["2.000", "2.000", "2.000", "0"],
            "SO9": ["3.000"] * 4,
            "SO17": ["600"] * 4,
        }
        assert [row.total.text for row in table.rows] == ["6.000", "12.000", "2.400"]
        assert all(row.total.is_computed for row in table.rows)
        stated = [row.stated_total for row in table.rows if row.stated_total]
        assert [(money.text, money.raw, money.raw_note) for money in stated] == [
            ("ikke angivet", "-", "dokumentet skriver “-”")
        ] * 3
        assert [total.text for total in table.totals] == ["5.600", "5.600", "5.600", "3.600"]
        assert table.total.full_text == "20.400\N{NO-BREAK SPACE}t.kr."
        assert any("Ingen total angivet" in note for note in table.notes)
        assert any("Enheden er udledt" in note for note in table.notes)
        so8 = table.rows[0].cells[3]
        assert (so8.ore, so8.state) == (0, "zero")
        assert so8.sources

    def test_copenhagens_indicators_have_a_baseline_and_a_target_and_no_more(self) -> None:
        figures = {figure.baseline_text: figure for figure in self.strategy("0101", "Socialstrategi").indicators}
        lonely = figures["45\N{NO-BREAK SPACE}%"]
        assert lonely.target_text == "40\N{NO-BREAK SPACE}% (uden dato)"
        assert (lonely.verdict_words, lonely.progress.percent) == ("ikke målt siden udgangspunktet", None)
        assert lonely.certainty_text.startswith("Usikkerhed kan ikke beregnes")
        assert lonely.direction_words == "Lavere er bedst"
        assert figures["49\N{NO-BREAK SPACE}%"].target_text == "55\N{NO-BREAK SPACE}% (uden dato)"

    def test_ballerups_table_adds_up_to_the_printed_total(self) -> None:
        (table,) = self.strategy("0151", "Fællesskabsindsats").budget_tables
        assert [row.cells[0].text for row in table.rows] == [
            "2.391.480", "288.666", "30.000", "100.000", "15.000", "0 (finansieres andetsteds)",
        ]  # fmt: skip
        (check,) = table.checks
        assert (check.label, check.stated.text, check.computed.text) == ("I alt", "2.825.146", "2.825.146")
        assert (check.verdict, check.text) == ("matches", "stemmer")
        # 2.391.480 + 288.666 of the pool, 145.000 of the municipality's own.
        assert "Heraf er 2.680.146 kr. finansieret af eksterne puljer: Værdighedsmilliarden." in [
            note.replace("\N{NO-BREAK SPACE}", " ") for note in table.notes
        ]
        merges = [relation.text for relation in table.rows[1].relations]
        assert any("Samling og reduktion af projektledelse" in text for text in merges)

    def test_aarhus_has_period_amounts_only_and_25_0_in_all(self) -> None:
        shown = self.strategy("0751", "bæredygtighedsplan")
        (table,) = shown.budget_tables
        assert (table.heading, table.years, table.totals) == ("Prioriteret, i høring", (), ())
        assert table.undistributed_heading == "Ikke årsfordelt"
        assert [row.total.text for row in table.rows] == [
            "2,5", "3,0", "2,5", "4,0", "1,1", "1,7", "1,0", "1,1", "2,5", "1,1", "1,5", "1,0", "2,0",
        ]  # fmt: skip
        assert table.rows[1].undistributed[0].period_text == "3-årigt implementeringsforløb med opstart i 2021"
        assert [(part.label, part.money.text) for part in table.rows[2].parts] == [
            ("etableringsomkostninger", "1,5"),
            ("lønudgifter", "1,0"),
        ]
        assert [(check.stated.text, check.text) for check in table.checks] == [("25,0", "stemmer")]
        themes = [node for node in walk(shown.objectives) if node.level_label.casefold() == "tema"]
        assert [node.money.sums[0].money.text for node in themes] == ["8,0", "4,0", "3,8", "4,7", "4,5"]

    def by_group(self, code: str, by: str) -> shapes.GroupBudgetTable:
        town = Municipality.objects.get(code=code)
        (table,) = budget_page(reader_of(town), town, Question(as_of=DAY, by=(by,))).follow_up.by_group
        return table

    def test_themes_have_their_period_amounts_in_a_column_of_their_own_beside_what_is_printed(self) -> None:
        table = self.by_group("0751", "objective")
        assert (table.years, table.undistributed_heading, table.stated_heading) == (
            (), "Ikke årsfordelt", "Sum som trykt",
        )  # fmt: skip
        themes = [row for row in table.rows if row.name.title.casefold().startswith("tema")]
        assert [(row.undistributed.text, row.total.text) for row in themes] == [
            (amount, amount) for amount in ("8,0", "4,0", "3,8", "4,7", "4,5")
        ]
        assert table.total.check is not None
        assert (table.total.total.text, table.total.check.stated.text, table.total.check.text) == (
            "25,0", "25,0", "stemmer",
        )  # fmt: skip
        assert len(table.total.made_of.postings) == 13

    def test_a_printed_total_that_differs_from_its_group_is_shown_with_the_difference(self) -> None:
        total = StatedTotal.objects.get(municipality__code="0151", raw="2.825.146")
        StatedTotal._base_manager.filter(pk=total.pk).update(amount_ore=(total.amount_ore or 0) + 1)
        table = self.by_group("0151", "strategy")
        checks = [row.check for row in (*table.rows, table.total)]
        told = {check.text.replace("\N{NO-BREAK SPACE}", " ") for check in checks if check is not None}
        assert told == {"stemmer ikke: forskel 0,01 kr."}

    def test_a_group_of_one_amount_keeps_why_it_is_0(self) -> None:
        shown = {row.name.title: row.total.text for row in self.by_group("0151", "funding_source").rows}
        assert shown["Bruger-/pårørendeundersøgelsen"] == "0 (finansieres andetsteds)"

    def test_copenhagens_years_by_initiative_count_each_line_once(self) -> None:
        table = self.by_group("0101", "initiative")
        assert [cell.text for cell in table.total.cells] == ["5.600", "5.600", "5.600", "3.600"]
        assert table.total.total.full_text == "20.400\N{NO-BREAK SPACE}t.kr."
        assert (table.undistributed_heading, table.stated_heading) == ("", "")

    def test_a_line_for_several_initiatives_says_so_and_counts_once(self) -> None:
        (table,) = self.strategy("0751", "bæredygtighedsplan").budget_tables
        shared = table.rows[0].sharing
        assert shared is not None
        assert len(shared.initiatives) == 2
        assert any("summer kan ikke lægges sammen" in note for note in table.notes)

    def test_hvidovres_ten_commitments_say_that_they_are_not_measured(self) -> None:
        shown = self.strategy("0167", "2016-2020")
        commitments = [node for node in walk(shown.objectives) if node.kind == "commitment"]
        assert len(commitments) == 10
        assert all("ingen indikatorer" in node.missing for node in commitments)
        assert "Strategien har ingen indikatorer." in shown.missing
        assert shown.budget_tables == ()

    def test_roedovres_headings_are_all_there(self) -> None:
        sheet = self.sheet("0175", "Flere unge og udsatte borgere")
        assert [heading.number for heading in sheet.headings] == list(range(1, 11))
        assert not any(heading.is_missing for heading in sheet.headings)

    def test_the_voter_turnout_is_kept_at_least(self) -> None:
        sheet = self.sheet("0175", "stemmeprocenten")
        (turnout,) = [figure for figure in sheet.indicators if figure.direction == "keep_at_least"]
        assert turnout.target_text.startswith("mindst 67,4\N{NO-BREAK SPACE}%")
        assert {group.name: group.text for group in turnout.subgroups}["19-21årige"] == "52,3\N{NO-BREAK SPACE}%"

    def test_a_pool_is_context_and_in_no_sum(self) -> None:
        sheet = self.sheet("0175", "arbejdsmarkedet")
        assert sheet.budget_tables == ()
        assert sheet.card.money.text == "ingen beløb angivet"
        assert any("262,5" in figure.text for figure in sheet.context_figures)

    def test_nothing_is_fictional_and_every_amount_has_its_source(self) -> None:
        for municipality in Municipality.objects.all():
            content = overview.report_content(municipality, None, DAY)
            assert not content.is_fictional
            for table in (table for strategy in content.strategies for table in strategy.budget_tables):
                stated = [cell for row in table.rows for cell in row.cells if cell.ore is not None]
                assert all(cell.sources for cell in stated)

    def test_a_report_is_plain_data_without_links(self) -> None:
        for municipality in Municipality.objects.all():
            content = overview.report_content(municipality, None, DAY)
            data: Any = json.loads(json.dumps(dataclasses.asdict(content), cls=DjangoJSONEncoder))
            assert data["overview"]["initiative_count"] == len(content.sheets)
            assert not [url for url in urls(data) if url.startswith("/")]


class WithFiction(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_portfolios", verbosity=0)

    def test_what_shows_fiction_says_so_and_adopted_is_not_added_to_proposed(self) -> None:
        municipality = Municipality.objects.get(code="0101")
        with translation.override("da"):
            content = overview.report_content(municipality, None, DAY)
        assert content.is_fictional
        (strategy,) = content.strategies
        assert {table.heading: table.is_fictional for table in strategy.budget_tables} == {
            "Vedtaget": True,
            "Foreslået": False,
        }
        assert content.overview.money.refusal == "Ikke lagt sammen: beløbene er foreslået og vedtaget."
        (newest, *_older) = strategy.follow_up
        assert (newest.year, newest.forecast_coverage_text) == (2018, "3 af 4 linjer")
        words = {row.deviation.word for row in newest.rows}
        assert {"merforbrug", "mindreforbrug", "mindreindtægt"} <= words


def walk(nodes: tuple[shapes.ObjectiveNode, ...]) -> Iterator[shapes.ObjectiveNode]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def urls(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "url":
                yield value
            yield from urls(value)
    elif isinstance(data, list):
        for value in data:
            yield from urls(value)
