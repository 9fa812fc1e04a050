"""The pictures of the screens where people work: the administration's, and those of status, people and structure."""

import re
import sys

from camera import Camera, Studio

CASEWORKER, MANAGER, ADMINISTRATOR, FINANCE = "medarbejder", "leder", "administrator", "oekonomi"
WORDS = "Hvad der er ændret siden sidst, i én kort tekst."
# Under the municipality's own address.
WORK = {
    "work": "arbejde/", "search": "soeg/?q=unge", "search-nothing": "soeg/?q=findesikke", "changes": "historik/",
    "statuses": "status/", "structure": "opbygning/", "headings": "overskrifter/", "new-term": "byraadsperiode/",
    "catalogue": "katalog/", "archive": "arkiv/", "people": "personer/", "invite": "personer/inviter/",
    "absences": "fravaer/", "merge": "dubletter/", "practice": "oeveomraade/", "entries": "budget/indtastning/",
    "follow-up": "budget/opfoelgning/", "revised": "budget/korrigeret/", "survey": "maalinger/indtastning/",
    "plans": "handleplaner/", "extracts": "budget/udtraek/", "imports": "regneark/import/",
}  # fmt: skip
# Of what those pages link to, the first of each.
LINKED = {
    "status-update": r"/{code}/indsatser/[^\"?#/]+/status/", "objectives": r"/{code}/strategier/[^\"?#/]+/maal/",
    "handover": r"/{code}/personer/\d+/overdrag/",
}  # fmt: skip
OPENED_IN_FULL = ("initiative", "strategy", "budgetline", "indicator", "body")


def take_work(studio: Studio, code: str, town: str) -> None:
    with studio.camera(CASEWORKER, town) as camera:
        camera.take("/", "work-caseworker")
        give_status(camera, code)
    with studio.camera(MANAGER, town) as camera:
        camera.take(f"/{code}/status/", "statuses-to-approve")
    with studio.camera(ADMINISTRATOR, town) as camera:
        for model in models_of(camera):
            take_screens(camera, model)
        take_pages(camera, code)
        take_merge(camera, code)
        take_act(camera, code)
        take_draft(camera)


def give_status(camera: Camera, code: str) -> None:
    """The first of those that are due, so that somebody has something to approve."""
    camera.open(f"/{code}/status/")
    link = camera.page.locator(f'main a[href^="/{code}/indsatser/"][href$="/status/"]').first
    path = link.get_attribute("href") or ""
    camera.open(path)
    for light in camera.page.locator("input[type=radio][value=green]").all():
        light.check()
    camera.page.locator("main textarea").first.fill(WORDS)
    camera.press("Send til godkendelse")


def models_of(camera: Camera) -> list[str]:
    camera.take("/admin/", "admin")
    return sorted(set(re.findall(r'href="/admin/([a-z_]+/[a-z]+)/"', camera.page.content())))


def take_screens(camera: Camera, model: str) -> None:
    """The list, an empty form, and of the first row its form, its history and the question before it is deleted."""
    name = f"admin-{model.partition('/')[2]}"
    camera.take(f"/admin/{model}/", name)
    is_added = camera.links_to(f"/admin/{model}/add/")
    first = camera.page.locator("#result_list tbody th a")
    address = first.first.get_attribute("href") if first.count() else None
    if is_added:
        camera.take(f"/admin/{model}/add/", f"{name}-add")
    if address is None:
        return
    row = address.partition("change/")[0]
    camera.take(f"{row}change/", f"{name}-change")
    if model.endswith(OPENED_IN_FULL):
        camera.page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        camera.shoot(f"{name}-change-open")
    for part in [part for part in ("history", "delete", "sheet") if camera.links_to(f"{row}{part}/")]:
        camera.take(f"{row}{part}/", f"{name}-{part}")


def take_draft(camera: Camera) -> None:
    """An initiative as it begins, and the question before it is deleted, which only a draft can be."""
    camera.open("/admin/initiatives/initiative/add/")
    camera.page.locator("#id_title").fill("Natcafé for unge uden bolig")
    camera.press("Gem og bliv her")
    address = camera.page.url.partition("/change/")[0]
    camera.take(f"/admin/{address.partition('/admin/')[2]}/change/", "admin-initiative-draft")
    camera.take(f"/admin/{address.partition('/admin/')[2]}/delete/", "admin-initiative-delete")


def take_pages(camera: Camera, code: str) -> None:
    read = ""
    for name, path in WORK.items():
        camera.take(f"/{code}/{path}", name)
        read += camera.page.content()
    for name, pattern in LINKED.items():
        found = re.search(f'"({pattern.format(code=code)})"', read)
        if found is None:
            sys.exit(f"No page of {code} leads to {name}.")
        camera.take(found[1], name)


def take_merge(camera: Camera, code: str) -> None:
    """What merging would do: into the first initiative, the next one of which nothing forbids it."""
    camera.open(f"/{code}/dubletter/")
    options = camera.page.locator("select[name=keep] option").all()
    keep, *others = filter(None, (option.get_attribute("value") for option in options))
    for other in others:
        camera.open(f"/{code}/dubletter/?slags=indsats&keep={keep}&other={other}")
        if camera.page.get_by_role("button", name="Flet", exact=True).count():
            camera.shoot("merge-preview")
            return
    sys.exit(f"No two initiatives of {code} may be merged.")


def take_act(camera: Camera, code: str) -> None:
    """What one press of a button changed, with its undoing."""
    camera.open(f"/{code}/historik/")
    found = re.search(rf'"(/{code}/historik/handling/[^"]+/)"', camera.page.content())
    if found is None:
        sys.exit("The history names no action.")
    camera.take(found[1], "act")
