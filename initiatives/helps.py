"""What to write in the fields of strategies, objectives, initiatives, follow-up, events and status."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

STRATEGY: dict[str, Any] = {
    "title": _("As it stands on the front page, for example “Strategi for socialt udsatte 2017-2020”."),
    "kind": _("What the document calls itself, for example action plan; a budget agreement is a budget package."),
    "committee": _("The committee that adopted it, for example “Socialudvalget”; the council, where it did."),
    "summary": _(
        "Two or three sentences in plain text, for example what the strategy wants for whom. Stands at the "
        "top of its page."
    ),
}

OBJECTIVE: dict[str, Any] = {
    "strategy": _("The strategy that states it, for example “Strategi for socialt udsatte”."),
    "parent": _("The objective that it is a part of, for example “Pejlemærke 2”; empty at the top."),
    "number": _("As the document numbers it, for example 2 or 2.1; empty where it has none."),
    "title": _("To the letter, for example “Færre unge i hjemløshed”."),
    "kind": _("For example goal for what is to be reached, theme or track for what only gathers."),
    "text": _("What the document says under it, for example the sentences after the heading."),
    "aliases": _("One on each line, for example as another document quotes it."),
}

METHOD: dict[str, Any] = {
    "name": _("The name that it is known by, for example “Housing First”."),
    "aliases": _("One on each line, for example “bolig først”. It is found by them."),
    "description": _("In two or three sentences, for example “Borgeren får først en bolig og derefter støtte i den”."),
}

TARGET_GROUP: dict[str, Any] = {
    "name": _("A group, never a person, for example “Unge i hjemløshed, 18-24 år”."),
    "parent": _("The group that it is a part of, for example “Borgere i hjemløshed”."),
    "aliases": _("One on each line, for example “hjemløse unge”."),
}

HEADING: dict[str, Any] = {
    "number": _("Its place among the headings, for example 3."),
    "label": _("As your initiatives are described, for example “Formål med indsatsen”."),
    "help_text": _("What is to be written under it, for example “Hvem indsatsen er for, og hvor mange”."),
}

TEXT: Any = _("In everyday words, for example whom it concerns and what is done.")
FOLLOW_UP: dict[str, Any] = {
    "title": _("What is counted, asked or told, for example “Antal borgere med egen bolig”."),
    "kind": _("For example count for a number, dialogue for what is told at a meeting."),
    "cadence": _("For example quarterly; not stated where the document does not say."),
    "initiative": _("When one initiative is followed up, for example “Flere i egen bolig”."),
    "strategy": _("When a whole strategy is followed up, for example “Strategi for socialt udsatte”."),
    "recipient": _("Who gets it, for example “Socialudvalget” or “Udsatterådet”."),
}

EVENT: dict[str, Any] = {
    "title": _("What was decided, heard or held, for example “Handleplanen for socialt udsatte vedtaget”."),
    "kind": _("For example decision for a meeting's item, hearing for the council of service users."),
    "body": _("Who decided, was heard or met, for example “Socialudvalget”."),
    "outcome": _("For example approved or deferred; not stated while it is ahead."),
    "outcome_text": _("As the minutes put it, for example “Godkendt med den bemærkning, at …”."),
    "sent_on_to": _("The body that decides next, for example “Kommunalbestyrelsen”."),
    "is_closed": _(
        "For example a case about a contract: it stands on the closed agenda. Only the committee and those who work in"
        " the municipality can see it."
    ),
}

EVENT_LINK: dict[str, Any] = {
    "event": _("For example “Handleplanen for socialt udsatte vedtaget”, made under Decisions and events."),
}

STATUS: dict[str, Any] = {
    "initiative": _("The initiative that it is the status of, for example “Flere i egen bolig”."),
    "as_of": _("The day that the status describes, for example 31.5.2018."),
    "no_change": _("For example when the last status still holds, word for word."),
    "progress_light": _("For example needs attention, when a milestone is late."),
    "economy_light": _("For example off track, when the money will not be enough."),
    "effect_light": _("For example on track, when the measurements move towards the target."),
    "text": _("One to three sentences, for example “Huset er åbnet, og 14 borgere er flyttet ind”."),
    "reason": _("Needed when a light is yellow or red, for example “To stillinger har stået ledige siden marts”."),
    "action": _("Needed when a light is yellow or red, for example “Stillingerne er slået op igen med frist 1. juni”."),
}

INITIATIVE: dict[str, Any] = {
    "title": _("As the document prints it, for example “Flere i egen bolig”."),
    "code": _("As the document prints it, for example SO8; empty where there is none."),
    "kind": _("For example a budget package, which holds initiatives; an initiative may be a part of another."),
    "strategy": _("Whose document names the initiative, for example “Handleplan for socialt udsatte 2018”."),
    "summary": _(
        "What it is, for whom and why, for example in two or three sentences of plain text: it stands at the "
        "top of its page."
    ),
    "state": _("For example planned until something is done, in progress from then on."),
    "display_title": _("Only where the printed title has an error, for example a word too many."),
    "aliases": _("One on each line, for example a working title. It is found by them."),
    "parent": _("For example the budget package that it belongs to."),
    "document": _("Where it is described or decided, for example “Budgetaftale 2018”."),
    "state_note": _("For example “prioriteret at sætte i gang i 2018”."),
    "shared_nationally": _(
        "Other municipalities may see that the initiative exists, for example on the page of its method."
    ),
}

# What to write under the headings of the known sets, by their labels without regard to case.
UNDER: dict[str, Any] = {
    "baggrund for indsatsen": _(
        "Why it is needed, for example “248 citizens have had benefits for five years or more”."
    ),
    "formål med indsatsen": _("What is to change for whom, for example “Flere unge får og beholder en bolig”."),
    "mål og succeskriterier": _("How one sees that it has worked, for example “60 % bor fast efter et år”."),
    "målgruppe": _("Which group, and how many, for example “Unge i hjemløshed, 18-24 år, ca. 40”."),
    "involvering af målgruppen": _("How they have a say, for example “Udsatterådet er hørt to gange”."),
    "aktiviteter": _("What is done, a point for each, for example “Støtte i hjemmet to gange om ugen”."),
    "periode": _("From when to when, for example “1. marts 2018 til udgangen af 2020”."),
    "samarbejdspartnere og interessenter": _(
        "Who takes part and with what, for example “Boligselskabet, der anviser 20 boliger”."
    ),
    "dokumentation og evaluering (kvantitative og/eller kvalitative metoder)": _(
        "How one finds out, for example “Tælling hvert kvartal og interview efter et år”."
    ),
    "tovholder/kontaktperson for indsatsen": _(
        "A unit or a function, for example “Leder af bostøtten”; never a citizen."
    ),
    "udfordring": _("What is wrong today, for example “Unge står på venteliste i 14 måneder”."),
    "indsats og metode": _("What is done and by which method, for example “Housing First med støtte i et år”."),
    "forventede resultater på kort sigt": _("Within a year, for example “20 unge er flyttet i egen bolig”."),
    "forventede resultater på længere sigt": _("After some years, for example “Halvt så mange unge i hjemløshed”."),
    "forudsætninger og risici": _("What must hold, and what may go wrong, for example “At der er 20 ledige boliger”."),
    "måling og opfølgning": _(
        "What is measured, how often and by whom, for example “Antal indflytninger, hvert kvartal”."
    ),
    "baggrund": _("Why it is needed, for example “Herberget har haft fuldt belæg i to år”."),
    "formål": _("What is to change for whom, for example “Flere unge får og beholder en bolig”."),
    "indhold": _("What the money buys, for example “To bostøttere og en fælles café”."),
    "forventet effekt": _("What comes of it, for example “15 færre på herberg om året”."),
    "økonomi": _(
        "Year by year, with what is paid by others, for example “1,2 mio. kr. årligt, heraf halvdelen fra staten”."
    ),
    "tidsplan og organisering": _("Who does what when, for example “Ansættelse i maj, første indflytning i august”."),
}
