// What all parts of the report share: its data, small helpers, and the block that is looked at.

const report = JSON.parse(document.getElementById("report-data").textContent);
const blockCount = report.texts.length;

const STATE_SIGNS = { kept: "✓", dropped: "–", field: "◆" };

function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; texts are never read as markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** Hundredths of log odds, with their sign. */
function signed(hundredths) {
  const size = (Math.abs(hundredths) / 100).toFixed(2);
  return hundredths < 0 ? `−${size}` : `+${size}`;
}

function scoreOf(block) {
  return (report.scores[block] / 100).toFixed(2);
}

/** What became of a block, in words: `kept`, `dropped`, or the field that it was recognised as. */
function fateOf(block) {
  const state = report.states[block];
  return state === "field" ? report.roles[block] : state;
}

/** Which side alone keeps a block: `a`, `b`, or nothing where both agree or nothing is compared. */
function onlyIn(block) {
  if (!report.other) return "";
  const kept = report.states[block] === "kept" ? 1 : 0;
  return kept === report.other[block] ? "" : kept ? "a" : "b";
}

/**
 * The block that is looked at. `active` is the one the list stands at, `hovered` the one under the mouse; a pinned block
 * stays in the details whatever the mouse does.
 */
const looking = { active: -1, hovered: -1, pinned: false, listeners: [] };

function shownBlock() {
  return looking.hovered >= 0 && !looking.pinned ? looking.hovered : looking.active;
}

/** Change what is looked at, and tell everybody. `origin` names the view in which it was done. */
function look(change, origin) {
  Object.assign(looking, change);
  for (const listener of looking.listeners) listener(origin);
}

function onLook(listener) {
  looking.listeners.push(listener);
}
