"""The print sheets' texts stand out from the paper, in colour and in grey."""

import pytest

from portfolio.reports.pdf.contrast import contrast, faint, ratios
from portfolio.reports.printed.setting import styles

WHITE, BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)


def test_every_text_of_the_print_sheets_stands_out() -> None:
    css = "".join(styles())
    assert faint(css) == []
    seen = dict(ratios(css))
    assert {"a", ".mark"} <= set(seen)
    assert any("@top-right" in selector for selector in seen)


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("p { color: #999 }", ["p: 2.8"]),
        ("p { color: #767676 }", []),
        ("@page { @top-left { content: 'x'; color: silver } }", ["@top-left: 1.8"]),
        ("p { color: white; background: #0b3558 }", []),
        ("p { color: #0b3558; background-color: black }", ["p: 1.7"]),
        ("p { color: inherit; border: 1pt solid #eee }", []),
    ],
)
def test_what_is_too_faint_is_named(css: str, found: list[str]) -> None:
    assert faint(css) == found


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    # #0000ff on white, as the guidelines' own calculators give it.
    assert contrast((0.0, 0.0, 1.0), WHITE) == pytest.approx(8.59, abs=0.01)
