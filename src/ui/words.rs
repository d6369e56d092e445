//! What the page says, in its three languages. Wording is neutral: a claim is "according to" its owner,
//! never "true" or "false".

use crate::text::Lang;

/// The page's words in one language.
#[derive(Debug)]
pub struct Words {
    /// The name of the programme.
    pub siyaq: &'static str,
    /// What it is, in a line.
    pub tagline: &'static str,
    /// The link past the masthead.
    pub skip: &'static str,
    /// The label of the list of languages.
    pub languages: &'static str,
    /// The library of articles.
    pub library: &'static str,
    /// The timeline.
    pub timeline: &'static str,
    /// An article without events.
    pub no_events: &'static str,
    /// What the axis is, for those who do not see it.
    pub axis: &'static str,
    /// Before the name of who asserts an event.
    pub according_to: &'static str,
    /// The narrator, as the one who asserts.
    pub the_article: &'static str,
    /// The quotations.
    pub quotes: &'static str,
    /// The reader's notes.
    pub notes: &'static str,
    /// An article without quotations.
    pub no_quotes: &'static str,
    /// A panel of a text that has not been searched.
    pub unread: &'static str,
    /// The label of the list of speakers.
    pub speakers: &'static str,
    /// A speaker whom the text does not name.
    pub unknown_speaker: &'static str,
    /// Kinds of speech.
    pub direct: &'static str,
    /// Kinds of speech.
    pub indirect: &'static str,
    /// Kinds of speech.
    pub mixed: &'static str,
    /// Terms of a quotation's card.
    pub speaker: &'static str,
    /// Terms of a quotation's card.
    pub role: &'static str,
    /// Terms of a quotation's card.
    pub cue: &'static str,
    /// Terms of a quotation's card.
    pub said_on: &'static str,
    /// Terms of a quotation's card.
    pub origin: &'static str,
    /// Annotated by those who published the article.
    pub authored: &'static str,
    /// Actions.
    pub copy_citation: &'static str,
    /// Actions.
    pub share: &'static str,
    /// Actions.
    pub close: &'static str,
    /// Actions.
    pub retry: &'static str,
    /// Actions.
    pub update: &'static str,
    /// The bar at the bottom of a narrow screen.
    pub bar: &'static str,
    /// The sign of the site's state.
    pub ready_offline: &'static str,
    /// The sign of the site's state.
    pub offline: &'static str,
    /// The sign of the site's state.
    pub update_ready: &'static str,
    /// What happened.
    pub copied: &'static str,
    /// What happened.
    pub text_copied: &'static str,
    /// What happened.
    pub link_copied: &'static str,
    /// What happened.
    pub shared: &'static str,
    /// What happened.
    pub not_copied: &'static str,
    /// What happened.
    pub dead_link: &'static str,
    /// A text could not be searched.
    pub not_searched: &'static str,
    /// A part of the program could not be loaded.
    pub part_missing: &'static str,
    /// The program of the page is not there. Only pages that are built ahead say so: it could not say so itself.
    #[cfg(not(target_arch = "wasm32"))]
    pub unstarted: &'static str,
    /// What is wrong.
    pub not_found: &'static str,
    /// What is wrong.
    pub server: &'static str,
    /// What is wrong.
    pub no_answer: &'static str,
    /// What is wrong.
    pub too_large: &'static str,
    /// What is wrong.
    pub damaged: &'static str,
    /// What is wrong.
    pub not_an_article: &'static str,
    /// What is wrong.
    pub another_article: &'static str,
    /// The fold of what is wrong in the format's own terms.
    pub details: &'static str,
    /// The page that is not there.
    pub missing_title: &'static str,
    /// The page that is not there.
    pub missing_text: &'static str,
}

static AR: Words = Words {
    siyaq: "سياق",
    tagline: "قارئ للأخبار التي تستحق التحقق: ماذا يقال إنه حدث ومتى، ومن قال ماذا.",
    skip: "إلى نص المقال",
    languages: "لغات المقال",
    library: "المكتبة",
    timeline: "التسلسل الزمني",
    no_events: "لا أحداث مؤرخة في هذا المقال.",
    axis: "محور زمني للأحداث المذكورة في القائمة التالية",
    according_to: "بحسب",
    the_article: "المقال",
    quotes: "الأقوال",
    notes: "ملاحظاتي",
    no_quotes: "لا أقوال منقولة في هذا المقال.",
    unread: "لم يُبحث في النص بعد.",
    speakers: "المتحدثون",
    unknown_speaker: "متحدث غير مسمى",
    direct: "كلام مباشر",
    indirect: "كلام منقول بالمعنى",
    mixed: "كلام مباشر ومنقول",
    speaker: "المتحدث",
    role: "الصفة",
    cue: "فعل القول",
    said_on: "تاريخ القول",
    origin: "التحديد",
    authored: "حدده ناشر المقال",
    copy_citation: "نسخ مع المرجع",
    share: "مشاركة",
    close: "إغلاق",
    retry: "إعادة المحاولة",
    update: "تحديث الآن",
    bar: "أقسام المقال",
    ready_offline: "جاهز للقراءة بلا اتصال",
    offline: "بلا اتصال",
    update_ready: "نسخة جديدة جاهزة",
    copied: "نُسخ القول مع مرجعه.",
    text_copied: "نُسخ النص.",
    link_copied: "نُسخ الرابط.",
    shared: "تمت المشاركة.",
    not_copied: "تعذر النسخ. هذا هو النص لتنسخه بنفسك:",
    dead_link: "الرابط الذي فتحته يشير إلى موضع غير موجود في هذا المقال. هذا هو المقال من بدايته.",
    not_searched: "تعذر البحث في هذا النص عن الأحداث والأقوال. ويمكن قراءته من دون ذلك.",
    part_missing: "تعذّر تحميل جزء من البرنامج. المقال مقروء كما هو، ولم يُفقد شيء.",
    #[cfg(not(target_arch = "wasm32"))]
    unstarted: "يمكن قراءة المقال كما هو، لكن برنامج الصفحة لم يبدأ. وإليه يحتاج الانتقال من التسلسل الزمني والأقوال إلى النص، واختيار متحدث، وكتابة الملاحظات. وما كتبته من قبل لم يُفقد.",
    not_found: "لم يُعثر على بيانات هذا المقال في الخادم.",
    server: "تعذر على الخادم تسليم بيانات هذا المقال.",
    no_answer: "لا جواب من الخادم. تحقق من الاتصال ثم أعد المحاولة.",
    too_large: "ملف المقال أكبر من ميغابايت واحد، وهو الحد الأقصى.",
    damaged: "ملف المقال تالف أو ناقص ولا يمكن قراءته.",
    not_an_article: "ما أرسله الخادم ليس مقالاً صالحاً.",
    another_article: "ما أرسله الخادم مقال آخر غير مقال هذه الصفحة.",
    details: "تفاصيل",
    missing_title: "لا صفحة في هذا العنوان",
    missing_text: "ربما تغير العنوان أو نُقل المقال. تجد كل المقالات في المكتبة.",
};

static RU: Words = Words {
    siyaq: "Сияк",
    tagline: "Для новостей, которые стоит проверить: что и когда, как утверждается, произошло и кто что сказал.",
    skip: "К тексту статьи",
    languages: "Языки статьи",
    library: "Библиотека",
    timeline: "Хронология",
    no_events: "В этой статье нет датированных событий.",
    axis: "Ось времени для событий из списка ниже",
    according_to: "Кто утверждает:",
    the_article: "автор статьи",
    quotes: "Высказывания",
    notes: "Мои заметки",
    no_quotes: "В этой статье нет высказываний.",
    unread: "Текст ещё не просмотрен.",
    speakers: "Кто говорит",
    unknown_speaker: "Не назван",
    direct: "прямая речь",
    indirect: "косвенная речь",
    mixed: "прямая и косвенная речь",
    speaker: "Кто",
    role: "Должность",
    cue: "Вводящие слова",
    said_on: "Когда сказано",
    origin: "Разметка",
    authored: "сделана издателем статьи",
    copy_citation: "Копировать со ссылкой",
    share: "Поделиться",
    close: "Закрыть",
    retry: "Повторить",
    update: "Обновить",
    bar: "Разделы статьи",
    ready_offline: "Доступно без сети",
    offline: "Нет сети",
    update_ready: "Готова новая версия",
    copied: "Цитата скопирована со ссылкой на источник.",
    text_copied: "Текст скопирован.",
    link_copied: "Ссылка скопирована.",
    shared: "Отправлено.",
    not_copied: "Не удалось скопировать. Вот текст, его можно скопировать вручную:",
    dead_link: "Ссылка указывает на место, которого в этой статье нет. Статья открыта с начала.",
    not_searched: "Найти в этом тексте события и высказывания не удалось. Читать его можно и без них.",
    part_missing: "Часть программы не загрузилась. Статью можно читать, и ничего не потеряно.",
    #[cfg(not(target_arch = "wasm32"))]
    unstarted: "Статью можно читать, но программа страницы не запустилась. Без неё нельзя перейти от хронологии и высказываний к тексту, выбрать, чьи слова показать, и делать заметки. Сделанные раньше заметки не потеряны.",
    not_found: "Данные этой статьи на сервере не найдены.",
    server: "Сервер не смог выдать данные этой статьи.",
    no_answer: "Сервер не отвечает. Проверьте соединение и повторите.",
    too_large: "Файл статьи больше одного мегабайта — это предел.",
    damaged: "Файл статьи повреждён или неполон, прочитать его нельзя.",
    not_an_article: "Сервер прислал не статью.",
    another_article: "Сервер прислал другую статью, не ту, что на этой странице.",
    details: "Подробности",
    missing_title: "По этому адресу страницы нет",
    missing_text: "Возможно, адрес изменился или статья перенесена. Все статьи — в библиотеке.",
};

static EN: Words = Words {
    siyaq: "Siyaq",
    tagline: "For news that wants checking: what is said to have happened when, and who said what.",
    skip: "Skip to the article",
    languages: "Languages of this article",
    library: "Library",
    timeline: "Timeline",
    no_events: "This article has no dated events.",
    axis: "Time axis of the events in the list below",
    according_to: "According to",
    the_article: "the article",
    quotes: "Who said what",
    notes: "My notes",
    no_quotes: "This article has no quotations.",
    unread: "The text has not been searched yet.",
    speakers: "Speakers",
    unknown_speaker: "Not named",
    direct: "direct speech",
    indirect: "reported speech",
    mixed: "direct and reported speech",
    speaker: "Speaker",
    role: "Role",
    cue: "Cue",
    said_on: "Said on",
    origin: "Marked up",
    authored: "by the article’s publisher",
    copy_citation: "Copy with citation",
    share: "Share",
    close: "Close",
    retry: "Try again",
    update: "Update now",
    bar: "Parts of the article",
    ready_offline: "Ready offline",
    offline: "Offline",
    update_ready: "A new version is ready",
    copied: "The quotation is copied, with its citation.",
    text_copied: "The text is copied.",
    link_copied: "The link is copied.",
    shared: "Shared.",
    not_copied: "It could not be copied. Here is the text, to copy by hand:",
    dead_link: "The link points to a place that is not in this article. Here is the article from its beginning.",
    not_searched: "This text could not be searched for events and quotations. It can be read without them.",
    part_missing: "A part of the program could not be loaded. The article reads on as it is, and nothing is lost.",
    #[cfg(not(target_arch = "wasm32"))]
    unstarted: "The article can be read as it is, but the program of this page has not started. Going from the timeline and the quotations to the text, choosing a speaker and taking notes need it. Notes taken before are not lost.",
    not_found: "The server has no data for this article.",
    server: "The server could not deliver this article’s data.",
    no_answer: "The server does not answer. Check the connection and try again.",
    too_large: "The article’s file is larger than one megabyte, which is the limit.",
    damaged: "The article’s file is damaged or incomplete and cannot be read.",
    not_an_article: "What the server sent is not an article.",
    another_article: "The server sent another article than the one on this page.",
    details: "Details",
    missing_title: "There is no page at this address",
    missing_text: "The address may have changed, or the article may have moved. All articles are in the library.",
};

impl Words {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Ar => &AR,
            Lang::Ru => &RU,
            Lang::En => &EN,
        }
    }
}

/// The form that a noun takes behind a number (Unicode CLDR's plural categories, whole numbers only).
#[derive(Clone, Copy)]
enum Form {
    One,
    Two,
    Few,
    Many,
}

fn form(lang: Lang, n: usize) -> Form {
    let (ten, hundred) = (n % 10, n % 100);
    match lang {
        Lang::En | Lang::Ar if n == 1 => Form::One,
        Lang::Ru if ten == 1 && hundred != 11 => Form::One,
        Lang::Ar if n == 2 => Form::Two,
        Lang::Ru if (2..=4).contains(&ten) && !(12..=14).contains(&hundred) => Form::Few,
        Lang::Ar if (3..=10).contains(&hundred) => Form::Few,
        _ => Form::Many,
    }
}

/// How long an article takes to read.
pub fn minutes_to_read(lang: Lang, n: usize) -> String {
    match (lang, form(lang, n)) {
        (Lang::Ar, Form::One) => "القراءة: دقيقة واحدة".to_owned(),
        (Lang::Ar, Form::Two) => "القراءة: دقيقتان".to_owned(),
        (Lang::Ar, Form::Few) => format!("القراءة: {n} دقائق"),
        (Lang::Ar, Form::Many) => format!("القراءة: {n} دقيقة"),
        (Lang::Ru, Form::One) => format!("{n} минута чтения"),
        (Lang::Ru, Form::Few) => format!("{n} минуты чтения"),
        (Lang::Ru, _) => format!("{n} минут чтения"),
        (Lang::En, _) => format!("{n} min read"),
    }
}

/// How many quotations a speaker has, read out with the speaker's name.
pub fn quotations(lang: Lang, n: usize) -> String {
    match (lang, form(lang, n)) {
        (Lang::Ar, Form::One) => "قول واحد".to_owned(),
        (Lang::Ar, Form::Two) => "قولان".to_owned(),
        (Lang::Ar, Form::Few) => format!("{n} أقوال"),
        (Lang::Ar, Form::Many) => format!("{n} قولاً"),
        (Lang::Ru, Form::One) => format!("{n} высказывание"),
        (Lang::Ru, Form::Few) => format!("{n} высказывания"),
        (Lang::Ru, _) => format!("{n} высказываний"),
        (Lang::En, Form::One) => "1 quotation".to_owned(),
        (Lang::En, _) => format!("{n} quotations"),
    }
}
