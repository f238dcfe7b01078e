"use strict";
// The way back from what was coded to the passage that tells it, and from a passage to what was coded from it.
S.passages = { shown: null };

S.passages.references = (cell) => cell.split(";").map((part) => part.trim()).filter((part) => part).map((part) => {
  const colon = part.indexOf(":");
  return { text: part, source: (colon < 0 ? part : part.slice(0, colon)).trim(), place: colon < 0 ? "" : part.slice(colon + 1).trim() };
});

// What a note quotes: « … ».
S.passages.quote = (note) => note?.match(/«\s*([^»]*?)\s*»/)?.[1] ?? "";
S.passages.plain = (text) => text.replace(/\s+/g, " ").trim();

// Characters are counted as people do, the text's own units as the browser does.
S.passages.unit = (text, count) => {
  if (!/[\ud800-\udbff]/.test(text)) return count;
  let unit = 0;
  for (let left = count; left > 0 && unit < text.length; left -= 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
  return unit;
};

// Where the characters of a place stand; null where it says none, or other words stand there now.
S.passages.exact = (text, place, quote) => {
  const found = place.match(/\[(\d+)-(\d+)\]$/);
  if (!found) return null;
  const [start, end] = [S.passages.unit(text, Number(found[1]) - 1), S.passages.unit(text, Number(found[2]))];
  if (start >= end || end > text.length) return null;
  return !quote || S.passages.plain(text.slice(start, end)).startsWith(quote) ? { start, end } : null;
};

// The passage; else its words wherever they stand, nearest to where they stood; else the heading, page or paragraph.
S.passages.find = (text, place, quote) => {
  const exact = S.passages.exact(text, place, quote);
  if (exact) return exact;
  const stood = S.passages.unit(text, Number(place.match(/\[(\d+)-/)?.[1] ?? 1) - 1);
  if (quote) {
    const words = quote.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
    const matches = [...text.matchAll(new RegExp(words, "g"))].sort((one, other) => Math.abs(one.index - stood) - Math.abs(other.index - stood));
    if (matches.length) return { start: matches[0].index, end: matches[0].index + matches[0][0].length };
  }
  return S.passages.part(text, place.replace(/\s*\[.*$/, ""));
};

S.passages.part = (text, place) => {
  const line = (start) => ({ start, end: start + (text.slice(start).match(/^.*/)[0].length || 1) });
  const [, kind, number] = place.match(/^(p|par)\.?\s?(\d+)$/) ?? [];
  if (kind) {
    const parts = text.split(kind === "p" ? "\f" : /\n\s*\n/);
    if (number < 1 || number > parts.length) return null;
    let start = 0;
    const gaps = [...text.matchAll(kind === "p" ? /\f/g : /\n\s*\n/g)];
    if (number > 1) start = gaps[number - 2].index + gaps[number - 2][0].length;
    return line(start);
  }
  if (!/^\d+(\.\d+)*$/.test(place)) return null;
  const heading = text.match(new RegExp(`^[ \\t]*${place.replaceAll(".", "\\.")}\\.?[ \\t]+\\S`, "m"));
  return heading ? line(heading.index) : null;
};

// MARK: From a row to its passage

S.passages.links = (cell, td) => S.passages.references(cell).flatMap((reference, at) => [at ? "; " : null,
  element("button", { type: "button", class: "passage-link", tabindex: "-1", title: t("show_passage"), onclick: () =>
    S.passages.show(reference, S.passages.quoteOf(S.grid.table, S.grid.at(td).key)) }, reference.text)]).filter((part) => part);

S.passages.cellOf = (table, key, column) => {
  const at = S.tables.get(table)?.columns?.findIndex((one) => one.id === column) ?? -1;
  return at < 0 ? "" : S.tables.get(table).cells.get(key)?.[at] ?? "";
};
S.passages.quoteOf = (table, key) => S.passages.quote(S.passages.cellOf(table, key, "note"));

S.passages.ofRow = (key) => {
  const [reference] = S.passages.references(S.passages.cellOf(S.grid.table, key, "evidence"));
  if (!reference) return S.say(t("no_evidence"));
  return S.passages.show(reference, S.passages.quoteOf(S.grid.table, key));
};

S.passages.show = async ({ source, place }, quote) => {
  if (!S.namesOf("sources").has(source)) return S.say(`${t("unknown_source")} ${source}`);
  if (document.body.classList.contains("wide")) $("hide-bench").click();
  if (S.bench.source !== source || !$("text").readOnly) {
    $("source").value = source;
    await S.bench.load();
  }
  const field = $("text");
  if (!field.value) return S.say(`${t("no_text")} ${S.namesOf("sources").get(source)}`);
  const found = S.passages.find(field.value, place, quote);
  if (!found) return field.focus(), S.say(`${t("no_place")} ${place}`);
  S.passages.shown = found;
  S.passages.mark();
  field.focus({ preventScroll: true });
  field.setSelectionRange(found.start, found.end);
  S.bench.select();
  const mark = $("marks").querySelector(".shown");
  if (mark) field.scrollTop = $("marks").scrollTop = Math.max(0, mark.offsetTop - field.clientHeight / 3);
  $("message").hidden = true;
};

// MARK: From a passage to its rows

S.passages.coded = () => {
  const text = $("text").value;
  const found = [];
  for (const table of S.tables.values()) {
    if (!table.columns?.some((column) => column.type === "evidence")) continue;
    for (const key of table.cells.keys()) {
      for (const { source, place } of S.passages.references(S.passages.cellOf(table.id, key, "evidence"))) {
        const range = source === S.bench.source && S.passages.exact(text, place, S.passages.quoteOf(table.id, key));
        if (range) found.push({ ...range, table: table.id, key });
      }
    }
  }
  return found;
};

// The marks lie behind the text, letter below letter.
S.passages.mark = () => {
  const field = $("text"), text = field.value;
  if (!field.readOnly) S.passages.shown = null;
  S.passages.all = field.readOnly ? S.passages.coded() : [];
  const { shown, all } = S.passages;
  const steps = new Map();
  const step = (at, count, isShown) => {
    const known = steps.get(at) ?? [0, 0];
    steps.set(at, isShown ? [known[0], known[1] + count] : [known[0] + count, known[1]]);
  };
  for (const { start, end } of all) { step(start, 1, false); step(end, -1, false); }
  if (shown && shown.end <= text.length) { step(shown.start, 1, true); step(shown.end, -1, true); }
  const parts = [];
  let [at, coded, open] = [0, 0, 0];
  for (const [next, [change, opens]] of [...steps].sort((one, other) => one[0] - other[0]).concat([[text.length, [0, 0]]])) {
    const piece = text.slice(at, next);
    if (piece) parts.push(coded || open ? element("mark", { class: open ? "shown" : "" }, piece) : piece);
    [at, coded, open] = [next, coded + change, open + opens];
  }
  $("marks").replaceChildren(...parts, "\n ");
  $("marks").scrollTop = field.scrollTop;
};
$("text").addEventListener("scroll", () => { $("marks").scrollTop = $("text").scrollTop; });

S.passages.label = ({ table, key }) => {
  const name = (column, of) => S.namesOf(of).get(S.passages.cellOf(table, key, column));
  const ends = [name("source", "actors") ?? name("actor", "actors"), name("target", "actors") ?? name("event", "events")];
  return ends.filter((end) => end).join(" – ") || S.passages.cellOf(table, key, "name") || S.tables.get(table).title;
};

S.passages.tellHere = (start, end) => {
  const here = (S.passages.all ?? []).filter((one) => one.start <= end && one.end >= start).slice(0, 12);
  $("here").replaceChildren(...(here.length && $("text").readOnly ? [`${t("coded_here")} `] : []),
    ...here.flatMap((one, at) => [at ? ", " : null, element("button", { type: "button",
      onclick: () => S.grid.reveal(one.table, one.key) }, S.passages.label(one))]).filter((part) => part));
};
