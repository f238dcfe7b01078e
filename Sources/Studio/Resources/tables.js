"use strict";
// The tables as spreadsheets, with what the checks say beside each cell.
S.grid = { table: "actors", rows: new Map(), columns: "", focus: null, editing: null, writing: new Set() };

S.grid.view = () => S.tables.get(S.grid.table);

S.grid.display = (column, cell) => {
  if (!cell) return "";
  if (column.type === "reference") return S.namesOf(column.table).get(cell) ?? cell;
  if (column.type === "references") {
    return cell.split(";").map((one) => S.namesOf(column.table).get(one.trim()) ?? one.trim()).join("; ");
  }
  if (column.type === "words") return column.words.find((word) => word.id === cell)?.name ?? cell;
  return cell;
};

// By key and column, the gravest finding; a finding of a whole row has the column -1.
S.grid.marks = () => {
  const order = ["error", "warning", "note"];
  const marks = new Map();
  for (const finding of S.findings) {
    if (finding.table !== S.grid.table || finding.key === undefined) continue;
    const name = `${finding.key}:${finding.column ?? -1}`;
    const known = marks.get(name);
    if (!known || order.indexOf(finding.severity) < order.indexOf(known.severity)) marks.set(name, finding);
  }
  return marks;
};

S.grid.draw = () => {
  const table = S.grid.view();
  if (!table) return;
  const head = $("grid").tHead, body = $("grid").tBodies[0];
  if (!table.editable) {
    head.replaceChildren();
    body.replaceChildren(element("tr", {}, element("td", {}, t("not_editable"))));
    S.grid.rows.clear();
    S.grid.columns = "";
    return;
  }
  const columns = JSON.stringify([table.id, table.columns]);
  if (columns !== S.grid.columns) {
    S.grid.columns = columns;
    S.grid.rows.clear();
    body.replaceChildren();
    head.replaceChildren(element("tr", {}, element("th", { scope: "col" }, "#"), ...table.columns.map((column) =>
      element("th", { scope: "col", title: column.description ?? column.header }, column.header))));
    S.options($("add-column"), [["", t("add_column")], ...table.addable.map((column) => [column.id, S.said(column.id, column.description)])], "");
  }
  const filter = S.fold($("search").value);
  const marks = S.grid.marks();
  const isEvidence = table.columns.map((column) => column.type === "evidence");
  let place = 0, number = 0;
  const seen = new Set();
  for (const [key, cells] of table.cells) {
    number += 1;
    const shown = table.columns.map((column, at) => S.grid.display(column, cells[at] ?? ""));
    if (filter && !S.fold(shown.join(" ")).includes(filter) && S.grid.editing?.key !== key) continue;
    seen.add(key);
    let row = S.grid.rows.get(key);
    if (!row) {
      row = { tr: element("tr", { "data-key": key }, element("th", { scope: "row" }),
        ...table.columns.map((_, at) => element("td", { role: "gridcell", tabindex: "-1", "data-at": at }))), shown: [] };
      S.grid.rows.set(key, row);
    }
    if (body.children[place] !== row.tr) body.insertBefore(row.tr, body.children[place] ?? null);
    place += 1;
    S.grid.fill(row, number, shown, key, marks, isEvidence);
  }
  for (const [key, row] of S.grid.rows) {
    if (seen.has(key)) continue;
    row.tr.remove();
    S.grid.rows.delete(key);
  }
  const focus = S.grid.cell(S.grid.focus);
  if (!focus) S.grid.focus = null;
  const entry = focus ?? body.querySelector("td");
  if (entry) entry.tabIndex = 0;
};

S.grid.fill = (row, number, shown, key, marks, isEvidence) => {
  if (row.number !== number) row.tr.firstChild.textContent = row.number = number;
  const whole = marks.get(`${key}:-1`);
  row.tr.firstChild.className = whole?.severity ?? "";
  row.tr.firstChild.title = whole ? `${whole.message} ${whole.remedy}` : "";
  for (let at = 0; at < shown.length; at += 1) {
    const td = row.tr.children[at + 1];
    const mark = marks.get(`${key}:${at}`);
    if (!td.classList.contains("editing")) {
      if (row.shown[at] !== shown[at]) {
        row.shown[at] = shown[at];
        td.replaceChildren(...(isEvidence[at] ? S.passages.links(shown[at], td) : [shown[at]]));
      }
      td.className = mark?.severity ?? "";
    } else {
      S.grid.bubble(td, mark);
    }
    if (mark) {
      td.setAttribute("aria-invalid", mark.severity === "error");
      td.title = `${mark.message} ${mark.remedy}`;
    } else if (td.title) {
      td.removeAttribute("aria-invalid");
      td.removeAttribute("title");
    }
  }
};

S.grid.bubble = (td, mark) => {
  let bubble = td.querySelector(".bubble");
  if (!mark) return bubble?.remove();
  if (!bubble) td.append(bubble = element("span", { class: "bubble" }));
  bubble.textContent = S.said(t(mark.severity), `${mark.message} ${mark.remedy}`);
};

// Rows have other keys now; where one types goes with its row.
S.grid.rename = (keys) => {
  const mine = keys.get(S.grid.table);
  const { editing, focus } = S.grid;
  for (const one of new Set([...S.grid.writing, ...(editing ? [editing] : [])])) one.key = keys.get(one.table)?.get(one.key) ?? -1;
  if (focus) S.grid.focus = { ...focus, key: mine?.get(focus.key) ?? -1 };
  const rows = new Map([...S.grid.rows].map(([key, row]) => [mine?.get(key) ?? -key - 1, row]));
  for (const [key, row] of rows) row.tr.dataset.key = key;
  S.grid.rows = rows;
};

// MARK: Moving about

S.grid.cell = (focus) => focus && S.grid.rows.get(focus.key)?.tr.children[focus.at + 1];
S.grid.at = (td) => ({ key: Number(td.parentElement.dataset.key), at: Number(td.dataset.at) });

S.grid.go = (td) => {
  if (!td || td.tagName !== "TD") return;
  for (const other of $("grid").querySelectorAll("td[tabindex='0']")) other.tabIndex = -1;
  td.tabIndex = 0;
  td.focus();
  td.scrollIntoView({ block: "nearest", inline: "nearest" });
};

$("grid").addEventListener("focusin", (event) => {
  const td = event.target.closest("td[data-at]");
  if (!td) return;
  S.grid.focus = S.grid.at(td);
  $("cell-note").textContent = td.title;
});

$("grid").addEventListener("keydown", (event) => {
  const td = event.target.closest("td[data-at]");
  if (td && event.altKey && event.key === "Enter" && !S.grid.editing) {
    event.preventDefault();
    return S.passages.ofRow(S.grid.at(td).key);
  }
  if (!td || event.ctrlKey || event.metaKey || event.altKey) return;
  if (S.grid.editing) return S.grid.typed(event, td);
  const row = td.parentElement;
  const places = { ArrowLeft: td.previousElementSibling, ArrowRight: td.nextElementSibling,
    ArrowUp: row.previousElementSibling?.children[td.cellIndex], ArrowDown: row.nextElementSibling?.children[td.cellIndex],
    Home: row.children[1], End: row.lastElementChild };
  if (event.key in places) {
    event.preventDefault();
    S.grid.go(places[event.key]);
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    S.grid.open(td);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    S.grid.open(td, "");
  } else if (event.key.length === 1) {
    event.preventDefault();
    S.grid.open(td, event.key);
  }
});
$("grid").addEventListener("dblclick", (event) => {
  const td = event.target.closest("td[data-at]");
  if (td && !S.grid.editing && !event.target.closest("button")) S.grid.open(td);
});
$("grid").addEventListener("mousedown", (event) => {
  const td = event.target.closest("td[data-at]");
  if (td && !event.target.closest("input")) { event.preventDefault(); S.grid.close(true); S.grid.go(td); }
});

// MARK: Changing a cell

// The rows of the tables that others choose from, as a list of names; an id where two have the same name.
S.grid.choices = (column) => {
  if (column.type === "words") return column.words.map((word) => [word.id, word.name]);
  const names = [...S.namesOf(column.table)];
  const counts = new Map();
  for (const [, name] of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map(([id, name]) => [id, counts.get(name) > 1 ? `${name} (${id})` : name]);
};

S.grid.open = (td, typed) => {
  const table = S.grid.view();
  const focus = S.grid.at(td);
  const column = table.columns[focus.at];
  const old = table.cells.get(focus.key)?.[focus.at] ?? "";
  const isChoice = ["words", "reference"].includes(column.type);
  const isKey = column.id && column.id === table.key;
  const input = element("input", { "aria-label": column.header });
  input.value = typed ?? (isChoice ? S.grid.display(column, old) : old);
  if (isChoice) {
    const list = element("datalist", { id: "list-cell" }, ...S.grid.choices(column).map(([, name]) => element("option", { value: name })));
    input.setAttribute("list", "list-cell");
    td.replaceChildren(input, list);
  } else {
    td.replaceChildren(input);
  }
  td.classList.add("editing");
  // Names are looked up when they are whole; an id is what other rows hang on. All else is written as it is typed.
  S.grid.editing = { ...focus, table: table.id, column, first: old, known: old, wanted: old, input, td, isChoice, isKey,
    group: S.newGroup(), busy: false };
  S.grid.bubble(td, S.grid.marks().get(`${focus.key}:${focus.at}`));
  input.focus();
  if (typed === undefined) input.select();
  input.addEventListener("input", () => S.grid.write(S.grid.editing));
  input.addEventListener("blur", () => S.grid.close(true));
  if (typed !== undefined) S.grid.write(S.grid.editing);
};

S.grid.write = async (editing) => {
  if (!editing || editing.isChoice || editing.isKey || editing.isAsked) return;
  editing.wanted = editing.input.value;
  if (editing.busy) return;
  editing.busy = true;
  S.grid.writing.add(editing);
  while (editing.known !== editing.wanted) {
    const sent = editing.wanted;
    if (!await S.grid.send(editing, editing.known, sent)) break;
    editing.known = sent;
  }
  editing.busy = false;
  S.grid.writing.delete(editing);
};

S.grid.send = async (editing, old, sent) => {
  const column = editing.column.id ?? editing.column.header;
  const edit = { op: "set", table: editing.table, key: editing.key, column, old, new: sent };
  const answer = await S.edit([edit], editing.group);
  if (answer.ok) return true;
  if (answer.refused !== "otherCell") { S.refusal(answer); return false; }
  // One goes on typing meanwhile; what is written is what then stands there.
  editing.isAsked = true;
  const mine = () => {
    const text = editing.isChoice || editing.isKey ? sent : editing.input.value;
    [editing.isAsked, editing.known, editing.wanted] = [false, text, text];
    S.edit([{ ...edit, old: answer.now, new: text }], editing.group).then(S.refusal);
  };
  const theirs = () => { if (S.grid.editing === editing) S.grid.stop(); };
  S.say(`${t("conflict")} «\u00a0${answer.now}\u00a0»`, [t("mine"), mine], [t("theirs"), theirs]);
  return false;
};

S.grid.stop = () => {
  const editing = S.grid.editing;
  if (!editing) return;
  S.grid.editing = null;
  editing.td.classList.remove("editing");
  const row = S.grid.rows.get(editing.key);
  if (row) row.shown[editing.at] = undefined;
  editing.td.replaceChildren();
  S.grid.draw();
};

S.grid.close = async (isKept) => {
  const editing = S.grid.editing;
  if (!editing) return;
  const text = editing.input.value;
  S.grid.stop();
  if (editing.isChoice && isKept) {
    const chosen = S.grid.choices(editing.column).find(([id, name]) => name === text || id === text)?.[0]
      ?? (editing.column.table && S.idOf(editing.column.table, text)) ?? text;
    if (chosen !== editing.first) await S.grid.send(editing, editing.first, chosen);
  } else if (editing.isKey && isKept && text !== editing.first) {
    if (!editing.first) await S.grid.send(editing, "", text);
    else if (text) S.refusal(await S.edit([{ op: "rename", table: editing.table, key: editing.key, old: editing.first, new: text }]));
  } else if (!isKept && editing.wanted !== editing.first) {
    // What was typed is on the disk already: it is taken back.
    editing.wanted = editing.first;
    while (editing.busy) await S.pause(20);
    if (editing.known !== editing.first) await S.grid.send(editing, editing.known, editing.first);
  }
};

S.grid.typed = (event, td) => {
  const move = { Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1], Escape: [0, 0] }[event.key];
  if (!move) return;
  event.preventDefault();
  const row = td.parentElement;
  const next = move[0] ? (move[0] > 0 ? row.nextElementSibling : row.previousElementSibling)?.children[td.cellIndex]
    : move[1] ? (move[1] > 0 ? td.nextElementSibling : td.previousElementSibling) : td;
  S.grid.close(event.key !== "Escape");
  S.grid.go(next ?? td);
};

// MARK: Rows, columns, tables

$("table").addEventListener("change", () => {
  S.grid.table = $("table").value;
  S.grid.focus = null;
  $("search").value = "";
  S.grid.draw();
});
$("search").addEventListener("input", () => S.grid.draw());
$("add-row").addEventListener("click", async () => {
  const answer = await S.edit([{ op: "add", table: S.grid.table, cells: {} }]);
  S.refusal(answer);
  if (!answer.ok) return;
  $("search").value = "";
  S.grid.draw();
  S.grid.go(S.grid.cell({ key: answer.added[0], at: 0 }));
});
$("remove-row").addEventListener("click", async () => {
  if (S.grid.focus) S.refusal(await S.edit([{ op: "remove", table: S.grid.table, key: S.grid.focus.key }]));
});
$("add-column").addEventListener("change", async () => {
  const column = $("add-column").value;
  const first = S.grid.view().cells.keys().next();
  if (!column || first.done) return;
  // A column comes with its first cell; one without any would say nothing.
  S.refusal(await S.edit([{ op: "set", table: S.grid.table, key: S.grid.focus?.key ?? first.value, column, old: "", new: "" }]));
});
$("merge-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [old, into] = [S.idOf("actors", $("twin-goes").value), S.idOf("actors", $("twin-stays").value)];
  const key = S.keyOf("actors", old);
  if (!old || !into || old === into || key === undefined) return S.say(t("missing_ends"));
  S.refusal(await S.edit([{ op: "merge", table: "actors", key, old, new: into }]));
  event.target.reset();
});
S.keyOf = (id, wanted) => {
  const table = S.tables.get(id);
  const place = table?.columns?.findIndex((column) => column.id === table.key) ?? -1;
  for (const [key, cells] of table?.cells ?? []) if (cells[place] === wanted) return key;
};

// The row, wherever one was.
S.grid.reveal = (table, key, at = 0) => {
  if (innerWidth < 1700) S.view("tables");
  S.grid.table = $("table").value = table;
  $("search").value = "";
  S.grid.draw();
  S.grid.go(S.grid.cell({ key, at }));
};

// MARK: Findings

S.grid.tell = () => {
  const items = S.findings.slice(0, 200).map((finding) => {
    const table = S.tables.get(finding.table);
    const place = finding.key === undefined ? finding.file
      : `${table?.title ?? finding.file}, ${t("row")} ${[...table.cells.keys()].indexOf(finding.key) + 1}`;
    const text = S.said(place, `${finding.message} ${finding.remedy}`);
    const go = () => S.grid.reveal(finding.table, finding.key, finding.column);
    return element("li", { class: finding.severity }, element("b", {}, `${t(finding.severity)} `),
      finding.key === undefined ? text : element("button", { type: "button", onclick: go }, text));
  });
  const told = JSON.stringify(S.findings);
  if (told === S.grid.told) return;
  S.grid.told = told;
  $("findings").replaceChildren(...(items.length ? items : [element("li", {}, t("no_findings"))]));
};

S.parts.push(() => {
  S.options($("table"), [...S.tables.values()].map((table) =>
    [table.id, table.editable ? `${table.title} (${table.cells.size})` : table.title]), S.grid.table);
  S.grid.draw();
  S.grid.tell();
  const names = (id) => S.grid.choices({ type: "reference", table: id }).map(([, name]) => element("option", { value: name }));
  $("list-actors").replaceChildren(...names("actors"));
  $("list-events").replaceChildren(...names("events"));
});
