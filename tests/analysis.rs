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
        ("a month, Arabic", Lang::Ar, "قال الوزير نبيل سعد في 20 آذار 2021 إن الخط سيفتح في أيلول.", "2021-09"),
        ("a month, Russian", Lang::Ru, "В марте 2021 года Иван Петров заявил, что мост откроют в сентябре.", "2021-09"),
        (
            "a month, English",
            Lang::En,
            "John Smith said on 20 March 2021 that the line would open in September.",
            "2021-09",
        ),
        ("another year", Lang::En, "After the flood of 2019 John Smith said he would leave in January.", "2024-01"),
    ];
    for (name, lang, text, value) in rows {
        let found = analyse(text, &Context::new(lang, Day::from_ymd(2023, 12, 5)));
        let values: Vec<String> = found.dates.iter().filter_map(|date| Some(date.edtf.as_ref()?.to_string())).collect();
        assert!(values.iter().any(|found| found == value), "{name}: {values:?} without {value}");
    }
}

/// Sentences in which the one who speaks is hard to see, and who it is.
const ARABIC_SPEAKERS: [(&str, &str, &str); 55] = [
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
    (
        "particles within a name",
        "وقالت اخديجه منت سيدي ولد اعمر: «علمنا بالخبر مثل الجميع».",
        "اخديجه منت سيدي ولد اعمر",
    ),
    (
        "a calling in apposition",
        "وعلقت مديرة المركز، السويدية كايسا أولونغرين، بالقول: «نجمع المعلومات أولاً».",
        "كايسا أولونغرين",
    ),
    ("a verb with its object", "فقاطعه زميله هاغوب بقرادونيان صارخاً: «ومن كان وزيراً يومها؟».", "هاغوب بقرادونيان"),
    ("a verb no lexicon has", "«سنحكم أنفسنا بأنفسنا»، زفر الوزير نبيل سعد.", "نبيل سعد"),
    ("people spoken to", "وحاول رئيس الجلسة كمال سعد التهدئة، فخاطب النائبين: «الناس تشاهدنا يا إخوان».", "كمال سعد"),
    (
        "a verbal noun is no name",
        "تحدث المحلل كمال سعد. ووصف إشراك الحارس الشاب بـ«المغامرة غير المحسوبة».",
        "كمال سعد",
    ),
    ("a tail of a role", "وقال خبير الأمم المتحدة لإزالة الألغام كريس كلارك إن الحقول خطرة.", "كريس كلارك"),
    (
        "a clause beside another",
        "وأعرب البائع كمال سعد عن ارتياحه، فيما تحفظ صاحب متجر، ورأى أن المنافسة ظالمة.",
        "صاحب متجر",
    ),
    ("a text in which it stands", "أصدرت نقابة المهندسين بياناً جاء فيه أن الراحل علّم أجيالاً.", "نقابة المهندسين"),
    ("a thing is no subject", "تحدث المحلل كمال سعد. ويشرح الأمر قائلاً: «السوق لا ترحم أحداً اليوم».", "كمال سعد"),
    ("a chain of nouns", "ووعد مدير وحدة أعمال الشركة، سلوان الزايدي، بأن الشكاوى ستعالج.", "سلوان الزايدي"),
    ("a calling no lexicon has", "وأعرب الصانع المكرم، المعلم صبري الخلوفي، عن أن الوردة سرته.", "صبري الخلوفي"),
    (
        "the verb beside its clause",
        "وعارض الموازنة ثلاثة أعضاء، أبرزهم العضو كمال سعد الذي رأى أن المخصصات قليلة.",
        "كمال سعد",
    ),
    ("a surname in marks", "حضر النائب كمال الحارثي. وأشار «الحارثي» إلى أن الجلسة سرية.", "كمال الحارثي"),
    ("a woman in a man's office", "وقالت نائب الوزير غادة شاهين إن المنصة ستنطلق.", "غادة شاهين"),
    ("one whom we ask", "وسألنا مدير الري كمال سعد عن الحصص، فأجاب بأن الأمر سيادي.", "كمال سعد"),
    (
        "one spoken to answers",
        "حضرت النائبة هند القاسم. وخاطبها الوزير كمال سعد بالقول: «كل العطاءات منشورة»، لترد: «الموقع معطل».",
        "هند القاسم",
    ),
    ("whom a verb judges", "تحدث ممثل النيابة كريم عزب. ووصف المتهم بأنه «ذئب بشري خان العيش والملح».", "كريم عزب"),
    ("to whom it is said", "حضر المدير كمال سعد. وقال للتلفزيون الرسمي: «نعتذر من المواطنين جميعاً».", "كمال سعد"),
    ("called so by oneself", "لكن ساكناً في الحي، عرّف عن نفسه باسم أبو حسين، قال إنه لم يتلق إنذاراً.", "أبو حسين"),
    ("a child with the article", "وقال مختار البلدة، أبو الوليد عساف: «الرجال سخروا منا جميعاً».", "أبو الوليد عساف"),
    ("whom a sentence is about", "عند المدخل، تنتظر عشة أوبلا دورها. وتقول: «أنام هنا كل ليلة».", "عشة أوبلا"),
    ("the topic of a clause", "أما زميله نذير خان فيشكو الحر، ويضيف: «نقف في الشمس ساعة».", "نذير خان"),
    ("a name that looks like for", "وقال عضو لجنة الصحة باسم الغرابي إن العقود مزورة.", "باسم الغرابي"),
    ("a judgement's object", "وصف الزعيم رايلا أودينغو الخطوة بأنها «مسرحية لإنقاذ النظام».", "رايلا أودينغو"),
    ("led to by a preposition", "جاءت هند سعد. وعن بطلتها «نوار» تقول: «هي كل امرأة انتظرت».", "هند سعد"),
    ("a name that is a verb", "يقول يسلم ولد الداه، وهو مستورد: «بضاعتي تفسد في العنابر».", "يسلم ولد الداه"),
    ("a woman's name no lexicon has", "بيد أن النائب المستقيل بولا رزق ردت عليه قائلة: «كلا وألف كلا».", "بولا رزق"),
    ("no article", "لكن مدير البحوث، ألين سانديب، لا يتوقع شيئاً. وأوضح أن البنك ينتظر.", "ألين سانديب"),
    ("two adjectives", "واتهم ناطق عسكري سوداني القوات بالقصف، وحذر من أن الرد قريب.", "ناطق عسكري سوداني"),
    ("a document's owner", "وكان تقرير لديوان الرقابة قد حذر من أن المحطة قديمة.", "ديوان الرقابة"),
    ("God's", "ونفى القيادي في الجماعة ضيف الله الشامي أن المساعدات تباع.", "ضيف الله الشامي"),
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

/// What is said in a sentence: whose it is, and the words.
type Said<'t> = &'t [(&'t str, &'t str)];

/// Sentences by what they try, and what is said in each.
const ENGLISH: [(&str, &str, Said); 65] = [
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
    (
        "a verb that no lexicon has, behind its speaker",
        "“It is late,” the tall Kelme Zuk, a farmer, splurged.",
        &[("Kelme Zuk", "It is late,")],
    ),
    ("a verb that no lexicon has, before it", "“It is late,” splurged Kelme Zuk.", &[("Kelme Zuk", "It is late,")]),
    (
        "a verb that no lexicon has, and “that”",
        "Ann Smith chirruped that he was late.",
        &[("Ann Smith", "he was late")],
    ),
    ("what is found out, and not said", "Ann Smith ensured that he was late.", &[]),
    ("a light verb", "Sgt Ann Smith gave evidence that he was asleep.", &[("Ann Smith", "he was asleep")]),
    (
        "one's own view",
        "Ann Smith was glum. In her view, a cut is now inevitable.",
        &[("Ann Smith", "a cut is now inevitable")],
    ),
    ("what one is who holds it so", "Ann Smith was adamant that he was late.", &[("Ann Smith", "he was late")]),
    (
        "particles in a name",
        "“It is late,” said Quirin Graf von und zu Waldeck.",
        &[("Quirin Graf von und zu Waldeck", "It is late,")],
    ),
    ("a particle written to a name", "“It is late,” Omar al-Zuk said.", &[("Omar al-Zuk", "It is late,")]),
    ("initials", "K.P. Ramasubban said he was late.", &[("K.P. Ramasubban", "he was late")]),
    (
        "a body with an owner and “for”",
        "The People's Front for Dignity said it was late.",
        &[("People's Front for Dignity", "it was late")],
    ),
    (
        "a name behind the noun of a role",
        "Leader of opposition Kelme Zuk said he was late.",
        &[("Kelme Zuk", "he was late")],
    ),
    (
        "a name that no lexicon has, before a pronoun",
        "At the back sat Thandeka Zuk. “It is late,” she said.",
        &[("Thandeka Zuk", "It is late,")],
    ),
    (
        "a pronoun that goes on, and a name behind it",
        "Thandeka Zuk rose early. She beat Marit Dal. “It is late,” she said.",
        &[("Thandeka Zuk", "It is late,")],
    ),
    (
        "a surname with the possessive ending",
        "Thandeka Zuk's hands move. Zuk isn't waiting. “It is late,” she said.",
        &[("Thandeka Zuk", "It is late,")],
    ),
    (
        "the one of whom who tells",
        "Among them was Kelme Zuk of Varland, a physician, who said he was late.",
        &[("Kelme Zuk", "he was late")],
    ),
    (
        "a clause behind where it is said",
        "Kelme Zuk said in a note to clients he was late.",
        &[("Kelme Zuk", "he was late")],
    ),
    (
        "an article behind a setting",
        "Kelme Zuk said in a statement the train was late.",
        &[("Kelme Zuk", "the train was late")],
    ),
    (
        "the last of two nouns",
        "Police spokesman Kelme Zuk confirmed the release but said nobody had been late. It was late again, he added.",
        &[("Kelme Zuk", "nobody had been late"), ("Kelme Zuk", "It was late again")],
    ),
    (
        "a surname that is a given name elsewhere",
        "A nurse, Saira Malik, said it was late. “It is,” she said.",
        &[("Saira Malik", "it was late"), ("Saira Malik", "It is,")],
    ),
    (
        "two who speak against each other",
        "Kelme Zuk said the road was safe, but residents say it floods every winter.",
        &[("Kelme Zuk", "the road was safe"), ("residents", "it floods every winter")],
    ),
    (
        "a semicolon between two",
        "Kelme Zuk said the road was safe; the union said it had been late.",
        &[("Kelme Zuk", "the road was safe"), ("the union", "it had been late")],
    ),
    (
        "one who answers a question",
        "“Were you late?” Ms Dal asked. “I was,” the witness replied.",
        &[("Dal", "Were you late?"), ("the witness", "I was,")],
    ),
    ("what documents show", "The train was late again, records show.", &[("records", "The train was late again")]),
    ("a voice that is heard", "A voice is heard saying: “It is late.”", &[("A voice", "It is late.")]),
    (
        "a thing in a reported clause",
        "Kelme Zuk wrote that the increase reflected “the hour of the day”.",
        &[("Kelme Zuk", "the increase reflected “the hour of the day”"), ("Kelme Zuk", "the hour of the day")],
    ),
    (
        "one word that is said of the subject",
        "Kelme Zuk said the delay was “deliberate”.",
        &[("Kelme Zuk", "the delay was “deliberate”"), ("Kelme Zuk", "deliberate")],
    ),
    (
        "a helper before the plain form",
        "A spokeswoman would only say that it was late.",
        &[("A spokeswoman", "it was late")],
    ),
    (
        "a noun that a relative clause explains",
        "Kelme Zuk said that inflation, which had slowed, was high.",
        &[("Kelme Zuk", "inflation, which had slowed, was high")],
    ),
    (
        "those who were told, at the end",
        "Kelme Zuk told police he only wanted a look, an inquest heard.",
        &[("Kelme Zuk", "he only wanted a look")],
    ),
    (
        "an equation",
        "Captain Kelme Zuk was short. “Fifteen on fifteen,” was all he would say.",
        &[("Kelme Zuk", "Fifteen on fifteen,")],
    ),
    (
        "her mother, of two who share a name",
        "Ada Zuk keeps bees. Her daughter, Nora Zuk, sells honey. “It is sweet,” Nora Zuk said. “It is not,” her mother said.",
        &[("Nora Zuk", "It is sweet,"), ("Ada Zuk", "It is not,")],
    ),
    (
        "by an age",
        "Ada Kelm, 54, met Nora Zuk, 61, on the road. “It is sweet,” Nora Zuk said. “It is not,” the 54-year-old said.",
        &[("Nora Zuk", "It is sweet,"), ("Ada Kelm", "It is not,")],
    ),
    (
        "the other of two",
        "Ada Kelm, a lawyer, met Nora Zuk, a lawyer. “It is sweet,” Nora Zuk said. “It is not,” the other lawyer said.",
        &[("Nora Zuk", "It is sweet,"), ("Ada Kelm", "It is not,")],
    ),
    (
        "what a sentence says one is",
        "Ada Kelm moved here in May. She is a carpenter. Nora Zuk came too. “It is sweet,” Nora Zuk said. “It is not,” the carpenter said.",
        &[("Nora Zuk", "It is sweet,"), ("Ada Kelm", "It is not,")],
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
