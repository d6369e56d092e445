//! The forms of the verbs and nouns that the lexicons name by their stems. What a form says of its subject goes
//! with it; rare forms that no newspaper prints are left out.

use super::{Agree, Class, Gender, Key, Number, Spelled, flag};
use crate::text::Lang;

/// What forms of a word begin with: it is read once.
pub(super) struct Stem<'s> {
    letters: &'s str,
    /// The key so far; nothing where this is more than a word already.
    spelled: Option<Spelled>,
}

impl<'s> Stem<'s> {
    pub fn of(letters: &'s str) -> Self {
        let mut spelled = Spelled::NOTHING;
        letters.chars().for_each(|c| spelled.write(c));
        Self { letters, spelled: if is_word(letters) { Some(spelled) } else { None } }
    }

    /// The key of the form with an ending, if that is one word.
    pub fn key_with(&self, ending: &str) -> Option<Key> {
        let mut spelled = self.spelled.filter(|_| is_word(ending))?;
        ending.chars().for_each(|c| spelled.write(c));
        Some(spelled.key())
    }

    /// The form with an ending.
    pub fn with(&self, ending: &str) -> String {
        [self.letters, ending].concat()
    }
}

fn is_word(letters: &str) -> bool {
    !letters.as_bytes().contains(&b'_')
}

/// Takes the forms of a verb: stem and ending, what it is, what it asks of its subject, and what it adds to the entry's
/// flags.
type Forms<'f> = dyn FnMut(&Stem, &str, Class, Agree, u32) + 'f;

/// The forms of a verb, named by its stems with "/" between them.
pub(super) fn verb(spec: &str, lang: Lang, flags: u32, out: &mut Forms) {
    let mut stems = spec.split('/').map(|stem| if stem == "-" { "" } else { stem });
    let mut next = || stems.next().unwrap_or_default();
    match lang {
        Lang::Ar => arabic_verb([next(), next(), next(), next()], flags, out),
        Lang::Ru => russian_verb(next(), next(), next(), out),
        Lang::En => english_verb([next(), next(), next(), next()], out),
    }
}

/// Gives `stem` with each ending, unless there is no stem.
fn add(out: &mut Forms, stem: &str, class: Class, extra: u32, endings: &[(&str, Gender, Number)]) {
    if stem.is_empty() {
        return;
    }
    let stem = Stem::of(stem);
    for (ending, gender, number) in endings {
        out(&stem, ending, class, Agree::new(*gender, *number), extra);
    }
}

/// Past, present, accusative participle and masdar with its owner. A final ى or ي is weak: it falls before some
/// endings. A plural or dual verb never has its subject behind it.
fn arabic_verb([past, present, participle, masdar]: [&str; 4], flags: u32, out: &mut Forms) {
    use Gender::{Any, F, M};
    use Number::{Many, One, Two};
    let alone = flag::NO_SUBJECT_AFTER;
    let weak = past.strip_suffix(['ى', 'ا']);
    let root = weak.unwrap_or(past);
    add(out, past, Class::Verb, 0, &[("", M, One)]);
    add(out, root, Class::Verb, 0, &[("ت", F, One)]);
    add(out, root, Class::Verb, alone, &[("تا", F, Two), ("وا", M, Many), ("ن", F, Many)]);
    add(out, root, Class::Verb, alone, if weak.is_some() { &[("يا", M, Two)] } else { &[("ا", M, Two)] });
    if let Some(body) = present.strip_prefix('ي') {
        let thin = body.strip_suffix(['ى', 'ي', 'و']).unwrap_or(body);
        add(out, &format!("ي{body}"), Class::Verb, 0, &[("", M, One)]);
        add(out, &format!("ت{body}"), Class::Verb, 0, &[("", F, One)]);
        add(out, &format!("ي{thin}"), Class::Verb, alone, &[("ون", M, Many), ("وا", M, Many), ("ان", M, Two)]);
        add(out, &format!("ت{thin}"), Class::Verb, alone, &[("ان", F, Two)]);
        // «وتدخل فلان ليقول»: its subject is that of the sentence.
        add(out, &format!("لي{body}"), Class::Participle, 0, &[("", M, One)]);
        add(out, &format!("لت{body}"), Class::Participle, 0, &[("", F, One)]);
        add(out, &format!("لي{thin}"), Class::Participle, 0, &[("وا", Any, Many)]);
    }
    let thin = participle.strip_suffix('ي').unwrap_or(participle);
    add(out, participle, Class::Participle, 0, &[("ا", M, One), ("ة", F, One), ("تين", F, Two), ("ات", F, Many)]);
    add(out, thin, Class::Participle, 0, &[("ين", Any, Many)]);
    let owned = masdar.strip_suffix('ة').map_or_else(|| masdar.to_owned(), |stem| format!("{stem}ت"));
    add(out, &owned, Class::SpeechNoun, 0, &[("ه", M, One), ("ها", F, One), ("هم", M, Many), ("هما", Any, Two)]);
    if flags & (flag::OBJ | flag::WHOM) != 0 {
        with_object(out, past, root, present);
    }
}

/// The forms that the one spoken to is written to: «سأله», «طالبتها», «يقاطعهم».
fn with_object(out: &mut Forms, past: &str, root: &str, present: &str) {
    // What is weak at its end is long before a suffix: «عزّاه».
    let long = if root.len() < past.len() { format!("{root}ا") } else { past.to_owned() };
    let woman = format!("{root}ت");
    let body = present.strip_prefix('ي');
    let presents = [('ي', Gender::M), ('ت', Gender::F)];
    let presents = presents.into_iter().filter_map(|(person, gender)| Some((format!("{person}{}", body?), gender)));
    // «وخرج الطبيب ليطمئنها».
    for (stem, gender) in presents.clone() {
        let endings = ["ه", "ها", "نا", "هم"].map(|ending| (ending, gender, Number::One));
        add(out, &format!("ل{stem}"), Class::Participle, 0, &endings);
    }
    for (stem, gender) in [(long, Gender::M), (woman, Gender::F)].into_iter().chain(presents) {
        let endings = ["ه", "ها", "نا", "ني", "هم", "هما"].map(|ending| (ending, gender, Number::One));
        add(out, &stem, Class::Verb, 0, &endings);
    }
}

/// Past, present, and the gerund. A present that the infinitive does not show is named: "писать/пишет/пишут".
fn russian_verb(infinitive: &str, one: &str, many: &str, out: &mut Forms) {
    use Gender::{Any, F, M, N};
    let (base, own) = infinitive.strip_suffix("ся").map_or((infinitive, false), |base| (base, true));
    let stem = base.strip_suffix("ть").unwrap_or(base);
    let past: &[(&str, Gender, Number)] = if own {
        &[("лся", M, Number::One), ("лась", F, Number::One), ("лось", N, Number::One), ("лись", Any, Number::Many)]
    } else {
        &[("л", M, Number::One), ("ла", F, Number::One), ("ло", N, Number::One), ("ли", Any, Number::Many)]
    };
    add(out, stem, Class::Verb, 0, past);
    add(out, infinitive, Class::Infinitive, 0, &[("", Any, Number::Any)]);
    let gerund = if own { "вшись" } else { "в" };
    add(out, stem, Class::Participle, 0, &[(gerund, Any, Number::Any)]);
    let tail = if own { "ся" } else { "" };
    let (single, plural) = if !one.is_empty() {
        (one.to_owned(), many.to_owned())
    } else if let Some(root) = stem.strip_suffix("ова") {
        (format!("{root}ует{tail}"), format!("{root}уют{tail}"))
    } else if let Some(root) = stem.strip_suffix('и') {
        (format!("{root}ит{tail}"), format!("{root}ят{tail}"))
    } else {
        (format!("{stem}ет{tail}"), format!("{stem}ют{tail}"))
    };
    add(out, &single, Class::Verb, 0, &[("", Any, Number::One)]);
    add(out, &plural, Class::Verb, 0, &[("", Any, Number::Many)]);
    let root = plural.trim_end_matches("ся").trim_end_matches(['т']).trim_end_matches(['ю', 'я', 'у', 'а']);
    let gerund = if own { "ясь" } else { "я" };
    add(out, root, Class::Participle, 0, &[(gerund, Any, Number::Any)]);
}

/// Base, third person, past and -ing; what is not named is regular.
fn english_verb([base, past, third, ing]: [&str; 4], out: &mut Forms) {
    use Gender::Any;
    let (base, particle) = base.find('_').map_or((base, ""), |at| base.split_at(at));
    let silent = base.strip_suffix('e');
    let hard = base.strip_suffix('y').filter(|root| !root.ends_with(['a', 'e', 'o', 'u']));
    let or = |named: &str, regular: String| if named.is_empty() { regular } else { named.to_owned() };
    let past = or(past, hard.map_or_else(|| format!("{}ed", silent.unwrap_or(base)), |root| format!("{root}ied")));
    let hisses = base.ends_with("ss") || base.ends_with("sh") || base.ends_with("ch");
    let plain = || format!("{base}{}", if hisses { "es" } else { "s" });
    let third = or(third, hard.map_or_else(plain, |root| format!("{root}ies")));
    let ing = or(ing, format!("{}ing", silent.filter(|root| !root.ends_with('e')).unwrap_or(base)));
    add(out, base, Class::Verb, 0, &[(particle, Any, Number::Many)]);
    add(out, &past, Class::Verb, 0, &[(particle, Any, Number::Any)]);
    add(out, &third, Class::Verb, 0, &[(particle, Any, Number::One)]);
    add(out, &ing, Class::Participle, 0, &[(particle, Any, Number::Any)]);
}

/// Gives the forms of a noun for a person or a body, the one that the lexicon names first, with its number where a form shows it: Arabic dual and plural,
/// Russian cases of the singular and the plural, the English plural.
pub(super) fn noun(lemma: &str, lang: Lang, agree: Agree, out: &mut dyn FnMut(&Stem, &str, Agree)) {
    out(&Stem::of(lemma), "", agree);
    let mut push = |stem: &str, endings: &[&str], number: Number| {
        let stem = Stem::of(stem);
        for ending in endings {
            out(&stem, ending, Agree::new(agree.gender, number));
        }
    };
    match lang {
        Lang::Ar => match lemma.strip_suffix('ة') {
            Some(stem) => push(stem, &["تان", "تين"], Number::Two),
            None if lemma.contains('_') => {}
            None => {
                push(lemma, &["ان"], Number::Two);
                push(lemma, &["ون", "ين", "و"], Number::Many);
            }
        },
        Lang::Ru => {
            let number = agree.number;
            if number == Number::Many {
                push_plural(lemma, &mut push);
            } else if let Some((stem, endings)) = declined_as_adjective(lemma) {
                push(stem, endings, number);
            } else if let Some(stem) = lemma.strip_suffix("ец").filter(|stem| stem.chars().count() > 2) {
                push(stem, &["ца", "цу", "цем", "цом", "це"], number);
            } else if let Some(stem) = lemma.strip_suffix("ок").filter(|stem| stem.chars().count() > 3) {
                push(stem, &["ка", "ку", "ком", "ке"], number);
            } else if let Some(stem) = lemma.strip_suffix("ие") {
                push(stem, &["ия", "ию", "ием", "ии"], number);
            } else if let Some(stem) = lemma.strip_suffix('о') {
                push(stem, &["а", "у", "ом", "е"], number);
            } else if let Some(stem) = lemma.strip_suffix("ия") {
                push(stem, &["ии", "ию", "ией"], number);
            } else if let Some(stem) = lemma.strip_suffix(['а', 'я']) {
                push(stem, &["ы", "и", "е", "у", "ю", "ой", "ей"], number);
            } else if let Some(stem) = lemma.strip_suffix(['ь', 'й']) {
                let feminine = agree.gender == Gender::F;
                // «матери», «дочерью».
                let longer = [stem, if matches!(lemma, "мать" | "дочь") { "ер" } else { "" }].concat();
                push(&longer, if feminine { &["и", "ью"] } else { &["я", "ю", "ем", "е"] }, number);
            } else {
                push(lemma, &["а", "у", "ом", "е"], number);
            }
        }
        Lang::En => {
            if let Some(stem) = lemma.strip_suffix('y') {
                push(stem, &["ies"], Number::Many);
            } else if let Some(stem) = lemma.strip_suffix("man") {
                push(stem, &["men"], Number::Many);
            } else {
                push(lemma, &["s"], Number::Many);
            }
        }
    }
}

/// The stem and the endings of a Russian noun that has the cases of an adjective: «учёная», «рабочий», «дежурный».
fn declined_as_adjective(lemma: &str) -> Option<(&str, &'static [&'static str])> {
    let soft = |stem: &str| stem.ends_with(['щ', 'ч', 'ш', 'ж']);
    let hard = |stem: &str| soft(stem) || stem.ends_with("ск") || stem.ends_with("цк");
    if let Some(stem) = lemma.strip_suffix("ая") {
        let endings: &[&str] = if soft(stem) { &["ей", "ую"] } else { &["ой", "ую"] };
        return Some((stem, endings));
    }
    if let Some(stem) = lemma.strip_suffix("ый") {
        return Some((stem, &["ого", "ому", "ым", "ом"]));
    }
    let stem = lemma.strip_suffix("ий").filter(|stem| hard(stem))?;
    let endings: &[&str] =
        if soft(stem) { &["его", "ему", "им", "ем"] } else { &["ого", "ому", "им", "ом"] };
    Some((stem, endings))
}

/// The cases of a Russian plural, by its nominative: «эксперты», «жители», «горожане», «учёные».
fn push_plural(lemma: &str, push: &mut impl FnMut(&str, &[&str], Number)) {
    let many = Number::Many;
    if let Some(stem) = lemma.strip_suffix("ые") {
        push(stem, &["ых", "ым", "ыми"], many);
    } else if let Some(stem) = lemma.strip_suffix("ие") {
        push(stem, &["их", "им", "ими"], many);
    } else if let Some(stem) = lemma.strip_suffix('е') {
        push(stem, &["", "ам", "ами", "ах"], many);
    } else if let Some(stem) = lemma.strip_suffix('ы') {
        push(stem, &["ов", "ев", "ам", "ами", "ах"], many);
    } else if let Some(stem) = lemma.strip_suffix('и') {
        push(stem, &["ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях"], many);
    }
}
