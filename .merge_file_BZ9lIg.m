#
msgid ""
msgstr ""
"Report-Msgid-Bugs-To: \n"
"POT-Creation-Date: 2026-11-30 05:35+0100\n"
"Language: da\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Amount"
msgstr "Beløb"

msgid "When there is no amount"
msgstr "Når der ikke er et beløb"

msgid "Post"
msgstr "Bogfør"

msgid "What is posted is not deleted: a new entry corrects it."
msgstr "Det, der er bogført, slettes ikke: en ny postering retter det."

msgid "entries that are drafts"
msgstr "posteringer, der er udkast"

msgid "entries that are posted"
msgstr "posteringer, der er bogført"

msgid "Kind"
msgstr "Art"

msgid "Where it stands"
msgstr "Hvor det står"

msgid "An approved line is not deleted: its entries are corrected by new ones."
msgstr "En godkendt budgetlinje slettes ikke: dens posteringer rettes med nye."

msgid "Decision"
msgstr "Beslutning"

msgid "Terms"
msgstr "Vilkår"

msgid "As the document says it"
msgstr "Som dokumentet siger det"

msgid "Only where the amount is taken from a document."
msgstr "Kun hvor beløbet er taget fra et dokument."

msgid "Posting"
msgstr "Bogføring"

msgid "A posted statement is not deleted: a later one takes its place."
msgstr "En bogført opgørelse slettes ikke: en senere træder i dens sted."

msgid "A posted transfer is not deleted: one the other way takes it back."
msgstr "En bogført omplacering slettes ikke: en den anden vej fører den tilbage."

msgid "What it is the total of"
msgstr "Hvad den er summen af"

msgid "Choose exactly one."
msgstr "Vælg præcis én."

msgid "A total that a document prints is not deleted: it stands beside the computed one."
msgstr "En sum, som et dokument oplyser, slettes ikke: den står ved siden af den beregnede."

msgid "The whole revised budget of the year. The initiatives' part of it is shown on the committee's page and in the reports; it enters no sum."
msgstr "Hele det korrigerede budget for året. Indsatsernes andel af det vises på udvalgets side og i rapporterne; det indgår ikke i nogen sum."

msgid "A posted budget is not deleted: a later one takes its place."
msgstr "Et bogført budget slettes ikke: et senere træder i stedet."

msgid "Size of the source"
msgstr "Kildens størrelse"

msgid "Background only: it enters no sum."
msgstr "Kun baggrund: indgår ikke i nogen sum."

msgid "Time and terms"
msgstr "Tid og vilkår"

msgid "A source is not deleted: say what took over."
msgstr "En kilde slettes ikke: angiv, hvad der kom efter den."

msgid "Budgets"
msgstr "Budgetter"

msgid "The line is not there any more, or is not yours to change."
msgstr "Linjen er der ikke længere, eller du må ikke ændre den."

msgid "nothing"
msgstr "intet"

#, python-format
msgid "Somebody else has changed this meanwhile: it now says %(amount)s."
msgstr "En anden har ændret dette i mellemtiden: nu står der %(amount)s."

msgid "A posted figure is not removed. Type what it is instead."
msgstr "Et bogført tal fjernes ikke. Skriv, hvad det er i stedet."

msgid "A posted figure is not removed. Type what it is instead, for example 0."
msgstr "Et bogført tal fjernes ikke. Skriv, hvad det er i stedet, for eksempel 0."

msgid "Several drafts stand behind this figure. Mend them one by one."
msgstr "Der står flere kladder bag dette tal. Ret dem én for én."

msgid "This figure is posted. Write why it changes."
msgstr "Tallet er bogført. Skriv, hvorfor det ændres."

msgid "– the amount above"
msgstr "– beløbet ovenfor"

msgid "With a full stop between thousands and a comma before decimals: 2.825.146 or 1,1."
msgstr "Med punktum mellem tusinder og komma før decimaler: 2.825.146 eller 1,1."

msgid "Not stated is not zero. A real zero is typed as 0."
msgstr "Ikke angivet er ikke nul. Et rigtigt nul skrives som 0."

msgid "An interval is no amount. Write one amount, or choose “not stated”."
msgstr "Et interval er ikke et beløb. Skriv ét beløb, eller vælg “ikke angivet”."

msgid "Write an amount, or choose why there is none."
msgstr "Skriv et beløb, eller vælg, hvorfor der ikke er noget."

msgid "There is both an amount and a reason why there is none. Keep one of them."
msgstr "Der er både et beløb og en grund til, at der ikke er noget. Behold en af delene."

msgid "Only what is adopted is part of the revised budget."
msgstr "Kun det vedtagne indgår i det korrigerede budget."

msgid "The meeting or decision, with its date and case number. It is made under decisions and events."
msgstr "Mødet eller beslutningen med dato og sagsnummer. Den oprettes under beslutninger og hændelser."

msgid "For example 24. maj 2018. Empty: the day of the decision that is chosen."
msgstr "For eksempel 24. maj 2018. Tomt: dagen for den valgte beslutning."

msgid "A supplementary appropriation changes the budget of the year. What is carried over between years is an appropriation of the new year."
msgstr "En tillægsbevilling ændrer årets budget. Det, der overføres mellem år, er en bevilling i det nye år."

msgid "Only for a correction: the posted entry that was wrong."
msgstr "Kun ved en rettelse: den bogførte postering, der var forkert."

msgid "What the budget changes by: 1.250 or −300,5 in the unit below. Less expenditure and more income are negative."
msgstr "Det, budgettet ændres med: 1.250 eller −300,5 i enheden nedenfor. Mindre udgifter og flere indtægter er negative."

msgid "An adopted supplementary appropriation says how it is covered, if only as not yet assigned."
msgstr "En vedtaget tillægsbevilling siger, hvordan den dækkes, om så kun som endnu ikke anvist."

msgid "Only when another budget line covers it."
msgstr "Kun når en anden budgetlinje dækker den."

msgid "The amount to the letter, for example “2,5 mio.”. Empty: as it is typed above."
msgstr "Beløbet bogstaveligt, for eksempel “2,5 mio.”. Tomt: som det er tastet ovenfor."

msgid "For example “it is proposed to set aside”."
msgstr "For eksempel “det foreslås at afsætte”."

msgid "For example what the money is for. It is shown with the entry."
msgstr "For eksempel hvad pengene er til. Noten vises ved posteringen."

msgid "Without the tick the reading is preliminary."
msgstr "Uden fluebenet er opgørelsen foreløbig."

msgid "For example BO2 2018."
msgstr "For eksempel BO2 2018."

msgid "For actual spending: the last day that is booked, for example 31-05-2018."
msgstr "For forbrug: den sidste dag, der er bogført, for eksempel 31-05-2018."

msgid "The line whose budget becomes smaller. Empty when the money comes from outside the overview."
msgstr "Linjen, hvis budget bliver mindre. Tomt, når pengene kommer uden for oversigten."

msgid "The line whose budget becomes larger. Empty when the money goes outside the overview."
msgstr "Linjen, hvis budget bliver større. Tomt, når pengene går uden for oversigten."

msgid "The other end when it is no line here, for example “Børn og Unge”."
msgstr "Den anden ende, når den ikke er en linje her, for eksempel “Børn og Unge”."

msgid "In kroner, or with the unit: 250.000 or 1,1 mio. kr."
msgstr "I kroner, eller med enheden: 250.000 eller 1,1 mio. kr."

msgid "Write one amount."
msgstr "Skriv ét beløb."

msgid "project or PSP element"
msgstr "projekt eller PSP-element"

msgid "account"
msgstr "konto"

msgid "cost centre"
msgstr "omkostningssted"

msgid "compared with"
msgstr "sammenlignes med"

msgid "account or pattern"
msgstr "konto eller mønster"

msgid "The whole of it, or with * for any signs and ? for one: 5.38.42*."
msgstr "Det hele, eller med * for vilkårlige tegn og ? for ét: 5.38.42*."

msgid "budget line"
msgstr "budgetlinje"

msgid "Empty: the rows lie outside the overview, and are named but in no figure."
msgstr "Tom: Rækkerne ligger uden for oversigten; de nævnes, men er ikke med i noget tal."

msgid "note"
msgstr "note"

msgid "account of a budget line"
msgstr "konto til en budgetlinje"

msgid "accounts of budget lines"
msgstr "konti til budgetlinjer"

msgid "This account has a budget line already. Change that rule instead."
msgstr "Kontoen har allerede en budgetlinje. Ret den regel i stedet."

msgid "The pattern fits every account. Write at least one sign of it."
msgstr "Mønsteret passer på alle konti. Skriv mindst ét tegn af kontoen."

msgid "body"
msgstr "organisation"

msgid "budget year"
msgstr "budgetår"

msgid "stated as of"
msgstr "opgjort pr."

msgid "The day from which the amount holds."
msgstr "Den dag, beløbet gælder fra."

msgid "where it stands"
msgstr "hvor det står"

msgid "For example “Budget 2018, page 14”, so that it can be found."
msgstr "For eksempel “Budget 2018, side 14”, så det kan findes igen."

msgid "recorded"
msgstr "registreret"

msgid "body's whole budget"
msgstr "organisations samlede budget"

msgid "bodies' whole budgets"
msgstr "organisationers samlede budgetter"

msgid "Say where the amount stands, so that others can find it."
msgstr "Skriv, hvor beløbet står, så andre kan finde det."

msgid "original budget"
msgstr "oprindeligt budget"

msgid "supplementary appropriation"
msgstr "tillægsbevilling"

msgid "carried over between years"
msgstr "overførsel mellem år"

msgid "change, not specified"
msgstr "ændring, ikke specificeret"

msgid "correction"
msgstr "rettelse"

msgid "proposed"
msgstr "foreslået"

msgid "prioritised"
msgstr "prioriteret"

msgid "prioritised, in hearing"
msgstr "prioriteret, i høring"

msgid "adopted"
msgstr "vedtaget"

msgid "rejected"
msgstr "afvist"

msgid "another budget line"
msgstr "en anden budgetlinje"

msgid "the cash balance"
msgstr "kassebeholdningen"

msgid "not yet assigned"
msgstr "endnu ikke anvist"

msgid "posted at"
msgstr "bogført den"

msgid "posted by"
msgstr "bogført af"

msgid "It is already posted."
msgstr "Den er allerede bogført."

msgid "Posted"
msgstr "Bogført"

#, python-format
msgid "The year %(year)d was over on that day, and its budget no longer changes. Carry the money over instead."
msgstr "Året %(year)d var slut den dag, og dets budget ændres ikke længere. Overfør pengene i stedet."

msgid "kind"
msgstr "art"

msgid "Empty when the amount is for a period of several years: it is never spread over them."
msgstr "Tomt, når beløbet gælder en periode på flere år: det fordeles aldrig på årene."

msgid "decision"
msgstr "beslutning"

msgid "decision in the document's words"
msgstr "beslutning med dokumentets ord"

msgid "decided at"
msgstr "besluttet ved"

msgid "price level"
msgstr "prisniveau"

msgid "For example 2018-pl; empty when it is not stated."
msgstr "For eksempel 2018-pl; tomt, når det ikke er angivet."

msgid "one-off or permanent"
msgstr "engangsbeløb eller varig"

msgid "covered by"
msgstr "dækkes af"

msgid "covering line"
msgstr "dækkende linje"

msgid "corrects"
msgstr "retter"

msgid "states the revised budget as, in øre"
msgstr "angiver det korrigerede budget til, i øre"

msgid "Of a change that is not specified: the revised budget of its day is this when it is posted."
msgstr "For en ændring, der ikke er specificeret: det korrigerede budget på dens dag er dette, når den bogføres."

msgid "budget entry"
msgstr "budgetpostering"

msgid "budget entries"
msgstr "budgetposteringer"

msgid "A correction points at the entry that it corrects."
msgstr "En rettelse peger på den postering, den retter."

msgid "An adopted supplementary appropriation says how it is covered."
msgstr "En vedtaget tillægsbevilling angiver, hvordan den er dækket."

msgid "Choose the line that covers the appropriation."
msgstr "Vælg den linje, der dækker bevillingen."

msgid "A correction stands on the same line as what it corrects."
msgstr "En rettelse står på samme linje som det, den retter."

msgid "A draft is mended, not corrected."
msgstr "Et udkast ændres, det rettes ikke med en postering."

msgid "Its decision has been recorded."
msgstr "Beslutningen er registreret."

msgid "code in the document"
msgstr "kode i dokumentet"

msgid "name"
msgstr "navn"

msgid "cost"
msgstr "udgiftsart"

msgid "part of an entry"
msgstr "del af en postering"

msgid "parts of an entry"
msgstr "dele af en postering"

msgid "The entry already has a part with this name."
msgstr "Posteringen har allerede en del med dette navn."

msgid "expenditure"
msgstr "udgift"

msgid "income"
msgstr "indtægt"

msgid "salaries"
msgstr "lønudgifter"

msgid "other operations"
msgstr "øvrig drift"

msgid "grants"
msgstr "tilskud"

msgid "licences"
msgstr "licenser"

msgid "establishment"
msgstr "etablering"

msgid "not stated"
msgstr "ikke angivet"

msgid "operation"
msgstr "drift"

msgid "state refund"
msgstr "statsrefusion"

msgid "construction"
msgstr "anlæg"

msgid "one-off"
msgstr "engangsbeløb"

msgid "permanent"
msgstr "varig"

msgid "inside the service frame"
msgstr "inden for servicerammen"

msgid "outside the service frame"
msgstr "uden for servicerammen"

msgid "reference"
msgstr "reference"

msgid "name as printed"
msgstr "navn som trykt"

msgid "other names"
msgstr "andre navne"

msgid "One on each line."
msgstr "Et på hver linje."

msgid "description"
msgstr "beskrivelse"

msgid "expenditure or income"
msgstr "udgift eller indtægt"

msgid "operation or construction"
msgstr "drift eller anlæg"

msgid "service frame"
msgstr "serviceramme"

msgid "budget round"
msgstr "budgetrunde"

msgid "As headed in the document, for example “Budget 2016”."
msgstr "Som overskriften i dokumentet, for eksempel “Budget 2016”."

msgid "document"
msgstr "dokument"

msgid "position"
msgstr "placering"

msgid "initiatives"
msgstr "indsatser"

msgid "budget lines"
msgstr "budgetlinjer"

msgid "The municipality already has a budget line with this reference."
msgstr "Kommunen har allerede en budgetlinje med denne reference."

msgid "initiative"
msgstr "indsats"

msgid "initiative of the line"
msgstr "linjens indsats"

msgid "initiatives of the line"
msgstr "linjens indsatser"

msgid "The line already serves this initiative."
msgstr "Linjen hører allerede til denne indsats."

msgid "financed by"
msgstr "finansieres af"

msgid "merges and reduces"
msgstr "samler og reducerer"

msgid "no change"
msgstr "ingen ændring"

msgid "other line"
msgstr "anden linje"

msgid "funding source"
msgstr "finansieringskilde"

msgid "the document's words"
msgstr "dokumentets ord"

msgid "relation of the line"
msgstr "linjens relation"

msgid "relations of the line"
msgstr "linjens relationer"

msgid "The line already has this relation."
msgstr "Linjen har allerede denne relation."

msgid "Choose a line, an initiative or a source, or say in words what it is."
msgstr "Vælg en linje, en indsats eller en kilde, eller skriv med ord, hvad det er."

msgid "stated in the source"
msgstr "angivet i kilden"

msgid "inferred"
msgstr "udledt"

msgid "amount"
msgstr "beløb"

msgid "zero"
msgstr "nul"

msgid "financed elsewhere"
msgstr "finansieres andetsteds"

msgid "within the existing frame"
msgstr "inden for eksisterende ramme"

msgid "as printed"
msgstr "som trykt"

msgid "unit"
msgstr "enhed"

msgid "where the unit comes from"
msgstr "hvor enheden kommer fra"

msgid "note on the unit"
msgstr "note om enheden"

msgid "kind of value"
msgstr "værdiens art"

msgid "amount in øre"
msgstr "beløb i øre"

msgid "An amount that is not stated is left empty; zero, financed elsewhere and within the frame are 0."
msgstr "Et beløb, der ikke er angivet, står tomt; nul, finansieret andetsteds og inden for rammen er 0."

msgid "state pool"
msgstr "statslig pulje"

msgid "local pool"
msgstr "lokal pulje"

msgid "a department's underspend"
msgstr "en afdelings mindreforbrug"

msgid "another initiative"
msgstr "en anden indsats"

msgid "another survey"
msgstr "en anden undersøgelse"

msgid "the municipality's own budget"
msgstr "kommunens eget budget"

msgid "amount set by law"
msgstr "lovbestemt beløb"

msgid "municipality"
msgstr "kommune"

msgid "fictional demonstration data"
msgstr "fiktive demonstrationsdata"

msgid "other spellings"
msgstr "andre stavemåder"

msgid "giver"
msgstr "giver"

msgid "conditions"
msgstr "betingelser"

msgid "deadline for accounts"
msgstr "frist for regnskab"

msgid "successor"
msgstr "efterfølger"

msgid "funding sources"
msgstr "finansieringskilder"

msgid "The municipality already has a funding source with this reference."
msgstr "Kommunen har allerede en finansieringskilde med denne reference."

msgid "Only a state pool or an amount set by law stands without a municipality."
msgstr "Kun en statslig pulje eller et lovbestemt beløb står uden kommune."

msgid "forecast for the year"
msgstr "forventet regnskab"

msgid "actual spending"
msgstr "forbrug"

msgid "accounts"
msgstr "regnskab"

msgid "The day of the reading."
msgstr "Dagen for opgørelsen."

msgid "booked up to and including"
msgstr "bogført til og med"

msgid "final"
msgstr "endelig"

msgid "budget follow-up"
msgstr "budgetopfølgning"

msgid "statement"
msgstr "opgørelse"

msgid "forecasts and actuals"
msgstr "forventet regnskab og forbrug"

msgid "Actual spending says up to and including which day it is booked."
msgstr "Forbrug angiver, til og med hvilken dag det er bogført."

msgid "Spending cannot be booked up to a day after the reading."
msgstr "Forbrug kan ikke være bogført til en dag efter opgørelsen."

msgid "budgeted"
msgstr "budgetteret"

msgid "revised budget"
msgstr "korrigeret budget"

msgid "total of"
msgstr "total af"

msgid "The day of the follow-up; empty for what is budgeted."
msgstr "Opfølgningens dag; tom for det, der er budgetteret."

msgid "strategy"
msgstr "strategi"

msgid "objective"
msgstr "mål"

msgid "stated total"
msgstr "oplyst sum"

msgid "stated totals"
msgstr "oplyste summer"

msgid "The municipality already has a stated total with this reference."
msgstr "Kommunen har allerede en oplyst sum med denne reference."

msgid "A total of a follow-up says which day it is of; others have no day."
msgstr "En total i en opfølgning siger, hvilken dag den er opgjort; andre har ingen dag."

msgid "A total is of one strategy, one objective, one initiative or one line."
msgstr "En sum gælder én strategi, ét mål, én indsats eller én linje."

msgid "from"
msgstr "fra"

msgid "to"
msgstr "til"

msgid "outside the overview"
msgstr "uden for oversigten"

msgid "The name of the end that is not a line here."
msgstr "Navnet på den ende, der ikke er en linje her."

msgid "transfer"
msgstr "omplacering"

msgid "transfers"
msgstr "omplaceringer"

msgid "A transfer is more than 0; turn it round by exchanging from and to."
msgstr "En omplacering er større end 0; vend den ved at bytte om på fra og til."

msgid "At least one end of a transfer is a line of the overview."
msgstr "Mindst den ene ende af en omplacering er en linje i oversigten."

msgid "Name the end that lies outside the overview."
msgstr "Skriv navnet på den ende, der ligger uden for oversigten."

msgid "A transfer goes from one line to another."
msgstr "En omplacering går fra én linje til en anden."

msgid "The day of a stated revised budget lies in the budget year."
msgstr "Dagen for et oplyst korrigeret budget ligger i budgetåret."

msgid "The line's amounts are of different price levels, so they have no revised budget."
msgstr "Linjens beløb har forskellige prisniveauer, så der er intet korrigeret budget."

#, python-format
msgid "Revised budget stated as %(amount)s on %(day)s. %(reason)s"
msgstr "Korrigeret budget oplyst til %(amount)s pr. %(day)s. %(reason)s"

msgid "A revised budget is stated as an amount, for example 0."
msgstr "Et korrigeret budget oplyses som et beløb, for eksempel 0."

msgid "Write where the figure comes from."
msgstr "Skriv, hvor tallet kommer fra."

msgid "The parts of an entry are stated before it is posted."
msgstr "Posteringens dele angives, før den bogføres."

msgid "A posted entry stands; correct it with a new entry."
msgstr "En bogført postering står fast; ret den med en ny postering."

msgid "The parts of a posted entry stand with it."
msgstr "Delene af en bogført postering står fast sammen med den."

msgid "A posted transfer stands; correct it with a new transfer."
msgstr "En bogført omplacering står fast; ret den med en ny omplacering."

msgid "A posted budget stands; a later one replaces it."
msgstr "Et bogført budget står fast; et senere træder i stedet."

msgid "A posted statement stands; a later one replaces it."
msgstr "En bogført opgørelse står fast; en senere afløser den."

msgid "What is approved is not deleted: a new value takes its place from its date."
msgstr "Det, der er godkendt, slettes ikke: en ny værdi træder i stedet fra sin dato."

msgid "Value"
msgstr "Værdi"

msgid "Enter a survey"
msgstr "Registrér en undersøgelse"

msgid "targets that are drafts"
msgstr "måltal, der er udkast"

msgid "targets that are approved"
msgstr "måltal, der er godkendt"

msgid "measurements that are drafts"
msgstr "målinger, der er udkast"

msgid "measurements that are approved"
msgstr "målinger, der er godkendt"

msgid "What is asked"
msgstr "Hvad der spørges om"

msgid "How it is read"
msgstr "Hvordan den læses"

msgid "Where it comes from"
msgstr "Hvor det kommer fra"

msgid "Who may see it"
msgstr "Hvem der må se det"

msgid "An approved indicator is not deleted: its values are part of what was reported."
msgstr "En godkendt indikator slettes ikke: dens værdier er en del af det, der er rapporteret."

msgid "Who answered"
msgstr "Hvem der svarede"

msgid "The source's own interval"
msgstr "Kildens eget interval"

msgid "Status"
msgstr "Status"

msgid "What the survey can see"
msgstr "Hvad undersøgelsen kan se"

msgid "Whose target"
msgstr "Hvis måltal"

msgid "An instrument is not deleted: indicators may use it."
msgstr "Et måleinstrument slettes ikke: indikatorer kan bruge det."

msgid "Of what"
msgstr "Af hvad"

msgid "What it belongs to"
msgstr "Hvad det hører til"

msgid "Indicators"
msgstr "Indikatorer"

#, python-format
msgid "Somebody else has changed this meanwhile: it now says %(value)s."
msgstr "En anden har ændret det imens: der står nu %(value)s."

msgid "An approved value is not removed. Type what it is instead."
msgstr "En godkendt værdi fjernes ikke. Skriv, hvad den er i stedet."

msgid "For example 49 %, 67,4, ca. 1.600, 25-30 or <5. Empty when the source gives words only."
msgstr "For eksempel 49 %, 67,4, ca. 1.600, 25-30 eller <5. Tom, når kilden kun giver ord."

msgid "Write a value, or what the source says in words."
msgstr "Skriv en værdi, eller hvad kilden siger med ord."

msgid "the whole"
msgstr "helheden"

#, python-format
msgid "Few people, and computable from what is already shown: %(groups)s. Approve the values of a survey together, or say why they may be shown."
msgstr "Få personer, og tallet kan beregnes af det, der allerede er vist: %(groups)s. Godkend undersøgelsens tal samlet, eller skriv, hvorfor de må vises."

msgid "what it is"
msgstr "hvad det er"

msgid "out of"
msgstr "ud af"

msgid "27 in “23 out of 27”; the rest is few people too."
msgstr "27 i “23 ud af 27”; resten er også få personer."

msgid "population"
msgstr "population"

msgid "geography"
msgstr "geografi"

msgid "source"
msgstr "kilde"

msgid "about citizens"
msgstr "handler om borgere"

msgid "why a small count is shown"
msgstr "hvorfor et lille antal vises"

msgid "For example that the source has already published it."
msgstr "For eksempel at kilden allerede har offentliggjort det."

msgid "context figure"
msgstr "baggrundstal"

msgid "context figures"
msgstr "baggrundstal"

msgid "The municipality already has a context figure with this reference."
msgstr "Kommunen har allerede et baggrundstal med denne reference."

msgid "per cent"
msgstr "procent"

msgid "count"
msgstr "antal"

msgid "percentage points"
msgstr "procentpoint"

msgid "index 0–100"
msgstr "indeks 0-100"

msgid "mean on a scale"
msgstr "gennemsnit på en skala"

msgid "kroner"
msgstr "kroner"

msgid "yes or no"
msgstr "ja eller nej"

msgid "one in …"
msgstr "hver x."

msgid "higher is better"
msgstr "højere er bedst"

msgid "lower is better"
msgstr "lavere er bedst"

msgid "keep at least"
msgstr "fasthold mindst"

msgid "keep at most"
msgstr "fasthold højst"

msgid "question"
msgstr "spørgsmål"

msgid "answer scale"
msgstr "svarskala"

msgid "cut-off"
msgstr "skæringspunkt"

msgid "direction"
msgstr "retning"

msgid "may be compared with"
msgstr "kan sammenlignes med"

msgid "may not be compared with"
msgstr "må ikke sammenlignes med"

msgid "each survey has its own questions"
msgstr "hver undersøgelse har sine egne spørgsmål"

msgid "Then two indicators of this kind are only the same when their questions are."
msgstr "Så er to indikatorer af denne slags kun ens, når deres spørgsmål er det."

msgid "limits of interpretation"
msgstr "forbehold for tolkning"

msgid "instrument"
msgstr "måleinstrument"

msgid "instruments"
msgstr "måleinstrumenter"

msgid "Values are approved as being about citizens, and small counts among them are hidden. That cannot be lifted for all of them: a new value that says why it may be shown takes the place of the hidden one."
msgstr "Der er godkendt værdier om borgere, og små tal blandt dem er skjult. Det kan ikke ophæves for dem alle: en ny værdi med en begrundelse for, at den må vises, træder i stedet for den skjulte."

msgid "sum"
msgstr "sum"

msgid "latest"
msgstr "seneste"

msgid "sum of numerators over sum of denominators"
msgstr "sum af tællere over sum af nævnere"

msgid "does not add up"
msgstr "kan ikke lægges sammen"

msgid "decimals"
msgstr "decimaler"

msgid "tolerance"
msgstr "tolerance"

msgid "In the indicator's own unit; for shares in percentage points."
msgstr "I indikatorens egen enhed; for andele i procentpoint."

msgid "measured how often"
msgstr "hvor ofte der måles"

msgid "data owner"
msgstr "dataejer"

msgid "how it adds up"
msgstr "hvordan det lægges sammen"

msgid "Small counts of citizens are hidden."
msgstr "Små antal borgere skjules."

msgid "shared nationally"
msgstr "delt nationalt"

msgid "objectives"
msgstr "mål"

msgid "indicator"
msgstr "indikator"

msgid "indicators"
msgstr "indikatorer"

msgid "The municipality already has an indicator with this reference."
msgstr "Kommunen har allerede en indikator med denne reference."

msgid "A tolerance is 0 or more."
msgstr "En tolerance er 0 eller mere."

msgid "objective of the indicator"
msgstr "indikatorens mål"

msgid "objectives of the indicator"
msgstr "indikatorens mål"

msgid "The indicator already belongs to this objective."
msgstr "Indikatoren hører allerede til dette mål."

msgid "initiative of the indicator"
msgstr "indikatorens indsats"

msgid "initiatives of the indicator"
msgstr "indikatorens indsatser"

msgid "The indicator already belongs to this initiative."
msgstr "Indikatoren hører allerede til denne indsats."

msgid "value"
msgstr "værdi"

msgid "precision"
msgstr "præcision"

msgid "lower bound"
msgstr "nedre grænse"

msgid "upper bound"
msgstr "øvre grænse"

msgid "The upper bound must be at least the lower one."
msgstr "Den øvre grænse skal være mindst lige så stor som den nedre."

msgid "level to reach"
msgstr "niveau, der skal nås"

msgid "change to reach"
msgstr "ændring, der skal nås"

msgid "the municipality's own"
msgstr "kommunens eget"

msgid "another body's"
msgstr "en anden organisations"

msgid "whose target"
msgstr "hvis måltal"

msgid "set by"
msgstr "fastsat af"

msgid "subgroup"
msgstr "undergruppe"

msgid "replaces"
msgstr "erstatter"

msgid "target"
msgstr "måltal"

msgid "targets"
msgstr "måltal"

msgid "sample"
msgstr "stikprøve"

msgid "everybody asked"
msgstr "alle adspurgt"

msgid "the same people twice"
msgstr "de samme personer to gange"

msgid "register"
msgstr "register"

msgid "preliminary"
msgstr "foreløbig"

msgid "estimate"
msgstr "estimat"

msgid "the question was changed"
msgstr "spørgsmålet er ændret"

msgid "another population was asked"
msgstr "en anden gruppe er spurgt"

msgid "it was measured in another way"
msgstr "der er målt på en anden måde"

msgid "shown"
msgstr "vist"

msgid "shown: published by the source"
msgstr "vist: offentliggjort af kilden"

msgid "hidden: few people"
msgstr "skjult: få personer"

msgid "hidden: others could be computed from it"
msgstr "skjult: andre tal kunne beregnes af det"

msgid "baseline"
msgstr "udgangspunkt"

msgid "numerator"
msgstr "tæller"

msgid "denominator"
msgstr "nævner"

msgid "answers"
msgstr "besvarelser"

msgid "asked"
msgstr "adspurgte"

msgid "design"
msgstr "undersøgelsesform"

msgid "design effect"
msgstr "designeffekt"

msgid "Divides n."
msgstr "Dividerer antallet af besvarelser."

msgid "weighted"
msgstr "vægtet"

msgid "Without a stated design effect the uncertainty of a weighted survey cannot be computed."
msgstr "Uden en oplyst designeffekt kan usikkerheden i en vægtet undersøgelse ikke beregnes."

msgid "correct for a small population"
msgstr "korrigér for endelig population"

msgid "Everybody was asked: treat those who answered as a random part of them."
msgstr "Alle er spurgt: regn dem, der svarede, som en tilfældig del af dem."

msgid "standard deviation"
msgstr "standardafvigelse"

msgid "Of a mean."
msgstr "For et gennemsnit."

msgid "source's lower limit"
msgstr "kildens nedre grænse"

msgid "source's upper limit"
msgstr "kildens øvre grænse"

msgid "level of the source's interval"
msgstr "niveau for kildens interval"

msgid "status of the value"
msgstr "værdiens status"

msgid "series break"
msgstr "databrud"

msgid "This value cannot be compared with earlier ones."
msgstr "Værdien kan ikke sammenlignes med tidligere værdier."

msgid "why the series breaks"
msgstr "hvorfor serien brydes"

msgid "shown or hidden"
msgstr "vist eller skjult"

msgid "threshold of small counts when it was decided"
msgstr "grænsen for små tal, da det blev afgjort"

msgid "measurement"
msgstr "måling"

msgid "measurements"
msgstr "målinger"

msgid "The indicator already has a baseline for this group."
msgstr "Indikatoren har allerede et udgangspunkt for denne gruppe."

msgid "The numerator cannot be larger than the denominator."
msgstr "Tælleren kan ikke være større end nævneren."

msgid "There cannot be more answers than people asked."
msgstr "Der kan ikke være flere besvarelser end adspurgte."

msgid "The upper limit must be at least the lower one."
msgstr "Den øvre grænse skal være mindst lige så stor som den nedre."

msgid "A design effect is more than 0."
msgstr "En designeffekt er over 0."

msgid "A standard deviation is 0 or more."
msgstr "En standardafvigelse er 0 eller derover."

msgid "The level of an interval lies between 0 and 100 per cent."
msgstr "Et intervals sikkerhedsniveau ligger mellem 0 og 100 procent."

msgid "95 per cent confidence interval of a sample."
msgstr "95 % sikkerhedsinterval for en stikprøve."

msgid "The interval is the source's own; its level is not stated."
msgstr "Intervallet er kildens eget; sikkerhedsniveauet er ikke oplyst."

msgid "The interval is the source's own."
msgstr "Intervallet er kildens eget."

#, python-format
msgid "The interval is the source's own, of %(level)s per cent."
msgstr "Intervallet er kildens eget, på %(level)s procent."

msgid "Everybody was asked and everybody answered; there is no sampling error."
msgstr "Alle er spurgt, og alle har svaret; der er ingen stikprøveusikkerhed."

msgid "Everybody was asked; how many answered is not stated, and those who did not may differ."
msgstr "Alle er spurgt; hvor mange der har svaret, er ikke angivet, og de øvrige kan adskille sig."

#, python-format
msgid "Everybody was asked and %(n)s of %(invited)s answered; those who did not may differ."
msgstr "Alle er spurgt, og %(n)s af %(invited)s har svaret; de øvrige kan adskille sig fra dem."

msgid "The 95 per cent interval takes those who answered as a random part of the population."
msgstr "95 procents-intervallet regner dem, der svarede, som en tilfældig del af alle."

msgid "The figure is from a register and has no sampling error."
msgstr "Tallet er fra et register og har ingen stikprøveusikkerhed."

msgid "The same people were asked twice; the uncertainty cannot be computed."
msgstr "De samme personer er spurgt to gange; usikkerhed kan ikke beregnes."

msgid "The uncertainty cannot be computed: the source does not state how many answered."
msgstr "Usikkerhed kan ikke beregnes: kilden oplyser ikke, hvor mange der har svaret."

msgid "The uncertainty cannot be computed: the source does not state how they were chosen."
msgstr "Usikkerhed kan ikke beregnes: kilden oplyser ikke, hvordan de adspurgte er valgt."

msgid "The uncertainty cannot be computed: the survey is weighted, and the effect on it is not stated."
msgstr "Usikkerhed kan ikke beregnes: undersøgelsen er vægtet, og designeffekten er ikke oplyst."

msgid "The uncertainty cannot be computed: the source does not state the standard deviation of the mean."
msgstr "Usikkerhed kan ikke beregnes: kilden oplyser ikke gennemsnittets standardafvigelse."

msgid "The uncertainty cannot be computed for a figure of this kind."
msgstr "Usikkerhed kan ikke beregnes for et tal af denne slags."

#, python-format
msgid "The smallest change that two such surveys can detect is %(points)s."
msgstr "Den mindste ændring, som to sådanne undersøgelser kan påvise, er %(points)s."

#, python-format
msgid "With %(n)s answers the survey can see a change of %(wanted)s; the smallest is %(smallest)s."
msgstr "Med %(n)s besvarelser kan undersøgelsen se en ændring på %(wanted)s; den mindste er %(smallest)s."

#, python-format
msgid "With %(n)s answers the survey cannot see a change of %(wanted)s; the smallest is %(smallest)s. It would take %(needed)s answers each time."
msgstr "Med %(n)s besvarelser kan undersøgelsen ikke se en ændring på %(wanted)s; den mindste er %(smallest)s. Det kræver %(needed)s besvarelser hver gang."

msgid "What the survey can see cannot be said before there is a baseline."
msgstr "Hvad undersøgelsen kan se, kan først siges, når der er et udgangspunkt."

msgid "The baseline is about few people and hidden; what the survey can see is not said."
msgstr "Udgangspunktet handler om få personer og er skjult; derfor siges det ikke, hvad undersøgelsen kan se."

msgid "The smallest change that the survey can see is only computed for shares."
msgstr "Den mindste ændring, undersøgelsen kan se, beregnes kun for andele."

msgid "An approved measurement stands; a later one replaces it."
msgstr "En godkendt måling står fast; en senere afløser den."

msgid "An approved target stands; a later one replaces it."
msgstr "Et godkendt måltal står fast; et senere træder i dets sted."

msgid "The indicator is not measured in per cent. Write the value in its own unit."
msgstr "Indikatoren måles ikke i procent. Skriv værdien i dens egen enhed."

msgid "The part cannot be larger than the whole."
msgstr "Delen kan ikke være større end det hele."

msgid "Only shares and counts are written as 10 of 50."
msgstr "Kun andele og antal skrives som 10 af 50."

msgid "A share of nobody is no share. Leave the cell empty."
msgstr "En andel af ingen er ingen andel. Lad feltet være tomt."

msgid "Write a whole number."
msgstr "Skriv et helt tal."

#, python-format
msgid "%(part)s of %(base)s"
msgstr "%(part)s af %(base)s"

msgid "Text"
msgstr "Tekst"

msgid "An approved strategy is not deleted: give it its period, so that it ends."
msgstr "En godkendt strategi slettes ikke: giv den sin periode, så den slutter."

msgid "order of the objectives"
msgstr "målenes rækkefølge"

msgid "Put the objectives in order"
msgstr "Sæt målene i rækkefølge"

msgid "Words"
msgstr "Ord"

msgid "An objective of an approved strategy is not deleted: it is part of what was decided."
msgstr "Et mål i en godkendt strategi slettes ikke: det er en del af det, der er besluttet."

msgid "A method is not deleted: municipalities may use it."
msgstr "En metode slettes ikke: kommuner kan bruge den."

msgid "Methods and instruments"
msgstr "Metoder og instrumenter"

msgid "Suggestions for the catalogue"
msgstr "Forslag til kataloget"

msgid "Merge duplicates"
msgstr "Flet dubletter"

msgid "A heading is not deleted: remove the mark “in use”, and it is offered no more."
msgstr "En overskrift slettes ikke: fjern mærket “i brug”, så tilbydes den ikke længere."

msgid "Order, known sets and what hangs on each"
msgstr "Rækkefølge, kendte sæt og hvad der hænger på hver"

msgid "Note"
msgstr "Note"

msgid "Outcome"
msgstr "Udfald"

msgid "Submit"
msgstr "Indsend"

msgid "Approve"
msgstr "Godkend"

msgid "Send back"
msgstr "Send retur"

msgid "Lights"
msgstr "Lys"

msgid "In words"
msgstr "Med ord"

msgid "Where it is"
msgstr "Hvor den er i forløbet"

msgid "An update that was submitted is not deleted: a later one takes its place."
msgstr "En statusopdatering, der er indsendt, slettes ikke: en senere træder i dens sted."

msgid "Initiatives"
msgstr "Indsatser"

msgid "Choose somebody else than the one who leaves."
msgstr "Vælg en anden end den, der fratræder."

#, python-format
msgid "Handed over from %(person)s to %(to)s"
msgstr "Overdraget fra %(person)s til %(to)s"

msgid "The ten of Rødovre's action plan"
msgstr "De ti fra Rødovres handleplan"

msgid "A theory of change"
msgstr "En forandringsteori"

msgid "A budget proposal"
msgstr "Et budgetforslag"

msgid "Began with a known set of headings"
msgstr "Begyndte med et kendt sæt overskrifter"

msgid "Heading renamed"
msgstr "Overskrift omdøbt"

msgid "Write what the heading is to be called."
msgstr "Skriv, hvad overskriften skal hedde."

#, python-format
msgid "“%(label)s” is a heading already."
msgstr "”%(label)s” er allerede en overskrift."

#, python-format
msgid "“%(label)s” is a retired heading: take it into use again instead."
msgstr "”%(label)s” er en udgået overskrift: tag den i brug igen i stedet."

#, python-format
msgid "“%(heading)s” cannot be moved further that way."
msgstr "”%(heading)s” kan ikke flyttes længere den vej."

msgid "Headings put in another order"
msgstr "Overskrifter sat i en anden rækkefølge"

msgid "Heading retired"
msgstr "Overskrift udgået"

msgid "Heading taken into use again"
msgstr "Overskrift taget i brug igen"

msgid "method"
msgstr "metode"

msgid "methods"
msgstr "metoder"

msgid "wider target group"
msgstr "bredere målgruppe"

msgid "target group"
msgstr "målgruppe"

msgid "target groups"
msgstr "målgrupper"

msgid "The municipality already has a target group with this reference."
msgstr "Kommunen har allerede en målgruppe med denne reference."

msgid "dialogue or description"
msgstr "dialog eller beskrivelse"

msgid "list"
msgstr "liste"

msgid "survey"
msgstr "spørgeskemaundersøgelse"

msgid "evaluation"
msgstr "evaluering"

msgid "meeting"
msgstr "møde"

msgid "status report"
msgstr "statusrapport"

msgid "monthly"
msgstr "månedligt"

msgid "quarterly"
msgstr "kvartalsvis"

msgid "half-yearly"
msgstr "halvårligt"

msgid "yearly"
msgstr "årligt"

msgid "when the project ends"
msgstr "ved projektets afslutning"

msgid "what is followed up"
msgstr "hvad der følges op på"

msgid "how often"
msgstr "hvor ofte"

msgid "presented to"
msgstr "forelægges"

msgid "follow-up measure"
msgstr "opfølgning"

msgid "follow-up measures"
msgstr "opfølgninger"

msgid "The municipality already has a follow-up measure with this reference."
msgstr "Kommunen har allerede en opfølgning med denne reference."

msgid "hearing"
msgstr "høring"

msgid "event"
msgstr "begivenhed"

msgid "application"
msgstr "ansøgning"

msgid "approved"
msgstr "godkendt"

msgid "taken note of"
msgstr "taget til efterretning"

msgid "recommended for approval"
msgstr "anbefales godkendt"

msgid "agreed to"
msgstr "tiltrådt"

msgid "discussed"
msgstr "drøftet"

msgid "postponed"
msgstr "udsat"

msgid "sent to hearing"
msgstr "sendt i høring"

msgid "title"
msgstr "titel"

msgid "Who decided, was heard or met."
msgstr "Hvem der besluttede, blev hørt eller mødtes."

msgid "outcome"
msgstr "udfald"

msgid "outcome in words"
msgstr "udfald med ord"

msgid "sent on to"
msgstr "sendt videre til"

msgid "The body that decides next."
msgstr "Hvem der træffer den næste beslutning."

msgid "case number"
msgstr "sagsnummer"

msgid "decision or event"
msgstr "beslutning eller begivenhed"

msgid "decisions and events"
msgstr "beslutninger og begivenheder"

msgid "The municipality already has a decision or event with this reference."
msgstr "Kommunen har allerede en beslutning eller begivenhed med denne reference."

msgid "initiative of the event"
msgstr "begivenhedens indsats"

msgid "initiatives of the event"
msgstr "begivenhedens indsatser"

msgid "The initiative is already linked to this event."
msgstr "Indsatsen er allerede knyttet til denne begivenhed."

msgid "package"
msgstr "pakke"

msgid "sub-initiative"
msgstr "delindsats"

msgid "agreement"
msgstr "aftale"

msgid "example from practice"
msgstr "eksempel fra praksis"

msgid "idea"
msgstr "idé"

msgid "under examination"
msgstr "under undersøgelse"

msgid "planned"
msgstr "planlagt"

msgid "ongoing"
msgstr "i gang"

msgid "completed"
msgstr "afsluttet"

msgid "stopped"
msgstr "stoppet"

msgid "For example SO8; empty where there is none."
msgstr "For eksempel SO8; tomt, hvor der ingen er."

msgid "title as printed"
msgstr "titel som trykt"

msgid "title to show"
msgstr "titel, der vises"

msgid "Where the printed title has an error."
msgstr "Hvor den trykte titel har en fejl."

msgid "part of"
msgstr "del af"

msgid "stands in"
msgstr "står i"

msgid "The strategy, plan or package whose document names the initiative."
msgstr "Den strategi, plan eller pakke, hvis dokument nævner indsatsen."

msgid "state"
msgstr "tilstand"

msgid "state in the document's words"
msgstr "tilstand med dokumentets ord"

msgid "summary"
msgstr "resumé"

msgid "Other municipalities may see that the initiative exists."
msgstr "Andre kommuner må se, at indsatsen findes."

msgid "The municipality already has an initiative with this reference."
msgstr "Kommunen har allerede en indsats med denne reference."

msgid "An initiative cannot end before it starts."
msgstr "En indsats kan ikke slutte, før den begynder."

msgid "An initiative cannot be part of itself."
msgstr "En indsats kan ikke være del af sig selv."

msgid "For example how the document quotes the objective."
msgstr "For eksempel hvordan dokumentet gengiver målet."

msgid "objective of the initiative"
msgstr "indsatsens mål"

msgid "objectives of the initiative"
msgstr "indsatsens mål"

msgid "The initiative already stands under this objective."
msgstr "Indsatsen står allerede under dette mål."

msgid "target group of the initiative"
msgstr "indsatsens målgruppe"

msgid "target groups of the initiative"
msgstr "indsatsens målgrupper"

msgid "The initiative already has this target group."
msgstr "Indsatsen har allerede denne målgruppe."

msgid "in use"
msgstr "i brug"

msgid "ended"
msgstr "slut"

msgid "use of a method"
msgstr "anvendelse af en metode"

msgid "uses of methods"
msgstr "anvendelser af metoder"

msgid "The initiative already uses this method."
msgstr "Indsatsen anvender allerede denne metode."

msgid "number"
msgstr "nummer"

msgid "heading"
msgstr "overskrift"

msgid "help text"
msgstr "hjælpetekst"

msgid "headings"
msgstr "overskrifter"

msgid "text"
msgstr "tekst"

msgid "text under a heading"
msgstr "tekst under en overskrift"

msgid "texts under the headings"
msgstr "tekster under overskrifterne"

msgid "The initiative already has a text under this heading."
msgstr "Indsatsen har allerede en tekst under denne overskrift."

msgid "activity"
msgstr "aktivitet"

msgid "milestone"
msgstr "milepæl"

msgid "carried out"
msgstr "gennemført"

msgid "carried out, may be repeated"
msgstr "gennemført, kan gentages"

msgid "cancelled"
msgstr "aflyst"

msgid "result"
msgstr "resultat"

msgid "activities and milestones"
msgstr "aktiviteter og milepæle"

msgid "The initiative already has an activity with this title."
msgstr "Indsatsen har allerede en aktivitet med denne titel."

msgid "owner"
msgstr "tovholder"

msgid "deputy"
msgstr "stedfortræder"

msgid "respondent"
msgstr "svarperson"

msgid "contact person"
msgstr "kontaktperson"

msgid "carries out"
msgstr "udfører"

msgid "secretariat"
msgstr "sekretariat"

msgid "partner"
msgstr "samarbejdspartner"

msgid "role"
msgstr "rolle"

msgid "user"
msgstr "bruger"

msgid "in words"
msgstr "i ord"

msgid "As the document prints it, or a function such as “coordinator”. Never a citizen's name."
msgstr "Som dokumentet skriver det, eller en funktion som “koordinator”. Aldrig en borgers navn."

msgid "involvement"
msgstr "involvering"

msgid "involvements"
msgstr "involveringer"

msgid "The initiative already has this involvement."
msgstr "Indsatsen har allerede denne involvering."

msgid "Choose a body or a user, or say in words who it is."
msgstr "Vælg en organisation eller en bruger, eller skriv med ord, hvem det er."

msgid "A respondent is a user who can sign in."
msgstr "En svarperson er en bruger, der kan logge ind."

msgid "on track"
msgstr "følger planen"

msgid "needs attention"
msgstr "kræver opmærksomhed"

msgid "off track"
msgstr "afviger"

msgid "not started or not assessed"
msgstr "ikke startet eller ikke vurderet"

msgid "draft"
msgstr "udkast"

msgid "submitted"
msgstr "indsendt"

msgid "returned"
msgstr "sendt tilbage"

msgid "status as of"
msgstr "status pr."

msgid "author"
msgstr "forfatter"

msgid "progress"
msgstr "fremdrift"

msgid "economy"
msgstr "økonomi"

msgid "effect"
msgstr "effekt"

msgid "no change since last time"
msgstr "ingen ændring siden sidst"

msgid "status"
msgstr "status"

msgid "reason"
msgstr "begrundelse"

msgid "Required when a light is yellow or red."
msgstr "Skal udfyldes, når et lys er gult eller rødt."

msgid "action"
msgstr "handling"

msgid "submitted at"
msgstr "indsendt den"

msgid "approved by"
msgstr "godkendt af"

msgid "approved at"
msgstr "godkendt den"

msgid "reason for returning"
msgstr "begrundelse for tilbagesendelse"

msgid "status update"
msgstr "statusopdatering"

msgid "status updates"
msgstr "statusopdateringer"

msgid "Yellow and red need a reason and an action."
msgstr "Gul og rød kræver en begrundelse og en handling."

msgid "A status cannot be dated in the future."
msgstr "En status kan ikke være dateret i fremtiden."

msgid "Say why the update is returned."
msgstr "Skriv, hvorfor opdateringen sendes tilbage."

#, python-format
msgid "An update that is “%(state)s” cannot become “%(to)s”."
msgstr "En opdatering, der er “%(state)s”, kan ikke blive “%(to)s”."

#, python-format
msgid "Status update: %(state)s"
msgstr "Statusopdatering: %(state)s"

msgid "policy"
msgstr "politik"

msgid "action plan"
msgstr "handleplan"

msgid "budget package"
msgstr "budgetpakke"

msgid "plan"
msgstr "plan"

msgid "Where the printed title is long or has an error."
msgstr "Hvor den trykte titel er lang eller har en fejl."

msgid "other titles"
msgstr "andre titler"

msgid "committee"
msgstr "udvalg"

msgid "strategies"
msgstr "strategier"

msgid "The municipality already has a strategy with this reference."
msgstr "Kommunen har allerede en strategi med denne reference."

msgid "vision"
msgstr "vision"

msgid "goal"
msgstr "mål"

msgid "theme or track"
msgstr "tema eller spor"

msgid "commitment"
msgstr "forpligtelse"

msgid "focus point"
msgstr "fokuspunkt"

msgid "guiding sentence"
msgstr "ledesætning"

msgid "subheading"
msgstr "underoverskrift"

msgid "principle"
msgstr "princip"

msgid "challenge"
msgstr "udfordring"

msgid "under"
msgstr "under"

msgid "the document's word"
msgstr "dokumentets ord"

msgid "For example pejlemærke, strategimål or tema."
msgstr "For eksempel pejlemærke, strategimål eller tema."

msgid "other wordings"
msgstr "andre formuleringer"

msgid "The municipality already has an objective with this reference."
msgstr "Kommunen har allerede et mål med denne reference."

msgid "The objective above belongs to another strategy."
msgstr "Målet ovenover hører til en anden strategi."

msgid "An objective cannot stand under itself."
msgstr "Et mål kan ikke stå under sig selv."

msgid "instrument of measurement"
msgstr "måleinstrument"

msgid "waits for an answer"
msgstr "venter på svar"

msgid "in the catalogue"
msgstr "i kataloget"

msgid "declined"
msgstr "afvist"

msgid "What it is, and where it is described."
msgstr "Hvad det er, og hvor det er beskrevet."

msgid "suggested by"
msgstr "foreslået af"

msgid "suggested at"
msgstr "foreslået den"

msgid "answer"
msgstr "svar"

msgid "reference in the catalogue"
msgstr "reference i kataloget"

msgid "answered by"
msgstr "besvaret af"

msgid "answered at"
msgstr "besvaret den"

msgid "suggestion for the catalogue"
msgstr "forslag til kataloget"

msgid "suggestions for the catalogue"
msgstr "forslag til kataloget"

msgid "Say why the suggestion is declined: the municipality reads it."
msgstr "Skriv, hvorfor forslaget afvises: kommunen læser det."

msgid "The suggestion is answered already."
msgstr "Forslaget er allerede besvaret."

msgid "Suggestion for the catalogue answered"
msgstr "Forslag til kataloget besvaret"

msgid "Move up"
msgstr "Flyt op"

msgid "Move down"
msgstr "Flyt ned"

msgid "Move in under the one above"
msgstr "Flyt ind under det ovenover"

msgid "Move out beside its parent"
msgstr "Flyt ud på niveau med det overordnede"

msgid "Somebody else has moved the neighbour meanwhile. Look at the tree and try again."
msgstr "En anden har flyttet nabomålet imens. Se på træet, og prøv igen."

#, python-format
msgid "“%(objective)s” cannot be moved further that way."
msgstr "”%(objective)s” kan ikke flyttes længere den vej."

msgid "The objective is no longer there."
msgstr "Målet findes ikke mere."

msgid "Objectives put in another order"
msgstr "Mål sat i en anden rækkefølge"

msgid "Objectives numbered in their order"
msgstr "Mål nummereret i deres rækkefølge"

msgid "An approved status update stands; a later one replaces it."
msgstr "En godkendt statusopdatering står fast; en senere afløser den."

msgid "administrator"
msgstr "administrator"

msgid "caseworker"
msgstr "medarbejder"

msgid "finance officer"
msgstr "økonomikonsulent"

msgid "manager"
msgstr "leder"

msgid "committee member"
msgstr "udvalgsmedlem"

msgid "reader"
msgstr "læser"

msgid "Remove the logo"
msgstr "Fjern logoet"

msgid "What the municipality decides"
msgstr "Hvad kommunen bestemmer"

msgid "Holds for every page and report of the municipality from now on."
msgstr "Gælder fra nu af for alle kommunens sider og rapporter."

msgid "Logo"
msgstr "Logo"

msgid "A municipality is taken out with a command of the operator, which exports it first."
msgstr "En kommune tages ud med en kommando af driften, som først eksporterer den."

msgid "the logo now"
msgstr "logoet nu"

msgid "Time"
msgstr "Tid"

msgid "Meetings"
msgstr "Møder"

msgid "A body is not deleted: write when it ended and who took over."
msgstr "En enhed slettes ikke: skriv, hvornår den ophørte, og hvem der tog over."

msgid "New council term"
msgstr "Ny byrådsperiode"

msgid "A document is not deleted: facts name it as their source."
msgstr "Et dokument slettes ikke: oplysninger henviser til det som kilde."

msgid "the file"
msgstr "filen"

msgid "The mail could not be sent. Send the link again from the user's page."
msgstr "Mailen kunne ikke sendes. Send linket igen fra brugerens side."

msgid "Send a link for setting a password"
msgstr "Send et link til at vælge adgangskode"

msgid "A user is not deleted: remove the mark “active”. What the user did stays."
msgstr "En bruger slettes ikke: fjern mærket “aktiv”. Det, brugeren har gjort, bliver stående."

msgid "The user gets a mail with a link for setting a password."
msgstr "Brugeren får en mail med et link til at vælge adgangskode."

msgid "Why"
msgstr "Hvorfor"

msgid "Say what the user is to be: a user without a membership belongs to nobody."
msgstr "Angiv, hvad brugeren skal være: en bruger uden tilknytning hører ikke til nogen steder."

msgid "Invite from a list"
msgstr "Invitér fra en liste"

msgid "Absence and deputies"
msgstr "Fravær og stedfortrædere"

#, python-format
msgid "The user %(email)s has the membership now."
msgstr "Brugeren %(email)s har nu tilknytningen."

msgid "A membership is not deleted: write when it ended."
msgstr "En tilknytning slettes ikke: skriv, hvornår den ophørte."

msgid "Rows are not deleted: what was once true is kept."
msgstr "Rækker slettes ikke: det, der engang gjaldt, bevares."

msgid "fictional"
msgstr "fiktiv"

msgid "Approval"
msgstr "Godkendelse"

msgid "Somebody else changed the same thing at the same time. Nothing was saved; look and try again."
msgstr "En anden har ændret det samme samtidig. Intet er gemt; se efter, og prøv igen."

msgid "Only drafts that were never approved, and links, can be deleted."
msgstr "Kun udkast, der aldrig er godkendt, og koblinger kan slettes."

#, python-format
msgid "Somebody else has added to %(kind)s meanwhile: %(rows)s."
msgstr "En anden har imens tilføjet under %(kind)s: %(rows)s."

msgid "History"
msgstr "Historik"

#, python-format
msgid "%(n)d row of a municipality"
msgid_plural "%(n)d rows of municipalities"
msgstr[0] "%(n)d række hos en kommune"
msgstr[1] "%(n)d rækker hos kommuner"

#, python-format
msgid "%(n)d more row"
msgid_plural "%(n)d more rows"
msgstr[0] "%(n)d række mere"
msgstr[1] "%(n)d rækker mere"

msgid "the archive"
msgstr "arkivet"

msgid "Archived"
msgstr "Arkiveret"

msgid "All"
msgstr "Alle"

msgid "In use"
msgstr "I brug"

msgid "This looks like a CPR number. Personal data of citizens do not belong here: take it out."
msgstr "Det ligner et CPR-nummer. Borgeres personoplysninger hører ikke til her: tag det ud."

msgid "It is none: save it as it is."
msgstr "Det er ikke et: gem det, som det er."

msgid "Reason for the change"
msgstr "Begrundelse for ændringen"

msgid "Kept in the history beside what is changed."
msgstr "Gemmes i historikken ved siden af det, der ændres."

msgid "Part of the address. Left empty, it is made from the code or the name. It is not changed later."
msgstr "En del af adressen. Er feltet tomt, dannes den af koden eller navnet. Den ændres ikke senere."

#, python-format
msgid "Put back the text from before %(day)s"
msgstr "Satte teksten fra før %(day)s tilbage"

msgid "what its own page shows"
msgstr "det, dens egen side viser"

msgid "yes"
msgstr "ja"

msgid "no"
msgstr "nej"

#, python-format
msgid "“%(row)s”: these stand and still point at it: %(what)s."
msgstr "“%(row)s”: det her bliver stående og peger fortsat på den: %(what)s."

msgid "Archive"
msgstr "Arkivér"

msgid "Take back from the archive"
msgstr "Hent tilbage fra arkivet"

msgid "Choose from the list or write a new name, not both."
msgstr "Vælg fra listen, eller skriv et nyt navn, ikke begge dele."

msgid "Your role does not make such rows. Ask an administrator of the municipality."
msgstr "Din rolle opretter ikke den slags. Spørg en administrator i kommunen."

msgid "Needed for what is new."
msgstr "Skal udfyldes for det, der er nyt."

#, python-format
msgid "Use “%(row)s”"
msgstr "Brug “%(row)s”"

#, python-format
msgid "Make “%(name)s” as a new one"
msgstr "Opret “%(name)s” som ny"

msgid "There are names like it. Which is meant?"
msgstr "Der findes navne, der ligner. Hvilket menes?"

msgid "Somebody else wrote here meanwhile:"
msgstr "En anden har imens skrevet her:"

msgid "Let mine stand"
msgstr "Lad mit stå"

msgid "Take theirs"
msgstr "Tag den andens"

msgid "Which is to stand?"
msgstr "Hvad skal stå?"

msgid "The reason holds what looks like a CPR number, and is kept in the history. Write it without."
msgstr "Begrundelsen indeholder noget, der ligner et CPR-nummer, og den gemmes i historikken. Skriv den uden."

msgid "Somebody else has taken this row out meanwhile. What you have written in it is not saved."
msgstr "En anden har imens fjernet denne række. Det, du har skrevet i den, er ikke gemt."

msgid "Make it again, with what I have written"
msgstr "Opret den igen med det, jeg har skrevet"

msgid "Let it be gone"
msgstr "Lad den være fjernet"

#, python-format
msgid "You take out “%(row)s”. Somebody else has changed it meanwhile:"
msgstr "Du fjerner “%(row)s”. En anden har imens ændret den:"

msgid "Take it out all the same"
msgstr "Fjern den alligevel"

msgid "Keep it"
msgstr "Behold den"

#, python-format
msgid "Somebody else has changed this since you saw it: %(rows)s. Look at it again. Nothing was done."
msgstr "En anden har ændret dette, siden du så det: %(rows)s. Se på det igen. Intet er gjort."

msgid "It has been changed again since. Nothing was taken back."
msgstr "Det er ændret igen siden. Intet er fortrudt."

#, python-format
msgid "Took back the change of %(day)s"
msgstr "Fortrød ændringen fra %(day)s"

msgid "What it pointed at is no longer there. Nothing was taken back."
msgstr "Det, der var valgt, findes ikke mere. Intet er fortrudt."

msgid "Look at what was done, or undo it"
msgstr "Se, hvad der blev gjort, eller fortryd det"

msgid "Look at the change, or undo it"
msgstr "Se ændringen, eller fortryd den"

msgid "An approval is not undone: what is wrong is changed with a reason, closed or corrected."
msgstr "En godkendelse fortrydes ikke: det, der er forkert, ændres med en begrundelse, afsluttes eller rettes."

msgid "Reason"
msgstr "Begrundelse"

#, python-format
msgid "“%(verb)s” is not possible for %(n)d of the chosen rows. Nothing was done."
msgid_plural "“%(verb)s” is not possible for %(n)d of the chosen rows. Nothing was done."
msgstr[0] "“%(verb)s” er ikke mulig for %(n)d af de valgte rækker. Intet er gjort."
msgstr[1] "“%(verb)s” er ikke mulig for %(n)d af de valgte rækker. Intet er gjort."

msgid "Say why: the reason is missing. Nothing was done."
msgstr "Skriv hvorfor: begrundelsen mangler. Intet er gjort."

#, python-format
msgid "“%(verb)s” done for %(n)d row."
msgid_plural "“%(verb)s” done for %(n)d rows."
msgstr[0] "“%(verb)s” er udført for %(n)d række."
msgstr[1] "“%(verb)s” er udført for %(n)d rækker."

msgid "Organisation"
msgstr "Organisation"

msgid "day"
msgstr "dag"

msgid "week"
msgstr "uge"

msgid "month"
msgstr "måned"

msgid "quarter"
msgstr "kvartal"

msgid "season"
msgstr "årstid"

msgid "primo, medio, ultimo"
msgstr "primo, medio, ultimo"

msgid "half-year"
msgstr "halvår"

msgid "year"
msgstr "år"

msgid "no end stated"
msgstr "uden slutdato"

msgid "no beginning stated"
msgstr "uden startdato"

msgid "beginning and length"
msgstr "start og varighed"

msgid "unknown"
msgstr "ukendt"

msgid "History is only added to."
msgstr "Historikken kan der kun føjes til."

msgid "The operator"
msgstr "Driften"

msgid "new user: gets a mail"
msgstr "ny bruger: får en mail"

msgid "is a user already: gets the role"
msgstr "er bruger i forvejen: får rollen"

msgid "has the role already: nothing is changed"
msgstr "har rollen i forvejen: intet ændres"

msgid "cannot be invited"
msgstr "kan ikke inviteres"

msgid "The role is missing: write it in the line, or choose one for all above."
msgstr "Rollen mangler: skriv den i linjen, eller vælg én for alle i feltet nedenfor."

msgid "The user is closed. Mark the user as active again first."
msgstr "Brugeren er lukket. Markér først brugeren som aktiv igen."

#, python-format
msgid "The same person and role stand in line %(line)d already."
msgstr "Samme person og rolle står allerede i linje %(line)d."

msgid "Invited from a pasted list"
msgstr "Inviteret fra en indsat liste"

msgid "The picture is larger than 2 MB. Save it smaller and choose it again."
msgstr "Billedet fylder mere end 2 MB. Gem det mindre, og vælg det igen."

msgid "The picture has too many pixels. Save it smaller and choose it again."
msgstr "Billedet har for mange billedpunkter. Gem det mindre, og vælg det igen."

msgid "The file is no picture that can be read. Send the logo as PNG or JPEG."
msgstr "Filen er ikke et billede, der kan læses. Send logoet som PNG eller JPEG."

msgid "absent"
msgstr "fraværende"

msgid "absent from"
msgstr "fraværende fra"

msgid "absent to"
msgstr "fraværende til"

msgid "The last day of the absence."
msgstr "Den sidste fraværsdag."

msgid "absence"
msgstr "fravær"

msgid "absences"
msgstr "fravær"

msgid "An absence cannot end before it begins."
msgstr "Et fravær kan ikke slutte, før det begynder."

msgid "Nobody stands in for herself: choose a colleague."
msgstr "Man kan ikke være sin egen stedfortræder: vælg en kollega."

#, python-format
msgid "%(person)s, %(first)s to %(last)s"
msgstr "%(person)s, %(first)s til %(last)s"

#, python-format
msgid "There is an absence already: %(absence)s."
msgstr "Der er allerede et fravær: %(absence)s."

#, python-format
msgid "The deputy is away too: %(absence)s. Choose somebody who is there."
msgstr "Stedfortræderen er også fraværende: %(absence)s. Vælg en, der er til stede."

#, python-format
msgid "%(person)s does not work in the municipality with a role that edits."
msgstr "%(person)s har ikke en rolle i kommunen, der kan redigere."

msgid "municipal council"
msgstr "kommunalbestyrelse"

msgid "administration"
msgstr "forvaltning"

msgid "department"
msgstr "afdeling"

msgid "centre"
msgstr "center"

msgid "advisory council"
msgstr "råd"

msgid "settlement parties"
msgstr "forligskreds"

msgid "institution"
msgstr "institution"

msgid "national partner"
msgstr "national samarbejdspartner"

msgid "working group"
msgstr "arbejdsgruppe"

msgid "valid from"
msgstr "gælder fra"

msgid "valid to"
msgstr "gælder til"

msgid "The body that took over, for example after a new council term or a merger."
msgstr "Den, der har overtaget, for eksempel efter en ny valgperiode eller en sammenlægning."

msgid "weekdays before a meeting"
msgstr "hverdage før et møde"

msgid "bodies"
msgstr "organisationer"

msgid "The municipality already has a body with this reference."
msgstr "Kommunen har allerede en organisation med denne reference."

msgid "Only a national partner stands without a municipality."
msgstr "Kun en national samarbejdspartner står uden kommune."

msgid "A body cannot end before it begins."
msgstr "En organisation kan ikke slutte, før den begynder."

msgid "A body cannot be part of itself."
msgstr "En organisation kan ikke være del af sig selv."

msgid "A body cannot be its own successor, nor follow one that it took over from."
msgstr "Et organ kan ikke afløse sig selv og heller ikke følge efter et, det selv har afløst."

msgid "memo"
msgstr "notat"

msgid "budget note"
msgstr "budgetnotat"

msgid "overview"
msgstr "oversigt"

msgid "committee case"
msgstr "udvalgssag"

msgid "other"
msgstr "andet"

msgid "address"
msgstr "adresse"

msgid "file"
msgstr "fil"

msgid "documents"
msgstr "dokumenter"

msgid "The municipality already has a document with this reference."
msgstr "Kommunen har allerede et dokument med denne reference."

msgid "file name"
msgstr "filnavn"

msgid "checksum"
msgstr "kontrolsum"

msgid "imported by"
msgstr "importeret af"

msgid "imported at"
msgstr "importeret den"

msgid "import"
msgstr "import"

msgid "imports"
msgstr "importer"

msgid "inferred by us"
msgstr "udledt af os"

msgid "computed by us"
msgstr "beregnet af os"

msgid "from another source"
msgstr "fra en anden kilde"

msgid "kind of row"
msgstr "rækkens art"

msgid "row"
msgstr "række"

msgid "field"
msgstr "felt"

msgid "Empty: the whole row."
msgstr "Tomt: hele rækken."

msgid "line"
msgstr "linje"

msgid "sheet"
msgstr "ark"

msgid "cell"
msgstr "celle"

msgid "words of the source"
msgstr "kildens ord"

msgid "mark"
msgstr "mærke"

msgid "source of a fact"
msgstr "kilde til en oplysning"

msgid "sources of facts"
msgstr "kilder til oplysninger"

msgid "A stated fact names its document or its file."
msgstr "En angivet oplysning nævner sit dokument eller sin fil."

msgid "created"
msgstr "oprettet"

msgid "changed"
msgstr "ændret"

msgid "deleted"
msgstr "slettet"

msgid "made again"
msgstr "gendannet"

msgid "when"
msgstr "hvornår"

msgid "who"
msgstr "hvem"

msgid "what"
msgstr "hvad"

msgid "changes"
msgstr "ændringer"

msgid "why"
msgstr "hvorfor"

msgid "change"
msgstr "ændring"

msgid "history"
msgstr "historik"

msgid "archived at"
msgstr "arkiveret den"

msgid "It is archived already."
msgstr "Den er allerede arkiveret."

msgid "It is not archived."
msgstr "Den er ikke arkiveret."

msgid "Taken back from the archive"
msgstr "Hentet tilbage fra arkivet"

msgid "merged into"
msgstr "flettet ind i"

msgid "forecast less revised budget"
msgstr "forventet regnskab minus korrigeret budget"

msgid "revised budget less forecast"
msgstr "korrigeret budget minus forventet regnskab"

msgid "municipality code"
msgstr "kommunekode"

msgid "A municipality code has four digits, for example 0101."
msgstr "En kommunekode har fire cifre, for eksempel 0101."

msgid "code at Statistics Denmark"
msgstr "kode hos Danmarks Statistik"

msgid "region until 31 December 2026"
msgstr "region til og med 31. december 2026"

msgid "region from 2027"
msgstr "region fra 2027"

msgid "name of the municipal council"
msgstr "kommunalbestyrelsens navn"

msgid "threshold for small counts"
msgstr "grænse for små antal"

msgid "Counts of citizens below this number are hidden."
msgstr "Antal borgere under dette tal skjules."

msgid "sign of deviations"
msgstr "fortegn for afvigelser"

msgid "headings of committee cases"
msgstr "overskrifter i udvalgssager"

msgid "logo"
msgstr "logo"

msgid "A picture, PNG or JPEG, of at most 2 MB. Stands at the top of pages and on the front of reports."
msgstr "Et billede, PNG eller JPEG, på højst 2 MB. Det står øverst på siderne og på forsiden af rapporter."

msgid "accessibility statement"
msgstr "tilgængelighedserklæring"

msgid "demonstration"
msgstr "demonstration"

msgid "Holds the demonstration portfolio."
msgstr "Rummer demonstrationsporteføljen."

msgid "practice area of"
msgstr "øveområde for"

msgid "municipalities"
msgstr "kommuner"

msgid "The threshold for small counts must be at least 1."
msgstr "Grænsen for små antal skal være mindst 1."

msgid "The code of a practice area begins with 9."
msgstr "Et øveområdes kode begynder med 9."

msgid "Marked on every page and report that shows it."
msgstr "Mærkes på hver side og rapport, der viser det."

msgid "approval"
msgstr "godkendelse"

msgid "It is already approved."
msgstr "Den er allerede godkendt."

msgid "Approved"
msgstr "Godkendt"

msgid "period"
msgstr "periode"

msgid "In words, for example “2017-2018”, “2nd quarter 2017” or “mid 2017 to end 2019”, in Danish."
msgstr "Med ord, for eksempel “2017-2018”, “2. kvartal 2017” eller “medio 2017 til ultimo 2019”."

msgid "period from"
msgstr "periode fra"

msgid "period to"
msgstr "periode til"

msgid "precision of the period"
msgstr "periodens præcision"

msgid "date of the fact"
msgstr "oplysningens dato"

msgid "When it holds or was decided, in words; empty when the source gives no date."
msgstr "Hvornår det gælder eller er besluttet, med ord; tomt, når kilden ingen dato giver."

msgid "date from"
msgstr "dato fra"

msgid "date to"
msgstr "dato til"

msgid "precision of the date"
msgstr "datoens præcision"

msgid "e-mail"
msgstr "e-mail"

msgid "language"
msgstr "sprog"

msgid "operator"
msgstr "driftsansvarlig"

msgid "Runs the installation: municipalities, users and the shared catalogue. Sees no municipal content."
msgstr "Driver installationen: kommuner, brugere og det fælles katalog. Ser intet kommunalt indhold."

msgid "active"
msgstr "aktiv"

msgid "Remove the mark instead of deleting the user: what they did stays."
msgstr "Fjern markeringen i stedet for at slette brugeren: det, brugeren har gjort, bliver stående."

msgid "users"
msgstr "brugere"

msgid "department or committee"
msgstr "afdeling eller udvalg"

msgid "membership"
msgstr "tilknytning"

msgid "memberships"
msgstr "tilknytninger"

msgid "The user already has this role here."
msgstr "Brugeren har allerede denne rolle her."

msgid "A membership cannot end before it begins."
msgstr "En tilknytning kan ikke slutte, før den begynder."

msgid "The body belongs to another municipality."
msgstr "Organisationen hører til en anden kommune."

msgid "There is no number here. Write one, for instance 2.500 or 67,4."
msgstr "Her står intet tal. Skriv et, for eksempel 2.500 eller 67,4."

msgid "The unit is not known. Write kr., t.kr. (or 1.000 kr.) or mio. kr."
msgstr "Enheden er ukendt. Skriv kr., t.kr. (eller 1.000 kr.) eller mio. kr."

msgid "Percentage points are a difference between two percentages. Write the percentage, for instance 49 %."
msgstr "Procentpoint er forskellen mellem to procenttal. Skriv selve procenttallet, for eksempel 49 %."

msgid "The number has too many digits. Check that it is one number."
msgstr "Tallet har for mange cifre. Se efter, om det er ét tal."

msgid "The number has more than one sign. Write one minus, in front of the number."
msgstr "Tallet har mere end ét fortegn. Skriv ét minus foran tallet."

#, python-format
msgid "It can be read as %(decimal)s or as %(thousands)s. Write %(decimal)s if the full stop is a decimal mark, %(thousands)s if it groups thousands."
msgstr "Det kan læses som %(decimal)s eller som %(thousands)s. Skriv %(decimal)s, hvis punktummet er et decimaltegn, og %(thousands)s, hvis det adskiller tusinder."

msgid "A comma is the decimal mark and a full stop groups thousands. Write for instance 1.234,50."
msgstr "Komma er decimaltegn, og punktum adskiller tusinder. Skriv for eksempel 1.234,50."

msgid "The thousands are not in groups of three digits with the same mark. Write for instance 2.825.146."
msgstr "Tusinderne står ikke i grupper på tre cifre med samme tegn imellem. Skriv for eksempel 2.825.146."

msgid "There is a comma too many. Write one comma with the decimals after it, for instance 1,1."
msgstr "Der er et komma for meget. Skriv ét komma med decimalerne efter, for eksempel 1,1."

msgid "It is not a number. Write digits, with a full stop between thousands and a comma before decimals, for instance 2.500 or 67,4."
msgstr "Det er ikke et tal. Skriv cifre med punktum mellem tusinder og komma før decimaler, for eksempel 2.500 eller 67,4."

msgid "The ending ,- means whole kroner, but the heading has another unit. Write the unit after the number."
msgstr "Endelsen ,- betyder hele kroner, men overskriften har en anden enhed. Skriv enheden efter tallet."

msgid "The amount has no unit. Write kr., t.kr. or mio. kr. after the number."
msgstr "Beløbet mangler en enhed. Skriv kr., t.kr. eller mio. kr. efter tallet."

msgid "An amount in kr. has at most two decimals. Write 2.500 kr. for two thousand five hundred."
msgstr "Et beløb i kr. har højst to decimaler. Skriv 2.500 kr. for to tusind fem hundrede."

msgid "The amount is finer than one øre. Write it with fewer decimals."
msgstr "Beløbet er finere end én øre. Skriv det med færre decimaler."

msgid "The amount is larger than can be stored. Check the number and its unit."
msgstr "Beløbet er større, end der er plads til. Se efter, om tal og enhed passer."

msgid "It looks like two years. Write the unit, or a full stop between thousands, if it is an interval."
msgstr "Det ligner to årstal. Skriv enheden, eller punktum mellem tusinder, hvis det er et interval."

msgid "The interval ends below its beginning. Write the smaller number first."
msgstr "Intervallet slutter lavere, end det begynder. Skriv det mindste tal først."

#, python-format
msgid "“%(text)s” cannot be read. %(sentence)s"
msgstr "“%(text)s” kan ikke læses. %(sentence)s"

#, python-format
msgid "At most %(n)d lines at a time. Paste the rest afterwards."
msgstr "Højst %(n)d linjer ad gangen. Indsæt resten bagefter."

#, python-format
msgid "Several bodies are called “%(name)s”. Write the reference of the one you mean."
msgstr "Flere afdelinger eller udvalg hedder ”%(name)s”. Skriv referencen på den eller det, du mener."

#, python-format
msgid "“%(text)s” is neither a role nor a body of the municipality."
msgstr "”%(text)s” er hverken en rolle, en afdeling eller et udvalg i kommunen."

msgid "There is no e-mail address in the line."
msgstr "Der er ingen mailadresse i linjen."

#, python-format
msgid "“%(text)s” is not an e-mail address."
msgstr "”%(text)s” er ikke en mailadresse."

msgid "The line names more than one role. Write one line for each."
msgstr "Linjen nævner mere end én rolle. Skriv en linje for hver."

msgid "The line names more than one body. Write one line for each."
msgstr "Linjen nævner mere end én afdeling eller ét udvalg. Skriv en linje for hver."

msgid "The period ends before it begins. Write the earlier date first."
msgstr "Perioden slutter, før den begynder. Skriv den tidligste dato først."

msgid "A year has two half-years and four quarters. Write one of those."
msgstr "Et år har to halvår og fire kvartaler. Skriv et af dem."

msgid "The date is not in the calendar. Write a day and a month that exist."
msgstr "Datoen findes ikke i kalenderen. Skriv en dag og en måned, der findes."

#, python-format
msgid "The week does not exist in that year. Write a week from 1 to %(last)d."
msgstr "Ugen findes ikke i det år. Skriv en uge fra 1 til %(last)d."

#, python-format
msgid "“%(text)s” is not a period. %(sentence)s"
msgstr "“%(text)s” er ikke en periode. %(sentence)s"

#, python-format
msgid "%(start)s to %(end)s"
msgstr "%(start)s til %(end)s"

#, python-format
msgid "from %(start)s"
msgstr "fra %(start)s"

#, python-format
msgid "until %(end)s"
msgstr "til %(end)s"

#, python-format
msgid "%(count)d months from %(start)s"
msgstr "%(count)d måneder fra %(start)s"

#, python-format
msgid "%(count)d years from %(start)s"
msgstr "%(count)d år fra %(start)s"

#, python-format
msgid "half-year %(number)d of %(year)d"
msgstr "%(number)d. halvår %(year)d"

#, python-format
msgid "quarter %(number)d of %(year)d"
msgstr "%(number)d. kvartal %(year)d"

#, python-format
msgid "week %(number)d, %(year)d"
msgstr "uge %(number)d, %(year)d"

#, python-format
msgid "winter %(year)d/%(next)02d"
msgstr "vinteren %(year)d/%(next)02d"

#, python-format
msgid "spring %(year)d"
msgstr "foråret %(year)d"

#, python-format
msgid "summer %(year)d"
msgstr "sommeren %(year)d"

#, python-format
msgid "autumn %(year)d"
msgstr "efteråret %(year)d"

#, python-format
msgid "early %(whole)s"
msgstr "primo %(whole)s"

#, python-format
msgid "mid %(whole)s"
msgstr "medio %(whole)s"

#, python-format
msgid "late %(whole)s"
msgstr "ultimo %(whole)s"

#, python-format
msgid "%(number)s percentage point"
msgid_plural "%(number)s percentage points"
msgstr[0] "%(number)s procentpoint"
msgstr[1] "%(number)s procentpoint"

#, python-format
msgid "%(day)d %(month)s %(year)d"
msgstr "%(day)d. %(month)s %(year)d"

#, python-format
msgid "“%(text)s” is not one of: %(known)s."
msgstr "“%(text)s” er ikke et af: %(known)s."

#, python-format
msgid "“%(text)s” is not a day. Write it as 30-06-2018."
msgstr "“%(text)s” er ikke en dag. Skriv den som 30-06-2018."

msgid "a successor takes over"
msgstr "et nyt afløser det"

msgid "goes on as it is"
msgstr "fortsætter uændret"

msgid "closes without a successor"
msgstr "lukkes uden afløser"

#, python-format
msgid "New council term %(term)s"
msgstr "Ny byrådsperiode %(term)s"

#, python-format
msgid "“%(body)s” was closed or replaced by somebody else meanwhile. Nothing was saved; look again."
msgstr "”%(body)s” er imens lukket eller afløst af en anden. Intet er gemt; se igen."

#, python-format
msgid "Write what the successor of “%(body)s” is called."
msgstr "Skriv, hvad afløseren for ”%(body)s” hedder."

msgid "A row stays with its municipality."
msgstr "En række bliver i sin kommune."

msgid "The row points at a row of another municipality."
msgstr "Rækken peger på en række i en anden kommune."

msgid "exact"
msgstr "præcist"

msgid "about"
msgstr "cirka"

msgid "more than"
msgstr "flere end"

msgid "up to"
msgstr "op til"

msgid "almost"
msgstr "næsten"

msgid "interval"
msgstr "interval"

#, python-format
msgid "%(field)s belongs to another municipality."
msgstr "%(field)s: hører til en anden kommune."

msgid "Somebody else has changed this meanwhile. Load it again."
msgstr "En anden har ændret dette imens. Hent det igen."

msgid "What it is"
msgstr "Hvad det er"

msgid "How far it is, and when"
msgstr "Hvor langt den er, og hvornår"

msgid "Other names, and where it stands"
msgstr "Andre navne, og hvor den står"

msgid "Sharing"
msgstr "Deling"

msgid "As the document prints it, for example “Flere i egen bolig”."
msgstr "Som dokumentet trykker den, for eksempel “Flere i egen bolig”."

msgid "A budget package holds initiatives; an initiative may be a part of another."
msgstr "En budgetpakke rummer indsatser; en indsats kan være en del af en anden."

msgid "What it is, for whom and why, in two or three sentences: it stands at the top of its page."
msgstr "Hvad den er, for hvem og hvorfor, i to eller tre sætninger: det står øverst på indsatsens side."

msgid "For example “prioriteret at sætte i gang i 2018”."
msgstr "For eksempel “prioriteret at sætte i gang i 2018”."

msgid "One on each line, for example a working title. It is found by them."
msgstr "Et på hver linje, for eksempel en arbejdstitel. Indsatsen kan søges frem på dem."

msgid "For example the budget package that it belongs to."
msgstr "For eksempel den budgetpakke, den hører til."

msgid "Where it is described or decided."
msgstr "Hvor den er beskrevet eller besluttet."

msgid "An approved initiative is not deleted: set its state to completed or stopped."
msgstr "En godkendt indsats slettes ikke: sæt dens tilstand til afsluttet eller stoppet."

msgid "See it as a sheet, and print"
msgstr "Se som ark, og udskriv"

#, python-format
msgid "“%(row)s” is made. Now fill in what is known of it."
msgstr "“%(row)s” er oprettet. Udfyld nu det, I ved om den."

msgid "The case"
msgstr "Sagen"

msgid "Frozen"
msgstr "Låst"

msgid "the report's page"
msgstr "rapportens side"

msgid "Recommendation"
msgstr "Indstilling"

msgid "Headings are not deleted: remove the mark “in use”, and they are offered no more."
msgstr "Overskrifter slettes ikke: fjern mærket “i brug”, så tilbydes de ikke mere."

msgid "A sentence is not deleted: remove the mark “in use”, and it is offered no more."
msgstr "Et punkt slettes ikke: fjern mærket “i brug”, så tilbydes det ikke mere."

msgid "What is done, and the days by which something is to be there: “Café for pårørende”, “Huset åbner”."
msgstr "Det, der gøres, og de dage, hvor noget skal være på plads: “Café for pårørende”, “Huset åbner”."

msgid "Result and order"
msgstr "Resultat og rækkefølge"

msgid "For example “Opsøgende arbejde på gaden”."
msgstr "For eksempel “Opsøgende arbejde på gaden”."

msgid "In words, for example “2. kvartal 2018” or “medio 2018 til ultimo 2019”."
msgstr "Med ord, for eksempel “2. kvartal 2018” eller “medio 2018 til ultimo 2019”."

msgid "One or two sentences: who does what, for whom."
msgstr "En eller to sætninger: hvem gør hvad, for hvem."

msgid "What came of it, for example “42 deltagere i tre forløb”."
msgstr "Hvad der kom ud af det, for eksempel “42 deltagere i tre forløb”."

msgid "Activities stand in the order of these numbers, for example 10, 20, 30."
msgstr "Aktiviteterne står i rækkefølge efter disse tal, for eksempel 10, 20, 30."

msgid "new body or partner"
msgstr "nyt organ eller ny samarbejdspartner"

msgid "Its name, for example “Foreningen Værestedet”."
msgstr "Navnet, for eksempel “Foreningen Værestedet”."

msgid "kind of body"
msgstr "art"

msgid "For example partner for an association, department for a part of the administration."
msgstr "For eksempel samarbejdspartner for en forening, afdeling for en del af forvaltningen."

msgid "Who leads the initiative, answers for its status, carries it out or takes part."
msgstr "Hvem der leder indsatsen, svarer på status, udfører den eller er med."

msgid "Is the body missing?"
msgstr "Mangler organet eller samarbejdspartneren?"

msgid "The owner leads the initiative; the respondent is asked for its status."
msgstr "Tovholderen leder indsatsen; den ansvarlige for status bliver spurgt om den."

msgid "A department, a council or a partner, for example “Udsatterådet”."
msgstr "En afdeling, et råd eller en samarbejdspartner, for eksempel “Udsatterådet”."

msgid "Only somebody who signs in here."
msgstr "Kun en, der logger ind her."

msgid "For example “fra 1. marts 2018”."
msgstr "For eksempel “fra 1. marts 2018”."

msgid "new target group"
msgstr "ny målgruppe"

msgid "For example “Unge i hjemløshed, 18-24 år”. Never a person."
msgstr "For eksempel “Unge i hjemløshed, 18-24 år”. Aldrig en person."

msgid "Whom the initiative is for, for example “Borgere i hjemløshed”."
msgstr "Hvem indsatsen er for, for eksempel “Borgere i hjemløshed”."

msgid "Is the target group missing?"
msgstr "Mangler målgruppen?"

msgid "For example “især kvinder” or “fra 2019 også pårørende”."
msgstr "For eksempel “især kvinder” eller “fra 2019 også pårørende”."

msgid "The objectives of a strategy that the initiative serves."
msgstr "De mål i en strategi, som indsatsen tjener."

msgid "Known ways of working, for example Housing First."
msgstr "Kendte måder at arbejde på, for eksempel Housing First."

msgid "For example “med støtte i 12 måneder”."
msgstr "For eksempel “med støtte i 12 måneder”."

msgid "new budget line"
msgstr "ny budgetlinje"

msgid "For example “Løn til bostøtte”. Its amounts are typed in the budget."
msgstr "For eksempel “Løn til bostøtte”. Beløbene indtastes i budgettet."

msgid "The lines of the budget that pay for it; a line may serve several initiatives."
msgstr "De linjer i budgettet, der betaler for den; en linje kan gælde flere indsatser."

msgid "Is the line missing?"
msgstr "Mangler linjen?"

msgid "the line's own screen"
msgstr "budgetlinjens eget skærmbillede"

msgid "new indicator"
msgstr "ny indikator"

msgid "For example “Antal borgere, der er flyttet i egen bolig”."
msgstr "For eksempel “Antal borgere, der er flyttet i egen bolig”."

msgid "What is counted or measured in."
msgstr "Det, der tælles eller måles i."

msgid "What is measured to see whether it works."
msgstr "Det, der måles for at se, om den virker."

msgid "Is the indicator missing?"
msgstr "Mangler indikatoren?"

msgid "the indicator's own screen"
msgstr "indikatorens eget skærmbillede"

msgid "What was decided, heard or held about it."
msgstr "Hvad der er besluttet, hørt eller holdt om den."

msgid "status updates that are drafts"
msgstr "statusopdateringer, der er udkast"

msgid "Submit on the update's own screen"
msgstr "Indsend på statusopdateringens eget skærmbillede"

msgid "status updates that are submitted or approved"
msgstr "statusopdateringer, der er indsendt eller godkendt"

msgid "Its own screen"
msgstr "Eget skærmbillede"

msgid "Pejlemærke administration"
msgstr "Pejlemærke administration"

msgid "What you can see and edit"
msgstr "Hvad du kan se og redigere"

msgid "Portfolio"
msgstr "Indsatsoversigt"

msgid "The database does not keep this rule; run migrate."
msgstr "Databasen håndhæver ikke denne regel; kør migrate."

msgid "The row that it speaks of does not exist."
msgstr "Rækken, den handler om, findes ikke."

msgid "It speaks of a row of another municipality."
msgstr "Den handler om en række i en anden kommune."

#, python-format
msgid "“%(field)s” points at %(target)s of another municipality."
msgstr "“%(field)s” peger på %(target)s i en anden kommune."

#, python-format
msgid "The groups make %(groups)s, the total %(total)s."
msgstr "Grupperne giver %(groups)s, totalen %(total)s."

msgid "It is approved, but nobody has decided whether it may be shown."
msgstr "Den er godkendt, men det er ikke afgjort, om den må vises."

msgid "Few people, and computable from what is shown."
msgstr "Få personer, og tallet kan beregnes af det, der vises."

msgid "The snapshot is not the one that was frozen."
msgstr "Øjebliksbilledet er ikke det, der blev frosset."

msgid "The file of the report cannot be read."
msgstr "Rapportens fil kan ikke læses."

msgid "The file is not the one that was made."
msgstr "Filen er ikke den, der blev dannet."

#, python-format
msgid "Not what it is derived from says: %(fields)s."
msgstr "Stemmer ikke med det, de er afledt af: %(fields)s."

msgid "The amount does not fit the kind of value."
msgstr "Beløbet passer ikke til arten af værdi."

msgid "It does not say what it corrects."
msgstr "Den siger ikke, hvad den retter."

msgid "It corrects an entry of another line."
msgstr "Den retter en postering på en anden linje."

msgid "It corrects an entry that is not posted."
msgstr "Den retter en postering, der ikke er bogført."

msgid "Its budget year was over on the day of the decision."
msgstr "Budgetåret var slut på dagen for beslutningen."

msgid "Its day does not lie in its budget year."
msgstr "Dagen ligger ikke i budgetåret."

msgid "A stated revised budget is adopted money."
msgstr "Et oplyst korrigeret budget er vedtagne penge."

msgid "The revised budget of this day is stated twice."
msgstr "Det korrigerede budget for denne dag er oplyst to gange."

msgid "Its two ends do not cancel out."
msgstr "Dens to ender går ikke op mod hinanden."

msgid "One end is neither a line nor named."
msgstr "Den ene ende er hverken en linje eller nævnt ved navn."

msgid "It goes from a line to the same line."
msgstr "Den går fra en linje til den samme linje."

#, python-format
msgid "Its parts are %(parts)s, itself only %(whole)s."
msgstr "Dens dele er %(parts)s, den selv kun %(whole)s."

#, python-format
msgid "Its parts are %(parts)s of %(whole)s."
msgstr "Dens dele er %(parts)s af %(whole)s."

#, python-format
msgid "The printed total is %(difference)s from the computed one."
msgstr "Den trykte sum afviger %(difference)s fra den beregnede."

msgid "The history does not say when it was posted or approved."
msgstr "Historikken siger ikke, hvornår den blev bogført eller godkendt."

#, python-format
msgid "Changed after it was posted or approved: %(fields)s."
msgstr "Ændret, efter at den blev bogført eller godkendt: %(fields)s."

#, python-format
msgid "“%(field)s” is %(now)s, but the history says %(recorded)s."
msgstr "“%(field)s” er %(now)s, men historikken siger %(recorded)s."

msgid "It does not say both who posted it and when."
msgstr "Den siger ikke både, hvem der bogførte den, og hvornår."

msgid "It does not say both who approved it and when."
msgstr "Den siger ikke både, hvem der godkendte den, og hvornår."

#, python-format
msgid "By “%(field)s” it leads back to itself."
msgstr "Ad “%(field)s” fører den tilbage til sig selv."

msgid "Follow up by"
msgstr "Følg op efter"

msgid "Budget year"
msgstr "Budgetår"

msgid "As of"
msgstr "Pr."

msgid "As known on"
msgstr "Som kendt den"

msgid "Changes since"
msgstr "Ændringer siden"

msgid "The first reading as known on"
msgstr "Første opgørelse som kendt den"

msgid "The first day lies after the day of the figures."
msgstr "Den første dag ligger efter tallenes dag."

msgid "Choose the first day too."
msgstr "Vælg også den første dag."

#, python-format
msgid "The figures are as of %(day)s."
msgstr "Tallene er pr. %(day)s."

msgid "Names and texts are as they are worded today."
msgstr "Navne og tekster er, som de lyder i dag."

msgid "The page is shown as if that had not been chosen."
msgstr "Siden vises, som om det ikke var valgt."

msgid "Write one amount without words or an interval, for instance 1.250 or 1,1."
msgstr "Skriv ét beløb uden ord eller interval, for eksempel 1.250 eller 1,1."

msgid "The page was changed on its way. Load it again."
msgstr "Siden er ændret undervejs. Hent den igen."

msgid "Total"
msgstr "I alt"

msgid "posted"
msgstr "bogført"

msgid "Amounts in"
msgstr "Beløb i"

msgid "Price level"
msgstr "Prisniveau"

msgid "Department"
msgstr "Afdeling"

msgid "Budget follow-up"
msgstr "Budgetopfølgning"

msgid "Stated as of"
msgstr "Opgjort pr."

msgid "Spending booked up to and including"
msgstr "Forbrug til og med"

msgid "All departments"
msgstr "Alle afdelinger"

msgid "Where the figures come from"
msgstr "Hvor tallene kommer fra"

msgid "For example the municipality's financial system. It is kept with each entry."
msgstr "For eksempel kommunens økonomisystem. Det gemmes med hver postering."

msgid "Why posted figures change"
msgstr "Hvorfor bogførte tal ændres"

msgid "Only when a figure that is already posted changes. It is kept with the correction."
msgstr "Kun når et tal, der allerede er bogført, ændres. Det gemmes med rettelsen."

msgid "Post the figures of the page at once"
msgstr "Bogfør sidens tal med det samme"

msgid "What is typed now and the drafts that stand. What is posted is only changed by a correction."
msgstr "Det, der tastes nu, og de kladder, der står. Det bogførte ændres kun med en rettelse."

msgid "Date of the decision"
msgstr "Dato for beslutningen"

msgid "For new amounts, in words: 12. oktober 2017. Empty: the day of the decision, if one is chosen."
msgstr "For nye beløb, med ord: 12. oktober 2017. Tomt: dagen for den valgte beslutning, hvis der er en."

msgid "The decision"
msgstr "Beslutningen"

msgid "none chosen"
msgstr "ingen valgt"

msgid "For new amounts: what the municipality has recorded under decisions and events."
msgstr "For nye beløb: det, kommunen har registreret under beslutninger og hændelser."

msgid "The actual spending is final"
msgstr "Forbruget er endeligt"

msgid "Said of the actual spending that is typed now. Without the tick it is preliminary."
msgstr "Gælder det forbrug, der tastes nu. Uden fluebenet er det foreløbigt."

#, python-format
msgid "%(number)d draft is posted"
msgid_plural "%(number)d drafts are posted"
msgstr[0] "%(number)d kladde er bogført"
msgstr[1] "%(number)d kladder er bogført"

msgid "Nothing was changed."
msgstr "Intet blev ændret."

#, python-format
msgid "%(number)d amount is saved"
msgid_plural "%(number)d amounts are saved"
msgstr[0] "%(number)d beløb er gemt"
msgstr[1] "%(number)d beløb er gemt"

#, python-format
msgid ", of them %(number)d posted figures that were corrected"
msgstr ", heraf %(number)d bogførte tal, der blev rettet"

msgid "Revised budget"
msgstr "Korrigeret budget"

msgid "not adopted"
msgstr "ikke vedtaget"

msgid "not stated before"
msgstr "ikke oplyst før"

#, python-format
msgid "last time %(amount)s (%(when)s)"
msgstr "sidst %(amount)s (%(when)s)"

msgid "Revised budget, stated"
msgstr "Korrigeret budget, oplyst"

msgid "Revised budget, computed"
msgstr "Korrigeret budget, beregnet"

#, python-format
msgid "of the computed, %(amount)s is a change, not specified"
msgstr "heraf %(amount)s i ændring, ikke specificeret"

#, python-format
msgid "Not drawn, for want of a figure: %(list)s."
msgstr "Ikke tegnet, fordi der ikke er et tal: %(list)s."

msgid "Actual"
msgstr "Forbrug"

msgid "Forecast"
msgstr "Forventet regnskab"

msgid "undated"
msgstr "uden dato"

msgid "Uncertainty"
msgstr "Usikkerhed"

#, python-format
msgid "The axis does not start at 0: it goes from %(low)s to %(high)s."
msgstr "Aksen begynder ikke ved 0: Den går fra %(low)s til %(high)s."

#, python-format
msgid "Series break at %(list)s: not comparable with what comes before."
msgstr "Databrud ved %(list)s: kan ikke sammenlignes med det foregående."

msgid "When"
msgstr "Hvornår"

msgid "Remarks"
msgstr "Bemærkninger"

msgid "All the figures stand in the table."
msgstr "Alle tallene står i tabellen."

#, python-format
msgid "Unit: %(unit)s"
msgstr "Enhed: %(unit)s"

msgid "There are no figures to show."
msgstr "Der er ingen tal at vise."

msgid "Title"
msgstr "Titel"

msgid "Under"
msgstr "Hører under"

msgid "Increase"
msgstr "Stigning"

msgid "Decrease"
msgstr "Fald"

msgid "Step"
msgstr "Trin"

msgid "Change or total"
msgstr "Ændring eller sum"

msgid "A step without a figure is not drawn, nor are the steps after it."
msgstr "Et trin uden tal er ikke tegnet, og det er trinnene efter det heller ikke."

msgid "Pages"
msgstr "Sider"

msgid "Table"
msgstr "Tabel"

msgid "Cards"
msgstr "Kort"

#, python-format
msgid "Choose a day from %(first)d to %(last)d."
msgstr "Vælg en dag fra %(first)d til %(last)d."

#, python-format
msgid "Only what was recorded by %(day)s is counted."
msgstr "Kun det, der var registreret senest %(day)s, er talt med."

msgid "Figures as of"
msgstr "Opgjort pr."

#, python-format
msgid "Figures, targets and status as of %(day)s. Names and texts are as they are worded today."
msgstr "Tal, måltal og status er opgjort pr. %(day)s. Navne og tekster er, som de lyder i dag."

msgid "Today's figures are shown."
msgstr "Dagens tal vises."

msgid "The list is shown as if that had not been chosen."
msgstr "Listen vises, som om det ikke var valgt."

msgid "All that is known today is counted."
msgstr "Alt, hvad der er kendt i dag, er talt med."

msgid "This page cannot be shown as it was known earlier: all that is known today is counted."
msgstr "Denne side kan ikke vises, som den var kendt tidligere: alt, hvad der er kendt i dag, er talt med."

msgid "In groups by"
msgstr "Grupperet efter"

msgid "no groups"
msgstr "ingen grupper"

msgid "Show as"
msgstr "Vis som"

msgid "No strategy names the body: all initiatives are shown."
msgstr "Ingen strategi nævner organet: alle indsatser vises."

msgid "not known"
msgstr "ikke kendt"

msgid "The whole list"
msgstr "Hele listen"

#, python-format
msgid "“%(asked)s” is not a year from %(first)d to %(last)d. The year %(shown)d is shown."
msgstr "“%(asked)s” er ikke et år fra %(first)d til %(last)d. Året %(shown)d vises."

msgid "Meeting"
msgstr "Møde"

msgid "The calendar's address no longer works."
msgstr "Kalenderens adresse virker ikke længere."

#, python-format
msgid "The year of %(name)s"
msgstr "Årshjul for %(name)s"

#, python-format
msgid "contains “%(value)s”"
msgstr "indeholder “%(value)s”"

#, python-format
msgid "strategy: %(value)s"
msgstr "strategi: %(value)s"

#, python-format
msgid "objective: %(value)s"
msgstr "mål: %(value)s"

#, python-format
msgid "target group: %(value)s"
msgstr "målgruppe: %(value)s"

#, python-format
msgid "method: %(value)s"
msgstr "metode: %(value)s"

#, python-format
msgid "state: %(value)s"
msgstr "tilstand: %(value)s"

#, python-format
msgid "owner: %(value)s"
msgstr "tovholder: %(value)s"

#, python-format
msgid "committee: %(value)s"
msgstr "udvalg: %(value)s"

#, python-format
msgid "department: %(value)s"
msgstr "afdeling: %(value)s"

#, python-format
msgid "funding source: %(value)s"
msgstr "finansieringskilde: %(value)s"

#, python-format
msgid "status: %(value)s"
msgstr "status: %(value)s"

#, python-format
msgid "period: %(value)s"
msgstr "periode: %(value)s"

#, python-format
msgid "running in %(value)s"
msgstr "kører i %(value)s"

#, python-format
msgid "lacks: %(value)s, of those that run"
msgstr "mangler: %(value)s, blandt dem der er i gang"

#, python-format
msgid "archived: %(value)s"
msgstr "arkiverede: %(value)s"

msgid "running now"
msgstr "kører nu"

msgid "not begun"
msgstr "ikke begyndt"

msgid "shown too"
msgstr "vises også"

msgid "shown alone"
msgstr "vises alene"

msgid "Search in titles, codes and texts"
msgstr "Søg i titler, koder og tekster"

msgid "Strategy"
msgstr "Strategi"

msgid "Objective"
msgstr "Mål"

msgid "Target group"
msgstr "Målgruppe"

msgid "Method"
msgstr "Metode"

msgid "State"
msgstr "Tilstand"

msgid "Owner"
msgstr "Tovholder"

msgid "Committee"
msgstr "Udvalg"

msgid "Funding source"
msgstr "Finansieringskilde"

msgid "Period"
msgstr "Periode"

msgid "Running in the year"
msgstr "Kører i året"

msgid "All years"
msgstr "Alle år"

msgid "Archived initiatives"
msgstr "Arkiverede indsatser"

msgid "Not shown"
msgstr "Vises ikke"

msgid "Lacks"
msgstr "Mangler"

msgid "no status"
msgstr "ingen status"

msgid "Period not known"
msgstr "Periode ikke kendt"

#, python-format
msgid "“%(value)s” cannot be used for “%(label)s”."
msgstr "“%(value)s” kan ikke bruges til “%(label)s”."

#, python-format
msgid "Showing %(found)d of %(total)d initiative"
msgid_plural "Showing %(found)d of %(total)d initiatives"
msgstr[0] "Viser %(found)d af %(total)d indsats"
msgstr[1] "Viser %(found)d af %(total)d indsatser"

msgid "period not known"
msgstr "periode ikke kendt"

msgid "made at"
msgstr "oprettet"

msgid "name of the view"
msgstr "visningens navn"

msgid "filters"
msgstr "filtre"

msgid "saved view"
msgstr "gemt visning"

msgid "saved views"
msgstr "gemte visninger"

msgid "You already have a view with this name."
msgstr "Du har allerede en visning med det navn."

msgid "checksum of the address"
msgstr "adressens kontrolsum"

msgid "withdrawn at"
msgstr "trukket tilbage"

msgid "calendar address"
msgstr "kalenderadresse"

msgid "calendar addresses"
msgstr "kalenderadresser"

#, python-format
msgid "The list has no page “%(asked)s”: page %(number)d of %(pages)d is shown."
msgstr "Listen har ingen side “%(asked)s”: side %(number)d af %(pages)d vises."

#, python-format
msgid "The view “%(name)s” is saved."
msgstr "Visningen “%(name)s” er gemt."

msgid "Give the view a name of at most 80 characters."
msgstr "Giv visningen et navn på højst 80 tegn."

#, python-format
msgid "The view “%(name)s” is deleted."
msgstr "Visningen “%(name)s” er slettet."

msgid "Demonstration data"
msgstr "Demonstrationsdata"

msgid "Demonstration data loaded"
msgstr "Demonstrationsdata indlæst"

msgid "Demo logins"
msgstr "Demonstrationsbrugere"

msgid "Fictional data removed"
msgstr "Fiktive data fjernet"

#, python-format
msgid "Erased by the operator; exported with the checksum %(sha256)s"
msgstr "Slettet af driften; eksporteret med kontrolsummen %(sha256)s"

msgid "Erased by the operator with its municipality"
msgstr "Slettet af driften sammen med kommunen"

msgid "The municipality was erased"
msgstr "Kommunen blev slettet"

msgid "Finance extracts"
msgstr "Økonomiudtræk"

#, python-format
msgid "Extract %(month)s %(year)d"
msgstr "Udtræk %(month)s %(year)d"

msgid "There is no posted reading up to the month before, to which the month can be added."
msgstr "Der er ingen bogført opgørelse til og med måneden før, som måneden kan lægges til."

msgid "Some cells cannot be read. Correct them in the file and choose it again."
msgstr "Nogle celler kan ikke læses. Ret dem i filen, og vælg den igen."

msgid "Some rows have no budget line. Say below where they belong."
msgstr "Nogle rækker har ingen budgetlinje. Angiv herunder, hvor de hører til."

msgid "The extract states no total. Write the total of the finance system, so that the two can be compared."
msgstr "Udtrækket angiver ingen sum. Skriv økonomisystemets sum, så de to kan sammenlignes."

msgid "The rows do not add up to the stated total. Draw the extract again, or correct the total that was written."
msgstr "Rækkerne giver ikke den oplyste sum. Træk udtrækket igen, eller ret den sum, der er skrevet."

msgid "Say whether the amounts are the year's up to the month, or the month's alone."
msgstr "Angiv, om beløbene er årets til og med måneden eller kun månedens."

msgid "Expenditure is negative in the extract. Say whether the signs are to be reversed."
msgstr "Udgifter er negative i udtrækket. Angiv, om fortegnene skal vendes."

msgid "No row belongs to a budget line, so there is nothing to book."
msgstr "Ingen række hører til en budgetlinje, så der er intet at indlæse."

msgid "The extract has been booked already."
msgstr "Udtrækket er allerede indlæst."

msgid "What booking would do has changed. Look it through again."
msgstr "Det, der ville ske, har ændret sig. Se det igennem igen."

#, python-format
msgid "%(count)d cells in all"
msgstr "%(count)d celler i alt"

msgid "An extract"
msgstr "Et udtræk"

msgid "Excel (.xlsx, .xls), OpenDocument (.ods) or text with separators (.csv)."
msgstr "Excel (.xlsx, .xls), OpenDocument (.ods) eller tekst med skilletegn (.csv)."

msgid "Or paste the rows, with their headings"
msgstr "Eller sæt rækkerne ind med deres overskrifter"

msgid "Choose a file or paste the rows, one of the two."
msgstr "Vælg en fil, eller sæt rækkerne ind – ét af de to."

msgid "Day of the extract"
msgstr "Udtrækkets dag"

msgid "The amounts are"
msgstr "Beløbene er"

msgid "choose"
msgstr "vælg"

msgid "the year's up to the month"
msgstr "årets til og med måneden"

msgid "the month's alone"
msgstr "kun månedens"

msgid "Signs"
msgstr "Fortegn"

msgid "as they are"
msgstr "som de står"

msgid "expenditure is positive, income negative"
msgstr "udgifter er positive, indtægter negative"

msgid "expenditure is negative: reverse them"
msgstr "udgifter er negative: vend dem"

msgid "Total of the finance system"
msgstr "Økonomisystemets sum"

msgid "Only when the extract has no total row of its own."
msgstr "Kun når udtrækket ikke selv har en sumrække."

msgid "none"
msgstr "ingen"

msgid "Choose at least one column of accounts, cost centres or projects."
msgstr "Vælg mindst én kolonne med konti, omkostningssteder eller projekter."

msgid "Choose a column of amounts, or those of debit and credit."
msgstr "Vælg en kolonne med beløb eller dem med debet og kredit."

msgid "Column of accounts"
msgstr "Kolonne med konti"

msgid "Column of cost centres"
msgstr "Kolonne med omkostningssteder"

msgid "Column of projects"
msgstr "Kolonne med projekter"

msgid "Column of texts"
msgstr "Kolonne med tekster"

msgid "Column of months"
msgstr "Kolonne med måneder"

msgid "Column of amounts"
msgstr "Kolonne med beløb"

msgid "Column of debit"
msgstr "Kolonne med debet"

msgid "Column of credit"
msgstr "Kolonne med kredit"

msgid "not said yet"
msgstr "ikke angivet endnu"

msgid "Remember it by"
msgstr "Husk den ved"

msgid "Other pattern, with * and ?"
msgstr "Andet mønster, med * og ?"

msgid "Budget line"
msgstr "Budgetlinje"

msgid "The pattern does not fit this account."
msgstr "Mønsteret passer ikke på denne konto."

msgid "Post the readings at once"
msgstr "Bogfør opgørelserne med det samme"

msgid "Otherwise they are drafts, which can be taken back. What is posted can only be corrected."
msgstr "Ellers er de kladder, som kan tages tilbage. Det bogførte kan kun rettes."

msgid "not booked yet"
msgstr "ikke indlæst endnu"

msgid "booked"
msgstr "indlæst"

msgid "taken back"
msgstr "taget tilbage"

msgid "rows"
msgstr "rækker"

msgid "checksum of the rows"
msgstr "tjeksum af rækkerne"

msgid "said of all rows"
msgstr "sagt om alle rækker"

msgid "chosen by"
msgstr "valgt af"

msgid "chosen at"
msgstr "valgt den"

msgid "file deleted at"
msgstr "fil slettet"

msgid "extract of the finance system"
msgstr "udtræk fra økonomisystemet"

msgid "extracts of the finance system"
msgstr "udtræk fra økonomisystemet"

#, python-format
msgid "%(month)s %(year)d: %(file)s"
msgstr "%(month)s %(year)d: %(file)s"

msgid "No table of amounts on accounts is found. There must be a column of accounts, cost centres or projects, and one of amounts."
msgstr "Der er ingen tabel med beløb på konti. Der skal være en kolonne med konti, omkostningssteder eller projekter og en med beløb."

#, python-format
msgid "The amounts are read as %(unit)s, because “%(text)s” stands there."
msgstr "Beløbene læses som %(unit)s, fordi der står “%(text)s”."

#, python-format
msgid "The extract has more than %(limit)s rows. Draw it with sums by account."
msgstr "Udtrækket har mere end %(limit)s rækker. Træk det med summer pr. konto."

#, python-format
msgid "%(count)d hidden rows are read too."
msgstr "%(count)d skjulte rækker er også læst."

#, python-format
msgid "%(count)d rows without an account or an amount (notes, page numbers) are not added."
msgstr "%(count)d rækker uden konto eller beløb (noter, sidetal) er ikke talt med."

msgid "not said whether the year's or the month's"
msgstr "ikke angivet, om de er årets eller månedens"

#, python-format
msgid "Accounts: %(keys)s. Amounts: %(amounts)s, in %(unit)s, booked up to %(day)s, %(basis)s."
msgstr "Konti: %(keys)s. Beløb: %(amounts)s, i %(unit)s, bogført til og med %(day)s, %(basis)s."

msgid "On budget lines"
msgstr "På budgetlinjer"

msgid "Outside the overview"
msgstr "Uden for oversigten"

msgid "Without a budget line"
msgstr "Uden budgetlinje"

msgid "Computed total"
msgstr "Beregnet sum"

#, python-format
msgid "Stated total (%(cell)s)"
msgstr "Oplyst sum (%(cell)s)"

msgid "Stated total"
msgstr "Oplyst sum"

msgid "Difference"
msgstr "Forskel"

msgid "unchanged"
msgstr "uændret"

msgid "error"
msgid_plural "errors"
msgstr[0] "fejl"
msgstr[1] "fejl"

msgid "new"
msgstr "ny"

#, python-format
msgid "%(cell)s: “%(raw)s” is not one amount."
msgstr "%(cell)s: “%(raw)s” er ikke ét beløb."

#, python-format
msgid "%(cell)s: the row is of %(month)s, which is not in %(year)s up to the month that is said."
msgstr "%(cell)s: Rækken er fra %(month)s, som ikke ligger i %(year)s til og med den angivne måned."

#, python-format
msgid "%(count)d account is remembered."
msgid_plural "%(count)d accounts are remembered."
msgstr[0] "%(count)d konto er husket."
msgstr[1] "%(count)d konti er husket."

#, python-format
msgid "%(count)d reading is booked."
msgid_plural "%(count)d readings are booked."
msgstr[0] "%(count)d opgørelse er indlæst."
msgstr[1] "%(count)d opgørelser er indlæst."

msgid "The extract is discarded. Nothing of it was booked."
msgstr "Udtrækket er kasseret. Intet af det blev indlæst."

#, python-format
msgid "“%(title)s” was taken back"
msgstr "“%(title)s” blev taget tilbage"

msgid "It is taken back: what it wrote is gone."
msgstr "Det er taget tilbage: Det, der blev skrevet, er væk."

msgid "The same extract has been chosen before. Here it is."
msgstr "Det samme udtræk er valgt før. Her er det."

msgid "The same extract has been booked before. Booking it again changes nothing."
msgstr "Det samme udtræk er indlæst før. At indlæse det igen ændrer intet."

msgid "pasted rows"
msgstr "indsatte rækker"

msgid "ERROR"
msgstr "FEJL"

msgid "NOTE"
msgstr "BEMÆRK"

#, python-format
msgid "%(n)d check made"
msgid_plural "%(n)d checks made"
msgstr[0] "%(n)d kontrol udført"
msgstr[1] "%(n)d kontroller udført"

#, python-format
msgid "%(n)d error"
msgid_plural "%(n)d errors"
msgstr[0] "%(n)d fejl"
msgstr[1] "%(n)d fejl"

msgid "The file cannot be opened as PDF."
msgstr "Filen kan ikke åbnes som PDF."

msgid "The file is gone."
msgstr "Filen er væk."

msgid "The file is not the one that was issued."
msgstr "Filen er ikke den, der blev udsendt."

msgid "The content is not the one that was frozen."
msgstr "Indholdet er ikke det, der blev frosset."

msgid "The code in --confirm is another one; nothing was erased."
msgstr "Koden i --confirm er en anden; intet blev slettet."

#, python-format
msgid "There is no municipality with the code %(code)s."
msgstr "Der er ingen kommune med koden %(code)s."

#, python-format
msgid "%(file)s is there already; nothing was erased."
msgstr "%(file)s findes allerede; intet blev slettet."

#, python-format
msgid "%(code)s is erased: %(rows)d rows, kept in %(file)s (sha256 %(sha256)s)."
msgstr "%(code)s er slettet: %(rows)d rækker, gemt i %(file)s (sha256 %(sha256)s)."

msgid "The address must be whole, as https://pejlemaerke.example.dk; nothing was made."
msgstr "Adressen skal være hel, som https://pejlemaerke.example.dk; intet er oprettet."

#, python-format
msgid "%(name)s is made, but the mail to %(email)s could not be sent."
msgstr "%(name)s er oprettet, men mailen til %(email)s kunne ikke sendes."

#, python-format
msgid "%(name)s is made. %(email)s gets a mail with a link for choosing a password."
msgstr "%(name)s er oprettet. %(email)s får en mail med et link til at vælge en adgangskode."

#, python-format
msgid "The municipality %(code)s is there already; nothing was made."
msgstr "Kommunen %(code)s findes allerede; intet er oprettet."

#, python-format
msgid "%(code)s is no Danish municipality's code; nothing was made."
msgstr "%(code)s er ikke en dansk kommunes kode; intet er oprettet."

msgid "New municipality"
msgstr "Ny kommune"

msgid "Survey"
msgstr "Undersøgelse"

msgid "When it was collected: 2018, or 2. kvartal 2018."
msgstr "Hvornår der er målt: 2018 eller 2. kvartal 2018."

msgid "Groups"
msgstr "Grupper"

msgid "With a semicolon between, as Køn: Kvinder; Køn: Mænd. A minus sign alone: only the whole."
msgstr "Med semikolon imellem, som Køn: Kvinder; Køn: Mænd. Et minus alene: kun helheden."

msgid "Write a year, a quarter, a month or a day, for example 2018."
msgstr "Skriv et år, et kvartal, en måned eller en dag, for eksempel 2018."

msgid "The period has not begun yet."
msgstr "Perioden er ikke begyndt endnu."

msgid "The name of a group has at most 200 characters."
msgstr "Navnet på en gruppe har højst 200 tegn."

msgid "That is too many cells for one page. Name fewer groups."
msgstr "Det er for mange felter til én side. Nævn færre grupper."

msgid "How those asked were chosen"
msgstr "Hvordan de spurgte er udvalgt"

msgid "Status of the values"
msgstr "Værdiernes status"

msgid "Source"
msgstr "Kilde"

msgid "The values are the baseline"
msgstr "Værdierne er udgangspunktet"

msgid "The answers are weighted"
msgstr "Besvarelserne er vægtet"

msgid "Design effect"
msgstr "Designeffekt"

msgid "Of a weighted survey, when it is stated. It divides the number of answers."
msgstr "For en vægtet undersøgelse, når den er oplyst. Antallet af besvarelser deles med den."

msgid "Everybody was asked: treat those who answered as a random part of them"
msgstr "Alle er spurgt: regn dem, der svarede, som en tilfældig del af dem"

msgid "Why the values cannot be compared with earlier ones"
msgstr "Hvorfor værdierne ikke kan sammenlignes med tidligere"

msgid "they can"
msgstr "det kan de"

msgid "Why small counts are shown"
msgstr "Hvorfor små tal vises"

msgid "Only when the source has published them already. The reason stands in the history."
msgstr "Kun når kilden allerede har offentliggjort dem. Begrundelsen står i historikken."

msgid "Why approved values change"
msgstr "Hvorfor godkendte værdier ændres"

msgid "Only when a value that is already approved gets another. It is kept with the revision."
msgstr "Kun når en værdi, der allerede er godkendt, får en anden. Begrundelsen gemmes med revisionen."

msgid "Approve what is typed at once"
msgstr "Godkend det indtastede med det samme"

msgid "Answers"
msgstr "Besvarelser"

msgid "Asked"
msgstr "Adspurgte"

msgid "A text holds what looks like a CPR number. Nothing about a single citizen may stand here."
msgstr "En tekst indeholder noget, der ligner et CPR-nummer. Her må intet stå om en enkelt borger."

#, python-format
msgid "%(number)d value is approved."
msgid_plural "%(number)d values are approved."
msgstr[0] "%(number)d værdi er godkendt."
msgstr[1] "%(number)d værdier er godkendt."

#, python-format
msgid "%(number)d value is saved as a draft."
msgid_plural "%(number)d values are saved as drafts."
msgstr[0] "%(number)d værdi er gemt som udkast."
msgstr[1] "%(number)d værdier er gemt som udkast."

msgid "Surveys"
msgstr "Undersøgelser"

msgid "Instruments"
msgstr "Instrumenter"

msgid "One indicator"
msgstr "En enkelt indikator"

msgid "One of them is merged already."
msgstr "En af dem er allerede flettet."

msgid "Somebody changed one of them since you looked. Nothing was merged; look again."
msgstr "En af dem er ændret, siden du så på dem. Intet er flettet; se igen."

msgid "Choose for each difference which words are kept."
msgstr "Vælg for hver forskel, hvad der skal stå."

#, python-format
msgid "Merged “%(other)s” into “%(kept)s”: %(reason)s"
msgstr "Flettede ”%(other)s” ind i ”%(kept)s”: %(reason)s"

msgid "Put together, the figures of the two would tell small counts that are hidden. Nothing was merged."
msgstr "Lagt sammen ville tallene fra de to røbe små tal, som er skjult. Intet er flettet."

msgid "both, one after the other"
msgstr "begge, den ene efter den anden"

#, python-format
msgid "and %(n)d more"
msgid_plural "and %(n)d more"
msgstr[0] "og %(n)d mere"
msgstr[1] "og %(n)d flere"

#, python-format
msgid "Only “%(kept)s” says: %(fields)s. You say that it holds for the figures of the other too."
msgstr "Kun “%(kept)s” oplyser: %(fields)s. Ved at flette siger du, at det også gælder den andens tal."

#, python-format
msgid "In both, and then twice in the tree: %(objectives)s. Merge them afterwards, under Objectives."
msgstr "Findes i begge og kommer til at stå to gange i træet: %(objectives)s. Flet dem bagefter under Mål."

msgid "A row is not merged with itself. Choose two."
msgstr "En række kan ikke flettes med sig selv. Vælg to."

msgid "They belong to different municipalities."
msgstr "De hører til hver sin kommune."

msgid "One is made up for the demonstration, the other is real."
msgstr "Den ene er fiktiv, den anden er virkelig."

msgid "They stand in different strategies. Objectives are merged within one."
msgstr "De står i hver sin strategi. Mål flettes kun inden for samme strategi."

msgid "One stands under or follows the other. Change that first, if they are the same."
msgstr "Den ene hører under eller afløser den anden. Ret det først, hvis de er den samme."

#, python-format
msgid "“%(row)s” is archived: take it back first, or keep the other."
msgstr "”%(row)s” er arkiveret: hent den tilbage først, eller behold den anden."

#, python-format
msgid "“%(kept)s” is a draft, and the other is approved. Keep the approved one."
msgstr "”%(kept)s” er en kladde, og den anden er godkendt. Behold den godkendte."

#, python-format
msgid "“%(other)s” has what is approved or posted, which stands and cannot be moved: %(kinds)s. Keep that one instead."
msgstr "“%(other)s” har noget, der er godkendt eller bogført; det står fast og kan ikke flyttes: %(kinds)s. Behold den i stedet."

#, python-format
msgid "%(what)s %(year)s, stated as of %(day)s: which counts"
msgstr "%(what)s %(year)s, oplyst pr. %(day)s: hvilken gælder"

#, python-format
msgid "%(what)s as of %(day)s: which counts"
msgstr "%(what)s pr. %(day)s: hvilken gælder"

#, python-format
msgid "%(field)s is not the same: “%(mine)s” and “%(theirs)s”. Figures of two definitions are not one series. If only the words differ, make them alike on one of them first."
msgstr "%(field)s er ikke det samme: “%(mine)s” og “%(theirs)s”. Tal efter to definitioner er ikke én række. Er det kun ordene, der er forskellige, så ret dem først på den ene."

#, python-format
msgid "%(kind)s, %(day)s: the two disagree, %(mine)s and %(theirs)s (%(fields)s). Correct the wrong one first, by a new value that replaces it; nobody can see afterwards which was right."
msgstr "%(kind)s, %(day)s: de to er uenige, %(mine)s og %(theirs)s (%(fields)s). Ret først den forkerte med en ny værdi, der erstatter den; bagefter kan ingen se, hvad der var rigtigt."

msgid "without date"
msgstr "uden dato"

#, python-format
msgid "Both have a baseline, and not the same: %(named)s. An indicator has one."
msgstr "Begge har en baseline, og ikke den samme: %(named)s. En indikator har én."

msgid "The one to keep"
msgstr "Den, der bliver"

msgid "The one to merge into it"
msgstr "Den, der flettes ind i den"

msgid "Why they are the same"
msgstr "Hvorfor de er den samme"

msgid "Kept in the history. You can undo the merge there."
msgstr "Gemmes i historikken. Der kan du også fortryde fletningen."

#, python-format
msgid "“%(other)s” is part of “%(kept)s” now, and its address leads there."
msgstr "”%(other)s” er nu en del af ”%(kept)s”, og dens adresse fører dertil."

#, python-format
msgid "the document prints “%(raw)s”"
msgstr "dokumentet skriver “%(raw)s”"

msgid "not added together"
msgstr "ikke lagt sammen"

#, python-format
msgid "amounts not stated, and so not in the sum: %(number)d"
msgstr "beløb, der ikke er angivet og derfor ikke er med i summen: %(number)d"

msgid "Original budget"
msgstr "Oprindeligt budget"

msgid "Supplementary appropriation"
msgstr "Tillægsbevilling"

msgid "Carried over between years"
msgstr "Overført mellem år"

msgid "Transferred in from other lines"
msgstr "Omplaceringer ind fra andre linjer"

msgid "Transferred out to other lines"
msgstr "Omplaceringer ud til andre linjer"

msgid "Transferred in from outside the overview"
msgstr "Omplacering ind, uden for oversigten"

msgid "Transferred out of the overview"
msgstr "Omplacering ud, uden for oversigten"

msgid "Change, not specified"
msgstr "Ændring, ikke specificeret"

msgid "Corrections of typing"
msgstr "Rettelser"

msgid "Recorded later"
msgstr "Registreret senere"

msgid "How the revised budget changed"
msgstr "Forklaring af ændringen i korrigeret budget"

#, python-format
msgid "How the revised budget changed, %(year)s"
msgstr "Forklaring af ændringen i korrigeret budget, %(year)s"

#, python-format
msgid "Undated amounts that are counted: %(number)d."
msgstr "Beløb uden dato, som er regnet med: %(number)d."

#, python-format
msgid "Revised budget as of %(day)s"
msgstr "Korrigeret budget pr. %(day)s"

#, python-format
msgid "Revised budget as of %(day)s, as known on %(moment)s"
msgstr "Korrigeret budget pr. %(day)s, som kendt den %(moment)s"

#, python-format
msgid "%(step)s: %(name)s"
msgstr "%(step)s: %(name)s"

#, python-format
msgid "as known on %(day)s"
msgstr "som kendt den %(day)s"

msgid "No budget is adopted and nothing is stated on this day."
msgstr "Intet budget er vedtaget, og intet er opgjort på denne dag."

#, python-format
msgid "For %(year)s no budget is adopted and nothing is stated on this day."
msgstr "For %(year)s er intet budget vedtaget og intet oplyst på denne dag."

#, python-format
msgid "Budget %(year)d with the estimate years %(first)d-%(last)d"
msgstr "Budget %(year)d med overslagsårene %(first)d-%(last)d"

msgid "Expenditure or income"
msgstr "Udgift eller indtægt"

msgid "Cost"
msgstr "Art"

msgid "Operation or construction"
msgstr "Drift eller anlæg"

msgid "One-off or permanent"
msgstr "Engangs eller varig"

msgid "Service frame"
msgstr "Serviceramme"

msgid "Account"
msgstr "Konto"

msgid "Budget round"
msgstr "Budgetrunde"

msgid "Document"
msgstr "Dokument"

#, python-format
msgid "%(number)d draft is not posted and in no figure."
msgid_plural "%(number)d drafts are not posted and in no figure."
msgstr[0] "%(number)d kladde er ikke bogført og indgår ikke i noget tal."
msgstr[1] "%(number)d kladder er ikke bogført og indgår ikke i noget tal."

msgid "Revised budget against actual and forecast"
msgstr "Korrigeret budget over for forbrug og forventet regnskab"

msgid "Year"
msgstr "År"

msgid "Revised"
msgstr "Korrigeret"

#, python-format
msgid "In %(year)s the revised budget is %(revised)s; no forecast is stated"
msgstr "I %(year)s er det korrigerede budget %(revised)s; der er ikke angivet noget forventet regnskab"

#, python-format
msgid "In %(year)s the revised budget is %(revised)s and the forecast %(forecast)s: %(deviation)s"
msgstr "I %(year)s er det korrigerede budget %(revised)s og det forventede regnskab %(forecast)s: %(deviation)s"

#, python-format
msgid "Budget per year: %(decision)s"
msgstr "Budget pr. år: %(decision)s"

#, python-format
msgid "Per year: %(years)s"
msgstr "Pr. år: %(years)s"

#, python-format
msgid "before %(body)s"
msgstr "forelægges %(body)s"

msgid "Follow-up"
msgstr "Opfølgning"

msgid "owner not stated"
msgstr "tovholder ikke angivet"

msgid "Budget and follow-up"
msgstr "Budget og opfølgning"

msgid "No budget is adopted for the initiatives."
msgstr "Der er ikke vedtaget et budget for indsatserne."

msgid "no forecast stated"
msgstr "intet forventet regnskab angivet"

msgid "No municipality shows figures of this instrument."
msgstr "Ingen kommune viser tal fra dette måleinstrument."

msgid "no data"
msgstr "ingen data"

msgid "No other municipality shows a figure of this instrument."
msgstr "Ingen anden kommune viser et tal fra dette måleinstrument."

#, python-format
msgid "Question, population or period are not stated, or not shared, in: %(municipalities)s."
msgstr "Spørgsmål, gruppe eller periode er ikke angivet eller ikke delt i: %(municipalities)s."

msgid "The indicator is not shared nationally."
msgstr "Indikatoren er ikke delt nationalt."

msgid "The question is not stated."
msgstr "Spørgsmålet er ikke angivet."

msgid "It is not stated who was asked."
msgstr "Det er ikke angivet, hvem der er spurgt."

msgid "There is no measured value."
msgstr "Der er ingen målt værdi."

msgid "It is not stated when it was measured."
msgstr "Det er ikke angivet, hvornår der er målt."

#, python-format
msgid "Another question than in: %(municipalities)s."
msgstr "Et andet spørgsmål end i: %(municipalities)s."

#, python-format
msgid "Another scale or cut-off than in: %(municipalities)s."
msgstr "En anden skala eller et andet skæringspunkt end i: %(municipalities)s."

#, python-format
msgid "Another unit than in: %(municipalities)s."
msgstr "En anden enhed end i: %(municipalities)s."

#, python-format
msgid "Other people were asked than in: %(municipalities)s."
msgstr "Andre mennesker er spurgt end i: %(municipalities)s."

#, python-format
msgid "Not measured in the same year as in: %(municipalities)s."
msgstr "Ikke målt i samme år som i: %(municipalities)s."

#, python-format
msgid "%(written)d of %(headings)d filled in"
msgstr "%(written)d af %(headings)d udfyldt"

msgid "There are no initiatives here."
msgstr "Der er ingen indsatser her."

msgid "The municipality has no strategies."
msgstr "Kommunen har ingen strategier."

msgid "The portfolio has no indicators."
msgstr "Oversigten har ingen indikatorer."

msgid "The portfolio has no amounts."
msgstr "Oversigten har ingen beløb."

#, python-format
msgid "Of the total, %(amount)s is financed by external pools: %(names)s."
msgstr "Heraf er %(amount)s finansieret af eksterne puljer: %(names)s."

msgid "cannot be computed"
msgstr "kan ikke beregnes"

#, python-format
msgid "transfer %(amount)s (%(other)s)"
msgstr "omplacering %(amount)s (%(other)s)"

#, python-format
msgid "covered by: %(name)s"
msgstr "dækkes af: %(name)s"

#, python-format
msgid "outside the overview: %(name)s"
msgstr "uden for oversigten: %(name)s"

msgid "another line"
msgstr "en anden linje"

msgid "accounts, preliminary"
msgstr "regnskab, foreløbigt"

#, python-format
msgid "up to and including %(day)s, final"
msgstr "til og med %(day)s, endelig"

#, python-format
msgid "up to and including %(day)s, preliminary"
msgstr "til og med %(day)s, foreløbig"

#, python-format
msgid "stated %(day)s"
msgstr "opgjort %(day)s"

msgid "cannot be compared"
msgstr "kan ikke sammenlignes"

#, python-format
msgid "%(text)s; computed over %(coverage)s"
msgstr "%(text)s; beregnet over %(coverage)s"

#, python-format
msgid "Budget follow-up %(year)s"
msgstr "Budgetopfølgning %(year)s"

msgid "Deviation = revised budget less forecast. Income is negative."
msgstr "Afvigelse = korrigeret budget minus forventet regnskab. Indtægter er negative."

msgid "Deviation = forecast less revised budget. Income is negative."
msgstr "Afvigelse = forventet regnskab minus korrigeret budget. Indtægter er negative."

#, python-format
msgid "The total deviation covers %(coverage)s: the others lack a budget or a forecast."
msgstr "Den samlede afvigelse dækker %(coverage)s: de øvrige mangler budget eller forventet regnskab."

msgid "Where the accounts are there, they stand in place of the forecast."
msgstr "Hvor regnskabet foreligger, står det i stedet for forventet regnskab."

#, python-format
msgid "%(known)d of %(number)d budgets of a line and year"
msgstr "%(known)d af %(number)d linjeår"

#, python-format
msgid "Supplementary appropriations of %(amount)s have no cover assigned yet."
msgstr "Tillægsbevillinger på %(amount)s har endnu ikke fået anvist dækning."

msgid "period not stated"
msgstr "periode ikke angivet"

msgid "No line draws on it."
msgstr "Ingen linje trækker på den."

#, python-format
msgid "The lines draw %(amount)s more than there is."
msgstr "Linjerne trækker %(amount)s mere, end der er."

#, python-format
msgid "%(amount)s is left."
msgstr "Der er %(amount)s tilbage."

msgid "The size is for all municipalities, so nothing of it is left or used up here."
msgstr "Beløbet er for alle kommuner, så intet af det er tilbage eller brugt op her."

msgid "The size is not stated, so nobody can say what is left."
msgstr "Beløbet er ikke angivet, så ingen kan sige, hvad der er tilbage."

msgid "Look at the municipality's settings"
msgstr "Gå kommunens indstillinger igennem"

msgid "The threshold for small counts, the sign of deviations and the headings of committee cases."
msgstr "Tærsklen for små tal, fortegnet på afvigelser og overskrifterne i udvalgssager."

msgid "Send the municipality's logo"
msgstr "Vælg kommunens logo"

msgid "It stands at the top of pages and on the front of reports. It may wait."
msgstr "Det står øverst på siderne og på forsiden af rapporter. Det kan vente."

msgid "Enter the committees"
msgstr "Opret udvalgene"

msgid "Those who decide and receive reports, and the departments that work."
msgstr "Dem, der beslutter og modtager rapporter, og de afdelinger, der arbejder."

msgid "Invite your colleagues"
msgstr "Invitér dine kolleger"

msgid "Each gets a mail with a link. A role says what one may see and change."
msgstr "Hver får en mail med et link. En rolle siger, hvad man må se og ændre."

msgid "Choose the headings"
msgstr "Vælg overskrifterne"

msgid "Those under which your initiatives are described, for example Background and Purpose."
msgstr "Dem, jeres indsatser beskrives under, f.eks. Baggrund og Formål."

msgid "Enter the first strategy"
msgstr "Opret den første strategi"

msgid "A strategy, policy or action plan that the council has adopted."
msgstr "En strategi, politik eller handleplan, som kommunalbestyrelsen har vedtaget."

msgid "Enter its objectives, in the document's own words"
msgstr "Opret dens mål med dokumentets egne ord"

msgid "Landmark, track, theme: write the word of each level as the document has it."
msgstr "Pejlemærke, spor, tema: skriv niveauets ord, som dokumentet har det."

msgid "Enter the first initiative"
msgstr "Opret den første indsats"

msgid "What is done, for whom, by whom and when."
msgstr "Hvad der gøres, for hvem, af hvem og hvornår."

msgid "Enter the first budget line"
msgstr "Opret den første budgetlinje"

msgid "Then type its amounts in the grid, year by year."
msgstr "Skriv derefter dens beløb i skemaet, år for år."

msgid "Enter the first indicator"
msgstr "Opret den første indikator"

msgid "What is measured, its baseline and its target."
msgstr "Hvad der måles, udgangspunktet og måltallet."

msgid "Make the first report"
msgstr "Lav den første rapport"

msgid "A PDF for the committee, frozen as of a day."
msgstr "En PDF til udvalget, låst pr. en dag."

#, python-format
msgid "%(done)d of %(steps)d steps are taken"
msgstr "%(done)d af %(steps)d skridt er taget"

#, python-format
msgid "%(decision)s by %(group)s"
msgstr "%(decision)s efter %(group)s"

#, python-format
msgid "%(heading)s, amounts in %(unit)s"
msgstr "%(heading)s, beløb i %(unit)s"

msgid "not distributed over years"
msgstr "ikke årsfordelt"

msgid "Total as printed"
msgstr "Sum som trykt"

#, python-format
msgid "%(line)s stands in %(groups)s"
msgstr "%(line)s står i %(groups)s"

#, python-format
msgid "The sums cannot be added together: %(lines)s with %(amount)s stand in more than one of the rows. The total counts each line once."
msgstr "Summer kan ikke lægges sammen: %(lines)s med %(amount)s står i mere end én af rækkerne. I alt tæller hver linje én gang."

#, python-format
msgid "Budget follow-up by %(group)s, %(years)s"
msgstr "Budgetopfølgning efter %(group)s, %(years)s"

#, python-format
msgid "Besides, %(amount)s is adopted for periods and not distributed over years: it is in no row here."
msgstr "Hertil kommer %(amount)s, der er vedtaget for perioder og ikke årsfordelt: beløbet står ikke i nogen række her."

msgid "Expenditure, gross"
msgstr "Udgifter, brutto"

msgid "Income, gross"
msgstr "Indtægter, brutto"

#, python-format
msgid "The sums cannot be added together: %(lines)s with a revised budget of %(amount)s stand in more than one of the rows. The total counts each line once."
msgstr "Summer kan ikke lægges sammen: %(lines)s med et korrigeret budget på %(amount)s står i mere end en af rækkerne. I alt tæller hver linje én gang."

msgid "none stated"
msgstr "ikke angivet"

msgid "not measured since the baseline"
msgstr "ikke målt siden udgangspunktet"

#, python-format
msgid "at least %(value)s"
msgstr "mindst %(value)s"

#, python-format
msgid "at most %(value)s"
msgstr "højst %(value)s"

msgid "Undated values count, but enter no path."
msgstr "Værdier uden dato tæller med, men indgår ikke i et forventet forløb."

msgid "The target has no date."
msgstr "Måltallet er uden dato."

msgid "The target's date has passed without a measurement since."
msgstr "Måltallets frist er passeret uden en måling siden."

msgid "The series is broken: values before and after the break are not compared."
msgstr "Der er databrud: værdier før og efter bruddet sammenlignes ikke."

msgid "Figures about few people are hidden."
msgstr "Tal om få personer er skjult."

msgid "direction not stated"
msgstr "retning ikke angivet"

#, python-format
msgid "decided %(day)s"
msgstr "besluttet %(day)s"

#, python-format
msgid "approved by %(name)s"
msgstr "godkendt af %(name)s"

#, python-format
msgid "%(n)s answers"
msgstr "%(n)s besvarelser"

#, python-format
msgid "%(n)s of %(invited)s answered"
msgstr "%(n)s af %(invited)s har svaret"

#, python-format
msgid "of %(base)s"
msgstr "af %(base)s"

msgid "Question"
msgstr "Spørgsmål"

msgid "Answer scale"
msgstr "Svarskala"

msgid "Cut-off"
msgstr "Skæringspunkt"

msgid "Unit"
msgstr "Enhed"

msgid "Direction"
msgstr "Retning"

msgid "Population"
msgstr "Population"

msgid "Area"
msgstr "Område"

msgid "Instrument"
msgstr "Måleinstrument"

msgid "May be compared with"
msgstr "Må sammenlignes med"

msgid "May not be compared with"
msgstr "Må ikke sammenlignes med"

msgid "Data source"
msgstr "Datakilde"

msgid "Measured"
msgstr "Måles"

msgid "Data owner"
msgstr "Dataejer"

msgid "How it adds up"
msgstr "Hvordan tal lægges sammen"

msgid "Tolerance"
msgstr "Tolerance"

msgid "Milestones"
msgstr "Milepæle"

msgid "Limits of interpretation"
msgstr "Forbehold"

msgid "Shared nationally"
msgstr "Delt nationalt"

msgid "Some of the groups are hidden; they are not held against the whole."
msgstr "Nogle af grupperne er skjult; de holdes ikke op mod helheden."

msgid "Target"
msgstr "Måltal"

#, python-format
msgid "%(when)s: %(groups)s make %(made)s together, as the whole."
msgstr "%(when)s: %(groups)s giver tilsammen %(made)s, det samme som helheden."

#, python-format
msgid "%(when)s: %(groups)s make %(made)s together, but the whole is %(whole)s."
msgstr "%(when)s: %(groups)s giver tilsammen %(made)s, men helheden er %(whole)s."

msgid "figures about few people are hidden"
msgstr "tal om få personer er skjult"

#, python-format
msgid "no figure: %(reason)s"
msgstr "intet tal: %(reason)s"

#, python-format
msgid "%(size)s in the wrong direction; the way to the target was %(whole)s"
msgstr "%(size)s i den forkerte retning; vejen til målet var %(whole)s"

#, python-format
msgid "%(size)s past the target; the way to it was %(whole)s"
msgstr "%(size)s forbi målet; vejen dertil var %(whole)s"

#, python-format
msgid "%(covered)s of the %(whole)s (progress %(percent)s)"
msgstr "%(covered)s af de %(whole)s (målopfyldelse %(percent)s)"

msgid "Not stated"
msgstr "Ikke angivet"

msgid "no indicators of its own"
msgstr "ingen egne indikatorer"

msgid "no budget adopted"
msgstr "intet budget vedtaget"

#, python-format
msgid "the worst of %(number)d indicators"
msgstr "den dårligste af %(number)d indikatorer"

#, python-format
msgid "%(number)d initiative stands in more than one group: the groups' numbers cannot be added together."
msgid_plural "%(number)d initiatives stand in more than one group: the groups' numbers cannot be added together."
msgstr[0] "%(number)d indsats står i mere end én gruppe: gruppernes tal kan ikke lægges sammen."
msgstr[1] "%(number)d indsatser står i mere end én gruppe: gruppernes tal kan ikke lægges sammen."

#, python-format
msgid "%(number)d budget line serves more than one group: the groups' sums cannot be added together."
msgid_plural "%(number)d budget lines serve more than one group: the groups' sums cannot be added together."
msgstr[0] "%(number)d budgetlinje betjener mere end én gruppe: gruppernes summer kan ikke lægges sammen."
msgstr[1] "%(number)d budgetlinjer betjener mere end én gruppe: gruppernes summer kan ikke lægges sammen."

#, python-format
msgid "%(number)d entry"
msgid_plural "%(number)d entries"
msgstr[0] "%(number)d postering"
msgstr[1] "%(number)d posteringer"

#, python-format
msgid "%(number)d statement"
msgid_plural "%(number)d statements"
msgstr[0] "%(number)d opgørelse"
msgstr[1] "%(number)d opgørelser"

msgid "Transferred in"
msgstr "Omplacering ind"

msgid "Transferred out"
msgstr "Omplacering ud"

#, python-format
msgid "posted %(day)s"
msgstr "bogført %(day)s"

#, python-format
msgid "Will be hidden (few people): %(groups)s."
msgstr "Bliver skjult (få personer): %(groups)s."

#, python-format
msgid "%(group)s: %(value)s lies outside what the unit allows. Is it typed right?"
msgstr "%(group)s: %(value)s ligger uden for det, enheden tillader. Er det tastet rigtigt?"

#, python-format
msgid "%(group)s: from %(before)s (%(when)s) to %(value)s is a large jump. Is it typed right?"
msgstr "%(group)s: fra %(before)s (%(when)s) til %(value)s er et stort spring. Er det tastet rigtigt?"

#, python-format
msgid "%(name)s: the groups have %(sum)s answers together, but the whole has %(whole)s."
msgstr "%(name)s: grupperne har %(sum)s besvarelser tilsammen, men helheden har %(whole)s."

#, python-format
msgid "%(name)s: the whole (%(value)s) lies beyond every one of its groups."
msgstr "%(name)s: helheden (%(value)s) ligger uden for alle sine grupper."

#, python-format
msgid "baseline %(value)s"
msgstr "udgangspunkt %(value)s"

#, python-format
msgid "latest %(value)s"
msgstr "seneste %(value)s"

#, python-format
msgid "target %(value)s"
msgstr "måltal %(value)s"

#, python-format
msgid "Economy %(year)s: %(deviation)s."
msgstr "Økonomi %(year)s: %(deviation)s."

#, python-format
msgid "The milestone “%(title)s” was due %(when)s."
msgstr "Milepælen “%(title)s” skulle være nået %(when)s."

#, python-format
msgid "%(indicator)s is worse than the baseline: %(latest)s."
msgstr "%(indicator)s er dårligere end udgangspunktet: %(latest)s."

msgid "Measured value"
msgstr "Målt værdi"

msgid "Baseline"
msgstr "Udgangspunkt"

#, python-format
msgid "%(subject)s: %(label)s"
msgstr "%(subject)s: %(label)s"

#, python-format
msgid "%(initiatives)s: %(counts)s."
msgstr "%(initiatives)s: %(counts)s."

msgid "nothing to compare"
msgstr "intet at sammenligne"

#, python-format
msgid "Since the previous status as of %(day)s: %(moves)s."
msgstr "Siden sidste status pr. %(day)s: %(moves)s."

#, python-format
msgid "%(initiatives)s no longer in the overview."
msgstr "%(initiatives)s er ikke længere i oversigten."

#, python-format
msgid "No budget is adopted for the initiatives: %(money)s."
msgstr "Der er ikke vedtaget budget til indsatserne: %(money)s."

msgid "No forecast is stated that can be held against the revised budget."
msgstr "Der er ikke oplyst et forventet regnskab, som kan holdes op mod korrigeret budget."

#, python-format
msgid "Forecast against the revised budget: %(deviation)s (%(coverage)s)."
msgstr "Forventet regnskab mod korrigeret budget: %(deviation)s (%(coverage)s)."

#, python-format
msgid "%(indicators)s: %(verdicts)s."
msgstr "%(indicators)s: %(verdicts)s."

msgid "Strategies and plans"
msgstr "Strategier og planer"

msgid "Objectives"
msgstr "Mål"

msgid "Budget lines"
msgstr "Budgetlinjer"

msgid "Amounts"
msgstr "Beløb"

msgid "Funding sources"
msgstr "Finansieringskilder"

msgid "Target groups"
msgstr "Målgrupper"

msgid "Committees, departments and partners"
msgstr "Udvalg, afdelinger og samarbejdspartnere"

msgid "People"
msgstr "Personer"

msgid "Reports"
msgstr "Rapporter"

msgid "Documents"
msgstr "Dokumenter"

#, python-format
msgid "leads: %(titles)s"
msgstr "tovholder for: %(titles)s"

msgid "state not stated"
msgstr "tilstand ikke angivet"

msgid "The source states no owner."
msgstr "Kilden angiver ingen tovholder."

msgid "The source states no period."
msgstr "Kilden angiver ingen periode."

#, python-format
msgid "%(number)d amount is a draft and not counted."
msgid_plural "%(number)d amounts are drafts and not counted."
msgstr[0] "%(number)d beløb er en kladde og ikke regnet med."
msgstr[1] "%(number)d beløb er kladder og ikke regnet med."

msgid "The initiative has no amounts."
msgstr "Indsatsen har ingen beløb."

msgid "The initiative has no indicators."
msgstr "Indsatsen har ingen indikatorer."

msgid "No status has been approved."
msgstr "Der er ingen godkendt status."

#, python-format
msgid "%(aspect)s is “%(word)s”, but the figures show: %(figures)s."
msgstr "%(aspect)s er “%(word)s”, men tallene viser: %(figures)s."

msgid "Progress"
msgstr "Fremdrift"

msgid "Economy"
msgstr "Økonomi"

msgid "Effect"
msgstr "Effekt"

#, python-format
msgid "the milestone “%(title)s” was due %(day)s"
msgstr "milepælen “%(title)s” havde frist %(day)s"

#, python-format
msgid "%(number)d milestone, none late"
msgid_plural "%(number)d milestones, none late"
msgstr[0] "%(number)d milepæl, ikke overskredet"
msgstr[1] "%(number)d milepæle, ingen overskredet"

#, python-format
msgid "line %(line)s"
msgstr "linje %(line)s"

#, python-format
msgid "and %(number)d more"
msgid_plural "and %(number)d more"
msgstr[0] "og %(number)d mere"
msgstr[1] "og %(number)d flere"

#, python-format
msgid "%(number)d more"
msgid_plural "%(number)d more"
msgstr[0] "%(number)d til"
msgstr[1] "%(number)d til"

#, python-format
msgid "of %(number)d"
msgstr "af %(number)d"

msgid "There is nothing earlier to compare with."
msgstr "Der er ikke noget tidligere at sammenligne med."

#, python-format
msgid "New since last time: %(came)s; no longer: %(went)s."
msgstr "Nye siden sidst: %(came)s; ikke længere: %(went)s."

#, python-format
msgid "New since last time: %(came)s."
msgstr "Nye siden sidst: %(came)s."

#, python-format
msgid "No longer: %(went)s."
msgstr "Ikke længere: %(went)s."

msgid "The same as last time."
msgstr "Som sidst."

msgid "without a present judgement"
msgstr "uden aktuel vurdering"

msgid "All are judged in a status from the last half year."
msgstr "Alle er vurderet i en status fra det seneste halve år."

#, python-format
msgid "%(number)d not started or not assessed"
msgid_plural "%(number)d not started or not assessed"
msgstr[0] "%(number)d ikke startet eller ikke vurderet"
msgstr[1] "%(number)d ikke startet eller ikke vurderet"

#, python-format
msgid "%(number)d never had a status"
msgid_plural "%(number)d never had a status"
msgstr[0] "%(number)d har aldrig fået en status"
msgstr[1] "%(number)d har aldrig fået en status"

#, python-format
msgid "%(number)d older than half a year"
msgid_plural "%(number)d older than half a year"
msgstr[0] "%(number)d er over et halvt år gammel"
msgstr[1] "%(number)d er over et halvt år gamle"

msgid "It is adopted since last time."
msgstr "Det er vedtaget siden sidst."

msgid "Nothing is adopted that could be compared."
msgstr "Der er ikke vedtaget noget, som kan sammenlignes."

msgid "Last time a sum was stated."
msgstr "Sidst var der angivet et beløb."

msgid "Last time the figure was that of another budget year, so the two are not compared."
msgstr "Sidst gjaldt tallet et andet budgetår, så de to sammenlignes ikke."

msgid "The revised budget is the same as last time."
msgstr "Det korrigerede budget er som sidst."

#, python-format
msgid "%(size)s more than last time."
msgstr "%(size)s mere end sidst."

#, python-format
msgid "%(size)s less than last time."
msgstr "%(size)s mindre end sidst."

#, python-format
msgid "%(name)s: %(text)s"
msgstr "%(name)s: %(text)s"

msgid "The verdicts are the same as last time."
msgstr "Vurderingerne er som sidst."

#, python-format
msgid "Changed since last time: %(names)s."
msgstr "Ændret siden sidst: %(names)s."

#, python-format
msgid "%(good)d of %(number)d"
msgstr "%(good)d af %(number)d"

msgid "indicators reached or on course"
msgstr "indikatorer nået eller på vej"

msgid "for decision"
msgstr "til beslutning"

msgid "Nothing is put to the committee for decision."
msgstr "Intet er forelagt udvalget til beslutning."

msgid "no longer in the overview"
msgstr "ikke længere i oversigten"

#, python-format
msgid "new in the overview: %(status)s"
msgstr "ny i oversigten: %(status)s"

#, python-format
msgid "from %(before)s to %(status)s"
msgstr "fra %(before)s til %(status)s"

#, python-format
msgid "Status report: %(subject)s"
msgstr "Statusrapport: %(subject)s"

#, python-format
msgid "Figures as of %(day)s"
msgstr "Opgjort pr. %(day)s"

msgid "committee not stated"
msgstr "udvalg ikke angivet"

msgid "Only approved initiatives and posted amounts are shown."
msgstr "Kun godkendte indsatser og bogførte beløb er vist."

msgid "A budget line that several initiatives share counts once in every total."
msgstr "En budgetlinje, som flere indsatser deler, tæller én gang i hver sum."

msgid "Amounts of different decision states or price levels are not added together."
msgstr "Beløb med forskellig beslutningsstatus eller forskelligt prisniveau lægges ikke sammen."

msgid "No initiatives are running."
msgstr "Ingen indsatser er i gang."

msgid "All running initiatives have a status that is not old."
msgstr "Alle indsatser, der er i gang, har en status, som ikke er for gammel."

#, python-format
msgid "%(due)d of %(number)d running initiative lacks a status or has an old one."
msgid_plural "%(due)d of %(number)d running initiatives lack a status or have an old one."
msgstr[0] "%(due)d af %(number)d indsats i gang mangler en status eller har en gammel."
msgstr[1] "%(due)d af %(number)d indsatser i gang mangler en status eller har en gammel."

#, python-format
msgid "You stand in for %(person)s to %(day)s"
msgstr "Du er stedfortræder for %(person)s til og med %(day)s"

msgid "no status yet"
msgstr "ingen status endnu"

msgid "begun, not submitted"
msgstr "påbegyndt, ikke sendt"

msgid "returned to you"
msgstr "returneret"

msgid "waits for approval"
msgstr "venter på godkendelse"

msgid "new in the overview"
msgstr "ny i oversigten"

msgid "now assessed"
msgstr "vurderet siden sidst"

msgid "better than last time"
msgstr "bedre end sidst"

msgid "worse than last time"
msgstr "dårligere end sidst"

msgid "no longer assessed"
msgstr "ikke længere vurderet"

#, python-format
msgid "Deviation %(year)s, %(unit)s"
msgstr "Afvigelse %(year)s, %(unit)s"

#, python-format
msgid "not updated since %(day)s"
msgstr "ikke opdateret siden %(day)s"

msgid "Initiative"
msgstr "Indsats"

#, python-format
msgid "and %(number)d initiatives more"
msgstr "og %(number)d indsatser til"

#, python-format
msgid "Map of %(title)s"
msgstr "Kort over %(title)s"

#, python-format
msgid "and %(number)d initiative more"
msgid_plural "and %(number)d initiatives more"
msgstr[0] "og %(number)d indsats mere"
msgstr[1] "og %(number)d indsatser mere"

#, python-format
msgid "%(number)s: too many to be read here. They stand on the page of the budget."
msgstr "%(number)s: det er for mange til at vise her. De står på budgetsiden."

#, python-format
msgid "%(number)d indicator more stands at its initiative."
msgid_plural "%(number)d indicators more stand at their initiatives."
msgstr[0] "%(number)d indikator mere står ved sin indsats."
msgstr[1] "%(number)d indikatorer mere står ved deres indsatser."

msgid "no amounts stated"
msgstr "ingen beløb angivet"

#, python-format
msgid "sent on to %(body)s"
msgstr "sendt videre til %(body)s"

msgid "how often is not stated"
msgstr "hyppighed ikke angivet"

msgid "recipient not stated"
msgstr "modtager ikke angivet"

#, python-format
msgid "Budget planning: %(caption)s"
msgstr "Budgetlægning: %(caption)s"

#, python-format
msgid "The unit is inferred: %(note)s"
msgstr "Enheden er udledt: %(note)s"

msgid "The unit is inferred."
msgstr "Enheden er udledt."

msgid "The documents state the amounts in different units; here they are in kroner."
msgstr "Kilderne angiver beløbene i forskellige enheder; her er de i kroner."

msgid "No total is stated in the source; the sums are computed."
msgstr "Ingen total angivet i kilden; summerne er beregnet."

msgid "The amounts are rounded, so the parts may not add up to the total shown."
msgstr "Beløbene er afrundet, så delene ikke altid giver den viste sum."

msgid "A line that several initiatives share counts once; the initiatives' sums cannot be added together."
msgstr "En linje, som flere indsatser deler, tæller én gang; indsatsernes summer kan ikke lægges sammen."

msgid "matches"
msgstr "stemmer"

#, python-format
msgid "does not match: difference %(difference)s"
msgstr "stemmer ikke: forskel %(difference)s"

msgid "no total stated"
msgstr "ingen total angivet"

#, python-format
msgid "%(text)s (“%(quote)s”)"
msgstr "%(text)s (“%(quote)s”)"

msgid "others"
msgstr "andre"

#, python-format
msgid "shared by %(names)s"
msgstr "deles af %(names)s"

msgid "The sums of the parts cannot be added together: some lines are in more than one part."
msgstr "Delenes summer kan ikke lægges sammen: nogle linjer indgår i flere dele."

#, python-format
msgid "%(years)s and amounts not distributed over years"
msgstr "%(years)s samt beløb, der ikke er årsfordelt"

msgid "no indicators"
msgstr "ingen indikatorer"

msgid "The source states no committee."
msgstr "Kilden angiver intet udvalg."

msgid "No initiatives stand under the strategy."
msgstr "Der er ingen indsatser under strategien."

msgid "The strategy has no indicators."
msgstr "Strategien har ingen indikatorer."

msgid "The strategy has no amounts."
msgstr "Strategien har ingen beløb."

#, python-format
msgid "about %(value)s"
msgstr "ca. %(value)s"

#, python-format
msgid "more than %(value)s"
msgstr "flere end %(value)s"

#, python-format
msgid "up to %(value)s"
msgstr "op til %(value)s"

#, python-format
msgid "almost %(value)s"
msgstr "næsten %(value)s"

#, python-format
msgid "one in %(number)s"
msgstr "én ud af %(number)s"

#, python-format
msgid "up by %(size)s"
msgstr "op med %(size)s"

#, python-format
msgid "down by %(size)s"
msgstr "ned med %(size)s"

#, python-format
msgid "<%(threshold)d (hidden: few people)"
msgstr "<%(threshold)d (skjult: få personer)"

msgid "hidden (few people)"
msgstr "skjult (få personer)"

#, python-format
msgid "%(source)s, stated as of %(day)s"
msgstr "%(source)s, opgjort pr. %(day)s"

#, python-format
msgid "The initiatives of the overview: %(amount)s in the revised budget %(year)s."
msgstr "Indsatserne i oversigten: %(amount)s i korrigeret budget %(year)s."

msgid "The committee's whole budget is not stated."
msgstr "Udvalgets samlede budget er ikke angivet."

#, python-format
msgid "The initiatives of the overview: %(part)s of the committee's %(whole)s (revised budget %(year)s)."
msgstr "Indsatserne i oversigten: %(part)s af udvalgets %(whole)s (korrigeret budget %(year)s)."

msgid "as last time"
msgstr "som sidst"

msgid "first status"
msgstr "første status"

msgid "Decision not stated"
msgstr "Beslutning ikke angivet"

#, python-format
msgid "price level %(level)s"
msgstr "prisniveau %(level)s"

msgid "price level not stated"
msgstr "prisniveau ikke angivet"

#, python-format
msgid "%(number)d line"
msgid_plural "%(number)d lines"
msgstr[0] "%(number)d linje"
msgstr[1] "%(number)d linjer"

#, python-format
msgid "%(number)d initiative"
msgid_plural "%(number)d initiatives"
msgstr[0] "%(number)d indsats"
msgstr[1] "%(number)d indsatser"

#, python-format
msgid "%(number)d indicator"
msgid_plural "%(number)d indicators"
msgstr[0] "%(number)d indikator"
msgstr[1] "%(number)d indikatorer"

#, python-format
msgid "%(known)d of %(number)d line"
msgid_plural "%(known)d of %(number)d lines"
msgstr[0] "%(known)d af %(number)d linje"
msgstr[1] "%(known)d af %(number)d linjer"

#, python-format
msgid "Not added together: the amounts are %(states)s."
msgstr "Ikke lagt sammen: beløbene er %(states)s."

#, python-format
msgid "Not added together: the price levels differ (%(levels)s)."
msgstr "Ikke lagt sammen: prisniveauerne er forskellige (%(levels)s)."

#, python-format
msgid "%(first)s and %(last)s"
msgstr "%(first)s og %(last)s"

msgid "overspending"
msgstr "merforbrug"

msgid "underspending"
msgstr "mindreforbrug"

msgid "additional income"
msgstr "merindtægt"

msgid "lacking income"
msgstr "mindreindtægt"

msgid "no deviation"
msgstr "ingen afvigelse"

msgid "reached"
msgstr "nået"

msgid "on course"
msgstr "på vej"

msgid "behind"
msgstr "bagud"

msgid "worse than the baseline"
msgstr "dårligere end udgangspunktet"

msgid "cannot be judged"
msgstr "kan ikke vurderes"

msgid "there is no baseline"
msgstr "der er intet udgangspunkt"

msgid "there is no target"
msgstr "der er intet måltal"

msgid "the dates of baseline, measurement and target are not all stated"
msgstr "datoerne for udgangspunkt, måling og måltal er ikke alle angivet"

msgid "the series was broken after the baseline"
msgstr "der er databrud efter udgangspunktet"

msgid "the target lies against the direction"
msgstr "måltallet går imod retningen"

msgid "the baseline is the target"
msgstr "udgangspunktet er lig med måltallet"

msgid "the goal is to keep a level"
msgstr "målet er at fastholde et niveau"

msgid "improved"
msgstr "forbedret"

msgid "worsened"
msgstr "forværret"

msgid "no certain change"
msgstr "ingen sikker ændring"

msgid "cannot be assessed"
msgstr "kan ikke vurderes"

msgid "one of the two has no value"
msgstr "en af de to har ingen værdi"

msgid "it is not stated which way is better"
msgstr "det er ikke oplyst, hvilken vej der er bedst"

msgid "the same people were asked twice"
msgstr "de samme personer er spurgt to gange"

msgid "it is not stated how those asked were chosen"
msgstr "det er ikke oplyst, hvordan de spurgte er udvalgt"

msgid "the two were not collected in the same way"
msgstr "de to er ikke indsamlet på samme måde"

msgid "the number of answers is not stated for both"
msgstr "antallet af besvarelser er ikke oplyst for begge"

msgid "a source's own interval is not of 95 per cent"
msgstr "kildens eget interval er ikke på 95 procent"

msgid "the uncertainty cannot be computed for both"
msgstr "usikkerheden kan ikke beregnes for begge"

msgid "target reached"
msgstr "målet er nået"

msgid "target not reached"
msgstr "målet er ikke nået"

msgid "cannot be decided"
msgstr "kan ikke afgøres"

msgid "today"
msgstr "i dag"

#, python-format
msgid "%(number)d day ago"
msgid_plural "%(number)d days ago"
msgstr[0] "for %(number)d dag siden"
msgstr[1] "for %(number)d dage siden"

#, python-format
msgid "%(n)d initiative without an owner"
msgid_plural "%(n)d initiatives without an owner"
msgstr[0] "%(n)d indsats uden tovholder"
msgstr[1] "%(n)d indsatser uden tovholder"

#, python-format
msgid "%(n)d initiative without a budget line"
msgid_plural "%(n)d initiatives without a budget line"
msgstr[0] "%(n)d indsats uden budgetlinje"
msgstr[1] "%(n)d indsatser uden budgetlinje"

#, python-format
msgid "%(n)d initiative without an indicator"
msgid_plural "%(n)d initiatives without an indicator"
msgstr[0] "%(n)d indsats uden indikator"
msgstr[1] "%(n)d indsatser uden indikator"

#, python-format
msgid "%(n)d initiative without a target group"
msgid_plural "%(n)d initiatives without a target group"
msgstr[0] "%(n)d indsats uden målgruppe"
msgstr[1] "%(n)d indsatser uden målgruppe"

#, python-format
msgid "%(n)d initiative without a period"
msgid_plural "%(n)d initiatives without a period"
msgstr[0] "%(n)d indsats uden periode"
msgstr[1] "%(n)d indsatser uden periode"

#, python-format
msgid "%(n)d initiative without a status, or with an old one"
msgid_plural "%(n)d initiatives without a status, or with an old one"
msgstr[0] "%(n)d indsats uden status eller med en gammel"
msgstr[1] "%(n)d indsatser uden status eller med en gammel"

#, python-format
msgid "%(n)d draft of an initiative"
msgid_plural "%(n)d drafts of initiatives"
msgstr[0] "%(n)d kladde til en indsats"
msgstr[1] "%(n)d kladder til indsatser"

#, python-format
msgid "%(n)d draft of a strategy"
msgid_plural "%(n)d drafts of strategies"
msgstr[0] "%(n)d kladde til en strategi"
msgstr[1] "%(n)d kladder til strategier"

#, python-format
msgid "%(n)d draft of a budget line"
msgid_plural "%(n)d drafts of budget lines"
msgstr[0] "%(n)d kladde til en budgetlinje"
msgstr[1] "%(n)d kladder til budgetlinjer"

#, python-format
msgid "%(n)d draft of an indicator"
msgid_plural "%(n)d drafts of indicators"
msgstr[0] "%(n)d kladde til en indikator"
msgstr[1] "%(n)d kladder til indikatorer"

#, python-format
msgid "%(n)d measured value to approve"
msgid_plural "%(n)d measured values to approve"
msgstr[0] "%(n)d måling at godkende"
msgstr[1] "%(n)d målinger at godkende"

#, python-format
msgid "%(n)d target to approve"
msgid_plural "%(n)d targets to approve"
msgstr[0] "%(n)d måltal at godkende"
msgstr[1] "%(n)d måltal at godkende"

#, python-format
msgid "%(n)d amount that is not posted"
msgid_plural "%(n)d amounts that are not posted"
msgstr[0] "%(n)d beløb, der ikke er bogført"
msgstr[1] "%(n)d beløb, der ikke er bogført"

#, python-format
msgid "%(n)d status waits for your approval"
msgid_plural "%(n)d statuses wait for your approval"
msgstr[0] "%(n)d status venter på din godkendelse"
msgstr[1] "%(n)d statusser venter på din godkendelse"

#, python-format
msgid "%(written)d of %(headings)d headings filled in"
msgstr "%(written)d af %(headings)d overskrifter udfyldt"

msgid "Absence with a deputy"
msgstr "Fravær med stedfortræder"

#, python-format
msgid "%(deputy)s stands in for %(person)s in that time."
msgstr "%(deputy)s er stedfortræder for %(person)s i den tid."

msgid "The absence is taken back"
msgstr "Fraværet er taget tilbage"

msgid "The absence is taken back."
msgstr "Fraværet er taget tilbage."

msgid "Back again"
msgstr "Tilbage igen"

#, python-format
msgid "%(person)s is back: the deputy stands in no more."
msgstr "%(person)s er tilbage: stedfortræderen træder ikke længere til."

#, python-format
msgid "%(n)d initiative is %(to)s's now."
msgid_plural "%(n)d initiatives are %(to)s's now."
msgstr[0] "%(n)d indsats er overdraget til %(to)s."
msgstr[1] "%(n)d indsatser er overdraget til %(to)s."

msgid "Those whom you invite, one on each line"
msgstr "Dem, du inviterer, én på hver linje"

msgid "Paste from Outlook, Excel or a text. A line may also name the role and the department or committee."
msgstr "Indsæt fra Outlook, Excel eller en tekst. En linje må også nævne rollen og afdelingen eller udvalget."

msgid "Role, where the line names none"
msgstr "Rolle, hvor linjen ikke nævner nogen"

msgid "Department or committee, where the line names none"
msgstr "Afdeling eller udvalg, hvor linjen ikke nævner noget"

msgid "From"
msgstr "Fra"

msgid "Left empty: from now on."
msgstr "Er feltet tomt: fra nu af."

msgid "To"
msgstr "Til"

msgid "Left empty: until somebody ends it."
msgstr "Er feltet tomt: indtil nogen afslutter den."

msgid "– choose –"
msgstr "– vælg –"

msgid "– none –"
msgstr "– ingen –"

msgid "This looks like a CPR number. Invitations need names and e-mails only."
msgstr "Det ligner et CPR-nummer. En invitation skal kun bruge navn og mail."

msgid "Who is absent"
msgstr "Hvem er fraværende"

msgid "Absent from"
msgstr "Fraværende fra"

msgid "Absent to"
msgstr "Fraværende til"

msgid "Deputy"
msgstr "Stedfortræder"

msgid "Who takes over"
msgstr "Hvem overtager"

msgid "End the roles on"
msgstr "Afslut rollerne den"

msgid "The last day. Left empty, the roles go on as they are."
msgstr "Den sidste dag. Er feltet tomt, fortsætter rollerne uændret."

msgid "Ends on"
msgstr "Slutter den"

#, python-format
msgid "from %(day)s"
msgstr "fra %(day)s"

#, python-format
msgid "to %(day)s"
msgstr "til %(day)s"

#, python-format
msgid "Absent %(first)s to %(last)s, deputy %(deputy)s"
msgstr "Fraværende %(first)s til %(last)s, stedfortræder %(deputy)s"

#, python-format
msgid "leads %(n)d initiative"
msgid_plural "leads %(n)d initiatives"
msgstr[0] "leder %(n)d indsats"
msgstr[1] "leder %(n)d indsatser"

msgid "Write the day on which the role ends, as 31-12-2026. Nothing was changed."
msgstr "Skriv den dag, rollen slutter, for eksempel 31-12-2026. Intet er ændret."

msgid "The role ends"
msgstr "Rollen slutter"

#, python-format
msgid "%(person)s is %(role)s until %(day)s."
msgstr "%(person)s er %(role)s til og med %(day)s."

#, python-format
msgid "A mail is sent to %(emails)s."
msgid_plural "Mails are sent to %(emails)s."
msgstr[0] "Der er sendt en mail til %(emails)s."
msgstr[1] "Der er sendt mails til %(emails)s."

#, python-format
msgid "The mail server did not take the mail to %(emails)s. The role is given: send the link again later."
msgstr "Mailserveren tog ikke imod mailen til %(emails)s. Rollen er givet: send linket igen senere."

msgid "The list is not as you saw it: somebody changed it or the users. Look again."
msgstr "Listen er ikke, som du så den: listen eller brugerne er ændret. Se den igennem igen."

#, python-format
msgid "%(n)d role is given."
msgid_plural "%(n)d roles are given."
msgstr[0] "%(n)d rolle er givet."
msgstr[1] "%(n)d roller er givet."

msgid "Its amounts are not saved: that is for those who may change the budget."
msgstr "Beløbene gemmes ikke: Det kan kun de, der må ændre budgettet."

msgid "Budget line with a draft amount"
msgstr "Budgetlinje med et beløb som kladde"

msgid "Action plans"
msgstr "Handleplaner"

msgid "A document"
msgstr "Et dokument"

msgid "Word (.docx), a web page (.html) or plain text (.txt)."
msgstr "Word (.docx), en webside (.html) eller ren tekst (.txt)."

msgid "Or paste the text"
msgstr "Eller sæt teksten ind"

msgid "Choose a document or paste a text, one of the two."
msgstr "Vælg et dokument, eller sæt en tekst ind – ét af de to."

msgid "Title of the plan"
msgstr "Planens titel"

msgid "The strategy whose goals the initiatives stand under."
msgstr "Den strategi, hvis mål indsatserne hører under."

msgid "State of new initiatives"
msgstr "Nye indsatsers tilstand"

msgid "Decision of the amounts"
msgstr "Beslutning om beløbene"

msgid "a new one, named as the plan"
msgstr "en ny, der hedder som planen"

msgid "Summary"
msgstr "Resumé"

msgid "Without a name"
msgstr "Uden navn"

msgid "Name"
msgstr "Navn"

msgid "Several initiatives that share text and amount stand on a line each."
msgstr "Flere indsatser, der deler tekst og beløb, står på hver sin linje."

msgid "Save this initiative"
msgstr "Gem denne indsats"

msgid "Owners"
msgstr "Tovholdere"

msgid "One on each line: a body of the municipality, or a function in words."
msgstr "Én på hver linje: en af kommunens enheder eller en funktion med ord."

msgid "Goals"
msgstr "Mål"

#, python-format
msgid "Move “%(heading)s” to"
msgstr "Flyt “%(heading)s” til"

msgid "it stays here"
msgstr "bliver her"

msgid "outside, not saved"
msgstr "udenfor, gemmes ikke"

#, python-format
msgid "Save %(amount)s as a budget line"
msgstr "Gem %(amount)s som en budgetlinje"

#, python-format
msgid "“%(quote)s”"
msgstr "“%(quote)s”"

#, python-format
msgid "Period of %(amount)s"
msgstr "Periode for %(amount)s"

msgid "A name has at most 400 characters."
msgstr "Et navn har højst 400 tegn."

msgid "Somebody else has corrected this initiative meanwhile. Save again to let yours stand."
msgstr "En anden har rettet indsatsen imens. Gem igen, hvis dine rettelser skal gælde."

msgid "Join with"
msgstr "Saml med"

msgid "The texts are joined heading by heading; the name of the other is kept."
msgstr "Teksterne samles overskrift for overskrift; den andens navn beholdes."

msgid "Name of one more initiative"
msgstr "Navn på en indsats mere"

msgid "A text stands under a heading that is not there any more. Choose another."
msgstr "En tekst står under en overskrift, der ikke findes længere. Vælg en anden."

msgid "Owner, in words"
msgstr "Tovholder, med ord"

msgid "Its goals are not saved, because no strategy is chosen."
msgstr "Målene gemmes ikke, fordi der ikke er valgt en strategi."

msgid "Goal"
msgstr "Mål"

msgid "not saved yet"
msgstr "ikke gemt endnu"

msgid "saved"
msgstr "gemt"

msgid "content"
msgstr "indhold"

msgid "checksum of the content"
msgstr "tjeksum af indholdet"

msgid "makes a strategy of its own"
msgstr "giver en strategi for sig"

msgid "state of the initiatives"
msgstr "indsatsernes tilstand"

msgid "decision of the amounts"
msgstr "beslutning om beløbene"

msgid "action plan to read"
msgstr "handleplan, der læses"

msgid "action plans to read"
msgstr "handleplaner, der læses"

msgid "The file is empty (0 bytes). Save it again and choose it once more."
msgstr "Filen er tom (0 byte). Gem den igen, og vælg den på ny."

#, python-format
msgid "The text is larger than %(limit)s MB. Delete pictures and what is not the plan."
msgstr "Teksten fylder mere end %(limit)s MB. Slet billeder og det, der ikke hører til planen."

#, python-format
msgid "The file unpacks to more than %(limit)s MB. Copy the text and paste it instead."
msgstr "Filen fylder mere end %(limit)s MB, når den pakkes ud. Kopiér teksten, og sæt den ind i stedet."

#, python-format
msgid "The file consists of more than %(limit)s parts. Copy the text and paste it instead."
msgstr "Filen består af mere end %(limit)s dele. Kopiér teksten, og sæt den ind i stedet."

#, python-format
msgid "The text has more than %(limit)s paragraphs. Divide it."
msgstr "Teksten har mere end %(limit)s afsnit. Del den op."

msgid "The file is protected by a password. Save it without a password and choose it again."
msgstr "Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og vælg den igen."

msgid "The document holds macros. Save it as an ordinary document (.docx) and choose that."
msgstr "Dokumentet indeholder makroer. Gem det som et almindeligt dokument (.docx), og vælg det."

msgid "The file holds definitions that a document does not need and that can be misused (XML entities). Copy the text and paste it instead."
msgstr "Filen indeholder definitioner, som et dokument ikke har brug for, og som kan misbruges (XML-entiteter). Kopiér teksten, og sæt den ind i stedet."

msgid "The file is damaged or incomplete. Open it, save it again and choose that."
msgstr "Filen er beskadiget eller ufuldstændig. Åbn den, gem den igen, og vælg den."

msgid "Documents of the old kind (.doc, .rtf, .odt) are not read. Save it as .docx and choose that."
msgstr "Dokumenter af typerne .doc, .rtf og .odt kan ikke læses. Gem det som .docx, og vælg det."

msgid "It is a PDF. Open it, copy the text and paste it instead."
msgstr "Det er en PDF. Åbn den, kopiér teksten, og sæt den ind i stedet."

msgid "It is a picture. Choose a document with text."
msgstr "Det er et billede. Vælg et dokument med tekst."

msgid "It is a packed archive. Unpack it and choose one document."
msgstr "Det er et pakket arkiv. Pak det ud, og vælg ét dokument."

msgid "It is a spreadsheet. Plans are read from .docx, .html and .txt."
msgstr "Det er et regneark. Planer læses fra .docx, .html og .txt."

msgid "The content is no text that can be read. Choose a file saved as .docx, .html or .txt."
msgstr "Indholdet er ikke en tekst, der kan læses. Vælg en fil, der er gemt som .docx, .html eller .txt."

msgid "There is no text in it."
msgstr "Der er ingen tekst i."

msgid "The text holds CPR numbers. Nothing of it is kept: information about single persons does not belong here. Take them out and choose it again."
msgstr "Teksten indeholder CPR-numre. Intet af den er gemt: Oplysninger om enkeltpersoner hører ikke til her. Fjern dem, og vælg den igen."

#, python-format
msgid "“%(text)s” is read as the heading “%(heading)s”."
msgstr "“%(text)s” læses som overskriften “%(heading)s”."

#, python-format
msgid "“%(heading)s” stands twice for the same initiative; the texts are joined."
msgstr "“%(heading)s” står to gange i samme indsats; teksterne er sat sammen."

#, python-format
msgid "“%(text)s” is printed again, as on a new page, and is left out."
msgstr "“%(text)s” er gentaget, som ved et sideskift, og er udeladt."

#, python-format
msgid "“%(text)s” is printed again in the middle of %(track)s. It is read as a repetition: what follows stays there."
msgstr "“%(text)s” er gentaget midt i %(track)s. Det læses som en gentagelse: Det, der følger, bliver stående."

#, python-format
msgid "The plan is taken to end at “%(text)s”; what follows stands outside."
msgstr "Planen slutter ved “%(text)s”; det, der følger, står udenfor."

msgid "An initiative has no title. Write one."
msgstr "En indsats har ingen titel. Skriv en."

#, python-format
msgid "Two initiatives are called “%(title)s”. Join them, or give them each a name."
msgstr "To indsatser hedder “%(title)s”. Saml dem, eller giv dem hver sit navn."

#, python-format
msgid "The overview states %(overview)s for %(number)s, the text %(text)s."
msgstr "Oversigten angiver %(overview)s for %(number)s, teksten %(text)s."

#, python-format
msgid "line %(line)d"
msgstr "linje %(line)d"

#, python-format
msgid "paragraph %(line)d"
msgstr "afsnit %(line)d"

#, python-format
msgid "lines %(line)d–%(last)d"
msgstr "linje %(line)d-%(last)d"

#, python-format
msgid "paragraphs %(line)d–%(last)d"
msgstr "afsnit %(line)d-%(last)d"

msgid "The initiative has no name. Write one, or leave it out."
msgstr "Indsatsen har intet navn. Skriv et, eller udelad den."

msgid "Two initiatives of the plan have this name. Join them, or rename one."
msgstr "To af planens indsatser har dette navn. Saml dem, eller omdøb den ene."

#, python-format
msgid "From the plan “%(title)s”"
msgstr "Fra planen “%(title)s”"

msgid "Heading"
msgstr "Overskrift"

msgid "It is kept."
msgstr "Det er gemt i kladden."

msgid "Choose which initiative it is to be joined with."
msgstr "Vælg den indsats, den skal samles med."

msgid "The two are one now."
msgstr "De to er samlet til én."

msgid "Write the name of the initiative."
msgstr "Skriv indsatsens navn."

msgid "Somebody has corrected the plan meanwhile. Choose again."
msgstr "En anden har rettet planen imens. Vælg igen."

msgid "The plan has been saved already."
msgstr "Planen er allerede gemt."

msgid "Nothing is saved: what saving would do has changed. Look it through again."
msgstr "Intet er gemt: Det, der ville ske, har ændret sig. Se det igennem igen."

msgid "The plan is saved. Its initiatives are drafts until somebody approves them."
msgstr "Planen er gemt. Indsatserne er kladder, til nogen godkender dem."

msgid "The plan is discarded. Nothing of it was saved."
msgstr "Planen er kasseret. Intet af den blev gemt."

msgid "The same plan has been chosen before. Here is what was read."
msgstr "Den samme plan er valgt før. Her er det, der blev læst."

msgid "The same plan has been saved before. What it says already is left as it is."
msgstr "Den samme plan er gemt før. Det, den allerede siger, bliver stående."

msgid "Action plan"
msgstr "Handleplan"

#, python-format
msgid "Practice area %(name)s"
msgstr "Øveområde %(name)s"

msgid "Practice area opened"
msgstr "Øveområdet åbnet"

#, python-format
msgid "The practice area is cleared: %(n)d row is gone."
msgid_plural "The practice area is cleared: %(n)d rows are gone."
msgstr[0] "Øveområdet er ryddet: %(n)d række er væk."
msgstr[1] "Øveområdet er ryddet: %(n)d rækker er væk."

msgid "The report is approved."
msgstr "Rapporten er godkendt."

msgid "It is noted that the report is sent."
msgstr "Det er noteret, at rapporten er sendt."

msgid "This is the draft of the corrected version. The issued one stands until then."
msgstr "Dette er kladden til den rettede version. Den udsendte gælder, til den nye er låst."

msgid "Give the template a name."
msgstr "Giv skabelonen et navn."

#, python-format
msgid "The template “%(name)s” is kept; new reports can begin with it."
msgstr "Skabelonen “%(name)s” er gemt; nye rapporter kan begynde med den."

msgid "Only a draft that is not being made can be thrown away."
msgstr "Kun en kladde, der ikke er ved at blive lavet, kan kasseres."

msgid "The draft was thrown away"
msgstr "Kladden blev kasseret"

msgid "The draft is thrown away."
msgstr "Kladden er kasseret."

msgid "The decision is entered. It stands at each initiative of the report."
msgstr "Beslutningen er skrevet ind. Den står ved hver indsats i rapporten."

#, python-format
msgid "This is a revised attachment, version %(version)d. It replaces version %(before)d."
msgstr "Dette er et revideret bilag, version %(version)d. Det erstatter version %(before)d."

#, python-format
msgid "Version %(before)d"
msgstr "Version %(before)d"

#, python-format
msgid "Version %(version)d"
msgstr "Version %(version)d"

msgid "stood in the report"
msgstr "stod i rapporten"

msgid "did not stand there"
msgstr "stod der ikke"

#, python-format
msgid "Template: %(name)s"
msgstr "Skabelon: %(name)s"

msgid "The report is frozen or being made, and cannot be changed."
msgstr "Rapporten er låst eller ved at blive lavet og kan ikke ændres."

msgid "The draft is saved."
msgstr "Kladden er gemt."

msgid "Overview on one page (on more for many initiatives)"
msgstr "Overblik på én side (på flere ved mange indsatser)"

msgid "Deviations"
msgstr "Afvigelser"

msgid "Follow-up on earlier decisions"
msgstr "Opfølgning på tidligere beslutninger"

msgid "Risks, hearing and next process"
msgstr "Risici, høring og videre proces"

msgid "Strategies and objectives"
msgstr "Strategier og mål"

msgid "A sheet for each initiative"
msgstr "Et ark for hver indsats"

msgid "Definitions of the indicators"
msgstr "Definitioner af indikatorerne"

msgid "Glossary"
msgstr "Ordliste"

msgid "Sources, and how the figures are made"
msgstr "Kilder, og hvordan tallene er lavet"

msgid "outcome not stated"
msgstr "udfaldet er ikke angivet"

msgid "after the report"
msgstr "efter rapporten"

msgid "A draft has not been before the committee: freeze it first."
msgstr "En kladde har ikke været for udvalget: lås den først."

msgid "A corrected version has taken the place of this one: enter the decision there."
msgstr "En rettet version har afløst denne: indfør beslutningen der."

#, python-format
msgid "The committee's decision on %(report)s"
msgstr "Udvalgets beslutning om %(report)s"

#, python-format
msgid "Sent on to %(body)s."
msgstr "Sendt videre til %(body)s."

#, python-format
msgid "Summary, line %(number)d"
msgstr "Resumé, linje %(number)d"

msgid "Context"
msgstr "Baggrundstal"

msgid "Sources"
msgstr "Kilder"

msgid "How the figures are made"
msgstr "Sådan er tallene lavet"

msgid "Case number"
msgstr "Sagsnummer"

msgid "Scope"
msgstr "Omfang"

msgid "Previous status"
msgstr "Forrige status"

msgid "Item"
msgstr "Punkt"

msgid "Earlier decisions"
msgstr "Tidligere beslutninger"

msgid "Cover text"
msgstr "Forsidetekst"

msgid "Opening of the recommendation"
msgstr "Indledning til indstillingen"

#, python-format
msgid "Recommendation, sentence %(number)d"
msgstr "Indstilling, punkt %(number)d"

msgid "Headings of the case"
msgstr "Sagens overskrifter"

msgid "Option"
msgstr "Mulighed"

msgid "Risk"
msgstr "Risiko"

msgid "Hearing"
msgstr "Høring"

msgid "Who does what"
msgstr "Hvem gør hvad"

msgid "Methods"
msgstr "Metoder"

msgid "Activities"
msgstr "Aktiviteter"

msgid "Decisions and events"
msgstr "Beslutninger og begivenheder"

msgid "Funding"
msgstr "Finansiering"

msgid "What the sources do not say"
msgstr "Det siger kilderne ikke"

msgid "Printed title"
msgstr "Titel i kilden"

msgid "Part of"
msgstr "Del af"

msgid "Status as of"
msgstr "Status pr."

msgid "Status in words"
msgstr "Status i ord"

msgid "Pictures"
msgstr "Diagrammer"

msgid "Spent"
msgstr "Forbrug"

msgid "Latest"
msgstr "Seneste"

msgid "Assessment"
msgstr "Vurdering"

msgid "Change"
msgstr "Ændring"

msgid "Certainty"
msgstr "Sikkerhed"

msgid "Certainty of the target"
msgstr "Måltallets sikkerhed"

msgid "Search in titles and case numbers"
msgstr "Søg i titler og sagsnumre"

msgid "Figures of the year"
msgstr "Tal fra året"

msgid "Empty: named after what it reports on."
msgstr "Tom: får navn efter det, den handler om."

msgid "Facts after this day are left out. Empty: today."
msgstr "Oplysninger efter denne dag udelades. Tom: i dag."

msgid "Also leaves out what was recorded after this day. Empty: all that is known when it is frozen."
msgstr "Udelader også, hvad der er registreret efter denne dag. Tom: alt, hvad der er kendt, når den låses."

msgid "The item is"
msgstr "Punktet er"

msgid "Closed item"
msgstr "Lukket punkt"

msgid "Only the committee and those who work in the municipality can see it."
msgstr "Kun udvalget og dem, der arbejder i kommunen, kan se det."

msgid "The order in which your municipality writes its cases. You can make your own below."
msgstr "Den rækkefølge, som kommunen skriver sine sager i. Administratoren kan lave kommunens egen."

#, python-format
msgid "As now: %(headings)s"
msgstr "Som nu: %(headings)s"

msgid "Status report alone, with summary and recommendation"
msgstr "Kun statusrapport, med resumé og indstilling"

msgid "The municipality's own"
msgstr "Kommunens egne"

msgid "Known orders"
msgstr "Kendte rækkefølger"

#, python-format
msgid "Place of “%(part)s”"
msgstr "Plads for “%(part)s”"

msgid "Figures of a day to come are not known yet."
msgstr "Tal for en kommende dag kendes ikke endnu."

msgid "Choose at least one section of the status report."
msgstr "Vælg mindst et afsnit af statusrapporten."

msgid "It cannot lie before the day of the figures."
msgstr "Den kan ikke ligge før opgørelsesdagen."

msgid "Decided on"
msgstr "Besluttet den"

msgid "Amended wording, and what else the minutes say"
msgstr "Ændret ordlyd, og hvad der ellers står i referatet"

msgid "Empty: as recommended."
msgstr "Tom: som indstillet."

msgid "Sent on to"
msgstr "Sendt videre til"

msgid "nobody: decided here"
msgstr "ingen: afgjort her"

msgid "A decision of a day to come is not made yet."
msgstr "En beslutning på en kommende dag er ikke truffet endnu."

msgid "The decision cannot lie before the day of the figures."
msgstr "Beslutningen kan ikke ligge før opgørelsesdagen."

msgid "Copy what you have written, and load the page again."
msgstr "Kopiér det, du har skrevet, og hent siden igen."

msgid "Price"
msgstr "Pris"

msgid "For example 250.000 kr. or inden for rammen."
msgstr "For eksempel 250.000 kr. eller inden for rammen."

msgid "What it means"
msgstr "Hvad det betyder"

msgid "Concerns"
msgstr "Vedrører"

msgid "Say what the option is."
msgstr "Skriv, hvad muligheden er."

msgid "What is done"
msgstr "Hvad der gøres"

msgid "Say what the risk is."
msgstr "Skriv, hvad risikoen er."

msgid "Heard"
msgstr "Hørt"

msgid "Answer"
msgstr "Svar"

msgid "Say who was heard."
msgstr "Skriv, hvem der er hørt."

msgid "Stands on the first page, under the facts of the case."
msgstr "Står på første side, under sagens oplysninger."

msgid "One sentence on each line, without “at” and numbers: those are set."
msgstr "Ét punkt på hver linje, uden “at” og numre: dem sætter systemet."

msgid "The committee's whole revised budget of the year"
msgstr "Udvalgets samlede korrigerede budget for året"

msgid "For example 120,0 mio. kr. Empty: what is posted in the administration, or “not stated”."
msgstr "For eksempel 120,0 mio. kr. Tomt: det, der er bogført i administrationen, ellers “ikke angivet”."

msgid "Where that stands"
msgstr "Hvor det står"

msgid "the case as a whole"
msgstr "sagen som helhed"

msgid "Write one amount with its unit, for example 120,0 mio. kr."
msgstr "Skriv ét beløb med enhed, for eksempel 120,0 mio. kr."

msgid "Somebody else has changed the report meanwhile."
msgstr "En anden har ændret rapporten imens."

msgid "not approved yet"
msgstr "endnu ikke godkendt"

#, python-format
msgid "decided: %(words)s"
msgstr "besluttet: %(words)s"

msgid "The report"
msgstr "Rapporten"

#, python-format
msgid "meeting on %(day)s"
msgstr "møde %(day)s"

msgid "The work was cut off each time it was tried. The server may be short of memory."
msgstr "Arbejdet blev afbrudt, hver gang det blev forsøgt. Serveren mangler måske hukommelse."

msgid "It stops at its next step"
msgstr "Den stopper ved næste trin"

msgid "It waits for its turn"
msgstr "Den venter på sin tur"

msgid "The report was frozen and its PDF made"
msgstr "Rapporten blev låst og dens PDF lavet"

#, python-format
msgid "A file could not be read or written (%(error)s)."
msgstr "En fil kunne ikke læses eller skrives (%(error)s)."

#, python-format
msgid "An unexpected error occurred (%(kind)s). It has been logged; try again later."
msgstr "Der opstod en uventet fejl (%(kind)s). Den er skrevet i loggen; prøv igen senere."

#, python-format
msgid "The PDF cannot be read by everybody, so it was not published (%(finding)s). Tell the operator."
msgstr "PDF'en kan ikke læses af alle og er derfor ikke udgivet (%(finding)s). Sig det til driften."

msgid "for discussion"
msgstr "til drøftelse"

msgid "for orientation"
msgstr "til orientering"

msgid "summary, computed"
msgstr "resumé, beregnet"

msgid "recommendation"
msgstr "indstilling"

msgid "alternative recommendation"
msgstr "alternativ indstilling"

msgid "decisions made so far"
msgstr "beslutninger indtil nu"

msgid "who decides"
msgstr "hvem der beslutter"

msgid "course and kind of the case"
msgstr "sagsgang og sagstype"

msgid "what is to be decided"
msgstr "hvad der skal besluttes"

msgid "the core of the case"
msgstr "sagens kerne"

msgid "the problem"
msgstr "problemstilling"

msgid "the solution"
msgstr "løsning"

msgid "description of the case"
msgstr "sagsfremstilling"

msgid "effect, with the indicators"
msgstr "effekt, med indikatorerne"

msgid "economy, computed and in words"
msgstr "økonomi, beregnet og i ord"

msgid "other consequences"
msgstr "øvrige konsekvenser"

msgid "alternatives, with prices"
msgstr "alternativer, med pris"

msgid "hearing and involvement"
msgstr "høring og inddragelse"

msgid "legal basis"
msgstr "lovgrundlag"

msgid "history of the case"
msgstr "sagens forløb"

msgid "next process"
msgstr "videre proces"

msgid "attachments"
msgstr "bilag"

msgid "1. at …"
msgstr "1. at …"

msgid "At 1) …"
msgstr "At 1) …"

msgid "a) at …"
msgstr "a) at …"

msgid "at …, without numbers"
msgstr "at …, uden numre"

msgid "numbering of the recommendation"
msgstr "nummerering af indstillingen"

msgid "opening of the recommendation"
msgstr "indledning til indstillingen"

msgid "For example “The administration recommends”. Empty: the sentences stand alone."
msgstr "For eksempel “Forvaltningen indstiller,”. Tom: punkterne står alene."

msgid "headings of cases"
msgstr "overskrifter i sager"

msgid "The municipality already has headings of cases with this name."
msgstr "Kommunen har allerede overskrifter i sager med dette navn."

msgid "what stands under it"
msgstr "hvad der står under den"

msgid "heading of cases"
msgstr "overskrift i sager"

msgid "headings in order"
msgstr "overskrifter i rækkefølge"

msgid "The same content stands under another heading already."
msgstr "Det samme indhold står allerede under en anden overskrift."

msgid "sentence"
msgstr "punkt"

msgid "Begins after “at”: “the status report is taken note of”."
msgstr "Begynder efter “at”: “statusrapporten tages til efterretning”."

msgid "kind of case"
msgstr "sagstype"

msgid "Empty: all kinds."
msgstr "Tom: alle typer."

msgid "sentence to recommend"
msgstr "punkt til indstillinger"

msgid "sentences to recommend"
msgstr "punkter til indstillinger"

msgid "closed item"
msgstr "lukket punkt"

msgid "composition"
msgstr "sammensætning"

msgid "report template"
msgstr "rapportskabelon"

msgid "report templates"
msgstr "rapportskabeloner"

msgid "The municipality already has a report template with this name."
msgstr "Kommunen har allerede en rapportskabelon med dette navn."

msgid "waiting"
msgstr "venter"

msgid "running"
msgstr "i gang"

msgid "done"
msgstr "klaret"

msgid "failed"
msgstr "mislykket"

msgid "key"
msgstr "nøgle"

msgid "report"
msgstr "rapport"

msgid "attempt"
msgstr "forsøg"

msgid "attempts at most"
msgstr "højst antal forsøg"

msgid "held until"
msgstr "holdes til"

msgid "held by"
msgstr "holdes af"

msgid "steps done"
msgstr "trin udført"

msgid "steps in all"
msgstr "trin i alt"

msgid "pages laid out"
msgstr "opsatte sider"

msgid "pages expected"
msgstr "forventede sider"

msgid "asked to stop"
msgstr "bedt om at stoppe"

msgid "why it failed"
msgstr "hvorfor det mislykkedes"

msgid "ordered by"
msgstr "bestilt af"

msgid "ordered at"
msgstr "bestilt den"

msgid "started at"
msgstr "startet den"

msgid "finished at"
msgstr "afsluttet den"

msgid "job"
msgstr "opgave"

msgid "jobs"
msgstr "opgaver"

#, python-format
msgid "page %(done)d of about %(expected)d"
msgstr "side %(done)d af ca. %(expected)d"

msgid "frozen"
msgstr "låst"

msgid "sent"
msgstr "sendt"

msgid "Empty: the whole municipality."
msgstr "Tomt: hele kommunen."

msgid "figures as of"
msgstr "opgjort pr."

msgid "as known on"
msgstr "som kendt pr."

msgid "previous status"
msgstr "forrige status"

msgid "why it is corrected"
msgstr "hvorfor den er rettet"

msgid "version"
msgstr "version"

msgid "snapshot"
msgstr "låst indhold"

msgid "checksum of the snapshot"
msgstr "kontrolsum for det låste indhold"

msgid "frozen at"
msgstr "låst den"

msgid "PDF"
msgstr "PDF"

msgid "checksum of the PDF"
msgstr "kontrolsum for PDF'en"

msgid "pages"
msgstr "sider"

msgid "frozen by"
msgstr "låst af"

msgid "sent by"
msgstr "sendt af"

msgid "sent at"
msgstr "sendt den"

msgid "sent to"
msgstr "sendt til"

msgid "made by"
msgstr "lavet af"

msgid "reports"
msgstr "rapporter"

msgid "The municipality already has a report with this reference."
msgstr "Kommunen har allerede en rapport med denne reference."

msgid "There is a corrected version of this report already."
msgstr "Der er allerede en rettet version af denne rapport."

msgid "The report has no PDF yet; it is approved when it can be read."
msgstr "Rapporten har ingen PDF endnu; den godkendes, når den kan læses."

msgid "The report was approved"
msgstr "Rapporten blev godkendt"

msgid "Say where the report was sent, for example the agenda system."
msgstr "Skriv, hvor rapporten er sendt hen, for eksempel dagsordenssystemet."

msgid "The report was sent"
msgstr "Rapporten blev sendt"

#, python-format
msgid "A report that is “%(state)s” cannot become “%(to)s”: it must be “%(from)s” first."
msgstr "En rapport, der er “%(state)s”, kan ikke blive “%(to)s”: den skal først være “%(from)s”."

msgid "initiative in the report"
msgstr "indsats i rapporten"

msgid "initiatives in the report"
msgstr "indsatser i rapporten"

#, python-format
msgid "Status report: %(about)s"
msgstr "Statusrapport: %(about)s"

msgid "The report is frozen already."
msgstr "Rapporten er allerede låst."

msgid "A draft is not corrected: edit it."
msgstr "En kladde rettes ikke med en ny version: redigér den."

msgid "Say why the report is corrected: the committee reads it."
msgstr "Skriv, hvorfor rapporten rettes: det læser udvalget."

msgid "The file is not tagged."
msgstr "Filen er ikke opmærket."

#, python-format
msgid "A text is too faint to be read by everybody (%(rule)s)."
msgstr "En tekst er for svag til at kunne læses af alle (%(rule)s)."

#, python-format
msgid "Page %(page)d: %(what)s."
msgstr "Side %(page)d: %(what)s."

msgid "The file does not say its language."
msgstr "Filen siger ikke, hvilket sprog den er på."

msgid "The file has no title."
msgstr "Filen har ingen titel."

msgid "A reader shows the file's name in place of its title."
msgstr "Læseren viser filens navn i stedet for dens titel."

msgid "The file does not say that it keeps the standards PDF/UA-1 and PDF/A-2."
msgstr "Filen siger ikke, at den overholder standarderne PDF/UA-1 og PDF/A-2."

msgid "The file does not say that it is tagged."
msgstr "Filen siger ikke, at den er opmærket."

msgid "The file has no bookmarks."
msgstr "Filen har ingen bogmærker."

msgid "links are not visited in the order of the text"
msgstr "links besøges ikke i tekstens rækkefølge"

#, python-format
msgid "A heading of level %(here)d follows one of level %(level)d."
msgstr "En overskrift på niveau %(here)d følger efter en på niveau %(level)d."

msgid "A heading has no text."
msgstr "En overskrift har ingen tekst."

msgid "The file has no headings."
msgstr "Filen har ingen overskrifter."

msgid "A heading stands alone at the foot of a page."
msgstr "En overskrift står alene nederst på en side."

msgid "Two header cells have the same name."
msgstr "To overskriftsceller har samme navn."

msgid "A header cell does not say what it heads."
msgstr "En overskriftscelle siger ikke, hvad den er overskrift for."

msgid "A header cell cannot be found by its name."
msgstr "En overskriftscelle kan ikke findes ved sit navn."

msgid "A cell names a header that is not there."
msgstr "En celle nævner en overskriftscelle, som ikke findes."

msgid "A table has no header cells."
msgstr "En tabel har ingen overskriftsceller."

msgid "A figure has no alternative text."
msgstr "En figur har ingen alternativ tekst."

msgid "A figure does not say where on the page it stands."
msgstr "En figur siger ikke, hvor på siden den står."

msgid "A list does not say how it is marked."
msgstr "En liste siger ikke, hvordan dens punkter er mærket."

msgid "The same content stands in two places of the tree."
msgstr "Det samme indhold står to steder i opmærkningens træ."

msgid "something is painted that is neither text of the document nor an artifact"
msgstr "der er tegnet noget, som hverken er tekst i dokumentet eller mærket som pynt"

msgid "marked content cannot be reached from the tree"
msgstr "opmærket indhold kan ikke nås fra opmærkningens træ"

msgid "the tree holds content that is not on the page"
msgstr "opmærkningens træ rummer indhold, som ikke er på siden"

msgid "content does not lead back to its place in the tree"
msgstr "indhold fører ikke tilbage til sin plads i opmærkningens træ"

#, python-format
msgid "The letters of the font %(name)s cannot be read as text."
msgstr "Bogstaverne i skriften %(name)s kan ikke læses som tekst."

#, python-format
msgid "The font %(name)s is not in the file."
msgstr "Skriften %(name)s er ikke i filen."

msgid "a link does not say in words where it leads"
msgstr "et link siger ikke med ord, hvor det fører hen"

msgid "a link leads to a place that is not there"
msgstr "et link fører til et sted, som ikke findes"

msgid "a link stands outside the reading order"
msgstr "et link står uden for læserækkefølgen"

#, python-format
msgid "%(name)s Municipality"
msgstr "%(name)s Kommune"

#, python-format
msgid "The overview holds %(number)d initiatives. Where it takes more than a page, its head stands on each."
msgstr "Overblikket har %(number)d indsatser. Fylder det mere end en side, står tabelhovedet på hver af dem."

msgid "the owners' latest approved assessments, with their age on the day of the figures"
msgstr "tovholdernes seneste godkendte vurderinger med deres alder på opgørelsesdagen"

msgid "the worst of progress, economy and effect stands for the initiative"
msgstr "den dårligste af fremdrift, økonomi og effekt står for indsatsen"

msgid "forecast held against the revised budget of the year, from the tables under “Economy”"
msgstr "forventet regnskab holdt op mod årets korrigerede budget, fra tabellerne under “Økonomi”"

msgid "Version"
msgstr "Version"

#, python-format
msgid "Decisions since the previous status as of %(day)s"
msgstr "Beslutninger siden sidste status pr. %(day)s"

msgid "Needs attention"
msgstr "Kræver opmærksomhed"

#, python-format
msgid "Before %(committee)s on %(day)s."
msgstr "Behandles i %(committee)s den %(day)s."

#, python-format
msgid "%(name)s: baseline %(baseline)s, latest %(latest)s, target %(target)s – %(verdict)s."
msgstr "%(name)s: udgangspunkt %(baseline)s, seneste %(latest)s, måltal %(target)s – %(verdict)s."

msgid "Options with price"
msgstr "Muligheder med pris"

msgid "Answers to the hearing"
msgstr "Svar på høringen"

msgid "Decided"
msgstr "Besluttet"

msgid "What has happened since"
msgstr "Hvad der er sket siden"

msgid "The committee's earlier decisions"
msgstr "Udvalgets tidligere beslutninger"

#, python-format
msgid "Status report with figures as of %(day)s (follows below)"
msgstr "Statusrapport opgjort pr. %(day)s (følger nedenfor)"

#, python-format
msgid "the owner's assessment as of %(day)s"
msgstr "tovholders vurdering pr. %(day)s"

msgid "Risks"
msgstr "Risici"

msgid "Options"
msgstr "Muligheder"

msgid "Next process"
msgstr "Videre proces"

msgid "Risks, and what is done about them"
msgstr "Risici, og hvad der gøres ved dem"

#, python-format
msgid "Its picture stands under “%(title)s”."
msgstr "Figuren står under “%(title)s”."

msgid "Overview of the initiatives"
msgstr "Overblik over indsatserne"

msgid "The initiatives"
msgstr "Indsatserne"

#, python-format
msgid "%(percent)s of the revised budget spent"
msgstr "%(percent)s af det korrigerede budget er brugt"

msgid "The figures are read and frozen"
msgstr "Tallene læses og låses"

msgid "The text is set"
msgstr "Teksten sættes"

msgid "The pages are laid out"
msgstr "Siderne sættes op"

msgid "The parts are joined"
msgstr "Delene samles"

msgid "The file is checked"
msgstr "Filen kontrolleres"

msgid "The report is published"
msgstr "Rapporten lægges frem"

#, python-format
msgid "Making the PDF took more than %(minutes)d minutes. Make a report of a single strategy instead."
msgstr "Det tog mere end %(minutes)d minutter at lave PDF'en. Lav i stedet en rapport om en enkelt strategi."

msgid "The report is too large for the memory that it may use. Make a report of a single strategy."
msgstr "Rapporten er for stor til den hukommelse, den må bruge. Lav en rapport om en enkelt strategi."

msgid "A text in the report is built in too many layers to be printed."
msgstr "En tekst i rapporten er bygget i for mange lag til at kunne trykkes."

#, python-format
msgid "The content could not be laid out (%(detail)s)."
msgstr "Indholdet kunne ikke sættes op (%(detail)s)."

#, python-format
msgid "The process that makes the PDF ended unexpectedly (code %(code)d)."
msgstr "Processen, der laver PDF'en, stoppede uventet (kode %(code)d)."

msgid "the whole municipality"
msgstr "hele kommunen"

#, python-format
msgid "Item %(kind)s."
msgstr "Punkt %(kind)s."

msgid "Closed item."
msgstr "Lukket punkt."

msgid "Open item."
msgstr "Åbent punkt."

msgid "version 1"
msgstr "version 1"

#, python-format
msgid "revised attachment, version %(number)d"
msgstr "revideret bilag, version %(number)d"

msgid "A frozen report stands; a corrected version replaces it."
msgstr "En låst rapport står fast; en rettet version træder i stedet for den."

msgid "There is nothing to try again: the report is made or under way."
msgstr "Der er intet at prøve igen: Rapporten er lavet eller undervejs."

msgid "There is nothing to stop: the making of the report has ended."
msgstr "Der er intet at stoppe: Udarbejdelsen af rapporten er slut."

msgid "Danish"
msgstr "Dansk"

msgid "English"
msgstr "Engelsk"

msgid "Spreadsheets"
msgstr "Regneark"

msgid "Something has changed since you saw the preview, so nothing was imported. Look at the new preview."
msgstr "Noget er ændret, siden du så forhåndsvisningen, så intet blev importeret. Se den nye forhåndsvisning."

#, python-format
msgid "Imported from %(file)s"
msgstr "Importeret fra %(file)s"

msgid "The import has been taken back. Begin a new one to import the file again."
msgstr "Importen er taget tilbage. Begynd en ny for at importere filen igen."

#, python-format
msgid "%(who)s has already imported this sheet. Nothing was imported twice."
msgstr "%(who)s har allerede importeret arket. Intet blev importeret to gange."

msgid "There are errors or questions left, so nothing was imported."
msgstr "Der er fejl eller spørgsmål tilbage, så intet blev importeret."

msgid "Figures that are posted or approved change. Write why."
msgstr "Tal, der er bogført eller godkendt, ændres. Skriv hvorfor."

#, python-format
msgid "Sheet “%(sheet)s”"
msgstr "Ark “%(sheet)s”"

msgid "as the sheet says"
msgstr "som arket siger"

msgid "File"
msgstr "Fil"

msgid "Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv). Nothing is imported before you confirm."
msgstr "Excel (.xlsx, .xls), OpenDocument (.ods) eller tekst (.csv). Intet importeres, før du bekræfter."

msgid "Cells copied in Excel"
msgstr "Celler kopieret i Excel"

msgid "With the row of headings. Select the cells, copy them, and paste them here."
msgstr "Med rækken med overskrifter. Markér cellerne, kopiér dem, og indsæt dem her."

msgid "The table is of"
msgstr "Tabellen handler om"

msgid "Rows with headings"
msgstr "Rækker med overskrifter"

msgid "The numbers of the rows, for example 3 or 3-4."
msgstr "Rækkernes numre, for eksempel 3 eller 3-4."

msgid "Read hidden rows too"
msgstr "Læs også skjulte rækker"

msgid "Read hidden columns too"
msgstr "Læs også skjulte kolonner"

msgid "Write the number of one row, or of up to six rows that follow, such as 3-4."
msgstr "Skriv nummeret på én række eller på højst seks rækker efter hinanden, f.eks. 3-4."

#, python-format
msgid "Meaning of column %(letters)s"
msgstr "Betydning af kolonne %(letters)s"

#, python-format
msgid "Year of column %(letters)s"
msgstr "År i kolonne %(letters)s"

#, python-format
msgid "Unit of column %(letters)s"
msgstr "Enhed i kolonne %(letters)s"

msgid "Another row"
msgstr "En række mere"

msgid "is"
msgstr "er"

#, python-format
msgid "Row %(number)d: %(text)s"
msgstr "Række %(number)d: %(text)s"

msgid "For example 2018-pl; empty when unknown."
msgstr "For eksempel 2018-pl; tom, når det ikke vides."

msgid "In words: 12. oktober 2017."
msgstr "Med ord: 12. oktober 2017."

msgid "Date of values that state none"
msgstr "Dato for værdier uden dato"

msgid "Why posted or approved figures change"
msgstr "Hvorfor bogførte eller godkendte tal ændres"

msgid "Kept in the history with each correction."
msgstr "Står i historikken ved hver rettelse."

msgid "Errors"
msgstr "Fejl"

msgid "as it was read"
msgstr "som den blev læst"

msgid "size in bytes"
msgstr "størrelse i byte"

msgid "file to import"
msgstr "fil til import"

msgid "files to import"
msgstr "filer til import"

msgid "The file has been chosen already."
msgstr "Filen er allerede valgt."

msgid "not imported yet"
msgstr "ikke importeret endnu"

msgid "imported"
msgstr "importeret"

msgid "sheet number"
msgstr "arkets nummer"

msgid "kind of table"
msgstr "slags tabel"

msgid "layout"
msgstr "opstilling"

msgid "begun by"
msgstr "begyndt af"

msgid "begun at"
msgstr "begyndt"

msgid "confirmed by"
msgstr "bekræftet af"

msgid "confirmed at"
msgstr "bekræftet"

msgid "how it was ordered"
msgstr "hvordan den blev bestilt"

msgid "taken back by"
msgstr "taget tilbage af"

msgid "taken back at"
msgstr "taget tilbage den"

msgid "import of a table"
msgstr "import af en tabel"

msgid "imports of tables"
msgstr "importer af tabeller"

msgid "The sheet is imported already."
msgstr "Arket er allerede importeret."

msgid "shape"
msgstr "form"

msgid "file it was said of"
msgstr "fil, det blev sagt om"

msgid "said at"
msgstr "sagt"

msgid "remembered layout"
msgstr "husket opstilling"

msgid "remembered layouts"
msgstr "huskede opstillinger"

msgid "The file has been deleted, as files are after a while. Choose it again to go on."
msgstr "Filen er slettet, som filer bliver efter en tid. Vælg den igen for at gå videre."

msgid "This sheet has been imported already. Nothing was imported twice."
msgstr "Arket er allerede importeret. Intet blev importeret to gange."

#, python-format
msgid "“%(name)s” would stand under itself."
msgstr "“%(name)s” ville høre under sig selv."

msgid "Correct the cell in the file, or leave the row out."
msgstr "Ret cellen i filen, eller udelad rækken."

msgid "You may not make such rows here."
msgstr "Du må ikke oprette den slags rækker her."

#, python-format
msgid "You may not change “%(row)s”."
msgstr "Du må ikke ændre “%(row)s”."

msgid "Leave the row out, or ask an administrator to import the file."
msgstr "Udelad rækken, eller bed en administrator om at importere filen."

#, python-format
msgid "There is no target group “%(text)s”."
msgstr "Der er ingen målgruppe “%(text)s”."

msgid "The initiative is imported without it. Make the target group first, or import it."
msgstr "Indsatsen importeres uden den. Opret målgruppen først, eller importér den."

msgid "Theme"
msgstr "Tema"

#, python-format
msgid "There is no initiative “%(text)s”."
msgstr "Der er ingen indsats “%(text)s”."

msgid "No initiative is named."
msgstr "Der er ikke nævnt nogen indsats."

msgid "Write the initiative's reference, code or title in a column headed Indsats."
msgstr "Skriv indsatsens reference, kode eller titel i en kolonne med overskriften Indsats."

msgid "Nothing says what kind of body it is."
msgstr "Intet siger, hvilken slags organ det er."

msgid "Write it in a column headed Type, for instance udvalg or forvaltning."
msgstr "Skriv det i en kolonne med overskriften Type, for eksempel udvalg eller forvaltning."

msgid "The indicator is new, and nothing says what it is measured in."
msgstr "Indikatoren er ny, og intet siger, hvad den måles i."

#, python-format
msgid "Write the unit in a column headed Måleenhed: %(known)s."
msgstr "Skriv enheden i en kolonne med overskriften Måleenhed: %(known)s."

#, python-format
msgid "The same indicator and day already have a value in %(address)s."
msgstr "Den samme indikator og dag har allerede en værdi i %(address)s."

msgid "Leave one of them out."
msgstr "Udelad en af dem."

msgid "Your roles do not let you change the budget of this municipality."
msgstr "Dine roller giver dig ikke lov til at ændre kommunens budget."

msgid "Ask a finance officer or an administrator to import the file."
msgstr "Bed en økonomikonsulent eller en administrator om at importere filen."

#, python-format
msgid "The line with this code is called “%(name)s” here."
msgstr "Linjen med den kode hedder “%(name)s” her."

msgid "It keeps its name. Check that it is the same line."
msgstr "Den beholder sit navn. Se efter, om det er den samme linje."

#, python-format
msgid "There is no “%(text)s” here."
msgstr "Der er ingen “%(text)s” her."

msgid "The line is imported without it."
msgstr "Linjen importeres uden den."

msgid "For the initiative"
msgstr "Til indsatsen"

msgid "An interval is not one amount."
msgstr "Et interval er ikke ét beløb."

msgid "Write one amount, or empty the cell."
msgstr "Skriv ét beløb, eller tøm cellen."

#, python-format
msgid "The same line, year and kind already have an amount in %(address)s."
msgstr "Den samme linje, slags og det samme år har allerede et beløb i %(address)s."

msgid "Add the amounts up in one row, or leave one of them out."
msgstr "Læg beløbene sammen i én række, eller udelad et af dem."

msgid "Nothing says which year the figure is of."
msgstr "Intet siger, hvilket år tallet er fra."

msgid "Nothing says which year the amount is of."
msgstr "Intet siger, hvilket år beløbet er for."

msgid "Corrections are not imported: give the amount that is right."
msgstr "Rettelser importeres ikke: skriv det beløb, der er rigtigt."

msgid "new row"
msgid_plural "new rows"
msgstr[0] "ny række"
msgstr[1] "nye rækker"

msgid "changed row"
msgid_plural "changed rows"
msgstr[0] "ændret række"
msgstr[1] "ændrede rækker"

msgid "unchanged row"
msgid_plural "unchanged rows"
msgstr[0] "uændret række"
msgstr[1] "uændrede rækker"

#, python-format
msgid "Revised budget stated as %(amount)s on %(day)s in a sheet."
msgstr "Korrigeret budget angivet til %(amount)s den %(day)s i et regneark."

msgid "Correct the row in the file, or leave it out."
msgstr "Ret rækken i filen, eller udelad den."

#, python-format
msgid "The text is longer than %(number)d characters."
msgstr "Teksten er længere end %(number)d tegn."

msgid "Shorten it in the file."
msgstr "Forkort den i filen."

msgid "The cell is not imported. Write one of the words, if it is to be."
msgstr "Cellen importeres ikke. Skriv et af ordene, hvis den skal med."

#, python-format
msgid "“%(text)s” is the name of several: %(names)s."
msgstr "“%(text)s” er navnet på flere: %(names)s."

msgid "The cell is not imported. Write the reference, or make the row first."
msgstr "Cellen importeres ikke. Skriv referencen, eller opret rækken først."

#, python-format
msgid "“%(text)s” is not one day."
msgstr "“%(text)s” er ikke én dag."

msgid "Write it as 30-06-2018. The cell is not imported."
msgstr "Skriv den som 30-06-2018. Cellen importeres ikke."

#, python-format
msgid "The row is of another municipality than %(name)s (%(code)s)."
msgstr "Rækken hører til en anden kommune end %(name)s (%(code)s)."

msgid "Leave the row out, or import it where it belongs."
msgstr "Udelad rækken, eller importér den, hvor den hører til."

#, python-format
msgid "Row %(number)d, “%(name)s”: which one is it?"
msgstr "Række %(number)d, “%(name)s”: hvilken er det?"

msgid "none of them: a new one"
msgstr "ingen af dem: en ny"

#, python-format
msgid "Which objective is the theme “%(theme)s”?"
msgstr "Hvilket mål er temaet “%(theme)s”?"

msgid "The rows are imported without an objective. Make the objective, or link them afterwards."
msgstr "Rækkerne importeres uden mål. Opret målet, eller knyt dem til det bagefter."

msgid "There is no objective of this name."
msgstr "Der er intet mål med det navn."

msgid "none of the objectives here"
msgstr "ingen af målene her"

msgid "no objective has this name"
msgstr "intet mål har dette navn"

#, python-format
msgid "Which strategy is the total “%(label)s” of?"
msgstr "Hvilken strategi er totalen “%(label)s” for?"

msgid "none: it is only compared"
msgstr "ingen: den sammenlignes kun"

msgid "it is kept beside the computed total of the strategy"
msgstr "den gemmes ved siden af strategiens beregnede total"

msgid "It waits for its turn."
msgstr "Den venter på sin tur."

msgid "The sheet is read again and compared with what stands here."
msgstr "Arket læses igen og sammenlignes med det, der står her."

#, python-format
msgid "%(done)s of %(whole)s rows are written."
msgstr "%(done)s af %(whole)s rækker er skrevet."

#, python-format
msgid "The file is larger than %(limit)s MB. Delete what is not to be imported, or divide it."
msgstr "Filen er større end %(limit)s MB. Slet det, der ikke skal importeres, eller del filen."

#, python-format
msgid "The file unpacks to more than %(limit)s MB. Copy the cells that are to be imported to a new workbook."
msgstr "Filen fylder mere end %(limit)s MB, når den pakkes ud. Kopiér de celler, der skal importeres, til en ny projektmappe."

#, python-format
msgid "The file consists of more than %(limit)s parts. Copy the cells that are to be imported to a new workbook."
msgstr "Filen består af mere end %(limit)s dele. Kopiér de celler, der skal importeres, til en ny projektmappe."

#, python-format
msgid "The workbook has %(count)s sheets, and at most %(limit)s are read. Delete those that are not to be imported."
msgstr "Projektmappen har %(count)s ark, og højst %(limit)s bliver læst. Slet dem, der ikke skal importeres."

#, python-format
msgid "The sheet “%(sheet)s” has content down to row %(count)s, and at most %(limit)s rows are read. Divide the file."
msgstr "Arket “%(sheet)s” har indhold ned til række %(count)s, og højst %(limit)s rækker bliver læst. Del filen."

#, python-format
msgid "The sheet “%(sheet)s” has content out to column %(count)s, and at most %(limit)s columns are read. Delete what stands far to the right."
msgstr "Arket “%(sheet)s” har indhold ud til kolonne nummer %(count)s, og højst %(limit)s kolonner bliver læst. Slet det, der står langt til højre."

#, python-format
msgid "The workbook has more than %(limit)s cells with content. Divide the file."
msgstr "Projektmappen har flere end %(limit)s celler med indhold. Del filen."

#, python-format
msgid "A cell holds more than %(limit)s characters. Check that quotation marks in the file come in pairs."
msgstr "En celle indeholder mere end %(limit)s tegn. Se efter, om anførselstegnene i filen står parvis."

#, python-format
msgid "The file could not be read in %(limit)s seconds. Copy the cells to a new workbook."
msgstr "Filen kunne ikke læses på %(limit)s sekunder. Kopiér cellerne til en ny projektmappe."

msgid "Reading the file takes too much memory. Copy the cells to a new workbook."
msgstr "Det kræver for meget hukommelse at læse filen. Kopiér cellerne til en ny projektmappe."

msgid "The workbook holds macros. Save it as an ordinary workbook (.xlsx) and choose that."
msgstr "Projektmappen indeholder makroer. Gem den som en almindelig projektmappe (.xlsx), og vælg den."

msgid "The file holds definitions that a spreadsheet does not need and that can be misused (XML entities). Open it in the spreadsheet program, save it as .xlsx and choose that."
msgstr "Filen indeholder definitioner, som et regneark ikke har brug for, og som kan misbruges (XML-entiteter). Åbn den i regnearksprogrammet, gem den som .xlsx, og vælg den."

msgid "The file is damaged or incomplete. Open it in the spreadsheet program, save it again and choose that."
msgstr "Filen er beskadiget eller ufuldstændig. Åbn den i regnearksprogrammet, gem den igen, og vælg den."

msgid "Binary workbooks (.xlsb) are not read. Save it as .xlsx and choose that."
msgstr "Binære projektmapper (.xlsb) bliver ikke læst. Gem den som .xlsx, og vælg den."

msgid "The format “XML Spreadsheet 2003” is not read. Save it as .xlsx and choose that."
msgstr "Formatet “XML-regneark 2003” bliver ikke læst. Gem filen som .xlsx, og vælg den."

msgid "Files from Numbers are not read. Export it as .xlsx and choose that."
msgstr "Filer fra Numbers bliver ikke læst. Eksportér den som .xlsx, og vælg den."

msgid "It is a text document, not a spreadsheet. Copy the table to a sheet and save it as .xlsx."
msgstr "Det er et tekstdokument, ikke et regneark. Kopiér tabellen til et ark, og gem det som .xlsx."

msgid "It is a PDF, not a spreadsheet. Copy the table to a sheet and save it as .xlsx."
msgstr "Det er en PDF, ikke et regneark. Kopiér tabellen til et ark, og gem det som .xlsx."

msgid "It is a picture, not a spreadsheet."
msgstr "Det er et billede, ikke et regneark."

msgid "It is a packed archive, not a spreadsheet. Unpack it and choose one file."
msgstr "Det er et pakket arkiv, ikke et regneark. Pak det ud, og vælg en enkelt fil."

msgid "The content is not a spreadsheet that can be read. Choose a file saved as .xlsx, .xls, .ods or .csv."
msgstr "Indholdet er ikke et regneark, der kan læses. Vælg en fil, der er gemt som .xlsx, .xls, .ods eller .csv."

msgid "There is no table in the file."
msgstr "Der er ingen tabel i filen."

#, python-format
msgid "Column %(column)s of “%(sheet)s” holds CPR numbers. Nothing of the file is kept: information about single persons does not belong here. Count the rows for each initiative or group, and import the counts."
msgstr "Kolonne %(column)s i “%(sheet)s” indeholder CPR-numre. Intet af filen er gemt: Oplysninger om enkeltpersoner hører ikke til her. Tæl rækkerne op for hver indsats eller gruppe, og indlæs tallene."

#, python-format
msgid "Column %(column)s of “%(sheet)s” holds dates of birth, so the sheet looks like one row for each person. Nothing of the file is kept: information about single persons does not belong here. Count the rows for each initiative or group, and import the counts."
msgstr "Kolonne %(column)s i “%(sheet)s” indeholder fødselsdatoer, så arket ligner en liste med en række for hver person. Intet af filen er gemt: Oplysninger om enkeltpersoner hører ikke til her. Tæl rækkerne op for hver indsats eller gruppe, og indlæs tallene."

#, python-format
msgid "“%(sheet)s” looks like one row for each person (column %(column)s). Nothing of the file is kept: information about single persons does not belong here. Count the rows for each initiative or group, and import the counts."
msgstr "“%(sheet)s” ligner en liste med en række for hver person (kolonne %(column)s). Intet af filen er gemt: Oplysninger om enkeltpersoner hører ikke til her. Tæl rækkerne op for hver indsats eller gruppe, og indlæs tallene."

#, python-format
msgid "The name ends in %(ending)s, but the content is %(kind)s. It is read as what it is."
msgstr "Navnet ender på %(ending)s, men indholdet er %(kind)s. Filen bliver læst som det, den er."

msgid "The workbook fetches figures from other files. Nothing is fetched: the figures last saved in it are used."
msgstr "Projektmappen henter tal fra andre filer. Der bliver ikke hentet noget: de tal, der sidst blev gemt i den, er brugt."

#, python-format
msgid "The text is read as %(encoding)s. Check that æ, ø and å are right."
msgstr "Teksten er læst som %(encoding)s. Se efter, om æ, ø og å er rigtige."

msgid "The file is a list as it is fetched for other programs: its codes, days and numbers are read as what they are there, and shown here as in the list for Excel."
msgstr "Filen er en liste, som andre programmer henter den: Koder, datoer og tal læses, som de er ment dér, og vises her som i listen til Excel."

#, python-format
msgid "“%(sheet)s” is not a sheet of cells and is not read."
msgstr "“%(sheet)s” er ikke et ark med celler og bliver ikke læst."

msgid "The file was deleted by rule"
msgstr "Filen blev slettet efter reglen"

msgid "only compared"
msgstr "sammenlignes kun"

#, python-format
msgid "as the total of %(subject)s (%(effect)s)"
msgstr "som total af %(subject)s (%(effect)s)"

msgid "The sheet has been read again. Check the columns."
msgstr "Arket er læst igen. Se kolonnerne efter."

msgid "The rows are being written already. The import can be taken back afterwards."
msgstr "Rækkerne er allerede ved at blive skrevet. Importen kan fortrydes bagefter."

msgid "The import is done."
msgstr "Importen er gennemført."

msgid "Choose one of the answers."
msgstr "Vælg et af svarene."

msgid "The import is taken back."
msgstr "Importen er taget tilbage."

msgid "Which unit are the amounts in?"
msgstr "Hvilken enhed er beløbene i?"

msgid "an amount has six digits or more and is not round"
msgstr "et beløb har seks cifre eller flere og er ikke rundt"

msgid "What does “-” mean in this sheet?"
msgstr "Hvad betyder “-” i dette ark?"

#, python-format
msgid "as a fraction: 0,49 is 49 %%"
msgstr "som brøk: 0,49 er 49 %%"

#, python-format
msgid "as percent: 0,49 is 0,49 %%"
msgstr "som procent: 0,49 er 0,49 %%"

#, python-format
msgid "The unit is percent. How is %(raw)s to be read?"
msgstr "Måleenheden er procent. Hvordan skal %(raw)s læses?"

#, python-format
msgid "How is %(raw)s in column %(column)s to be read?"
msgstr "Hvordan skal %(raw)s i kolonne %(column)s læses?"

msgid "no number in the column is above 1"
msgstr "intet tal i kolonnen er over 1"

#, python-format
msgid "The code “%(code)s” is already used in %(address)s (“%(other)s”)."
msgstr "Koden “%(code)s” er allerede brugt i %(address)s (“%(other)s”)."

msgid "Give each row its own code; case, spaces and a full stop at the end make no difference."
msgstr "Giv hver række sin egen kode. Store og små bogstaver, mellemrum og et punktum til sidst gør ingen forskel."

#, python-format
msgid "Row %(numbers)s is hidden and is not read."
msgid_plural "Rows %(numbers)s are hidden and are not read."
msgstr[0] "Række %(numbers)s er skjult og bliver ikke læst."
msgstr[1] "Rækkerne %(numbers)s er skjult og bliver ikke læst."

#, python-format
msgid "Column %(letters)s is hidden and is not read."
msgid_plural "Columns %(letters)s are hidden and are not read."
msgstr[0] "Kolonne %(letters)s er skjult og bliver ikke læst."
msgstr[1] "Kolonnerne %(letters)s er skjult og bliver ikke læst."

msgid "Show them in the file, or choose here that they are to be read too."
msgstr "Vis dem i filen, eller vælg her, at de også skal læses."

msgid "The sheet is not recognised as a table."
msgstr "Arket er ikke genkendt som en tabel."

msgid "Choose its heading row and what its columns mean."
msgstr "Vælg rækken med overskrifter, og hvad kolonnerne betyder."

msgid "There are headings, but no rows of data."
msgstr "Der er overskrifter, men ingen rækker med data."

msgid "Check that the right sheet is chosen."
msgstr "Se efter, om det rigtige ark er valgt."

#, python-format
msgid "The column “%(heading)s” (%(letters)s) is not used: %(why)s."
msgstr "Kolonnen “%(heading)s” (%(letters)s) bliver ikke brugt: %(why)s."

msgid "Choose what it means, if it is to be read."
msgstr "Vælg, hvad den betyder, hvis den skal læses."

msgid "The row has figures, but neither a name nor a code."
msgstr "Rækken har tal, men hverken navn eller kode."

msgid "Write a name, or delete the row."
msgstr "Skriv et navn, eller slet rækken."

#, python-format
msgid "there are columns of %(columns)s"
msgstr "der er kolonner med %(columns)s"

msgid "there are a column of years and a column of amounts"
msgstr "der er en kolonne med år og en kolonne med beløb"

msgid "there are columns of amounts"
msgstr "der er kolonner med beløb"

#, python-format
msgid "the rows are named by “%(heading)s”"
msgstr "rækkerne har navn efter “%(heading)s”"

msgid "no column says what the rows are of"
msgstr "ingen kolonne siger, hvad rækkerne handler om"

#, python-format
msgid "the heading says %(unit)s"
msgstr "overskriften siger %(unit)s"

msgid "the column is empty"
msgstr "kolonnen er tom"

msgid "the heading is not known"
msgstr "overskriften kendes ikke"

#, python-format
msgid "the heading is “%(words)s”"
msgstr "overskriften er “%(words)s”"

#, python-format
msgid "the heading holds the word “%(words)s”"
msgstr "overskriften indeholder ordet “%(words)s”"

msgid "the heading is a word for amounts, but texts stand under it"
msgstr "overskriften er et ord for beløb, men der står tekster under den"

msgid "the heading is a word for figures, but texts stand under it"
msgstr "overskriften er et ord for tal, men der står tekster under den"

msgid "the heading names things, but figures stand under it"
msgstr "overskriften er et navn, men der står tal under den"

msgid "the heading is a period, and no column is of a single year"
msgstr "overskriften er en periode, og ingen kolonne er for et enkelt år"

msgid "the heading is a year, and the rows are indicators"
msgstr "overskriften er et årstal, og rækkerne er indikatorer"

#, python-format
msgid "the heading is “%(words)s”, beside figures of indicators"
msgstr "overskriften er “%(words)s” ved siden af tal for indikatorer"

msgid "the heading is a word for codes, but long texts stand under it"
msgstr "overskriften er et ord for koder, men der står lange tekster under den"

msgid "the first column of texts whose heading is not known"
msgstr "den første kolonne med tekster, hvis overskrift ikke kendes"

msgid "chosen by hand"
msgstr "valgt i hånden"

#, python-format
msgid "The deviation states %(stated)s, but the other figures of the row come to %(computed)s."
msgstr "Afvigelsen er angivet til %(stated)s, men rækkens øvrige tal giver %(computed)s."

msgid "A deviation is not kept: it is computed. Check which of the figures is right."
msgstr "En afvigelse gemmes ikke: den beregnes. Kontrollér, hvilket af tallene der er rigtigt."

msgid "no row has headings that are known"
msgstr "ingen række har overskrifter, der kendes"

#, python-format
msgid "%(known)d headings in row %(rows)s are known words or years"
msgstr "%(known)d overskrifter i række %(rows)s er kendte ord eller årstal"

msgid "budget lines, one column for each year"
msgstr "budgetlinjer, én kolonne for hvert år"

msgid "budget lines, one row for each year"
msgstr "budgetlinjer, én række for hvert år"

msgid "indicator values and targets"
msgstr "indikatorværdier og måltal"

msgid "activities"
msgstr "aktiviteter"

msgid "not recognised"
msgstr "ikke genkendt"

msgid "code"
msgstr "kode"

msgid "theme"
msgstr "tema"

msgid "financing"
msgstr "finansiering"

msgid "start date"
msgstr "startdato"

msgid "end date"
msgstr "slutdato"

msgid "budget estimate"
msgstr "budgetoverslag"

msgid "transfer between lines"
msgstr "omplacering mellem linjer"

msgid "actuals"
msgstr "forbrug"

msgid "forecast"
msgstr "forventet regnskab"

msgid "deviation"
msgstr "afvigelse"

msgid "total of the row"
msgstr "rækkens sum"

msgid "share in percent"
msgstr "andel i procent"

msgid "measured value"
msgstr "målt værdi"

msgid "date of measurement"
msgstr "måletidspunkt"

msgid "target date"
msgstr "måldato"

msgid "number of answers"
msgstr "antal besvarelser"

msgid "belongs under"
msgstr "hører under"

msgid "follow-up round"
msgstr "opfølgningsrunde"

msgid "only shown"
msgstr "kun til visning"

msgid "not used"
msgstr "ikke brugt"

msgid "data"
msgstr "data"

msgid "subtotal"
msgstr "delsum"

msgid "total"
msgstr "i alt"

msgid "footnote"
msgstr "fodnote"

msgid "blank"
msgstr "tom"

msgid "not read"
msgstr "ikke opgjort"

msgid "warning"
msgid_plural "warnings"
msgstr[0] "advarsel"
msgstr[1] "advarsler"

#, python-format
msgid "Sheet “%(sheet)s”: %(reason)s %(advice)s"
msgstr "Ark “%(sheet)s”: %(reason)s %(advice)s"

#, python-format
msgid "Sheet “%(sheet)s”, cell %(address)s: %(reason)s %(advice)s"
msgstr "Ark “%(sheet)s”, celle %(address)s: %(reason)s %(advice)s"

msgid "the kinds are those of bodies"
msgstr "typerne er dem, organer har"

#, python-format
msgid "“%(text)s” says %(unit)s"
msgstr "“%(text)s” siger %(unit)s"

msgid "nothing in the sheet states a unit"
msgstr "intet i arket angiver en enhed"

#, python-format
msgid "The number format shows %(shown)s, but the cell holds %(held)s."
msgstr "Talformatet viser %(shown)s, men cellen indeholder %(held)s."

msgid "Check the unit of the table: the number in the cell is used, not the one that is shown."
msgstr "Se efter, om tabellens enhed er rigtig: det er tallet i cellen, der bruges, ikke det, der vises."

msgid "The cell holds a number with more decimals than øre."
msgstr "Cellen indeholder et tal med flere decimaler end øre."

msgid "It is rounded to whole øre. Nothing need be done."
msgstr "Det er afrundet til hele øre. Du behøver ikke gøre noget."

#, python-format
msgid "The cell holds %(count)d amounts, and the name %(count)d points: each is read as a line."
msgstr "Cellen indeholder %(count)d beløb, og navnet %(count)d punkter: hvert er læst som en linje."

#, python-format
msgid "The cell holds %(count)d amounts, but the name has not as many points."
msgstr "Cellen indeholder %(count)d beløb, men navnet har ikke lige så mange punkter."

msgid "Check that each amount stands at the right name."
msgstr "Se efter, om hvert beløb står ved det rigtige navn."

msgid "it stands above the heading"
msgstr "den står over overskriften"

msgid "it repeats the heading"
msgstr "den gentager overskriften"

msgid "it begins as a note"
msgstr "den begynder som en note"

#, python-format
msgid "it begins with “%(words)s”"
msgstr "den begynder med “%(words)s”"

msgid "one text stands alone in the row"
msgstr "én tekst står alene i rækken"

msgid "no data follow it"
msgstr "der følger ingen data efter den"

msgid "one text stands alone, but no rows follow under it"
msgstr "én tekst står alene, men der følger ingen rækker under den"

msgid "rows follow it, or a total of the whole table"
msgstr "der følger rækker efter den eller en sum for hele tabellen"

#, python-format
msgid "The total states %(stated)s, but what it covers adds up to %(computed)s."
msgstr "Summen er oplyst til %(stated)s, men det, den dækker, giver %(computed)s."

msgid "Both are kept side by side. Check whether a row is missing or hidden."
msgstr "Begge bliver gemt side om side. Se efter, om en række mangler eller er skjult."

#, python-format
msgid "The cell shows the error %(error)s."
msgstr "Cellen viser fejlen %(error)s."

msgid "Correct the formula in the spreadsheet program, save the file and choose it again."
msgstr "Ret formlen i regnearksprogrammet, gem filen, og vælg den igen."

msgid "The cell holds a formula whose result is not saved in the file."
msgstr "Cellen indeholder en formel, hvis resultat ikke er gemt i filen."

msgid "Open the file in the spreadsheet program, save it and choose it again."
msgstr "Åbn filen i regnearksprogrammet, gem den, og vælg den igen."

msgid "There is a date or a time where an amount was expected."
msgstr "Der står en dato eller et klokkeslæt, hvor der skulle stå et beløb."

msgid "Nothing says whether the amount is in kr., t.kr. or mio. kr."
msgstr "Intet siger, om beløbet er i kr., t.kr. eller mio. kr."

msgid "Choose the unit of the table."
msgstr "Vælg tabellens enhed."

msgid "There is a percentage where an amount was expected."
msgstr "Der står en procent, hvor der skulle stå et beløb."

msgid "The amount is larger than can be stored."
msgstr "Beløbet er større, end der kan gemmes."

msgid "Check the number and the unit of the table."
msgstr "Se efter, om tallet og tabellens enhed er rigtige."

#, python-format
msgid "“%(text)s” is not a year."
msgstr "“%(text)s” er ikke et år."

msgid "Write the year with four digits, for instance 2018."
msgstr "Skriv året med fire cifre, f.eks. 2018."

#, python-format
msgid "The spreadsheet program has made a date, %(text)s, of the code."
msgstr "Regnearksprogrammet har gjort koden til en dato, %(text)s."

msgid "Give the column the format Text, write the codes again and save the file."
msgstr "Giv kolonnen formatet Tekst, skriv koderne igen, og gem filen."

msgid "Write the number, give the cell a number format, and save the file again."
msgstr "Skriv tallet, giv cellen et talformat, og gem filen igen."

msgid "The import cannot be taken back, because something later builds on it."
msgstr "Importen kan ikke tages tilbage, fordi noget senere bygger på den."

msgid "it has been taken back already"
msgstr "den er allerede taget tilbage"

#, python-format
msgid "The import of %(file)s was taken back"
msgstr "Importen af %(file)s blev taget tilbage"

#, python-format
msgid "its file was deleted by rule on %(day)s"
msgstr "filen blev slettet efter reglerne den %(day)s"

msgid "the system"
msgstr "systemet"

#, python-format
msgid "%(what)s by %(who)s on %(day)s"
msgstr "%(what)s af %(who)s den %(day)s"

msgid "it was added to it since"
msgstr "det er kommet til siden"

msgid "The file has been chosen before. You go on from where it is."
msgstr "Filen er valgt før. Du går videre, hvor den er."

msgid "pasted cells"
msgstr "indsatte celler"

msgid "Municipality"
msgstr "Kommune"

msgid "Written"
msgstr "Dannet"

msgid "Missing figures"
msgstr "Manglende tal"

msgid "Words stand where there is no figure. An empty cell means that nothing is meant."
msgstr "Hvor der ikke er et tal, står der ord. En tom celle betyder, at der ikke hører noget til."

msgid "Fictional data"
msgstr "Fiktive data"

msgid "Rows marked “ja” under “Fiktive data” are made up for demonstration."
msgstr "Rækker med “ja” under “Fiktive data” er opdigtet til demonstration."

msgid "Staff of the municipality: drafts may be among the rows. Do not pass it on unread."
msgstr "Kommunens medarbejdere: der kan være kladder mellem rækkerne. Læs arket, før det gives videre."

msgid "Everybody with access to the municipality's pages: only what is approved and posted."
msgstr "Alle med adgang til kommunens sider: kun det, der er godkendt og bogført."

msgid "The unit stands in the heading of each column of figures; percentages are percentages."
msgstr "Enheden står i overskriften på hver kolonne med tal; procenter er procenter."

msgid "Filters"
msgstr "Filtre"

msgid "None: all that you may see."
msgstr "Ingen: alt, hvad du må se."

msgid "The municipality's own rows, as they are stored now."
msgstr "Kommunens egne rækker, som de er gemt nu."

msgid "Amounts in kroner; percentages as percentages."
msgstr "Beløb i kroner; procent som procent."

msgid "Saved view"
msgstr "Gemt visning"

#, python-format
msgid "Portfolio overview for %(name)s"
msgstr "Indsatsoversigt for %(name)s"

msgid "Money"
msgstr "Økonomi"

msgid "Objectives and initiatives"
msgstr "Mål og indsatser"

msgid "Depth"
msgstr "Dybde"

msgid "no initiatives"
msgstr "ingen indsatser"

#, python-format
msgid "Map of the strategies in %(name)s"
msgstr "Strategikort for %(name)s"

msgid "Map of the strategies"
msgstr "Strategikort"

msgid "What"
msgstr "Hvad"

msgid "By its rhythm"
msgstr "Efter rytmen"

#, python-format
msgid "The year %(year)d in %(name)s"
msgstr "Året %(year)d i %(name)s"

msgid "The year"
msgstr "Årshjul"

msgid "Without a day"
msgstr "Uden dato"

msgid "Definition"
msgstr "Definition"

msgid "Before"
msgstr "Før"

msgid "After"
msgstr "Efter"

msgid "Revisions"
msgstr "Revisioner"

#, python-format
msgid "Budget and follow-up, %(name)s"
msgstr "Budget og opfølgning, %(name)s"

msgid "Remark"
msgstr "Bemærk"

msgid "Budget"
msgstr "Budget"

msgid "Code"
msgstr "Kode"

msgid "Description"
msgstr "Beskrivelse"

msgid "Relations"
msgstr "Relationer"

msgid "Facts"
msgstr "Oplysninger"

msgid "and others"
msgstr "og andre"

msgid "Giver"
msgstr "Giver"

msgid "Size, as context"
msgstr "Størrelse, som baggrund"

msgid "Size"
msgstr "Størrelse"

msgid "Drawn"
msgstr "Trukket"

msgid "Left"
msgstr "Tilbage"

msgid "Conditions"
msgstr "Betingelser"

msgid "Deadline for accounts"
msgstr "Frist for regnskab"

msgid "Everybody with access to a municipality's pages: one's own figures, and those shared nationally."
msgstr "Alle med adgang til en kommunes sider: egne tal og dem, der er delt nationalt."

msgid "Figures stand side by side only where they ask the same of the same people. Add nothing up."
msgstr "Tal står kun ved siden af hinanden, når de spørger om det samme blandt de samme. Læg intet sammen."

msgid "Held against each other"
msgstr "Sammenlignet"

msgid "Side by side"
msgstr "Side om side"

msgid "Figure"
msgstr "Tal"

msgid "Why it stands apart"
msgstr "Hvorfor det står for sig"

msgid "Set apart"
msgstr "Holdt for sig"

msgid "Type each amount in whole kroner under its year. Income is negative. An empty cell changes nothing."
msgstr "Skriv hvert beløb i hele kroner under sit år. Indtægter er negative. En tom celle ændrer intet."

msgid "A new line stands in one of the empty rows: give it a name, and leave its reference empty."
msgstr "En ny linje skrives i en af de tomme rækker: giv den et navn, og lad referencen stå tom."

msgid "Choose kind and decision in the lists. A line with two kinds of amount stands in two rows."
msgstr "Vælg type og beslutning i listerne. En linje med to typer beløb står i to rækker."

msgid "Write the day of the reading, for example 30-06-2018, and the name of the round in each row."
msgstr "Skriv opgørelsens dag, for eksempel 30-06-2018, og rundens navn i hver række."

msgid "Type each amount in whole kroner. Income is negative. An empty cell changes nothing."
msgstr "Skriv hvert beløb i hele kroner. Indtægter er negative. En tom celle ændrer intet."

msgid "Write each value with its day, for example 2018 or 30-06-2018. Write percentages with their sign."
msgstr "Skriv hver måling med sin dag, for eksempel 2018 eller 30-06-2018. Skriv procent med tegn."

msgid "A group has a row of its own: copy the indicator's reference and name the group."
msgstr "En gruppe har sin egen række: kopiér indikatorens reference, og skriv gruppens navn."

msgid "Leave counts of few people as they are: small figures are hidden when they are approved."
msgstr "Lad små antal stå, som de er: tal om få personer skjules, når de godkendes."

msgid "Budget to fill in"
msgstr "Budget til udfyldning"

msgid "Lines with a column for each year."
msgstr "Linjer med en kolonne for hvert år."

msgid "Follow-up to fill in"
msgstr "Opfølgning til udfyldning"

msgid "Lines with actual spending and forecast."
msgstr "Linjer med forbrug og forventet regnskab."

msgid "Indicators to fill in"
msgstr "Indikatorer til udfyldning"

msgid "Indicators with value and target."
msgstr "Indikatorer med måling og måltal."

msgid "How to fill in"
msgstr "Vejledning"

msgid "Choices"
msgstr "Valglister"

msgid "Not in the list"
msgstr "Står ikke på listen"

msgid "Choose from the list, or go on if it is new."
msgstr "Vælg fra listen, eller fortsæt, hvis det er nyt."

#, python-format
msgid "%(number)d row is ready on the sheet “%(sheet)s”."
msgid_plural "%(number)d rows are ready on the sheet “%(sheet)s”."
msgstr[0] "%(number)d række er klar på fanen “%(sheet)s”."
msgstr[1] "%(number)d rækker er klar på fanen “%(sheet)s”."

msgid "The headings are locked, so that the file is understood when it comes back. Do not change them."
msgstr "Overskrifterne er låst, så filen forstås, når den kommer igen. Ret dem ikke."

msgid "Save the file and choose it under Spreadsheets, Import. You see all changes before anything is stored."
msgstr "Gem filen, og vælg den under Regneark, Importér. Du ser alle ændringer, før noget gemmes."

msgid "About this workbook"
msgstr "Om regnearket"

msgid "Sheets"
msgstr "Ark"

msgid "Activities and milestones"
msgstr "Aktiviteter og milepæle"

msgid "One row for each initiative."
msgstr "En række for hver indsats."

msgid "What each initiative does, and when."
msgstr "Hvad hver indsats gør, og hvornår."

msgid "Approved status updates, the newest first. To read; status is given on its own page."
msgstr "Godkendte statusser, de nyeste først. Til at læse; status gives på sin egen side."

msgid "Whom the initiatives are for."
msgstr "Hvem indsatserne er for."

msgid "Committees, departments and partners."
msgstr "Udvalg, afdelinger og samarbejdspartnere."

msgid "Budget lines by year"
msgstr "Budgetlinjer efter år"

msgid "One row for each line and decision, one column for each year."
msgstr "En række for hver linje og beslutning, en kolonne for hvert år."

msgid "Budget by line and year"
msgstr "Budget efter linje og år"

msgid "One row for each line, year or period, decision and price level."
msgstr "En række for hver linje, hvert år eller hver periode, beslutning og prisniveau."

msgid "Original and revised budget, actual spending and forecast, for each line, year and reading."
msgstr "Oprindeligt og korrigeret budget, forbrug og forventet regnskab for hver linje, hvert år og hver opgørelse."

msgid "Postings"
msgstr "Posteringer"

msgid "Every budget entry as posted, and corrections. To read: amounts are corrected in the budget."
msgstr "Alle bogførte poster og rettelser. Til at læse: beløb rettes i budgettet."

msgid "What is measured, of whom and how."
msgstr "Hvad der måles, hos hvem og hvordan."

msgid "Measured values"
msgstr "Målinger"

msgid "Approved values. Figures about few people are hidden."
msgstr "Godkendte målinger. Tal om få personer er skjult."

msgid "Targets"
msgstr "Måltal"

msgid "Approved targets."
msgstr "Godkendte måltal."

msgid "Figures about few people are hidden as they are on the pages."
msgstr "Tal om få personer er skjult, som de er det på siderne."

msgid "An amount for several years belongs to no single one and is not spread over them."
msgstr "Et beløb for flere år hører ikke til et enkelt af dem og er ikke fordelt på dem."

msgid "Amounts for several years together stand in the list of budget by line and year."
msgstr "Beløb for flere år under ét står i listen over budget efter linje og år."

#, python-format
msgid "has a part in it: %(value)s"
msgstr "deltager i indsatsen: %(value)s"

msgid "Live figures"
msgstr "Aktuelle tal"

msgid "Where the figures are from"
msgstr "Hvor tallene er fra"

msgid "The report is about:"
msgstr "Rapporten handler om:"

msgid "Next meeting:"
msgstr "Næste møde:"

#, python-format
msgid "Initiatives: %(filter)s"
msgstr "Indsatser: %(filter)s"

msgid "Level"
msgstr "Niveau"

msgid "Date of the baseline"
msgstr "Udgangspunktets dato"

msgid "Date of the latest value"
msgstr "Seneste målings dato"

msgid "Target in words"
msgstr "Måltal i ord"

msgid "Progress towards the target"
msgstr "Målopfyldelse"

msgid "What the figures say"
msgstr "Tallene viser"

msgid "Change since the baseline"
msgstr "Ændring siden udgangspunktet"

msgid "Lower limit"
msgstr "Nedre grænse"

msgid "Upper limit"
msgstr "Øvre grænse"

msgid "Series break"
msgstr "Databrud"

msgid "Set by"
msgstr "Sat af"

msgid "Compared with"
msgstr "Sammenlignet med"

msgid "Since last time"
msgstr "Siden sidst"

msgid "The figures"
msgstr "Tallene"

msgid "What the figures are made of"
msgstr "Hvad tallene er lavet af"

msgid "Changed since last time"
msgstr "Ændret siden sidst"

msgid "Decided since last time"
msgstr "Besluttet siden sidst"

msgid "What is done:"
msgstr "Handling:"

msgid "What is off track"
msgstr "Det, der afviger"

msgid "What the committee is asked to decide"
msgstr "Det, udvalget skal beslutte"

msgid "Printed against computed"
msgstr "Oplyst mod beregnet"

msgid "Sub-initiatives"
msgstr "Delindsatser"

msgid "Title as printed"
msgstr "Titel som trykt"

msgid "Reference"
msgstr "Reference"

msgid "Other names"
msgstr "Andre navne"

msgid "Headings"
msgstr "Overskrifter"

msgid "Role"
msgstr "Rolle"

msgid "Who"
msgstr "Hvem"

msgid "Involved"
msgstr "Involverede"

msgid "How often"
msgstr "Hyppighed"

msgid "Recipient"
msgstr "Modtager"

msgid "Date"
msgstr "Dato"

msgid "Decision or event"
msgstr "Beslutning eller begivenhed"

msgid "By"
msgstr "Af"

msgid "Author"
msgstr "Forfatter"

msgid "Action"
msgstr "Handling"

msgid "Context figure"
msgstr "Baggrundstal"

msgid "Context figures"
msgstr "Baggrundstal"

msgid "Key figure"
msgstr "Nøgletal"

msgid "Number"
msgstr "Antal"

msgid "Amount (kr.)"
msgstr "Beløb (kr.)"

msgid "Status of progress"
msgstr "Status for fremdrift"

msgid "Key figures"
msgstr "Nøgletal"

msgid "Group"
msgstr "Gruppe"

msgid "Spending is stated"
msgstr "Forbrug er opgjort"

msgid "Forecast is stated"
msgstr "Forventet regnskab er opgjort"

msgid "Deviation in words"
msgstr "Afvigelse i ord"

msgid "Answered"
msgstr "Besvaret"

msgid "Not answered"
msgstr "Ikke besvaret"

msgid "Rounds"
msgstr "Opfølgningsrunder"

msgid "Holds from"
msgstr "Gælder fra"

msgid "Recorded"
msgstr "Registreret"

msgid "Cover or other end"
msgstr "Dækning eller modpart"

msgid "Budget entries"
msgstr "Budgetposteringer"

msgid "Readings"
msgstr "Opgørelser"

msgid "Size as context (kr.)"
msgstr "Størrelse som baggrund (kr.)"

msgid "Financing"
msgstr "Finansiering"

msgid "Decision and amount"
msgstr "Beslutning og beløb"

msgid "The document's words"
msgstr "Dokumentets ord"

msgid "Who draws on it"
msgstr "Hvem der trækker på den"

#, python-format
msgid "“%(row)s” is back in lists and choices."
msgstr "”%(row)s” er tilbage i lister og valg."

msgid "This looks like a CPR number. Take it out."
msgstr "Det ligner et CPR-nummer. Fjern det."

#, python-format
msgid "It is in the catalogue already: “%(name)s”."
msgstr "Den findes allerede i kataloget: ”%(name)s”."

#, python-format
msgid "“%(name)s” is suggested. The answer is shown here."
msgstr "”%(name)s” er foreslået. Svaret vises her."

#, python-format
msgid "“%(initiative)s” uses “%(method)s” now."
msgstr "”%(initiative)s” bruger nu ”%(method)s”."

msgid "– a new one –"
msgstr "– en ny –"

msgid "Is it one that is there already?"
msgstr "Er det en, der allerede findes?"

msgid "Answer to the municipality"
msgstr "Svar til kommunen"

#, python-format
msgid "“%(name)s” is answered."
msgstr "”%(name)s” er besvaret."

#, python-format
msgid "%(n)d heading in use"
msgid_plural "%(n)d headings in use"
msgstr[0] "%(n)d overskrift i brug"
msgstr[1] "%(n)d overskrifter i brug"

msgid "None yet: begin with a set."
msgstr "Ingen endnu: begynd med et sæt."

#, python-format
msgid "%(n)d suggestion waits"
msgid_plural "%(n)d suggestions wait"
msgstr[0] "%(n)d forslag venter"
msgstr[1] "%(n)d forslag venter"

msgid "What all municipalities share, and what you suggest for it."
msgstr "Det, alle kommuner deler, og det, I foreslår til det."

msgid "Two that are the same: initiatives, bodies, target groups or objectives."
msgstr "To, der er det samme: indsatser, organer, målgrupper eller mål."

#, python-format
msgid "%(n)d row is archived"
msgid_plural "%(n)d rows are archived"
msgstr[0] "%(n)d er arkiveret"
msgstr[1] "%(n)d er arkiveret"

msgid "The archive"
msgstr "Arkivet"

msgid "Nothing is archived."
msgstr "Intet er arkiveret."

#, python-format
msgid "%(n)d committee to decide on for %(term)s"
msgid_plural "%(n)d committees to decide on for %(term)s"
msgstr[0] "%(n)d udvalg at tage stilling til for %(term)s"
msgstr[1] "%(n)d udvalg at tage stilling til for %(term)s"

#, python-format
msgid "%(n)d person"
msgid_plural "%(n)d persons"
msgstr[0] "%(n)d person"
msgstr[1] "%(n)d personer"

#, python-format
msgid "%(n)d is absent today"
msgid_plural "%(n)d are absent today"
msgstr[0] "%(n)d er fraværende i dag"
msgstr[1] "%(n)d er fraværende i dag"

msgid "People, roles and deputies"
msgstr "Personer, roller og stedfortrædere"

msgid "Help to whoever writes"
msgstr "Hjælp til den, der skriver"

msgid "A sentence with an example, shown at the field."
msgstr "En sætning med et eksempel, som vises ved feltet."

#, python-format
msgid "“%(heading)s” is added."
msgstr "”%(heading)s” er tilføjet."

#, python-format
msgid "%(n)d heading is added."
msgid_plural "%(n)d headings are added."
msgstr[0] "%(n)d overskrift er tilføjet."
msgstr[1] "%(n)d overskrifter er tilføjet."

#, python-format
msgid "“%(heading)s” is moved up."
msgstr "”%(heading)s” er flyttet op."

#, python-format
msgid "“%(heading)s” is moved down."
msgstr "”%(heading)s” er flyttet ned."

#, python-format
msgid "“%(before)s” is called “%(after)s” from now on."
msgstr "”%(before)s” hedder fra nu af ”%(after)s”."

#, python-format
msgid "“%(heading)s” is offered no more. What is written under it stays."
msgstr "”%(heading)s” tilbydes ikke mere. Det, der er skrevet under den, bliver."

#, python-format
msgid "“%(heading)s” is in use again."
msgstr "”%(heading)s” er i brug igen."

msgid "The objective, in the document's words"
msgstr "Målet med dokumentets ord"

msgid "– at the top –"
msgstr "– øverst –"

#, python-format
msgid "“%(objective)s” is added."
msgstr "”%(objective)s” er tilføjet."

#, python-format
msgid "“%(objective)s” is moved."
msgstr "”%(objective)s” er flyttet."

#, python-format
msgid "%(n)d objective has a new number."
msgid_plural "%(n)d objectives have a new number."
msgstr[0] "%(n)d mål har fået nyt nummer."
msgstr[1] "%(n)d mål har fået nyt nummer."

msgid "The numbers follow the order already."
msgstr "Numrene følger allerede rækkefølgen."

msgid "What becomes of it"
msgstr "Hvad der sker med det"

msgid "The successor's name"
msgstr "Afløserens navn"

msgid "The roles go along to the successor"
msgstr "Rollerne følger med til afløseren"

msgid "Write what the successor is called."
msgstr "Skriv, hvad afløseren hedder."

msgid "New committees that follow none, one on each line"
msgstr "Nye udvalg, der ikke afløser noget, ét på hver linje"

#, python-format
msgid "%(n)d person has a role in it"
msgid_plural "%(n)d persons have a role in it"
msgstr[0] "%(n)d person har en rolle i det"
msgstr[1] "%(n)d personer har en rolle i det"

#, python-format
msgid "%(n)d strategy names it"
msgid_plural "%(n)d strategies name it"
msgstr[0] "%(n)d strategi nævner det"
msgstr[1] "%(n)d strategier nævner det"

#, python-format
msgid "%(term)s: %(closed)d bodies close, %(opened)d open, %(carried)d roles go along."
msgstr "%(term)s: lukker %(closed)d, åbner %(opened)d, og %(carried)d roller følger med."

msgid "An administrator enters strategies."
msgstr "En administrator opretter strategier."

msgid "An administrator, a manager or the caseworker of a department enters initiatives."
msgstr "En administrator, en leder eller afdelingens medarbejder opretter indsatser."

msgid "An administrator or a finance officer enters budget lines."
msgstr "En administrator eller en økonomikonsulent opretter budgetlinjer."

msgid "An administrator, or who may change the initiative, enters indicators."
msgstr "En administrator, eller den, der må ændre indsatsen, opretter indikatorer."

msgid "My work"
msgstr "Mit arbejde"

msgid "You see what a manager has approved; nothing of this is approved yet."
msgstr "Du ser det, en leder har godkendt; intet af dette er godkendt endnu."

msgid "Reports that are made"
msgstr "Rapporter, der er lavet"

#, python-format
msgid "Source %(number)d"
msgstr "Kilde %(number)d"

msgid "Status in short"
msgstr "Status kort"

msgid "Two or three sentences that the committee can read. Never about a single citizen."
msgstr "To eller tre sætninger, som udvalget kan læse. Aldrig om en enkelt borger. F.eks.: “De første 12 borgere er flyttet ind. Netværksgruppen starter i maj.”"

msgid "Only when a light is yellow or red, or when the figures show something else than the light."
msgstr "Kun når et lys er gult eller rødt, eller når tallene viser noget andet end lyset."

msgid "Only when a light is yellow or red: what is done, by whom and when."
msgstr "Kun når et lys er gult eller rødt: hvad der gøres, af hvem og hvornår."

msgid "The text holds no personal data. Save it as it is."
msgstr "Teksten indeholder ingen personoplysninger. Gem den, som den er."

msgid "Yellow and red need a reason."
msgstr "Gult og rødt kræver en årsag."

msgid "Yellow and red need an action."
msgstr "Gult og rødt kræver en handling."

msgid "Write a sentence about why."
msgstr "Skriv en sætning om hvorfor."

msgid "This looks like a CPR number. Remove it, or say below that it is none."
msgstr "Det ligner et CPR-nummer. Fjern det, eller sig nedenfor, at det ikke er et."

#, python-format
msgid "Somebody else has written on this status meanwhile: “%(words)s”. Save again to let yours stand."
msgstr "En anden har skrevet på denne status imens: “%(words)s”. Gem igen, hvis dit skal stå."

msgid "Search in names, texts, reasons and files"
msgstr "Søg i navne, tekster, begrundelser og filer"

msgid "Kind of row"
msgstr "Hvad"

msgid "Changed by"
msgstr "Ændret af"

#, python-format
msgid "Took back the action of %(day)s"
msgstr "Fortrød handlingen fra %(day)s"

msgid "You cannot put this back: it cannot be changed any more, or not by you."
msgstr "Du kan ikke sætte dette tilbage: det kan ikke ændres mere, eller ikke af dig."

#, python-format
msgid "The action is taken back: %(n)d change."
msgid_plural "The action is taken back: %(n)d changes."
msgstr[0] "Handlingen er taget tilbage: %(n)d ændring."
msgstr[1] "Handlingen er taget tilbage: %(n)d ændringer."

#, python-format
msgid "The earlier text of “%(row)s” stands again."
msgstr "Den tidligere tekst i “%(row)s” står igen."

#, python-format
msgid "The change of “%(row)s” is taken back."
msgstr "Ændringen af “%(row)s” er fortrudt."

#, python-format
msgid "%(n)d hit"
msgid_plural "%(n)d hits"
msgstr[0] "%(n)d fund"
msgstr[1] "%(n)d fund"

#, python-format
msgid "All %(n)d"
msgstr "Alle %(n)d"

msgid "Something that has come since stands in the way. Nothing was taken back."
msgstr "Noget, der er kommet til siden, står i vejen. Intet er fortrudt."

msgid "Only who did it, and administrators, can take it back, of what they may change."
msgstr "Kun den, der gjorde det, og administratorer kan fortryde det, og kun det, de selv må ændre."

#, python-format
msgid "“%(row)s”: %(field)s stands and is not taken back."
msgstr "“%(row)s”: %(field)s står fast og kan ikke fortrydes."

#, python-format
msgid "“%(row)s” is approved and stands; a later one takes its place."
msgstr "“%(row)s” er godkendt og står fast; en senere afløser den."

#, python-format
msgid "“%(row)s” has been built on since its approval: %(what)s."
msgstr "“%(row)s” er der bygget videre på, siden den blev godkendt: %(what)s."

#, python-format
msgid "“%(row)s” is there already."
msgstr "“%(row)s” findes allerede."

#, python-format
msgid "“%(row)s” cannot be made again: %(why)s"
msgstr "“%(row)s” kan ikke gendannes: %(why)s"

#, python-format
msgid "“%(row)s” cannot be deleted, as it is now."
msgstr "“%(row)s” kan ikke slettes, som den er nu."

#, python-format
msgid "“%(row)s” has been built on since: %(what)s."
msgstr "“%(row)s” er der bygget videre på siden: %(what)s."

#, python-format
msgid "“%(row)s” is no longer there."
msgstr "“%(row)s” findes ikke mere."

#, python-format
msgid "The history is of an older version: “%(name)s” is not known."
msgstr "Historikken er fra en ældre version: “%(name)s” kendes ikke."

#, python-format
msgid "What it pointed at is no longer there: %(row)s."
msgstr "Det, den pegede på, findes ikke mere: %(row)s."

#, python-format
msgid "“%(row)s” was thrown away with its contents."
msgstr "“%(row)s” blev kasseret med sit indhold."

#, python-format
msgid "“%(row)s”: %(field)s is not as it was left. Nothing was taken back."
msgstr "“%(row)s”: %(field)s er ikke, som det blev efterladt. Intet er fortrudt."

msgid "the installation itself"
msgstr "systemet selv"

#, python-format
msgid "“%(row)s”: %(field)s was changed by %(who)s on %(day)s. Nothing was taken back."
msgstr "“%(row)s”: %(field)s blev ændret af %(who)s den %(day)s. Intet er fortrudt."

msgid "The status is a draft again."
msgstr "Statussen er en kladde igen."

msgid "A status already waits for approval. Nothing was saved."
msgstr "En status venter allerede på godkendelse. Intet er gemt."

msgid "There is no earlier status to repeat, or one waits. Nothing was saved."
msgstr "Der er ingen tidligere status at gentage, eller en venter på godkendelse. Intet er gemt."

msgid "Status given"
msgstr "Status givet"

msgid "The status was submitted for approval. It can be withdrawn until then."
msgstr "Statussen er sendt til godkendelse. Den kan trækkes tilbage, til den er godkendt."

msgid "The status was kept as a draft."
msgstr "Status er gemt som kladde."

msgid "Tick the updates that you approve. Nothing was done."
msgstr "Sæt hak ved de statusser, du godkender. Intet er ændret."

#, python-format
msgid "%(number)d status was approved."
msgid_plural "%(number)d statuses were approved."
msgstr[0] "%(number)d status er godkendt."
msgstr[1] "%(number)d statusser er godkendt."

msgid "That cannot be undone: a new status takes the place of one that is wrong."
msgstr "Det kan ikke fortrydes: er en status forkert, træder en ny i stedet."

#, python-format
msgid "The status was returned to %(author)s."
msgstr "Status er returneret til %(author)s."

msgid "Some of it is no longer as you saw it: approved, returned or sent again. Nothing was done; look again."
msgstr "Noget af det er ikke længere, som du så det: godkendt, returneret eller sendt igen. Intet er ændret; se efter igen."

msgid "The request could not be understood"
msgstr "Forespørgslen kunne ikke forstås"

msgid "Something in the address or the form is not as it should be. Go back and try again."
msgstr "Noget i adressen eller formularen er ikke, som det skal være. Gå tilbage og prøv igen."

#, python-format
msgid "If you ask for help, give this number: %(request_id)s"
msgstr "Hvis du beder om hjælp, så oplys dette nummer: %(request_id)s"

msgid "Go to the front page"
msgstr "Gå til forsiden"

msgid "You do not have access"
msgstr "Du har ikke adgang"

msgid "Your role does not give the right to this page. Ask your municipality's administrator if you need it."
msgstr "Din rolle giver ikke ret til denne side. Spørg kommunens administrator, hvis du har brug for den."

msgid "The form could not be verified"
msgstr "Formularen kunne ikke godkendes"

msgid "The form had been open too long, or your browser refuses cookies. Go back, load the page again and send the form once more."
msgstr "Formularen har været åben for længe, eller din browser afviser cookies. Gå tilbage, genindlæs siden og send formularen igen."

msgid "The page was not found"
msgstr "Siden blev ikke fundet"

msgid "The page does not exist, or it is not for you. Check the address."
msgstr "Siden findes ikke, eller den er ikke til dig. Kontrollér adressen."

msgid "Something went wrong"
msgstr "Noget gik galt"

msgid "The error has been logged. Nothing you sent has been half saved. Try again in a moment."
msgstr "Fejlen er registreret. Intet af det, du sendte, er gemt halvt. Prøv igen om et øjeblik."

msgid "Closed for a moment"
msgstr "Lukket et øjeblik"

msgid "The system is being worked on. Try again in a few minutes."
msgstr "Der arbejdes på systemet. Prøv igen om nogle minutter."

msgid "Error"
msgstr "Fejl"

msgid "Warning"
msgstr "Advarsel"

msgid "Success"
msgstr "Gennemført"

msgid "Information"
msgstr "Oplysning"

msgid "Show the figures as a table"
msgstr "Vis figuren som tabel"

#, python-format
msgid "Figures behind the picture: %(title)s"
msgstr "Figuren som tabel: %(title)s"

msgid "You have typed something here that is not saved, from"
msgstr "Du har skrevet noget her, som ikke er gemt, fra"

msgid "Fetch it"
msgstr "Hent det frem"

msgid "Throw it away"
msgstr "Kassér det"

msgid "Kept in this browser until you save."
msgstr "Holdes i denne browser, til du gemmer."

msgid "Fetched. It is not saved yet."
msgstr "Hentet frem. Det er ikke gemt endnu."

msgid "Thrown away."
msgstr "Kasseret."

msgid "Previous page"
msgstr "Forrige side"

#, python-format
msgid "Page %(number)s of %(pages)s"
msgstr "Side %(number)s af %(pages)s"

msgid "Next page"
msgstr "Næste side"

msgid "Show all"
msgstr "Vis alle"

msgid "choices"
msgstr "valgmuligheder"

msgid "No matches"
msgstr "Ingen fundet"

msgid "Type to find the others"
msgstr "Skriv for at finde de øvrige"

msgid "Not in the list. Make"
msgstr "Står ikke på listen. Opret"

msgid "Portfolio overview"
msgstr "Indsatsoversigt"

msgid "Change password"
msgstr "Skift adgangskode"

msgid "Sign out"
msgstr "Log ud"

#, python-format
msgid "Open “%(row)s”"
msgstr "Åbn “%(row)s”"

msgid "Not filled in:"
msgstr "Ikke udfyldt:"

msgid "A blank line begins a new paragraph. A line that begins with “- ” is a point of a list, “1. ” and “2. ” number the points. A link is written [the words](https://address)."
msgstr "En tom linje begynder et nyt afsnit. En linje, der begynder med “- ”, er et punkt på en liste; “1. ” og “2. ” nummererer punkterne. Et link skrives [ordene](https://adresse)."

msgid "The municipality has no headings yet."
msgstr "Kommunen har ingen overskrifter endnu."

msgid "Nothing written yet."
msgstr "Intet er skrevet endnu."

msgid "What you changed lately"
msgstr "Hvad du senest har ændret"

msgid "Nothing yet."
msgstr "Intet endnu."

#, python-format
msgid "“%(row)s” cannot be deleted, because these rows depend on it:"
msgstr "“%(row)s” kan ikke slettes, fordi disse rækker afhænger af den:"

#, python-format
msgid "Delete “%(row)s”? It is a draft that was never approved. That cannot be undone; the history keeps what it held. This goes with it:"
msgstr "Slet “%(row)s”? Det er en kladde, der aldrig har været godkendt. Sletningen kan ikke fortrydes; historikken viser, hvad der stod. Dette følger med:"

msgid "Reason (may be left empty)"
msgstr "Begrundelse (kan udelades)"

msgid "Yes, delete"
msgstr "Ja, slet"

msgid "No, go back"
msgstr "Nej, gå tilbage"

msgid "These depend on it:"
msgstr "Disse afhænger af den:"

msgid "Lists and links"
msgstr "Lister og links"

msgid "List with points"
msgstr "Punktliste"

msgid "Numbered list"
msgstr "Nummereret liste"

msgid "Link (Ctrl + K)"
msgstr "Link (Ctrl + K)"

msgid "Address of the link; empty takes the link away"
msgstr "Linkets adresse; tom fjerner linket"

msgid "Insert the link"
msgstr "Indsæt linket"

msgid "This is no address of a page or a mailbox. Write for example www.kommune.dk/plan."
msgstr "Det er ikke en adresse på en side eller en postkasse. Skriv for eksempel www.kommune.dk/plan."

msgid "Fictional demonstration data"
msgstr "Fiktive demonstrationsdata"

msgid "Parts of the screen"
msgstr "Gå til"

msgid "to be corrected"
msgstr "skal rettes"

msgid "Next step"
msgstr "Næste skridt"

msgid "Save your changes first: what is not saved is not taken along."
msgstr "Gem først dine ændringer: det, der ikke er gemt, kommer ikke med."

msgid "It leaves lists and choices, and can be taken back."
msgstr "Den forsvinder fra lister og valg og kan hentes tilbage."

msgid "These stand and still point at it:"
msgstr "Det her bliver stående og peger fortsat på den:"

msgid "Home"
msgstr "Hjem"

#, python-format
msgid "By %(name)s."
msgstr "Af %(name)s."

msgid "By the installation itself."
msgstr "Af installationen selv."

#, python-format
msgid "Why: %(why)s"
msgstr "Hvorfor: %(why)s"

#, python-format
msgid "From the file %(file)s."
msgstr "Fra filen %(file)s."

msgid "Field"
msgstr "Felt"

msgid "Nothing has been changed since the row was made."
msgstr "Intet er ændret, siden rækken blev oprettet."

msgid "Search"
msgstr "Søg"

#, python-format
msgid "%(counter)s result"
msgid_plural "%(counter)s results"
msgstr[0] "%(counter)s resultat"
msgstr[1] "%(counter)s resultater"

msgid "Save"
msgstr "Gem"

msgid "Save and continue editing"
msgstr "Gem og bliv her"

msgid "Save and view"
msgstr "Gem og se"

msgid "Save and add another"
msgstr "Gem og tilføj endnu en"

msgid "Close"
msgstr "Luk"

msgid "Delete"
msgstr "Slet"

msgid "Skip to content"
msgstr "Gå til indhold"

msgid "Main menu"
msgstr "Hovedmenu"

msgid "Edit in the administration"
msgstr "Redigér i administrationen"

msgid "Accessibility statement"
msgstr "Tilgængelighedserklæring"

msgid "Add:"
msgstr "Tilføj:"

msgid "carry-over between years"
msgstr "overførsel mellem år"

msgid "amount for a period"
msgstr "beløb for en periode"

msgid "accounts of a year"
msgstr "regnskab for et år"

msgid "No change"
msgstr "Ingen ændring"

msgid "What the steps are made of"
msgstr "Hvad trinene består af"

msgid "Total, computed"
msgstr "I alt, beregnet"

msgid "Lines in more than one row"
msgstr "Linjer i mere end én række"

msgid "Original"
msgstr "Oprindeligt"

msgid "Deviation"
msgstr "Afvigelse"

msgid "Spent share"
msgstr "Forbrugsprocent"

msgid "Entries"
msgstr "Posteringer"

msgid "Forecasts and actuals"
msgstr "Forventet regnskab og forbrug"

msgid "Decisions:"
msgstr "Beslutninger:"

msgid "Documents:"
msgstr "Dokumenter:"

msgid "What the figures are about"
msgstr "Hvad tallene handler om"

msgid "Show"
msgstr "Vis"

msgid "Reset"
msgstr "Nulstil"

#, python-format
msgid "Budget of %(name)s"
msgstr "Budget for %(name)s"

msgid "Budget:"
msgstr "Budget:"

msgid "Enter the budget"
msgstr "Indtast budget"

msgid "Enter a budget follow-up"
msgstr "Indtast budgetopfølgning"

msgid "State the revised budget"
msgstr "Oplys korrigeret budget"

msgid "Book a finance extract"
msgstr "Indlæs økonomiudtræk"

msgid "On this page"
msgstr "På denne side"

msgid "Budget by group and year"
msgstr "Budget efter gruppe og år"

msgid "Budget follow-ups"
msgstr "Budgetopfølgninger"

msgid "Budget planning"
msgstr "Budgetlægning"

msgid "All amounts by line"
msgstr "Alle beløb linje for linje"

msgid "Answered:"
msgstr "Besvaret:"

msgid "Not answered:"
msgstr "Ikke besvaret:"

msgid "As it was budgeted, without what changed in the year."
msgstr "Som det blev budgetteret, uden det der er ændret i årets løb."

msgid "Lines and years as in a spreadsheet. New amounts are drafts until they are posted; a posted amount is changed by a correction with a reason."
msgstr "Linjer og år som i et regneark. Nye beløb er kladder, til de bogføres; et bogført beløb ændres med en rettelse og en begrundelse."

msgid "Actual spending and the expected result of every line of a department. What was said last time stands beside."
msgstr "Forbrug og forventet regnskab for alle en afdelings linjer. Det, der blev meldt sidst, står ved siden af."

#, python-format
msgid "%(number)s line has no posted forecast in this follow-up"
msgid_plural "%(number)s lines have no posted forecast in this follow-up"
msgstr[0] "%(number)s linje har intet bogført forventet regnskab i denne opfølgning"
msgstr[1] "%(number)s linjer har intet bogført forventet regnskab i denne opfølgning"

msgid "All lines have a posted forecast in this follow-up."
msgstr "Alle linjer har et bogført forventet regnskab i denne opfølgning."

msgid "Enter amounts"
msgstr "Indtast beløb"

msgid "There are no budget lines here."
msgstr "Der er ingen budgetlinjer her."

msgid "Type as in a spreadsheet: 1.250 or 1,1. A minus sign alone means not stated. The arrow keys and Enter move between the cells, and a block that was copied in Excel can be pasted."
msgstr "Tast som i et regneark: 1.250 eller 1,1. En bindestreg alene betyder ikke angivet. Piletasterne og Enter flytter mellem cellerne, og en blok, der er kopieret i Excel, kan sættes ind."

#, python-format
msgid "Amounts in %(unit)s"
msgstr "Beløb i %(unit)s"

msgid "Total of the lines on this page"
msgstr "I alt for linjerne på denne side"

#, python-format
msgid "Totals as printed, against what is typed, in %(unit)s"
msgstr "Totaler som trykt over for det tastede, i %(unit)s"

msgid "stated in the document"
msgstr "oplyst i dokumentet"

msgid "computed"
msgstr "beregnet"

msgid "difference"
msgstr "forskel"

msgid "Pages of lines"
msgstr "Sider med budgetlinjer"

msgid "No amounts are posted on this day."
msgstr "Ingen beløb er bogført denne dag."

msgid "For a municipality that starts in the middle of a year. What differs from the computed revised budget becomes one entry, “change, not specified”, posted at once; decisions that are recorded later take its place."
msgstr "Til en kommune, der begynder midt i et år. Forskellen til det beregnede korrigerede budget bliver én postering, “ændring, ikke specificeret”, som bogføres med det samme; beslutninger, der registreres senere, træder i dens sted."

msgid "Successor"
msgstr "Efterfølger"

msgid "Took over from"
msgstr "Overtog fra"

msgid "The lines that it finances, each with its whole amount"
msgstr "De linjer, den finansierer, hver med hele beløbet"

msgid "Area of responsibility"
msgstr "Ansvarsområde"

msgid "Initiatives it has a part in"
msgstr "Indsatser, det har del i"

#, python-format
msgid "and %(number)s more"
msgid_plural "and %(number)s more"
msgstr[0] "og %(number)s til"
msgstr[1] "og %(number)s til"

msgid "Owner of the data of"
msgstr "Dataejer for"

msgid "Bodies within it"
msgstr "Underliggende organisationer"

#, python-format
msgid "Archived %(day)s: it has left lists and choices, and stays in reports and totals."
msgstr "Arkiveret %(day)s: den er ude af lister og valg, men står i rapporter og totaler."

msgid "with fictional data"
msgstr "med fiktive data"

msgid "of which"
msgstr "heraf"

msgid "Source:"
msgstr "Kilde:"

msgid "Change since the baseline:"
msgstr "Ændring siden udgangspunktet:"

msgid "Background only: neither budget, measured indicator nor target"
msgstr "Kun baggrund: hverken budget, målt indikator eller måltal"

msgid "About whom"
msgstr "Om hvem"

msgid "According to"
msgstr "Ifølge"

msgid "The day of the figures"
msgstr "Tallenes dag"

msgid "Shown now:"
msgstr "Vises nu:"

msgid "Today"
msgstr "I dag"

msgid "case"
msgstr "sag"

msgid "Some of what is shown here is made up to demonstrate the system. It is marked “fictional” where it stands."
msgstr "Noget af det viste er opdigtet for at demonstrere systemet. Det er mærket “fiktiv”, hvor det står."

msgid "What is followed up, how often and before whom"
msgstr "Hvad der følges op på, hvor ofte og over for hvem"

msgid "Presented to"
msgstr "Forelægges for"

msgid "Actual:"
msgstr "Forbrug:"

msgid "Forecast:"
msgstr "Forventet regnskab:"

msgid "size, as context:"
msgstr "størrelse, som baggrund:"

msgid "Latest measurement"
msgstr "Seneste måling"

msgid "Target:"
msgstr "Måltal:"

msgid "About the measurement"
msgstr "Om målingen"

msgid "Smallest certain change"
msgstr "Mindste sikre ændring"

msgid "Limits"
msgstr "Forbehold"

#, python-format
msgid "Measurements of %(name)s"
msgstr "Målinger af %(name)s"

msgid "Series break: not comparable with what is above."
msgstr "Databrud: kan ikke sammenlignes med det ovenfor."

msgid "deviation:"
msgstr "afvigelse:"

msgid "Initiatives with status, owner, deviation and indicators"
msgstr "Indsatser med status, tovholder, afvigelse og indikatorer"

msgid "Budget and deviation"
msgstr "Budget og afvigelse"

msgid "continued"
msgstr "fortsat"

msgid "Money:"
msgstr "Økonomi:"

msgid "Pages of initiatives"
msgstr "Sider med indsatser"

msgid "No initiatives are shown: change the filter or remove it."
msgstr "Ingen indsatser vises: ret filteret, eller fjern det."

msgid "Filters in use"
msgstr "Filtre i brug"

msgid "Remove the filter"
msgstr "Fjern filteret"

msgid "Remove all filters"
msgstr "Fjern alle filtre"

msgid "Status report on these"
msgstr "Statusrapport om disse"

msgid "Save or delete views"
msgstr "Gem eller slet visninger"

msgid "Save what is shown as"
msgstr "Gem det viste som"

msgid "Save the view"
msgstr "Gem visningen"

msgid "Strategies and plans:"
msgstr "Strategier og planer:"

msgid "Committees:"
msgstr "Udvalg:"

msgid "Status report (PDF)"
msgstr "Statusrapport (PDF)"

msgid "Earlier reports"
msgstr "Tidligere rapporter"

msgid "Status reports (PDF)"
msgstr "Statusrapporter (PDF)"

#, python-format
msgid "Council term %(name)s."
msgstr "Byrådsperioden %(name)s."

msgid "Taken over by"
msgstr "Afløst af"

msgid "Also called"
msgstr "Kaldes også"

msgid "compared"
msgstr "sammenholdt"

msgid "Status of the initiatives"
msgstr "Status på indsatserne"

msgid "Structure"
msgstr "Opbygning"

msgid "Breadcrumbs"
msgstr "Brødkrumme"

msgid "Valid to"
msgstr "Gyldig til"

msgid "as of"
msgstr "pr."

#, python-format
msgid "The year %(year)s"
msgstr "Årshjul %(year)s"

#, python-format
msgid "The year %(year)s in %(name)s"
msgstr "Årshjul %(year)s for %(name)s"

msgid "Years"
msgstr "År"

msgid "Days in italics follow from how often something is followed up; nobody has stated the day."
msgstr "Datoer i kursiv følger af, hvor ofte der følges op; ingen har angivet dagen."

msgid "Nothing lies in this year. What is here comes from meetings of reports, decisions, follow-ups and the milestones of initiatives."
msgstr "Der ligger intet i dette år. Det, der står her, kommer fra rapporternes møder, beslutninger, opfølgninger og indsatsernes milepæle."

msgid "now"
msgstr "nu"

msgid "by its rhythm"
msgstr "efter hyppigheden"

msgid "the committee's page"
msgstr "udvalgets side"

msgid "In your own calendar"
msgstr "I din egen kalender"

msgid "Copy the address now: it is shown this once."
msgstr "Kopiér adressen nu: den vises kun denne ene gang."

msgid "Add it in your calendar program as a calendar from the internet. Whoever has the address sees what you may see, so do not pass it on."
msgstr "Tilføj den i dit kalenderprogram som en kalender fra internettet. Den, der har adressen, ser det, du må se, så giv den ikke videre."

#, python-format
msgid "You have an address from %(day)s. If it is lost or known to others, make a new one: the old one then stops working."
msgstr "Du har en adresse fra %(day)s. Er den væk eller kendt af andre, så lav en ny: så virker den gamle ikke længere."

msgid "Make an address by which your calendar program follows the year. It needs no sign-in, shows what you may see, and can be withdrawn at any time."
msgstr "Lav en adresse, som dit kalenderprogram følger årshjulet med. Den kræver ikke log ind, viser det, du må se, og kan trækkes tilbage når som helst."

msgid "Make a new address"
msgstr "Lav en ny adresse"

msgid "Make an address"
msgstr "Lav en adresse"

msgid "Withdraw the address"
msgstr "Træk adressen tilbage"

msgid "To the figures of the latest report"
msgstr "Til tallene i den seneste rapport"

msgid "No report has been frozen for the committee yet."
msgstr "Der er endnu ikke låst en rapport til udvalget."

msgid "Figures of the report"
msgstr "Tal fra rapporten"

msgid "frozen as of"
msgstr "låst pr."

msgid "See live figures"
msgstr "Se de aktuelle tal"

msgid "– they may differ from the report."
msgstr "– de kan afvige fra rapporten."

msgid "State the committee's whole budget"
msgstr "Angiv udvalgets samlede budget"

msgid "No initiative has another status than last time."
msgstr "Ingen indsats har en anden status end sidst."

msgid "No earlier meeting is known to compare with."
msgstr "Intet tidligere møde er kendt at sammenligne med."

msgid "There is no earlier report to compare with."
msgstr "Der er ingen tidligere rapport at sammenligne med."

msgid "No decision has been entered since last time."
msgstr "Der er ikke indført nogen beslutning siden sidst."

msgid "new since last time"
msgstr "nyt siden sidst"

msgid "No initiative is yellow or red."
msgstr "Ingen indsats er gul eller rød."

msgid "For discussion and orientation"
msgstr "Til drøftelse og orientering"

msgid "All reports"
msgstr "Alle rapporter"

msgid "Why has it changed since last time?"
msgstr "Hvorfor er det ændret siden sidst?"

msgid "Choose a municipality"
msgstr "Vælg kommune"

msgid "No municipality yet"
msgstr "Ingen kommune endnu"

msgid "Your account belongs to no municipality at present. Ask the administrator of your municipality to give you a role."
msgstr "Din konto hører ikke til nogen kommune for øjeblikket. Bed kommunens administrator om at give dig en rolle."

msgid "Indicator"
msgstr "Indikator"

msgid "Edit"
msgstr "Redigér"

msgid "From baseline to target"
msgstr "Fra udgangspunkt til mål"

msgid "Measurements"
msgstr "Målinger"

msgid "A group never stands for the whole."
msgstr "En gruppe står aldrig for helheden."

msgid "Measurements by group"
msgstr "Målinger efter gruppe"

msgid "Groups held against the whole"
msgstr "Grupperne holdt op mod helheden"

msgid "Targets of others"
msgstr "Andres måltal"

msgid "Set by another body; the indicator is not judged by them."
msgstr "Sat af en anden instans; indikatoren vurderes ikke efter dem."

msgid "Published values are not edited: a new one takes the old one's place"
msgstr "Offentliggjorte værdier rettes ikke: en ny træder i stedet for den gamle"

msgid "Approved by"
msgstr "Godkendt af"

msgid "What it serves"
msgstr "Hvad den tjener"

#, python-format
msgid "%(name)s in other municipalities"
msgstr "%(name)s i andre kommuner"

msgid "Status: the owner's judgement"
msgstr "Status: tovholders vurdering"

msgid "The figures show"
msgstr "Tallene viser"

msgid "Earlier statuses"
msgstr "Tidligere status"

msgid "Parts"
msgstr "Dele"

msgid "The initiative's own indicators, and those of the objectives that it serves."
msgstr "Indsatsens egne indikatorer og dem, der hører til de mål, den tjener."

msgid "In the order of the source"
msgstr "I kildens rækkefølge"

msgid "Activity"
msgstr "Aktivitet"

msgid "Result"
msgstr "Resultat"

msgid "Who stands behind it"
msgstr "Hvem der står bag"

msgid "Decisions, hearings and events"
msgstr "Beslutninger, høringer og begivenheder"

msgid "Figures stand side by side only where both municipalities share them nationally, and question, scale, population and year agree. They are not ranked, added or averaged."
msgstr "Tal står kun side om side, når begge kommuner deler dem nationalt, og spørgsmål, skala, gruppe og år er de samme. De rangordnes ikke, lægges ikke sammen og bliver ikke til et gennemsnit."

msgid "by the municipality's name"
msgstr "efter kommunens navn"

msgid "Not compared"
msgstr "Sammenlignes ikke"

msgid "Known ways of measuring, and what their figures may and may not be compared with."
msgstr "Kendte måder at måle på, og hvad tallene må og ikke må sammenlignes med."

msgid "Used by"
msgstr "Bruges af"

msgid "There are no instruments yet."
msgstr "Der er ingen instrumenter endnu."

msgid "Enter the first instrument"
msgstr "Opret det første instrument"

msgid "The operator of the installation enters them."
msgstr "Driften opretter dem."

msgid "As a picture"
msgstr "Som billede"

msgid "The strategy has no objectives and no initiatives."
msgstr "Strategien har ingen mål og ingen indsatser."

#, python-format
msgid "Initiatives in %(name)s"
msgstr "Indsatser i %(name)s"

msgid "In other municipalities"
msgstr "I andre kommuner"

msgid "Initiatives that their municipalities share nationally, in the order of the names. They differ in what is done, for whom and how it is measured: they are not added together and not ranked."
msgstr "Indsatser, som deres kommuner deler nationalt, i navnenes rækkefølge. De er forskellige i, hvad der gøres, for hvem, og hvordan der måles: de lægges ikke sammen og rangordnes ikke."

msgid "the method is"
msgstr "metoden er"

msgid "source:"
msgstr "kilde:"

msgid "no indicator is shared"
msgstr "ingen indikator er delt"

msgid "No other municipality shares an initiative that uses the method."
msgstr "Ingen anden kommune deler en indsats, der bruger metoden."

msgid "Objectives below it"
msgstr "Mål under det"

msgid "Filter the initiatives"
msgstr "Filtrér indsatserne"

msgid "More filters"
msgstr "Flere filtre"

msgid "Filter"
msgstr "Filtrér"

msgid "Your saved views"
msgstr "Dine gemte visninger"

msgid "Your views:"
msgstr "Dine visninger:"

msgid "The list could not be fetched, so what stands below is from before. Check the network and press “Filter”."
msgstr "Listen kunne ikke hentes, så det, der står nedenfor, er fra før. Se efter forbindelsen, og tryk på “Filtrér”."

msgid "Order of the objectives"
msgstr "Målenes rækkefølge"

msgid "Initiatives of the strategy under no objective"
msgstr "Strategiens indsatser uden for målene"

msgid "Holds"
msgstr "Rummer"

msgid "The extract was taken back: what it wrote is gone."
msgstr "Udtrækket er taget tilbage: Det, det skrev, er væk."

msgid "The extract is booked. Its readings stand in the budget follow-up, each with the cells that it comes from."
msgstr "Udtrækket er indlæst. Opgørelserne står i budgetopfølgningen, hver med de celler, den kommer fra."

msgid "Go to the budget"
msgstr "Gå til budgettet"

#, python-format
msgid "The file was deleted by rule on %(day)s. It can therefore not be taken back any more."
msgstr "Filen blev slettet efter reglerne den %(day)s. Udtrækket kan derfor ikke tages tilbage længere."

msgid "Take it back"
msgstr "Tag det tilbage"

msgid "Read as:"
msgstr "Læst sådan:"

msgid "Change it"
msgstr "Ret det"

msgid "It cannot be booked yet"
msgstr "Det kan ikke indlæses endnu"

msgid "All of it is booked already. There is nothing to change."
msgstr "Det hele er indlæst allerede. Der er intet at ændre."

msgid "The whole extract against its total"
msgstr "Hele udtrækket mod dets sum"

msgid "Part"
msgstr "Del"

msgid "Rows"
msgstr "Rækker"

msgid "to be settled"
msgstr "skal afklares"

msgid "Cells that cannot be read"
msgstr "Celler, der ikke kan læses"

msgid "Accounts that two rules claim"
msgstr "Konti, som to regler gør krav på"

msgid "Change the rules"
msgstr "Ret reglerne"

#, python-format
msgid "%(number)s account has no budget line"
msgid_plural "%(number)s accounts have no budget line"
msgstr[0] "%(number)s konto har ingen budgetlinje"
msgstr[1] "%(number)s konti har ingen budgetlinje"

msgid "What you say is remembered for the next extracts."
msgstr "Det, du angiver, huskes til de næste udtræk."

#, python-format
msgid "%(number)s row, %(amount)s"
msgid_plural "%(number)s rows, %(amount)s"
msgstr[0] "%(number)s række, %(amount)s"
msgstr[1] "%(number)s rækker, %(amount)s"

msgid "Remember"
msgstr "Husk"

msgid "Actual spending by budget line"
msgstr "Forbrug på budgetlinjer"

msgid "In the extract"
msgstr "I udtrækket"

msgid "Reading now"
msgstr "Opgørelse nu"

msgid "Reading after"
msgstr "Opgørelse efter"

msgid "Accounts outside the overview"
msgstr "Konti uden for oversigten"

msgid "What the columns mean, month and signs"
msgstr "Hvad kolonnerne betyder, måned og fortegn"

msgid "Read it this way"
msgstr "Læs det sådan"

#, python-format
msgid "Book %(number)s reading"
msgid_plural "Book %(number)s readings"
msgstr[0] "Indlæs %(number)s opgørelse"
msgstr[1] "Indlæs %(number)s opgørelser"

msgid "Discard the extract"
msgstr "Kassér udtrækket"

msgid "Book an extract of the finance system"
msgstr "Indlæs et udtræk fra økonomisystemet"

msgid "The rows are added up by budget line through the accounts that are remembered, and compared with the total of the extract. Nothing is booked before you confirm."
msgstr "Rækkerne lægges sammen på budgetlinjer ved hjælp af de konti, der er husket, og sammenlignes med udtrækkets sum. Intet bliver indlæst, før du bekræfter."

msgid "Read the extract"
msgstr "Læs udtrækket"

msgid "Accounts that are remembered"
msgstr "Konti, der er husket"

msgid "Extracts that were read"
msgstr "Udtræk, der er læst"

#, python-format
msgid "%(who)s, %(when)s"
msgstr "%(who)s, %(when)s"

msgid "Pages of extracts"
msgstr "Sider med udtræk"

msgid "What the grid is about"
msgstr "Hvad gitteret handler om"

msgid "Show the grid"
msgstr "Vis gitteret"

msgid "Nothing is saved yet. What you typed is kept."
msgstr "Intet er gemt endnu. Det, du har tastet, er bevaret."

msgid "Some of what was pasted lies outside the grid and was left out: "
msgstr "Noget af det indsatte ligger uden for gitteret og er udeladt: "

msgid "Cells pasted: "
msgstr "Indsatte celler: "

msgid "This is what the values say"
msgstr "Det siger tallene"

msgid "Nothing is saved yet."
msgstr "Intet er gemt endnu."

msgid "The values cannot be approved like this"
msgstr "Værdierne kan ikke godkendes sådan"

msgid "Look at this first"
msgstr "Se på dette først"

msgid "I have looked, and the values are right"
msgstr "Jeg har set efter, og værdierne er rigtige"

#, python-format
msgid "%(name)s: the target lies inside the noise"
msgstr "%(name)s: måltallet ligger inden for usikkerheden"

msgid "As the pages would show it"
msgstr "Sådan ville siderne vise det"

msgid "Until now"
msgstr "Hidtil"

msgid "Now"
msgstr "Nu"

msgid "Verdict"
msgstr "Vurdering"

msgid "All indicators of a survey in one go, for the whole and for groups. See what the values say before you save them."
msgstr "Alle en undersøgelses indikatorer på én gang, for helheden og for grupper. Se, hvad tallene siger, før du gemmer dem."

msgid "See the fields below the grid."
msgstr "Se felterne under gitteret."

#, python-format
msgid "Type as in a spreadsheet: 49 %%, 67,4, ca. 1.600, <5 or 10 of 50. The arrow keys and Enter move between the cells, and a block that was copied in Excel can be pasted."
msgstr "Skriv som i et regneark: 49 %%, 67,4, ca. 1.600, <5 eller 10 af 50. Piletaster og Enter flytter mellem felterne, og en blok, der er kopieret i Excel, kan sættes ind."

#, python-format
msgid "Values of %(period)s"
msgstr "Værdier for %(period)s"

msgid "More about the survey"
msgstr "Mere om undersøgelsen"

msgid "See what the values say"
msgstr "Se, hvad tallene siger"

msgid "There are no indicators here."
msgstr "Her er ingen indikatorer."

msgid "One is kept and takes over everything that hangs on the other: links, texts, budget lines, indicators, sources. The other's name and address lead to it from then on."
msgstr "Den ene bliver og overtager alt, der hænger på den anden: forbindelser, tekster, budgetlinjer, indikatorer og kilder. Den andens navn og adresse fører til den fra da af."

msgid "What is merged"
msgstr "Hvad der flettes"

#, python-format
msgid "“%(other)s” into “%(kept)s”"
msgstr "”%(other)s” ind i ”%(kept)s”"

msgid "The other way round"
msgstr "Den modsatte vej"

msgid "Choose two others"
msgstr "Vælg to andre"

msgid "What moves"
msgstr "Hvad der flytter"

msgid "Nothing hangs on it."
msgstr "Der hænger intet på den."

msgid "Said by both, and kept once:"
msgstr "Står ved begge og bevares én gang:"

msgid "Empty, and filled in from the other:"
msgstr "Tomt og udfyldes fra den anden:"

msgid "Where they differ"
msgstr "Hvor de er forskellige"

msgid "Confirm"
msgstr "Bekræft"

msgid "Merge"
msgstr "Flet"

msgid "Cancel"
msgstr "Annullér"

msgid "These look alike"
msgstr "Disse ligner hinanden"

msgid "Look at it"
msgstr "Se på det"

#, python-format
msgid "and %(n)s more pair"
msgid_plural "and %(n)s more pairs"
msgstr[0] "og %(n)s par til"
msgstr[1] "og %(n)s par til"

msgid "None have the same name. You can still choose two."
msgstr "Ingen hedder det samme. Du kan stadig vælge to."

msgid "Choose two"
msgstr "Vælg to"

msgid "See what happens"
msgstr "Se, hvad der sker"

msgid "From the first day to the last the deputy may change what the absent leads, by name or through the department, and finds it among her own. Before and after not."
msgstr "Fra den første dag til og med den sidste kan stedfortræderen rette det, den fraværende leder i eget navn eller gennem sin afdeling, og finder det blandt sine egne indsatser. Hverken før eller efter."

msgid "Is back"
msgstr "Er tilbage"

msgid "Take back"
msgstr "Tag tilbage"

msgid "Nobody is absent, now or later."
msgstr "Ingen er fraværende, hverken nu eller senere."

msgid "Write an absence"
msgstr "Skriv et fravær"

msgid "Do not write why: it is nobody's business here."
msgstr "Skriv ikke hvorfor: det kommer ikke andre ved."

msgid "Hand all over"
msgstr "Overdrag alt"

msgid "What is handed over"
msgstr "Hvad der overdrages"

msgid "Deputy of"
msgstr "Stedfortræder for"

#, python-format
msgid "%(person)s leads nothing that runs, and is nobody's deputy."
msgstr "%(person)s leder ingen igangværende indsatser og er ikke stedfortræder for nogen."

#, python-format
msgid "%(n)s ended or archived initiative keeps the name of who led it."
msgid_plural "%(n)s ended or archived initiatives keep the name of who led them."
msgstr[0] "%(n)s afsluttet eller arkiveret indsats beholder navnet på den, der ledede den."
msgstr[1] "%(n)s afsluttede eller arkiverede indsatser beholder navnet på den, der ledede dem."

msgid "What the department leads stays with the department. Statuses that were given keep their author."
msgstr "Det, afdelingen leder, bliver hos afdelingen. Afgivne statusser beholder deres forfatter."

msgid "To whom"
msgstr "Til hvem"

msgid "Roles now:"
msgstr "Roller nu:"

msgid "Invite people"
msgstr "Invitér personer"

#, python-format
msgid "%(n)s line cannot be read. Nothing is sent until it is put right below."
msgid_plural "%(n)s lines cannot be read. Nothing is sent until they are put right below."
msgstr[0] "%(n)s linje kan ikke bruges. Intet sendes, før den er rettet nedenfor."
msgstr[1] "%(n)s linjer kan ikke bruges. Intet sendes, før de er rettet nedenfor."

msgid "This is what happens"
msgstr "Det sker der"

#, python-format
msgid "Line %(n)s"
msgstr "Linje %(n)s"

msgid "There is nobody in the list."
msgstr "Der er ingen på listen."

#, python-format
msgid "Give %(n)s role and send the mail"
msgid_plural "Give %(n)s roles and send the mails"
msgstr[0] "Giv %(n)s rolle, og send mailen"
msgstr[1] "Giv %(n)s roller, og send mails"

msgid "The list"
msgstr "Listen"

msgid "Put the list right"
msgstr "Ret listen"

msgid "For example:"
msgstr "For eksempel:"

msgid "Search for people"
msgstr "Søg efter personer"

msgid "Name or e-mail"
msgstr "Navn eller mail"

msgid "closed"
msgstr "lukket"

msgid "has not signed in yet"
msgstr "har ikke logget ind endnu"

msgid "over"
msgstr "ophørt"

msgid "Send the link again"
msgstr "Send linket igen"

msgid "Roles"
msgstr "Roller"

#, python-format
msgid "End the role %(role)s"
msgstr "Afslut rollen %(role)s"

msgid "The last day of the role"
msgstr "Rollens sidste dag"

msgid "End the role"
msgstr "Afslut rollen"

msgid "Nobody here by that name."
msgstr "Ingen her med det navn."

#, python-format
msgid "Initiative %(number)s of %(count)s"
msgstr "Indsats %(number)s af %(count)s"

msgid "Something is to be corrected below. What you typed is kept."
msgstr "Noget skal rettes herunder. Det, du har skrevet, er bevaret."

msgid "Correct what was read"
msgstr "Ret det, der er læst"

msgid "Amounts in the text"
msgstr "Beløb i teksten"

msgid "Texts"
msgstr "Tekster"

msgid "Keep"
msgstr "Gem"

msgid "Keep, and go to the next"
msgstr "Gem i kladden, og gå til den næste"

msgid "It is part of another initiative"
msgstr "Den er en del af en anden indsats"

msgid "Join them"
msgstr "Saml dem"

msgid "Outside the initiatives"
msgstr "Uden for indsatserne"

msgid "Introductions, contact data and the like. It is not saved, unless you move it to an initiative."
msgstr "Indledninger, kontaktoplysninger og lignende. Det gemmes ikke, medmindre du flytter det til en indsats."

#, python-format
msgid "Move %(place)s to"
msgstr "Flyt %(place)s til"

msgid "it stays outside"
msgstr "bliver udenfor"

msgid "Pages of texts"
msgstr "Sider med tekster"

msgid "pasted text"
msgstr "indsat tekst"

msgid "The plan was taken back: what it wrote is gone."
msgstr "Planen er taget tilbage: Det, den skrev, er væk."

msgid "The plan is saved. What was read is shown here as it was; correct the initiatives where they stand now."
msgstr "Planen er gemt. Her ses det, der blev læst; ret indsatserne, hvor de står nu."

msgid "Go to the portfolio overview"
msgstr "Gå til indsatsoversigten"

#, python-format
msgid "The file and what was read of it were deleted by rule on %(day)s. It can therefore not be taken back any more."
msgstr "Filen, og det der blev læst af den, blev slettet efter reglerne den %(day)s. Planen kan derfor ikke tages tilbage længere."

msgid "No initiatives were recognised: the text has none of the usual headings. The text stands below; add an initiative by its name and move texts to it."
msgstr "Ingen indsatser blev genkendt: Teksten har ingen af de sædvanlige overskrifter. Teksten står udenfor; tilføj en indsats ved navn, og flyt tekster til den."

#, python-format
msgid "%(number)s initiative was found"
msgid_plural "%(number)s initiatives were found"
msgstr[0] "%(number)s indsats blev fundet"
msgstr[1] "%(number)s indsatser blev fundet"

msgid "is not saved"
msgstr "gemmes ikke"

#, python-format
msgid "%(filled)s of %(headings)s headings"
msgstr "%(filled)s af %(headings)s overskrifter"

msgid "Without a text"
msgstr "Uden tekst"

msgid "Add an initiative that was not found"
msgstr "Tilføj en indsats, der ikke blev fundet"

msgid "Add"
msgstr "Tilføj"

msgid "Printed totals against the amounts that were found"
msgstr "Trykte summer mod de fundne beløb"

msgid "stated"
msgstr "oplyst"

msgid "What was decided while reading"
msgstr "Hvad der blev afgjort under læsningen"

#, python-format
msgid "%(number)s text stands outside the initiatives"
msgid_plural "%(number)s texts stand outside the initiatives"
msgstr[0] "%(number)s tekst står uden for indsatserne"
msgstr[1] "%(number)s tekster står uden for indsatserne"

msgid "The whole plan"
msgstr "Hele planen"

msgid "See what saving does"
msgstr "Se, hvad der vil ske"

msgid "Discard the plan"
msgstr "Kassér planen"

msgid "Read an action plan"
msgstr "Læs en handleplan ind"

msgid "A plan that describes its initiatives under the same headings, or in tables under themes and tracks, is split into initiatives. You correct what was read, and see what it does, before anything is saved."
msgstr "En plan, der beskriver sine indsatser under de samme overskrifter eller i tabeller under temaer og spor, deles op i indsatser. Du retter det, der er læst, og ser, hvad der vil ske, før noget gemmes."

msgid "Read the plan"
msgstr "Læs planen"

msgid "Plans that were read"
msgstr "Planer, der er læst"

msgid "Pages of plans"
msgstr "Sider med handleplaner"

msgid "Before the plan is saved"
msgstr "Før planen gemmes"

#, python-format
msgid "New initiatives: %(new)s. Changed: %(changed)s. Left as they are: %(left)s."
msgstr "Nye indsatser: %(new)s. Ændrede: %(changed)s. Uændrede: %(left)s."

msgid "This must be put right first"
msgstr "Dette skal rettes først"

msgid "All of it is there already. There is nothing to save."
msgstr "Det hele er der allerede. Der er intet at gemme."

msgid "For the whole plan"
msgstr "For hele planen"

msgid "before"
msgstr "før"

msgid "after"
msgstr "efter"

#, python-format
msgid "%(number)s thing is there already."
msgid_plural "%(number)s things are there already."
msgstr[0] "%(number)s ting er der allerede."
msgstr[1] "%(number)s ting er der allerede."

msgid "Save the plan"
msgstr "Gem planen"

msgid "Correct more"
msgstr "Ret mere"

msgid "Back to the plan"
msgstr "Tilbage til planen"

#, python-format
msgid "%(by)s has made you a user of Pejlemærke in %(municipality)s: the overview of the municipality's social initiatives, their money and their effect."
msgstr "%(by)s har oprettet dig som bruger af Pejlemærke i %(municipality)s: overblikket over kommunens sociale indsatser, deres økonomi og deres virkning."

msgid "Choose a password here within 24 hours:"
msgstr "Vælg en adgangskode her inden for 24 timer:"

#, python-format
msgid "You sign in with %(email)s. Is the link too old, ask for a new one here:"
msgstr "Du logger ind med %(email)s. Er linket for gammelt, kan du bede om et nyt her:"

#, python-format
msgid "%(municipality)s invites you to Pejlemærke"
msgstr "%(municipality)s inviterer dig til Pejlemærke"

msgid "Sign in"
msgstr "Log ind"

msgid "Forgotten your password?"
msgstr "Har du glemt din adgangskode?"

msgid "Your password has been changed"
msgstr "Din adgangskode er skiftet"

msgid "Use the new password the next time you sign in."
msgstr "Brug den nye adgangskode, næste gang du logger ind."

msgid "Save new password"
msgstr "Gem ny adgangskode"

msgid "Your new password is saved"
msgstr "Din nye adgangskode er gemt"

msgid "You can sign in with it now."
msgstr "Du kan logge ind med den nu."

msgid "Go to sign-in"
msgstr "Gå til log ind"

msgid "Choose a new password"
msgstr "Vælg en ny adgangskode"

msgid "The link cannot be used"
msgstr "Linket kan ikke bruges"

msgid "It has been used already, or it is more than 24 hours old."
msgstr "Det er allerede brugt, eller det er mere end 24 timer gammelt."

msgid "Ask for a new link"
msgstr "Bed om et nyt link"

msgid "Look in your mail"
msgstr "Se i din indbakke"

msgid "If the address belongs to a user, a message with a link is on its way. The link works for 24 hours."
msgstr "Hvis adressen tilhører en bruger, er en besked med et link på vej. Linket virker i 24 timer."

msgid "You, or someone who knows your e-mail address, asked for a new password for Pejlemærke. Choose it here within 24 hours:"
msgstr "Du, eller en der kender din e-mailadresse, har bedt om en ny adgangskode til Pejlemærke. Vælg den her inden for 24 timer:"

msgid "If you did not ask, you need do nothing: your password is unchanged."
msgstr "Hvis du ikke har bedt om det, skal du ikke gøre noget: Din adgangskode er uændret."

msgid "Forgotten password"
msgstr "Glemt adgangskode"

msgid "Write your e-mail address. If you are a user here, you get a message with a link for choosing a new password."
msgstr "Skriv din e-mailadresse. Hvis du er bruger her, får du en besked med et link til at vælge en ny adgangskode."

msgid "Send me a link"
msgstr "Send mig et link"

msgid "New password for Pejlemærke"
msgstr "Ny adgangskode til Pejlemærke"

msgid "The figures and the owner say"
msgstr "Tallene og tovholderen siger"

msgid "Last time"
msgstr "Sidst"

msgid "Which initiatives"
msgstr "Hvilke indsatser"

msgid "The portfolio's own filters. Nothing chosen: all approved initiatives of the municipality."
msgstr "Indsatsoversigtens egne filtre. Intet valgt: alle kommunens godkendte indsatser."

msgid "How it is built"
msgstr "Hvordan den er bygget op"

msgid "Sections of the status report, and their order"
msgstr "Statusrapportens afsnit og deres rækkefølge"

msgid "Sections of the status report"
msgstr "Statusrapportens afsnit"

msgid "Section"
msgstr "Afsnit"

msgid "Place"
msgstr "Plads"

msgid "A section that has nothing to say is left out of the report."
msgstr "Et afsnit, der ikke har noget at sige, udelades af rapporten."

msgid "Filter the reports"
msgstr "Filtrér rapporterne"

msgid "The report is ready."
msgstr "Rapporten er klar."

msgid "Download the PDF"
msgstr "Hent PDF"

msgid "Read it here"
msgstr "Læs den her"

#, python-format
msgid "%(n)s page"
msgid_plural "%(n)s pages"
msgstr[0] "%(n)s side"
msgstr[1] "%(n)s sider"

#, python-format
msgid "attempt %(attempt)s of %(max)s"
msgstr "forsøg %(attempt)s af %(max)s"

msgid "The last attempt failed"
msgstr "Det seneste forsøg mislykkedes"

msgid "Show how far it is now"
msgstr "Vis, hvor langt den er nu"

msgid "Stop"
msgstr "Stop"

msgid "The making of the report was stopped."
msgstr "Udarbejdelsen af rapporten blev stoppet."

msgid "Try again"
msgstr "Prøv igen"

msgid "A draft: nothing is frozen, and only those who work in the municipality can see it."
msgstr "En kladde: intet er låst, og kun dem, der arbejder i kommunen, kan se den."

msgid "Status reports"
msgstr "Statusrapporter"

msgid "What the report is about"
msgstr "Hvad rapporten handler om"

msgid "What it is about"
msgstr "Hvad den handler om"

msgid "The committee's decision"
msgstr "Udvalgets beslutning"

#, python-format
msgid "Enter what was decided on “%(title)s”. It stands at each initiative of the report, and the next report opens with it."
msgstr "Skriv, hvad der blev besluttet om “%(title)s”. Det står ved hver indsats i rapporten, og den næste rapport følger op på det."

msgid "Enter the decision"
msgstr "Skriv beslutningen ind"

msgid "New report"
msgstr "Ny rapport"

msgid "Choose what the report is about. On the next page you write what only you know; the figures come by themselves."
msgstr "Vælg, hvad rapporten handler om. På næste side skriver du det, som kun du ved; tallene kommer af sig selv."

msgid "Begin with"
msgstr "Begynd med"

msgid "the usual"
msgstr "det sædvanlige"

msgid "Fill in"
msgstr "Udfyld"

msgid "Make the draft"
msgstr "Lav kladden"

msgid "The municipality's own headings"
msgstr "Kommunens egne overskrifter"

msgid "Take a copy of a known order, and edit its headings, their order and how the recommendation is numbered."
msgstr "Tag en kopi af en kendt rækkefølge, og redigér overskrifterne, deres orden og nummereringen af indstillingen."

msgid "Known order"
msgstr "Kendt rækkefølge"

msgid "Make a copy to edit"
msgstr "Lav en kopi til redigering"

#, python-format
msgid "Note %(n)s"
msgstr "Note %(n)s"

msgid "What is changed in this version"
msgstr "Hvad der er ændret i denne version"

msgid "Changes"
msgstr "Ændringer"

msgid "No figure and no text that is compared differs; see the reason."
msgstr "Ingen af de tal og tekster, der sammenlignes, er ændret; se begrundelsen."

msgid "About this file"
msgstr "Om denne fil"

msgid "The report was frozen when it was made, and can be made again from the same content to the byte."
msgstr "Rapporten blev låst, da den blev lavet. Af det samme indhold kan den laves igen, så hver byte er ens."

#, python-format
msgid "%(n)s character of the texts cannot be printed and stands as ¤."
msgid_plural "%(n)s characters of the texts cannot be printed and stand as ¤."
msgstr[0] "%(n)s tegn i teksterne kan ikke trykkes og står som ¤."
msgstr[1] "%(n)s tegn i teksterne kan ikke trykkes og står som ¤."

msgid "Report"
msgstr "Rapport"

msgid "Checksum of the content (SHA-256)"
msgstr "Kontrolsum for indholdet (SHA-256)"

msgid "Contents"
msgstr "Indhold"

msgid "Attachment: status report"
msgstr "Bilag: statusrapport"

msgid "What deviates"
msgstr "Hvad der afviger"

msgid "Consequence for the target group"
msgstr "Konsekvens for målgruppen"

msgid "No initiative deviates from its course."
msgstr "Ingen indsatser afviger fra planen."

msgid "Amounts by year"
msgstr "Beløb pr. år"

#, python-format
msgid "Logo of %(owner)s"
msgstr "Logo for %(owner)s"

msgid "This report contains fictional demonstration data. They are marked “fictional” where they stand, and say nothing of the municipality."
msgstr "Rapporten indeholder fiktive demonstrationsdata. De er mærket “fiktiv”, hvor de står, og siger intet om kommunen."

msgid "About the case"
msgstr "Om sagen"

#, python-format
msgid "The committee's decision of %(day)s on “%(title)s”"
msgstr "Udvalgets beslutning den %(day)s om “%(title)s”"

msgid "The adopted budget with the supplementary appropriations, transfers and amounts carried over that have been decided since."
msgstr "Det vedtagne budget med de tillægsbevillinger, omplaceringer og overførsler, der er besluttet siden."

msgid "What the year is expected to cost, as stated by those responsible for the budget."
msgstr "Hvad året ventes at koste, som de budgetansvarlige har oplyst."

msgid "The forecast held against the revised budget. The word says which way it goes, whatever the sign."
msgstr "Forventet regnskab holdt op mod korrigeret budget. Ordet siger, hvilken vej det går, uanset fortegnet."

msgid "The owner's own assessment of progress, economy and effect, approved by a manager: on track, needs attention or off track."
msgstr "Tovholders egen vurdering af fremdrift, økonomi og effekt, godkendt af en leder: følger planen, kræver opmærksomhed eller afviger."

msgid "The first measured value, which all later ones are held against."
msgstr "Den første målte værdi, som de senere holdes op mod."

msgid "The value to be reached, with the day on which it should be."
msgstr "Den værdi, der skal nås, og den dag, den skal være nået."

msgid "How much of the way from baseline to target has been covered."
msgstr "Hvor meget af vejen fra udgangspunkt til måltal der er tilbagelagt."

msgid "Percentage point"
msgstr "Procentpoint"

msgid "The difference between two percentages: from 45 to 40 per cent is five percentage points."
msgstr "Forskellen mellem to procenttal: fra 45 til 40 procent er fem procentpoint."

msgid "The source does not say. It is not the same as 0."
msgstr "Det siger kilden ikke noget om. Det er ikke det samme som 0."

msgid "This section contains fictional demonstration data, marked where they stand."
msgstr "Afsnittet indeholder fiktive demonstrationsdata, mærket hvor de står."

#, python-format
msgid "The owner's assessment as of %(day)s"
msgstr "Tovholderens vurdering pr. %(day)s"

msgid "No sources are recorded."
msgstr "Der er ikke registreret kilder."

msgid "Only adopted amounts enter the revised budget. Proposed and prioritised amounts stand under their own names and are never added to it."
msgstr "Kun vedtagne beløb indgår i det korrigerede budget. Foreslåede og prioriterede beløb står under deres eget navn og lægges aldrig til."

msgid "An amount for several years is not spread over them. Printed and computed totals stand side by side; a difference is shown, not mended."
msgstr "Et beløb for flere år fordeles ikke på årene. Oplyste og beregnede summer står ved siden af hinanden; en forskel vises og rettes ikke."

msgid "Unknown is not zero: what the sources do not say is written in words."
msgstr "Ukendt er ikke nul: Det, som kilderne ikke oplyser, står med ord."

msgid "Progress is the part of the way from baseline to target that has been covered. Uncertainty is given where the number of answers is known."
msgstr "Målopfyldelse er den del af vejen fra udgangspunkt til mål, der er tilbagelagt. Usikkerhed er angivet, hvor antallet af svar er kendt."

msgid "The status is the owner's own assessment, approved by a manager."
msgstr "Status er tovholderens egen vurdering, godkendt af en leder."

msgid "Nothing dated after the day of the figures is counted. Names and texts are as they were worded when the report was frozen."
msgstr "Intet, der er dateret efter opgørelsesdagen, er talt med. Navne og tekster er, som de lød, da rapporten blev låst."

msgid "Initiatives outside the strategies"
msgstr "Indsatser uden for strategierne"

msgid "Initiative, objective and owner"
msgstr "Indsats, mål og tovholder"

msgid "Next milestone"
msgstr "Næste milepæl"

msgctxt "objectives, in a table"
msgid "and others"
msgstr "m.fl."

#, python-format
msgid "Status report with figures as of %(day)s"
msgstr "Statusrapport med tal opgjort pr. %(day)s"

msgid "Contains fictional demonstration data"
msgstr "Indeholder fiktive demonstrationsdata"

msgid "Page"
msgstr "Side"

msgctxt "page x of y"
msgid "of"
msgstr "af"

msgid "Preview"
msgstr "Forhåndsvisning"

msgid "Preview of a draft"
msgstr "Forhåndsvisning af en kladde"

msgid "The figures are as they would be frozen now. Nothing is issued."
msgstr "Tallene er, som de ville blive låst nu. Intet er sendt ud."

msgid "The pages as they were frozen."
msgstr "Siderne, som de blev låst."

msgid "Back to the report"
msgstr "Tilbage til rapporten"

msgid "This version is replaced."
msgstr "Denne version er erstattet."

#, python-format
msgid "Read version %(n)s"
msgstr "Læs version %(n)s"

msgid "Next"
msgstr "Næste"

msgid "Write the texts"
msgstr "Skriv teksterne"

msgid "See it as it will be"
msgstr "Se den, som den bliver"

msgid "Freeze, and make the PDF"
msgstr "Lås, og lav PDF'en"

msgid "Frozen, the report never changes again, whatever is renamed, edited or added afterwards. The committee can read it when its PDF is made."
msgstr "Når rapporten er låst, ændrer den sig aldrig mere, uanset hvad der siden omdøbes, redigeres eller tilføjes. Udvalget kan læse den, når PDF'en er lavet."

msgid "Sent to"
msgstr "Sendt til"

msgid "For example the agenda system or the secretariat."
msgstr "For eksempel dagsordenssystemet eller sekretariatet."

msgid "Note that it is sent"
msgstr "Notér, at den er sendt"

msgid "Mend the decision"
msgstr "Ret beslutningen"

msgid "Enter the committee's decision"
msgstr "Skriv udvalgets beslutning ind"

msgid "Issue a corrected version"
msgstr "Udsend en rettet version"

msgid "Why it is corrected"
msgstr "Hvorfor den rettes"

msgid "The committee reads it in the new version, with all that differs."
msgstr "Udvalget læser det i den nye version, sammen med alt, hvad der er ændret."

msgid "Begin the corrected version"
msgstr "Begynd på den rettede version"

msgid "Keep how it is composed as a template"
msgstr "Gem opbygningen som skabelon"

msgid "Name of the template"
msgstr "Skabelonens navn"

msgid "Throw the draft away"
msgstr "Kassér kladden"

msgid "About the report"
msgstr "Om rapporten"

msgid "Report on"
msgstr "Rapport om"

msgid "Corrects"
msgstr "Retter"

#, python-format
msgid "version %(n)s"
msgstr "version %(n)s"

msgid "Ordered by"
msgstr "Bestilt af"

msgid "Sent"
msgstr "Sendt"

msgid "Made by"
msgstr "Lavet af"

msgid "What can be done"
msgstr "Hvad der kan gøres"

msgid "replaced by a new version"
msgstr "erstattet af en ny version"

msgid "not made yet"
msgstr "ikke lavet endnu"

msgid "Pages of reports"
msgstr "Sider med rapporter"

msgid "No report is like that."
msgstr "Ingen rapport svarer til det."

msgid "No report has been made yet."
msgstr "Der er ikke lavet nogen rapport endnu."

msgid "No finished report is here yet."
msgstr "Der er endnu ingen færdig rapport."

msgid "Sheet"
msgstr "Ark"

msgid "As it would be printed"
msgstr "Som den vil blive trykt"

msgid "The initiative is a draft: a report does not hold it before it is approved."
msgstr "Indsatsen er et udkast: den kommer først med i en rapport, når den er godkendt."

msgid "With all that is saved, also what a report leaves out until it is approved."
msgstr "Med alt det, der er gemt, også det, en rapport udelader, til det er godkendt."

msgid "Print"
msgstr "Udskriv"

msgid "Back to the initiative"
msgstr "Tilbage til indsatsen"

msgid "Texts of the report"
msgstr "Rapportens tekster"

msgid "All fields may stand empty: what says nothing is left out of the report, heading and all."
msgstr "Alle felter må stå tomme: hvad der intet siger, udelades af rapporten med overskrift og det hele."

#, python-format
msgid "Beside the fields stands what was written in “%(title)s”."
msgstr "Ved siden af felterne står, hvad der blev skrevet i “%(title)s”."

msgid "Something has to be mended before it can be saved. It is marked below."
msgstr "Noget skal rettes, før det kan gemmes. Det er markeret nedenfor."

msgid "Pick from the municipality's sentences"
msgstr "Vælg fra kommunens punkter"

msgid "Add the chosen, and save"
msgstr "Tilføj de valgte, og gem"

msgid "What the deviations mean for the target groups"
msgstr "Hvad afvigelserne betyder for målgrupperne"

msgid "What deviates, why and what is done stands in the approved status. Here you write the consequence."
msgstr "Hvad der afviger, hvorfor, og hvad der gøres, står i den godkendte status. Her skriver du konsekvensen."

msgid "What the committee can choose between: for the whole case, or for an initiative that deviates."
msgstr "Hvad udvalget kan vælge imellem: for hele sagen eller for en indsats, der afviger."

msgid "What may go wrong, and what is done about it."
msgstr "Hvad der kan gå galt, og hvad der gøres ved det."

msgid "Who was heard, and what they answered. A body without an answer is left out."
msgstr "Hvem der er hørt, og hvad de svarede. Et råd uden svar udelades."

msgid "What became of earlier decisions"
msgstr "Hvad der blev af tidligere beslutninger"

msgid "The committee's economy"
msgstr "Udvalgets økonomi"

msgid "Fill empty fields with last time's answers, and save"
msgstr "Udfyld tomme felter med svarene fra sidst, og gem"

msgid "Get as a spreadsheet"
msgstr "Hent som regneark"

msgid "Excel (.xlsx), all tables"
msgstr "Excel (.xlsx), alle tabeller"

msgid "CSV for Excel, all tables (.zip)"
msgstr "CSV til Excel, alle tabeller (.zip)"

msgid "CSV for other programs, all tables (.zip)"
msgstr "CSV til andre programmer, alle tabeller (.zip)"

msgid "Cell"
msgstr "Celle"

msgid "Stands there"
msgstr "Der står"

msgid "What to do"
msgstr "Hvad du kan gøre"

msgid "Or"
msgstr "Eller"

msgid "the whole sheet"
msgstr "hele arket"

#, python-format
msgid "leave row %(row)s out"
msgstr "udelad række %(row)s"

#, python-format
msgid "and %(n)s more"
msgid_plural "and %(n)s more"
msgstr[0] "og %(n)s mere"
msgstr[1] "og %(n)s mere"

msgid "Steps of the import"
msgstr "Importens trin"

msgid "1. Choose the file"
msgstr "1. Vælg filen"

msgid "2. Check the columns"
msgstr "2. Se kolonnerne efter"

msgid "3. Preview and confirm"
msgstr "3. Se forhåndsvisningen, og bekræft"

msgid "Import"
msgstr "Importér"

msgid "The import was taken back"
msgstr "Importen er taget tilbage"

msgid "What the import did"
msgstr "Hvad importen gjorde"

msgid "Fetch the file"
msgstr "Hent filen"

msgid "Take the import back"
msgstr "Tag importen tilbage"

msgid "Import it again"
msgstr "Importér igen"

msgid "Rows written"
msgstr "Skrevne rækker"

msgid "Row"
msgstr "Række"

msgid "Pages of rows"
msgstr "Sider med rækker"

msgid "Chosen by"
msgstr "Valgt af"

msgid "Each sheet is imported by itself."
msgstr "Hvert ark importeres for sig."

msgid "hidden in the file"
msgstr "skjult i filen"

msgid "See what it did"
msgstr "Se, hvad den gjorde"

msgid "The import is being written"
msgstr "Importen er ved at blive skrevet"

msgid "All of it is written, or nothing. You may leave the page: what it did stands here afterwards."
msgstr "Det hele skrives, eller intet. Du kan godt forlade siden: det, importen gjorde, står her bagefter."

msgid "Choose a file"
msgstr "Vælg en fil"

msgid "Import from a spreadsheet"
msgstr "Importér fra et regneark"

msgid "Initiatives, budgets, follow-ups, indicators, activities, bodies and target groups, in the sheet as it is. You see what would happen before anything is changed."
msgstr "Indsatser, budgetter, opfølgninger, indikatorer, aktiviteter, organer og målgrupper, i arket som det er. Du ser, hvad der ville ske, før noget ændres."

msgid "Read the file"
msgstr "Læs filen"

msgid "Or paste from Excel"
msgstr "Eller indsæt fra Excel"

msgid "Read the cells"
msgstr "Læs cellerne"

msgid "Files"
msgstr "Filer"

msgid "Chosen"
msgstr "Valgt"

msgid "Imports"
msgstr "Importer"

msgid "the file has been deleted"
msgstr "filen er slettet"

msgid "nothing imported yet"
msgstr "intet importeret endnu"

msgid "Pages of files"
msgstr "Sider med filer"

msgid "No file has been chosen yet."
msgstr "Der er ikke valgt nogen fil endnu."

msgid "Check the columns"
msgstr "Se kolonnerne efter"

#, python-format
msgid "This is what the sheet “%(sheet)s” is taken for. Correct what is wrong."
msgstr "Sådan er arket “%(sheet)s” forstået. Ret det, der er forkert."

msgid "Something must be corrected. What you wrote is kept."
msgstr "Noget skal rettes. Det, du skrev, er bevaret."

msgid "Forget what was said of this table, and guess anew"
msgstr "Glem det, der er sagt om tabellen, og gæt forfra"

msgid "Questions"
msgstr "Spørgsmål"

msgid "The table"
msgstr "Tabellen"

msgid "For all its rows"
msgstr "For alle rækker"

msgid "What the sheet does not say itself."
msgstr "Det, arket ikke selv siger."

msgid "Columns"
msgstr "Kolonner"

msgid "Hidden in the file and not read:"
msgstr "Skjult i filen og ikke læst:"

msgid "Column"
msgstr "Kolonne"

msgid "Means"
msgstr "Betyder"

msgid "hidden"
msgstr "skjult"

msgid "The top of the sheet"
msgstr "Toppen af arket"

msgid "formula"
msgstr "formel"

msgid "Titles, themes, totals and notes"
msgstr "Titler, temaer, summer og noter"

msgid "Rows that are not read as data, and why. Give a row another role where it is wrong."
msgstr "Rækker, der ikke læses som data, og hvorfor. Giv en række en anden rolle, hvor det er forkert."

msgid "See what would happen"
msgstr "Se, hvad der ville ske"

msgid "What would happen"
msgstr "Hvad der ville ske"

msgid "Nothing can be imported while there are errors. Correct them in the file and choose it again, correct the columns, or leave the rows out."
msgstr "Intet kan importeres, så længe der er fejl. Ret dem i filen, og vælg den igen, ret kolonnerne, eller udelad rækkerne."

msgid "Fetch the file with the errors marked"
msgstr "Hent filen med fejlene markeret"

#, python-format
msgid "Leave %(n)s row with errors out"
msgid_plural "Leave %(n)s rows with errors out"
msgstr[0] "Udelad %(n)s række med fejl"
msgstr[1] "Udelad %(n)s rækker med fejl"

msgid "Left out by you"
msgstr "Udeladt af dig"

msgid "take them in again"
msgstr "tag dem med igen"

msgid "Totals of the sheet"
msgstr "Arkets summer"

msgid "Agree"
msgstr "Stemmer"

msgid "Is kept"
msgstr "Gemmes"

msgid "Warnings"
msgstr "Advarsler"

msgid "They do not stop the import."
msgstr "De standser ikke importen."

msgid "Which rows are shown"
msgstr "Hvilke rækker der vises"

msgid "What would change"
msgstr "Det, der ville ændres"

msgid "Cells: before → after"
msgstr "Celler: før → efter"

msgid "result of a formula"
msgstr "resultat af en formel"

msgid "There are no such rows."
msgstr "Der er ingen af de rækker."

msgid "The rows are being written. It takes a moment."
msgstr "Rækkerne skrives. Det tager et øjeblik."

msgid "All of it is written, or nothing. New rows and figures are drafts until somebody approves or posts them. It can be taken back afterwards."
msgstr "Det hele skrives, eller intet. Nye rækker og tal er udkast, til nogen godkender eller bogfører dem. Det kan tages tilbage bagefter."

msgid "The sheet is large: you see how far it is, and need not wait."
msgstr "Arket er stort: du ser, hvor langt importen er, og behøver ikke vente."

msgid "Confirm the import"
msgstr "Bekræft importen"

msgid "There is nothing to import: all of it stands here already."
msgstr "Der er intet at importere: det hele står her allerede."

msgid "Fetch the rows that you may see, as they are stored now. What you fetch here can be corrected in Excel and sent back."
msgstr "Hent de rækker, du må se, som de er gemt nu. Det, du henter her, kan rettes i Excel og sendes ind igen."

msgid "Lists"
msgstr "Lister"

#, python-format
msgid "Lists of %(name)s"
msgstr "Lister for %(name)s"

msgid "List"
msgstr "Liste"

msgid "Excel"
msgstr "Excel"

msgid "CSV for Excel"
msgstr "CSV til Excel"

msgid "CSV for other programs"
msgstr "CSV til andre programmer"

msgid "for Excel"
msgstr "til Excel"

msgid "for other programs"
msgstr "til andre programmer"

msgid "To fill in and send back"
msgstr "Til udfyldning og indsendelse"

msgid "It cannot be taken back, because something later builds on it:"
msgstr "Den kan ikke tages tilbage, fordi noget senere bygger på den:"

msgid "Correct the figures one by one instead, or take back first what was done later."
msgstr "Ret tallene ét for ét i stedet, eller tag først det tilbage, der er gjort senere."

#, python-format
msgid "The %(new)s new rows are deleted, and the %(changed)s changed ones are as they were before. The history keeps that it happened."
msgstr "De %(new)s nye rækker slettes, og de %(changed)s ændrede bliver, som de var før. Historikken bevarer, at det skete."

msgid "Drag to move"
msgstr "Træk for at flytte"

msgid "Move"
msgstr "Flyt"

msgid "Add under"
msgstr "Tilføj under"

msgid "Number those under it"
msgstr "Nummerér dem under"

msgid "What is archived has left lists and choices. It stays in reports, in the totals of its years and in the history, and its page is found by its address."
msgstr "Det arkiverede er ude af lister og valg. Det bliver i rapporter, i totalerne for sine år og i historikken, og siden findes på sin adresse."

#, python-format
msgid "archived %(day)s"
msgstr "arkiveret %(day)s"

msgid "Nothing is archived. The button is at the foot of a row's screen in the administration, and among the actions of its list."
msgstr "Intet er arkiveret. Knappen sidder nederst på rækkens skærm i administrationen og blandt handlingerne i dens liste."

msgid "The catalogue is the same for all municipalities and kept by the operator. Your initiatives use methods from it, your indicators its instruments."
msgstr "Kataloget er fælles for alle kommuner og føres af driftsoperatøren. Jeres indsatser bruger metoder fra det, jeres indikatorer dets instrumenter."

msgid "archived: not offered any more"
msgstr "arkiveret: tilbydes ikke mere"

#, python-format
msgid "%(n)s of your initiatives uses it"
msgid_plural "%(n)s of your initiatives use it"
msgstr[0] "%(n)s af jeres indsatser bruger den"
msgstr[1] "%(n)s af jeres indsatser bruger den"

msgid "none of your initiatives uses it"
msgstr "ingen af jeres indsatser bruger den"

msgid "The catalogue has none yet."
msgstr "Kataloget har ingen endnu."

msgid "Attach a method to an initiative"
msgstr "Knyt en metode til en indsats"

msgid "Attach"
msgstr "Tilknyt"

msgid "Instruments of measurement"
msgstr "Måleinstrumenter"

#, python-format
msgid "%(n)s of your indicators is measured with it"
msgid_plural "%(n)s of your indicators are measured with it"
msgstr[0] "%(n)s af jeres indikatorer måles med det"
msgstr[1] "%(n)s af jeres indikatorer måles med det"

msgid "none of your indicators is measured with it"
msgstr "ingen af jeres indikatorer måles med det"

msgid "An instrument is chosen on the indicator's own screen."
msgstr "Et instrument vælges på indikatorens egen skærm."

msgid "What you have suggested"
msgstr "Det, I har foreslået"

msgid "Suggest one for the catalogue"
msgstr "Foreslå en til kataloget"

msgid "Suggest it"
msgstr "Foreslå"

msgid "Under these your initiatives are described, in this order, on every page and in every report that is made from now on."
msgstr "Under disse beskrives jeres indsatser i denne rækkefølge på alle sider og i alle rapporter, der dannes fra nu af."

msgid "retired"
msgstr "udgået"

#, python-format
msgid "%(n)s text stands under it"
msgid_plural "%(n)s texts stand under it"
msgstr[0] "%(n)s tekst står under den"
msgstr[1] "%(n)s tekster står under den"

#, python-format
msgid "%(n)s of an approved initiative"
msgid_plural "%(n)s of approved initiatives"
msgstr[0] "heraf %(n)s i en godkendt indsats"
msgstr[1] "heraf %(n)s i godkendte indsatser"

msgid "nothing is written under it yet"
msgstr "intet er skrevet under den endnu"

msgid "Rename or retire"
msgstr "Omdøb, eller lad den udgå"

#, python-format
msgid "Retired, it is offered no more and not counted as missing. The text under it is still shown, and stands in reports."
msgid_plural "Retired, it is offered no more and not counted as missing. The %(n)s texts under it are still shown, and stand in reports."
msgstr[0] "Udgår den, tilbydes den ikke mere og tæller ikke som manglende. Teksten under den vises stadig og står i rapporter."
msgstr[1] "Udgår den, tilbydes den ikke mere og tæller ikke som manglende. De %(n)s tekster under den vises stadig og står i rapporter."

msgid "Retired, it is offered no more. Nothing hangs on it."
msgstr "Udgår den, tilbydes den ikke mere. Der hænger intet på den."

msgid "Retire"
msgstr "Lad den udgå"

msgid "Take into use again"
msgstr "Tag i brug igen"

msgid "Add those of a known set"
msgstr "Tilføj dem fra et kendt sæt"

msgid "Begin with a known set"
msgstr "Begynd med et kendt sæt"

msgid "Each can be renamed, moved and retired afterwards. Those that you have already are not added again."
msgstr "Hver enkelt kan omdøbes, flyttes og udgå bagefter. Dem, I har i forvejen, tilføjes ikke igen."

msgid "Add these"
msgstr "Tilføj disse"

msgid "Add a heading of your own"
msgstr "Tilføj jeres egen overskrift"

#, python-format
msgid "The council term %(name)s"
msgstr "Byrådsperioden %(name)s"

#, python-format
msgid "Committees close on %(day)s and their successors open on %(first)s. The old ones keep their name in old reports and decisions; the successor's page goes on with their strategies."
msgstr "Udvalgene lukker %(day)s, og deres afløsere åbner %(first)s. De gamle beholder deres navn i gamle rapporter og beslutninger; afløserens side fortsætter med deres strategier."

#, python-format
msgid "The term %(name)s instead"
msgstr "Perioden %(name)s i stedet"

msgid "Committees that become one get the same successor's name."
msgstr "Udvalg, der bliver til ét, får samme afløsernavn."

msgid "Every committee from before the term is closed or replaced."
msgstr "Alle udvalg fra før perioden er lukket eller afløst."

msgid "Carry it out"
msgstr "Gennemfør"

msgid "The arrows move an objective up, down, in under the one above, or out beside its parent; what stands under it goes along. With a mouse it can also be dragged."
msgstr "Pilene flytter et mål op, ned, ind under det ovenover eller ud på niveau med det overordnede; det, der står under det, følger med. Med mus kan det også trækkes."

msgid "Drops"
msgstr "Slippes"

msgid "first under"
msgstr "først under"

msgid "first of all"
msgstr "først af alle"

msgid "Not moved."
msgstr "Ikke flyttet."

msgid "Number those at the top in their order"
msgstr "Nummerér de øverste i deres rækkefølge"

msgid "The strategy has no objectives yet. Add the first below: a landmark, a focus area, a theme – whatever the document calls it."
msgstr "Strategien har ingen mål endnu. Tilføj det første nedenfor: et pejlemærke, et fokusområde, et tema – det, dokumentet kalder det."

msgid "Add an objective"
msgstr "Tilføj et mål"

#, python-format
msgid "The structure of %(name)s"
msgstr "Opbygningen af %(name)s"

msgid "Strategies and the order of their objectives"
msgstr "Strategier og deres måls rækkefølge"

msgid "Into the catalogue"
msgstr "Optag i kataloget"

msgid "Decline with the answer"
msgstr "Afvis med svaret"

msgid "No suggestion waits."
msgstr "Ingen forslag venter."

#, python-format
msgid "The whole action (%(n)s change), to undo it"
msgid_plural "The whole action (%(n)s changes), to undo it"
msgstr[0] "Hele handlingen (%(n)s ændring), hvor den kan fortrydes"
msgstr[1] "Hele handlingen (%(n)s ændringer), hvor den kan fortrydes"

msgid "Attention"
msgstr "Bemærk"

msgid "No milestones, deviations or measurements to compare with."
msgstr "Ingen milepæle, afvigelser eller målinger at holde op imod."

msgid "Practice area"
msgstr "Øveområde"

msgid "You are practising."
msgstr "Du øver dig."

msgid "Nothing here counts in the portfolio, its reports or its exports."
msgstr "Intet herfra tæller med i porteføljen, dens rapporter eller regneark."

msgid "Clear or leave the practice area"
msgstr "Ryd eller forlad øveområdet"

msgid "Back to the portfolio"
msgstr "Tilbage til porteføljen"

msgid "Put the earlier text back"
msgstr "Sæt den tidligere tekst tilbage"

msgid "Search everything"
msgstr "Søg i det hele"

msgid "Undo this change"
msgstr "Fortryd ændringen"

msgid "Getting started"
msgstr "Kom i gang"

msgid "Take the next step"
msgstr "Tag næste skridt"

msgid "My initiatives"
msgstr "Mine indsatser"

msgid "Lacks:"
msgstr "Mangler:"

msgid "Overdue:"
msgstr "Overskredet:"

msgid "Next deadline:"
msgstr "Næste frist:"

msgid "Give status"
msgstr "Giv status"

msgid "No initiative has you or your department as owner, deputy or respondent."
msgstr "Ingen indsats har dig eller din afdeling som tovholder, stedfortræder eller svarperson."

msgid "See all initiatives"
msgstr "Se alle indsatser"

msgid "The state of the whole portfolio"
msgstr "Hele porteføljens tilstand"

msgid "Show the list"
msgstr "Vis listen"

msgid "There are no initiatives yet."
msgstr "Der er ingen indsatser endnu."

msgid "Every running initiative has an owner, money, an indicator, a target group and a period, and nothing waits as a draft."
msgstr "Alle indsatser i gang har tovholder, penge, indikator, målgruppe og periode, og intet venter som kladde."

msgid "where you can try everything out and nothing counts"
msgstr "her kan du prøve det hele af, uden at det tæller"

msgid "One action"
msgstr "En handling"

msgid "Why:"
msgstr "Hvorfor:"

msgid "Undo the whole action"
msgstr "Fortryd hele handlingen"

msgid "It cannot be undone:"
msgstr "Den kan ikke fortrydes:"

#, python-format
msgid "%(n)s change is taken back, and what was deleted is there again. Nothing has come since that stands in the way."
msgid_plural "%(n)s changes are taken back together, and what was deleted is there again. Nothing has come since that stands in the way."
msgstr[0] "%(n)s ændring tages tilbage, og det, der blev slettet, er der igen. Intet er kommet til siden, som står i vejen."
msgstr[1] "%(n)s ændringer tages tilbage samlet, og det, der blev slettet, er der igen. Intet er kommet til siden, som står i vejen."

msgid "Undo"
msgstr "Fortryd"

msgid "What was done"
msgstr "Det blev gjort"

#, python-format
msgid "%(number)s field"
msgid_plural "%(number)s fields"
msgstr[0] "%(number)s felt"
msgstr[1] "%(number)s felter"

#, python-format
msgid "and %(n)s more change"
msgid_plural "and %(n)s more changes"
msgstr[0] "og %(n)s ændring til"
msgstr[1] "og %(n)s ændringer til"

msgid "Search the history"
msgstr "Søg i historikken"

#, python-format
msgid "%(number)s change"
msgid_plural "%(number)s changes"
msgstr[0] "%(number)s ændring"
msgstr[1] "%(number)s ændringer"

msgid "No changes found."
msgstr "Ingen ændringer fundet."

msgid "Pages of changes"
msgstr "Sider med ændringer"

msgid "Here you try everything out: initiatives, budgets, indicators, status, reports."
msgstr "Her prøver du det hele af: indsatser, budgetter, indikatorer, status og rapporter."

msgid "Start over"
msgstr "Begynd forfra"

msgid "Clearing takes away all that anybody has made in the practice area. It cannot be undone. The portfolio itself is not touched."
msgstr "Når øveområdet ryddes, forsvinder alt, hvad du og dine kolleger har lavet i det. Det kan ikke fortrydes. Selve porteføljen bliver ikke rørt."

msgid "Clear the practice area"
msgstr "Ryd øveområdet"

msgid "A place to try everything out: initiatives, budgets, indicators, status, reports."
msgstr "Et sted at prøve det hele af: indsatser, budgetter, indikatorer, status og rapporter."

msgid "You have the same role as here, and so have your colleagues."
msgstr "Du har samme rolle som her, og det har dine kolleger også."

msgid "The bodies and headings are the same as here; otherwise it begins empty."
msgstr "Udvalg, afdelinger og overskrifter er de samme som her; ellers begynder det tomt."

msgid "Nothing from there enters a figure, list, export, report, search or import here."
msgstr "Intet derfra kommer med i tal, lister, regneark, rapporter, søgninger eller indlæsninger her."

msgid "It is marked on every page, and cleared with one click."
msgstr "Det er mærket på hver side og kan ryddes med ét klik."

msgid "Go to the practice area"
msgstr "Gå til øveområdet"

#, python-format
msgid "Search: “%(typed)s”"
msgstr "Søgning: “%(typed)s”"

msgid "Write a word, a code, a name or an amount in the field at the top, for example “housing first”, “001-4” or “1,1 mio.”."
msgstr "Skriv et ord, en kode, et navn eller et beløb i feltet øverst, for eksempel “housing first”, “001-4” eller “1,1 mio.”."

msgid "Nothing was found. Try fewer words, or a part of a word; å and aa are the same here."
msgstr "Intet fundet. Prøv færre ord eller en del af et ord; å og aa er det samme her."

msgid "All initiatives"
msgstr "Alle indsatser"

msgid "All kinds"
msgstr "Alle slags"

msgid "Pages of hits"
msgstr "Sider med fund"

#, python-format
msgid "%(number)s status waits for your approval"
msgid_plural "%(number)s statuses wait for your approval"
msgstr[0] "%(number)s status venter på din godkendelse"
msgstr[1] "%(number)s statusser venter på din godkendelse"

msgid "The initiative's page"
msgstr "Indsatsens side"

msgid "No change since last time."
msgstr "Ingen ændring siden sidst."

msgid "Return with a reason"
msgstr "Returnér med en begrundelse"

msgid "Return"
msgstr "Returnér"

msgid "Tick all"
msgstr "Sæt hak ved alle"

msgid "Approve the ticked ones"
msgstr "Godkend dem med hak"

msgid "Initiatives that run"
msgstr "Indsatser i gang"

msgid "Mine"
msgstr "Mine"

msgid "Without a status, or with an old one"
msgstr "Uden status eller med en gammel"

msgid "See or withdraw"
msgstr "Se eller træk tilbage"

msgid "No initiatives here."
msgstr "Ingen indsatser her."

#, python-format
msgid "The status was returned: %(reason)s"
msgstr "Status er returneret: %(reason)s"

msgid "A status waits for approval. You can give a new one when it is approved or returned."
msgstr "En status venter på godkendelse. Du kan give en ny, når den er godkendt eller returneret."

msgid "Withdraw what was submitted"
msgstr "Træk statussen tilbage"

msgid "Last time and the figures"
msgstr "Sidst og tallene"

msgid "No status has been approved yet."
msgstr "Ingen status er godkendt endnu."

msgid "Nothing has changed?"
msgstr "Er intet ændret?"

#, python-format
msgid "The lights, reason and action of %(day)s are repeated with today's date and submitted for approval."
msgstr "Lys, årsag og handling fra %(day)s gentages med dags dato og sendes til godkendelse."

msgid "Your answer"
msgstr "Dit svar"

msgid "The status is not saved yet. See what is said at the fields below."
msgstr "Status er ikke gemt endnu. Se, hvad der står ved felterne nedenfor."

msgid "Submit for approval"
msgstr "Send til godkendelse"

msgid "Keep as a draft"
msgstr "Gem som kladde"

msgid "The history of everything"
msgstr "Historikken over alt"

msgid "Drafts"
msgstr "Kladder"

msgid "Here belong the lines of the budget that pay for initiatives."
msgstr "Her hører de budgetlinjer til, der betaler for indsatser."

msgid "Here stand the entries of all lines: original budget, supplementary appropriations, corrections."
msgstr "Her står posteringerne på alle linjer: oprindeligt budget, tillægsbevillinger, rettelser."

msgid "Type the budget in the grid"
msgstr "Indtast budgettet i tabellen"

msgid "Here stands what the budget follow-ups say of each line: spending, expected accounts, accounts."
msgstr "Her står, hvad budgetopfølgningerne siger om hver linje: forbrug, forventet regnskab, regnskab."

msgid "Type the follow-up in the grid"
msgstr "Indtast opfølgningen i tabellen"

msgid "Here stand transfers of money from one line to another."
msgstr "Her står flytninger af penge fra én linje til en anden."

msgid "Here belong the totals that documents print, to be shown beside the computed ones."
msgstr "Her hører de summer til, som dokumenter oplyser, så de kan vises ved siden af de beregnede."

msgid "Here belongs the whole budget of a committee or department for a year."
msgstr "Her hører et udvalgs eller en afdelings samlede budget for et år til."

msgid "Here belong state pools and others that give money to initiatives."
msgstr "Her hører statslige puljer og andre, der giver penge til indsatser, til."

msgid "Here stand the accounts that are remembered for each budget line; they are made when an extract is read."
msgstr "Her står de konti, der er husket for hver budgetlinje; de opstår, når et udtræk læses ind."

msgid "Read an extract of the finance system"
msgstr "Indlæs et udtræk fra økonomisystemet"

msgid "What the amount is counted in, for example t.kr.: then 6.000 is six million kroner."
msgstr "Det, beløbet tælles i, for eksempel t.kr.: så er 6.000 seks millioner kroner."

msgid "For example derived, when the unit only stands in the heading of another table."
msgstr "For eksempel udledt, når enheden kun står i en anden tabels hoved."

msgid "How the unit is known, for example “jf. tabellens overskrift”."
msgstr "Hvorfra enheden kendes, for eksempel “jf. tabellens overskrift”."

msgid "For example one-off for two years' project money, permanent for a raised budget."
msgstr "For eksempel engangsbeløb for to års projektpenge, varig for et løft af rammen."

msgid "As the document prints it, for example SO8; empty where there is none."
msgstr "Som i dokumentet, for eksempel SO8; tomt, når der ingen er."

msgid "To the letter, for example “Løn til bostøtte”."
msgstr "Ordret, for eksempel “Løn til bostøtte”."

msgid "What the money is for, for example “To bostøttere, 37 timer om ugen”."
msgstr "Hvad pengene går til, for eksempel “To bostøttere, 37 timer om ugen”."

msgid "One on each line, for example the line's name in last year's budget."
msgstr "Ét på hver linje, for eksempel linjens navn i sidste års budget."

msgid "For example income for a grant or a state refund."
msgstr "For eksempel indtægt for et tilskud eller en statsrefusion."

msgid "For example pay for positions, grant for money to an association."
msgstr "For eksempel lønudgifter for stillinger, tilskud for penge til en forening."

msgid "For example operation for pay and purchases, construction for a building."
msgstr "For eksempel drift for løn og indkøb, anlæg for et byggeri."

msgid "For example outside for construction and what the state refunds."
msgstr "For eksempel uden for servicerammen for anlæg og det, staten refunderer."

msgid "As in the finance system, for example 5.38.42.001."
msgstr "Som i økonomisystemet, for eksempel 5.38.42.001."

msgid "For example financed by, when a pool pays for the line."
msgstr "For eksempel finansieres af, når en pulje betaler for linjen."

msgid "For example “Løn til bostøtte”, when the line hangs together with another line."
msgstr "For eksempel “Løn til bostøtte”, når linjen hænger sammen med en anden linje."

msgid "For example “Flere i egen bolig”, when the line hangs together with another initiative."
msgstr "For eksempel “Flere i egen bolig”, når linjen hænger sammen med en anden indsats."

msgid "For example “Puljen til bekæmpelse af hjemløshed”, when it pays."
msgstr "For eksempel “Puljen til bekæmpelse af hjemløshed”, når den betaler."

msgid "As the document puts it, for example “finansieres af satspuljen”."
msgstr "Som dokumentet siger det, for eksempel “finansieres af satspuljen”."

msgid "The line whose budget it changes, for example “Løn til bostøtte”."
msgstr "Den linje, hvis budget det ændrer, for eksempel “Løn til bostøtte”."

msgid "For example original budget for what the budget says; a supplementary appropriation changes it in the year."
msgstr "For eksempel oprindeligt budget for det, budgettet siger; en tillægsbevilling ændrer det i løbet af året."

msgid "Only for a correction: the posted entry that was wrong, for example the one with a digit too many."
msgstr "Kun ved en rettelse: den bogførte postering, der var forkert, for eksempel den med et ciffer for meget."

msgid "For example 2018. Empty when the amount is for several years: it is never spread over them."
msgstr "For eksempel 2018. Tomt, når beløbet dækker flere år: det fordeles aldrig på dem."

msgid "For example adopted: only that is part of the revised budget."
msgstr "For eksempel vedtaget: kun det indgår i det korrigerede budget."

msgid "The meeting that decided, for example “Kommunalbestyrelsen, 24. maj 2018”; made under Decisions and events."
msgstr "Mødet, hvor det blev besluttet, for eksempel “Kommunalbestyrelsen 24. maj 2018”; oprettes under Beslutninger og begivenheder."

msgid "How a supplementary appropriation is paid for, for example not yet assigned."
msgstr "Hvordan en tillægsbevilling betales, for eksempel endnu ikke anvist."

msgid "Only when another line covers it, for example “Øvrig drift”."
msgstr "Kun når en anden linje dækker, for eksempel “Øvrig drift”."

msgid "What the money is for, for example “To stillinger fra august”. It is shown with the entry."
msgstr "Hvad pengene går til, for eksempel “To stillinger fra august”. Det vises ved posteringen."

msgid "What the part is of, for example “Løn” or “Husleje”."
msgstr "Det, delen er af, for eksempel “Løn” eller “Husleje”."

msgid "The line that it is the reading of, for example “Løn til bostøtte”."
msgstr "Den linje, opfølgningen gælder, for eksempel “Løn til bostøtte”."

msgid "For example spending for what is booked, expected accounts for what the year will end with."
msgstr "For eksempel forbrug for det, der er bogført, forventet regnskab for det, året ventes at ende med."

msgid "For example 2018."
msgstr "For eksempel 2018."

msgid "The day of the reading, for example 31.5.2018."
msgstr "Opfølgningens dag, for eksempel 31.5.2018."

msgid "For spending: the last day that is booked, for example 31.5.2018."
msgstr "Ved forbrug: den sidste dag, der er bogført, for eksempel 31.5.2018."

msgid "For example once the accounts are closed; without the mark the reading is preliminary."
msgstr "For eksempel når regnskabet er lukket; uden mærket er tallet foreløbigt."

msgid "Why it deviates, for example “To stillinger var ledige i foråret”."
msgstr "Hvorfor det afviger, for eksempel “To stillinger var ledige i foråret”."

msgid "Whose budget becomes smaller, for example “Øvrig drift”. Empty when the money comes from outside."
msgstr "Den, hvis budget bliver mindre, for eksempel “Øvrig drift”. Tomt, når pengene kommer udefra."

msgid "Whose budget becomes larger, for example “Løn til bostøtte”. Empty when the money goes outside."
msgstr "Den, hvis budget bliver større, for eksempel “Løn til bostøtte”. Tomt, når pengene går ud af oversigten."

msgid "As the document prints it, for example “I alt, budgetpakke 2018”."
msgstr "Som i dokumentet, for eksempel “I alt, budgetpakke 2018”."

msgid "How far the amount is decided, for example adopted."
msgstr "Hvor langt beløbet er i beslutningen, for eksempel vedtaget."

msgid "For example “Pejlemærke 2: Færre unge i hjemløshed”."
msgstr "For eksempel “Pejlemærke 2: Færre unge i hjemløshed”."

msgid "For example “Løn til bostøtte”."
msgstr "For eksempel “Løn til bostøtte”."

msgid "Whose whole budget it is, for example “Socialudvalget”."
msgstr "Den, hvis hele budget det er, for eksempel “Socialudvalget”."

msgid "The day from which the amount holds, for example 1.1.2018."
msgstr "Den dag, beløbet gælder fra, for eksempel 1.1.2018."

msgid "As the one who gives it calls it, for example “Puljen til bekæmpelse af hjemløshed”."
msgstr "Som giveren kalder den, for eksempel “Puljen til bekæmpelse af hjemløshed”."

msgid "For example state pool for money that is applied for, own budget for the municipality's own."
msgstr "For eksempel statslig pulje for penge, der søges om, kommunens eget budget for jeres egne."

msgid "For example “Socialstyrelsen” or “Realdania”."
msgstr "For eksempel “Socialstyrelsen” eller “Realdania”."

msgid "What the money is tied to, for example “Kun løn, og mindst 20 borgere om året”."
msgstr "Det, pengene er bundet til, for eksempel “Kun løn, og mindst 20 borgere om året”."

msgid "As the letter of the grant puts it, for example “senest 1. april 2019”."
msgstr "Som tilsagnsbrevet siger det, for eksempel “senest 1. april 2019”."

msgid "The source that pays afterwards, for example “Kommunens eget budget”."
msgstr "Den kilde, der betaler bagefter, for eksempel “Kommunens eget budget”."

msgid "Which column of the extract is looked at, for example account."
msgstr "Den kolonne i udtrækket, der ses på, for eksempel konto."

msgid "For example “Løn til bostøtte”. Empty: the rows lie outside the overview, and are named but in no figure."
msgstr "For eksempel “Løn til bostøtte”. Tomt: rækkerne ligger uden for oversigten; de nævnes, men tæller ikke med."

msgid "Why, for example “aftalt med økonomi 3. maj 2018”."
msgstr "Hvorfor, for eksempel “aftalt med økonomi 3. maj 2018”."

msgid "Here belongs what is measured to see whether initiatives work."
msgstr "Her hører det til, der måles for at se, om indsatser virker."

msgid "Here stand the values that were measured, a row for each indicator and day."
msgstr "Her står de målte tal, en række for hver indikator og dag."

msgid "Here stand the values that are to be reached."
msgstr "Her står de tal, der skal nås."

msgid "Here belong known questionnaires and measures, such as WHO-5; the operator keeps the catalogue."
msgstr "Her hører kendte spørgeskemaer og mål til, såsom WHO-5; driften holder kataloget."

msgid "Here belong figures that describe the need, such as the number of people in homelessness."
msgstr "Her hører tal til, der beskriver behovet, for eksempel antallet af borgere i hjemløshed."

msgid "To the letter, for example “Har du nogen at tale med, når du har brug for det?”."
msgstr "Ordret, for eksempel “Har du nogen at tale med, når du har brug for det?”."

msgid "The answers to choose from, for example “aldrig, sjældent, ofte, altid”."
msgstr "De svar, der kan vælges, for eksempel “aldrig, sjældent, ofte, altid”."

msgid "What counts as a yes, for example “ofte eller altid”."
msgstr "Det, der tæller som ja, for eksempel “ofte eller altid”."

msgid "What it is counted in, for example percent for a share, count for a number of people."
msgstr "Det, der tælles i, for eksempel procent for en andel, antal for et antal borgere."

msgid "For example lower is better for the number of people in homelessness."
msgstr "For eksempel lavere er bedst for antal borgere i hjemløshed."

msgid "What it cannot say, for example “Kun borgere på herberg er spurgt”."
msgstr "Det, den ikke kan sige noget om, for eksempel “Kun borgere på herberg er spurgt”."

msgid "Whom it is about, for example “Borgere på herberg, 18 år og derover”."
msgstr "Dem, det handler om, for eksempel “Borgere på herberg, 18 år og derover”."

msgid "Where, for example “hele kommunen” or “Islev”."
msgstr "Hvor, for eksempel “hele kommunen” eller “Islev”."

msgid "Who counts or asks, for example “VIVE, hjemløsetællingen 2017”."
msgstr "Den, der tæller eller spørger, for eksempel “VIVE, hjemløsetællingen 2017”."

msgid "One on each line, for example as last year's report called it."
msgstr "Ét på hver linje, for eksempel som sidste års rapport kaldte den."

msgid "For example people in homelessness: small counts of citizens are hidden."
msgstr "For eksempel borgere i hjemløshed: små antal skjules."

msgid "What is measured, for example “Andel, der har fast bolig efter et år”."
msgstr "Det, der måles, for eksempel “Andel, der har fast bolig efter et år”."

msgid "The known questionnaire or measure, for example “WHO-5”; empty for a question of your own."
msgstr "Det kendte spørgeskema eller mål, for eksempel “WHO-5”; tomt for jeres eget spørgsmål."

msgid "How many are shown, for example 1 for 67,4."
msgstr "Hvor mange der vises, for eksempel 1 for 67,4."

msgid "How far from the target is still on track, in the indicator's own unit: for example 2 for two percentage points."
msgstr "Hvor langt fra måltallet der stadig er på rette vej, i indikatorens egen enhed: for eksempel 2 for to procentpoint."

msgid "How values of several groups become one, for example sum for counts of people."
msgstr "Hvordan tal fra flere grupper bliver til ét, for eksempel sum for antal borgere."

msgid "For example yearly."
msgstr "For eksempel årligt."

msgid "Who delivers the values, for example “Socialafdelingen”."
msgstr "Den, der leverer tallene, for eksempel “Socialafdelingen”."

msgid "Where the indicator is described, for example “Opfølgningsplan 2018”."
msgstr "Hvor indikatoren er beskrevet, for eksempel “Opfølgningsplan 2018”."

msgid "Other municipalities may see it, for example to compare with their own."
msgstr "Andre kommuner kan se den, for eksempel for at sammenligne med deres egen."

msgid "What the value is of, for example “Andel, der har fast bolig efter et år”."
msgstr "Det, tallet er for, for eksempel “Andel, der har fast bolig efter et år”."

msgid "To the letter, for example “knap halvdelen”. Empty: as it is typed above."
msgstr "Ordret, for eksempel “knap halvdelen”. Tomt: som det er skrevet ovenfor."

msgid "When it is of a part alone, for example “kvinder” or “18-24 år”."
msgstr "Når det kun gælder en del, for eksempel “kvinder” eller “18-24 år”."

msgid "Only when it revises an approved value, for example a preliminary one."
msgstr "Kun når det retter et godkendt tal, for eksempel et foreløbigt."

msgid "For example the value of the year before the initiative began."
msgstr "For eksempel tallet fra året, før indsatsen begyndte."

msgid "How many of them, for example 23 in “23 out of 47”."
msgstr "Hvor mange af dem, for eksempel 23 i “23 ud af 47”."

msgid "Out of how many, for example 47 in “23 out of 47”."
msgstr "Ud af hvor mange, for eksempel 47 i “23 ud af 47”."

msgid "How many answered, for example 312."
msgstr "Hvor mange der svarede, for eksempel 312."

msgid "How many were asked, for example 1.250."
msgstr "Hvor mange der blev spurgt, for eksempel 1.250."

msgid "For example everybody asked, when the whole group got the questions."
msgstr "For eksempel alle adspurgt, når hele gruppen fik spørgsmålene."

msgid "For example when 40 of 45 answered: treat them as a random part of all."
msgstr "For eksempel når 40 af 45 svarede: regn dem som et tilfældigt udsnit af alle."

msgid "For example by age; without a stated design effect the uncertainty of a weighted survey cannot be computed."
msgstr "For eksempel efter alder; uden en oplyst designeffekt kan usikkerheden i en vægtet undersøgelse ikke beregnes."

msgid "As the source states it, for example 1,4. It divides the number of answers."
msgstr "Som kilden oplyser den, for eksempel 1,4. Antallet af svar deles med den."

msgid "Of a mean, for example 12,5."
msgstr "For et gennemsnit, for eksempel 12,5."

msgid "Where the source states an interval itself, for example 46,2."
msgstr "Når kilden selv oplyser et interval, for eksempel 46,2."

msgid "Where the source states an interval itself, for example 51,8."
msgstr "Når kilden selv oplyser et interval, for eksempel 51,8."

msgid "In percent, for example 95."
msgstr "I procent, for eksempel 95."

msgid "For example preliminary until the source has finished."
msgstr "For eksempel foreløbig, indtil kilden er færdig."

msgid "For example after a new question: the value cannot be compared with earlier ones."
msgstr "For eksempel efter et nyt spørgsmål: tallet kan ikke sammenlignes med tidligere."

msgid "For example that the question is changed."
msgstr "For eksempel at spørgsmålet er ændret."

#, python-format
msgid "For example level for “60 % in 2020”, change for “10 fewer than in 2017”."
msgstr "For eksempel niveau for “60 % i 2020”, ændring for “10 færre end i 2017”."

msgid "For example another organisation's, when the state has set it."
msgstr "For eksempel en anden organisations, når staten har sat det."

msgid "Who has set it, for example “Kommunalbestyrelsen”."
msgstr "Den, der har sat det, for eksempel “Kommunalbestyrelsen”."

msgid "As it is known, for example “WHO-5”."
msgstr "Som det kendes, for eksempel “WHO-5”."

msgid "One on each line, for example “trivselsindeks”."
msgstr "Ét på hver linje, for eksempel “trivselsindeks”."

msgid "For example a user survey: two indicators are then only the same when their questions are."
msgstr "For eksempel en brugerundersøgelse: to indikatorer er så kun ens, når deres spørgsmål er det."

msgid "For example “Danskernes sundhed, samme spørgsmål”."
msgstr "For eksempel “Danskernes sundhed, samme spørgsmål”."

msgid "For example “SF-36, andre spørgsmål”."
msgstr "For eksempel “SF-36, andre spørgsmål”."

msgid "What the figure says, for example “Borgere i hjemløshed i uge 6”."
msgstr "Det, tallet siger noget om, for eksempel “Borgere i hjemløshed i uge 6”."

msgid "For example 27 in “23 out of 27”; the rest is few people too."
msgstr "For eksempel 27 i “23 ud af 27”; resten er også få personer."

msgid "For example “Færre unge i hjemløshed”."
msgstr "For eksempel “Færre unge i hjemløshed”."

msgid "Here belong the strategies, policies, plans and budget packages that name your initiatives."
msgstr "Her hører de strategier, politikker, planer og budgetpakker til, som nævner jeres indsatser."

msgid "Here belong the objectives of your strategies, in the documents' own words."
msgstr "Her hører målene i jeres strategier til, med dokumenternes egne ord."

msgid "Here belong known ways of working, such as Housing First; the operator keeps the catalogue."
msgstr "Her hører kendte arbejdsmåder til, såsom Housing First; driften holder kataloget."

msgid "Here belong the groups that your initiatives are for, such as young people in homelessness."
msgstr "Her hører de grupper til, som jeres indsatser er for, for eksempel unge i hjemløshed."

msgid "Here belong the headings under which you describe an initiative, such as background and purpose."
msgstr "Her hører de overskrifter til, som I beskriver en indsats under, for eksempel baggrund og formål."

msgid "Here belongs what is followed up, how often and for whom, such as a yearly count for the committee."
msgstr "Her hører det til, der følges op på, hvor ofte og for hvem, for eksempel en årlig optælling til udvalget."

msgid "Here belong decisions, hearings and meetings about your initiatives."
msgstr "Her hører beslutninger, høringer og møder om jeres indsatser til."

msgid "Here stand the status updates of all initiatives; they are easiest to write on the page of the status round."
msgstr "Her står status for alle indsatser; den er lettest at skrive på siden med statusrunden."

msgid "To the status round"
msgstr "Til statusrunden"

msgid "As it stands on the front page, for example “Strategi for socialt udsatte 2017-2020”."
msgstr "Som den står på forsiden, for eksempel “Strategi for socialt udsatte 2017-2020”."

msgid "What the document calls itself, for example action plan; a budget agreement is a budget package."
msgstr "Det, dokumentet kalder sig selv, for eksempel handleplan; en budgetaftale er en budgetpakke."

msgid "The committee that adopted it, for example “Socialudvalget”; the council, where it did."
msgstr "Det udvalg, der har vedtaget den, for eksempel “Socialudvalget”; kommunalbestyrelsen, hvis det er den."

msgid "Two or three sentences in plain text, for example what the strategy wants for whom. Stands at the top of its page."
msgstr "To-tre sætninger i ren tekst, for eksempel hvad strategien vil og for hvem. Står øverst på dens side."

msgid "The strategy that states it, for example “Strategi for socialt udsatte”."
msgstr "Den strategi, det står i, for eksempel “Strategi for socialt udsatte”."

msgid "The objective that it is a part of, for example “Pejlemærke 2”; empty at the top."
msgstr "Det mål, det er en del af, for eksempel “Pejlemærke 2”; tomt øverst i træet."

msgid "As the document numbers it, for example 2 or 2.1; empty where it has none."
msgstr "Som dokumentet nummererer det, for eksempel 2 eller 2.1; tomt, når der ingen er."

msgid "To the letter, for example “Færre unge i hjemløshed”."
msgstr "Ordret, for eksempel “Færre unge i hjemløshed”."

msgid "For example goal for what is to be reached, theme or track for what only gathers."
msgstr "For eksempel mål for det, der skal nås, tema eller spor for det, der kun samler."

msgid "What the document says under it, for example the sentences after the heading."
msgstr "Det, dokumentet skriver under det, for eksempel sætningerne efter overskriften."

msgid "One on each line, for example as another document quotes it."
msgstr "Én på hver linje, for eksempel som et andet dokument gengiver det."

msgid "The name that it is known by, for example “Housing First”."
msgstr "Det navn, den er kendt under, for eksempel “Housing First”."

msgid "One on each line, for example “bolig først”. It is found by them."
msgstr "Én på hver linje, for eksempel “bolig først”. Der kan søges på dem."

msgid "In two or three sentences, for example “Borgeren får først en bolig og derefter støtte i den”."
msgstr "I to-tre sætninger, for eksempel “Borgeren får først en bolig og derefter støtte i den”."

msgid "A group, never a person, for example “Unge i hjemløshed, 18-24 år”."
msgstr "En gruppe, aldrig en person, for eksempel “Unge i hjemløshed, 18-24 år”."

msgid "The group that it is a part of, for example “Borgere i hjemløshed”."
msgstr "Den gruppe, den er en del af, for eksempel “Borgere i hjemløshed”."

msgid "One on each line, for example “hjemløse unge”."
msgstr "Én på hver linje, for eksempel “hjemløse unge”."

msgid "Its place among the headings, for example 3."
msgstr "Dens plads blandt overskrifterne, for eksempel 3."

msgid "As your initiatives are described, for example “Formål med indsatsen”."
msgstr "Som jeres indsatser beskrives, for eksempel “Formål med indsatsen”."

msgid "What is to be written under it, for example “Hvem indsatsen er for, og hvor mange”."
msgstr "Hvad der skal skrives under den, for eksempel “Hvem indsatsen er for, og hvor mange”."

msgid "In everyday words, for example whom it concerns and what is done."
msgstr "Med almindelige ord, for eksempel hvem det handler om, og hvad der gøres."

msgid "What is counted, asked or told, for example “Antal borgere med egen bolig”."
msgstr "Det, der tælles, spørges om eller fortælles, for eksempel “Antal borgere med egen bolig”."

msgid "For example count for a number, dialogue for what is told at a meeting."
msgstr "For eksempel antal for et tal, dialog for det, der fortælles på et møde."

msgid "For example quarterly; not stated where the document does not say."
msgstr "For eksempel kvartalsvis; ikke angivet, når dokumentet ikke siger det."

msgid "When one initiative is followed up, for example “Flere i egen bolig”."
msgstr "Når det er én indsats, der følges op på, for eksempel “Flere i egen bolig”."

msgid "When a whole strategy is followed up, for example “Strategi for socialt udsatte”."
msgstr "Når det er en hel strategi, der følges op på, for eksempel “Strategi for socialt udsatte”."

msgid "Who gets it, for example “Socialudvalget” or “Udsatterådet”."
msgstr "Den, der får det forelagt, for eksempel “Socialudvalget” eller “Udsatterådet”."

msgid "What was decided, heard or held, for example “Handleplanen for socialt udsatte vedtaget”."
msgstr "Det, der blev besluttet, hørt eller holdt, for eksempel “Handleplanen for socialt udsatte vedtaget”."

msgid "For example decision for a meeting's item, hearing for the council of service users."
msgstr "For eksempel beslutning for et punkt på et møde, høring for Udsatterådets svar."

msgid "Who decided, was heard or met, for example “Socialudvalget”."
msgstr "Den, der besluttede, blev hørt eller mødtes, for eksempel “Socialudvalget”."

msgid "For example approved or deferred; not stated while it is ahead."
msgstr "For eksempel godkendt eller udsat; ikke angivet, så længe mødet ikke har været holdt."

msgid "As the minutes put it, for example “Godkendt med den bemærkning, at …”."
msgstr "Som referatet siger det, for eksempel “Godkendt med den bemærkning, at …”."

msgid "The body that decides next, for example “Kommunalbestyrelsen”."
msgstr "Den, der skal beslutte bagefter, for eksempel “Kommunalbestyrelsen”."

msgid "For example “Handleplanen for socialt udsatte vedtaget”, made under Decisions and events."
msgstr "For eksempel “Handleplanen for socialt udsatte vedtaget”; oprettes under Beslutninger og begivenheder."

msgid "The initiative that it is the status of, for example “Flere i egen bolig”."
msgstr "Den indsats, det er status for, for eksempel “Flere i egen bolig”."

msgid "The day that the status describes, for example 31.5.2018."
msgstr "Den dag, status beskriver, for eksempel 31.5.2018."

msgid "For example when the last status still holds, word for word."
msgstr "For eksempel når den seneste status stadig gælder ord for ord."

msgid "For example needs attention, when a milestone is late."
msgstr "For eksempel kræver opmærksomhed, når en milepæl er forsinket."

msgid "For example off track, when the money will not be enough."
msgstr "For eksempel afviger, når pengene ikke slår til."

msgid "For example on track, when the measurements move towards the target."
msgstr "For eksempel følger planen, når målingerne bevæger sig mod måltallet."

msgid "One to three sentences, for example “Huset er åbnet, og 14 borgere er flyttet ind”."
msgstr "En til tre sætninger, for eksempel “Huset er åbnet, og 14 borgere er flyttet ind”."

msgid "Needed when a light is yellow or red, for example “To stillinger har stået ledige siden marts”."
msgstr "Skal udfyldes ved gult eller rødt lys, for eksempel “To stillinger har stået ledige siden marts”."

msgid "Needed when a light is yellow or red, for example “Stillingerne er slået op igen med frist 1. juni”."
msgstr "Skal udfyldes ved gult eller rødt lys, for eksempel “Stillingerne er slået op igen med frist 1. juni”."

msgid "For example a budget package, which holds initiatives; an initiative may be a part of another."
msgstr "For eksempel en budgetpakke, der samler indsatser; en indsats kan være en del af en anden."

msgid "Whose document names the initiative, for example “Handleplan for socialt udsatte 2018”."
msgstr "Den, hvis dokument nævner indsatsen, for eksempel “Handleplan for socialt udsatte 2018”."

msgid "What it is, for whom and why, for example in two or three sentences of plain text: it stands at the top of its page."
msgstr "Hvad den er, for hvem og hvorfor, for eksempel i to-tre sætninger i ren tekst: de står øverst på dens side."

msgid "For example planned until something is done, in progress from then on."
msgstr "For eksempel planlagt, indtil der sker noget, og derefter i gang."

msgid "Only where the printed title has an error, for example a word too many."
msgstr "Kun når titlen i dokumentet har en fejl, for eksempel et ord for meget."

msgid "Where it is described or decided, for example “Budgetaftale 2018”."
msgstr "Hvor det er beskrevet eller besluttet, for eksempel “Budgetaftale 2018”."

msgid "Other municipalities may see that the initiative exists, for example on the page of its method."
msgstr "Andre kommuner kan se, at indsatsen findes, for eksempel på metodens side."

msgid "Why it is needed, for example “248 citizens have had benefits for five years or more”."
msgstr "Hvorfor der er brug for den, for eksempel “248 borgere har fået kontanthjælp i mindst fem år”."

msgid "What is to change for whom, for example “Flere unge får og beholder en bolig”."
msgstr "Hvad der skal ændre sig for hvem, for eksempel “Flere unge får og beholder en bolig”."

msgid "How one sees that it has worked, for example “60 % bor fast efter et år”."
msgstr "Hvordan man ser, at den har virket, for eksempel “60 % bor fast efter et år”."

msgid "Which group, and how many, for example “Unge i hjemløshed, 18-24 år, ca. 40”."
msgstr "Hvilken gruppe, og hvor mange, for eksempel “Unge i hjemløshed, 18-24 år, ca. 40”."

msgid "How they have a say, for example “Udsatterådet er hørt to gange”."
msgstr "Hvordan de bliver hørt, for eksempel “Udsatterådet er hørt to gange”."

msgid "What is done, a point for each, for example “Støtte i hjemmet to gange om ugen”."
msgstr "Hvad der gøres, et punkt for hver, for eksempel “Støtte i hjemmet to gange om ugen”."

msgid "From when to when, for example “1. marts 2018 til udgangen af 2020”."
msgstr "Fra hvornår til hvornår, for eksempel “1. marts 2018 til udgangen af 2020”."

msgid "Who takes part and with what, for example “Boligselskabet, der anviser 20 boliger”."
msgstr "Hvem der er med og med hvad, for eksempel “Boligselskabet, der anviser 20 boliger”."

msgid "How one finds out, for example “Tælling hvert kvartal og interview efter et år”."
msgstr "Hvordan I finder ud af det, for eksempel “Tælling hvert kvartal og interview efter et år”."

msgid "A unit or a function, for example “Leder af bostøtten”; never a citizen."
msgstr "En enhed eller en funktion, for eksempel “Leder af bostøtten”; aldrig en borger."

msgid "What is wrong today, for example “Unge står på venteliste i 14 måneder”."
msgstr "Hvad der er galt i dag, for eksempel “Unge står på venteliste i 14 måneder”."

msgid "What is done and by which method, for example “Housing First med støtte i et år”."
msgstr "Hvad der gøres og med hvilken metode, for eksempel “Housing First med støtte i et år”."

msgid "Within a year, for example “20 unge er flyttet i egen bolig”."
msgstr "Inden for et år, for eksempel “20 unge er flyttet i egen bolig”."

msgid "After some years, for example “Halvt så mange unge i hjemløshed”."
msgstr "Efter nogle år, for eksempel “Halvt så mange unge i hjemløshed”."

msgid "What must hold, and what may go wrong, for example “At der er 20 ledige boliger”."
msgstr "Hvad der skal være opfyldt, og hvad der kan gå galt, for eksempel “At der er 20 ledige boliger”."

msgid "What is measured, how often and by whom, for example “Antal indflytninger, hvert kvartal”."
msgstr "Hvad der måles, hvor ofte og af hvem, for eksempel “Antal indflytninger, hvert kvartal”."

msgid "Why it is needed, for example “Herberget har haft fuldt belæg i to år”."
msgstr "Hvorfor der er brug for den, for eksempel “Herberget har haft fuldt belæg i to år”."

msgid "What the money buys, for example “To bostøttere og en fælles café”."
msgstr "Hvad pengene går til, for eksempel “To bostøttere og en fælles café”."

msgid "What comes of it, for example “15 færre på herberg om året”."
msgstr "Hvad der kommer ud af det, for eksempel “15 færre på herberg om året”."

msgid "Year by year, with what is paid by others, for example “1,2 mio. kr. årligt, heraf halvdelen fra staten”."
msgstr "År for år, med det, andre betaler, for eksempel “1,2 mio. kr. årligt, heraf halvdelen fra staten”."

msgid "Who does what when, for example “Ansættelse i maj, første indflytning i august”."
msgstr "Hvem der gør hvad hvornår, for eksempel “Ansættelse i maj, første indflytning i august”."

msgid "For example when the municipality gets a new one: until then its name alone is shown."
msgstr "For eksempel når kommunen får et nyt: indtil da vises kun navnet."

msgid "Here stands the municipality with its settings."
msgstr "Her står kommunen med dens indstillinger."

msgid "Here belong committees, departments, councils and partners."
msgstr "Her hører udvalg, afdelinger, råd og samarbejdspartnere til."

msgid "Here belong the documents that facts are taken from: strategies, plans, budget notes and cases."
msgstr "Her hører de dokumenter til, som oplysninger er taget fra: strategier, planer, budgetnotater og sager."

msgid "Here stand the files that rows were read from."
msgstr "Her står de filer, som der er læst rækker fra."

msgid "Read a spreadsheet"
msgstr "Indlæs et regneark"

msgid "Here stand those who sign in."
msgstr "Her står dem, der logger ind."

msgid "Here stands who has which role, and from when to when."
msgstr "Her står, hvem der har hvilken rolle, og fra hvornår til hvornår."

#, python-format
msgid "Show all of %(kind)s"
msgstr "Vis alle %(kind)s"

msgid "Nothing like it is in the archive."
msgstr "Der er ikke noget i arkivet, der passer."

msgid "All of it is in the archive."
msgstr "Alt herfra er i arkivet."

msgid "Look in the archive"
msgstr "Se i arkivet"

msgid "There is nothing here yet."
msgstr "Her er ikke noget endnu."

msgid "Your role cannot make it. Ask an administrator of the municipality."
msgstr "Det kan din rolle ikke oprette. Bed en administrator i kommunen om det."

msgid "Go to your work"
msgstr "Gå til dit arbejde"

#, python-format
msgid "Nothing matches “%(words)s” and the filters. Try fewer letters, or take a filter away."
msgstr "Intet passer til “%(words)s” og filtrene. Prøv med færre bogstaver, eller fjern et filter."

#, python-format
msgid "Nothing matches “%(words)s”. Try fewer letters, or another word."
msgstr "Intet passer til “%(words)s”. Prøv med færre bogstaver eller et andet ord."

msgid "Nothing matches the filters. Take one away, and more is found."
msgstr "Intet passer til filtrene. Fjern et af dem, så findes der mere."

#, python-format
msgid "First: %(kind)s"
msgstr "Først: %(kind)s"

#, python-format
msgid "Add %(kind)s"
msgstr "Tilføj %(kind)s"

msgid "Kept in the history beside what is changed, for example “corrected after the committee's decision”."
msgstr "Gemmes i historikken ved det, der ændres, for eksempel “rettet efter udvalgets beslutning”."

msgid "Part of the address, for example flere-i-egen-bolig. Left empty, it is made from the code or the name. It is not changed later."
msgstr "En del af adressen, for eksempel flere-i-egen-bolig. Er den tom, dannes den af koden eller navnet. Den ændres ikke senere."

msgid "taken out meanwhile"
msgstr "fjernet imens"

msgid "For those who keep the portfolio, for example “bekræftet af fagchefen 3. maj 2018”."
msgstr "Til jer, der holder porteføljen, for eksempel “bekræftet af fagchefen 3. maj 2018”."

msgid "One on each line, for example “SIKUR”. It is found by them."
msgstr "Ét på hver linje, for eksempel “SIKUR”. Der kan søges på dem."

msgid "When it holds or was decided, for example “24. maj 2018” or “2018”; empty when no date is known."
msgstr "Hvornår det gælder eller blev besluttet, for eksempel “24. maj 2018” eller “2018”; tomt, når datoen ikke kendes."

msgid "Only where the printed title is long or has an error, for example “Hjemløsestrategien”."
msgstr "Kun når titlen i dokumentet er lang eller har en fejl, for eksempel “Hjemløsestrategien”."

msgid "As the case system writes it, for example 27.00.00-P22-3-18."
msgstr "Som det står i sagssystemet, for eksempel 27.00.00-P22-3-18."

msgid "The first day, for example 1.1.2018; empty when it is not known."
msgstr "Den første dag, for eksempel 1.1.2018; tomt, når den ikke kendes."

msgid "The last day, for example 31.12.2021; empty while it goes on."
msgstr "Den sidste dag, for eksempel 31.12.2021; tomt, så længe det gælder."

msgid "The municipality that it belongs to, for example “Rødovre”."
msgstr "Den kommune, det hører til, for eksempel “Rødovre”."

msgid "They stand in the order of these numbers, for example 10, 20, 30."
msgstr "De står i rækkefølge efter disse tal, for eksempel 10, 20, 30."

msgid "For example “Strategi for socialt udsatte”."
msgstr "For eksempel “Strategi for socialt udsatte”."

msgid "For example “Flere i egen bolig”."
msgstr "For eksempel “Flere i egen bolig”."

msgid "Without the mark it is offered no more, for example a heading that is given up; what stands stays."
msgstr "Uden mærket tilbydes det ikke længere, for eksempel en overskrift, I er gået fra; det skrevne bliver stående."

msgid "Write a whole number, for example 12."
msgstr "Skriv et helt tal, for eksempel 12."

#, python-format
msgid "“%(text)s” is no year. Write four digits, for example 2018."
msgstr "»%(text)s« er ikke et årstal. Skriv fire cifre, for eksempel 2018."

msgid "For example 29.8.2017."
msgstr "For eksempel 29.8.2017."

#, python-format
msgid "“%(text)s” is not in the calendar. Write day, month and year, for example 29.8.2017."
msgstr "»%(text)s« findes ikke i kalenderen. Skriv dag, måned og år, for eksempel 29.8.2017."

#, python-format
msgid "“%(text)s” is not one day. Write day, month and a year of four digits, for example 29.8.2017 or 29. august 2017."
msgstr "»%(text)s« er ikke én dag. Skriv dag, måned og årstal med fire cifre, for eksempel 29.8.2017 eller 29. august 2017."

msgid "The town's name alone, for example “Rødovre”."
msgstr "Byens navn alene, for eksempel “Rødovre”."

msgid "Four digits, for example 0175."
msgstr "Fire cifre, for eksempel 0175."

msgid "The code in Statistics Denmark's tables, for example 175."
msgstr "Koden i Danmarks Statistiks tabeller, for eksempel 175."

msgid "For example “Region Hovedstaden”."
msgstr "For eksempel “Region Hovedstaden”."

msgid "For example “Region Østdanmark”."
msgstr "For eksempel “Region Østdanmark”."

msgid "As your cases call it, for example “Kommunalbestyrelsen” or “Byrådet”."
msgstr "Som jeres sager kalder det, for eksempel “Kommunalbestyrelsen” eller “Byrådet”."

msgid "For example 5: then counts of citizens from 1 to 4 are hidden."
msgstr "For eksempel 5: så skjules antal borgere fra 1 til 4."

msgid "Which way round a deviation is stated: “expected less budget” shows overspending as a plus."
msgstr "Hvilken vej en afvigelse vises: “forventet regnskab minus korrigeret budget” viser et merforbrug med plus."

msgid "The order that your cases follow, for example Rødovre's; it is suggested for new reports."
msgstr "Den rækkefølge, jeres sager følger, for eksempel Rødovres; den foreslås ved nye rapporter."

msgid "For example https://www.was.digst.dk/pejlemaerke: a link to it stands at the foot of every page."
msgstr "For eksempel https://www.was.digst.dk/pejlemaerke: et link til den står nederst på alle sider."

msgid "A picture, PNG or JPEG, of at most 2 MB, for example logo.png. Stands at the top of pages and on reports."
msgstr "Et billede, PNG eller JPEG, på højst 2 MB, for eksempel logo.png. Står øverst på sider og på rapporter."

msgid "Its whole name, for example “Social- og Sundhedsudvalget” or “Udsatterådet”."
msgstr "Hele navnet, for eksempel “Social- og Sundhedsudvalget” eller “Udsatterådet”."

msgid "For example department for a part of the administration, partner for an association."
msgstr "For eksempel afdeling for en del af forvaltningen, samarbejdspartner for en forening."

msgid "What it stands under, for example “Social- og Sundhedsforvaltningen”."
msgstr "Det, den hører under, for eksempel “Social- og Sundhedsforvaltningen”."

msgid "One on each line, for example “SOSU” or the spelling of an old document."
msgstr "Én på hver linje, for eksempel “SOSU” eller stavemåden i et ældre dokument."

msgid "Who took over, for example “Social- og Beskæftigelsesudvalget” after a new council term."
msgstr "Den, der overtog, for eksempel “Social- og Beskæftigelsesudvalget” efter en ny valgperiode."

msgid "When a case must be ready: for example 10 weekdays before the meeting."
msgstr "Hvornår en sag skal være klar: for eksempel 10 hverdage før mødet."

msgid "As it stands on the front page, for example “Handleplan for socialt udsatte 2018”."
msgstr "Som den står på forsiden, for eksempel “Handleplan for socialt udsatte 2018”."

msgid "For example action plan, budget note or case for a committee."
msgstr "For eksempel handleplan, budgetnotat eller udvalgssag."

msgid "The day of the document, for example “24. maj 2018”; empty when it has none."
msgstr "Dokumentets dato, for eksempel “24. maj 2018”; tomt, når der ingen er."

msgid "Where it can be read, for example https://www.rk.dk/handleplan.pdf."
msgstr "Hvor det kan læses, for eksempel https://www.rk.dk/handleplan.pdf."

msgid "The document itself, for example handleplan-2018.pdf; only your municipality can fetch it."
msgstr "Selve dokumentet, for eksempel handleplan-2018.pdf; kun jeres kommune kan hente det."

msgid "Only who runs the installation, for example in IT: municipalities, users and the catalogue, no content."
msgstr "Kun den, der driver installationen, for eksempel i it: kommuner, brugere og katalog, men intet indhold."

msgid "The address at work, for example navn@roedovre.dk; one signs in with it."
msgstr "Adressen på arbejdet, for eksempel navn@roedovre.dk; man logger ind med den."

msgid "As colleagues write it, for example “Anne Holm”."
msgstr "Som kollegerne skriver det, for eksempel “Anne Holm”."

msgid "The language of pages and mails, for example Danish."
msgstr "Sproget på sider og i mails, for eksempel dansk."

msgid "Remove the mark when somebody has left, for example at the end of a job. What the user did stays."
msgstr "Fjern mærket, når nogen er stoppet, for eksempel ved jobskifte. Det, brugeren har gjort, bliver stående."

msgid "For example navn@roedovre.dk. Who is not there yet is invited under Users."
msgstr "For eksempel navn@roedovre.dk. Den, der ikke er der endnu, inviteres under Brugere."

msgid "For example caseworker for who describes initiatives, manager for who approves."
msgstr "For eksempel medarbejder for den, der beskriver indsatser, leder for den, der godkender."

msgid "Of a caseworker the department, of a member the committee, for example “Socialafdelingen”."
msgstr "For en medarbejder afdelingen, for et medlem udvalget, for eksempel “Socialafdelingen”."

msgid "The first day of the role, for example 1.1.2018; empty: at once."
msgstr "Rollens første dag, for eksempel 1.1.2018; tomt: med det samme."

msgid "The last day of the role, for example 31.12.2021; empty: until further notice."
msgstr "Rollens sidste dag, for eksempel 31.12.2021; tomt: indtil videre."

msgid "Here belongs what is done for somebody: each initiative with its texts, people, money and figures."
msgstr "Her hører det til, der gøres for nogen: hver indsats med tekster, personer, penge og tal."

msgid "Here stand the reports to committees; each is composed on the page of a new report."
msgstr "Her står rapporterne til udvalg; hver rapport sættes sammen på siden for en ny rapport."

msgid "Make a report"
msgstr "Lav en rapport"

msgid "Here belong the headings of your cases, when none of the known orders fits."
msgstr "Her hører overskrifterne i jeres sager til, når ingen af de kendte rækkefølger passer."

msgid "Here belong sentences that you recommend again and again, such as taking a status into account."
msgstr "Her hører de indstillinger til, som I bruger igen og igen, for eksempel at en status tages til efterretning."

msgid "Here stand the choices for reports that were kept under a name on a report's page."
msgstr "Her står de valg til rapporter, der er gemt under et navn på en rapports side."

msgid "For example milestone for a day by which something is to be there."
msgstr "For eksempel milepæl for en dag, hvor noget skal være på plads."

msgid "For example planned, and carried out when it is over."
msgstr "For eksempel planlagt, og gennemført, når det er overstået."

msgid "One or two sentences: who does what, for whom, for example “To medarbejdere er på gaden hver aften”."
msgstr "En eller to sætninger: hvem gør hvad for hvem, for eksempel “To medarbejdere er på gaden hver aften”."

msgid "For example owner for who leads the initiative, respondent for who is asked for its status."
msgstr "For eksempel tovholder for den, der leder indsatsen, svarperson for den, der spørges om status."

msgid "Only somebody who signs in here, for example navn@roedovre.dk."
msgstr "Kun nogen, der logger ind her, for eksempel navn@roedovre.dk."

msgid "As the document prints it, or a function, for example “koordinator”. Never a citizen's name."
msgstr "Som i dokumentet, eller en funktion, for eksempel “koordinator”. Aldrig en borgers navn."

msgid "For example “Housing First”; what is missing in the catalogue is suggested to it."
msgstr "For eksempel “Housing First”; det, kataloget mangler, kan foreslås."

msgid "For example in use; planned until it begins."
msgstr "For eksempel i brug; planlagt, indtil det begynder."

msgid "For example “Borgere i hjemløshed”."
msgstr "For eksempel “Borgere i hjemløshed”."

msgid "For example “Andel, der har fast bolig efter et år”."
msgstr "For eksempel “Andel, der har fast bolig efter et år”."

msgid "What you call the order, for example “Sager til Socialudvalget”."
msgstr "Det, I kalder rækkefølgen, for eksempel “Sager til Socialudvalget”."

msgid "How the sentences of the recommendation are numbered, for example “1. at …”."
msgstr "Hvordan indstillingens punkter nummereres, for eksempel “1. at …”."

msgid "As your cases print it, for example “Sagsfremstilling”."
msgstr "Som den står i jeres sager, for eksempel “Sagsfremstilling”."

msgid "What the system puts under it, for example the recommendation."
msgstr "Det, systemet sætter under den, for eksempel indstillingen."

msgid "For example for decision; empty: of every kind."
msgstr "For eksempel til beslutning; tomt: alle slags."

msgid "What the committee is asked to adopt, after “at”, for example “status for indsatserne tages til efterretning”."
msgstr "Det, udvalget bedes vedtage, efter “at”, for eksempel “status for indsatserne tages til efterretning”."

msgid "What you find it by, for example “Status til udvalget hvert kvartal”."
msgstr "Det, I finder den på, for eksempel “Status til udvalget hvert kvartal”."

msgid "The committee that it is made for, for example “Socialudvalget”; empty: every one."
msgstr "Det udvalg, den laves til, for eksempel “Socialudvalget”; tomt: alle."

msgid "For example a case about a contract: it stands on the closed agenda."
msgstr "For eksempel en sag om en kontrakt: den står på den lukkede dagsorden."

msgid "For example for information."
msgstr "For eksempel til orientering."

msgid "For example 1.1.2018; left empty: from now on."
msgstr "For eksempel 1.1.2018; er feltet tomt: fra nu af."

msgid "For example 31.12.2021; left empty: until somebody ends it."
msgstr "For eksempel 31.12.2021; er feltet tomt: indtil nogen afslutter den."

msgid "The last day of the absence, for example 31.7.2018."
msgstr "Fraværets sidste dag, for eksempel 31.7.2018."

#~ msgid "Overview on one page"
#~ msgstr "Overblik på én side"

#, python-format
#~ msgid "and %(n)s more objective"
#~ msgid_plural "and %(n)s more objectives"
#~ msgstr[0] "og %(n)s mål mere"
#~ msgstr[1] "og %(n)s mål mere"

#~ msgid "Overview on one page (on more from about ten initiatives)"
#~ msgstr "Overblik på én side (på flere ved mere end ca. ti indsatser)"

#, python-format
#~ msgid "The overview holds %(number)d initiatives and goes on over more pages, each with its own head."
#~ msgstr "Overblikket har %(number)d indsatser og fortsætter over flere sider, hver med sit eget tabelhoved."

#, python-format
#~ msgid "“%(other)s” has what is approved or posted, which stands and cannot be moved: %(kinds)s. Keep that one instead; where both have such, archive one of them."
#~ msgstr "”%(other)s” har noget godkendt eller bogført, som står fast og ikke kan flyttes: %(kinds)s. Behold den i stedet; har begge noget sådant, så arkivér den ene."

#~ msgid "Kept in the history. A merge is not taken back with a button."
#~ msgstr "Gemmes i historikken. En fletning kan ikke fortrydes med en knap."

#~ msgid "without a new status"
#~ msgstr "uden ny status"

#, python-format
#~ msgid "%(of_all)s; %(number)d never had one"
#~ msgstr "%(of_all)s; %(number)d har aldrig haft en"

#~ msgid "All have a status from the last half year."
#~ msgstr "Alle har en status fra det seneste halve år."

#~ msgid "The file is a list as it is fetched for other programs. Fetch the list as Excel or as CSV for Excel, correct that, and choose it."
#~ msgstr "Filen er en liste, som den hentes til andre programmer. Hent listen som Excel eller som CSV til Excel, ret den, og vælg den."

#, python-format
#~ msgid "%(new)s new, %(changed)s changed, %(left)s unchanged"
#~ msgstr "%(new)s nye, %(changed)s ændret, %(left)s uændret"

#~ msgid "errors"
#~ msgstr "fejl"

#~ msgid "warnings"
#~ msgstr "advarsler"
