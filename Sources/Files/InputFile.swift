#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import GraphKernels
import Vocabulary

/// Reads a regular file whole, or what standard input brings.
///
/// A file is read rather than mapped: another program that shortens a mapped file while it is
/// being read would end this one. Pipes, devices and folders are refused before anything is read.
package enum InputFile {
    /// What a file may hold at most.
    package static let largest = 16 << 30

    package enum Kind {
        case missing, file, folder, link, other
    }

    /// - Parameter followsLinks: false: a symbolic link is what it is, not what it leads to.
    package static func kind(_ path: String, followsLinks: Bool = true) -> Kind {
        var status = stat()
        let flags: Int32 = followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
        // Sound: the C call fills the status that it is handed for the time of the call.
        guard !path.utf8.contains(0), unsafe fstatat(AT_FDCWD, path, &status, flags) == 0 else { return .missing }
        return kind(status)
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - followsLinks: false: a symbolic link is refused.
    ///   - limit: how many bytes are read at most; a larger file is refused unread.
    /// - Throws: `MilieuError` of cause `file` where it is missing, no regular file, too large or
    ///   not to be read.
    package static func read(
        _ path: String, followsLinks: Bool = true, limit: Int = largest
    ) throws(MilieuError) -> [UInt8] {
        let (descriptor, status) = try open(path, followsLinks: followsLinks)
        defer { close(descriptor) }
        guard status.st_size <= limit else {
            throw MilieuError.atFile(
                path,
                Bilingual(
                    en: "The file holds \(status.st_size) bytes; at most \(limit) are read.",
                    fr: "Le fichier contient \(status.st_size, fr: "octet", "octets") ; \(limit) au plus sont lus."),
                Bilingual(en: "Split the file.", fr: "Partagez le fichier."))
        }
        FilesRead.add(FileIdentity(status))
        let bytes = try bytes(of: descriptor, count: Int(status.st_size), path)
        guard bytes.count == Int(status.st_size) else {
            throw MilieuError.atFile(
                path,
                Bilingual(
                    en: "The file became shorter while it was read.",
                    fr: "Le fichier est devenu plus court pendant la lecture."),
                Bilingual(
                    en: "Wait until nobody writes to it, then try again.",
                    fr: "Attendez que plus personne n'y écrive, puis réessayez."))
        }
        return bytes
    }

    /// Opens a regular file to read from.
    static func open(_ path: String, followsLinks: Bool) throws(MilieuError) -> (descriptor: Int32, status: stat) {
        guard !path.utf8.contains(0) else {
            throw MilieuError.atFile(
                path,
                Bilingual(en: "The name of the file has a byte 0 in it.", fr: "Le nom du fichier contient un octet 0."),
                Bilingual(en: "Check the name.", fr: "Vérifiez le nom."))
        }
        // Without O_NONBLOCK, opening a pipe would wait for a writer.
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = unsafe Self.openCall(path, flags)
        guard descriptor >= 0 else { throw refusal(path, errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, kind(status) == .file else {
            close(descriptor)
            throw MilieuError.atFile(
                path, Bilingual(en: "This is not a regular file.", fr: "Ce n'est pas un fichier ordinaire."),
                Bilingual(
                    en: "Name a file, not a folder, a pipe or a device.",
                    fr: "Indiquez un fichier, et non un dossier, un tube ou un périphérique."))
        }
        return (descriptor, status)
    }

    /// The system's call, whose name is that of a method here.
    @unsafe
    private static func openCall(_ path: String, _ flags: Int32) -> Int32 {
        #if canImport(Glibc)
            unsafe Glibc.open(path, flags)
        #elseif canImport(Musl)
            unsafe Musl.open(path, flags)
        #else
            unsafe Darwin.open(path, flags)
        #endif
    }

    /// What standard input may bring at most: it is not known before how much that is.
    package static let largestFromInput = 4 << 30

    /// The bytes of standard input, to its end: of a pipe, or of a file that the shell opened.
    ///
    /// - Parameter limit: how many bytes are read at most; more are refused.
    /// - Throws: `MilieuError` of cause `file` where it is a terminal, brings too much or cannot be read.
    package static func readStandardInput(limit: Int = largestFromInput) throws(MilieuError) -> [UInt8] {
        let name = Place.standardInput
        guard isatty(STDIN_FILENO) == 0 else {
            throw MilieuError.atFile(
                name,
                Bilingual(
                    en: "Standard input is a terminal, which brings no file.",
                    fr: "L'entrée standard est un terminal, qui n'apporte pas de fichier."),
                Bilingual(en: "Write for instance: … - < FILE", fr: "Écrivez par exemple : … - < FICHIER"))
        }
        var status = stat()
        guard unsafe fstat(STDIN_FILENO, &status) == 0 else { throw refusal(name, errno) }
        // What is read from it may not be overwritten either.
        if kind(status) == .file { FilesRead.add(FileIdentity(status)) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe SystemCall.read(STDIN_FILENO, into: $0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw refusal(name, errno) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= limit else {
                throw MilieuError.atFile(
                    name,
                    Bilingual(
                        en: "Standard input brings more than \(limit) bytes.",
                        fr: "L'entrée standard apporte plus de \(limit, fr: "octet", "octets")."),
                    Bilingual(
                        en: "Write it to a file, and name that.",
                        fr: "Écrivez-la dans un fichier, et indiquez celui-ci."))
            }
            bytes += piece[..<count]
        }
    }

    /// The next bytes of standard input, none at its end.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be read.
    package static func nextOfStandardInput(_ most: Int) throws(MilieuError) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: most)
        while true {
            // Sound: the call fills at most as many bytes as there are.
            let count = unsafe piece.withUnsafeMutableBytes { unsafe SystemCall.read(STDIN_FILENO, into: $0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw refusal(Place.standardInput, errno) }
            piece.removeSubrange(count...)
            return piece
        }
    }

    /// Large files are read on several cores: most of the time goes into the pages of memory they fill.
    private static let part = 32 << 20

    private static func bytes(of descriptor: Int32, count: Int, _ path: String) throws(MilieuError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            // Sound: each part of the file goes into the part of the buffer at the same place, none
            // is touched by two; `done` counts the bytes up to the first gap.
            nonisolated(unsafe) let whole = UnsafeMutableRawBufferPointer(buffer)
            let parts = Parallel.chunks(of: count, grain: part) { range in
                unsafe fill(
                    UnsafeMutableRawBufferPointer(rebasing: whole[range]), from: descriptor, at: range.lowerBound)
            }
            for part in parts {
                done += part.count
                if part.failure != 0 { failure = part.failure }
                // A file that became shorter meanwhile ends here.
                guard part.isWhole else { return }
            }
        }
        guard failure == 0 else { throw refusal(path, failure) }
        return bytes
    }

    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at place: Int
    ) -> (count: Int, isWhole: Bool, failure: Int32) {
        var done = 0
        while done < buffer.count {
            let got = unsafe SystemCall.read(
                descriptor, at: place + done, into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
            if got < 0, errno == EINTR { continue }
            if got <= 0 { return (done, false, got < 0 ? errno : 0) }
            done += got
        }
        return (done, true, 0)
    }

    static func refusal(_ path: String, _ code: Int32) -> MilieuError {
        switch code {
        case ENOENT, ENOTDIR:
            MilieuError.atFile(
                path, Bilingual(en: "There is no such file.", fr: "Ce fichier n'existe pas."),
                Bilingual(en: "Check the name and the folder.", fr: "Vérifiez le nom et le dossier."))
        case EACCES, EPERM:
            MilieuError.atFile(
                path, Bilingual(en: "The file may not be read.", fr: "Il n'est pas permis de lire ce fichier."),
                Bilingual(en: "Ask for the right to read it.", fr: "Demandez le droit de lecture."))
        case ELOOP:
            MilieuError.atFile(
                path,
                Bilingual(
                    en: "This is a symbolic link, which is not followed.",
                    fr: "C'est un lien symbolique, qui n'est pas suivi."),
                Bilingual(en: "Put the file itself there.", fr: "Mettez-y le fichier lui-même."))
        default:
            MilieuError.atFile(
                path,
                Bilingual(
                    en: "The file cannot be read (\(SystemCall.message(code).en)).",
                    fr: "Le fichier ne peut pas être lu (\(SystemCall.message(code).fr))."),
                Bilingual(en: "Check the disk.", fr: "Vérifiez le disque."))
        }
    }
}
