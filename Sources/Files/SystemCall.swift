#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// The system calls whose names are those of methods here.
package enum SystemCall {
    /// The count of bytes read from a place in a file, or less than 0 and `errno`.
    @unsafe
    static func read(_ descriptor: Int32, at place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(place))
    }

    /// The count of bytes read from where a descriptor stands, or less than 0 and `errno`.
    @unsafe
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    /// Writes all bytes, however often a signal interrupts; 0, or the error's number.
    package static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
        var done = 0
        while done < bytes.count {
            let written = write(descriptor, bytes[done...])
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            done += written
        }
        return 0
    }

    /// The count of bytes written, or less than 0 and `errno`.
    private static func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
        // Sound: the call reads the slice's bytes, as many as there are, only while it runs.
        unsafe bytes.withUnsafeBytes { buffer in
            #if canImport(Glibc)
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
            #else
                unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
    }

    /// The system's words for an error number.
    package static func message(_ code: Int32) -> Bilingual {
        // Sound: the C library's string lives until the next call on this thread; it is copied.
        let words = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return Bilingual(en: words, fr: french(code) ?? "erreur \(code) du système")
    }

    /// The C library speaks French only where the machine has that locale; these are what a file or a program meets.
    private static func french(_ code: Int32) -> String? {
        switch code {
        case EACCES: "permission refusée"
        case EBADF: "descripteur invalide"
        case EBUSY: "fichier occupé"
        case EFBIG: "fichier trop grand"
        case EINVAL: "argument invalide"
        case EIO: "erreur d'entrée ou de sortie"
        case EISDIR: "c'est un dossier"
        case EMFILE, ENFILE: "trop de fichiers ouverts"
        case ENOENT: "aucun fichier de ce nom"
        case ENOMEM: "mémoire insuffisante"
        case ENOSPC: "plus de place sur le disque"
        case ENXIO, ENODEV: "aucun périphérique de ce nom"
        case EPERM: "opération non permise"
        case EPIPE: "le lecteur du tube est parti"
        case EROFS: "système de fichiers en lecture seule"
        default: nil
        }
    }
}

extension MilieuError {
    /// What is wrong with a file or folder, and where it is: however long its path, an error stays readable.
    static func atFile(_ path: String, _ message: Bilingual, _ remedy: Bilingual) -> MilieuError {
        MilieuError(.file, message, remedy: remedy, at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
