# Records what sna answers for prestige, autocorrelation, centralisation and cut points on the networks of this folder,
# for test_families_peers.py: Rscript record_families.R > families.csv. Debian: r-cran-sna.
suppressMessages(library(sna))
here <- Sys.getenv("NETWORKS", ".")
cat("network,version,measure,actor,value\n")
version <- as.character(packageVersion("sna"))
put <- function(network, measure, actors, values) {
  values <- ifelse(is.finite(values), format(as.numeric(values), digits = 17, trim = TRUE, scientific = FALSE), "")
  cat(paste(network, version, measure, actors, values, sep = ","), sep = "\n")
}
for (file in sort(list.files(here, pattern = "^(directed|undirected)-.*[.]csv$"))) {
  network <- sub("[.]csv$", "", file)
  directed <- startsWith(network, "directed")
  table <- read.csv(file.path(here, file), colClasses = "character")
  ids <- unique(c(rbind(table$source, table$target)))
  n <- length(ids)
  from <- match(table$source, ids); to <- match(table$target, ids)
  tie <- from != to
  m <- matrix(0, n, n)
  m[cbind(from[tie], to[tie])] <- 1
  if (!directed) m <- pmax(m, t(m))
  rank <- ((seq_len(n) - 1) * 5) %% 7
  put(network, "morans_i", "", nacf(m, rank, lag.max = 1, type = "moran", neighborhood.type = "out")[2])
  put(network, "gearys_c", "", nacf(m, rank, lag.max = 1, type = "geary", neighborhood.type = "out")[2])
  put(network, "cut_point", ids, seq_len(n) %in% cutpoints(pmax(m, t(m)), mode = "graph"))
  if (directed) {
    put(network, "domain_prestige", ids, prestige(m, cmode = "domain"))
    put(network, "proximity_prestige", ids, prestige(m, cmode = "domain.proximity"))
    put(network, "in_degree_centralization", "", centralization(m, degree, cmode = "indegree"))
    put(network, "out_degree_centralization", "", centralization(m, degree, cmode = "outdegree"))
  }
}
