"""A corrected plan becomes rows in one transaction, and the preview says beforehand which."""

from __future__ import annotations

from typing import Any

import pytest

from budgets.models import Entry, LineInitiative
from initiatives.models import Heading, Initiative, InitiativeObjective, InitiativeText, Involvement, Objective
from organisation import writing
from organisation.models import ChangeRecord, Document, ImportBatch, Provenance, User
from portfolio.plans.content import PlanContent
from portfolio.plans.models import PlanDraft, PlanState
from portfolio.plans.reading import read_pasted_plan
from portfolio.plans.saving import NothingSavedError, preview, save_plan
from portfolio.plans.understanding import TEN_HEADINGS, understand_plan
from tests import factories
from tests.cast import Cast, Town
from tests.portfolio.plans import test_tracks
from tests.portfolio.plans.documents import FIVE, GOALS, as_text, five_by_ten

pytestmark = pytest.mark.django_db


def draft_of(town: Town, text: str, **fields: Any) -> PlanDraft:
    content = understand_plan(read_pasted_plan(text))
    return made(town, content, **fields)


def made(town: Town, content: PlanContent, **fields: Any) -> PlanDraft:
    number = PlanDraft.objects.filter(municipality=town.municipality).count() + 1
    draft = PlanDraft(
        municipality=town.municipality, reference=str(number), title="Handleplan", sha256=str(number) * 64,
        plan_content=content.as_json(), created_by=town.administrator, **fields,
    )  # fmt: skip
    return writing.save(draft, by=town.administrator)


def saved(draft: PlanDraft, by: User) -> None:
    save_plan(draft, by=by, seen=preview(draft, by=by).token)


def test_all_cells_become_texts_with_their_document_and_lines(cast: Cast) -> None:
    town = cast.koebenhavn
    council = factories.body(town.municipality, "Udsatterådet", kind="advisory_council")
    plan = five_by_ten()
    saved(draft_of(town, as_text(plan)), town.administrator)
    texts = InitiativeText.objects.select_related("initiative", "heading")
    assert {(one.initiative.title, one.heading.number): one.text for one in texts} == plan.cells()
    assert [one.label for one in Heading.objects.filter(municipality=town.municipality)] == list(TEN_HEADINGS)
    text = texts.get(initiative__title=FIVE[0], heading__number=1)
    source = Provenance.objects.of_row(text).get()
    assert (source.document, source.batch) == (Document.objects.get(title="Handleplan"), ImportBatch.objects.get())
    assert source.line == "linje 23-25"
    owners = Involvement.objects.filter(initiative__title=FIVE[2]).order_by("pk")
    assert [(one.body, one.words) for one in owners] == [
        (council, ""), (None, "Social- og Sundhedsforvaltningens ledelsessekretariat"),
    ]  # fmt: skip
    links = InitiativeObjective.objects.filter(initiative__title=FIVE[3])
    assert [one.objective.number for one in links.order_by("objective__number")] == ["2", "3", "5"]
    row = Initiative.objects.get(title=FIVE[1])
    assert (row.period_text, row.approval, str(row.strategy)) == ("2., 3. og 4. kvartal 2017.", "draft", "Handleplan")


SMALL = f"""Plan
{FIVE[0]}
1. Baggrund
Den er knyttet til strategimål 1: {GOALS[1]}.
4. Målgruppe
Alle voksne borgere.
10. Tovholder
Udsatterådet
{FIVE[1]}
1. Baggrund
Den er knyttet til strategimål 4: {GOALS[4]}.
7. Periode
2018
{FIVE[2]}
1. Baggrund
Den er knyttet til strategimål 1 og 4.
7. Periode
2017 - 2018.
"""


def test_every_row_is_of_the_batch(cast: Cast) -> None:
    town = cast.koebenhavn
    draft = draft_of(town, SMALL)
    before = ChangeRecord.objects.count()
    saved(draft, town.administrator)
    batch = ImportBatch.objects.get()
    new = ChangeRecord.objects.order_by("pk")[before:]
    assert {one.batch_id for one in new if one.content_type.model != "importbatch"} == {batch.pk}


def test_the_preview_writes_nothing_and_says_the_same_as_saving(cast: Cast) -> None:
    town = cast.koebenhavn
    draft = draft_of(town, SMALL)
    before = ChangeRecord.objects.count()
    shown = preview(draft, by=town.administrator)
    assert ChangeRecord.objects.count() == before
    assert (shown.created, shown.changed, len(shown.rows)) == (3, 0, 3)
    done = save_plan(draft, by=town.administrator, seen=shown.token)
    assert done == shown
    draft.refresh_from_db()
    assert draft.state == PlanState.CONFIRMED


def test_the_same_plan_again_changes_nothing(cast: Cast) -> None:
    town = cast.koebenhavn
    saved(draft_of(town, SMALL), town.administrator)
    again = preview(draft_of(town, SMALL), by=town.administrator)
    assert again.is_nothing
    assert again.left == 3


def test_another_wording_is_shown_old_and_new(cast: Cast) -> None:
    town = cast.koebenhavn
    saved(draft_of(town, SMALL), town.administrator)
    text = SMALL.replace("Alle voksne borgere.", "Alle over 18 år.", 1)
    draft = draft_of(town, text)
    shown = preview(draft, by=town.administrator)
    assert [(one.label, one.before, one.after) for one in shown.rows[0].lines] == [
        ("4. Målgruppe", "Alle voksne borgere.", "Alle over 18 år.")
    ]
    assert (shown.created, shown.changed, shown.left) == (0, 1, 2)
    saved(draft, town.administrator)
    assert InitiativeText.objects.get(initiative__title=FIVE[0], heading__number=4).text == "Alle over 18 år."


def test_a_plan_that_is_confirmed_twice_is_saved_once(cast: Cast) -> None:
    town = cast.koebenhavn
    draft = draft_of(town, SMALL)
    token = preview(draft, by=town.administrator).token
    save_plan(draft, by=town.administrator, seen=token)
    with pytest.raises(NothingSavedError):
        save_plan(draft, by=town.administrator, seen=token)
    assert Initiative.objects.count() == 3


def test_what_changed_since_the_preview_is_not_saved_unseen(cast: Cast) -> None:
    town = cast.koebenhavn
    draft = draft_of(town, SMALL)
    token = preview(draft, by=town.administrator).token
    factories.initiative(town.municipality, FIVE[0])
    with pytest.raises(NothingSavedError):
        save_plan(draft, by=town.administrator, seen=token)
    assert Initiative.objects.count() == 1


def test_one_wrong_initiative_stops_all_and_each_says_what_is_wrong(cast: Cast) -> None:
    town = cast.koebenhavn
    content = understand_plan(read_pasted_plan(SMALL))
    content.initiatives[0].names = ["", FIVE[1]]
    content.initiatives[2].period = "32. januar 2018"
    draft = made(town, content)
    shown = preview(draft, by=town.administrator)
    assert [one.index for one in shown.problems] == [0, 1, 2]
    with pytest.raises(NothingSavedError):
        save_plan(draft, by=town.administrator, seen=shown.token)
    assert not Initiative.objects.exists()
    assert not ImportBatch.objects.exists()


def test_an_initiative_that_is_not_wanted_is_not_saved(cast: Cast) -> None:
    town = cast.koebenhavn
    content = understand_plan(read_pasted_plan(SMALL))
    content.initiatives[2].is_wanted = False
    saved(made(town, content), town.administrator)
    assert Initiative.objects.count() == 2


def test_without_a_strategy_goals_are_left_out_and_that_is_said(cast: Cast) -> None:
    town = cast.koebenhavn
    draft = draft_of(town, SMALL, makes_strategy=False)
    shown = preview(draft, by=town.administrator)
    assert all(one.remarks for one in shown.rows)
    saved(draft, town.administrator)
    assert not Objective.objects.exists()


def test_goals_of_the_chosen_strategy_are_used(cast: Cast) -> None:
    town = cast.koebenhavn
    strategy = factories.strategy(town.municipality)
    goal = factories.objective(strategy, "Alle har en meningsfuld beskæftigelse", number="4", level_label="strategimål")
    saved(draft_of(town, SMALL, strategy=strategy, makes_strategy=False), town.administrator)
    assert InitiativeObjective.objects.get(initiative__title=FIVE[1]).objective == goal


TRACKS = "\n".join([*test_tracks.OVERVIEW, *test_tracks.PAGES])


def test_amounts_become_draft_entries_on_a_line_for_all_that_share_them(cast: Cast) -> None:
    town = cast.koebenhavn
    saved(draft_of(town, TRACKS, decision_state="in_hearing"), town.administrator)
    entries = Entry.objects.select_related("line").order_by("line__position")
    assert [one.amount_ore for one in entries] == [250_000_000, 300_000_000, 110_000_000, 170_000_000, 100_000_000]
    assert [one.period_text for one in entries] == [
        "", "3-årigt forløb med opstart i 2021", "2021-2023", "2021-2023", "2021-22",
    ]  # fmt: skip
    assert {(one.decision_state, one.recurrence, one.unit, one.is_posted) for one in entries} == {
        ("in_hearing", "one_off", "mio", False)
    }
    shared = LineInitiative.objects.filter(line=entries[0].line).order_by("pk")
    assert [one.initiative.title for one in shared] == ["Sunde børn leger bedst", "Lyt til mig"]
    track = Objective.objects.get(number="3.3")
    assert (track.level_label, track.parent and track.parent.number) == ("spor", "3")
    again = preview(draft_of(town, TRACKS), by=town.administrator)
    assert again.is_nothing


def test_amounts_are_only_for_those_who_may_change_the_budget(cast: Cast) -> None:
    town = cast.koebenhavn
    manager = town["manager"]
    draft = draft_of(town, TRACKS)
    remarks = {one.name: bool(one.remarks) for one in preview(draft, by=manager).rows}
    assert remarks["Sunde børn leger bedst"]
    assert remarks["Flere peers"]
    saved(draft, manager)
    assert not Entry.objects.exists()
