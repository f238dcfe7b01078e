import GraphKernels

/// Statistics along several chains.
struct TieSample: Sendable {
    let chains: [[[Double]]]
    let mean: [Double]
    /// Of the statistics, n as divisor.
    let covariance: Symmetric

    init(chains: [[[Double]]]) {
        self.chains = chains
        let rows = chains.flatMap { $0 }
        (mean, covariance) = Self.moments(rows, weights: nil)
    }

    var count: Int { chains.reduce(0) { $0 + $1.count } }
    var dimensions: Int { mean.count }

    static func moments(_ rows: [[Double]], weights: [Double]?) -> (mean: [Double], covariance: Symmetric) {
        let size = rows.first?.count ?? 0
        var mean = [Double](repeating: 0, count: size)
        let total = weights?.reduce(0, +) ?? Double(rows.count)
        for (number, row) in rows.enumerated() {
            let weight = weights?[number] ?? 1
            for place in 0..<size { mean[place] += weight * row[place] }
        }
        for place in 0..<size { mean[place] /= total }
        var covariance = Symmetric(size: size)
        var left = mean
        for (number, row) in rows.enumerated() {
            let weight = (weights?[number] ?? 1) / total
            for place in 0..<size { left[place] = row[place] - mean[place] }
            for one in 0..<size {
                let scaled = weight * left[one]
                for other in 0...one { covariance.values[one * size + other] += scaled * left[other] }
            }
        }
        for one in 0..<size { for other in 0..<one { covariance[other, one] = covariance[one, other] } }
        return (mean, covariance)
    }

    /// The covariance of the statistics' mean, times how many there are: by means of batches, of which each chain has
    /// as many as the root of its length (Jones, Haran, Caffo and Neath 2006).
    var longRunCovariance: Symmetric {
        var sum = Symmetric(size: dimensions)
        var batches = 0
        for chain in chains {
            let length = max(1, Int(Double(chain.count).squareRoot()))
            let number = chain.count / length
            for batch in 0..<number {
                var left = [Double](repeating: 0, count: dimensions)
                for row in chain[batch * length..<(batch + 1) * length] {
                    for place in left.indices { left[place] += (row[place] - mean[place]) / Double(length) }
                }
                for one in left.indices {
                    for other in left.indices { sum[one, other] += Double(length) * left[one] * left[other] }
                }
            }
            batches += number
        }
        return batches > 1 ? 1 / Double(batches - 1) * sum : covariance
    }

    /// How many independent draws say as much of the mean of each statistic.
    var effectiveSizes: [Double] {
        let long = longRunCovariance
        return (0..<dimensions).map { place in
            guard long[place, place] > 0 else { return Double(count) }
            return min(Double(count), Double(count) * covariance[place, place] / long[place, place])
        }
    }
}
