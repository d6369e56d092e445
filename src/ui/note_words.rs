//! What the page says of the reader's notes, in its three languages.

use super::note_shown::{NoteTold, Unkept};
use crate::notes::Colour;
use crate::text::Lang;

/// The words in one language.
#[derive(Debug)]
pub struct NoteWords {
    /// No notes yet: how to begin.
    pub none: &'static str,
    /// No note that the filter lets through.
    pub none_such: &'static str,
    /// The label of the bar beside selected words.
    pub marking: &'static str,
    /// The colours, in their order.
    pub colours: [&'static str; 4],
    /// Before the name of a colour.
    pub mark: &'static str,
    /// Actions.
    pub note: &'static str,
    /// Actions.
    pub copy: &'static str,
    /// Actions.
    pub cite: &'static str,
    /// Actions.
    pub share: &'static str,
    /// Actions.
    pub edit: &'static str,
    /// Actions.
    pub delete: &'static str,
    /// Actions.
    pub save: &'static str,
    /// Actions.
    pub cancel: &'static str,
    /// Actions.
    pub undo: &'static str,
    /// Actions.
    pub redo: &'static str,
    /// Actions.
    pub attach: &'static str,
    /// Actions.
    pub drop_copy: &'static str,
    /// Actions.
    pub export: &'static str,
    /// Actions.
    pub import: &'static str,
    /// Actions.
    pub let_in: &'static str,
    /// Actions.
    pub close: &'static str,
    /// Actions.
    pub export_aside: &'static str,
    /// Actions.
    pub try_again: &'static str,
    /// Actions.
    pub resume: &'static str,
    /// The fields of the editor.
    pub your_note: &'static str,
    /// The fields of the editor.
    pub your_tags: &'static str,
    /// The fields of the filter.
    pub find: &'static str,
    /// The fields of the filter.
    pub any_colour: &'static str,
    /// The fields of the filter.
    pub any_tag: &'static str,
    /// What has become of a passage.
    pub moved: &'static str,
    /// What has become of a passage; before its new words.
    pub changed: &'static str,
    /// What has become of a passage.
    pub lost: &'static str,
    /// What has become of a note while something was typed about it.
    pub deleted_meanwhile: &'static str,
    /// Before what was written elsewhere at the same time.
    pub copies: &'static str,
    /// Whether all is safe.
    pub saving: &'static str,
    /// Whether all is safe.
    pub saved: &'static str,
    /// Whether all is safe.
    pub not_saved: &'static str,
    /// The list of keys.
    pub keys: &'static str,
    /// The keys, each before what it does.
    pub key_list: [(&'static str, &'static str); 9],
    /// Why notes are not kept, in the order of [`Unkept`].
    unkept: [&'static str; 6],
    deleted: &'static str,
    copy_dropped: &'static str,
    unwritten: &'static str,
    saved_anew: &'static str,
    aside: &'static str,
    may_be_evicted: &'static str,
    not_annotations: &'static str,
    imported: &'static str,
    select_first: &'static str,
}

static AR: NoteWords = NoteWords {
    none: "لا ملاحظات بعد. حدّد كلمات من النص لتظليلها أو الكتابة عنها. ما تكتبه يبقى في هذا المتصفح وحده.",
    none_such: "لا ملاحظة تطابق هذا البحث.",
    marking: "تظليل الكلمات المحددة",
    colours: ["أصفر", "أخضر", "أزرق", "وردي"],
    mark: "تظليل",
    note: "ملاحظة",
    copy: "نسخ",
    cite: "نسخ مع المرجع",
    share: "رابط",
    edit: "تحرير",
    delete: "حذف",
    save: "حفظ",
    cancel: "إلغاء",
    undo: "تراجع",
    redo: "إعادة",
    attach: "ربطها بالكلمات المحددة",
    drop_copy: "إزالة هذه النسخة",
    export: "تصدير",
    import: "استيراد…",
    let_in: "استيراد",
    close: "إغلاق",
    export_aside: "تنزيلها كما هي",
    try_again: "أعد المحاولة",
    resume: "متابعة الكتابة",
    your_note: "ملاحظتك",
    your_tags: "وسوم، بينها فواصل",
    find: "بحث في الملاحظات",
    any_colour: "كل الألوان",
    any_tag: "كل الوسوم",
    moved: "انتقل المقطع من موضعه",
    changed: "تغيّر نص المقطع، وهو الآن:",
    lost: "لم يعد المقطع في النص",
    deleted_meanwhile: "حُذفت هذه الملاحظة في أثناء كتابتك. إن حفظتَ عادت",
    copies: "كُتب في موضع آخر أيضًا:",
    saving: "يُحفظ…",
    saved: "محفوظ على هذا الجهاز",
    not_saved: "غير محفوظ",
    keys: "لوحة المفاتيح",
    key_list: [
        ("S · Shift+S", "الجملة التالية أو السابقة (عند التركيز على النص)"),
        ("W · Shift+W", "توسيع بكلمة من النهاية أو البداية"),
        ("E · Shift+E", "توسيع بجملة من النهاية أو البداية"),
        ("1 2 3 4", "تظليل بأحد الألوان"),
        ("N", "كتابة ملاحظة"),
        ("J · K", "الملاحظة التالية أو السابقة"),
        ("Enter", "فتح الملاحظة عند المؤشر"),
        ("Delete", "حذف الملاحظة المختارة"),
        ("Ctrl+Z · Ctrl+Shift+Z", "تراجع وإعادة"),
    ],
    unkept: [
        "هذا المتصفح لا يحفظ شيئًا لهذا الموقع (نافذة خاصة؟). تبقى ملاحظاتك ما دامت الصفحة مفتوحة؛ صدّرها قبل إغلاقها.",
        "لم يعد في الجهاز متسع لهذا الموقع. ملاحظاتك الأخيرة غير محفوظة؛ صدّرها أو أفرغ مساحة ثم احفظ من جديد.",
        "حُذفت بيانات هذا الموقع من المتصفح. ما هو معروض هنا غير محفوظ؛ صدّره، ثم حاول من جديد.",
        "لم تُفتح الملاحظات المحفوظة بعد، ولعل لسانًا آخر يحجزها. أغلق ألسنة هذا الموقع الأخرى؛ وما تكتبه الآن يُحفظ متى فُتحت.",
        "فُتحت نسخة أحدث من الموقع في لسان آخر، ولا تُحفظ هنا الكتابة بعدها. صدّر ما لم يُحفظ، ثم أعد تحميل الصفحة.",
        "تعذر الحفظ. ما كتبته باقٍ هنا؛ صدّره احتياطًا ثم حاول من جديد.",
    ],
    deleted: "حُذفت الملاحظة.",
    copy_dropped: "أُزيلت النسخة.",
    unwritten: "لم يُحفظ ما كتبته.",
    saved_anew: "حُذفت بيانات هذا الموقع من المتصفح، فحُفظت ملاحظاتك من جديد كما هي في هذه الصفحة.",
    aside: "سجلات محفوظة تعذرت قراءتها؛ وُضعت جانبًا ولم يُحذف منها شيء:",
    may_be_evicted: "قد يحذف هذا المتصفح ما يحفظه إن لم تزر الموقع مدة طويلة. صدّر ملاحظاتك بين حين وآخر.",
    not_annotations: "لا تعليقات في هذا الملف، أو أنه كبير جدًا. المقبول: JSON-LD من سياق أو Hypothesis أو Recogito.",
    imported: "ملاحظات مستوردة:",
    select_first: "حدّد في النص الكلمات المقصودة أولًا.",
};

static RU: NoteWords = NoteWords {
    none: "Заметок пока нет. Выделите слова в тексте, чтобы отметить их или написать о них. Всё остаётся только в этом браузере.",
    none_such: "Таких заметок нет.",
    marking: "Отметить выделенные слова",
    colours: ["жёлтый", "зелёный", "синий", "розовый"],
    mark: "Отметить",
    note: "Заметка",
    copy: "Копировать",
    cite: "Со ссылкой на источник",
    share: "Ссылка",
    edit: "Изменить",
    delete: "Удалить",
    save: "Сохранить",
    cancel: "Не сохранять",
    undo: "Отменить действие",
    redo: "Вернуть",
    attach: "Привязать к выделенным словам",
    drop_copy: "Убрать эту копию",
    export: "Выгрузить",
    import: "Загрузить…",
    let_in: "Загрузить",
    close: "Закрыть",
    export_aside: "Скачать их как есть",
    try_again: "Попробовать снова",
    resume: "Продолжить запись",
    your_note: "Ваша заметка",
    your_tags: "Метки через запятую",
    find: "Поиск в заметках",
    any_colour: "Все цвета",
    any_tag: "Все метки",
    moved: "Отрывок переместился",
    changed: "Текст отрывка изменился, теперь он такой:",
    lost: "Этого отрывка в тексте больше нет",
    deleted_meanwhile: "Пока вы писали, эту заметку удалили. Сохраните её, и она вернётся",
    copies: "Написано также в другом месте:",
    saving: "Сохраняется…",
    saved: "Сохранено на этом устройстве",
    not_saved: "Не сохранено",
    keys: "Клавиши",
    key_list: [
        ("S · Shift+S", "следующее или предыдущее предложение (когда фокус в тексте)"),
        ("W · Shift+W", "расширить на слово в конце или в начале"),
        ("E · Shift+E", "расширить на предложение в конце или в начале"),
        ("1 2 3 4", "отметить цветом"),
        ("N", "написать заметку"),
        ("J · K", "следующая или предыдущая заметка"),
        ("Enter", "открыть заметку под курсором"),
        ("Delete", "удалить выбранную заметку"),
        ("Ctrl+Z · Ctrl+Shift+Z", "отменить и вернуть"),
    ],
    unkept: [
        "Браузер ничего не хранит для этого сайта (частное окно?). Заметки останутся, пока открыта страница; выгрузите их до закрытия.",
        "На устройстве нет места для этого сайта. Последние заметки не сохранены: выгрузите их или освободите место и сохраните снова.",
        "Данные сайта удалены из браузера. То, что показано, не сохранено: выгрузите это и попробуйте снова.",
        "Сохранённые заметки пока не открылись: возможно, их держит другая вкладка. Закройте другие вкладки этого сайта; написанное сохранится, как только они откроются.",
        "В другой вкладке открыта более новая версия сайта, и здесь больше ничего не сохраняется. Выгрузите несохранённое и перезагрузите страницу.",
        "Сохранить не удалось. Написанное осталось здесь: выгрузите его на всякий случай и попробуйте снова.",
    ],
    deleted: "Заметка удалена.",
    copy_dropped: "Копия убрана.",
    unwritten: "Написанное не сохранено.",
    saved_anew: "Данные сайта были удалены из браузера. Заметки сохранены заново такими, какие они на этой странице.",
    aside: "Сохранённые записи, которые не удалось прочитать; они отложены, ничего не удалено:",
    may_be_evicted: "Этот браузер может удалить сохранённое, если долго не заходить на сайт. Выгружайте заметки время от времени.",
    not_annotations: "В файле нет аннотаций, или он слишком велик. Подходит JSON-LD из Сияка, Hypothesis или Recogito.",
    imported: "Загружено заметок:",
    select_first: "Сначала выделите слова в тексте.",
};

static EN: NoteWords = NoteWords {
    none: "No notes yet. Select words in the text to mark them or to write about them. What you write stays in this browser alone.",
    none_such: "No note is like that.",
    marking: "Mark the selected words",
    colours: ["yellow", "green", "blue", "pink"],
    mark: "Mark",
    note: "Note",
    copy: "Copy",
    cite: "Copy with citation",
    share: "Link",
    edit: "Edit",
    delete: "Delete",
    save: "Save",
    cancel: "Cancel",
    undo: "Undo",
    redo: "Redo",
    attach: "Attach to the selected words",
    drop_copy: "Drop this copy",
    export: "Export",
    import: "Import…",
    let_in: "Import",
    close: "Close",
    export_aside: "Download them as they are",
    try_again: "Try again",
    resume: "Go on writing",
    your_note: "Your note",
    your_tags: "Tags, with commas between",
    find: "Find in the notes",
    any_colour: "All colours",
    any_tag: "All tags",
    moved: "The passage has moved",
    changed: "The passage has changed. It now reads:",
    lost: "The passage is no longer in the text",
    deleted_meanwhile: "This note was deleted while you wrote. Save it, and it is there again",
    copies: "Also written, elsewhere:",
    saving: "Saving…",
    saved: "Saved on this device",
    not_saved: "Not saved",
    keys: "Keys",
    key_list: [
        ("S · Shift+S", "the next or the previous sentence (with the focus in the text)"),
        ("W · Shift+W", "one word more at the end, or at the start"),
        ("E · Shift+E", "one sentence more at the end, or at the start"),
        ("1 2 3 4", "mark in a colour"),
        ("N", "write a note"),
        ("J · K", "the next or the previous note"),
        ("Enter", "open the note under the caret"),
        ("Delete", "delete the chosen note"),
        ("Ctrl+Z · Ctrl+Shift+Z", "undo, and redo"),
    ],
    unkept: [
        "This browser keeps nothing for this site (a private window?). Your notes stay while the page is open; export them before you close it.",
        "There is no room left on this device for this site. Your last notes are not saved: export them, or make room and save again.",
        "This site’s data was deleted from the browser. What is shown here is not saved: export it, and try again.",
        "The stored notes have not opened yet; another tab may hold them. Close the other tabs of this site: what you write now is saved as soon as they open.",
        "A newer version of the site is open in another tab, and nothing more is saved here. Export what is not saved, and load this page again.",
        "It could not be saved. What you wrote is still here: export it to be safe, and try again.",
    ],
    deleted: "The note is deleted.",
    copy_dropped: "The copy is dropped.",
    unwritten: "What you wrote was not saved.",
    saved_anew: "This site’s data was deleted from the browser. Your notes were saved anew, as this page has them.",
    aside: "Stored records that could not be read; they are kept aside, and nothing of them is deleted:",
    may_be_evicted: "This browser may delete what it keeps if you stay away for long. Export your notes from time to time.",
    not_annotations: "There are no annotations in this file, or it is too large. What fits: JSON-LD from Siyaq, Hypothesis or Recogito.",
    imported: "Notes imported:",
    select_first: "Select the words in the text first.",
};

impl NoteWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Ar => &AR,
            Lang::Ru => &RU,
            Lang::En => &EN,
        }
    }

    /// The name of a colour.
    pub fn colour(&self, colour: Colour) -> &'static str {
        let place = Colour::ALL.iter().position(|other| *other == colour);
        place.and_then(|place| self.colours.get(place)).copied().unwrap_or_default()
    }

    /// Why notes are not kept, with the way out.
    pub fn unkept(&self, why: Unkept) -> &'static str {
        let [denied, full, gone, blocked, outdated, broken] = self.unkept;
        match why {
            Unkept::Denied => denied,
            Unkept::Full => full,
            Unkept::Gone => gone,
            Unkept::Blocked => blocked,
            Unkept::Outdated => outdated,
            Unkept::Broken => broken,
        }
    }

    /// What is told once, with its number.
    pub fn told(&self, told: NoteTold) -> String {
        let numbered = |words: &str, n: usize| [words, " ", &n.to_string()].concat();
        match told {
            NoteTold::Deleted => self.deleted.to_owned(),
            NoteTold::CopyDropped => self.copy_dropped.to_owned(),
            NoteTold::Unwritten => self.unwritten.to_owned(),
            NoteTold::SavedAnew => self.saved_anew.to_owned(),
            NoteTold::Aside(n) => numbered(self.aside, n),
            NoteTold::MayBeEvicted => self.may_be_evicted.to_owned(),
            NoteTold::NotAnnotations => self.not_annotations.to_owned(),
            NoteTold::Imported(n) => numbered(self.imported, n),
            NoteTold::SelectFirst => self.select_first.to_owned(),
        }
    }
}
