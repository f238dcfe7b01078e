# The program, and how it is run.

milieu_program <- function() {
  named <- getOption("milieu.program", Sys.getenv("MILIEU"))
  if (nzchar(named)) return(named)
  found <- Sys.which("milieu")[[1]]
  if (!nzchar(found)) {
    stop("There is no program milieu on the PATH. Install it (the Debian package, or the archive for Linux), ",
         "or say where it is: options(milieu.program = \"/path/to/milieu\").", call. = FALSE)
  }
  found
}

milieu_version <- function() {
  sub("^\\S+ ", "", system2(milieu_program(), "--version", stdout = TRUE)[[1]])
}

# Options as the command line has them: underscores for hyphens, vectors as lists with commas. NULL and FALSE are left
# out; NA is a mistake of the caller's.
option_words <- function(options) {
  if (length(options) > 0 && (is.null(names(options)) || any(!nzchar(names(options))))) {
    stop("Options of the program have names, as in layer = \"finance\".", call. = FALSE)
  }
  words <- character()
  for (name in names(options)) {
    value <- options[[name]]
    option <- paste0("--", gsub("_", "-", sub("_$", "", name), fixed = TRUE))
    if (is.null(value) || identical(value, FALSE)) next
    if (anyNA(value)) stop(option, " has a missing value.", call. = FALSE)
    if (isTRUE(value)) {
      words <- c(words, option)
    } else {
      parts <- if (is.numeric(value)) format(value, digits = 15, trim = TRUE, scientific = FALSE) else as.character(value)
      if (length(parts) > 1 && any(grepl(",", parts, fixed = TRUE))) {
        stop(option, " is a list with commas between its parts, and one of them has a comma.", call. = FALSE)
      }
      words <- c(words, paste0(option, "=", paste(parts, collapse = ",")))
    }
  }
  words
}

# What the program writes to standard output goes to a file, as bytes; what it says becomes messages, or the error.
run <- function(command, operands = character(), options = list(), accepted = 0L) {
  output <- tempfile("milieu-", fileext = ".out")
  said <- tempfile("milieu-", fileext = ".err")
  on.exit(unlink(said))
  words <- c(command, option_words(options), if (length(operands) > 0) c("--", enc2utf8(operands)))
  status <- suppressWarnings(system2(milieu_program(), shQuote(words), stdout = output, stderr = said, stdin = ""))
  messages <- readLines(said, encoding = "UTF-8", warn = FALSE)
  if (!status %in% accepted) {
    unlink(output)
    text <- sub("^(milieu|Error): ", "", paste(messages, collapse = "\n"))
    if (!nzchar(text)) text <- paste("milieu", command, "ended with status", status)
    stop(structure(class = c("milieu_error", "error", "condition"), list(message = text, call = NULL, status = status)))
  }
  list(file = output, messages = messages, status = status)
}

# A table as the program writes it for programs: every cell a text first, so that 01001, NA and 1e5 stay what they are;
# then each column with its type. An empty cell is NA.
read_table <- function(file, types = character()) {
  on.exit(unlink(file))
  data <- read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE,
                   strip.white = FALSE)
  for (name in names(data)) {
    type <- if (name %in% names(types)) types[[name]] else type_of(data[[name]], name)
    data[[name]] <- switch(type, number = as.numeric(data[[name]]), integer = , label = as.integer(data[[name]]),
                           flag = data[[name]] == "true", data[[name]])
  }
  data
}

# Of columns that are no measures: numbers where all cells are, but for those that hold ids and names.
type_of <- function(values, name) {
  known <- values[!is.na(values)]
  if (name %in% text_columns || length(known) == 0) return(if (name %in% text_columns) "text" else "number")
  if (all(known %in% c("true", "false"))) return("flag")
  number <- "^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"
  if (all(grepl(number, known))) "number" else "text"
}

text_columns <- c("id", "name", "source", "target", "kind", "measure", "relation", "other", "territory", "severity",
                  "code", "file", "column", "message", "remedy", "members", "group", "label", "verdict")

declared <- new.env()

# The types of the measures, as the program declares them.
measure_types <- function() {
  program <- milieu_program()
  if (is.null(declared[[program]])) {
    listed <- read.csv(run("measure", options = list(list = TRUE, format = "csv", raw_cells = TRUE))$file,
                       colClasses = "character", na.strings = "", encoding = "UTF-8")
    declared[[program]] <- stats_names(listed$type, listed$id)
  }
  declared[[program]]
}

stats_names <- function(values, names) {
  names(values) <- names
  values
}
