/// Decides whether a request comes from the studio's own page.
///
/// Any page that the user looks at can send requests to this machine, and a name that somebody else owns can be made to
/// lead here: so the address holds a secret, the host has to be this one, and what is not a look at the page itself has to
/// come from the page.
struct Gate: Sendable {
    /// The secret part of the address.
    let token: String
    let port: UInt16

    /// A hundred and twenty-eight bits that nobody can foresee: the one use of the system's own random numbers, since
    /// a seed would be a secret that is told.
    static func newToken() -> String {
        var system = SystemRandomNumberGenerator()
        return [system.next() as UInt64, system.next()].map { number in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    /// The path behind the secret, or why the request is refused.
    func pass(_ request: StudioRequest) -> Result<[String], Refused> {
        let headers = request.headers
        guard let host = headers["host"], hosts.contains(host) else { return .failure(.init("host", 421)) }
        guard let given = request.path.first, Self.isSame(given, token) else { return .failure(.init("token", 403)) }
        let path = Array(request.path.dropFirst())
        if let origin = headers["origin"], origin != "http://" + host { return .failure(.init("origin", 403)) }
        // A browser says where a request comes from; the page alone may be opened from elsewhere.
        if let site = headers["sec-fetch-site"], !["same-origin", "none"].contains(site) {
            guard path.isEmpty, request.method == "GET", headers["sec-fetch-mode"] == "navigate" else {
                return .failure(.init("site", 403))
            }
        }
        switch request.method {
        case "GET": return .success(path)
        case "POST":
            guard headers["origin"] != nil else { return .failure(.init("origin", 403)) }
            // Neither type can be sent by another page without asking first, which is refused.
            let type = path == ["api", "pdf"] ? "application/pdf" : "application/json"
            guard headers["content-type"] == type else { return .failure(.init("type", 415)) }
            return .success(path)
        default: return .failure(.init("method", 405))
        }
    }

    struct Refused: Error, Hashable {
        let code: String
        let status: Int

        init(_ code: String, _ status: Int) { (self.code, self.status) = (code, status) }
    }

    /// Takes the same time wherever the first difference is.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
