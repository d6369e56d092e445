//! Dates as values: days, EDTF (ISO 8601-2), the days that a value covers, and how a value is read out.
//! Knows the calendar and the languages, not the texts that dates stand in.

mod day;
mod edtf;
mod hijri;
mod parse;
mod words;

pub use day::{Civil, Day, DayRange, Weekday, days_in_month, is_leap};
pub use edtf::{Bound, Choice, Clock, Date, Edtf, Part, Qualifier, Season, Year, Zone};
pub use hijri::{Hijri, HijriMonth, hijri_month};
pub use parse::EdtfError;
pub use words::{day_words, edtf_words, month_name, month_name_short, month_name_short_alone, year_words};
