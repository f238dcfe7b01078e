import ArgumentParser
import Milieu

/// How a score, a figure of scores or a report is scored.
struct ScoringArguments: ParsableArguments {
    @Option(help: "A method file (TOML) in place of Milieu's own.", completion: .file(extensions: ["toml"]))
    var method: String?

    @Option(
        help: "Draws of the uncertainty analysis; 0: no interval. Without it, as many as the method's precision needs.")
    var draws: Int?

    @Option(help: "Draws of the null models; 0: none.")
    var nulls: Int?

    /// Milieu's own method or that of a file, with as many null draws as asked for.
    func chosenMethod() throws(MilieuError) -> ScoringMethod {
        var chosen =
            if let method {
                try ScoringMethod(toml: TextFile.read(path: method), file: method)
            } else {
                try ScoringMethod.standard()
            }
        if let nulls { chosen.nullDraws = try count(nulls, "--nulls", atMost: ScoringMethod.mostNullDraws) }
        return chosen
    }

    /// The draws asked for; nil: as many as the method has.
    func chosenDraws() throws(MilieuError) -> Int? {
        try draws.map { value throws(MilieuError) in try count(value, "--draws", atMost: ScoringMethod.mostDraws) }
    }

    private func count(_ value: Int, _ name: String, atMost most: Int) throws(MilieuError) -> Int {
        guard (0...most).contains(value) else {
            throw MilieuError(.usage, "\(name) \(value) makes no sense.", remedy: "Write a number from 0 to \(most).")
        }
        return value
    }

    /// - Throws: `MilieuError` where one of them is given for a figure that scores nothing.
    func refuse(for figure: Figure) throws(MilieuError) {
        let given = [("--draws", draws != nil), ("--nulls", nulls != nil), ("--method", method != nil)].filter(\.1)
        guard let first = given.first else { return }
        throw MilieuError(
            .usage, "The figure \"\(figure.id)\" shows no score, so \(first.0) means nothing to it.",
            remedy: "Leave it out, or draw the plane or the profile (`--figure plane`).")
    }
}
