import GraphKernels
import Vocabulary

/// Fits a model: by logistic regression where pairs say nothing of each other, else by Monte Carlo maximum likelihood
/// (Geyer and Thompson 1992), led there by steps that stay within the hull of what is simulated (Hummel, Hunter and
/// Handcock 2012, J. Comput. Graph. Stat. 21, 920–939).
public struct TieEstimation: Sendable {
    let model: TieModel
    let options: EstimationOptions

    /// Fits a model to its network.
    ///
    /// - Throws: `MilieuError` where terms do not vary or make up each other, where they tell ties from others without
    ///   fail, and where the model is degenerate: nearly all its networks are nearly empty or nearly full.
    /// - Complexity: O(pairs · coefficients²) and, where it simulates, rounds · draws · ties of the ends.
    public static func fit(_ model: TieModel, _ options: EstimationOptions = EstimationOptions()) throws(MilieuError)
        -> TieFit
    {
        let estimation = TieEstimation(model: model, options: options)
        let observed = model.statistics(of: model.ties)
        try estimation.checkExtremes(observed)
        guard !model.isDyadIndependent else {
            let exact = try estimation.exact(model)
            guard let covariance = exact.sums.information.inverse() else { throw estimation.separated([]) }
            return TieFit(
                model, estimate: exact.estimate, covariance: covariance, simulation: nil,
                logLikelihood: exact.sums.value, pairs: exact.sums.pairs, observed: observed)
        }
        let plain = estimation.plain()
        var run = EstimationRun(
            model, options, start: try estimation.start(), plain: plain?.estimate, observed: observed)
        let fit = try run.fit(pairs: model.observedPairCount)
        guard options.wantsLikelihood, model.degreeBound == nil else { return fit }
        var whole = fit
        whole.logLikelihood = plain.flatMap {
            BridgeLikelihood.value(fit, from: $0.estimate, $0.logLikelihood, run.proposals, seed: options.seed)
        }
        return whole
    }

    /// Where the simulation begins: at the greatest pseudo-likelihood. That may grow without end where the likelihood
    /// has a greatest value, as of small networks whose every triangle closes: then at what pairs alone say.
    private func start() throws(MilieuError) -> [Double] {
        do throws(Ascent.Failure) { return try PseudoLikelihood.greatest(model).estimate } catch {
            if case .dependent = error { throw explained(error, model.names) }
            if !model.plainPart.names.isEmpty { _ = try exact(model.plainPart) }
            return plain()?.estimate ?? [Double](repeating: 0, count: model.coefficientCount)
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

    /// The greatest likelihood of a model whose likelihood can be written down.
    private func exact(_ model: TieModel) throws(MilieuError) -> Ascent {
        do throws(Ascent.Failure) { return try Self.written(model) } catch { throw explained(error, model.names) }
    }

    private static func written(_ model: TieModel) throws(Ascent.Failure) -> Ascent {
        model.isPairIndependent ? try PseudoLikelihood.greatest(model) : try DyadLikelihood.greatest(model)
    }

    private func explained(_ failure: Ascent.Failure, _ names: [String]) -> MilieuError {
        switch failure {
        case .dependent(let place):
            let name = Excerpt.of(names[place])
            return MilieuError(
                .usage,
                Bilingual(
                    en: "\(name) does not vary over the pairs, or the terms before it make it up.",
                    fr: "\(name) ne varie pas d'une paire à l'autre, ou les termes qui le précèdent le composent."),
                remedy: Bilingual(
                    en: "Leave it out, or one of those.", fr: "Laissez-le de côté, ou l'un de ceux-là."))
        case .separated(let places): return separated(places.map { names[$0] })
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

    /// The coefficients of the terms whose likelihood can be written down, all others at 0, and that likelihood's
    /// logarithm; nil where it has no greatest value. Networks there are as full as the observed one.
    private func plain() -> (estimate: [Double], logLikelihood: Double)? {
        let part = model.plainPart
        var start = [Double](repeating: 0, count: model.coefficientCount)
        guard !part.names.isEmpty else {
            return (
                start,
                model.offsets.isEmpty
                    ? -Double(model.observedPairCount) * Logarithm.natural(2) : PseudoLikelihood.atZero(part)
            )
        }
        guard let fit = try? Self.written(part) else { return nil }
        for (place, whole) in model.plainPlaces.enumerated() { start[whole] = fit.estimate[place] }
        return (start, fit.sums.value)
    }
}

extension TieModel {
    /// The model of the terms whose likelihood can be written down: those of pairs, and of answers.
    var plainPart: TieModel { TieModel(plainPartOf: self) }

    /// The places of its coefficients among the whole model's.
    var plainPlaces: [Int] {
        order[..<pairTerms.count] + answers.map { order[pairTerms.count + $0] }
    }

    /// Of the structural terms those that ask for the answer of a tie alone.
    private var answers: [Int] {
        structuralTerms.indices.filter { structuralTerms[$0] == .mutual || structuralTerms[$0] == .asymmetric }
    }

    private init(plainPartOf model: TieModel) {
        pairTerms = model.pairTerms
        structuralTerms = model.answers.map { model.structuralTerms[$0] }
        names = model.plainPlaces.map { model.names[$0] }
        order = Array(names.indices)
        (nodeCount, isDirected, firstModeCount) = (model.nodeCount, model.isDirected, model.firstModeCount)
        tables = []
        (ties, unobserved, free, offsets) = (model.ties, model.unobserved, model.free, model.offsets)
        degreeBound = nil
    }
}
