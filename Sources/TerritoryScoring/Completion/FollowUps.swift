import GraphKernels
import NetworkModel
import Vocabulary

/// Cooperations that follow upon knowledge: how much likelier than dates that change hands would have it an observed one
/// began so and so long after one of its ends had received knowledge or learned at an event.
///
/// A drawn cooperation then begins on one of the observed days, the likelier the more it follows upon what its ends
/// learned; drawn without regard to that, dates would dilute among the unobserved what follows upon what. Where dates have
/// nothing to do with each other all days are as likely as they were.
struct FollowUps: Sendable {
    /// Days on which observed cooperations began, at most a hundred.
    private let days: [Int]
    /// By months from an exposure to a cooperation, how much likelier that is than by chance; last, where it does not
    /// follow in time.
    private let odds: [Double]
    private let patience: Int
    private let cooperation: UInt8
    private let knowledge: UInt8

    /// Nil where no dated cooperation was observed.
    ///
    /// - Parameters:
    ///   - ties: positions of the observed ties that are read.
    ///   - isTold: by actor of the code, whether what it received is known, or known for a share like everyone's.
    /// - Complexity: O(cooperations · (exposures of an actor · 100)).
    init?(_ preparation: Preparation, _ ties: [Int], isTold: (Int32) -> Bool) {
        let code = preparation.code
        guard let knowledge = code.knowledgeLayer,
            let cooperation = code.layers.firstIndex(of: .cooperation).map({ UInt8(clamping: $0) })
        else { return nil }
        let patience = Int((Double(preparation.method.conversionMonths) * 30.436875).rounded())
        let exposures = Exposures(
            code, preparation.scenario, ties, knowledge, of: code.actors.indices.map(Int32.init))
        let dated = ties.compactMap { position -> (day: Int, ends: [Int32])? in
            let tie = code.ties[position]
            guard tie.layer == cooperation, let since = tie.since else { return nil }
            let ends = [tie.source, tie.target].filter { preparation.scenario.isInside(actor: $0) && isTold($0) }
            return ends.isEmpty ? nil : (since.earliest, ends)
        }
        guard !dated.isEmpty else { return nil }
        let days = stride(from: 0, to: dated.count, by: max(1, (dated.count + 99) / 100)).map { dated[$0].day }
        let places = patience / Self.month + 2
        var (found, expected) = ([Double](repeating: 0, count: places), [Double](repeating: 0, count: places))
        for (day, ends) in dated {
            for exposure in ends.flatMap({ exposures.days(of: $0) }) {
                found[Self.place(day - exposure, patience)] += 1
                for other in days { expected[Self.place(other - exposure, patience)] += 1 / Double(days.count) }
            }
        }
        // As if one more had followed as often as chance has it.
        odds = zip(found, expected).map { ($0 + 1) / ($1 + 1) }
        (self.days, self.patience) = (days, patience)
        (self.cooperation, self.knowledge) = (cooperation, knowledge)
    }

    private static let month = 31

    private static func place(_ delay: Int, _ patience: Int) -> Int {
        delay > 0 && delay <= patience ? delay / month : patience / month + 1
    }

    /// Gives drawn cooperations the days that follow upon knowledge.
    ///
    /// - Parameter known: how many ties stand before the drawn ones.
    func date(_ code: inout TerritoryCode, from known: Int, _ scenario: Scenario, _ random: inout RandomSource) {
        let drawn = (known..<code.ties.count).filter { code.ties[$0].layer == cooperation && code.ties[$0].since != nil }
        guard !drawn.isEmpty, days.count > 1 else { return }
        let exposures = Exposures(
            code, scenario, code.ties.indices, knowledge,
            of: drawn.flatMap { [code.ties[$0].source, code.ties[$0].target] })
        for place in drawn {
            let learned = [code.ties[place].source, code.ties[place].target].flatMap { exposures.days(of: $0) }
            guard !learned.isEmpty else { continue }
            var sum = 0.0
            let sums = days.map { day in
                sum += learned.reduce(0) { $0 + odds[Self.place(day - $1, patience)] }
                return sum
            }
            let goal = random.unit() * sum
            let day = days[sums.firstIndex { goal < $0 } ?? 0]
            guard let date = PartialDate(dayNumber: day) else { continue }
            code.ties[place].since = date
            if let until = code.ties[place].until, until.latest < day { code.ties[place].until = nil }
        }
    }

    /// When actors inside received knowledge or learned at an event.
    private struct Exposures {
        /// By actor of the code, its place among `lists`; −1: not asked for.
        private var places: [Int32]
        private var lists: [[Int]] = []

        /// - Parameter wanted: whose exposures; a draw asks for few.
        init(
            _ code: TerritoryCode, _ scenario: Scenario, _ ties: some Sequence<Int>, _ knowledge: UInt8,
            of wanted: [Int32]
        ) {
            places = Array(repeating: -1, count: code.actors.count)
            for actor in wanted where places[Int(actor)] < 0 && scenario.isInside(actor: actor) {
                places[Int(actor)] = Int32(lists.count)
                lists.append([])
            }
            guard !lists.isEmpty else { return }
            for position in ties {
                let tie = code.ties[position]
                guard tie.layer == knowledge, let since = tie.since else { continue }
                for end in tie.isDirected ? [tie.target] : [tie.source, tie.target]
                where places[Int(end)] >= 0 { lists[Int(places[Int(end)])].append(since.earliest) }
            }
            for row in code.memberships {
                let event = code.events[Int(row.event)]
                guard code.isOfLearning(event), let since = event.since, places[Int(row.actor)] >= 0 else { continue }
                lists[Int(places[Int(row.actor)])].append(since.earliest)
            }
        }

        func days(of actor: Int32) -> [Int] {
            places[Int(actor)] < 0 ? [] : lists[Int(places[Int(actor)])]
        }
    }
}

extension Scenario {
    /// Whether an actor holds here and its node is inside; drawn actors stand behind those that the scenario knows.
    fileprivate func isInside(actor: Int32) -> Bool {
        guard Int(actor) < nodeOf.count else { return true }
        let node = nodeOf[Int(actor)]
        return node >= 0 && isInside[Int(node)]
    }
}

extension PartialDate {
    /// The day of a number (`earliest`); nil where no date has it.
    init?(dayNumber: Int) {
        guard dayNumber >= 0 else { return nil }
        var year = dayNumber / 366 + 1
        while let next = PartialDate(year: year + 1), next.earliest <= dayNumber { year += 1 }
        let month = (1...12).last { PartialDate(year: year, month: $0)?.earliest ?? .max <= dayNumber } ?? 1
        guard let first = PartialDate(year: year, month: month) else { return nil }
        self.init(year: year, month: month, day: dayNumber - first.earliest + 1)
    }
}
