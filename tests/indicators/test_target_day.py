"""What is said when a target is set, in the same words wherever it is said: the weaker of two surveys sees no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from indicators.models import Indicator, Target
from indicators.target_day import sight_of
from tests import factories
from tests.cast import Cast, Town

pytestmark = pytest.mark.django_db

TODAY = date(2019, 1, 1)
FOUR_HUNDRED = "Med 400 besvarelser kan undersøgelsen ikke se en ændring på 5 procentpoint; den mindste er 9,9."


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def lonely(town: Town) -> Indicator:
    return factories.indicator(town.municipality, "Ensomhed", by=town.administrator)


def measured(indicator: Indicator, town: Town, value: int, year: str, n: int | None, **fields: Any) -> None:
    design = "sample" if n else "not_stated"
    factories.measurement(
        indicator, value, by=town.administrator, effective_text=year, n=n, design=design, raw=f"{value} %", **fields
    )


def said(indicator: Indicator, value: int = 40) -> str:
    target = factories.target(indicator, value, period_text="2020")
    with translation.override("da"):
        return sight_of(target, TODAY).text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_number_beside_words_is_no_baseline_for_a_survey(town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 48, "2017", None, is_baseline=True, qualifier="words")
    measured(lonely, town, 45, "2018", 400)
    assert "ikke se en ændring" not in said(lonely)


def test_the_targets_page_says_it_on_the_day_it_is_set(client: Client, town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 45, "2017", 400, is_baseline=True)
    client.force_login(town.administrator)
    form = {
        "indicator": lonely.pk, "kind": "level", "figure": "40 %", "raw": "", "period_text": "2020", "owner": "own",
        "effective_text": "", "subgroup": "", "note": "",
    }  # fmt: skip
    answer = client.post(reverse("admin:indicators_target_add"), form, follow=True)
    target = Target.objects.get(indicator=lonely)
    told = [
        (message.level_tag, str(message).replace("\N{NO-BREAK SPACE}", " ")) for message in answer.context["messages"]
    ]
    assert any(level == "warning" and FOUR_HUNDRED in words for level, words in told), told
    page = client.get(reverse("admin:indicators_target_change", args=[target.pk])).content.decode()
    assert FOUR_HUNDRED in page.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")


def test_the_weaker_of_two_surveys_counts(town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 45, "2017", 4000, is_baseline=True)
    assert "4.000 besvarelser kan undersøgelsen se en ændring på 5 procentpoint" in said(lonely)
    measured(lonely, town, 43, "2018", 400)
    assert FOUR_HUNDRED in said(lonely)


def test_many_answers_later_do_not_mend_few_at_first(town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 45, "2017", 400, is_baseline=True)
    measured(lonely, town, 43, "2018", 4000)
    assert FOUR_HUNDRED in said(lonely)


def test_of_a_baseline_without_a_number_of_answers_only_blindness_is_told(town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 45, "2016", None, is_baseline=True)
    measured(lonely, town, 43, "2017", 4000)
    assert said(lonely).startswith("Usikkerhed kan ikke beregnes")
    measured(lonely, town, 44, "2018", 400)
    assert FOUR_HUNDRED in said(lonely)


def test_a_survey_after_a_break_in_the_series_is_not_held_against_the_baseline(town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 45, "2017", 4000, is_baseline=True)
    measured(lonely, town, 43, "2018", 400, series_break=True, break_reason="question")
    assert "4.000 besvarelser" in said(lonely)


def test_the_number_of_answers_behind_a_hidden_value_is_not_told(town: Town, lonely: Indicator) -> None:
    measured(lonely, town, 45, "2017", 400, is_baseline=True)
    factories.measurement(lonely, 4, effective_text="2018", n=93, design="sample").approve(by=town.administrator)
    assert "93" not in said(lonely)
