"""The numbers beside facts and the list of sources that they lead to."""

from django.template import Context, Template

from portfolio.dashboards.notes import SourceNotes
from portfolio.overview.shapes import Source

TABLE = Source("Notat, L26", "Notat", "L26", "2.000", "stated", "oplyst i kilden")
SAME_LINE = Source("Notat, L26", "Notat", "L26", "3.000", "stated", "oplyst i kilden")
UNIT = Source("Notat, L25 (udledt af os)", "Notat", "L25", "", "inferred", "udledt af os")


def rendered(template: str, **context: object) -> str:
    return Template("{% load sources %}" + template).render(Context({"notes": SourceNotes(), **context}))


def test_a_line_keeps_its_number_wherever_it_is_cited() -> None:
    notes = SourceNotes()
    numbers = [
        [note.number for note in notes.cite(sources)] for sources in ([TABLE], [UNIT, SAME_LINE], [TABLE, TABLE])
    ]
    assert numbers == [[1], [2, 1], [1]]
    assert [(note.source.line, note.quotes) for note in notes.listed] == [("L26", ["2.000", "3.000"]), ("L25", [])]


def test_the_number_leads_to_the_list_and_says_where_it_leads() -> None:
    shown = rendered("{% cite facts %}", facts=[TABLE])
    assert shown == '<span class="pm-cite"><a href="#source-1" aria-label="Kilde 1">1</a></span>'


def test_what_rests_on_inference_alone_says_so() -> None:
    assert "udledt af os" in rendered("{% cite facts %}", facts=[UNIT])
    assert "udledt af os" not in rendered("{% cite facts %}", facts=[TABLE, UNIT])


def test_what_the_row_cites_is_not_repeated_in_its_cells() -> None:
    shown = rendered("{% cite facts row %}", facts=[SAME_LINE, UNIT], row=[TABLE])
    assert "Kilde 2" in shown
    assert "Kilde 1" not in shown


def test_a_fact_without_a_source_has_no_number() -> None:
    assert rendered("{% cite facts %}", facts=[]) == ""


def test_the_words_of_a_source_cannot_become_markup() -> None:
    source = Source("<b>Notat</b>", "<b>Notat</b>", "", "<script>", "stated", "oplyst")
    listed = Template('{% include "dashboards/_sources.html" %}')
    notes = SourceNotes()
    notes.cite([source])
    shown = listed.render(Context({"notes": notes}))
    assert "&lt;script&gt;" in shown
    assert "<b>" not in shown
