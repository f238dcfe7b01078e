import Milieu

/// The arguments as the system hands them over: bytes, where the library hands out texts in which whatever is no
/// UTF-8 has been replaced, so that a file of that name would not be found.
enum RawArguments {
    /// - Throws: `MilieuError` of cause `usage` for the first argument that is no UTF-8.
    static func check() throws(MilieuError) {
        for number in 1..<max(1, Int(CommandLine.argc)) {
            // Sound: there are as many arguments as the system counts, each ended by a zero, and nothing changes them.
            guard let argument = unsafe CommandLine.unsafeArgv[number],
                unsafe String(validatingCString: argument) == nil
            else { continue }
            let shown = Excerpt.of(unsafe String(cString: argument), limit: 200)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Argument \(number) is no UTF-8: \"\(shown)\", where what cannot be read is replaced.",
                    fr: "L'argument \(number) n'est pas en UTF-8 : « \(shown) », où ce qui ne se lit pas est remplacé."),
                remedy: Bilingual(
                    en: """
                        Rename the file or the folder (`convmv -f latin1 -t utf8 --notest FILE`), \
                        or hand a network file over as standard input: milieu measure - < FILE
                        """,
                    fr: """
                        Renommez le fichier ou le dossier (`convmv -f latin1 -t utf8 --notest FICHIER`), ou donnez un \
                        fichier de réseau par l'entrée standard : milieu measure - < FICHIER
                        """))
        }
    }
}
