// The tabs, and the start of everything.

function showTab(tab, focus) {
  for (const other of document.querySelectorAll("[role=tab]")) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    byId(other.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (focus) tab.focus();
}

function startTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => showTab(tab, false));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: place + 1, ArrowLeft: place - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      showTab(tabs[to % tabs.length], true);
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("[type=search]")) return;
    event.preventDefault();
    showTab(byId("tab-page"), false);
    byId("search").focus();
  });
}

/** Evidence of a field of the metadata leads to the block that shows it. */
function startPlaces() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-to-block]");
    if (!link) return;
    showTab(byId("tab-page"), false);
    look({ active: Number(link.dataset.toBlock), hovered: -1, pinned: true }, "metadata");
    byId("list").focus();
  });
}

startTabs();
startPlaces();
startList();
startStrip();
startDetails();
// The shell is painted before the page is laid out in its frame, which takes a while where it is long.
requestAnimationFrame(() => setTimeout(startFrame));
