/// How many sub-sectors the nomenclature of activities itself has in a sector.
///
/// Known are the sections and divisions of NACE Rev. 2 (Regulation (EC) 1893/2006, annex I), which the
/// French NAF rév. 2 shares: 88 divisions in 21 sections.
enum Nomenclature {
    /// - Parameters:
    ///   - sector: the first level of a code, such as `C`.
    ///   - known: the second levels known in the dataset, such as `15`.
    /// - Returns: the number of divisions of a NACE section where every second level is one of its own;
    ///   otherwise how many are known, at least 2.
    static func subsectors(of sector: String, known: Set<String>) -> Int {
        if let divisions = divisions[sector.uppercased()],
            known.allSatisfy({ $0.utf8.count == 2 && Int($0).map(divisions.contains) == true })
        {
            return divisions.count
        }
        return max(2, known.count)
    }

    private static let divisions: [String: ClosedRange<Int>] = [
        "A": 1...3, "B": 5...9, "C": 10...33, "D": 35...35, "E": 36...39, "F": 41...43, "G": 45...47, "H": 49...53,
        "I": 55...56, "J": 58...63, "K": 64...66, "L": 68...68, "M": 69...75, "N": 77...82, "O": 84...84,
        "P": 85...85, "Q": 86...88, "R": 90...93, "S": 94...96, "T": 97...98, "U": 99...99,
    ]
}
