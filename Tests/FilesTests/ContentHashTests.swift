import Files
import Testing

@Suite struct ContentHashTests {
    @Test func aHashIsTheOneOfTheStandard() {
        #expect(
            ContentHash().text() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        var abc = ContentHash()
        abc.add(Array("a".utf8))
        abc.add(Array("bc".utf8))
        #expect(abc.text() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func aDigestIsTheOneThatBrowsersCompute() {
        // FIPS 180-4's "abc", and the empty text.
        #expect(ContentDigest.sha256Base64("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
        #expect(ContentDigest.sha256Base64("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }
}
