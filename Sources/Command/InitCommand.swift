import ArgumentParser
import Milieu

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "An empty dataset, with templates and a guide in English and in French.",
        discussion: """
            Fill the tables in a spreadsheet or a text editor; `milieu check` says what is wrong and where.

            Example:
              milieu init my-territory
            """)

    @Argument(help: "The folder to make; it must not exist yet, or be empty.", completion: .directory)
    var folder: String

    @OptionGroup var common: CommonArguments

    func run() throws {
        try DatasetTemplate.write(to: folder)
        common.say(
            "\(folder) is ready. Read README.md in it, fill the tables, then: milieu check \(folder)",
            "\(folder) est prêt. Lisez son README.md, remplissez les tables, puis : milieu check \(folder)")
    }
}
