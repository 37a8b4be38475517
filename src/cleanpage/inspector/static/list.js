// The list of blocks: filter, search, keyboard. Only the rows in sight exist, so that 20,000 blocks cost what 20 do.

const ROW_HEIGHT = 52;
const SPARE_ROWS = 6;

const FILTERS = {
  all: () => true,
  kept: (block) => report.states[block] === "kept",
  dropped: (block) => report.states[block] === "dropped",
  doubtful: (block) => report.doubtful[block] === 1,
  field: (block) => report.states[block] === "field",
  a: (block) => onlyIn(block) === "a",
  b: (block) => onlyIn(block) === "b",
};

const list = { rows: [], places: new Int32Array(blockCount), folded: null, filter: "all", scheduled: false };

/** Texts in lower case, made when they are first searched. */
function foldedTexts() {
  list.folded ??= report.texts.map((text) => text.toLowerCase());
  return list.folded;
}

function filterList() {
  const started = performance.now();
  const wanted = byId("search").value.trim().toLowerCase().split(/\s+/).join(" ");
  const fits = FILTERS[list.filter];
  const texts = wanted ? foldedTexts() : null;
  list.rows = [];
  list.places.fill(-1);
  for (let block = 0; block < blockCount; block += 1) {
    if (fits(block) && (!texts || texts[block].includes(wanted))) {
      list.places[block] = list.rows.length;
      list.rows.push(block);
    }
  }
  byId("rows").style.height = `${Math.max(list.rows.length, 1) * ROW_HEIGHT}px`;
  byId("found").textContent = `${list.rows.length} of ${blockCount} blocks`;
  if (looking.active >= 0 && list.places[looking.active] < 0) byId("list").scrollTop = 0;
  else scrollListTo(looking.active);
  drawRows();
  performance.measure("filter", { start: started });
}

function drawRows() {
  list.scheduled = false;
  const box = byId("list");
  const first = Math.max(0, Math.floor(box.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
  const last = Math.min(list.rows.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW_HEIGHT) + SPARE_ROWS);
  const options = [];
  for (let place = first; place < last; place += 1) options.push(rowOf(place));
  if (!list.rows.length) options.push(make("div", { class: "row none", role: "option", "aria-disabled": "true" }, "No block fits"));
  byId("rows").replaceChildren(...options);
  const active = byId(`block-${looking.active}`);
  if (active) box.setAttribute("aria-activedescendant", active.id);
  else box.removeAttribute("aria-activedescendant");
}

function rowOf(place) {
  const block = list.rows[place];
  const only = onlyIn(block);
  const notes = [fateOf(block)];
  if (report.doubtful[block]) notes.push("doubtful");
  if (only) notes.push(`only ${report.names[only === "a" ? 0 : 1]}`);
  const row = make(
    "div",
    {
      class: "row",
      id: `block-${block}`,
      role: "option",
      "aria-selected": String(block === looking.active),
      "aria-posinset": place + 1,
      "aria-setsize": list.rows.length,
      "data-block": block,
      "data-v": report.states[block],
      "data-u": report.doubtful[block] === 1,
      "data-c": only || null,
    },
    make("span", { class: "sign", "aria-hidden": "true" }, STATE_SIGNS[report.states[block]]),
    make("span", { class: "row-head" }, `${block} · ${scoreOf(block)} · ${notes.join(", ")}`),
    make("span", { class: "row-text", dir: "auto" }, report.texts[block].slice(0, 160)),
  );
  row.style.top = `${place * ROW_HEIGHT}px`;
  return row;
}

function scheduleRows() {
  if (!list.scheduled) {
    list.scheduled = true;
    requestAnimationFrame(drawRows);
  }
}

/** Bring a block's row into sight, if it is not. */
function scrollListTo(block) {
  const place = block >= 0 ? list.places[block] : -1;
  if (place < 0) return;
  const box = byId("list");
  const top = place * ROW_HEIGHT;
  if (top < box.scrollTop || top + ROW_HEIGHT > box.scrollTop + box.clientHeight) {
    box.scrollTop = Math.max(0, top - (box.clientHeight - ROW_HEIGHT) / 2);
  }
}

/** Go some rows on from the active one. */
function moveBy(step) {
  const at = looking.active >= 0 ? list.places[looking.active] : -1;
  moveTo(at < 0 ? (step > 0 ? 0 : list.rows.length - 1) : at + step);
}

/** Go to a row, or to the nearest there is. */
function moveTo(place) {
  if (!list.rows.length) return;
  look({ active: list.rows[Math.min(Math.max(place, 0), list.rows.length - 1)], hovered: -1, pinned: false }, "keys");
}

function pageStep() {
  return Math.max(1, Math.floor(byId("list").clientHeight / ROW_HEIGHT) - 1);
}

const LIST_KEYS = {
  ArrowDown: () => moveBy(1),
  j: () => moveBy(1),
  ArrowUp: () => moveBy(-1),
  k: () => moveBy(-1),
  PageDown: () => moveBy(pageStep()),
  PageUp: () => moveBy(-pageStep()),
  Home: () => moveTo(0),
  End: () => moveTo(list.rows.length - 1),
  Enter: () => looking.active >= 0 && look({ pinned: !looking.pinned, hovered: -1 }, "keys"),
  Escape: () => look({ pinned: false, hovered: -1 }, "keys"),
};

function startList() {
  const box = byId("list");
  box.addEventListener("scroll", scheduleRows, { passive: true });
  new ResizeObserver(scheduleRows).observe(box);
  box.addEventListener("keydown", (event) => {
    const action = LIST_KEYS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  box.addEventListener("click", (event) => {
    const row = event.target.closest("[data-block]");
    if (row) look({ active: Number(row.dataset.block), hovered: -1, pinned: true }, "list");
  });
  box.addEventListener("mouseover", (event) => {
    const row = event.target.closest("[data-block]");
    if (row) look({ hovered: Number(row.dataset.block) }, "hover");
  });
  box.addEventListener("mouseleave", () => look({ hovered: -1 }, "hover"));
  byId("search").addEventListener("input", filterList);
  byId("filters").addEventListener("change", (event) => {
    list.filter = event.target.value;
    filterList();
  });
  onLook((origin) => {
    if (origin !== "hover" && origin !== "list") scrollListTo(looking.active);
    if (origin !== "hover") drawRows();
  });
  filterList();
}
