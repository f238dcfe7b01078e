import GraphKernels
import Vocabulary

/// One coefficient of a term: its name and statistic.
struct TermColumn {
    enum Statistic {
        case pair(PairTerm)
        case structure(StructuralTerm)
    }

    let name: String
    let statistic: Statistic
}

/// Makes the columns of terms, with the tables that they read.
struct TermColumns {
    let data: TieData
    var tables: [Double] = []

    init(_ data: TieData) { self.data = data }

    /// Each entry of a table for 0, 1, … as many as a node can have neighbours, both ways where it is directed.
    mutating func table(_ value: (Int) -> Double) -> Int {
        let start = tables.count
        for count in 0...(2 * data.ids.count + 1) { tables.append(value(count)) }
        return start
    }

    /// e^α (1 − (1 − e^−α)^k), the geometrically weighted count of k (Hunter 2007).
    mutating func weightedTable(_ decay: Double) -> Int {
        let ratio = 1 - Logarithm.exponential(-decay)
        var power = 1.0
        var values: [Double] = []
        for _ in 0...(2 * data.ids.count + 1) {
            values.append(Logarithm.exponential(decay) * (1 - power))
            power *= ratio
        }
        return table { values[$0] }
    }

    mutating func choosing(_ k: Int) -> Int {
        table { count in
            guard count >= k else { return 0 }
            return (0..<k).reduce(1.0) { $0 * Double(count - $1) / Double($1 + 1) }
        }
    }

    mutating func counting(_ isCounted: (Int) -> Bool) -> Int { table { isCounted($0) ? 1 : 0 } }

    func texts(_ attribute: String, _ nodes: Range<Int>) throws(MilieuError) -> [String] {
        guard let values = data.attributes[attribute] else {
            let known = data.attributes.keys.sorted()
            let hint = NearestMatch.hint(attribute, in: known)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The actors have no attribute \"\(Excerpt.of(attribute))\".",
                    fr: "Les acteurs n'ont pas d'attribut « \(Excerpt.of(attribute)) »."),
                remedy: hint
                    + (known.isEmpty
                        ? Bilingual(
                            en: "Name a table of them: --actors FILE.",
                            fr: "Indiquez une table des acteurs : --actors FICHIER.")
                        : Bilingual(
                            en: "They have: \(known.joined(separator: ", ")).",
                            fr: "Ils ont : \(known.joined(separator: ", "))."))
            )
        }
        var found: [String] = []
        for node in data.ids.indices {
            guard nodes.contains(node) else {
                found.append("")
                continue
            }
            guard let text = values[node], !text.isEmpty else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "\(Excerpt.of(attribute)) of \"\(Excerpt.of(data.ids[node]))\" is not known.",
                        fr: "\(Excerpt.of(attribute)) de « \(Excerpt.of(data.ids[node])) » n'est pas connu."),
                    remedy: Bilingual(
                        en: "Fill the column, leave the actor out, or the term.",
                        fr: "Remplissez la colonne, ou laissez de côté l'acteur ou le terme."))
            }
            found.append(text)
        }
        return found
    }

    /// 0 for nodes of the other mode.
    func numbers(_ attribute: String, _ nodes: Range<Int>) throws(MilieuError) -> [Double] {
        let texts = try texts(attribute, nodes)
        var found: [Double] = []
        for node in data.ids.indices {
            guard nodes.contains(node) else {
                found.append(0)
                continue
            }
            guard let number = Double(texts[node]), number.isFinite, abs(number) < 1e100 else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en:
                            "\"\(Excerpt.of(texts[node]))\" (\(Excerpt.of(attribute)) of \"\(Excerpt.of(data.ids[node]))\") is no number.",
                        fr:
                            "« \(Excerpt.of(texts[node])) » (\(Excerpt.of(attribute)) de « \(Excerpt.of(data.ids[node])) ») n'est pas un nombre."
                    ),
                    remedy: Bilingual(
                        en: "Compare it by nodematch(\(attribute)) or nodefactor(\(attribute)).",
                        fr: "Comparez-le par nodematch(\(attribute)) ou nodefactor(\(attribute))."))
            }
            found.append(number)
        }
        return found
    }

    /// Each node's place among the sorted words; −1 for nodes of the other mode.
    func codes(_ attribute: String, _ nodes: Range<Int>) throws(MilieuError) -> (levels: [String], codes: [Int32]) {
        let texts = try texts(attribute, nodes)
        let distinct = Set(nodes.map { texts[$0] })
        // Numbers in their own order, words by the alphabet: as statnet sorts levels.
        let levels =
            distinct.allSatisfy { Double($0) != nil }
            ? distinct.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) } : distinct.sorted()
        guard levels.count <= 100 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "\(Excerpt.of(attribute)) has \(levels.count) different values, too many for a coefficient each.",
                    fr:
                        "\(Excerpt.of(attribute)) a \(levels.count) valeurs différentes, trop pour un coefficient à chacune."
                ),
                remedy: Bilingual(
                    en: "Take an attribute of few values, or nodecov(\(attribute)) where it holds numbers.",
                    fr: "Prenez un attribut de peu de valeurs, ou nodecov(\(attribute)) s'il contient des nombres."))
        }
        var places: [String: Int32] = [:]
        for (place, level) in levels.enumerated() { places[level] = Int32(place) }
        return (levels, data.ids.indices.map { nodes.contains($0) ? places[texts[$0]] ?? -1 : -1 })
    }
}
