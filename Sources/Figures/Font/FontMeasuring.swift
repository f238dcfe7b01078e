import Synchronization
import Vocabulary

/// The widths of the letters of a font, as Graphviz draws them on this machine.
enum FontMeasuring {
    /// The scripts whose letters are measured one by one: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, the accents
    /// of Vietnamese, signs. Others take the room that they have where no font is asked for.
    private static let blocks: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA0...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x531...0x586, 0x5D0...0x5EA, 0x620...0x64A,
        0x660...0x6D5, 0x1E00...0x1EFF, 0x2010...0x2026, 0x202F...0x203A, 0x20A0...0x20BF, 0x2212...0x2212,
    ]

    private static let known = Mutex<[String: FontWidths]>([:])

    /// Measured once in a process.
    ///
    /// - Throws: `MilieuError` of cause `fault` where Graphviz fails.
    static func widths(_ font: FontChoice) throws(MilieuError) -> FontWidths {
        if let made = known.withLock({ $0[font.families] }) { return made }
        let scalars = blocks.flatMap { $0.compactMap(Unicode.Scalar.init) }.filter {
            $0.properties.generalCategory != .unassigned
        }
        func table(_ ending: String) throws(MilieuError) -> [UInt32: Double] {
            let widths = try GraphvizGraph.widths(of: scalars.map(String.init), font: font.families + ending)
            return Dictionary(uniqueKeysWithValues: zip(scalars.map(\.value), widths))
        }
        let made = FontWidths(plain: try table(""), bold: try table(" Bold"))
        known.withLock { $0[font.families] = made }
        return made
    }
}
