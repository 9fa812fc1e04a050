"""What people in Denmark are called: enough to tell a column of people from one of associations or initiatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from organisation.sorting import search_key

LOOKED_AT = 1_000


def _each(names: str) -> frozenset[str]:
    return frozenset(names.split())


# As search_key writes them. Words that begin the names of houses and associations too ("Karen", "Bo") are few enough:
# a column is judged by how many of its cells are names.
_GIVEN = _each(
    """
    aage abdi abdul abdullah adam agnes agnete ahmad ahmed aisha aksel albert alberte alexander alfred ali alice allan
    alma amalie amina amir anders andrea andreas ane anette anita anja ann anna anne annelise annemarie annette anni
    annie anton arne arthur asger asta astrid august aya ayse bent bente benjamin benny berit birgit birgitte birte
    birthe bjarne bjoern bo bodil brian britt britta caroline carl carla carsten cecilie celine charlotte christian
    christina christine christoffer claus connie dagmar daniel david dennis ditte dorte dorthe ebbe edith egon ejner
    elias elin elisabeth elise ella ellen else emil emilie emily emma erik erling ernst esther eva fatima fatma finn
    flemming frank frederik frederikke freja frida gerda gert gitte grete grethe gudrun gunnar gurli hanne hannah hans
    harald hassan hasan hedvig heidi helen helena helene helga helge helle henning henriette henrik henry hussein
    ibrahim ida inga inge inger ingrid irene iris isabella ivan jacob jakob jan jane janne janni jannie jean jeanette
    jens jeppe jesper jette jimmy joan johan johanne johannes johnny john jonas jonathan joergen josefine julie
    jytte kaj karen karin karina karl karla karsten kasper katja katrine kenneth kent khadija kim kirsten kirstine kjeld
    klara klaus knud kristian kristina kristine kristoffer kurt lars lasse laura laurits lea leif lena lene leo lilian
    lilly lily linda line lis lisa lisbet lisbeth lise lissi liv lizzi lone lotte louise luca lucas ludvig luna lydia
    mads magnus maja malene malthe maren maria marianne marie marius mariam mark markus marlene martha martin mathias
    mathilde max maya mehmet merete mette mia michael michelle mie mikael mikkel mille minna mohamad mohamed mohammad
    mohammed mogens mona morten muhammad mustafa nadia nanna natasja nicklas nicolai niels niklas nikolaj nina noah nora
    oda ole olga oliver olivia omar oscar oskar osman otto palle patrick paul peder per pernille peter pia poul preben
    rasmus regitze rene rikke rita robert rolf rosa ruth said sander sanne sara sarah sebastian signe sigrid simon
    sofia sofie solveig sonja soeren stephan steen steffen stig stine susan susanne svend sven tanja tenna theis theo
    theodor thomas thor thora tim tina tobias tom tommy tove troels trine tue ulla ulrik ursula valdemar vera verner
    vibeke victor victoria viggo viktor villads vilhelm vilma vivi vivian william winnie yasmin yousef yusuf zahra
    """
)
_FAMILY = _each(
    """
    ahmed ali andersen andreasen bach bak bang bech berg bertelsen bruun carlsen christensen christiansen christoffersen
    clausen dahl dam danielsen davidsen eriksen frandsen frederiksen friis gregersen hansen hassan henriksen holm
    hussein iversen jacobsen jakobsen jensen jeppesen jespersen jessen johansen johnsen juhl justesen joergensen
    karlsen kjaer kjeldsen klausen knudsen koch kristensen kristiansen krogh lassen lauridsen lauritsen larsen lorenzen
    lund madsen markussen martinsen mathiesen mathiasen mikkelsen mogensen mohamed mortensen moeller nguyen nielsen
    nikolajsen nissen noergaard olesen olsen ottosen overgaard paulsen pedersen petersen poulsen rasmussen ravn
    schmidt schou simonsen skov sommer soerensen svendsen soendergaard thomsen thorsen thygesen toft vestergaard
    villadsen winther
    """
)
_WORDS = re.compile(r"[^\W\d_][^\W\d_.'-]*\.?(?:[ '-][^\W\d_][^\W\d_.'-]*\.?){0,4}")


def share_of_people(
    texts: Sequence[str], *, alone: bool = False, whole: bool = False, with_family: bool = False
) -> float:
    """How many of the first thousand are surely names of people, 0 to 1.

    `alone` counts a first name alone too, `whole` only a first name that is known before one name or a family's,
    `with_family` only one before a family's.
    """
    texts = texts[:LOOKED_AT]
    known = {text: is_name_of_person(text, alone=alone, whole=whole, with_family=with_family) for text in set(texts)}
    return sum(known[text] for text in texts) / len(texts) if texts else 0.0


def is_name_of_person(text: str, *, alone: bool = False, whole: bool = False, with_family: bool = False) -> bool:
    """“Anna Holm”, “Holm, Anna”, “ANNA HOLM”: one of the names is known, and all are words."""
    family, comma, given = search_key(text).partition(",")
    name = f"{given.strip()} {family}" if comma else family
    if not _WORDS.fullmatch(name):
        return False
    words = name.replace("-", " ").split()
    if len(words) == 1:
        return alone and words[0] in _GIVEN
    if with_family:
        return words[0] in _GIVEN and words[-1] in _FAMILY
    if whole:
        return words[0] in _GIVEN and (len(words) == 2 or words[-1] in _FAMILY)
    return words[0] in _GIVEN or words[-1] in _FAMILY
