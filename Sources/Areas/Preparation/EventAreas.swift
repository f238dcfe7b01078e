import Interchange

/// In which areas each event is: those of its participants.
struct EventAreas: Sendable {
    /// An event of more areas than this would copy its participants hundreds of times.
    static let most = 256

    private var ids = IDInterner()
    private var pairs = PairSet()

    mutating func add(_ bytes: [UInt8], _ event: Range<Int>, in area: Int?) {
        let number = ids.intern(bytes, event)
        if let area { pairs.add([PairSet.pair(Int(number), area)]) }
    }

    mutating func settle() { pairs.settle() }

    func areas(of bytes: [UInt8], _ event: Range<Int>) -> [Int] {
        guard let number = ids.number(of: bytes, event) else { return [] }
        var place = 0
        return pairs.others(of: Int(number), from: &place)
    }
}
