import Files
import Vocabulary

/// The files into which rows are parted: all rows of an area stand in one of them.
struct ShardFiles: ~Copyable {
    /// What one of them holds.
    struct Written: Sendable, Hashable {
        let file: String
        let bytes: Int
        let sha256: String
    }

    private let folder: String
    private let count: Int
    private var files: [ShardFile] = []

    /// A box, since a list holds no value that cannot be copied.
    private final class ShardFile {
        var file: AppendedFile
        init(_ path: String, room: Int) throws(MilieuError) { file = try AppendedFile(path, room: room) }
    }

    /// - Parameter room: bytes that all files together gather before they are written.
    init(_ count: Int, in folder: String, room: Int) throws(MilieuError) {
        (self.folder, self.count) = (folder, count)
        for shard in 0..<count {
            files.append(try ShardFile(folder + "/" + Self.name(shard), room: max(1 << 12, room / count)))
        }
    }

    static func name(_ shard: Int) -> String {
        let digits = String(shard)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".tsv"
    }

    /// The shard of an area, by a hash of its code that is the same everywhere (FNV-1a).
    static func shard(of code: String, among count: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in code.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // The low bits of short texts are alike.
        return Int((hash ^ hash >> 32) % UInt64(count))
    }

    func append(_ bytes: [UInt8], to shard: Int) throws(MilieuError) {
        if !bytes.isEmpty { try files[shard].file.append(bytes) }
    }

    func finish() throws(MilieuError) -> [Written] {
        try files.indices.map { shard throws(MilieuError) in
            let digest = try files[shard].file.finish()
            return Written(file: Self.name(shard), bytes: files[shard].file.count, sha256: digest)
        }
    }
}
