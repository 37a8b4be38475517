"""Words that tell names in bylines from what stands around them: lower-case, extend freely."""

__all__ = [
    "AGENCIES",
    "AND_WORDS",
    "CREDENTIALS",
    "CUT_WORDS",
    "NEWSROOM_WORDS",
    "NOT_NAMES",
    "NO_FIRST_WORDS",
    "ROLE_WORDS",
]

AND_WORDS = frozenset(
    (
        "& + a and avec com con da dan e en et i ir ja med mit och og si un und ve và with y és şi și και и й та "
        "і و और र மற்றும் และ および と 和 및"
    ).split()
)
"""Words between two names."""

CUT_WORDS = frozenset(
    (
        "about at au aus avec bei bij chez contributor da dal desde dla edited editor em fact-checked follow for "
        "fotos fra from från för für graphics illustration illustrations in last medically of on para per "
        "photographs photography photos posted pour published på read reviewed special stand til uit updated via "
        "voor w with zuletzt à в для из"
    ).split()
)
"""Words that end the list of names in a byline."""

ROLE_WORDS = frozenset(
    (
        "admin analyst attorney autorin blogger bureau ceo cfo chefredakteur chefredakteurin chief chroniqueur "
        "chroniqueuse co-founder columnist columnists consultant contributor contributors coordinator copywriter "
        "correspondant correspondante correspondent correspondente correspondents corresponsal corrispondente "
        "cto dietitian director dziennikarka dziennikarz editor editors editör enviada enviado executive expert "
        "founder freelance freelancer giornalista intern inviata inviato jornalista journalist journaliste "
        "journalistin journalists korrespondent korrespondentin lead manager marketing muhabir muhabiri "
        "periodista photographer photographers president producer producers professor redacteur redactie "
        "redactor redactora redakteur redakteurin redaktor redaktör redattore redattrice reporter reporterin "
        "reporters repórter ressortleiter ressortleiterin rédacteur rédactrice senior specialist staff "
        "strategist toimittaja verslaggeefster verslaggever vice volontär volontärin writer writer/editor "
        "writers yazar журналист корреспондент обозреватель редактор"
    ).split()
)
"""Words of which one makes a part of a byline a role."""

AGENCIES = frozenset(
    (
        "aa aap afp afp-services anadolu ani anp ansa antara ap apa apnews ats awp belga bernama bloomberg cnn "
        "ctk dapd dpa efe epd europapress ians interfax jiji kena keystone-sda kna kyodo lusa mena mti newsis "
        "ntb pa pap pti reuters ritzau ria sda sid spa sputnik stt tass tt ukrinform upi wam xinhua yonhap čtk "
        "интерфакс риа тасс укринформ 共同通信 新华社 時事通信 뉴시스 연합뉴스"
    ).split()
)
"""News agencies, as they sign."""

NEWSROOM_WORDS = frozenset(
    (
        ".com .de .org agence agencies agency agentur associated association board bureau center centre chronicle "
        "company daily department desk digital editorial editors foundation gazette gmbh group herald inc institute "
        "journal llc ltd magazine media nachrichten network news newsdesk newspaper newspapers newsroom online post "
        "press presse-agentur redacción redactie redakce redakcija redakcja redaksi redaktion redaktionen redazione "
        "redação rédaction service staff team times toimitus tribune university webdesk zeitung "
        "редакция редакція 編輯部 編集部 编辑部"
    ).split()
)
"""Words of which one makes a name that of a newsroom, an agency or another body."""

CREDENTIALS = frozenset(
    (
        "acca aprn b.a. ba bs bsc bsn ccim cdces cepf® cfa cfp cfp® cissp cpa cpp cpt cscs dds do dpt dvm e-ryt "
        "edd esq faap faclm facp fand fca fnp-bc ii iii iv j.d. jd jr jr. lcsw ldn llm lmft lmhc lpc m.a. m.d. "
        "m.s. m.sc. ma mba md mfa mph ms msc msn np od ph.d ph.d. pharmd phd pmp psp psyd rd rdn rn ryt sphr sr "
        "sr. vmd"
    ).split()
)
"""Degrees and the like after a name, which belong to it."""

NO_FIRST_WORDS = frozenset(
    (
        "about all click discover explore find follow get head how insights join learn meet more read recent related "
        "see shop subscribe view visit watch what why your"
    ).split()
)
"""Words that begin what stands beside names, and no name of more than one word."""

NOT_NAMES = frozenset(
    (
        "answered|asked|edited|modified|on|original poster|paid|started|uhr|"
        "[email protected]|about|about the author|about us|admin|administrator|administrator account|"
        "advertisement|all|all posts|anonymous|auteur|author|author name|authors|autor|bio|blog|by|comment|"
        "comments|contact|contributing writer|contributor|contributors|credit|date|default|editor|email|facebook|"
        "false|follow|follow author|follow us|fri|friday|guest|guest author|home|image|instagram|last|"
        "last modified|last updated|likes|linkedin|log in|login|menu|min read|mon|monday|more|multiple authors|"
        "n/a|na|name|nan|news|newsroom|none|null|object|page|photo|post author|posted|posted by|posts|print|"
        "profile|published|read|read more|redacción|redactie|redaktion|redazione|reply|root|rédaction|sat|"
        "saturday|search|see all|share|share this|sign in|sign up|site admin|sponsored|sponsored content|staff|"
        "subscribe|sun|sunday|super user|superuser|test|the editor|thread starter|thu|thursday|"
        "today|topic author|topic starter|true|tue|tuesday|twitter|"
        "uncategorized|undefined|unknown|updated|user|various|video|view all posts|view profile|views|web admin|"
        "webmaster|website|wed|wednesday|whatsapp|wordpress|written by|yesterday|youtube|"
        "at a glance|auf einen blick|breaking news|contenido|contents|das wichtigste|editor's picks|"
        "fact checked|highlights|in this article|inhalt|inhaltsverzeichnis|key facts|key points|key takeaways|"
        "l'essentiel|latest news|on this page|quick answer|quick facts|quick links|quick summary|resumen|"
        "skip to content|sommaire|summary|sumário|table of contents|top stories|zusammenfassung|índice|"
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|"
        "samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|"
        "venerdì|sabato|domenica"
    ).split("|")
)
"""Texts that stand where names stand and name nobody."""
