/// Tells in a PNG how many dots it has to the inch: a chunk `pHYs` behind its header (PNG specification, third edition,
/// 11.3.4.3), which counts in dots to the metre.
enum PNGResolution {
    /// The signature and the header, which is always first and of one length.
    private static let headEnd = 8 + 25

    /// What is no PNG comes back as it is; a resolution that the file tells already is replaced.
    static func tagged(_ image: [UInt8], dotsPerInch: Int) -> [UInt8] {
        guard image.count > headEnd, image.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return image
        }
        let perMetre = UInt32((Double(dotsPerInch) / 0.0254).rounded())
        // The unit 1 is the metre.
        let body = Array("pHYs".utf8) + bytes(perMetre) + bytes(perMetre) + [1]
        let chunk = bytes(UInt32(body.count - 4)) + body + bytes(checksum(body))
        return Array(image[..<headEnd]) + chunk + withoutResolution(image[headEnd...])
    }

    private static func withoutResolution(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard rest.count > 21, rest.dropFirst(4).starts(with: Array("pHYs".utf8)) else { return rest }
        return rest.dropFirst(21)
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }

    /// CRC-32 of ISO 3309, bit by bit: a few bytes are no matter of speed.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
