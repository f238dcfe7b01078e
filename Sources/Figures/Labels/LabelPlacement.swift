import GraphKernels

/// Where each label stands: beside, above or below its own disc, on nothing else if that can be.
///
/// Each label has some fifty candidates (directions round the disc, one to three lines). The best
/// set is sought by taking for each label in turn the candidate of least cost, until none changes,
/// then by simulated annealing on those that still lie on something (Christensen, Marks and Shieber
/// 1995, ACM Transactions on Graphics 14(3), 203–232). A label on a label or on a disc costs more
/// than anything else; a label on a tie, nearer to another's disc, or in a less usual direction
/// costs a little.
struct LabelPlacement {
    private static let faultCost = 40.0
    /// More than any place beside the disc that is free, less than a fault.
    private static let closeCost = 15.0

    let wishes: [LabelWish]
    private(set) var candidates: [[LabelCandidate]]
    /// The chosen candidate of each wish.
    private(set) var choice: [Int]
    private var rivals: [[Int]] = []

    init(_ wishes: [LabelWish], in surroundings: Surroundings, seed: UInt64) {
        self.wishes = wishes
        candidates = wishes.map { surroundings.candidates(for: $0) }
        choice = candidates.map { options in
            options.indices.min { (options[$0].cost, $0) < (options[$1].cost, $1) } ?? 0
        }
        rivals = Self.rivals(candidates)
        settle()
        anneal(seed: seed)
        settle()
    }

    func chosen(_ wish: Int) -> LabelCandidate { candidates[wish][choice[wish]] }

    /// The labels that lie on a label or a disc, could be read as one with another, or leave the page.
    var conflicts: [Int] {
        wishes.indices.filter { chosen($0).faults > 0 || close(to: chosen($0), of: $0) > 0 }
    }

    /// The labels that lie on nothing, in the order of the wishes: of two that meet, the first. Those left over take the
    /// cheapest candidate that is free among them.
    var free: [(wish: LabelWish, text: LabelCandidate)] {
        var found: [Int: LabelCandidate] = [:]
        func isFree(_ text: LabelCandidate, _ wish: Int) -> Bool {
            text.faults == 0 && !rivals[wish].contains { found[$0]?.box.overlaps(text.box) == true }
        }
        for wish in wishes.indices where isFree(chosen(wish), wish) { found[wish] = chosen(wish) }
        for wish in wishes.indices where found[wish] == nil {
            let options = candidates[wish].indices.filter { isFree(candidates[wish][$0], wish) }
            if let best = options.min(by: { candidates[wish][$0].cost < candidates[wish][$1].cost }) {
                found[wish] = candidates[wish][best]
            }
        }
        return wishes.indices.compactMap { wish in found[wish].map { (wishes[wish], $0) } }
    }

    private func overlapped(by label: LabelCandidate, of wish: Int) -> Int {
        let room = label.box.grown(by: LabelCandidate.gap / 2)
        return rivals[wish].count { chosen($0).box.grown(by: LabelCandidate.gap / 2).overlaps(room) }
    }

    /// How many others come into its room: two in one line that stand close would be read as one.
    private func close(to label: LabelCandidate, of wish: Int) -> Int {
        let room = label.room
        return rivals[wish].count { chosen($0).room.overlaps(room) }
    }

    private func cost(_ wish: Int, _ option: Int) -> Double {
        let candidate = candidates[wish][option]
        return candidate.cost + Self.closeCost * Double(close(to: candidate, of: wish))
            + (Self.faultCost - Self.closeCost) * Double(overlapped(by: candidate, of: wish))
    }

    private func bestOption(_ wish: Int) -> Int {
        var best = (cost: cost(wish, choice[wish]), option: choice[wish])
        for option in candidates[wish].indices where candidates[wish][option].cost < best.cost {
            let cost = cost(wish, option)
            if cost < best.cost - 1e-9 { best = (cost, option) }
        }
        return best.option
    }

    private mutating func settle() {
        for _ in 0..<20 {
            var hasChanged = false
            for wish in wishes.indices {
                let best = bestOption(wish)
                if best != choice[wish] {
                    choice[wish] = best
                    hasChanged = true
                }
            }
            if !hasChanged { return }
        }
    }

    private mutating func anneal(seed: UInt64) {
        var random = RandomSource(seed: seed)
        var heat = 8.0
        while heat > 0.3 {
            let troubled = conflicts
            guard !troubled.isEmpty else { return }
            for _ in 0..<(troubled.count * 30) {
                var wish = troubled[random.below(troubled.count)]
                // Now and then it is the neighbour that has to give way.
                if !rivals[wish].isEmpty, random.unit() < 0.5 { wish = rivals[wish][random.below(rivals[wish].count)] }
                let option = random.below(candidates[wish].count)
                let rise = cost(wish, option) - cost(wish, choice[wish])
                if rise < 0 || random.unit() < 1 / (1 + rise * rise / heat) * (heat / 16) { choice[wish] = option }
            }
            for wish in wishes.indices { choice[wish] = bestOption(wish) }
            heat *= 0.7
        }
    }

    /// The wishes whose candidates can meet.
    private static func rivals(_ candidates: [[LabelCandidate]]) -> [[Int]] {
        let reaches = candidates.map { options in
            options.dropFirst().reduce(options[0].room) { $0.union($1.room) }
        }
        return reaches.indices.map { one in
            reaches.indices.filter { $0 != one && reaches[$0].overlaps(reaches[one]) }
        }
    }
}
