# %% [markdown] en
# # {{title}}
#
# Tables and figures from the data package of this folder. Every number stands in a CSV table;
# `codebook.en.md` says what each column means, `methods.en.md` how it was computed. An empty cell
# means undefined or not known, never zero.
# %% [markdown] fr
# # {{title}}
#
# Tableaux et figures à partir des données de ce dossier. Chaque nombre figure dans une table CSV ;
# `codebook.fr.md` dit ce que signifie chaque colonne, `methods.fr.md` comment elle est calculée. Une
# cellule vide signifie « non défini » ou « inconnu », jamais zéro.
# %%
%matplotlib inline
import matplotlib.pyplot as plt
import pandas as pd
from load import tables, title

LANGUAGE = "{{language}}"
pd.set_option("display.precision", 3)
plt.rcParams.update({"figure.dpi": 110, "axes.spines.top": False, "axes.spines.right": False})
BLUE, ORANGE, GREY = "#0072B2", "#E69F00", "#999999"


def words(table, columns):
    return {column: title(table, column, LANGUAGE) for column in columns}


{name: frame.shape for name, frame in tables.items()}
# %% [markdown] en
# ## The network in numbers
# %% [markdown] fr
# ## Le réseau en nombres
# %%
tables["network"].set_index("measure")
# %% [markdown] en
# ## Who stands where
#
# The fifteen actors with the most ties. Betweenness: how often an actor lies on the shortest paths
# between others; constraint: how far its contacts lead back to each other (Burt).
# %% [markdown] fr
# ## Qui se trouve où
#
# Les quinze acteurs qui ont le plus de liens. Intermédiarité : combien de fois un acteur se trouve sur
# les plus courts chemins entre d'autres ; contrainte : à quel point ses contacts ramènent les uns aux
# autres (Burt).
# %%
shown = ["name", "degree", "betweenness_normalized", "closeness", "constraint", "effective_size"]
actors = tables["actors"].sort_values(["degree", "id"], ascending=[False, True])
actors[shown].head(15).rename(columns=words("actors", shown)).reset_index(drop=True)
# %%
top = actors.head(15).iloc[::-1]
figure, axis = plt.subplots(figsize=(7, 5))
axis.hlines(top["name"], 0, top["degree"].astype(float), color=GREY, linewidth=1)
axis.plot(top["degree"].astype(float), top["name"], "o", color=BLUE)
axis.set_xlabel(title("actors", "degree", LANGUAGE))
axis.set_xlim(0)
plt.show()
# %% [markdown] en
# ## Brokers and closed circles
# %% [markdown] fr
# ## Passeurs et cercles fermés
# %%
known = actors.dropna(subset=["constraint", "effective_size"])
figure, axis = plt.subplots(figsize=(6, 4.5))
axis.scatter(known["effective_size"], known["constraint"], s=12 + 6 * known["degree"].astype(float), color=BLUE, alpha=0.6)
middle = known["effective_size"].max() / 2
for place, (_, actor) in enumerate(known.head(6).sort_values("effective_size").iterrows()):
    side = "right" if actor["effective_size"] > middle else "left"
    offset = (-7 if side == "right" else 7, 9 if place % 2 else -12)
    axis.annotate(actor["name"], (actor["effective_size"], actor["constraint"]), xytext=offset, textcoords="offset points", fontsize=8, ha=side)
axis.set_ylim(0)
axis.set_xlabel(title("actors", "effective_size", LANGUAGE))
axis.set_ylabel(title("actors", "constraint", LANGUAGE))
plt.show()
# %% [markdown] en needs=layers
# ## Layer by layer
# %% [markdown] fr needs=layers
# ## Couche par couche
# %% needs=layers
layers = tables["layers"].sort_values("ties")
figure, axis = plt.subplots(figsize=(6, 3.5))
axis.barh(layers[f"name_{LANGUAGE}"], layers["ties"], color=ORANGE)
axis.set_xlabel(title("layers", "ties", LANGUAGE))
plt.show()
layers.iloc[::-1].rename(columns=words("layers", layers.columns)).reset_index(drop=True)
# %% [markdown] en needs=draws
# ## Learning × interaction
#
# Each point is one draw of the uncertainty analysis: ties that may not exist, indicators that nobody
# could fill, other weights, thresholds and windows. The lines are the threshold, a convention.
# %% [markdown] fr needs=draws
# ## Apprentissage × interaction
#
# Chaque point est un tirage de l'analyse d'incertitude : des liens qui n'existent peut-être pas, des
# indicateurs que personne n'a pu renseigner, d'autres poids, seuils et fenêtres. Les lignes sont le
# seuil, une convention.
# %% needs=draws
draws = tables["draws"]
figure, axis = plt.subplots(figsize=(5, 5))
axis.scatter(draws["learning"], draws["interaction"], s=3, alpha=0.15, color=BLUE, linewidths=0)
threshold = float(tables["parameters"].set_index("parameter").loc["threshold", "value"])
axis.axhline(threshold, color=GREY, linewidth=1)
axis.axvline(threshold, color=GREY, linewidth=1)
axis.plot(draws["learning"].median(), draws["interaction"].median(), "o", color=ORANGE, markersize=9)
axis.set(xlim=(0, 1), ylim=(0, 1), xlabel=title("draws", "learning", LANGUAGE), ylabel=title("draws", "interaction", LANGUAGE))
plt.show()
draws["configuration"].value_counts(normalize=True)
# %% needs=score
tables["score"].T
# %% [markdown] en needs=indicators
# ## Indicators
#
# No point: undefined, with the reason in the table. The line marks what the null models give, where
# an indicator was tested.
# %% [markdown] fr needs=indicators
# ## Indicateurs
#
# Sans point : indéfini, avec la raison dans le tableau. Le trait marque ce que donnent les modèles nuls,
# là où un indicateur a été testé.
# %% needs=indicators
indicators = tables["indicators"].iloc[::-1]
figure, axis = plt.subplots(figsize=(6, 6))
axis.plot(indicators["value"], indicators["indicator"], "o", color=BLUE)
if "nulls" in tables:
    tested = tables["nulls"].dropna(subset=["null_mean"])
    tested = tested[tested["subject"].isin(indicators["indicator"])]
    axis.plot(tested["null_mean"], tested["subject"], "|", color=ORANGE, markersize=12, markeredgewidth=2)
axis.set_yticks(range(len(indicators)), indicators["indicator"])
axis.set_xlim(-0.02, 1.02)
axis.grid(axis="x", color="#eeeeee")
plt.show()
tables["indicators"][["axis", "dimension", "indicator", "value", "coverage", "weight", f"reason_{LANGUAGE}"]]
# %% [markdown] en needs=nulls
# ## More than chance?
# %% [markdown] fr needs=nulls
# ## Plus que le hasard ?
# %% needs=nulls
tables["nulls"].drop(columns=["territory", "date"])
# %% [markdown] en needs=leverage
# ## What the score rests on
# %% [markdown] fr needs=leverage
# ## Sur quoi repose le score
# %% needs=leverage
tables["leverage"].head(15)
