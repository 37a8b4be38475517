// The details of one block: score, verdict, reason, and a small bar chart of what made the score.

function startDetails() {
  onLook(() => drawDetails(shownBlock()));
  drawDetails(-1);
}

let drawnDetails = "";

function drawDetails(block) {
  const key = `${block} ${looking.pinned}`;
  if (key === drawnDetails) return;
  drawnDetails = key;
  const box = byId("details");
  if (block < 0) {
    box.replaceChildren(
      make("h2", { id: "details-title" }, "Block"),
      make("p", { class: "muted" }, "Point at a block of the page, or go through the list with the arrow keys, j and k. Enter or a click pins it, Escape lets it go."),
    );
    return;
  }
  const state = report.states[block];
  const title = make("h2", { id: "details-title" }, `Block ${block}`);
  if (looking.pinned) title.append(" ", make("span", { class: "pin" }, "pinned"));
  const only = onlyIn(block);
  const facts = [
    ["Verdict", make("strong", { class: "verdict", "data-v": state, "data-u": report.doubtful[block] === 1 }, `${STATE_SIGNS[state]} ${fateOf(block)}`)],
    ["Score", scoreOf(block)],
    ["Role", report.roles[block]],
    ["Reason", report.reasons[block]],
    ["Place", make("code", {}, report.placeNames[report.places[block]])],
  ];
  if (only) facts.push(["Compared", `only ${report.names[only === "a" ? 0 : 1]} keeps it`]);
  const table = make("dl", { class: "facts-list" });
  for (const [name, value] of facts) table.append(make("dt", {}, name), make("dd", {}, value));
  box.replaceChildren(
    title,
    table,
    make("p", { class: "block-text", dir: "auto" }, report.texts[block]),
    chart("What made the score, by group", groupBars(block)),
    chart("The features that weigh most", featureBars(block)),
    chart("Names on its path", tokenBars(block)),
    make("p", { class: "muted" }, "In log odds: to the right for the block, to the left against it."),
  );
}

function groupBars(block) {
  const size = report.groupNames.length;
  const bars = report.groupNames.map((name, group) => [name, report.sums[block * size + group]]);
  bars.sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]));
  return [["every block of this page", report.start], ...bars.filter((bar) => bar[1])];
}

function featureBars(block) {
  const size = report.terms.length / blockCount;
  const bars = [];
  for (let at = block * size; at < (block + 1) * size; at += 1) {
    const name = report.featureNames[report.terms[at]];
    if (report.values[at]) bars.push([report.levels[at] ? `${name}: ${report.levels[at]}` : name, report.values[at]]);
  }
  return bars;
}

function tokenBars(block) {
  const row = report.tokens[block];
  const bars = [];
  for (let at = 0; at < row.length; at += 3) {
    bars.push([`${report.tokenNames[row[at]]} of ${report.selectorNames[row[at + 1]]}`, row[at + 2]]);
  }
  return bars;
}

/** A list of bars left and right of nothing; the numbers stand beside them, so the bars need not be read out. */
function chart(title, bars) {
  const most = Math.max(50, ...bars.map((bar) => Math.abs(bar[1])));
  const rows = bars.map(([name, value]) => {
    const bar = make("span", { class: value < 0 ? "bar against" : "bar for" });
    bar.style.width = `${(50 * Math.abs(value)) / most}%`;
    return make(
      "li",
      {},
      make("span", { class: "bar-name" }, name),
      make("span", { class: "bar-room", "aria-hidden": "true" }, bar),
      make("span", { class: "bar-value" }, signed(value)),
    );
  });
  if (!rows.length) return "";
  return make("section", { class: "chart", "aria-label": title }, make("h3", {}, title), make("ul", {}, ...rows));
}
