#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// A folder of this user alone that one run holds as long as the value lives; nobody else can hold it meanwhile.
package final class HeldFolder: Sendable {
    package let path: String
    private let lock: FolderLock

    /// Makes the folder where it is missing and holds it.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be made, is a link, or another run holds it.
    package init(_ path: String) throws(MilieuError) {
        let made = unsafe mkdir(path, 0o700) == 0
        guard made || errno == EEXIST else { throw FileOutput.refusal(path, errno) }
        guard let lock = FolderLock(path) else {
            throw FolderLock.refusal(
                path, "This dataset is already open in another studio.",
                remedy: "Use the page that is open, or end the other `milieu studio` first.")
        }
        self.path = path
        self.lock = lock
    }

    /// Makes a folder in it.
    package func makeFolder(_ name: String) throws(MilieuError) {
        let folder = path + "/" + name
        guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw FileOutput.refusal(folder, errno) }
        guard InputFile.kind(folder, followsLinks: false) == .folder else { throw FileOutput.refusal(folder, ENOTDIR) }
    }
}
