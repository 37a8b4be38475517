"""Words before and after the name in the credit of an image.

`tests/images/test_captions.py` walks the rows: `matches` are texts that a row must read a credit from, `spares` texts
in which it must not see one.
"""

from dataclasses import dataclass

__all__ = [
    "CREDIT_LABELS",
    "CREDIT_SUFFIXES",
    "NAME_PARTICLES",
    "CreditLabel",
    "CreditSuffix",
]

NAME_PARTICLES = frozenset(
    "af al bin da de del den der di do dos du e el et for from i la le nuotr. of og the und van via vom von y zu "
    "zur".split()
)
"""Words without a capital that stand within names of people and agencies, and between them."""


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
        (
            "photo",
            "photos",
            "photograph",
            "photographer",
            "photography",
            "picture",
            "pictures",
            "image",
            "images",
            "source",
        ),
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
        ("تصوير", "الصورة", "صورة", "المصدر", "مصدر"),
        (("قارب في البحيرة. تصوير: آن لي", "آن لي"), ("المصدر: رويترز", "رويترز")),
        ("صورة من البحيرة",),
    ),
    CreditLabel(
        ("图", "图片", "图源", "圖", "来源", "사진", "제공"), (("사진: 이안", "이안"), ("图:李安", "李安")), ("图书馆",)
    ),
    CreditLabel(
        ("（ｃ）", "（c）", "ⓒ", "Ⓒ"), (("船（Ｃ）山田", "山田"), ("배 ⓒ이안", "이안")), ("船（左）",), bare=True
    ),
    CreditLabel(
        ("©", "(c)", "copyright ©", "copyright", "&copy;"),
        (("A boat. © Ann Lee", "Ann Lee"), ("Copyright Ann Lee", "Ann Lee"), ("(c) Ann Lee", "Ann Lee")),
        ("Copyrighted works", "The copyright question"),
        bare=True,
    ),
)
"""Labels of credits, in the languages whose pages we have seen."""


@dataclass(frozen=True, slots=True)
class CreditSuffix:
    """Words that stand after the name in a credit."""

    words: tuple[str, ...]
    matches: tuple[tuple[str, str], ...]
    """Caption texts, each with the credit in it."""
    spares: tuple[str, ...]
    """Caption texts without a credit."""
    never_after: tuple[str, ...] = ()
    """What no name ends in: the words are then part of the sentence."""


CREDIT_SUFFIXES = (
    CreditSuffix(
        ("撮影", "写す"),
        (("船（山田花子撮影）", "山田花子"), ("山田花子撮影", "山田花子"), ("船が着いた。山田花子撮影", "山田花子")),
        ("船（昨年7月撮影）", "船を、丘の上から撮影", "船（ドローンで撮影）"),
        ("で", "から", "に", "を", "が", "は", "ら", "時", "月", "日", "年"),
    ),
    CreditSuffix(
        ("摄", "攝", "摄影"),
        (("湖上的船。李安 摄", "李安"), ("湖上的船（李安摄）", "李安"), ("李安 摄", "李安")),
        ("湖上的船，昨日在湖边拍摄", "2019年3月摄"),
        ("拍", "月", "日", "年", "所"),
    ),
    CreditSuffix(
        ("기자", "특파원"),
        (("배가 있다. 이안 기자", "이안"), ("이안 기자", "이안")),
        ("배를 보는 시민과 여러 언론사 사진 취재 기자",),
    ),
)
"""Suffixes of credits, in the languages that name the photographer first."""
