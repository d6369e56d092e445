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
