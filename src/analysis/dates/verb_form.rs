//! What the shape of a word that no lexicon has tells of the time: the endings and prefixes of verbs.

use super::lexicon::Class;
use super::parser::Parser;
use super::tense::Tense;
use super::token::Token;
use crate::analysis::listed::{List, ends_in, without};
use crate::text::Lang;

/// Words between «чтобы» and its verb, at most.
const REACH_WISH: usize = 6;

/// English words that end as a past form does, and are none or may look either way.
const NO_PASTS: List = List::of("indeed hundred exceed alleged breed speed proceed succeed agreed");

/// Arabic nouns that end as a feminine past form does.
const NOUNS_LIKE_PASTS: List = List::of(
    "بيت وقت تحت صوت موت بنت كويت انترنت توقيت تصويت تثبيت زيت ليت بيروت \
    ياقوت سكوت ثابت ملفت مؤقت الوقت اخت ليست",
);

/// Arabic words of the form of «أبحر» that are no deeds: the highest degree, colours and names.
const NO_DEEDS: List = List::of(
    "اكبر اصغر افضل اكثر اقصي ادني اعلي اقوي اضعف اسوا احسن اجمل اهم اطول اقصر اقدم احدث ابرز اسرع ابعد اقرب اغلي ارخص اول \
     احمر اسود ابيض ازرق اخضر اصفر احمد امجد اشرف اكرم ايمن انور اسعد ادهم اكثم امين ارشد ازهر اصيل انيس اديب اسير ايوب امير استاذ اربع امام",
);

impl Parser<'_> {
    /// The direction that the shape of a verb says, and how weakly. `deferred`: whether a preposition of goal stands before
    /// the date; `behind`: whether the verb stands behind it.
    pub(super) fn by_shape(&self, at: usize, token: &Token, deferred: bool, behind: bool) -> Option<(usize, Tense)> {
        let word = self.fold(at);
        match self.lang {
            Lang::Ar => self.arabic_verb(at, token, word),
            // «утверждает, что» reports, whatever follows; «в марте уверял, что» tells when.
            Lang::Ru if self.one_of(at + 2, "что") && self.mark(at + 1) == Some(',') => {
                russian_verb(word).filter(|(_, tense)| behind && *tense == Tense::Past)
            }
            // «поручил проверить склады до 1 ноября».
            Lang::Ru if deferred && !behind && is_infinitive(word) => Some((0, Tense::Future)),
            Lang::Ru => {
                // «Выплаты запланированы на третий квартал».
                if deferred && !behind && is_done(word) {
                    return Some((0, Tense::Future));
                }
                if is_done(word) {
                    let ahead = (1..=3).any(|back| self.one_of(at.wrapping_sub(back), "будет будут быть"));
                    return Some((0, if ahead { Tense::Future } else { Tense::Past }));
                }
                if is_past_participle(word) {
                    return Some((0, Tense::Past));
                }
                // «отдохну я в июне».
                let mine =
                    ends_in(word, &["у", "ю"]) && (self.one_of(at + 1, "я") || self.one_of(at.wrapping_sub(1), "я"));
                let found = russian_verb(word).or_else(|| mine.then_some((1, Tense::LikelyFuture)))?;
                // «чтобы дерево спилили до осени» is a wish.
                let wished = (at.saturating_sub(REACH_WISH)..at).any(|at| self.one_of(at, "чтобы"));
                Some(if wished { (found.0, Tense::Future) } else { found })
            }
            Lang::En => {
                // "who is running against him in November".
                let is_or_are = !behind && self.one_of(at.wrapping_sub(1), "is are");
                if word.ends_with("ing") && is_or_are {
                    return Some((2, Tense::LikelyFuture));
                }
                let past = word.len() > 4 && word.ends_with("ed") && !token.capital;
                let past = past && !NO_PASTS.has(word);
                let tense = match self.fold(at.wrapping_sub(1)) {
                    "be" => Tense::Future,
                    // "when he is sentenced June 27".
                    _ if is_or_are => Tense::LikelyFuture,
                    _ => Tense::Past,
                };
                past.then_some((0, tense))
            }
        }
    }

    /// Whether a participle tells what was done to something on the date right behind it: «обещанные ещё в мае», «принятый 5 мая».
    pub(super) fn is_done_to(&self, at: usize, start: usize) -> bool {
        let between = |at: usize| matches!(self.fold(at), "в" | "во" | "с" | "со" | "еще" | "лишь" | "только" | "уже");
        (at + 1..start).all(between) && is_passive_participle(self.fold(at))
    }

    /// What a present form says.
    fn present(&self, at: usize) -> (usize, Tense) {
        let tense = self.unless_narrated(at);
        (3, if tense == Tense::Future { Tense::LikelyFuture } else { tense })
    }

    /// What «تُعرض» says, which its vowel tells from the past «تعرّض»; «تُوفي» is a past.
    pub(super) fn voweled_present(&self, at: usize) -> Option<(usize, Tense)> {
        let word = self.word(at).trim_start_matches(['و', 'ف']);
        let vowel = self.lang == Lang::Ar && word.starts_with("تُ") && !word.starts_with("تُو");
        let reports = || is_report(&["ي", self.fold(at).get(2..).unwrap_or_default()].concat());
        (vowel && !reports()).then(|| self.present(at))
    }

    /// Whether a word is a past form that the lexicon has, with its object written to it, or ours: «نشرها», «أصدرته», «خرجنا».
    fn has_object(&self, at: usize, word: &str) -> bool {
        let stem = ["ها", "هم", "هما", "ه", "نا"].iter().find_map(|end| word.strip_suffix(end));
        let noun = self.word(at).ends_with('ة');
        stem.is_some_and(|stem| {
            !noun && stem.len() > 4 && word != "عقده" && self.lexicon.look_up(stem).have(Class::Past)
        })
    }

    /// Whether words in marks begin with what the one who speaks did to somebody: «زرته يوم الجمعة».
    fn is_my_deed(&self, at: usize, word: &str) -> bool {
        let opens = matches!(self.mark(at.wrapping_sub(1)), Some('«' | '"' | '“' | ':' | '”'));
        let long = word.chars().count() > 3 && !word.starts_with(['ي', 'ت', 'ن']);
        opens && long && ends_in(word, &["ته", "تها", "تهم", "ناه", "ناها", "ناهم"])
    }

    fn arabic_verb(&self, at: usize, token: &Token, word: &str) -> Option<(usize, Tense)> {
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let letters = bare.len() / 2;
        let written = self.text.get(token.start..token.end).unwrap_or_default();
        if let Some(rest) = bare.strip_prefix('س')
            && letters >= 4
            && (rest.starts_with(['ي', 'ت', 'ن']) || written.contains("سأ"))
            && !is_no_future(bare)
        {
            return Some((0, Tense::Future));
        }
        if (bare.starts_with('ي') || bare.starts_with("تت"))
            && letters >= 4
            && !bare.starts_with("ياس")
            && !is_report(bare)
        {
            return Some(self.present(at));
        }
        // «القارب أبحر السبت», and not «الملف الأكبر», «الوزير أحمد».
        let noun = || self.word(at.wrapping_sub(1)).starts_with("ال") && !NO_DEEDS.has(bare);
        if letters == 4 && self.word(at).starts_with('أ') && noun() {
            return Some((1, Tense::Past));
        }
        // «انتظرنا», «استقبلها».
        let ours = ["نا", "ها"].iter().find_map(|end| bare.strip_suffix(end)).is_some_and(is_derived_past);
        if ours || is_derived_past(bare) || self.has_object(at, bare) || self.is_my_deed(at, bare) {
            return Some((1, Tense::Past));
        }
        let feminine = bare.ends_with('ت') && !bare.ends_with("ات") && (3..=7).contains(&letters);
        let noun = bare.starts_with("ال") || NOUNS_LIKE_PASTS.has(bare);
        (feminine && !noun).then_some((1, Tense::Past))
    }
}

/// Whether a word that begins as a future does («سيتم», «ستبدأ», «سنعود») is another: a lord, a year, sixty, Singapore.
fn is_no_future(word: &str) -> bool {
    const WORDS: List = List::of(
        "سيد سيده سيدي سيدات سيدا سيف سيفي سيما سيتي سيول سيره سيرته سيرتها سيسي سيناء سنه سنوي سنويا سنويه \
        سنتين سنتان سنتيم سنابل سنان سنبل سنجاب سنغال سنغالي سيراميك سيليكون سيرك سيجار سيجاره سيكولوجي سند سندا سندات ستين ستون ستمئه ستمائه ستيف ستاد",
    );
    const STEMS: [&str; 17] = [
        "سيا",
        "سيطر",
        "سينا",
        "سينم",
        "سيمف",
        "سيمي",
        "ستار",
        "ستاد",
        "ستوك",
        "ستود",
        "ستيف",
        "ستان",
        "ستال",
        "سنوات",
        "سنتيم",
        "سنغاف",
        "سنجار",
    ];
    WORDS.has(word) || (STEMS.iter().any(|no| word.starts_with(no)) && word != "سيطرح")
}

/// Masculine pasts that their shape gives away: استقبل، اجتمع، انسحب; and plurals: وصلوا.
fn is_derived_past(word: &str) -> bool {
    let letters: Vec<char> = word.chars().take(8).collect();
    let inner_long = letters.iter().skip(2).rev().skip(1).any(|c| matches!(c, 'ا' | 'و' | 'ي'));
    let shaped = match letters.as_slice() {
        ['ا', 'س', 'ت', _, _, _] | ['ا', 'ن', _, _, _] | ['ا', _, 'ت', _, _] => !inner_long && word != "انقره",
        _ => false,
    };
    shaped || (word.ends_with("وا") && letters.len() >= 4 && !word.starts_with(['ي', 'ت']))
}

/// Verbs that report or describe stand in the present whatever they tell of: «مدرسة تتسع لـ600 طالب».
fn is_report(word: &str) -> bool {
    const DESCRIBES: List = List::of(
        "تتسع يتسع تتالف يتالف تتكون يتكون تتضمن يتضمن تتمتع يتمتع تتميز يتميز تتراوح يتراوح تتعلق يتعلق تتبع يتبع",
    );
    if DESCRIBES.has(word) {
        return true;
    }
    ["تتهم", "تتابع", "يقول", "يضيف", "يوكد", "يؤكد", "يري", "يذكر", "يوضح", "يعني", "يتهم", "يعتبر", "يشير"]
        .iter()
        .any(|verb| word.starts_with(verb))
}

/// Nouns that end like verbs, and verbs that report in the present whatever they report.
const NOUNS_LIKE_VERBS: List = List::of(
    "правила перила чернила могила горилла текила канал журнал генерал финал полуфинал четвертьфинал вокзал скандал идеал филиал сигнал потенциал материал персонал трибунал школа недели футбол отдел \
    раздел совет депутат комитет бюджет университет кабинет билет результат отчет предмет институт \
    факультет интернет аппарат мандат сенат кредит визит лимит дефицит маршрут солдат адвокат кандидат \
    формат приоритет авторитет субъект посел поселка скала сила если земли доли начала около мало число \
    дело тело село сели паритет салат халат диалог капитал терминал человек металл говорит пишет \
    кресла кресло ремесла ремесло весла весло свекла стекла стекло максим вадим ефим серафим герасим рассказывает вспоминает считает утверждает сообщает отмечает \
        одеяло покрывало зеркало мыло сало шило жало светило мерило чучело одеяла покрывала зеркала светила чучела дела тела села \
        пчела стрела смола шкала кабала похвала акула опала аул караул титул мускул разгул прогул отгул стул тыл \
        подвал отвал обвал провал завал перевал привал шквал интервал карнавал сериал мемориал ритуал арсенал криминал минерал \
        кардинал адмирал маршал либерал пенал кристалл ангел архангел пепел козел орел котел узел предел передел надел удел \
        прицел расстрел обстрел крокодил модели отели постели артели цели роли соли пули медали детали печали дуэли панели тоннели \
        автомобили профили стили фестивали госпитали магистрали пароли гастроли метели качели короли",
);

/// Whether a word tells what was done to something, by the end of its short participle: «датирован», «подписано», «был
/// принят».
fn is_done(word: &str) -> bool {
    let stem = word.trim_end_matches(['а', 'о', 'ы']);
    let taken = matches!(stem, "взят" | "снят" | "занят") || ends_in(stem, &["принят", "поднят", "изъят"]);
    // «Обследование начато 5 апреля».
    let neuter = word.ends_with('о')
        && word.len() >= 10
        && ends_in(word, &["ано", "ено", "яно", "ято", "ыто", "ито", "чато", "жато"]);
    taken || neuter || word.len() >= 14 && ends_in(stem, &["ован", "писан"])
}

/// Whether a word is a participle of what has been: «пришедший на пост в январе», but «бывший», «лучший».
fn is_past_participle(word: &str) -> bool {
    let stem = word.strip_suffix("ся").unwrap_or(word);
    let stem = ["ий", "ая", "ее", "ие", "его", "ему", "им", "ем", "ей", "ую", "их", "ими"]
        .iter()
        .find_map(|ending| without(stem, ending));
    stem.is_some_and(|stem| stem.len() >= 10 && ends_in(stem, &["вш", "едш"]) && !stem.ends_with("бывш"))
}

/// Whether a word is a participle of what was done to something, and no mere adjective: «обещанные», «внесённый».
fn is_passive_participle(word: &str) -> bool {
    const SHORTEST: usize = 14;
    const NONE: [&str; 12] = [
        "ственн",
        "временн",
        "военн",
        "иностранн",
        "постоянн",
        "странн",
        "внутренн",
        "осенн",
        "весенн",
        "неизменн",
        "утренн",
        "данн",
    ];
    let stem = ["ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми"]
        .iter()
        .find_map(|ending| without(word, ending));
    if word.len() < SHORTEST {
        return false;
    }
    let done = |stem: &&str| ends_in(stem, &["анн", "енн", "янн", "нят", "взят", "крыт", "бит", "шит"]);
    stem.filter(done).is_some_and(|stem| !ends_in(stem, &NONE))
}

/// Whether a word has the ending of an infinitive, and of no noun.
pub(super) fn is_infinitive(word: &str) -> bool {
    let stem = word.strip_suffix("ся").unwrap_or(word);
    word.len() >= 10 && ends_in(stem, &["ать", "ить", "еть", "ять", "уть", "ыть"])
}

/// Endings of "we" that hardly any noun has.
const FIRST_PERSON: [&str; 31] = [
    "ошлем",
    "ишлем",
    "ышлем",
    "ведем",
    "несем",
    "везем",
    "ложим",
    "ршим",
    "ешим",
    "лучим",
    "ончим",
    "ьмем",
    "станем",
    "ажем",
    "стим",
    "вим",
    "дим",
    "зим",
    "пим",
    "сим",
    "рим",
    "аем",
    "уем",
    "яем",
    "кроем",
    "чнем",
    "рнем",
    "берем",
    "йдем",
    "едем",
    "строим",
];

pub(super) fn russian_verb(word: &str) -> Option<(usize, Tense)> {
    let found = if word.len() < 8 { None } else { russian_ending(word) }?;
    // «полуфинала», «телеканала»: of a noun.
    let of = |noun: &str| NOUNS_LIKE_VERBS.has(noun) || ends_in(noun, &["финал", "канал", "териал", "вокзал"]);
    let noun = NOUNS_LIKE_VERBS.has(word) || word.strip_suffix('а').is_some_and(of);
    (!noun).then_some(found)
}

/// The tense that the ending of a word tells.
fn russian_ending(word: &str) -> Option<(usize, Tense)> {
    let stem = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")).unwrap_or(word);
    if ends_in(stem, &["л", "ла", "ло", "ли"]) && ends_in_past(stem) {
        // «жители», «покупатели»: those who do something.
        let doers = ends_in(word, &["ители", "атели", "ятели"]);
        // «колокол», «футбол», but «боролся».
        let noun = stem.len() == word.len() && word.ends_with("ол");
        return (!doers && !noun).then_some((0, Tense::Past));
    }
    if ends_in(stem, &["ете", "йте", "ите"]) && stem.ends_with("те") && !stem.ends_with("ете") {
        return Some((1, Tense::Future));
    }
    let present = ends_in(stem, &["ет", "ит", "ут", "ют", "ат", "ят"]);
    let own = stem.len() < word.len();
    let first_person = if own {
        ends_in(stem, &["ем", "им", "у", "ю"]) && word != "беларусь"
    } else {
        ends_in(stem, &FIRST_PERSON)
    };
    (present || first_person).then_some((1, Tense::LikelyFuture))
}

/// Past forms have a vowel before their «л», or are short like «мог», or end as «вывезли».
fn ends_in_past(stem: &str) -> bool {
    const CONSONANTS: [&str; 14] =
        ["вез", "нес", "мер", "мог", "лег", "рос", "спас", "стиг", "сох", "мерз", "полз", "гиб", "греб", "чез"];
    let trunk = stem.trim_end_matches(['а', 'о', 'и']).trim_end_matches('л');
    trunk.ends_with(['а', 'и', 'е', 'ы', 'у', 'я', 'о'])
        || stem.ends_with("шла")
        || stem.ends_with("шли")
        || stem.ends_with("шло")
        || trunk.len() + 4 == stem.len() && ends_in(trunk, &CONSONANTS)
}
