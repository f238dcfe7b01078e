import NetworkModel
import Vocabulary

extension Network {
    /// The network with each tie that has no direction made two, one each way, and all kinds directed.
    /// A loop stays one.
    func withTiesBothWays() -> Network {
        var rows: [Tie] = []
        var places: [Int] = []
        for (place, tie) in ties.enumerated() {
            rows.append(tie)
            places.append(place)
            guard !tieKinds[tie.kind].isDirected, tie.source != tie.target else { continue }
            var twin = tie
            (twin.source, twin.target) = (tie.target, tie.source)
            rows.append(twin)
            places.append(place)
        }
        let kinds = tieKinds.map { kind in
            var directed = kind
            directed.isDirected = true
            return directed
        }
        // What is valid stays so.
        let turned = try? replacing(
            ties: Ties(rows, attributes: ties.attributes.map { $0.rows(at: places) }), tieKinds: kinds)
        return turned ?? self
    }
}
