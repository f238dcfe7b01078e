"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, nodes, ties, events, seats, sources, measures } = data;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const status = document.getElementById("status");
  const say = (text) => { status.textContent = text; };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const collator = new Intl.Collator(data.lang, { numeric: true, sensitivity: "base" });
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /* An element with attributes and children; texts become text, never markup. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "click") element.addEventListener("click", value);
      else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /* The numbers of one measure have the same digits after the point, none where all are whole. */
  const wholes = new Map();
  function isWhole(place) {
    if (!wholes.has(place)) wholes.set(place, nodes.every((node) => typeof node.m[place] !== "number" || Number.isInteger(node.m[place])));
    return wholes.get(place);
  }

  function shownNumber(value, whole = Number.isInteger(value)) {
    if (value === null || value === undefined) return "–";
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (typeof value === "string") return value;
    const digits = whole ? 0 : 3;
    if (value !== 0 && Math.abs(value) < 0.0005) return (value > 0 ? "<\u00a0" : ">\u00a0−") + (0.001).toLocaleString(data.lang);
    // As the page's other numbers: thousands apart from five digits on, and a minus that is one.
    const useGrouping = Math.abs(value) >= 9999.5;
    return value.toLocaleString(data.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping })
      .replace("-", "−");
  }

  document.documentElement.classList.add("js");

  /* Who is tied to whom. */
  const tiesOf = nodes.map(() => []);
  ties.forEach((tie, place) => {
    tiesOf[tie.a].push(place);
    if (tie.b !== tie.a) tiesOf[tie.b].push(place);
  });
  const seatsOf = nodes.map(() => []);
  const membersOf = events.map(() => []);
  seats.forEach(([node, event, role]) => {
    seatsOf[node].push([event, role]);
    membersOf[event].push([node, role]);
  });
  const byDegree = nodes.map((_, place) => place).sort((x, y) => tiesOf[y].length - tiesOf[x].length || x - y);

  /* ---- The card of an actor ---- */
  const card = document.getElementById("card");

  function evidenceList(evidence) {
    if (!evidence) return [words.noEvidence];
    const places = new Map();
    for (const [source, place] of evidence) places.set(source, [...(places.get(source) || []), ...(place ? [place] : [])]);
    return [...places].map(([source, list]) => (sources[source] || source) + (list.length ? ` (${list.join(", ")})` : ""));
  }

  const shortEvidence = (evidence) =>
    (evidence || []).map(([source, place]) => (place ? `${source}:${place}` : source)).join("; ");

  const nodeButton = (place) =>
    make("button", { type: "button", class: "link", click: () => openCard(place) }, nodes[place].n);

  function tieItem(place, node) {
    const tie = ties[place];
    const other = tie.a === node ? tie.b : tie.a;
    const way = tie.d ? (tie.a === node ? words.to : words.from) : words.with;
    const parts = [data.layers[tie.l] === tie.k ? null : data.layers[tie.l], tie.t, tie.st, tie.am,
      tie.c === undefined ? null : fill(words.confidence, { c: tie.c.toLocaleString(data.lang) }), shortEvidence(tie.e)];
    const rest = parts.filter(Boolean).join(" · ");
    return make("li", {}, `${tie.k}, ${way} `, nodeButton(other), rest ? make("span", { class: "note" }, ` (${rest})`) : null);
  }

  const ranks = new Map();
  function rank(measure, value) {
    if (!measures[measure].ranked || typeof value !== "number") return "";
    if (!ranks.has(measure)) {
      ranks.set(measure, nodes.map((node) => node.m[measure]).filter((known) => typeof known === "number"));
    }
    const known = ranks.get(measure);
    return fill(words.rank, { r: 1 + known.filter((other) => other > value).length, n: known.length });
  }

  function measureTable(places, node) {
    const rows = places.map((place) => make("tr", {},
      make("th", { scope: "row", title: measures[place].hint }, measures[place].name),
      make("td", { class: "n" }, shownNumber(nodes[node].m[place], isWhole(place))),
      make("td", { class: "n" }, rank(place, nodes[node].m[place]))));
    return make("table", {},
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, words.measure),
        make("th", { scope: "col", class: "n" }, words.value), make("th", { scope: "col", class: "n" }, words.rankHead))),
      make("tbody", {}, ...rows));
  }

  function openCard(place) {
    const node = nodes[place];
    const facts = (node.facts || []).map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
    const belongs = node.v !== undefined || !nodes.some((other) => other.in !== undefined) ? null
      : node.in === true ? words.inside : node.in === false ? words.outside : words.unplaced;
    const main = data.families[0].measures;
    const rest = measures.map((_, index) => index).filter((index) => !main.includes(index));
    const own = [...tiesOf[place]].sort((x, y) => ties[x].l - ties[y].l || x - y);
    const taken = node.v === undefined ? seatsOf[place] : [];
    const members = node.v === undefined ? [] : membersOf[node.v];
    card.replaceChildren(
      make("button", { type: "button", class: "close", click: () => card.close() }, words.close),
      make("h2", { id: "card-title", tabindex: "-1" }, node.n),
      belongs ? make("p", { class: "note" }, belongs) : "",
      make("dl", { class: "facts" }, ...facts),
      node.note ? make("p", { class: "note" }, node.note) : "",
      make("h3", {}, fill(words.ties, { n: own.length })),
      own.length ? make("ul", {}, ...own.map((tie) => tieItem(tie, place))) : make("p", {}, words.noTies),
      ...(taken.length ? [make("h3", {}, fill(words.events, { n: taken.length })), make("ul", {}, ...taken.map(([event, role]) =>
        make("li", {}, [events[event].n, events[event].k, role, events[event].t].filter(Boolean).join(" · "))))] : []),
      ...(members.length ? [make("h3", {}, fill(words.participants, { n: members.length })), make("ul", {}, ...members.map(([actor, role]) =>
        make("li", {}, nodeButton(actor), role ? ` · ${role}` : "")))] : []),
      make("h3", {}, words.measures), measureTable(main, place),
      rest.length ? make("details", {}, make("summary", {}, words.allMeasures), measureTable(rest, place)) : "",
      make("h3", {}, words.evidence), make("ul", {}, ...evidenceList(node.e).map((text) => make("li", {}, text))));
    if (!card.open) card.showModal();
    card.scrollTop = 0;
    document.getElementById("card-title").focus();
    highlight(place);
  }

  card.addEventListener("click", (event) => { if (event.target === card) card.close(); });
  card.addEventListener("close", () => highlight(null));

  /* ---- The network ---- */
  const svg = one("#network-figure svg");
  const elements = nodes.map((node) => document.getElementById(node.i));
  const labels = nodes.map((node) => document.getElementById("label-" + node.i));
  const lines = ties.map((tie) => document.getElementById(tie.i));
  /* The outer rim of a collective actor stands before it and has no name of its own. */
  const rims = elements.map((element) => element && element.classList.contains("collective") ? element.previousElementSibling : null);
  const isOn = nodes.map(() => true);
  const tieIsOn = ties.map(() => true);
  let near = [];

  function highlight(place) {
    if (!svg) return;
    near.forEach((element) => element.classList.remove("near"));
    near = [];
    svg.classList.toggle("focusing", place !== null);
    const beside = new Set(place === null ? [] : [place]);
    if (place !== null) {
      for (const tie of tiesOf[place]) {
        if (!tieIsOn[tie]) continue;
        beside.add(ties[tie].a).add(ties[tie].b);
        if (lines[tie]) near.push(lines[tie]);
      }
      for (const node of beside) near.push(...[elements[node], labels[node]].filter(Boolean));
      near.forEach((element) => element.classList.add("near"));
    }
    rims.forEach((rim, node) => rim && rim.classList.toggle("rim-dim", place !== null && !beside.has(node)));
  }

  function setUpNetwork() {
    svg.classList.add("live");
    svg.setAttribute("role", "group");
    const help = make("p", { class: "hidden", id: "network-help" }, words.networkHelp);
    svg.parentElement.before(help);
    svg.setAttribute("aria-describedby", "network-help");
    const placeOf = new Map();
    nodes.forEach((node, place) => {
      for (const element of [elements[place], labels[place]]) if (element) placeOf.set(element, place);
      const element = elements[place];
      if (!element) return;
      element.setAttribute("role", "button");
      element.setAttribute("tabindex", "-1");
      element.setAttribute("aria-label", fill(words.node, { n: node.n, t: tiesOf[place].length }));
      if (labels[place]) labels[place].setAttribute("aria-hidden", "true");
    });
    lines.forEach((line) => line && line.setAttribute("aria-hidden", "true"));
    let current = byDegree.find((place) => elements[place]);
    if (current !== undefined) elements[current].setAttribute("tabindex", "0");
    const find = (target) => {
      const group = target.closest && target.closest("g.actor, g.event, g.label");
      return group ? placeOf.get(group) : undefined;
    };
    const move = (place) => {
      elements[current].setAttribute("tabindex", "-1");
      current = place;
      elements[place].setAttribute("tabindex", "0");
      elements[place].focus();
    };
    svg.addEventListener("pointerover", (event) => {
      const place = find(event.target);
      if (place !== undefined) highlight(place);
    });
    svg.addEventListener("pointerout", (event) => {
      if (!card.open && find(event.relatedTarget || svg) === undefined) highlight(null);
    });
    svg.addEventListener("focusin", (event) => {
      const place = find(event.target);
      if (place !== undefined && event.target.matches(":focus-visible")) highlight(place);
    });
    svg.addEventListener("focusout", () => { if (!card.open) highlight(null); });
    svg.addEventListener("click", (event) => {
      const place = find(event.target);
      if (place !== undefined) openCard(place);
    });
    svg.addEventListener("keydown", (event) => {
      const place = find(event.target);
      if (place === undefined) return;
      const open = byDegree.filter((other) => elements[other] && isOn[other]);
      const at = open.indexOf(place);
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step) move(open[(at + step + open.length) % open.length]);
      else if (event.key === "Home") move(open[0]);
      else if (event.key === "End") move(open[open.length - 1]);
      else if (event.key === "Enter" || event.key === " ") openCard(place);
      else if (event.key === "Escape") highlight(null);
      else return;
      event.preventDefault();
    });
  }

  /* ---- Filters ---- */
  const form = document.getElementById("tools");

  function holds(thing, year) {
    return (thing.f === undefined || thing.f <= year) && (thing.u === undefined || thing.u >= year);
  }

  function filter() {
    const chosen = (name) => {
      const boxes = all(`input[name="${name}"]`, form);
      return boxes.length ? new Set(boxes.filter((box) => box.checked).map((box) => Number(box.value))) : null;
    };
    const [layers, spheres] = [chosen("layer"), chosen("sphere")];
    const select = document.getElementById("year");
    const year = select && select.value ? Number(select.value) : null;
    nodes.forEach((node, place) => {
      isOn[place] = (!spheres || node.s === undefined || spheres.has(node.s)) && (year === null || holds(node, year));
    });
    let undated = 0;
    ties.forEach((tie, place) => {
      const isHeld = year === null || holds(tie, year);
      tieIsOn[place] = isOn[tie.a] && isOn[tie.b] && isHeld && (!layers || tie.l === undefined || layers.has(tie.l));
      if (tieIsOn[place] && year !== null && tie.f === undefined && tie.u === undefined) undated += 1;
      if (lines[place]) lines[place].classList.toggle("off", !tieIsOn[place]);
    });
    nodes.forEach((_, place) => {
      for (const element of [elements[place], labels[place], rims[place]]) if (element) element.classList.toggle("off", !isOn[place]);
    });
    const count = (list) => list.filter(Boolean).length;
    document.getElementById("shown").textContent =
      fill(words.shown, { a: count(isOn), n: nodes.length, t: count(tieIsOn), m: ties.length })
      + (year === null ? "" : " " + fill(words.undated, { u: undated }));
  }

  function setUpFilters() {
    const select = document.getElementById("year");
    if (select) {
      const years = ties.flatMap((tie) => [tie.f, tie.u]).filter((year) => year !== undefined);
      const [first, last] = [Math.min(...years), Math.max(...years)];
      select.append(make("option", { value: "" }, words.anyDate));
      for (let year = Math.max(first, last - 150); year <= last; year += 1) select.append(make("option", { value: String(year) }, String(year)));
    }
    form.addEventListener("change", (event) => { if (event.target.type !== "search") filter(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { search(); filter(); zoom(1 / scale); }));
    filter();
  }

  /* ---- Search ---- */
  const field = document.getElementById("search");
  const names = nodes.map((node) => plain(node.n));

  function search() {
    const wanted = plain(field.value.trim());
    const list = document.getElementById("found");
    all(".hit", svg || document).forEach((element) => element.classList.remove("hit"));
    if (!wanted) {
      list.replaceChildren();
      return [];
    }
    const hits = byDegree.filter((place) => names[place].includes(wanted));
    list.replaceChildren(...hits.slice(0, 8).map((place) => make("li", {}, nodeButton(place))));
    for (const place of hits) for (const element of [elements[place], labels[place]]) if (element) element.classList.add("hit");
    say(hits.length ? fill(words.found, { n: hits.length }) : words.none);
    if (!hits.length) list.append(make("li", {}, words.none));
    return hits;
  }

  function setUpSearch() {
    field.addEventListener("input", search);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        const hits = search();
        if (hits.length) openCard(hits[0]);
      } else if (event.key === "Escape") {
        field.value = "";
        search();
      } else if (event.key === "ArrowDown") {
        const first = one("#found button");
        if (first) { event.preventDefault(); first.focus(); }
      }
    });
    document.getElementById("found").addEventListener("keydown", (event) => {
      const buttons = all("#found button");
      const at = buttons.indexOf(document.activeElement);
      if (event.key === "ArrowDown") buttons[Math.min(at + 1, buttons.length - 1)].focus();
      else if (event.key === "ArrowUp") (at > 0 ? buttons[at - 1] : field).focus();
      else if (event.key === "Escape") { field.value = ""; search(); field.focus(); }
      else return;
      event.preventDefault();
    });
  }

  /* ---- Enlarging ---- */
  let scale = 1;
  let box = null;

  function zoom(factor) {
    const full = box || (box = svg.viewBox.baseVal && { x: svg.viewBox.baseVal.x, y: svg.viewBox.baseVal.y, w: svg.viewBox.baseVal.width, h: svg.viewBox.baseVal.height });
    const now = svg.viewBox.baseVal;
    const [x, y] = [now.x + now.width / 2, now.y + now.height / 2];
    scale = Math.min(8, Math.max(1, scale * factor));
    const [w, h] = [full.w / scale, full.h / scale];
    place(x - w / 2, y - h / 2, w, h);
    svg.classList.toggle("zoomed", scale > 1);
  }

  /* Keeps the window inside the picture. */
  function place(x, y, w, h) {
    const inside = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
    svg.setAttribute("viewBox", [inside(x, box.x, box.x + box.w - w), inside(y, box.y, box.y + box.h - h), w, h].join(" "));
  }

  function setUpZoom() {
    document.getElementById("zoom-in").addEventListener("click", () => zoom(1.5));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.5));
    let from = null;
    svg.addEventListener("pointerdown", (event) => { if (scale > 1) from = [event.clientX, event.clientY]; });
    window.addEventListener("pointerup", () => { from = null; });
    svg.addEventListener("pointermove", (event) => {
      if (!from) return;
      const now = svg.viewBox.baseVal;
      const perPixel = now.width / svg.clientWidth;
      place(now.x - (event.clientX - from[0]) * perPixel, now.y - (event.clientY - from[1]) * perPixel, now.width, now.height);
      from = [event.clientX, event.clientY];
    });
  }

  /* ---- Tables ---- */
  function sortBy(table, column, isDown) {
    const body = table.tBodies[0];
    const isNumeric = table.tHead.rows[0].cells[column].classList.contains("n");
    const key = (row) => {
      const cell = row.cells[column];
      if (!isNumeric) return cell.textContent === "–" ? null : cell.textContent;
      return cell.dataset.v === undefined ? null : Number(cell.dataset.v);
    };
    const rows = [...body.rows].map((row) => [key(row), row]);
    rows.sort(([x], [y]) => {
      if (x === null || y === null) return (x === null) - (y === null);
      const order = isNumeric ? x - y : collator.compare(x, y);
      return isDown ? -order : order;
    });
    body.append(...rows.map(([, row]) => row));
    [...table.tHead.rows[0].cells].forEach((cell, place) => {
      if (place === column) cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    say(fill(words.sorted, { c: table.tHead.rows[0].cells[column].textContent, o: isDown ? words.descending : words.ascending }));
  }

  function makeSortable(cell) {
    const button = make("button", { type: "button" });
    button.append(...cell.childNodes);
    cell.append(button);
  }

  function setUpTable(table) {
    [...table.tHead.rows[0].cells].forEach(makeSortable);
    table.tHead.addEventListener("click", (event) => {
      const cell = event.target.closest("th");
      if (!cell || !event.target.closest("button")) return;
      const known = cell.getAttribute("aria-sort");
      sortBy(table, cell.cellIndex, known ? known === "ascending" : cell.classList.contains("n"));
    });
    all("tbody [data-actor]", table).forEach((cell) => {
      const place = Number(cell.dataset.actor);
      const button = make("button", { type: "button", click: () => openCard(place) });
      button.append(...cell.childNodes);
      cell.append(button);
    });
    if (table.tBodies[0].rows.length > 12) addFilter(table);
  }

  function tools(table) {
    const scroll = table.parentElement;
    const known = scroll.previousElementSibling;
    if (known && known.classList.contains("table-tools")) return known;
    const bar = make("div", { class: "table-tools" });
    scroll.before(bar);
    return bar;
  }

  function addFilter(table) {
    const id = table.id + "-filter";
    const input = make("input", { type: "search", id, autocomplete: "off" });
    const count = make("span", { class: "count", role: "status" });
    const rows = [...table.tBodies[0].rows];
    const texts = new Map();
    input.addEventListener("input", () => {
      const wanted = plain(input.value.trim());
      let shown = 0;
      for (const row of rows) {
        if (!texts.has(row)) texts.set(row, plain(row.textContent));
        row.hidden = !texts.get(row).includes(wanted);
        if (!row.hidden) shown += 1;
      }
      count.textContent = wanted ? fill(words.rows, { n: shown, m: rows.length }) : "";
    });
    tools(table).append(make("label", { for: id }, words.filter), input, count);
  }

  /* The table of actors can show other measures in place of the main ones. */
  function setUpColumns() {
    const table = document.getElementById("table-actors");
    if (!table || data.families.length < 2) return;
    const fixed = table.tHead.rows[0].cells.length - data.families[0].measures.length;
    const select = make("select", { id: "columns" }, ...data.families.map((family, place) => make("option", { value: String(place) }, family.name)));
    select.addEventListener("change", () => {
      const chosen = data.families[Number(select.value)].measures;
      const head = table.tHead.rows[0];
      const numeric = (place) => nodes.every((node) => typeof node.m[place] !== "string");
      while (head.cells.length > fixed) head.lastElementChild.remove();
      for (const place of chosen) {
        const cell = make("th", { scope: "col", class: numeric(place) ? "n" : null, title: measures[place].hint }, measures[place].name);
        makeSortable(cell);
        head.append(cell);
      }
      for (const row of table.tBodies[0].rows) {
        const node = nodes[Number(row.cells[0].dataset.actor)];
        while (row.cells.length > fixed) row.lastElementChild.remove();
        row.append(...chosen.map((place) => {
          const value = node.m[place];
          const isKnown = typeof value === "number" || typeof value === "boolean";
          return make("td", { class: numeric(place) ? "n" : null, "data-v": isKnown ? String(Number(value)) : null }, shownNumber(value, isWhole(place)));
        }));
      }
    });
    tools(table).prepend(make("label", { for: "columns" }, words.columns), select);
  }

  all("main table").forEach(setUpTable);
  setUpColumns();
  if (svg) {
    setUpNetwork();
    setUpSearch();
    setUpFilters();
    setUpZoom();
  }
})();
