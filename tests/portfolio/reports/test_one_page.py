"""What a committee reads first: a summary of eight printed lines, and the overview of seven initiatives on one page."""

from __future__ import annotations

import re

import pytest

from portfolio.overview import shapes
from portfolio.overview.resumes import MOST_LINES, printed_lines, within_eight_lines
from portfolio.reports.printed import printed
from portfolio.reports.rendering import render
from tests.portfolio.reports import samples
from tests.portfolio.reports.reading import text_of

SHORT = "4 indsatser: 1 afviger, 1 kræver opmærksomhed og 2 følger planen."
LONG = (
    "Indsatserne i oversigten: 5.400 t.kr. i korrigeret budget 2018. Udvalgets samlede budget er ikke angivet, fordi "
    "ingen har oplyst det for året."
)
ATTENTION = "Samarbejde med frivillig- og interesseorganisationer: afviger. Lokalerne skulle renoveres."


@pytest.mark.parametrize(
    ("lines", "attention", "left"),
    [
        pytest.param([SHORT], [], (1, 0), marks=pytest.mark.slow),
        ([SHORT, LONG, SHORT, SHORT], [ATTENTION] * 3, (4, 2)),
        ([SHORT, LONG, LONG, LONG, LONG], [ATTENTION], (3, 1)),
        pytest.param([SHORT, SHORT], [ATTENTION] * 3, (2, 3), marks=pytest.mark.slow),
    ],
)
def test_the_summary_is_eight_lines_as_they_are_printed(
    lines: list[str], attention: list[str], left: tuple[int, int]
) -> None:
    kept, marked = within_eight_lines(lines, attention)
    assert (len(kept), len(marked)) == left
    resume = samples.made(shapes.Resume, lines=tuple(kept), attention=tuple(marked))
    made = render(samples.snapshot(samples.content(resume=resume), sections=("glossary",)), lambda step: None)
    page = text_of(made.pdf, "-layout", "-l", "1")
    [said] = re.findall(r"\nResumé\n(.*?)\n *Indhold\n", page, re.S)
    counted = [line for line in said.splitlines() if line.strip()]
    assert len(counted) == sum(map(printed_lines, [*kept, *marked])) + bool(marked) <= MOST_LINES


def overview_of(number: int) -> shapes.ReportContent:
    status = samples.status(age_text="for 184 dage siden")
    row = samples.made(
        shapes.StatusRow, code="SO8", title="Samarbejde med frivillige foreninger",
        objectives=(shapes.Link("Pejlemærke 8: Færre københavnere er ensomme i hver…"),), more_objectives=1,
        owner_text="Socialforvaltningen", status=status, move=shapes.Move("worse", "↓", "dårligere end sidst"),
        age_text="for 184 dage siden", milestone_text="Åbning, maj 2019", deviation_text="200",
        deviation=samples.made(shapes.Deviation, word="merforbrug"),
    )  # fmt: skip
    table = shapes.StatusTable("Strategi mod ensomhed", (row,) * number, "Afvigelse 2018, t.kr.")
    return samples.content(tables=(table,))


def test_seven_initiatives_stand_on_one_page_and_more_say_that_they_go_on() -> None:
    seven, more = (samples.snapshot(overview_of(number), sections=("overview",)) for number in (7, 8))
    pages = text_of(render(seven, lambda step: None).pdf, "-layout").split("\f")
    [page] = [page for page in pages if "Strategi mod ensomhed" in page]
    assert page.count("Samarbejde med") == 7
    assert "står tabelhovedet på hver" not in printed(seven).html
    assert "Overblikket har 8 indsatser. Fylder det mere end en side, står tabelhovedet på hver" in printed(more).html
