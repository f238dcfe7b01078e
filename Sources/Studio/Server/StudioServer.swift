import Files
import FlyingFox
import FlyingSocks
import Synchronization
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The studio: a dataset open for coding, looking and arranging, served to a browser on this machine alone.
///
/// The address holds a secret; requests that do not come from the page are refused. Changes are durable before they are
/// answered, so that the studio may be ended at any moment.
public final class StudioServer: Sendable {
    private let workspace: Workspace
    /// Tried one after the other; 0: any that is free.
    private let ports: [UInt16]
    private let routes = Mutex<Routes?>(nil)
    private let token = Gate.newToken()
    private let language: Language

    /// What a request may hold at most, in bytes; a PDF may hold more.
    static let largestBody = 10 << 20

    /// Opens the dataset; nothing is served yet.
    ///
    /// - Parameters:
    ///   - dataset: the folder of its tables.
    ///   - port: on the loopback address; nil: the dataset's own, the same whenever it is opened, where it is free, so
    ///     that a page that is still open finds the studio again; 0, or where it is not free: any that is.
    ///   - language: of the page where its address asks for no other.
    /// - Throws: `MilieuError` of cause `file` where the folder is none, cannot be written to or is open in another
    ///   studio.
    public init(dataset: String, port: UInt16? = nil, language: Language = .english) throws(MilieuError) {
        workspace = try Workspace(path: dataset)
        self.language = language
        ports = port.map { [$0] } ?? [Self.ownPort(FilePath.resolved(dataset)), 0]
    }

    /// Above those that systems hand out themselves.
    private static func ownPort(_ path: String) -> UInt16 {
        61_000 + (UInt16(ContentHash.text(of: Array(path.utf8)).prefix(4), radix: 16) ?? 0) % 4_500
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter ready: told the address once it answers.
    /// - Throws: `MilieuError` of cause `file` where nothing can listen at the port.
    public func run(_ ready: @escaping @Sendable (String) -> Void) async throws(MilieuError) {
        for port in ports where try await serve(at: port, ready) { return }
        throw MilieuError(
            .file, Bilingual(en: "Nothing can be served at this port.", fr: "Rien ne peut être servi sur ce port."),
            remedy: Bilingual(
                en: "Leave --port out, or name one that is free.",
                fr: "Omettez --port, ou indiquez-en un qui soit libre."))
    }

    /// - Returns: false where nothing can listen at the port.
    private func serve(
        at port: UInt16, _ ready: @escaping @Sendable (String) -> Void
    ) async throws(MilieuError) -> Bool {
        var isOpen = false
        do {
            let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
            let server = HTTPServer(address: address, timeout: 600, logger: .disabled)
            let serving = Task {
                await server.appendRoute("*") { [self] request in await answer(request) }
                try await server.run()
            }
            defer { serving.cancel() }
            try await server.waitUntilListening()
            guard case .ip4(_, let port)? = await server.listeningAddress else { return false }
            try open(port)
            isOpen = true
            ready("http://127.0.0.1:\(port)/\(token)/")
            try await serving.value
        } catch let error as MilieuError {
            throw error
        } catch {
            return isOpen
        }
        return true
    }

    private func open(_ port: UInt16) throws(MilieuError) {
        let made = try Routes(workspace, Gate(token: token, port: port), language)
        routes.withLock { $0 = made }
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        guard let routes = routes.withLock({ $0 }) else { return HTTPResponse(statusCode: .serviceUnavailable) }
        var asked = StudioRequest(
            method: request.method.rawValue, path: request.path.split(separator: "/").map { Self.plain(String($0)) })
        for item in request.query where asked.query[item.name] == nil { asked.query[item.name] = item.value }
        for (header, value) in request.headers { asked.headers[header.rawValue.lowercased()] = value }
        // Whoever may not ask needs not be listened to.
        if case .success(let path) = routes.gate.pass(asked), asked.method == "POST" {
            let most = path.last == "pdf" ? PDFText.largest : Self.largestBody
            guard let body = await Self.body(of: request, most) else {
                return Self.response(StudioAnswer(refused: "large", 413))
            }
            asked.body = body
        } else {
            _ = await Self.body(of: request, 0)
        }
        return Self.response(await routes.answer(asked))
    }

    private static func plain(_ part: String) -> String { part.removingPercentEncoding ?? part }

    /// Nil where there is more than is taken; the rest is read and forgotten, so that it is not taken for a request.
    private static func body(of request: HTTPRequest, _ most: Int) async -> [UInt8]? {
        var bytes: [UInt8]? = []
        do {
            for try await piece in request.bodySequence {
                if let count = bytes?.count, count + piece.count <= most {
                    bytes?.append(contentsOf: piece)
                } else {
                    bytes = nil
                }
            }
        } catch { return nil }
        return bytes
    }

    private static func response(_ answer: StudioAnswer) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in StudioAnswer.safety { headers[HTTPHeader(name)] = value }
        headers[.contentType] =
            answer.type + (answer.type.hasPrefix("image/png") || answer.type.hasSuffix("pdf") ? "" : "; charset=utf-8")
        if let name = answer.fileName {
            headers[HTTPHeader("Content-Disposition")] = "attachment; filename=\"\(name)\""
        }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: answer.status < 300 ? "OK" : "Refused"), headers: headers,
            body: Data(answer.body))
    }
}
