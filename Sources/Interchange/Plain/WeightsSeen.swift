import Tabular
import Vocabulary

/// What the weights of a table's rows say beside how much: a weight of zero is no tie, whichever format the file is
/// in, and one below zero is a tie that no measure of strengths or of paths can read. Each is said once, with a count.
struct WeightsSeen: Sendable {
    private struct Kind: Sendable {
        var count = 0
        var firstLine: Int?

        mutating func see(_ line: Int?) {
            count += 1
            if firstLine == nil { firstLine = line }
        }
    }

    private var zeros = Kind()
    private var negatives = Kind()
    private var codes: [Double: Kind] = [:]
    private var largest = 0.0

    /// Of a number that surveys write for an answer that is missing, the most that their scales then reach.
    private static func scale(_ weight: Double) -> Double? {
        switch abs(weight) {
        case 9: 5
        case 99: 20
        case 999: 100
        case 9_999: 1_000
        default: nil
        }
    }

    /// Whether a row of this weight is a tie.
    mutating func isTie(_ weight: Double, line: @autoclosure () -> Int?) -> Bool {
        if weight == 0 { zeros.see(line()) } else if weight < 0 { negatives.see(line()) }
        if Self.scale(weight) != nil {
            codes[weight, default: Kind()].see(line())
        } else {
            largest = max(largest, abs(weight))
        }
        return weight != 0
    }

    /// Codes of missing answers that may be among the weights: all others are of a scale.
    private var doubtful: [(code: Double, kind: Kind)] {
        guard largest > 0 else { return [] }
        // A single 9 may be a count like any other.
        return codes.filter {
            largest <= Self.scale($0.key) ?? 0 && (abs($0.key) > 9 || $0.key < 0 || $0.value.count > 1)
        }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// - Parameters:
    ///   - what: the rows, in the plural.
    ///   - column: where the weights stand.
    ///   - tellAbsence: whether rows of zero are kept as the word of a source that there is nothing, as a dataset
    ///     with its evidence has it, and not left out.
    func findings(_ what: Bilingual, file: String, column: String, tellAbsence: Bool = false) -> [Finding] {
        var findings: [Finding] = []
        if zeros.count > 0, tellAbsence {
            findings.append(
                Finding(
                    .note, "zero-weight",
                    Bilingual(
                        en:
                            "Rows with the \(column) 0 tell that there is none, and are no \(what.en) of any view: \(zeros.count), the first here.",
                        fr:
                            "Les lignes où \(column) vaut 0 disent qu'il n'y a rien, et ne sont des \(what.fr) d'aucune vue : \(zeros.count), la première ici."
                    ),
                    remedy: .nothingToDo, at: Place(file: file, line: zeros.firstLine, column: column)))
        } else if zeros.count > 0 {
            findings.append(
                Finding(
                    .warning, "zero-weight",
                    Bilingual(
                        en:
                            "Rows with the \(column) 0 are no \(what.en) and were left out: \(zeros.count), the first here.",
                        fr:
                            "Les lignes où \(column) vaut 0 ne sont pas des \(what.fr) et ont été laissées de côté : \(zeros.count), la première ici."
                    ),
                    remedy: Bilingual(
                        en: "Nothing needs to be done, if 0 means that there is none; else write how much there is.",
                        fr: "Rien à faire, si 0 veut dire qu'il n'y a rien ; sinon, écrivez combien il y a."),
                    at: Place(file: file, line: zeros.firstLine, column: column)))
        }
        if negatives.count > 0 {
            findings.append(
                Finding(
                    .warning, "negative-weight",
                    Bilingual(
                        en:
                            "Rows with a \(column) below 0: \(negatives.count), the first here. Measures that read weights refuse them, the others count them as \(what.en).",
                        fr:
                            "Lignes où \(column) est inférieur à 0 : \(negatives.count), la première ici. Les mesures qui lisent les poids les refusent, les autres les comptent comme des \(what.fr)."
                    ),
                    remedy: Bilingual(
                        en: "Correct them, or measure with `--weights none`.",
                        fr: "Corrigez-les, ou mesurez avec `--weights none`."),
                    at: Place(file: file, line: negatives.firstLine, column: column)))
        }
        for (code, kind) in doubtful {
            findings.append(
                Finding(
                    .warning, "missing-code",
                    Bilingual(
                        en:
                            "Rows have the \(column) \(NumberText.shortest(code)), all others \(NumberText.shortest(largest)) at most: \(kind.count), the first here. Surveys write such numbers where nothing is known.",
                        fr:
                            "Des lignes ont \(column) \(NumberText.shortest(code)), toutes les autres \(NumberText.shortest(largest)) au plus : \(kind.count), la première ici. Les enquêtes écrivent de tels nombres là où rien n'est connu."
                    ),
                    remedy: Bilingual(
                        en: "Empty the cells, or write NA, if it means that; else nothing needs to be done.",
                        fr: "Videz les cellules, ou écrivez NA, si c'est ce qu'il veut dire ; sinon, rien à faire."),
                    at: Place(file: file, line: kind.firstLine, column: column)))
        }
        return findings
    }
}
