import ArgumentParser
import Milieu

/// Bytes as a person writes them: `800M`, `2G`.
struct MemorySize: ExpressibleByArgument {
    let bytes: Int

    init?(argument: String) {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = argument.last.flatMap { units[Character($0.uppercased())] }
        guard let unit, let number = Double(argument.dropLast()), number > 0, number < 1e6 else { return nil }
        bytes = Int(number * Double(unit))
    }

    init(bytes: Int) { self.bytes = bytes }

    var defaultValueDescription: String { "\(bytes >> 30)G" }

    /// - Throws: `MilieuError` where it is less than what the smallest run takes.
    func checked() throws(MilieuError) -> Int {
        guard bytes >= 64 << 20 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--memory is less than the program itself takes.",
                    fr: "--memory est inférieur à ce que prend le programme lui-même."),
                remedy: Bilingual(en: "Write --memory 512M or more.", fr: "Écrivez --memory 512M ou plus."))
        }
        return bytes
    }
}
