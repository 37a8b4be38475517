"""Written pages of every kind that is no plain article, and articles that look like one of those."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from cleanpage import Options, OutcomeKind

__all__ = ["ODD_PAGES", "OddPage"]


@dataclass(frozen=True, slots=True)
class OddPage:
    """A page and what it is."""

    name: str
    kind: OutcomeKind
    page: bytes | str
    options: Options | None = None
    url: str = "https://example.org/a"


NAV = "<header><nav><a href=/>Home</a> <a href=/news>News</a> <a href=/about>About us</a></nav></header>"
FOOTER = "<footer><p>© 2024 The Harbour Post. All rights reserved.</p><a href=/imprint>Imprint</a></footer>"
PLACES = "harbour market school bridge library station theatre garden museum town hall".split()
PROSE = [
    f"The {place} was closed on Monday after the storm, and the council said that the repairs would take until the "
    f"autumn, because the roof of the {place} had been damaged more than anybody had expected."
    for place in PLACES
]


def paragraphs(count: int) -> str:
    return "".join(f"<p>{text}</p>" for text in PROSE[:count])


def site(title: str, main: str, head: str = "") -> str:
    """A page with navigation and footer."""
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head>"
        f"<body>{NAV}<main>{main}</main>{FOOTER}</body></html>"
    )


def bare(title: str, body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def article(main: str, head: str = "", title: str = "Storm closes the harbour") -> str:
    return site(f"{title} | The Harbour Post", f"<article><h1>{title}</h1>{main}</article>", head)


def errors() -> Iterator[tuple[str, str]]:
    for title, text in (
        ("404 Not Found", "The page that you asked for is not here."),
        ("Page not found", "Check the address, or go back to the front page."),
        ("Seite nicht gefunden", "Die Adresse gibt es nicht, oder nicht mehr."),
        ("Page introuvable", "L'adresse demandée n'existe pas ou plus."),
        ("Página no encontrada", "La dirección no existe o ya no existe."),
        ("Страница не найдена", "Такого адреса у нас нет."),
        ("ページが見つかりません", "アドレスをご確認ください。"),
        ("500 Internal Server Error", "Please try again in a few minutes."),
        ("Access denied", "You have no permission to see this page."),
    ):
        yield title, site(f"{title} – The Harbour Post", f"<h1>{title}</h1><p>{text}</p>")
    yield "nginx", bare("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>")
    yield "error 404 in the title alone", site("Error 404", "<p>Sorry, we looked everywhere.</p>")


def redirects() -> Iterator[tuple[str, str]]:
    refresh = "<meta http-equiv=refresh content='0; url=https://example.org/b'>"
    yield "refresh", bare("", "", refresh)
    yield "refresh with a link", bare("Moved", "<a href=/b>Go on</a>", refresh)
    yield "refresh in capitals", bare("", "<p>One moment</p>", "<META HTTP-EQUIV='Refresh' CONTENT='3;URL=/b'>")
    for content in ("0; URL = /b", "0,url=/b", " 0.5 url='/b'", "0;/b"):
        yield f"refresh {content}", bare("", "<p>One moment</p>", f'<meta http-equiv=refresh content="{content}">')
    yield (
        "301",
        bare("301 Moved Permanently", "<h1>Moved Permanently</h1><p>The document has moved <a href=/b>here</a>."),
    )
    yield "object moved", bare("Object moved", "<h2>Object moved to <a href=/b>here</a>.</h2>")
    yield (
        "by script",
        bare("", "<script>location='/b'</script><p>Redirecting… If you are not redirected, <a href=/b>go on"),
    )
    yield "German", bare("Weiterleitung", "<p>Sie werden weitergeleitet.</p><a href=/b>Weiter</a>")


def logins() -> Iterator[tuple[str, str]]:
    form = (
        "<form><label>E-mail<input type=email></label><label>%s<input type=password></label><button>%s</button></form>"
    )
    for title, password in (
        ("Log in", "Password"),
        ("Sign in to your account", "Password"),
        ("Anmelden", "Passwort"),
        ("Se connecter", "Mot de passe"),
        ("Iniciar sesión", "Contraseña"),
        ("ログイン", "パスワード"),
    ):
        yield title, site(f"{title} | The Harbour Post", f"<h1>{title}</h1>" + form % (password, title))
    yield "without a form", site("Members only", "<h1>Members only</h1><p>Please log in to see this page.</p>")


def paywalls() -> Iterator[tuple[str, str]]:
    for name, text in (
        ("subscribe", "Subscribe to continue reading. Already a subscriber? Log in."),
        ("free articles", "You have reached your limit of free articles this month."),
        ("German", "Jetzt weiterlesen: exklusiv für Abonnenten. Vier Wochen für 1 €."),
        ("French", "Cet article est réservé aux abonnés. Déjà abonné ? Identifiez-vous."),
        ("Spanish", "Para seguir leyendo, hazte socio. Solo para suscriptores."),
    ):
        yield name, article(f"{paragraphs(2)}<div class=offer><h2>{text}</h2><a href=/offer>1 € a month</a></div>")
    data = (
        '<script type=application/ld+json>{"@context":"https://schema.org","@type":"NewsArticle","headline":"Storm",'
        '"isAccessibleForFree":false}</script>'
    )
    yield "JSON-LD", article(f"{paragraphs(1)}<p>Already a subscriber? <a href=/login>Log in</a></p>", data)


def consents() -> Iterator[tuple[str, str]]:
    texts = {
        "English": "We and our partners store cookies on your device and process personal data, such as how you "
        "use the site, to show what suits you. You may agree, refuse, or choose for each purpose, also later.",
        "German": "Wir und unsere Partner speichern Cookies auf Ihrem Gerät. Mit Ihrer Einwilligung messen wir, wie "
        "die Seite genutzt wird. Mehr steht im Datenschutz; Sie können die Einwilligung jederzeit widerrufen.",
        "French": "Nous et nos partenaires déposons des cookies pour mesurer l'audience. Votre consentement est libre, "
        "et notre politique de confidentialité dit ce que nous faisons de vos données, et pourquoi.",
    }
    for name, text in texts.items():
        yield (
            name,
            bare("The Harbour Post", f"<div id=consent-wall><h1>Privacy</h1><p>{text}</p><button>OK</button></div>"),
        )
    box = f"<div class='cmp-modal'><p>{texts['English']}</p><p>{texts['English'][::-1]}</p></div>"
    yield "over an empty page", site("The Harbour Post", box)


def shells() -> Iterator[tuple[str, str]]:
    for identity in ("root", "app", "__next", "__nuxt"):
        yield f"#{identity}", bare("App", f"<div id={identity}></div><script src=/a.js></script>")
    yield (
        "noscript",
        bare("App", "<noscript>You need to enable JavaScript to run this app.</noscript><script></script>"),
    )
    refresh = "<noscript><meta http-equiv=refresh content='0;url=/plain'></noscript>"
    yield "refresh without scripts", bare("App", "<div id=root></div><script src=/a.js></script>", refresh)
    yield "text", bare("App", "<p>This site requires JavaScript. Please enable JavaScript in your browser.</p>")
    yield "German", bare("App", "<p>Bitte JavaScript aktivieren, um die Seite zu sehen.</p><script></script>")
    yield (
        "challenge",
        bare("Just a moment...", "<h1>www.example.org</h1><p>Checking your browser.</p><script></script>"),
    )
    yield "human", bare("Security check", "<p>Please verify you are human to go on.</p><form></form>")


def empties() -> Iterator[tuple[str, bytes | str]]:
    yield "nothing", ""
    yield "white space", b" \n\t "
    yield "a head alone", "<!doctype html><html><head><title></title></head><body></body></html>"
    yield "refresh after a minute", bare("", "", "<meta http-equiv=refresh content='60;url=/b'>")
    yield "navigation alone", bare("", "<nav><a href=/>Home</a> <a href=/b>B</a></nav>")
    yield "comments", "<!-- nothing --><!-- at all -->"


def files() -> Iterator[tuple[str, bytes]]:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "text")
    yield "PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj" * 50
    yield "PNG", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
    yield "JPEG", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4
    yield "ZIP", buffer.getvalue() * 20
    yield "gzip", gzip.compress(b"text" * 999, mtime=0)
    yield "MP4", b"\0\0\0\x18ftypmp42" + bytes(200)
    yield "noise", bytes(range(256)) * 20


def indexes() -> Iterator[tuple[str, str]]:
    teasers = "".join(
        f"<div><h2><a href=/{n}>{text[:50]}</a></h2><p>{text[:80]}</p></div>" for n, text in enumerate(PROSE)
    )
    yield "section front", site("News", teasers)
    yield "list of links", site("Archive", "".join(f"<li><a href=/{n}>{text}</a></li>" for n, text in enumerate(PROSE)))
    types = '<script type=application/ld+json>{"@context":"https://schema.org","@type":"CollectionPage"}</script>'
    yield "says so", site("Topics", teasers, types)
    yield "results", site("Results", teasers, types.replace("CollectionPage", "SearchResultsPage"))


def forums() -> Iterator[tuple[str, str]]:
    posts = "".join(
        f"<div class=post><div class=author><a href=/users/{n}>user{n}</a><br>Joined: 2019<br>Posts: {n * 7}</div>"
        "<div class=date>Posted 5 May</div>"
        f"<div class=content><p>{text}</p></div><a href=#reply>Reply</a> <a href=#quote>Quote</a></div>"
        for n, text in enumerate(PROSE)
    )
    yield "thread", site("Storm damage - Forum", f"<h1>Storm damage</h1><div class=thread>{posts}</div>")
    answers = posts.replace("Posted", "answered").replace("class=post", "class=answer")
    answers = answers.replace("<div class=author>", "<div class=votes>7 votes</div><div class=author>")
    answers = answers.replace("<a href=#quote>Quote</a>", "<a href=#comment>Add a comment</a>")
    yield (
        "answers",
        site(
            "How do I mend a roof? - Questions",
            f"<h1>How do I mend a roof?</h1><h2>10 answers</h2><div class=thread>{answers}</div>",
        ),
    )


def products() -> Iterator[tuple[str, str]]:
    data = (
        '<script type=application/ld+json>{"@context":"https://schema.org","@type":"Product","name":"Lantern",'
        '"offers":{"@type":"Offer","price":"39.90","priceCurrency":"EUR"}}</script>'
    )
    main = (
        "<h1>Brass lantern</h1><img src=/lantern.jpg alt=Lantern><div class=price>€39.90</div><p>In stock</p>"
        "<label>Quantity<input type=number></label><button>Add to cart</button><h2>Description</h2>"
        "<p>A lantern of brass "
        "and glass for a candle, 24 cm high, made by hand, with a ring to hang it from a beam or a branch. "
        "The glass can be lifted out to be cleaned, and the lid keeps out the rain. Refills burn for eight hours.</p>"
        "<h2>Delivery</h2><p>Free shipping within three working days; send it back within thirty days if it is not "
        "what you wanted. The guarantee is for five years.</p>"
        "<ul><li>Brass</li><li>24 cm</li><li>1.2 kg</li></ul><h2>Reviews</h2><p>4.6 of 5 stars, 12 ratings</p>"
    )
    yield "with JSON-LD", site("Brass lantern | Shop", main, data)
    yield "with Open Graph", site("Brass lantern | Shop", main, "<meta property=og:type content=product>")


def manuals() -> Iterator[tuple[str, str]]:
    parts = "".join(
        f"<h2 id=f{n}>open_{place}(path, *, mode)</h2><pre><code>open_{place}('a', mode='r')</code></pre>"
        f"<p>Opens the {place}. "
        f"Returns a handle, raises <code>OSError</code>.</p><table>"
        "<tr><th>Parameter<th>Default<tr><td>mode<td>r</table>"
        for n, place in enumerate(PLACES)
    )
    side = (
        "<aside class=sidebar><ul>"
        + "".join(f"<li><a href=#f{n}>open_{p}</a>" for n, p in enumerate(PLACES))
        + "</ul></aside>"
    )
    yield "reference", site("API reference — harbour 2.1 documentation", f"{side}<h1>API reference</h1>{parts}")
    steps = "".join(
        f"<h2>Step {n}</h2><p>Install the {p} and run:</p><pre>install {p}</pre>" for n, p in enumerate(PLACES)
    )
    yield "tutorial", site("Tutorial — harbour documentation", f"{side}<h1>Tutorial</h1>{steps}")


def collections() -> Iterator[tuple[str, str]]:
    cards = "".join(
        f"<div class=product-card><a href=/p/{n}><img src=/{n}.jpg alt='{p} lamp'>{p.title()} lamp</a>"
        f"<span>${n + 10}.00</span>"
        "<button>Add to cart</button></div>"
        for n, p in enumerate(PLACES * 3)
    )
    yield "shop", site("Lamps | Shop", f"<h1>Lamps</h1><p>30 products</p><select><option>Sort by price</select>{cards}")


def services() -> Iterator[tuple[str, str]]:
    main = (
        "<h1>Roofs that last</h1><p>We mend roofs in town.</p><a href=/contact>Get a quote</a><h2>Our services</h2>"
        + "".join(
            f"<div class=card><h3>{p.title()} roofs</h3><p>We mend the roof of your {p}, at a fixed price.</p>"
            "<a href=/x>Learn more</a>"
            "</div>"
            for p in PLACES[:6]
        )
    )
    main += "<h2>Our clients say</h2><p>“Quick and neat.” — A. Lee</p>"
    main += "<h2>Contact us</h2><form><input><button>Send</button></form>"
    yield "company", site("Harbour Roofing – roof repairs", main)
    yield "start page", site("Harbour Roofing", main.replace("Get a quote", "Get started – free trial"))


def articles() -> Iterator[tuple[str, str]]:
    yield "plain", article(paragraphs(8))
    yield "short", article(paragraphs(2))
    yield "about errors", article(paragraphs(8), title="404 Not Found: the story of a number")
    yield (
        "about cookies",
        article(paragraphs(8).replace("storm", "cookie consent ruling"), title="Cookie consent is over"),
    )
    yield "about logging in", article(paragraphs(8), title="Log in with a passkey: how it works")
    yield "with a login form", article(paragraphs(8) + "<form><input type=password><button>Log in</button></form>")
    yield "with a consent box", article(paragraphs(8)) + dict(consents())["English"]
    yield "in a wrapper named after cookies", f"<div class='cookie-set consent'>{article(paragraphs(8))}</div>"
    yield "whole behind a paywall", article(paragraphs(10) + "<p>For subscribers only</p>")
    yield "that a script refreshes", article(paragraphs(8), "<meta http-equiv=refresh content=600>")
    yield "in an application", article(paragraphs(8)).replace("<main>", "<main id=root>") + "<script></script>"


ADDRESSES = {
    OutcomeKind.PRODUCT: "https://shop.example.org/products/brass-lantern",
    OutcomeKind.SERVICE: "https://roofing.example.org/",
    OutcomeKind.ARTICLE: "https://example.org/news/2024/storm-closes-the-harbour",
}
"""Where pages of a kind are found, as far as that says something."""


def cut_short() -> Iterator[tuple[str, Options]]:
    yield "bytes", Options(max_bytes=1_500)
    yield "nodes", Options(max_nodes=30)
    yield "blocks", Options(max_blocks=4)
    yield "text", Options(max_text=300)


def pages() -> Iterator[OddPage]:
    """All pages, with what each is."""
    for kind, found in (
        (OutcomeKind.ERROR_PAGE, errors()),
        (OutcomeKind.REDIRECT, redirects()),
        (OutcomeKind.LOGIN_WALL, logins()),
        (OutcomeKind.PAYWALL, paywalls()),
        (OutcomeKind.CONSENT_WALL, consents()),
        (OutcomeKind.JAVASCRIPT_SHELL, shells()),
        (OutcomeKind.EMPTY, empties()),
        (OutcomeKind.NOT_HTML, files()),
        (OutcomeKind.INDEX_PAGE, indexes()),
        (OutcomeKind.FORUM, forums()),
        (OutcomeKind.PRODUCT, products()),
        (OutcomeKind.DOCUMENTATION, manuals()),
        (OutcomeKind.COLLECTION, collections()),
        (OutcomeKind.SERVICE, services()),
        (OutcomeKind.ARTICLE, articles()),
    ):
        for name, page in found:
            yield OddPage(name, kind, page, url=ADDRESSES.get(kind, "https://example.org/a"))
    for name, options in cut_short():
        yield OddPage(name, OutcomeKind.LIMIT_HIT, article(paragraphs(8)), options)


ODD_PAGES = tuple(pages())
