# Loads the tables of this folder with the types that the codebook declares: a list `tables` of data
# frames. Base R alone. An empty cell is NA, never zero; codes such as 01001 stay text. The apostrophe that
# keeps spreadsheets from computing a text is taken away.
#
#   source("load.R"); head(tables$actors); title("actors", "betweenness", "fr")

export_folder <- local({
  file <- Filter(Negate(is.null), lapply(sys.frames(), function(frame) frame$ofile))
  if (length(file) > 0) dirname(file[[length(file)]]) else "."
})

# Whether an apostrophe stands before texts that begin as formulas do.
guarded <- TRUE

plain <- function(text) {
  formula <- "^'([' \u00a0\ufeff]*[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-])"
  if (guarded) sub(formula, "\\1", text) else text
}

codebook <- read.csv(file.path(export_folder, "codebook.csv"), colClasses = "character",
                     encoding = "UTF-8", na.strings = "", check.names = FALSE)
codebook[] <- lapply(codebook, plain)

read_table <- function(name) {
  types <- c(string = "character", number = "numeric", integer = "numeric", boolean = "character")
  columns <- codebook[codebook$table == name, ]
  data <- read.csv(file.path(export_folder, paste0(name, ".csv")), na.strings = "", encoding = "UTF-8",
                   check.names = FALSE, colClasses = unname(types[columns$type]))
  names(data) <- plain(names(data))
  for (column in columns$column[columns$type == "string"]) data[[column]] <- plain(data[[column]])
  for (column in columns$column[columns$type == "boolean"]) data[[column]] <- data[[column]] == "true"
  data
}

tables <- sapply(unique(codebook$table), read_table, simplify = FALSE)

# The name of a column in words.
title <- function(table, column, language = "en") {
  found <- codebook[codebook$table == table & codebook$column == column, paste0("title_", language)]
  if (length(found) == 1 && !is.na(found)) found else column
}
