import GraphKernels
import Testing

@testable import KernelVerifiers

/// What publications print.
@Suite struct SubgroupGoldenTests {
    /// Moody and White 2003, figure 2 (the network that igraph's manual encodes): blocks of cohesion 1, 2, 2, 5 and 3.
    @Test func `the example of Moody and White`() throws {
        let rows: [(Int, [Int])] = [
            (1, [2, 3, 4, 5, 6]), (2, [3, 4, 5, 7]), (3, [4, 6, 7]), (4, [5, 6, 7]), (5, [6, 7, 21]), (6, [7]),
            (7, [8, 11, 14, 19]), (8, [9, 11, 14]), (9, [10]), (10, [12, 13]), (11, [12, 14]), (12, [16]), (13, [16]),
            (14, [15]), (15, [16]), (17, [18, 19, 20]), (18, [20, 21]), (19, [20, 22, 23]), (20, [21]), (21, [22, 23]),
            (22, [23]),
        ]
        let edges = rows.flatMap { row in row.1.map { (row.0 - 1, $0 - 1) } }
        let found = try #require(CohesiveBlocks(of: SampleGraph(edges: edges, nodeCount: 23).graph))
        let blocks = found.blocks.map { ($0.cohesion, $0.members.map { Int($0) + 1 }) }
        #expect(blocks.map(\.0) == [1, 2, 2, 5, 3])
        #expect(
            blocks.map(\.1) == [
                Array(1...23), Array(1...7) + Array(17...23), Array(7...16), Array(1...7), [7, 8, 11, 14],
            ])
        #expect(found.nestedness == [5, 5, 5, 5, 5, 5, 5, 3, 2, 2, 3, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    }

    @Test func `complete graphs, rings, stars and trees`() throws {
        let complete = SampleGraph(edges: (0..<6).flatMap { i in (0..<i).map { (i, $0) } }, nodeCount: 6).graph
        #expect(CohesiveBlocks(of: complete)?.nestedness == Array(repeating: 5, count: 6))
        #expect(EdgeConnectivity(of: complete)?.least == 5)
        #expect(Trusses(of: complete).ofNodes == Array(repeating: 6, count: 6))
        #expect(Cliques.tally(complete)?.largest == Array(repeating: 6, count: 6))
        let ring = SampleGraph.ring(8, reach: 1, shortcuts: 0).graph
        #expect(CohesiveBlocks(of: ring)?.blocks.map(\.cohesion) == [2] && EdgeConnectivity(of: ring)?.least == 2)
        #expect(Bicomponents(of: ring).members.count == 1 && Bicomponents(of: ring).counts.allSatisfy { $0 == 1 })
        let star = SampleGraph(edges: (1..<6).map { (0, $0) }, nodeCount: 6).graph
        #expect(Bicomponents(of: star).counts == [5, 1, 1, 1, 1, 1] && Bicomponents(of: star).members.count == 5)
        #expect(Trusses(of: star).ofNodes == Array(repeating: 2, count: 6))
        // Seidman and Foster: n nodes around none of whose members lacks more than k − 1 others; a ring of six is a 4-plex.
        let six = SampleGraph.ring(6, reach: 1, shortcuts: 0).graph
        #expect(Plexes.tally(six, k: 3)?.count == 0 && Plexes.tally(six, k: 2)?.count == 0)
        let square = SampleGraph.ring(4, reach: 1, shortcuts: 0).graph
        #expect(Plexes.tally(square, k: 2)?.largest == [4, 4, 4, 4])
    }
}
