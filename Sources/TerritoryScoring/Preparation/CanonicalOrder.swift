/// An order of actors and events that derives from the structure alone: neither from the order of
/// rows nor from ids.
///
/// Colours are refined until they tell apart all that their surroundings tell apart (Weisfeiler and
/// Leman); where several still share one, the first gets a colour of its own and refinement goes on.
/// That is canonical wherever those who share a colour could change places, which holds for all
/// but contrived regular structures. Work is bounded: a huge structure in which very many still share
/// colours (a forest of equal trees) keeps the order of its rows among them.
struct CanonicalOrder {
    struct Link {
        var from: Int32
        var to: Int32
        var colour: UInt64
        var isDirected: Bool
    }

    /// Rows in canonical order.
    let actors: [Int]
    let events: [Int]
    /// Nodes and links looked at: some seconds.
    static let mostWork = 60_000_000

    /// - Complexity: O(links · (rounds + number of groups that are not told apart)).
    init(actorColours: [UInt64], eventColours: [UInt64], links: [Link]) {
        let count = actorColours.count
        var refinement = Refinement(
            colours: actorColours + eventColours.map { Colour.mixed($0 ^ 0xE5E1) }, links: links)
        refinement.run()
        while refinement.work < Self.mostWork, let group = refinement.firstSharedColour() {
            refinement.tellApart(group)
            refinement.run()
        }
        let colours = refinement.colours
        actors = (0..<count).sorted { (colours[$0], $0) < (colours[$1], $1) }
        events = eventColours.indices.sorted { (colours[count + $0], $0) < (colours[count + $1], $1) }
    }
}

/// Colours on their way to a stable partition.
private struct Refinement {
    private(set) var colours: [UInt64]
    private let links: [CanonicalOrder.Link]
    private var distinct: Int
    private(set) var work = 0

    init(colours: [UInt64], links: [CanonicalOrder.Link]) {
        self.colours = colours
        self.links = links
        distinct = Set(colours).count
    }

    mutating func run() {
        while distinct < colours.count, work < CanonicalOrder.mostWork {
            let next = refined(by: colours)
            let count = Set(next).count
            guard count > distinct else { return }
            colours = next
            distinct = count
        }
    }

    /// One round: each node's colour and the sum (in no order) of what its links show it.
    private mutating func refined(by shown: [UInt64]) -> [UInt64] {
        work += colours.count + links.count
        var sums = [UInt64](repeating: 0, count: colours.count)
        for link in links {
            let (from, to) = (Int(link.from), Int(link.to))
            let (out, back): (UInt64, UInt64) = link.isDirected ? (1, 2) : (3, 3)
            sums[from] &+= Colour.mixed(shown[to] &+ link.colour &* 31 &+ out)
            sums[to] &+= Colour.mixed(shown[from] &+ link.colour &* 31 &+ back)
        }
        return zip(colours, sums).map { Colour.mixed($0 &* 3 &+ Colour.mixed($1)) }
    }

    /// The nodes of the smallest colour that several share, in order of position.
    func firstSharedColour() -> [Int]? {
        guard distinct < colours.count else { return nil }
        var members: [UInt64: [Int]] = [:]
        for (node, colour) in colours.enumerated() { members[colour, default: []].append(node) }
        return members.filter { $0.value.count > 1 }.min { $0.key < $1.key }?.value
    }

    /// Twins (the same alters by the same links) can change places pairwise, so that all of a group
    /// of twins are told apart at once; otherwise its first member is.
    mutating func tellApart(_ group: [Int]) {
        let surroundings = refined(by: (0..<UInt64(colours.count)).map { Colour.mixed($0) })
        let areTwins = group.allSatisfy { surroundings[$0] == surroundings[group[0]] }
        for (place, node) in group.enumerated().prefix(areTwins ? group.count - 1 : 1) {
            colours[node] = Colour.mixed(colours[node] ^ (0x7E11 &+ UInt64(place) &* 0x9E37_79B9))
        }
        distinct = Set(colours).count
    }
}

/// A 64-bit hash that is the same on every machine and in every run.
struct Colour {
    private(set) var value: UInt64 = 0x243F_6A88_85A3_08D3

    mutating func add(_ numbers: Int...) {
        for number in numbers { value = Self.mixed(value &* 31 &+ UInt64(bitPattern: Int64(number))) }
    }

    mutating func add(_ number: Double?) {
        add(number.map { Int(bitPattern: UInt(truncatingIfNeeded: $0.bitPattern)) } ?? -1)
    }

    /// The finaliser of SplitMix64: a bijection in which every bit moves every other.
    static func mixed(_ number: UInt64) -> UInt64 {
        var z = number &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
