import CZlib
import Vocabulary

/// A picture of dots as a TIFF, which presses ask for, made of the PNG that Graphviz drew.
///
/// One strip for some rows each, three bytes a dot, without transparency, deflated (TIFF 6.0, Adobe 1992, and its
/// supplement 2 of 2002), with the dots to the inch.
struct TIFFImage {
    private let width: Int
    private let height: Int
    /// Red, green and blue of each dot, row by row.
    private var dots: [UInt8] = []

    /// - Throws: `MilieuError` of cause `fault` where it is no PNG of colours in eight bits, as Graphviz draws them.
    init(png: [UInt8]) throws(MilieuError) {
        guard png.count > 33, png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw Self.fault
        }
        func number(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        (width, height) = (number(16), number(20))
        // Colours without or with opacity, and rows one after another.
        guard width > 0, height > 0, width * height < 1 << 28, png[24] == 8, png[25] == 2 || png[25] == 6, png[28] == 0
        else { throw Self.fault }
        var deflated: [UInt8] = []
        var at = 8
        while at + 12 <= png.count {
            let length = number(at)
            guard at + 12 + length <= png.count else { throw Self.fault }
            if png[(at + 4)..<(at + 8)].elementsEqual("IDAT".utf8) { deflated += png[(at + 8)..<(at + 8 + length)] }
            at += 12 + length
        }
        let channels = png[25] == 6 ? 4 : 3
        var rows = try Self.inflated(deflated, count: height * (width * channels + 1))
        try Self.undoFilters(&rows, rowBytes: width * channels, channels: channels)
        takeDots(rows, channels)
    }

    private static var fault: MilieuError {
        MilieuError(.fault, "Graphviz made no picture of dots.", remedy: "Draw a PNG, a PDF or an SVG instead.")
    }

    // MARK: Reading

    private static func inflated(_ bytes: [UInt8], count: Int) throws(MilieuError) -> [UInt8] {
        var plain = [UInt8](repeating: 0, count: count)
        var length = uLong(count)
        // The library writes no more than `length` bytes and reads no more than it is told.
        let status = unsafe plain.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe uncompress(target.baseAddress, &length, source.baseAddress, uLong(bytes.count))
            }
        }
        guard status == Z_OK, Int(length) == count else { throw fault }
        return plain
    }

    /// Each row of a PNG is told by its difference from what stands before it and above it (PNG specification, third
    /// edition, 9.2).
    private static func undoFilters(_ rows: inout [UInt8], rowBytes: Int, channels: Int) throws(MilieuError) {
        let stride = rowBytes + 1
        for start in Swift.stride(from: 0, to: rows.count, by: stride) {
            let filter = rows[start]
            guard filter <= 4 else { throw fault }
            for place in 0..<rowBytes {
                let at = start + 1 + place
                let left = place >= channels ? Int(rows[at - channels]) : 0
                let above = start > 0 ? Int(rows[at - stride]) : 0
                let corner = place >= channels && start > 0 ? Int(rows[at - stride - channels]) : 0
                let guess =
                    switch filter {
                    case 1: left
                    case 2: above
                    case 3: (left + above) / 2
                    case 4: paeth(left, above, corner)
                    default: 0
                    }
                rows[at] &+= UInt8(guess)
            }
        }
    }

    private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> Int {
        let guess = left + above - corner
        let (a, b, c) = (abs(guess - left), abs(guess - above), abs(guess - corner))
        return a <= b && a <= c ? left : b <= c ? above : corner
    }

    private mutating func takeDots(_ rows: [UInt8], _ channels: Int) {
        dots.reserveCapacity(width * height * 3)
        for row in 0..<height {
            for dot in 0..<width {
                let at = row * (width * channels + 1) + 1 + dot * channels
                let opacity = channels == 4 ? Int(rows[at + 3]) : 255
                // What is seen through shows the white of the page.
                for part in 0..<3 { dots.append(UInt8((Int(rows[at + part]) * opacity + 255 * (255 - opacity)) / 255)) }
            }
        }
    }

    // MARK: Writing

    /// The file, little-endian.
    ///
    /// - Complexity: O(dots).
    func bytes(dotsPerInch: Int) throws(MilieuError) -> [UInt8] {
        let rowsOfStrip = max(1, 65_536 / (width * 3))
        var strips: [[UInt8]] = []
        for first in stride(from: 0, to: height, by: rowsOfStrip) {
            strips.append(try deflatedStrip(first..<min(first + rowsOfStrip, height)))
        }
        var file: [UInt8] = Array("II".utf8) + Self.short(42) + Self.long(0)
        var offsets: [Int] = []
        for strip in strips {
            offsets.append(file.count)
            file += strip
            if !file.count.isMultiple(of: 2) { file.append(0) }
        }
        func placed(_ bytes: [UInt8]) -> Int {
            let at = file.count
            file += bytes
            return at
        }
        let bits = placed([8, 8, 8].flatMap(Self.short))
        let resolution = placed(Self.long(dotsPerInch) + Self.long(1))
        let isOne = strips.count == 1
        let offsetsAt = isOne ? offsets[0] : placed(offsets.flatMap(Self.long))
        let countsAt = isOne ? strips[0].count : placed(strips.flatMap { Self.long($0.count) })
        // Each entry: tag, type (3: short, 4: long, 5: fraction), how many, value or where it stands.
        let entries: [(tag: Int, type: Int, count: Int, value: Int)] = [
            (256, 4, 1, width), (257, 4, 1, height), (258, 3, 3, bits), (259, 3, 1, 8), (262, 3, 1, 2),
            (273, 4, strips.count, offsetsAt), (277, 3, 1, 3), (278, 4, 1, rowsOfStrip),
            (279, 4, strips.count, countsAt),
            (282, 5, 1, resolution), (283, 5, 1, resolution), (284, 3, 1, 1), (296, 3, 1, 2), (317, 3, 1, 2),
        ]
        let directory = placed(
            Self.short(entries.count)
                + entries.flatMap {
                    Self.short($0.tag) + Self.short($0.type) + Self.long($0.count) + Self.long($0.value)
                }
                + Self.long(0))
        file.replaceSubrange(4..<8, with: Self.long(directory))
        return file
    }

    /// Rows told by the difference of each dot from the one before it, deflated.
    private func deflatedStrip(_ rows: Range<Int>) throws(MilieuError) -> [UInt8] {
        var plain = Array(dots[(rows.lowerBound * width * 3)..<(rows.upperBound * width * 3)])
        for start in stride(from: 0, to: plain.count, by: width * 3) {
            for at in stride(from: start + width * 3 - 1, to: start + 2, by: -1) { plain[at] &-= plain[at - 3] }
        }
        var length = compressBound(uLong(plain.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        // The library writes no more than `length` bytes, which it has said it needs at most.
        let status = unsafe packed.withUnsafeMutableBufferPointer { target in
            unsafe plain.withUnsafeBufferPointer { source in
                unsafe compress2(target.baseAddress, &length, source.baseAddress, uLong(plain.count), 6)
            }
        }
        guard status == Z_OK else { throw Self.fault }
        return Array(packed[..<Int(length)])
    }

    private static func short(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }

    private static func long(_ number: Int) -> [UInt8] { [0, 8, 16, 24].map { UInt8(number >> $0 & 255) } }
}
