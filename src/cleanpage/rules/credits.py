"""How pages mark captions and credits of images: class and id words, and the words before a name.

`tests/test_captions.py` walks the rows: `matches` are texts that a row must read a credit from, `spares` texts in which
it must not see one.
"""

from dataclasses import dataclass

__all__ = [
    "AGENCIES",
    "AUTHOR_BOX_WORDS",
    "CAPTION_WORDS",
    "CREDIT_LABELS",
    "CREDIT_PROPERTIES",
    "CREDIT_WORDS",
    "DECORATION_WORDS",
    "FIGURE_WORDS",
    "INNER_CREDIT_WORDS",
    "CreditLabel",
]

CAPTION_WORDS = frozenset(
    "caption captions figcaption cutline legend legende bildunterschrift bildtext imagecaption infotext".split()
)
"""Words of class names on elements that hold a caption."""

CREDIT_WORDS = frozenset(
    "credit credits copyright photographer photocredit imagecredit bildnachweis bildautor copyrightholder".split()
)
"""Words of class names on elements that hold a credit."""

INNER_CREDIT_WORDS = CREDIT_WORDS | frozenset(
    "agency attribution author autor byline fotograf fotografo quelle source".split()
)
"""Words of class names that mean a credit inside a caption, and something else elsewhere."""

CREDIT_PROPERTIES = frozenset(("copyrightHolder", "creditText", "creator", "author", "copyrightNotice"))
"""Values of `itemprop` that mean a credit inside a figure, and the author of the page elsewhere."""

DECORATION_WORDS = frozenset("avatar logo icon icons emoji sprite badge headshot pixel tracking spinner".split())
"""Words of class names on images, or just above them, that are no pictures of the article. ("portrait" is none of
them: it is as often the format of a picture.)"""

AUTHOR_BOX_WORDS = frozenset("author authors avatar bio byline contributor contributors headshot profile".split())
"""Words of class names on boxes about an author, whose image is a portrait."""

FIGURE_WORDS = frozenset("figure image img photo picture".split())
"""Words of class names on elements that hold an image and little more, as `figure` does."""

AGENCIES = frozenset(
    "afp alamy ansa ap apa belga bloomberg dpa efe epa getty imago istock keystone ntb pa reuters shutterstock sipa "
    "tass unsplash xinhua".split()
)
"""Words that make a credit of what stands in brackets, or in a few words after the last sentence, of a caption."""


@dataclass(frozen=True, slots=True)
class CreditLabel:
    """Words that stand before a credit."""

    words: tuple[str, ...]
    matches: tuple[tuple[str, str], ...]
    """Caption texts, each with the credit in it."""
    spares: tuple[str, ...]
    """Caption texts without a credit."""
    bare: bool = False
    """Whether the words stand by themselves, without a colon, before a capital letter."""


CREDIT_LABELS = (
    CreditLabel(
        ("credit", "credits", "image credit", "photo credit", "picture credit", "credit line"),
        (("Credit... Ann Lee", "Ann Lee"), ("A boat.Image credit: Ann Lee", "Ann Lee"), ("Credit…Ann Lee", "Ann Lee")),
        ("Creditors met on Monday: no deal", "They gave credit where it was due"),
    ),
    CreditLabel(
        ("photo", "photograph", "photographer", "photography", "picture", "pictures", "image", "images", "source"),
        (
            ("Photo: Ann Lee", "Ann Lee"),
            ("A boat. Photograph: Ann Lee/AP", "Ann Lee/AP"),
            ("A boat (Photo: Lee)", "Lee"),
        ),
        ("Photos were shown: two of them", "In this photo: nothing", "The open source: a history"),
    ),
    CreditLabel(
        ("photo by", "photograph by", "photos by", "image by", "picture by", "photography by", "courtesy of"),
        (("Photo by Ann Lee", "Ann Lee"), ("A boat. Photograph by Ann Lee", "Ann Lee"), ("Image by @ann", "@ann")),
        ("Photo by photo, the story unfolds", "He was let in by courtesy of the guard"),
        bare=True,
    ),
    CreditLabel(
        ("foto", "fotos", "bild", "bilder", "quelle", "fotoquelle", "bildquelle", "bildrechte", "grafik"),
        (("Foto: dpa", "dpa"), ("Ein Boot. | Bild: Anna Lang", "Anna Lang"), ("Bildquelle: EU", "EU")),
        ("Fotografen warten: es regnet", "Das Bild zeigt ein Boot"),
    ),
    CreditLabel(("foto von", "bild von"), (("Foto von Anna Lang", "Anna Lang"),), ("Ein Foto von gestern",), bare=True),
    CreditLabel(
        ("crédit", "crédits", "crédit photo", "crédits photo", "photographie"),
        (("Un bateau. Crédit photo : AFP", "AFP"),),
        ("Créditer un compte : mode d'emploi",),
    ),
    CreditLabel(
        ("crédito", "créditos", "imagen", "imagem", "fotografía", "fotografia", "reprodução", "divulgação", "fuente"),
        (("Crédito: Ana", "Ana"), ("Un barco. Fuente: EFE", "EFE")),
        ("Imagenes del día: la lluvia",),
    ),
    CreditLabel(
        ("fonte", "bron", "beeld", "kilde", "källa", "kuva"), (("Bron: ANP", "ANP"),), ("Het beeld is: grijs",)
    ),
    CreditLabel(("фото", "источник"), (("Лодка. Фото: Анна", "Анна"),), ("Фотографы ждут: дождь",)),
    CreditLabel(
        ("写真", "撮影", "画像", "提供"), (("写真:山田", "山田"), ("船(写真:山田)", "山田")), ("写真展が開かれた",)
    ),
    CreditLabel(
        ("©", "(c)", "copyright ©", "copyright", "&copy;"),
        (("A boat. © Ann Lee", "Ann Lee"), ("Copyright Ann Lee", "Ann Lee"), ("(c) Ann Lee", "Ann Lee")),
        ("Copyrighted works", "The copyright question"),
        bare=True,
    ),
)
"""Labels of credits, in the languages whose pages we have seen."""
