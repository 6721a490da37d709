//! Who was contacted by which run: read back, so that nobody is invited twice,
//! above the maximum, or before the days between contacts are over.

use std::io;

use chrono::NaiveDate;

use super::contacts::{EarlierContact, EarlierContacts};
use super::files::delimited;
use super::plan::InvitePlan;
use super::targets::{BookingTarget, Channel};
use crate::domain::{IsoDate, Named, NhsNumber};
use crate::report::DoseKind;

/// The headings of an invite log.
const HEADER: [&str; 7] = ["NHS Number", "Target", "Dose", "As at", "Channel", "Round", "Campaign"];
/// Those of the logs of versions before there were rounds: the first of them.
const FORMER: usize = 4;

/// The byte-order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether the bytes of a file are those of an invite log, or of none yet.
#[must_use]
pub fn is_invite_log(bytes: &[u8]) -> bool {
    without_mark(bytes).is_empty() || is_headed(bytes, &HEADER) || is_former(bytes)
}

/// Whether it is a log of a version before there were rounds.
fn is_former(bytes: &[u8]) -> bool {
    is_headed(bytes, &HEADER[..FORMER])
}

fn is_headed(bytes: &[u8], header: &[&str]) -> bool {
    let first = without_mark(bytes).split(|byte| *byte == b'\n').next().unwrap_or_default();
    first.strip_suffix(b"\r").unwrap_or(first) == header.join(",").as_bytes()
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// What a log holds from now on in place of `before`: the same, but that a
/// former one gets the columns of today, blank in its rows.
///
/// # Errors
/// When a former log is no CSV.
pub fn log_of_today(before: &[u8]) -> io::Result<Vec<u8>> {
    if !is_former(before) {
        return Ok(before.to_vec());
    }
    let mut rows = Vec::new();
    for record in reader(before).into_records() {
        let record = record?;
        let cells = record.iter().map(str::to_owned).chain(std::iter::repeat_n(String::new(), HEADER.len()));
        rows.push(cells.take(HEADER.len().max(record.len())).collect::<Vec<_>>());
    }
    delimited(Some(HEADER.to_vec()), rows.iter().map(|row| row.iter().map(String::as_str).collect()))
}

/// What stands between a log that holds `before` and the rows of a run: the
/// headings, or the end of a last line that was added by hand.
#[must_use]
pub fn log_joint(before: &[u8]) -> Vec<u8> {
    // An editor's byte-order mark is nothing yet.
    match without_mark(before).last() {
        None => format!("{}\r\n", HEADER.join(",")).into_bytes(),
        Some(b'\n') => Vec::new(),
        Some(_) => b"\r\n".to_vec(),
    }
}

/// The headings of the logs that there are, of today and former ones.
#[must_use]
pub fn log_headers() -> [Vec<String>; 2] {
    [&HEADER[..], &HEADER[..FORMER]].map(|header| header.iter().map(|cell| (*cell).to_owned()).collect())
}

/// Everybody's contacts in a log. A row whose NHS number cannot be read is
/// nobody's: the doubt about such rows counts it.
///
/// # Errors
/// When it is no CSV.
pub fn read_log(bytes: &[u8]) -> io::Result<EarlierContacts> {
    let mut contacts = EarlierContacts::default();
    for record in reader(without_mark(bytes)).into_records() {
        let record = record?;
        let cell = |place: usize| record.get(place).map(str::trim).unwrap_or_default();
        let Ok(number) = NhsNumber::read(cell(0).as_bytes()) else { continue };
        let contact = EarlierContact {
            target: cell(1).to_owned(),
            dose: DoseKind::named(cell(2)),
            as_at: date(cell(3)),
            channel: Channel::named(cell(4)),
            round: cell(5).parse().ok(),
            campaign: cell(6).to_owned(),
        };
        contacts.add(number, contact);
    }
    Ok(contacts)
}

/// How many rows of a log are nobody's: their NHS number cannot be read.
///
/// # Errors
/// When it is no CSV.
pub fn rows_of_nobody(bytes: &[u8]) -> io::Result<u64> {
    let mut rows = 0;
    for record in reader(without_mark(bytes)).into_records() {
        rows += u64::from(NhsNumber::read(record?.get(0).unwrap_or_default().trim().as_bytes()).is_err());
    }
    Ok(rows)
}

/// A date as the log has it, or as a spreadsheet that saved it does.
fn date(cell: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y"].into_iter().find_map(|form| NaiveDate::parse_from_str(cell, form).ok())
}

fn reader(bytes: &[u8]) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).from_reader(bytes)
}

/// The contacts that a plan makes, in its order; `campaign` is the one that
/// people are invited to, if to any.
fn contacts<'a>(
    plan: &'a InvitePlan,
    targets: &'a [BookingTarget],
    as_at: NaiveDate,
    campaign: Option<&'a str>,
) -> impl Iterator<Item = (NhsNumber, EarlierContact)> + 'a {
    plan.rows.iter().map(move |row| {
        let of_campaign = row.line.kind == DoseKind::Campaign;
        let contact = EarlierContact {
            target: targets[row.target].name.clone(),
            dose: Some(row.line.kind),
            as_at: Some(as_at),
            channel: targets[row.target].way(),
            round: Some(row.round),
            campaign: campaign.filter(|_| of_campaign).unwrap_or_default().to_owned(),
        };
        (row.line.person.nhs_number, contact)
    })
}

/// The contacts that a plan makes: what the log will say of it.
#[must_use]
pub fn contacts_made(
    plan: &InvitePlan,
    targets: &[BookingTarget],
    as_at: NaiveDate,
    campaign: Option<&str>,
) -> EarlierContacts {
    let mut made = EarlierContacts::default();
    contacts(plan, targets, as_at, campaign).for_each(|(number, contact)| made.add(number, contact));
    made
}

/// A row for everybody written; `campaign` is the one that people are invited
/// to, if to any.
pub fn log_rows(
    plan: &InvitePlan,
    targets: &[BookingTarget],
    as_at: NaiveDate,
    campaign: Option<&str>,
) -> io::Result<Vec<u8>> {
    let rows: Vec<[String; 7]> = contacts(plan, targets, as_at, campaign)
        .map(|(number, contact)| {
            [
                number.digits(),
                contact.target,
                contact.dose.map_or("", DoseKind::name).to_owned(),
                IsoDate(as_at).to_string(),
                contact.channel.map_or("", Channel::name).to_owned(),
                contact.round.unwrap_or_default().to_string(),
                contact.campaign,
            ]
        })
        .collect();
    delimited(None, rows.iter().map(|row| row.iter().map(String::as_str).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMER_LOG: &[u8] = b"NHS Number,Target,Dose,As at\r\n9990000018,accubook,second,2022-05-11\r\n";

    #[test]
    fn a_log_is_known_by_its_header() {
        let header = HEADER.join(",");
        for bytes in [
            &b""[..],
            MARK,
            FORMER_LOG,
            b"NHS Number,Target,Dose,As at",
            header.as_bytes(),
            b"\xef\xbb\xbfNHS Number,Target,Dose,As at\r\nx\r\n",
        ] {
            assert!(is_invite_log(bytes), "{bytes:?}");
        }
        for bytes in
            [&b"\n"[..], b"NHS Number\n", b"NHS Number,Target,Dose,As at,More\n", b"x\nNHS Number,Target,Dose,As at\n"]
        {
            assert!(!is_invite_log(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn an_empty_log_that_an_editor_saved_with_a_mark_gets_its_headings() {
        for before in [&b""[..], MARK] {
            let log = [before, &log_joint(before)].concat();
            assert!(is_invite_log(before) && is_invite_log(&log), "{log:?}");
            assert_eq!(log_joint(&log), b"");
        }
    }

    #[test]
    fn a_former_log_gets_the_columns_of_today_and_says_the_same() {
        let today = log_of_today(FORMER_LOG).unwrap();
        let text = String::from_utf8(today.clone()).unwrap();
        assert_eq!(
            text,
            "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n9990000018,accubook,second,2022-05-11,,,\r\n"
        );
        assert_eq!(log_of_today(&today).unwrap(), today);
        assert_eq!(read_log(FORMER_LOG).unwrap(), read_log(&today).unwrap());
        assert_eq!(log_of_today(b"").unwrap(), b"");
    }

    #[test]
    fn rows_that_a_spreadsheet_saved_are_read() {
        let log = b"NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n\
                    999 000 0018,notify-sms,campaign,11/05/2022,sms,2,spring-2022\r\nnobody,x,second,2022-05-11,,,\r\n";
        let contacts = read_log(log).unwrap();
        let number = NhsNumber::read(b"9990000018").unwrap();
        let found: Vec<_> = contacts.of(number).to_vec();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].as_at, NaiveDate::from_ymd_opt(2022, 5, 11));
        assert_eq!((found[0].channel, found[0].round), (Some(Channel::Sms), Some(2)));
    }
}
