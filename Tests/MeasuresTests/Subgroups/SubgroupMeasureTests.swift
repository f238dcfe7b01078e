import GraphKernels
import Measures
import NetworkModel
import Tabular
import Testing
import Vocabulary

/// The measures of subgroups from their definitions, over all sets of actors of small networks with mixed directions.
@Suite struct SubgroupMeasureTests {
    private func sets(_ made: MixedTerritory) -> [[Int]] {
        (1..<(1 << made.count)).map { code in made.nodes.filter { code >> $0 & 1 == 1 } }
    }

    private func isConnected(_ set: [Int], _ made: MixedTerritory) -> Bool {
        var (left, stack) = (Set(set.dropFirst()), [set[0]])
        while let node = stack.popLast() {
            for other in left where made.tied(node, other) {
                left.remove(other)
                stack.append(other)
            }
        }
        return left.isEmpty
    }

    /// How many have to go before a set falls apart or one is left.
    private func cohesion(_ set: [Int], _ made: MixedTerritory) -> Int {
        (0..<(1 << set.count)).filter { gone in
            let rest = set.indices.filter { gone >> $0 & 1 == 0 }.map { set[$0] }
            return rest.count == 1 || (rest.count > 1 && !isConnected(rest, made))
        }.map(\.nonzeroBitCount).min() ?? 0
    }

    private func maximal(_ groups: [[Int]]) -> [[Int]] {
        groups.filter { one in !groups.contains { $0.count > one.count && Set($0).isSuperset(of: one) } }
    }

    private func largest(_ groups: [[Int]], _ made: MixedTerritory) -> [Double?] {
        made.nodes.map { node in groups.filter { $0.contains(node) }.map { Double($0.count) }.max() }
    }

    private func counts(_ groups: [[Int]], _ made: MixedTerritory) -> [Double?] {
        made.nodes.map { node in Double(groups.count { $0.contains(node) }) }
    }

    @Test(arguments: MixedTerritory.seeds) func `cliques and k-plexes`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        for k in 1...3 {
            let context = try made.context { $0.plex = k }
            let least = max(k + 2, 2 * k - 1)
            let plexes = maximal(
                sets(made).filter { set in
                    set.allSatisfy { one in set.count { made.tied(one, $0) } >= set.count - k }
                })
            let counted = plexes.filter { $0.count >= least }
            try made.expect("k_plexes", context, is: [Double(counted.count)])
            try made.expect("k_plex_count", context, is: counts(counted, made))
            try made.expect("k_plex_size", context, is: largest(counted, made))
            try made.expect("k_plex_number", context, is: [counted.map { Double($0.count) }.max()])
            guard k == 1 else { continue }
            try made.expect("cliques", context, is: [Double(counted.count)])
            try made.expect("clique_count", context, is: counts(counted, made))
            try made.expect("clique_size", context, is: largest(plexes, made))
            try made.expect("clique_number", context, is: [plexes.map { Double($0.count) }.max()])
        }
    }

    @Test(arguments: MixedTerritory.seeds) func `bicomponents, cut points and bridges`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context()
        let blocks = maximal(
            sets(made).filter { set in
                set.count > 1 && (set.count == 2 ? made.tied(set[0], set[1]) : cohesion(set, made) >= 2)
            })
        try made.expect("bicomponents", context, is: [Double(blocks.count)])
        try made.expect("bicomponent_count", context, is: counts(blocks, made))
        try made.expect("bicomponent_size", context, is: largest(blocks, made))
        try made.expect("bridges", context, is: [Double(blocks.count { $0.count == 2 })])
        // A cut point parts a set that hangs together with it.
        let cuts = made.nodes.map { node in
            let part = made.steps(from: node, made.tied).indices.filter {
                made.steps(from: node, made.tied)[$0].isFinite
            }
            let rest = part.filter { $0 != node }
            return rest.count > 1 && !isConnected(rest, made)
        }
        try made.expect("cut_point", context, is: cuts.map { $0 ? 1 : 0 })
        try made.expect("cut_points", context, is: [Double(cuts.count { $0 })])
        let view = context.view
        let ties = (0..<view.tieCount).map { (Int(view.sources[$0]), Int(view.targets[$0])) }
        let ofTies = ties.map { tie in blocks.first { $0.contains(tie.0) && $0.contains(tie.1) } ?? [] }
        try made.expect("bridge", context, is: ofTies.map { $0.count == 2 ? 1 : 0 })
        let labels = try Sample.values("bicomponent", context)
        for (one, label) in labels.enumerated() {
            for other in labels.indices {
                #expect((label == labels[other]) == (ofTies[one] == ofTies[other]), "\(made)")
            }
        }
        let numbers = (0..<blocks.count).map { Double($0 + 1) }
        #expect(Set(labels.compactMap { $0 }) == Set(numbers))
    }

    @Test(arguments: 0..<90) func `nestedness and cohesive blocks`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed, largest: 6)
        let context = try made.context()
        let levels = sets(made).filter { $0.count > 1 }.map { ($0, cohesion($0, made)) }
        try made.expect(
            "nestedness", context,
            is: made.nodes.map { node in
                Double(levels.filter { $0.0.contains(node) }.map(\.1).max() ?? 0)
            })
        try made.expect(
            "vertex_connectivity", context, is: [levels.first { $0.0.count == made.count }.map { Double($0.1) }])
        let blocks = (1...made.count).flatMap { k in maximal(levels.filter { $0.1 >= k }.map(\.0)) }
        let expected = Set(
            Set(blocks).map { block in
                "\(cohesion(block, made)) \(block.count) " + block.map(String.init).joined(separator: " ")
            })
        #expect(try rows("cohesive_blocks", context) == expected, "\(made)")
    }

    /// A table of groups: what holds them, size and members.
    private func rows(_ id: String, _ context: MeasureContext) throws -> Set<String> {
        let table = try MeasureCatalogue.measure(id).table(in: context)
        let (levels, sizes) = (Sample.numbers(table.columns[1].values), Sample.numbers(table.columns[2].values))
        guard case .text(let members) = table.columns[3].values else { return [] }
        return Set((0..<table.rowCount).map { "\(Int(levels[$0] ?? -1)) \(Int(sizes[$0] ?? -1)) \(members[$0] ?? "")" })
    }

    @Test(arguments: 0..<90) func `λ-sets`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed, largest: 6)
        let context = try made.context()
        // The fewest pairs between a set with the one and the rest with the other.
        let sides = sets(made).map { side in
            (side, side.reduce(0) { sum, i in sum + made.nodes.count { made.tied(i, $0) && !side.contains($0) } })
        }
        func cut(_ i: Int, _ j: Int) -> Int {
            sides.filter { $0.0.contains(i) && !$0.0.contains(j) }.map(\.1).min() ?? 0
        }
        let cuts = made.nodes.map { i in made.nodes.map { i == $0 ? .max : cut(i, $0) } }
        try made.expect(
            "lambda_level", context,
            is: made.nodes.map { i in
                Double(made.nodes.filter { $0 != i }.map { cuts[i][$0] }.max() ?? 0)
            })
        try made.expect("edge_connectivity", context, is: [Double(cuts.joined().min() ?? 0)])
        let held = sets(made).filter { $0.count > 1 }.compactMap { set -> String? in
            let inner = set.flatMap { i in set.filter { $0 != i }.map { cuts[i][$0] } }.min() ?? 0
            let outer = set.flatMap { i in made.nodes.filter { !set.contains($0) }.map { cuts[i][$0] } }.max() ?? 0
            return inner > outer ? "\(inner) \(set.count) " + set.map(String.init).joined(separator: " ") : nil
        }.filter { !$0.hasPrefix("0 ") }
        #expect(try rows("lambda_sets", context) == Set(held), "\(made)")
    }

    @Test(arguments: MixedTerritory.seeds) func `trussness of ties and actors`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context()
        let pairs = made.nodes.flatMap { i in (0..<i).filter { made.tied(i, $0) }.map { (i, $0) } }
        var (left, k, truss) = (pairs, 2, [[Int]: Double]())
        while !left.isEmpty {
            for pair in left { truss[[pair.0, pair.1]] = Double(k) }
            k += 1
            var count = 0
            repeat {
                count = left.count
                func has(_ i: Int, _ j: Int) -> Bool { left.contains { $0 == (max(i, j), min(i, j)) } }
                left = left.filter { pair in made.nodes.count { has(pair.0, $0) && has(pair.1, $0) } >= k - 2 }
            } while left.count < count
        }
        let view = context.view
        try made.expect(
            "tie_trussness", context,
            is: (0..<view.tieCount).map { tie in
                let (i, j) = (Int(view.sources[tie]), Int(view.targets[tie]))
                return truss[[max(i, j), min(i, j)]]
            })
        try made.expect(
            "trussness", context, is: made.nodes.map { node in truss.filter { $0.key.contains(node) }.values.max() })
    }

    /// A search that was given up is an error in words; that it is given up is the kernels' to show.
    @Test func `too many cliques are said in words`() throws {
        let context = try Sample.context(actors: 60, [(0, 1)])
        _ = context.memo("cliques") { SubgroupTally?.none }
        let error = #expect(throws: MilieuError.self) { try Sample.values("cliques", context) }
        #expect(error?.cause == .usage && error?.message.contains("60 actors") == true)
        #expect(error?.remedy.contains("trussness") == true)
    }
}
