import CDigest

/// SHA-256 of one input after another.
package struct ContentHash {
    private var context = SHA256_CTX()

    package init() {
        // Sound here and below: the C calls read and write the context, and read the bytes, only
        // while they run.
        _ = unsafe SHA256_Init(&context)
    }

    package mutating func add(_ bytes: [UInt8]) {
        _ = unsafe SHA256_Update(&context, bytes, bytes.count)
    }

    /// Of one input alone, as `text()`.
    package static func text(of bytes: [UInt8]) -> String {
        var hash = ContentHash()
        hash.add(bytes)
        return hash.text()
    }

    /// A table: its name, its length and its bytes, so that no two folders run together.
    package mutating func add(table name: String, _ bytes: [UInt8]) {
        add(Array("\(name)\n\(bytes.count)\n".utf8))
        add(bytes)
    }

    /// The digest's thirty-two bytes.
    package consuming func bytes() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = unsafe SHA256_Final(&digest, &context)
        return digest
    }

    /// Sixty-four hexadecimal digits.
    package consuming func text() -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
