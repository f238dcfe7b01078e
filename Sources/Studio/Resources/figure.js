"use strict";
// The figure as `milieu draw` draws it, drawn again as the data changes, with discs that a hand moves.
S.figure = { discs: {}, picked: new Set(), busy: false, stale: true, drawn: "", drag: null };

S.figure.query = () => ({
  figure: $("figure-which").value, size: $("figure-size").value, color: $("figure-colour").value,
  hull: $("figure-hull").value, layer: $("figure-layer").value, at: $("figure-at").value.trim(),
});

S.figure.isShown = () => !$("figure").hidden;

S.figure.draw = async () => {
  if (!S.figure.isShown() || !S.revision) return;
  S.figure.stale = true;
  if (S.figure.busy || S.figure.drag) return;
  S.figure.busy = true;
  while (S.figure.stale && !S.figure.drag) {
    S.figure.stale = false;
    const query = S.figure.query();
    const wanted = JSON.stringify([S.revision, query, S.run]);
    if (wanted === S.figure.drawn) continue;
    if (!S.sound) {
      $("figure-status").textContent = $("picture").firstChild ? t("unsound") : t("no_figure");
      continue;
    }
    try {
      const answer = await S.ask("figure", query);
      if (answer.ok) {
        S.figure.drawn = answer.revision === S.revision ? wanted : "";
        if (!S.figure.drag) S.figure.put(answer);
        $("figure-status").textContent = S.figure.withoutRoom();
      } else {
        $("figure-status").textContent = answer.message ? `${answer.message} ${answer.remedy}` : t("unsound");
      }
    } catch { /* The status line says that the studio does not answer. */ }
  }
  S.figure.busy = false;
};

S.figure.put = (answer) => {
  const parsed = new DOMParser().parseFromString(answer.svg, "image/svg+xml");
  const svg = document.importNode(parsed.documentElement, true);
  if (svg.localName !== "svg") return;
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  const focused = document.activeElement?.closest?.("#picture g.actor")?.id;
  S.figure.discs = answer.discs;
  $("picture").replaceChildren(svg);
  if (answer.moves) {
    for (const [id, actor] of Object.entries(answer.discs)) {
      const disc = svg.getElementById(id);
      if (!disc) continue;
      disc.classList.add("movable");
      disc.dataset.actor = actor;
      disc.setAttribute("tabindex", "0");
      disc.setAttribute("role", "button");
      disc.setAttribute("aria-label", S.namesOf("actors").get(actor) ?? actor);
    }
  }
  S.figure.mark();
  if (focused) svg.getElementById(focused)?.focus();
  const query = S.figure.query();
  for (const format of ["svg", "pdf", "png"]) $(`save-${format}`).href = S.address(`figure.${format}`, query);
};

S.figure.disc = (actor) => [...$("picture").querySelectorAll("g.movable")].find((disc) => disc.dataset.actor === actor);

S.figure.mark = () => {
  for (const disc of $("picture").querySelectorAll("g.movable")) {
    const isPicked = S.figure.picked.has(disc.dataset.actor);
    disc.classList.toggle("picked", isPicked);
    disc.setAttribute("aria-pressed", isPicked);
  }
  $("align-row").disabled = $("align-column").disabled = S.figure.picked.size < 2;
  $("label-side").disabled = S.figure.picked.size === 0;
  const sides = new Set([...S.figure.picked].map(S.figure.sideOf));
  $("label-side").value = sides.size === 1 ? [...sides][0] : "";
  if (sides.size > 1) $("label-side").selectedIndex = -1;
};

// A label that was sent where there is no room is left out of the figure, which is then said.
S.figure.withoutRoom = () => {
  const without = [...S.figure.picked].filter((actor) => {
    const disc = ["", "none"].includes(S.figure.sideOf(actor)) ? null : S.figure.disc(actor);
    return disc && !S.figure.svg().getElementById(`label-${disc.id}`);
  });
  return without.length ? `${t("no_room")} ${without.map((one) => S.namesOf("actors").get(one) ?? one).join(", ")}` : "";
};

// Where the table of places says that the label of a disc stands.
S.figure.sideOf = (actor) => {
  const table = S.tables.get("positions");
  const [name, label] = ["actor", "label"].map((id) => table?.columns?.findIndex((column) => column.id === id) ?? -1);
  for (const cells of name < 0 || label < 0 ? [] : table.cells.values()) if (cells[name] === actor) return cells[label] ?? "";
  return "";
};

S.figure.pick = (actor, isAdded) => {
  if (!isAdded) S.figure.picked = new Set([actor]);
  else if (!S.figure.picked.delete(actor)) S.figure.picked.add(actor);
  S.figure.mark();
  $("figure-status").textContent = S.said(t("chosen"), [...S.figure.picked].map((one) => S.namesOf("actors").get(one) ?? one).join(", "));
};

// MARK: Moving

S.figure.svg = () => $("picture").querySelector("svg");
S.figure.point = (event) => {
  const svg = S.figure.svg();
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
};

S.figure.move = async (moves, group = S.newGroup()) => {
  const answer = await S.change("places", { moves, group }, S.figure.query());
  S.refusal(answer);
  if (!answer.ok) { S.figure.drawn = ""; S.figure.draw(); }
  return answer.ok;
};

$("picture").addEventListener("pointerdown", (event) => {
  const found = event.target.closest("g.movable") ?? S.figure.ownerOfLabel(event.target);
  if (!found || event.button !== 0) return;
  event.preventDefault();
  found.focus();
  const actor = found.dataset.actor;
  if (event.shiftKey) return S.figure.pick(actor, true);
  if (!S.figure.picked.has(actor)) S.figure.pick(actor, false);
  const parts = [...S.figure.picked].flatMap((one) => {
    const disc = S.figure.disc(one);
    return disc ? [disc, S.figure.svg().getElementById(`label-${disc.id}`)] : [];
  }).filter((part) => part);
  S.figure.drag = { start: S.figure.point(event), dx: 0, dy: 0, parts };
  $("picture").setPointerCapture(event.pointerId);
  for (const part of parts) part.classList.add("dragging");
});

// A label is taken hold of like its disc.
S.figure.ownerOfLabel = (target) => {
  const label = target.closest("g[id^='label-actor-']");
  const disc = label && S.figure.svg().getElementById(label.id.slice("label-".length));
  return disc?.classList.contains("movable") ? disc : null;
};

$("picture").addEventListener("pointermove", (event) => {
  const drag = S.figure.drag;
  if (!drag) return;
  const point = S.figure.point(event);
  [drag.dx, drag.dy] = [point.x - drag.start.x, point.y - drag.start.y];
  for (const part of drag.parts) part.setAttribute("transform", `translate(${drag.dx} ${drag.dy})`);
});

S.figure.drop = async (event) => {
  const drag = S.figure.drag;
  if (!drag) return;
  S.figure.drag = null;
  for (const part of drag.parts) part.classList.remove("dragging");
  const width = S.figure.svg().viewBox.baseVal.width;
  if (event.type === "pointercancel" || Math.hypot(drag.dx, drag.dy) < width / 500) {
    for (const part of drag.parts) part.removeAttribute("transform");
    return S.figure.draw();
  }
  await S.figure.move([...S.figure.picked].map((actor) => ({ actor, right: drag.dx / width, up: -drag.dy / width })));
  S.figure.draw();
};
$("picture").addEventListener("pointerup", S.figure.drop);
$("picture").addEventListener("pointercancel", S.figure.drop);

$("picture").addEventListener("keydown", (event) => {
  const disc = event.target.closest("g.movable");
  if (!disc || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = event.shiftKey ? 0.05 : 0.01;
  const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    S.figure.pick(disc.dataset.actor, event.key === " ");
  } else if (way) {
    event.preventDefault();
    const actors = S.figure.picked.has(disc.dataset.actor) ? [...S.figure.picked] : [disc.dataset.actor];
    S.figure.move(actors.map((actor) => ({ actor, right: way[0], up: way[1] })), S.newGroup()).then((isMoved) => {
      if (isMoved) $("figure-status").textContent = S.said(t("moved"), S.namesOf("actors").get(disc.dataset.actor) ?? "");
    });
  }
});

S.figure.align = (isRow) => {
  const width = S.figure.svg().viewBox.baseVal.width;
  const centres = [...S.figure.picked].map((actor) => {
    const box = S.figure.disc(actor)?.querySelector("ellipse, polygon")?.getBBox();
    return box && { actor, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }).filter((one) => one);
  const mean = (name) => centres.reduce((sum, one) => sum + one[name], 0) / centres.length;
  const [x, y] = [mean("x"), mean("y")];
  S.figure.move(centres.map((one) => ({ actor: one.actor, right: isRow ? 0 : (x - one.x) / width, up: isRow ? (one.y - y) / width : 0 })));
};
$("align-row").addEventListener("click", () => S.figure.align(true));
$("align-column").addEventListener("click", () => S.figure.align(false));
$("free").addEventListener("click", async () => S.refusal(await S.change("places", { free: true, group: S.newGroup() })));
$("label-side").addEventListener("change", () => {
  S.figure.move([...S.figure.picked].map((actor) => ({ actor, right: 0, up: 0, label: $("label-side").value })));
});

for (const id of ["which", "size", "colour", "hull", "layer", "at"]) {
  $(`figure-${id}`).addEventListener("change", () => S.figure.draw());
}

S.figure.choices = () => {
  const names = S.words.figures ?? {};
  S.options($("figure-which"), ["sociogram", "layers", "map", "matrix", "blockmodel"].map((id) => [id, names[id] ?? id]), $("figure-which").value || "sociogram");
  S.options($("figure-size"), ["degree", "betweenness_normalized", "closeness", "constraint"].map((id) => [id, names[id] ?? id]), $("figure-size").value || "degree");
  const groups = [["sphere", t("sphere")], ["community", t("community")], ["kind", t("actor_kind")]];
  S.options($("figure-colour"), groups);
  S.options($("figure-hull"), [["", t("none")], ...groups]);
  const sides = ["right", "left", "above", "below"].map((side) => [side, t(side)]);
  const corners = ["above", "below"].flatMap((one) => ["right", "left"].map((other) => [`${one}-${other}`, `${t(one)} ${t(other)}`]));
  S.options($("label-side"), [["", t("label_auto")], ...sides, ...corners, ["none", t("hidden")]]);
  const kinds = S.tables.get("tie-kinds");
  const place = kinds?.columns?.findIndex((column) => column.id === "layer") ?? -1;
  const layers = place < 0 ? [] : [...new Set([...kinds.cells.values()].map((cells) => cells[place]).filter((layer) => layer))];
  S.options($("figure-layer"), [["", t("all_layers")], ...layers.sort().map((layer) => [layer, S.grid.display(kinds.columns[place], layer)])]);
};

S.parts.push(() => {
  S.figure.choices();
  S.figure.draw();
});
