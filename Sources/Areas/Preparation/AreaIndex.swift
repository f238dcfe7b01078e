import Interchange

/// In which area each actor is: a number for each id, and by number an area.
///
/// About forty bytes an actor, so that a country's ten million fit where their rows would not.
struct AreaIndex: Sendable {
    private var ids = IDInterner()
    /// By number of the id; -1: in none.
    private(set) var areaOf: [Int32] = []
    /// Codes as the rows write them.
    private var rawCodes = IDInterner()
    private var areaOfRaw: [Int32] = []
    private var numbers: [String: Int32] = [:]
    /// The areas' codes in the order in which they were met.
    private(set) var codes: [String] = []
    private let lookup: AreaLookup

    init(_ lookup: AreaLookup) { self.lookup = lookup }

    var count: Int { areaOf.count }

    /// Bytes of memory.
    var footprint: Int { ids.footprint + areaOf.capacity * 4 }

    /// Adds an actor; false where an earlier row has its id, whose area then counts.
    mutating func add(_ bytes: [UInt8], id: Range<Int>, code: Range<Int>?) -> Bool {
        let area = code.map { areaNumber(of: bytes, $0) } ?? -1
        let number = ids.intern(bytes, id)
        guard Int(number) == areaOf.count else { return false }
        areaOf.append(area)
        return true
    }

    private mutating func areaNumber(of bytes: [UInt8], _ code: Range<Int>) -> Int32 {
        let raw = Int(rawCodes.intern(bytes, code))
        if raw == areaOfRaw.count {
            let text = String(decoding: bytes[code], as: UTF8.self)
            areaOfRaw.append(
                lookup.area(of: text).map { area in
                    if let known = numbers[area] { return known }
                    numbers[area] = Int32(codes.count)
                    codes.append(area)
                    return Int32(codes.count - 1)
                } ?? -1)
        }
        return areaOfRaw[raw]
    }

    /// The number of an actor; nil where no row has the id.
    func actor(_ bytes: [UInt8], _ id: Range<Int>) -> Int? { ids.number(of: bytes, id).map(Int.init) }
}

/// To which area a code belongs: itself, or what a list of communes and areas says.
struct AreaLookup: Sendable {
    /// Nil: a code is an area.
    var areaOfCode: [String: String]?
    var communes = Communes()
    /// What areas are called.
    var names: [String: String] = [:]

    func area(of code: String) -> String? {
        let current = communes.current(code)
        guard let areaOfCode else { return current.isEmpty ? nil : current }
        return areaOfCode[current] ?? areaOfCode[code]
    }
}
