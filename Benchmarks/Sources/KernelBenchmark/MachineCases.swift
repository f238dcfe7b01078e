import GraphKernels

/// What the machine's memory gives at most, on as many cores as the kernels use.
extension Case {
    /// a = b + 3c over three arrays much larger than the caches (McCalpin's STREAM triad): 24 bytes
    /// for each element.
    static var triad: Case { Case(id: "triad") { input in
        let count = try NetworkFile(input).nodeCount
        let b = [Double](repeating: 1, count: count)
        let c = [Double](repeating: 2, count: count)
        var a = [Double](repeating: 0, count: count)
        return {
            _ = Parallel.update(&a, grain: max(1, count / 64)) { places, own in
                let (first, left, right) = (places.lowerBound, b, c)
                for place in 0..<own.count { own[place] = left[first + place] + 3 * right[first + place] }
            }
            return { [("elements", [Double(count)])] }
        }
    } }

    /// Sums of an array read in random order, 4 bytes of index and 8 of value for each element: what
    /// a kernel does that looks up its neighbours.
    static var gather: Case { Case(id: "gather") { input in
        let file = try NetworkFile(input)
        let values = (0..<file.nodeCount).map { Double($0 % 7) }
        return {
            let parts = Parallel.chunks(of: file.targets.count, grain: max(1, file.targets.count / 64)) { range in
                var sum = 0.0
                for place in range { sum += values[Int(file.targets[place])] }
                return sum
            }
            return { [("sum", [parts.reduce(0, +)])] }
        }
    } }

    /// A number of each node read at the ends of all ties, in the order of the rows: the least that a product with the
    /// adjacency matrix can do that asks each row for its neighbours.
    static var gatherTies: Case { Case(id: "gather-ties") { input in
        let graph = try NetworkFile(input).graph()
        let values = (0..<graph.nodeCount).map { Double($0 % 7) }
        let count = graph.outgoing.targets.count
        return {
            let parts = Parallel.chunks(of: count, grain: max(1, count / 64)) { range in
                let targets = graph.outgoing.targets.span.extracting(range)
                let values = values.span
                // Four sums, so that no addition waits for the one before.
                var sums = SIMD4<Double>.zero
                var place = 0
                while place + 4 <= targets.count {
                    sums[0] += values[Int(targets[place])]
                    sums[1] += values[Int(targets[place + 1])]
                    sums[2] += values[Int(targets[place + 2])]
                    sums[3] += values[Int(targets[place + 3])]
                    place += 4
                }
                while place < targets.count {
                    sums[0] += values[Int(targets[place])]
                    place += 1
                }
                return sums.sum()
            }
            return { [("sum", [parts.reduce(0, +)])] }
        }
    } }

    /// The same with a sum for each node: a product with the adjacency matrix and nothing else.
    static var gatherRows: Case { Case(id: "gather-rows") { input in
        let graph = try NetworkFile(input).graph()
        let values = (0..<graph.nodeCount).map { Double($0 % 7) }
        var sums = [Double](repeating: 0, count: graph.nodeCount)
        return {
            _ = Parallel.update(&sums, grain: max(1, graph.nodeCount / 64)) { nodes, own in
                let offsets = graph.outgoing.offsets.span
                let targets = graph.outgoing.targets.span
                let values = values.span
                for node in nodes {
                    var sum = 0.0
                    for entry in offsets[node]..<offsets[node + 1] { sum += values[Int(targets[entry])] }
                    own[node - nodes.lowerBound] = sum
                }
            }
            return { [("sum", [sums.reduce(0, +)])] }
        }
    } }
}
