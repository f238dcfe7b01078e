import Files
import Vocabulary

/// Computes a plan on Apache Spark: it carries the job's rows to workers, sorted by area, and their lines into files; what
/// is computed is computed by this program, which each partition is piped through.
///
/// No number is made by Spark, since its sums differ with the topology. A worker that is lost is run again by Spark. The
/// program and the job have to be on every machine under the same path (shared storage).
public struct SparkRun: Sendable {
    /// Where and with what it runs.
    public struct Options: Sendable {
        /// Spark's own word for where: `local[2,4]`, `spark://HOST:7077`, `yarn`; nil: this machine's cores, four attempts.
        public var master: String?
        /// This program, as it is called on the workers' machines.
        public var program: String
        /// The command `spark-sql`, by its path or as the shell finds it.
        public var command: String

        /// On this machine.
        public init(program: String, command: String = "spark-sql") {
            (self.program, self.command) = (program, command)
        }
    }

    private let job: AreaJob
    private let plan: AreaPlan
    private let options: Options
    private let files: ResultFiles

    /// A run, not yet begun.
    public init(_ job: AreaJob, _ plan: AreaPlan, _ options: Options) {
        (self.job, self.plan, self.options) = (job, plan, options)
        files = ResultFiles(job, plan)
    }

    /// Computes all areas anew.
    ///
    /// - Throws: `MilieuError` of cause `file` where Spark cannot be started or ends with a fault, whose messages stand on
    ///   standard error.
    public func run() throws(MilieuError) {
        try files.begin()
        let lock = try FolderLock(folder: files.folder)
        let script = FilePath.resolved(files.folder) + "/spark.sql"
        try FileOutput.write(statement, to: script)
        let log = FilePath.resolved(files.folder) + "/spark.log"
        let ending = try ChildProcess.run(
            [
                options.command, "--master", options.master ?? "local[*,4]", "--name", "milieu-areas",
                "--conf", "spark.sql.catalogImplementation=in-memory",
                "--conf", "spark.sql.shuffle.partitions=\(max(1, min(200, job.areas.count)))",
                "--conf", "spark.sql.warehouse.dir=\(FilePath.resolved(files.folder))/warehouse",
                "-f", script,
            ], output: log)
        _ = consume lock
        guard ending == .status(0) else {
            throw MilieuError(
                .file, "Spark ended with a fault; its messages stand above.",
                remedy:
                    "Look for the first line that begins with \"Caused by\"; the job and the program have to be on every machine."
            )
        }
    }

    /// The statement that Spark runs. `text` reads lines as they are, and the separator of fields is one that no line of a
    /// job holds.
    var statement: String {
        let rows = FilePath.resolved(job.folder) + "/" + AreaJob.rowsFolder
        let output = FilePath.resolved(files.folder) + "/spark"
        let command = [options.program, "areas", "work", FilePath.resolved(job.folder)].map(Self.shellQuoted)
            .joined(separator: " ")
        let format = "ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\u0001'"
        return """
            CREATE TEMPORARY VIEW job_rows USING text OPTIONS (path \(Self.quoted("file:" + rows)));
            INSERT OVERWRITE DIRECTORY \(Self.quoted("file:" + output)) USING text
            SELECT TRANSFORM (value) \(format)
            USING \(Self.quoted(command))
            AS (line STRING) \(format)
            FROM (
              SELECT value, substring_index(value, '\\t', 1) AS area FROM job_rows DISTRIBUTE BY area SORT BY area
            );

            """
    }

    /// A text as a word of the shell.
    static func shellQuoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// A text as a literal of Spark's SQL.
    static func quoted(_ text: String) -> String {
        var literal = "'"
        for character in text.unicodeScalars {
            if character == "'" || character == "\\" { literal += "\\" }
            literal.unicodeScalars.append(character)
        }
        return literal + "'"
    }
}
