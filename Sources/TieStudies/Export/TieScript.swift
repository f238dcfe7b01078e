import GraphKernels
import Tabular
import TieModels
import Vocabulary

/// A network and a model as files that R reads, with a script for `statnet` and, of two waves, one for RSiena: for those
/// who go on there.
public struct TieScript: Sendable {
    /// Names and contents.
    public let files: [(name: String, text: String)]

    /// Writes the files of one wave or two.
    ///
    /// - Parameters:
    ///   - before: the earlier wave's ties over the same nodes; nil: there is one wave.
    ///   - degreeBound: as of `TieModel`.
    public init(
        _ data: TieData, since before: [(source: Int, target: Int)]? = nil, _ formula: TieFormula,
        degreeBound: Int? = nil
    ) {
        let relations = formula.relationNames.filter { data.relations[$0] != nil }
        let attributes = Set(formula.terms.flatMap { term in term.parts.map { $0.value } }).subtracting(
            formula.relationNames
        )
        .filter { data.attributes[$0] != nil }.sorted()
        func pairs(_ pairs: [(source: Int, target: Int)]) -> String { Self.pairs(pairs, isDirected: data.isDirected) }
        var files = [("ties.csv", pairs(data.ties))]
        if let before { files.append(("ties-before.csv", pairs(before))) }
        if !data.unobserved.isEmpty { files.append(("unobserved.csv", pairs(data.unobserved))) }
        for (number, name) in relations.enumerated() {
            files.append(("relation-\(number + 1).csv", data.relations[name].map(Self.matrix) ?? ""))
        }
        let shared = Self.network(data, attributes, relations)
        files.append(("ergm.R", (shared + Self.fit(formula, isOfWaves: before != nil, degreeBound)).text))
        if before != nil, data.firstModeCount == nil {
            files.append(("siena.R", Self.siena(data, attributes, relations).text))
        }
        self.files = files
    }

    /// Without direction the lesser number first, so that a pair is the same text in each file.
    private static func pairs(_ pairs: [(source: Int, target: Int)], isDirected: Bool) -> String {
        let lines = pairs.map { pair in
            isDirected || pair.source < pair.target
                ? "\(pair.source + 1),\(pair.target + 1)\n" : "\(pair.target + 1),\(pair.source + 1)\n"
        }
        return "source,target\n" + lines.joined()
    }

    private static func matrix(_ matrix: SquareMatrix) -> String {
        (0..<matrix.size).map { row in
            (0..<matrix.size).map { NumberText.shortest(matrix[row, $0]) }.joined(separator: ",") + "\n"
        }.joined()
    }

    private static func strings(_ texts: [String?]) -> RText {
        vector(texts.map { text -> RText in text.map { word -> RText in "\"\(word)\"" } ?? "NA" })
    }

    /// Numbers where all are, else words.
    private static func values(_ texts: [String?]) -> RText {
        let numbers = texts.compactMap { $0.flatMap { Double($0) } }
        let known = texts.count { $0 != nil }
        guard known > 0, numbers.count == known, numbers.allSatisfy(\.isFinite) else { return strings(texts) }
        return vector(
            texts.map { text -> RText in text.flatMap { Double($0) }.map { number -> RText in "\(number)" } ?? "NA" })
    }

    private static func vector(_ parts: [RText]) -> RText {
        let list: RText = .joined(parts, separator: ", ")
        return "c(\(list))"
    }

    private static func network(_ data: TieData, _ attributes: [String], _ relations: [String]) -> RText {
        let bipartite = data.firstModeCount ?? 0
        var text: RText = """
            # The network, made by Milieu; run it in this folder. Needs the packages network and ergm (tergm for waves).
            library(network)
            ids <- \(strings(data.ids))
            made <- function(file) {
              pairs <- read.csv(file)
              net <- network.initialize(length(ids), directed = \(markup: data.isDirected ? "TRUE" : "FALSE"), bipartite = \(markup: bipartite > 0 ? "\(bipartite)" : "FALSE"))
              network.vertex.names(net) <- ids
              if (nrow(pairs) > 0) net[as.matrix(pairs)] <- 1

            """
        for name in attributes {
            text += "  set.vertex.attribute(net, \"\(name)\", \(values(data.attributes[name] ?? [])))\n"
        }
        for (number, name) in relations.enumerated() {
            text += """
                  set.network.attribute(net, "\(name)", as.matrix(read.csv("relation-\(number + 1).csv", header = FALSE)))

                """
        }
        if !data.unobserved.isEmpty {
            // A tie that there is was observed, whoever was asked.
            text += """
                  hidden <- read.csv("unobserved.csv")
                  hidden <- hidden[!paste(hidden[[1]], hidden[[2]]) %in% paste(pairs[[1]], pairs[[2]]), ]
                  if (nrow(hidden) > 0) net[as.matrix(hidden)] <- NA

                """
        }
        text += "  net\n}\nnet <- made(\"ties.csv\")\n"
        return text
    }

    private static func fit(_ formula: TieFormula, isOfWaves: Bool, _ degreeBound: Int?) -> RText {
        let model: RText = .joined(formula.terms.map(Self.term), separator: " + ")
        var bound: RText = degreeBound.map { most -> RText in "constraints = ~bd(maxout = \(most)), " } ?? ""
        let given = formula.terms.compactMap(\.offset)
        if !given.isEmpty {
            // Of waves both parts of the change have them.
            let numbers = (isOfWaves ? given + given : given).map { value -> RText in
                value == -.infinity ? "-Inf" : "\(value)"
            }
            bound += "offset.coef = \(vector(numbers)), "
        }
        guard !isOfWaves else {
            return """
                earlier <- made("ties-before.csv")
                library(tergm)
                fit <- tergm(list(earlier, net) ~ Form(~\(model)) + Persist(~\(model)), \(bound)estimate = "CMLE", times = 1:2)
                summary(fit)

                """
        }
        return """
            library(ergm)
            fit <- ergm(net ~ \(model), \(bound)control = control.ergm(seed = 1))
            summary(fit)
            mcmc.diagnostics(fit)
            plot(gof(fit))

            """
    }

    /// A term as `statnet` writes it.
    private static func term(_ term: TieFormula.Term) -> RText {
        let parts = term.parts.map { part -> RText in
            let value: RText =
                switch part.value {
                case "TRUE", "FALSE", "T", "F", "true", "false":
                    "\(markup: part.value.uppercased().hasPrefix("T") ? "TRUE" : "FALSE")"
                case "fixed" where part.name == nil, "diff" where part.name == nil: "\(markup: part.value) = TRUE"
                default: Double(part.value).map { number -> RText in "\(number)" } ?? "\"\(part.value)\""
                }
            return part.name.map { name -> RText in "\(markup: name) = \(value)" } ?? value
        }
        let list: RText = .joined(parts, separator: ", ")
        let made: RText = parts.isEmpty ? "\(markup: term.name)" : "\(markup: term.name)(\(list))"
        return term.offset == nil ? made : "offset(\(made))"
    }

    private static func siena(_ data: TieData, _ attributes: [String], _ relations: [String]) -> RText {
        var text: RText = """
            # Two waves for RSiena, made by Milieu; run it in this folder.
            library(RSiena)
            count <- \(data.ids.count)
            wave <- function(file) {
              matrix <- matrix(0, count, count)
              pairs <- as.matrix(read.csv(file))
              matrix[pairs] <- 1
              \(markup: data.isDirected ? "matrix" : "pmax(matrix, t(matrix))")
            }
            waves <- array(c(wave("ties-before.csv"), wave("ties.csv")), dim = c(count, count, 2))

            """
        if !data.unobserved.isEmpty {
            text += """
                hidden <- as.matrix(read.csv("unobserved.csv"))
                \(markup: data.isDirected ? "" : "hidden <- rbind(hidden, hidden[, 2:1])\n")for (number in 1:2) {
                  free <- hidden[waves[cbind(hidden, number)] == 0, , drop = FALSE]
                  waves[cbind(free, number)] <- NA
                }

                """
        }
        text += "ties <- sienaDependent(waves)\n"
        var parts: [RText] = ["ties"]
        for (number, name) in attributes.enumerated() {
            // Words become numbers of kinds, as RSiena wants them.
            text += "covariate\(number + 1) <- coCovar(as.numeric(factor(\(values(data.attributes[name] ?? [])))))\n"
            parts.append("covariate\(number + 1)")
        }
        for number in relations.indices {
            text += """
                relation\(number + 1) <- coDyadCovar(as.matrix(read.csv("relation-\(number + 1).csv", header = FALSE)))

                """
            parts.append("relation\(number + 1)")
        }
        let list: RText = .joined(parts, separator: ", ")
        text += "data <- sienaDataCreate(\(list))\neffects <- getEffects(data)\n"
        text += "effects <- includeEffects(effects, \(markup: data.isDirected ? "gwespFF" : "gwesp"))\n"
        for number in relations.indices {
            text += "effects <- includeEffects(effects, X, interaction1 = \"relation\(number + 1)\")\n"
        }
        for number in attributes.indices {
            text += "effects <- includeEffects(effects, sameX, interaction1 = \"covariate\(number + 1)\")\n"
        }
        text += "fit <- siena07(sienaAlgorithmCreate(projname = NULL, seed = 1), data = data, effects = effects)\nfit\n"
        return text
    }
}
