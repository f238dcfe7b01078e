import GraphKernels

/// The reach of a 95 % interval in standard errors, where the error itself is estimated from few.
enum StudentInterval {
    /// The number that Student's t of so many degrees of freedom exceeds in absolute value in 5 of 100.
    ///
    /// With t = √ν tan φ the density of φ is in proportion to cos^(ν−1) φ, which is summed by Simpson's rule.
    static func reach(_ freedom: Double) -> Double {
        let freedom = max(1, min(freedom, 1_000))
        let steps = 4_000
        let width = Double.pi / 2 / Double(steps)
        func density(_ step: Double) -> Double { Power.of(max(0, Angle.cosine(step * width)), freedom - 1) }
        var sums = [0.0]
        for step in 0..<steps {
            let start = Double(step)
            sums.append(sums[step] + density(start) + 4 * density(start + 0.5) + density(start + 1))
        }
        let wanted = 0.95 * sums[steps]
        let above = sums.firstIndex { $0 >= wanted } ?? steps
        let angle = width * (Double(above - 1) + (wanted - sums[above - 1]) / (sums[above] - sums[above - 1]))
        return freedom.squareRoot() * Angle.sine(angle) / Angle.cosine(angle)
    }
}
