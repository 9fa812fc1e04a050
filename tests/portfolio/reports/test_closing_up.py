"""A part that would leave a few lines alone on its last page is set closer, if that saves the page."""

from __future__ import annotations

import pytest

from portfolio.reports.pdf.engine import Engine
from portfolio.reports.pdf.packed import Laid
from portfolio.reports.printed.setting import styles

# The engine forgets to close its colour profile; in a process of its own that is nobody's trouble.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")


def test_a_few_lines_do_not_stand_alone_and_half_a_page_does() -> None:
    engine = Engine(styles()[0])

    def pages(paragraphs: int, *, may_close_up: bool) -> int:
        lines = "".join(f"<p>Linje {number}</p>" for number in range(paragraphs))
        html = f'<html lang="da"><title>-</title><body><section>{lines}</section></body></html>'
        laid: Laid = engine.lay_out(html, b"x" * 16, may_close_up=may_close_up)
        return len(laid.page_names)

    fit = next(number for number in range(24, 60) if pages(number + 1, may_close_up=False) == 2)
    assert [pages(fit + more, may_close_up=True) for more in (0, 1, 15)] == [1, 1, 2]
    assert pages(fit + 1, may_close_up=False) == 2
