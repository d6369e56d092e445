//! Who speaks in Arabic, by a table of subjects and one of frames: every subject is set in every frame, behind a
//! paragraph that names others, and the share of right speakers may not fall below a floor. Raise the floor when the
//! analysis gets better; never lower it.

use siyaq::analysis::{Context, Findings, analyse};
use siyaq::date::Day;
use siyaq::text::Lang;

/// Whom the text names before: a wrong choice is possible.
const BEFORE: &str = "أعمال الترميم تبدأ في الحي القديم\n\nقال محافظ المدينة رياض الكردي إن الطريق سيفتح قبل العيد، بينما زارت \
    النائبة ريم البستاني الموقع مع وفد من هيئة الإسكان.\n\n";

/// The form of a verb that goes with a subject.
#[derive(Clone, Copy)]
enum Form {
    Man,
    Woman,
    Men,
}

/// A subject: as it stands behind its verb, as it is called, and the form that goes with it.
const SUBJECTS: [(&str, &str, Form); 26] = [
    ("محمود عبد الرحمن البرغوثي", "محمود عبد الرحمن البرغوثي", Form::Man),
    ("رولا حداد", "رولا حداد", Form::Woman),
    ("وزير الطاقة خالد الحمدان", "خالد الحمدان", Form::Man),
    ("الناشطة الحقوقية مها الزين", "مها الزين", Form::Woman),
    ("رئيس لجنة الدفاع والأمن القومي في مجلس النواب عادل شكري", "عادل شكري", Form::Man),
    ("المتحدث باسم الشرطة وليد عثمان", "وليد عثمان", Form::Man),
    ("نائب رئيس الوزراء وزير المالية لؤي ناصيف", "لؤي ناصيف", Form::Man),
    ("عالم الزلازل أنيس برهومة", "أنيس برهومة", Form::Man),
    ("سلطان بن راشد المنصوري", "سلطان بن راشد المنصوري", Form::Man),
    ("وزير الدفاع التركي يشار غولر", "يشار غولر", Form::Man),
    ("رئيسة المفوضية الأوروبية أورسولا فون دير لاين", "أورسولا فون دير لاين", Form::Woman),
    ("الخبير الفرنسي جان-بيير لاكروا", "جان-بيير لاكروا", Form::Man),
    ("رئيس غرفة التجارة", "رئيس غرفة التجارة", Form::Man),
    ("دبلوماسي غربي رفيع", "دبلوماسي غربي رفيع", Form::Man),
    ("إحدى الناجيات", "إحدى الناجيات", Form::Woman),
    ("وزارة الصحة", "وزارة الصحة", Form::Woman),
    ("البنك المركزي", "البنك المركزي", Form::Man),
    ("هيئة تنظيم الاتصالات", "هيئة تنظيم الاتصالات", Form::Woman),
    ("باريس", "باريس", Form::Woman),
    ("متحدث باسم الجيش", "متحدث باسم الجيش", Form::Man),
    ("مصدر أمني", "مصدر أمني", Form::Man),
    ("مصادر مقربة من الرئاسة", "مصادر مقربة من الرئاسة", Form::Woman),
    ("سكان القرية", "سكان القرية", Form::Men),
    ("هواة الصيد", "هواة الصيد", Form::Men),
    ("بعض التجار", "بعض التجار", Form::Men),
    ("عائلات الضحايا", "عائلات الضحايا", Form::Woman),
];

/// A frame, with `@` where the subject stands, `+` where a verb before it takes «ت» for a woman, `~` where one behind it
/// takes «وا» for several as well, and the words said in brackets.
const FRAMES: [&str; 30] = [
    "وقال+ @ إن [الخطة ستنفذ على ثلاث مراحل].",
    "وأشار+ @ مساء أمس إلى أن [الأضرار كبيرة في الأحياء القديمة].",
    "وأكد+ @ خلال مؤتمر صحفي في العاصمة أن [النتائج جاءت مخيبة للآمال].",
    "وأوضح+ @، في تصريح لـ«صدى الأسبوع»، أن [المياه وصلت إلى نصف البيوت].",
    "وقال+ @ للصحفيين إن [الأسعار لن تتغير قبل نهاية الموسم].",
    "وصرح+ @ لوكالة رويترز بأن [العمل سيستمر حتى الشتاء].",
    "وأبلغ+ @ الصحفيين أن [العمل سيستمر حتى الشتاء].",
    "وحذر+ @ السكان من أن [المياه قد ترتفع ليلا].",
    "وجدد+ @ التأكيد على أن [الخطة ستنفذ على ثلاث مراحل].",
    "وفي مقابلة مع قناة «المدار»، قال+ @ إن [الأسعار لن تتغير].",
    "وفيما رفضت الشركة التعليق، أعلن+ @ أن [العقود جاهزة].",
    "وكان+ @ قد أكد~ الأسبوع الماضي أن [النتائج جاءت مخيبة للآمال].",
    "ورفض+ @ الاتفاق الجديد، وقال~ إن [الأضرار كبيرة].",
    "ووصف+ @ الخطوة بأنها «[خطأ تاريخي لا يغتفر]».",
    "واتهم+ @ الحكومة بـ«[تجاهل معاناة الناس]».",
    "وأشاد+ @ بجهود فرق الإنقاذ، وقال~: «[سنعمل ليلا ونهارا حتى ننجز ما بدأناه]».",
    "واعتبر+ @ أن ما جرى «[أكبر من قدرة المدينة]».",
    "[الأسعار لن تتغير قبل نهاية الموسم هذا]، بحسب @.",
    "وبحسب @، فإن [الأضرار كبيرة في الأحياء القديمة].",
    "[المياه وصلت إلى نصف البيوت في البلدة]، على حد قول @.",
    "ونقلت وكالة الأناضول عن @ أن [العمل سيستمر حتى الشتاء].",
    "وقال+ @: «[لم نتلق أي مساعدة حتى هذه اللحظة]».",
    "«[هذا المشروع سيغير وجه المدينة]»، قال+ @.",
    "«[لا أحد يعرف متى تنتهي الأزمة]»، أكد+ @ بصوت خافت.",
    "وكتب+ @ على منصة «إكس»: «[نحتاج إلى حلول حقيقية لا إلى وعود]».",
    "وقال+ @ في بيان إن [القرار نهائي].",
    "وقال+ @ إن الطريق مغلق. «[لا أحد يعرف متى تنتهي الأزمة]».",
    "وأكدت النائبة ريم البستاني أن العقود جاهزة، في حين قال+ @ إن [الأضرار كبيرة].",
    "ورد+ @ على اتهامات محافظ المدينة رياض الكردي بالقول: «[كل شيء تغير منذ ذلك اليوم]».",
    "وفي بيان صدر مساء أمس، قال+ @ إن [الأضرار كبيرة].",
];

/// The least share of right speakers, in percent.
const FLOOR: usize = 99;

fn read(text: &str) -> Findings {
    analyse(text, &Context::new(Lang::Ar, Day::from_iso("2023-05-10")))
}

/// Whom the last words of a text are ascribed to.
fn last_speaker(text: &str) -> Option<String> {
    let Findings { quotes, people, .. } = read(text);
    quotes.last().and_then(|quote| quote.speaker).and_then(|at| people.get(at)).map(|person| person.name.clone())
}

/// Whom the words in brackets are ascribed to.
fn speaker(frame: &str, subject: &str, form: Form) -> Option<String> {
    let (before, behind) = match form {
        Form::Man => ("", ""),
        Form::Woman => ("ت", "ت"),
        Form::Men => ("", "وا"),
    };
    let body = frame.replace('@', subject).replace('+', before).replace('~', behind);
    let from = BEFORE.len() + body.find('[')?;
    let to = BEFORE.len() + body.find(']')? - 1;
    let text = [BEFORE, &body.replace(['[', ']'], "")].concat();
    let Findings { quotes, people, .. } = read(&text);
    let over = |start: usize, end: usize| end.min(to).saturating_sub(start.max(from));
    let found = quotes.iter().max_by_key(|quote| 2 * over(quote.span.start.0, quote.span.end.0))?;
    let near = 2 * over(found.span.start.0, found.span.end.0) > found.span.len().max(to - from);
    found.speaker.filter(|_| near).and_then(|at| people.get(at)).map(|person| person.name.clone())
}

#[test]
fn any_subject_speaks_in_any_frame() {
    let (mut right, mut all) = (0, 0);
    for frame in FRAMES {
        for (subject, name, form) in SUBJECTS {
            let got = speaker(frame, subject, form);
            all += 1;
            right += usize::from(got.as_deref() == Some(name));
            if got.as_deref() != Some(name) {
                println!("«{subject}» in «{frame}»: {got:?}");
            }
        }
    }
    println!("{right} of {all} speakers are right");
    assert!(100 * right >= FLOOR * all, "{right} of {all} speakers are right, fewer than {FLOOR} %");
}

/// What a text tells, with how one of those it tells of is called later, and who that is. Somebody else speaks between.
const MEANT: [(&str, &str, &str); 20] = [
    ("قال كريم قاسم، وهو نجار من الحي، إن الأمر انتهى", "وأوضح النجار", "كريم قاسم"),
    ("التقينا الخزافة هدى قاسم في بيتها", "وأوضحت الخزافة", "هدى قاسم"),
    ("وصلت هدى قاسم (54 عاما) إلى المكان", "وأوضحت الخمسينية", "هدى قاسم"),
    ("وقف كريم قاسم، البالغ من العمر 72 عامًا، أمام بيته", "وأوضح الرجل السبعيني", "كريم قاسم"),
    ("ولد كريم قاسم في الرمثا قبل ستين عاما", "وأوضح ابن الرمثا", "كريم قاسم"),
    ("حذر منسق الأمم المتحدة كريم قاسم من الجوع", "وأوضح المسؤول الأممي", "كريم قاسم"),
    ("وصل العقيد كريم قاسم إلى المكان", "وأوضح الضابط", "كريم قاسم"),
    ("صدرت رواية جديدة للكاتب كريم قاسم", "وأوضح الروائي", "كريم قاسم"),
    ("زار كريم قاسم وزوجته هدى شلهوب المكان", "وأوضح زوجها", "كريم قاسم"),
    ("قال كريم قاسم إن شقيقته هدى قاسم في البيت", "وأوضحت الشقيقة", "هدى قاسم"),
    ("قال كريم قاسم إن ابنه رامز قاسم في البيت", "وأوضح الأب", "كريم قاسم"),
    ("اختلف الأخ الأكبر كريم قاسم مع أخيه الأصغر رامز قاسم", "وأوضح الأخ الأصغر", "رامز قاسم"),
    ("افتتح الأخوان كريم ورامز قاسم ورشة", "وأوضح كريم", "كريم"),
    ("استقبل الوزير المصري كريم قاسم نظيره التركي رامز شلهوب", "وأوضح الوزير المصري", "كريم قاسم"),
    ("استقبل الوزير المصري كريم قاسم نظيره التركي رامز شلهوب", "وأوضح الوزير التركي", "رامز شلهوب"),
    ("استقبل الوزير المصري كريم قاسم نظيره التركي رامز شلهوب", "وأوضح الوزير الضيف", "رامز شلهوب"),
    ("قال المتحدث باسم هيئة المياه كريم قاسم إن الأمر انتهى", "وأوضحت الهيئة", "هيئة المياه"),
    ("انتقدت الخارجية التركية القرار", "وأوضحت الوزارة", "الخارجية التركية"),
    ("طالب المحامي كريم قاسم بالإفراج عن موكله رامز شلهوب", "وأوضح المتهم", "رامز شلهوب"),
    ("بحث كريم قاسم مع رامز شلهوب ملف الحدود", "وردًا على سؤال عن الملف، أوضح", "عدنان الجندلي"),
];

#[test]
fn a_byname_means_whom_the_text_has_called_so() {
    for (told, called, name) in MEANT {
        let text = format!(
            "أخبار البلدة\n\n{told}. وقال عدنان الجندلي: «هذا القرار ظالم».\n\n{called}: «لم نتلق أي رد حتى الآن»."
        );
        let last = last_speaker(&text);
        assert_eq!(last.as_deref(), Some(name), "{told} … {called}");
    }
}

/// Of two in one sentence, the one whom the next sentence goes on with.
const GOES_ON: [(&str, &str); 6] = [
    ("التقى كريم قاسم رئيس اللجنة رامز شلهوب في مكتبه. وقال", "كريم قاسم"),
    ("اجتمع كريم قاسم مع رامز شلهوب في القصر. وقال", "كريم قاسم"),
    ("قال كريم قاسم إن رامز شلهوب رفض العقد. وأضاف", "كريم قاسم"),
    ("سأل كريم قاسم الشاهد رامز شلهوب عن الحادث، فأجابه", "رامز شلهوب"),
    ("قال كريم قاسم لرامز شلهوب: «لم نتلق أي رد». فرد عليه", "رامز شلهوب"),
    ("قال كريم قاسم إن الأمر انتهى، قبل أن يقاطعه رامز شلهوب قائلا", "رامز شلهوب"),
];

#[test]
fn a_verb_alone_goes_on_with_the_subject() {
    for (told, name) in GOES_ON {
        let text = format!("أخبار البلدة\n\n{told}: «هذا القرار ظالم».");
        let last = last_speaker(&text);
        assert_eq!(last.as_deref(), Some(name), "{told}");
    }
}

/// Texts with whose the words in them are.
const ROWS: &str = include_str!("speakers/ar.txt");

#[test]
fn the_words_of_a_row_are_whose_it_says() {
    let mut wrong = Vec::new();
    for row in ROWS.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let (told, names) = row.split_once(" |").unwrap_or_else(|| panic!("no row: {row}"));
        let Findings { quotes, people, .. } = read(&format!("أخبار البلدة\n\n{}", told.replace(" ¶ ", "\n\n")));
        let whose = quotes.iter().map(|quote| quote.speaker.and_then(|at| people.get(at)));
        let got: Vec<&str> = whose.map(|person| person.map_or("", |person| &person.name)).collect();
        let want: Vec<&str> = names.trim().split(';').filter(|name| !name.is_empty()).collect();
        if got != want {
            wrong.push(format!("{told}\n   got {got:?}\n  want {want:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
