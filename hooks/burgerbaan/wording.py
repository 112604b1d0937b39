"""The Dutch sentence for each kind of problem: what is wrong with what was typed, then what to do, with an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, errors_in

SENTENCES: dict[Kind, str] = {
    Kind.FILE_UNREADABLE: "Dit bestand kan niet gelezen worden ({reason}). Kijk of het er nog staat en of je het mag openen.",
    Kind.FILE_TOO_LARGE: "Dit bestand is groter dan {limit} kB. Maak het korter, of splits het in meer bestanden.",
    Kind.FILE_MISSING: "Dit bestand ontbreekt, en zonder dit bestand is er geen site. Maak het bestand aan; voorbeeld van de eerste regel: {example}",
    Kind.FILE_EMPTY: "Dit bestand is leeg. Vul het in of haal het weg. Voorbeeld van de eerste regel: {example}",
    Kind.FILE_STRAY: "Dit bestand hoort hier niet en komt niet op de site. {advice}",
    Kind.FILE_NAME: "De naam '{value}' kan niet in een adres. Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld: {suggestion}",
    Kind.SYMLINK: "Dit is een verwijzing naar een ander bestand (symlink) en wordt niet gevolgd. Zet het bestand zelf hier neer.",
    Kind.NOT_UTF8: "Hier staat een teken dat geen UTF-8 is. Sla het bestand op als UTF-8; in Kladblok: Opslaan als, Codering UTF-8.",
    Kind.NAMES_CLASH: "De namen '{value}' en '{other}' verschillen alleen in hoofdletters. Geef een van de twee een andere naam.",
    Kind.TAB: "Hier staat een tab. Gebruik spaties: twee per stap naar rechts.",
    Kind.CONTROL_CHARACTER: "Hier staat een onzichtbaar stuurteken ({code}). Typ deze regel opnieuw.",
    Kind.SYNTAX: 'Deze regel is niet te lezen. Kijk of er een haakje, komma of dubbele punt ontbreekt, en zet gewone tekst tussen rechte aanhalingstekens, bijvoorbeeld: titel: "Koffie @ De Brug"',
    Kind.SYNTAX_COLON: 'Hier staat een tweede dubbele punt op de regel. Zet de tekst tussen rechte aanhalingstekens, bijvoorbeeld: titel: "Let op: nieuwe tijden"',
    Kind.SYNTAX_INDENT: "Deze regel begint niet op dezelfde plek als de regels waar hij bij hoort, of er ontbreekt een dubbele punt. Begin velden van één groep recht onder elkaar, bijvoorbeeld: titel: Koken",
    Kind.SYNTAX_QUOTE: 'Een aanhalingsteken dat hier of eerder begint, wordt niet gesloten. Zet er ook een aan het einde, bijvoorbeeld: titel: "Koken"',
    Kind.SEVERAL_DOCUMENTS: "Hier begint met '---' een tweede deel. Zet elk onderdeel in een eigen bestand en haal deze regel weg.",
    Kind.ANCHOR: "'{value}' is een anker of verwijzing (& of *); die worden niet gebruikt. Schrijf de tekst hier gewoon uit, of zet hem tussen rechte aanhalingstekens.",
    Kind.TAG: "Hier staat {value} met uitroeptekens ervoor; dat doet niets. Haal het weg, of zet de hele tekst tussen rechte aanhalingstekens.",
    Kind.TOO_DEEP: "Dit gaat meer dan {limit} stappen naar rechts. Maak de indeling platter.",
    Kind.KEY_DUPLICATE: "Het veld '{value}' staat hier voor de tweede keer. Haal een van de twee weg.",
    Kind.KEY_NOT_TEXT: "De naam van een veld moet een woord zijn. Begin de regel met een veldnaam, bijvoorbeeld: titel: Koken",
    Kind.KEY_INVISIBLE: "In de veldnaam '{value}' zit een teken dat je niet ziet. Typ de naam opnieuw.",
    Kind.CURLY_QUOTE: 'Deze tekst begint met een krul-aanhalingsteken ({value}); dat wordt gewoon tekst. Zet rechte aanhalingstekens om de hele tekst, bijvoorbeeld: titel: "Koken"',
    Kind.KEY_UNKNOWN: "'{value}' is geen bekend veld. Kies uit: {choices}.",
    Kind.KEY_UNKNOWN_SUGGEST: "'{value}' is geen bekend veld. Bedoel je '{suggestion}'? Voorbeeld: {example}",
    Kind.MISSING: "Het veld '{field}' ontbreekt. {help} Voorbeeld: {example}",
    Kind.EMPTY: "'{field}' is leeg, maar is nodig. Vul het in. Voorbeeld: {example}",
    Kind.TEXT_EXPECTED: "'{field}' moet tekst zijn, maar hier staat {shape}. Voorbeeld: {example}",
    Kind.NUMBER_AS_TEXT: "'{field}' is een tekstveld, maar '{value}' leest als iets anders. Zet er rechte aanhalingstekens om: {fix}",
    Kind.NUMBER_EXPECTED: "'{value}' is geen getal dat bij '{field}' past. Schrijf alleen cijfers: zonder nul vooraan, met een punt voor de centen, zonder aanhalingstekens. Voorbeeld: {example}",
    Kind.YES_NO_EXPECTED: "'{value}' kan niet bij '{field}'. Schrijf true (ja) of false (nee), zonder aanhalingstekens. Voorbeeld: {example}",
    Kind.LIST_EXPECTED: "'{field}' moet een lijst zijn. Zet elk punt op een eigen regel met een streepje en een spatie ervoor, of tussen vierkante haken. Voorbeeld: {example}",
    Kind.GROUP_EXPECTED: "'{field}' moet een groep velden zijn. Zet de velden eronder, twee spaties naar rechts. Voorbeeld: {example}",
    Kind.CHOICE: "'{value}' kan niet bij '{field}'. Kies uit: {choices}.",
    Kind.CHOICE_SUGGEST: "'{value}' kan niet bij '{field}'. Bedoel je '{suggestion}'? Kies uit: {choices}.",
    Kind.TOO_LONG: "'{field}' is {length} tekens lang; {limit} is het meeste. Maak het korter.",
    Kind.TOO_LOW: "'{value}' is te laag voor '{field}'. Het moet {limit} zijn. Voorbeeld: {example}",
    Kind.TOO_HIGH: "'{value}' is te hoog voor '{field}'. Het mag {limit} zijn. Voorbeeld: {example}",
    Kind.LIST_TOO_SHORT: "De lijst '{field}' heeft te weinig punten; minstens {limit}. Voorbeeld: {example}",
    Kind.LIST_TOO_LONG: "De lijst '{field}' heeft te veel punten; hoogstens {limit}. Haal er een paar weg.",
    Kind.LINE_BREAK: "'{field}' loopt over meer regels; hier past maar één regel. Zet alles op één regel. Voorbeeld: {example}",
    Kind.INVISIBLE: "In '{field}' zit een teken dat je niet ziet ({code}). Typ de tekst opnieuw. Voorbeeld: {example}",
    Kind.DATE_FORM: "'{value}' is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld: {example}",
    Kind.DATE_IMPOSSIBLE: "De datum '{value}' bestaat niet. Kijk op de kalender. Voorbeeld: {example}",
    Kind.DATE_FAR: "'{value}' kan niet kloppen: schrijf een jaar van {first} tot en met {last}. Voorbeeld: {example}",
    Kind.TIME_FORM: "'{value}' is geen tijd. Schrijf uren en minuten met twee cijfers, tussen aanhalingstekens, bijvoorbeeld: {example}",
    Kind.IDENTIFIER_FORM: "'{value}' kan niet als naam in een adres. Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld: {field}: {suggestion}",
    Kind.WEB_ADDRESS: "'{value}' is geen veilig webadres. Begin met https:// en gebruik alleen letters, cijfers en gewone leestekens. Voorbeeld: {example}",
    Kind.MAIL_ADDRESS: "'{value}' is geen e-mailadres. Voorbeeld: {example}",
    Kind.PHONE: "'{value}' is geen telefoonnummer. Schrijf tien cijfers met netnummer, of begin met + en het landnummer. Voorbeeld: {example}",
    Kind.POSTCODE: "'{value}' is geen postcode. Schrijf vier cijfers, een spatie en twee hoofdletters. Voorbeeld: {example}",
    Kind.IBAN: "'{value}' is geen geldig rekeningnummer (IBAN). Neem het over van een afschrift, aan één stuk of in groepjes van vier. Voorbeeld: {example}",
    Kind.IBAN_COUNTRY: "'{value}' is een rekening in een land ({country}) waarvandaan banken hier geen geld overmaken met een betaalcode. Gebruik een rekening in Nederland. Voorbeeld: {example}",
    Kind.IBAN_BIC: "'{value}' is een rekening in een land ({country}) waarbij banken ook een BIC vragen, en die zetten wij niet in een code. Gebruik een rekening in Nederland. Voorbeeld: {example}",
    Kind.BANK_LETTER: "Het teken '{char}' in '{field}' kan een bank niet lezen. {advice}. Gebruik alleen gewone letters, cijfers, spaties en / - ? : ( ) . , ' +",
    Kind.BANK_SPACES: "'{field}' begint of eindigt met een spatie, of heeft er twee achter elkaar. Haal de spatie te veel weg. Voorbeeld: {example}",
    Kind.BANK_SLASH: "'{field}' begint of eindigt met een schuine streep, of heeft er twee achter elkaar. Banken weigeren dat; haal de streep weg. Voorbeeld: {example}",
    Kind.AMOUNT_CENTS: "'{value}' heeft meer dan twee cijfers na de punt. Rond het af op hele centen. Voorbeeld: {example}",
    Kind.CREDITOR_REFERENCE: "'{value}' is geen geldig betalingskenmerk. Het begint met RF en twee controlecijfers, zonder spaties. Voorbeeld: {example}",
    Kind.BOTH_REFERENCES: "Hier staat een omschrijving en er is ook een kenmerk; een bank leest er maar één. Haal een van de twee weg. Voorbeeld: {example}",
    Kind.PURPOSE: "'{value}' is geen doelcode. Dat zijn vier hoofdletters, zoals CHAR voor een goed doel. Voorbeeld: {example}",
    Kind.HOST: "'{value}' is geen gewone naam van een website. Schrijf alleen de naam, in kleine letters, zonder https, poort, @ of schuine streep. Voorbeeld: {example}",
    Kind.HOST_SHORTENER: "'{value}' maakt korte adressen; niemand kan zien waar die heen gaan. Schrijf de naam van de betaalpagina zelf. Voorbeeld: {example}",
    Kind.PAYMENT_LINK: "'{value}' is geen veilig adres om te betalen. Begin met https://, zonder poort, @, %, # of een adres in het adres. Voorbeeld: {example}",
    Kind.PAYMENT_HOST_UNKNOWN: "'{host}' staat niet bij de hosts van 'betaalpagina'. Kies uit: {choices}. Klopt het adres echt? Zet de host er dan bij en laat het ondertekenen.",
    Kind.PAYMENT_PAGE_MISSING: "Dit doel heeft een betaallink, maar 'betaalpagina' ontbreekt, dus wij weten niet welke hosts goed zijn. Voeg die toe, bijvoorbeeld: betaalpagina: {{hosts: [paymentlink.mollie.com], knop: iDEAL | Wero, gecontroleerd: 2026-11-25}}",
    Kind.RSIN: "'{value}' is geen geldig RSIN; de elfproef klopt niet. Neem de negen cijfers over uit het ANBI-register. Voorbeeld: {example}",
    Kind.KVK: "'{value}' is geen KvK-nummer. Schrijf acht cijfers tussen aanhalingstekens. Voorbeeld: {example}",
    Kind.FILE_REFERENCE: "'{value}' kan geen bestandsnaam zijn. Gebruik de naam vanaf content/, met kleine letters en zonder '..'. Voorbeeld: {example}",
    Kind.MIN_ABOVE_MAX: "Bij '{field}' is het minste ({low}) meer dan het meeste ({high}). Draai de getallen om. Voorbeeld: {example}",
    Kind.END_ALONE: "Er staat wel een eindtijd ('{value}'), maar geen begintijd. Vul 'van' in, of haal 'tot' weg. Voorbeeld: van: \"19:30\"",
    Kind.END_BEFORE_START: "Bij '{field}' ligt het einde ({end}) voor of op het begin ({start}). Kijk de twee na.",
    Kind.TIME_SKIPPED: "De tijd '{value}' bij '{field}' bestaat die dag niet: 's nachts gaat de klok van 02.00 naar 03.00 uur. Kies een andere tijd. Voorbeeld: {example}",
    Kind.REASON_ALONE: "Er staat een reden, maar niet waarvoor. Gaat het niet door? Zet erbij: afgelast: true. Is de dag anders? Zet bij 'verplaatst_van' de oude dag. Anders: haal 'reden' weg.",
    Kind.SHEET_FULL: "Dit testblad past niet op één A4: het is ongeveer {excess} mm te lang. Haal een opdracht of een vraag weg, of zet er minder 'regels' bij.",
    Kind.CONTACT_UNREACHABLE: "Bij '{field}' kan niemand iemand bereiken. Vul telefoon, whatsapp, mail of langskomen in. Voorbeeld: {{rol: Coördinator, telefoon: 036 123 45 67}}",
    Kind.DIPLOMA_UNNAMED: "Er is een diploma nodig, maar er staat niet welk. Vul 'diploma' in, of zet diploma_nodig op false. Voorbeeld: diploma: Rijbewijs B",
    Kind.SEARCH_WORD: "'{value}' kan hier niet. Schrijf één woord zonder leestekens, bijvoorbeeld: {example}",
    Kind.SEARCH_WORDS: "'{value}' kan niet als zoekwoord. Schrijf een of meer woorden zonder leestekens, bijvoorbeeld: {example}",
    Kind.ROW_WIDTH: "Rij {number} heeft {cells} cellen, maar er zijn {columns} kolommen. Maak de rij even lang; een lege cel is null.",
    Kind.REFERENCE: "'{value}' staat niet in {where}. Voeg het daar toe{choices}.",
    Kind.REFERENCE_SUGGEST: "'{value}' staat niet in {where}. Bedoel je '{suggestion}'?",
    Kind.IDENTIFIER_DUPLICATE: "De naam '{value}' bestaat al in {other}. Geef deze een andere naam, bijvoorbeeld: {value}-2",
    Kind.HOST_MISSING: "In deze map staat geen organisatie.yml, dus niemand weet van wie deze vacatures zijn. Maak vacancies/{value}/organisatie.yml; eerste regel: naam: Buurthuis De Brug",
    Kind.PAGE_CLASH: "Deze pagina krijgt het adres /{value}/, maar dat heeft {other} al. Geef het bestand of de map een andere naam.",
    Kind.PAGE_MISSING: "De pagina '{value}' bestaat niet in content/. {advice}",
    Kind.PICTURE_MISSING: "Het plaatje '{value}' bestaat niet in content/. Zet het bestand daar neer, of pas de naam aan. Voorbeeld: {example}",
    Kind.BOX_HEADING: "Blok '{box}' van schema '{drawing}' wijst naar de kop '{value}', en die staat niet op deze pagina. Neem de kop precies over, of haal 'kop' weg bij het blok.",
    Kind.ROLE_ALONE: "Alleen deze rol hoort bij '{value}'. Kijk of het zo heet, want bij de andere rollen staat: {choices}.",
    Kind.STOP_MISSING: "Er is geen halte voor fase '{stage}' en thema '{theme}'. Voeg er een toe onder 'haltes', met fase: {stage} en thema: {theme}",
    Kind.STOP_TWICE: "Er zijn twee haltes voor fase '{stage}' en thema '{theme}'. Haal er een weg of kies een andere fase.",
    Kind.FORMER_NAME_TAKEN: "'{value}' is ook een naam van {other}. Zet bij 'vroeger' alleen namen die dit bestand zelf eerder had, of haal deze weg.",
    Kind.ROUND_AHEAD: "De dag '{value}' is nog niet geweest, dus er kan nog geen uitkomst zijn. Kijk de datum na, of zet de bijeenkomst in de agenda.",
    Kind.TALKS_ORDER: "Het gesprek na {months} maanden staat na dat van {before} maanden. Zet de gesprekken op volgorde, elke maand één keer. Voorbeeld: [{{maanden: 3}}, {{maanden: 9}}]",
    Kind.ROUTE_FULL: "De routekaart past niet op één A3, ook niet met de kleinste letters: er staat ongeveer {excess} procent te veel. Maak de langste halte ('{stop}') korter, of haal een fase weg. Voorbeeld: valkuil: Je wacht te lang.",
    Kind.DECISION_CIRCLE: "Wie hier '{answer}' kiest, komt weer bij '{value}' en loopt in een rondje. Kies een vraag die nog niet gesteld is, of een einde.",
    Kind.DECISION_UNREACHED: "Bij '{value}' komt niemand: geen antwoord leidt ernaartoe. Laat een antwoord daarheen gaan (naar: {value}), of haal het weg.",
    Kind.DECISION_LONG: "De langste weg heeft {steps} vragen; {limit} is het meeste. Haal vragen weg, of laat een antwoord eerder naar een einde gaan.",
    Kind.WAY_ROUND: "Deze verbinding gaat van '{value}' naar '{value}'. Kies bij 'naar' een ander station, of haal de verbinding weg.",
    Kind.WAY_TWICE: "De verbinding van '{origin}' naar '{target}' staat er al. Haal er een weg, of zet alles in één verbinding.",
    Kind.WAY_FROM_STAYING: "Bij '{value}' staat blijven: true, dus daar gaat niemand vandaan verder. Haal de verbinding weg, of haal bij het station 'blijven' weg.",
    Kind.STAYING_TWICE: "Er is al een station met blijven: true. Haal het hier weg; één station is genoeg.",
    Kind.EXAMPLE_PUBLISHED: "Dit is een voorbeeld (voorbeeld: true) en mag niet op de echte site. Vul echte gegevens in en haal 'voorbeeld' weg, of haal het bestand weg.",
    Kind.CODE_FINE: "De code van dit doel voor de {reader} wordt te fijn om van papier te scannen. Maak '{field}' korter, bijvoorbeeld twee woorden.",
    Kind.FACTSHEET_FULL: "Deze factsheet past niet op één A4, ook niet met de kleinste letters: er staat ongeveer {excess} procent te veel. Maak het langste deel ('{part}') korter, of haal een deel of een cijfer weg. Voorbeeld: punten: [Jij kiest het werk, Je tekent twee keer]",
    Kind.SIGNATURE_MISSING: "De gegevens over geld zijn niet ondertekend: {file} ontbreekt. Laat de penningmeester ze nakijken en typ: python -m burgerbaan sign",
    Kind.SIGNATURE_EDITED: "De ondertekening is met de hand veranderd of niet te lezen. Haal {file} weg, laat de penningmeester alles nakijken en typ: python -m burgerbaan sign",
    Kind.SIGNATURE_OLD: "Dit is na het ondertekenen veranderd: {field} was '{before}' en is nu '{now}'. Klopt het? Laat de penningmeester het nakijken en typ: python -m burgerbaan sign. Anders: zet het terug.",
    Kind.SIGNATURE_ALONE: "Hier is iets ondertekend, maar {file} ontbreekt. Gedrukte codes leiden dan nergens heen. Zet dat bestand terug, of laat de penningmeester de ondertekening weghalen.",
    Kind.EXAMPLE_ACCOUNT: "'{value}' is een verzonnen rekening; die kan niet zonder 'voorbeeld: true'. Vul de echte rekening in, of zet voorbeeld: true onderaan.",
    Kind.FOUNDATION_MISSING: "Dit bestand ontbreekt, terwijl er een rekening is om aan te geven. Vul in wat een ANBI moet laten zien; voorbeeld van de eerste regel: {example}",
    Kind.ACCOUNT_ELSEWHERE: "Hier staat een rekeningnummer dat niet in {file} staat. Haal het weg; geld gaat alleen naar die rekening.",
    Kind.PAYMENT_ELSEWHERE: "Hier staat een adres om te betalen ('{value}') dat niet bij de hosts in {file} staat. Haal het weg, of zet de host erbij en laat het ondertekenen.",
    Kind.POSTING_INCOMPLETE: "Bij '{field}' ontbreekt {what}. Zonder dat kan deze vacature niet open staan. Vul het in. Voorbeeld: {example}",
    Kind.ANBI_MISSING: "Het veld '{field}' ontbreekt. Een ANBI moet dit laten zien; zonder dit gaat de site niet naar het publiek. {help} Voorbeeld: {example}",
    Kind.ANBI_PLACEHOLDER: "'{value}' bij '{field}' zegt alleen dat hier nog iets komt, of is een voorbeeld. Een ANBI moet het echt laten zien. Vul in wat hier hoort; tot dan gaat de site niet naar het publiek.",
    Kind.ANBI_BLOCK: "Op deze pagina ontbreken de gegevens van de stichting, en een ANBI moet die laten zien. Zet dit op een eigen regel: {{{{ anbi }}}}",
    Kind.ANNUAL_MISSING: "De jaarrekening van {year} ontbreekt. Een ANBI moet die vanaf 1 juli {next} laten zien; zonder haar gaat de site niet naar het publiek. Zet bij 'jaarrekeningen': - {{jaar: {year}, titel: Jaarrekening {year}, datum: {next}-05-01, pagina: anbi/jaarrekening-{year}.pdf}}",
    Kind.DOCUMENT_AHEAD: "'{value}' ligt in de toekomst; zo'n stuk kan er nog niet zijn. Kijk de datum en het jaar na. Voorbeeld: datum: 2026-05-01",
    Kind.DOCUMENT_EARLY: "De cijfers van {year} kunnen niet van {value} zijn: toen was dat jaar nog niet begonnen. Kijk 'jaar' en 'datum' na. Voorbeeld: datum: 2026-05-01",
    Kind.DOCUMENT_BROKEN: "Het stuk '{value}' is {what}. Sla het opnieuw op als pdf, of maak er een pagina van. Voorbeeld: pagina: anbi/jaarrekening-2025.pdf",
    Kind.HEADING_MISSING: "Deze pagina heeft geen titel. Begin onder de kopregels met één regel die met # begint, bijvoorbeeld: # Hoe kom je er?",
    Kind.HEADING_TWICE: "Deze pagina heeft een tweede titel met één #. Gebruik ## voor koppen in de tekst.",
    Kind.HEADING_MARKUP: "In een titel kan alleen gewone tekst. Haal sterretjes, haakjes, accolades en links weg uit '{value}'.",
    Kind.DESCRIPTION_MISSING: "Bovenaan deze pagina ontbreekt de beschrijving. Zet op de eerste regels: --- dan description: Wat je hier vindt in één zin. en weer ---",
    Kind.FRONT_MATTER_OPEN: "De kopregels beginnen met --- maar eindigen niet. Zet na de laatste kopregel een regel met alleen ---",
    Kind.RAW_HTML: "'{value}' is HTML; dat wordt als gewone tekst getoond. Gebruik Markdown, bijvoorbeeld **vet** of [tekst](pagina.md).",
    Kind.BLOCK_UNKNOWN: "Het blok '{value}' bestaat niet. Kies uit: {choices}.",
    Kind.BLOCK_ARGUMENT: "Het blok '{block}' klopt zo niet{value}. {advice}",
    Kind.BLOCK_ALONE: "Het blok '{value}' moet alleen op een regel staan, met een lege regel ervoor en erna.",
    Kind.LINK_SCHEME: "De link '{value}' is niet veilig. Gebruik https://, mailto:, tel: of een pagina van deze site, bijvoorbeeld: [Contact](contact/index.md)",
    Kind.LINK_NOWHERE: "De link '{value}' leidt nergens heen: {what}. {advice}",
    Kind.PICTURE_ELSEWHERE: "Het plaatje '{value}' staat op een andere site; zo'n site kan bezoekers volgen. Zet het bestand in content/beeld/ en gebruik die naam.",
    Kind.SECTION_PAGE_MISSING: "De pagina {value} ontbreekt, maar andere pagina's verwijzen ernaar, want er zijn {what}. Maak haar; begin met een kop, bijvoorbeeld: # {title}",
    Kind.CHECKED_LONG_AGO: "Deze vacature is {days} dagen geleden nagekeken. Vraag de organisatie of alles nog klopt en zet de datum van vandaag bij 'gecontroleerd'.",
    Kind.CLOSED_UNCHECKED: "Deze vacature is al {days} dagen niet nagekeken en staat daarom niet meer als open op de site. Vraag de organisatie of alles nog klopt en zet de datum van vandaag bij 'gecontroleerd'; dan staat zij er weer.",
    Kind.CLOSING_SOON: "Deze vacature sluit {day}. Moet zij langer open? Pas 'sluit' aan.",
    Kind.CLOSED_BY_DATE: "Deze vacature was op {day} voor het laatst open. De pagina blijft bestaan en zegt dat zij gesloten is.",
    Kind.AMOUNTS_YEAR_MISSING: "De bedragen van {year} ontbreken. Voeg ze toe met bron en datum, zodra ze bekend zijn.",
    Kind.FACTSHEET_OLD: "Deze factsheet is op {day} voor het laatst nagekeken, meer dan een jaar geleden. Kijk of alles nog klopt en zet de datum van vandaag bij 'gecontroleerd'.",
    Kind.TIP_WAITING: "Deze tip staat al meer dan een jaar op 'ontvangen' (sinds {day}). Kijk wat ermee is gebeurd en pas 'antwoord' en 'status' aan. Is er niets veranderd? Zeg dat in het antwoord en zet de dag van vandaag bij 'bijgewerkt'.",
    Kind.TIP_TWICE: "Deze tip staat ook in {other}. Op de site staat zij één keer. Haal een van de twee weg.",
    Kind.ANBI_INCOMPLETE: "Hier ontbreekt nog wat een ANBI moet laten zien: {what}. Zonder dat gaat de site niet naar het publiek. Wat er precies moet: python -m burgerbaan check --publiceren",
    Kind.ANNUAL_DUE: "De jaarrekening van {year} ontbreekt. Een ANBI moet die vanaf 1 juli {next} laten zien; zonder haar gaat de site dan niet naar het publiek. Zet bij 'jaarrekeningen': - {{jaar: {year}, titel: Jaarrekening {year}, datum: {next}-05-01, pagina: anbi/jaarrekening-{year}.pdf}}",
    Kind.EMPTY_OPTIONAL: "'{field}' is leeg. Vul het in, of haal de regel weg. Voorbeeld: {example}",
    Kind.YEAR_QUOTES: 'Zet een jaar tussen rechte aanhalingstekens: "{value}". Een maand of dag mag ook, bijvoorbeeld: {example}',
    Kind.COMMENT_CUTS: "Alles na ' #' op deze regel leest de computer niet. Hoort '{value}' bij de tekst? Zet dan rechte aanhalingstekens om de hele tekst. Is het een notitie voor jezelf? Zet een spatie na #.",
    Kind.SYNTAX_BACKSLASH: "Een \\ kan niet zomaar tussen dubbele aanhalingstekens. Gebruik enkele rechte aanhalingstekens, bijvoorbeeld: naam: 'C:\\naam'",
    Kind.SYNTAX_AFTER_QUOTE: "Na het sluitende aanhalingsteken staat nog tekst. Zet de aanhalingstekens om de hele tekst, bijvoorbeeld: titel: '\"Koken\" in het buurthuis'",
    Kind.BLOCK_FORM: "'{value}' lijkt op een blok, maar klopt niet. Schrijf twee accolades, een naam in kleine letters en weer twee accolades, bijvoorbeeld: {{{{ contact meedoen }}}}",
    Kind.BLOCK_UNKNOWN_SUGGEST: "Het blok '{value}' bestaat niet. Bedoel je '{suggestion}'?",
    Kind.HEADING_SPACE: "Zet een spatie na het hekje, anders is het geen titel: # {value}",
    Kind.PHOTO_NAME: "'{value}' kan geen naam van een foto zijn. Gebruik alleen letters zonder accent, cijfers en streepjes, zonder mappen. Voorbeeld: {example}",
    Kind.PHOTO_MISSING: "De foto '{value}' staat niet in {where}. Zet het bestand daar neer, of pas de naam aan.",
    Kind.PHOTO_FORMAT: "'{value}' is geen foto die de site kan lezen. Gebruik JPEG, PNG, WebP of AVIF: open de foto op de computer en kies: Opslaan als JPEG.",
    Kind.PHOTO_HEIC: "'{value}' is een HEIC-foto, zoals een iPhone die maakt. Maak er JPEG van: open de foto op de computer en kies Exporteren als JPEG. Zet daarna op de iPhone bij Instellingen, Camera, Structuren: Meest compatibel.",
    Kind.PHOTO_ENDING: "'{value}' is van binnen {format}, maar de naam eindigt anders. Noem het bestand {suggestion}",
    Kind.PHOTO_HEAVY: "'{value}' is {size} MB; {limit} MB is het meeste. Maak de foto kleiner en sla haar weer op.",
    Kind.PHOTO_GIGANTIC: "'{value}' heeft {size} miljoen beeldpunten; {limit} miljoen is het meeste. Maak de foto kleiner, bijvoorbeeld 2000 punten breed.",
    Kind.PHOTO_SMALL: "'{value}' is {size} beeldpunten breed; {limit} is het minste. Kies een grotere foto.",
    Kind.PHOTO_BROKEN: "'{value}' is beschadigd of niet helemaal overgekomen. Zet de foto opnieuw op de computer.",
    Kind.PHOTO_STRETCHED: "'{value}' is meer dan {limit} keer zo lang als breed. Knip haar in stukken of kies een ander plaatje.",
    Kind.DRAWING_UNSAFE: "In deze tekening (SVG) staat {what}; dat mag niet op de site. Sla de tekening op als gewone SVG, of gebruik een PNG.",
    Kind.OVERRULED: "Dit telt als nee tot het klopt. {text}",
    Kind.CONSENT_MISSING: "Bij deze foto staat geen toestemming, dus de foto staat niet op de site. Vraag het en schrijf het op bij 'toestemming', of haal de foto weg.",
    Kind.CONSENT_NOT_GIVEN: "Bij 'gegeven' staat geen ja, dus de foto staat niet op de site. Haal het veld 'foto' en het fotobestand weg.",
    Kind.CONSENT_WITHDRAWN: "De toestemming is ingetrokken; de foto staat niet meer op de site. Haal nu ook het veld 'foto' en het fotobestand weg.",
    Kind.CONSENT_MINOR: "Er staat niet dat deze persoon 18 of ouder is, dus de foto staat niet op de site. Klopt het wel? Schrijf volwassen: true. Anders: haal de foto weg.",
    Kind.CONSENT_TEXT: "De toestemming hoort bij tekst '{value}', die niet (meer) geldt{choices}. De foto staat niet op de site. Vraag het opnieuw met de tekst van nu.",
    Kind.CONSENT_EARLY: "De toestemming gaat pas in op {day}; tot dan staat de foto niet op de site. Is de dag verkeerd? Pas 'op' aan.",
    Kind.CONSENT_EXPIRED: "De toestemming liep tot en met {day}; de foto staat niet meer op de site. Mag het nog? Vraag het en pas 'op' en 'tot' aan. Anders: haal het veld 'foto' en het fotobestand weg.",
    Kind.CONSENT_SCOPE: "De toestemming is niet voor de site, dus de foto staat er niet op. Mag het wel? Vraag het en zet site bij 'voor'.",
    Kind.CONSENT_SHARED: "Deze foto hoort ook bij iemand die geen toestemming geeft, dus de foto staat bij niemand op de site. Gebruik een andere foto.",
    Kind.CONSENT_ENDING: "De toestemming voor deze foto eindigt na {day}. Vraag of de foto mag blijven en pas 'op' en 'tot' aan. Doe je niets, dan gaat de foto er die dag vanzelf af.",
    Kind.QUOTE_WITHHELD: "Deze letterlijke uitspraak heeft geen bron en geen toestemming die telt, dus zij staat niet op de site. Vul 'bron' of 'toestemming' in, of haal haar weg.",
    Kind.PROFILE_ENDING: "Dit profiel staat tot en met {day} op de site. Vraag of het mag blijven en pas 'tonen_tot' aan. Doe je niets, dan gaat het er die dag vanzelf af.",
    Kind.PROFILE_OLD: "Dit profiel is op {day} voor het laatst nagekeken, meer dan een jaar geleden. Vraag of alles nog klopt en zet de datum van vandaag bij 'bijgewerkt'.",
    Kind.PHOTO_UNUSED: "Foto's in deze map die nu niet op de site mogen of nergens bij horen: {count}. Bewaar niet meer dan nodig is: haal weg wat weg kan.",
    Kind.LOGO_NAME: "'{value}' kan geen logo zijn. Zet een SVG of PNG in content/beeld/sponsors/ en schrijf de naam vanaf content/, met kleine letters. Voorbeeld: {example}",
    Kind.LOGO_ELSEWHERE: "'{value}' is een logo van een sponsor. Dat kan alleen bij de sponsor zelf staan; zo is het overal weg als de toestemming stopt. Haal het hier weg.",
    Kind.LOGO_UNUSED: "Logo's in deze map waar geen toestemming bij staat: {names}. Zij komen niet op de site. Haal ze weg, of vul de toestemming in: logo: {{bestand: beeld/sponsors/bedrijf-x.svg, door: De directeur, op: 2026-11-01}}",
    Kind.PERSON_PLAIN: "Bij een persoon staat alleen de naam die diegene koos. Haal '{field}' weg. Voorbeeld van wat blijft: naam: Familie Voorbeeld",
    Kind.PERMISSION_MISSING: "Bij een persoon hoort een ja; zonder dat staat de naam niet op de site. Vraag het en schrijf het op: toestemming: {{door: Die persoon zelf, op: 2026-11-01}}",
    Kind.PERMISSION_WITHDRAWN: "De toestemming is ingetrokken, dus {what} staat niet meer op de site. Haal nu ook {advice} weg.",
    Kind.PERMISSION_EARLY: "De toestemming gaat pas in op {day}; tot dan staat {what} niet op de site. Is de dag verkeerd? Pas 'op' aan.",
    Kind.PROFILES_UNREAD: "Profielen in deze map die niemand leest: {count}. BURGERBAAN_PROFILES wijst namelijk naar {where}. Verplaats ze daarheen, of haal ze hier weg.",
    Kind.PRIVATE_WORD: "Het woord '{value}' vertelt iets over gezondheid, geld, verblijf of het verleden. Vraag of deze persoon dat echt op internet wil. Anders: haal het weg.",
    Kind.MONEY_CHECKED_LONG_AGO: "'{field}' is op {day} voor het laatst nagekeken, meer dan een half jaar geleden. Kijk of het nog klopt, ook met een telefoon, en zet de datum van vandaag bij 'gecontroleerd'.",
    Kind.LEAK_NAME: "Hier staat de naam of het adres van iemand die niet op de site wil{source}. Haal dat weg. Is het een ander, of een gewoon woord? Zet dan naam_van_meer: true in dat profiel.",
    Kind.LEAK_PATH: "Een bestand of map in de site heet naar iemand die niet op de site wil. Geef het een andere naam. Is het een ander, of een gewoon woord? Zet dan naam_van_meer: true in dat profiel.",
    Kind.LEAK_PHOTO: "Dit is (een deel van) een foto die niet op de site mag{source}. Haal haar hier weg. Is het toch een andere foto? Haal dan de oude uit profiles/fotos/.",
    Kind.LEAK_METADATA: "In dit plaatje staat meer dan het plaatje zelf, zoals een plek of een naam{source}. Sla het opnieuw op zonder die gegevens.",
    Kind.LEAK_CITIZEN: "Hier staat een getal dat een burgerservicenummer kan zijn{source}. Haal het weg.",
    Kind.LEAK_IBAN: "Hier staat een rekeningnummer dat niet in content/gegevens/donatie.yml staat{source}. Haal het weg; geld gaat alleen naar die rekening.",
    Kind.LEAK_PAYMENT_HOST: "Hier staat een adres om te betalen dat niet bij de hosts in content/gegevens/donatie.yml staat{source}. Haal het weg, of zet de host erbij en laat het ondertekenen.",
    Kind.CODE_UNREADABLE: "Deze QR-code is niet te lezen. Bouw de site opnieuw; blijft het zo, meld het dan bij de makers van de site.",
    Kind.CODE_OTHER: "In deze QR-code staat iets anders dan er hoort. Zij mag niet naar buiten. Zit zij in een plaatje? Haal dat weg; codes maakt de site zelf.",
    Kind.CODE_ABSENT: "Hier hoort een QR-code te staan ({page}), maar zij is er niet. Bouw de site opnieuw; blijft het zo, meld het dan bij de makers van de site.",
    Kind.CODE_LEVEL: "Deze betaalcode is niet gemaakt zoals banken dat vragen (niveau M). Meld het bij de makers van de site.",
    Kind.CODE_TEXT: "Wat in de QR-code staat, staat niet als tekst op dezelfde pagina: {value}. Zet het erbij, dan kan iemand het nakijken.",
    Kind.CODE_DRAWING: "Deze tekening is te ingewikkeld of kapot, en kan niet nagekeken worden. Sla haar opnieuw op, als eenvoudige SVG of als PNG.",
    Kind.CODE_SHEET: "Een bladzijde van deze pdf is groter dan A0 en kan niet nagekeken worden. Sla haar op als A4 of A3.",
    Kind.CODE_LIST: "De lijst met QR-codes klopt niet met de codes op de site. Bouw de site opnieuw; blijft het zo, meld het dan bij de makers van de site.",
    Kind.LEAK_PHONE: "Hier staat een telefoonnummer dat bij geen contact hoort{source}. Haal het weg, of zet het bij een contact. Is het van een ander, zoals een hulplijn? Zet het bij 'openbaar' in programma.yml.",
    Kind.LEAK_MAIL: "Hier staat een mailadres dat bij geen contact hoort{source}. Haal het weg, of zet het bij een contact. Is het van een ander, zoals een hulplijn? Zet het bij 'openbaar' in programma.yml.",
    Kind.LEAK_UNREADABLE: "Deze pdf is niet na te kijken{source}. Maak haar opnieuw, zonder wachtwoord.",
    Kind.AVOIDED_WORD: "Het woord '{value}' vermijden we. Beter: {suggestion}.",
}


def format_problem(item: Problem) -> str:
    """`path:line:column: sentence`."""
    return f"{_one_line(item.path)}:{item.line}:{item.column}: {format_sentence(item)}"


def format_sentence(item: Problem) -> str:
    """The Dutch sentence of a problem, on one line."""
    sentence = SENTENCES[item.kind].format_map({name: _one_line(word) for name, word in item.words})
    return re.sub(r"  +", " ", sentence).strip()


def _one_line(word: str) -> str:
    shown = "".join(char if char.isprintable() else "·" for char in word)
    return shown if len(shown) <= 900 else shown[:899] + "…"


def format_reminders(problems: Iterable[Problem], most: int = 5) -> Iterator[str]:
    """What needs an editor's eye: of each kind the first few, and how many more there are."""
    kinds: dict[Kind, list[Problem]] = {}
    for item in problems:
        if item.is_reminder:
            kinds.setdefault(item.kind, []).append(item)
    for items in kinds.values():
        yield from map(format_problem, items[:most])
        if len(items) > most:
            yield f"En nog {len(items) - most} keer zoiets. Alles zien: python -m burgerbaan check"


def format_leaks(leaks: Sequence[Problem], most: int = 20, *, is_preview: bool = False) -> Iterator[str]:
    """What stands in the finished site and may not be public, and what became of that site; nothing without leaks."""
    yield from map(format_problem, leaks[:most])
    if len(leaks) > most:
        yield f"En nog {len(leaks) - most} keer zoiets."
    if leaks:
        kept = "De nieuwe site is niet gepubliceerd; de vorige staat er nog."
        yield f"Dit mag niet naar buiten. {'Nu zie alleen jij het; haal het eerst weg.' if is_preview else kept}"


def format_summary(problems: Sequence[Problem], *, serving: bool = False, checking: bool = False) -> str:
    """The closing line: how many mistakes in how many files, and what it means for the site."""
    errors = errors_in(problems)
    if not errors:
        return "Geen fouten gevonden."
    files = len({item.path for item in errors})
    count = f"{len(errors)} fout{'en' if len(errors) != 1 else ''} in {files} bestand{'en' if files != 1 else ''}."
    if checking:
        return count
    if serving:
        return f"{count} Wat goed is, zie je; wat niet, blijft zoals het was tot de fouten weg zijn."
    return f"{count} De site is niet gebouwd; de vorige staat er nog."


def format_list(words: Sequence[str], limit: int = 12) -> str:
    """Words as they stand in a sentence; long lists are cut."""
    shown = list(words[:limit])
    return ", ".join(shown) + (f" en nog {len(words) - limit}" if len(words) > limit else "")
