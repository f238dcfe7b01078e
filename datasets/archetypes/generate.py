"""Writes five made-up territories of known character, for trying the score.

    python3 generate.py

Only the standard library; every territory has a seed of its own, so that the files come out the
same each time. What makes a territory what it is stands in RECIPES and nowhere else.
"""

import csv
import json
import random
from pathlib import Path

HERE = Path(__file__).parent
INSIDE = "Madeville"
REFERENCE = "2016-12-31"
DATASET_TABLES = {
    "sources": ["id", "citation"],
    "actor-kinds": ["kind", "name_fr", "name_en", "sphere"],
    "tie-kinds": ["kind", "name_fr", "name_en", "directed", "layer", "weight_means"],
    "event-kinds": ["kind", "name_fr", "name_en", "layer", "pooled"],
    "actors": ["id", "name", "kind", "sector", "place", "since", "size", "members", "qualified_share", "evidence"],
    "ties": ["source", "target", "kind", "amount", "since", "status", "confidence", "evidence", "college"],
    "events": ["id", "name", "kind", "date", "until", "status", "evidence"],
    "participation": ["actor", "event", "evidence"],
}
KEYS = {
    "sources": "id", "actor-kinds": "kind", "tie-kinds": "kind", "event-kinds": "kind", "actors": "id", "events": "id",
}
REFERENCES = {
    "actors": {"kind": ("actor-kinds", "kind")},
    "ties": {"source": ("actors", "id"), "target": ("actors", "id"), "kind": ("tie-kinds", "kind")},
    "events": {"kind": ("event-kinds", "kind")},
    "participation": {"actor": ("actors", "id"), "event": ("events", "id")},
}
ACTOR_KINDS = [
    ("firm", "entreprise", "firm", "economy"),
    ("school", "école ou laboratoire", "school or laboratory", "knowledge"),
    ("association", "association", "association", "social"),
    ("authority", "collectivité", "public authority", "public"),
    ("bank", "banque", "bank", "finance"),
    ("citizens", "citoyens", "citizens", "citizen"),
]
TIE_KINDS = [
    ("advice", "conseil", "advice", "yes", "knowledge", "strength"),
    ("cooperation", "coopération", "cooperation", "yes", "cooperation", "strength"),
    ("supply", "fourniture", "supply", "yes", "supply", "strength"),
    ("finance", "financement", "finance", "yes", "finance", "strength"),
    ("seat", "siège", "seat", "yes", "governance", "strength"),
]
EVENT_KINDS = [
    ("training", "formation", "training", "knowledge", "no"),
    ("meeting", "réunion", "meeting", "cooperation", "no"),
    ("shared_resource", "ressource partagée", "shared resource", "cooperation", "yes"),
]
SURVEYED = ["knowledge", "cooperation", "supply", "finance", "governance", "events", "pooled_resources"]

# Of each territory: how many advise each insider (from inside, from outside), how many it works
# and trades with, how many groups of workmates it has (closure), how much comes back (returned) or
# is doubled in a second layer, and the shares that take part in trainings, meetings and pools.
RECIPES = {
    "branch_plant_town": dict(
        title="Branch-plant town", seed=11, expected="no_milieu",
        words="Plants of groups that decide elsewhere. Each buys and sells outside, advice comes from the group and goes "
              "no further, the workforce is little qualified, and the plants hardly deal with one another.",
        sectors=["C.29.10", "C.10.51", "C.22.29", "C.29.32", "H.52.10", "G.46.90"], qualified=0.15,
        advice_inside=0.05, advice_outside=0.6, hub_advice=False, cooperation=0.15, groups=0, returned=0.0, second_layer=0.0,
        supply=0.2, dormant=0.5, trainings=1, training_size=0.05, meetings=1, meeting_size=0.1, pools=1, pool_size=0.04,
        conversion=0.05, local_finance=0.05, colleges=[18, 1, 1], hub=False),
    "technopole": dict(
        title="Technopole", seed=12, expected="innovation_without_milieu",
        words="Laboratories and firms of high qualification, each with partners far away and teachers nearby; knowledge "
              "gets around, but they do not trade, share or decide together.",
        sectors=["M.72.11", "M.72.19", "J.62.01", "J.62.02", "C.26.51", "C.26.11", "M.71.12", "J.61.10"], qualified=0.85,
        advice_inside=2.6, advice_outside=0.9, hub_advice=False, cooperation=0.25, groups=0, returned=0.05, second_layer=0.0,
        supply=0.1, dormant=0.4, trainings=6, training_size=0.3, meetings=1, meeting_size=0.1, pools=1, pool_size=0.05,
        conversion=0.7, local_finance=0.05, colleges=[16, 2, 1], hub=False),
    "classic_district": dict(
        title="Classic district", seed=13, expected="potentially_innovative_milieu",
        words="Many small firms of one trade that subcontract, help and meet one another and share a shop and purchasing; "
              "craft learnt on the job, few diplomas, nearly nothing from outside.",
        sectors=["C.15.20", "C.15.20", "C.15.20", "C.15.20", "C.15.12"], qualified=0.12,
        advice_inside=0.3, advice_outside=0.03, hub_advice=False, cooperation=1.2, groups=14, returned=0.7, second_layer=0.6,
        supply=1.2, dormant=0.05, trainings=1, training_size=0.08, meetings=6, meeting_size=0.3, pools=4, pool_size=0.3,
        conversion=0.05, local_finance=0.9, colleges=[8, 7, 7], hub=False),
    "innovative_milieu": dict(
        title="Innovative milieu", seed=14, expected="innovative_milieu",
        words="Firms of neighbouring trades, a school, authorities and citizens that learn from one another and from "
              "afar, work together in several ways, share resources and decisions.",
        sectors=["C.15.20", "C.15.12", "C.14.13", "C.22.19", "M.74.10", "M.72.19", "J.62.01", "G.47.72"], qualified=0.65,
        advice_inside=2.4, advice_outside=0.6, hub_advice=False, cooperation=1.2, groups=14, returned=0.7, second_layer=0.6,
        supply=1.2, dormant=0.05, trainings=6, training_size=0.3, meetings=6, meeting_size=0.3, pools=4, pool_size=0.3,
        conversion=0.7, local_finance=0.85, colleges=[8, 7, 7], hub=False),
    "hub_star": dict(
        title="Star held by one hub", seed=15, expected="no_milieu",
        words="Everything passes through one organisation: it advises all, works with all, runs the one shop and decides; "
              "without it nothing is left.",
        sectors=["C.15.20", "C.15.12", "C.25.11", "G.47.72", "N.78.20", "M.70.22"], qualified=0.3,
        advice_inside=0.0, advice_outside=0.1, hub_advice=True, cooperation=0.0, groups=0, returned=0.2, second_layer=0.1,
        supply=0.0, dormant=0.1, trainings=1, training_size=0.1, meetings=1, meeting_size=0.1, pools=1, pool_size=0.1,
        conversion=0.1, local_finance=0.4, colleges=[20, 1, 1], hub=True),
}


# What each number of a recipe means, for the READMEs.
MEANINGS = {
    "seed": "seed of the random numbers", "qualified": "mean share of qualified staff",
    "advice_inside": "ties of advice that each actor inside receives from another",
    "advice_outside": "ties of advice that each actor inside receives from outside",
    "hub_advice": "whether the hub advises everyone", "cooperation": "cooperations that each actor inside begins",
    "groups": "groups of four who all work together", "returned": "share of cooperations that are returned",
    "second_layer": "share of cooperations that come with a supply", "supply": "supplies of each actor to another inside",
    "dormant": "share of dormant ties", "trainings": "events of learning", "training_size": "share of the actors at each",
    "meetings": "other events", "meeting_size": "share of the actors at each", "pools": "pooled resources",
    "pool_size": "share of the actors in each",
    "conversion": "chance that advice leads to a cooperation in the year after",
    "local_finance": "share of finance from inside or from citizens", "colleges": "seats of the three colleges",
    "hub": "whether one actor is tied to all",
}
STRENGTHS = {
    "no_milieu": ("weak", "weak"), "innovation_without_milieu": ("strong", "weak"),
    "potentially_innovative_milieu": ("weak", "strong"), "innovative_milieu": ("strong", "strong"),
}


class Territory:
    """Rows in the making."""

    def __init__(self, recipe):
        self.recipe = recipe
        self.random = random.Random(recipe["seed"])
        self.rows = {table: [] for table in DATASET_TABLES}
        self.pairs = set()

    def add(self, table, **cells):
        self.rows[table].append(cells)

    def make(self):
        self.add("sources", id="recipe", citation="Made up by datasets/archetypes/generate.py; no real territory.")
        for table, rows in (("actor-kinds", ACTOR_KINDS), ("tie-kinds", TIE_KINDS), ("event-kinds", EVENT_KINDS)):
            for row in rows:
                self.rows[table].append(dict(zip(DATASET_TABLES[table], row)))
        self.actors()
        self.knowledge()
        self.interaction()
        self.finance_and_governance()
        self.events()
        return self.rows

    def actors(self):
        chance, recipe = self.random, self.recipe
        kinds = ["firm"] * 30 + ["school"] * 3 + ["association"] * 4 + ["authority"] * 2 + ["citizens"]
        self.inside, self.outside = [], []
        for number, kind in enumerate(kinds):
            sector = {"school": "P.85.42", "association": "S.94.99", "authority": "O.84.11"}.get(kind)
            ident = f"{kind}_{number + 1}"
            self.inside.append(ident)
            self.add(
                "actors", id=ident, name=ident.replace("_", " ").capitalize(), kind=kind, place=INSIDE,
                sector=sector or ("" if kind == "citizens" else chance.choice(recipe["sectors"])),
                since=2000 + chance.randrange(10), size="" if kind == "citizens" else 3 + chance.randrange(60),
                members=60 if kind == "citizens" else "",
                qualified_share=round(min(1, max(0, chance.gauss(recipe["qualified"], 0.08))), 2), evidence="recipe")
        for number in range(12):
            kind = chance.choice(["firm", "firm", "school", "bank"])
            ident = f"outside_{number + 1}"
            self.outside.append(ident)
            self.add(
                "actors", id=ident, name=f"Outside {number + 1}", kind=kind, place="Elsewhere",
                sector=chance.choice(recipe["sectors"]), since=1990, size=200, members="", qualified_share="",
                evidence="recipe")
        self.hub = self.inside[0]

    def count(self, mean):
        """A whole number of this mean, the next ones below and above by chance."""
        return int(mean) + (self.random.random() < mean - int(mean))

    def tie(self, source, target, kind, since="", amount="", status=None, college=""):
        if source == target or (source, target, kind) in self.pairs:
            return
        self.pairs.add((source, target, kind))
        chance = self.random
        if status is None:
            status = "dormant" if kind != "advice" and chance.random() < self.recipe["dormant"] else "active"
        self.add(
            "ties", source=source, target=target, kind=kind, amount=amount, since=since, status=status,
            confidence=round(0.8 + 0.2 * chance.random(), 2), evidence="recipe", college=college)

    def knowledge(self):
        chance, recipe = self.random, self.recipe
        for actor in self.inside:
            if recipe["hub_advice"] and actor != self.hub:
                self.advise(self.hub, actor)
            for _ in range(self.count(recipe["advice_inside"])):
                self.advise(chance.choice(self.inside), actor)
            for _ in range(self.count(recipe["advice_outside"])):
                self.advise(chance.choice(self.outside), actor)

    def advise(self, giver, receiver):
        """Advice in 2012 to 2014, and, where the receiver makes something of it, a cooperation."""
        chance = self.random
        year = 2012 + chance.randrange(2)
        self.tie(giver, receiver, "advice", since=f"{year}-03")
        if giver != receiver and chance.random() < self.recipe["conversion"]:
            # Where there is no milieu the fruit is borne with partners elsewhere.
            partners = self.inside if self.recipe["groups"] else self.outside
            self.tie(receiver, chance.choice(partners), "cooperation", since=f"{year + 1}-03", status="active")

    def work(self, one, other):
        chance, recipe = self.random, self.recipe
        self.tie(one, other, "cooperation")
        if chance.random() < recipe["returned"]:
            self.tie(other, one, "cooperation")
        if chance.random() < recipe["second_layer"]:
            self.tie(one, other, "supply")

    def interaction(self):
        chance, recipe = self.random, self.recipe
        for actor in self.inside:
            if recipe["hub"] and actor != self.hub:
                self.work(self.hub, actor)
            for _ in range(self.count(recipe["cooperation"])):
                self.work(actor, chance.choice(self.inside))
            for _ in range(self.count(recipe["supply"])):
                self.tie(actor, chance.choice(self.inside), "supply")
            self.tie(actor, chance.choice(self.outside), "supply")
        for _ in range(recipe["groups"]):
            group = chance.sample(self.inside, 4)
            for place, one in enumerate(group):
                for other in group[place + 1:]:
                    self.work(one, other)

    def finance_and_governance(self):
        chance, recipe = self.random, self.recipe
        for actor in chance.sample(self.inside, 10):
            is_local = chance.random() < recipe["local_finance"]
            source = chance.choice(["citizens_40"] + self.inside[:5]) if is_local else chance.choice(self.outside)
            self.tie(source, actor, "finance", amount=1000 * (5 + chance.randrange(45)), status="active")
        association = self.hub if recipe["hub"] else "association_34"
        names = ["workers", "users", "authorities"]
        for name, seats in zip(names, recipe["colleges"]):
            for member in chance.sample([a for a in self.inside if a != association], seats):
                self.tie(member, association, "seat", status="active", college=name)

    def events(self):
        chance, recipe = self.random, self.recipe
        for kind, many, share in (
            ("training", "trainings", "training_size"), ("meeting", "meetings", "meeting_size"),
            ("shared_resource", "pools", "pool_size"),
        ):
            for number in range(recipe[many]):
                ident = f"{kind}_{number + 1}"
                date = f"{2012 + number % 5}-0{1 + number % 9}-15"
                self.add(
                    "events", id=ident, name=ident.replace("_", " ").capitalize(), kind=kind, date=date,
                    until="" if kind == "shared_resource" else date, status="active", evidence="recipe")
                size = max(2, round(recipe[share] * len(self.inside)))
                members = chance.sample(self.inside, size)
                if recipe["hub"] and self.hub not in members:
                    members[0] = self.hub
                for member in members:
                    self.add("participation", actor=member, event=ident, evidence="recipe")


def package(name, recipe):
    resources = []
    for table, columns in DATASET_TABLES.items():
        schema = {"fields": [{"name": column, "type": "string"} for column in columns], "missingValues": [""]}
        if table in KEYS:
            schema["primaryKey"] = KEYS[table]
        if table in REFERENCES:
            schema["foreignKeys"] = [
                {"fields": column, "reference": {"resource": other, "fields": field}}
                for column, (other, field) in REFERENCES[table].items()
            ]
        resources.append({
            "name": table, "path": f"{table}.csv", "type": "table", "format": "csv", "encoding": "utf-8", "schema": schema,
        })
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name.replace("_", "-"), "title": f"{recipe['title']} (made up)", "version": "1.0.0",
        "licenses": [{"name": "CC0-1.0", "title": "CC0 1.0 Universal"}], "contributors": [{"title": "Milieu"}],
        "resources": resources,
        "milieu": {
            "territory": {"name": recipe["title"]}, "reference_date": REFERENCE,
            "perimeters": [{
                "id": "town", "name_fr": "ville", "name_en": "town", "places": [INSIDE], "default": True,
            }],
            "surveyed": SURVEYED,
        },
    }


def readme(name, recipe):
    numbers = "\n".join(
        f"| `{key}` | {value} | {MEANINGS[key]} |" for key, value in recipe.items() if key in MEANINGS)
    learning, interaction = STRENGTHS[recipe["expected"]]
    return (
        f"# {recipe['title']} (made up)\n\n{recipe['words']}\n\n"
        f"Expected: learning {learning}, interaction {interaction}, `{recipe['expected']}`. Nobody lives here: `../generate.py` made it from the recipe below, and running it "
        f"again gives the same files. 40 actors inside, 12 outside; reference date {REFERENCE}.\n\n"
        f"| recipe | | meaning |\n| --- | --- | --- |\n{numbers}\n"
        f"| `sectors` | {', '.join(recipe['sectors'])} | drawn from, for firms and actors outside |\n")


def main():
    for name, recipe in RECIPES.items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        for table, rows in Territory(recipe).make().items():
            with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, DATASET_TABLES[table], restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        text = json.dumps(package(name, recipe), indent=2, ensure_ascii=False)
        (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
        (folder / "README.md").write_text(readme(name, recipe), encoding="utf-8")


if __name__ == "__main__":
    main()
