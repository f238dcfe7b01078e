import GraphKernels

/// Who is compared with whom when a programme is evaluated.
public enum TreatmentContrast: String, Sendable, CaseIterable {
    /// Those who took part beside all who did not.
    case treatedUntreated = "treated-untreated"
    /// Those who took part beside those who neither did nor were tied, before, to one who did: what a programme does
    /// to partners of its participants does not blur it.
    case treatedUnexposed = "treated-unexposed"
    /// Among those who did not take part, partners of participants beside the rest: indirect effects.
    case exposedUnexposed = "exposed-unexposed"

    /// The words of both sides, as a table names them.
    var sides: (group: String, reference: String) {
        switch self {
        case .treatedUntreated: ("treated", "untreated")
        case .treatedUnexposed: ("treated", "unexposed")
        case .exposedUnexposed: ("exposed", "unexposed")
        }
    }
}

/// Who took part in a programme, who had been tied to participants, and who is alike enough to be compared.
struct TreatmentDesign: Sendable {
    /// Of each actor; nil: not known.
    let isTreated: [Bool?]
    /// Of each actor those it was tied to before, either way.
    let partners: [[Int]]
    /// Only actors of one stratum are compared; nil: of none.
    let strata: [Int?]

    /// A side of a comparison.
    enum Side: Sendable { case group, reference, neither }

    /// The side of each actor if these had been treated.
    func sides(_ contrast: TreatmentContrast, treated: [Bool?]) -> [Side] {
        treated.indices.map { actor in
            guard strata[actor] != nil, let isTreated = treated[actor] else { return .neither }
            if isTreated { return contrast == .exposedUnexposed ? .neither : .group }
            if contrast == .treatedUntreated { return .reference }
            let isExposed = partners[actor].contains { treated[$0] == true }
            if contrast == .exposedUnexposed { return isExposed ? .group : .reference }
            return isExposed ? .neither : .reference
        }
    }

    /// The treatments dealt out anew among the actors of each stratum, but to those that keep theirs.
    func redealt(keeping kept: Set<Int> = [], using random: inout RandomSource) -> [Bool?] {
        var dealt = isTreated
        for members in movable(kept) {
            for (place, actor) in members.shuffled(using: &random).enumerated() {
                dealt[members[place]] = isTreated[actor]
            }
        }
        return dealt
    }

    /// Half of the untreated of each stratum, drawn by chance: whose own treatment stays, so that only their partners'
    /// differs from draw to draw.
    func focal(using random: inout RandomSource) -> Set<Int> {
        var chosen: Set<Int> = []
        for members in movable([]) {
            let untreated = members.filter { isTreated[$0] == false }.shuffled(using: &random)
            chosen.formUnion(untreated.prefix((untreated.count + 1) / 2))
        }
        return chosen
    }

    private func movable(_ kept: Set<Int>) -> [[Int]] {
        var members: [Int: [Int]] = [:]
        for actor in isTreated.indices where isTreated[actor] != nil && !kept.contains(actor) {
            if let stratum = strata[actor] { members[stratum, default: []].append(actor) }
        }
        return members.keys.sorted().map { members[$0] ?? [] }
    }
}
