//! What a reader does, one journey a function.

use crate::runner::Test;

mod axis;
mod bad;
mod events;
pub mod findings;
mod kill;
mod links;
mod look;
mod notes;
mod notes_carried;
mod notes_drafts;
mod notes_kept;
mod notes_many;
mod notes_over;
mod notes_safe;
mod notes_tabs;
mod offline;
mod parts;
mod quotes;
mod reading;
mod stranger;
mod update;

/// A test by the path of its function.
macro_rules! journey {
    ($room:ident :: $name:ident) => {
        Test::new(concat!(stringify!($room), "::", stringify!($name)), |page| Box::pin($room::$name(page)))
    };
}

/// Every journey, in the order in which they run.
pub static JOURNEYS: &[Test] = &[
    journey!(reading::opens_in_each_language),
    journey!(reading::library_leads_to_every_article),
    journey!(reading::painting_adds_no_nodes),
    journey!(reading::asks_no_other_host),
    journey!(reading::reads_without_the_app).loud(),
    journey!(reading::a_late_app_takes_over).loud(),
    journey!(reading::opens_on_a_phone),
    journey!(events::choosing_marks_the_passage),
    journey!(events::back_and_forward),
    journey!(events::arrows_follow_the_axis),
    journey!(events::arrows_stay_in_a_text_field),
    journey!(events::shares),
    journey!(axis::is_drawn_in_the_direction_of_time),
    journey!(axis::uncertain_dates_are_drawn_as_what_they_are),
    journey!(axis::its_labels_and_its_legend_fit),
    journey!(events::reading_marks_the_current_event),
    journey!(events::a_timeline_is_seen_from_its_beginning),
    journey!(events::a_sheet_leads_to_the_passage),
    journey!(quotes::one_speaker_alone_is_lit),
    journey!(quotes::another_speaker_leaves_the_chosen_one),
    journey!(quotes::card_opens_in_view),
    journey!(quotes::card_stands_at_the_foot_of_a_phone),
    journey!(quotes::card_has_every_field),
    journey!(quotes::copies_with_citation),
    journey!(quotes::tells_when_it_cannot_copy),
    journey!(quotes::shares),
    journey!(quotes::shares_by_the_clipboard),
    journey!(quotes::a_click_in_the_text_chooses),
    journey!(links::land_cold),
    journey!(links::land_on_a_phone),
    journey!(links::dead_one_is_told),
    journey!(links::languages_keep_the_fragment),
    journey!(links::languages_keep_the_place),
    journey!(links::a_language_in_a_new_tab_has_the_fragment),
    journey!(links::work_at_a_sub_path),
    journey!(links::unknown_address_leads_home).loud(),
    journey!(bad::each_bad_answer_is_told).loud(),
    journey!(bad::silence_is_told),
    journey!(bad::a_slow_answer_lets_the_text_be_read),
    journey!(parts::come_when_they_are_wanted),
    journey!(parts::one_that_does_not_come_is_told).loud(),
    journey!(stranger::html_is_text).loud(),
    journey!(stranger::blocks_run_their_own_way),
    journey!(findings::are_told_from_what_is_authored),
    journey!(findings::give_their_reasons),
    journey!(findings::can_be_put_away_and_had_back),
    journey!(findings::links_to_them_land_cold),
    journey!(findings::a_long_text_is_searched_behind_the_page),
    journey!(findings::an_analyst_that_cannot_be_had_is_told).loud(),
    journey!(findings::are_there_with_the_server_gone).loud(),
    journey!(findings::are_at_hand_on_a_phone),
    journey!(findings::speed_is_told),
    journey!(offline::reads_with_the_server_gone).loud(),
    journey!(offline::mends_what_is_lost).loud(),
    journey!(offline::sign_says_when_there_is_no_connection),
    journey!(update::waits_for_consent),
    journey!(update::an_incomplete_one_never_installs).loud(),
    journey!(notes::marks_by_mouse),
    journey!(notes::marks_by_keyboard),
    journey!(notes::writes_finds_and_undoes),
    journey!(notes::shares_a_passage),
    journey!(notes::on_a_phone),
    journey!(kill::loses_no_note_that_was_saved).long(),
    journey!(notes_kept::two_tabs_agree),
    journey!(notes_kept::found_again_when_the_text_has_changed).loud(),
    journey!(notes_kept::files_go_out_and_come_in),
    journey!(notes_kept::the_library_has_them_all),
    journey!(notes_kept::what_is_broken_is_told),
    journey!(notes_kept::denied_storage_is_told),
    journey!(notes_kept::a_browser_that_keeps_nothing_is_told),
    journey!(notes_kept::a_full_disk_loses_nothing),
    journey!(notes_safe::what_failed_is_written_with_the_next),
    journey!(notes_safe::two_at_once_are_saved_when_both_are),
    journey!(notes_safe::what_is_marked_while_the_notes_open_is_kept),
    journey!(notes_safe::what_is_deleted_from_outside_is_saved_anew),
    journey!(notes_safe::that_it_may_be_evicted_is_told_once),
    journey!(notes_tabs::the_database_opens_under_a_lock),
    journey!(notes_tabs::a_tab_that_hangs_holds_up_no_other),
    journey!(notes_tabs::tabs_that_open_at_once_agree),
    journey!(notes_tabs::where_there_are_no_locks_notes_are_kept),
    journey!(notes_drafts::two_who_write_one_note_both_keep_their_words),
    journey!(notes_drafts::an_editor_stays_when_the_note_is_deleted_elsewhere),
    journey!(notes_drafts::the_caret_stays_while_others_mark),
    journey!(notes_drafts::what_is_typed_is_not_lost),
    journey!(notes_drafts::a_filter_hides_nothing_that_is_chosen_or_written),
    journey!(notes_carried::keys_in_the_text_mean_what_is_there),
    journey!(notes_carried::prints_with_numbers),
    journey!(notes_carried::forced_colours_tell_notes_from_quotations),
    journey!(notes_carried::a_narrowed_library_exports_links_that_lead_back),
    journey!(notes_carried::a_file_says_what_it_would_bring),
    journey!(notes_carried::the_bar_runs_as_its_language),
    journey!(notes_over::the_shorter_of_two_marks_is_seen),
    journey!(notes_over::quotations_run_as_their_blocks),
    journey!(notes_over::an_import_is_one_step),
    journey!(notes_many::a_thousand_are_painted_and_found_again).long(),
    journey!(notes_many::marks_by_touch),
    journey!(look::has_no_barriers).long().loud(),
    journey!(look::has_no_barriers_in_the_dark).dark().long().loud(),
    journey!(look::what_is_told_has_no_barriers).long().loud(),
    journey!(look::what_is_told_has_no_barriers_in_the_dark).dark().long().loud(),
    journey!(look::findings_have_no_barriers),
    journey!(look::findings_have_no_barriers_in_the_dark).dark(),
];
