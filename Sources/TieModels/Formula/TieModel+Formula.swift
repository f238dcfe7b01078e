import GraphKernels
import Vocabulary

extension TieModel {
    /// A model of a network.
    ///
    /// - Parameter degreeBound: no node may have more ties than this, of those it sends where ties have a direction.
    /// - Throws: `MilieuError` where a term is unknown or does not fit the network, an attribute or relation is missing,
    ///   or the network is too small or too large.
    /// - Complexity: O(ties + nodes · terms).
    public init(_ formula: TieFormula, of data: TieData, degreeBound: Int? = nil) throws(MilieuError) {
        try Self.check(data)
        var columns = TermColumns(data)
        var (made, given): ([TermColumn], [(term: PairTerm, coefficient: Double)]) = ([], [])
        for term in formula.terms {
            let declaration = try TermCatalogue.declaration(term.name)
            try Self.check(declaration, data)
            let columns = try declaration.make(
                TermDeclaration.Arguments(term: term, usage: declaration.usage), &columns)
            if let coefficient = term.offset {
                given.append((try Self.offset(term, columns), coefficient))
            } else {
                made += columns
            }
        }
        offsets = given
        guard !made.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "All coefficients of the model are given: there is nothing to estimate.",
                    fr: "Tous les coefficients du modèle sont donnés : il n'y a rien à estimer."),
                remedy: Bilingual(en: "Write for instance \"edges + …\".", fr: "Écrivez par exemple \"edges + …\"."))
        }
        guard made.count <= 60 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The model has \(made.count) coefficients.", fr: "Le modèle a \(made.count) coefficients."),
                remedy: Bilingual(en: "Take at most 60.", fr: "Prenez-en au plus 60."))
        }
        names = made.map(\.name)
        var (pairTerms, structural, pairPlaces, structuralPlaces): ([PairTerm], [StructuralTerm], [Int], [Int]) = (
            [], [], [], []
        )
        for (place, column) in made.enumerated() {
            switch column.statistic {
            case .pair(let term):
                pairTerms.append(term)
                pairPlaces.append(place)
            case .structure(let term):
                structural.append(term)
                structuralPlaces.append(place)
            }
        }
        (self.pairTerms, structuralTerms) = (pairTerms, structural)
        order = pairPlaces + structuralPlaces
        tables = columns.tables
        (nodeCount, isDirected, firstModeCount) = (data.ids.count, data.isDirected, data.firstModeCount)
        let first = data.firstModeCount
        func pair(_ tie: (source: Int, target: Int)) -> Pair {
            data.isDirected && first == nil
                ? Pair(tail: tie.source, head: tie.target)
                : Pair(tail: min(tie.source, tie.target), head: max(tie.source, tie.target))
        }
        var seen: Set<Pair> = []
        ties = data.ties.map(pair).filter { $0.tail != $0.head && seen.insert($0).inserted }
        let tied = seen
        free = data.free.map { pairs in
            var named: Set<Pair> = []
            return pairs.map(pair).filter { $0.tail != $0.head && named.insert($0).inserted }
        }
        let may = free.map { Set($0) }
        unobserved = data.unobserved.map(pair).filter {
            $0.tail != $0.head && !tied.contains($0) && may?.contains($0) ?? true && seen.insert($0).inserted
        }
        self.degreeBound = degreeBound
        try checkTies()
    }

    private static func check(_ data: TieData) throws(MilieuError) {
        guard data.ids.count <= TieData.sizeLimit else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The network has \(data.ids.count) nodes, and a model of ties takes up to \(TieData.sizeLimit).",
                    fr:
                        "Le réseau a \(data.ids.count) nœuds, et un modèle des liens en prend jusqu'à \(TieData.sizeLimit)."
                ),
                remedy: Bilingual(en: "Choose a part of it.", fr: "Choisissez-en une partie."))
        }
        guard data.ids.count >= 3 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The network has \(data.ids.count, en: "node", "nodes"): too few to say why some are tied.",
                    fr:
                        "Le réseau a \(data.ids.count, fr: "nœud", "nœuds") : trop peu pour dire pourquoi certains sont liés."
                ),
                remedy: Bilingual(
                    en: "Take a network of three actors and more.", fr: "Prenez un réseau de trois acteurs ou plus."))
        }
    }

    private static func check(_ declaration: TermDeclaration, _ data: TieData) throws(MilieuError) {
        let fits =
            switch declaration.scope {
            case .any: true
            case .directed: data.isDirected && data.firstModeCount == nil
            case .undirected: !data.isDirected && data.firstModeCount == nil
            case .twoMode: data.firstModeCount != nil
            case .oneMode: data.firstModeCount == nil
            }
        guard !fits else { return }
        let here: TermDeclaration.Scope =
            data.firstModeCount != nil ? .twoMode : data.isDirected ? .directed : .undirected
        throw MilieuError(
            .usage,
            Bilingual(
                en:
                    "\(declaration.name) is a term of \(declaration.scope.name.en) networks, and this one is \(here.name.en).",
                fr:
                    "\(declaration.name) est un terme pour un réseau \(declaration.scope.name.fr), et celui-ci est \(here.name.fr)."
            ),
            remedy: Bilingual(
                en: "Leave it out, or read the network as such (--directed, --undirected, --events two-mode).",
                fr: "Laissez-le de côté, ou lisez le réseau ainsi (--directed, --undirected, --events two-mode)."))
    }

    /// The one number of a pair that an offset weighs.
    private static func offset(_ term: TieFormula.Term, _ columns: [TermColumn]) throws(MilieuError) -> PairTerm {
        guard columns.count == 1, case .pair(let pair) = columns[0].statistic else {
            let text = Excerpt.of(term.text)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\(text): a coefficient is given only to a term of pairs that has one.",
                    fr: "\(text) : un coefficient ne se donne qu'à un terme de paires qui n'en a qu'un."),
                remedy: Bilingual(
                    en: "Take edges, nodecov, nodematch, absdiff or edgecov.",
                    fr: "Prenez edges, nodecov, nodematch, absdiff ou edgecov."))
        }
        return pair
    }

    private func checkOffsets() throws(MilieuError) {
        var (isOpen, isTooLarge) = (false, false)
        forEachPair { tail, head in
            let value = offset(tail, head)
            if value > -.infinity { isOpen = true }
            if value > 700 || value.isNaN { isTooLarge = true }
        }
        let isBroken = ties.contains { offset($0.tail, $0.head) == -.infinity }
        guard isOpen, !isBroken, !isTooLarge else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "What the offsets give forbids a tie that there is, forbids all, or makes some certain.",
                    fr:
                        "Ce que donnent les offsets interdit un lien qui existe, les interdit tous, ou en rend certains."
                ),
                remedy: Bilingual(
                    en: "Give another coefficient, or look at the relation.",
                    fr: "Donnez un autre coefficient, ou regardez la relation."))
        }
    }

    private func checkTies() throws(MilieuError) {
        if !offsets.isEmpty { try checkOffsets() }
        let observed = observedPairCount
        let may = free.map { Set($0) }
        let tied = ties.count { may?.contains($0) ?? true }
        guard tied > 0, tied < observed else {
            let what =
                tied == 0
                ? Bilingual(en: "no ties", fr: "n'a pas de liens")
                : Bilingual(en: "all ties that there can be", fr: "a tous les liens possibles")
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The network has \(what.en), so that nothing tells tied pairs from others.",
                    fr: "Le réseau \(what.fr), si bien que rien ne distingue les paires liées des autres."),
                remedy: Bilingual(
                    en: "Take other layers or kinds of tie.", fr: "Prenez d'autres couches ou types de lien."))
        }
        guard observed > coefficientCount else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "There are \(observed, en: "observed pair", "observed pairs") for \(coefficientCount, en: "coefficient", "coefficients").",
                    fr:
                        "Il y a \(observed, fr: "paire observée", "paires observées") pour \(coefficientCount, fr: "coefficient", "coefficients")."
                ),
                remedy: Bilingual(en: "Leave terms out.", fr: "Laissez des termes de côté."))
        }
        if let bound = degreeBound {
            let graph = observedGraph()
            let most = (0..<nodeCount).map(graph.outDegree).max() ?? 0
            guard bound >= most else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "No actor may have more than \(bound, en: "tie", "ties"), and one has \(most).",
                        fr: "Aucun acteur ne peut avoir plus de \(bound, fr: "lien", "liens"), et l'un en a \(most)."),
                    remedy: Bilingual(en: "Allow \(most) and more.", fr: "Permettez-en \(most) ou plus."))
            }
        }
    }
}
