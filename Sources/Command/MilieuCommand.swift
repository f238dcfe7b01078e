import ArgumentParser
import Milieu

@main
struct MilieuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "milieu", version: Engine.version)
}
