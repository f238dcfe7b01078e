#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// Writes a file whole or not at all.
///
/// The bytes are written beside the file, made durable and moved into its place, so that an
/// interrupted run leaves what was there before. A file keeps its permissions; a symbolic link
/// keeps leading where it led. A pipe, a device or an open descriptor (`/dev/stdout`) is written to as it
/// is. A file that this run has read is never overwritten.
public enum FileOutput {
    /// Writes a text as UTF-8, as bytes are written.
    ///
    /// - Throws: `MilieuError` of cause `file` where the file cannot be written.
    public static func write(_ text: String, to path: String) throws(MilieuError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a file whole, or leaves what was there.
    ///
    /// - Throws: `MilieuError` of cause `file` where the name is none or a folder's, where nothing may be written
    ///   there, or the disk is full.
    /// - Complexity: O(bytes), and as much room on the disk again while it runs.
    public static func write(_ bytes: [UInt8], to path: String) throws(MilieuError) {
        try checkName(path)
        if let descriptor = openDescriptor(path) { return try append(bytes, to: descriptor, path) }
        switch try place(path) {
        case .other: try writeInPlace(bytes, path)
        default: try replace(FilePath.resolved(path), with: bytes)
        }
    }

    /// Refuses at once what `write` would refuse, for those who compute for long before they have the bytes.
    ///
    /// - Throws: `MilieuError` of cause `file`, as `write`; a disk that fills up meanwhile is not foreseen.
    public static func check(_ path: String) throws(MilieuError) {
        try checkName(path)
        guard openDescriptor(path) == nil, try place(path) != .other else { return }
        let resolved = FilePath.resolved(path)
        // Sound: the call reads the path only while it runs.
        guard unsafe access(FilePath.folder(of: resolved), W_OK | X_OK) == 0 else { throw refusal(resolved, errno) }
    }

    private static func checkName(_ path: String) throws(MilieuError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw MilieuError.atFile(
                path, Bilingual(en: "This is no name of a file.", fr: "Ce n'est pas un nom de fichier."),
                Bilingual(en: "Give the file a name.", fr: "Donnez un nom au fichier."))
        }
    }

    /// What stands at a path, where it may be written to.
    private static func place(_ path: String) throws(MilieuError) -> InputFile.Kind {
        guard !FilesRead.contain(path) else {
            throw MilieuError.atFile(
                path,
                Bilingual(
                    en: "This file was read, and would be overwritten by what is made of it.",
                    fr: "Ce fichier a été lu, et ce qui en est tiré l'écraserait."),
                Bilingual(en: "Name another file.", fr: "Indiquez un autre fichier."))
        }
        let kind = InputFile.kind(path)
        guard kind != .folder else {
            throw MilieuError.atFile(
                path, Bilingual(en: "This is a folder.", fr: "C'est un dossier."),
                Bilingual(en: "Name a file in it.", fr: "Indiquez un fichier de ce dossier."))
        }
        return kind
    }

    /// Writes a file that was read and is being edited: whole, or what was there stays. Follows no link.
    ///
    /// - Throws: `MilieuError` of cause `file` where the name is a link's, a folder's or a device's, or nothing can be
    ///   written there.
    package static func rewrite(_ bytes: [UInt8], at path: String) throws(MilieuError) {
        switch InputFile.kind(path, followsLinks: false) {
        case .file, .missing: try replace(path, with: bytes)
        case .folder, .link, .other:
            throw MilieuError.atFile(
                path,
                Bilingual(
                    en: "This is no plain file, and is not written to.",
                    fr: "Ce n'est pas un fichier ordinaire ; rien n'y est écrit."),
                Bilingual(en: "Put the file itself there.", fr: "Mettez-y le fichier lui-même."))
        }
    }

    /// The descriptor that `/dev/stdout`, `/dev/fd/3` and the like name: what it leads to is open already, and
    /// perhaps appended to, so that a file there must not be replaced.
    private static func openDescriptor(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default:
            let folder = FilePath.folder(of: path)
            guard folder == "/dev/fd" || folder == "/proc/self/fd" else { return nil }
            return Int32(FilePath.name(of: path)).flatMap { fcntl($0, F_GETFD) >= 0 ? $0 : nil }
        }
    }

    private static func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(MilieuError) {
        let failure = SystemCall.writeAll(descriptor, bytes)
        guard failure == 0 else { throw refusal(path, failure) }
    }

    private static func replace(_ path: String, with bytes: [UInt8]) throws(MilieuError) {
        let beside = Unfinished.name(beside: path)
        Unfinished.add(beside)
        defer { Unfinished.remove(beside) }
        let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw refusal(path, errno) }
        var failure = SystemCall.writeAll(descriptor, bytes)
        if failure == 0 { failure = keepPermissions(of: path, descriptor) }
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, unsafe rename(beside, path) != 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlink(beside)
            throw refusal(path, failure)
        }
        FilePath.makeDurable(folder: FilePath.folder(of: path))
    }

    /// Makes a folder, if it is not there.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be made.
    package static func makeFolder(_ path: String) throws(MilieuError) {
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw refusal(path, errno) }
    }

    /// Gives a file another name in its folder.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be moved.
    package static func move(_ path: String, to other: String) throws(MilieuError) {
        guard unsafe rename(path, other) == 0 else { throw refusal(other, errno) }
        FilePath.makeDurable(folder: FilePath.folder(of: other))
    }

    private static func keepPermissions(of path: String, _ descriptor: Int32) -> Int32 {
        var status = stat()
        // Sound here and below: the C calls read the path and the bytes and fill the status only
        // while they run.
        guard unsafe stat(path, &status) == 0 else { return 0 }
        return fchmod(descriptor, status.st_mode & 0o7777) == 0 ? 0 : errno
    }

    private static func writeInPlace(_ bytes: [UInt8], _ path: String) throws(MilieuError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal(path, errno) }
        defer { close(descriptor) }
        try append(bytes, to: descriptor, path)
    }

    static func refusal(_ path: String, _ code: Int32) -> MilieuError {
        switch code {
        case ENOENT, ENOTDIR:
            MilieuError.atFile(
                path,
                Bilingual(en: "The folder of this file does not exist.", fr: "Le dossier de ce fichier n'existe pas."),
                Bilingual(
                    en: "Make the folder first, or name another.",
                    fr: "Créez d'abord le dossier, ou indiquez-en un autre."))
        case EACCES, EPERM, EROFS:
            MilieuError.atFile(
                path, Bilingual(en: "Nothing may be written there.", fr: "Il n'est pas permis d'écrire à cet endroit."),
                Bilingual(
                    en: "Name a file in a folder of yours.",
                    fr: "Indiquez un fichier dans un dossier qui vous appartient."))
        case ENOSPC, EDQUOT:
            MilieuError.atFile(
                path, Bilingual(en: "The disk is full.", fr: "Le disque est plein."),
                Bilingual(
                    en: "Make room, or name a file on another disk.",
                    fr: "Faites de la place, ou indiquez un fichier sur un autre disque."))
        case EFBIG:
            MilieuError.atFile(
                path,
                Bilingual(
                    en: "The file is larger than a file may be here.",
                    fr: "Le fichier dépasse la taille qu'un fichier peut avoir ici."),
                Bilingual(
                    en: "Raise the limit (ulimit -f), or name a folder on another disk.",
                    fr: "Relevez la limite (ulimit -f), ou indiquez un dossier sur un autre disque."))
        case ENAMETOOLONG:
            MilieuError.atFile(
                path, Bilingual(en: "The name is too long.", fr: "Le nom est trop long."),
                Bilingual(en: "Give the file a shorter name.", fr: "Donnez au fichier un nom plus court."))
        default:
            MilieuError.atFile(
                path,
                Bilingual(
                    en: "The file cannot be written (\(SystemCall.message(code).en)).",
                    fr: "Le fichier ne peut pas être écrit (\(SystemCall.message(code).fr))."),
                Bilingual(en: "Check the disk.", fr: "Vérifiez le disque."))
        }
    }
}
