import Files
import Tabular
import Vocabulary

/// Files of a job: how they are read, what they hash to, and what is said of one that is not what it was.
enum JobFile {
    static func json(_ path: String) throws(MilieuError) -> JSONValue {
        let bytes = try InputFile.read(path, limit: 1 << 28)
        do throws(JSONReader.Fault) {
            return try JSONReader.read(bytes)
        } catch {
            throw broken(
                Bilingual(
                    en: "The file is no JSON: \(error.message.en).",
                    fr: "Le fichier n'est pas du JSON : \(error.message.fr)."), path)
        }
    }

    static func broken(_ message: Bilingual, _ path: String) -> MilieuError {
        MilieuError(
            .data, message,
            remedy: Bilingual(
                en: "Prepare the job anew: milieu areas prepare",
                fr: "Préparez de nouveau le travail : milieu areas prepare"),
            at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
