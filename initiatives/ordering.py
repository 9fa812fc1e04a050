"""The order of a strategy's objectives: a node moves among its siblings, in under one, or out beside its parent.

Each move is said relative to the tree as it stands when it is carried out, under a lock of the strategy: of two who
order at the same time neither undoes the other's work. Positions count through the whole tree in the order in which
it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.models import Objective, Strategy
from organisation import writing
from organisation.models import Municipality, User

# Words that the known documents use, offered where a municipality has none of its own yet. They are Danish everywhere.
KNOWN_WORDS = ("Pejlemærke", "Strategimål", "Fokusområde", "Tema", "Spor", "Delmål")


class Move(models.TextChoices):
    UP = "up", gettext_lazy("Move up")
    DOWN = "down", gettext_lazy("Move down")
    IN = "in", gettext_lazy("Move in under the one above")
    OUT = "out", gettext_lazy("Move out beside its parent")


Children = dict[int | None, list[int]]


@dataclass(frozen=True)
class Place:
    """Under `parent` (None: at the top), right after the sibling `after` (None: first)."""

    parent: int | None
    after: int | None


class Tree:
    """A strategy's objectives by their keys. A node whose parent is gone or in a circle stands at the top."""

    def __init__(self, rows: Iterable[Objective]) -> None:
        ordered = sorted(rows, key=lambda row: (row.position, row.pk))
        self.rows = {row.pk: row for row in ordered}
        self.parents: dict[int, int | None] = {row.pk: self._parent_of(row) for row in ordered}
        self.children: Children = {}
        for pk, parent in self.parents.items():
            self.children.setdefault(parent, []).append(pk)

    def _parent_of(self, row: Objective) -> int | None:
        seen, current = {row.pk}, row.parent_id
        while current is not None and current in self.rows:
            if current in seen:
                return None
            seen.add(current)
            current = self.rows[current].parent_id
        return row.parent_id if row.parent_id in self.rows else None

    def siblings(self, pk: int) -> list[int]:
        return self.children[self.parents[pk]]

    def in_order(self, parent: int | None = None) -> Iterator[int]:
        for pk in self.children.get(parent, ()):
            yield pk
            yield from self.in_order(pk)

    def below(self, pk: int) -> set[int]:
        """The node and everything under it."""
        return {pk, *self.in_order(pk)}

    def depth(self, pk: int) -> int:
        depth, current = 0, self.parents[pk]
        while current is not None:
            depth, current = depth + 1, self.parents[current]
        return depth

    def place_after(self, pk: int, move: Move) -> Place | None:
        """Where the move leads to; None when the node cannot go further that way."""
        siblings, parent = self.siblings(pk), self.parents[pk]
        at = siblings.index(pk)
        if move == Move.UP:
            return Place(parent, siblings[at - 2] if at > 1 else None) if at else None
        if move == Move.DOWN:
            return Place(parent, siblings[at + 1]) if at + 1 < len(siblings) else None
        if move == Move.IN:
            above = siblings[at - 1] if at else None
            last = self.children.get(above, [])[-1:]
            return Place(above, last[0] if last else None) if above is not None else None
        return Place(self.parents[parent], parent) if parent is not None else None

    def moves(self, pk: int) -> list[Move]:
        return [move for move in Move if self.place_after(pk, move) is not None]

    def put(self, pk: int, place: Place) -> None:
        """Raises ValidationError when the node would stand under itself, or the place is no longer there."""
        if place.parent is not None and place.parent in self.below(pk):
            raise ValidationError(_("An objective cannot stand under itself."))
        if place.parent is not None and place.parent not in self.rows:
            raise ValidationError(_("The objective above belongs to another strategy."))
        if place.after is not None and (place.after == pk or self.parents.get(place.after, 0) != place.parent):
            raise ValidationError(_("Somebody else has moved the neighbour meanwhile. Look at the tree and try again."))
        self.siblings(pk).remove(pk)
        self.parents[pk] = place.parent
        group = self.children.setdefault(place.parent, [])
        group.insert(group.index(place.after) + 1 if place.after is not None else 0, pk)

    def changed(self) -> list[Objective]:
        """The rows whose parent or position is another than before, with the new ones set."""
        found = []
        order = list(self.in_order())
        for pk, position in zip(order, self._positions(order), strict=True):
            row = self.rows[pk]
            if (row.parent_id, row.position) != (self.parents[pk], position):
                row.parent_id, row.position = self.parents[pk], position
                found.append(row)
        return found

    def _positions(self, order: Sequence[int]) -> list[int]:
        """Those that the rows have already, where they tell them apart: then a small move changes few rows."""
        taken = sorted({self.rows[pk].position for pk in order})
        return taken if len(taken) == len(order) else list(range(1, len(order) + 1))


def move(strategy: Strategy, pk: int, to: Move, *, by: User) -> Objective:
    """Raises ValidationError when it cannot go further that way."""

    def place(tree: Tree) -> Place:
        found = tree.place_after(pk, to)
        if found is None:
            sentence = _("“%(objective)s” cannot be moved further that way.")
            raise ValidationError(sentence % {"objective": tree.rows[pk]})
        return found

    return _reorder(strategy, pk, place, by=by)


def put(strategy: Strategy, pk: int, place: Place, *, by: User) -> Objective:
    """As one drags it. Raises ValidationError."""
    return _reorder(strategy, pk, lambda _tree: place, by=by)


def _reorder(strategy: Strategy, pk: int, place: Callable[[Tree], Place], *, by: User) -> Objective:
    with transaction.atomic():
        tree = locked_tree(strategy)
        if pk not in tree.rows:
            raise ValidationError(_("The objective is no longer there."))
        tree.put(pk, place(tree))
        # Parents and positions alone, checked above: asking every rule of every row would take a query for each.
        writing.save_many(tree.changed(), by=by, reason=_("Objectives put in another order"), validate=False)
    return tree.rows[pk]


def locked_tree(strategy: Strategy) -> Tree:
    """The tree as it stands; whoever else orders the strategy waits until the transaction ends."""
    Strategy.objects.select_for_update(no_key=True).get(pk=strategy.pk)
    return Tree(Objective.objects.filter(strategy=strategy).unmerged())


def add(row: Objective, *, by: User) -> Objective:
    """Writes a new objective as the last under its parent."""
    with transaction.atomic():
        tree = locked_tree(row.strategy)
        row.position = max((one.position for one in tree.rows.values()), default=0) + 1
        writing.save(row, by=by)
        whole = Tree([*tree.rows.values(), row])
        writing.save_many(whole.changed(), by=by, reason=_("Objectives put in another order"), validate=False)
    return row


# --- Words and numbers ----------------------------------------------------------------------------------------------


def words_offered(municipality: Municipality, strategy: Strategy | None = None, depth: int = 0) -> list[str]:
    """Level words, the likeliest first: the strategy's at that depth, the municipality's, those of known documents."""
    rows = list(Objective.objects.filter(municipality=municipality))
    trees: dict[int, list[Objective]] = {}
    for row in rows:
        trees.setdefault(row.strategy_id, []).append(row)
    own = trees.get(strategy.pk, []) if strategy is not None else []
    ranked = [*_by_use(own, depth), *_by_use(rows, depth), *_by_use(rows, None), *KNOWN_WORDS]
    seen: dict[str, str] = {}
    for word in ranked:
        seen.setdefault(word.casefold(), word)
    return list(seen.values())


def _by_use(rows: Sequence[Objective], depth: int | None) -> list[str]:
    tree = Tree(rows)
    chosen = [row for row in rows if row.level_label and (depth is None or tree.depth(row.pk) == depth)]
    return [word for word, _number in Counter(row.level_label for row in chosen).most_common()]


_LAST_NUMBER = re.compile(r"(\d+|[A-Za-zÆØÅæøå])(?=\W*$)")


def next_number(number: str) -> str:
    """What follows: 3 → 4, 1.2 → 1.3, M9 → M10, 2a → 2b; "" where nothing can be counted on."""
    found = _LAST_NUMBER.search(number.strip())
    if found is None:
        return ""
    last = found.group()
    following = str(int(last) + 1) if last.isdigit() else _LETTERS.get(last, "")
    return f"{number.strip()[: found.start()]}{following}{number.strip()[found.end() :]}" if following else ""


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
_LETTERS: Mapping[str, str] = {
    one: following for alphabet in (_ALPHABET, _ALPHABET.lower()) for one, following in pairwise(alphabet)
}


def number_offered(siblings: Sequence[Objective], above: Objective | None) -> str:
    """The number of a new objective after its siblings; the first under a numbered one is n.1."""
    numbered = [row.number for row in siblings if row.number]
    if numbered:
        return next_number(numbered[-1])
    if siblings:
        return ""
    return f"{above.number}.1" if above is not None and above.number else "" if above is not None else "1"


def renumber(strategy: Strategy, parent: int | None, *, by: User) -> int:
    """Numbers the siblings anew, in their order, in the way the first of them is numbered. How many got another one."""
    with transaction.atomic():
        tree = locked_tree(strategy)
        rows = [tree.rows[pk] for pk in tree.children.get(parent, ())]
        changed, number = [], first_number(rows, tree.rows.get(parent) if parent is not None else None)
        for row in rows:
            if row.number != number:
                row.number = number
                changed.append(row)
            number = next_number(number)
        writing.save_many(changed, by=by, reason=_("Objectives numbered in their order"))
    return len(changed)


def first_number(rows: Sequence[Objective], above: Objective | None) -> str:
    """The lowest of the numbers that are there counts from where the document does; else it is 1, or n.1 under n."""
    numbers = sorted((row.number for row in rows if row.number), key=_counted)
    return numbers[0] if numbers and next_number(numbers[0]) else number_offered([], above) or "1"


def _counted(number: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", number)]
