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
const RUSSIAN_SPEECH: [(&str, &str, &str, Option<&str>); 41] = [
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
    (
        "small words in a name",
        "«Так нельзя», — вздохнул Ботик ван де Зандер.",
        "Так нельзя",
        Some("Ботик ван де Зандер"),
    ),
    (
        "a place before the name",
        "«Их нет», — возмутилась жительница села Жарык Кунсулу-апа Сагимбай.",
        "Их нет",
        Some("Кунсулу-апа Сагимбай"),
    ),
    (
        "whose the role is, before the name",
        "Наставник Хуркача Крейг Бойнтон уверен: покой поможет.",
        "покой поможет",
        Some("Крейг Бойнтон"),
    ),
    (
        "a deputy in one word",
        "Замакима Нурбол Кенжегали заверил, что вода спала.",
        "вода спала",
        Some("Нурбол Кенжегали"),
    ),
    (
        "a role in two words with a hyphen",
        "Как поведал продавец-консультант Эльдар Мамед, витрина цела.",
        "витрина цела",
        Some("Эльдар Мамед"),
    ),
    (
        "an object before the subject",
        "«Мы против», — огласил совместное решение партий Гурам Мелия.",
        "Мы против",
        Some("Гурам Мелия"),
    ),
    (
        "the one who was asked",
        "Мэр Олег Тишин спросил Анну Велес. Та ответила: «Мне всё равно, решайте сами».",
        "Мне всё равно, решайте сами",
        Some("Анна Велес"),
    ),
    (
        "those who back a man",
        "Сторонники Дональда Трампа вошли в зал. «Идите домой», — сказал он.",
        "Идите домой",
        Some("Дональд Трамп"),
    ),
    (
        "none of whom it reports",
        "Тренер Захар Кнехт молчит. Дениз Айтекин, убеждён он, подарил два пенальти.",
        "подарил два пенальти",
        Some("Захар Кнехт"),
    ),
    (
        "an aside that ends before the verb",
        "Участковый Хасан Цечоев, первым прибывший на место, описал воров так: «Двое в масках Деда Мороза».",
        "Двое в масках Деда Мороза",
        Some("Хасан Цечоев"),
    ),
    (
        "hearsay",
        "Обозреватель Оуэн Глейберман колеблется: фильм, дескать, чудовищен.",
        "фильм, дескать, чудовищен",
        Some("Оуэн Глейберман"),
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

/// What is said in a sentence: whose it is, and the words.
type Said<'t> = &'t [(&'t str, &'t str)];

/// Sentences by what they try, and what is said in each.
const ENGLISH: [(&str, &str, Said); 30] = [
    (
        "an apposition with a hyphen and a number",
        "“Nobody asked,” Wanjiku Mwangi, a 24-year-old student, said as she left.",
        &[("Wanjiku Mwangi", "Nobody asked,")],
    ),
    (
        "a clause before a name and its apposition",
        "The mill will close, Sam Odell, its lawyer, said on Monday.",
        &[("Sam Odell", "The mill will close")],
    ),
    (
        "a parenthesis in a clause",
        "The council, he said, had sat on its reserves.",
        &[("", "The council, he said, had sat on its reserves")],
    ),
    (
        "an occasion before a parenthesis",
        "By February, says the mayor, Ettore Ganz, he had heard enough.",
        &[("Ettore Ganz", "he had heard enough")],
    ),
    (
        "a clause that begins before a relative “that”",
        "Ann Lee said it had seen videos, filmed at noon, that showed more.",
        &[("Ann Lee", "it had seen videos, filmed at noon, that showed more")],
    ),
    ("“that” with its noun", "Sam Odell disputed that account.", &[]),
    ("“that” with a day", "Sam Odell testified that day.", &[]),
    ("a thing with a clause about it", "Sam Odell announced a plan that would cut costs.", &[]),
    ("the one who is told", "Sam Odell told jurors he had paid.", &[("Sam Odell", "he had paid")]),
    ("a paper that is told", "Sam Odell told The Dorling Echo in 1986.", &[]),
    ("a passive", "Residents were told on Monday that the plant would close.", &[]),
    ("a passive with no speaker", "It is claimed that the minister knew.", &[]),
    ("nobody", "Nobody said the plant would close.", &[]),
    (
        "two verbs with one subject",
        "Nebron Power said crews had come but warned that some homes would wait.",
        &[("Nebron Power", "crews had come"), ("Nebron Power", "some homes would wait")],
    ),
    (
        "a verb and its particle",
        "“Excuses,” Ellen Quist shot back, “and more excuses.”",
        &[("Ellen Quist", "Excuses,"), ("Ellen Quist", "and more excuses.")],
    ),
    ("a participle without “that”", "The lawyer, Ann Lee, refused, saying he was ill.", &[("Ann Lee", "he was ill")]),
    ("quoted as saying", "“I have not left,” Sam Odell was quoted as saying.", &[("Sam Odell", "I have not left,")]),
    ("the progressive", "Experts are warning that the virus could spread.", &[("Experts", "the virus could spread")]),
    ("a gap in a relative clause", "A quake that officials said had killed ten.", &[("officials", "had killed ten")]),
    (
        "a noun of saying with its owner",
        "Ann Lee spoke first. The jury rejected her claim that it was a loan.",
        &[("Ann Lee", "it was a loan")],
    ),
    (
        "a role behind an apostrophe",
        "The developers’ agent, Giles Morton, insists that plots will be found.",
        &[("Giles Morton", "plots will be found")],
    ),
    (
        "a family, which is no adverb",
        "The victim's family said: “He was kind.”",
        &[("The victim's family", "He was kind.")],
    ),
    ("letters behind a name", "Alan Freer QC said: “She was trusted.”", &[("Alan Freer", "She was trusted.")]),
    (
        "a time before the subject",
        "In January the council announced that it would sell.",
        &[("The council", "it would sell")],
    ),
    (
        "a document's owner",
        "A statement released by the Hartwell Group said the findings were wrong.",
        &[("Hartwell Group", "the findings were wrong")],
    ),
    ("two who speak together", "Ann Lee and her colleagues report that water rose.", &[("Ann Lee", "water rose")]),
    (
        "an abbreviation at the end of a sentence",
        "He works in A&E. She said the pay was low.",
        &[("", "the pay was low")],
    ),
    (
        "a clause behind another clause",
        "The budget is off, the Treasury has confirmed, after the government said it would wait.",
        &[("Treasury", "The budget is off"), ("The government", "it would wait")],
    ),
    (
        "a headline in capitals",
        "Ferry Workers Strike After Talks Fail\n\nHealth officials said the port was shut.",
        &[("Health officials", "the port was shut")],
    ),
    (
        "a dateline",
        "PORT SERAND, Ombara — Shells struck a market, officials said.",
        &[("officials", "Shells struck a market")],
    ),
];

#[test]
fn english_speakers_and_what_they_say() {
    for (name, text, said) in ENGLISH {
        let found = analyse(text, &Context::new(Lang::En, Day::from_ymd(2023, 12, 5)));
        let speaker =
            |at: Option<usize>| at.and_then(|at| found.people.get(at)).map_or("", |person| person.name.as_str());
        let got: Vec<(String, &str)> =
            found.quotes.iter().map(|quote| (speaker(quote.speaker).to_lowercase(), quote.span.of(text))).collect();
        let want: Vec<(String, &str)> = said.iter().map(|(who, words)| (who.to_lowercase(), *words)).collect();
        assert_eq!(got, want, "{name}: {text}");
    }
}
