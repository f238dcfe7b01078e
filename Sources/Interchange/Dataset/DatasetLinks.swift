import Files
import Vocabulary

/// Where the symbolic links in a dataset's folder may lead, so that no dataset can make its reader open a file
/// elsewhere: within the folder itself, and to where its repository keeps large files, those of git-annex
/// (`.git/annex/objects`) and of DVC (`.dvc/cache`).
struct DatasetLinks {
    private let folder: String
    /// The user's word that links may lead anywhere.
    private let followsAll: Bool

    init(folder: String, followsAll: Bool) {
        self.folder = folder
        self.followsAll = followsAll
    }

    /// What is to be opened in place of a file of the folder: where it leads, if it is a link that may lead there.
    ///
    /// - Throws: `MilieuError` of cause `file` where it may not, or where nothing is there.
    func target(of path: String) throws(MilieuError) -> String {
        guard InputFile.kind(path, followsLinks: false) == .link else { return path }
        let target = FilePath.resolved(path)
        guard followsAll || places.contains(where: { target.hasPrefix($0 + "/") }) else {
            throw MilieuError(
                .file,
                Bilingual(
                    en: "This is a symbolic link that leads out of the dataset's folder, and is not followed.",
                    fr: "C'est un lien symbolique qui mène hors du dossier du jeu de données ; il n'est pas suivi."),
                remedy: Bilingual(
                    en: "Put the file itself there, or permit it with --follow-links.",
                    fr: "Mettez-y le fichier lui-même, ou permettez-le par --follow-links."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
        guard InputFile.kind(target) != .missing else {
            throw MilieuError(
                .file,
                Bilingual(
                    en: "This is a symbolic link to a file that is not there.",
                    fr: "C'est un lien symbolique vers un fichier qui n'est pas là."),
                remedy: Bilingual(
                    en: "Fetch it (`git annex get`, `dvc pull`), or put the file itself there.",
                    fr: "Récupérez-le (`git annex get`, `dvc pull`), ou mettez-y le fichier lui-même."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
        return target
    }

    /// The folder, and the stores of the repository that it is in. A store that is itself a link out of the
    /// repository is none.
    private var places: [String] {
        let own = FilePath.resolved(folder)
        var places = [own]
        var above = own
        while true {
            let stores = [".git/annex/objects", ".dvc/cache"].map { FilePath.resolved(above + "/" + $0) }
            places += stores.filter { $0.hasPrefix(above + "/") && InputFile.kind($0) == .folder }
            let isRepository = [".git", ".dvc"].contains { InputFile.kind(above + "/" + $0) != .missing }
            guard !isRepository, above != "/", above.hasPrefix("/") else { return places }
            above = FilePath.folder(of: above)
        }
    }
}
