import Testing

@testable import Studio

@Suite struct GateTests {
    private let gate = Gate(token: "0123abcd", port: 8124)

    private func request(
        _ method: String = "GET", _ path: [String] = ["0123abcd", "api", "state"], _ headers: [String: String] = [:]
    )
        -> StudioRequest
    {
        StudioRequest(method: method, path: path, headers: ["host": "127.0.0.1:8124"].merging(headers) { $1 })
    }

    private func refusal(_ request: StudioRequest) -> String? {
        if case .failure(let refused) = gate.pass(request) { refused.code } else { nil }
    }

    @Test func `the page itself passes`() throws {
        #expect(try gate.pass(request()).get() == ["api", "state"])
        #expect(try gate.pass(request("GET", ["0123abcd"])).get() == [])
        let own = ["origin": "http://localhost:8124", "host": "localhost:8124", "content-type": "application/json"]
        #expect(try gate.pass(request("POST", ["0123abcd", "api", "edit"], own)).get() == ["api", "edit"])
        // A link from elsewhere, or the page that the browser is opened with, leads to the page and no further.
        let link = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]
        #expect(refusal(request("GET", ["0123abcd"], link)) == nil)
        #expect(refusal(request("GET", ["0123abcd", "api", "state"], link)) == "site")
    }

    @Test(arguments: ["evil.example:8124", "127.0.0.1", "127.0.0.1:80", "localhost", "", "127.0.0.1:8124.evil.example"])
    func `another host is refused, whatever leads it here`(host: String) {
        #expect(refusal(request("GET", ["0123abcd"], ["host": host])) == "host")
    }

    @Test(arguments: [[], ["0123abce"], ["0123abc"], ["0123abcd0"], ["api", "state"], ["", "0123abcd"]])
    func `nothing is given without the secret`(path: [String]) {
        #expect(refusal(request("GET", path)) == "token")
    }

    @Test func `what another page sends is refused`() {
        let json = ["content-type": "application/json"]
        #expect(refusal(request("POST", ["0123abcd", "api", "edit"], json)) == "origin")
        for origin in ["http://evil.example", "null", "http://127.0.0.1:80", "https://127.0.0.1:8124"] {
            #expect(
                refusal(request("POST", ["0123abcd", "api", "edit"], json.merging(["origin": origin]) { $1 }))
                    == "origin")
            #expect(refusal(request("GET", ["0123abcd"], ["origin": origin])) == "origin")
        }
        // A form of another page can send these types, and no other.
        for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
            let headers = ["origin": "http://127.0.0.1:8124", "content-type": type]
            #expect(refusal(request("POST", ["0123abcd", "api", "edit"], headers)) == "type")
        }
        // A PDF alone comes as what it is, and nothing else as one.
        for (place, type) in [("pdf", "application/json"), ("edit", "application/pdf"), ("pdf", "text/plain")] {
            let headers = ["origin": "http://127.0.0.1:8124", "content-type": type]
            #expect(refusal(request("POST", ["0123abcd", "api", place], headers)) == "type")
        }
        let own = ["origin": "http://127.0.0.1:8124", "content-type": "application/pdf"]
        #expect(refusal(request("POST", ["0123abcd", "api", "pdf"], own)) == nil)
        #expect(refusal(request("GET", ["0123abcd", "api", "state"], ["sec-fetch-site": "same-site"])) == "site")
        for method in ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"] { #expect(refusal(request(method)) == "method") }
    }

    @Test func `secrets are long and never the same`() {
        let tokens = (0..<100).map { _ in Gate.newToken() }
        #expect(Set(tokens).count == 100 && tokens.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }
}
