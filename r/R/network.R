# A network that the program reads, and what can be asked of it.

milieu_read <- function(path, directed = NULL, format = NULL, sheet = NULL, actors = NULL, follow_links = FALSE) {
  reading <- list(from = format, sheet = sheet, actors = actors, follow_links = follow_links)
  reading[[if (isTRUE(directed)) "directed" else "undirected"]] <- !is.null(directed)
  network <- structure(list(path = path, reading = Filter(Negate(is.null), reading)), class = "milieu_network")
  findings <- milieu_findings(network)
  errors <- findings[findings$severity == "error", ]
  if (nrow(errors) > 0) {
    places <- paste0(errors$file, ifelse(is.na(errors$line), "", paste0(":", errors$line)))
    text <- paste0(places, ": ", errors$message, " ", errors$remedy, " [", errors$code, "]", collapse = "\n")
    stop(structure(class = c("milieu_error", "error", "condition"),
                   list(message = text, call = NULL, status = 1L, findings = findings)))
  }
  network
}

# Runs a command on the network; what is said of the direction here stands before what was said at reading.
ask <- function(network, command, operands = character(), options = list(), accepted = 0L) {
  if (!inherits(network, "milieu_network")) stop("This is no network of milieu_read.", call. = FALSE)
  reading <- network$reading
  if (any(c("directed", "undirected") %in% names(options))) reading[c("directed", "undirected")] <- NULL
  if (identical(options$directed, FALSE)) options$undirected <- TRUE
  run(command, c(network$path, operands), c(reading[!names(reading) %in% names(options)], options), accepted)
}

commas <- function(words) if (is.null(words)) NULL else paste(words, collapse = ",")

csv <- list(format = "csv", raw_cells = TRUE)

milieu_findings <- function(network) {
  read_table(ask(network, "check", options = csv, accepted = 0:1)$file)
}

milieu_measures <- function() {
  read_table(run("measure", options = c(list(list = TRUE), csv))$file)
}

milieu_measure <- function(network, measures = NULL, level = NULL, profile = NULL, ...) {
  options <- c(list(measures = commas(measures), level = level, profile = profile), csv, list(...))
  read_table(ask(network, "measure", options = options)$file, measure_types())
}

milieu_score <- function(network, table = c("axes", "verdict"), ...) {
  # What each table needs is computed for it alone; the same seed gives all the same draws.
  reading <- network$reading["follow_links"]
  tables <- lapply(table, function(name) {
    read_table(run("score", network$path, c(Filter(Negate(is.null), reading), list(table = name), csv, list(...)))$file)
  })
  names(tables) <- table
  if (length(table) == 1) tables[[1]] else tables
}

milieu_test <- function(network, measures = NULL, ...) {
  read_table(ask(network, "test", options = c(list(measures = commas(measures)), csv, list(...)))$file)
}

milieu_draw <- function(network, file = tempfile("milieu-", fileext = ".png"), figure = NULL, lang = "en", ...) {
  ask(network, "draw", options = c(list(output = path.expand(file), figure = figure, lang = lang), list(...)))
  structure(list(file = file), class = "milieu_figure")
}

milieu_export <- function(network, folder, ...) {
  ask(network, "export", options = c(list(output = path.expand(folder)), list(...)))
  invisible(folder)
}

milieu_report <- function(network, file, lang = "en", ...) {
  ask(network, "report", options = c(list(output = path.expand(file), lang = lang), list(...)))
  invisible(file)
}

milieu_convert <- function(network, file, to = NULL, both_ways = FALSE) {
  ask(network, "convert", path.expand(file), list(to = to, both_ways = both_ways))
  invisible(file)
}

print.milieu_network <- function(x, ...) {
  said <- readLines(ask(x, "check", options = list(only = "error"))$file, encoding = "UTF-8", warn = FALSE)
  cat(said[[1]], "\n", sep = "")
  invisible(x)
}

plot.milieu_network <- function(x, ...) {
  figure <- milieu_draw(x, ...)
  plot(figure)
  invisible(figure)
}

print.milieu_figure <- function(x, ...) {
  # A document shows the file itself; elsewhere its path is the answer.
  if (isTRUE(getOption("knitr.in.progress")) && requireNamespace("knitr", quietly = TRUE)) {
    return(knitr::knit_print(knitr::include_graphics(x$file), ...))
  }
  cat(x$file, "\n", sep = "")
  invisible(x)
}

plot.milieu_figure <- function(x, ...) {
  if (!grepl("\\.png$", x$file, ignore.case = TRUE)) stop("R plots a figure that was drawn as .png.", call. = FALSE)
  if (!requireNamespace("png", quietly = TRUE)) {
    stop("To plot a figure R needs the package png (Debian: r-cran-png); the figure itself is ", x$file, call. = FALSE)
  }
  image <- png::readPNG(x$file, native = TRUE)
  size <- dim(image)
  before <- par(mar = rep(0, 4))
  on.exit(par(before))
  plot.new()
  plot.window(c(0, size[[2]]), c(0, size[[1]]), asp = 1, xaxs = "i", yaxs = "i")
  rasterImage(image, 0, 0, size[[2]], size[[1]])
  invisible(x)
}
