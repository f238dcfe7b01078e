/// How wide the letters of a font are on this machine, in thousandths of its size.
struct FontWidths: Sendable {
    private let plain: [UInt32: Double]
    private let bold: [UInt32: Double]

    /// - Parameters:
    ///   - plain: by the number of the letter in Unicode.
    ///   - bold: the same of the font's bold letters.
    init(plain: [UInt32: Double], bold: [UInt32: Double]) {
        (self.plain, self.bold) = (plain, bold)
    }

    /// Nil: not measured.
    func width(of scalar: Unicode.Scalar, isBold: Bool) -> Double? { (isBold ? bold : plain)[scalar.value] }
}
