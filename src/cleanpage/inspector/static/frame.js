// The page itself, inert, in a frame that runs no scripts; this script, outside, listens to it and paints it.

const frame = { document: null, marked: [] };

function startFrame() {
  const element = byId("frame");
  element.addEventListener("load", () => {
    frame.document = element.contentDocument;
    if (!frame.document || !frame.document.body) return;
    frame.document.addEventListener("mouseover", (event) => look({ hovered: blockAt(event.target) }, "hover"));
    frame.document.documentElement.addEventListener("mouseleave", () => look({ hovered: -1 }, "hover"));
    frame.document.addEventListener("click", (event) => {
      const block = blockAt(event.target);
      if (block >= 0) look({ active: block, hovered: -1, pinned: true }, "frame");
    });
    frame.document.addEventListener("keydown", (event) => event.key === "Escape" && look({ pinned: false }, "keys"));
    paintFrame();
    element.dataset.ready = "true";
  });
  element.srcdoc = JSON.parse(byId("page-data").textContent);
  byId("styles").addEventListener("change", (event) => switchStyles(event.target.checked));
  onLook((origin) => {
    paintFrame();
    if (origin !== "hover" && origin !== "frame") scrollFrameTo(looking.active);
  });
}

function blockAt(node) {
  const element = node && node.closest ? node.closest("[data-b]") : null;
  return element ? Number(element.dataset.b) : -1;
}

function elementsOf(block) {
  return frame.document ? frame.document.querySelectorAll(`[data-b="${block}"]`) : [];
}

/** Outline the block that is shown in the details. */
function paintFrame() {
  for (const element of frame.marked) element.removeAttribute("data-on");
  const block = shownBlock();
  frame.marked = block >= 0 ? [...elementsOf(block)] : [];
  for (const element of frame.marked) element.setAttribute("data-on", looking.pinned ? "pinned" : "");
}

function scrollFrameTo(block) {
  const [element] = block >= 0 ? elementsOf(block) : [];
  if (element) element.scrollIntoView({ block: "center", inline: "nearest" });
}

/** Show the page in its own styles, or in ours alone, under which nothing is hidden. */
function switchStyles(own) {
  const root = frame.document;
  if (!root) return;
  root.documentElement.toggleAttribute("data-styled", own);
  for (const style of root.querySelectorAll("style[data-page]")) style.media = own ? "all" : "not all";
  for (const element of root.querySelectorAll("[data-style]")) element.style.cssText = own ? element.dataset.style : "";
}
