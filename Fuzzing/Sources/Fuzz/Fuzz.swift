import Interchange
import NetworkModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What libFuzzer calls with each input. The format to read it as stands in the environment
/// (`MILIEU_FUZZ`): an id of the catalogue, a table of a dataset (`actors.csv`) or `datapackage.json`.
///
/// A reading has a network or an error, never both and never neither; what a network is written as
/// must be readable again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    if let format = Target.format {
        check(format.read(bytes, "fuzz.\(format.fileExtensions[0])", .init()), format)
    } else {
        check(Target.dataset(bytes), nil)
    }
    return 0
}

private func check(_ reading: Reading, _ format: NetworkFormat?) {
    precondition((reading.network == nil) == (reading.errorCount > 0), "a network beside an error, or neither")
    precondition(reading.findings.allSatisfy { !$0.message.isEmpty }, "a finding that says nothing")
    guard let network = reading.network, network.actors.count < 200 else { return }
    let target = format ?? .graphML
    guard let written = try? target.write(network, .init()) else { return }
    let again = target.read(Array(written.text.utf8), "again", .init())
    precondition(again.network != nil, "what was written cannot be read: \(again.findings.first?.message ?? "")\n\(written.text)")
}

private enum Target {
    static let name = getenv("MILIEU_FUZZ").map { String(cString: $0) } ?? "graphml"
    static let format = FormatCatalogue.all.first { $0.id == name }
    static let folder = "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/milieu-fuzz-\(getpid())"

    /// A sound dataset with one file replaced.
    static func dataset(_ bytes: [UInt8]) -> Reading {
        if !isMade {
            mkdir(folder, 0o700)
            for (name, text) in sound { try? FileOutput.write(text, to: folder + "/" + name) }
            isMade = true
        }
        guard let file = fopen(folder + "/" + name, "w") else { preconditionFailure("no file") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        guard let reading = try? DatasetReader.read(path: folder) else { preconditionFailure("no folder") }
        return reading
    }

    nonisolated(unsafe) private static var isMade = false

    private static let sound = [
        ("datapackage.json", #"{"name": "x", "milieu": {"territory": {"name": "X"}, "reference_date": "2016"}}"#),
        ("actors.csv", "id,name,kind\na,A,firm\nb,B,firm\n"), ("actor-kinds.csv", "kind,name_fr,name_en,sphere\nfirm,f,f,economy\n"),
        ("ties.csv", "source,target,kind,evidence\na,b,k,s:1\n"), ("tie-kinds.csv", "kind,name_fr,name_en,directed,layer\nk,k,k,no,supply\n"),
        ("sources.csv", "id,citation\ns,S\n"), ("events.csv", "id,name,kind,evidence\ne,E,,s:1\n"),
        ("participation.csv", "actor,event,evidence\na,e,s:1\n"),
    ]
}

/// The program's entry, under the name that the package manager gives it: libFuzzer's own loop.
@_cdecl("Fuzz_main")
public func run(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, words) = (count, words)
    return drive(&count, &words, fuzz)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
    _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
