"""Words that pages put around names and dates, a row a language: all that a language contributes to bylines.

Extend a row, or add one with what it must match and spare.

Words are lower-case. A word matches whole; in scripts written without spaces it matches as it stands.
`matches` are texts that the row must recognise, `spares` are texts that it must leave alone; one test walks all rows.
"""

from dataclasses import dataclass

__all__ = [
    "AND_WORDS",
    "BETWEEN_NAMES",
    "BYLINE_WORDS",
    "CLOCK_WORDS",
    "CUT_WORDS",
    "EDITOR_WORDS",
    "GLUED_BYLINE_WORDS",
    "LABELS_ALONE",
    "NEWSROOM_WORDS",
    "OTHER_DATE_WORDS",
    "OTHER_WORK",
    "OTHER_WORK_ADVERBS",
    "PICTURE_WORDS",
    "PLACE_WORDS",
    "PUBLISHED_WORDS",
    "ROLE_SUFFIXES",
    "ROLE_WORDS",
    "SHORT_BYLINE_WORDS",
    "TEAM_WORDS",
    "UPDATED_WORDS",
    "WORDS_BEFORE_BYLINES",
    "Phrases",
]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words of one language with one meaning.

    Args:
        language: BCP 47 tag.
        words: The words, lower-case.
        matches: Texts that the row must recognise.
        spares: Texts that it must leave alone.
    """

    language: str
    words: tuple[str, ...]
    matches: tuple[str, ...]
    spares: tuple[str, ...]


def row(language: str, words: str, matches: str, spares: str = "") -> Phrases:
    """A row; words and texts are separated by bars."""
    return Phrases(language, *(tuple(filter(None, part.split("|"))) for part in (words, matches, spares)))


def by_language(**words: str) -> frozenset[str]:
    """Words of all languages in one set; `und` has those of none."""
    return frozenset(" ".join(words.values()).split())


BYLINE_WORDS = (
    row(
        "en",
        "by|written by|words by|story by|text by|posted by|published by|article by|reported by|"
        "submitted by|started by|created by|contributed by|authored by|recipe by|byby|thread starter|author|"
        "authors|written and edited by|reviewed by|a column by|analysis by|opinion by|interview by|contributors|"
        "this post was written by|this article was written by",
        "By Jane Doe|BY JANE DOE|Written by Jane Doe|Author: Jane Doe|Contributors: Jane Doe|"
        "This post was written by Jane Doe",
        "By the river we met|Byron Doe|By 2020 all was well",
    ),
    row(
        "de",
        "von|ein kommentar von|eine analyse von|ein bericht von|text von|autor|autorin|verfasst von|"
        "geschrieben von|ein gastbeitrag von|interview von|interview:",
        "Von Erika Muster|Autor: Max Muster|Interview: Erika Muster",
        "Von hier aus geht es weiter|Interview mit Max Muster",
    ),
    row(
        "fr",
        "par|écrit par|texte par|publié par|propos recueillis par|auteur|rédigé par",
        "Par Jeanne Dupont",
        "Par ailleurs, il pleut",
    ),
    row(
        "es",
        "por|escrito por|texto de|publicado por|redactado por|autor|autora",
        "Por Juana Pérez",
        "Por eso llueve",
    ),
    row("pt", "por|escrito por|texto de|publicado por|reportagem de|autor", "Por Joana Silva", "Por isso chove"),
    row(
        "it",
        "di|a cura di|scritto da|testo di|articolo di|autore|pubblicato da",
        "Di Maria Rossi|a cura di Maria Rossi",
        "Di solito piove",
    ),
    row("nl", "door|geschreven door|tekst|auteur", "Door Jan Jansen", "Door de regen kwam hij niet"),
    row("sv", "av|text|skriven av|text av", "Av Anna Svensson|Text: Anna Svensson", "Av en slump"),
    row("no", "av|tekst|skrevet av|tekst av", "Av Kari Nordmann", "Av og til"),
    row("da", "af|skrevet af|tekst", "Af Hans Hansen", "Af og til"),
    row("fi", "kirjoittaja|teksti|kirjoittanut", "Kirjoittaja: Matti Virtanen", "Kirjoittajat ovat tulleet"),
    row(
        "pl",
        "autor|autorka|tekst|napisał|opracował|opracowała",
        "Autor: Jan Kowalski",
        "Autor nieznany tej książki",
    ),
    row("cs", "autor|autorka|napsal|napsala|text", "Autor: Jan Novák", "Autorem je neznámý"),
    row("sk", "autor|napísal|napísala", "Autor: Ján Novák"),
    row("hu", "írta|szerző|szerzők", "Írta: Kovács János", "Írták a lapok"),
    row("ro", "de|scris de|autor|articol de", "De Ion Popescu|Autor: Ion Popescu", "De fapt plouă"),
    row("bg", "автор|от", "Автор: Иван Петров", "От утре вали"),
    row("ru", "автор|текст|авторы|подготовил|подготовила", "Автор: Иван Петров", "Авторитет Петров"),
    row("uk", "автор|текст|автори", "Автор: Іван Петренко"),
    row("el", "του|της|γράφει ο|γράφει η|συντάκτης|από", "Συντάκτης: Γιώργος Παππάς|Του Γιώργου Παππά"),
    row("tr", "yazan|haber|yazar|yazı", "Yazan: Ali Yılmaz|Haber: Ali Yılmaz"),
    row("ca", "per|escrit per|text de", "Per Jordi Puig"),
    row("hr", "piše|autor|napisao|napisala|pišu", "Piše: Ivan Horvat"),
    row("sl", "piše|avtor|avtorica", "Piše: Janez Novak"),
    row("sr", "пише|аутор|piše|autor", "Пише: Јован Јовановић"),
    row("et", "autor|kirjutas|tekst", "Autor: Jaan Tamm"),
    row("lv", "autors|autore", "Autors: Jānis Bērziņš"),
    row("lt", "autorius|autorė|parengė", "Autorius: Jonas Jonaitis"),
    row(
        "id",
        "oleh|penulis|ditulis oleh|reporter|laporan",
        "Oleh: Budi Santoso|Penulis: Budi Santoso",
        "Oleh karena itu",
    ),
    row("vi", "tác giả|bài viết của|theo", "Tác giả: Nguyễn Văn An"),
    row(
        "zh",
        "作者|文|撰文|記者|记者|文/|文／|撰稿|责编|责任编辑|責任編輯|編輯|编辑",
        "作者：张三|文/张三|記者 張三|责编：张三",
        "文章很长",
    ),
    row("ja", "文|著者|筆者|記者|取材・文|執筆|ライター|文・", "著者：山田太郎|文：山田太郎", "文化の日"),
    row("ko", "글|기자|작성자|글쓴이", "글: 홍길동|작성자: 홍길동"),
    row("ar", "بقلم|كتب|كتبت|الكاتب|إعداد|تحرير", "بقلم أحمد علي|كتب: أحمد علي"),
    row("fa", "نویسنده|به قلم", "نویسنده: رضا احمدی"),
    row("he", "מאת", "מאת דוד כהן"),
    row("hi", "लेखक|द्वारा|रिपोर्ट", "लेखक: राम शर्मा"),
    row("th", "โดย|เขียนโดย|ผู้เขียน", "โดย สมชาย ใจดี"),
)
"""What stands before the names in a byline."""

EDITOR_WORDS = frozenset(("责编", "责任编辑", "責任編輯", "編輯", "编辑"))
"""Words of bylines whose names are those of editors, who count where nobody is named as the author."""

LABELS_ALONE = frozenset(("text", "tekst", "teksti"))
"""Words of bylines that stand before names with a colon alone: "Text: Anna Svensson", but "Text Size"."""

GLUED_BYLINE_WORDS = ("By", "BY", "Von", "Par", "Por", "Written by", "Written By", "Posted by", "Posted By")
"""Those that may stand before a capital letter without a space between, spelled as they then are."""

SHORT_BYLINE_WORDS = by_language(
    en="by",
    de="von",
    fr="par",
    es="por",
    pt="por",
    nl="door",
)
"""Those that may begin a byline within a line, after a date or a verb."""

WORDS_BEFORE_BYLINES = by_language(
    en="ago posted published read started submitted updated",
)
"""Words, beside figures, after which a byline may begin within a line: of publication, of times of reading."""

CLOCK_WORDS = by_language(
    en="am pm",
    de="uhr",
)
"""What stands after a time of day, with or without a space."""

AND_WORDS = by_language(
    und="& +",
    en="and with",
    de="und mit",
    fr="et avec",
    es="y con",
    pt="e com",
    it="e con",
    nl="en",
    sv="och med",
    no="og med",
    da="og med",
    fi="ja",
    et="ja",
    pl="i",
    cs="a",
    sk="a",
    hr="i",
    sr="i и",
    ru="и",
    uk="та й і",
    bg="и",
    lt="ir",
    lv="un",
    ro="si și şi",
    hu="és",
    tr="ve",
    vi="và",
    id="dan",
    az="da",
    el="και",
    ar="و",
    fa="و",
    hi="और",
    ta="மற்றும்",
    th="และ",
    ja="および と",
    zh="和",
    ko="및",
    ne="र",
)
"""Words between two names."""

BETWEEN_NAMES = by_language(
    und="&",
    en="and",
    de="und",
    fr="et",
)
"""Those that stand between two names and little else."""

CUT_WORDS = by_language(
    en="about at contributor edited editor fact-checked follow for from graphics illustration illustrations in "
    "last medically of on photographs photography photos posted published read reviewed special updated via w "
    "with",
    de="aus bei für stand zuletzt fotos",
    fr="au aus avec chez pour à",
    es="desde para",
    pt="em para da",
    it="da dal per in",
    nl="bij uit voor",
    sv="från för på til",
    da="fra til på",
    no="fra til på",
    pl="dla w",
    sl="dla",
    ru="в для из",
)
"""Words that end the list of names in a byline."""

PLACE_WORDS = by_language(
    en="at for in on via",
    de="am um in",
)
"""Words that end a name even of one word: those of places and dates."""

ROLE_WORDS = by_language(
    en="admin analyst attorney blogger bureau ceo cfo chief co-founder columnist columnists consultant "
    "contributor contributors coordinator copywriter correspondent correspondents cto dietitian director "
    "editor editors executive expert founder freelance freelancer intern journalist journalists lead manager "
    "marketing photographer photographers president producer producers professor reporter reporters senior "
    "specialist staff strategist vice writer writer/editor writers",
    de="autorin chefredakteur chefredakteurin journalistin korrespondent korrespondentin redakteur redakteurin "
    "reporterin ressortleiter ressortleiterin volontär volontärin",
    fr="chroniqueur chroniqueuse correspondant correspondante journaliste redacteur rédacteur rédactrice",
    es="corresponsal enviada enviado periodista redactor redactora",
    pt="correspondente jornalista repórter",
    it="corrispondente giornalista inviata inviato redattore redattrice",
    nl="redactie redacteur verslaggeefster verslaggever",
    sv="redaktör",
    fi="toimittaja",
    pl="dziennikarka dziennikarz redaktor",
    tr="editör muhabir muhabiri yazar",
    ru="журналист корреспондент обозреватель редактор",
)
"""Words of which one makes a part of a byline a role."""

ROLE_SUFFIXES = by_language(
    ja="著 訳 監訳 編 記者 ライター さん 氏",
    ko="기자 특파원",
    zh="记者 記者",
)
"""Roles and forms of address that stand after a name, with or without a space."""

NEWSROOM_WORDS = by_language(
    und=".com .de .org",
    en="agencies agency associated association board bureau center centre chronicle company daily department "
    "desk digital editorial editors foundation gazette group herald inc institute journal llc ltd magazine "
    "media network news newsdesk newspaper newspapers newsroom online post service staff team times tribune "
    "university webdesk",
    de="agentur gmbh nachrichten presse-agentur redaktion redaktionen zeitung",
    fr="agence press rédaction",
    es="redacción",
    pt="redação",
    it="redazione",
    nl="redactie",
    fi="toimitus",
    pl="redakcja",
    cs="redakce",
    hr="redakcija",
    id="redaksi",
    ru="редакция",
    uk="редакція",
    ja="編集部 編輯部",
    zh="编辑部",
)
"""Words of which one makes a name that of a newsroom, an agency or another body."""

TEAM_WORDS = by_language(
    en="desk editors staff team",
)
"""Last words of the names of those who write together."""

PICTURE_WORDS = by_language(
    en="illustration photo picture video",
    de="foto",
)
"""How words begin that stand in parentheses behind the names of those who made the pictures."""

OTHER_WORK = (
    "reviewed|updated|researched|edited|checked|fact[- ]checked|photographed|illustrated|translated|photos?|"
    "photography|illustrations?|(?:additional|with) reporting"
)
"""What people do who are no authors, before "by" or "on", as a pattern."""
OTHER_WORK_ADVERBS = "medically|clinically|technically|legally|scientifically"
"""How they may do it, as a pattern."""

PUBLISHED_WORDS = (
    row(
        "en",
        "published|posted|first published|originally published|publication date|date published|created|"
        "released|issued|filed|written on|pub. date|publish date|posted on|posted at|post time|submitted",
        "Published June 26, 2020|Posted on June 26, 2020|First published: 26 June 2020",
        "June 26, 2020|Updated June 26, 2020",
    ),
    row(
        "de",
        "veröffentlicht|erschienen|publiziert|erstellt|vom|erstveröffentlichung|veröffentlichung|"
        "online seit|geschrieben|gespeichert|eingestellt",
        "Veröffentlicht am 26. Juni 2020|Erschienen: 26.06.2020",
        "Aktualisiert am 26. Juni 2020",
    ),
    row(
        "fr",
        "publié|publiée|publié le|paru|mis en ligne|posté|créé le|écrit le",
        "Publié le 26 juin 2020|Paru le 26 juin 2020",
        "Mis à jour le 26 juin 2020",
    ),
    row(
        "es",
        "publicado|publicada|publicado el|fecha de publicación|creado",
        "Publicado el 26 de junio de 2020",
        "Actualizado el 26 de junio de 2020",
    ),
    row(
        "pt",
        "publicado|publicada|publicado em|postado|criado|data de publicação",
        "Publicado em 26 de junho de 2020",
        "Atualizado em 26 de junho de 2020",
    ),
    row(
        "it",
        "pubblicato|pubblicata|pubblicato il|data di pubblicazione|creato",
        "Pubblicato il 26 giugno 2020",
        "Aggiornato il 26 giugno 2020",
    ),
    row(
        "nl",
        "gepubliceerd|geplaatst|gepubliceerd op|verschenen|geschreven op",
        "Gepubliceerd op 26 juni 2020",
        "Bijgewerkt op 26 juni 2020",
    ),
    row(
        "sv",
        "publicerad|publicerat|publicerades|skapad|upplagd",
        "Publicerad 26 juni 2020",
        "Uppdaterad 26 juni 2020",
    ),
    row("no", "publisert|opprettet", "Publisert 26. juni 2020", "Oppdatert 26. juni 2020"),
    row("da", "offentliggjort|udgivet|publiceret|oprettet", "Publiceret 26. juni 2020", "Opdateret 26. juni 2020"),
    row("fi", "julkaistu|luotu", "Julkaistu 26.6.2020", "Päivitetty 26.6.2020"),
    row("is", "birt|birtist", "Birt 26. júní 2020", "Uppfært 26. júní 2020"),
    row(
        "pl",
        "opublikowano|publikacja|data publikacji|dodano|utworzono|opublikowany",
        "Opublikowano 26 czerwca 2020",
        "Aktualizacja 26 czerwca 2020",
    ),
    row(
        "cs",
        "publikováno|vydáno|zveřejněno|vloženo",
        "Publikováno 26. června 2020",
        "Aktualizováno 26. června 2020",
    ),
    row("sk", "publikované|uverejnené|zverejnené|vydané", "Publikované 26. júna 2020", "Aktualizované 26. júna 2020"),
    row(
        "hu",
        "megjelent|közzétéve|létrehozva|publikálva",
        "Megjelent: 2020. június 26.",
        "Frissítve: 2020. június 26.",
    ),
    row("ro", "publicat|publicată|data publicării|postat", "Publicat: 26 iunie 2020", "Actualizat: 26 iunie 2020"),
    row("bg", "публикувана|публикувано|публикуван", "Публикувано на 26 юни 2020", "Обновена на 26 юни 2020"),
    row(
        "ru",
        "опубликовано|опубликована|дата публикации|размещено|создано",
        "Опубликовано 26 июня 2020",
        "Обновлено 26 июня 2020",
    ),
    row("uk", "опубліковано|дата публікації", "Опубліковано 26 червня 2020", "Оновлено 26 червня 2020"),
    row(
        "el",
        "δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε|ημ. δημοσίευσης",
        "Δημοσίευση: 26 Ιουνίου 2020",
        "Ενημέρωση: 26 Ιουνίου 2020",
    ),
    row(
        "tr",
        "yayınlanma|yayınlandı|giriş|yayın tarihi|oluşturulma|yayım",
        "Yayınlanma: 26 Haziran 2020",
        "Güncelleme: 26 Haziran 2020",
    ),
    row("ca", "publicat|publicada", "Publicat el 26 de juny de 2020", "Actualitzat el 26 de juny de 2020"),
    row(
        "hr",
        "objavljeno|objavljen|datum objave|kreirano",
        "Objavljeno 26. lipnja 2020",
        "Ažurirano 26. lipnja 2020",
    ),
    row("sl", "objavljeno|datum objave", "Objavljeno 26. junija 2020", "Posodobljeno 26. junija 2020"),
    row("sr", "објављено|objavljeno", "Објављено 26. јун 2020", "Ажурирано 26. јун 2020"),
    row("et", "avaldatud|lisatud", "Avaldatud 26. juuni 2020", "Uuendatud 26. juuni 2020"),
    row("lv", "publicēts|publicēta", "Publicēts 26. jūnijs 2020", "Atjaunots 26. jūnijs 2020"),
    row("lt", "paskelbta|publikuota|įkelta", "Paskelbta 2020 birželio 26", "Atnaujinta 2020 birželio 26"),
    row(
        "id",
        "diterbitkan|dipublikasikan|terbit|dibuat|tayang",
        "Diterbitkan 26 Juni 2020",
        "Diperbarui 26 Juni 2020",
    ),
    row("vi", "đăng|xuất bản|ngày đăng", "Ngày đăng 26/06/2020", "Cập nhật 26/06/2020"),
    row(
        "zh", "发布|發布|发表|發表|发布时间|發佈|发布于|刊登|时间", "发布时间：2020年6月26日", "更新时间：2020年6月26日"
    ),
    row("ja", "公開|掲載|配信|投稿|公開日|投稿日|掲載日", "公開日：2020年6月26日", "更新日：2020年6月26日"),
    row("ko", "입력|등록|작성|게시|승인|송고|등록일", "입력 2020.06.26", "수정 2020.06.26"),
    row("ar", "نشر|نُشر|تاريخ النشر|نشرت", "نشر في 26 يونيو 2020", "آخر تحديث 26 يونيو 2020"),
    row("fa", "انتشار|تاریخ انتشار|منتشر شده", "تاریخ انتشار: 26 ژوئن 2020", "به روز رسانی: 26 ژوئن 2020"),
    row("he", "פורסם|תאריך פרסום", "פורסם ב-26 ביוני 2020", "עודכן ב-26 ביוני 2020"),
    row("hi", "प्रकाशित|पोस्ट", "प्रकाशित 26 जून 2020", "अपडेट 26 जून 2020"),
    row("th", "เผยแพร่|วันที่เผยแพร่|โพสต์", "เผยแพร่ 26 มิถุนายน 2563", "อัปเดต 26 มิถุนายน 2563"),
)
"""What stands before the date of publication."""

UPDATED_WORDS = (
    row(
        "en",
        "updated|last updated|last modified|modified|last update|update|edited|last edited|revised|"
        "last reviewed|reviewed|last changed|updated on",
        "Updated July 29, 2020|Last modified: July 29, 2020",
        "Published July 29, 2020",
    ),
    row(
        "de",
        "aktualisiert|zuletzt aktualisiert|geändert|letzte änderung|letzte aktualisierung|aktualisierung|"
        "stand|update|bearbeitet",
        "Aktualisiert am 29. Juli 2020|Stand: 29.07.2020",
        "Veröffentlicht am 29. Juli 2020",
    ),
    row(
        "fr",
        "mis à jour|mise à jour|modifié|actualisé|dernière mise à jour|dernière modification|maj|màj",
        "Mis à jour le 29 juillet 2020|Modifié le 29 juillet 2020",
        "Publié le 29 juillet 2020",
    ),
    row(
        "es",
        "actualizado|actualizada|última actualización|modificado|act.",
        "Actualizado el 29 de julio de 2020",
        "Publicado el 29 de julio de 2020",
    ),
    row(
        "pt",
        "atualizado|atualizada|última atualização|atualização|modificado|actualizado",
        "Atualizado em 29 de julho de 2020",
        "Publicado em 29 de julho de 2020",
    ),
    row(
        "it",
        "aggiornato|aggiornata|ultimo aggiornamento|modificato|ultima modifica|aggiornamento",
        "Aggiornato il 29 luglio 2020",
        "Pubblicato il 29 luglio 2020",
    ),
    row(
        "nl",
        "bijgewerkt|gewijzigd|laatst bijgewerkt|laatste update|aangepast|laatst gewijzigd",
        "Bijgewerkt op 29 juli 2020",
        "Gepubliceerd op 29 juli 2020",
    ),
    row("sv", "uppdaterad|uppdaterat|senast uppdaterad|ändrad", "Uppdaterad 29 juli 2020", "Publicerad 29 juli 2020"),
    row("no", "oppdatert|sist oppdatert|endret", "Oppdatert 29. juli 2020", "Publisert 29. juli 2020"),
    row("da", "opdateret|sidst opdateret|ændret", "Opdateret 29. juli 2020", "Publiceret 29. juli 2020"),
    row("fi", "päivitetty|muokattu", "Päivitetty 29.7.2020", "Julkaistu 29.7.2020"),
    row("is", "uppfært|síðast uppfært", "Uppfært 29. júlí 2020", "Birt 29. júlí 2020"),
    row(
        "pl",
        "aktualizacja|zaktualizowano|ostatnia aktualizacja|zmodyfikowano",
        "Aktualizacja 29 lipca 2020",
        "Opublikowano 29 lipca 2020",
    ),
    row(
        "cs",
        "aktualizováno|aktualizace|upraveno|změněno",
        "Aktualizováno 29. července 2020",
        "Vydáno 29. července 2020",
    ),
    row("sk", "aktualizované|aktualizácia|upravené", "Aktualizované 29. júla 2020", "Vydané 29. júla 2020"),
    row(
        "hu",
        "frissítve|módosítva|frissült|utolsó frissítés",
        "Frissítve: 2020. július 29.",
        "Megjelent: 2020. július 29.",
    ),
    row(
        "ro",
        "actualizat|actualizată|ultima actualizare|modificat",
        "Actualizat: 29 iulie 2020",
        "Publicat: 29 iulie 2020",
    ),
    row(
        "bg",
        "обновена|обновено|актуализирано|последна промяна",
        "Обновена на 29 юли 2020",
        "Публикувано на 29 юли 2020",
    ),
    row(
        "ru",
        "обновлено|обновлена|изменено|последнее обновление|отредактировано",
        "Обновлено 29 июля 2020",
        "Опубликовано 29 июля 2020",
    ),
    row("uk", "оновлено|змінено|останнє оновлення", "Оновлено 29 липня 2020", "Опубліковано 29 липня 2020"),
    row(
        "el",
        "ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση|τροποποιήθηκε",
        "Ενημέρωση: 29 Ιουλίου 2020",
        "Δημοσίευση: 29 Ιουλίου 2020",
    ),
    row(
        "tr",
        "güncelleme|güncellendi|son güncelleme|güncellenme",
        "Güncelleme: 29 Temmuz 2020",
        "Yayınlanma: 29 Temmuz 2020",
    ),
    row(
        "ca",
        "actualitzat|actualitzada|darrera actualització",
        "Actualitzat el 29 de juliol de 2020",
        "Publicat el 29 de juliol de 2020",
    ),
    row("hr", "ažurirano|zadnja izmjena|izmijenjeno", "Ažurirano 29. srpnja 2020", "Objavljeno 29. srpnja 2020"),
    row("sl", "posodobljeno|osveženo|spremenjeno", "Posodobljeno 29. julija 2020", "Objavljeno 29. julija 2020"),
    row("sr", "ажурирано|измењено|ažurirano|izmenjeno", "Ажурирано 29. јул 2020", "Објављено 29. јул 2020"),
    row("et", "uuendatud|muudetud", "Uuendatud 29. juuli 2020", "Avaldatud 29. juuli 2020"),
    row("lv", "atjaunots|atjaunināts|papildināts", "Atjaunots 29. jūlijs 2020", "Publicēts 29. jūlijs 2020"),
    row("lt", "atnaujinta|redaguota", "Atnaujinta 2020 liepos 29", "Paskelbta 2020 liepos 29"),
    row(
        "id",
        "diperbarui|diubah|terakhir diperbarui|diperbaharui",
        "Diperbarui 29 Juli 2020",
        "Diterbitkan 29 Juli 2020",
    ),
    row("vi", "cập nhật|sửa đổi", "Cập nhật 29/07/2020", "Ngày đăng 29/07/2020"),
    row(
        "zh",
        "更新|修改|更新时间|更新時間|最后更新|最後更新|编辑于|編輯於",
        "更新时间：2020年7月29日",
        "发布时间：2020年7月29日",
    ),
    row("ja", "更新|最終更新|更新日|改訂|修正", "更新日：2020年7月29日", "公開日：2020年7月29日"),
    row("ko", "수정|업데이트|최종수정|갱신", "수정 2020.07.29", "입력 2020.07.29"),
    row("ar", "تحديث|آخر تحديث|تم التحديث|عدل", "آخر تحديث 29 يوليو 2020", "نشر في 29 يوليو 2020"),
    row(
        "fa",
        "به روز رسانی|بروزرسانی|به‌روزرسانی|ویرایش",
        "به روز رسانی: 29 ژوئیه 2020",
        "تاریخ انتشار: 29 ژوئیه 2020",
    ),
    row("he", "עודכן|עדכון אחרון", "עודכן ב-29 ביולי 2020", "פורסם ב-29 ביולי 2020"),
    row("hi", "अपडेट|अद्यतन|अपडेटेड", "अपडेट 29 जुलाई 2020", "प्रकाशित 29 जुलाई 2020"),
    row("th", "อัปเดต|อัพเดต|ปรับปรุง|แก้ไข", "อัปเดต 29 กรกฎาคม 2563", "เผยแพร่ 29 กรกฎาคม 2563"),
)
"""What stands before the date of the last change."""

OTHER_DATE_WORDS = (
    row(
        "en",
        "joined|registered|member since|born|died|expires|expired|valid until|available until|ends on",
        "Joined Mar 3, 2019",
        "Posted Mar 3, 2019",
    ),
    row(
        "de",
        "registriert|mitglied seit|beigetreten|geboren|gestorben|verfügbar bis|gültig bis|dabei seit",
        "Mitglied seit 3. März 2019",
        "Gepostet am 3. März 2019",
    ),
    row(
        "fr",
        "inscrit le|inscrit|membre depuis|né le|décédé le|valable jusqu'au",
        "Inscrit le 3 mars 2019",
        "Publié le 3 mars 2019",
    ),
    row(
        "es",
        "miembro desde|registrado|se unió|nacido|válido hasta",
        "Miembro desde 3 de marzo de 2019",
        "Publicado el 3 de marzo de 2019",
    ),
)
"""What stands before dates of something else than the page: its readers, its people, its offers."""
