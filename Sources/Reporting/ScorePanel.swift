import TerritoryScoring
import Vocabulary

/// Several territories in one plane, or one territory at several dates: a line each, then who is
/// ahead of whom, or what changed.
struct ScorePanel {
    private let scores: [TerritoryScore]
    private let words: ScoreWords

    init(_ scores: [TerritoryScore], _ words: ScoreWords) {
        self.scores = scores
        self.words = words
    }

    var text: String {
        var parts = [plane, carried]
        if isTrajectory { parts.append(changes) } else { parts += Axis.allCases.map(ranks) }
        if let method = scores.first?.method { parts.append(ScoreWords.methodLines(method, words).joined(separator: "\n")) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var isTrajectory: Bool { Set(scores.map(\.date)).count > 1 && territories.count < scores.count }

    /// The rows of each territory, in order: the same name and dataset are one.
    private var territories: [[Int]] {
        var groups: [[Int]] = []
        for place in scores.indices {
            let known = groups.firstIndex { group in
                let other = scores[group[0]]
                return other.territory == scores[place].territory
                    && other.provenance.contentHash == scores[place].provenance.contentHash
                    && !group.contains { scores[$0].date == scores[place].date }
            }
            if let known { groups[known].append(place) } else { groups.append([place]) }
        }
        return groups
    }

    private var names: [String] {
        scores.map { score in
            isTrajectory || Set(scores.map(\.date)).count > 1
                ? score.territory + (score.date.map { ", " + words.date($0) } ?? "") : score.territory
        }
    }

    /// The two axes and the verdict, a line for each.
    private var plane: String {
        let width = min(36, max(12, names.map { $0.count }.max() ?? 0) + 1)
        let columns = Axis.allCases.map { axis in
            words.right(axis.name.text(words.language), 17) + words.right("min.", 6)
                + words.right(words("known", "connu"), 6)
        }
        var lines = [
            words.title(words("Learning × interaction", "Apprentissage × interaction")),
            words.padded("", width) + columns.joined() + "  " + words("verdict", "verdict"),
        ]
        for (name, score) in zip(names, scores) {
            let axes = Axis.allCases.map { axis -> String in
                let part = score.axis(axis)
                let interval = part.interval.map { " [\(words.range($0.low, $0.high))]" } ?? ""
                return words.right(words.number(part.interval?.median ?? part.overKnown) + interval, 17)
                    + words.right(words.number(part.bounds.lowerBound), 6) + words.right(words.percent(part.coverage), 6)
            }
            lines += words.row(name, indent: 0, width: width, axes.joined() + "  " + verdict(score))
        }
        return lines.joined(separator: "\n")
    }

    private func verdict(_ score: TerritoryScore) -> String {
        let name = score.verdictName.text(words.language)
        guard let likeliest = score.uncertainty?.likeliest else { return name }
        let share = words.percent(likeliest.probability)
        return score.verdict == nil
            ? name + " (\(likeliest.configuration.name.text(words.language)) \(share))" : name + " (\(share))"
    }

    private var carried: String {
        var text = words(
            "Median of the draws [5–95 %]; min.: the lower bound, with every undefined indicator at 0, so that what is not declared gains nothing; known: the share of the axis' weights in indicators that can be computed.",
            "Médiane des tirages [5–95 %] ; min. : la borne basse, tout indicateur indéfini à 0, pour que ce qui n'est pas déclaré ne rapporte rien ; connu : la part des poids de l'axe dans des indicateurs calculables.")
        let rows = scores.flatMap(\.evidence)
        let (all, sourced) = (rows.reduce(0) { $0 + $1.rows }, rows.reduce(0) { $0 + $1.sourced })
        if all > 0 {
            text += words(
                " \(words.percent(Double(sourced) / Double(all))) of the rows behind have a source.",
                " \(words.percent(Double(sourced) / Double(all))) des lignes qui les portent ont une source.")
        }
        return words.wrapped(text).joined(separator: "\n")
    }

    // MARK: Ranks

    /// The probability of each rank; of many territories, the expected one and its range.
    private func ranks(_ axis: Axis) -> String {
        let panel = TerritoryComparison(scores)
        let rows = scores.indices.map { panel.rankProbabilities(of: $0, on: axis) }
        guard scores.count > 1, rows.allSatisfy({ $0 != nil }) else { return "" }
        let name = axis.name.text(words.language)
        let isShort = scores.count <= 6
        let width = min(36, max(12, names.map { $0.count }.max() ?? 0) + 1)
        var header = words.padded("", width)
        if isShort {
            header += scores.indices.map { words.right(ordinal($0 + 1), 9) }.joined()
        } else {
            header += words.right(words("expected rank", "rang attendu"), 16) + words.right("5–95 %", 12)
                + words.right(words("first", "premier"), 10)
        }
        var lines = [words.title(words("Probability of each rank: \(name)", "Probabilité de chaque rang : \(name)")), header]
        for (place, row) in rows.enumerated() {
            let row = row ?? []
            let columns =
                isShort
                ? row.map { words.right(words.percent($0), 9) }.joined()
                : words.right(words.number(expected(row), digits: 1), 16)
                    + words.right("\(quantile(row, 0.05))–\(quantile(row, 0.95))", 12) + words.right(words.percent(row[0]), 10)
            lines += words.row(names[place], indent: 0, width: width, columns)
        }
        return lines.joined(separator: "\n")
    }

    private func expected(_ ranks: [Double]) -> Double {
        ranks.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    }

    private func quantile(_ ranks: [Double], _ share: Double) -> Int {
        var sum = 0.0
        for (place, probability) in ranks.enumerated() {
            sum += probability
            if sum >= share { return place + 1 }
        }
        return ranks.count
    }

    private func ordinal(_ rank: Int) -> String {
        if words.language == .french { return rank == 1 ? "1er" : "\(rank)e" }
        return rank == 1 ? "1st" : rank == 2 ? "2nd" : rank == 3 ? "3rd" : "\(rank)th"
    }

    // MARK: Trajectory

    /// From the first date to the last, draw by draw.
    private var changes: String {
        let lines = territories.filter { $0.count > 1 }.flatMap { group -> [String] in
            guard let first = group.first, let last = group.last else { return [] }
            let found = Axis.allCases.compactMap { axis in
                TerritoryComparison(scores).change(from: first, to: last, on: axis).map { (axis, $0) }
            }
            let parts = found.map { axis, change in
                "\(axis.name.text(words.language)) \(words.signed(change.median, digits: 2)) "
                    + "[\(words.signed(change.low, digits: 2))\(words("; ", " ; "))\(words.signed(change.high, digits: 2))]"
            }
            guard !parts.isEmpty, let start = scores[first].date, let end = scores[last].date else { return [] }
            // It moves where the whole of an interval lies on one side of no change.
            let isMoving = found.contains { $0.1.low > 0 || $0.1.high < 0 }
            return words.wrapped(
                "\(scores[first].territory), "
                    + words("\(words.date(start)) to \(words.date(end)): ", "de \(words.date(start)) à \(words.date(end)) : ")
                    + parts.joined(separator: ", ")
                    + (isMoving ? words("; ", " ; ") + Configuration.inTransition.text(words.language) : "") + ".")
        }
        guard !lines.isEmpty else { return "" }
        return ([words.title(words("What changed", "Ce qui a changé"))] + lines
            + words.wrapped(
                words(
                    "Difference draw by draw: median [5–95 %]; in transition where one side of no change holds all of an interval.",
                    "Différence tirage par tirage : médiane [5–95 %] ; en transition si un intervalle est tout entier d'un côté de zéro.")))
            .joined(separator: "\n")
    }
}
