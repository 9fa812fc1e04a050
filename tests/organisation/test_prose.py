"""Texts with paragraphs, lists and links: kept as typed, shown as elements, and never as anybody's HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisation.pasted import plain
from organisation.prose import Paragraph, Points, blocks_of, is_address, words_of
from portfolio.templatetags.prose import printed_prose, prose
from tests.clipboards import ALL, HOSTILE, Clipboard

TEXT = "Vi gør:\n- Først\n  - Under\n- Så\n\n1. En\n2. To\n\nSe [planen](https://example.dk/plan) i dag.\nNy linje."
PIECES = (
    "- ",
    "  - ",
    "1. ",
    "2. ",
    "\n",
    "\n\n",
    " ",
    "ord",
    "[planen](https://example.dk/x)",
    "<b>",
    "&",
    "](",
    "[",
    "•\t",
)
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@pytest.mark.parametrize("clipboard", ALL, ids=lambda one: one.name)
def test_of_what_a_program_sends_paragraphs_lists_and_links_are_kept(clipboard: Clipboard) -> None:
    assert plain(clipboard.html) == clipboard.text


def test_they_are_shown_as_elements() -> None:
    assert prose(TEXT) == (
        '<p>Vi gør:</p><ul class="points"><li>Først<ul class="points"><li>Under</li></ul></li><li>Så</li></ul>'
        "<ol><li>En</li><li>To</li></ol>"
        '<p>Se <a href="https://example.dk/plan" rel="noopener noreferrer">planen</a> i dag.<br>Ny linje.</p>'
    )


def test_on_paper_an_address_stands_behind_its_words_and_points_count_themselves() -> None:
    shown = printed_prose(TEXT)
    assert '<a href="https://example.dk/plan">planen</a> (https://example.dk/plan)' in shown
    assert '<ul class="counted"><li>1. En</li><li>2. To</li></ul>' in shown
    assert "href" not in printed_prose("Se https://example.dk/")


def test_an_address_alone_is_a_link_without_the_end_of_its_sentence() -> None:
    assert 'href="https://example.dk/a_(b)"' in prose("(se https://example.dk/a_(b)).")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.dk",
        "https://",
        "https:///x",
        "mailto:x",
    ],
)
def test_nothing_else_is_linked(address: str) -> None:
    assert not is_address(address)
    assert "href" not in prose(f"[tryk her]({address})")


def test_a_day_at_the_beginning_of_a_line_is_no_list() -> None:
    assert [type(block) for block in blocks_of("1. januar åbner huset\n2018 bliver året")] == [Paragraph]
    assert [type(block) for block in blocks_of("1. Først\n2. Så")] == [Points]


def test_what_html_cannot_be_told_from_stays() -> None:
    for text in ("5 < 10 og 3 > 2", "Skriv <navn> her", "A & B", "- ét\n- to", TEXT):
        assert plain(text) == text


def test_points_of_word_as_plain_text_are_points() -> None:
    assert plain("•\tFørst\r\n·\u00a0\u00a0Så\r\n") == "- Først\n- Så"


def test_the_words_of_a_link_are_searched_without_its_address() -> None:
    assert words_of("se [den nye plan](https://example.dk/) nu") == "se den nye plan nu"


@given(texts)
def test_every_text_is_right_and_escaped(text: str) -> None:
    for shown in (prose(text), printed_prose(text)):
        assert "<b>" not in shown
        assert "<b" not in shown.replace("<br>", "")


@given(texts.filter(lambda text: "<b>" not in text))
def test_what_is_kept_comes_out_as_it_is(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert prose(once) == prose(plain(once))


def test_what_was_hostile_is_words() -> None:
    shown = prose(HOSTILE.text)
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
