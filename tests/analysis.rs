//! What the analysis makes of single sentences.

use siyaq::analysis::{Context, analyse};
use siyaq::date::Day;
use siyaq::text::Lang;

#[test]
fn a_deictic_counts_from_the_day_of_the_utterance() {
    let rows = [
        ("before, Arabic", Lang::Ar, "قال الوزير نبيل سعد في 3 ديسمبر 2023: «سنعود غداً».", "2023-12-04"),
        ("behind, Russian", Lang::Ru, "«Вчера мы отдыхали», — сказал Иван Петров 3 ноября 2023 года.", "2023-11-02"),
        ("behind, English", Lang::En, "“We leave tomorrow,” John Smith said on November 3, 2023.", "2023-11-04"),
        ("no day beside it", Lang::En, "“We leave tomorrow,” John Smith said.", "2023-12-06"),
    ];
    for (name, lang, text, value) in rows {
        let found = analyse(text, &Context::new(lang, Day::from_ymd(2023, 12, 5)));
        let values: Vec<String> = found.dates.iter().filter_map(|date| Some(date.edtf.as_ref()?.to_string())).collect();
        assert!(values.iter().any(|found| found == value), "{name}: {values:?} without {value}");
    }
}

/// Sentences in which the one who speaks is hard to see, and who it is.
const ARABIC_SPEAKERS: [(&str, &str, &str); 24] = [
    ("a given name with the article", "وقال النائب المستقل الطاهر بن منصور: «هذا قرار متسرع جداً».", "الطاهر بن منصور"),
    ("a given name of two words", "وأكد عبد المجيد أوحساين أن القرية معزولة.", "عبد المجيد أوحساين"),
    ("an office of two matters", "قال وزير التربية والتعليم عباس الحلبي إن الامتحانات في موعدها.", "عباس الحلبي"),
    ("two offices", "قال نائب رئيس الوزراء وزير الدفاع تيمور أكان إن الهدنة صامدة.", "تيمور أكان"),
    ("a second role", "وقالت المؤسسة والرئيسة التنفيذية لطيفة الهاملي: «بدأنا من مرآب بيتنا».", "لطيفة الهاملي"),
    ("a title with a stroke", "أكد الدكتور/ طارق شاهين أن التسليم قريب.", "طارق شاهين"),
    ("a role that begins like a conjunction", "وقالت والدة تلميذة إن ابنتها خائفة.", "والدة تلميذة"),
    (
        "a role no one before had",
        "«لا نريد لجاناً»، يقول جورج صليبا، صاحب متجر. وأعلن وزير الداخلية أن المجلس سيجتمع.",
        "وزير الداخلية",
    ),
    ("a dateline", "بيروت - قُتل شخصان في حريق اندلع بمستودع، وفق ما أفاد الدفاع المدني.", "الدفاع المدني"),
    ("a relative clause", "ويختلف معها زميلها نادر البحراني، الذي يرى أن التعافي مستحيل.", "نادر البحراني"),
    ("a circumstance", "بكت زوجة المتهم وهي تردد: «زوجي مظلوم والله».", "زوجة المتهم"),
    ("an adverbial before", "جاء المحامي شريف عوض. وعن الرواية، قال إنها طويلة.", "شريف عوض"),
    ("a name in marks", "لكن «جبهة الجبل» ردت بأن مقاتليها لا يملكون مدفعية.", "جبهة الجبل"),
    ("by another's tongue", "ردت الأمانة على لسان مديرتها أسماء الحربي بأن العمل سيبدأ.", "أسماء الحربي"),
    ("passed on", "حضر الرئيس كمال سعد. ونقل عنه مقربون أنه مستعد للتفاوض.", "كمال سعد"),
    ("a purpose", "وتدخل المستشار كمال سعد ليقول: «صادقنا على الدراسة نفسها».", "كمال سعد"),
    ("no verb of saying", "وتستعيد ابنته سيرين الأيام الأخيرة: «كان يطلب منا أن نفتح الشباك».", "سيرين الأيام"),
    ("called so", "ويقول أحدهم، ويدعى شباط المناعي: «زرعوا لافتات أكثر مما زرعوا مرجاناً».", "شباط المناعي"),
    ("an honorific", "دشن الشيخ سلطان بن راشد المحطة. وأكد سموه أن المشروع مهم.", "سلطان بن راشد"),
    ("a judgement with its object", "غضبت جمعية الآباء من القرار ووصفته بـ«ذر الرماد في العيون».", "جمعية الآباء"),
    ("behind an aside", "نفى المدير رضا بن عاشور، في رسالة، «وجود أي نية لغلق المصنع».", "رضا بن عاشور"),
    ("a clause behind a colon", "وقال الوزير نبيل سعد: إن نسبة التنفيذ عالية.", "نبيل سعد"),
    ("a subject before its verb", "غير أن مصدراً في الوزارة عزا الرفض إلى «نقص في الأوراق لا أكثر».", "مصدر في الوزارة"),
    ("a text in which it stands", "أصدرت نقابة المهندسين بياناً جاء فيه أن الراحل علّم أجيالاً.", "نقابة المهندسين"),
];

#[test]
fn the_speaker_of_an_arabic_sentence_is_found() {
    for (name, text, speaker) in ARABIC_SPEAKERS {
        let found = analyse(text, &Context::new(Lang::Ar, Day::from_ymd(2023, 12, 5)));
        let last = found.quotes.last().and_then(|quote| quote.speaker).and_then(|at| found.people.get(at));
        assert_eq!(last.map(|person| person.name.as_str()), Some(speaker), "{name}");
    }
}

#[test]
fn what_only_looks_like_arabic_speech_is_none() {
    let rows = [
        ("a headline's name in marks", "«المالية» تنفي زيادة الرسوم."),
        ("the place of talk", "وفي اتصال مع «الفجر الجديد»، رفض الوزير التعليق."),
        ("a legend", "رفع المشجعون لافتة تقول: «الصبر مفتاح الفرج»."),
        ("written on paper", "ترك اللصوص ورقة كُتب عليها: «شكراً على حسن الضيافة»."),
        ("sight of day", "رأى النور في هذه القرية، وفيها يريد أن يموت."),
        ("who is asked", "دعت المبعوثة «جميع الأطراف» إلى ضبط النفس."),
        ("a new shirt", "وكشف الفريق عن قميصه الجديد «الأزرق الملكي»."),
        ("a verb of motion", "ذهب الرجل إلى السوق قبل أن يعود."),
    ];
    for (name, text) in rows {
        let found = analyse(text, &Context::new(Lang::Ar, Day::from_ymd(2023, 12, 5)));
        assert!(found.quotes.is_empty(), "{name}: {:?}", found.quotes);
    }
}

/// A Russian sentence, what is reported in it, and by whom; nobody where the text does not say.
const RUSSIAN_SPEECH: [(&str, &str, &str, Option<&str>); 30] = [
    (
        "a date is no part of a name",
        "Тепло дали, сообщила пресс-служба мэрии в пятницу.",
        "Тепло дали",
        Some("пресс-служба мэрии"),
    ),
    (
        "an aside",
        "Источник, знакомый с ходом дела, утверждает обратное: акт завизирован.",
        "акт завизирован",
        Some("Источник"),
    ),
    (
        "a relative clause",
        "Продюсер Олег Штерн, с которым она работает, пообещал, что всё будет.",
        "всё будет",
        Some("Олег Штерн"),
    ),
    (
        "a name in apposition",
        "Один из них, пасечник Ефим Долматов, сказал, что видел волков.",
        "видел волков",
        Some("Ефим Долматов"),
    ),
    ("a parenthesis", "Он, в свою очередь, утверждает, что Иван Петров солгал.", "Иван Петров солгал", None),
    (
        "what a role is of",
        "Депутат Госдумы от КПРФ Николай Лужин сказал, что приедет.",
        "приедет",
        Some("Николай Лужин"),
    ),
    (
        "an abbreviation before a name",
        "Официальный представитель МИД Мария Ким сказала, что приедет.",
        "приедет",
        Some("Мария Ким"),
    ),
    ("a place before a name", "Глава села Орловка Иван Хвостов сказал, что приедет.", "приедет", Some("Иван Хвостов")),
    ("a foreign name in a", "Министр внутренних дел Карла Нери заявила, что приедет.", "приедет", Some("Карла Нери")),
    ("another's name", "Адвокат Ивана Петрова заявил, что приедет.", "приедет", Some("Адвокат Ивана Петрова")),
    ("a relation", "Друг Мхитаряна уверяет, что приедет.", "приедет", Some("Друг Мхитаряна")),
    (
        "one told in the dative",
        "«Срок соблюдаем», — доложил начальнику отдела подрядчик.",
        "Срок соблюдаем",
        Some("подрядчик"),
    ),
    ("a noun in no lexicon", "Сторонники закона указывают, что он нужен.", "он нужен", Some("Сторонники закона")),
    (
        "a body in no lexicon",
        "Её возглавит Сейтказы, сообщили в аппарате маслихата.",
        "Её возглавит Сейтказы",
        Some("аппарат маслихата"),
    ),
    (
        "a paper in marks",
        "Площадь пожара выросла, сообщает «Лесной вестник».",
        "Площадь пожара выросла",
        Some("Лесной вестник"),
    ),
    (
        "one told in marks",
        "Авария случилась ночью, рассказали «Вестям» в администрации города.",
        "Авария случилась ночью",
        Some("администрация города"),
    ),
    (
        "an adjective in the source",
        "По предварительной версии следствия, причиной стала утечка.",
        "причиной стала утечка",
        Some("следствие"),
    ),
    (
        "a source in the plural",
        "По воспоминаниям воспитанников, он приходил первым.",
        "он приходил первым",
        Some("воспитанники"),
    ),
    (
        "a report of a body",
        "Бюджет потерял миллиард, говорится в отчёте Счётной палаты.",
        "Бюджет потерял миллиард",
        Some("Счётная палата"),
    ),
    (
        "nobody is named",
        "Иван Петров ушёл. Как сообщалось, переговоры начались вчера.",
        "переговоры начались вчера",
        None,
    ),
    ("speech behind a bare colon", "Инна Сокол объяснила: мешал туман.", "мешал туман", Some("Инна Сокол")),
    (
        "a name opens what the colon leads to",
        "Кирилл Гросс возражает: «Абзац» приводит читателей.",
        "«Абзац» приводит читателей",
        Some("Кирилл Гросс"),
    ),
    ("a helping verb", "Эльза Набатова не стала исключать, что вернётся.", "вернётся", Some("Эльза Набатова")),
    (
        "attention is drawn",
        "Эмма Вольская обратила внимание суда на то, что он пришёл сам.",
        "он пришёл сам",
        Some("Эмма Вольская"),
    ),
    ("an irregular past", "Сам министр Глеб Осокин опроверг, что уходит.", "уходит", Some("Глеб Осокин")),
    (
        "a verb of thinking behind",
        "Причина — неурожай, полагает экономист Вера Линёва.",
        "Причина — неурожай",
        Some("Вера Линёва"),
    ),
    (
        "words passed on",
        "«Это надолго», — приводит пресс-служба слова Аркадия Вейса.",
        "Это надолго",
        Some("Аркадий Вейс"),
    ),
    (
        "his words passed on",
        "Степан Кулик молчит. «Я всё сделал», — передаёт его слова адвокат.",
        "Я всё сделал",
        Some("Степан Кулик"),
    ),
    ("a gesture and its hand", "— Мотор заглох, — разводит руками спасённый.", "Мотор заглох", Some("спасённый")),
    (
        "a noun told of by a source inside",
        "Кость нашли летом, но тогда, по словам Веры Вольф, её не узнали.",
        "её не узнали",
        Some("Вера Вольф"),
    ),
];

#[test]
fn russian_speech_has_its_speaker() {
    for (name, text, words, speaker) in RUSSIAN_SPEECH {
        let found = analyse(text, &Context::new(Lang::Ru, Day::from_ymd(2023, 12, 5)));
        let quote = found.quotes.iter().find(|quote| quote.span.of(text) == words);
        let heard: Vec<&str> = found.quotes.iter().map(|quote| quote.span.of(text)).collect();
        let quote = quote.unwrap_or_else(|| panic!("{name}: {heard:?} without {words}"));
        let got = quote.speaker.and_then(|id| found.people.get(id)).map(|person| person.name.as_str());
        assert_eq!(got, speaker, "{name}");
    }
}

#[test]
fn words_of_a_russian_body_mean_it_later() {
    let text = "Прокуратура начала проверку. В ведомстве подчеркнули, что виновных накажут.";
    let found = analyse(text, &Context::new(Lang::Ru, Day::from_ymd(2023, 12, 5)));
    let speaker = found.quotes.first().and_then(|quote| quote.speaker).and_then(|id| found.people.get(id));
    assert_eq!(speaker.map(|person| person.name.as_str()), Some("Прокуратура"));
}
