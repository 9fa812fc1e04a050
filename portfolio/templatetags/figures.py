"""The only template tags for figures. They show what the overview has made; they compute nothing.

A colour never stands alone: the symbol is hidden from screen readers and the word is always printed.
"""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portfolio.overview.shapes import IndicatorFigure, LightShown, Money, Source

register = template.Library()


@register.simple_tag
def light(shown: LightShown) -> SafeString:
    """Symbol and word of a status light, with the class of its code."""
    return _symbol_and_word("pm-light", shown.code, shown.symbol, shown.word)


@register.simple_tag
def verdict(figure: IndicatorFigure) -> SafeString:
    """What the figures of an indicator say: symbol and word."""
    return _symbol_and_word("pm-verdict", figure.verdict, figure.verdict_symbol, figure.verdict_words)


def _symbol_and_word(css: str, code: str, symbol: str, word: str) -> SafeString:
    return format_html(
        '<span class="{} {}-{}"><span aria-hidden="true">{}</span> {}</span>', css, css, code, symbol, word
    )


@register.simple_tag
def amount(money: Money) -> SafeString:
    """An amount under a heading that names its unit, or the words for why there is none."""
    return _amount(money, money.text)


@register.simple_tag
def full_amount(money: Money) -> SafeString:
    """An amount with its unit, for running text."""
    return _amount(money, money.full_text)


def _amount(money: Money, text: str) -> SafeString:
    shown = format_html("{}", text) if money.ore is not None else format_html('<em class="pm-words">{}</em>', text)
    notes = "; ".join(note for note in (money.raw_note, money.note) if note)
    return format_html('{} <span class="pm-note">({})</span>', shown, notes) if notes else shown


@register.simple_tag
def footnote(source: Source) -> SafeString:
    """A source as a line of a list: title, line, the words of the source, and the mark when it is not stated there."""
    quote = format_html(" <q>{}</q>", source.quote) if source.quote else ""
    return format_html("{}{}", source.label, quote)
