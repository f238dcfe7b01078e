import Measures
import TerritoryScoring
import Vocabulary

/// The declaration of a figure: what lists, the command line and the documentation say of it.
public struct Figure: Sendable, Identifiable {
    /// Lower-case ASCII snake_case; never renamed.
    public let id: String
    /// What lists and captions call it.
    public let name: Bilingual
    /// What it shows, and how to read it.
    public let reading: Bilingual
    /// What the data must have for it, beside actors; empty: nothing.
    public let needs: Bilingual
    /// What it is drawn from.
    public let subject: Subject
    /// Whether discs stand where `FigureOptions.positions` say.
    public let hasPlaces: Bool
    private let drawing: Drawing

    /// What a figure is drawn from.
    public enum Subject: Sendable, Hashable {
        /// One view of one network.
        case network
        /// The scores of territories, or of one at several dates, with these parts.
        case scores(ScoreParts)
    }

    /// The parts of a score beside its indicators that a figure shows where they are there.
    public struct ScoreParts: OptionSet, Sendable, Hashable {
        /// One bit for each part.
        public let rawValue: Int

        /// The parts whose bits are set.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The draws behind a score's intervals.
        public static let draws = ScoreParts(rawValue: 1)
        /// The null models that a score is compared with.
        public static let nulls = ScoreParts(rawValue: 2)
    }

    private enum Drawing: Sendable {
        case network(@Sendable (MeasureContext, FigureOptions) throws(MilieuError) -> Scene)
        case scores(@Sendable ([TerritoryScore], FigureOptions) throws(MilieuError) -> Scene)
    }

    /// A figure of a network; `hasPlaces` says whether its discs stand where positions say.
    public init(
        _ id: String, name: Bilingual, reading: Bilingual, needs: Bilingual = Bilingual(""), hasPlaces: Bool = false,
        make: @escaping @Sendable (MeasureContext, FigureOptions) throws(MilieuError) -> Scene
    ) {
        (self.id, self.name, self.reading, self.needs) = (id, name, reading, needs)
        (subject, drawing) = (.network, .network(make))
        self.hasPlaces = hasPlaces
    }

    /// A figure of scores.
    public init(
        _ id: String, name: Bilingual, reading: Bilingual, needs: Bilingual = Bilingual(""), shows parts: ScoreParts,
        make: @escaping @Sendable ([TerritoryScore], FigureOptions) throws(MilieuError) -> Scene
    ) {
        (self.id, self.name, self.reading, self.needs) = (id, name, reading, needs)
        (subject, drawing) = (.scores(parts), .scores(make))
        hasPlaces = false
    }

    /// Decides everything about a network's figure but the file format.
    ///
    /// - Throws: `MilieuError` of cause `usage` where an option names what is not there, the
    ///   network lacks what the figure needs, or it is a figure of scores.
    public func draw(
        context: MeasureContext, options: FigureOptions = FigureOptions()
    ) throws(MilieuError) -> Scene {
        guard case .network(let make) = drawing else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The figure \"\(id)\" shows scores, not a network.",
                    fr: "La figure « \(id) » montre des scores, et non un réseau."),
                remedy: Bilingual(
                    en: "Score the territory first, and draw the score.",
                    fr: "Calculez d'abord le score du territoire, et dessinez-le."))
        }
        return try drawn(options) { (options) throws(MilieuError) in try make(context, options) }
    }

    /// Decides everything about a figure of scores, in their order, but the file format. What the
    /// scores do not hold (no draws, no null models) is left out, and the caption says so.
    ///
    /// - Throws: `MilieuError` of cause `usage` where there is no score, or it is a figure of a
    ///   network.
    public func draw(
        scores: [TerritoryScore], options: FigureOptions = FigureOptions()
    ) throws(MilieuError) -> Scene {
        guard case .scores(let make) = drawing else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The figure \"\(id)\" shows a network, not scores.",
                    fr: "La figure « \(id) » montre un réseau, et non des scores."),
                remedy: Bilingual(en: "Draw it from a network.", fr: "Dessinez-la à partir d'un réseau."))
        }
        guard !scores.isEmpty else {
            throw MilieuError(
                .usage, Bilingual(en: "There is no score to draw.", fr: "Il n'y a pas de score à dessiner."),
                remedy: Bilingual(en: "Name at least one dataset.", fr: "Indiquez au moins un jeu de données."))
        }
        return try drawn(options) { (options) throws(MilieuError) in try make(scores, options) }
    }

    /// With the font and for the page that are asked for.
    private func drawn(
        _ options: FigureOptions, _ make: @escaping (FigureOptions) throws(MilieuError) -> Scene
    ) throws(MilieuError) -> Scene {
        try check(options)
        let font = try options.font.map { text throws(MilieuError) in try FontChoice(text) }
        let widths = try font.map { font throws(MilieuError) in try FontMeasuring.widths(font) }
        // A scope for a value of the task needs a result to carry typed errors.
        let result: Result<Scene, MilieuError> = TextMetrics.$font.withValue(widths) {
            do throws(MilieuError) {
                guard let page = options.page else { return .success(try make(options)) }
                return .success(try PageFitting(page, hasPlaces: hasPlaces, make).scene(options))
            } catch {
                return .failure(error)
            }
        }
        var scene = try result.get()
        scene.font = font?.name
        if let note = font?.note { scene.notes.insert(note, at: 0) }
        return scene
    }

    private func check(_ options: FigureOptions) throws(MilieuError) {
        guard hasPlaces || !options.bundlesTies else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The figure \"\(id)\" has no ties to bundle.",
                    fr: "La figure « \(id) » n'a pas de liens à mettre en faisceaux."),
                remedy: Bilingual(
                    en: "Leave out --bundle, or draw the network of actors (`--figure sociogram`).",
                    fr: "Omettez --bundle, ou dessinez le réseau des acteurs (`--figure sociogram`)."))
        }
        guard options.width >= 150, options.width <= 4000 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A figure cannot be \(options.width) points wide.",
                    fr: "Une figure ne peut pas avoir une largeur de \(options.width) points."),
                remedy: Bilingual(
                    en: "Choose a width from 150 to 4000 points (5.3 to 141 cm); 16 cm are 453.5 points.",
                    fr: "Choisissez une largeur de 150 à 4000 points (5,3 à 141 cm) ; 16 cm font 453,5 points."))
        }
    }
}
