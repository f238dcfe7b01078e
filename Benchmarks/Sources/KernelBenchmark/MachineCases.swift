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
}
