"""The tables with amounts of the five source documents, as their pages print them."""

from __future__ import annotations

from typing import Any

from organisation.numbers import DanishNumberError, parse_number
from tests.files.builders import Styled

KOEBENHAVN = """Nr.	Titel	Målgruppe	2017	2018	2019	2020	2017-2020
SO8	Ensomhed og livskvalitet – Samarbejde med frivillig- og interesseorganisationer om at engagere borgere i lokalsamfundets fællesskaber	Flere målgrupper	2.000	2.000	2.000	0	-
SO9	Ensomhed og livskvalitet – Frivillighed i socialpsykiatrien: Udvidelse af Team ud i livet	Flere målgrupper	3.000	3.000	3.000	3.000	-
SO17	Tilskud til Netværksstedet Thorvaldsen	Borgere med sindslidelse	600	600	600	600	-
"""  # noqa: E501

BALLERUP = """Den samlede fællesskabsindsats	Budget 2018	Beskrivelse	Ændring i forhold 2017
Aktivitetsmedarbejdere på plejecentre	2.391.480	Lønudgifter til de ansatte aktivitetsmedarbejdere	ingen
Fællesskabskoordinator	288.666	Lønudgift til at koordinere og drive den samlede fællesskabsindsats	Samling og reduktion af projektledelse af følgende tidligere indsatser: frivillighedskonsulent, peer-to-peer og ensomhedsindsatsen
Kompetenceudvikling af decentrale ledere, Inspirationsmøde	30.000	Afholdelse, eksterne konsulenter, materialer	Finansieres af den nuværende ensomhedsindsats
Boblberg	100.000	Licenser og drift	Finansieres af den nuværende ensomhedsindsats
Pulje til frivillige	15.000	Målrettet aktiviteter for ensomme ældre	Finansieres af den nuværende ensomhedsindsats
Gentagelse af spørgeskemaundersøgelse	0	Opfølgning på oplevelsen af ensomhed blandt hjemmeplejens borgere og evt. plejecenterbeboere	Finansieres via bruger-/pårørendeundersøgelsen
I alt	2.825.146
"""  # noqa: E501

AARHUS = """Spør:	Initiativ	Beløb (i mio. kr.)
Tema 1: Bedre hverdag for børn med særlige behov
1.2.	Det gode børneliv	2,5
1.3	Døgnområdet Gentænkt	3,0
1.4	Meningsfulde Fællesskaber	2,5
Tema 2: Flere Unge i Job og Uddannelse
2.3	Unge med Særlige Udfordringer tættere på job og uddannelse - Etablering af samarbejdsaftaler ift. fritidsjob og flex-uddannelse	4,0
Tema 3: Bedre hverdag for aarhusianere med psykisk sygdom
3.2	Sammenhæng i indsatsen - Rusmiddelbehandlingen ift. borgere med dobbeltdiagnose	1,1
3.3	Uddannelse og Job - IPS -forløb for udvalgte målgrupper med psykisk sygdom - Flere PEERS til at understøtte social- og beskæftigelsesrettede indsatser	1,7 1,0
Tema 4: Flere Hjemløse i Egen Bolig
4.1	Forebyggelse: - Etablering af ny-indflyttee grupper/netværk til udsatte borgere, der er flyttet i egen bolig. - ACT-indsats for udsatte og hjemløse borgere over 25 år.	1,1 2,5
4.3	Uddannelse og job til byens udsatte og hjemløse: - Flere hjemløse i beskæftigelse	1,1
Tema 5: Bedre hverdag for voksne med handicap
5.2	Læring og mestring – Det jeg kan selv - Flow fra beskyttet beskæftigelse til flex- og skånejob kombineret med samværstilbud - Pårørendesamarbejde	1,5 1,0
5.3	Sundhed og fællesskaber – Min sundhed - Sundhedsprojekt i Voksne, Job og Handicap	2,0
I alt:		25,0
"""  # noqa: E501

TABLES = {"000": KOEBENHAVN, "001": BALLERUP, "003": AARHUS}


def rows_of(table: str) -> list[list[str]]:
    return [line.split("\t") for line in table.splitlines()]


def typed_rows_of(table: str) -> list[list[Any]]:
    """As somebody would type them: amounts and years as numbers that look the same."""
    return [[_typed(text) for text in row] for row in rows_of(table)]


def _typed(text: str) -> Any:
    try:
        number = float(parse_number(text))
    except DanishNumberError:
        return text
    if text in {"2017", "2018", "2019", "2020"}:
        return int(number)
    return Styled(number, "0.0" if "," in text else "#,##0")
