/// What is often to be done, in the words that all say it with.
extension Bilingual {
    /// What was read is as it was meant.
    public static let nothingToDo = Bilingual(en: "Nothing needs to be done.", fr: "Rien à faire.")
    /// A file that was written holds less than what it was made of.
    package static let keepTheDataset = Bilingual(
        en: "Keep the dataset beside it.", fr: "Gardez le jeu de données à côté.")
    /// Milieu itself is at fault.
    package static let reportThis = Bilingual(en: "Please report this.", fr: "Signalez-le, s'il vous plaît.")
}
