"use strict";
// One page, several runs of the studio: it may be ended, or killed, and started again while the page is open. The page
// keeps what it could not send, waits, and goes on. A new run has a new secret in its address, which only a page that was
// opened at that address knows: it tells the others, those of the same place (the dataset's own port) and dataset alone.
S.base = location.pathname;
S.away = "";
S.Moved = class extends Error {};
S.channel = new BroadcastChannel("milieu-studio");

S.goneWords = () => t(S.away === "moved" ? "new_address" : "lost");
S.gone = (error) => {
  S.away = error instanceof S.Moved ? "moved" : "lost";
  const kept = S.waiting ? ` ${t("kept")} ${S.number(S.waiting)}` : "";
  const said = S.goneWords() + kept;
  // Said once, not aloud again with each look.
  if ($("status").textContent !== said) S.show("lost", said);
  if (S.away === "moved") S.channel.postMessage({ dataset: S.dataset, asks: true });
};

S.back = () => {
  if (!S.away) return;
  S.away = "";
  S.show(S.waiting ? "saving" : "", S.waiting ? t("saving") : t("saved"));
};

S.tellBase = () => S.channel.postMessage({ dataset: S.dataset, base: S.base });
S.channel.addEventListener("message", ({ data }) => {
  if (!S.dataset || data?.dataset !== S.dataset) return;
  if (data.asks) {
    if (!S.away) S.tellBase();
  } else if (S.away === "moved" && /^\/[0-9a-f]{32}\/$/.test(data.base) && data.base !== S.base) {
    S.base = data.base;
    history.replaceState(null, "", S.base + location.search);
  }
});

// A run numbers rows anew: what waits here, and what is being typed, names them as the new run does.
S.rename = (state) => {
  const isFirst = S.run === "";
  [S.run, S.dataset, S.revision] = [state.run, state.dataset, 0];
  S.tellBase();
  if (isFirst) return;
  const keys = new Map(state.tables.map((table) => [table.id, S.sameRows(S.tables.get(table.id), table)]));
  for (const { edits } of S.pending) {
    // One that is not found any more is refused as changed by somebody else.
    for (const edit of edits ?? []) if (edit.key) edit.key = keys.get(edit.table)?.get(edit.key) ?? -1;
  }
  S.grid.rename(keys);
};

// By the key of a row, that of the same row in a later state of the table: the one with the same cells, else with the
// same id, else at the same place among as many.
S.sameRows = (before, after) => {
  const rows = (after.rows ?? []).map(([key, ...cells]) => ({ key, cells, text: JSON.stringify(cells) }));
  const old = [...(before?.cells ?? [])].map(([key, cells]) => ({ key, cells, text: JSON.stringify(cells) }));
  const same = new Map();
  const free = new Set(rows);
  const take = (one, found) => {
    if (!found || !free.delete(found)) return;
    same.set(one.key, found.key);
  };
  const byText = new Map();
  for (const row of rows) byText.set(row.text, [...(byText.get(row.text) ?? []), row]);
  for (const one of old) take(one, byText.get(one.text)?.shift());
  const id = after.columns?.findIndex((column) => column.id && column.id === after.key) ?? -1;
  const byID = new Map([...free].filter((row) => row.cells[id]).map((row) => [row.cells[id], row]));
  for (const [place, one] of old.entries()) {
    if (same.has(one.key)) continue;
    take(one, byID.get(one.cells[id]) ?? (id < 0 && old.length === rows.length ? rows[place] : null));
  }
  return same;
};

window.addEventListener("beforeunload", (event) => { if (S.waiting > 0) event.preventDefault(); });
