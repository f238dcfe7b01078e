/// What stays joined of a graph of interaction as actors leave, the one without which least stays joined
/// first.
///
/// Whether one leaves a part in pieces, and in which, one search in depth tells for all actors at once
/// (Hopcroft and Tarjan 1973), so that a round takes one pass over the graph. In a large territory those
/// who leave do so in at most eight rounds, in each the worst so many together.
struct RemovalCurve {
    private let graph: InteractionGraph
    private let insiders: [Int32]
    private var hasLeft: [Bool]
    private var search: DepthSearch

    init(_ graph: InteractionGraph, insiders: [Int32]) {
        self.graph = graph
        self.insiders = insiders
        hasLeft = Array(repeating: false, count: graph.nodeCount)
        search = DepthSearch(nodeCount: graph.nodeCount)
    }

    private static let mostRounds = 8

    /// - Complexity: O(rounds · (nodes + ties + seats)).
    mutating func robustness() -> Double {
        var course = Course(actors: insiders.count, ties: tieCount)
        run(&course)
        return course.robustness
    }

    /// How the removals go, with what it takes to know how they go without a tie.
    ///
    /// - Complexity: O(rounds · (nodes + ties + seats)).
    mutating func course() -> Course {
        var course = Course(actors: insiders.count, ties: tieCount)
        var rounds: [Course.Round] = []
        run(&course) { curve, worst in rounds.append(Course.Round(curve, worst)) }
        course.rounds = rounds
        return course
    }

    /// - Parameter each: told of who leaves in a round, before they do, and of nobody at the end.
    private mutating func run(_ course: inout Course, _ each: (RemovalCurve, [Int32]) -> Void = { _, _ in }) {
        search.run(graph, insiders, hasLeft)
        for round in course.left.indices {
            let worst = search.worst(course.leaving(in: round), of: insiders, hasLeft)
            each(self, worst)
            leave(worst, in: round, &course)
        }
        each(self, [])
    }

    private mutating func leave(_ worst: [Int32], in round: Int, _ course: inout Course) {
        for node in worst { hasLeft[Int(node)] = true }
        search.run(graph, insiders, hasLeft)
        course.joined[round] = search.joinedPairs
    }

    /// An event ties those who meet there as one tie less than they are.
    private var tieCount: Int {
        (graph.actorCount..<graph.nodeCount).reduce(graph.pairCount) { $0 + max(0, graph.row($1).count - 1) }
    }

    /// The share of pairs of the remaining that a network of so many evenly spread ties would still join:
    /// all of them while what is left of the ties can; after that in parts of one size. Nil where nobody
    /// would be joined.
    static func joinedWithoutHubs(_ count: Int, ties: Double, left: Int) -> Double? {
        let ties = max(ties, Double(count - 1))
        let remaining = Double(count - left)
        let kept = ties - Double(left) * 2 * ties / Double(count)
        guard kept < remaining - 1 else { return 1 }
        let parts = remaining - max(0, kept)
        let share = (remaining / parts - 1) / (remaining - 1)
        return share > 0 ? share : nil
    }
}

extension RemovalCurve {
    /// How removals go.
    struct Course: Sendable {
        private let actors: Int
        private var ties: Int
        /// By round: how many have left after it, and how many pairs are joined then.
        fileprivate let left: [Int]
        fileprivate var joined: [Int]
        /// What was there before each round, and at the end.
        fileprivate var rounds: [Round] = []

        fileprivate init(actors: Int, ties: Int) {
            let leaving = min(max(3, (actors + 9) / 10), actors - 2)
            let rounds = min(leaving, RemovalCurve.mostRounds)
            (self.actors, self.ties) = (actors, ties)
            left = (1...rounds).map { leaving * $0 / rounds }
            joined = Array(repeating: 0, count: rounds)
        }

        fileprivate func leaving(in round: Int) -> Int { left[round] - (round > 0 ? left[round - 1] : 0) }

        var robustness: Double {
            var (sum, known) = (0.0, 0)
            for (left, joined) in zip(left, joined) {
                guard let best = RemovalCurve.joinedWithoutHubs(actors, ties: Double(ties), left: left) else { continue }
                let remaining = Double(actors - left)
                sum += min(1, Double(joined) / (remaining * (remaining - 1) / 2) / best)
                known += 1
            }
            return known > 0 ? sum / Double(known) : 0
        }

        /// How the removals go without the tie of a pair.
        ///
        /// Only before rounds in which the tie is not known to be spare are the worst sought anew; and mostly it is they
        /// who leave with the tie, too, so that the next round begins as it did.
        ///
        /// - Parameter graph: what is there without the tie.
        /// - Complexity: O(rounds), and O(nodes + ties + seats) for each in which the worst are sought.
        func without(_ low: Int32, _ high: Int32, _ graph: InteractionGraph, insiders: [Int32]) -> Course {
            var course = self
            course.ties -= 1
            course.rounds = []
            var curve = RemovalCurve(graph, insiders: insiders)
            for (number, round) in rounds.enumerated() {
                // Without one of its ends the tie is gone either way.
                if round.hasLeft[Int(low)] || round.hasLeft[Int(high)] { break }
                if round.spare.contain(low, high), round.stillLeaves(low), round.stillLeaves(high) { continue }
                curve.hasLeft = round.hasLeft
                curve.search.run(graph, insiders, curve.hasLeft)
                if number > 0 { course.joined[number - 1] = curve.search.joinedPairs }
                guard number < left.count else { break }
                var worst = curve.search.worst(round.leaving.count, of: insiders, curve.hasLeft)
                if worst.allSatisfy({ round.leaving[$0] != nil }) { continue }
                for next in number..<left.count {
                    curve.leave(worst, in: next, &course)
                    guard next + 1 < left.count else { break }
                    worst = curve.search.worst(course.leaving(in: next + 1), of: insiders, curve.hasLeft)
                }
                break
            }
            return course
        }
    }
}

extension RemovalCurve.Course {
    fileprivate struct Round: Sendable {
        let hasLeft: [Bool]
        let spare: SpareTies
        let leaving: [Int32: DepthSearch.Rank]
        /// The first of those who stay.
        let next: DepthSearch.Rank?

        init(_ curve: RemovalCurve, _ worst: [Int32]) {
            hasLeft = curve.hasLeft
            spare = SpareTies(curve.graph, without: hasLeft)
            let leaving = Dictionary(uniqueKeysWithValues: worst.map { ($0, curve.search.rank($0)) })
            let staying = curve.insiders.filter { !curve.hasLeft[Int($0)] && leaving[$0] == nil }
            next = staying.map { curve.search.rank($0) }.max { $1.isWorse(than: $0) }
            self.leaving = leaving
        }

        /// Whether one who leaves does so with a neighbour fewer; who stays then stays all the more.
        func stillLeaves(_ node: Int32) -> Bool {
            guard var rank = leaving[node], let next else { return true }
            rank.degree -= 1
            return rank.isWorse(than: next)
        }
    }
}

/// A search in depth of what is there: how many pairs of actors are joined, and how many fewer would be
/// without each actor.
///
/// A step along a tie asks one number of the node at its end, and what is known of the node one stands on is at hand:
/// the scores of a territory without each of its ties are made of some hundred million such steps.
struct DepthSearch {
    private(set) var joinedPairs = 0
    /// By node, the place of its visit.
    private var visitOf: [Int32]
    private var visits: [Visit]
    /// By node, joined pairs that would be lost, its own among them.
    private var losses: [Int]
    /// By node, how many neighbours are there.
    private var degrees: [Int32]

    private static let unseen: Int32 = -1
    private static let gone = Int32.max

    /// What is known of a node when it is left for one that was found from it, in the order in which they were found.
    private struct Visit {
        /// Pairs that stay joined within the pieces that it cuts off, and how many those pieces hold.
        var kept = 0
        var cut: Int32 = 0
        var node: Int32 = 0
        /// Where it was found from; −1 for the first of a part.
        var parent: Int32 = -1
        var low: Int32 = 0
        var next: Int32 = 0
        /// Neighbours that are there.
        var degree: Int32 = 0
        /// Actors in the tree below it, itself among them.
        var size: Int32 = 0
    }

    init(nodeCount: Int) {
        visitOf = Array(repeating: Self.unseen, count: nodeCount)
        visits = Array(repeating: Visit(), count: nodeCount)
        losses = Array(repeating: 0, count: nodeCount)
        degrees = Array(repeating: 0, count: nodeCount)
    }

    /// - Complexity: O(nodes + ties + seats).
    mutating func run(_ graph: InteractionGraph, _ actors: [Int32], _ hasLeft: [Bool]) {
        joinedPairs = 0
        for node in visitOf.indices { visitOf[node] = hasLeft[node] ? Self.gone : Self.unseen }
        var count = 0
        for start in actors where visitOf[Int(start)] == Self.unseen {
            let first = count
            Self.visit(start, graph, &visitOf, &visits, &count)
            let whole = Int(visits[first].size)
            joinedPairs += Self.pairs(whole)
            for visit in visits[first..<count] where Int(visit.node) < graph.actorCount {
                losses[Int(visit.node)] = Self.pairs(whole) - visit.kept - Self.pairs(whole - 1 - Int(visit.cut))
                degrees[Int(visit.node)] = visit.degree
            }
        }
    }

    /// What says who leaves first.
    struct Rank: Sendable {
        let loss: Int
        var degree: Int32
        let node: Int32

        func isWorse(than other: Rank) -> Bool {
            if loss != other.loss { return loss > other.loss }
            return degree != other.degree ? degree > other.degree : node < other.node
        }
    }

    /// That of an actor who is there.
    func rank(_ node: Int32) -> Rank { Rank(loss: losses[Int(node)], degree: degrees[Int(node)], node: node) }

    /// So many of those that are there without whom most is lost; of equals those with more neighbours, then the first.
    ///
    /// - Complexity: O(actors · log(count)): a heap holds those chosen so far, the least of them on top.
    func worst(_ count: Int, of actors: [Int32], _ hasLeft: [Bool]) -> [Int32] {
        func isWorse(_ one: Int32, _ other: Int32) -> Bool { rank(one).isWorse(than: rank(other)) }
        var chosen: [Int32] = []
        func sink(_ place: Int) {
            var place = place
            while true {
                var least = 2 * place + 1
                guard least < chosen.count else { return }
                if least + 1 < chosen.count, isWorse(chosen[least], chosen[least + 1]) { least += 1 }
                guard isWorse(chosen[place], chosen[least]) else { return }
                chosen.swapAt(place, least)
                place = least
            }
        }
        for actor in actors where !hasLeft[Int(actor)] {
            if chosen.count < count {
                chosen.append(actor)
                if chosen.count == count { for place in (0..<count / 2).reversed() { sink(place) } }
            } else if count > 0, isWorse(actor, chosen[0]) {
                chosen[0] = actor
                sink(0)
            }
        }
        return chosen
    }

    private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

    /// Finds the part of a node, whose visits go on at a count.
    private static func visit(
        _ start: Int32, _ graph: InteractionGraph, _ visitOf: inout [Int32], _ visits: inout [Visit], _ count: inout Int
    ) {
        let (offsets, targets, actorCount) = (graph.offsets.span, graph.targets.span, graph.actorCount)
        var visitOf = visitOf.mutableSpan
        var visits = visits.mutableSpan
        /// Where one stands, and what a visit keeps of it while one is elsewhere.
        var (here, above, low, degree) = (0, -1, 0, Int32(0))
        var (place, end) = (0, 0)
        func open(_ node: Int, _ visitOf: inout MutableSpan<Int32>, _ visits: inout MutableSpan<Visit>) {
            (here, low, degree) = (count, count, 0)
            count += 1
            visitOf[node] = Int32(here)
            visits[here] = Visit(node: Int32(node), parent: Int32(above), size: node < actorCount ? 1 : 0)
            (place, end) = (Int(offsets[node]), Int(offsets[node + 1]))
        }
        open(Int(start), &visitOf, &visits)
        while true {
            if place < end {
                let target = Int(targets[place])
                let visit = visitOf[target]
                place += 1
                guard visit == unseen else {
                    // One that has left has the highest number; nothing here is a branch that goes now this way, now that.
                    degree += visit == gone ? 0 : 1
                    low = min(low, Int(visit) == above ? low : Int(visit))
                    continue
                }
                degree += 1
                if offsets[target + 1] - offsets[target] == 1 {
                    // Whom nobody else is tied to: there is nothing to be found from there.
                    let size: Int32 = target < actorCount ? 1 : 0
                    visitOf[target] = Int32(count)
                    visits[count] = Visit(node: Int32(target), parent: Int32(here), degree: 1, size: size)
                    count += 1
                    visits[here].size += size
                    visits[here].cut += size
                    continue
                }
                (visits[here].low, visits[here].next, visits[here].degree) = (Int32(low), Int32(place), degree)
                above = here
                open(target, &visitOf, &visits)
            } else {
                visits[here].degree = degree
                guard above >= 0 else { return }
                let size = visits[here].size
                var visit = visits[above]
                visit.size += size
                if low >= above {
                    visit.kept += pairs(Int(size))
                    visit.cut += size
                }
                visits[above] = visit
                (here, above, low, degree) = (above, Int(visit.parent), min(low, Int(visit.low)), visit.degree)
                (place, end) = (Int(visit.next), Int(offsets[Int(visit.node) + 1]))
            }
        }
    }
}
