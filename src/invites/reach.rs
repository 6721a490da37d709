//! Whether a person can be reached by a target, and the row that does it.

use super::address::{LetterAddress, letter_address};
use super::email::{has_notify_host, usable_email};
use super::invisible::{is_blank, is_invisible};
use super::phone::{uk_mobile, uk_phone};
use super::targets::{BookingTarget, ContactNeed, TargetColumn, TargetField};
use crate::domain::Contact;
use crate::report::DueLine;

/// A person as a target may need to know one.
pub struct Invitee<'a> {
    /// The person and the dose.
    pub line: &'a DueLine,
    /// How to reach the person.
    pub contact: &'a Contact,
    /// The ODS code of the practice.
    pub practice_code: &'a str,
}

/// Why a target does not reach a person.
#[derive(Debug, PartialEq, Eq)]
pub enum Unreached {
    /// The person declined text messages, and the target sends them.
    TextsDeclined,
    /// There is no usable contact; with the reason.
    NoContact(&'static str),
    /// The target cannot take a cell; the header and the fault, never the cell.
    BadCell(String),
}

/// The contacts of a person that can be used.
struct Usable {
    mobile: Option<String>,
    email: Option<String>,
    /// The number with where it comes from.
    phone: Option<(String, &'static str)>,
    address: Option<LetterAddress>,
}

/// The cells of a person's row.
pub fn row_for(target: &BookingTarget, invitee: &Invitee<'_>) -> Result<Vec<String>, Unreached> {
    if target.by_text && invitee.line.person.sms_declined {
        return Err(Unreached::TextsDeclined);
    }
    let contact = invitee.contact;
    let is_taken = |mobile: &String| !target.mobiles_refused.iter().any(|start| mobile.starts_with(start.as_str()));
    let mobile = contact.phones().filter_map(uk_mobile).find(is_taken);
    let email = || {
        let mut usable = contact.emails.iter().filter_map(|cell| usable_email(cell));
        usable.find(|address| !target.email_ending_of_letters || has_notify_host(address)).map(str::to_owned)
    };
    let mut usable = Usable { mobile, email: None, phone: None, address: None };
    match target.contact {
        ContactNeed::None => {}
        ContactNeed::Mobile => no_contact(usable.mobile.is_none(), || no_mobile(contact))?,
        ContactNeed::Email => {
            usable.email = email();
            no_contact(usable.email.is_none(), || no_email(contact))?;
        }
        ContactNeed::MobileOrEmail => {
            usable.email = email();
            no_contact(
                usable.mobile.is_none() && usable.email.is_none(),
                || "no usable mobile number or e-mail address",
            )?;
        }
        ContactNeed::Phone => {
            let number = |source| move |cell: &String| uk_phone(cell).map(|number| (number, source));
            let phone = contact.mobiles.iter().find_map(number("mobile column"));
            usable.phone = phone.or_else(|| contact.telephones.iter().find_map(number("telephone column")));
            no_contact(usable.phone.is_none(), || no_phone(contact))?;
        }
        ContactNeed::Address => usable.address = Some(letter_address(contact).map_err(Unreached::NoContact)?),
    }
    let cells: Vec<String> = target.columns.iter().map(|column| cell(target, column.field, invitee, &usable)).collect();
    for (column, cell) in target.columns.iter().zip(&cells) {
        if let Some(fault) = cell_fault(target, column, cell) {
            return Err(Unreached::BadCell(format!("{}: {fault}", column.header)));
        }
    }
    Ok(cells)
}

/// Whether somebody can be reached in any way: by telephone, text, e-mail or letter.
#[must_use]
pub fn is_reachable(contact: &Contact) -> bool {
    contact.phones().any(|cell| uk_phone(cell).is_some())
        || contact.emails.iter().any(|cell| usable_email(cell).is_some())
        || letter_address(contact).is_ok()
}

fn no_contact(is_missing: bool, why: impl FnOnce() -> &'static str) -> Result<(), Unreached> {
    if is_missing { Err(Unreached::NoContact(why())) } else { Ok(()) }
}

fn no_mobile(contact: &Contact) -> &'static str {
    if contact.phones().next().is_none() { "no telephone number" } else { "no usable mobile number" }
}

fn no_phone(contact: &Contact) -> &'static str {
    if contact.phones().next().is_none() { "no telephone number" } else { "no usable telephone number" }
}

fn no_email(contact: &Contact) -> &'static str {
    if contact.emails.is_empty() { "no e-mail address" } else { "no usable e-mail address" }
}

fn cell(target: &BookingTarget, field: TargetField, invitee: &Invitee<'_>, usable: &Usable) -> String {
    let Invitee { line, contact, practice_code } = invitee;
    match field {
        TargetField::Title => contact.title.clone(),
        TargetField::Forename => contact.forename.clone(),
        TargetField::Surname => contact.surname.clone(),
        TargetField::DateOfBirth => target.dates.write(line.person.birth),
        TargetField::NhsNumber => target.nhs_numbers.write(line.person.nhs_number),
        TargetField::Mobile => usable.mobile.as_ref().map(|number| target.phones.write(number)).unwrap_or_default(),
        TargetField::Email => usable.email.clone().unwrap_or_default(),
        TargetField::Phone => usable.phone.as_ref().map(|(number, _)| target.phones.write(number)).unwrap_or_default(),
        TargetField::PhoneSource => usable.phone.as_ref().map(|(_, source)| (*source).to_owned()).unwrap_or_default(),
        TargetField::AddressLine(line) => {
            let lines = usable.address.as_ref().map(|address| &address.lines);
            lines.and_then(|lines| lines.get(line as usize)).cloned().unwrap_or_default()
        }
        TargetField::Postcode => usable.address.as_ref().map(|address| address.postcode.clone()).unwrap_or_default(),
        TargetField::PracticeCode => (*practice_code).to_owned(),
        TargetField::Vaccine => line.vaccine.clone(),
        TargetField::DueDate => target.dates.write(line.due),
        TargetField::Status => line.status.word().to_owned(),
        TargetField::Reason => reason(line, usable).to_owned(),
    }
}

/// Why somebody is rung up instead of written to.
fn reason(line: &DueLine, usable: &Usable) -> &'static str {
    match (&usable.mobile, line.person.sms_declined) {
        (None, _) => "no usable mobile number",
        (Some(_), true) => "text messages declined",
        (Some(_), false) => "not reached by text message",
    }
}

/// Why the target cannot take a cell. Bytes are never altered to make one safe.
fn cell_fault(target: &BookingTarget, column: &TargetColumn, cell: &str) -> Option<&'static str> {
    let is_line = matches!(column.field, TargetField::AddressLine(_));
    if cell.starts_with(['=', '+', '-', '@']) {
        Some("a spreadsheet would run it as a formula")
    } else if cell.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        // A tab or line end at the start, which a spreadsheet skips, among them.
        Some("it holds a line break or control character")
    } else if cell.contains('\u{fffd}') {
        Some("a character of it could not be read")
    } else if is_line && visible_start(cell).is_some_and(|c| target.line_starts_refused.contains(c)) {
        Some("the system refuses a line that begins with this character")
    } else if column.required && is_blank(cell) {
        Some("the system needs it, and it is blank")
    } else {
        None
    }
}

/// The first character of a line that is seen: a mark without width before it hides nothing from the system.
fn visible_start(line: &str) -> Option<char> {
    line.chars().find(|c| !c.is_whitespace() && !is_invisible(*c))
}
