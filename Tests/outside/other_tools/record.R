# Records what sna and igraph of R answer on the networks of this folder, for test_other_tools.py:
# Rscript record.R > goldens.csv. Debian: r-cran-sna, r-cran-igraph.
suppressMessages(library(sna))
here <- Sys.getenv("NETWORKS", ".")
versions <- c(sna = as.character(packageVersion("sna")), igraph = as.character(packageVersion("igraph")))
cat("network,tool,version,measure,actor,value\n")
put <- function(network, tool, measure, actors, values) {
  values <- ifelse(is.finite(values), format(values, digits = 17, trim = TRUE, scientific = FALSE), "")
  cat(paste(network, tool, versions[[tool]], measure, actors, values, sep = ","), sep = "\n")
}
for (file in sort(list.files(here, pattern = "^(directed|undirected)-.*[.]csv$"))) {
  network <- sub("[.]csv$", "", file)
  directed <- startsWith(network, "directed")
  mode <- if (directed) "digraph" else "graph"
  table <- read.csv(file.path(here, file), colClasses = "character")
  ids <- unique(c(rbind(table$source, table$target)))
  n <- length(ids)
  from <- match(table$source, ids); to <- match(table$target, ids)
  tie <- from != to
  m <- matrix(0, n, n)
  m[cbind(from[tie], to[tie])] <- 1
  if (!directed) m <- pmax(m, t(m))
  group <- (seq_len(n) - 1) %% 3
  whole <- ""
  put(network, "sna", "closeness", ids, closeness(m))
  put(network, "sna", "betweenness", ids, betweenness(m))
  put(network, "sna", "transitivity", whole, gtrans(m))
  put(network, "sna", "reciprocity", whole, grecip(m))
  put(network, "sna", "density", whole, gden(m, mode = mode))
  put(network, "sna", "eigenvector", ids, { v <- Re(evcent(m, use.eigen = TRUE)); if (sum(v) < 0) -v else v })
  roles <- c(w_I = "coordinator", w_O = "itinerant", b_IO = "representative", b_OI = "gatekeeper", b_O = "liaison")
  b <- brokerage(m, group)
  for (role in names(roles)) {
    put(network, "sna", paste0("brokerage_", roles[[role]]), ids, b$raw.nli[, role])
    if (directed) {
      put(network, "sna", paste0("brokerage_", roles[[role]], "_expected"), ids, b$exp.nli[, role])
      put(network, "sna", paste0("brokerage_", roles[[role]], "_z"), ids, b$z.nli[, role])
    }
  }
  if (directed) {
    put(network, "sna", "krackhardt_connectedness", whole, connectedness(m))
    put(network, "sna", "krackhardt_hierarchy", whole, hierarchy(m, measure = "krackhardt"))
    put(network, "sna", "krackhardt_efficiency", whole, efficiency(m))
    put(network, "sna", "krackhardt_lubness", whole, lubness(m))
  }
  g <- igraph::graph_from_edgelist(cbind(from[tie], to[tie]), directed = directed)
  if (igraph::vcount(g) < n) g <- igraph::add_vertices(g, n - igraph::vcount(g))
  simple <- igraph::simplify(g)
  put(network, "igraph", "closeness", ids, igraph::closeness(simple, normalized = TRUE))
  put(network, "igraph", "degree", ids, igraph::degree(igraph::graph_from_edgelist(cbind(from, to), directed = directed)))
  put(network, "igraph", "betweenness", ids, igraph::betweenness(g))
  put(network, "igraph", "degree_centralization", whole, igraph::centr_degree(simple)$centralization)
  put(network, "igraph", "constraint", ids, igraph::constraint(simple))
  put(network, "igraph", "density", whole, igraph::edge_density(igraph::graph_from_edgelist(cbind(from, to), directed = directed)))
  put(network, "igraph", "coreness", ids, igraph::coreness(igraph::as.undirected(simple)))
  put(network, "igraph", "transitivity", whole, igraph::transitivity(simple))
  put(network, "igraph", "degree_assortativity", whole, igraph::assortativity_degree(simple))
  put(network, "igraph", "attribute_assortativity", whole, igraph::assortativity_nominal(simple, group + 1))
}
