#!/usr/bin/env python3
"""The validation panel: territories of known reading, and what `milieu score` answers.

    Scripts/validation.py MILIEU [--out FOLDER] [--draws N] [--seed S] [--only ID,…]

Scores each territory of the panel with the program itself and writes FOLDER/validation.en.md and
FOLDER/validation.fr.md (Documentation): what the literature or the recipe says, both axes with their
intervals and coverage, the verdict, and whether the two agree. Made-up territories come from the recipes of
datasets/archetypes/generate.py with other seeds than those shipped. No number of the pages is typed by hand.
"""

import argparse
import csv
import importlib.util
import io
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "datasets"
specification = importlib.util.spec_from_file_location("archetypes", SHIPPED / "archetypes" / "generate.py")
archetypes = importlib.util.module_from_spec(specification)
specification.loader.exec_module(archetypes)

AXES = ("learning", "interaction")
CONFIGURATIONS = ("no_milieu", "innovation_without_milieu", "potentially_innovative_milieu", "innovative_milieu")
WORDS = {
    "no_milieu": ("no milieu", "absence de milieu"),
    "innovation_without_milieu": ("innovation without a milieu", "innovation sans milieu"),
    "potentially_innovative_milieu": ("potentially innovative milieu", "milieu potentiellement innovateur"),
    "innovative_milieu": ("innovative milieu", "milieu innovateur"),
    "undetermined": ("undetermined", "indéterminé"),
    "weak_interaction": ("weak interaction", "interaction faible"),
    "agrees": ("agrees", "s'accorde"), "open": ("left open", "laissé ouvert"), "differs": ("**differs**", "**diffère**"),
}
SURE = 0.8  # the probability from which the method gives a verdict


@dataclass
class Row:
    ident: str
    group: str
    name: tuple  # en, fr
    says: tuple  # what the literature or the recipe says
    expected: str
    folder: Path = None
    whole: str = ""  # of a territory seen in part, the row of the same seen whole
    found: dict = field(default_factory=dict)

    @property
    def verdict(self):
        sure = [one for one in CONFIGURATIONS if float(self.found[f"probability_{one}"] or 0) >= SURE]
        return sure[0] if sure else "undetermined"

    @property
    def likeliest(self):
        return max(CONFIGURATIONS, key=lambda one: float(self.found[f"probability_{one}"] or 0))

    @property
    def agreement(self):
        if self.expected == "weak_interaction":
            strong = sum(float(self.found[f"probability_{one}"] or 0) for one in CONFIGURATIONS[2:])
            return "agrees" if strong <= 1 - SURE else "differs" if strong >= SURE else "open"
        if self.verdict == self.expected:
            return "agrees"
        return "open" if self.verdict == "undetermined" else "differs"


# MARK: Territories


def write(folder, rows, surveyed, title):
    """A dataset's folder from rows by table, in the columns of the archetypes and those that are told beside."""
    folder.mkdir(parents=True)
    for table, own in rows.items():
        columns = list(archetypes.DATASET_TABLES.get(table, []))
        columns += [one for row in own for one in row if one not in columns]
        columns = list(dict.fromkeys(columns))
        with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(own)
    (folder / "datapackage.json").write_text(json.dumps({
        "name": folder.name, "title": title,
        "milieu": {
            "territory": {"name": title}, "reference_date": archetypes.REFERENCE,
            "perimeters": [{"id": "town", "name_fr": "ville", "name_en": "town", "places": [archetypes.INSIDE], "default": True}],
            "surveyed": surveyed,
        }}), encoding="utf-8")


def shown(rows, how, share, chance):
    """What a study shows of a territory: by a roster of some actors, or by documents that tell some ties."""
    inside = [row["id"] for row in rows["actors"] if row["place"] == archetypes.INSIDE]
    part = {table: list(own) for table, own in rows.items()}
    if how == "roster":
        asked = set(chance.sample(inside, round(share * len(inside))))
        part["ties"] = [row for row in rows["ties"] if row["source"] in asked or row["target"] in asked]
        part["participation"] = [row for row in rows["participation"] if row["actor"] in asked]
        part["respondents"] = [{"actor": one, "date": archetypes.REFERENCE, "evidence": "recipe"} for one in inside if one in asked]
    else:
        part["ties"] = [row for row in rows["ties"] if chance.random() < share]
        part["participation"] = [row for row in rows["participation"] if chance.random() < share]
    known = {row["event"] for row in part["participation"]}
    part["events"] = [row for row in rows["events"] if row["id"] in known]
    return part, {layer: {"how": how} for layer in archetypes.SURVEYED}


def plain(actors, kinds=("firm",), sectors=("C.15.20",)):
    """A territory's rows without ties: actors inside of kinds and sectors in turn."""
    rows = {table: [] for table in archetypes.DATASET_TABLES}
    rows["sources"] = [{"id": "recipe", "citation": "Made up by Scripts/validation.py; no real territory."}]
    for table, own in (
        ("actor-kinds", archetypes.ACTOR_KINDS), ("tie-kinds", archetypes.TIE_KINDS), ("event-kinds", archetypes.EVENT_KINDS),
    ):
        rows[table] = [dict(zip(archetypes.DATASET_TABLES[table], row)) for row in own]
    rows["actors"] = [{
        "id": f"a{n}", "name": f"Actor {n}", "kind": kinds[n % len(kinds)], "sector": sectors[n % len(sectors)],
        "place": archetypes.INSIDE, "since": 2001, "size": 10, "qualified_share": 0.4, "evidence": "recipe",
    } for n in range(actors)]
    return rows


def tied(rows, pairs, kinds):
    rows["ties"] += [{
        "source": f"a{one}", "target": f"a{other}", "kind": kind, "since": 2013, "status": "active", "evidence": "recipe",
    } for one, other in pairs for kind in kinds]
    return rows


def chance_territory(source):
    """Ties of every kind between pairs drawn by lot, events of members drawn by lot."""
    kinds = ["firm"] * 6 + ["school", "association", "authority"]
    rows = plain(40, kinds, ["C.15.20", "C.25.11", "M.72.19", "G.47.72", "J.62.01"])
    for kind, *_ in archetypes.TIE_KINDS:
        pairs = [(one, other) for one in range(40) for other in range(40) if one != other]
        tied(rows, source.sample(pairs, source.randrange(20, 90)), [kind])
    for number in range(source.randrange(2, 10)):
        kind = source.choice(archetypes.EVENT_KINDS)[0]
        rows["events"].append({
            "id": f"e{number}", "name": f"Event {number}", "kind": kind, "date": "2015-03-01", "status": "active", "evidence": "recipe"})
        for member in source.sample(range(40), source.randrange(3, 12)):
            rows["participation"].append({"actor": f"a{member}", "event": f"e{number}", "evidence": "recipe"})
    return rows


def panel(folder, seed):
    """All rows; the datasets of those that are made up stand in the folder."""
    rows = [
        Row("romans-2016", "real", ("Romans-sur-Isère, 2016", "Romans-sur-Isère, 2016"), (
            "The article leaves it open: it \"can become a true innovative milieu\" if learning and interaction are strong enough (Perret 2016, conclusion); documents of one source, on a success",
            "L'article laisse la question ouverte : il « peut devenir un véritable milieu innovateur » si l'apprentissage et l'interaction sont assez forts (Perret 2016, conclusion) ; documents d'une seule source, sur un succès"),
            "undetermined", SHIPPED / "romans-2016"),
        Row("florentine", "real", ("Florentine families, about 1430", "Familles florentines, vers 1430"), (
            "Marriage and business around the Medici (Padgett and Ansell 1993); knowledge was not looked at",
            "Mariages et affaires autour des Médicis (Padgett et Ansell 1993) ; la connaissance n'a pas été relevée"),
            "undetermined", SHIPPED / "florentine"),
        Row("davis", "real", ("Southern women, 1930s", "Femmes du Sud, années 1930"), (
            "Two groups that overlap, by social events alone (Davis, Gardner and Gardner 1941)",
            "Deux groupes qui se recouvrent, par les seules rencontres mondaines (Davis, Gardner et Gardner 1941)"),
            "undetermined", SHIPPED / "davis"),
        Row("knoke", "real", ("Organisations of Indianapolis, 1981", "Organisations d'Indianapolis, 1981"), (
            "Information passes among welfare organisations (Knoke and Wood 1981); nothing else was looked at",
            "L'information circule entre organisations sociales (Knoke et Wood 1981) ; rien d'autre n'a été relevé"),
            "undetermined", SHIPPED / "knoke"),
    ]
    for place, (name, recipe) in enumerate(archetypes.RECIPES.items()):
        title = (recipe["title"], recipe["title"])
        says = tuple(f"{words[0]}: {WORDS[recipe['expected']][words[1]]}" for words in (("recipe", 0), ("recette", 1)))
        rows.append(Row(f"shipped-{name}", "shipped", title, says, recipe["expected"], SHIPPED / "archetypes" / name))
        made = archetypes.Territory({**recipe, "seed": f"{seed} {name}"}).make()
        whole = Row(f"whole-{name}", "made", (title[0] + ", whole", title[1] + ", entier"), says, recipe["expected"], folder / f"whole-{name}")
        write(whole.folder, made, archetypes.SURVEYED, recipe["title"])
        rows.append(whole)
        for how, share in (("roster", 0.6), ("roster", 0.3), ("documents", 0.3)):
            ident = f"{how}-{round(100 * share)}-{name}"
            words = {"roster": ("of the actors interviewed", "des acteurs interrogés"), "documents": ("of the ties told by documents", "des liens dits par des documents")}[how]
            part, surveyed = shown(made, how, share, random.Random(f"{seed} {ident}"))
            row = Row(
                ident, "made", (f"{title[0]}, {round(100 * share)} % {words[0]}", f"{title[1]}, {round(100 * share)} % {words[1]}"),
                says, recipe["expected"], folder / ident, whole.ident)
            write(row.folder, part, surveyed, recipe["title"])
            rows.append(row)
    controls = [
        ("couples", ("Twenty couples", "Vingt couples"), (
            "each has one partner and no more: no interaction of the territory", "chacun a un partenaire et un seul : pas d'interaction du territoire"),
            "weak_interaction", tied(plain(40), [(2 * n, 2 * n + 1) for n in range(20)], ["cooperation", "supply"]), archetypes.SURVEYED),
        ("double-star", ("Double star", "Double étoile"), (
            "all hangs on two, who are tied to each other", "tout tient à deux acteurs, liés entre eux"), "weak_interaction",
            tied(plain(40), [(0, 1)] + [(n % 2, n) for n in range(2, 40)], ["cooperation"]), archetypes.SURVEYED),
        ("register", ("Register of firms without ties, census", "Registre d'entreprises sans liens, recensement"), (
            "looked at whole, and nothing there", "tout a été relevé, et il n'y a rien"), "no_milieu", plain(30), archetypes.SURVEYED),
        ("register-documents", ("The same register, documents", "Le même registre, documents"), (
            "nobody looked: nothing can be said", "personne n'a regardé : on ne peut rien dire"), "undetermined", plain(30),
            {layer: {"how": "documents"} for layer in archetypes.SURVEYED}),
    ]
    for number in range(6):
        source = random.Random(f"{seed} chance {number}")
        controls.append((
            f"chance-{number + 1}", (f"Chance {number + 1}", f"Hasard {number + 1}"), (
                "ties by lot: not to be taken for an innovative milieu", "des liens au hasard : à ne pas prendre pour un milieu innovateur"),
            "not_innovative", chance_territory(source), archetypes.SURVEYED))
    for ident, name, says, expected, own, surveyed in controls:
        row = Row(ident, "control", name, says, expected, folder / ident)
        write(row.folder, own, surveyed, name[0])
        rows.append(row)
    return rows


def score(milieu, row, draws, seed):
    run = subprocess.run(
        [milieu, "score", row.folder, "--format", "csv", "--table", "score", "--draws", str(draws), "--seed", str(seed), "--quiet"],
        capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{row.ident}: {run.stderr}")
    row.found = next(csv.DictReader(io.StringIO(run.stdout)))


# MARK: Pages


class Page:
    def __init__(self, language):
        self.french = language == "fr"

    def __call__(self, en, fr):
        return fr.replace(" :", "\u00a0:").replace(" ;", "\u00a0;").replace(" %", "\u00a0%") if self.french else en

    def number(self, text):
        if not text:
            return "–"
        text = f"{float(text):.2f}"
        return text.replace(".", ",") if self.french else text

    def percent(self, share):
        return f"{100 * float(share):.0f}" + ("\u00a0%" if self.french else " %")

    def word(self, ident):
        return self(*WORDS[ident])

    def axis(self, row, axis):
        values = [self.number(row.found[f"{axis}_{part}"]) for part in ("median", "low", "high")]
        return f"{values[0]} [{values[1]}–{values[2]}]", self.percent(row.found[f"{axis}_coverage"] or 0)

    def verdict(self, row):
        chance = self.percent(row.found[f"probability_{row.likeliest}"] or 0)
        if row.verdict == "undetermined":
            return f"{self.word('undetermined')} ({self.word(row.likeliest)} {chance})"
        return f"{self.word(row.verdict)} {chance}"

    def table(self, rows, wholes=None):
        """A row for each territory; of those seen in part, whether the interval holds the median of the whole."""
        head = [
            self("territory", "territoire"), self("what is said of it", "ce qu'on en dit"),
            self("learning, 5–95 %", "apprentissage, 5–95 %"), self("coverage", "couverture"),
            self("interaction, 5–95 %", "interaction, 5–95 %"), self("coverage", "couverture"), self("verdict", "verdict"),
            self("agreement", "accord"),
        ]
        if wholes is not None:
            head.append(self("holds the whole's median", "contient la médiane du tout"))
        lines = ["| " + " | ".join(head) + " |", "| --- | --- | --- | ---: | --- | ---: | --- | --- |" + (" --- |" if wholes is not None else "")]
        for row in rows:
            cells = [self(*row.name), self(*row.says)]
            for axis in AXES:
                cells += self.axis(row, axis)
            cells += [self.verdict(row), self.word(row.agreement) if row.expected != "not_innovative" else self.percent(row.found["probability_innovative_milieu"] or 0)]
            if wholes is not None:
                cells.append(", ".join(self("yes", "oui") if held(row, wholes, axis) else self("**no**", "**non**") for axis in AXES) if row.whole else "")
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines)

    def text(self, rows, draws, seed):
        def of(*groups):
            return [row for row in rows if row.group in groups]

        tested = [row for row in rows if row.expected in CONFIGURATIONS + ("weak_interaction", "undetermined")]
        counts = {word: sum(row.agreement == word for row in tested) for word in ("agrees", "open", "differs")}
        wholes = {row.ident: row for row in rows}
        partial = [row for row in rows if row.whole and row.whole in wholes]
        held_count = {axis: sum(held(row, wholes, axis) for row in partial) for axis in AXES}
        chance = [float(row.found["probability_innovative_milieu"] or 0) for row in rows if row.expected == "not_innovative"]
        some = rows[0].found
        parts = [self(
            "# The validation panel\n\nTerritories of known reading, and what `milieu score` answers. This page is written by `make validation`; what each row rests on stands in `Scripts/validation.py`.",
            "# Le panel de validation\n\nDes territoires dont on sait ce qu'il faut en penser, et ce que répond `milieu score`. Cette page est écrite par `make validation` ; `Scripts/validation.py` dit de quoi chaque ligne est faite.")]
        parts.append(self(
            f"Rows with an expected answer: {len(tested)}. Agreeing: {counts['agrees']}; left open, since no configuration reaches {self.percent(SURE)}: {counts['open']}; differing: {counts['differs']}.",
            f"Lignes dont la réponse est attendue : {len(tested)}. D'accord : {counts['agrees']} ; laissées ouvertes, aucune configuration n'atteignant {self.percent(SURE)} : {counts['open']} ; en désaccord : {counts['differs']}."))
        if partial:
            parts.append(self(
                f"Territories seen in part: {len(partial)}. Their 90 % interval holds the median of the whole for learning in {held_count['learning']}, for interaction in {held_count['interaction']}.",
                f"Territoires vus en partie : {len(partial)}. Leur intervalle à 90 % contient la médiane du tout pour l'apprentissage dans {held_count['learning']}, pour l'interaction dans {held_count['interaction']}."))
        if chance:
            parts.append(self(
                f"Territories of chance are innovative milieus with {self.percent(sum(chance) / len(chance))} on average.",
                f"Les territoires du hasard sont des milieux innovateurs avec {self.percent(sum(chance) / len(chance))} en moyenne."))
        for groups, title in (
            (("real",), self("Real ones", "Territoires réels")), (("shipped",), self("The shipped archetypes", "Les archétypes fournis")),
            (("made",), self("Made-up ones, seen whole and in part", "Territoires inventés, vus en entier et en partie")),
            (("control",), self("Controls", "Témoins")),
        ):
            own = of(*groups)
            if own:
                parts.append(f"## {title}")
                if groups == ("control",) and chance:
                    parts.append(self("Of chance, the last column says how probable an innovative milieu is.", "Pour le hasard, la dernière colonne dit la probabilité d'un milieu innovateur."))
                parts.append(self.table(own, wholes if groups == ("made",) else None))
        parts.append(self("## How it was made", "## Comment c'est fait"))
        parts.append(self(
            f"Median and 5–95 % of {draws} draws, all factors of the method on; seed {seed}; method {some['method']} {some['method_version']}. An answer agrees if the verdict (from {self.percent(SURE)} on) is the expected configuration; weak interaction, if a strong one has {self.percent(1 - SURE)} at most; undetermined, if there is no verdict.",
            f"Médiane et 5–95 % de {draws} tirages, tous les facteurs de la méthode actifs ; graine {seed} ; méthode {some['method']} {some['method_version']}. Une réponse s'accorde si le verdict (à partir de {self.percent(SURE)}) est la configuration attendue ; une interaction faible, si une forte a au plus {self.percent(1 - SURE)} ; un cas indéterminé, s'il n'y a pas de verdict."))
        return "\n\n".join(parts) + "\n"


def held(row, wholes, axis):
    whole = wholes.get(row.whole)
    if whole is None or not row.found[f"{axis}_low"] or not whole.found[f"{axis}_median"]:
        return False
    return float(row.found[f"{axis}_low"]) <= float(whole.found[f"{axis}_median"]) <= float(row.found[f"{axis}_high"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("milieu", type=lambda text: Path(text).absolute())
    parser.add_argument("--out", type=Path, default=ROOT / "Documentation")
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=lambda text: set(text.split(",")))
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = panel(Path(folder), wanted.seed)
        unknown = (wanted.only or set()) - {row.ident for row in rows}
        if unknown:
            parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(row.ident for row in rows)}")
        rows = [row for row in rows if not wanted.only or row.ident in wanted.only]
        for place, row in enumerate(rows):
            print(f"{place + 1}/{len(rows)} {row.ident}", file=sys.stderr, flush=True)
            score(wanted.milieu, row, wanted.draws, wanted.seed)
    for language in ("en", "fr"):
        (wanted.out / f"validation.{language}.md").write_text(Page(language).text(rows, wanted.draws, wanted.seed), encoding="utf-8")


if __name__ == "__main__":
    main()
