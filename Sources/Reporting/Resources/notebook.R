# %% [markdown] en
# Tables and figures from the data package of this folder, in base R. `codebook.en.md` says what each
# column means, `methods.en.md` how it was computed. NA means undefined or not known, never zero.
# %% [markdown] fr
# Tableaux et figures à partir des données de ce dossier, en R de base. `codebook.fr.md` dit ce que
# signifie chaque colonne, `methods.fr.md` comment elle est calculée. NA signifie « non défini » ou
# « inconnu », jamais zéro.
# %%
source("load.R")
language <- "{{language}}"
sapply(tables, dim)
# %% [markdown] en
# ## The network in numbers
# %% [markdown] fr
# ## Le réseau en nombres
# %%
print(tables$network, digits = 3)
# %% [markdown] en
# ## Who stands where
# %% [markdown] fr
# ## Qui se trouve où
# %%
shown <- c("name", "degree", "betweenness_normalized", "closeness", "constraint", "effective_size")
actors <- tables$actors[order(-tables$actors$degree, tables$actors$id), ]
print(head(actors[shown], 15), digits = 3, row.names = FALSE)
# %%
top <- head(actors, 15)
par(mar = c(4, 14, 1, 1))
dotchart(rev(top$degree), labels = rev(top$name), pch = 19, color = "#0072B2",
         xlab = title("actors", "degree", language))
# %%
plot(actors$effective_size, actors$constraint, pch = 19, col = "#0072B288",
     xlab = title("actors", "effective_size", language), ylab = title("actors", "constraint", language))
# %% [markdown] en needs=layers
# ## Layer by layer
# %% [markdown] fr needs=layers
# ## Couche par couche
# %% needs=layers
layers <- tables$layers[order(tables$layers$ties), ]
par(mar = c(4, 9, 1, 1))
barplot(layers$ties, names.arg = layers[[paste0("name_", language)]], horiz = TRUE, las = 1,
        col = "#E69F00", border = NA, xlab = title("layers", "ties", language))
# %% [markdown] en needs=draws
# ## Learning × interaction
# %% [markdown] fr needs=draws
# ## Apprentissage × interaction
# %% needs=draws
plot(tables$draws$learning, tables$draws$interaction, pch = ".", col = "#0072B2", xlim = c(0, 1), ylim = c(0, 1),
     xlab = title("draws", "learning", language), ylab = title("draws", "interaction", language))
threshold <- as.numeric(tables$parameters$value[tables$parameters$parameter == "threshold"])
abline(h = threshold, v = threshold, col = "#999999")
prop.table(table(tables$draws$configuration))
# %% [markdown] en needs=indicators
# ## Indicators
# %% [markdown] fr needs=indicators
# ## Indicateurs
# %% needs=indicators
print(tables$indicators[c("axis", "indicator", "value", "coverage", "weight")], digits = 3, row.names = FALSE)
# %% [markdown] en needs=nulls
# ## More than chance?
# %% [markdown] fr needs=nulls
# ## Plus que le hasard ?
# %% needs=nulls
print(tables$nulls[c("model", "subject", "observed", "null_mean", "z", "p", "q")], digits = 3, row.names = FALSE)
