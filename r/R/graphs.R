# Actors and ties as data frames, and as graphs of other packages; networks that are in R already.

# Columns of a dataset that hold numbers; all others, a dataset's own among them, are texts as they were written.
numbers <- c(weight = "number", amount = "number", confidence = "number", size = "number", members = "number",
             qualified_share = "number", seats = "number", contributors = "number", participants = "number")

# The dataset that the network is, as tables: actors, ties, and what is said of the kinds of ties.
dataset <- function(network) {
  folder <- tempfile("milieu-")
  on.exit(unlink(folder, recursive = TRUE))
  ask(network, "convert", paste0(folder, "/"))
  texts <- function(name) {
    file <- file.path(folder, name)
    if (!file.exists(file)) return(NULL)
    header <- names(read.csv(file, nrows = 1, check.names = FALSE, encoding = "UTF-8"))
    types <- stats_names(rep("text", length(header)), header)
    known <- intersect(header, names(numbers))
    types[known] <- numbers[known]
    read_table(file, types)
  }
  list(actors = texts("actors.csv"), ties = texts("ties.csv"), kinds = texts("tie-kinds.csv"))
}

milieu_actors <- function(network, measures = NULL, ...) {
  actors <- dataset(network)$actors
  if (is.null(measures)) return(actors)
  measured <- milieu_measure(network, measures, level = "actor", ...)
  own <- measured[match(actors$id, measured$id), setdiff(names(measured), c("id", "name")), drop = FALSE]
  data.frame(actors, own, check.names = FALSE, row.names = NULL)
}

milieu_ties <- function(network) with_kinds(dataset(network))

with_kinds <- function(tables) {
  ties <- tables$ties
  place <- match(ties$kind, tables$kinds$kind)
  ties$layer <- tables$kinds$layer[place]
  ties$directed <- tables$kinds$directed[place] %in% c("yes", "true")
  ties
}

milieu_igraph <- function(network, measures = NULL, ...) {
  need("igraph")
  parts <- graph_parts(network, measures, ...)
  igraph::graph_from_data_frame(parts$ties, directed = parts$directed, vertices = parts$actors)
}

milieu_tidygraph <- function(network, measures = NULL, ...) {
  need("tidygraph")
  tidygraph::as_tbl_graph(milieu_igraph(network, measures, ...))
}

# Where some ties have a direction the graph is directed, and each of the others is there both ways.
graph_parts <- function(network, measures, ...) {
  ties <- milieu_ties(network)
  directed <- any(ties$directed)
  if (directed) {
    back <- ties[!ties$directed & ties$source != ties$target, , drop = FALSE]
    back[c("source", "target")] <- back[c("target", "source")]
    ties <- rbind(ties, back)
  }
  ties <- ties[c("source", "target", setdiff(names(ties), c("source", "target", "directed")))]
  actors <- milieu_actors(network, measures, ...)
  # igraph's name is what it finds a vertex by; the name that people read is the label.
  names(actors)[names(actors) == "name"] <- "label"
  names(actors)[names(actors) == "id"] <- "name"
  actors <- actors[c("name", setdiff(names(actors), "name"))]
  list(ties = ties, actors = actors, directed = directed)
}

need <- function(package) {
  if (!requireNamespace(package, quietly = TRUE)) {
    stop("This needs the package ", package, " (Debian: r-cran-", package, ").", call. = FALSE)
  }
}

milieu_from_data_frame <- function(ties, actors = NULL, directed = FALSE) {
  folder <- tempfile("milieu-")
  dir.create(folder)
  put <- function(data, name, ids) {
    missing <- setdiff(ids, names(data))
    if (length(missing) > 0) stop("The ", name, " have no column ", missing[[1]], ".", call. = FALSE)
    for (id in ids) {
      data[[id]] <- as_text(data[[id]])
      if (anyNA(data[[id]]) || any(!nzchar(data[[id]]))) stop("A row of the ", name, " has no ", id, ".", call. = FALSE)
    }
    if (any(vapply(data, is.list, NA))) stop("A column of the ", name, " holds lists.", call. = FALSE)
    data[] <- lapply(data, as_text)
    file <- file.path(folder, paste0(name, ".csv"))
    connection <- file(file, open = "wb")
    on.exit(close(connection))
    lines <- function(cells) do.call(paste, c(lapply(cells, quoted), sep = ","))
    writeLines(enc2utf8(c(paste(quoted(names(data)), collapse = ","), lines(data))), connection, useBytes = TRUE)
    file
  }
  if (nrow(ties) == 0) stop("There are no ties.", call. = FALSE)
  edges <- put(ties, "ties", c("source", "target"))
  table <- if (is.null(actors)) NULL else put(actors, "actors", "id")
  # The folder is there as long as R is: the network is read anew whenever it is asked.
  milieu_read(edges, directed = directed, format = "edge-list", actors = table)
}

# Every cell quoted, so that no text is taken for another cell; what is missing is an empty cell.
quoted <- function(text) ifelse(is.na(text), "", paste0("\"", gsub("\"", "\"\"", text, fixed = TRUE), "\""))

# Numbers with all their digits, without a power of ten where they are whole.
as_text <- function(values) {
  if (is.factor(values)) return(as.character(values))
  if (!is.numeric(values) || inherits(values, c("Date", "POSIXct"))) return(as.character(values))
  text <- vapply(values, function(value) {
    if (is.na(value)) NA_character_ else format(value, digits = 17, scientific = value != round(value) && NA, trim = TRUE)
  }, "")
  unname(text)
}

milieu_from_igraph <- function(graph) {
  need("igraph")
  actors <- igraph::as_data_frame(graph, "vertices")
  ids <- if (is.null(igraph::V(graph)$name)) as.character(seq_len(igraph::vcount(graph))) else igraph::V(graph)$name
  actors <- actors[setdiff(names(actors), c("name", "id"))]
  names(actors)[names(actors) == "label"] <- "name"
  ends <- igraph::ends(graph, igraph::E(graph), names = FALSE)
  ties <- data.frame(source = ids[ends[, 1]], target = ids[ends[, 2]])
  others <- igraph::as_data_frame(graph, "edges")[-(1:2)]
  milieu_from_data_frame(cbind(ties, others), cbind(data.frame(id = ids), actors), igraph::is_directed(graph))
}
