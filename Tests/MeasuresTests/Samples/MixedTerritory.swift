import GraphKernels
import Measures
import NetworkModel
import Testing

/// A small random network with undirected and directed kinds of tie side by side, parallel ties, weights, groups and
/// numbers, and the matrices that slow verifiers work from.
struct MixedTerritory: CustomStringConvertible {
    let count: Int
    let network: Network
    let isDirected: Bool
    /// Arcs of the view: an undirected tie adds its weight both ways.
    private(set) var arcs: [[Double]]
    /// Pairs: each tie adds its weight once, whatever its direction.
    private(set) var pairs: [[Double]]
    let teams: [String?]
    let sizes: [Double?]

    static let seeds = 0..<150

    init(seed: Int, largest: Int = 7) throws {
        var random = RandomSource(seed: 23, part: seed)
        count = 2 + random.below(largest - 1)
        let directedKinds = [[false], [true], [false, true]][seed % 3]
        let empty = Array(repeating: [Double](repeating: 0, count: count), count: count)
        (arcs, pairs) = (empty, empty)
        var ties: [Tie] = []
        for _ in 0..<random.below(3 * count) {
            let (source, target, kind) = (random.below(count), random.below(count), random.below(directedKinds.count))
            let weight = [0.25, 1, 2, 3][random.below(4)]
            ties.append(Tie(source: source, target: target, kind: kind, weight: weight))
        }
        teams = (0..<count).map { _ in ["a", "b", "c", nil][random.below(4)] }
        sizes = (0..<count).map { _ in [1, 2, 5, 9, nil][random.below(5)] }
        let rows = zip(teams, sizes).enumerated().map { number, facts in
            var actor = Actor(id: String(number), kind: facts.0 ?? "")
            actor.size = facts.1
            return actor
        }
        network = try Network(
            description: DatasetDescription(name: "mixed"), actors: Actors(rows), ties: Ties(ties),
            tieKinds: directedKinds.enumerated().map { TieKind(id: "k\($0.offset)", isDirected: $0.element) },
            actorKinds: ["a", "b", "c"].map { ActorKind(id: $0, sphere: .economy) })
        isDirected = try network.view().isDirected
        for tie in ties where tie.source != tie.target {
            let weight = tie.weight
            arcs[tie.source][tie.target] += weight
            if !directedKinds[tie.kind] { arcs[tie.target][tie.source] += weight }
            pairs[tie.source][tie.target] += weight
            pairs[tie.target][tie.source] += weight
        }
    }

    func context(_ change: (inout MeasureOptions) -> Void = { _ in }) throws -> MeasureContext {
        var options = MeasureOptions()
        options.references = 10
        change(&options)
        return MeasureContext(try network.view(), options: options)
    }

    var nodes: Range<Int> { 0..<count }
    func has(_ from: Int, _ to: Int) -> Bool { arcs[from][to] > 0 }
    func tied(_ one: Int, _ other: Int) -> Bool { pairs[one][other] > 0 }
    func alters(_ node: Int) -> [Int] { nodes.filter { tied(node, $0) } }

    /// Every shortest path along arcs of the lengths given, by trying all.
    func shortestPaths(_ from: Int, _ to: Int, _ length: (Int, Int) -> Double) -> [[Int]] {
        var (best, found): (Double, [[Int]]) = (.infinity, [])
        func walk(_ path: [Int], _ sum: Double) {
            guard sum <= best * (1 + 1e-12) else { return }
            let last = path[path.count - 1]
            if last == to {
                if sum < best * (1 - 1e-12) { (best, found) = (sum, []) }
                found.append(path)
                return
            }
            for next in nodes where has(last, next) && !path.contains(next) {
                walk(path + [next], sum + length(last, next))
            }
        }
        walk([from], 0)
        return found
    }

    /// Steps by rounds of widening; infinite out of reach.
    func steps(from start: Int, without gone: Set<Int> = [], _ has: (Int, Int) -> Bool) -> [Double] {
        var steps = nodes.map { $0 == start ? 0.0 : .infinity }
        for _ in nodes {
            for one in nodes where !gone.contains(one) {
                for other in nodes where !gone.contains(other) && has(one, other) {
                    steps[other] = min(steps[other], steps[one] + 1)
                }
            }
        }
        return steps
    }

    func expect(
        _ id: String, _ context: MeasureContext, is expected: [Double?], _ place: SourceLocation = #_sourceLocation
    ) throws {
        let found = try Sample.values(id, context)
        #expect(found.count == expected.count, sourceLocation: place)
        for (one, other) in zip(found, expected) {
            guard let one, let other else {
                #expect(one == nil && other == nil, "\(id): \(found), \(expected) \(self)", sourceLocation: place)
                return
            }
            #expect(
                abs(one - other) <= 1e-11 * max(1, abs(other)), "\(id): \(found), \(expected) \(self)",
                sourceLocation: place)
        }
    }

    var description: String {
        network.ties.map { "\($0.source)-\($0.target):\($0.kind):\($0.weight)" }.joined(separator: " ")
    }
}
