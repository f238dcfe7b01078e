import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct EquivalenceVerificationTests {
    /// Several relations, with loops, of whole numbers and of others: both ways of summing are the definition's.
    @Test(arguments: 0..<60) func distancesAreThoseOfTheDefinition(seed: Int) {
        var random = RandomSource(seed: 3, part: seed)
        let size = 2 + random.below(12)
        let unit = seed % 2 == 0 ? 1.0 : 0.3
        let relations = (0..<(1 + random.below(3))).map { number in
            var matrix = SquareMatrix(size: size)
            for i in 0..<size {
                for j in 0..<size where random.below(3) == 0 {
                    matrix[i, j] = Double(random.below(7) - 2) * unit
                    if number == 0 { matrix[j, i] = matrix[i, j] }
                }
            }
            return matrix
        }
        let distances = StructuralProfiles.distances(relations)
        for i in 0..<size {
            for j in 0..<size where i != j {
                var sum = 0.0
                for relation in relations {
                    var squares = (relation[i, j] - relation[j, i]) * (relation[i, j] - relation[j, i])
                    if !relation.isSymmetric { squares *= 2 }
                    for k in 0..<size where k != i && k != j {
                        squares += (relation[i, k] - relation[j, k]) * (relation[i, k] - relation[j, k])
                        guard !relation.isSymmetric else { continue }
                        squares += (relation[k, i] - relation[k, j]) * (relation[k, i] - relation[k, j])
                    }
                    sum += squares
                }
                #expect(
                    unit == 1 ? distances[i, j] == sum.squareRoot() : abs(distances[i, j] - sum.squareRoot()) < 1e-12)
            }
        }
    }

    /// Two nodes are structurally equivalent where exchanging them leaves every tie as it is.
    @Test(arguments: 0..<200) func distanceIsZeroForInterchangeableNodes(seed: Int) {
        let sample = SampleGraph.random(seed, directed: seed % 2 == 0)
        let nodes = Array(0..<sample.nodeCount)
        guard !nodes.isEmpty else { return }
        let matrix = SquareMatrix(sample.graph)
        let (distances, correlations) = (
            StructuralProfiles.distances([matrix]), StructuralProfiles.correlations([matrix])
        )
        for i in nodes {
            for j in nodes {
                var swapped = nodes
                swapped.swapAt(i, j)
                let isEquivalent = nodes.allSatisfy { a in
                    nodes.allSatisfy { sample.has(a, $0) == sample.has(swapped[a], swapped[$0]) }
                }
                #expect((distances[i, j] < 1e-12) == isEquivalent)
                #expect((correlations[i, j] > 1 - 1e-9) == isEquivalent)
                #expect(distances[i, j] == distances[j, i])
                // Both profiles at length, roles swapped in the mutual cells.
                func profile(_ one: Int, _ other: Int) -> [Double] {
                    var cells: [Double] = []
                    for k in nodes where k != i && k != j { cells += [matrix[one, k], matrix[k, one]] }
                    return cells + [matrix[one, other], matrix[other, one]]
                }
                guard i != j else { continue }
                let (x, y) = (profile(i, j), profile(j, i))
                let squares = zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                let doubled = matrix.isSymmetric ? squares / 2 : squares
                // A symmetric relation's mutual cells never differ, so that half the cells say it all.
                #expect(abs(distances[i, j] - doubled.squareRoot()) < 1e-12)
            }
        }
    }

    /// Average linkage by definition: the mean of all distances between two clusters.
    @Test(arguments: 0..<150) func averageLinkage(seed: Int) {
        var random = RandomSource(seed: 6, part: seed)
        let count = 1 + random.below(9)
        var distances = SquareMatrix(size: count)
        for i in 0..<count {
            for j in 0..<i {
                distances[i, j] = random.unit()
                distances[j, i] = distances[i, j]
            }
        }
        let tree = AverageLinkage(distances)
        var clusters = (0..<count).map { [$0] }
        for merge in tree.merges {
            var best = (height: Double.infinity, one: 0, other: 0)
            for one in clusters.indices {
                for other in 0..<one {
                    let all = clusters[one].flatMap { i in clusters[other].map { distances[i, $0] } }
                    let mean = all.reduce(0, +) / Double(all.count)
                    if mean < best.height { best = (mean, one, other) }
                }
            }
            #expect(abs(best.height - merge.height) < 1e-12)
            clusters[best.other] += clusters[best.one]
            clusters.remove(at: best.one)
            let classes = tree.classes(clusters.count)
            #expect(Set(classes).count == clusters.count)
            for cluster in clusters { #expect(Set(cluster.map { classes[$0] }).count == 1) }
        }
        #expect(tree.merges.count == count - 1)
    }

    @Test func silhouetteTellsTwoCloudsApart() {
        let points = [0.0, 0.1, 0.25, 5, 5.2, 5.3]
        var distances = SquareMatrix(size: 6)
        for i in 0..<6 { for j in 0..<6 { distances[i, j] = abs(points[i] - points[j]) } }
        let tree = AverageLinkage(distances)
        #expect(tree.bestClasses() == [0, 0, 0, 1, 1, 1])
        // R 4.2.2, cluster 2.1.4: mean(silhouette(c(1,1,1,2,2,2), dist(x))[,3])
        #expect(abs(tree.silhouette([0, 0, 0, 1, 1, 1]) - 0.963_582_011_425) < 1e-11)
    }

    @Test func concorFindsIdealBlocks() {
        // Four blocks of three; each sends to the next and within itself as a clique.
        var edges: [(Int, Int)] = []
        for i in 0..<12 {
            for j in 0..<12 where i != j && (j / 3 == i / 3 || j / 3 == (i / 3 + 1) % 4) { edges.append((i, j)) }
        }
        let sample = SampleGraph(edges: edges, nodeCount: 13, directed: true)
        let correlations = StructuralProfiles.correlations([SquareMatrix(sample.graph)])
        let isolates = (0..<13).map { $0 == 12 }
        let blocks = Concor.blocks(correlations, splits: 2, isSetApart: isolates)
        #expect(Set(blocks).count == 5)
        #expect((0..<12).allSatisfy { blocks[$0] == blocks[$0 / 3 * 3] })
        #expect(blocks[12] == 4)
        #expect(Set(Concor.blocks(correlations, splits: 1, isSetApart: isolates)).count == 3)
    }

    /// The formula over all nodes, without lists of neighbours.
    private func rege(_ sample: SampleGraph, rounds: Int) -> [[Double]] {
        let nodes = 0..<sample.nodeCount
        let x = sample.matrix
        var similar = nodes.map { _ in nodes.map { _ in 1.0 } }
        for _ in 0..<rounds {
            let before = similar
            func sums(_ i: Int, _ j: Int) -> (Double, Double) {
                var (shared, most) = (0.0, 0.0)
                for k in nodes where x[i][k] + x[k][i] > 0 {
                    var options = [(0.0, -(x[i][k] + x[k][i]))]
                    for m in nodes where x[j][m] + x[m][j] > 0 {
                        options.append(
                            (
                                before[k][m] * (min(x[i][k], x[j][m]) + min(x[k][i], x[m][j])),
                                -(max(x[i][k], x[j][m]) + max(x[k][i], x[m][j]))
                            ))
                    }
                    let best = options.max { $0 < $1 } ?? (0, 0)
                    shared += best.0
                    most -= best.1
                }
                return (shared, most)
            }
            for i in nodes {
                for j in nodes where i != j {
                    let (there, back) = (sums(i, j), sums(j, i))
                    similar[i][j] = there.1 + back.1 > 0 ? (there.0 + back.0) / (there.1 + back.1) : 1
                }
            }
        }
        return similar
    }

    @Test(arguments: 0..<120) func regularEquivalence(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 7, directed: seed % 3 > 0, weighted: seed % 2 == 0)
        let found = RegularEquivalence.similarities(sample.graph)
        #expect(difference(found.values, rege(sample, rounds: 3).flatMap { $0 }) < 1e-12)
    }

    @Test func regularEquivalenceFindsTheRolesOfATree() {
        // A head, two chiefs, and under them two clerks and one: three roles.
        let sample = SampleGraph(edges: [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5)], nodeCount: 6, directed: true)
        let tree = AverageLinkage(RegularEquivalence.similarities(sample.graph).mapped { 1 - $0 })
        #expect(tree.classes(3) == [0, 1, 1, 2, 2, 2])
        #expect(RegularEquivalence.similarities(sample.graph)[1, 2] == 1)
    }
}
