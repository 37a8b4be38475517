// Serves one extractor over JSON lines: {html (base64), url} in; {seconds, html, headline, ...} or {error} out.
// Seconds are processor time from the bytes to the result, so they hold decoding and parsing but no transfer.

import { createInterface } from "node:readline";

// Peers write notices to standard output; the answers must stand there alone.
const answer = (value) => process.stdout.write(JSON.stringify(value) + "\n");
console.log = console.info = console.debug = console.warn = () => {};

const BLANK = "https://page.invalid/";

async function readability() {
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const { Readability } = await import("@mozilla/readability");
  const virtualConsole = new VirtualConsole(); // listens to nothing: style sheet errors are no news
  return (html, url) => {
    const dom = new JSDOM(html, { url: url ?? BLANK, virtualConsole });
    const found = new Readability(dom.window.document).parse();
    const result = {
      html: found?.content,
      headline: found?.title,
      byline: found?.byline,
      published: found?.publishedTime,
    };
    dom.window.close();
    return result;
  };
}

async function defuddle() {
  const { parseHTML } = await import("linkedom");
  const { Defuddle } = await import("defuddle/node");
  const sniff = (await import("html-encoding-sniffer")).default;
  return async (html, url) => {
    const text = new TextDecoder(sniff(html, { defaultEncoding: "windows-1252" })).decode(html);
    const found = await Defuddle(parseHTML(text).document, url ?? BLANK, { useAsync: false });
    return { html: found.content, headline: found.title, byline: found.author, published: found.published };
  };
}

const extract = await { "readability-js": readability, defuddle }[process.argv[2]]();

for await (const line of createInterface({ input: process.stdin })) {
  const { html, url } = JSON.parse(line);
  const bytes = Buffer.from(html, "base64");
  const start = process.cpuUsage();
  try {
    const result = await extract(bytes, url ?? undefined);
    const { user, system } = process.cpuUsage(start);
    answer({ seconds: (user + system) / 1e6, ...result });
  } catch (error) {
    answer({ error: String(error).slice(0, 400) });
  }
}
