"""What is written for the reader and says nothing new when the workbook comes back: a sheet, and some columns."""

from __future__ import annotations

# Sheets of our own workbooks that say what the others are, and the lists to choose from; in Danish and in English.
FRONT_SHEETS = ("Om regnearket", "About this workbook", "Vejledning", "How to fill in", "Valglister", "Choices")

FICTIONAL = "Fiktive data"
POSTED = "Bogført"
HOLDS_FROM = "Gælder fra"
OWNER = "Ejer"
TARGET_GROUPS = "For målgrupper"
OBJECTIVES = "Under mål"
PROGRESS, ECONOMY, EFFECT = "Lys for fremdrift", "Lys for økonomi", "Lys for effekt"
STATUS_DAY = "Lys opgjort"
REASON = "Årsag"
MONEY = "Penge i alt"
INDICATORS = "Antal målte indikatorer"
GROUP = "I gruppen"
CHANGE = "Lys siden sidst"
DEVIATION = "Økonomi viser"
VERDICT = "Indikatorer viser"
CODE, HEADING, TEXT = "Indsatsens kode", "Overskrift i indsatsen", "Tekst under overskriften"
STATUS_TEXT, STATUS_ACTION = "Statustekst", "Aftalt handling"
POSTED_AMOUNT = "Posteret beløb i kr."
PERIOD_START, PERIOD_END = "Periodens start", "Periodens slut"
WHY_NONE = "Hvorfor intet tal"

ENGLISH = {
    FICTIONAL: "Fictional data",
    POSTED: "Posted",
    HOLDS_FROM: "Holds from",
    OWNER: "Led by",
    TARGET_GROUPS: "For target groups",
    OBJECTIVES: "Under objectives",
    PROGRESS: "Light of progress",
    ECONOMY: "Light of economy",
    EFFECT: "Light of effect",
    STATUS_DAY: "Light as of",
    REASON: "Reason",
    MONEY: "Money in all",
    INDICATORS: "Number of indicators",
    GROUP: "In the group",
    CHANGE: "Light since last",
    DEVIATION: "The money shows",
    VERDICT: "The indicators show",
    CODE: "Code of the initiative",
    HEADING: "Heading of the initiative",
    TEXT: "Text under the heading",
    STATUS_TEXT: "Text of the status",
    STATUS_ACTION: "Agreed action",
    POSTED_AMOUNT: "Posted amount in kr.",
    PERIOD_START: "Start of the period",
    PERIOD_END: "End of the period",
    WHY_NONE: "Why no figure",
}
