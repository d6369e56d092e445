//! What the page says of what was found in a text, in its three languages: neutral about what the machine takes it
//! for, and plain about why.

use crate::text::Lang;

/// The page's words about findings in one language.
#[derive(Debug)]
pub struct FindingWords {
    /// At the head of a panel: what stands below is found, by what, and how far to trust it.
    pub head: &'static str,
    /// In a quotation's card, who marked it up.
    pub found: &'static str,
    /// Asks for the reasons.
    pub why: &'static str,
    /// Before the words of the text that a finding rests on.
    pub rests_on: &'static str,
    /// Before how sure the rule is.
    pub confidence: &'static str,
    /// Puts a finding away.
    pub dismiss: &'static str,
    /// Before how many have been put away.
    pub dismissed: &'static str,
    /// Shows them again.
    pub show_again: &'static str,
    /// What the analysis is at, stage by stage.
    pub stages: [&'static str; 4],
}

static AR: FindingWords = FindingWords {
    head: "استخرجها البرنامج من النص وفق قواعد، ولم يحددها الناشر، وقد يخطئ.",
    found: "استُخرج من النص وفق قواعد",
    why: "لماذا؟",
    rests_on: "استناداً إلى",
    confidence: "درجة الثقة",
    dismiss: "استبعاد",
    dismissed: "المستبعَد:",
    show_again: "إظهاره من جديد",
    stages: [
        "يجري البحث في النص عن التواريخ…",
        "تجري قراءة الجمل…",
        "يجري البحث عمّن قال ماذا…",
        "يجري البحث عن الأحداث…",
    ],
};

static RU: FindingWords = FindingWords {
    head: "Найдено в тексте по правилам, а не размечено издателем; возможны ошибки.",
    found: "найдено в тексте по правилам",
    why: "Почему?",
    rests_on: "Основание",
    confidence: "Уверенность",
    dismiss: "Скрыть",
    dismissed: "Скрыто:",
    show_again: "Показать снова",
    stages: ["Ищем в тексте даты…", "Читаем предложения…", "Ищем, кто что сказал…", "Ищем события…"],
};

static EN: FindingWords = FindingWords {
    head: "Found in the text by rules, not marked up by its publisher; it may be wrong.",
    found: "found in the text by rules",
    why: "Why?",
    rests_on: "Rests on",
    confidence: "Confidence",
    dismiss: "Dismiss",
    dismissed: "Dismissed:",
    show_again: "Show again",
    stages: [
        "Looking for dates in the text…",
        "Reading its sentences…",
        "Looking for who said what…",
        "Looking for events…",
    ],
};

impl FindingWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Ar => &AR,
            Lang::Ru => &RU,
            Lang::En => &EN,
        }
    }
}
