import Vocabulary

/// How many ties there are, by what is counted: rows of a table are not ties, since some rows tell one
/// fact twice or of what no longer is, and ties are not pairs, since two actors can have several.
///
/// Checks, captions and measures take their numbers and their names from here.
public struct TieCounts: Sendable, Hashable {
    /// Rows of the table that the view takes its ties from: participations in a two-mode view.
    public let rows: Int
    /// Rows that the view leaves out: another layer, kind, status, date or confidence, or an end that is not there.
    public let rowsLeftOut: Int
    /// Rows that tie an actor to itself.
    public let loops: Int
    /// Rows that tell a fact of two actors that another row told.
    public let repeatedFacts: Int
    /// Ties by shared events, of which no row tells.
    public let sharedEventTies: Int
    /// Ties of the view.
    public let ties: Int
    /// Pairs of nodes that they tie: in a directed view of a source and a target, so that a tie without direction
    /// ties two.
    public let pairs: Int
    private let isDirected: Bool
    private let isTwoMode: Bool

    /// Counts the rows behind a view, its ties, and the pairs that they tie.
    ///
    /// - Complexity: O(ties · log ties).
    public init(of view: NetworkView) {
        (isDirected, isTwoMode) = (view.isDirected, view.isTwoMode)
        (ties, loops, repeatedFacts) = (view.tieCount, view.loopCount, view.repeatedFactCount)
        rows = view.isTwoMode ? view.network.participation.count : view.network.ties.count
        sharedEventTies = view.options.events == .projected ? view.sharedEventTieCount : 0
        rowsLeftOut = rows - loops - repeatedFacts - (ties - sharedEventTies)
        pairs = Self.pairCount(view)
    }

    private static func pairCount(_ view: NetworkView) -> Int {
        func key(_ one: Int32, _ other: Int32) -> UInt64 { UInt64(UInt32(one)) << 32 | UInt64(UInt32(other)) }
        var keys: [UInt64] = []
        keys.reserveCapacity(view.tieCount)
        for tie in 0..<view.tieCount {
            let (source, target) = (view.sources[tie], view.targets[tie])
            guard view.isDirected else {
                keys.append(key(min(source, target), max(source, target)))
                continue
            }
            keys.append(key(source, target))
            if !view.tieIsDirected.isEmpty, !view.tieIsDirected[tie] { keys.append(key(target, source)) }
        }
        keys.sort()
        return keys.indices.count { $0 == 0 || keys[$0] != keys[$0 - 1] }
    }

    /// "101 ties (100 tied pairs, each direction by itself)": what the view holds.
    ///
    /// - Parameter number: how a count is written.
    public func ofView(_ language: Language, number: (Int) -> String = { String($0) }) -> String {
        let french = language == .french
        let text = "\(number(ties)) \(french ? "lien" : "tie")\(language.isPlural(ties) ? "s" : "")"
        guard pairs != ties else { return text }
        let way = isDirected ? (french ? ", chaque sens à part" : ", each direction by itself") : ""
        let many = language.isPlural(pairs)
        let name = french ? (many ? "paires liées" : "paire liée") : (many ? "tied pairs" : "tied pair")
        return "\(text) (\(number(pairs)) \(name)\(way))"
    }

    /// "129 rows, of which 27 are left out …": from the table to the ties; nil where each row is a tie.
    public func fromRows(_ language: Language) -> String? {
        guard rows != ties || sharedEventTies > 0 else { return nil }
        let french = language == .french
        var parts: [String] = []
        func add(_ count: Int, _ en: String, _ fr: String) {
            if count > 0 { parts.append("\(count) \(french ? fr : en)") }
        }
        add(rowsLeftOut, "left out by the choice of view", "hors du choix de la vue")
        add(repeatedFacts, "telling a fact told already", "redisant un fait déjà dit")
        add(loops, "tying an actor to itself", "liant un acteur à lui-même")
        let table =
            isTwoMode ? (french ? " de participations" : " of participations") : (french ? " de liens" : " of ties")
        var text = "\(rows) \(french ? "ligne" : "row")\(language.isPlural(rows) ? "s" : "")\(table)"
        if !parts.isEmpty { text += (french ? ", dont " : ", of which ") + parts.joined(separator: ", ") }
        if sharedEventTies > 0 {
            text +=
                french
                ? " ; plus \(sharedEventTies) par événement partagé" : "; and \(sharedEventTies) by a shared event"
        }
        return text
    }
}

extension NetworkView {
    fileprivate var sharedEventTieCount: Int {
        (0..<tieCount).count { tie in
            if case .sharedEvent = origins[tie] { true } else { false }
        }
    }
}
