import GraphKernels
import Testing

@testable import Measures

/// Mean and deviation of the brokerage roles against every possible graph of a few nodes, each as
/// likely as its number of ties makes it.
@Suite struct BrokerageExpectationTests {
    private func graph(_ code: Int, _ pairs: [(Int, Int)], isDirected: Bool, nodeCount: Int) -> Graph {
        let taken = pairs.indices.filter { code >> $0 & 1 == 1 }.map { pairs[$0] }
        return Graph(
            nodeCount: nodeCount, sources: taken.map { Int32($0.0) }, targets: taken.map { Int32($0.1) },
            isDirected: isDirected)
    }

    @Test(arguments: [(true, [0, 0, 0, 1]), (true, [0, 0, 1, 1]), (true, [0, 1, 1, 2]), (false, [0, 0, 0, 1, 2]), (false, [0, 0, 1, 1, 1])])
    func `moments are those of all graphs`(isDirected: Bool, groups: [Int32]) {
        let nodes = groups.indices
        let pairs = nodes.flatMap { i in nodes.filter { isDirected ? $0 != i : $0 > i }.map { (i, $0) } }
        // Any graph of the density that is to be tried.
        let tied = 4
        let sample = graph((1 << tied) - 1, pairs, isDirected: isDirected, nodeCount: groups.count)
        let density = Double(tied) / Double(pairs.count)
        let labels = Set(groups).map(String.init)
        let expectation = BrokerageExpectation(sample, Grouping(labels: labels, groupOf: groups))
        var sums = [[Double]](repeating: [Double](repeating: 0, count: groups.count), count: 5)
        var squares = sums
        for code in 0..<(1 << pairs.count) {
            let triads = BrokerageTriads(
                of: graph(code, pairs, isDirected: isDirected, nodeCount: groups.count), groups: groups)
            var chance = 1.0
            for pair in pairs.indices { chance *= code >> pair & 1 == 1 ? density : 1 - density }
            for role in BrokerageTriads.Role.allCases {
                for node in nodes {
                    let count = Double(triads[role][node])
                    sums[role.rawValue][node] += chance * count
                    squares[role.rawValue][node] += chance * count * count
                }
            }
        }
        for role in BrokerageTriads.Role.allCases {
            for node in nodes {
                let (mean, deviation) = expectation.moments(role, group: groups[node])
                let (first, second) = (sums[role.rawValue][node], squares[role.rawValue][node])
                #expect(abs(mean - first) < 1e-12, "\(role) \(node)")
                #expect(abs(deviation * deviation - (second - first * first)) < 1e-12, "\(role) \(node)")
            }
        }
    }
}
