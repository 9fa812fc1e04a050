"""The two action plans that the demonstration is made from, measured where their documents are at hand."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from portfolio.plans.content import PlanContent
from portfolio.plans.reading import read_plan
from portfolio.plans.understanding import understand_plan

# A folder with the documents as text and the file of what they say: neither is part of the project.
FOLDER = os.environ.get("PEJLEMAERKE_SOURCES", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="PEJLEMAERKE_SOURCES names no folder with the source documents and texts.json"
)


def measured(number: str) -> PlanContent:
    path = next(Path(FOLDER).glob(f"{number}_*.txt"))
    with path.open("rb") as file:
        return understand_plan(read_plan(file, path.name))


def expected(key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((Path(FOLDER) / "texts.json").read_text())[key]
    return found


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_all_five_times_ten_cells_of_roedovre_are_right() -> None:
    found = {
        (one.title, int(key)): re.sub(r"[ \u00a0]+", " ", text.text).strip()
        for one in measured("002").initiatives
        for key, text in one.texts.items()
    }
    wanted = {
        (one["title"], section["no"]): re.sub(r"[ \u00a0]+", " ", section["text"]).strip()
        for one in expected("rodovre")
        for section in one["sections"]
    }
    assert len(wanted) == 50
    assert found == wanted


def test_the_lines_of_roedovre_s_cells_are_those_of_the_document() -> None:
    found = [one.line for one in measured("002").initiatives]
    assert found == [one["line"] for one in expected("rodovre")]


def test_all_thirteen_amounts_of_aarhus_stand_at_their_tracks_and_names() -> None:
    content = measured("003")
    found = [(one.goals, one.names, [amount.ore for amount in one.amounts]) for one in content.initiatives]
    millions = [25, 30, 25, 40, 11, 17, 10, 11, 25, 11, 15, 10, 20]
    wanted = [
        ([f"spor {one['spor']}"], one["sub_initiatives"], [ten * 10_000_000])
        for one, ten in zip(expected("aarhus"), millions, strict=True)
    ]
    assert found == wanted
    assert [(one.stated_ore, one.matches) for one in content.totals] == [(2_500_000_000, True)]
    assert sorted(goal.number for goal in content.goals if goal.word == "tema") == ["1", "2", "3", "4", "5"]
    assert not [one for one in content.remarks if one.code == "overview_differs"]


def test_the_texts_that_aarhus_pages_divide_are_whole() -> None:
    for one, wanted in zip(measured("003").initiatives, expected("aarhus"), strict=True):
        # Two names stand in the column of the text; one word is printed on both sides of a page break.
        text = plain(wanted["text"]).removeprefix(f"{one.names[0]} ").replace("omkring omkring", "omkring")
        assert plain(one.texts[""].text) == text
