//! The rules of the analysis in plain words: what a rule saw in the text when it took a passage for speech, or for an
//! event. The names are those that the rules give themselves.

use crate::text::Lang;

/// A rule's name, and what it saw, in Arabic, Russian and English.
type Row = (&'static str, [&'static str; 3]);

static RULES: &[Row] = &[
    (
        "cue-colon",
        [
            "لفظ قول تتبعه نقطتان ثم كلام بين علامتي اقتباس.",
            "Перед кавычками стоят слово речи и двоеточие.",
            "A word of saying and a colon stand before the quotation marks.",
        ],
    ),
    (
        "name-colon",
        [
            "اسم تتبعه نقطتان ثم كلام بين علامتي اقتباس.",
            "Перед кавычками стоят имя и двоеточие.",
            "A name and a colon stand before the quotation marks.",
        ],
    ),
    (
        "cue-before",
        [
            "لفظ قول قبل علامتي الاقتباس مباشرة.",
            "Слово речи стоит прямо перед кавычками.",
            "A word of saying stands right before the quotation marks.",
        ],
    ),
    (
        "cue-after",
        [
            "لفظ قول بعد علامتي الاقتباس مباشرة.",
            "Слово речи стоит сразу после кавычек.",
            "A word of saying stands right after the quotation marks.",
        ],
    ),
    (
        "continued",
        [
            "كلام بين علامتي اقتباس يتابع قولاً ذُكر صاحبه قبله.",
            "Слова в кавычках продолжают высказывание, автор которого только что назван.",
            "The words in quotation marks go on from a quotation whose speaker has just been named.",
        ],
    ),
    (
        "reopened",
        [
            "علامة اقتباس فُتحت من جديد في أول الفقرة.",
            "Кавычка открыта заново в начале абзаца.",
            "The quotation mark is opened again at the start of the paragraph.",
        ],
    ),
    (
        "inside-clause",
        [
            "كلام بين علامتي اقتباس داخل كلام منقول بالمعنى.",
            "Слова в кавычках стоят внутри косвенной речи.",
            "The words stand in quotation marks inside reported speech.",
        ],
    ),
    (
        "dash-cue",
        [
            "سطر حوار بعد شرطة، ومعه لفظ قول.",
            "Реплика после тире, при ней слово речи.",
            "A line of dialogue behind a dash, with a word of saying.",
        ],
    ),
    (
        "dash-turn",
        [
            "سطر حوار بعد شرطة، وصاحبه من يحين دوره في الكلام.",
            "Реплика после тире; говорящий определён по очереди реплик.",
            "A line of dialogue behind a dash; the speaker is told by whose turn it is.",
        ],
    ),
    (
        "alone",
        [
            "كلام بين علامتي اقتباس بلا لفظ قول، نُسب إلى من جرى الحديث عنه قبله.",
            "Слова в кавычках без слова речи; приписаны тому, о ком шла речь перед ними.",
            "Words in quotation marks without a word of saying, taken for those of whoever was spoken of before.",
        ],
    ),
    (
        "cue-clause",
        [
            "لفظ قول تتبعه جملة أولها «أن» أو «إن».",
            "За словом речи идёт придаточное с «что».",
            "A word of saying, and behind it a clause that begins with “that”.",
        ],
    ),
    (
        "cue-bare-clause",
        [
            "لفظ قول يتبعه مباشرة ما قيل.",
            "Сразу за словом речи идёт то, что сказано.",
            "A word of saying, and right behind it what was said.",
        ],
    ),
    (
        "clause-cue",
        ["جملة يتبعها لفظ قول.", "За предложением идёт слово речи.", "A clause, and behind it a word of saying."],
    ),
    (
        "source-phrase",
        [
            "عبارة تسمي المصدر، مثل «بحسب» و«وفقاً لـ».",
            "Оборот называет источник, например «по словам» или «по данным».",
            "A phrase names the source, such as “according to”.",
        ],
    ),
    ("dated-clause", ["في الجملة تاريخ.", "В предложении есть дата.", "The clause has a date in it."]),
    (
        "inherited-date",
        [
            "جملة تحسب زمنها من الحدث الذي قبلها.",
            "Предложение отсчитывает время от события перед ним.",
            "The sentence counts its time from the event before it.",
        ],
    ),
];

/// What a rule saw; nothing where there is no rule of that name.
pub fn rule_words(lang: Lang, rule: &str) -> Option<&'static str> {
    let (_, words) = RULES.iter().find(|(name, _)| *name == rule)?;
    let [ar, ru, en] = *words;
    Some(match lang {
        Lang::Ar => ar,
        Lang::Ru => ru,
        Lang::En => en,
    })
}
