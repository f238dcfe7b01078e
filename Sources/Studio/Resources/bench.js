"use strict";
// From a passage of a source to actors, ties and events, with the evidence filled in.
S.bench = { source: "", passage: null };

// Where a passage stands: the numbered heading above it, or its page, or its paragraph; and its characters.
S.bench.placeOf = (text, start, end) => {
  const before = text.slice(0, start);
  const headings = [...before.matchAll(/^[ \t]*(\d+(?:\.\d+)+)\.?[ \t]+\S/gm)];
  const pages = before.split("\f").length;
  const paragraphs = before.split(/\n\s*\n/).length;
  const place = headings.length ? headings.at(-1)[1] : pages > 1 || text.includes("\f") ? `p${pages}` : `par${paragraphs}`;
  return `${place} [${[...before].length + 1}-${[...text.slice(0, end)].length}]`;
};

S.bench.select = () => {
  const field = $("text");
  if (!field.readOnly) return;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  const words = field.value.slice(start, end).replace(/\s+/g, " ").trim();
  S.bench.passage = words ? { words, start, end } : null;
  $("passage").textContent = words || t("no_passage");
  if (words) $("place").value = S.bench.placeOf(field.value, start, end);
  S.passages.tellHere(start, end);
};
for (const name of ["select", "keyup", "mouseup"]) $("text").addEventListener(name, S.bench.select);

// MARK: Sources and their texts

S.bench.load = async () => {
  S.bench.source = $("source").value;
  const isNew = S.bench.source === "";
  $("new-source").hidden = !isNew;
  if (isNew) return;
  localStorage.setItem("source", S.bench.source);
  await S.bench.kept;
  const answer = await S.query("text", { source: S.bench.source });
  if (answer.ok) S.bench.put(answer.text ?? "");
};
S.bench.put = (text) => {
  $("text").value = text;
  S.bench.lock(text !== "");
};
S.bench.lock = (isLocked) => {
  $("text").readOnly = isLocked;
  S.passages.mark();
  $("lock").textContent = isLocked ? t("unlock") : t("lock");
  $("lock").setAttribute("aria-pressed", !isLocked);
  S.bench.select();
};

// The text as it is now, written; while that goes on, what is typed is written next.
S.bench.kept = Promise.resolve(true);
S.bench.keep = () => {
  const { source } = S.bench;
  if (!source) return S.say(t("missing_source")), Promise.resolve(false);
  if (!S.bench.isNext) {
    S.bench.isNext = true;
    S.bench.kept = S.bench.kept.then(async () => {
      S.bench.isNext = false;
      const answer = await S.change("text", { source, text: $("text").value });
      S.refusal(answer);
      return answer.ok;
    });
  }
  return S.bench.kept;
};
S.bench.keepAndLock = async () => { if (await S.bench.keep()) S.bench.lock($("text").value !== ""); };
$("source").addEventListener("change", S.bench.load);
$("lock").addEventListener("click", () => $("text").readOnly ? S.bench.lock(false) : S.bench.keepAndLock());
$("text").addEventListener("input", () => { if (S.bench.source) S.bench.keep(); });
$("open-text").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  if (!S.bench.source) return S.say(t("missing_source"));
  const text = await S.bench.textOf(file);
  if (text === null) return;
  S.bench.put(text.replace(/\r\n?/g, "\n"));
  await S.bench.keepAndLock();
});

// Null where the studio could not read it, which it then says.
S.bench.textOf = async (file) => {
  if (/\.pdf$/i.test(file.name)) {
    $("coded").textContent = t("reading_pdf");
    const answer = await S.query("pdf", {}, file, "application/pdf");
    $("coded").textContent = "";
    S.refusal(answer);
    return answer.text ?? null;
  }
  const text = S.bench.decoded(new Uint8Array(await file.arrayBuffer()));
  return /\.html?$/i.test(file.name) ? S.bench.plain(text) : text;
};

// UTF-8 or UTF-16; what is neither was written by an older Windows.
S.bench.decoded = (bytes) => {
  const marks = { "255,254": "utf-16le", "254,255": "utf-16be" };
  try {
    return new TextDecoder(marks[bytes.slice(0, 2).join()] ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

// The text of a page; nothing of it is run, loaded or shown as a page.
S.bench.plain = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const gone of page.querySelectorAll("script, style, noscript, template, head")) gone.remove();
  const blocks = "p, div, section, article, li, tr, h1, h2, h3, h4, h5, h6, blockquote, pre, br";
  for (const block of page.querySelectorAll(blocks)) block.append("\n\n");
  return (page.body?.textContent ?? "").replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
};

$("new-source").addEventListener("submit", async (event) => {
  event.preventDefault();
  const id = $("source-id").value.trim();
  const answer = await S.edit([{ op: "add", table: "sources", cells: { id, citation: $("source-citation").value.trim() } }]);
  S.refusal(answer);
  if (!answer.ok) return;
  event.target.reset();
  $("source").value = id;
  await S.bench.load();
  $("text").focus();
});

// MARK: The form

S.bench.what = () => document.querySelector("[name=what]:checked").value;
$("what").addEventListener("change", () => {
  for (const part of document.querySelectorAll("[data-of]")) part.hidden = part.dataset.of !== S.bench.what();
});

// Whether a name is known, new, or perhaps another spelling of one that is known.
S.bench.hint = async (field) => {
  const hint = $(`${field}-hint`);
  const name = $(field).value.trim();
  if (!name || S.idOf("actors", name)) return hint.replaceChildren();
  const answer = await S.query("near", { name });
  if ($(field).value.trim() !== name) return;
  const near = (answer.near ?? []).map((one) => element("button", {
    type: "button", onclick: () => { $(field).value = one.name; hint.replaceChildren(); },
  }, `${t("is_near")} ${one.name}? ${t("take")}`));
  hint.replaceChildren(t("is_new"), " ", ...near);
};
for (const field of ["from", "to"]) $(field).addEventListener("input", () => S.bench.hint(field));

document.addEventListener("keydown", (event) => {
  if (event.altKey && ["1", "2"].includes(event.key) && S.bench.passage) {
    event.preventDefault();
    const field = event.key === "1" ? "from" : S.bench.what() === "event" ? "event" : "to";
    $(field).value = S.bench.passage.words.slice(0, 200);
    if (field !== "event") S.bench.hint(field);
  } else if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.closest("#bench")) {
    event.preventDefault();
    $("code").requestSubmit();
  }
});

S.bench.evidence = () => {
  const place = $("place").value.replace(/[;:]/g, ",").trim();
  return place ? `${S.bench.source}:${place}` : S.bench.source;
};

// The id of whoever a field names, and the edit that makes them where they are new.
S.bench.actor = (field, edits) => {
  const name = $(field).value.replace(/\s+/g, " ").trim();
  const known = S.idOf("actors", name) ?? edits.find((edit) => edit.table === "actors" && S.fold(edit.cells.name) === S.fold(name))?.cells.id;
  if (known) return known;
  let id = S.newID("actors", name);
  while (edits.some((edit) => edit.cells.id === id)) id += "_2";
  const cells = { id, name, kind: $("actor-kind").value, evidence: S.bench.evidence() };
  if ($("actor-place").value.trim()) cells.place = $("actor-place").value.trim();
  edits.push({ op: "add", table: "actors", cells });
  return id;
};
S.bench.given = (cells) => Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));

S.bench.edits = () => {
  const edits = [];
  const note = S.bench.passage ? `« ${S.bench.passage.words.slice(0, 1000)} »` : "";
  const evidence = S.bench.evidence();
  const from = S.bench.actor("from", edits);
  if (S.bench.what() === "tie") {
    const to = S.bench.actor("to", edits);
    edits.push({ op: "add", table: "ties", cells: S.bench.given({ source: from, target: to, kind: $("tie-kind").value,
      since: $("since").value.trim(), until: $("until").value.trim(), evidence, note }) });
  } else if (S.bench.what() === "event") {
    const name = $("event").value.replace(/\s+/g, " ").trim();
    let id = S.idOf("events", name);
    if (!id) {
      id = S.newID("events", name);
      edits.push({ op: "add", table: "events", cells: S.bench.given({ id, name, kind: $("event-kind").value,
        date: $("when").value.trim(), evidence, note }) });
    }
    edits.push({ op: "add", table: "participation", cells: { actor: from, event: id, evidence } });
  }
  return edits;
};

$("code").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!S.bench.source) return S.say(t("missing_source"));
  const wanted = { tie: ["from", "to", "tie-kind"], event: ["from", "event"], actor: ["from"] }[S.bench.what()];
  const missing = wanted.find((id) => !$(id).value.trim());
  if (missing) { $(missing).focus(); return S.say(t("missing_ends")); }
  const edits = S.bench.edits();
  if (edits.length === 0) return;
  const said = [$("from").value, $("to").value, $("event").value].filter((word) => word).join(" – ");
  const answer = await S.edit(edits);
  S.refusal(answer);
  if (!answer.ok) return;
  $("message").hidden = true;
  $("coded").textContent = S.said(t("coded"), said);
  for (const id of ["to", "event", "since", "until"]) $(id).value = "";
  for (const id of ["from-hint", "to-hint"]) $(id).replaceChildren();
  $("text").focus();
});

S.parts.push((changed) => {
  const pairs = (id) => [...S.namesOf(id)];
  const sources = pairs("sources").map(([id, name]) => [id, name === id ? id : S.said(id, name.slice(0, 60))]);
  const before = $("source").value || localStorage.getItem("source") || sources[0]?.[0] || "";
  S.options($("source"), [...sources, ["", t("new_source")]], before);
  // A text that is being changed here stays as it is, also where the studio was started anew.
  const isWhole = changed.size === S.tables.size && $("text").readOnly;
  if ($("source").value !== S.bench.source || isWhole) S.bench.load();
  else if (changed.size > 0) S.passages.mark();
  for (const kind of ["tie", "actor", "event"]) S.options($(`${kind}-kind`), pairs(`${kind}-kinds`));
});
