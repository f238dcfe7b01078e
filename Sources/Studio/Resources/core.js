"use strict";
// What all parts of the page share: the words, the dataset as the studio last told it, and the way to change it.
const S = {
  words: JSON.parse(document.getElementById("words").textContent),
  lang: document.documentElement.lang,
  revision: 0, run: "", dataset: "", tables: new Map(), findings: [], sound: false,
  parts: [], waiting: 0, pending: new Set(), group: 0,
};
const $ = (id) => document.getElementById(id);
const t = (name) => S.words[name] ?? name;

// Texts of the dataset are only ever put into text nodes and values.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

S.number = (value, digits = 3, least = 0) => value == null ? "" : typeof value !== "number" ? String(value)
  : value.toLocaleString(S.lang === "fr" ? "fr-FR" : "en-GB", { minimumFractionDigits: least, maximumFractionDigits: digits });

// A name and what it is of, a count and what is counted, as each language writes them.
S.said = (name, value) => `${name}${S.lang === "fr" ? "\u00a0:" : ":"} ${value}`;
S.counted = (count, one, many) => `${S.number(count)} ${t((S.lang === "fr" ? count < 2 : count === 1) ? one : many)}`;

S.pause = (time) => new Promise((done) => setTimeout(done, time));

S.address = (name, query = {}) => `${S.base}api/${name}?${new URLSearchParams({ lang: S.lang, ...query })}`;

// Throws where the studio is gone: nothing answers, something else does, or another run of it that has another secret.
S.ask = async (name, query = {}, body, type = "application/json") => {
  const request = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": type }, body: type === "application/json" ? JSON.stringify(body) : body,
  };
  const response = await fetch(S.address(name, query), request);
  const answer = await response.json();
  if (answer.refused === "token") throw new S.Moved();
  return { ok: response.ok, status: response.status, ...answer };
};

// The same for what can wait: where the studio is gone, the status line says so, and the answer that there is none.
S.query = async (...asked) => {
  try {
    return await S.ask(...asked);
  } catch (error) {
    S.gone(error);
    return { ok: false, away: true };
  }
};

S.show = (state, text) => {
  $("status").className = state;
  $("status").textContent = text;
};

S.say = (text, ...actions) => {
  const box = $("message");
  box.replaceChildren(text, ...actions.map(([label, act]) => element("button", {
    type: "button", onclick: () => { box.hidden = true; act(); },
  }, label)), element("button", { type: "button", onclick: () => { box.hidden = true; } }, t("close")));
  box.hidden = false;
};

// Changes go one after the other; what the studio does not answer is sent again until it does. Each has a name, so that
// one whose answer was lost is not carried out twice.
S.queue = Promise.resolve();
S.change = (name, body, query = {}) => {
  S.waiting += 1;
  const change = { ...body, id: S.newGroup() };
  S.pending.add(change);
  if (!S.away) S.show("saving", t("saving"));
  const sent = S.queue.then(async () => {
    for (;;) {
      try {
        const answer = await S.ask(name, query, { ...change, since: S.revision, run: S.run });
        S.back();
        if (answer.refused !== "run") return answer;
        S.take(await S.ask("state", { since: 0 }));
      } catch (error) {
        S.gone(error);
        await S.pause(700);
      }
    }
  });
  S.queue = sent.then((answer) => {
    S.waiting -= 1;
    S.pending.delete(change);
    if (S.waiting === 0) S.show("", t("saved"));
    if (answer.state) S.take(answer.state);
  });
  return S.queue.then(() => sent);
};
S.edit = (edits, group = S.newGroup()) => S.change("edit", { edits, group });
S.newGroup = () => `${S.page}-${S.group += 1}`;
S.page = Math.random().toString(36).slice(2, 10);

S.refusal = (answer) => {
  if (answer.ok || answer.away) return;
  const known = { large: t("large"), changed: t("changed"), taken: `${t("taken")} ${answer.id ?? ""}`, notEditable: t("not_editable"), unsound: t("unsound") };
  S.say(known[answer.refused] ?? (answer.message ? `${answer.message} ${answer.remedy ?? ""}` : t("refused")));
};

S.take = (state) => {
  if (!state?.tables || (state.run === S.run && state.revision < S.revision)) return;
  if (state.run !== S.run) S.rename(state);
  S.revision = state.revision;
  S.sound = state.sound;
  S.findings = state.findings;
  for (const table of state.tables) {
    const rows = new Map();
    for (const row of table.rows ?? []) rows.set(row[0], row.slice(1));
    S.tables.set(table.id, { ...table, cells: rows });
  }
  $("undo").disabled = !state.undo;
  $("redo").disabled = !state.redo;
  if (state.title) { $("title").textContent = state.title; document.title = `${state.title} · Milieu`; }
  if (state.counts) {
    const { actors, ties } = state.counts;
    $("counts").textContent = `${S.counted(actors, "one_actor", "many_actors")}, ${S.counted(ties, "one_tie", "many_ties")}`;
  }
  if (state.outside) S.say(t("outside"));
  S.names.clear();
  const changed = new Set(state.tables.map((table) => table.id));
  for (const part of S.parts) part(changed);
};

// Ids of a table with the names that people read, in the page's language where there are two.
S.names = new Map();
S.namesOf = (id) => {
  if (S.names.has(id)) return S.names.get(id);
  const table = S.tables.get(id);
  const names = new Map();
  if (table?.columns) {
    const place = (name) => table.columns.findIndex((column) => column.id === name);
    const [key, name] = [place(table.key ?? "id"), Math.max(place(`name_${S.lang}`), place("name"), place("citation"))];
    for (const cells of table.cells.values()) if (cells[key]) names.set(cells[key], (name >= 0 && cells[name]) || cells[key]);
  }
  S.names.set(id, names);
  return names;
};

// The id that a text means: it itself, or that of the one row with this name.
S.idOf = (id, text) => {
  const names = S.namesOf(id);
  const plain = text.trim();
  if (names.has(plain)) return plain;
  const folded = S.fold(plain);
  const found = [...names].filter(([own, name]) => S.fold(name) === folded || `${name} (${own})` === plain);
  return found.length === 1 ? found[0][0] : null;
};
S.fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
S.newID = (table, name) => {
  const base = S.fold(name).replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 40) || table.replace(/s$/, "");
  const names = S.namesOf(table);
  let id = base;
  for (let count = 2; names.has(id); count += 1) id = `${base}_${count}`;
  return id;
};

S.options = (select, pairs, kept = select.value) => {
  const wanted = JSON.stringify(pairs);
  if (select.dataset.pairs === wanted) return;
  select.dataset.pairs = wanted;
  select.replaceChildren(...pairs.map(([value, label]) => element("option", { value }, label)));
  if (pairs.some(([value]) => value === kept)) select.value = kept;
};

// What other windows and programs change is seen within a second.
S.look = async () => {
  for (;;) {
    try {
      if (S.waiting === 0) {
        const state = await S.ask("state", { since: S.revision, run: S.run });
        S.back();
        if (state.ok && S.waiting === 0) S.take(state);
      }
    } catch (error) {
      S.gone(error);
    }
    await S.pause(700);
  }
};

S.step = async (name) => {
  const answer = await S.change(name, {});
  S.refusal(answer);
};
$("undo").addEventListener("click", () => S.step("undo"));
$("redo").addEventListener("click", () => S.step("redo"));
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  // In a field of its own the browser undoes the typing.
  if (event.target.matches("input, textarea:not([readonly])") && !event.target.closest("#grid")) return;
  event.preventDefault();
  event.target.blur?.();
  S.step(event.shiftKey ? "redo" : "undo");
});

// The three views; arrows move between their tabs.
S.view = (name) => {
  for (const tab of document.querySelectorAll("#views [role=tab]")) {
    const isChosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    $(tab.getAttribute("aria-controls")).hidden = !isChosen;
  }
  for (const part of S.parts) part(new Set());
};
$("views").addEventListener("click", (event) => {
  if (event.target.id.startsWith("tab-")) S.view(event.target.id.slice(4));
});
$("views").addEventListener("keydown", (event) => {
  const tabs = [...document.querySelectorAll("#views [role=tab]")].filter((tab) => tab.offsetParent);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  next.focus();
  S.view(next.id.slice(4));
});
$("hide-bench")?.addEventListener("click", () => {
  $("hide-bench").setAttribute("aria-pressed", document.body.classList.toggle("wide"));
});
window.addEventListener("load", () => {
  if (innerWidth >= 1700) S.view("figure");
  S.look();
});
