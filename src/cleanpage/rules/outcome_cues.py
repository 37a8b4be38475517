"""Phrases by which pages without content of their own are known, in the languages that most pages are in.

Each is sought in lower-cased text; in titles and headings where it says so. What is found counts only where hardly
anything else stands on the page.
"""

__all__ = ["CHALLENGES", "CONSENT", "ERRORS", "LOGINS", "PAYWALLS", "REDIRECTS", "SCRIPTS"]


def phrases(text: str) -> tuple[str, ...]:
    """The lines of a text, as phrases."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


ERRORS = phrases("""
    page not found
    not found
    404
    403
    401
    410
    500
    502
    503
    504
    forbidden
    access denied
    bad gateway
    gateway timeout
    bad request
    internal server error
    server error
    service unavailable
    temporarily unavailable
    something went wrong
    an error occurred
    error
    page doesn't exist
    page does not exist
    page cannot be found
    page can't be found
    no longer available
    under maintenance
    seite nicht gefunden
    nicht gefunden
    page introuvable
    page non trouvée
    introuvable
    página no encontrada
    no encontrada
    página não encontrada
    pagina non trovata
    pagina niet gevonden
    sidan hittades inte
    siden blev ikke fundet
    siden finnes ikke
    nie znaleziono
    страница не найдена
    сторінку не знайдено
    ページが見つかりません
    页面不存在
    找不到
    페이지를 찾을 수 없습니다
    sayfa bulunamadı
""")
"""How titles and headings of error pages begin, or what they are after the name of the site."""

REDIRECTS = phrases("""
    redirecting
    you are being redirected
    you will be redirected
    if you are not redirected
    object moved
    moved permanently
    document has moved
    301 moved
    302 found
    click here to continue
    sie werden weitergeleitet
    weiterleitung
    vous allez être redirigé
    redirection
    será redirigido
    redireccionando
    sarai reindirizzato
    reindirizzamento
    u wordt doorgestuurd
    przekierowanie
    перенаправление
    リダイレクト
""")
"""What a page says that sends its reader on."""

LOGINS = phrases("""
    log in
    login
    sign in
    signin
    log on
    please log in
    members only
    anmelden
    einloggen
    se connecter
    connexion
    identifiez-vous
    iniciar sesión
    inicia sesión
    iniciar sessão
    entrar
    accedi
    inloggen
    logga in
    log ind
    logg inn
    zaloguj
    logowanie
    войти
    вход
    ログイン
    登录
    로그인
    giriş yap
""")
"""How titles and headings of login pages begin."""

PAYWALLS = phrases("""
    subscribe to continue
    subscribe to read
    subscribe to keep reading
    subscribe now to
    to continue reading
    continue reading with
    already a subscriber
    for subscribers only
    subscriber-only
    exclusive to subscribers
    this article is for subscribers
    become a member to read
    start your free trial to read
    unlock this article
    you have reached your limit of free articles
    free articles this month
    jetzt weiterlesen
    weiterlesen mit
    exklusiv für abonnenten
    réservé aux abonnés
    pour lire la suite
    déjà abonné
    para seguir leyendo
    solo para suscriptores
    exclusivo para assinantes
    per continuare a leggere
    riservato agli abbonati
    lees verder met
    alleen voor abonnees
    för prenumeranter
    läs vidare
    tylko dla prenumeratorów
    только для подписчиков
    この記事は有料
    会員限定
""")
"""What stands where the rest of an article is for those who pay."""

CHALLENGES = phrases("""
    just a moment
    checking your browser
    verify you are human
    verifying you are human
    verify that you are not a robot
    are you a robot
    i'm not a robot
    please complete the security check
    attention required
    ddos protection
    unusual traffic
    captcha
""")
"""What a page says that wants proof of a browser or a human."""

SCRIPTS = phrases("""
    enable javascript
    javascript is disabled
    javascript is required
    javascript to run this app
    requires javascript
    without javascript
    turn javascript on
    turn on javascript
    activate javascript
    javascript aktivieren
    activer javascript
    activez javascript
    active javascript
    activar javascript
    habilite javascript
    habilitar javascript
    abilita javascript
    включите javascript
""")
"""What a page says that cannot do without scripts."""

CONSENT = phrases("""
    cookie
    consent
    privacy
    gdpr
    our partners
    your device
    your data
    personal data
    personalised ads
    datenschutz
    einwillig
    zustimm
    vie privée
    confidentialité
    vos données
    privacidad
    privacidade
    consenso
    toestemming
    samtycke
    samtykke
    zgod
    согласие
""")
"""What a page speaks of that asks for consent to be tracked; parts of words."""
