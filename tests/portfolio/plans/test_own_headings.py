"""A municipality's own headings are found where nobody has typed them in: bold, with a colon, in tables."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from io import BytesIO

import pytest

from portfolio.plans.content import PlanContent, PlanHeading
from portfolio.plans.reading import PlanText, read_pasted_plan, read_plan
from portfolio.plans.understanding import understand_plan
from tests.portfolio.plans.documents import word, word_paragraph

LABELS = ("Baggrund", "Målgruppe", "Hvad gør vi", "Økonomi", "Tidsplan", "Ansvarlig")
TEXTS = {
    "Café Gaden": ("Mange mangler et sted.", "Voksne med misbrug.", "Vi åbner en café.", "0,5 mio. kr. årligt.",
                   "2018-2019", "Socialforvaltningen"),
    "Mentorkorps": ("Unge savner voksne.", "Unge 18-25 år.", "Vi finder mentorer.", "Inden for rammen.",
                    "1. kvartal 2018", "Center for Unge"),
    "Vinternødherberg": ("Nætterne er kolde.", "Hjemløse borgere.", "Vi åbner dørene.", "1 mio. kr.",
                         "Hver vinter", "Herberget"),
}  # fmt: skip
TITLE, PAGE = "Handleplan for udsatte 2018-2019", "Socialforvaltningen · Handleplan"


def read_word(body: list[str]) -> PlanText:
    return read_plan(BytesIO(word(body)), "plan.docx")


def _cell(text: str, run: str = "") -> str:
    return f"<w:tc>{word_paragraph(text, run=run)}</w:tc>"


def _row(*texts: str, run: str = "") -> str:
    return f"<w:tr>{''.join(_cell(text, run) for text in texts)}</w:tr>"


def bold() -> PlanText:
    """Headings that are no more than bold, a list, and a line that is printed on every page."""
    body = [word_paragraph(TITLE, run="<w:b/>")]
    for title, texts in TEXTS.items():
        body.append(word_paragraph(title, style="Overskrift2"))
        for label, text in zip(LABELS, texts, strict=True):
            body += [word_paragraph(label, run="<w:b/>"), word_paragraph(text)]
    return read_word(body)


def two_columns() -> PlanText:
    body = [word_paragraph(TITLE)]
    for title, texts in TEXTS.items():
        rows = "".join(_row(label, text) for label, text in zip(LABELS, texts, strict=True))
        body += [word_paragraph(title, style="Overskrift2"), f"<w:tbl>{rows}</w:tbl>"]
    return read_word(body)


def one_table() -> PlanText:
    rows = [_row("Nr.", "Indsats", *LABELS, run="<w:b/>")]
    rows += [_row(str(number), title, *texts) for number, (title, texts) in enumerate(TEXTS.items(), 1)]
    return read_word([word_paragraph(TITLE), f"<w:tbl>{''.join(rows)}</w:tbl>"])


def pasted() -> PlanText:
    lines = [TITLE]
    for title, texts in TEXTS.items():
        lines += ["", title, *(f"{label}: {text}" for label, text in zip(LABELS, texts, strict=True))]
    return read_pasted_plan("\n".join(lines))


def web_page() -> PlanText:
    parts = [f"<html><body><h1>{TITLE}</h1>"]
    for title, texts in TEXTS.items():
        parts.append(f"<h2>{escape(title)}</h2>")
        parts += [f"<h3>{label}</h3><p>{escape(text)}</p>" for label, text in zip(LABELS, texts, strict=True)]
    return read_plan(BytesIO("".join(parts).encode()), "plan.html")


def cells(content: PlanContent) -> dict[str, dict[str, str]]:
    labels = {one.key: one.label for one in content.headings}
    return {one.title: {labels[key]: text.text for key, text in one.texts.items()} for one in content.initiatives}


ALL = {title: dict(zip(LABELS, texts, strict=True)) for title, texts in TEXTS.items()}


@pytest.mark.parametrize("made", [bold, two_columns, one_table, pasted, web_page])
def test_headings_without_numbers_are_found_by_coming_back(made: Callable[[], PlanText]) -> None:
    content = understand_plan(made())
    assert cells(content) == ALL
    assert [(one.period, one.owners) for one in content.initiatives] == [
        ("2018-2019", ["Socialforvaltningen"]),
        ("1. kvartal 2018", ["Center for Unge"]),
        ("Hver vinter", ["Herberget"]),
    ]


@pytest.mark.parametrize("made", [bold, two_columns, one_table, pasted, web_page])
def test_headings_that_the_municipality_has_are_the_same(made: Callable[[], PlanText]) -> None:
    own = [PlanHeading(number, label) for number, label in enumerate(LABELS, 1)]
    assert cells(understand_plan(made(), own)) == ALL


def test_a_line_of_every_page_is_no_heading() -> None:
    lines = [TITLE]
    for title, texts in TEXTS.items():
        lines += [
            title,
            *(f"{label}: {text}" for label, text in zip(LABELS, texts, strict=True)),
            *[f"{PAGE}: side"] * 2,
        ]
    headings = understand_plan(read_pasted_plan("\n".join(lines))).headings
    assert [one.label for one in headings] == list(LABELS)
