"""Texts that stand beside names or in their place, whatever the language of the page: lower-case, extend freely."""

__all__ = [
    "CREDENTIALS",
    "NOT_NAMES",
    "NO_FIRST_WORDS",
]

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
