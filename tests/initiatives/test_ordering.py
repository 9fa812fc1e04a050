"""Objectives are put in order by moves that hold against whatever others do, and are numbered and named as before."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from initiatives import ordering
from initiatives.models import Objective, Strategy
from initiatives.ordering import Move, Place, Tree
from organisation.models import ChangeRecord
from tests import factories
from tests.cast import Cast


@pytest.fixture
def strategy(cast: Cast) -> Strategy:
    return factories.strategy(cast.koebenhavn.municipality, "Fattigdom", by=cast.koebenhavn.administrator)


def grow(strategy: Strategy, *titles: str, under: Objective | None = None) -> list[Objective]:
    start = Objective.objects.filter(strategy=strategy).count()
    return [
        factories.objective(strategy, title, parent=under, position=start + at, level_label="")
        for at, title in enumerate(titles, 1)
    ]


def shape(strategy: Strategy) -> str:
    """The tree in one line: a(b c) d."""
    tree = Tree(Objective.objects.filter(strategy=strategy))

    def written(pk: int) -> str:
        below = " ".join(map(written, tree.children.get(pk, ())))
        return f"{tree.rows[pk].title}({below})" if below else tree.rows[pk].title

    return " ".join(map(written, tree.children.get(None, ())))


def test_up_down_in_and_out(cast: Cast, strategy: Strategy) -> None:
    ada = cast.koebenhavn.administrator
    _a, b, c = grow(strategy, "a", "b", "c")
    steps = [
        (c, Move.UP, "a c b"), (c, Move.IN, "a(c) b"), (b, Move.UP, "b a(c)"), (b, Move.DOWN, "a(c) b"),
        (b, Move.IN, "a(c b)"), (b, Move.UP, "a(b c)"), (b, Move.OUT, "a(c) b"), (c, Move.OUT, "a c b"),
    ]  # fmt: skip
    for row, move, expected in steps:
        ordering.move(strategy, row.pk, move, by=ada)
        assert shape(strategy) == expected


def test_what_cannot_go_further_says_so(cast: Cast, strategy: Strategy) -> None:
    a, b = grow(strategy, "a", "b")
    for row, move in [(a, Move.UP), (a, Move.IN), (a, Move.OUT), (b, Move.DOWN)]:
        with pytest.raises(ValidationError, match="kan ikke flyttes længere"):
            ordering.move(strategy, row.pk, move, by=cast.koebenhavn.administrator)
    assert shape(strategy) == "a b"


def test_nothing_stands_under_itself_nor_in_another_strategy(cast: Cast, strategy: Strategy) -> None:
    ada = cast.koebenhavn.administrator
    [a] = grow(strategy, "a")
    [b] = grow(strategy, "b", under=a)
    other = factories.strategy(cast.koebenhavn.municipality, "Ældre", by=ada)
    [stranger] = grow(other, "x")
    with pytest.raises(ValidationError, match="under sig selv"):
        ordering.put(strategy, a.pk, Place(b.pk, None), by=ada)
    with pytest.raises(ValidationError, match="anden strategi"):
        ordering.put(strategy, a.pk, Place(stranger.pk, None), by=ada)
    with pytest.raises(ValidationError, match="findes ikke"):
        ordering.move(strategy, stranger.pk, Move.UP, by=ada)
    assert (shape(strategy), shape(other)) == ("a(b)", "x")


def test_a_move_is_said_of_the_tree_as_it_stands_so_nobody_undoes_anothers(cast: Cast, strategy: Strategy) -> None:
    """Both looked at a b c d; one moved d up, the other a down; both moves are there."""
    a, b, _c, d = grow(strategy, "a", "b", "c", "d")
    ordering.move(strategy, d.pk, Move.UP, by=cast.koebenhavn.administrator)
    ordering.move(strategy, a.pk, Move.DOWN, by=cast.koebenhavn["manager"])
    assert shape(strategy) == "b a d c"
    with pytest.raises(ValidationError, match="nabomålet"):
        # Dragged to after b under a, from a page on which b still stood there.
        ordering.put(strategy, d.pk, Place(a.pk, b.pk), by=cast.koebenhavn.administrator)


def test_a_small_move_changes_few_rows_and_has_a_history(cast: Cast, strategy: Strategy) -> None:
    rows = grow(strategy, *"abcdefgh")
    before = ChangeRecord.objects.count()
    ordering.move(strategy, rows[3].pk, Move.UP, by=cast.koebenhavn.administrator)
    assert ChangeRecord.objects.count() == before + 2
    assert ChangeRecord.objects.of_row(rows[3])[0].reason == "Mål sat i en anden rækkefølge"


def test_rows_without_a_position_of_their_own_get_one(cast: Cast, strategy: Strategy) -> None:
    for title in "abc":
        factories.objective(strategy, title, position=0)
    last = Objective.objects.get(strategy=strategy, title="c")
    ordering.move(strategy, last.pk, Move.UP, by=cast.koebenhavn.administrator)
    assert shape(strategy) == "a c b"
    assert sorted(Objective.objects.values_list("position", flat=True)) == [1, 2, 3]


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(list(Move))), max_size=25))
def test_no_row_of_moves_loses_or_doubles_a_node_or_makes_a_circle(moves: list[tuple[int, Move]]) -> None:
    rows = [Objective(pk=pk, title=str(pk), position=pk, parent_id=pk // 3 if pk > 2 else None) for pk in range(1, 8)]
    tree = Tree(rows)
    for at, move in moves:
        place = tree.place_after(at + 1, move)
        assert (place is not None) == (move in tree.moves(at + 1))
        if place is not None:
            tree.put(at + 1, place)
    assert sorted(tree.in_order()) == list(range(1, 8))
    tree.changed()
    again = Tree(tree.rows.values())
    assert list(again.in_order()) == list(tree.in_order())


def test_words_are_offered_from_what_the_municipality_uses(cast: Cast, strategy: Strategy) -> None:
    home = cast.koebenhavn.municipality
    assert ordering.words_offered(home, strategy)[0] == "Pejlemærke"
    [top] = grow(strategy, "a")
    factories.objective(strategy, "b", parent=top, level_label="delspor", position=2)
    other = factories.strategy(home, "Ældre", by=cast.koebenhavn.administrator)
    for at in range(3):
        factories.objective(other, f"m{at}", level_label="Løfte", position=at)
    factories.objective(factories.strategy(cast.aarhus.municipality, "x"), "x", level_label="Sigtepunkt")
    assert ordering.words_offered(home, strategy, depth=1)[0] == "delspor"
    assert ordering.words_offered(home, other)[0] == "Løfte"
    assert "Sigtepunkt" not in ordering.words_offered(home, strategy)


@pytest.mark.parametrize(
    ("number", "following"),
    [
        ("3", "4"),
        ("1.2", "1.3"),
        ("M9", "M10"),
        ("A", "B"),
        ("Æ", "Ø"),
        ("2a", "2b"),
        ("3.", "4."),
        ("Å", ""),
    ],
)
def test_the_next_number_follows_the_documents_way(number: str, following: str) -> None:
    assert ordering.next_number(number) == following


def test_siblings_are_numbered_in_their_order_on_request(cast: Cast, strategy: Strategy) -> None:
    ada = cast.koebenhavn.administrator
    for at, number in enumerate(("2", "1", "")):
        factories.objective(strategy, f"m{at}", number=number, position=at)
    assert ordering.renumber(strategy, None, by=ada) == 3
    rows = Objective.objects.filter(strategy=strategy).order_by("position")
    assert [row.number for row in rows] == ["1", "2", "3"]
    assert ordering.renumber(strategy, None, by=ada) == 0
    assert ordering.number_offered(list(rows), None) == "4"
    assert ordering.number_offered([], rows[1]) == "2.1"
