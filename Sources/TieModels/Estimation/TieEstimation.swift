import GraphKernels
import Vocabulary

/// Fits a model: by logistic regression where pairs say nothing of each other, else by Monte Carlo maximum likelihood
/// (Geyer and Thompson 1992), led there by steps that stay within the hull of what is simulated (Hummel, Hunter and
/// Handcock 2012, J. Comput. Graph. Stat. 21, 920–939).
public struct TieEstimation: Sendable {
    /// What a fit may take.
    public struct Options: Sendable {
        /// The same seed gives the same bits.
        public var seed: UInt64 = 0
        /// Simulation may add this share of the standard error, before the last round is taken for the last.
        public var precision = 0.1
        /// How many independent draws the last round is worth at least, of each statistic.
        public var effectiveSize = 400
        /// Whether the log-likelihood is wanted, which costs as much again.
        public var wantsLikelihood = true
        /// Rounds of simulation.
        public var roundLimit = 80
        /// Usual options.
        public init() {}
    }

    let model: TieModel
    let options: Options

    /// Fits a model to its network.
    ///
    /// - Throws: `MilieuError` where terms do not vary or make up each other, where they tell ties from others without
    ///   fail, and where the model is degenerate: nearly all its networks are nearly empty or nearly full.
    /// - Complexity: O(pairs · coefficients²) and, where it simulates, rounds · draws · ties of the ends.
    public static func fit(_ model: TieModel, _ options: Options = Options()) throws(MilieuError) -> TieFit {
        let estimation = TieEstimation(model: model, options: options)
        let observed = model.statistics(of: model.ties)
        guard !model.isPairIndependent else {
            let exact = try estimation.pseudoLikelihood(model)
            guard let covariance = exact.information.inverse() else { throw estimation.separated([]) }
            return TieFit(
                model, estimate: exact.estimate, covariance: covariance, simulation: nil,
                logLikelihood: exact.logLikelihood, pairs: exact.pairs, observed: observed)
        }
        try estimation.checkExtremes(observed)
        var run = EstimationRun(estimation, start: try estimation.start(), observed: observed)
        let fit = try run.fit(pairs: model.pairCount - model.unobserved.count)
        guard options.wantsLikelihood, model.degreeBound == nil else { return fit }
        var whole = fit
        whole.logLikelihood = BridgeLikelihood.value(model, fit, run.proposals, seed: options.seed)
        return whole
    }

    /// Where the simulation begins: at the greatest pseudo-likelihood. That may grow without end where the likelihood
    /// has a greatest value, as of small networks whose every triangle closes: then at what the pairs alone say.
    private func start() throws(MilieuError) -> [Double] {
        do throws(PseudoLikelihood.Failure) { return try PseudoLikelihood(model).estimate } catch {
            if case .dependent = error { throw explained(error) }
            if !model.pairTerms.isEmpty { _ = try pseudoLikelihood(model.pairPart) }
            return plainStart()
        }
    }

    /// A count that is 0 has no finite coefficient: the fewer the likelier.
    private func checkExtremes(_ observed: [Double]) throws(MilieuError) {
        guard model.unobserved.isEmpty else { return }
        for place in model.structuralTerms.indices {
            let column = model.order[model.pairTerms.count + place]
            guard observed[column] <= 1e-9 else { continue }
            let name = Excerpt.of(model.names[column])
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "\(name) is 0 in the network, the least that there can be, so that no finite coefficient is likeliest.",
                    fr:
                        "\(name) vaut 0 dans le réseau, le moins qu'il puisse y avoir, si bien qu'aucun coefficient fini n'est le plus vraisemblable."
                ),
                remedy: Bilingual(en: "Leave it out.", fr: "Laissez-le de côté."))
        }
    }

    private func pseudoLikelihood(_ model: TieModel) throws(MilieuError) -> PseudoLikelihood {
        do throws(PseudoLikelihood.Failure) { return try PseudoLikelihood(model) } catch {
            throw explained(error, model.names)
        }
    }

    /// - Parameter names: those of the model that failed; nil: of the whole one.
    private func explained(_ failure: PseudoLikelihood.Failure, _ names: [String]? = nil) -> MilieuError {
        switch failure {
        case .dependent(let place):
            let name = Excerpt.of((names ?? model.names)[place])
            return MilieuError(
                .usage,
                Bilingual(
                    en: "\(name) does not vary over the pairs, or the terms before it make it up.",
                    fr: "\(name) ne varie pas d'une paire à l'autre, ou les termes qui le précèdent le composent."),
                remedy: Bilingual(
                    en: "Leave it out, or one of those.", fr: "Laissez-le de côté, ou l'un de ceux-là."))
        case .separated(let places): return separated(places.map { (names ?? model.names)[$0] })
        }
    }

    private func separated(_ terms: [String]) -> MilieuError {
        let names = terms.map { Excerpt.of($0) }.joined(separator: ", ")
        return MilieuError(
            .usage, Self.separation(names),
            remedy: Bilingual(
                en: "Leave such a term out, join it with a rarer one, or take away the pairs that it settles.",
                fr:
                    "Laissez un tel terme de côté, joignez-le à un plus rare, ou retirez les paires qu'il décide à lui seul."
            ))
    }

    /// That something tells tied pairs from others, by what does, where that is known.
    package static func separation(_ names: String) -> Bilingual {
        guard !names.isEmpty else {
            return Bilingual(
                en: "Tied pairs are told from others without fail, so that no finite coefficient is likeliest.",
                fr:
                    "Les paires liées se distinguent des autres sans exception, si bien qu'aucun coefficient fini n'est le plus vraisemblable."
            )
        }
        return Bilingual(
            en: "Tied pairs are told from others without fail by \(names), so that no finite coefficient is likeliest.",
            fr:
                "Les paires liées se distinguent des autres sans exception par \(names), si bien qu'aucun coefficient fini n'est le plus vraisemblable."
        )
    }

    /// The coefficients of the pair terms alone, structure at 0: networks there are as full as the observed one.
    func plainStart() -> [Double] {
        var start = [Double](repeating: 0, count: model.coefficientCount)
        guard !model.pairTerms.isEmpty, let fit = try? PseudoLikelihood(model.pairPart) else { return start }
        for (place, value) in fit.estimate.enumerated() { start[model.order[place]] = value }
        return start
    }
}

extension TieModel {
    /// The model of the pair terms alone, in their order.
    var pairPart: TieModel { TieModel(pairTermsOf: self) }

    private init(pairTermsOf model: TieModel) {
        names = model.pairTerms.indices.map { model.names[model.order[$0]] }
        (nodeCount, isDirected, firstModeCount) = (model.nodeCount, model.isDirected, model.firstModeCount)
        pairTerms = model.pairTerms
        structuralTerms = []
        order = Array(model.pairTerms.indices)
        tables = []
        (ties, unobserved, free) = (model.ties, model.unobserved, model.free)
        degreeBound = nil
    }
}
