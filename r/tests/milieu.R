# What the program computes is tested elsewhere; here it comes through whole. Without the program there is nothing to
# ask, which the first line says.
library(milieu)
stopifnot(is.character(milieu_program()))

same <- function(one, other) if (!identical(one, other)) stop(deparse(one), " is not ", deparse(other))
refused <- function(expression, words) {
  message <- tryCatch({ expression; "" }, error = conditionMessage)
  if (!grepl(words, message, fixed = TRUE)) stop("Not refused with \"", words, "\": ", message)
}

awkward <- c("01001", "NA", "1e5", "nan", "TRUE", "2016-01", "a, b", "q\"q", "=1+1", "Σ é", "l1\nl2", "-")
ties <- data.frame(source = awkward, target = c(awkward[-1], awkward[1]), weight = seq_along(awkward) + 0.1)
network <- milieu_from_data_frame(ties, data.frame(id = c(awkward, "alone"), code = "007"))
degrees <- milieu_measure(network, c("degree", "constraint", "betweenness"))
same(degrees$id, c(awkward, "alone"))
same(degrees$degree, c(rep(2L, 12), 0L))
same(is.na(degrees$constraint), c(rep(FALSE, 12), TRUE))
same(class(degrees$betweenness), "numeric")
back <- milieu_ties(network)
same(back$source, awkward)
same(back$weight, ties$weight)
actors <- milieu_actors(network, "degree")
same(actors$code, rep("007", 13))
same(actors$degree, degrees$degree)

whole <- milieu_measure(network, "density", level = "network")
same(names(whole), c("measure", "value"))
stopifnot(abs(whole$value - 12 / 78) < 1e-12)
same(nrow(milieu_measure(network, "degree", top = 3)), 3L)
directed <- milieu_from_data_frame(ties, directed = TRUE)
same(milieu_measure(directed, "in_degree")$in_degree, rep(1L, 12))
same(milieu_measure(directed, "in_degree", directed = FALSE)$in_degree, rep(2L, 12))

refused(milieu_measure(network, "degre"), "Did you mean \"degree\"")
refused(milieu_measure(network, "degree", layer = c("a,b", "c")), "commas")
refused(milieu_measure(network, "degree", 2, 3, 4), "have names")
refused(milieu_read(tempfile(fileext = ".gml")), "")
refused(milieu_from_data_frame(data.frame(source = "a", target = NA)), "has no target")

broken <- tempfile()
dir.create(broken)
writeLines(c("id,name", "a,A"), file.path(broken, "actors.csv"))
writeLines(c("source,target", "a,zz", "a,yy"), file.path(broken, "ties.csv"))
fault <- tryCatch(milieu_read(broken), milieu_error = identity)
errors <- fault$findings[fault$findings$severity == "error", ]
same(errors$code, rep("unknown-id", 2))
same(errors$line, c(2, 3))

chance <- milieu_test(network, c("transitivity", "average_path_length"), null = "size", draws = 19)
same(chance$draws, c(19, 19))
figure <- milieu_draw(network, lang = "fr")
same(readBin(figure$file, "raw", 4), as.raw(c(0x89, 0x50, 0x4e, 0x47)))
file <- tempfile(fileext = ".graphml")
milieu_convert(network, file)
stopifnot(file.size(file) > 100)
stopifnot(nrow(milieu_measures()) > 150)
print(network)

if (requireNamespace("png", quietly = TRUE)) plot(network)
if (requireNamespace("igraph", quietly = TRUE)) {
  graph <- milieu_igraph(network, "degree")
  same(as.numeric(igraph::degree(graph)), c(rep(2, 12), 0))
  same(igraph::V(graph)$name, c(awkward, "alone"))
  same(milieu_measure(milieu_from_igraph(graph), "degree")$id, c(awkward, "alone"))
}
