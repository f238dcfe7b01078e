# The same networks by ggraph: stress layout, discs by degree, names of the largest with ggrepel, which keeps them off
# all discs (the names of the others are empty, as its manual advises), all else as it comes.
# Rscript ggraph.R FOLDER: for each FOLDER/*.csv a FOLDER/*.ggraph.svg of the same width and size of letters.
suppressPackageStartupMessages({ library(ggraph); library(igraph); library(ggplot2) })
folder <- commandArgs(TRUE)[1]
for (file in list.files(folder, "\\.csv$", full.names = TRUE)) {
  set.seed(1)
  graph <- simplify(graph_from_data_frame(read.csv(file), directed = FALSE))
  rank <- rank(-degree(graph), ties.method = "first")
  most <- if (vcount(graph) <= 100) vcount(graph) else 60
  V(graph)$shown <- ifelse(rank <= most, V(graph)$name, "")
  V(graph)$ties <- degree(graph)
  started <- proc.time()[["elapsed"]]
  picture <- ggraph(graph, layout = "stress") +
    geom_edge_link(colour = "grey60", width = 0.2) +
    geom_node_point(aes(size = ties), shape = 21, fill = "grey70") +
    scale_size_area(max_size = 6, guide = "none") +
    geom_node_text(aes(label = shown), repel = TRUE, size = 7 / .pt, max.overlaps = Inf) +
    theme_graph(base_family = "sans", plot_margin = margin(2, 2, 2, 2))
  svglite::svglite(sub("csv$", "ggraph.svg", file), width = 16 / 2.54, height = 16 / 2.54)
  suppressWarnings(print(picture))
  invisible(dev.off())
  cat(basename(file), round(proc.time()[["elapsed"]] - started, 1), "s\n")
}
