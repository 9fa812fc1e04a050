"""Plans built as text, page and Word document, with words of our own under the headings that documents have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from portfolio.plans.understanding import TEN_HEADINGS
from tests.files.builders import packed

FIVE = (
    "Synligøre Udsatterådet og tilbud til udsatte",
    "Øge stemmeprocenten til kommunalvalget",
    "Færre ensomme og flere fællesskaber",
    "Flere unge og udsatte borgere har en bolig",
    "Flere skal med på arbejdsmarkedet",
)
GOALS = {
    1: "Vi forebygger, at mennesker bliver socialt udsatte", 2: "Vi finder løsninger sammen med borgeren",
    3: "Alle har en tryg base/bolig", 4: "Alle har en meningsfuld beskæftigelse", 5: "Alle har et godt og sundt liv",
}  # fmt: skip
# As the plan prints them.
OF_FIVE = ((1, 2), (1,), (1, 5), (2, 3, 5), (4,))
PERIODS = (
    "2017 - 2018.", "2., 3. og 4. kvartal 2017.", "2017 - 2018. ", "2017 - 2018.",
    "Medio 2017 til ultimo 2019. Projektperioden forventes påbegyndt i august 2017 og afsluttes i august 2019.",
)  # fmt: skip
OWNERS = (
    "Udsatterådet", "Social- og Sundhedsforvaltningen og Politik & Kommunikation.",
    "Udsatterådet og Social- og Sundhedsforvaltningens ledelsessekretariat.", "Social- og Psykiatriafdelingen.",
    "Rødovre Jobcenter",
)  # fmt: skip

Section = tuple[str, Sequence[str]]


@dataclass
class Plan:
    """`front` and `back` stand before and after; each initiative is a title and its sections. "• " begins an item."""

    front: list[str] = field(default_factory=list)
    initiatives: list[tuple[str, list[Section]]] = field(default_factory=list)
    back: list[str] = field(default_factory=list)

    def cells(self) -> dict[tuple[str, int], str]:
        return {
            (title, number): "\n".join(line.strip() for line in lines)
            for title, sections in self.initiatives
            for number, (_heading, lines) in enumerate(sections, 1)
        }


def five_by_ten() -> Plan:
    front = [
        "Udsattepolitikkens handleplan", "Fold alle ud", "Indledning", "Vi beskriver her, hvad der sættes i gang.",
        *(f"• {title}" for title in FIVE),
    ]  # fmt: skip
    initiatives = [(title, _sections(at)) for at, title in enumerate(FIVE)]
    back = ["Udsattepolitikkens handleplan", "Kontaktinformation", "Forvaltningen", "Telefon", "36 37 70 00"]
    return Plan(front, initiatives, back)


def _sections(at: int) -> list[Section]:
    named = ", ".join(f"strategimål {number}: {GOALS[number]}" for number in OF_FIVE[at])
    texts: list[list[str]] = [
        [f"Indsatsen er knyttet til {named}.", f"Her står baggrund {at}, som er på 4,6 procent."],
        [f"Formålet er nummer {at}, og det kræver 2.500 kr. i kaffe."],
        [f"• Mål {at} er, at flere kommer.", "• Aktiviteten er holdt i uge 17 i 2018."],
        ["Alle voksne borgere."],
        ["Målgruppen involveres direkte ved aktiviteterne."],
        ["• Et møde hvert halve år.", "• En folder med tilbud."],
        [PERIODS[at]],
        ["• Headspace", "• Rødovre Frivilligcenter"],
        ["Registrering på listen.", "Et årligt møde."],
        [OWNERS[at]],
    ]
    return list(zip(TEN_HEADINGS, texts, strict=True))


def as_text(plan: Plan) -> str:
    lines = [*plan.front]
    for title, sections in plan.initiatives:
        lines.append(title)
        for number, (heading, texts) in enumerate(sections, 1):
            lines += [f"{number}. {heading}", *(f"  {one}" if one.startswith("•") else one for one in texts)]
    return "\n\n".join([*lines, *plan.back])


def as_page(plan: Plan) -> str:
    parts = ["<!DOCTYPE html><html><head><title>Plan</title><script>alert(1)</script></head><body>"]
    parts += [_tag("p", one) for one in plan.front]
    for title, sections in plan.initiatives:
        parts.append(_tag("h2", title))
        for number, (heading, texts) in enumerate(sections, 1):
            parts += [_tag("h3", f"{number}. {heading}"), *(_tag("p", one) for one in texts)]
    return "\n".join([*parts, *(_tag("p", one) for one in plan.back), "</body></html>"])


def _tag(name: str, text: str) -> str:
    if text.startswith("• "):
        return f"<ul><li>{escape(text[2:])}</li></ul>"
    return f"<{name} onclick='steal()'>{escape(text)}</{name}>"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f'<w:styles {W}><w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Opstilling"><w:name w:val="List Bullet"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)


def as_word(plan: Plan) -> bytes:
    """The headings are numbered by Word itself, so that no number stands in the text."""
    body = [word_paragraph(one) for one in plan.front]
    for title, sections in plan.initiatives:
        body.append(word_paragraph(title, style="Overskrift2"))
        for heading, texts in sections:
            body += [word_paragraph(heading, number=2), *(word_paragraph(one) for one in texts)]
    return word([*body, *(word_paragraph(one) for one in plan.back)])


def word(body: Sequence[str], others: Mapping[str, str] | None = None) -> bytes:
    document = f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>"
    parts = {"word/document.xml": document, "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
    return packed({"[Content_Types].xml": "<Types/>", **parts, **(others or {})})


def word_paragraph(text: str, *, style: str = "", number: int = 0, run: str = "") -> str:
    if text.startswith("• "):
        text, number = text[2:], 1
    kept = f'<w:pStyle w:val="{style}"/>' if style else ""
    kept += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(one)}</w:t></w:r>'
        for one in (text[:half], text[half:])
    )
    return f"<w:p><w:pPr>{kept}</w:pPr>{runs}</w:p>"
