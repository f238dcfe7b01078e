/// Masses that act on the points near one place, eight of which are summed at once.
///
/// Coordinates are relative to that place, so that 32 bits are exact where it matters: near by.
struct ActingMasses {
    private var origin = SIMD2<Double>.zero
    private var xs: [Float] = []
    private var ys: [Float] = []
    private var masses: [Float] = []

    mutating func start(at place: SIMD2<Double>) {
        origin = place
        xs.removeAll(keepingCapacity: true)
        ys.removeAll(keepingCapacity: true)
        masses.removeAll(keepingCapacity: true)
    }

    mutating func add(_ place: SIMD2<Double>, _ mass: Double) {
        xs.append(Float(place.x - origin.x))
        ys.append(Float(place.y - origin.y))
        masses.append(Float(mass))
    }

    /// Fills the last eight with masses of nothing.
    mutating func pad() {
        while !xs.count.isMultiple(of: 8) { add(origin, 0) }
    }

    /// The sum of mass / distance^1.5, each in the direction from its place to the point.
    ///
    /// With the plain 1 / distance of springs and charges in the plane, the pressure of a large network
    /// drives all leaves of a hub to its far side; the faster decay lets them stand round it (Hu 2005,
    /// section 4: the peripheral effect).
    func force(at place: SIMD2<Double>) -> SIMD2<Double> {
        let x = SIMD8<Float>(repeating: Float(place.x - origin.x))
        let y = SIMD8<Float>(repeating: Float(place.y - origin.y))
        let (xBytes, yBytes, massBytes) = unsafe (xs.span.bytes, ys.span.bytes, masses.span.bytes)
        var (right, down) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
        for offset in stride(from: 0, to: 4 * xs.count, by: 32) {
            // Sound: numbers have no wrong bits, and each load checks its bounds. Lane by lane, this
            // loop, the innermost of every layout, takes three times as long.
            let dx = unsafe x - xBytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
            let dy = unsafe y - yBytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
            let mass = unsafe massBytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
            // The point itself is at no distance, and exerts nothing.
            let squared = dx * dx + dy * dy + 1e-12
            let share = mass / (squared * squared.squareRoot().squareRoot())
            right += dx * share
            down += dy * share
        }
        var sum = SIMD2<Double>.zero
        for lane in 0..<8 { sum += SIMD2(Double(right[lane]), Double(down[lane])) }
        return sum
    }
}
