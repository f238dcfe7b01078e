import NetworkModel
import Vocabulary

extension EventKind {
    /// Kinds of event that a dataset can use without declaring them.
    public static let standard = [
        EventKind(id: "training", name: Bilingual(en: "training", fr: "formation"), layer: .knowledge),
        EventKind(
            id: "creativity_session", name: Bilingual(en: "creativity session", fr: "séance de créativité"),
            layer: .knowledge),
        EventKind(
            id: "experience_exchange", name: Bilingual(en: "exchange of experience", fr: "échange d’expériences"),
            layer: .knowledge),
        EventKind(id: "shared_shop", name: Bilingual(en: "shared shop", fr: "boutique partagée"), isPooled: true),
        EventKind(id: "shared_premises", name: Bilingual(en: "shared premises", fr: "locaux partagés"), isPooled: true),
        EventKind(
            id: "group_purchasing", name: Bilingual(en: "group purchasing", fr: "achats groupés"), isPooled: true),
        EventKind(
            id: "shared_services", name: Bilingual(en: "shared services", fr: "services mutualisés"), isPooled: true),
    ]
}
