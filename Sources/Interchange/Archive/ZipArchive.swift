import CZip
import Vocabulary

/// A zip archive in memory, read through libzip: its entries by name, each unpacked within bounds.
///
/// Nothing is written to the disk, so that a name that leads out of the archive can do no harm; it is refused
/// all the same, and so are encrypted entries and names that stand twice, since programs differ on which counts.
@safe final class ZipArchive {
    /// What an archive may ask of the machine.
    struct Limits: Sendable {
        var entries = 10_000
        /// Bytes of one entry and of all that are read, unpacked.
        var entryBytes = 256 << 20
        var totalBytes = 512 << 20
        /// How many bytes may come of one: beyond, and above a million bytes, it is a bomb and no table.
        var ratio = 1_000
        var nameBytes = 1_000

        init() {}
    }

    /// The names of all entries but folders, in the archive's order.
    private(set) var names: [String] = []

    private let archive: OpaquePointer
    /// libzip reads from here as long as the archive is open.
    private let memory: UnsafeMutableRawBufferPointer
    private let limits: Limits
    private var positions: [String: zip_uint64_t] = [:]
    private var unpacked = 0

    /// Whether bytes begin as a zip archive does.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// - Throws: where the bytes are no sound archive, or one that asks for more than the limits.
    init(_ bytes: [UInt8], limits: Limits = Limits()) throws(TextFault) {
        self.limits = limits
        unsafe memory = .allocate(byteCount: max(bytes.count, 1), alignment: 1)
        unsafe memory.copyBytes(from: bytes)
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        // Sound: the source reads `memory`, which lives until the archive is closed in `deinit`, and does not
        // free it (0); an archive that cannot be opened leaves the source to its caller.
        guard let source = unsafe zip_source_buffer_create(memory.baseAddress, zip_uint64_t(bytes.count), 0, &error),
            let open = unsafe Self.open(source, &error)
        else {
            unsafe memory.deallocate()
            throw TextFault(
                Bilingual(
                    en: "The file is no sound archive: it was cut or damaged.",
                    fr: "Le fichier n'est pas une archive saine : il a été coupé ou endommagé."),
                remedy: Bilingual(
                    en: "Save or download it once more.", fr: "Enregistrez-le ou téléchargez-le de nouveau."),
                line: 1, code: "bad-archive")
        }
        unsafe archive = open
        try readNames()
    }

    @unsafe private static func open(_ source: OpaquePointer, _ error: inout zip_error_t) -> OpaquePointer? {
        if let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) { return unsafe archive }
        unsafe zip_source_free(source)
        return nil
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe memory.deallocate()
    }

    private func readNames() throws(TextFault) {
        let count = unsafe zip_get_num_entries(archive, 0)
        guard count <= limits.entries else {
            throw Self.refusal(
                Bilingual(
                    en: "It has \(count) entries; at most \(limits.entries) are read.",
                    fr: "Elle a \(Int(count), fr: "entrée", "entrées") ; \(limits.entries) au plus sont lues."))
        }
        for index in 0..<zip_uint64_t(max(0, count)) {
            // Sound: libzip's string lives as long as the archive and is copied at once.
            guard let raw = unsafe zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
            let name = unsafe String(cString: raw)
            if name.hasSuffix("/") { continue }
            guard name.utf8.count <= limits.nameBytes, !Self.leadsOut(name) else {
                throw Self.refusal(
                    Bilingual(
                        en: "Its entry \"\(Excerpt.of(name))\" has a name that leads out of the archive.",
                        fr: "Son entrée « \(Excerpt.of(name)) » a un nom qui mène hors de l'archive."))
            }
            guard positions.updateValue(index, forKey: name) == nil else {
                throw Self.refusal(
                    Bilingual(
                        en: "Its entry \"\(Excerpt.of(name))\" is there twice, so that programs read different ones.",
                        fr:
                            "Son entrée « \(Excerpt.of(name)) » y est deux fois, si bien que les programmes en lisent de différentes."
                    ))
            }
            names.append(name)
        }
    }

    private static func leadsOut(_ name: String) -> Bool {
        name.hasPrefix("/") || name.contains("\\") || name.contains(":")
            || name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }

    func contains(_ name: String) -> Bool { positions[name] != nil }

    /// The bytes of an entry; nil where there is none of that name.
    ///
    /// - Throws: where it is encrypted, damaged, or unpacks to more than the limits.
    func bytes(of name: String) throws(TextFault) -> [UInt8]? {
        guard let position = positions[name] else { return nil }
        var status = unsafe zip_stat_t()
        unsafe zip_stat_init(&status)
        guard unsafe zip_stat_index(archive, position, 0, &status) == 0 else { throw Self.damaged(name) }
        guard unsafe status.encryption_method == ZIP_EM_NONE else {
            throw TextFault(
                Bilingual(en: "\"\(Excerpt.of(name))\" is encrypted.", fr: "« \(Excerpt.of(name)) » est chiffré."),
                remedy: Bilingual(
                    en: "Save the file without a password.", fr: "Enregistrez le fichier sans mot de passe."), line: 1,
                code: "encrypted")
        }
        let packed = unsafe Int(clamping: status.comp_size)
        let limit = min(
            limits.entryBytes, limits.totalBytes - unpacked,
            max(1 << 20, packed.multipliedReportingOverflow(by: limits.ratio).partialValue))
        // Sound: the file is closed below; what it says of its size is not relied on.
        guard let file = unsafe zip_fopen_index(archive, position, 0) else { throw Self.damaged(name) }
        defer { unsafe zip_fclose(file) }
        let bytes = try unsafe Self.read(file, name, limit: limit, expected: Int(clamping: status.size))
        unpacked += bytes.count
        return bytes
    }

    @unsafe private static func read(
        _ file: OpaquePointer, _ name: String, limit: Int, expected: Int
    ) throws(TextFault) -> [UInt8] {
        guard expected <= limit else { throw tooLarge(name, limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            // Sound: libzip fills at most as many bytes as the part has room for, while the call runs.
            let count = unsafe part.withUnsafeMutableBytes {
                unsafe zip_fread(file, $0.baseAddress!, zip_uint64_t($0.count))
            }
            guard count >= 0 else { throw damaged(name) }
            guard count > 0 else { return bytes }
            guard bytes.count + Int(count) <= limit else { throw tooLarge(name, limit) }
            bytes.append(contentsOf: part[..<Int(count)])
        }
    }

    private static func tooLarge(_ name: String, _ limit: Int) -> TextFault {
        refusal(
            Bilingual(
                en:
                    "Its entry \"\(Excerpt.of(name))\" unpacks to more than \(limit) bytes, the most that is read of it.",
                fr:
                    "Son entrée « \(Excerpt.of(name)) » dépasse une fois décompressée \(limit, fr: "octet", "octets"), le plus qui en soit lu."
            ))
    }

    private static func refusal(_ message: Bilingual) -> TextFault {
        TextFault(
            Bilingual(en: "The archive was refused. \(message.en)", fr: "L'archive a été refusée. \(message.fr)"),
            remedy: Bilingual(
                en: "Save the file anew with the program that made it.",
                fr: "Enregistrez de nouveau le fichier avec le programme qui l'a fait."), line: 1,
            code: "refused-archive")
    }

    private static func damaged(_ name: String) -> TextFault {
        TextFault(
            Bilingual(
                en: "The entry \"\(Excerpt.of(name))\" of the archive is damaged.",
                fr: "L'entrée « \(Excerpt.of(name)) » de l'archive est endommagée."),
            remedy: Bilingual(
                en: "Save or download the file once more.", fr: "Enregistrez ou téléchargez de nouveau le fichier."),
            line: 1, code: "bad-archive")
    }
}
