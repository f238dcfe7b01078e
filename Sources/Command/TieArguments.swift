import ArgumentParser
import Milieu

/// What is asked of why ties form.
struct TieArguments: ParsableArguments {
    @Option(help: "A random graph model of the ties: terms joined by +.")
    var ergm: String?

    @Option(
        help: ArgumentHelp(
            "A relation between the actors from a file, and the name that tests call it by.", valueName: "name=file"))
    var relation: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            What to show of --ergm: coefficients, diagnostics (effective size, autocorrelation, Geweke), fit (degrees, \
            shared partners and distances beside simulated ones) or traces; several separated by commas.
            """, valueName: "tables"))
    var show: CommaList?

    @Option(
        help: "Of --ergm: no actor may have (where directed: send) more ties than this, as a questionnaire may say.")
    var maxTies: Int?

    @Option(
        help: ArgumentHelp(
            """
            An earlier wave: a date of the same dataset, or a file of the same actors. Alone it tells what became of \
            ties, with --ergm why ties formed (Form~) and lasted (Persist~).
            """, valueName: "date or file"))
    var before: String?

    @Option(
        help: ArgumentHelp(
            "The share of pairs that are tied, by these proximities, or all (`milieu measure --level pair --list`).",
            valueName: "proximities"))
    var dyads: CommaList?

    @Option(help: ArgumentHelp("Proximities by which --before tells the changes.", valueName: "proximities"))
    var by: CommaList?

    @Option(
        help: ArgumentHelp(
            "With --ergm: also write the network and a script for R's statnet (of two waves for RSiena, too) to this folder.",
            valueName: "folder"), completion: .directory)
    var script: String?

    @Option(
        help: ArgumentHelp(
            "With --dyads, or --ergm and --show fit: also draw it (.svg, .pdf, .png …).", valueName: "file"),
        completion: .file())
    var figure: String?

    @Flag(help: "List the terms that a model may have instead; no input is needed.")
    var terms = false

    /// Whether a test of its own is asked for.
    var isTest: Bool { ergm != nil || before != nil || dyads != nil }

    func validateRequest() throws(MilieuError) {
        if (show != nil || maxTies != nil) && ergm == nil {
            throw MilieuError(
                .usage, "--show and --max-ties are of a model (--ergm).",
                remedy: "Write for instance --ergm \"edges + mutual\" --show diagnostics.")
        }
        if script != nil && ergm == nil {
            throw MilieuError(
                .usage, "--script writes a model (--ergm) for R.",
                remedy: "Write for instance --ergm \"edges + mutual\" --script r-files.")
        }
        if let figure {
            guard dyads != nil || (ergm != nil && before == nil && show?.items.contains("fit") == true) else {
                throw MilieuError(
                    .usage, "--figure draws the shares of --dyads, or what --show fit of one model shows.",
                    remedy: "Write for instance --dyads same_place --figure dyads.svg.")
            }
            _ = try ImageFormat(fileName: figure)
        }
        if by != nil && (before == nil || ergm != nil) {
            throw MilieuError(
                .usage, "--by tells changes since an earlier wave (--before) apart.",
                remedy: "Write for instance --before 2010 --by same_place.")
        }
        if let maxTies, maxTies < 1 {
            throw MilieuError(
                .usage, "--max-ties \(maxTies) allows no tie.", remedy: "Write for instance --max-ties 5.")
        }
        if dyads != nil && (ergm != nil || before != nil) {
            throw MilieuError(
                .usage, "One at a time: --dyads, --ergm or --before.", remedy: "Leave all but one out.")
        }
    }

    /// The proximities of a list; `all` is every one.
    static func proximities(_ list: CommaList?) throws(MilieuError) -> [Proximity] {
        let ids = list?.items ?? []
        return try ProximityTables.chosen(ids == ["all"] ? [] : ids)
    }

    /// The earlier wave as the later one is viewed.
    func earlier(_ input: NetworkInput, _ context: MeasureContext, _ common: CommonArguments) throws(MilieuError)
        -> MeasureContext?
    {
        guard let before else { return nil }
        var options = try input.view.options()
        let network: Network
        if let date = PartialDate(before) {
            options.date = date
            network = context.network
        } else {
            network = try input.reading.read(before, directed: context.view.isDirected).requireNetwork()
        }
        return MeasureContext(try network.view(options), options: context.options)
    }
}
