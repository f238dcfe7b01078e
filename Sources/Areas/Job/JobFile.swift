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
            throw broken("The file is no JSON: \(error.message).", path)
        }
    }

    static func broken(_ message: String, _ path: String) -> MilieuError {
        MilieuError(
            .data, message, remedy: "Prepare the job anew: milieu areas prepare",
            at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
