"use strict";
// Measures and score beside, computed in the background while one goes on.
S.counts = { shown: "", busy: false };

S.counts.table = (caption, heads, rows) => element("table", {}, element("caption", {}, caption),
  element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
S.counts.head = (text, isNumber, title) => element("th", { scope: "col", class: isNumber ? "n" : "", title }, text);
S.counts.per = (part) => `${S.number(part * 100, 0)}\u00a0%`;

S.counts.watch = async () => {
  if ($("numbers").hidden || S.counts.busy || !S.revision) return;
  S.counts.busy = true;
  try {
    for (;;) {
      const answer = await S.ask("numbers");
      S.counts.put(answer);
      if ($("numbers").hidden || answer.ready || !answer.sound) break;
      await S.pause(250);
    }
  } catch { /* The status line says that the studio does not answer. */ }
  S.counts.busy = false;
};

S.counts.put = (answer) => {
  if (!answer.sound) {
    $("numbers-status").textContent = t("unsound_numbers");
    return;
  }
  $("numbers-status").textContent = answer.ready ? ""
    : `${t("computing")} … ${answer.total ? `${answer.stage} ${S.number(answer.done)} / ${S.number(answer.total)}` : ""}`;
  const wanted = JSON.stringify([answer.measures, answer.score]);
  if (wanted === S.counts.shown) return;
  S.counts.shown = wanted;
  // The numbers that were there stay until there are new ones.
  if (answer.score) S.counts.score = S.counts.ofScore(answer.score);
  if (answer.measures) S.counts.measures = S.counts.ofMeasures(answer.measures);
  $("numbers-body").replaceChildren(...[S.counts.score, S.counts.measures].filter((part) => part));
};

S.counts.ofScore = (score) => {
  const box = element("div", {}, element("h3", {}, t("score")));
  if (score.error) return box.append(score.error), box;
  S.counts.learning = score.axes.map((axis) => axis.name);
  for (const axis of score.axes) box.append(S.counts.axis(axis));
  box.append(S.counts.table(t("probability"), [], score.probabilities.map((one) => element("tr", {},
    element("th", { scope: "row" }, one.name), element("td", { class: "n" }, S.counts.per(one.probability))))),
  element("p", { class: "hint" }, `${S.number(score.draws)} ${t("draws")}`),
  ...score.notes.map((note) => element("p", { class: "hint" }, note)));
  return box;
};

S.counts.axis = (axis) => {
  const box = element("div", { class: "axis" }, element("b", {}, axis.name), " ");
  if (axis.interval) {
    const { low, median, high } = axis.interval;
    const text = `${S.number(median, 2, 2)} (${S.number(low, 2, 2)}–${S.number(high, 2, 2)}), ${t("interval")}`;
    const opened = element("div", { hidden: true }, S.counts.indicators(axis));
    box.append(element("button", { type: "button", "aria-expanded": "false", title: t("plan"), onclick: (event) => {
      opened.hidden = !opened.hidden;
      event.target.setAttribute("aria-expanded", !opened.hidden);
      if (!opened.hidden) S.counts.plan();
    } }, text), S.counts.scale(low, median, high, text), opened);
  }
  box.append(element("p", { class: "hint" }, S.said(t("known"), S.counts.per(axis.known))));
  return box;
};

S.counts.scale = (low, median, high, text) => {
  const make = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = make("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", role: "img", "aria-label": text });
  svg.append(make("rect", { x: low * 100, y: 1, width: Math.max(0.5, (high - low) * 100), height: 4, fill: "#7aa7d9" }),
    make("rect", { x: median * 100 - 0.4, y: 0, width: 0.8, height: 6, fill: "#0b3d73" }));
  return element("div", { class: "scale" }, svg);
};

S.counts.indicators = (axis) => S.counts.table(axis.name,
  [S.counts.head(t("indicator")), S.counts.head(t("value"), true), S.counts.head(t("known"), true), S.counts.head(t("weight"), true)],
  axis.indicators.map((one) => element("tr", {}, element("th", { scope: "row" }, one.name),
    element("td", { class: "n" }, S.number(one.value, 2)), element("td", { class: "n" }, S.counts.per(one.coverage)),
    element("td", { class: "n" }, S.counts.per(one.weight)))));

S.counts.ofMeasures = (measures) => {
  const box = element("div", {}, element("h3", {}, t("measures")));
  if (measures.error) return box.append(measures.error), box;
  const names = new Map(measures.network.measures.map((measure) => [measure.id, measure]));
  box.append(S.counts.table(t("measures"), [], measures.network.rows.map(([id, value]) => element("tr", {},
    element("th", { scope: "row", title: names.get(id)?.reading }, names.get(id)?.name ?? id),
    element("td", { class: "n" }, S.number(value))))));
  const heads = measures.actors.measures;
  const rows = measures.actors.rows.slice().sort((one, other) => (other[2] ?? -1) - (one[2] ?? -1)).slice(0, 300);
  box.append(S.counts.table(t("actor"), [S.counts.head(t("actor")), ...heads.map((one) => S.counts.head(one.name, true, one.reading))],
    rows.map(([id, name, ...values]) => element("tr", {}, element("th", { scope: "row" }, name),
      ...values.map((value, at) => element("td", { class: "n" }, heads[at].explained && value != null
        ? element("button", { type: "button", title: t("behind"), onclick: () => S.counts.explain(id, name, heads[at]) }, S.number(value))
        : S.number(value)))))));
  return box;
};

S.counts.explain = async (actor, name, measure) => {
  const answer = await S.query("explain", { actor, measure: measure.id });
  if (!answer.ok) return S.refusal(answer);
  const box = $("explained");
  box.replaceChildren(element("h3", {}, S.said(t("behind"), `${measure.name}, ${name}`)),
    element("button", { type: "button", onclick: () => { box.hidden = true; } }, t("close")),
    S.counts.table(measure.name, answer.columns.map((column) => S.counts.head(column)), answer.rows.map((row) =>
      element("tr", {}, ...row.map((cell) => element("td", { class: typeof cell === "number" ? "n" : "" }, S.number(cell)))))));
  box.hidden = false;
};

S.counts.plan = async () => {
  if (S.counts.planning) return;
  S.counts.planning = true;
  const box = $("explained");
  box.hidden = false;
  box.replaceChildren(element("h3", {}, t("plan")), element("p", {}, `${t("computing")} …`));
  const answer = await S.query("plan");
  S.counts.planning = false;
  const shown = [element("h3", {}, t("plan")), element("button", { type: "button", onclick: () => { box.hidden = true; } }, t("close"))];
  if (answer.away) shown.push(element("p", {}, S.goneWords()));
  else if (!answer.ok) shown.push(element("p", {}, `${answer.message ?? t("refused")} ${answer.remedy ?? ""}`));
  else if (!answer.partial) shown.push(element("p", {}, t("plan_none")));
  else {
    shown.push(S.counts.table(t("plan_first"), [], answer.orders.map((order) => element("tr", {},
      element("th", { scope: "row" }, order.name), element("td", {}, order.first.join(", "))))));
    shown.push(S.counts.table(t("plan_width"), ["order", "interviews"].map((name) => S.counts.head(t(name)))
      .concat(S.counts.learning.map((name) => S.counts.head(name, true))), answer.rows.map((row) => element("tr", {},
      element("th", { scope: "row" }, row.order), element("td", { class: "n" }, S.number(row.interviews)),
      element("td", { class: "n" }, S.number(row.learning, 2)), element("td", { class: "n" }, S.number(row.interaction, 2))))));
  }
  box.replaceChildren(...shown);
};

$("numbers").addEventListener("keydown", (event) => { if (event.key === "Escape") $("explained").hidden = true; });

S.parts.push(() => S.counts.watch());
