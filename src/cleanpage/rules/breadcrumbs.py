"""How breadcrumbs are marked and parted. `tests/metadata/sources/test_breadcrumbs.py` walks the rows."""

__all__ = ["LABELS", "LABEL_MATCHES", "LABEL_SPARES", "SEPARATORS", "is_label"]

SEPARATORS = " \t\n\xa0/\\|>»›→:·•–—-⟩❯▸▶＞"
"""What stands between the steps of a way, and is part of no step's name."""

LABELS = (
    "breadcrumb",
    "you are here",
    "brotkrümel",
    "brotkrumen",
    "sie sind hier",
    "pfadnavigation",
    "fil d'ariane",
    "fil d’ariane",
    "vous êtes ici",
    "miga de pan",
    "migas de pan",
    "ruta de navegación",
    "trilha de navegação",
    "você está aqui",
    "briciole di pane",
    "percorso di navigazione",
    "kruimelpad",
    "brødsmule",
    "brödsmul",
    "murupolku",
    "ścieżka nawigacji",
    "okruszki",
    "drobečkov",
    "omrvinkov",
    "morzsamenü",
    "хлебные крошки",
    "хлібні крихти",
    "içerik haritası",
    "sayfa yolu",
    "パンくず",
    "現在位置",
    "面包屑",
    "麵包屑",
    "当前位置",
    "目前位置",
    "이동 경로",
    "مسار التنقل",
    "פירורי לחם",
)
"""What an element that holds breadcrumbs is called by `aria-label`, or by the name of its type; lower-case parts."""

LABEL_MATCHES = ("Breadcrumb", "https://schema.org/BreadcrumbList", "Fil d’Ariane", "v:Breadcrumb", "パンくずリスト")
LABEL_SPARES = ("Main navigation", "https://schema.org/ItemList", "Recipe: bread and crumbs", "")


def is_label(text: str) -> bool:
    """Whether a label says that its element holds breadcrumbs."""
    lowered = text.lower()
    return any(label in lowered for label in LABELS)
