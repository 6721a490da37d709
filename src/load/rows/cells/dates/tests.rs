use super::*;
use crate::domain::UkDate;

fn read(text: &str) -> String {
    match read_date(text.as_bytes(), &mut DateEvidence::default()) {
        DateCell::Blank => "blank".to_owned(),
        DateCell::Date(date) => UkDate(date).to_string(),
        DateCell::Bad(fault) => format!("{fault:?}"),
    }
}

#[test]
fn every_form_of_the_specification() {
    for text in [
        "20211208",
        "2021-12-08",
        "08/12/2021",
        "08-12-2021",
        "08-Dec-2021",
        "08 Dec 2021",
        "08-DEC-2021",
        "20211208T093000",
        "20211208T09300000",
        "20211208T09300001",
        "2021-12-08T09:30:00+00",
        "2021-12-08T09:30:00+01:00",
        "2021-12-08T09:30:00.000Z",
        "2021-12-08 09:30",
        "08/12/2021 09:30",
        "08/12/2021 9:30 AM",
        "08 Dec 2021 09:30:00",
        "08-Dec-2021 09:30",
        "08-Dec-2021T09:30:00",
        " 08/12/2021 ",
        "\u{a0}08/12/2021",
        "2021/12/08",
        "2021/12/08 09:30",
        "8/12/2021",
        "8-12-2021 09:30",
        "08Dec2021",
        "8dec2021",
        "08DEC2021:09:30:00",
        "Dec 08 2021 09:30AM",
        "Dec  8 2021 12:00AM",
        "December 8, 2021",
        "20211208093000",
        "08/12/2021, 09:30",
        "8 December 2021",
        "08-Decem-2021",
    ] {
        assert_eq!(read(text), "08/12/2021", "{text}");
    }
}

#[test]
fn the_short_way_and_the_long_way_are_one() {
    let shapes = ["20211208", "20211208T09300001", "2021-12-08", "08/12/2021", "20211208T5", "99/99/9999"];
    for shape in shapes {
        for (place, _) in shape.char_indices() {
            for mark in ["", "0", "1", "3", "9", "/", "-", "T", "t", " ", "x", "é"] {
                let text = [&shape[..place], mark, &shape[place + 1..]].concat();
                let (mut short, mut long) = (DateEvidence::default(), DateEvidence::default());
                // A space in front is no part of the date, and takes the long way.
                let spaced = read_date(format!("  {text}").as_bytes(), &mut long);
                assert_eq!((read_date(text.as_bytes(), &mut short), short), (spaced, long), "{text}");
            }
        }
    }
}

#[test]
fn the_t_of_october_is_no_time() {
    for text in ["08-Oct-2021T09:30:00", "08 OCT 2021T093000", "08-oct-2021t09:30", "08 Oct 2021 09:30"] {
        assert_eq!(read(text), "08/10/2021", "{text}");
    }
}

#[test]
fn what_is_not_a_date() {
    for (text, fault) in [
        ("", "blank"),
        ("08/12/21", "TwoDigitYear"),
        ("08-Dec-21", "TwoDigitYear"),
        ("12/25/2021", "MonthFirst"),
        ("12-25-2021", "MonthFirst"),
        ("30/02/2021", "NoSuchDay"),
        ("02/30/2021", "NoSuchDay"),
        ("20211301", "NoSuchDay"),
        ("08/Dec/2021", "Form"),
        ("08 12 2021", "Form"),
        ("08/12-2021", "Form"),
        ("2021/1/8", "Form"),
        ("20211208253000", "Form"),
        ("08De2021", "Form"),
        ("08Dec21", "TwoDigitYear"),
        ("1/13/2021", "MonthFirst"),
        ("20211208Tnoon", "Form"),
        ("44538", "Form"),
        ("tomorrow", "Form"),
        ("08/12/2021 (approx)", "Form"),
        ("é8/12/2021", "Form"),
        ("202112080", "Form"),
    ] {
        assert_eq!(read(text), fault, "{text}");
    }
}

#[test]
fn evidence_is_only_what_can_be_read_one_way() {
    let mut evidence = DateEvidence::default();
    for text in ["05/06/2021", "12/25/2021", "2021-12-25", "25-Dec-2021", "02/30/2021"] {
        read_date(text.as_bytes(), &mut evidence);
    }
    assert_eq!(evidence, DateEvidence { day_first: 0, month_first: 1 });
    assert!(evidence.refuses());
    read_date(b"25/12/2021", &mut evidence);
    assert!(!evidence.refuses());
}

#[test]
fn partial_dates_of_death_mean_their_first_day() {
    for (text, date) in
        [("2021", "01/01/2021"), ("202111", "01/11/2021"), ("2021-11", "01/11/2021"), ("20211105", "05/11/2021")]
    {
        let read = read_date_of_death(text.as_bytes(), &mut DateEvidence::default()).date();
        assert_eq!(read.map(|date| UkDate(date).to_string()).as_deref(), Some(date), "{text}");
    }
    for text in ["202113", "2021-13", "20", "dead"] {
        assert_eq!(read_date_of_death(text.as_bytes(), &mut DateEvidence::default()).date(), None, "{text}");
    }
}

#[test]
fn september_may_have_four_letters() {
    for text in ["08-Sept-2021", "08 Sept 2021", "Sept 08 2021", "08Sept2021"] {
        assert_eq!(read(text), "08/09/2021", "{text}");
    }
}
